//! API keys: who may do what for a business.

use core::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use jatak_shared::id::Digest32;
use jatak_shared::random::Random;
use jatak_shared::time::Timestamp;

/// What a key allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scope {
    /// Look up, export, follow the feed, read settings.
    Read,
    /// Record opt-ins that the business vouches for, and opt-outs.
    Write,
    /// Make choices links, which let whoever holds them act as the subject.
    Links,
    /// Change settings, make and revoke keys. Not a superset: a key has the scopes it names.
    Admin,
}

impl Scope {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Read, Self::Write, Self::Links, Self::Admin];

    /// The word used on the wire.
    pub fn word(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Write => "write",
            Self::Links => "links",
            Self::Admin => "admin",
        }
    }
}

/// One or more scopes, each once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scopes(Vec<Scope>);

impl Scopes {
    /// Every scope.
    pub fn all() -> Self {
        Self(Scope::ALL.to_vec())
    }

    /// These scopes; `None` where there is none.
    pub fn of(scopes: &[Scope]) -> Option<Self> {
        let mut scopes = scopes.to_vec();
        scopes.sort_unstable();
        scopes.dedup();
        (!scopes.is_empty()).then_some(Self(scopes))
    }

    /// Reads words with single spaces between.
    pub fn parse(text: &str) -> Option<Self> {
        let scope = |word| Scope::ALL.into_iter().find(|scope| scope.word() == word);
        Self::of(&text.split(' ').map(scope).collect::<Option<Vec<_>>>()?)
    }

    /// Whether this scope is among them.
    pub fn allow(&self, scope: Scope) -> bool {
        self.0.contains(&scope)
    }
}

impl fmt::Display for Scopes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words: Vec<_> = self.0.iter().map(|scope| scope.word()).collect();
        f.write_str(&words.join(" "))
    }
}

impl Serialize for Scopes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Scopes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let scopes = Vec::<Scope>::deserialize(deserializer)?;
        Self::of(&scopes).ok_or_else(|| serde::de::Error::custom("at least one scope"))
    }
}

/// What is known of a key. The key itself is shown once and kept nowhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApiKey {
    /// Its id: the first 12 characters of the key, which say which one it is and open nothing.
    pub id: String,
    /// What the business calls it.
    pub name: String,
    /// What it allows.
    pub scopes: Scopes,
    /// When it was made.
    pub created_at: Timestamp,
}

/// A key in the form in which it is shown once: `jatak_` and 43 characters of base64url, 256 random bits.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

/// `jatak_` and the base64url of 32 bytes without padding.
const SECRET_LEN: usize = 6 + 43;
/// How much of a key its id shows: `jatak_` and 36 of its 256 bits.
const ID_LEN: usize = 12;

impl Secret {
    /// A new key.
    pub fn new(random: &mut impl Random) -> Self {
        let bytes: [u8; 32] = random.bytes();
        Self(format!("jatak_{}", data_encoding::BASE64URL_NOPAD.encode(&bytes)))
    }

    /// Reads a key as sent; `None` where it cannot be one, which saves asking any storage.
    pub fn parse(text: &str) -> Option<Self> {
        let rest = text.strip_prefix("jatak_")?;
        let fits =
            text.len() == SECRET_LEN && rest.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
        fits.then(|| Self(text.to_owned()))
    }

    /// What is stored in its place.
    pub fn hash(&self) -> Digest32 {
        Digest32::of(self.0.as_bytes())
    }

    /// Its id.
    pub fn id(&self) -> &str {
        &self.0[..ID_LEN]
    }

    /// The key itself, to be shown once.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    /// A key is never printed.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}
