//! The line of one event, checked by itself: framing, hash, commitments.

use jatak_shared::event::Leaf;
use jatak_shared::id::{Digest32, keyed};
use jatak_shared::log::leaf_hash;
use jatak_shared::proven::assemble_event_line;
use serde::Deserialize;
use serde_json::value::RawValue;

use crate::fault::Wrong;

/// An event's line as it stands: bodies are kept as raw text, since that is what was hashed.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EventLine<'a> {
    #[serde(borrow)]
    evidence: Option<Raw<'a>>,
    hash: &'a str,
    #[serde(borrow)]
    leaf: &'a RawValue,
    line: &'a str,
    #[serde(borrow)]
    private: Option<Raw<'a>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw<'a> {
    #[serde(borrow)]
    body: &'a RawValue,
    salt: &'a str,
}

impl<'a> Raw<'a> {
    fn commitment(&self) -> Option<Digest32> {
        let salt: Digest32 = self.salt.parse().ok()?;
        Some(keyed(salt.as_bytes(), self.body.get().as_bytes()))
    }

    fn parts(&self) -> (&'a str, &'a str) {
        (self.body.get(), self.salt)
    }
}

/// What of a private part matters to the checker.
#[derive(Deserialize)]
struct Committing {
    evidence: Option<Digest32>,
}

/// What an event's line says.
pub(crate) struct Checked {
    /// Its leaf.
    pub(crate) leaf: Leaf,
    /// The leaf's hash in the log.
    pub(crate) hash: Digest32,
    /// Whether the private part is there.
    pub(crate) opened: bool,
    /// Whether evidence was promised and is not there, which its keeper may do at any time.
    pub(crate) evidence_gone: bool,
}

/// Reads and checks the line of an event; `expected` is the number it should have, for naming it where it cannot be read.
pub(crate) fn check(text: &str, expected: u64) -> Result<Checked, Wrong> {
    let line: EventLine<'_> = serde_json::from_str(text).map_err(|error| Wrong::Line(error.to_string()))?;
    let hash = leaf_hash(line.leaf.get().as_bytes());
    // The hash beside the leaf names the event that was changed; what it is worth, the root decides.
    if line.hash.parse() != Ok(hash) {
        return Err(Wrong::Leaf(expected));
    }
    let leaf: Leaf = serde_json::from_str(line.leaf.get()).map_err(|error| Wrong::Line(error.to_string()))?;
    let mut evidence_gone = false;
    if let Some(private) = &line.private {
        if private.commitment() != Some(leaf.commit) {
            return Err(Wrong::PrivatePart(leaf.seq));
        }
        let committing: Committing =
            serde_json::from_str(private.body.get()).map_err(|_| Wrong::PrivatePart(leaf.seq))?;
        if let Some(evidence) = &line.evidence
            && (committing.evidence.is_none() || evidence.commitment() != committing.evidence)
        {
            return Err(Wrong::Evidence(leaf.seq));
        }
        evidence_gone = committing.evidence.is_some() && line.evidence.is_none();
    } else if line.evidence.is_some() {
        return Err(Wrong::Evidence(leaf.seq));
    }
    // What was read, written again: no byte between the parts can differ.
    let again = assemble_event_line(
        line.hash,
        line.leaf.get(),
        line.private.as_ref().map(Raw::parts),
        line.evidence.as_ref().map(Raw::parts),
    );
    if line.line != "event" || again.strip_suffix('\n') != Some(text) {
        return Err(Wrong::Line("not in its one form".into()));
    }
    Ok(Checked { leaf, hash, opened: line.private.is_some(), evidence_gone })
}

/// The number of the event on a line, where it is one; for finding out where an event went.
pub(crate) fn number(text: &str) -> Option<u64> {
    #[derive(Deserialize)]
    struct Numbered {
        seq: u64,
    }
    #[derive(Deserialize)]
    struct Outer {
        leaf: Numbered,
    }
    serde_json::from_str::<Outer>(text).ok().map(|outer| outer.leaf.seq)
}
