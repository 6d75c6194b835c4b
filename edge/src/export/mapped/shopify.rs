//! Shopify: the WhatsApp marketing consent of a customer's number, as the Admin API shows it (`CustomerPhoneNumber` with its
//! `CustomerWhatsAppMarketingConsent`, 2026-07).

use jatak_shared::act::Assurance;
use jatak_shared::phone::E164;
use serde_json::{Value, json};

use super::{Consent, Told};

pub(super) fn record(phone: &E164, consent: &Consent<'_>) -> Value {
    json!({
        "phoneNumber": phone,
        "whatsAppMarketingConsent": {
            "state": match consent.told {
                Told::Yes => "SUBSCRIBED",
                Told::Waits => "PENDING",
                Told::No => "UNSUBSCRIBED",
            },
            "optInLevel": level(consent).map(Level::word),
            // Outside of Shopify, that is.
            "collectedFrom": "OTHER",
            "sourceLocation": null,
            "updatedAt": consent.since,
        },
    })
}

/// How sure a yes is, the least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    Unknown,
    Single,
    Confirmed,
}

impl Level {
    fn of(assurance: Assurance) -> Self {
        match assurance {
            // Only what the number itself said is surely of whom it is about.
            Assurance::Whatsapp => Self::Confirmed,
            Assurance::Typed | Assurance::Receipt | Assurance::Link => Self::Single,
            Assurance::Api | Assurance::Imported => Self::Unknown,
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Unknown => "UNKNOWN",
            Self::Single => "SINGLE_OPT_IN",
            Self::Confirmed => "CONFIRMED_OPT_IN",
        }
    }
}

/// The least of all yeses that the consent comes of; `None` where it is no yes.
fn level(consent: &Consent<'_>) -> Option<Level> {
    let levels = consent.parts.iter().map(|(_, standing)| Level::of(standing.assurance));
    levels.min().filter(|_| consent.told == Told::Yes)
}
