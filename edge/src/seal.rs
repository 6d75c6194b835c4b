//! Sealing: a business's random keys are stored only encrypted under the worker's secret.
//!
//! XChaCha20-Poly1305 with a random nonce; the purpose and the business are authenticated with it, so that a sealed key
//! moved to another place in storage does not open. The first byte names the version of the worker's secret.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use jatak_ledger::SealedKey;
use jatak_ledger::webhooks::SealedSecret;
use jatak_shared::id::{BusinessId, EndpointId};
use jatak_shared::random::Random;

/// The length of the nonce.
const NONCE: usize = 24;

/// What a key is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Signs links.
    Link,
    /// Hashes bodies under idempotency keys.
    Idempotency,
    /// Hashes numbers on the suppression list.
    Suppression,
    /// Signs the heads of the log.
    Signing,
    /// Makes the codes that are sent from WhatsApp.
    Codes,
}

impl Purpose {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Link, Self::Idempotency, Self::Suppression, Self::Signing, Self::Codes];

    /// The word it is stored under.
    pub fn word(self) -> &'static str {
        match self {
            Self::Link => "link",
            Self::Idempotency => "idempotency",
            Self::Suppression => "suppression",
            Self::Signing => "signing",
            Self::Codes => "codes",
        }
    }
}

/// One version of the worker's secret.
#[derive(Clone)]
pub struct WorkerSecret {
    /// Its version, from 1.
    pub version: u8,
    /// Its bytes.
    pub bytes: [u8; 32],
}

impl core::fmt::Debug for WorkerSecret {
    /// A secret is never printed.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "WorkerSecret({}, …)", self.version)
    }
}

/// Draws the keys of a new business and seals them.
pub fn new_keys(secret: &WorkerSecret, business: BusinessId, random: &mut impl Random) -> Option<Vec<SealedKey>> {
    missing_keys(secret, business, &[], random)
}

/// Draws and seals the first key of each purpose that a business has none for yet.
pub fn missing_keys(
    secret: &WorkerSecret,
    business: BusinessId,
    keys: &[SealedKey],
    random: &mut impl Random,
) -> Option<Vec<SealedKey>> {
    let missing = |purpose: &Purpose| keys.iter().all(|key| key.purpose != purpose.word());
    let missing = Purpose::ALL.into_iter().filter(missing);
    missing.map(|purpose| seal(secret, business, purpose, 1, random.bytes(), random)).collect()
}

/// Seals a key with a version of the worker's secret. `None` where the cipher refuses, which it has no reason to.
pub fn seal(
    secret: &WorkerSecret,
    business: BusinessId,
    purpose: Purpose,
    version: u64,
    key: [u8; 32],
    random: &mut impl Random,
) -> Option<SealedKey> {
    let sealed = close(secret, &place(business, purpose.word(), version), &key, random)?;
    Some(SealedKey { purpose: purpose.word().to_owned(), version, sealed })
}

/// Opens the sealed keys of one purpose, oldest first. `None` where one does not open: it was sealed under a secret
/// that the worker no longer has, or is not what was sealed.
pub fn open(
    secrets: &[WorkerSecret],
    business: BusinessId,
    keys: &[SealedKey],
    purpose: Purpose,
) -> Option<Vec<[u8; 32]>> {
    let mine = keys.iter().filter(|key| key.purpose == purpose.word());
    mine.map(|key| unclose(secrets, &place(business, &key.purpose, key.version), &key.sealed)?.try_into().ok())
        .collect()
}

/// Seals the secret with this number of one of a business's webhook endpoints. `None` as with [`seal`].
pub fn seal_webhook(
    secret: &WorkerSecret,
    business: BusinessId,
    endpoint: EndpointId,
    serial: u64,
    key: [u8; 32],
    random: &mut impl Random,
) -> Option<SealedSecret> {
    let sealed = close(secret, &webhook_place(business, endpoint, serial), &key, random)?;
    Some(SealedSecret { serial, sealed })
}

/// Opens a secret of an endpoint. `None` as with [`open`].
pub fn open_webhook(
    secrets: &[WorkerSecret],
    business: BusinessId,
    endpoint: EndpointId,
    sealed: &SealedSecret,
) -> Option<[u8; 32]> {
    unclose(secrets, &webhook_place(business, endpoint, sealed.serial), &sealed.sealed)?.try_into().ok()
}

/// What the secrets that a business shares with Meta are kept under. No purpose of its own keys is called so.
const META: &str = "meta";

/// Seals what a business shares with Meta, as one text. `None` as with [`seal`].
pub fn seal_meta(
    secret: &WorkerSecret,
    business: BusinessId,
    shared: &[u8],
    random: &mut impl Random,
) -> Option<SealedKey> {
    let sealed = close(secret, &place(business, META, 1), shared, random)?;
    Some(SealedKey { purpose: META.to_owned(), version: 1, sealed })
}

/// Opens what a business shares with Meta: `Some(None)` where it shares nothing yet, `None` as with [`open`].
pub fn open_meta(secrets: &[WorkerSecret], business: BusinessId, keys: &[SealedKey]) -> Option<Option<Vec<u8>>> {
    let Some(key) = keys.iter().find(|key| key.purpose == META) else { return Some(None) };
    unclose(secrets, &place(business, META, key.version), &key.sealed).map(Some)
}

fn close(secret: &WorkerSecret, place: &[u8], key: &[u8], random: &mut impl Random) -> Option<Vec<u8>> {
    let nonce: [u8; NONCE] = random.bytes();
    let payload = Payload { msg: key, aad: place };
    let hidden = XChaCha20Poly1305::new(&secret.bytes.into()).encrypt(&XNonce::from(nonce), payload).ok()?;
    Some([&[secret.version][..], &nonce, &hidden].concat())
}

fn unclose(secrets: &[WorkerSecret], place: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
    let (version, rest) = sealed.split_first()?;
    let (nonce, hidden) = rest.split_at_checked(NONCE)?;
    let nonce: [u8; NONCE] = nonce.try_into().ok()?;
    let secret = secrets.iter().find(|secret| secret.version == *version)?;
    let payload = Payload { msg: hidden, aad: place };
    XChaCha20Poly1305::new(&secret.bytes.into()).decrypt(&XNonce::from(nonce), payload).ok()
}

/// Where the secret of an endpoint belongs, likewise. No purpose of a business's own keys is called `webhook`, and the id
/// makes it longer than any place of theirs.
fn webhook_place(business: BusinessId, endpoint: EndpointId, serial: u64) -> Vec<u8> {
    [&business.as_bytes()[..], b"webhook/", endpoint.as_bytes(), &serial.to_be_bytes()].concat()
}

/// Where a key belongs: authenticated with it.
fn place(business: BusinessId, purpose: &str, version: u64) -> Vec<u8> {
    [business.as_bytes(), purpose.as_bytes(), b"/", &version.to_be_bytes()].concat()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
    use super::*;

    struct Counter(u8);

    impl Random for Counter {
        fn fill(&mut self, bytes: &mut [u8]) {
            for byte in bytes {
                self.0 = self.0.wrapping_add(1);
                *byte = self.0;
            }
        }
    }

    fn secret(version: u8) -> WorkerSecret {
        WorkerSecret { version, bytes: [version; 32] }
    }

    #[test]
    fn what_was_sealed_opens_with_the_same_secret_also_after_a_newer_one_came() {
        let business = BusinessId::v4([1; 16]);
        let keys = new_keys(&secret(1), business, &mut Counter(0)).unwrap();
        for purpose in Purpose::ALL {
            let opened = open(&[secret(2), secret(1)], business, &keys, purpose).unwrap();
            assert_eq!(opened.len(), 1, "{purpose:?}");
        }
    }

    #[test]
    fn a_secret_of_an_endpoint_opens_there_and_nowhere_else() {
        let (business, endpoint) = (BusinessId::v4([1; 16]), EndpointId::v4([2; 16]));
        let sealed = seal_webhook(&secret(1), business, endpoint, 3, [7; 32], &mut Counter(0)).unwrap();
        let opened = |secrets: &[WorkerSecret], business, endpoint, sealed: &SealedSecret| {
            open_webhook(secrets, business, endpoint, sealed)
        };
        assert_eq!(opened(&[secret(2), secret(1)], business, endpoint, &sealed), Some([7; 32]));
        assert_eq!(opened(&[secret(2)], business, endpoint, &sealed), None);
        assert_eq!(opened(&[secret(1)], BusinessId::v4([9; 16]), endpoint, &sealed), None);
        assert_eq!(opened(&[secret(1)], business, EndpointId::v4([9; 16]), &sealed), None);
        let earlier = SealedSecret { serial: 2, ..sealed.clone() };
        assert_eq!(opened(&[secret(1)], business, endpoint, &earlier), None);
        let cut = SealedSecret { sealed: sealed.sealed[..20].to_vec(), ..sealed };
        assert_eq!(opened(&[secret(1)], business, endpoint, &cut), None);
    }

    #[test]
    fn a_key_moved_to_another_business_or_purpose_does_not_open() {
        let business = BusinessId::v4([1; 16]);
        let mut keys = new_keys(&secret(1), business, &mut Counter(0)).unwrap();
        assert_eq!(open(&[secret(1)], BusinessId::v4([2; 16]), &keys, Purpose::Link), None);
        assert_eq!(open(&[secret(2)], business, &keys, Purpose::Link), None);
        keys[0].purpose = Purpose::Suppression.word().to_owned();
        assert_eq!(open(&[secret(1)], business, &keys, Purpose::Suppression), None);
    }
}
