//! Twilio: an item of the bulk call of its Consent Management API.

use core::str::FromStr;

use jatak_shared::act::Assurance;
use jatak_shared::bytes::{from_hex, hex};
use jatak_shared::phone::E164;
use serde_json::{Value, json};

use super::{Consent, Told};

/// The messaging service that the consents are for, by its SID. Twilio takes a number there too, which is refused here:
/// numbers stand in no address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SenderId(String);

/// A text that is no SID of a messaging service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the SID of a messaging service: MG and 32 hex digits, lower case")]
pub struct NotASender;

impl FromStr for SenderId {
    type Err = NotASender;

    fn from_str(text: &str) -> Result<Self, NotASender> {
        let digits = text.strip_prefix("MG").ok_or(NotASender)?;
        from_hex::<16>(digits).map(|_| Self(text.to_owned())).ok_or(NotASender)
    }
}

pub(super) fn record(phone: &E164, sender: Option<&SenderId>, consent: &Consent<'_>) -> Value {
    let mut item = json!({
        "contact_id": phone,
        // An event is about one person, so it tells the items of a file apart, and an answer leads back to it.
        "correlation_id": hex(consent.decided.event.as_bytes()),
        "status": if consent.told == Told::Yes { "opt-in" } else { "opt-out" },
        "source": source(consent),
    });
    // Both may be left out, and neither may be null.
    if let Some(sender) = sender {
        item["sender_id"] = sender.0.clone().into();
    }
    if let Some(since) = consent.since {
        item["date_of_consent"] = json!(since);
    }
    item
}

/// Where it was said, as far as the way in which it was tied to the person tells.
fn source(consent: &Consent<'_>) -> &'static str {
    match consent.decided.assurance {
        Assurance::Typed | Assurance::Receipt | Assurance::Link => "website",
        Assurance::Whatsapp if consent.told == Told::Yes => "opt-in-message",
        Assurance::Whatsapp => "opt-out-message",
        Assurance::Api | Assurance::Imported => "others",
    }
}
