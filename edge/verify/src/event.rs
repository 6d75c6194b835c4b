//! The line of one event, checked by itself: framing, hash, commitments.
//!
//! The line is cut at the places where its one form says. A cut at a wrong place gives bytes that nothing committed to, so
//! the hashes vouch for the cutting, and bodies need not be read as JSON at all.

use jatak_shared::event::Leaf;
use jatak_shared::id::{Digest32, keyed};
use jatak_shared::log::leaf_hash;

use crate::fault::Wrong;
use crate::leaf;

/// A body and its salt, as they stand in the line.
#[derive(Clone, Copy)]
struct Part<'a> {
    body: &'a str,
    salt: Digest32,
}

impl Part<'_> {
    fn commitment(self) -> Digest32 {
        keyed(self.salt.as_bytes(), self.body.as_bytes())
    }
}

/// A line, cut.
struct Cut<'a> {
    evidence: Option<Part<'a>>,
    hash: &'a str,
    /// The rest, from the leaf on.
    rest: &'a str,
}

/// What an event's line says.
pub(crate) struct Checked {
    /// Its leaf.
    pub(crate) leaf: Leaf,
    /// The leaf's hash in the log.
    pub(crate) hash: Digest32,
    /// Whether the private part is there.
    pub(crate) opened: bool,
    /// Whether evidence is there.
    pub(crate) evidence: bool,
    /// Whether evidence was promised and is not there, which its keeper may do at any time.
    pub(crate) evidence_gone: bool,
    /// The proof that it is in the log, where the export is partial.
    pub(crate) proof: Vec<Digest32>,
}

/// Reads and checks the line of an event, given without its newline; `expected` is the number it should have, for naming
/// it where it cannot be read. In a partial export each carries a proof, which is read here and not checked.
pub(crate) fn check(text: &str, expected: u64, partial: bool) -> Result<Checked, Wrong> {
    let broken = || Wrong::Line("not in its one form".into());
    let (text, proof) = if partial { cut_proof(text).ok_or_else(broken)? } else { (text, Vec::new()) };
    let cut = cut(text).ok_or_else(broken)?;
    // Whatever keeps a leaf from being read has changed it.
    let (leaf, after) = leaf::cut(cut.rest).ok_or(Wrong::Leaf(expected))?;
    let hash = leaf_hash(&cut.rest.as_bytes()[..cut.rest.len() - after.len()]);
    // The hash beside the leaf names the event that was changed; what it is worth, the root decides.
    if cut.hash.parse() != Ok(hash) {
        return Err(Wrong::Leaf(expected));
    }
    let close = if partial { "" } else { "}" };
    let private = match after.strip_prefix(",\"line\":\"event\"").ok_or_else(broken)? {
        rest if rest == close => None,
        rest => Some(private(rest.strip_suffix(close).ok_or_else(broken)?).ok_or_else(broken)?),
    };
    let (outcome, private) = private.unzip();
    if let (Some(private), Some(outcome)) = (private, outcome) {
        if private.commitment() != leaf.commit {
            return Err(Wrong::PrivatePart(leaf.seq));
        }
        if member(private.body, "outcome") != outcome.map(Part::commitment) {
            return Err(Wrong::Outcome(leaf.seq));
        }
    }
    let mut evidence_gone = false;
    match (private, cut.evidence) {
        (private, Some(evidence)) => {
            if private.and_then(|private| member(private.body, "evidence")) != Some(evidence.commitment()) {
                return Err(Wrong::Evidence(leaf.seq));
            }
        }
        (Some(private), None) => evidence_gone = member(private.body, "evidence").is_some(),
        (None, None) => {}
    }
    Ok(Checked { leaf, hash, opened: private.is_some(), evidence: cut.evidence.is_some(), evidence_gone, proof })
}

/// Cuts off the proof at the end, and the brace behind it. A proof is digits, quotes and commas, so the last place where
/// one can begin is where it does.
fn cut_proof(text: &str) -> Option<(&str, Vec<Digest32>)> {
    let (rest, proof) = text.strip_suffix("]}")?.rsplit_once(",\"proof\":[")?;
    if proof.is_empty() {
        return Some((rest, Vec::new()));
    }
    let hash = |quoted: &str| quoted.strip_prefix('"')?.strip_suffix('"')?.parse().ok();
    Some((rest, proof.split(',').map(hash).collect::<Option<Vec<Digest32>>>()?))
}

/// Cuts off what stands before the leaf.
fn cut(text: &str) -> Option<Cut<'_>> {
    let mut rest = text.strip_prefix('{')?;
    let mut evidence = None;
    if let Some(after) = rest.strip_prefix("\"evidence\":{\"body\":") {
        let (body, after) = body(after)?;
        let (salt, after) = after.split_at_checked(DIGEST)?;
        evidence = Some(Part { body, salt: salt.parse().ok()? });
        rest = after.strip_prefix("\"},")?;
    }
    let (hash, after) = rest.strip_prefix("\"hash\":\"")?.split_at_checked(DIGEST)?;
    Some(Cut { evidence, hash, rest: after.strip_prefix("\",\"leaf\":")? })
}

/// The outcome, where there is one, and the private part.
fn private(text: &str) -> Option<(Option<Part<'_>>, Part<'_>)> {
    if let Some(rest) = text.strip_prefix(",\"private\":") {
        return Some((None, last_part(rest)?));
    }
    let (body, rest) = body(text.strip_prefix(",\"outcome\":{\"body\":")?)?;
    let (salt, rest) = rest.split_at_checked(DIGEST)?;
    let outcome = Part { body, salt: salt.parse().ok()? };
    Some((Some(outcome), last_part(rest.strip_prefix("\"},\"private\":")?)?))
}

/// Cuts off a body, which is an object, and the name of the salt behind it.
fn body(text: &str) -> Option<(&str, &str)> {
    let mut from = 0;
    loop {
        let end = from + text.get(from..)?.find('}')? + 1;
        if let Some(after) = text[end..].strip_prefix(",\"salt\":\"") {
            return Some((&text[..end], after));
        }
        from = end;
    }
}

/// The digest that a canonical body has under this name. No string in JSON holds a bare quote, so a name between two and
/// before a colon is a member's and not somebody's text.
fn member(body: &str, name: &str) -> Option<Digest32> {
    let mut from = 0;
    loop {
        let colon = from + body.get(from..)?.find(':')?;
        let before = body[..colon].strip_suffix('"').and_then(|before| before.strip_suffix(name));
        if before.is_some_and(|before| before.ends_with('"')) {
            return body[colon + 1..].strip_prefix('"')?.get(..DIGEST)?.parse().ok();
        }
        from = colon + 1;
    }
}

/// A private part up to the end of the text.
fn last_part(text: &str) -> Option<Part<'_>> {
    let inner = text.strip_prefix("{\"body\":")?.strip_suffix("\"}")?;
    let (rest, salt) = inner.split_at_checked(inner.len().checked_sub(DIGEST)?)?;
    Some(Part { body: rest.strip_suffix(",\"salt\":\"")?, salt: salt.parse().ok()? })
}

/// How many hex digits a digest or salt has.
const DIGEST: usize = 64;

/// The number of the event on a line, where it is one; for finding out where an event went.
pub(crate) fn number(text: &str) -> Option<u64> {
    Some(leaf::cut(cut(text)?.rest)?.0.seq)
}
