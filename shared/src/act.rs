//! Acts: what someone did, where, and how sure we are that it was the person themselves.

use serde::{Deserialize, Serialize};

/// Where an act came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Source {
    /// The form on a shop's page.
    Widget,
    /// The hosted opt-in page.
    Hosted,
    /// The receipt page, by its link.
    Receipt,
    /// The choices page, by the subject's own link.
    Choices,
    /// The business, by a keyed call.
    Api,
    /// The business, by an import.
    Import,
    /// A message or signal from WhatsApp.
    Whatsapp,
    /// Nobody: a time that the business set for keeping came.
    Retention,
}

impl Source {
    /// The word used on the wire and in exports.
    pub fn word(self) -> &'static str {
        match self {
            Self::Widget => "widget",
            Self::Hosted => "hosted",
            Self::Receipt => "receipt",
            Self::Choices => "choices",
            Self::Api => "api",
            Self::Import => "import",
            Self::Whatsapp => "whatsapp",
            Self::Retention => "retention",
        }
    }
}

/// How an act was tied to the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Assurance {
    /// Somebody typed the number; anyone could have.
    Typed,
    /// The business says so.
    Api,
    /// The business brought it along from elsewhere.
    Imported,
    /// Through a receipt link, which whoever typed the number holds.
    Receipt,
    /// Through the subject's own link, which reached them at their number.
    Link,
    /// From the number itself.
    Whatsapp,
}

/// What an assurance weighs when a yes meets an earlier no.
///
/// Whoever types, imports or holds a receipt proves nothing about owning the number, so those weigh the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strength {
    /// Anyone could have done it.
    Unproven,
    /// Someone who was reached at the number.
    Reached,
    /// The number itself.
    Verified,
}

impl Assurance {
    /// Its weight.
    pub fn strength(self) -> Strength {
        match self {
            Self::Typed | Self::Api | Self::Imported | Self::Receipt => Strength::Unproven,
            Self::Link => Strength::Reached,
            Self::Whatsapp => Strength::Verified,
        }
    }

    /// The word used on the wire and in exports.
    pub fn word(self) -> &'static str {
        match self {
            Self::Typed => "typed",
            Self::Api => "api",
            Self::Imported => "imported",
            Self::Receipt => "receipt",
            Self::Link => "link",
            Self::Whatsapp => "whatsapp",
        }
    }
}
