//! The tables `codes` and `wrong_codes`: what waits to be confirmed from WhatsApp, and who tried in vain.

use jatak_shared::canonical;
use jatak_shared::decide::Offer;
use jatak_shared::id::{Digest32, EventId, SubjectId};
use jatak_shared::time::Timestamp;

use super::{bytes32, json, list, unsigned, word};
use crate::store::{Row, Store, StoreError, Value};

/// A code as it is kept.
#[derive(Clone, Debug)]
pub(crate) struct CodeRow {
    /// Its keyed hash.
    pub(crate) hash: Digest32,
    /// SHA-256 of the secret by which the page asks.
    pub(crate) poll: Digest32,
    /// The hash of the message as prepared.
    pub(crate) text: Digest32,
    /// Whose number was typed; none where none was.
    pub(crate) subject: Option<SubjectId>,
    /// What it stands for.
    pub(crate) offer: Offer,
    /// Until when it may be sent.
    pub(crate) expires_at: Timestamp,
    /// What came of it.
    pub(crate) event: Option<EventId>,
}

/// Writes codes; one that is there stays as it is.
pub(crate) fn add(store: &impl Store, rows: &[CodeRow]) -> Result<(), StoreError> {
    if rows.is_empty() {
        return Ok(());
    }
    let row = |row: &CodeRow| {
        let offer = canonical::to_string(&row.offer);
        (row.hash, row.poll, row.text, row.subject, offer, row.expires_at.millis())
    };
    store.execute(
        "INSERT INTO codes (hash, poll, text, subject, offer, expires_at)
         SELECT unhex(json_extract(value, '$[0]')), unhex(json_extract(value, '$[1]')),
         unhex(json_extract(value, '$[2]')), json_extract(value, '$[3]'), json_extract(value, '$[4]'),
         json_extract(value, '$[5]') FROM json_each(?) WHERE true ON CONFLICT DO NOTHING",
        &[list(rows.iter().map(row))?],
    )
}

const COLUMNS: &str = "SELECT hash, poll, text, subject, offer, expires_at, event FROM codes";

/// The code with this hash.
pub(crate) fn by_hash(store: &impl Store, hash: Digest32) -> Result<Option<CodeRow>, StoreError> {
    let rows = store.query(&format!("{COLUMNS} WHERE hash = ?"), &[blob(hash)])?;
    rows.first().map(code).transpose()
}

/// The code that is asked after with the secret of this hash.
pub(crate) fn by_poll(store: &impl Store, poll: Digest32) -> Result<Option<CodeRow>, StoreError> {
    let rows = store.query(&format!("{COLUMNS} WHERE poll = ?"), &[blob(poll)])?;
    rows.first().map(code).transpose()
}

/// How many codes of shoppers who typed no number wait to be sent.
pub(crate) fn open_offers(store: &impl Store, now: Timestamp) -> Result<u64, StoreError> {
    let rows = store.query(
        "SELECT count(*) FROM codes WHERE expires_at > ? AND subject IS NULL AND event IS NULL",
        &[Value::Integer(now.millis())],
    )?;
    rows.first().map_or(Ok(0), |row| unsigned(row.integer(0)?, "count"))
}

/// Notes what came of a code, which confirms nothing more from then on.
pub(crate) fn done(store: &impl Store, hash: Digest32, event: EventId) -> Result<(), StoreError> {
    store.execute("UPDATE codes SET event = ? WHERE hash = ?", &[Value::Text(event.to_string()), blob(hash)])
}

/// Notes that somebody sent a code that confirmed nothing.
pub(crate) fn note_wrong(store: &impl Store, who: Digest32, at: Timestamp) -> Result<(), StoreError> {
    store.execute("INSERT INTO wrong_codes (who, at) VALUES (?, ?)", &[blob(who), Value::Integer(at.millis())])
}

/// How many codes somebody sent in vain since then.
pub(crate) fn wrong_since(store: &impl Store, who: Digest32, since: Timestamp) -> Result<u64, StoreError> {
    let bounds = [blob(who), Value::Integer(since.millis())];
    let rows = store.query("SELECT count(*) FROM wrong_codes WHERE who = ? AND at > ?", &bounds)?;
    rows.first().map_or(Ok(0), |row| unsigned(row.integer(0)?, "count"))
}

/// Forgets a person's codes.
pub(crate) fn erase(store: &impl Store, subject: SubjectId) -> Result<(), StoreError> {
    store.execute("DELETE FROM codes WHERE subject = ?", &[Value::Text(subject.to_string())])
}

/// Forgets codes that ended before one moment, and tries before another.
pub(crate) fn forget(store: &impl Store, codes: Timestamp, tries: Timestamp) -> Result<(), StoreError> {
    store.execute("DELETE FROM codes WHERE expires_at < ?", &[Value::Integer(codes.millis())])?;
    store.execute("DELETE FROM wrong_codes WHERE at < ?", &[Value::Integer(tries.millis())])
}

/// When the first code ends.
pub(crate) fn oldest(store: &impl Store) -> Result<Option<Timestamp>, StoreError> {
    let rows = store.query("SELECT min(expires_at) FROM codes", &[])?;
    let row = rows.first().filter(|row| !row.is_null(0));
    row.map(|row| row.integer(0).map(Timestamp::from_millis)).transpose()
}

fn blob(digest: Digest32) -> Value {
    Value::Blob(digest.as_bytes().to_vec())
}

fn code(row: &Row) -> Result<CodeRow, StoreError> {
    let digest = |column| bytes32(row.blob(column)?, "hash").map(Digest32::from_bytes);
    Ok(CodeRow {
        hash: digest(0)?,
        poll: digest(1)?,
        text: digest(2)?,
        subject: if row.is_null(3) { None } else { Some(word(row.text(3)?, "subject id")?) },
        offer: json(row.text(4)?, "offer")?,
        expires_at: Timestamp::from_millis(row.integer(5)?),
        event: if row.is_null(6) { None } else { Some(word(row.text(6)?, "event id")?) },
    })
}
