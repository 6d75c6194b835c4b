//! The classes WhatsApp files messages under, today's and those before.

use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Serialize};

use super::CategoryFault;

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
}
