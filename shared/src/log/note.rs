//! Signed notes (C2SP): a text and signatures under it, each line naming its key.

use core::fmt;
use core::str::FromStr;

use super::vkey::{KeyName, Signer, Vkey};
use crate::bytes::{base64, from_base64};

/// A text with signatures. That it parses says nothing about whether they hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    text: String,
    signatures: Vec<NoteSignature>,
}

/// One signature line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteSignature {
    /// The name of the key.
    pub name: KeyName,
    /// The key's id.
    pub id: [u8; 4],
    /// 64 bytes for Ed25519; other types have their own form.
    pub bytes: Vec<u8>,
}

/// Why a text is no signed note, or is not signed as hoped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoteFault {
    /// Not of the form text, blank line, signatures.
    #[error("not a signed note: a text, an empty line, then lines that begin with an em dash")]
    Malformed,
    /// There is no signature of this key.
    #[error("not signed with this key")]
    Unsigned,
    /// There is one and it does not hold.
    #[error("the signature does not hold")]
    BadSignature,
}

/// What begins a signature line: an em dash (U+2014) and a space.
const DASH: &str = "\u{2014} ";

/// A note with its log's and a dozen witnesses' lines stays below 8 KB; what is longer is not read.
const MAX_LEN: usize = 64 * 1024;

impl Note {
    /// Signs a text, which must be lines of visible text, each ended by a newline.
    pub fn sign(text: String, signer: &Signer) -> Result<Self, NoteFault> {
        check_text(&text)?;
        let bytes = signer.sign(text.as_bytes()).to_vec();
        let vkey = signer.vkey();
        Ok(Self { text, signatures: vec![NoteSignature { name: vkey.name().clone(), id: vkey.id(), bytes }] })
    }

    /// A note put together again from a text and the signatures kept with it.
    pub fn assemble(text: String, signatures: Vec<NoteSignature>) -> Result<Self, NoteFault> {
        check_text(&text)?;
        if signatures.is_empty() { Err(NoteFault::Malformed) } else { Ok(Self { text, signatures }) }
    }

    /// The same note with these signatures after its own; those that it has are not added again.
    #[must_use]
    pub fn with(mut self, signatures: impl IntoIterator<Item = NoteSignature>) -> Self {
        for line in signatures {
            if !self.signatures.contains(&line) {
                self.signatures.push(line);
            }
        }
        self
    }

    /// The signed text, with its final newline.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The signatures, in order.
    pub fn signatures(&self) -> &[NoteSignature] {
        &self.signatures
    }

    /// Checks the signature of this key.
    pub fn verify(&self, vkey: &Vkey) -> Result<(), NoteFault> {
        let id = vkey.id();
        let mine = self.signatures.iter().find(|line| line.id == id && line.name == *vkey.name());
        let bytes = &mine.ok_or(NoteFault::Unsigned)?.bytes;
        let signature = bytes.as_slice().try_into().map_err(|_| NoteFault::BadSignature)?;
        if vkey.signed(self.text.as_bytes(), signature) { Ok(()) } else { Err(NoteFault::BadSignature) }
    }
}

/// A text may hold no control characters but newlines, and must end with one.
fn check_text(text: &str) -> Result<(), NoteFault> {
    let control = text.chars().any(|char| char.is_ascii_control() && char != '\n');
    if control || !text.ends_with('\n') || text.len() > MAX_LEN { Err(NoteFault::Malformed) } else { Ok(()) }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.text)?;
        for line in &self.signatures {
            writeln!(f, "{line}")?;
        }
        Ok(())
    }
}

impl fmt::Display for NoteSignature {
    /// The line without its newline.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bytes = [self.id.as_slice(), &self.bytes].concat();
        write!(f, "{DASH}{} {}", self.name, base64(&bytes))
    }
}

impl FromStr for NoteSignature {
    type Err = NoteFault;

    fn from_str(line: &str) -> Result<Self, NoteFault> {
        signature(line).ok_or(NoteFault::Malformed)
    }
}

impl NoteSignature {
    /// Reads lines as they stand under a note, each ended by a newline: what a witness answers.
    pub fn read_lines(text: &str) -> Result<Vec<Self>, NoteFault> {
        let lines = text.strip_suffix('\n').filter(|_| text.len() <= MAX_LEN).ok_or(NoteFault::Malformed)?;
        lines.split('\n').map(str::parse).collect()
    }
}

impl FromStr for Note {
    type Err = NoteFault;

    fn from_str(text: &str) -> Result<Self, NoteFault> {
        if text.len() > MAX_LEN {
            return Err(NoteFault::Malformed);
        }
        // The signatures follow the last empty line; a text may hold empty lines of its own.
        let end = text.rfind("\n\n").ok_or(NoteFault::Malformed)?;
        let (body, lines) = (&text[..=end], &text[end + 2..]);
        check_text(body)?;
        let lines = lines.strip_suffix('\n').ok_or(NoteFault::Malformed)?;
        let signatures = lines.split('\n').map(signature).collect::<Option<Vec<_>>>().ok_or(NoteFault::Malformed)?;
        Ok(Self { text: body.to_owned(), signatures })
    }
}

fn signature(line: &str) -> Option<NoteSignature> {
    let (name, bytes) = line.strip_prefix(DASH)?.split_once(' ')?;
    let bytes = from_base64(bytes)?;
    let (id, bytes) = bytes.split_first_chunk()?;
    if bytes.is_empty() {
        return None;
    }
    Some(NoteSignature { name: name.parse().ok()?, id: *id, bytes: bytes.to_vec() })
}
