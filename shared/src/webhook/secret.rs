//! The secret that an endpoint's messages are signed with.

use core::fmt;
use core::str::FromStr;

use data_encoding::BASE64;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// What a secret begins with where it is shown.
const PREFIX: &str = "whsec_";

/// How many bytes a secret has, as Standard Webhooks says: 192 bits at least, 512 at most.
const BYTES: core::ops::RangeInclusive<usize> = 24..=64;

/// A secret, shown once to whom it is for.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(Vec<u8>);

/// A text that is no secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a webhook secret: whsec_ and the base64 of 24 to 64 bytes")]
pub struct NotASecret;

impl Secret {
    /// The secret with these bytes, which must be random.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(bytes.to_vec())
    }

    /// The secret as it is shown: `whsec_` and base64.
    pub fn reveal(&self) -> String {
        format!("{PREFIX}{}", BASE64.encode(&self.0))
    }

    /// One signature of `webhook-signature`: over the message's id, the second since 1970 in which it is sent and the body's
    /// bytes.
    ///
    /// # Panics
    /// Never: HMAC takes a key of any length (RFC 2104).
    #[expect(clippy::expect_used, reason = "HMAC takes a key of any length (RFC 2104)")]
    pub fn sign(&self, id: &str, second: i64, body: &[u8]) -> String {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).expect("any key length will do");
        mac.update(format!("{id}.{second}.").as_bytes());
        mac.update(body);
        format!("v1,{}", BASE64.encode(&mac.finalize().into_bytes()))
    }
}

impl FromStr for Secret {
    type Err = NotASecret;

    fn from_str(text: &str) -> Result<Self, NotASecret> {
        let bytes = text.strip_prefix(PREFIX).and_then(|rest| BASE64.decode(rest.as_bytes()).ok());
        bytes.filter(|bytes| BYTES.contains(&bytes.len())).map(Self).ok_or(NotASecret)
    }
}

impl fmt::Debug for Secret {
    /// A secret is never printed.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_signature_is_that_of_the_published_vector() {
        let secret: Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw".parse().unwrap();
        let signature = secret.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, br#"{"test": 2432232314}"#);
        assert_eq!(signature, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    #[test]
    fn a_secret_of_ours_reads_back_and_is_printed_by_nothing_else() {
        let secret = Secret::new([7; 32]);
        assert_eq!(secret.reveal().parse(), Ok(secret.clone()));
        assert_eq!(format!("{secret:?}"), "Secret(…)");
    }

    #[test]
    fn a_secret_that_is_too_short_or_too_long_or_unmarked_is_none() {
        let text = |bytes: usize| format!("whsec_{}", BASE64.encode(&vec![1; bytes]));
        for (bytes, fits) in [(23, false), (24, true), (64, true), (65, false)] {
            assert_eq!(text(bytes).parse::<Secret>().is_ok(), fits, "{bytes}");
        }
        assert_eq!(text(32).trim_start_matches("whsec_").parse::<Secret>(), Err(NotASecret));
        assert_eq!("whsec_????".parse::<Secret>(), Err(NotASecret));
    }

    proptest! {
        #[test]
        fn reading_a_secret_never_panics_and_what_is_read_is_shown_the_same(
            text in prop_oneof![any::<String>(), "(whsec_)?[A-Za-z0-9+/]{0,90}={0,2}"]
        ) {
            if let Ok(secret) = text.parse::<Secret>() {
                prop_assert_eq!(secret.reveal(), text);
            }
        }

        #[test]
        fn another_id_second_or_body_is_signed_otherwise(
            id in "[a-z_0-9]{1,20}", at in 0i64..4_000_000_000, body in any::<Vec<u8>>(), more in any::<u8>()
        ) {
            let secret = Secret::new([3; 32]);
            let signature = secret.sign(&id, at, &body);
            let mut longer = body.clone();
            longer.push(more);
            prop_assert_ne!(&secret.sign(&id, at, &longer), &signature);
            prop_assert_ne!(&secret.sign(&format!("{id}x"), at, &body), &signature);
            prop_assert_ne!(&secret.sign(&id, at + 1, &body), &signature);
            prop_assert_ne!(&Secret::new([4; 32]).sign(&id, at, &body), &signature);
        }
    }
}
