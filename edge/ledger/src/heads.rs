//! The heads of one business's log that may have been seen outside, kept in a store apart from the ledger's own.
//!
//! A ledger whose database was put back from a backup knows nothing of what it signed since. Whoever is told of each head
//! before it leaves does.

use jatak_shared::id::Digest32;

use crate::log::KnownHead;
use crate::store::{Row, Store, StoreError, Value};

/// The last head told, on a store of its own.
#[derive(Debug)]
pub struct Heads<S> {
    store: S,
}

impl<S: Store> Heads<S> {
    /// The heads on this store; makes their table where there is none.
    pub fn open(store: S) -> Result<Self, StoreError> {
        store.execute(
            "CREATE TABLE IF NOT EXISTS heads (
                one INTEGER PRIMARY KEY CHECK (one = 1),
                size INTEGER NOT NULL,
                root BLOB NOT NULL
             ) STRICT",
            &[],
        )?;
        Ok(Self { store })
    }

    /// The last head told.
    pub fn last(&self) -> Result<Option<KnownHead>, StoreError> {
        self.store.query("SELECT size, root FROM heads", &[])?.first().map(read).transpose()
    }

    /// Takes a head that is about to leave. Says `false`, and keeps the one it has, where that is larger or of the same
    /// size with another root: then the new one must not leave.
    pub fn tell(&self, head: KnownHead) -> Result<bool, StoreError> {
        if let Some(last) = self.last()?
            && (last.size > head.size || (last.size == head.size && last.root != head.root))
        {
            return Ok(false);
        }
        let size = i64::try_from(head.size).map_err(|_| StoreError::Corrupt("a head beyond all numbers".into()))?;
        self.store.execute(
            "INSERT INTO heads (one, size, root) VALUES (1, ?, ?)
             ON CONFLICT (one) DO UPDATE SET size = excluded.size, root = excluded.root",
            &[Value::Integer(size), Value::Blob(head.root.as_bytes().to_vec())],
        )?;
        Ok(true)
    }
}

fn read(row: &Row) -> Result<KnownHead, StoreError> {
    let size = u64::try_from(row.integer(0)?).map_err(|_| StoreError::Corrupt("a negative size".into()))?;
    let root: [u8; 32] = row.blob(1)?.try_into().map_err(|_| StoreError::Corrupt("a root that is no hash".into()))?;
    Ok(KnownHead { size, root: Digest32::from_bytes(root) })
}
