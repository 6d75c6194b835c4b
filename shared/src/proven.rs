//! What is handed out with proof: receipts and exports that an outsider can check with the log's public key alone.
//!
//! An export is NDJSON, one canonical JSON object (RFC 8785) a line, pinned to the first `size` events: a header, the
//! notices published until then, the events in order, an `erased` line for each later erasure that took something of
//! them, and a trailer. Every byte of it is bound: by the signed checkpoint, by an event's hash and commitments, by a
//! notice's id, or by the digest in the trailer.
//!
//! A **partial** export holds some of these events, by a filter that its header names. Each then carries the proof that
//! it is in the log of the header's checkpoint; nothing proves that none is left out, and header and trailer say so.

mod cursor;
mod filter;

use serde::{Deserialize, Serialize};

use crate::bytes::hex;
use crate::canonical;
use crate::event::{Committed, Evidence, Leaf, Outcome, PrivatePart};
use crate::id::{BusinessId, Digest32, NoticeId};
use crate::log::leaf_hash;

pub use cursor::{ExportCursor, NotALine, NotAResumePoint, ResumePoint, Shape};
pub use filter::Filter;

/// The version of the forms in this file.
pub const VERSION: u8 = 1;

/// A receipt to keep: an event with what it says, and the proof that it is in the log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReceiptFile {
    /// Always `receipt`, which tells this file from others.
    pub jatak: ReceiptMark,
    /// [`VERSION`].
    pub v: u8,
    /// The public part.
    pub leaf: Leaf,
    /// The private part. Without it the receipt proves that something was recorded, when and under which notice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub private: Option<Committed<PrivatePart>>,
    /// What it led to. Not for whoever holds a receipt link, since it tells of earlier acts (DESIGN rule 13).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Committed<Outcome>>,
    /// The circumstances.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<Committed<Evidence>>,
    /// The notice, as its id is computed from it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<serde_json::Value>,
    /// A C2SP tlog-proof of the leaf.
    pub proof: String,
    /// The log's key as the log gives it. Worth as much as the place that the receipt came from: compare it.
    pub vkey: String,
    /// Whether witnesses have seen the head.
    pub witnessed: Witnessed,
}

/// The mark of a receipt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReceiptMark {
    /// A receipt.
    #[serde(rename = "receipt")]
    Receipt,
}

/// Whether witnesses have seen the head that a receipt leads to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Witnessed {
    /// No cosigned head covers the event. The proof leads to the head with this event as its last, so that the receipt
    /// says the same each time until then.
    #[serde(rename = "not yet")]
    NotYet,
    /// The proof leads to a head with cosignatures.
    #[serde(rename = "cosigned")]
    Cosigned(Cosigned),
}

/// How a cosigned head goes on from the one that the receipt led to before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cosigned {
    /// The names of the witnesses, as the log gives them.
    pub by: Vec<String>,
    /// The head with this event as its last.
    pub earlier: String,
    /// That the cosigned head's log begins with that one's.
    pub consistency: Vec<Digest32>,
}

/// The first line of an export.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// Whose ledger.
    pub business: BusinessId,
    /// The signed head of the first `size` events.
    pub checkpoint: String,
    /// By what the events were chosen, where not all of them are meant to be there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partial: Option<Filter>,
    /// How many events the checkpoint covers.
    pub size: u64,
    /// [`VERSION`].
    pub v: u8,
    /// The log's keys, the newest last.
    pub vkeys: Vec<String>,
}

/// The last line of an export.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trailer {
    /// The digest over all lines before this one, as [`ExportCursor`] computes it.
    pub digest: Digest32,
    /// How many events have no private part.
    pub erased: u64,
    /// How many events there are.
    pub events: u64,
    /// How many notices.
    pub notices: u64,
    /// Whether the events were chosen by a filter.
    #[serde(default, skip_serializing_if = "is_false")]
    pub partial: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference")]
fn is_false(value: &bool) -> bool {
    !value
}

/// An erasure after the last event of the export, which excuses private parts that are missing below it. Its proof leads
/// to the head at its own number, or to the header's where that is later, so that its bytes are the same each time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ErasedLine {
    /// That the log of the proof's checkpoint begins with that of the header's.
    pub consistency: Vec<Digest32>,
    /// The leaf, which lists the events.
    pub leaf: Leaf,
    /// A C2SP tlog-proof of it, with the header's checkpoint or a later one.
    pub proof: String,
}

/// A line of an export that is read or written as a whole; events have [`event_line`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "line", rename_all = "snake_case")]
pub enum Line {
    /// The first.
    Header(Header),
    /// An erasure after its events.
    Erased(ErasedLine),
    /// The last.
    Trailer(Trailer),
}

impl Line {
    /// The line with its newline.
    pub fn print(&self) -> String {
        canonical::to_string(self) + "\n"
    }
}

/// The line of a notice, from its canonical JSON.
pub fn notice_line(id: NoticeId, canonical: &str) -> String {
    format!("{{\"id\":\"{id}\",\"line\":\"notice\",\"notice\":{canonical}}}\n")
}

/// A body and its salt as they are stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opened<'a> {
    /// The random bytes of the commitment.
    pub salt: &'a [u8; 32],
    /// The canonical JSON.
    pub body: &'a str,
}

/// The bodies of an event that are there, as they are stored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OpenedEvent<'a> {
    /// The private part.
    pub private: Option<Opened<'a>>,
    /// What the act led to.
    pub outcome: Option<Opened<'a>>,
    /// The circumstances.
    pub evidence: Option<Opened<'a>>,
}

/// The line of an event, from the bytes that are stored: nothing is parsed or printed again on the way, so a long
/// export costs little and shows exactly what was hashed.
pub fn event_line(leaf: &str, opened: &OpenedEvent<'_>) -> String {
    // The fixed parts of a line come to 160 bytes, hash and salts to 256.
    let bodies: usize =
        [opened.private, opened.outcome, opened.evidence].iter().flatten().map(|part| part.body.len()).sum();
    let mut line = String::with_capacity(420 + leaf.len() + bodies);
    line.push('{');
    if let Some(Opened { body, salt }) = opened.evidence {
        push(&mut line, &["\"evidence\":{\"body\":", body, ",\"salt\":\"", &hex(salt), "\"},"]);
    }
    let hash = leaf_hash(leaf.as_bytes()).to_string();
    push(&mut line, &["\"hash\":\"", &hash, "\",\"leaf\":", leaf, ",\"line\":\"event\""]);
    for (name, part) in [("outcome", opened.outcome), ("private", opened.private)] {
        if let Some(Opened { body, salt }) = part {
            push(&mut line, &[",\"", name, "\":{\"body\":", body, ",\"salt\":\"", &hex(salt), "\"}"]);
        }
    }
    line.push_str("}\n");
    line
}

/// Adds to the line of an event the proof that its leaf is in the log of the header's checkpoint, leaf to root.
pub fn with_inclusion(line: &mut String, proof: &[Digest32]) {
    if line.ends_with("}\n") {
        line.truncate(line.len() - 2);
    }
    line.push_str(",\"proof\":[");
    for (at, hash) in proof.iter().enumerate() {
        push(line, &[if at == 0 { "\"" } else { ",\"" }, &hash.to_string(), "\""]);
    }
    line.push_str("]}\n");
}

fn push(line: &mut String, parts: &[&str]) {
    for part in parts {
        line.push_str(part);
    }
}

#[cfg(test)]
mod tests;
