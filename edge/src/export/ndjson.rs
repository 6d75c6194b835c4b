//! States and notices as JSON, one object a line.
//!
//! The first line says what the file is and the last how many lines stand between, so that a file that was cut off is
//! noticed. Events have lines of another form, with proof.

use jatak_ledger::export::SubjectStates;
use jatak_shared::business::Slug;
use jatak_shared::id::BusinessId;
use jatak_shared::notice::Notice;
use jatak_shared::state::Standing;
use jatak_shared::subject::Handle;
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

/// The line of one standing.
pub fn standing(subject: &SubjectStates, category: &str, standing: &Standing) -> Result<Vec<u8>, Error> {
    let mut told = json!({
        "subject": subject.subject,
        "category": category,
        "state": standing.state,
        "since": standing.since,
        "event_id": standing.event,
        "notice_id": standing.notice,
        "assurance": standing.assurance,
        "stopped_in_whatsapp": subject.stop.map(|stop| stop.at),
    });
    match &subject.handle {
        Handle::Phone(phone) => told["phone"] = json!(phone),
        Handle::UserId(user_id) => told["user_id"] = json!(user_id),
    }
    line(&told)
}

/// The line of a notice.
pub fn notice(published_at: Timestamp, notice: &Notice) -> Result<Vec<u8>, Error> {
    line(&json!({"published_at": published_at, "notice": notice}))
}

/// One object as a line.
pub(super) fn line(value: &impl Serialize) -> Result<Vec<u8>, Error> {
    let mut bytes = serde_json::to_vec(value)?;
    bytes.push(b'\n');
    Ok(bytes)
}
