//! The table `idempotency`: which keys of the last 24 hours led to which event.

use jatak_shared::id::{Digest32, SubjectId};
use jatak_shared::time::{DAY, Timestamp};

use super::{bytes32, list, unsigned};
use crate::store::{Row, Store, StoreError, Value};

/// What an idempotency key led to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Remembered {
    /// Keyed hash of the body it came with.
    pub(crate) body: Digest32,
    /// The event it led to.
    pub(crate) seq: u64,
}

/// What these keys led to within the last 24 hours, as far as they led to anything, in no order.
pub(crate) fn find(
    store: &impl Store,
    keys: &[Digest32],
    now: Timestamp,
) -> Result<Vec<(Digest32, Remembered)>, StoreError> {
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    let bounds = [list(keys)?, Value::Integer(now.plus_millis(-DAY).millis())];
    let rows = store.query(
        "SELECT i.key, i.body, i.seq FROM json_each(?1) k CROSS JOIN idempotency i ON i.key = unhex(k.value)
         WHERE i.at > ?2",
        &bounds,
    )?;
    let digest = |row: &Row, column, what| bytes32(row.blob(column)?, what).map(Digest32::from_bytes);
    let read = |row: &Row| {
        let what = Remembered { body: digest(row, 1, "body hash")?, seq: unsigned(row.integer(2)?, "seq")? };
        Ok((digest(row, 0, "idempotency key")?, what))
    };
    rows.iter().map(read).collect()
}

/// Keeps what these keys led to.
pub(crate) fn remember(store: &impl Store, keys: &[(Digest32, Remembered)], now: Timestamp) -> Result<(), StoreError> {
    if keys.is_empty() {
        return Ok(());
    }
    store.execute(
        "INSERT OR REPLACE INTO idempotency (key, body, seq, at) SELECT unhex(json_extract(value, '$[0]')),
         unhex(json_extract(value, '$[1]')), json_extract(value, '$[2]'), ?2 FROM json_each(?1)",
        &[list(keys.iter().map(|(key, what)| (key, what.body, what.seq)))?, Value::Integer(now.millis())],
    )
}

/// Erases the body hashes of the keys that led to these events, which were keyed but computed over a number. The keys
/// stay for their day: they are random, and a retry that found none would bring an erased person back.
pub(crate) fn erase(store: &impl Store, seqs: &[u64]) -> Result<(), StoreError> {
    let seqs = [list(seqs)?];
    let sql = "UPDATE idempotency SET body = zeroblob(32) WHERE seq IN (SELECT value FROM json_each(?))";
    store.execute(sql, &seqs)
}

/// How many keys led to an event of this subject.
pub(crate) fn count_of(store: &impl Store, subject: SubjectId) -> Result<u64, StoreError> {
    let subject = [Value::Text(subject.to_string())];
    let sql = "SELECT count(*) FROM idempotency WHERE seq IN (SELECT seq FROM private_parts WHERE subject = ?)";
    unsigned(store.query(sql, &subject)?.first().map_or(Ok(0), |row| row.integer(0))?, "count")
}

/// When the oldest key is 24 hours old; `None` where there is none.
pub(crate) fn next_old(store: &impl Store) -> Result<Option<Timestamp>, StoreError> {
    let rows = store.query("SELECT at FROM idempotency ORDER BY at LIMIT 1", &[])?;
    rows.first().map(|row| row.integer(0).map(|at| Timestamp::from_millis(at).plus_millis(DAY))).transpose()
}

/// Forgets keys older than 24 hours.
pub(crate) fn forget_old(store: &impl Store, now: Timestamp) -> Result<(), StoreError> {
    store.execute("DELETE FROM idempotency WHERE at <= ?", &[Value::Integer(now.plus_millis(-DAY).millis())])
}
