//! Whether a delivery comes from who knows the app secret.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::bytes::from_hex;

/// Whether `header`, the value of `X-Hub-Signature-256`, is `sha256=` and the lower-case hex HMAC-SHA-256 of the raw
/// `body` under one of `secrets`. Every secret is tried, and each comparison takes constant time. An empty secret
/// signs nothing, since anyone knows it.
pub fn signed_by_any<'a>(secrets: impl IntoIterator<Item = &'a [u8]>, header: Option<&str>, body: &[u8]) -> bool {
    let digits = header.and_then(|header| header.strip_prefix("sha256="));
    let Some(claimed) = digits.and_then(from_hex::<32>) else { return false };
    secrets.into_iter().filter(|secret| !secret.is_empty()).fold(false, |signed, secret| {
        let matches = Hmac::<Sha256>::new_from_slice(secret).is_ok_and(|mut mac| {
            mac.update(body);
            mac.verify_slice(&claimed).is_ok()
        });
        signed | matches
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIGNED: [(&[u8], &[u8], &str); 2] = [
        (b"secret", b"test", "0329a06b62cd16b33eb6792be8c60b158d89a2ee3a876fce9a881ebb488c0914"),
        (
            b"It's a Secret to Everybody",
            b"Hello, World!",
            "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
        ),
    ];

    #[test]
    fn what_either_of_two_secrets_signed_is_taken_and_nothing_else() {
        for (secret, body, hex) in SIGNED {
            let header = format!("sha256={hex}");
            assert!(signed_by_any([&b"other"[..], secret], Some(&header), body));
            assert!(!signed_by_any([&b"other"[..]], Some(&header), body));
            assert!(!signed_by_any([secret], Some(&header), b"another body"));
            for wrong in [hex, &header[..header.len() - 1], &format!("{header}0"), "sha256=", ""] {
                assert!(!signed_by_any([secret], Some(wrong), body), "{wrong}");
            }
            assert!(!signed_by_any([secret], None, body));
        }
    }
}
