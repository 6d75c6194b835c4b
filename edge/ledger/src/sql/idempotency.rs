//! The table `idempotency`: which keys of the last 24 hours led to which event.

use jatak_shared::id::{Digest32, SubjectId};
use jatak_shared::time::{DAY, Timestamp};

use super::{bytes32, signed, unsigned};
use crate::store::{Store, StoreError, Value};

/// What an idempotency key led to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Remembered {
    /// Keyed hash of the body it came with.
    pub(crate) body: Digest32,
    /// The event it led to.
    pub(crate) seq: u64,
}

/// What this key led to within the last 24 hours.
pub(crate) fn find(store: &impl Store, key: Digest32, now: Timestamp) -> Result<Option<Remembered>, StoreError> {
    let bounds = [Value::Blob(key.as_bytes().to_vec()), Value::Integer(now.plus_millis(-DAY).millis())];
    let rows = store.query("SELECT body, seq FROM idempotency WHERE key = ? AND at > ?", &bounds)?;
    let Some(row) = rows.first() else { return Ok(None) };
    let body = Digest32::from_bytes(bytes32(row.blob(0)?, "body hash")?);
    Ok(Some(Remembered { body, seq: unsigned(row.integer(1)?, "seq")? }))
}

pub(crate) fn remember(store: &impl Store, key: Digest32, what: Remembered, now: Timestamp) -> Result<(), StoreError> {
    let values = [
        Value::Blob(key.as_bytes().to_vec()),
        Value::Blob(what.body.as_bytes().to_vec()),
        Value::Integer(signed(what.seq)?),
        Value::Integer(now.millis()),
    ];
    store.execute("INSERT OR REPLACE INTO idempotency (key, body, seq, at) VALUES (?, ?, ?, ?)", &values)
}

/// Erases the body hashes of the keys that led to these events, which were keyed but computed over a number. The keys
/// stay for their day: they are random, and a retry that found none would bring an erased person back.
pub(crate) fn erase(store: &impl Store, seqs: &[u64]) -> Result<(), StoreError> {
    let list = [Value::Text(jatak_shared::canonical::to_string(&seqs))];
    let sql = "UPDATE idempotency SET body = zeroblob(32) WHERE seq IN (SELECT value FROM json_each(?))";
    store.execute(sql, &list)
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
