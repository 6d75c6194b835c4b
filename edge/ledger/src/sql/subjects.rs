//! The tables `subjects`, `identities` and `suppressions`: people, how they stand, and who they are.

use jatak_shared::canonical;
use jatak_shared::id::{Digest32, EventId, SubjectId};
use jatak_shared::phone::E164;
use jatak_shared::state::Standings;
use jatak_shared::subject::Subject;
use jatak_shared::time::Timestamp;

use super::{json, signed, unsigned, word};
use crate::store::{Row, Store, StoreError, Value};

/// A subject with everything a decision needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SubjectRow {
    /// Who.
    pub(crate) subject: Subject,
    /// How they stand.
    pub(crate) standings: Standings,
    /// The number of their last event; 0 where a link was made before any.
    pub(crate) last_seq: u64,
    /// Their last event.
    pub(crate) last_event: Option<EventId>,
    /// When it was recorded.
    pub(crate) last_at: Timestamp,
}

impl SubjectRow {
    /// Someone never heard of before.
    pub(crate) fn new(subject: Subject) -> Self {
        Self { subject, standings: Standings::default(), last_seq: 0, last_event: None, last_at: Timestamp::EPOCH }
    }
}

const COLUMNS: &str = "SELECT s.id, i.phone, s.standings, s.last_seq, s.last_event, s.last_at
    FROM subjects s JOIN identities i ON i.subject = s.id";

pub(crate) fn by_phone(store: &impl Store, phone: &E164) -> Result<Option<SubjectRow>, StoreError> {
    let rows = store.query(&format!("{COLUMNS} WHERE i.phone = ?"), &[Value::Text(phone.to_string())])?;
    rows.first().map(subject).transpose()
}

pub(crate) fn by_id(store: &impl Store, id: SubjectId) -> Result<Option<SubjectRow>, StoreError> {
    let rows = store.query(&format!("{COLUMNS} WHERE s.id = ?"), &[Value::Text(id.to_string())])?;
    rows.first().map(subject).transpose()
}

/// Subjects in the order of their ids, after `after`, `limit` at most.
pub(crate) fn page(store: &impl Store, after: Option<SubjectId>, limit: u64) -> Result<Vec<SubjectRow>, StoreError> {
    let after = after.map_or(String::new(), |id| id.to_string());
    let bounds = [Value::Text(after), Value::Integer(signed(limit)?)];
    let rows = store.query(&format!("{COLUMNS} WHERE s.id > ? ORDER BY s.id LIMIT ?"), &bounds)?;
    rows.iter().map(subject).collect()
}

/// Writes a subject that has no identity row yet.
pub(crate) fn add(store: &impl Store, row: &SubjectRow) -> Result<(), StoreError> {
    let identity = [row.subject.phone.to_string(), row.subject.id.to_string()].map(Value::Text);
    store.execute("INSERT INTO identities (phone, subject) VALUES (?, ?)", &identity)?;
    write(store, row)
}

/// Writes how a subject stands now.
pub(crate) fn write(store: &impl Store, row: &SubjectRow) -> Result<(), StoreError> {
    let values = [
        Value::Text(row.subject.id.to_string()),
        Value::Text(canonical::to_string(&row.standings)),
        Value::Integer(signed(row.last_seq)?),
        row.last_event.map_or(Value::Null, |id| Value::Text(id.to_string())),
        Value::Integer(row.last_at.millis()),
    ];
    store.execute(
        "INSERT OR REPLACE INTO subjects (id, standings, last_seq, last_event, last_at) VALUES (?, ?, ?, ?, ?)",
        &values,
    )
}

/// Removes a subject and who they are.
pub(crate) fn erase(store: &impl Store, subject: SubjectId) -> Result<(), StoreError> {
    let id = [Value::Text(subject.to_string())];
    store.execute("DELETE FROM identities WHERE subject = ?", &id)?;
    store.execute("DELETE FROM subjects WHERE id = ?", &id)
}

/// Puts this keyed hash of a number on the suppression list; one that is there stays as it is.
pub(crate) fn suppress(store: &impl Store, hash: Digest32, now: Timestamp) -> Result<(), StoreError> {
    let values = [Value::Blob(hash.as_bytes().to_vec()), Value::Integer(now.millis())];
    store.execute("INSERT INTO suppressions (hash, since) VALUES (?, ?) ON CONFLICT DO NOTHING", &values)
}

/// Whether this keyed hash of a number stands on the suppression list.
pub(crate) fn is_suppressed(store: &impl Store, hash: Digest32) -> Result<bool, StoreError> {
    let hash = [Value::Blob(hash.as_bytes().to_vec())];
    Ok(!store.query("SELECT 1 FROM suppressions WHERE hash = ?", &hash)?.is_empty())
}

fn subject(row: &Row) -> Result<SubjectRow, StoreError> {
    let last_event = if row.is_null(4) { None } else { Some(word(row.text(4)?, "event id")?) };
    Ok(SubjectRow {
        subject: Subject { id: word(row.text(0)?, "subject id")?, phone: word(row.text(1)?, "number")? },
        standings: json(row.text(2)?, "standings")?,
        last_seq: unsigned(row.integer(3)?, "seq")?,
        last_event,
        last_at: Timestamp::from_millis(row.integer(5)?),
    })
}
