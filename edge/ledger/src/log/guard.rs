//! The guard against signing two histories: a log that does not extend what was signed before is not signed.

use jatak_shared::id::Digest32;
use serde::{Deserialize, Serialize};

/// A head that somebody has seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownHead {
    /// How many events.
    pub size: u64,
    /// The root over them.
    pub root: Digest32,
}

/// Why a log may not be signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fork {
    /// It is shorter than what was signed: an older copy was put back.
    #[error("the log has {size} events, but a head of {signed} was signed: an older copy was put in its place")]
    Below {
        /// How many events there are.
        size: u64,
        /// How many the known head has.
        signed: u64,
    },
    /// It holds other events than what was signed.
    #[error("the first {signed} events are not those that were signed: another copy was put in place")]
    Beside {
        /// How many events the known head has.
        signed: u64,
    },
}

/// Whether the engine has looked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Guard {
    /// Not yet.
    Unchecked,
    /// It cannot: the place apart does not say what it was told. Nothing is signed until it does.
    Held,
    /// The log extends every head known.
    Open,
    /// It does not, and stays unsigned.
    Closed(Fork),
}

/// Checks that a log of `size` events extends a known head. `root_at` gives the log's root at an earlier size.
pub fn check_extends<E>(
    known: KnownHead,
    size: u64,
    root_at: impl FnOnce(u64) -> Result<Digest32, E>,
) -> Result<Result<(), Fork>, E> {
    if size < known.size {
        return Ok(Err(Fork::Below { size, signed: known.size }));
    }
    let same = root_at(known.size)? == known.root;
    Ok(if same { Ok(()) } else { Err(Fork::Beside { signed: known.size }) })
}
