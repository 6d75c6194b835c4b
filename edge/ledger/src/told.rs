//! An event as a business is told of it: the same JSON in the feed, which it asks, and in the webhooks that it is sent.

use jatak_shared::event::Leaf;
use jatak_shared::id::EventId;
use serde_json::{Value, json};

use crate::Entry;

/// What the event's leaf says, what is known of the act, what it led to, and the circumstances. Where what it says was erased
/// it says so.
pub fn told(entry: &Entry) -> Value {
    let mut event = json!(entry.leaf);
    match &entry.private {
        Some(private) => event["event"] = json!(private.body),
        None => event["erased"] = true.into(),
    }
    if let Some(outcome) = &entry.outcome {
        event["outcome"] = json!(outcome.body);
    }
    if let Some(evidence) = &entry.evidence {
        event["evidence"] = json!(evidence.body);
    }
    event
}

/// The same as a CloudEvent (version 1.0.2, in its JSON format) from this source. Who it is about stands in `subject` by their
/// id, never by a number: attributes are what routers and logs look at.
pub fn cloud_event(entry: &Entry, source: &str) -> String {
    let Leaf { seq, kind, recorded_at, .. } = &entry.leaf;
    let id = entry.private.as_ref().map(|private| private.body.id);
    let mut event = json!({
        "specversion": "1.0",
        // The id of an erased event is erased with it, and its number stays.
        "id": id.map_or_else(|| seq.to_string(), |id: EventId| id.to_string()),
        "source": source,
        "type": format!("jatak.{}", kind.word()),
        "time": recorded_at,
        "datacontenttype": "application/json",
        "data": told(entry),
    });
    if let Some(outcome) = &entry.outcome {
        event["subject"] = json!(outcome.body.subject);
    }
    event.to_string()
}
