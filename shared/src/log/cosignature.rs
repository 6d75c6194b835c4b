//! Cosignatures (C2SP tlog-cosignature, the Ed25519 type `04`): a witness says that at this time this was the largest
//! head it had seen of the log, and that it extends every head it saw before.

use core::fmt;
use core::str::FromStr;

use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::checkpoint::SignedCheckpoint;
use super::note::{NoteFault, NoteSignature};
use super::vkey::{self, KeyName};

/// The type byte of Ed25519 cosignatures.
const COSIGNATURE: u8 = 4;

/// A witness's public key with its name: what a business lists, and what an auditor trusts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WitnessVkey {
    name: KeyName,
    key: VerifyingKey,
}

impl WitnessVkey {
    /// The witness's name.
    pub fn name(&self) -> &KeyName {
        &self.name
    }

    /// The key's id, as a signature line names it.
    pub fn id(&self) -> [u8; 4] {
        vkey::key_id(&self.name, COSIGNATURE, &self.key)
    }

    /// Whether both are the same key, under whatever names: a cosignature does not hold the name, so the two would be
    /// one witness.
    pub fn is_key_of(&self, other: &Self) -> bool {
        self.key == other.key
    }

    /// This witness's line among others.
    pub fn find<'a>(&self, lines: &'a [NoteSignature]) -> Option<&'a NoteSignature> {
        let id = self.id();
        lines.iter().find(|line| line.id == id && line.name == self.name)
    }

    /// Checks that the witness cosigned this head, and says when, in seconds since 1970.
    pub fn verify(&self, head: &SignedCheckpoint) -> Result<u64, NoteFault> {
        self.verify_line(head, head.note().signatures())
    }

    /// The same for lines that came apart from the head.
    pub fn verify_line(&self, head: &SignedCheckpoint, lines: &[NoteSignature]) -> Result<u64, NoteFault> {
        let line = self.find(lines).ok_or(NoteFault::Unsigned)?;
        let (time, signature) = line.bytes.split_first_chunk().ok_or(NoteFault::BadSignature)?;
        let time = u64::from_be_bytes(*time);
        let signature: &[u8; 64] = signature.try_into().map_err(|_| NoteFault::BadSignature)?;
        // Zero would say nothing about when; beyond 2^63 is not allowed.
        if time == 0 || i64::try_from(time).is_err() {
            return Err(NoteFault::BadSignature);
        }
        let message = message(time, head);
        let holds = self.key.verify_strict(message.as_bytes(), &Signature::from_bytes(signature)).is_ok();
        if holds { Ok(time) } else { Err(NoteFault::BadSignature) }
    }
}

/// What is signed: the whole text of the checkpoint, behind a line that keeps it apart from the log's own signature and
/// one with the time.
fn message(time: u64, head: &SignedCheckpoint) -> String {
    format!("cosignature/v1\ntime {time}\n{}", head.note().text())
}

impl fmt::Display for WitnessVkey {
    /// `name+hex(key id)+base64(04 || key)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        vkey::print(f, &self.name, COSIGNATURE, &self.key)
    }
}

/// A text that is no key of a witness; the sentence says what to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("must be the key for Ed25519 cosignatures (type 04) as the witness publishes it: name+hash+base64")]
pub struct NotAWitness;

impl FromStr for WitnessVkey {
    type Err = NotAWitness;

    fn from_str(text: &str) -> Result<Self, NotAWitness> {
        let (name, key) = vkey::read(text, COSIGNATURE).ok_or(NotAWitness)?;
        Ok(Self { name, key })
    }
}

impl Serialize for WitnessVkey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for WitnessVkey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::parsed::from_text(deserializer)
    }
}

/// The key that a witness cosigns with. The edge has none; the witness of the tests does.
#[derive(Clone)]
pub struct Cosigner {
    name: KeyName,
    key: SigningKey,
}

impl Cosigner {
    /// The key that grows from these 32 random bytes, under this name.
    pub fn new(name: KeyName, seed: &[u8; 32]) -> Self {
        Self { name, key: SigningKey::from_bytes(seed) }
    }

    /// The public half.
    pub fn vkey(&self) -> WitnessVkey {
        WitnessVkey { name: self.name.clone(), key: self.key.verifying_key() }
    }

    /// Cosigns a head at this time, in seconds since 1970.
    pub fn sign(&self, head: &SignedCheckpoint, time: u64) -> NoteSignature {
        let signature = self.key.sign(message(time, head).as_bytes()).to_bytes();
        let bytes = [time.to_be_bytes().as_slice(), &signature].concat();
        NoteSignature { name: self.name.clone(), id: self.vkey().id(), bytes }
    }
}

impl fmt::Debug for Cosigner {
    /// A key is never printed; its name may be.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Cosigner({})", self.name)
    }
}
