//! The development edge's secrets: random, made once, kept in the data directory for this user's eyes only.

use std::fs;
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use data_encoding::BASE64URL_NOPAD;

/// What the edge is given beside its settings.
pub(crate) struct Secrets {
    admin_token: String,
    secret_1: String,
    app_secret: String,
    verify_token: String,
}

impl Secrets {
    /// Reads the secrets of this data directory, making those that are missing.
    pub(crate) fn open(data: &Path) -> Result<Self> {
        let one = |name: &str| or_make(&data.join(name));
        Ok(Self {
            admin_token: one("admin-token")?,
            secret_1: one("secret-1")?,
            app_secret: one("whatsapp-app-secret")?,
            verify_token: one("whatsapp-verify-token")?,
        })
    }

    /// The operator's bearer token (`JATAK_ADMIN_TOKEN`).
    pub(crate) fn admin_token(&self) -> &str {
        &self.admin_token
    }

    /// The first version of the secret that seals the keys of each business (`JATAK_SECRET_1`).
    pub(crate) fn secret_1(&self) -> &str {
        &self.secret_1
    }

    /// The secret of a WhatsApp app that hears for many businesses (`JATAK_WHATSAPP_APP_SECRET`).
    pub(crate) fn app_secret(&self) -> &str {
        &self.app_secret
    }

    /// The token that its handshake repeats (`JATAK_WHATSAPP_VERIFY_TOKEN`).
    pub(crate) fn verify_token(&self) -> &str {
        &self.verify_token
    }
}

/// Writes a file that only this user can read.
pub(crate) fn keep(path: &Path, text: &str) -> Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true).mode(0o600);
    let written = options.open(path).and_then(|mut file| file.write_all(text.as_bytes()));
    written.with_context(|| format!("cannot write {}", path.display()))
}

fn or_make(path: &Path) -> Result<String> {
    if path.exists() {
        return fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()));
    }
    // 256 bits: as strong as the HMAC-SHA-256 keys that are sealed with it.
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(|error| anyhow!("the system gives no random bytes: {error}"))?;
    let text = BASE64URL_NOPAD.encode(&bytes);
    keep(path, &text)?;
    Ok(text)
}
