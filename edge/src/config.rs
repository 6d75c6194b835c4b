//! Configuration: what the operator sets. Read once an isolate, checked before anything is served.

use jatak_ledger::engine::OBJECT_BYTES;
use jatak_shared::business::Origin;
use jatak_shared::id::BusinessId;
use jatak_shared::log::KeyName;
use jatak_shared::sending::Availability;
use worker::Env;

use crate::meta::MetaSecrets;
use crate::seal::WorkerSecret;

/// The operator's settings.
#[derive(Clone)]
pub struct Config {
    /// `JATAK_PUBLIC_URL`, without a slash at the end: where this edge is reached. Never taken from `Host`.
    pub public_url: String,
    /// The origin of the public URL.
    pub origin: Origin,
    /// `JATAK_LOG_NAME`: the name that new logs get, such as `jatak.example`; where it is not set, the public URL without
    /// its scheme. A log keeps the name it was founded with.
    pub log_name: String,
    /// `JATAK_ADMIN_TOKEN`: opens the operator's calls.
    pub admin_token: String,
    /// `JATAK_SECRET_1` to `JATAK_SECRET_9`, base64url of 32 bytes each, the newest last. Old ones stay while keys are
    /// sealed under them.
    pub secrets: Vec<WorkerSecret>,
    /// `JATAK_LIMITS`: `off` only under load tests.
    pub limits: bool,
    /// `JATAK_MAX_OBJECT_BYTES`: how large a business's database may become, in bytes; where it is not set, what
    /// Cloudflare allows. Above nine tenths of it no consent is taken any more.
    pub max_object_bytes: u64,
    /// `JATAK_SOURCE_HEADER`: the header in which a trusted proxy names the client's address.
    pub source_header: String,
    /// `JATAK_COUNTRY_HEADER`: the header in which a proxy says which country the client is in. It is a guess that a form
    /// begins with, so nothing depends on its truth.
    pub country_header: String,
    /// `JATAK_AVAILABILITY`: where WhatsApp carries what, as the name of a set of rules or as JSON that corrects one; where
    /// it is not set, the rules of today.
    pub availability: Availability,
    /// `JATAK_WHATSAPP_APP_SECRET`, `JATAK_WHATSAPP_APP_SECRET_OLD` while it is rotated, and `JATAK_WHATSAPP_VERIFY_TOKEN`: of an
    /// app that hears for many businesses.
    pub meta: Option<MetaSecrets>,
}

impl core::fmt::Debug for Config {
    /// Secrets are never printed.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Config")
            .field("public_url", &self.public_url)
            .field("limits", &self.limits)
            .finish_non_exhaustive()
    }
}

/// A setting that is missing or unfit; the text says which and what it should be.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Misconfigured(String);

/// The least an admin token may be: 128 bits as base64url are 22 characters.
const ADMIN_TOKEN_LEN: usize = 22;

impl Config {
    /// Reads and checks the settings.
    pub fn read(env: &Env) -> Result<Self, Misconfigured> {
        let text = |name: &str| env.var(name).map(|value| value.to_string()).ok().filter(|text| !text.is_empty());
        let need =
            |name: &str, what: &str| text(name).ok_or_else(|| Misconfigured(format!("{name} is not set: {what}")));

        let public_url = need("JATAK_PUBLIC_URL", "the address this edge is reached at")?;
        let public_url = public_url.trim_end_matches('/').to_owned();
        let origin = public_url.parse().map_err(|_| {
            Misconfigured("JATAK_PUBLIC_URL should be an origin such as https://edge.example, without a path".into())
        })?;
        let log_name = text("JATAK_LOG_NAME");
        let log_name = log_name.or_else(|| public_url.split_once("://").map(|(_, host)| host.to_owned()));
        let log_name = log_name.filter(|name| KeyName::of_log(name, BusinessId::v4([0; 16])).is_ok());
        let log_name = log_name.ok_or_else(|| {
            Misconfigured("JATAK_LOG_NAME should be a name such as jatak.example, without spaces and `+`".into())
        })?;
        let admin_token = need("JATAK_ADMIN_TOKEN", "the operator's token")?;
        if admin_token.len() < ADMIN_TOKEN_LEN {
            return Err(Misconfigured(format!("JATAK_ADMIN_TOKEN should have at least {ADMIN_TOKEN_LEN} characters")));
        }
        let mut secrets = Vec::new();
        for version in 1..=9 {
            let name = format!("JATAK_SECRET_{version}");
            let Some(secret) = text(&name) else { continue };
            let bytes = data_encoding::BASE64URL_NOPAD.decode(secret.trim_end_matches('=').as_bytes()).ok();
            let bytes = bytes.and_then(|bytes| bytes.try_into().ok());
            let bytes = bytes.ok_or_else(|| Misconfigured(format!("{name} should be base64url of 32 bytes")))?;
            secrets.push(WorkerSecret { version, bytes });
        }
        if secrets.is_empty() {
            return Err(Misconfigured("JATAK_SECRET_1 is not set: base64url of 32 random bytes".into()));
        }
        let max_object_bytes = match text("JATAK_MAX_OBJECT_BYTES").map(|bytes| bytes.parse()) {
            None => OBJECT_BYTES,
            Some(Ok(bytes)) => bytes,
            Some(Err(_)) => {
                return Err(Misconfigured("JATAK_MAX_OBJECT_BYTES should be a number of bytes, or not be set".into()));
            }
        };
        let availability = match text("JATAK_AVAILABILITY").map(|text| Availability::parse(&text)) {
            None => Availability::default(),
            Some(Ok(availability)) => availability,
            Some(Err(rule)) => return Err(Misconfigured(format!("JATAK_AVAILABILITY {rule}"))),
        };
        let app_secret = text("JATAK_WHATSAPP_APP_SECRET");
        let meta = match (app_secret, text("JATAK_WHATSAPP_VERIFY_TOKEN")) {
            (None, None) => None,
            (Some(app_secret), Some(verify_token)) => {
                let app_secrets: Vec<_> =
                    [Some(app_secret), text("JATAK_WHATSAPP_APP_SECRET_OLD")].into_iter().flatten().collect();
                if !app_secrets.iter().chain([&verify_token]).all(|text| MetaSecrets::is_fit(text)) {
                    let rule = "the secrets shared with Meta should be 16 to 256 visible ASCII characters each";
                    return Err(Misconfigured(format!("JATAK_WHATSAPP_…: {rule}")));
                }
                Some(MetaSecrets { app_secrets, verify_token })
            }
            _ => {
                let rule = "set both JATAK_WHATSAPP_APP_SECRET and JATAK_WHATSAPP_VERIFY_TOKEN, or neither";
                return Err(Misconfigured(rule.into()));
            }
        };
        Ok(Self {
            public_url,
            origin,
            log_name,
            admin_token,
            secrets,
            max_object_bytes,
            limits: text("JATAK_LIMITS").as_deref() != Some("off"),
            source_header: text("JATAK_SOURCE_HEADER").unwrap_or_else(|| "cf-connecting-ip".to_owned()),
            country_header: text("JATAK_COUNTRY_HEADER").unwrap_or_else(|| "cf-ipcountry".to_owned()),
            availability,
            meta,
        })
    }
}
