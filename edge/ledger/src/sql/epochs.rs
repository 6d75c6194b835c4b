//! The tables `epochs` and `untold_erasures`: the log's keys over time, and what the place apart must still hear of.

use jatak_shared::canonical;
use jatak_shared::id::{Digest32, SubjectId};
use jatak_shared::time::Timestamp;

use super::{bytes32, signed, unsigned, word};
use crate::heads::{ErasedEvent, Erasures, PAGE};
use crate::store::{Store, StoreError, Value};

/// The epochs with their public keys, the newest last; none where the first still goes on.
pub(crate) fn all(store: &impl Store) -> Result<Vec<(u64, String)>, StoreError> {
    let rows = store.query("SELECT number, vkey FROM epochs ORDER BY number", &[])?;
    rows.iter().map(|row| Ok((unsigned(row.integer(0)?, "epoch")?, row.text(1)?.to_owned()))).collect()
}

/// Notes an epoch and its public key; one that is noted stays as it is.
pub(crate) fn add(store: &impl Store, number: u64, vkey: &str, now: Timestamp) -> Result<(), StoreError> {
    let values = [Value::Integer(signed(number)?), Value::Text(vkey.to_owned()), Value::Integer(now.millis())];
    store.execute("INSERT OR IGNORE INTO epochs (number, vkey, noted_at) VALUES (?, ?, ?)", &values)
}

/// Notes that the place apart must hear of the erasure of these events. In the transaction that erases them: it hears of
/// all that stand and of no others.
pub(crate) fn owe_erased(store: &impl Store, seqs: &[u64]) -> Result<(), StoreError> {
    // The first hash of a row is that of the event's own leaf.
    let sql = "INSERT INTO untold_erasures (seq, hash) SELECT seq, substr(hashes, 1, 32) FROM log_nodes
               WHERE seq IN (SELECT value FROM json_each(?))";
    store.execute(sql, &[Value::Text(canonical::to_string(&seqs))])
}

/// The same for a number that was suppressed.
pub(crate) fn owe_suppressed(store: &impl Store, hash: Digest32) -> Result<(), StoreError> {
    let hash = [Value::Blob(hash.as_bytes().to_vec())];
    store.execute("INSERT INTO untold_erasures (seq, hash) VALUES (NULL, ?)", &hash)
}

/// A page of what must still be told, and the number up to which it then is; `None` where there is nothing.
pub(crate) fn untold(store: &impl Store) -> Result<Option<(u64, Erasures)>, StoreError> {
    let sql = "SELECT id, seq, hash FROM untold_erasures ORDER BY id LIMIT ?";
    let rows = store.query(sql, &[Value::Integer(signed(PAGE)?)])?;
    let Some(last) = rows.last() else { return Ok(None) };
    let mut erasures = Erasures::default();
    for row in &rows {
        let hash = Digest32::from_bytes(bytes32(row.blob(2)?, "hash")?);
        if row.is_null(1) {
            erasures.suppressed.push(hash);
        } else {
            erasures.erased.push(ErasedEvent { seq: unsigned(row.integer(1)?, "seq")?, leaf: hash });
        }
    }
    Ok(Some((unsigned(last.integer(0)?, "id")?, erasures)))
}

/// Notes that all up to this number was told.
pub(crate) fn told(store: &impl Store, upto: u64) -> Result<(), StoreError> {
    store.execute("DELETE FROM untold_erasures WHERE id <= ?", &[Value::Integer(signed(upto)?)])
}

/// The subjects of those of these events that this ledger holds, leaf for leaf, and whose private parts stand in it
/// again.
pub(crate) fn risen(store: &impl Store, erased: &[ErasedEvent]) -> Result<Vec<SubjectId>, StoreError> {
    let list: Vec<_> = erased.iter().map(|event| (event.seq, event.leaf)).collect();
    let rows = store.query(
        "SELECT DISTINCT p.subject FROM json_each(?) e
         CROSS JOIN private_parts p ON p.seq = json_extract(e.value, '$[0]')
         CROSS JOIN log_nodes n ON n.seq = p.seq
         WHERE substr(n.hashes, 1, 32) = unhex(json_extract(e.value, '$[1]')) AND p.subject IS NOT NULL",
        &[Value::Text(canonical::to_string(&list))],
    )?;
    rows.iter().map(|row| word(row.text(0)?, "subject id")).collect()
}
