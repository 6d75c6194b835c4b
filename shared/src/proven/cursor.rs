//! How far an export has come: what its trailer says in the end, and what one that was cut off needs to go on.

use core::fmt;
use core::str::FromStr;

use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::{Line, Trailer};
use crate::id::Digest32;

/// How far an export has come. Whoever keeps its lines can count them up again, by [`take`](Self::take).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportCursor {
    /// A chain over the lines, from 32 zero bytes on, so that 32 bytes can carry it: SHA-256(digest || hash || shape) for
    /// an event, where `hash` is its leaf's as 32 bytes and `shape` one byte, 1 for a private part that is there plus 2
    /// for evidence; SHA-256(digest || line with its newline) for every other line. What else stands in an event's line
    /// is bound by the leaf, so that hashing it again would cost much and show nothing.
    pub digest: Digest32,
    /// Notices written.
    pub notices: u64,
    /// Events written.
    pub events: u64,
    /// Those of them without a private part.
    pub erased: u64,
    /// The number of the last event written, or of the last erasure after those; 0 before.
    pub after: u64,
}

impl Default for ExportCursor {
    fn default() -> Self {
        Self { digest: Digest32::from_bytes([0; 32]), notices: 0, events: 0, erased: 0, after: 0 }
    }
}

/// Which bodies of an event stand in its line. An outcome comes and goes with the private part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    /// Whether the private part is there.
    pub private: bool,
    /// Whether evidence is.
    pub evidence: bool,
}

/// A line that is none of an export's, or comes after its trailer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a line of an export with proof")]
pub struct NotALine;

impl ExportCursor {
    /// Notes the header.
    pub fn header(&mut self, line: &str) {
        self.chain(&[line.as_bytes()]);
    }

    /// Notes the line of a notice.
    pub fn notice(&mut self, line: &str) {
        self.chain(&[line.as_bytes()]);
        self.notices += 1;
    }

    /// Notes an event.
    pub fn event(&mut self, seq: u64, hash: &Digest32, shape: Shape) {
        self.chain(&[hash.as_bytes(), &[u8::from(shape.private) | u8::from(shape.evidence) << 1]]);
        self.events += 1;
        self.erased += u64::from(!shape.private);
        self.after = seq;
    }

    /// Notes the line of erasure number `seq`.
    pub fn erasure(&mut self, line: &str, seq: u64) {
        self.chain(&[line.as_bytes()]);
        self.after = seq;
    }

    /// The last line.
    pub fn trailer(&self, partial: bool) -> String {
        let Self { digest, notices, events, erased, .. } = *self;
        Line::Trailer(Trailer { digest, erased, events, notices, partial }).print()
    }

    /// Notes a line as it was received, with its newline. Says whether it was the last one. It is taken at its word:
    /// whether it is true is the checker's to say.
    pub fn take(&mut self, line: &str) -> Result<bool, NotALine> {
        if line.starts_with("{\"evidence\":") || line.starts_with("{\"hash\":") {
            let (seq, hash, shape) = event_of(line).ok_or(NotALine)?;
            self.event(seq, &hash, shape);
            return Ok(false);
        }
        let read: OtherLine = serde_json::from_str(line).map_err(|_| NotALine)?;
        match (read.line, read.leaf) {
            ("header", None) => self.header(line),
            ("notice", None) => self.notice(line),
            ("erased", Some(leaf)) => self.erasure(line, leaf.seq),
            ("trailer", None) => return Ok(true),
            _ => return Err(NotALine),
        }
        Ok(false)
    }

    fn chain(&mut self, parts: &[&[u8]]) {
        let mut hash = Sha256::new_with_prefix(self.digest.as_bytes());
        for part in parts {
            hash.update(part);
        }
        self.digest = Digest32::from_bytes(hash.finalize().into());
    }
}

/// What the cursor needs of an event's line, cut out of it: there are many of them. No string in JSON holds a bare quote,
/// so what is found is a member and not the text of one.
fn event_of(line: &str) -> Option<(u64, Digest32, Shape)> {
    let (evidence, rest) = match line.strip_prefix("{\"hash\":\"") {
        Some(rest) => (false, rest),
        None => (true, line.split_once(",\"hash\":\"")?.1),
    };
    let (hash, rest) = rest.split_at_checked(64)?;
    let (leaf, rest) = rest.strip_prefix("\",\"leaf\":{")?.split_once(",\"line\":\"event\"")?;
    let seq = leaf.rsplit_once(",\"seq\":")?.1;
    let seq = seq.split_once(',')?.0.parse().ok()?;
    let private = rest.contains(",\"private\":{\"body\":") && rest.ends_with("}\n");
    Some((seq, hash.parse().ok()?, Shape { private, evidence }))
}

/// What the cursor needs of any other line.
#[derive(Deserialize)]
struct OtherLine<'l> {
    line: &'l str,
    leaf: Option<Numbered>,
}

#[derive(Deserialize)]
struct Numbered {
    seq: u64,
}

/// Where an export that was cut off goes on: `size-notices-events-erased-after-digest`, numbers in decimal and the digest
/// in hex, which is what the query's `resume` says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResumePoint {
    /// The export's size, from its header.
    pub size: u64,
    /// What its lines count up to.
    pub cursor: ExportCursor,
}

/// A text that is no [`ResumePoint`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("size-notices-events-erased-after-digest, as counted over the lines received")]
pub struct NotAResumePoint;

impl fmt::Display for ResumePoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ExportCursor { digest, notices, events, erased, after } = self.cursor;
        write!(f, "{}-{notices}-{events}-{erased}-{after}-{digest}", self.size)
    }
}

impl FromStr for ResumePoint {
    type Err = NotAResumePoint;

    fn from_str(text: &str) -> Result<Self, NotAResumePoint> {
        let parts: Vec<&str> = text.split('-').collect();
        let [size, notices, events, erased, after, digest] = parts[..] else { return Err(NotAResumePoint) };
        // Up to 2^53 - 1, which is what every client can say (RFC 8259 section 6).
        let number = |text: &str| text.parse().ok().filter(|number: &u64| *number < 1 << 53).ok_or(NotAResumePoint);
        let cursor = ExportCursor {
            digest: digest.parse().map_err(|_| NotAResumePoint)?,
            notices: number(notices)?,
            events: number(events)?,
            erased: number(erased)?,
            after: number(after)?,
        };
        Ok(Self { size: number(size)?, cursor })
    }
}
