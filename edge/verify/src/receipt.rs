//! Checking a receipt with nothing but the log's key.

use jatak_shared::event::{Leaf, Outcome, PrivatePart};
use jatak_shared::id::NoticeId;
use jatak_shared::log::{ProofFile, Vkey, leaf_hash};
use jatak_shared::proven::{ReceiptFile, VERSION};

use crate::fault::{Fault, Wrong};

/// What a receipt was found to prove.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReceiptReport {
    /// The public part: what kind of event, when, under which notice.
    pub leaf: Leaf,
    /// What it says of the person, where the receipt shows it.
    pub private: Option<PrivatePart>,
    /// What it led to, where the receipt shows it.
    pub outcome: Option<Outcome>,
    /// The page that it was done on, as a browser claimed, where the receipt shows it.
    pub page: Option<String>,
    /// The notice that it was done under, word for word, where the receipt holds it.
    pub notice: Option<serde_json::Value>,
    /// The log.
    pub origin: String,
    /// How many events the signed head covers.
    pub size: u64,
    /// The key it was checked with.
    pub vkey: String,
    /// Whether the key came from the auditor and not from the receipt.
    pub key_known: bool,
}

/// Checks a receipt. Without `vkey` the receipt's own is taken, which proves no more than that it was not damaged.
pub fn check_receipt(text: &str, vkey: Option<Vkey>) -> Result<ReceiptReport, Fault> {
    check(text, vkey).map_err(|wrong| Fault { line: 0, wrong })
}

fn check(text: &str, vkey: Option<Vkey>) -> Result<ReceiptReport, Wrong> {
    let receipt: ReceiptFile = serde_json::from_str(text).map_err(|error| Wrong::Line(error.to_string()))?;
    if receipt.v != VERSION {
        return Err(Wrong::Line(format!("version {} of a receipt", receipt.v)));
    }
    let key_known = vkey.is_some();
    let own = || receipt.vkey.parse().map_err(|error: jatak_shared::log::NotAVkey| Wrong::Key(error.to_string()));
    let key = vkey.map_or_else(own, Ok)?;
    let leaf = receipt.leaf;
    let proof: ProofFile = receipt.proof.parse().map_err(|error| Wrong::Proof(format!("{error}")))?;
    proof
        .checkpoint
        .verify(&key)
        .map_err(|error| Wrong::ForeignSignature { key: key.name().to_string(), why: error.to_string() })?;
    if !key.name().is_of(leaf.business) {
        return Err(Wrong::WrongBusiness(format!("the log is {}, the event of {}", key.name(), leaf.business)));
    }
    if leaf.seq != proof.index + 1 {
        return Err(Wrong::Leaf(leaf.seq));
    }
    proof.verify(&key, leaf_hash(leaf.canonical().as_bytes())).map_err(|error| Wrong::Proof(error.to_string()))?;

    if let Some(private) = &receipt.private
        && private.commitment() != leaf.commit
    {
        return Err(Wrong::PrivatePart(leaf.seq));
    }
    if let Some(outcome) = &receipt.outcome {
        let promised = receipt.private.as_ref().and_then(|private| private.body.outcome);
        if promised != Some(outcome.commitment()) {
            return Err(Wrong::Outcome(leaf.seq));
        }
    }
    if let Some(evidence) = &receipt.evidence {
        let promised = receipt.private.as_ref().and_then(|private| private.body.evidence);
        if promised != Some(evidence.commitment()) {
            return Err(Wrong::Evidence(leaf.seq));
        }
    }
    if let Some(notice) = &receipt.notice {
        let id = NoticeId::of(&jatak_shared::canonical::to_string(notice));
        if leaf.notice != Some(id) {
            return Err(Wrong::Notice(id.to_string()));
        }
    }
    Ok(ReceiptReport {
        leaf,
        private: receipt.private.map(|private| private.body),
        outcome: receipt.outcome.map(|outcome| outcome.body),
        page: receipt.evidence.and_then(|evidence| evidence.body.page),
        notice: receipt.notice,
        origin: key.name().to_string(),
        size: proof.checkpoint.checkpoint().size,
        vkey: key.to_string(),
        key_known,
    })
}
