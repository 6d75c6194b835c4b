//! What a business, or the operator for many of them, shares with Meta: app secrets that sign deliveries, and the verify token.

use jatak_shared::whatsapp::{handshake, signature};
use serde::{Deserialize, Serialize};

/// How many app secrets may be valid at once: the one in use, and the one before or after it.
pub const APP_SECRETS: usize = 2;

/// The least that a secret or token may be, in characters. Meta's app secrets have 32.
pub const LEAST: usize = 16;

/// The longest of either.
pub const MOST: usize = 256;

/// Secrets shared with Meta.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MetaSecrets {
    /// The app's secrets, one or two.
    pub app_secrets: Vec<String>,
    /// The token that Meta repeats at the handshake.
    pub verify_token: String,
}

impl core::fmt::Debug for MetaSecrets {
    /// A secret is never printed.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("MetaSecrets(…)")
    }
}

impl MetaSecrets {
    /// Whether a text may be a secret or a token: visible ASCII of a fit length.
    pub fn is_fit(text: &str) -> bool {
        (LEAST..=MOST).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic())
    }

    /// Whether the raw body was signed with one of the app's secrets.
    pub fn signed(&self, header: Option<&str>, body: &[u8]) -> bool {
        signature::signed_by_any(self.app_secrets.iter().map(String::as_bytes), header, body)
    }

    /// The challenge, where the handshake is right.
    pub fn answer<'a>(&self, mode: Option<&str>, token: Option<&str>, challenge: Option<&'a str>) -> Option<&'a str> {
        handshake::answer(mode, token, challenge, &self.verify_token)
    }
}
