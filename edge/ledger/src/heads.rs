//! What is remembered of one business's log in a store apart from the ledger's own: the heads that may have been seen
//! outside, the epochs, and what was erased.
//!
//! A ledger whose database was put back from a backup knows nothing of what it signed and erased since. Whoever is told
//! of each head before it leaves, and of each erasure, does. Nothing here is personal: heads are hashes, an erased event
//! is a number and the hash of its leaf, a suppression is the keyed hash that the ledger keeps too.

mod erased;

use jatak_shared::id::Digest32;
use serde::{Deserialize, Serialize};

pub use erased::{ErasedEvent, Erasures, PAGE};

use crate::log::KnownHead;
use crate::store::{Row, Store, StoreError, Value};

/// A head that was told, and of which epoch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// The epoch, from 1.
    pub epoch: u64,
    /// The head.
    pub head: KnownHead,
}

/// What is remembered, on a store of its own.
#[derive(Debug)]
pub struct Heads<S> {
    store: S,
}

/// The tables, made where they are not there yet.
const TABLES: [&str; 4] = [
    // The last head told of each epoch.
    "CREATE TABLE IF NOT EXISTS told_heads (
        epoch INTEGER PRIMARY KEY,
        size INTEGER NOT NULL,
        root BLOB NOT NULL
     ) STRICT",
    // The epochs that were begun or were about to be, with their public keys. A number is never given twice, also when
    // the backup that is put back was made before the epoch began.
    "CREATE TABLE IF NOT EXISTS epochs (
        number INTEGER PRIMARY KEY,
        vkey TEXT NOT NULL
     ) STRICT",
    // Events whose private parts were erased. A number can stand for two events, one of an epoch that was given up, so
    // the leaf tells which is meant.
    "CREATE TABLE IF NOT EXISTS erased (
        id INTEGER PRIMARY KEY,
        seq INTEGER NOT NULL,
        leaf BLOB NOT NULL UNIQUE
     ) STRICT",
    // The suppression list.
    "CREATE TABLE IF NOT EXISTS suppressed (
        id INTEGER PRIMARY KEY,
        hash BLOB NOT NULL UNIQUE
     ) STRICT",
];

impl<S: Store> Heads<S> {
    /// The heads on this store; makes the tables where there are none.
    pub fn open(store: S) -> Result<Self, StoreError> {
        for table in TABLES {
            store.execute(table, &[])?;
        }
        Ok(Self { store })
    }

    /// The last head told of the newest epoch that told any.
    pub fn last(&self) -> Result<Option<Told>, StoreError> {
        let sql = "SELECT epoch, size, root FROM told_heads ORDER BY epoch DESC LIMIT 1";
        self.store.query(sql, &[])?.first().map(read).transpose()
    }

    /// Takes a head that is about to leave. Says `false`, and keeps the one it has, where that is of a later epoch, or of
    /// the same one and larger or of the same size with another root: then the new one must not leave.
    pub fn tell(&self, told: Told) -> Result<bool, StoreError> {
        if let Some(last) = self.last()? {
            let (head, known) = (told.head, last.head);
            let contradicts = known.size > head.size || (known.size == head.size && known.root != head.root);
            if last.epoch > told.epoch || (last.epoch == told.epoch && contradicts) {
                return Ok(false);
            }
        }
        self.store.execute(
            "INSERT OR REPLACE INTO told_heads (epoch, size, root) VALUES (?, ?, ?)",
            &[number(told.epoch)?, number(told.head.size)?, Value::Blob(told.head.root.as_bytes().to_vec())],
        )?;
        Ok(true)
    }

    /// The epochs ever claimed, with their public keys, in order; the first is not among them.
    pub fn epochs(&self) -> Result<Vec<(u64, String)>, StoreError> {
        let rows = self.store.query("SELECT number, vkey FROM epochs ORDER BY number", &[])?;
        rows.iter().map(|row| Ok((unsigned(row, 0)?, row.text(1)?.to_owned()))).collect()
    }

    /// Takes the number of an epoch that is about to begin under this key. Says `false` where an epoch of this number or
    /// a later one was claimed or has told a head: one origin never has two keys or two histories.
    pub fn claim(&self, epoch: u64, vkey: &str) -> Result<bool, StoreError> {
        let row = [number(epoch)?, Value::Text(vkey.to_owned())];
        self.store.execute(
            "INSERT INTO epochs (number, vkey) SELECT ?1, ?2
             WHERE NOT EXISTS (SELECT 1 FROM epochs WHERE number >= ?1)
             AND NOT EXISTS (SELECT 1 FROM told_heads WHERE epoch >= ?1)",
            &row,
        )?;
        let rows = self.store.query("SELECT 1 FROM epochs WHERE number = ? AND vkey = ?", &row)?;
        Ok(!rows.is_empty())
    }
}

fn read(row: &Row) -> Result<Told, StoreError> {
    let root: [u8; 32] = row.blob(2)?.try_into().map_err(|_| StoreError::Corrupt("a root that is no hash".into()))?;
    let head = KnownHead { size: unsigned(row, 1)?, root: Digest32::from_bytes(root) };
    Ok(Told { epoch: unsigned(row, 0)?, head })
}

fn number(number: u64) -> Result<Value, StoreError> {
    i64::try_from(number).map(Value::Integer).map_err(|_| StoreError::Corrupt("a number beyond all numbers".into()))
}

fn unsigned(row: &Row, column: usize) -> Result<u64, StoreError> {
    u64::try_from(row.integer(column)?).map_err(|_| StoreError::Corrupt("a negative number".into()))
}
