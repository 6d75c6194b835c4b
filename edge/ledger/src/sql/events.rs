//! The tables `events`, `private_parts` and `evidence`: the ledger itself.

use std::collections::BTreeSet;

use jatak_shared::category::CategoryId;
use jatak_shared::event::{Committed, Event, Evidence, Leaf, Outcome, PrivatePart};
use jatak_shared::id::{EventId, SubjectId};
use jatak_shared::time::Timestamp;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::{bytes32, json, list, signed, unsigned, word};
use crate::shown::{Count, count};
use crate::store::{Row, Store, StoreError, Value};

/// The end of the ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The number of the last event; 0 where there is none.
    pub seq: u64,
    /// When it was recorded.
    pub recorded_at: Timestamp,
}

/// An event as it is read back: the leaf, and what has not been erased.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The public part.
    pub leaf: Leaf,
    /// The private part, unless erased.
    pub private: Option<Committed<PrivatePart>>,
    /// What it led to, unless erased, which it is together with the private part.
    pub outcome: Option<Committed<Outcome>>,
    /// The evidence, where there was any and it has not been erased.
    pub evidence: Option<Committed<Evidence>>,
}

const COLUMNS: &str = "SELECT e.leaf, p.salt, p.body, p.outcome_salt, p.outcome, v.salt, v.body FROM events e
    LEFT JOIN private_parts p ON p.seq = e.seq LEFT JOIN evidence v ON v.seq = e.seq";

pub(crate) fn head(store: &impl Store) -> Result<Head, StoreError> {
    let rows = store.query("SELECT seq, recorded_at FROM events ORDER BY seq DESC LIMIT 1", &[])?;
    let Some(row) = rows.first() else { return Ok(Head { seq: 0, recorded_at: Timestamp::EPOCH }) };
    Ok(Head { seq: unsigned(row.integer(0)?, "seq")?, recorded_at: Timestamp::from_millis(row.integer(1)?) })
}

/// Writes events that follow each other, a table at a time: what many of them cost is the calls. Only
/// [`Tail`](crate::log::Tail) calls it, which also adds them to the log.
pub(crate) fn append(store: &impl Store, events: &[Event]) -> Result<(), StoreError> {
    let Some(first) = events.first() else { return Ok(()) };
    let first = Value::Integer(signed(first.leaf.seq)?);
    let leaves =
        events.iter().map(|event| (event.private.body.id, event.leaf.recorded_at.millis(), &event.written.leaf));
    store.execute(
        "INSERT INTO events (seq, id, recorded_at, leaf) SELECT ?1 + key, json_extract(value, '$[0]'),
         json_extract(value, '$[1]'), json_extract(value, '$[2]') FROM json_each(?2)",
        &[first.clone(), list(leaves)?],
    )?;
    let parts = events.iter().map(|event| {
        let subject = event.outcome.as_ref().map(|outcome| outcome.body.subject);
        (subject, event.private.body.via, &event.written.private, &event.written.outcome)
    });
    // JSON holds no bytes, so the salts come in one blob, two of 32 bytes an event.
    let salts = |event: &Event| [event.private.salt, event.outcome.as_ref().map_or([0; 32], |outcome| outcome.salt)];
    let salts = events.iter().flat_map(salts).flatten().collect();
    store.execute(
        "INSERT INTO private_parts (seq, subject, via, salt, body, outcome_salt, outcome) SELECT ?1 + key,
         json_extract(value, '$[0]'), json_extract(value, '$[1]'), substr(?3, 1 + 64 * key, 32),
         json_extract(value, '$[2]'), iif(json_extract(value, '$[3]') IS NULL, NULL, substr(?3, 33 + 64 * key, 32)),
         json_extract(value, '$[3]') FROM json_each(?2)",
        &[first, list(parts)?, Value::Blob(salts)],
    )?;
    append_evidence(store, events)
}

/// Writes what was noted about the circumstances, where anything was.
fn append_evidence(store: &impl Store, events: &[Event]) -> Result<(), StoreError> {
    let noted = |event: &Event| {
        let (evidence, text) = (event.evidence.as_ref()?, event.written.evidence.clone()?);
        Some(((event.leaf.seq, text), evidence.salt))
    };
    let (rows, salts): (Vec<_>, Vec<_>) = events.iter().filter_map(noted).unzip();
    if rows.is_empty() {
        return Ok(());
    }
    store.execute(
        "INSERT INTO evidence (seq, salt, body) SELECT json_extract(value, '$[0]'), substr(?2, 1 + 32 * key, 32),
         json_extract(value, '$[1]') FROM json_each(?1)",
        &[list(rows)?, Value::Blob(salts.concat())],
    )
}

/// The event with this number.
pub(crate) fn by_seq(store: &impl Store, seq: u64) -> Result<Option<Entry>, StoreError> {
    let rows = store.query(&format!("{COLUMNS} WHERE e.seq = ?"), &[Value::Integer(signed(seq)?)])?;
    rows.first().map(entry).transpose()
}

/// The event with this id.
pub(crate) fn by_id(store: &impl Store, id: EventId) -> Result<Option<Entry>, StoreError> {
    let rows = store.query(&format!("{COLUMNS} WHERE e.id = ?"), &[Value::Text(id.to_string())])?;
    rows.first().map(entry).transpose()
}

/// Events after number `after` up to number `upto`, `limit` at most, in order.
pub(crate) fn page(store: &impl Store, after: u64, upto: u64, limit: u64) -> Result<Vec<Entry>, StoreError> {
    let bounds = [Value::Integer(signed(after)?), Value::Integer(signed(upto)?), Value::Integer(signed(limit)?)];
    let rows = store.query(&format!("{COLUMNS} WHERE e.seq > ? AND e.seq <= ? ORDER BY e.seq LIMIT ?"), &bounds)?;
    rows.iter().map(entry).collect()
}

/// The canonical leaves after number `after`, `limit` at most, in order.
pub(crate) fn leaves(store: &impl Store, after: u64, limit: u64) -> Result<Vec<String>, StoreError> {
    let bounds = [Value::Integer(signed(after)?), Value::Integer(signed(limit)?)];
    let rows = store.query("SELECT leaf FROM events WHERE seq > ? ORDER BY seq LIMIT ?", &bounds)?;
    rows.iter().map(|row| Ok(row.text(0)?.to_owned())).collect()
}

/// How many opted in from one moment until before another, by day of UTC and notice. Found in an index of
/// just these events, however long the ledger is.
pub(crate) fn opt_ins(store: &impl Store, from: Timestamp, until: Timestamp) -> Result<Vec<Count>, StoreError> {
    let bounds = [Value::Integer(from.millis()), Value::Integer(until.millis())];
    store.query(OPT_INS, &bounds)?.iter().map(count).collect()
}

/// The condition is word for word that of the index: SQLite takes a partial index for no other.
const OPT_INS: &str = "SELECT recorded_at / 86400000, json_extract(leaf, '$.notice'), count(*) FROM events
    WHERE json_extract(leaf, '$.kind') = 'opted_in' AND recorded_at >= ? AND recorded_at < ? GROUP BY 1, 2";

/// Erases the private parts, evidence and ids of these events. Their leaves stay.
pub(crate) fn erase(store: &impl Store, seqs: &[u64]) -> Result<(), StoreError> {
    let seqs = [list(seqs)?];
    store.execute("DELETE FROM private_parts WHERE seq IN (SELECT value FROM json_each(?))", &seqs)?;
    store.execute("DELETE FROM evidence WHERE seq IN (SELECT value FROM json_each(?))", &seqs)?;
    // The id stood in the private part and in links; the number, which the leaf has, takes its place.
    store.execute("UPDATE events SET id = 'erased:' || seq WHERE seq IN (SELECT value FROM json_each(?))", &seqs)
}

/// Those of these subjects whose yes to this category ever waited in vain.
pub(crate) fn expired_of(
    store: &impl Store,
    subjects: &[SubjectId],
    category: &CategoryId,
) -> Result<BTreeSet<SubjectId>, StoreError> {
    if subjects.is_empty() {
        return Ok(BTreeSet::new());
    }
    let rows = store.query(
        "SELECT DISTINCT p.subject FROM json_each(?1) s CROSS JOIN private_parts p ON p.subject = s.value
         CROSS JOIN events e ON e.seq = p.seq WHERE json_extract(e.leaf, '$.kind') = 'expired'
         AND EXISTS (SELECT 1 FROM json_each(p.outcome, '$.categories') WHERE json_extract(value, '$.id') = ?2)",
        &[list(subjects)?, Value::Text(category.to_string())],
    )?;
    rows.iter().map(|row| word(row.text(0)?, "subject id")).collect()
}

/// The numbers of a subject's events, ascending.
pub(crate) fn numbers_of_subject(store: &impl Store, subject: SubjectId) -> Result<Vec<u64>, StoreError> {
    let id = [Value::Text(subject.to_string())];
    let rows = store.query("SELECT seq FROM private_parts WHERE subject = ? ORDER BY seq", &id)?;
    rows.iter().map(|row| unsigned(row.integer(0)?, "seq")).collect()
}

/// What is left of a subject's events up to number `upto`, in order.
pub(crate) fn of_subject(store: &impl Store, subject: SubjectId, upto: u64) -> Result<Vec<Entry>, StoreError> {
    let bounds = [Value::Text(subject.to_string()), Value::Integer(signed(upto)?)];
    let rows = store.query(&format!("{COLUMNS} WHERE p.subject = ? AND e.seq <= ? ORDER BY e.seq"), &bounds)?;
    rows.iter().map(entry).collect()
}

/// What is left of a subject's events after number `after`, `limit` at most, in order.
pub(crate) fn after_of_subject(
    store: &impl Store,
    subject: SubjectId,
    after: u64,
    limit: u64,
) -> Result<Vec<Entry>, StoreError> {
    let bounds = [Value::Text(subject.to_string()), Value::Integer(signed(after)?), Value::Integer(signed(limit)?)];
    let rows = store.query(&format!("{COLUMNS} WHERE p.subject = ? AND p.seq > ? ORDER BY p.seq LIMIT ?"), &bounds)?;
    rows.iter().map(entry).collect()
}

/// What was done through the receipt of this submission.
pub(crate) fn via(store: &impl Store, submission: EventId) -> Result<Vec<PrivatePart>, StoreError> {
    let id = [Value::Text(submission.to_string())];
    let rows = store.query("SELECT body FROM private_parts WHERE via = ? ORDER BY seq", &id)?;
    rows.iter().map(|row| json(row.text(0)?, "private part")).collect()
}

/// How many submissions without proof this subject has since `since`.
pub(crate) fn unproven_since(store: &impl Store, subject: SubjectId, since: Timestamp) -> Result<u32, StoreError> {
    let bounds = [Value::Text(subject.to_string()), Value::Integer(since.millis())];
    let rows = store.query(
        "SELECT count(*) FROM private_parts p JOIN events e ON e.seq = p.seq
         WHERE p.subject = ? AND e.recorded_at > ? AND json_extract(p.body, '$.assurance') = 'typed'",
        &bounds,
    )?;
    let count = rows.first().map_or(Ok(0), |row| row.integer(0))?;
    Ok(u32::try_from(count).unwrap_or(u32::MAX))
}

fn entry(row: &Row) -> Result<Entry, StoreError> {
    let leaf = json(row.text(0)?, "leaf")?;
    let private = committed(row, 1, "private part")?;
    let outcome = committed(row, 3, "outcome")?;
    let evidence = committed(row, 5, "evidence")?;
    Ok(Entry { leaf, private, outcome, evidence })
}

/// The salt in this column; `NULL` where the body never was or is erased.
fn salt(row: &Row, column: usize) -> Result<Option<[u8; 32]>, StoreError> {
    if row.is_null(column) { Ok(None) } else { bytes32(row.blob(column)?, "salt").map(Some) }
}

/// A salt and a body in two neighbouring columns; both are `NULL` where the body never was or is erased.
fn committed<T: DeserializeOwned>(row: &Row, column: usize, what: &str) -> Result<Option<Committed<T>>, StoreError> {
    let Some(salt) = salt(row, column)? else { return Ok(None) };
    Ok(Some(Committed { salt, body: json(row.text(column + 1)?, what)? }))
}
