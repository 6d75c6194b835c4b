//! Checkpoints (C2SP tlog-checkpoint): the size and root of a log, signed.

use core::fmt;
use core::str::FromStr;

use super::note::{Note, NoteFault, NoteSignature};
use super::vkey::{KeyName, Signer, Vkey};
use crate::bytes::{base64, from_base64};
use crate::id::Digest32;

/// What a log is at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// Which log: the name of its key.
    pub origin: KeyName,
    /// How many entries.
    pub size: u64,
    /// The root over them.
    pub root: Digest32,
}

/// Why a text is no checkpoint, or not one that can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CheckpointFault {
    /// The note is at fault.
    #[error(transparent)]
    Note(#[from] NoteFault),
    /// The note's text is no checkpoint.
    #[error("not a checkpoint: lines with origin, size and base64 root")]
    Malformed,
    /// It is of another log than the key.
    #[error("the checkpoint is of another log than the key")]
    ForeignOrigin,
}

impl Checkpoint {
    /// The text that is signed.
    pub fn text(&self) -> String {
        format!("{}\n{}\n{}\n", self.origin, self.size, base64(self.root.as_bytes()))
    }

    /// Signs it with the log's key; `None` where the key is another log's.
    pub fn sign(self, signer: &Signer) -> Result<SignedCheckpoint, CheckpointFault> {
        if self.origin != *signer.name() {
            return Err(CheckpointFault::ForeignOrigin);
        }
        let note = Note::sign(self.text(), signer)?;
        Ok(SignedCheckpoint { checkpoint: self, note })
    }

    /// Reads the text of a checkpoint. Lines after the third are extensions, which C2SP allows and nothing here needs.
    fn read(text: &str) -> Option<Self> {
        let mut lines = text.strip_suffix('\n')?.split('\n');
        let origin = lines.next()?.parse().ok()?;
        let digits = lines.next()?;
        let size: u64 = digits.parse().ok()?;
        let root = from_base64(lines.next()?)?;
        let fits = size.to_string() == digits && lines.all(|extension| !extension.is_empty());
        fits.then_some(Self { origin, size, root: Digest32::from_bytes(root.try_into().ok()?) })
    }
}

/// A checkpoint with the note it was read from or signed as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedCheckpoint {
    checkpoint: Checkpoint,
    note: Note,
}

impl SignedCheckpoint {
    /// What it says. Believe it after [`verify`](Self::verify) only.
    pub fn checkpoint(&self) -> &Checkpoint {
        &self.checkpoint
    }

    /// The note.
    pub fn note(&self) -> &Note {
        &self.note
    }

    /// The same head with these lines under it: cosignatures.
    #[must_use]
    pub fn with(self, lines: impl IntoIterator<Item = NoteSignature>) -> Self {
        Self { note: self.note.with(lines), ..self }
    }

    /// Checks that the log with this key signed it.
    pub fn verify(&self, vkey: &Vkey) -> Result<&Checkpoint, CheckpointFault> {
        if self.checkpoint.origin != *vkey.name() {
            return Err(CheckpointFault::ForeignOrigin);
        }
        self.note.verify(vkey)?;
        Ok(&self.checkpoint)
    }
}

impl fmt::Display for SignedCheckpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.note.fmt(f)
    }
}

impl FromStr for SignedCheckpoint {
    type Err = CheckpointFault;

    fn from_str(text: &str) -> Result<Self, CheckpointFault> {
        let note: Note = text.parse()?;
        let checkpoint = Checkpoint::read(note.text()).ok_or(CheckpointFault::Malformed)?;
        Ok(Self { checkpoint, note })
    }
}
