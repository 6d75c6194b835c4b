//! Handing out with proof: receipt files. Exports are in [`bundle`](crate::bundle).

use serde::{Deserialize, Serialize};

use jatak_shared::id::EventId;
use jatak_shared::proven::{ReceiptFile, ReceiptMark, VERSION, Witnessed};

use crate::engine::Engine;
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
}
