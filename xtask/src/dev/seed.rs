//! The demo business, made through the same API that an operator uses.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use jatak_shared::locale::Locale;
use serde_json::{Value, json};

use super::secrets::{Secrets, keep};

/// The slug of the demo business.
const SLUG: &str = "nordlys";

/// Makes the demo business, or lets the one of an earlier run know the shop's present origins. Returns its key.
///
/// The edge shows a key once, so it is kept in the data directory.
pub(crate) fn demo_business(port: u16, shop_port: u16, secrets: &Secrets, data: &Path) -> Result<String> {
    let api = format!("http://127.0.0.1:{port}/v1");
    let origins = ["localhost", "127.0.0.1"].map(|host| format!("http://{host}:{shop_port}"));
    let kept = data.join("demo-key");

    let new = json!({ "slug": SLUG, "settings": settings(&origins) });
    let (status, answer) = call("POST", &format!("{api}/businesses"), secrets.admin_token(), Some(&new))?;
    match status {
        201 => {
            let key = answer["key"].as_str().context("the edge made the demo business but named no key")?;
            keep(&kept, key)?;
            Ok(key.to_owned())
        }
        409 => {
            let key = fs::read_to_string(&kept).with_context(|| {
                format!("the demo business exists but its key is gone from {}; begin with a new --data", kept.display())
            })?;
            move_origins(&format!("{api}/{SLUG}"), &key, &origins)?;
            Ok(key)
        }
        _ => bail!("the edge refused the demo business: {status} {answer}"),
    }
}

/// Puts the shop's present origins in the place of earlier ones on this machine; everything else stays as it is.
fn move_origins(url: &str, key: &str, origins: &[String]) -> Result<()> {
    let (status, mut answer) = call("GET", url, key, None)?;
    if status != 200 {
        bail!("the edge did not show the demo business's settings: {status} {answer}");
    }
    let mut settings = answer["settings"].take();
    let others = settings["origins"].as_array().cloned().unwrap_or_default().into_iter().filter(|origin| {
        let origin = origin.as_str().unwrap_or_default();
        !(origin.starts_with("http://localhost:") || origin.starts_with("http://127.0.0.1:"))
    });
    settings["origins"] = origins.iter().map(|origin| json!(origin)).chain(others).collect();
    match call("PUT", url, key, Some(&settings))? {
        (200, _) => Ok(()),
        (status, answer) => bail!("the edge refused the shop's origins: {status} {answer}"),
    }
}

/// What the demo business asks for. Each category takes its texts, class and cap from the preset of its name.
fn settings(origins: &[String]) -> Value {
    let categories: Vec<_> = ["order_updates", "relevant_offers", "product_recommendations", "back_in_stock"]
        .iter()
        .map(|id| json!({ "id": id, "preset": id }))
        .collect();
    json!({
        "name": "Nordlys Kaffe",
        "legal_name": "Nordlys Kaffe ApS",
        "address": "Eksempelgade 1, 1000 København K",
        "contact": "hej@nordlys.example",
        "country": "DK",
        "privacy_url": "https://nordlys.example/privatliv",
        "default_locale": "da",
        "locales": Locale::ALL,
        "origins": origins,
        "categories": categories,
    })
}

/// One call of the API: its status and its JSON, null where the answer is none.
fn call(method: &str, url: &str, bearer: &str, body: Option<&Value>) -> Result<(u16, Value)> {
    let request = ureq::http::Request::builder()
        .method(method)
        .uri(url)
        .header("Authorization", format!("Bearer {bearer}"))
        .header("Content-Type", "application/json")
        .body(body.map_or_else(String::new, Value::to_string))
        .with_context(|| format!("{method} {url}"))?;
    let agent = ureq::Agent::config_builder().http_status_as_error(false).allow_non_standard_methods(true).build();
    let mut answer = ureq::Agent::from(agent).run(request).with_context(|| format!("{method} {url}"))?;
    let text = answer.body_mut().read_to_string().with_context(|| format!("the answer to {method} {url}"))?;
    Ok((answer.status().as_u16(), serde_json::from_str(&text).unwrap_or(Value::Null)))
}
