//! Witnesses: having others cosign the heads of the log (C2SP tlog-witness, the log's side), so that whoever trusts one of
//! them need not trust the keeper of the log.
//!
//! Here is what is asked and what an answer is worth; sending it is the edge's. A witness that is slow, down or lying costs
//! its own cosignature and nothing else: appending waits for none of them, and each is put off by itself.

use core::fmt::Write as _;

use data_encoding::BASE64;
use jatak_shared::business::Witness;
use jatak_shared::log::{NoteFault, NoteSignature, SignedCheckpoint};
use jatak_shared::time::Timestamp;

use crate::engine::Engine;
use crate::jobs::{Job, schedule};
use crate::sql::{log, witness};
use crate::store::{Store, StoreError};

/// How long after a cosignature a witness is asked for the next at the earliest, in milliseconds: five minutes. A receipt
/// becomes a witnessed one while its holder still remembers it, and a busy shop asks 288 times a day.
pub const EVERY: i64 = 5 * 60 * 1000;

/// How long a witness that failed is left alone first, in milliseconds; twice as long after each further failure.
const FIRST_WAIT: i64 = 60 * 1000;

/// How often that is doubled: 64 minutes, as with jobs.
const DOUBLINGS: u64 = 6;

/// The media type of a conflict's body.
const SIZE: &str = "text/x.tlog.size";

/// A head, and whom to ask to cosign it.
#[derive(Clone, Debug)]
pub struct Round {
    /// The head, as the log signed it.
    pub head: SignedCheckpoint,
    /// Who has not cosigned it, with the size that each saw last as far as is known here.
    pub asked: Vec<(Witness, u64)>,
}

/// What a witness said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The media type, in lower case, without parameters.
    pub content_type: String,
    /// The body.
    pub body: String,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It cosigned, and that is kept.
    Cosigned,
    /// It has seen this size last; it is to be asked once more from there.
    AskFrom(u64),
    /// It did not.
    Refused(Refusal),
}

/// Why there is no cosignature.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It has seen more than there is here.
    #[error("has seen {seen} events and there are {size} here: another copy of this ledger was signed with its key")]
    SeenMore {
        /// What it has seen.
        seen: u64,
        /// What is here.
        size: u64,
    },
    /// What it answered is no cosignature of this head by its key.
    #[error("answered with something else than its cosignature of this head: {0}")]
    Lies(NoteFault),
    /// It does not know the log.
    #[error("does not know this log (404); its operator has to add the log's origin and key")]
    Unknown,
    /// It does not know the key.
    #[error("does not accept the log's signature (403); its operator has to have the right key")]
    Forbidden,
    /// It does not find the head consistent.
    #[error("finds this head not to extend the one it saw (422)")]
    Inconsistent,
    /// Anything else.
    #[error("answered with status {0}")]
    Status(u16),
    /// It did not answer, or not in time or in bounds; the text is of the sender's making.
    #[error("{0}")]
    Silent(String),
}

impl<S: Store> Engine<S> {
    /// Whom to ask now for which head; `None` where nobody is to be asked.
    pub fn cosign_round(&self, now: Timestamp) -> Result<Option<Round>, StoreError> {
        let current = self.current()?;
        let keys: Vec<String> = current.settings.witnesses().iter().map(|witness| witness.vkey().to_string()).collect();
        self.transaction(&mut || witness::retain(&self.store, &keys))?;
        let Some(head) = self.head_to_cosign()? else { return Ok(None) };
        let size = head.checkpoint().size;
        let standings = witness::all(&self.store)?;
        let mut asked = Vec::new();
        for witness in current.settings.witnesses() {
            let key = witness.vkey().to_string();
            let standing = standings.iter().find(|standing| standing.witness == key);
            let (seen, again_at) =
                standing.map_or((0, Timestamp::EPOCH), |standing| (standing.size, standing.again_at));
            if seen < size && again_at <= now {
                asked.push((witness.clone(), seen));
            }
        }
        Ok((!asked.is_empty()).then_some(Round { head, asked }))
    }

    /// The body to send to a witness that saw this size last.
    pub fn add_checkpoint(&self, head: &SignedCheckpoint, seen: u64) -> Result<String, StoreError> {
        let proof = self.consistency_proof(seen, head.checkpoint().size)?;
        let proof = proof.map_err(|error| StoreError::Corrupt(error.to_string()))?;
        let mut body = format!("old {seen}\n");
        for hash in proof {
            // Writing to a text cannot fail.
            let _ = writeln!(body, "{}", BASE64.encode(hash.as_bytes()));
        }
        Ok(format!("{body}\n{head}"))
    }

    /// Takes what a witness answered, and keeps a cosignature that holds. `first` is whether it was asked for the first
    /// time in this round: a second conflict is not followed.
    pub fn take_answer(
        &self,
        head: &SignedCheckpoint,
        witness: &Witness,
        answer: &Answer,
        first: bool,
        now: Timestamp,
    ) -> Result<Outcome, StoreError> {
        let size = head.checkpoint().size;
        let refusal = match answer.status {
            200 => match verified(head, witness, &answer.body) {
                Ok(line) => {
                    let again = now.plus_millis(EVERY);
                    self.transaction(&mut || witness::cosigned(&self.store, witness.vkey(), size, &line, again))?;
                    return Ok(Outcome::Cosigned);
                }
                Err(fault) => Refusal::Lies(fault),
            },
            409 if answer.content_type == SIZE => match answer.body.trim_end().parse::<u64>() {
                Ok(seen) if seen > size => Refusal::SeenMore { seen, size },
                Ok(seen) if first => return Ok(Outcome::AskFrom(seen)),
                _ => Refusal::Status(409),
            },
            404 => Refusal::Unknown,
            403 => Refusal::Forbidden,
            422 => Refusal::Inconsistent,
            status => Refusal::Status(status),
        };
        self.put_off(witness, now)?;
        Ok(Outcome::Refused(refusal))
    }

    /// Notes that a witness did not answer, or refused.
    pub fn put_off(&self, witness: &Witness, now: Timestamp) -> Result<(), StoreError> {
        let key = witness.vkey().to_string();
        let standings = witness::all(&self.store)?;
        let tries = standings.iter().find(|standing| standing.witness == key).map_or(0, |standing| standing.tries);
        let again = now.plus_millis(FIRST_WAIT << tries.min(DOUBLINGS));
        self.transaction(&mut || witness::failed(&self.store, witness.vkey(), again))
    }

    /// When the next round is wanted: when the first witness that is behind may be asked; `None` where none is behind.
    pub fn next_round(&self, now: Timestamp) -> Result<Option<Timestamp>, StoreError> {
        let next = self.round_after(now)?;
        self.cosigning.set(next.is_some());
        Ok(next)
    }

    fn round_after(&self, now: Timestamp) -> Result<Option<Timestamp>, StoreError> {
        let current = self.current()?;
        if current.settings.witnesses().is_empty() {
            return Ok(None);
        }
        let Some(head) = log::signed_head(&self.store)?.filter(|_| self.signs()) else { return Ok(None) };
        let standings = witness::all(&self.store)?;
        let times = current.settings.witnesses().iter().filter_map(|witness| {
            let key = witness.vkey().to_string();
            match standings.iter().find(|standing| standing.witness == key) {
                Some(standing) if standing.size >= head.size => None,
                Some(standing) => Some(standing.again_at.max(now)),
                None => Some(now),
            }
        });
        Ok(times.min())
    }

    /// Asks for a round after a head was signed, in the transaction that signs it. Once one is asked for, it is not asked
    /// for again with each batch; where the transaction fails, that is forgotten with the rest.
    pub(crate) fn want_cosignatures(&self, now: Timestamp) -> Result<(), StoreError> {
        if self.cosigning.get() {
            return Ok(());
        }
        if let Some(at) = self.round_after(now)? {
            schedule(&self.store, Job::Cosign, at)?;
            self.cosigning.set(true);
        }
        Ok(())
    }

    /// The cosigned head that covers event `seq`: the one with the most witnesses, and of these the largest. `None` where
    /// no witness has seen a head that does.
    pub fn cosigned_head(&self, seq: u64) -> Result<Option<SignedCheckpoint>, StoreError> {
        let standings = witness::all(&self.store)?;
        let lines = |size| standings.iter().filter(move |standing| standing.size == size && standing.line.is_some());
        let covering = standings.iter().map(|standing| standing.size).filter(|size| *size >= seq.max(1));
        let Some(size) = covering.max_by_key(|size| (lines(*size).count(), *size)) else { return Ok(None) };
        let Some(head) = self.checkpoint_at(size)? else { return Ok(None) };
        Ok(Some(head.with(lines(size).filter_map(|standing| standing.line.clone()))))
    }

    fn head_to_cosign(&self) -> Result<Option<SignedCheckpoint>, StoreError> {
        let Some(head) = self.signed_head()?.filter(|_| self.signs()) else { return Ok(None) };
        head.note.parse().map(Some).map_err(|error| StoreError::Corrupt(format!("checkpoint: {error}")))
    }
}

/// The witness's own line, where it holds. Lines of others are nobody's concern.
fn verified(head: &SignedCheckpoint, witness: &Witness, body: &str) -> Result<NoteSignature, NoteFault> {
    let lines = NoteSignature::read_lines(body)?;
    witness.vkey().verify_line(head, &lines)?;
    witness.vkey().find(&lines).cloned().ok_or(NoteFault::Unsigned)
}
