//! Web addresses that may stand in a link.

use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{NotAnOrigin, Origin, limits};

/// A web address that may stand in a link: an origin as [`Origin`] has it, then path, query and fragment as given.
///
/// Only `https`, or `http` on the own machine, so never `javascript:` or `data:`, and no user name that could pass
/// for the host.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WebUrl(String);

/// A text that is no web address; the sentence says what to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAUrl {
    /// What stands before the path is no origin.
    #[error(transparent)]
    Origin(#[from] NotAnOrigin),
    /// A character that addresses do not have.
    #[error("must be written in ASCII without spaces, quotes or brackets; percent-encode other characters")]
    Character,
    /// Too long.
    #[error("must be at most {} characters", limits::URL)]
    TooLong,
}

impl WebUrl {
    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for WebUrl {
    type Err = NotAUrl;

    fn from_str(text: &str) -> Result<Self, NotAUrl> {
        if text.len() > limits::URL {
            return Err(NotAUrl::TooLong);
        }
        let authority = text.find("://").map_or(0, |scheme| scheme + 3);
        let end = text[authority..].find(['/', '?', '#']).map_or(text.len(), |more| authority + more);
        let origin: Origin = text[..end].parse()?;
        let rest = &text[end..];
        let fits = |b: u8| b.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&b);
        if rest.bytes().all(fits) { Ok(Self(format!("{origin}{rest}"))) } else { Err(NotAUrl::Character) }
    }
}

impl fmt::Display for WebUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for WebUrl {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for WebUrl {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::parsed::from_text(deserializer)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn web_addresses_never_hide_a_script_or_another_host() {
        assert_eq!(
            "https://Shop.Example/Privat?a=1&b=%C3%A6#top".parse::<WebUrl>().unwrap().as_str(),
            "https://shop.example/Privat?a=1&b=%C3%A6#top"
        );
        assert_eq!("http://localhost:8080/p".parse::<WebUrl>().unwrap().as_str(), "http://localhost:8080/p");
        for text in [
            "javascript:alert(1)",
            "data:text/html,x",
            "//shop.example",
            "http://shop.example/p",
            "https://shop.example@evil.example/",
            "https://shop.example\\@evil.example/",
            "https://shop.example/a b",
            "https://shop.example/\"onclick=",
            "https://shop.example/æ",
            &format!("https://shop.example/{}", "a".repeat(limits::URL)),
        ] {
            assert!(text.parse::<WebUrl>().is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn reading_never_panics_and_the_printed_form_reads_back(
            text in prop_oneof![any::<String>(), "https?://[a-zA-Z0-9.:@æ-]{0,20}[/?#]?\\PC{0,9}"]
        ) {
            if let Ok(url) = text.parse::<WebUrl>() {
                prop_assert_eq!(url.as_str().parse(), Ok(url.clone()));
            }
        }
    }
}
