//! The tables of what is heard from WhatsApp: what was heard already, what was kept of it, and how much.

use std::collections::{BTreeMap, BTreeSet};

use jatak_shared::id::Digest32;
use jatak_shared::time::Timestamp;
use jatak_shared::whatsapp::signal::Signal;

use super::{bytes32, json, list, signed, unsigned};
use crate::store::{Row, Store, StoreError, Value};

/// Takes some of what was kept of people whose number was not known, from when such people were no subjects.
pub(crate) fn take_unlinked(store: &impl Store, limit: u64) -> Result<Vec<Signal>, StoreError> {
    let limit = [Value::Integer(signed(limit)?)];
    let rows = store.query("SELECT signal FROM unlinked ORDER BY heard LIMIT ?", &limit)?;
    let signals = rows.iter().map(|row| json(row.text(0)?, "signal"));
    let mut signals: Vec<Signal> = signals.collect::<Result<_, _>>()?;
    if !signals.is_empty() {
        store.execute(
            "DELETE FROM unlinked WHERE heard IN (SELECT heard FROM unlinked ORDER BY heard LIMIT ?)",
            &limit,
        )?;
    }
    signals.sort_by_key(|signal| signal.at);
    Ok(signals)
}

/// Which of these were heard already.
pub(crate) fn heard_of(store: &impl Store, ids: &[Digest32]) -> Result<BTreeSet<Digest32>, StoreError> {
    let rows =
        store.query("SELECT h.id FROM json_each(?) i CROSS JOIN heard h ON h.id = unhex(i.value)", &[list(ids)?])?;
    rows.iter().map(|row| Ok(Digest32::from_bytes(bytes32(row.blob(0)?, "hash")?))).collect()
}

/// Notes what was heard.
pub(crate) fn note_heard(store: &impl Store, ids: &[Digest32], now: Timestamp) -> Result<(), StoreError> {
    if ids.is_empty() {
        return Ok(());
    }
    store.execute(
        "INSERT INTO heard (id, at) SELECT unhex(value), ?2 FROM json_each(?1) WHERE true ON CONFLICT DO NOTHING",
        &[list(ids)?, Value::Integer(now.millis())],
    )
}

/// Forgets what was heard before then, `limit` at most.
pub(crate) fn forget_heard(store: &impl Store, before: Timestamp, limit: u64) -> Result<(), StoreError> {
    let bounds = [Value::Integer(before.millis()), Value::Integer(signed(limit)?)];
    store.execute("DELETE FROM heard WHERE id IN (SELECT id FROM heard WHERE at < ? ORDER BY at LIMIT ?)", &bounds)
}

/// When the first was heard of what is noted.
pub(crate) fn oldest_heard(store: &impl Store) -> Result<Option<Timestamp>, StoreError> {
    let rows = store.query("SELECT min(at) FROM heard", &[])?;
    let row = rows.first().filter(|row| !row.is_null(0));
    row.map(|row| row.integer(0).map(Timestamp::from_millis)).transpose()
}

/// Adds to the counts.
pub(crate) fn count(store: &impl Store, counts: &BTreeMap<&'static str, u64>) -> Result<(), StoreError> {
    let counts: Vec<_> = counts.iter().filter(|(_, count)| **count > 0).collect();
    if counts.is_empty() {
        return Ok(());
    }
    store.execute(
        "INSERT INTO intake (word, count) SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]')
         FROM json_each(?) WHERE true ON CONFLICT (word) DO UPDATE SET count = count + excluded.count",
        &[list(counts)?],
    )
}

/// The counts.
pub(crate) fn counts(store: &impl Store) -> Result<BTreeMap<String, u64>, StoreError> {
    let rows = store.query("SELECT word, count FROM intake", &[])?;
    let read = |row: &Row| Ok((row.text(0)?.to_owned(), unsigned(row.integer(1)?, "count")?));
    rows.iter().map(read).collect()
}
