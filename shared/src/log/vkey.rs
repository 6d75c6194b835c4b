//! Keys of signed notes (C2SP): names, key ids, the printed verifier key, and the signer.

use core::fmt;
use core::str::FromStr;

use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use sha2::{Digest, Sha256};

use crate::bytes::{base64, from_base64, hex};
use crate::id::BusinessId;

/// The type byte of Ed25519 signatures in C2SP signed notes.
const ED25519: u8 = 1;

/// What stands between the origin of a log and the number of a later epoch.
const EPOCH: &str = "/epoch/";

/// The name of a key, which is the origin of the log it signs, such as `jatak.example/<business id>`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyName(String);

/// A text that cannot name a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a key name: 1 to {} visible characters without spaces and `+`", KeyName::MAX_LEN)]
pub struct NotAKeyName;

impl KeyName {
    /// A host name has at most 253 characters, a business id 36; with a slash between them that is 290. An epoch adds its
    /// word and a number of at most 20 digits.
    pub const MAX_LEN: usize = 290 + EPOCH.len() + 20;

    /// The origin of a business's log: the name that the settings give to all logs here, and the id that it keeps for
    /// ever. An auditor sees from it whose log a checkpoint is of.
    pub fn of_log(log_name: &str, business: BusinessId) -> Result<Self, NotAKeyName> {
        Self::of_epoch(log_name, business, 1)
    }

    /// The origin of a business's log in an epoch, counted from 1. What was signed under an origin is for ever, so a log
    /// that has to begin anew from a restored backup is another log, and its origin says which one it is.
    pub fn of_epoch(log_name: &str, business: BusinessId, epoch: u64) -> Result<Self, NotAKeyName> {
        match epoch {
            0 | 1 => format!("{log_name}/{business}").parse(),
            _ => format!("{log_name}/{business}{EPOCH}{epoch}").parse(),
        }
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is the origin of this business's log, in whichever epoch.
    pub fn is_of(&self, business: BusinessId) -> bool {
        let (log, _) = self.parts();
        log.strip_suffix(&business.to_string()).is_some_and(|log_name| log_name.ends_with('/'))
    }

    /// Which epoch of its log it names.
    pub fn epoch(&self) -> u64 {
        self.parts().1
    }

    /// Whether both are the origins of one business's log, in whichever epochs.
    pub fn is_of_same_log(&self, other: &Self) -> bool {
        self.parts().0 == other.parts().0
    }

    /// The origin of the first epoch, and the number of this one.
    fn parts(&self) -> (&str, u64) {
        let later = self.0.rsplit_once(EPOCH).and_then(|(log, digits)| {
            let epoch: u64 = digits.parse().ok()?;
            (epoch > 1 && epoch.to_string() == digits).then_some((log, epoch))
        });
        later.unwrap_or((&self.0, 1))
    }
}

impl FromStr for KeyName {
    type Err = NotAKeyName;

    fn from_str(text: &str) -> Result<Self, NotAKeyName> {
        let strange = |char: char| char.is_whitespace() || char.is_control() || char == '+';
        let fits = !text.is_empty() && text.len() <= Self::MAX_LEN && !text.contains(strange);
        fits.then(|| Self(text.to_owned())).ok_or(NotAKeyName)
    }
}

impl fmt::Display for KeyName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A public key with its name: what an auditor needs to have, from somewhere else than the log itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vkey {
    name: KeyName,
    key: VerifyingKey,
}

/// A text that is no verifier key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an Ed25519 verifier key of a signed note: name+hash+base64, as the log's owner publishes it")]
pub struct NotAVkey;

impl Vkey {
    /// The key's name.
    pub fn name(&self) -> &KeyName {
        &self.name
    }

    /// The first four bytes of SHA-256(name || 0A || type || key), by which a signature names its key.
    pub fn id(&self) -> [u8; 4] {
        key_id(&self.name, ED25519, &self.key)
    }

    /// Whether this is a signature of the key over `message`. Strict (RFC 8032 with weak keys refused), so that no
    /// signature holds in one checker and fails in another.
    pub fn signed(&self, message: &[u8], signature: &[u8; 64]) -> bool {
        self.key.verify_strict(message, &Signature::from_bytes(signature)).is_ok()
    }
}

impl fmt::Display for Vkey {
    /// `name+hex(key id)+base64(type || key)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        print(f, &self.name, ED25519, &self.key)
    }
}

impl FromStr for Vkey {
    type Err = NotAVkey;

    fn from_str(text: &str) -> Result<Self, NotAVkey> {
        let (name, key) = read(text, ED25519).ok_or(NotAVkey)?;
        Ok(Self { name, key })
    }
}

/// The first four bytes of SHA-256(name || 0A || type || key).
pub(super) fn key_id(name: &KeyName, kind: u8, key: &VerifyingKey) -> [u8; 4] {
    let hash = Sha256::new().chain_update(&name.0).chain_update([b'\n', kind]).chain_update(key.as_bytes()).finalize();
    [hash[0], hash[1], hash[2], hash[3]]
}

/// Prints a key of this type as `name+hex(key id)+base64(type || key)`.
pub(super) fn print(f: &mut fmt::Formatter<'_>, name: &KeyName, kind: u8, key: &VerifyingKey) -> fmt::Result {
    let bytes = [&[kind], key.as_bytes().as_slice()].concat();
    write!(f, "{name}+{}+{}", hex(&key_id(name, kind, key)), base64(&bytes))
}

/// Reads a printed key of this type; `None` where the text is none or its parts do not belong together.
pub(super) fn read(text: &str, kind: u8) -> Option<(KeyName, VerifyingKey)> {
    let mut parts = text.splitn(3, '+');
    let name = parts.next()?.parse().ok()?;
    let id = parts.next()?;
    let bytes = from_base64(parts.next()?)?;
    let (found, key) = bytes.split_first()?;
    let key = VerifyingKey::from_bytes(key.try_into().ok()?).ok()?;
    let fits = *found == kind && hex(&key_id(&name, kind, &key)) == id;
    fits.then_some((name, key))
}

/// The key that a log is signed with.
#[derive(Clone)]
pub struct Signer {
    name: KeyName,
    key: SigningKey,
}

impl Signer {
    /// The key that grows from these 32 random bytes, under this name.
    pub fn new(name: KeyName, seed: &[u8; 32]) -> Self {
        Self { name, key: SigningKey::from_bytes(seed) }
    }

    /// The public half.
    pub fn vkey(&self) -> Vkey {
        Vkey { name: self.name.clone(), key: self.key.verifying_key() }
    }

    /// The key's name.
    pub fn name(&self) -> &KeyName {
        &self.name
    }

    /// Signs. Ed25519 is deterministic: the same message has the same signature for ever.
    pub fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.key.sign(message).to_bytes()
    }
}

impl fmt::Debug for Signer {
    /// A key is never printed; its name may be.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Signer({})", self.name)
    }
}
