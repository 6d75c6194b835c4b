//! Erasure and access over HTTP: nothing of a person is left but leaves, and everything of one is shown on request.

use jatak_tests::Business;
use jatak_tests::business::{KEPT, SHOP, TYPED};
use serde_json::{Value, json};

use super::server;

const OTHER: &str = "+4530123456";

fn erase(business: &Business<'_>, phones: &[&str]) -> Value {
    business.post("/erasures", &json!({ "phones": phones })).expect(200).json()
}

fn file(business: &Business<'_>, phone: &str) -> Value {
    business.post("/lookups", &json!({ "phone": phone, "full": true })).expect(200).json()["full"].clone()
}

#[test]
fn an_erasure_answers_with_counts_and_the_event_that_records_it() {
    let business = server().business();
    business.opt_in(TYPED, &["order_updates", "relevant_offers"]);
    business.opt_out(KEPT, &["relevant_offers"]);
    business.opt_in("30 12 34 56", &["order_updates"]);
    let seq = business.last_seq();
    let answer = erase(&business, &["+45 20 12 34 56", OTHER, "+4540404040"]);
    let expected = json!({"people": 2, "events": 3, "suppressed": 1, "staged_lines": 0, "recorded_as": [seq + 1]});
    assert_eq!(answer, expected);
    let record = business.events().pop().unwrap();
    assert_eq!((record["kind"].as_str(), record["seq"].as_u64()), (Some("erased"), Some(seq + 1)));
    assert_eq!(record["erased"].as_array().unwrap().len(), 3, "the leaf lists all three, whoever they were of");
    for phone in [KEPT, OTHER] {
        assert!(business.states(phone).values().all(|state| state == "never_asked"));
    }
    let again = erase(&business, &[KEPT, OTHER]);
    assert_eq!(again, json!({"people": 0, "events": 0, "suppressed": 0, "staged_lines": 0, "recorded_as": []}));
    assert_eq!(business.last_seq(), seq + 1, "sending the same again records nothing");
}

#[test]
fn what_is_exported_and_fed_after_an_erasure_holds_nothing_of_the_person() {
    let business = server().business();
    let answer = business.opt_in(TYPED, &["order_updates"]);
    business.opt_in("30 12 34 56", &["order_updates"]);
    erase(&business, &[KEPT]);
    for path in [
        "/export?format=ndjson&kind=events",
        "/export?format=ndjson&kind=state",
        "/export?format=csv&kind=events",
        "/events",
    ] {
        let text = business.get(path).expect(200).text().to_owned();
        assert!(!text.contains("4520123456") && !text.contains(answer["id"].as_str().unwrap()), "{path}: {text}");
        assert!(path.contains("kind=state") || text.contains("4530123456"), "{path} still shows the other");
    }
}

#[test]
fn links_of_an_erased_person_show_the_page_that_forged_ones_show_and_change_nothing() {
    let business = server().business();
    let receipt = business.receipt(&business.opt_in(TYPED, &["order_updates"]));
    let made = business.post("/links", &json!({ "phone": KEPT })).expect(200).json();
    let choices = business.path_of(made["choices_url"].as_str().unwrap());
    erase(&business, &[KEPT]);
    let forged = server().get(&format!("/{}/c/{}", business.slug, "A".repeat(46))).send().expect(404).text().to_owned();
    for path in [&receipt, &choices] {
        assert_eq!(server().get(path).send().expect(404).text(), forged);
        let reply = business.unchanged(|| server().post(path).form(&[("stop", "everything")]).send());
        assert_eq!(reply.status, 404);
    }
}

#[test]
fn a_retry_after_the_erasure_does_not_bring_the_person_back() {
    let business = server().business();
    let body = business.submission(TYPED, &["order_updates"]);
    let send = || {
        let call = business.consents().header("Idempotency-Key", "\"0f6b1b0e-6a1c-4a53-9f55-a2a5e2c1d3b7\"");
        call.json(&body).send()
    };
    send().expect(201);
    send().expect(201);
    erase(&business, &[KEPT]);
    let reply = business.unchanged(send);
    assert_eq!(reply.status, 404, "{}", reply.text());
    assert!(business.states(KEPT).values().all(|state| state == "never_asked"));
}

#[test]
fn an_erased_no_is_not_lifted_by_typing_or_importing_the_number_again() {
    let business = server().business();
    business.opt_in(TYPED, &["order_updates"]);
    business.opt_out(KEPT, &["order_updates"]);
    erase(&business, &[KEPT]);
    let file = format!("phone,categories,source,claimed_at,wording\n{KEPT},order_updates,till,2024-05-01,none kept\n");
    let upload = server().post(&business.api("/imports")).key(&business.key).raw("text/csv", file).send();
    let import = upload.expect(202).json()["id"].as_str().unwrap().to_owned();
    let commit = server().post(&business.api(&format!("/imports/{import}/commit"))).key(&business.key).send();
    assert!(commit.status < 300, "{}", commit.text());
    let report = business.get(&format!("/imports/{import}")).expect(200).text().to_owned();
    assert!(report.contains("suppressed"), "{report}");
    assert_eq!(business.states(KEPT)["order_updates"], "never_asked");
    business.opt_in(TYPED, &["order_updates"]);
    assert_eq!(business.states(KEPT)["order_updates"], "pending");
}

#[test]
fn numbers_that_cannot_be_read_are_named_and_nobody_is_erased() {
    let business = server().business();
    business.opt_in(TYPED, &["order_updates"]);
    let many: Vec<String> = (0..101).map(|n| format!("+4520{n:06}")).collect();
    for (body, field) in [
        (json!({}), "/phones"),
        (json!({ "phones": [] }), "/phones"),
        (json!({ "phones": KEPT }), "/phones"),
        (json!({ "phones": many }), "/phones"),
        (json!({ "phones": [KEPT, "x"] }), "/phones/1"),
        (json!({ "phones": [KEPT], "phone": KEPT }), "/phone"),
    ] {
        let reply = business.unchanged(|| business.post("/erasures", &body));
        assert_eq!((reply.status, reply.json()["field"].as_str()), (422, Some(field)), "{body}: {}", reply.text());
    }
    assert_eq!(business.states(KEPT)["order_updates"], "granted");
}

#[test]
fn the_file_of_a_person_shows_everything_and_after_the_erasure_only_the_suppression() {
    let business = server().business();
    let mut body = business.submission(TYPED, &["order_updates"]);
    body["context"] = json!(["sku:123"]);
    let answer = business.consents().json(&body).header("User-Agent", "a browser").send().expect(201).json();
    business.opt_in("30 12 34 56", &["order_updates"]);
    business.opt_out(KEPT, &["order_updates"]);
    let shown = file(&business, KEPT);
    let events = shown["events"].as_array().unwrap();
    assert_eq!(events.len(), 2);
    assert_eq!(events[0]["private"]["body"]["id"], answer["id"]);
    assert_eq!(events[0]["evidence"]["body"]["context"], json!(["sku:123"]));
    assert_eq!(events[0]["evidence"]["body"]["user_agent"], "a browser");
    assert_eq!(events[1]["leaf"]["kind"], "opted_out");
    assert_eq!(shown["standings"]["order_updates"]["state"], "withdrawn");
    assert_eq!((&shown["phone"], &shown["next_after"]), (&json!(KEPT), &Value::Null));
    assert!(!shown.to_string().contains("4530123456"));
    let plain = business.lookup(KEPT);
    assert_eq!(plain.get("full"), None, "only where it is asked for");

    erase(&business, &[KEPT]);
    let left = file(&business, KEPT);
    assert!(left["suppressed_since"].is_string(), "{left}");
    assert_eq!((left["events"].as_array().unwrap().len(), &left["subject"]), (0, &Value::Null));
}

#[test]
fn a_long_file_is_paged() {
    let business = server().business();
    for _ in 0..105 {
        business.opt_out(KEPT, &["order_updates"]);
    }
    let first = file(&business, KEPT);
    assert_eq!(first["events"].as_array().unwrap().len(), 100);
    let question = json!({ "phone": KEPT, "full": true, "after": first["next_after"] });
    let second = business.post("/lookups", &question).expect(200).json()["full"].clone();
    assert_eq!(second["events"].as_array().unwrap().len(), 5);
    let reply = business.post("/lookups", &json!({ "phone": KEPT, "after": 7 }));
    assert_eq!((reply.status, reply.json()["field"].as_str()), (422, Some("/after")));
}

#[test]
fn a_yes_that_is_under_way_while_its_owner_is_erased_is_either_erased_or_somebody_new() {
    let business = server().business();
    let body = business.submission(TYPED, &["order_updates"]);
    std::thread::scope(|scope| {
        for poster in 0..4 {
            let (business, body) = (&business, &body);
            scope.spawn(move || {
                let client = server().client();
                for _ in 0..10 {
                    let call = client.call("POST", &business.api("/consents")).origin(SHOP);
                    let reply = call.header("cf-connecting-ip", &format!("192.0.2.{poster}")).json(body).send();
                    assert!(matches!(reply.status, 201 | 429), "{}", reply.text());
                }
            });
        }
        for _ in 0..10 {
            erase(&business, &[KEPT]);
        }
    });
    erase(&business, &[KEPT]);
    let shown = file(&business, KEPT);
    assert_eq!((shown["events"].as_array().unwrap().len(), &shown["subject"]), (0, &Value::Null));
    assert!(!business.get("/export?format=ndjson&kind=events").expect(200).text().contains("4520123456"));
}
