//! What was erased, remembered apart so that a copy put back from a backup can be made to forget it again.

use jatak_shared::canonical;
use jatak_shared::id::Digest32;
use serde::{Deserialize, Serialize};

use super::{Heads, number, unsigned};
use crate::store::{Row, Store, StoreError, Value};

/// How many of each kind are told or read at once: 5,000 numbers with a hash each come to 450 KB of JSON.
pub const PAGE: u64 = 5_000;

/// An event whose private part was erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ErasedEvent {
    /// Its number, in the epoch in which it was erased.
    pub seq: u64,
    /// The hash of its leaf, which says which event is meant where a number was used again after a backup.
    pub leaf: Digest32,
}

/// What erasures left to be remembered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erasures {
    /// Events whose private parts went.
    pub erased: Vec<ErasedEvent>,
    /// Keyed hashes of the numbers of people who had said no (DESIGN rule 6).
    pub suppressed: Vec<Digest32>,
    /// Where the next page begins; `None` after the last.
    pub next: Option<(u64, u64)>,
}

impl<S: Store> Heads<S> {
    /// Remembers erasures; those known already change nothing.
    pub fn remember(&self, erasures: &Erasures) -> Result<(), StoreError> {
        let erased: Vec<_> = erasures.erased.iter().map(|event| (event.seq, event.leaf)).collect();
        self.store.execute(
            "INSERT OR IGNORE INTO erased (seq, leaf)
             SELECT json_extract(value, '$[0]'), unhex(json_extract(value, '$[1]')) FROM json_each(?)",
            &[Value::Text(canonical::to_string(&erased))],
        )?;
        self.store.execute(
            "INSERT OR IGNORE INTO suppressed (hash) SELECT unhex(value) FROM json_each(?)",
            &[Value::Text(canonical::to_string(&erasures.suppressed))],
        )
    }

    /// A page of what is remembered, from this place on; `(0, 0)` is the first.
    pub fn erasures(&self, from: (u64, u64)) -> Result<Erasures, StoreError> {
        let bounds = |after| Ok([number(after)?, number(PAGE)?]);
        let sql = "SELECT id, seq, leaf FROM erased WHERE id > ? ORDER BY id LIMIT ?";
        let erased = self.store.query(sql, &bounds(from.0)?)?;
        let sql = "SELECT id, hash FROM suppressed WHERE id > ? ORDER BY id LIMIT ?";
        let suppressed = self.store.query(sql, &bounds(from.1)?)?;
        let last = |rows: &[Row], before| rows.last().map_or(Ok(before), |row| unsigned(row, 0));
        let next = (last(&erased, from.0)?, last(&suppressed, from.1)?);
        let event = |row: &Row| Ok(ErasedEvent { seq: unsigned(row, 1)?, leaf: hash(row, 2)? });
        Ok(Erasures {
            erased: erased.iter().map(event).collect::<Result<_, StoreError>>()?,
            suppressed: suppressed.iter().map(|row| hash(row, 1)).collect::<Result<_, _>>()?,
            next: (next != from).then_some(next),
        })
    }
}

fn hash(row: &Row, column: usize) -> Result<Digest32, StoreError> {
    let bytes = row.blob(column)?.try_into();
    bytes.map(Digest32::from_bytes).map_err(|_| StoreError::Corrupt("a hash of another length".into()))
}
