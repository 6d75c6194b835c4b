//! An earlier checkpoint, in whatever form an auditor kept it.

use jatak_shared::log::{ProofFile, SignedCheckpoint};
use jatak_shared::proven::{Line, ReceiptFile};

/// The checkpoint in `text`: a checkpoint by itself, the one in a receipt, or the one in the first line of an export.
/// White space around it, lost or changed on the way through mail and clipboards, does not matter: what is signed does
/// not begin or end with any.
pub fn earlier_checkpoint(text: &str) -> Option<SignedCheckpoint> {
    let text = text.trim_start_matches('\u{feff}').trim();
    if !text.starts_with('{') {
        return (text.replace("\r\n", "\n") + "\n").parse().ok();
    }
    if let Ok(receipt) = serde_json::from_str::<ReceiptFile>(text) {
        return receipt.proof.parse::<ProofFile>().ok().map(|proof| proof.checkpoint);
    }
    match serde_json::from_str(text.lines().next()?).ok()? {
        Line::Header(header) => header.checkpoint.parse().ok(),
        Line::Erased(_) | Line::Trailer(_) => None,
    }
}
