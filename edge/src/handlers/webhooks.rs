//! `/v1/{business}/webhooks`: whom a business has told of what its people do.
//!
//! It takes the scope `admin`: an endpoint is sent what an export holds, for as long as nobody takes it away.

use jatak_ledger::keys::Scope;
use jatak_ledger::webhooks::{Endpoint, Wish};
use jatak_shared::business::{NotAUrl, Slug, WebUrl, limits};
use jatak_shared::id::EndpointId;
use jatak_shared::problem::{Problem, ProblemType};
use jatak_shared::webhook::Kinds;
use serde_json::json;

use crate::calls::{NewEndpoint, WebhookCall};
use crate::client::Ledger;
use crate::cx::Cx;
use crate::fields::{Fields, unfit};
use crate::http::{Outgoing, Unread};

/// An address of 2,000 characters and ten words, each character at most 6 bytes as escaped JSON, come to 14 KB.
const LIMIT: usize = 16 * 1024;

/// The longest word of a kind has 17 letters; a few more are read so that a wrong one is told the right ones.
const WORD: usize = 30;

/// The endpoints and how it stands with each. Their secrets are shown nowhere.
pub async fn list(cx: &Cx, slug: &Slug) -> Result<Outgoing, Problem> {
    let endpoints: Vec<Endpoint> = admin(cx, slug).await?.webhooks(WebhookCall::List).await?;
    Ok(Outgoing::json(200, &json!({"webhooks": endpoints})).with("Cache-Control", "no-store"))
}

/// Makes an endpoint; its secret is shown in this answer and never again.
pub async fn add(cx: &Cx, slug: &Slug, request: &Unread) -> Result<Outgoing, Problem> {
    let ledger = admin(cx, slug).await?;
    let wish = wish(cx, request).await?;
    Ok(told_once(201, &ledger.change_webhooks(WebhookCall::Add(Box::new(wish))).await?))
}

/// Changes an endpoint, and enables or disables it.
pub async fn set(cx: &Cx, slug: &Slug, id: &str, request: &Unread) -> Result<Outgoing, Problem> {
    let (ledger, id) = (admin(cx, slug).await?, endpoint(id)?);
    let wish = wish(cx, request).await?;
    Ok(shown(&ledger.change_webhooks(WebhookCall::Set(id, Box::new(wish))).await?))
}

/// Deletes an endpoint.
pub async fn delete(cx: &Cx, slug: &Slug, id: &str) -> Result<Outgoing, Problem> {
    let (ledger, id) = (admin(cx, slug).await?, endpoint(id)?);
    ledger.change_webhooks::<()>(WebhookCall::Delete(id)).await?;
    Ok(Outgoing::empty(204))
}

/// Has an endpoint told again what came after an event.
pub async fn replay(cx: &Cx, slug: &Slug, id: &str, request: &Unread) -> Result<Outgoing, Problem> {
    let (ledger, id) = (admin(cx, slug).await?, endpoint(id)?);
    let mut fields = Fields::json(cx, request, LIMIT).await?;
    let after = fields.number("after")?.ok_or_else(|| unfit("/after", "must be there"))?;
    fields.end("")?;
    Ok(shown(&ledger.change_webhooks(WebhookCall::Replay(id, after)).await?))
}

/// Gives an endpoint a new secret, shown in this answer and never again.
pub async fn new_secret(cx: &Cx, slug: &Slug, id: &str) -> Result<Outgoing, Problem> {
    let (ledger, id) = (admin(cx, slug).await?, endpoint(id)?);
    Ok(told_once(200, &ledger.change_webhooks(WebhookCall::NewSecret(id)).await?))
}

async fn admin(cx: &Cx, slug: &Slug) -> Result<Ledger, Problem> {
    let shop = cx.shop(slug).await?;
    cx.keyed(&shop, Scope::Admin)
}

/// The endpoint that a path names. One that no endpoint could have is not there.
fn endpoint(id: &str) -> Result<EndpointId, Problem> {
    id.parse().map_err(|_| Problem::new(ProblemType::NotFound))
}

async fn wish(cx: &Cx, request: &Unread) -> Result<Wish, Problem> {
    read(Fields::json(cx, request, LIMIT).await?)
}

fn read(mut fields: Fields) -> Result<Wish, Problem> {
    let url = fields.need("url", limits::URL)?.parse();
    let url: WebUrl = url.map_err(|rule: NotAUrl| unfit("/url", &rule.to_string()))?;
    if url.as_str().contains('#') {
        return Err(unfit("/url", "must have no fragment, since nobody is sent one; leave out # and what follows"));
    }
    let kinds = fields.list("kinds", Kinds::ABOUT_PEOPLE.len(), WORD)?;
    let kinds =
        kinds.map(|words| Kinds::read(&words)).transpose().map_err(|rule| unfit("/kinds", &rule.to_string()))?;
    let disabled = fields.flag("disabled")?;
    fields.end("")?;
    Ok(Wish { url, kinds, enabled: !disabled })
}

fn shown(endpoint: &Endpoint) -> Outgoing {
    Outgoing::json(200, &json!(endpoint)).with("Cache-Control", "no-store")
}

fn told_once(status: u16, made: &NewEndpoint) -> Outgoing {
    let mut answer = json!(made.endpoint);
    answer["secret"] = made.secret.as_str().into();
    Outgoing::json(status, &answer).with("Cache-Control", "no-store")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
    use super::*;
    use serde_json::Value;

    fn asked(body: Value) -> Result<Wish, Value> {
        read(Fields::of(body).unwrap()).map_err(|problem| problem.to_json(""))
    }

    #[test]
    fn an_address_is_enough_and_means_every_kind() {
        let wish = asked(json!({"url": "https://Shop.example/hook?key=1"})).unwrap();
        assert_eq!(wish.url.as_str(), "https://shop.example/hook?key=1");
        assert_eq!((wish.kinds, wish.enabled), (None, true));
        let wish = asked(json!({"url": "https://shop.example", "kinds": ["opted_out"], "disabled": true})).unwrap();
        assert_eq!((wish.kinds.unwrap(), wish.enabled), (Kinds::read(&["opted_out"]).unwrap(), false));
    }

    #[test]
    fn an_address_that_nobody_should_be_sent_to_is_named() {
        for url in ["http://shop.example/", "https://a:b@shop.example/", "https://shop.example/#x", "ftp://x", "", "x"]
        {
            assert_eq!(asked(json!({"url": url})).unwrap_err()["field"], "/url", "{url}");
        }
        assert_eq!(asked(json!({})).unwrap_err()["field"], "/url");
    }

    #[test]
    fn an_unknown_kind_or_none_at_all_is_named() {
        for kinds in [json!([]), json!(["opted-in"]), json!(["notice_published"]), json!("opted_in")] {
            let problem = asked(json!({"url": "https://shop.example", "kinds": kinds})).unwrap_err();
            assert_eq!(problem["field"], "/kinds", "{problem}");
        }
        let problem = asked(json!({"url": "https://shop.example", "secret": "mine"})).unwrap_err();
        assert_eq!(problem["field"], "/secret", "a secret is made here");
    }
}
