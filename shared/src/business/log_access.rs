//! Who may read a business's log.

use core::str::FromStr;

use serde::Serialize;

/// Who may read the signed head and the hash tiles. They hold nothing personal, but the size of the log tells how much a
/// shop is used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LogAccess {
    /// Whoever has a key with the scope `read`.
    #[default]
    Keyed,
    /// Everyone.
    Public,
}

/// A text that names no access.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("must be \"keyed\" or \"public\"")]
pub struct NotAnAccess;

impl LogAccess {
    /// Whether it is the one that settings leave out.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference")]
    pub(super) fn is_keyed(&self) -> bool {
        *self == Self::Keyed
    }
}

impl FromStr for LogAccess {
    type Err = NotAnAccess;

    fn from_str(text: &str) -> Result<Self, NotAnAccess> {
        match text {
            "keyed" => Ok(Self::Keyed),
            "public" => Ok(Self::Public),
            _ => Err(NotAnAccess),
        }
    }
}
