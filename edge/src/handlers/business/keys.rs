//! `/v1/{business}/keys`: the keys that a business calls with.

use jatak_ledger::keys::{Scope, Scopes};
use jatak_shared::business::Slug;
use jatak_shared::problem::{Problem, ProblemType};
use jatak_shared::text;
use serde_json::json;

use crate::cx::Cx;
use crate::fields::{Fields, unfit};
use crate::http::{Outgoing, Unread};

/// A name of 80 characters and four scopes, each character at most 12 bytes as escaped JSON, come to 1.5 KB.
const LIMIT: usize = 4 * 1024;

/// A key's name stands in a list: two lines of it.
const NAME: usize = 80;

/// The longest word of a scope has five letters; a few more are read so that a wrong one is told the right ones.
const WORD: usize = 20;

/// The keys that work. What they are is shown nowhere.
pub async fn keys(cx: &Cx, slug: &Slug) -> Result<Outgoing, Problem> {
    let shop = cx.shop(slug).await?;
    let keys = cx.keyed(&shop, Scope::Admin)?.keys().await?;
    Ok(Outgoing::json(200, &json!({"keys": keys})).with("Cache-Control", "no-store"))
}

/// Makes a key, which is shown in this answer and never again.
pub async fn add_key(cx: &Cx, slug: &Slug, request: &Unread) -> Result<Outgoing, Problem> {
    let shop = cx.shop(slug).await?;
    let ledger = cx.keyed(&shop, Scope::Admin)?;
    let mut fields = Fields::json(cx, request, LIMIT).await?;
    let name = text::line(&fields.need("name", LIMIT)?, NAME).map_err(|rule| unfit("/name", &rule.to_string()))?;
    let scopes = scopes(&fields.list("scopes", Scope::ALL.len(), WORD)?.unwrap_or_default())?;
    fields.end("")?;
    let made = ledger.add_key(name, scopes).await?;
    let answer = json!({
        "id": made.key.id,
        "name": made.key.name,
        "scopes": made.key.scopes,
        "created_at": made.key.created_at,
        "key": made.secret,
    });
    Ok(Outgoing::json(201, &answer).with("Cache-Control", "no-store"))
}

/// Revokes a key. One that is not there is refused: whoever revokes a key that got out must learn that they misspelt it.
pub async fn revoke_key(cx: &Cx, slug: &Slug, id: &str) -> Result<Outgoing, Problem> {
    let shop = cx.shop(slug).await?;
    let ledger = cx.keyed(&shop, Scope::Admin)?;
    if !ledger.keys().await?.iter().any(|key| key.id == id) {
        return Err(Problem::new(ProblemType::NotFound));
    }
    ledger.revoke_key(id.to_owned()).await?;
    Ok(Outgoing::empty(204))
}

fn scopes(words: &[String]) -> Result<Scopes, Problem> {
    let scope = |word: &String| Scope::ALL.into_iter().find(|scope| scope.word() == word);
    let scopes: Option<Vec<Scope>> = words.iter().map(scope).collect();
    let scopes = scopes.as_deref().and_then(Scopes::of);
    scopes.ok_or_else(|| unfit("/scopes", "a list of one or more of read, write, links and admin"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
    use super::*;

    #[test]
    fn a_key_has_one_scope_at_least_and_only_known_ones() {
        let words = |words: &[&str]| scopes(&words.iter().map(|&word| word.to_owned()).collect::<Vec<_>>());
        assert_eq!(words(&["links", "read"]).unwrap().to_string(), "read links");
        assert!(words(&[]).is_err());
        assert!(words(&["read", "all"]).is_err());
    }
}
