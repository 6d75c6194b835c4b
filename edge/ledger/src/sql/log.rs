//! The tables `log_nodes` and `log_heads`: the Merkle log and its last signed head.

use jatak_shared::id::Digest32;
use jatak_shared::log::Node;
use jatak_shared::time::Timestamp;
use serde::{Deserialize, Serialize};

use super::{bytes32, list, signed, unsigned};
use crate::store::{Store, StoreError, Value};

/// A head that was signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedHead {
    /// How many events.
    pub size: u64,
    /// The root over them.
    pub root: Digest32,
    /// When.
    pub signed_at: Timestamp,
    /// The checkpoint as a signed note.
    pub note: String,
}

/// How many events the log holds.
pub(crate) fn size(store: &impl Store) -> Result<u64, StoreError> {
    let rows = store.query("SELECT seq FROM log_nodes ORDER BY seq DESC LIMIT 1", &[])?;
    rows.first().map_or(Ok(0), |row| unsigned(row.integer(0)?, "seq"))
}

/// Writes, for events that follow each other from number `first` on, the hashes of the subtrees that each completes, from
/// its leaf upwards.
pub(crate) fn append(store: &impl Store, first: u64, completed: &[Vec<Digest32>]) -> Result<(), StoreError> {
    let lengths = completed.iter().map(|hashes| 32 * hashes.len());
    let place = |end: &mut usize, length| {
        *end += length;
        Some([1 + *end - length, length])
    };
    let bytes = completed.iter().flatten().flat_map(Digest32::as_bytes).copied().collect();
    store.execute(
        "INSERT INTO log_nodes (seq, hashes) SELECT ?1 + key,
         substr(?3, json_extract(value, '$[0]'), json_extract(value, '$[1]')) FROM json_each(?2)",
        &[Value::Integer(signed(first)?), list(lengths.scan(0, place))?, Value::Blob(bytes)],
    )
}

/// The hashes of these nodes, in order, in one statement.
pub(crate) fn read(store: &impl Store, nodes: &[Node]) -> Result<Vec<Digest32>, StoreError> {
    if nodes.is_empty() {
        return Ok(Vec::new());
    }
    // A node lies in the row of the event that completed it; SQL counts bytes from 1.
    let place = |node: &Node| [(node.index + 1) << node.level, 1 + 32 * u64::from(node.level)];
    let places = [list(nodes.iter().map(place))?];
    let rows = store.query(
        "SELECT substr(n.hashes, json_extract(p.value, '$[1]'), 32) FROM json_each(?) p
         CROSS JOIN log_nodes n ON n.seq = json_extract(p.value, '$[0]') ORDER BY p.key",
        &places,
    )?;
    if rows.len() != nodes.len() {
        return Err(StoreError::Corrupt("a hash of the log is missing".into()));
    }
    rows.iter().map(|row| Ok(Digest32::from_bytes(bytes32(row.blob(0)?, "hash")?))).collect()
}

/// The last signed head.
pub(crate) fn signed_head(store: &impl Store) -> Result<Option<SignedHead>, StoreError> {
    let rows = store.query("SELECT size, root, signed_at, note FROM log_heads", &[])?;
    let Some(row) = rows.first() else { return Ok(None) };
    Ok(Some(SignedHead {
        size: unsigned(row.integer(0)?, "size")?,
        root: Digest32::from_bytes(bytes32(row.blob(1)?, "root")?),
        signed_at: Timestamp::from_millis(row.integer(2)?),
        note: row.text(3)?.to_owned(),
    }))
}

/// Puts this head in the place of the last one.
pub(crate) fn set_signed_head(store: &impl Store, head: &SignedHead) -> Result<(), StoreError> {
    let row = [
        Value::Integer(signed(head.size)?),
        Value::Blob(head.root.as_bytes().to_vec()),
        Value::Integer(head.signed_at.millis()),
        Value::Text(head.note.clone()),
    ];
    let sql = "INSERT OR REPLACE INTO log_heads (one, size, root, signed_at, note) VALUES (1, ?, ?, ?, ?)";
    store.execute(sql, &row)
}
