//! Handing out with proof: receipt files, and the lines of an export in the order in which they are written.

use serde::{Deserialize, Serialize};

use jatak_shared::event::Kind;
use jatak_shared::id::EventId;
use jatak_shared::proven::{
    ErasedLine, ExportCursor, Header, Line, ReceiptFile, ReceiptMark, VERSION, Witnessed, notice_line,
};

use crate::engine::Engine;
use crate::export::EVENTS_A_PAGE;
use crate::sql::events;
use crate::store::{Store, StoreError};

/// Whom a receipt is for, which says how much of it they may see.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// Whoever holds the receipt link, and so whoever typed the number. The outcome stays closed to them: it names the
    /// event before and tells a pending yes from a granted one, which are acts of the number's owner (DESIGN rule 13).
    Holder,
    /// The subject, by their own link, or the business.
    Subject,
}

impl<S: Store> Engine<S> {
    /// The receipt of this event as a file to keep; `None` where it is unknown, erased, or not covered by a signed head.
    pub fn receipt_file(&self, event: EventId, audience: Audience) -> Result<Option<ReceiptFile>, StoreError> {
        let Some(entry) = events::by_id(&self.store, event)? else { return Ok(None) };
        let Some(proof) = self.proof_file(entry.leaf.seq)? else { return Ok(None) };
        let notice = match entry.leaf.notice {
            Some(id) => self.notice(id)?.map(|notice| serde_json::from_str(&notice.canonical())).transpose(),
            None => Ok(None),
        };
        let notice = notice.map_err(|error| StoreError::Corrupt(format!("notice: {error}")))?;
        Ok(Some(ReceiptFile {
            jatak: ReceiptMark::Receipt,
            v: VERSION,
            leaf: entry.leaf,
            private: entry.private,
            outcome: entry.outcome.filter(|_| audience == Audience::Subject),
            evidence: entry.evidence,
            notice,
            proof: proof.to_string(),
            vkey: self.vkey().to_string(),
            witnessed: Witnessed::NotYet,
        }))
    }

    /// The first line of an export of the first `size` events; `None` where no signed head covers them.
    pub fn export_header(&self, size: u64) -> Result<Option<String>, StoreError> {
        let Some(checkpoint) = self.checkpoint_at(size)? else { return Ok(None) };
        let header = Header {
            business: self.current()?.business,
            checkpoint: checkpoint.to_string(),
            size,
            v: VERSION,
            vkeys: vec![self.vkey().to_string()],
        };
        Ok(Some(Line::Header(header).print()))
    }

    /// The lines of the notices after the first `skip`, a page of them; none where there are no more.
    pub fn export_notices(&self, skip: u64) -> Result<Vec<String>, StoreError> {
        let notices = self.notices(skip)?;
        Ok(notices.iter().map(|(_, notice)| notice_line(notice.id(), &notice.canonical())).collect())
    }

    /// The lines of the events after number `after` up to `upto`, each with whether its private part is erased.
    pub fn export_events(&self, after: u64, upto: u64, limit: u64) -> Result<Vec<(String, bool)>, StoreError> {
        events::lines(&self.store, after, upto, limit.min(EVENTS_A_PAGE))
    }

    /// The lines of the erasures after `size`. Asked for after the last event was written, they excuse every private
    /// part that went while the export was on its way.
    pub fn export_erasures(&self, size: u64) -> Result<Vec<String>, StoreError> {
        let mut lines = Vec::new();
        for leaf in events::of_kind(&self.store, Kind::Erased, size)? {
            let proof = self.proof_file(leaf.seq)?;
            let proof = proof.ok_or_else(|| StoreError::Failed("an erasure that no signed head covers yet".into()))?;
            let consistency = self.consistency_proof(size, proof.checkpoint.checkpoint().size)?;
            let consistency = consistency.map_err(|error| StoreError::Corrupt(error.to_string()))?;
            lines.push(Line::Erased(ErasedLine { consistency, leaf, proof: proof.to_string() }).print());
        }
        Ok(lines)
    }

    /// A whole export in memory, for small ledgers and tests. What streams one does the same, line by line.
    pub fn export_proven(&self, size: u64, write: &mut dyn FnMut(&str)) -> Result<bool, StoreError> {
        let Some(header) = self.export_header(size)? else { return Ok(false) };
        let mut cursor = ExportCursor::default();
        cursor.line(&header);
        write(&header);
        loop {
            let notices = self.export_notices(cursor.notices)?;
            if notices.is_empty() {
                break;
            }
            for line in notices {
                cursor.notice(&line);
                write(&line);
            }
        }
        while cursor.events < size {
            let page = self.export_events(cursor.events, size, EVENTS_A_PAGE)?;
            if page.is_empty() {
                return Err(StoreError::Corrupt("the numbers of the events have a gap".into()));
            }
            for (line, erased) in page {
                cursor.event(&line, erased);
                write(&line);
            }
        }
        for line in self.export_erasures(size)? {
            cursor.line(&line);
            write(&line);
        }
        write(&cursor.trailer());
        Ok(true)
    }
}
