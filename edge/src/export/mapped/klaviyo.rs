//! Klaviyo: a profile with its WhatsApp subscriptions, as its profiles API shows it (revision 2026-07-15).

use jatak_shared::category::{CategoryId, Class};
use jatak_shared::phone::E164;
use jatak_shared::state::Standing;
use serde_json::{Map, Value, json};

use super::{Consent, Told};

/// The subscription that messages of a class belong to; one-time codes belong to none.
pub(super) fn channel(class: Class) -> Option<&'static str> {
    match class {
        Class::Marketing => Some("marketing"),
        Class::Utility => Some("transactional"),
        Class::Authentication => None,
    }
}

/// The profile; `None` where no subscription has anything to tell.
pub(super) fn record<'p>(phone: &E164, consent: impl Fn(Class) -> Option<Consent<'p>>) -> Option<Value> {
    let subscription = |class| Some((channel(class)?.to_owned(), subscription(phone, &consent(class)?)));
    let subscriptions: Map<_, _> = Class::ALL.into_iter().filter_map(subscription).collect();
    (!subscriptions.is_empty()).then(|| {
        json!({
            "type": "profile",
            "attributes": {"phone_number": phone, "subscriptions": {"whatsapp": subscriptions}},
        })
    })
}

fn subscription(phone: &E164, consent: &Consent<'_>) -> Value {
    let mut metadata = json!({"categories": consent.parts.iter().map(part).collect::<Vec<_>>()});
    if let Some(stop) = consent.stop {
        metadata["stopped_in_whatsapp"] = json!({"since": stop.at, "event_id": stop.event});
    }
    json!({
        "can_receive": consent.told == Told::Yes,
        "consent": match consent.told {
            Told::Yes => "SUBSCRIBED",
            Told::Waits => "NEVER_SUBSCRIBED",
            Told::No => "UNSUBSCRIBED",
        },
        "consent_timestamp": consent.since,
        // When it was first said is not known here: a standing tells since when it is so.
        "created_timestamp": null,
        "last_updated": consent.since,
        "metadata": metadata,
        "phone_number": phone,
        "valid_until": null,
    })
}

/// What the consent comes of, so that its proof can be found.
fn part((category, standing): &(&CategoryId, &Standing)) -> Value {
    json!({
        "category": category,
        "state": standing.state,
        "since": standing.since,
        "assurance": standing.assurance,
        "event_id": standing.event,
        "notice_id": standing.notice,
    })
}
