//! Where an imported consent is said to come from.

use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::id::NoticeId;
use crate::text;
use crate::time::Timestamp;

/// What the business claims about a consent that it brings along. Erased together with the private part that holds it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provenance {
    /// When it is said to have been given.
    pub claimed_at: ClaimedAt,
    /// Where it was given, such as "sign-up sheet in the shop".
    pub source: String,
    /// The notice whose terms (class, purpose, cap) the yes is held to, as they stood at the import. Nobody was shown
    /// this notice: a yes from elsewhere has none, and still must not grow when the business asks for more later
    /// (DESIGN rule 4).
    pub terms: NoticeId,
    /// The words it was asked in.
    pub wording: Wording,
}

/// A text that is no claim of the kind asked for; the sentence says what would be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct NotAClaim(&'static str);

/// When a consent is said to have been given: a day (`2024-05-01`) or a moment, in UTC. A day stays a day, since a
/// claim must not look more exact than it was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimedAt {
    text: String,
    from: Timestamp,
}

impl ClaimedAt {
    /// The moment, or the beginning of the day.
    pub fn from(&self) -> Timestamp {
        self.from
    }
}

impl FromStr for ClaimedAt {
    type Err = NotAClaim;

    fn from_str(text: &str) -> Result<Self, NotAClaim> {
        let day = text.len() == "2024-05-01".len();
        let moment = if day { format!("{text}T00:00:00Z").parse() } else { text.parse() };
        let from: Timestamp = moment.map_err(|_| {
            NotAClaim("must be a day such as 2024-05-01, or an RFC 3339 time such as 2024-05-01T12:00:00Z")
        })?;
        Ok(Self { text: if day { text.to_owned() } else { from.to_string() }, from })
    }
}

impl fmt::Display for ClaimedAt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// The words that a consent was asked in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wording {
    /// These.
    Kept(String),
    /// Nobody kept them, and the business says so.
    NoneKept,
}

impl Wording {
    /// What a file says where the words were not kept.
    pub const NONE_KEPT: &'static str = "none kept";
    /// The most characters: twice what the statement, the sentences beside it and a category of our own notices come to.
    pub const MAX_CHARS: usize = 1_000;
}

impl FromStr for Wording {
    type Err = NotAClaim;

    fn from_str(text: &str) -> Result<Self, NotAClaim> {
        let fault = NotAClaim("must be the words shown, of 1 to 1,000 characters, or \"none kept\"");
        let words = text::line(text, Self::MAX_CHARS).map_err(|_| fault)?;
        Ok(if words == Self::NONE_KEPT { Self::NoneKept } else { Self::Kept(words) })
    }
}

impl fmt::Display for Wording {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Kept(words) => words,
            Self::NoneKept => Self::NONE_KEPT,
        })
    }
}

macro_rules! as_text {
    ($name:ident) => {
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::parsed::from_text(deserializer)
            }
        }
    };
}

as_text!(ClaimedAt);
as_text!(Wording);
