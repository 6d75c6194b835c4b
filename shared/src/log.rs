//! The transparency log over a ledger: what makes the record checkable by someone who does not trust its keeper.
//!
//! The formats are those of certificate transparency: Merkle tree hashing of RFC 6962, and from C2SP the signed notes,
//! checkpoints, tiles and proof files. Entry `index` of a log is the canonical leaf of event `index + 1`.
//!
//! The code is our own: the crates `signed_note` and `tlog_tiles` would bring a second SHA-2, Ed25519 and base64 into
//! the edge, and `tlog_tiles` prints the tile paths of Go's checksum database and not those of C2SP. The tests hold roots,
//! proofs, notes and checkpoints against both.

mod bundle;
mod checkpoint;
mod cosignature;
mod frontier;
mod merkle;
mod note;
mod proof;
mod proof_file;
mod tile;
mod vkey;

pub use bundle::{BundleFault, entry_bundle, read_entry_bundle};
pub use checkpoint::{Checkpoint, CheckpointFault, SignedCheckpoint};
pub use cosignature::{Cosigner, NotAWitness, WitnessVkey};
pub use frontier::Frontier;
pub use merkle::{empty_root, leaf_hash, node_hash};
pub use note::{Note, NoteFault, NoteSignature};
pub use proof::{Node, ProofFault, consistency, inclusion, root, subtrees, verify_consistency, verify_inclusion};
pub use proof_file::{ProofFile, ProofFileFault};
pub use tile::{NotATile, TILE_HEIGHT, TILE_WIDTH, Tile, TileKind};
pub use vkey::{KeyName, NotAKeyName, NotAVkey, Signer, Vkey};

#[cfg(test)]
mod tests;
