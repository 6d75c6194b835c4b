//! Records as JSON, one object a line, with everything that is kept of them.
//!
//! The first line says what the file is and the last how many lines stand between, so that a file that was cut off is
//! noticed. Lines of events carry leaf, private part, outcome and evidence as they are stored, with their salts: HMAC-SHA-256
//! under the salt over the canonical JSON (RFC 8785) of the body is the commitment that the leaf, or the private part,
//! has of it.

use jatak_ledger::Entry;
use jatak_ledger::export::SubjectStates;
use jatak_shared::business::Slug;
use jatak_shared::id::BusinessId;
use jatak_shared::notice::Notice;
use jatak_shared::state::Standing;
use jatak_shared::time::Timestamp;
use serde::Serialize;
use serde_json::{Error, json};

use super::wanted::Wanted;
use jatak_ledger::Head;

/// The version of these lines. Members may be added under it; none is renamed or dropped.
const VERSION: u8 = 1;

/// The first line.
pub fn header(business: &Slug, id: BusinessId, wanted: &Wanted, as_of: Head) -> Result<Vec<u8>, Error> {
    let filter = &wanted.filter;
    line(&json!({
        "v": VERSION,
        "business": business,
        "business_id": id,
        "kind": wanted.kind.word(),
        "as_of": as_of.seq,
        "filter": {
            "from": filter.from,
            "to": filter.to,
            "category": filter.category,
            "state": filter.state,
        },
    }))
}

/// The last line, after `count` lines of records.
pub fn trailer(count: u64) -> Result<Vec<u8>, Error> {
    line(&json!({"end": true, "count": count}))
}

/// The line of an event.
pub fn event(entry: &Entry) -> Result<Vec<u8>, Error> {
    let mut members = serde_json::Map::new();
    members.insert("leaf".into(), serde_json::to_value(&entry.leaf)?);
    match &entry.private {
        Some(private) => members.insert("private".into(), serde_json::to_value(private)?),
        None => members.insert("erased".into(), true.into()),
    };
    if let Some(outcome) = &entry.outcome {
        members.insert("outcome".into(), serde_json::to_value(outcome)?);
    }
    if let Some(evidence) = &entry.evidence {
        members.insert("evidence".into(), serde_json::to_value(evidence)?);
    }
    line(&members)
}

/// The line of one standing.
pub fn standing(subject: &SubjectStates, category: &str, standing: &Standing) -> Result<Vec<u8>, Error> {
    line(&json!({
        "subject": subject.subject,
        "phone": subject.phone,
        "category": category,
        "state": standing.state,
        "since": standing.since,
        "event_id": standing.event,
        "notice_id": standing.notice,
        "assurance": standing.assurance,
    }))
}

/// The line of a notice.
pub fn notice(published_at: Timestamp, notice: &Notice) -> Result<Vec<u8>, Error> {
    line(&json!({"published_at": published_at, "notice": notice}))
}

fn line(value: &impl Serialize) -> Result<Vec<u8>, Error> {
    let mut bytes = serde_json::to_vec(value)?;
    bytes.push(b'\n');
    Ok(bytes)
}
