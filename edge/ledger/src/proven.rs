//! Handing out with proof: receipt files. Exports are in [`bundle`](crate::bundle).

use serde::{Deserialize, Serialize};

use jatak_shared::id::EventId;
use jatak_shared::log::{ProofFile, SignedCheckpoint};
use jatak_shared::proven::{Cosigned, ReceiptFile, ReceiptMark, VERSION, Witnessed};

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
        let Some((proof, witnessed)) = self.receipt_proof(entry.leaf.seq)? else { return Ok(None) };
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
            witnessed,
        }))
    }

    /// The proof of a receipt: to the cosigned head that covers the event, where there is one. Until then to the head that
    /// ends with it, which is the same however often the receipt is fetched, so that whoever fetched it early can hold it
    /// against what is added later, and which tells no more of the shop's size than the event's own number.
    fn receipt_proof(&self, seq: u64) -> Result<Option<(ProofFile, Witnessed)>, StoreError> {
        let Some(own) = self.checkpoint_at(seq)? else { return Ok(None) };
        let prove = |checkpoint: SignedCheckpoint| {
            let hashes = self.inclusion_proof(seq, checkpoint.checkpoint().size)?;
            let hashes = hashes.map_err(|error| StoreError::Corrupt(error.to_string()))?;
            Ok::<_, StoreError>(ProofFile { extra: None, index: seq - 1, hashes, checkpoint })
        };
        let Some(head) = self.cosigned_head(seq)? else { return Ok(Some((prove(own)?, Witnessed::NotYet))) };
        let consistency = self.consistency_proof(seq, head.checkpoint().size)?;
        let consistency = consistency.map_err(|error| StoreError::Corrupt(error.to_string()))?;
        let names = head.note().signatures().iter().skip(1).map(|line| line.name.to_string()).collect();
        let cosigned = Cosigned { by: names, earlier: own.to_string(), consistency };
        Ok(Some((prove(head)?, Witnessed::Cosigned(cosigned))))
    }
}
