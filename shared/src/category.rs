//! Categories: the kinds of message a person can say yes to, one by one.

use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize};

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
        let text = <std::borrow::Cow<'_, str>>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// The class WhatsApp files a message under.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Class {
    /// Offers and news, and whatever is mixed or unclear.
    Marketing,
    /// What follows from something the person did: an order, an appointment.
    Utility,
    /// One-time codes.
    Authentication,
}

impl Class {
    /// Today's three.
    pub const ALL: [Self; 3] = [Self::Marketing, Self::Utility, Self::Authentication];

    /// The word on the wire.
    pub fn word(self) -> &'static str {
        match self {
            Self::Marketing => "marketing",
            Self::Utility => "utility",
            Self::Authentication => "authentication",
        }
    }
}

impl fmt::Display for Class {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

impl FromStr for Class {
    type Err = CategoryFault;

    /// Reads today's three and the eleven used until 2023, in any case.
    ///
    /// The old kinds that follow from a person's own action are utility. `ALERT_UPDATE` is marketing: proactive
    /// messages were filed there, and what is unclear counts as marketing.
    fn from_str(text: &str) -> Result<Self, CategoryFault> {
        match text.to_ascii_uppercase().as_str() {
            "MARKETING" | "ALERT_UPDATE" => Ok(Self::Marketing),
            "UTILITY"
            | "ACCOUNT_UPDATE"
            | "PAYMENT_UPDATE"
            | "PERSONAL_FINANCE_UPDATE"
            | "SHIPPING_UPDATE"
            | "RESERVATION_UPDATE"
            | "ISSUE_RESOLUTION"
            | "APPOINTMENT_UPDATE"
            | "TRANSPORTATION_UPDATE"
            | "TICKET_UPDATE"
            | "AUTO_REPLY" => Ok(Self::Utility),
            "AUTHENTICATION" => Ok(Self::Authentication),
            _ => Err(CategoryFault(
                "must be a WhatsApp class: marketing, utility or authentication (the eleven older names are read too)",
            )),
        }
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
    fn classes_of_today_and_of_before_2023_are_mapped() {
        let table = [
            ("marketing", Class::Marketing),
            ("utility", Class::Utility),
            ("authentication", Class::Authentication),
            ("ACCOUNT_UPDATE", Class::Utility),
            ("PAYMENT_UPDATE", Class::Utility),
            ("PERSONAL_FINANCE_UPDATE", Class::Utility),
            ("SHIPPING_UPDATE", Class::Utility),
            ("RESERVATION_UPDATE", Class::Utility),
            ("ISSUE_RESOLUTION", Class::Utility),
            ("APPOINTMENT_UPDATE", Class::Utility),
            ("TRANSPORTATION_UPDATE", Class::Utility),
            ("TICKET_UPDATE", Class::Utility),
            ("ALERT_UPDATE", Class::Marketing),
            ("AUTO_REPLY", Class::Utility),
        ];
        assert_eq!(table.len(), 3 + 11, "today's three and the legacy eleven");
        for (name, class) in table {
            for spelling in [name.to_lowercase(), name.to_uppercase()] {
                assert_eq!(spelling.parse(), Ok(class), "{spelling}");
            }
        }
        for name in ["", "promo", "marketing ", "SHIPPING UPDATE"] {
            assert!(name.parse::<Class>().is_err(), "{name}");
        }
    }

    #[test]
    fn the_stored_word_of_a_class_reads_back_and_no_other_does() {
        for class in Class::ALL {
            assert_eq!(serde_json::to_value(class).unwrap(), class.word());
            assert_eq!(class.word().parse(), Ok(class));
        }
        assert!(serde_json::from_str::<Class>("\"ALERT_UPDATE\"").is_err());
    }

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
