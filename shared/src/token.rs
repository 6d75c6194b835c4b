//! Tokens: the opaque part of a receipt link or a choices link, checked before any storage is read.
//!
//! base64url(version 1 byte || kind 1 byte || id 16 bytes || tag 16 bytes), where the tag is the first half of
//! HMAC-SHA-256(link key; business id || version || kind || id). 128 bits of tag cannot be guessed over a network, and
//! the whole is 46 characters, short enough for a message.

use data_encoding::BASE64URL_NOPAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;

use crate::id::{BusinessId, EventId, SubjectId};

/// The version of the form above.
const VERSION: u8 = 1;
/// Version, kind, id.
const HEAD: usize = 1 + 1 + 16;
/// The head and the tag.
const LEN: usize = HEAD + 16;

/// The secret that a business's links are signed with. It never changes: links are permanent. Kept as HMAC begins with it,
/// which is half of what a tag costs: an answer to a business may hold a thousand links.
#[derive(Clone)]
pub struct LinkKey(Hmac<Sha256>);

impl LinkKey {
    /// The key with these bytes.
    ///
    /// # Panics
    /// Never: HMAC takes a key of any length (RFC 2104).
    #[expect(clippy::expect_used, reason = "HMAC takes a key of any length (RFC 2104)")]
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(Hmac::new_from_slice(&bytes).expect("any key length will do"))
    }

    fn mac(&self, business: BusinessId, head: &[u8]) -> Hmac<Sha256> {
        let mut mac = self.0.clone();
        mac.update(business.as_bytes());
        mac.update(head);
        mac
    }
}

impl core::fmt::Debug for LinkKey {
    /// A secret is never printed.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("LinkKey(…)")
    }
}

/// What a genuine token names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Token {
    /// A submission: shows and takes back what it did, grants nothing.
    Receipt(EventId),
    /// A subject: shows all states, withdraws and grants.
    Subject(SubjectId),
}

impl Token {
    fn head(self) -> [u8; HEAD] {
        let (kind, id) = match self {
            Self::Receipt(id) => (1, *id.as_bytes()),
            Self::Subject(id) => (2, *id.as_bytes()),
        };
        let mut head = [0; HEAD];
        head[0] = VERSION;
        head[1] = kind;
        head[2..].copy_from_slice(&id);
        head
    }

    /// The token as it stands in a link.
    pub fn sign(self, key: &LinkKey, business: BusinessId) -> String {
        let head = self.head();
        let tag = key.mac(business, &head).finalize().into_bytes();
        let mut bytes = [0; LEN];
        bytes[..HEAD].copy_from_slice(&head);
        bytes[HEAD..].copy_from_slice(&tag[..LEN - HEAD]);
        BASE64URL_NOPAD.encode(&bytes)
    }

    /// What `text` names, if it was signed with one of these keys for this business. Takes the same time whether or
    /// not the tag is right.
    pub fn verify(keys: &[LinkKey], business: BusinessId, text: &str) -> Option<Self> {
        let bytes: [u8; LEN] = BASE64URL_NOPAD.decode(text.as_bytes()).ok()?.try_into().ok()?;
        let (head, tag) = bytes.split_at(HEAD);
        let genuine = keys.iter().fold(subtle::Choice::from(0), |found, key| {
            let expected = key.mac(business, head).finalize().into_bytes();
            found | expected[..LEN - HEAD].ct_eq(tag)
        });
        if !bool::from(genuine) {
            return None;
        }
        let id: [u8; 16] = head[2..].try_into().ok()?;
        match head[..2] {
            [VERSION, 1] => Some(Self::Receipt(EventId::from_bytes(id))),
            [VERSION, 2] => Some(Self::Subject(SubjectId::from_bytes(id))),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
    use super::*;
    use proptest::prelude::*;

    fn key(byte: u8) -> LinkKey {
        LinkKey::from_bytes([byte; 32])
    }

    fn business(byte: u8) -> BusinessId {
        BusinessId::v4([byte; 16])
    }

    #[test]
    fn token_format_unchanged() {
        let token = Token::Receipt(EventId::from_bytes([3; 16])).sign(&key(1), business(2));
        assert_eq!(token, "AQEDAwMDAwMDAwMDAwMDAwMDePO7r0h4ACfEH61t_5Ascw");
    }

    #[test]
    fn an_old_key_still_opens_its_links() {
        let token = Token::Subject(SubjectId::v4([9; 16]));
        let text = token.sign(&key(1), business(2));
        assert_eq!(Token::verify(&[key(5), key(1)], business(2), &text), Some(token));
    }

    #[test]
    fn another_business_or_another_key_opens_nothing() {
        let text = Token::Subject(SubjectId::v4([9; 16])).sign(&key(1), business(2));
        assert_eq!(Token::verify(&[key(1)], business(3), &text), None);
        assert_eq!(Token::verify(&[key(2)], business(2), &text), None);
        assert_eq!(Token::verify(&[], business(2), &text), None);
    }

    #[test]
    fn the_key_is_never_printed() {
        assert!(!format!("{:?}", key(0xAB)).contains("171"));
    }

    proptest! {
        #[test]
        fn a_token_reads_back_as_itself(id: [u8; 16], secret: [u8; 32], receipt: bool) {
            let token = if receipt { Token::Receipt(EventId::from_bytes(id)) } else { Token::Subject(SubjectId::from_bytes(id)) };
            let keys = [LinkKey::from_bytes(secret)];
            let text = token.sign(&keys[0], business(1));
            prop_assert_eq!(text.len(), 46);
            prop_assert_eq!(Token::verify(&keys, business(1), &text), Some(token));
        }

        #[test]
        fn a_token_with_any_character_changed_opens_nothing(id: [u8; 16], at in 0usize..46, other in "[A-Za-z0-9_-]") {
            let keys = [key(1)];
            let mut text = Token::Receipt(EventId::from_bytes(id)).sign(&keys[0], business(1));
            prop_assume!(text[at..=at] != other);
            text.replace_range(at..=at, &other);
            prop_assert_eq!(Token::verify(&keys, business(1), &text), None);
        }

        #[test]
        fn no_text_at_all_is_too_odd_to_be_refused(text in "\\PC{0,80}") {
            prop_assert_eq!(Token::verify(&[key(1)], business(1), &text), None);
        }
    }
}
