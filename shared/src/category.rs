//! Categories: the kinds of message a person can say yes to, one by one.

use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize};

mod class;

pub use class::Class;

/// A text that is no category id, class, period or cap; the sentence says what would be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct CategoryFault(&'static str);

/// What a category is called in records and calls: `^[a-z][a-z0-9_]{1,39}$`, such as `order_updates`.
///
/// An id is never reused for another purpose, so that an old record can be read without its notice.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct CategoryId(String);

impl CategoryId {
    /// The most characters an id has: the longest preset has 23, and 40 fit one line of a page 360 px wide.
    pub const MAX_LEN: usize = 40;

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for CategoryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for CategoryId {
    type Err = CategoryFault;

    fn from_str(text: &str) -> Result<Self, CategoryFault> {
        let shape = (2..=Self::MAX_LEN).contains(&text.len())
            && text.starts_with(|first: char| first.is_ascii_lowercase())
            && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
        if shape {
            Ok(Self(text.to_owned()))
        } else {
            Err(CategoryFault(
                "must be a category id: 2 to 40 characters, a lower-case letter first, then a-z, 0-9 and _",
            ))
        }
    }
}

impl<'de> Deserialize<'de> for CategoryId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::parsed::from_text(deserializer)
    }
}

/// The span of time a cap counts over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Period {
    /// 24 hours.
    Day,
    /// Seven days.
    Week,
    /// A calendar month.
    Month,
}

impl Period {
    /// All three, shortest first.
    pub const ALL: [Self; 3] = [Self::Day, Self::Week, Self::Month];

    /// The word on the wire.
    pub fn word(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
        }
    }
}

impl FromStr for Period {
    type Err = CategoryFault;

    fn from_str(text: &str) -> Result<Self, CategoryFault> {
        let period = Self::ALL.into_iter().find(|period| period.word() == text);
        period.ok_or(CategoryFault("must be day, week or month"))
    }
}

/// How many messages of a category may come in a span of time, at most: `{"max":2,"per":"week"}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "CapForm")]
pub struct Cap {
    max: u16,
    per: Period,
}

impl Cap {
    /// The largest count: above some 1,000 a day (one every 90 seconds) a cap says nothing any more.
    pub const MAX: u16 = 1000;

    /// At most `max` messages per `per`; `max` is 1 to [`Cap::MAX`].
    pub fn new(max: u16, per: Period) -> Result<Self, CategoryFault> {
        if (1..=Self::MAX).contains(&max) {
            Ok(Self { max, per })
        } else {
            Err(CategoryFault("must be a whole number from 1 to 1000"))
        }
    }

    /// A cap of the presets; `max` is checked where it is compiled.
    pub(crate) const fn known(max: u16, per: Period) -> Self {
        assert!(max >= 1 && max <= Self::MAX, "a preset's cap is 1 to 1000");
        Self { max, per }
    }

    /// The most messages in one period.
    pub fn max(self) -> u16 {
        self.max
    }

    /// The period they are counted over.
    pub fn per(self) -> Period {
        self.per
    }
}

/// The stored form of a cap before it is checked.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CapForm {
    max: u16,
    per: Period,
}

impl TryFrom<CapForm> for Cap {
    type Error = CategoryFault;

    fn try_from(form: CapForm) -> Result<Self, CategoryFault> {
        Self::new(form.max, form.per)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
    use super::*;

    #[test]
    fn category_ids_have_one_shape() {
        for id in ["ab", "order_updates", "a1", "a_", &"a".repeat(40)] {
            assert_eq!(id.parse::<CategoryId>().unwrap().as_str(), id);
        }
        for id in ["", "a", "_ab", "1ab", "Ab", "a-b", "a b", "æb", &"a".repeat(41)] {
            assert!(id.parse::<CategoryId>().is_err(), "{id:?}");
        }
    }

    #[test]
    fn a_cap_of_nothing_or_of_too_much_is_refused() {
        assert_eq!(
            serde_json::from_str::<Cap>(r#"{"max":2,"per":"week"}"#).unwrap(),
            Cap::new(2, Period::Week).unwrap()
        );
        for text in [
            r#"{"max":0,"per":"week"}"#,
            r#"{"max":1001,"per":"day"}"#,
            r#"{"max":1,"per":"year"}"#,
            r#"{"max":1}"#,
            r#"{"max":1,"per":"day","x":1}"#,
        ] {
            assert!(serde_json::from_str::<Cap>(text).is_err(), "{text}");
        }
    }
}
