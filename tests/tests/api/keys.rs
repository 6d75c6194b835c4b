//! API keys: what each scope may do, and what nobody may do without one.

use jatak_tests::business::{KEPT, TYPED};
use jatak_tests::{Business, Reply};
use serde_json::{Value, json};

use super::server;

/// A webhook's id that no business has.
const NO_WEBHOOK: &str = "/webhooks/00000000-0000-4000-8000-000000000000";

/// Every keyed call and the scope it needs.
const CALLS: [(&str, &str, &str); 13] = [
    ("GET", "", "read"),
    ("PUT", "", "admin"),
    ("GET", "/export?format=csv&kind=events", "read"),
    ("GET", "/events?after=0&limit=10", "read"),
    ("POST", "/lookups", "read"),
    ("POST", "/opt-outs", "write"),
    ("POST", "/erasures", "admin"),
    ("POST", "/links", "links"),
    ("GET", "/keys", "admin"),
    ("POST", "/keys", "admin"),
    ("DELETE", "/keys/jatak_absent", "admin"),
    ("GET", "/webhooks", "admin"),
    ("DELETE", NO_WEBHOOK, "admin"),
];

fn call(business: &Business<'_>, method: &str, path: &str, key: Option<&str>) -> Reply {
    let call = server().call(method, &business.api(path));
    let call = match key {
        Some(key) => call.key(key),
        None => call,
    };
    match (method, path) {
        ("PUT", _) => call.json(&business.settings()).send(),
        (_, "/keys") if method == "POST" => call.json(&json!({ "name": "test", "scopes": ["read"] })).send(),
        (_, "/opt-outs") => call.json(&json!({ "phone": KEPT, "categories": ["order_updates"] })).send(),
        (_, "/erasures") => call.json(&json!({ "phones": ["+4599999999"] })).send(),
        ("POST", _) => call.json(&json!({ "phone": KEPT })).send(),
        _ => call.send(),
    }
}

#[test]
fn without_a_key_nothing_of_a_business_is_shown_or_changed() {
    let business = server().business();
    for (method, path, _) in CALLS {
        let reply = business.unchanged(|| call(&business, method, path, None));
        reply.refusal(401, "key_missing");
        assert!(reply.header("www-authenticate").starts_with("Bearer"), "{method} {path}");
    }
}

#[test]
fn a_wrong_key_is_refused_and_so_is_that_of_another_business() {
    let (business, other) = (server().business(), server().business());
    let cut = &business.key[..business.key.len() - 1];
    let forged = format!("{cut}{}", if business.key.ends_with('A') { 'B' } else { 'A' });
    for key in ["", "x", cut, forged.as_str(), other.key.as_str(), server().admin.as_str()] {
        for (method, path, _) in CALLS {
            let reply = business.unchanged(|| call(&business, method, path, Some(key)));
            assert_eq!(reply.status, 401, "{method} {path} with {key:?}: {}", reply.text());
        }
    }
}

#[test]
fn each_scope_opens_its_own_calls_and_no_others() {
    let business = server().business();
    business.opt_in(TYPED, &["order_updates"]);
    for scope in ["read", "write", "links", "admin"] {
        let key = business.make_key(&[scope])["key"].as_str().unwrap().to_owned();
        for (method, path, needed) in CALLS {
            let reply = call(&business, method, path, Some(&key));
            if scope == needed {
                assert!(!matches!(reply.status, 401 | 403), "{method} {path} with {scope}: {}", reply.text());
            } else {
                let problem = reply.refusal(403, "scope_missing");
                assert_eq!(problem["scope"], needed, "{method} {path}");
            }
        }
    }
}

#[test]
fn a_key_without_write_may_not_record_a_yes() {
    let business = server().business();
    let body = business.submission(TYPED, &["order_updates"]);
    let key = business.make_key(&["read"])["key"].as_str().unwrap().to_owned();
    let reply = business.unchanged(|| server().post(&business.api("/consents")).key(&key).json(&body).send());
    reply.refusal(403, "scope_missing");
    let reply = business.unchanged(|| server().post(&business.api("/consents")).key("wrong").json(&body).send());
    reply.refusal(401, "key_unknown");
}

#[test]
fn a_key_is_shown_once() {
    let business = server().business();
    let made = business.make_key(&["read", "links"]);
    let secret = made["key"].as_str().unwrap();
    assert!(secret.len() >= 6 + 22, "at least 128 bits: {secret}");
    let list = business.get("/keys").expect(200);
    assert!(!list.text().contains(secret) && !list.text().contains(&business.key));
    let list = list.json();
    let listed = list["keys"].as_array().unwrap().iter().find(|key| key["id"] == made["id"]).unwrap();
    assert_eq!(listed["name"], "test");
    assert_eq!(listed["scopes"], json!(["read", "links"]));
    assert_eq!(listed["key"], Value::Null);
}

#[test]
fn a_revoked_key_opens_nothing_any_more() {
    let business = server().business();
    let made = business.make_key(&["read"]);
    let (id, secret) = (made["id"].as_str().unwrap(), made["key"].as_str().unwrap());
    let read = || server().get(&business.api("")).key(secret).send();
    read().expect(200);
    server().call("DELETE", &business.api(&format!("/keys/{id}"))).key(&business.key).send().expect(204);
    read().refusal(401, "key_unknown");
    // Revoking is what one repeats when in doubt.
    let again = server().call("DELETE", &business.api(&format!("/keys/{id}"))).key(&business.key).send();
    assert!(matches!(again.status, 204 | 404), "{}", again.text());
    let list = business.get("/keys").expect(200).json();
    assert!(!list.to_string().contains(id));
}

#[test]
fn a_key_without_a_scope_or_with_an_unknown_one_is_not_made() {
    let business = server().business();
    for scopes in [json!([]), json!(["everything"]), json!("read"), Value::Null] {
        let reply = business.post("/keys", &json!({ "name": "test", "scopes": scopes }));
        assert_eq!(reply.refusal(422, "field_invalid")["field"], "/scopes", "{scopes}");
    }
}

#[test]
fn an_opt_out_may_be_retried_with_the_same_key() {
    let business = server().business();
    business.opt_in(TYPED, &["order_updates"]);
    let body = json!({ "phone": KEPT, "categories": ["order_updates"] });
    let send = || {
        let call = server().post(&business.api("/opt-outs")).key(&business.key);
        call.header("Idempotency-Key", "00112233445566778899aabbccddeeff").json(&body).send().expect(201)
    };
    let first = send();
    let again = business.unchanged(send);
    assert_eq!(first.text(), again.text());
}
