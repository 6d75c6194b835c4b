//! The hashing of RFC 6962 section 2.1. The first byte tells leaf from node, so that neither can pass for the other.

use sha2::{Digest, Sha256};

use crate::id::Digest32;

/// The root of a log without entries: SHA-256 of nothing.
pub fn empty_root() -> Digest32 {
    Digest32::of(&[])
}

/// The hash of an entry: SHA-256(00 || entry).
pub fn leaf_hash(entry: &[u8]) -> Digest32 {
    let hash = Sha256::new().chain_update([0]).chain_update(entry).finalize();
    Digest32::from_bytes(hash.into())
}

/// The hash of two subtrees side by side: SHA-256(01 || left || right).
pub fn node_hash(left: &Digest32, right: &Digest32) -> Digest32 {
    let mut bytes = [1; 65];
    bytes[1..33].copy_from_slice(left.as_bytes());
    bytes[33..].copy_from_slice(right.as_bytes());
    Digest32::of(&bytes)
}
