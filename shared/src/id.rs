//! Ids: UUIDs for what happens and for whom, SHA-256 for what is identified by its content.

use core::fmt;
use core::str::FromStr;

use hmac::{Hmac, KeyInit, Mac};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid};

use crate::bytes::{from_hex, hex};
use crate::time::Timestamp;

/// A text that is not an id of the kind asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not {0}")]
pub struct NotAnId(&'static str);

macro_rules! uuid_id {
    ($(#[$doc:meta])* $name:ident, $what:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// The id with these 16 bytes.
            pub fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(Uuid::from_bytes(bytes))
            }

            /// Its 16 bytes, in network order.
            pub fn as_bytes(&self) -> &[u8; 16] {
                self.0.as_bytes()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0.hyphenated(), f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;

            /// Reads the one printed form: 36 characters, lower case, with hyphens.
            fn from_str(text: &str) -> Result<Self, NotAnId> {
                let id = Uuid::try_parse(text).map_err(|_| NotAnId($what))?;
                let mut printed = Uuid::encode_buffer();
                if *id.hyphenated().encode_lower(&mut printed) == *text { Ok(Self(id)) } else { Err(NotAnId($what)) }
            }
        }
    };
}

uuid_id! {
    /// A business, for ever: random (RFC 9562 version 4), whatever its slug is called.
    BusinessId, "a business id (a UUID in lower case)"
}
uuid_id! {
    /// A person as one business knows them: random (version 4), and a new one after an erasure.
    SubjectId, "a subject id (a UUID in lower case)"
}
uuid_id! {
    /// An event: version 7, so that ids sort by the time they were recorded.
    EventId, "an event id (a UUID in lower case)"
}

uuid_id! {
    /// An import: random (version 4), and gone a day after it was begun.
    ImportId, "an import id (a UUID in lower case)"
}

uuid_id! {
    /// A reservation of one message to one person: version 7, so that ids sort by the time they were made.
    ReservationId, "a reservation id (a UUID in lower case)"
}

uuid_id! {
    /// A message that a person must look at: version 7, so that ids sort by the time they came in.
    ReviewId, "a review id (a UUID in lower case)"
}

impl ReviewId {
    /// A version 7 id: 48 bits of `at` and 74 of the random bytes.
    pub fn v7(at: Timestamp, random: [u8; 10]) -> Self {
        Self(Builder::from_unix_timestamp_millis(at.millis().unsigned_abs(), &random).into_uuid())
    }
}

impl ReservationId {
    /// A version 7 id: 48 bits of `at` and 74 of the random bytes.
    pub fn v7(at: Timestamp, random: [u8; 10]) -> Self {
        Self(Builder::from_unix_timestamp_millis(at.millis().unsigned_abs(), &random).into_uuid())
    }
}

uuid_id! {
    /// An address of a business's that is told of events: random (version 4).
    EndpointId, "an endpoint id (a UUID in lower case)"
}

impl EndpointId {
    /// A version 4 id from 16 random bytes.
    pub fn v4(random: [u8; 16]) -> Self {
        Self(Builder::from_random_bytes(random).into_uuid())
    }
}

impl ImportId {
    /// A version 4 id from 16 random bytes.
    pub fn v4(random: [u8; 16]) -> Self {
        Self(Builder::from_random_bytes(random).into_uuid())
    }
}

impl BusinessId {
    /// A version 4 id from 16 random bytes.
    pub fn v4(random: [u8; 16]) -> Self {
        Self(Builder::from_random_bytes(random).into_uuid())
    }
}

impl SubjectId {
    /// A version 4 id from 16 random bytes.
    pub fn v4(random: [u8; 16]) -> Self {
        Self(Builder::from_random_bytes(random).into_uuid())
    }
}

impl EventId {
    /// After every id that an event can have: that of an act that is only thought of.
    pub(crate) const LAST: Self = Self(Uuid::max());

    /// A version 7 id: 48 bits of `recorded_at` and 74 of the random bytes.
    pub fn v7(recorded_at: Timestamp, random: [u8; 10]) -> Self {
        Self(Builder::from_unix_timestamp_millis(recorded_at.millis().unsigned_abs(), &random).into_uuid())
    }
}

/// A SHA-256 digest, printed as 64 lower-case hex digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest32([u8; 32]);

impl Digest32 {
    /// The digest with these 32 bytes.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// SHA-256 over `bytes`.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// Its 32 bytes.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Display for Digest32 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex(&self.0))
    }
}

impl fmt::Debug for Digest32 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Digest32 {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let fault = NotAnId("a SHA-256 digest (64 lower-case hex digits)");
        from_hex(text).map(Self).ok_or(fault)
    }
}

impl Serialize for Digest32 {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Digest32 {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::parsed::from_text(deserializer)
    }
}

/// HMAC-SHA-256 over `bytes`: a hash that says nothing without the key, for what could be found by trying.
///
/// # Panics
/// Never: HMAC takes a key of any length (RFC 2104).
#[expect(clippy::expect_used, reason = "HMAC takes a key of any length (RFC 2104)")]
pub fn keyed(key: &[u8; 32], bytes: &[u8]) -> Digest32 {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("any key length will do");
    mac.update(bytes);
    Digest32(mac.finalize().into_bytes().into())
}

/// The id of a notice: SHA-256 of its canonical JSON, so that the id proves the wording.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct NoticeId(Digest32);

impl NoticeId {
    /// The id of the notice whose canonical JSON is `canonical`.
    pub fn of(canonical: &str) -> Self {
        Self(Digest32::of(canonical.as_bytes()))
    }
}

impl fmt::Display for NoticeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Debug for NoticeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl FromStr for NoticeId {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        text.parse().map(Self).map_err(|_| NotAnId("a notice id (64 lower-case hex digits)"))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
    use super::*;

    #[test]
    fn event_ids_sort_by_the_time_they_were_recorded() {
        let early = EventId::v7(Timestamp::from_millis(1_000), [0xff; 10]);
        let late = EventId::v7(Timestamp::from_millis(1_001), [0; 10]);
        assert!(early < late);
        assert_eq!(early.to_string().as_bytes()[14], b'7', "the version digit");
    }

    #[test]
    fn only_the_printed_form_of_an_id_is_read() {
        let id = SubjectId::v4([0xab; 16]);
        assert_eq!(id.to_string().parse(), Ok(id));
        for text in [id.to_string().to_uppercase(), id.to_string().replace('-', ""), format!("{{{id}}}"), String::new()]
        {
            assert!(text.parse::<SubjectId>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_digest_reads_back_and_refuses_upper_case() {
        let digest = Digest32::of(b"");
        assert_eq!(digest.to_string(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assert_eq!(digest.to_string().parse(), Ok(digest));
        assert!(digest.to_string().to_uppercase().parse::<Digest32>().is_err());
    }
}
