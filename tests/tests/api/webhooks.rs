//! Webhooks as they are asked for: what is taken, what is refused, and what is shown.

use jatak_tests::Business;
use serde_json::{Value, json};

use super::server;

/// Nobody is there, which matters to no test here.
const URL: &str = "https://receiver.example/jatak?key=1";

fn add(business: &Business<'_>, body: &Value) -> Value {
    business.post("/webhooks", body).expect(201).json()
}

fn put(business: &Business<'_>, id: &str, body: &Value) -> jatak_tests::Reply {
    server().call("PUT", &business.api(&format!("/webhooks/{id}"))).key(&business.key).json(body).send()
}

#[test]
fn a_secret_is_shown_once_and_is_long_enough() {
    let business = server().business();
    let made = add(&business, &json!({ "url": URL, "kinds": ["erased", "opted_in"] }));
    let secret = made["secret"].as_str().unwrap();
    let bytes = data_encoding::BASE64.decode(secret.strip_prefix("whsec_").unwrap().as_bytes()).unwrap();
    assert!((24..=64).contains(&bytes.len()), "as Standard Webhooks says");
    let list = business.get("/webhooks").expect(200);
    assert!(!list.text().contains("whsec_") && !list.text().contains(&secret[6..]));
    assert_eq!(list.header("cache-control"), "no-store");
    let mut shown = made.clone();
    shown.as_object_mut().unwrap().remove("secret");
    assert_eq!(list.json(), json!({ "webhooks": [shown] }));
    assert_eq!(made["kinds"], json!(["opted_in", "erased"]));
    assert_eq!(made["url"], URL);
    assert_eq!(made["cursor"], business.last_seq(), "it is told of what comes from now on");
}

#[test]
fn a_webhook_that_could_not_be_or_should_not_be_is_named_and_not_made() {
    let business = server().business();
    for (body, field) in [
        (json!({}), "/url"),
        (json!({ "url": "http://receiver.example/" }), "/url"),
        (json!({ "url": "https://user:password@receiver.example/" }), "/url"),
        (json!({ "url": "https://receiver.example/#part" }), "/url"),
        (json!({ "url": URL, "kinds": [] }), "/kinds"),
        (json!({ "url": URL, "kinds": ["settings_changed"] }), "/kinds"),
        (json!({ "url": URL, "disabled": "no" }), "/disabled"),
        (json!({ "url": URL, "secret": "whsec_mine" }), "/secret"),
    ] {
        let refusal = business.post("/webhooks", &body).refusal(422, "field_invalid");
        assert_eq!(refusal["field"], field, "{body}");
    }
    assert_eq!(business.get("/webhooks").expect(200).json(), json!({ "webhooks": [] }));
}

#[test]
fn there_are_five_at_most_and_one_that_is_deleted_makes_room() {
    let business = server().business();
    let ids: Vec<String> =
        (0..5).map(|_| add(&business, &json!({ "url": URL }))["id"].as_str().unwrap().to_owned()).collect();
    let refusal = business.post("/webhooks", &json!({ "url": URL })).refusal(409, "webhooks_full");
    assert_eq!(refusal["limit"], 5);
    let delete = || server().call("DELETE", &business.api(&format!("/webhooks/{}", ids[0]))).key(&business.key).send();
    delete().expect(204);
    delete().refusal(404, "not_found");
    add(&business, &json!({ "url": URL }));
}

#[test]
fn a_webhook_is_changed_as_a_whole_and_switched_off_and_on() {
    let business = server().business();
    let made = add(&business, &json!({ "url": URL, "kinds": ["opted_in"] }));
    let id = made["id"].as_str().unwrap();
    let off = put(&business, id, &json!({ "url": "https://other.example/", "disabled": true })).expect(200).json();
    assert_eq!((&off["state"], &off["reason"]), (&json!("disabled"), &json!("by_business")));
    assert_eq!((&off["url"], &off["kinds"]), (&json!("https://other.example/"), &Value::Null));
    let on = put(&business, id, &json!({ "url": URL })).expect(200).json();
    assert_eq!((&on["state"], &on["reason"]), (&json!("enabled"), &Value::Null));
    assert_eq!(put(&business, id, &json!({})).refusal(422, "field_invalid")["field"], "/url");
}

#[test]
fn nobody_reaches_the_webhooks_of_another() {
    let (mine, other) = (server().business(), server().business());
    let made = add(&mine, &json!({ "url": URL }));
    let id = made["id"].as_str().unwrap();
    put(&other, id, &json!({ "url": "https://other.example/" })).refusal(404, "not_found");
    other.post(&format!("/webhooks/{id}/secret"), &json!({})).refusal(404, "not_found");
    other.post(&format!("/webhooks/{id}/replay"), &json!({ "after": 0 })).refusal(404, "not_found");
    server().call("DELETE", &other.api(&format!("/webhooks/{id}"))).key(&other.key).send().refusal(404, "not_found");
    assert_eq!(mine.get("/webhooks").expect(200).json()["webhooks"][0]["url"], URL);
    assert_eq!(other.get("/webhooks").expect(200).json(), json!({ "webhooks": [] }));
}
