//! Epochs: what a log says when it has to begin anew.
//!
//! A ledger that was put back from a backup no longer holds all that its log has signed. Signing on would make two
//! histories under one origin, which is the very thing that a log must never do. So its log ends there, and another one
//! begins: under an origin and a key of its own, over the whole history that is left, with an event that says so.

use serde::{Deserialize, Serialize};

use crate::id::Digest32;

/// What the leaf of an `epoch_opened` event says: public, since nobody should have to be trusted to admit it.
///
/// The reason is a text that a person wrote and stands in the private part: what is in a leaf can never be taken out
/// again, and a text may name somebody. An export shows it to the auditor all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Epoch {
    /// Its number. The first has no such event, so it is 2 or more; a number may be left out, none is used twice.
    pub number: u64,
    /// The last head that the log had told before and that this history does not extend.
    pub given_up: GivenUp,
}

/// A head that was signed and is no longer held to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GivenUp {
    /// How many events it had.
    pub size: u64,
    /// The root over them.
    pub root: Digest32,
}

/// The longest reason, in characters: eight lines of an operator's screen.
pub const REASON: usize = 500;
