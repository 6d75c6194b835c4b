//! Checking an export line by line, in flat memory but for what is missing.

use jatak_shared::epoch::Epoch;
use jatak_shared::event::{Kind, Leaf};
use jatak_shared::id::{Digest32, NoticeId};
use jatak_shared::log::{
    Frontier, ProofFile, SignedCheckpoint, Vkey, WitnessVkey, verify_consistency, verify_inclusion,
};
use jatak_shared::proven::{ErasedLine, ExportCursor, Filter, Header, Shape, Trailer, VERSION};
use jatak_shared::time::Timestamp;

use crate::event::{self, Checked};
use crate::fault::{Fault, Wrong};
use crate::line::{self, Line};
use crate::witness::{Seen, seen};

/// What the auditor knows from elsewhere.
#[derive(Clone, Debug, Default)]
pub struct Expect {
    /// The log's key. Without it the file's own is taken, and the report says so.
    pub vkey: Option<Vkey>,
    /// An earlier checkpoint of the same log, which it must extend.
    pub against: Option<SignedCheckpoint>,
    /// The witnesses that the auditor trusts: whose cosignatures under a receipt's head, or under the earlier checkpoint
    /// that an export must extend, are looked for.
    pub witnesses: Vec<WitnessVkey>,
}

/// What was found of an export in which nothing is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The log.
    pub origin: String,
    /// How many events the signed head covers.
    pub size: u64,
    /// How many events the file holds: all that the head covers, unless it is partial.
    pub events: u64,
    /// By what the events were chosen. Each is proven to be in the log; that none was left out is not.
    pub partial: Option<Filter>,
    /// How many of them have no private part, each excused by an `erased` leaf.
    pub erased: u64,
    /// How many have no evidence though they once had.
    pub evidence_gone: u64,
    /// The epochs that began in it, with the numbers of the events that say so: each time a backup was put back, and a
    /// head that had been told was given up.
    pub epochs: Vec<(u64, Epoch)>,
    /// When the first and the last of them were recorded, where there are any.
    pub span: Option<(Timestamp, Timestamp)>,
    /// The signed root.
    pub root: Digest32,
    /// The key it was checked with.
    pub vkey: String,
    /// Whether the key came from the auditor and not from the file.
    pub key_known: bool,
    /// The size of the earlier checkpoint that the log was shown to extend.
    pub extends: Option<u64>,
    /// The witnesses, of those that the auditor trusts, that cosigned the earlier checkpoint.
    pub witnesses: Vec<Seen>,
}

/// Where in the file the checker is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Start,
    Notices,
    Events,
    Erasures,
    End,
}

/// Checks an export as it streams by.
#[derive(Clone, Debug)]
pub struct Checker {
    expect: Expect,
    part: Part,
    line: u64,
    header: Option<(Header, SignedCheckpoint, Vkey)>,
    cursor: ExportCursor,
    frontier: Frontier,
    /// Sorted.
    notices: Vec<NoticeId>,
    /// When the first event and the one before were recorded.
    span: Option<(Timestamp, Timestamp)>,
    /// The events whose private parts are missing, ascending, with their lines: 16 bytes each. The line is 0 once an
    /// `erased` leaf has excused it.
    missing: Vec<(u64, u64)>,
    evidence_gone: u64,
    /// The epochs that began, with the numbers of the events that say so.
    epochs: Vec<(u64, Epoch)>,
    /// A number that did not come where it should; the rest of the file tells whether it is missing or elsewhere.
    looking_for: Option<(Fault, u64)>,
}

impl Checker {
    /// A checker at the start of a file.
    pub fn new(expect: Expect) -> Self {
        Self {
            expect,
            part: Part::Start,
            line: 0,
            header: None,
            cursor: ExportCursor::default(),
            frontier: Frontier::new(),
            notices: Vec::new(),
            span: None,
            missing: Vec::new(),
            evidence_gone: 0,
            epochs: Vec::new(),
            looking_for: None,
        }
    }

    /// Takes the next line with its newline. After an error the checker is of no more use.
    pub fn line(&mut self, line: &[u8]) -> Result<(), Fault> {
        self.line += 1;
        if let Some((fault, expected)) = &self.looking_for {
            let found = core::str::from_utf8(line).ok().and_then(event::number);
            return if found == Some(*expected) { Err(fault.clone()) } else { Ok(()) };
        }
        self.take(line).map_err(|wrong| Fault { line: self.line, wrong })
    }

    fn take(&mut self, line: &[u8]) -> Result<(), Wrong> {
        let broken = |what: &str| Wrong::Line(what.to_owned());
        let whole = core::str::from_utf8(line).map_err(|_| broken("not UTF-8"))?;
        let Some(text) = whole.strip_suffix('\n') else {
            return Err(if self.part == Part::End { Wrong::AfterTheEnd } else { Wrong::CutShort });
        };
        if self.part == Part::End {
            return Err(Wrong::AfterTheEnd);
        }
        // Members are sorted, so the first one tells what a line is without reading it all.
        if text.starts_with("{\"evidence\":") || text.starts_with("{\"hash\":") {
            return self.event(text);
        }
        if text.starts_with("{\"id\":") {
            return self.notice(text, whole);
        }
        match line::read(text)? {
            Line::Header(header) => {
                self.header(header)?;
                self.cursor.header(whole);
            }
            Line::Erased(erased, hash) => {
                self.erased(&erased, hash)?;
                self.cursor.erasure(whole, erased.leaf.seq);
            }
            Line::Trailer(trailer) => self.trailer(&trailer)?,
        }
        Ok(())
    }

    fn header(&mut self, header: Header) -> Result<(), Wrong> {
        if self.part != Part::Start || header.v != VERSION {
            return Err(Wrong::OutOfPlace("header"));
        }
        let keys: Result<Vec<Vkey>, _> = header.vkeys.iter().map(|text| text.parse()).collect();
        let keys = keys.map_err(|error: jatak_shared::log::NotAVkey| Wrong::Key(error.to_string()))?;
        let last = || keys.last().cloned().ok_or_else(|| Wrong::Key("there is none".into()));
        let key = self.expect.vkey.clone().map_or_else(last, Ok)?;
        let signed = checkpoint(&header.checkpoint, &key)?;
        let head = signed.checkpoint();
        if !head.origin.is_of(header.business) {
            return Err(Wrong::WrongBusiness(format!("the log is {}, the export of {}", head.origin, header.business)));
        }
        if head.size != header.size {
            return Err(Wrong::Size { header: header.size, checkpoint: head.size });
        }
        if let Some(earlier) = &self.expect.against {
            let (then, now) = (&earlier.checkpoint().origin, &head.origin);
            if then != now && then.is_of_same_log(now) {
                return Err(Wrong::OtherEpoch { earlier: then.epoch(), now: now.epoch() });
            }
            let earlier = earlier.verify(&key);
            let earlier = earlier
                .map_err(|error| Wrong::ForeignSignature { key: key.name().to_string(), why: error.to_string() })?;
            if earlier.size > header.size {
                return Err(Wrong::Shrunk { earlier: earlier.size, size: header.size });
            }
            if header.partial.is_some() && earlier.size < header.size {
                return Err(Wrong::Incomparable { earlier: earlier.size });
            }
            if earlier.size == header.size && earlier.root != head.root {
                return Err(Wrong::Rewritten(earlier.size));
            }
        }
        self.part = Part::Notices;
        self.header = Some((header, signed, key));
        self.extends()
    }

    fn notice(&mut self, text: &str, whole: &str) -> Result<(), Wrong> {
        if self.part != Part::Notices {
            return Err(Wrong::OutOfPlace("notice"));
        }
        let rest =
            text.strip_prefix("{\"id\":\"").and_then(|rest| rest.split_once("\",\"line\":\"notice\",\"notice\":"));
        let (id, body) = rest.ok_or_else(|| Wrong::Line("not in its one form".into()))?;
        let body = body.strip_suffix('}').ok_or_else(|| Wrong::Line("not in its one form".into()))?;
        let found = NoticeId::of(body);
        if id.parse() != Ok(found) {
            return Err(Wrong::Notice(id.to_owned()));
        }
        if let Err(place) = self.notices.binary_search(&found) {
            self.notices.insert(place, found);
        }
        self.cursor.notice(whole);
        Ok(())
    }

    fn event(&mut self, text: &str) -> Result<(), Wrong> {
        if !matches!(self.part, Part::Notices | Part::Events) {
            return Err(Wrong::OutOfPlace("event"));
        }
        self.part = Part::Events;
        let Some((header, signed, _)) = &self.header else { return Err(Wrong::OutOfPlace("event")) };
        let partial = header.partial.is_some();
        let expected = if partial { self.cursor.after + 1 } else { self.frontier.size() + 1 };
        let Checked { leaf, hash, opened, evidence, evidence_gone, proof } = event::check(text, expected, partial)?;
        if leaf.business != header.business {
            return Err(Wrong::WrongBusiness(format!("event {} is of {}", leaf.seq, leaf.business)));
        }
        if partial {
            if leaf.seq < expected {
                return Err(Wrong::Behind { before: expected - 1, found: leaf.seq });
            }
            let head = signed.checkpoint();
            verify_inclusion(leaf.seq.saturating_sub(1), head.size, hash, &proof, head.root)
                .map_err(|error| Wrong::Inclusion { seq: leaf.seq, why: error.to_string() })?;
        } else if leaf.seq > expected {
            // Missing, unless it comes later: then the two were exchanged.
            let wrong = Wrong::Reordered { expected, found: leaf.seq };
            self.looking_for = Some((Fault { line: self.line, wrong }, expected));
            return Ok(());
        } else if leaf.seq < expected {
            return Err(Wrong::Reordered { expected, found: leaf.seq });
        }
        let (first, last) = self.span.unwrap_or((leaf.recorded_at, leaf.recorded_at));
        if leaf.recorded_at < last {
            return Err(Wrong::Time(leaf.seq));
        }
        self.span = Some((first, leaf.recorded_at));
        if let Some(notice) = leaf.notice.filter(|notice| self.notices.binary_search(notice).is_err()) {
            return Err(Wrong::NoticeMissing { event: leaf.seq, notice: notice.to_string() });
        }
        if !opened {
            self.missing.push((leaf.seq, self.line));
        }
        self.excuse(&leaf)?;
        self.begins(&leaf)?;
        self.evidence_gone += u64::from(evidence_gone);
        self.cursor.event(leaf.seq, &hash, Shape { private: opened, evidence });
        if partial {
            return Ok(());
        }
        self.frontier.push(hash);
        self.extends()
    }

    /// Takes note of what an `epoch_opened` leaf says: numbers rise, and none is beyond the epoch of the log itself.
    fn begins(&mut self, leaf: &Leaf) -> Result<(), Wrong> {
        let Some(epoch) = leaf.epoch.filter(|_| leaf.kind == Kind::EpochOpened) else {
            let other = leaf.kind != Kind::EpochOpened && leaf.epoch.is_none();
            return if other { Ok(()) } else { Err(Wrong::Epoch(leaf.seq)) };
        };
        let before = self.epochs.last().map_or(1, |(_, epoch)| epoch.number);
        let own = self.header.as_ref().map_or(1, |(_, signed, _)| signed.checkpoint().origin.epoch());
        if epoch.number <= before || epoch.number > own {
            return Err(Wrong::Epoch(leaf.seq));
        }
        self.epochs.push((leaf.seq, epoch));
        Ok(())
    }

    /// Takes note of what an `erased` leaf says. Its own private part may go with the next one.
    fn excuse(&mut self, leaf: &Leaf) -> Result<(), Wrong> {
        if (leaf.kind != Kind::Erased) != leaf.erased.is_empty() || leaf.erased.iter().any(|seq| *seq >= leaf.seq) {
            return Err(Wrong::ErasedAhead(leaf.seq));
        }
        for seq in &leaf.erased {
            if let Ok(place) = self.missing.binary_search_by_key(seq, |(missing, _)| *missing) {
                self.missing[place].1 = 0;
            }
        }
        Ok(())
    }

    /// Compares with the earlier checkpoint when the log has grown to its size.
    fn extends(&self) -> Result<(), Wrong> {
        let Some(earlier) = &self.expect.against else { return Ok(()) };
        let earlier = earlier.checkpoint();
        let here = earlier.size == self.frontier.size();
        if here && earlier.root != self.frontier.root() { Err(Wrong::Rewritten(earlier.size)) } else { Ok(()) }
    }

    fn erased(&mut self, line: &ErasedLine, hash: Digest32) -> Result<(), Wrong> {
        if self.part == Part::Start {
            return Err(Wrong::OutOfPlace("erased"));
        }
        self.events_end()?;
        let Some((header, signed, key)) = &self.header else { return Err(Wrong::OutOfPlace("erased")) };
        let fault = |error: &dyn core::fmt::Display| Wrong::ErasureProof(error.to_string());
        let proof: ProofFile = line.proof.parse().map_err(|error| fault(&error))?;
        proof.verify(key, hash).map_err(|error| fault(&error))?;
        let (then, later) = (signed.checkpoint(), proof.checkpoint.checkpoint());
        verify_consistency(then.size, then.root, later.size, later.root, &line.consistency)
            .map_err(|error| fault(&error))?;
        // A whole export holds the erasures among its events itself.
        let after = if header.partial.is_some() { self.cursor.after } else { header.size.max(self.cursor.after) };
        if line.leaf.business != header.business || line.leaf.seq != proof.index + 1 || line.leaf.seq <= after {
            return Err(fault(&"it is not of this log and after what comes before it"));
        }
        let leaf = line.leaf.clone();
        self.excuse(&leaf)
    }

    /// Sees that the events are all there and are those that were signed.
    fn events_end(&mut self) -> Result<(), Wrong> {
        if matches!(self.part, Part::Erasures | Part::End) {
            return Ok(());
        }
        self.part = Part::Erasures;
        let Some((header, signed, _)) = &self.header else { return Err(Wrong::OutOfPlace("trailer")) };
        if header.partial.is_some() {
            return Ok(());
        }
        let size = self.frontier.size();
        if size < header.size {
            return Err(Wrong::Missing(size + 1));
        }
        let same = size == header.size && self.frontier.root() == signed.checkpoint().root;
        if same { Ok(()) } else { Err(Wrong::Root) }
    }

    fn trailer(&mut self, trailer: &Trailer) -> Result<(), Wrong> {
        self.events_end()?;
        self.part = Part::End;
        let ExportCursor { digest, events, erased, notices, .. } = self.cursor;
        let partial = self.header.as_ref().is_some_and(|(header, ..)| header.partial.is_some());
        if trailer.partial != partial {
            return Err(Wrong::Trailer("header and trailer differ in whether it is partial"));
        }
        if (trailer.events, trailer.erased, trailer.notices) != (events, erased, notices) {
            return Err(Wrong::Trailer("the counts are others"));
        }
        if trailer.digest == digest { Ok(()) } else { Err(Wrong::Trailer("the digest is another")) }
    }

    /// Says what was found, when all lines are taken.
    pub fn finish(self) -> Result<Report, Fault> {
        if let Some((fault, expected)) = self.looking_for {
            return Err(Fault { line: fault.line, wrong: Wrong::Missing(expected) });
        }
        let cut_short = Fault { line: self.line, wrong: Wrong::CutShort };
        let Some((header, signed, key)) = self.header.filter(|_| self.part == Part::End) else { return Err(cut_short) };
        if let Some((seq, line)) = self.missing.into_iter().find(|(_, line)| *line > 0) {
            return Err(Fault { line, wrong: Wrong::NotErased(seq) });
        }
        let witnesses = match &self.expect.against {
            Some(earlier) => seen(earlier, &self.expect.witnesses).map_err(|wrong| Fault { line: 0, wrong })?,
            None => Vec::new(),
        };
        let head = signed.checkpoint();
        Ok(Report {
            origin: head.origin.to_string(),
            size: head.size,
            partial: header.partial,
            events: self.cursor.events,
            erased: self.cursor.erased,
            evidence_gone: self.evidence_gone,
            epochs: self.epochs,
            span: self.span,
            root: head.root,
            vkey: key.to_string(),
            key_known: self.expect.vkey.is_some(),
            extends: self.expect.against.map(|earlier| earlier.checkpoint().size),
            witnesses,
        })
    }

    /// Checks a whole export that lies in memory.
    pub fn check(export: &[u8], expect: Expect) -> Result<Report, Fault> {
        let (mut checker, mut start) = (Self::new(expect), 0);
        let ends = memchr::memchr_iter(b'\n', export).map(|newline| newline + 1);
        for end in ends {
            checker.line(&export[start..end])?;
            start = end;
        }
        if start < export.len() {
            checker.line(&export[start..])?;
        }
        checker.finish()
    }
}

fn checkpoint(text: &str, key: &Vkey) -> Result<SignedCheckpoint, Wrong> {
    let foreign = |why: String| Wrong::ForeignSignature { key: key.name().to_string(), why };
    let signed: SignedCheckpoint = text.parse().map_err(|error| foreign(format!("{error}")))?;
    signed.verify(key).map_err(|error| foreign(error.to_string()))?;
    Ok(signed)
}
