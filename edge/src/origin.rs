//! Origins: which pages may submit for a business. Browser hygiene, never authentication: anything but a browser can
//! say what it likes.

use jatak_shared::business::Settings;

use crate::config::Config;

/// Where a post says it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The edge's own page.
    Own,
    /// A page that the business listed.
    Listed,
    /// The browser hides it (`null`), or sent nothing.
    Hidden,
    /// A page of somebody else.
    Foreign,
}

/// How the value of `Origin` stands.
pub fn standing(config: &Config, settings: &Settings, origin: Option<&str>) -> Standing {
    match origin {
        None | Some("" | "null") => Standing::Hidden,
        Some(origin) if origin.parse().is_ok_and(|origin: jatak_shared::business::Origin| origin == config.origin) => {
            Standing::Own
        }
        Some(origin) if settings.allows(origin) => Standing::Listed,
        Some(_) => Standing::Foreign,
    }
}
