//! Submissions: what is recorded, and the answer as the wire has it.

use jatak_tests::business::{CATEGORIES, KEPT, SHOP, TYPED};
use jatak_tests::page::Page;
use serde_json::json;

use super::server;

/// The last event's row of a CSV export for a category.
fn row(business: &jatak_tests::Business<'_>, category: &str) -> std::collections::BTreeMap<String, String> {
    let rows = business.rows("kind=events");
    rows.into_iter().rev().find(|row| row["category"] == category).expect("a row for the category")
}

fn is_uuid_v7(text: &str) -> bool {
    let shape = text.len() == 36 && text.chars().all(|c| c.is_ascii_hexdigit() || c == '-');
    shape && text.as_bytes()[14] == b'7'
}

fn is_moment(text: &str) -> bool {
    // 2026-11-22T11:00:00.123Z
    text.len() == 24 && text.as_bytes()[10] == b'T' && text.as_bytes()[19] == b'.' && text.ends_with('Z')
}

#[test]
fn a_submission_is_answered_as_the_wire_says() {
    let business = server().business();
    let notice = business.notice_id();
    let body = json!({
        "notice": notice,
        "offered": ["order_updates", "relevant_offers"],
        "categories": ["relevant_offers"],
        "subject": { "phone": TYPED, "country": "DK" },
        "page": "https://shop.example/checkout?x=1",
        "context": ["sku:123"],
    });
    let reply = business.consents().json(&body).send().expect(201);
    assert_eq!(reply.header("content-type"), "application/json");
    assert!(reply.header("cache-control").contains("no-store"), "it holds a token");
    let answer = reply.json();
    let members: Vec<_> = answer.as_object().unwrap().keys().map(String::as_str).collect();
    let mut sorted = members.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, ["business", "categories", "id", "notice", "receipt_url", "recorded_at", "subject"]);
    assert!(is_uuid_v7(answer["id"].as_str().unwrap()), "{answer}");
    assert!(is_moment(answer["recorded_at"].as_str().unwrap()), "{answer}");
    assert_eq!(answer["business"]["id"], business.slug.as_str());
    assert_eq!(answer["business"]["name"], "Testhuset");
    assert_eq!(answer["categories"], json!([{ "id": "relevant_offers", "state": "granted" }]));
    assert_eq!(answer["notice"], notice);
    assert_eq!(answer["subject"], json!({ "masked": "+45 •• •• •• 56" }));
    let receipt = answer["receipt_url"].as_str().unwrap();
    assert!(receipt.starts_with(&format!("{}/{}/c/", server().edge, business.slug)), "{receipt}");
    assert!(!reply.text().contains("20123456"), "the answer shows the number masked only");
}

#[test]
fn what_was_recorded_is_what_was_sent_and_nothing_the_page_should_not_give_away() {
    let business = server().business();
    let mut body = business.submission(TYPED, &["relevant_offers"]);
    body["page"] = "https://ann:secret@Shop.example:443/checkout?token=secret#step-2".into();
    body["context"] = json!(["sku:123", "campaign-7"]);
    let answer = business.consents().json(&body).send().expect(201).json();
    let row = row(&business, "relevant_offers");
    assert_eq!(row["event_id"], answer["id"].as_str().unwrap());
    assert_eq!(row["recorded_at"], answer["recorded_at"].as_str().unwrap());
    assert_eq!(row["occurred_at"], row["recorded_at"]);
    assert_eq!(row["phone"], format!("tel:{KEPT}"));
    assert_eq!(row["state"], "granted");
    assert_eq!(row["notice_id"], business.notice_id());
    assert_eq!(row["locale"], "en");
    assert_eq!(row["source"], "widget");
    assert_eq!(row["assurance"], "typed");
    assert_eq!(row["page"], "https://shop.example/checkout");
    assert!(row["context"].contains("sku:123") && row["context"].contains("campaign-7"), "{row:?}");
    assert!(!business.export("format=ndjson&kind=events").text().contains("secret"));
}

#[test]
fn only_what_was_ticked_is_granted() {
    let business = server().business();
    let answer = business.opt_in(TYPED, &["back_in_stock", "order_updates"]);
    let ids: Vec<_> = answer["categories"].as_array().unwrap().iter().map(|category| category["id"].clone()).collect();
    assert_eq!(ids, ["order_updates", "back_in_stock"], "in the order of the notice");
    business.assert_states(KEPT, &[("order_updates", "granted"), ("back_in_stock", "granted")]);
    assert_eq!(business.states(KEPT).len(), CATEGORIES.len(), "the others are named too: never asked");
}

#[test]
fn offered_may_be_absent_and_then_means_all() {
    let business = server().business();
    business.opt_in(TYPED, &CATEGORIES);
    let events = business.events();
    let offered = &events.last().unwrap()["event"]["offered"];
    assert_eq!(offered, &json!(CATEGORIES), "{events:?}");
}

#[test]
fn a_number_is_read_however_it_is_typed() {
    let business = server().business();
    let spellings = [
        (json!({ "phone": "20123456", "country": "DK" }), "+4520123456"),
        (json!({ "phone": " 20-12-34-56 ", "country": "DK" }), "+4520123456"),
        (json!({ "phone": "+45 20 12 34 56" }), "+4520123456"),
        (json!({ "phone": "0045 20123456" }), "+4520123456"),
        (json!({ "phone": "+4520123456", "country": "SE" }), "+4520123456"),
        (json!({ "phone": "٢٠١٢٣٤٥٦", "country": "DK" }), "+4520123456"),
        (json!({ "phone": "070-174 06 05", "country": "SE" }), "+46701740605"),
        (json!({ "phone": "+44 (0)20 7946 0958" }), "+442079460958"),
    ];
    for (subject, kept) in spellings {
        let mut body = business.submission("", &["order_updates"]);
        body["subject"] = subject.clone();
        let reply = business.consents().json(&body).send();
        assert_eq!(reply.status, 201, "{subject}: {}", reply.text());
        let rows = business.rows("kind=events");
        assert_eq!(rows.last().unwrap()["phone"], format!("tel:{kept}"), "{subject}");
    }
}

#[test]
fn page_and_context_may_be_left_out() {
    let business = server().business();
    let mut body = business.submission(TYPED, &["order_updates"]);
    body.as_object_mut().unwrap().remove("page");
    business.consents().json(&body).send().expect(201);
    assert_eq!(row(&business, "order_updates")["page"], "");
}

#[test]
fn the_answer_tells_of_this_submission_alone() {
    let business = server().business();
    business.opt_in(TYPED, &["relevant_offers"]);
    business.opt_out(KEPT, &["order_updates"]);
    let answer = business.opt_in(TYPED, &["order_updates"]);
    assert_eq!(answer["categories"], json!([{ "id": "order_updates", "state": "granted" }]));
}

#[test]
fn the_business_itself_may_record_a_yes_with_a_key_and_without_an_origin() {
    let business = server().business();
    let body = business.submission(TYPED, &["order_updates"]);
    business.post("/consents", &body).expect(201);
    let row = row(&business, "order_updates");
    assert_eq!((row["source"].as_str(), row["assurance"].as_str()), ("api", "api"));
}

#[test]
fn the_times_of_one_ledger_never_go_back() {
    let business = server().business();
    for number in 10..30 {
        business.opt_in(&format!("+45201234{number}"), &["order_updates"]);
    }
    let times: Vec<_> =
        business.events().iter().map(|event| event["recorded_at"].as_str().unwrap().to_owned()).collect();
    assert!(times.is_sorted(), "{times:?}");
}

#[test]
fn every_listed_origin_and_the_edges_own_may_submit() {
    let business = server().business_with(|settings| settings["origins"] = json!([SHOP, "http://localhost:3000"]));
    let body = business.submission(TYPED, &["order_updates"]);
    for (origin, source) in [(SHOP, "widget"), ("http://localhost:3000", "widget"), (server().edge.as_str(), "hosted")]
    {
        server().post(&business.api("/consents")).origin(origin).json(&body).send().expect(201);
        assert_eq!(row(&business, "order_updates")["source"], source, "{origin}");
    }
}

#[test]
fn an_unproven_yes_twice_is_two_events_and_one_state() {
    let business = server().business();
    let first = business.opt_in(TYPED, &["order_updates"]);
    let second = business.opt_in(TYPED, &["order_updates"]);
    assert_ne!(first["id"], second["id"]);
    assert_ne!(first["receipt_url"], second["receipt_url"]);
    business.assert_states(KEPT, &[("order_updates", "granted")]);
    let submissions = business.events().iter().filter(|event| event["kind"] == "opted_in").count();
    assert_eq!(submissions, 2);
}

#[test]
fn twenty_categories_are_offered_agreed_to_looked_up_chosen_and_exported() {
    let text =
        |id: &str| json!({ "title": format!("{id} title"), "value": format!("{id} value"), "frequency": "Seldom" });
    let ids: Vec<_> = (0..20).map(|number| format!("kind_{number:02}")).collect();
    let business = server().business_with(|settings| {
        let category =
            |id: &String| json!({ "id": id, "class": "utility", "wording": { "en": text(id), "da": text(id) } });
        settings["categories"] = ids.iter().map(category).collect();
    });
    let all: Vec<_> = ids.iter().map(String::as_str).collect();
    let receipt = business.receipt(&business.opt_in(TYPED, &all));
    assert!(business.states(KEPT).values().all(|state| state == "granted"));
    assert_eq!(business.rows("kind=state").len(), 20);
    server().get(&receipt).send().expect(200);
    let path = business.choices(KEPT);
    let page = Page::of(&server().get(&path).header("Accept-Language", "en").send().expect(200));
    let form = ids.iter().fold(page.form("Save"), |form, id| form.tick(id, false));
    form.submit(server(), &path);
    assert!(business.states(KEPT).values().all(|state| state == "withdrawn"));
}
