//! The tables `codes` and `wrong_codes`: what waits to be confirmed from WhatsApp, and who tried in vain.

use jatak_shared::canonical;
use jatak_shared::decide::Offer;
use jatak_shared::id::{Digest32, EventId, SubjectId};
use jatak_shared::time::Timestamp;

use super::{bytes32, json, list, signed, unsigned, word};
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
    /// What came of it, and whether that counts: a newer no may stand against it.
    pub(crate) event: Option<(EventId, bool)>,
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

const COLUMNS: &str = "SELECT hash, poll, text, subject, offer, expires_at, event, granted FROM codes";

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

/// How many codes of shoppers who typed no number there are.
pub(crate) fn offers(store: &impl Store) -> Result<u64, StoreError> {
    let rows = store.query("SELECT count(*) FROM codes WHERE subject IS NULL", &[])?;
    rows.first().map_or(Ok(0), |row| unsigned(row.integer(0)?, "count"))
}

/// Forgets the codes of shoppers who typed no number and sent no message while they could.
pub(crate) fn forget_offers(store: &impl Store, now: Timestamp) -> Result<(), StoreError> {
    store.execute("DELETE FROM codes WHERE subject IS NULL AND expires_at <= ?", &[Value::Integer(now.millis())])
}

/// When the first code ends of shoppers who typed no number, where there are this many; `None` where there are fewer.
pub(crate) fn first_of_many_offers(store: &impl Store, many: u64) -> Result<Option<Timestamp>, StoreError> {
    let rows = store.query("SELECT count(*), min(expires_at) FROM codes WHERE subject IS NULL", &[])?;
    let Some(row) = rows.first().filter(|row| !row.is_null(1)) else { return Ok(None) };
    let first = Timestamp::from_millis(row.integer(1)?);
    Ok((unsigned(row.integer(0)?, "count")? >= many).then_some(first))
}

/// Notes what came of a code, which confirms nothing more from then on, and whose it was.
pub(crate) fn done(
    store: &impl Store,
    hash: Digest32,
    subject: SubjectId,
    event: EventId,
    granted: bool,
) -> Result<(), StoreError> {
    let [event, subject, granted] = [event.to_string(), subject.to_string(), granted.to_string()].map(Value::Text);
    store.execute(
        "UPDATE codes SET event = ?, subject = ?, granted = ? WHERE hash = ?",
        &[event, subject, granted, blob(hash)],
    )
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

/// Of which codes nothing more is to be told once they are over. That of a submission that was never confirmed stays for as long as
/// the submission does: its receipt says so, and must not read like that of a yes that counts. As in the index `codes_to_forget`.
const TO_FORGET: &str = "(subject IS NULL OR event IS NOT NULL)";

/// Forgets codes that ended before one moment, and tries before another, `limit` at most of each.
pub(crate) fn forget(store: &impl Store, codes: Timestamp, tries: Timestamp, limit: u64) -> Result<(), StoreError> {
    let limit = Value::Integer(signed(limit)?);
    store.execute(
        &format!(
            "DELETE FROM codes WHERE hash IN
             (SELECT hash FROM codes WHERE expires_at < ? AND {TO_FORGET} ORDER BY expires_at LIMIT ?)"
        ),
        &[Value::Integer(codes.millis()), limit.clone()],
    )?;
    store.execute(
        "DELETE FROM wrong_codes WHERE rowid IN (SELECT rowid FROM wrong_codes WHERE at < ? ORDER BY at LIMIT ?)",
        &[Value::Integer(tries.millis()), limit],
    )
}

/// When the first code ends that is to be forgotten, and when the first try was.
pub(crate) fn oldest(store: &impl Store) -> Result<[Option<Timestamp>; 2], StoreError> {
    let sql =
        format!("SELECT (SELECT min(expires_at) FROM codes WHERE {TO_FORGET}), (SELECT min(at) FROM wrong_codes)");
    let rows = store.query(&sql, &[])?;
    let Some(row) = rows.first() else { return Ok([None, None]) };
    let at = |column| {
        if row.is_null(column) { Ok(None) } else { row.integer(column).map(|at| Some(Timestamp::from_millis(at))) }
    };
    Ok([at(0)?, at(1)?])
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
        event: if row.is_null(6) { None } else { Some((word(row.text(6)?, "event id")?, row.text(7)? == "true")) },
    })
}
