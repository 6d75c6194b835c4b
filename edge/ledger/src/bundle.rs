//! The export with proof: its lines in the order in which they are written, a page at a time, so that one of any length
//! is made in the memory of a page, and one that was cut off goes on where it stopped.

use std::collections::BTreeMap;

use jatak_shared::event::Leaf;
use jatak_shared::id::Digest32;
use jatak_shared::log::{Node, ProofFile, inclusion};
use jatak_shared::proven::{
    ErasedLine, ExportCursor, Filter, Header, Line, ResumePoint, VERSION, notice_line, with_inclusion,
};

use crate::engine::Engine;
use crate::sql::lines::{self, EventLines};
use crate::sql::log;
use crate::store::{Store, StoreError};

/// How many events one page holds at most: about 1.5 KB each, so a page stays near half a megabyte. It is made at one
/// go, in which nothing else is served: 3 ms.
const EVENTS: u64 = 320;
/// How many numbers a page goes through at most where few of them are wanted: 5,000 leaves are read in some 10 ms.
const SPAN: u64 = 5_000;
/// How many notices one page holds at most: up to 20 KB each.
const NOTICES: u64 = 50;
/// How many erasures one page holds at most: up to 55 KB each.
const ERASURES: u64 = 20;

/// An export that is being made.
#[derive(Clone, Debug)]
pub struct Export {
    size: u64,
    filter: Filter,
    /// The events wanted by their time: those after the first number up to the second.
    range: (u64, u64),
    part: Part,
    /// The number up to which events, and then erasures, were gone through.
    through: u64,
    /// The number up to which erasures are told: that of the last signed head when the events were all written. Whatever
    /// went missing meanwhile is told by then.
    until: u64,
    cursor: ExportCursor,
}

/// What comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Header,
    Notices,
    Events,
    Erasures,
    Trailer,
    Nothing,
}

impl Export {
    /// How many events its checkpoint covers.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Whether the next page leads to a head signed after the one that it began with.
    pub fn needs_a_later_head(&self) -> bool {
        self.part == Part::Erasures
    }

    fn partial(&self) -> bool {
        !self.filter.takes_all()
    }
}

impl<S: Store> Engine<S> {
    /// An export as of the first `size` events, of those that the filter takes; `None` where no signed head covers them.
    pub fn begin_export(&self, size: u64, filter: Filter) -> Result<Option<Export>, StoreError> {
        if self.checkpoint_at(size)?.is_none() {
            return Ok(None);
        }
        let range = self.recorded_within(&filter, size)?;
        Ok(Some(Export {
            size,
            filter,
            range,
            part: Part::Header,
            through: range.0,
            until: 0,
            cursor: ExportCursor::default(),
        }))
    }

    /// The same export from where it was cut off: what follows then is what would have followed.
    pub fn resume_export(&self, point: ResumePoint, filter: Filter) -> Result<Option<Export>, StoreError> {
        let Some(mut export) = self.begin_export(point.size, filter)? else { return Ok(None) };
        let after = point.cursor.after;
        if after > export.range.1 {
            export.until = self.signed_size()?;
            export.part = Part::Erasures;
            export.through = after;
        } else {
            // All notices may be there already, or none of the events: then the next page finds nothing and goes on.
            export.part = if after > 0 { Part::Events } else { Part::Notices };
            export.through = export.through.max(after);
        }
        export.cursor = point.cursor;
        Ok(Some(export))
    }

    /// The next lines, perhaps none; `None` behind the trailer.
    pub fn export_page(&self, export: &mut Export) -> Result<Option<String>, StoreError> {
        match export.part {
            Part::Header => {
                let header = self.export_header(export)?;
                export.cursor.header(&header);
                export.part = Part::Notices;
                Ok(Some(header))
            }
            Part::Notices => self.notice_lines(export).map(Some),
            Part::Events => self.event_lines(export).map(Some),
            Part::Erasures => self.erasure_lines(export).map(Some),
            Part::Trailer => {
                export.part = Part::Nothing;
                Ok(Some(export.cursor.trailer(export.partial())))
            }
            Part::Nothing => Ok(None),
        }
    }

    /// A whole export of the first `size` events, handed over page by page; `false` where no signed head covers them.
    pub fn export_proven(&self, size: u64, write: &mut dyn FnMut(&str)) -> Result<bool, StoreError> {
        let Some(mut export) = self.begin_export(size, Filter::default())? else { return Ok(false) };
        while let Some(page) = self.export_page(&mut export)? {
            write(&page);
        }
        Ok(true)
    }

    fn export_header(&self, export: &Export) -> Result<String, StoreError> {
        let checkpoint = self.checkpoint_at(export.size)?;
        let checkpoint = checkpoint.ok_or_else(|| StoreError::Failed("the log is closed".into()))?;
        let header = Header {
            business: self.current()?.business,
            checkpoint: checkpoint.to_string(),
            partial: Some(export.filter.clone()).filter(|_| export.partial()),
            size: export.size,
            v: VERSION,
            vkeys: self.vkeys()?,
        };
        Ok(Line::Header(header).print())
    }

    fn notice_lines(&self, export: &mut Export) -> Result<String, StoreError> {
        let notices = lines::notices(&self.store, export.size, export.cursor.notices, NOTICES)?;
        if (notices.len() as u64) < NOTICES {
            export.part = Part::Events;
        }
        let mut page = String::new();
        for notice in notices {
            let line = notice_line(notice.id(), &notice.canonical());
            export.cursor.notice(&line);
            page.push_str(&line);
        }
        Ok(page)
    }

    fn event_lines(&self, export: &mut Export) -> Result<String, StoreError> {
        let upto = export.range.1;
        let end = upto.min(export.through + SPAN);
        let found = lines::events(&self.store, export.through, end, &export.filter, EVENTS)?;
        let count = found.events.len() as u64;
        let full = count == EVENTS;
        let last = found.events.last().map_or(export.through, |(seq, ..)| *seq);
        if export.filter.takes_uncategorised() && last - export.through != count {
            return Err(StoreError::Corrupt("the numbers of the events have a gap".into()));
        }
        for (seq, hash, shape) in &found.events {
            export.cursor.event(*seq, hash, *shape);
        }
        let page = if export.partial() { self.with_proofs(&found, export.size)? } else { found.text };
        if !full && last < end && export.filter.takes_uncategorised() {
            return Err(StoreError::Corrupt("an event is missing".into()));
        }
        export.through = if full { last } else { end };
        if export.through >= upto {
            export.part = Part::Erasures;
        }
        Ok(page)
    }

    /// The same lines, each with the proof that its leaf is in the log of the first `size` events.
    fn with_proofs(&self, found: &EventLines, size: u64) -> Result<String, StoreError> {
        let seqs: Vec<u64> = found.events.iter().map(|(seq, ..)| *seq).collect();
        // A proof has a hash of 67 bytes for each doubling of the log.
        let mut page = String::with_capacity(found.text.len() + seqs.len() * 1_400);
        for (line, proof) in found.text.split_inclusive('\n').zip(self.inclusion_proofs(&seqs, size)?) {
            page.push_str(line);
            with_inclusion(&mut page, &proof);
        }
        Ok(page)
    }

    /// Asked for after the last event was written, erasures excuse every private part that went while the export was on
    /// its way. Of those below its size, a partial one tells the ones whose own line it does not hold.
    fn erasure_lines(&self, export: &mut Export) -> Result<String, StoreError> {
        let (after, upto) = export.range;
        // Whoever is wanted by what they did was there when the line was made.
        if !export.filter.takes_uncategorised() || after == upto {
            export.part = Part::Trailer;
            return Ok(String::new());
        }
        if export.until == 0 {
            export.until = self.signed_size()?;
        }
        let end = export.until.min(export.through + SPAN);
        let leaves = lines::erasures(&self.store, export.through, end, ERASURES)?;
        let full = leaves.len() as u64 == ERASURES;
        export.through = leaves.last().map(|leaf| leaf.seq).filter(|_| full).unwrap_or(end);
        if export.through >= export.until {
            export.part = Part::Trailer;
        }
        let mut page = String::new();
        for leaf in leaves {
            if !leaf.erased.iter().any(|seq| *seq > after && *seq <= upto) {
                continue;
            }
            let seq = leaf.seq;
            let line = self.erasure_line(leaf, export.size)?;
            export.cursor.erasure(&line, seq);
            page.push_str(&line);
        }
        Ok(page)
    }

    fn erasure_line(&self, leaf: Leaf, size: u64) -> Result<String, StoreError> {
        let later = size.max(leaf.seq);
        let corrupt = |error: jatak_shared::log::ProofFault| StoreError::Corrupt(error.to_string());
        let checkpoint = self.checkpoint_at(later)?;
        let checkpoint = checkpoint.ok_or_else(|| StoreError::Failed("the log is closed".into()))?;
        let hashes = self.inclusion_proof(leaf.seq, later)?.map_err(corrupt)?;
        let proof = ProofFile { extra: None, index: leaf.seq - 1, hashes, checkpoint };
        let consistency = self.consistency_proof(size, later)?.map_err(corrupt)?;
        Ok(Line::Erased(ErasedLine { consistency, leaf, proof: proof.to_string() }).print())
    }

    /// The proofs that these events are in the log of the first `size`. The nodes of all of them are read in one go: those
    /// of neighbours are mostly the same.
    fn inclusion_proofs(&self, seqs: &[u64], size: u64) -> Result<Vec<Vec<Digest32>>, StoreError> {
        let mut nodes: BTreeMap<(u8, u64), Option<Digest32>> = BTreeMap::new();
        for seq in seqs {
            // Nothing is read yet: what would be is noted.
            let noted = inclusion(seq - 1, size, |wanted| {
                nodes.extend(wanted.iter().map(|node| ((node.level, node.index), None)));
                Err::<Vec<Digest32>, _>(())
            });
            drop(noted);
        }
        let wanted: Vec<Node> = nodes.keys().map(|&(level, index)| Node { level, index }).collect();
        for (hash, read) in nodes.values_mut().zip(log::read(&self.store, &wanted)?) {
            *hash = Some(read);
        }
        let missing = || StoreError::Corrupt("a hash of the log is missing".into());
        let proof = |seq: &u64| {
            let known = |wanted: &[Node]| {
                let hash = |node: &Node| nodes.get(&(node.level, node.index)).copied().flatten().ok_or_else(missing);
                wanted.iter().map(hash).collect::<Result<Vec<_>, _>>()
            };
            inclusion(seq - 1, size, known)?.map_err(|error| StoreError::Corrupt(error.to_string()))
        };
        seqs.iter().map(proof).collect()
    }

    fn signed_size(&self) -> Result<u64, StoreError> {
        Ok(self.signed_head()?.map_or(0, |head| head.size))
    }
}
