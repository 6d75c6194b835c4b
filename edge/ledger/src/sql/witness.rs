//! The table `cosignatures`: how it stands with each witness.

use jatak_shared::canonical;
use jatak_shared::log::{NoteSignature, WitnessVkey};
use jatak_shared::time::Timestamp;

use super::{signed, unsigned};
use crate::store::{Row, Store, StoreError, Value};

/// How it stands with a witness.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Standing {
    /// Its verifier key.
    pub(crate) witness: String,
    /// The size of the last head it cosigned; 0 before any.
    pub(crate) size: u64,
    /// Its line under that head.
    pub(crate) line: Option<NoteSignature>,
    /// How often it failed since it last cosigned.
    pub(crate) tries: u64,
    /// When it is asked again at the earliest.
    pub(crate) again_at: Timestamp,
}

/// How it stands with every witness asked so far.
pub(crate) fn all(store: &impl Store) -> Result<Vec<Standing>, StoreError> {
    let rows = store.query("SELECT witness, size, line, tries, again_at FROM cosignatures ORDER BY witness", &[])?;
    rows.iter().map(standing).collect()
}

/// Notes a cosignature under the head of this size.
pub(crate) fn cosigned(
    store: &impl Store,
    witness: &WitnessVkey,
    size: u64,
    line: &NoteSignature,
    again_at: Timestamp,
) -> Result<(), StoreError> {
    let row = [
        Value::Text(witness.to_string()),
        Value::Integer(signed(size)?),
        Value::Text(line.to_string()),
        Value::Integer(again_at.millis()),
    ];
    store.execute(
        "INSERT OR REPLACE INTO cosignatures (witness, size, line, tries, again_at) VALUES (?, ?, ?, 0, ?)",
        &row,
    )
}

/// Notes that a witness failed. What it cosigned before stands.
pub(crate) fn failed(store: &impl Store, witness: &WitnessVkey, again_at: Timestamp) -> Result<(), StoreError> {
    let row = [Value::Text(witness.to_string()), Value::Integer(again_at.millis())];
    store.execute(
        "INSERT INTO cosignatures (witness, size, line, tries, again_at) VALUES (?, 0, NULL, 1, ?)
         ON CONFLICT (witness) DO UPDATE SET tries = tries + 1, again_at = excluded.again_at",
        &row,
    )
}

/// Forgets every witness but these.
pub(crate) fn retain(store: &impl Store, witnesses: &[String]) -> Result<(), StoreError> {
    let kept = [Value::Text(canonical::to_string(&witnesses))];
    store.execute("DELETE FROM cosignatures WHERE witness NOT IN (SELECT value FROM json_each(?))", &kept)
}

fn standing(row: &Row) -> Result<Standing, StoreError> {
    let line = if row.is_null(2) { None } else { Some(super::word(row.text(2)?, "cosignature")?) };
    Ok(Standing {
        witness: row.text(0)?.to_owned(),
        size: unsigned(row.integer(1)?, "size")?,
        line,
        tries: unsigned(row.integer(3)?, "count")?,
        again_at: Timestamp::from_millis(row.integer(4)?),
    })
}
