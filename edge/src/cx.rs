//! The context of a request: what every handler may need, and the checks that several share.

use std::rc::Rc;

use jatak_ledger::keys::{Scope, Secret};
use jatak_shared::business::Slug;
use jatak_shared::country::Country;
use jatak_shared::id::Digest32;
use jatak_shared::problem::{Problem, ProblemType};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use worker::{Context, Env};

use crate::calls::KeyCheck;
use crate::client::Ledger;
use crate::config::Config;
use crate::http::Incoming;
use crate::origin::{self, Standing};
use crate::shop::{self, Shop};

/// What a handler works with.
pub struct Cx {
    /// The runtime's bindings.
    pub env: Env,
    /// The runtime's hold on this request, for what is done after it was answered.
    pub context: Context,
    /// The operator's settings.
    pub config: Rc<Config>,
    /// The request's line and headers.
    pub incoming: Incoming,
}

impl Cx {
    /// The business of this slug, from the snapshot.
    pub async fn shop(&self, slug: &Slug) -> Result<Rc<Shop>, Problem> {
        shop::open(&self.env, &self.config, slug).await
    }

    /// Its ledger, for a call without a key.
    pub fn ledger(&self, shop: &Shop) -> Ledger {
        Ledger::new(&self.env, shop.id)
    }

    /// Its ledger, for calls that the request's key must allow. The key itself is checked by the object, call by call.
    pub fn keyed(&self, shop: &Shop, scope: Scope) -> Result<Ledger, Problem> {
        Ok(self.ledger(shop).with_key(self.key(scope)?))
    }

    /// How the page stands to this business that the request comes from.
    pub fn standing(&self, shop: &Shop) -> Standing {
        origin::standing(&self.config, &shop.settings, self.incoming.header("origin").as_deref())
    }

    /// The key that came with the request.
    pub fn key(&self, scope: Scope) -> Result<KeyCheck, Problem> {
        let missing = || Problem::new(ProblemType::KeyMissing);
        let header = self.incoming.header("authorization").ok_or_else(missing)?;
        let token = bearer(&header).ok_or_else(missing)?;
        let secret = Secret::parse(token).ok_or_else(|| Problem::new(ProblemType::KeyUnknown))?;
        Ok(KeyCheck { hash: secret.hash(), scope })
    }

    /// Lets the operator through. Compared in constant time, by hashes of equal length.
    pub fn operator(&self) -> Result<(), Problem> {
        let header = self.incoming.header("authorization").ok_or_else(|| Problem::new(ProblemType::KeyMissing))?;
        let token = bearer(&header).ok_or_else(|| Problem::new(ProblemType::KeyMissing))?;
        let (sent, held) = (Sha256::digest(token), Sha256::digest(&self.config.admin_token));
        if bool::from(sent.ct_eq(&held)) { Ok(()) } else { Err(Problem::new(ProblemType::KeyUnknown)) }
    }

    /// The language asked for by `?locale=`.
    pub fn asked_locale(&self) -> Option<&str> {
        self.incoming.parameter("locale")
    }

    /// The language that pages of this business speak to this request.
    pub fn locale(&self, shop: &Shop) -> jatak_shared::locale::Locale {
        shop.locale(self.asked_locale(), self.incoming.header("accept-language").as_deref())
    }

    /// The country that the request comes from, as the proxy in front says. Not to be put into anything that a cache keeps.
    pub fn country(&self) -> Option<Country> {
        // Codes for "unknown" and for Tor are no countries.
        self.incoming.header(&self.config.country_header)?.trim().parse().ok()
    }

    /// The stored form of an idempotency key: SHA-256 over route, credential and key, so that the same key elsewhere
    /// is another one.
    pub fn idempotency(&self, route: &str, credential: Option<&KeyCheck>, key: &str) -> Result<Digest32, Problem> {
        // 128 bits are 22 characters of base64url; 200 leave room for any client's habit.
        let fits = (22..=200).contains(&key.len()) && key.bytes().all(|b| b.is_ascii_graphic());
        if !fits {
            let problem = Problem::new(ProblemType::FieldInvalid).field("Idempotency-Key");
            return Err(problem.rule("22 to 200 visible ASCII characters, at least 128 bits of them random"));
        }
        let credential = credential.map_or(String::new(), |check| check.hash.to_string());
        Ok(Digest32::of(format!("{route}\0{credential}\0{key}").as_bytes()))
    }
}

/// The token of a `Bearer` authorisation; the scheme's name is case-insensitive (RFC 9110 section 11.1).
fn bearer(header: &str) -> Option<&str> {
    let (scheme, token) = header.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}
