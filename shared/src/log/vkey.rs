//! Keys of signed notes (C2SP): names, key ids, the printed verifier key, and the signer.

use core::fmt;
use core::str::FromStr;

use data_encoding::{BASE64, HEXLOWER};
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use sha2::{Digest, Sha256};

use crate::id::BusinessId;

/// The type byte of Ed25519 signatures in C2SP signed notes.
const ED25519: u8 = 1;

/// The name of a key, which is the origin of the log it signs, such as `jatak.example/<business id>`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyName(String);

/// A text that cannot name a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a key name: 1 to {} visible characters without spaces and `+`", KeyName::MAX_LEN)]
pub struct NotAKeyName;

impl KeyName {
    /// A host name has at most 253 characters, a business id 36; with a slash between them that is 290.
    pub const MAX_LEN: usize = 290;

    /// The origin of a business's log: the name that the settings give to all logs here, and the id that it keeps for
    /// ever. An auditor sees from it whose log a checkpoint is of.
    pub fn of_log(log_name: &str, business: BusinessId) -> Result<Self, NotAKeyName> {
        format!("{log_name}/{business}").parse()
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is the origin of this business's log.
    pub fn is_of(&self, business: BusinessId) -> bool {
        self.0.strip_suffix(&business.to_string()).is_some_and(|log_name| log_name.ends_with('/'))
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
        let hash = Sha256::new().chain_update(&self.name.0).chain_update([b'\n', ED25519]);
        let hash = hash.chain_update(self.key.as_bytes()).finalize();
        [hash[0], hash[1], hash[2], hash[3]]
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
        let mut key = vec![ED25519];
        key.extend(self.key.as_bytes());
        write!(f, "{}+{}+{}", self.name, HEXLOWER.encode(&self.id()), BASE64.encode(&key))
    }
}

impl FromStr for Vkey {
    type Err = NotAVkey;

    fn from_str(text: &str) -> Result<Self, NotAVkey> {
        let mut parts = text.splitn(3, '+');
        let mut part = || parts.next().ok_or(NotAVkey);
        let name = part()?.parse().map_err(|_| NotAVkey)?;
        let id = part()?;
        let key = BASE64.decode(part()?.as_bytes()).map_err(|_| NotAVkey)?;
        let Some((&ED25519, key)) = key.split_first() else { return Err(NotAVkey) };
        let key = key.try_into().map_err(|_| NotAVkey)?;
        let vkey = Self { name, key: VerifyingKey::from_bytes(key).map_err(|_| NotAVkey)? };
        if HEXLOWER.encode(&vkey.id()) == id { Ok(vkey) } else { Err(NotAVkey) }
    }
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
