//! Slugs: what a business is called in addresses.

use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize};

/// Words that no business may be called, sorted: whatever the edge serves at the top or directly under `/v1`, the
/// same without its extension, and names that would pass for the operator or for WhatsApp.
///
/// A path of the edge that is missing here could be taken by a business; a test compares this list with the router.
pub const RESERVED: &[&str] = &[
    "about",
    "account",
    "admin",
    "api",
    "app",
    "assets",
    "auth",
    "businesses",
    "c",
    "choices",
    "consent",
    "consents",
    "demo",
    "docs",
    "element",
    "embed",
    "export",
    "favicon",
    "health",
    "healthz",
    "help",
    "hooks",
    "jatak",
    "keys",
    "legal",
    "log",
    "login",
    "logs",
    "meta",
    "metrics",
    "notice",
    "notices",
    "openapi",
    "phone",
    "privacy",
    "problem",
    "problems",
    "public",
    "readyz",
    "receipt",
    "robots",
    "security",
    "sitemap",
    "static",
    "status",
    "support",
    "terms",
    "v1",
    "v2",
    "verify",
    "webhook",
    "webhooks",
    "well-known",
    "whatsapp",
    "widget",
    "www",
];

/// A business's name in addresses: `^[a-z][a-z0-9-]{2,39}$`, not reserved, never used for another business.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Slug(String);

/// A text that no business can be called; the sentence says why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotASlug {
    /// It is not of the right shape.
    #[error("must have 3 to 40 characters, a lower-case letter first, then a-z, 0-9 and -")]
    Shape,
    /// It is one of [`RESERVED`].
    #[error("is a reserved word; choose another name")]
    Reserved,
}

impl Slug {
    /// The most characters a slug has: with a host of 40 characters the address of the hosted page stays below 100,
    /// which fits a poster and a small QR code.
    pub const MAX_LEN: usize = 40;

    /// The slug as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Reads a slug that was accepted once: only its shape is checked, since a word may have been reserved later.
    pub fn from_stored(text: &str) -> Result<Self, NotASlug> {
        let shape = (3..=Self::MAX_LEN).contains(&text.len())
            && text.starts_with(|first: char| first.is_ascii_lowercase())
            && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if shape { Ok(Self(text.to_owned())) } else { Err(NotASlug::Shape) }
    }
}

impl FromStr for Slug {
    type Err = NotASlug;

    fn from_str(text: &str) -> Result<Self, NotASlug> {
        let slug = Self::from_stored(text)?;
        if RESERVED.binary_search(&text).is_ok() { Err(NotASlug::Reserved) } else { Ok(slug) }
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What was written was accepted once, so a word that was reserved later is read. Whoever asks for a new slug is read by
/// [`FromStr`].
impl<'de> Deserialize<'de> for Slug {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'_, str>>::deserialize(deserializer)?;
        Self::from_stored(&text).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_has_one_shape() {
        for text in ["nordlys", "abc", "a-b", "shop24", &"a".repeat(40)] {
            assert_eq!(text.parse::<Slug>().map(|slug| slug.to_string()), Ok(text.to_owned()));
        }
        for text in ["", "ab", "-ab", "1ab", "Abc", "a_b", "a.b", "æbl", "a/b", &"a".repeat(41)] {
            assert_eq!(text.parse::<Slug>(), Err(NotASlug::Shape), "{text:?}");
        }
    }

    #[test]
    fn reserved_words_are_sorted_and_refused() {
        assert!(RESERVED.is_sorted_by(|a, b| a < b), "binary search needs order, and no word stands twice");
        for word in RESERVED {
            assert!(word.parse::<Slug>().is_err(), "{word}");
        }
        assert_eq!("healthz".parse::<Slug>(), Err(NotASlug::Reserved));
        assert!(Slug::from_stored("healthz").is_ok());
        assert!(
            serde_json::from_str::<Slug>("\"healthz\"").is_ok(),
            "a word reserved later names whom it named before"
        );
    }
}
