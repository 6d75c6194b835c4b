//! An earlier checkpoint, in whatever form an auditor kept it.

use jatak_shared::log::{ProofFile, SignedCheckpoint};

use crate::json::Json;
use crate::line::{self, Line};

/// The checkpoint in `text`: a checkpoint by itself, the one in a receipt, or the one in the first line of an export.
/// White space around it, lost or changed on the way through mail and clipboards, does not matter: what is signed does
/// not begin or end with any.
pub fn earlier_checkpoint(text: &str) -> Option<SignedCheckpoint> {
    let text = text.trim_start_matches('\u{feff}').trim();
    if !text.starts_with('{') {
        return (text.replace("\r\n", "\n") + "\n").parse().ok();
    }
    if let Some(proof) = Json::read(text).and_then(|receipt| receipt.parsed::<ProofFile>("proof")) {
        return Some(proof.checkpoint);
    }
    match line::read(text.lines().next()?).ok()? {
        Line::Header(header) => header.checkpoint.parse().ok(),
        Line::Erased(..) | Line::Trailer(_) => None,
    }
}
