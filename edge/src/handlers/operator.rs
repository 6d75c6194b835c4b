//! `/v1/businesses`: what the operator does. A business is made and removed here, and nowhere else.

use jatak_ledger::directory::Listing;
use jatak_shared::business::{Fault, Settings, Slug};
use jatak_shared::id::BusinessId;
use jatak_shared::notice::Notice;
use jatak_shared::problem::{Problem, ProblemType};
use jatak_shared::random::Random;
use serde_json::{Value, json};

use crate::calls::Found;
use crate::client::{Directory, Heads, Ledger, Shown};
use crate::cx::Cx;
use crate::fields::{Fields, unfit};
use crate::handlers::business::SETTINGS_LIMIT;
use crate::http::{Outgoing, Unread};
use crate::rim::SystemRandom;
use crate::{log, seal, shop};

/// What a business is made of.
struct NewBusiness {
    slug: Slug,
    settings: Value,
}

/// `POST /v1/businesses`: takes a slug, founds the ledger and answers with the first key.
///
/// A crash after any step leaves a slug that is reserved and whatever of the ledger was founded in one transaction.
/// Nobody can reach that business, since it is not listed, and the same call again goes on from there.
pub async fn create(cx: &Cx, request: &Unread) -> Result<Outgoing, Problem> {
    cx.operator()?;
    let NewBusiness { slug, settings } = read(cx, request).await?;

    let directory = Directory::new(&cx.env);
    let fresh = BusinessId::v4(SystemRandom.bytes());
    let line = directory.reserve(&slug, fresh).await?;
    if line.listing != Listing::Reserved {
        return Err(Problem::new(ProblemType::SlugTaken).field("/slug"));
    }

    let secret = cx.config.secrets.last();
    let sealed_keys = secret.and_then(|secret| seal::new_keys(secret, line.id, &mut SystemRandom));
    let sealed_keys = sealed_keys.ok_or_else(|| {
        log::fault("seal", "the keys of a new business cannot be sealed");
        Problem::new(ProblemType::Internal)
    })?;
    let found = Found { business: line.id, slug: slug.clone(), settings, sealed_keys };
    let made = Ledger::new(&cx.env, line.id).found(found).await?;

    directory.list(&slug).await?;
    // That there is no such business may be remembered here.
    shop::forget(&slug);
    let location = format!("{}/v1/{slug}", cx.config.public_url);
    let answer = json!({"id": line.id, "slug": slug, "key": made.secret, "key_id": made.key.id});
    Ok(Outgoing::json(201, &answer).with("Location", location).with("Cache-Control", "no-store"))
}

/// `GET /v1/businesses`: every slug that was ever taken.
pub async fn list(cx: &Cx) -> Result<Outgoing, Problem> {
    cx.operator()?;
    let directory = Directory::new(&cx.env);
    let (lines, mut app) = (directory.all().await?, directory.counts().await?);
    for word in ["forged", "strangers", "bad", "unreadable"] {
        app.entry(word.to_owned()).or_default();
    }
    Ok(Outgoing::json(200, &json!({"businesses": lines, "whatsapp": app})).with("Cache-Control", "no-store"))
}

/// `DELETE /v1/businesses/{business}`: the business is gone, with everything in its ledger. Its slug stays taken.
///
/// The directory comes first: from then on nobody reaches the ledger. A crash before the rest is done leaves what
/// nobody reaches, and the same call again deletes it.
pub async fn remove(cx: &Cx, slug: &Slug) -> Result<Outgoing, Problem> {
    cx.operator()?;
    let directory = Directory::new(&cx.env);
    let line = directory.find(slug).await?;
    let line = line.ok_or_else(|| Problem::new(ProblemType::BusinessUnknown))?;
    directory.remove(slug).await?;
    shop::forget(slug);
    Ledger::new(&cx.env, line.id).delete().await?;
    Heads::new(&cx.env, line.id).forget().await?;
    Shown::new(&cx.env, line.id).forget().await?;
    Ok(Outgoing::empty(204))
}

/// Reads the body whole, settings and notices included, so that a bad one takes no slug.
async fn read(cx: &Cx, request: &Unread) -> Result<NewBusiness, Problem> {
    let body = Fields::value(cx, request, SETTINGS_LIMIT).await?;
    let Value::Object(mut members) = body else {
        return Err(Problem::new(ProblemType::BodyMalformed).detail("The body should be one JSON object."));
    };
    let slug = match members.remove("slug") {
        Some(Value::String(text)) => {
            text.parse().map_err(|rule: jatak_shared::business::NotASlug| unfit("/slug", &rule.to_string()))?
        }
        _ => return Err(unfit("/slug", "must be there, as a text")),
    };
    let settings = members.remove("settings").ok_or_else(|| unfit("/settings", "must be there, as an object"))?;
    if let Some(name) = members.keys().next() {
        return Err(unfit(&format!("/{name}"), "is not a member of this body; remove or respell it"));
    }
    check(&slug, &settings).map_err(|faults| Problem::settings(&faults))?;
    Ok(NewBusiness { slug, settings })
}

/// Every fault of the settings, and of the notices that would be made from them, where they stand in the body.
fn check(slug: &Slug, settings: &Value) -> Result<(), Vec<Fault>> {
    let in_body = |faults: Vec<Fault>| -> Vec<Fault> {
        faults.into_iter().map(|fault| Fault::new(format!("/settings{}", fault.field), fault.rule)).collect()
    };
    let settings = Settings::parse(settings).map_err(in_body)?;
    for locale in settings.locales() {
        Notice::compose(slug, &settings, *locale).map_err(in_body)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
    use super::*;

    #[test]
    fn faults_of_settings_are_named_where_they_stand_in_the_body() {
        let slug: Slug = "nordlys".parse().unwrap();
        let faults = check(&slug, &json!({"name": 1})).unwrap_err();
        assert!(faults.len() > 1, "every fault is listed: {faults:?}");
        assert!(faults.iter().all(|fault| fault.field.starts_with("/settings/")), "{faults:?}");
    }
}
