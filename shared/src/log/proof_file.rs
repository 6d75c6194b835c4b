//! Proof files (C2SP tlog-proof): an inclusion proof and the checkpoint it leads to, in one text to keep.

use core::fmt;
use core::str::FromStr;

use super::checkpoint::{CheckpointFault, SignedCheckpoint};
use super::proof::{ProofFault, verify_inclusion};
use super::vkey::Vkey;
use crate::bytes::{base64, from_base64};
use crate::id::Digest32;

const HEADER: &str = "c2sp.org/tlog-proof@v1";
/// A log of 2^63 entries has proofs of 63 hashes.
const MAX_HASHES: usize = 63;

/// That an entry is in a log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProofFile {
    /// What a log says about the entry beside it; never written here.
    pub extra: Option<Vec<u8>>,
    /// The entry's number, from 0.
    pub index: u64,
    /// From leaf to root.
    pub hashes: Vec<Digest32>,
    /// The head that the proof leads to, verbatim.
    pub checkpoint: SignedCheckpoint,
}

/// Why a text is no proof file, or proves nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProofFileFault {
    /// Not of the form.
    #[error("not a proof file: {HEADER}, index, hashes, an empty line, a checkpoint")]
    Malformed,
    /// Its checkpoint is at fault.
    #[error(transparent)]
    Checkpoint(#[from] CheckpointFault),
    /// Its proof does not hold.
    #[error(transparent)]
    Proof(#[from] ProofFault),
}

impl ProofFile {
    /// Checks that the log with this key signed a head with this entry in it.
    pub fn verify(&self, vkey: &Vkey, leaf: Digest32) -> Result<(), ProofFileFault> {
        let head = self.checkpoint.verify(vkey)?;
        Ok(verify_inclusion(self.index, head.size, leaf, &self.hashes, head.root)?)
    }
}

impl fmt::Display for ProofFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{HEADER}")?;
        if let Some(extra) = &self.extra {
            writeln!(f, "extra {}", base64(extra))?;
        }
        writeln!(f, "index {}", self.index)?;
        for hash in &self.hashes {
            writeln!(f, "{}", base64(hash.as_bytes()))?;
        }
        write!(f, "\n{}", self.checkpoint)
    }
}

impl FromStr for ProofFile {
    type Err = ProofFileFault;

    fn from_str(text: &str) -> Result<Self, ProofFileFault> {
        let (proof, checkpoint) = text.split_once("\n\n").ok_or(ProofFileFault::Malformed)?;
        let proof = proof.strip_prefix(HEADER).and_then(|rest| rest.strip_prefix('\n'));
        let (extra, index, hashes) = proof.and_then(read).ok_or(ProofFileFault::Malformed)?;
        Ok(Self { extra, index, hashes, checkpoint: checkpoint.parse()? })
    }
}

fn read(proof: &str) -> Option<(Option<Vec<u8>>, u64, Vec<Digest32>)> {
    let mut lines = proof.split('\n').peekable();
    let extra = lines.next_if(|line| line.starts_with("extra "));
    let extra = match extra.and_then(|line| line.strip_prefix("extra ")) {
        Some(extra) => Some(from_base64(extra)?),
        None => None,
    };
    let digits = lines.next()?.strip_prefix("index ")?;
    let index: u64 = digits.parse().ok()?;
    let hash = |line: &str| Some(Digest32::from_bytes(from_base64(line)?.try_into().ok()?));
    let hashes = lines.map(hash).collect::<Option<Vec<_>>>()?;
    (index.to_string() == digits && hashes.len() <= MAX_HASHES).then_some((extra, index, hashes))
}
