//! Decisions: "may this be sent?", asked before each send, and what becomes of what was reserved.

use std::collections::BTreeSet;
use std::thread;

use jatak_tests::business::{KEPT, TYPED};
use jatak_tests::{Business, Reply};
use serde_json::{Value, json};

use super::server;

/// At most one a week, unless a test says otherwise.
const OFFERS: &str = "relevant_offers";

fn key(name: &str) -> String {
    format!("{name:0>32}")
}

fn question(category: &str, phones: &[&str]) -> Value {
    let subjects: Vec<Value> = phones.iter().map(|phone| json!({ "phone": phone })).collect();
    json!({ "category": category, "subjects": subjects })
}

fn ask(business: &Business<'_>, category: &str, phone: &str) -> Value {
    let answer = business.post("/decisions", &question(category, &[phone])).expect(200).json();
    answer["decisions"][0].clone()
}

fn reserving(business: &Business<'_>, category: &str, phones: &[&str], call: &str) -> Reply {
    let mut body = question(category, phones);
    body["reserve"] = true.into();
    let post = server().post(&business.api("/decisions")).key(&business.key).header("Idempotency-Key", &key(call));
    post.json(&body).send()
}

fn reserve(business: &Business<'_>, phone: &str, call: &str) -> Value {
    reserving(business, OFFERS, &[phone], call).expect(200).json()["decisions"][0].clone()
}

#[test]
fn a_yes_is_answered_with_what_it_rests_on_and_the_link_for_the_message() {
    let business = server().business();
    let yes = business.opt_in(TYPED, &[OFFERS]);
    let decision = business.unchanged(|| ask(&business, OFFERS, "+45 20 12 34 56"));
    assert_eq!(decision["allow"], true, "{decision}");
    let evidence = json!({ "event_id": yes["id"], "notice_id": yes["notice"], "assurance": "typed" });
    assert_eq!(decision["evidence"], evidence);
    assert_eq!((&decision["index"], &decision["remaining"]), (&json!(0), &json!(1)));
    assert_eq!(decision["subject"]["masked"], "+45 •• •• •• 56");
    assert_eq!((decision.get("reason"), decision.get("reservation")), (None, None));
    server().get(&business.path_of(decision["choices_url"].as_str().unwrap())).send().expect(200);
    assert!(!decision.to_string().contains("4520123456"), "the number stands in no answer");
}

#[test]
fn a_no_counts_in_the_very_next_decision() {
    let business = server().business();
    business.opt_in(TYPED, &[OFFERS, "order_updates"]);
    business.opt_out(KEPT, &[OFFERS]);
    assert_eq!(ask(&business, OFFERS, KEPT)["reason"], "withdrawn");
    assert_eq!(ask(&business, "order_updates", KEPT)["allow"], true);
    business.opt_out_of_everything(KEPT);
    for category in ["order_updates", "back_in_stock"] {
        let decision = ask(&business, category, KEPT);
        assert_eq!((&decision["allow"], &decision["reason"]), (&json!(false), &json!("objection")));
        assert_eq!(decision.get("choices_url"), None);
    }
    assert_eq!(ask(&business, OFFERS, "+4530123456")["reason"], "no_consent");
}

#[test]
fn exactly_as_many_of_two_hundred_that_come_together_may_go_as_the_cap_lets_and_none_on_a_retry() {
    let business =
        server().business_with(|settings| settings["categories"][1]["cap"] = json!({"max": 9, "per": "day"}));
    business.opt_in(TYPED, &[OFFERS]);
    let all = |business: &Business<'_>| -> Vec<Value> {
        thread::scope(|scope| {
            let workers: Vec<_> = (0..8)
                .map(|worker| {
                    scope.spawn(move || {
                        let calls = (worker..200).step_by(8);
                        calls.map(|call| (call, reserve(business, KEPT, &call.to_string()))).collect::<Vec<_>>()
                    })
                })
                .collect();
            let mut answers: Vec<_> = workers.into_iter().flat_map(|worker| worker.join().unwrap()).collect();
            answers.sort_by_key(|(call, _)| *call);
            answers.into_iter().map(|(_, answer)| answer).collect()
        })
    };
    let reserved = |answers: &[Value]| -> Vec<Option<String>> {
        answers.iter().map(|answer| answer["reservation"].as_str().map(str::to_owned)).collect()
    };
    let first = all(&business);
    assert_eq!(first.iter().filter(|answer| answer["allow"] == true).count(), 9);
    assert_eq!(reserved(&first).into_iter().flatten().collect::<BTreeSet<_>>().len(), 9);
    assert!(first.iter().all(|answer| answer["allow"] == true || answer["reason"] == "cap_reached"));
    assert_eq!(reserved(&all(&business)), reserved(&first), "a retry gets what it got");
    let next = ask(&business, OFFERS, KEPT);
    assert_eq!((&next["reason"], &next["remaining"]), (&json!("cap_reached"), &json!(0)));
    assert!(next["retry_at"].is_string());
}

#[test]
fn what_is_released_may_go_again_and_what_was_sent_may_not() {
    let business = server().business();
    business.opt_in(TYPED, &[OFFERS]);
    let report = |reservation: &Value, outcome: &str| {
        let body = json!({ "sends": [{ "reservation": reservation, "outcome": outcome }] });
        business.post("/sends", &body).expect(200).json()["sends"][0].clone()
    };
    let first = reserve(&business, KEPT, "first")["reservation"].clone();
    assert_eq!(ask(&business, OFFERS, KEPT)["reason"], "cap_reached");
    assert_eq!(report(&first, "released"), json!({ "reservation": first, "outcome": "released" }));
    let second = reserve(&business, KEPT, "second")["reservation"].clone();
    assert_ne!(first, second);
    for _ in 0..2 {
        assert_eq!(report(&second, "sent"), json!({ "reservation": second, "outcome": "sent" }));
    }
    assert_eq!(report(&second, "released")["fault"], "already_sent");
    assert_eq!(ask(&business, OFFERS, KEPT)["reason"], "cap_reached");
    let nobodys = json!("019ab3f6-4d20-7c11-9a02-1f2e3d4c5b6a");
    assert_eq!(report(&nobodys, "sent")["fault"], "unknown");
    let strangers = server().business();
    let body = json!({ "sends": [{ "reservation": second, "outcome": "released" }] });
    assert_eq!(strangers.post("/sends", &body).expect(200).json()["sends"][0]["fault"], "unknown");
}

#[test]
fn an_erasure_takes_what_was_reserved() {
    let business = server().business();
    business.opt_in(TYPED, &[OFFERS]);
    let reservation = reserve(&business, KEPT, "k")["reservation"].clone();
    let look = || business.post("/lookups", &json!({ "phone": KEPT, "full": true })).expect(200).json()["full"].clone();
    assert_eq!((&look()["reservations"], &look()["reserved"][0]["state"]), (&json!(1), &json!("reserved")));
    business.post("/erasures", &json!({ "phones": [KEPT] })).expect(200);
    assert_eq!(look()["reservations"], 0);
    let body = json!({ "sends": [{ "reservation": reservation, "outcome": "sent" }] });
    assert_eq!(business.post("/sends", &body).expect(200).json()["sends"][0]["fault"], "unknown");
    assert_eq!(reserve(&business, KEPT, "k")["reason"], "no_consent");
}

#[test]
fn a_number_that_cannot_be_read_is_a_no_that_holds_up_no_other() {
    let business = server().business();
    business.opt_in(TYPED, &[OFFERS]);
    let reply = business.post("/decisions", &question(OFFERS, &["nonsense", KEPT, ""])).expect(200);
    let decisions = reply.json()["decisions"].clone();
    let allowed: Vec<_> = decisions.as_array().unwrap().iter().map(|one| one["allow"].as_bool().unwrap()).collect();
    assert_eq!(allowed, [false, true, false]);
    assert_eq!(decisions[0]["problem"]["field"], "/subjects/0/phone");
    assert_eq!(decisions[0]["problem"]["code"], "number_impossible");
    assert_eq!(decisions[2]["problem"]["code"], "number_missing");
    assert_eq!(decisions[1]["index"], 1);
}

#[test]
fn a_number_with_a_trunk_prefix_left_in_is_the_number_that_it_means() {
    let business = server().business();
    business.opt_in("+4915123456789", &[OFFERS]);
    for written in ["+49 (0)151 23456789", "+49015123456789", "004915123456789", "+4915123456789"] {
        assert_eq!(ask(&business, OFFERS, written)["allow"], true, "{written}");
    }
    assert_eq!(ask(&business, OFFERS, "+49015123456780")["reason"], "no_consent");
}

#[test]
fn a_thousand_are_answered_at_once_and_one_more_is_too_many() {
    let business = server().business();
    let phones: Vec<String> = (0..1_001).map(|number| format!("+4520{number:06}")).collect();
    let phones: Vec<&str> = phones.iter().map(String::as_str).collect();
    business.opt_in("20 00 09 99", &[OFFERS]);
    let decisions = business.post("/decisions", &question(OFFERS, &phones[..1_000])).expect(200).json();
    let decisions = decisions["decisions"].as_array().unwrap();
    assert_eq!(decisions.len(), 1_000);
    let allowed = decisions.iter().filter(|one| one["allow"] == true).map(|one| one["index"].as_u64());
    assert_eq!(allowed.collect::<Vec<_>>(), [Some(999)]);
    business.post("/decisions", &question(OFFERS, &phones)).refusal(422, "field_invalid");
}

#[test]
fn marketing_stays_out_of_countries_and_nights_and_utility_does_not() {
    let american = "+12025550123";
    let business = server().business_with(|settings| {
        // Somewhere in Russia it is always one of these hours.
        settings["quiet_hours"] = json!({"from": "12:00", "to": "11:00"});
    });
    let give = |phone: &str| {
        let body = json!({
            "notice": business.notice_id(), "categories": [OFFERS, "order_updates"], "subject": { "phone": phone },
        });
        server().post(&business.api("/consents")).key(&business.key).json(&body).send().expect(201);
    };
    for (phone, reason) in [(american, "country_not_available"), ("+79161234567", "quiet_hours")] {
        give(phone);
        let decision = ask(&business, OFFERS, phone);
        assert_eq!(decision["reason"], reason, "{phone}");
        assert_eq!(decision.get("retry_at"), None, "{phone}");
        assert_eq!(ask(&business, "order_updates", phone)["allow"], true, "{phone}");
    }
}

#[test]
fn what_is_no_question_is_refused_with_its_field() {
    let business = server().business();
    for (body, field) in [
        (json!({}), "/category"),
        (json!({ "category": OFFERS }), "/subjects"),
        (json!({ "category": OFFERS, "subjects": [KEPT] }), "/subjects"),
        (json!({ "category": OFFERS, "subjects": [{ "phone": KEPT, "x": 1 }] }), "/subjects/0/x"),
        (json!({ "category": "tastings", "subjects": [{ "phone": KEPT }] }), "/category"),
        (json!({ "category": OFFERS, "subjects": [{ "phone": KEPT }], "reserve": 1 }), "/reserve"),
        (json!({ "category": OFFERS, "subjects": [{ "phone": KEPT }], "reserve": true }), "Idempotency-Key"),
    ] {
        let reply = business.post("/decisions", &body);
        assert_eq!((reply.status, &reply.json()["field"]), (422, &json!(field)), "{body}: {}", reply.text());
    }
    for (body, field) in [
        (json!({}), "/sends"),
        (json!({ "sends": [{ "reservation": "x", "outcome": "sent" }] }), "/sends/0/reservation"),
        (
            json!({ "sends": [{ "reservation": "019ab3f6-4d20-7c11-9a02-1f2e3d4c5b6a", "outcome": "lost" }] }),
            "/sends/0/outcome",
        ),
    ] {
        let reply = business.post("/sends", &body);
        assert_eq!((reply.status, &reply.json()["field"]), (422, &json!(field)), "{body}: {}", reply.text());
    }
    business.opt_in(TYPED, &[OFFERS]);
    reserving(&business, OFFERS, &[KEPT], "k").expect(200);
    reserving(&business, OFFERS, &["+4530123456"], "k").refusal(422, "idempotency_conflict");
}

#[test]
fn asking_takes_read_reserving_takes_write_too_and_the_link_takes_links() {
    let business = server().business();
    business.opt_in(TYPED, &[OFFERS]);
    let with = |scopes: &[&str], reserves: bool| {
        let made = business.make_key(scopes);
        let mut body = question(OFFERS, &[KEPT]);
        body["reserve"] = reserves.into();
        let post = server().post(&business.api("/decisions")).key(made["key"].as_str().unwrap());
        post.header("Idempotency-Key", &key("scopes")).json(&body).send()
    };
    let read = with(&["read"], false).expect(200).json();
    assert_eq!((&read["decisions"][0]["allow"], read["decisions"][0].get("choices_url")), (&json!(true), None));
    with(&["write"], false).refusal(403, "scope_missing");
    with(&["read"], true).refusal(403, "scope_missing");
    with(&["write"], true).refusal(403, "scope_missing");
    assert!(with(&["read", "write"], true).expect(200).json()["decisions"][0]["reservation"].is_string());
    let open = server().post(&business.api("/decisions")).json(&question(OFFERS, &[KEPT])).send();
    open.refusal(401, "key_missing");
}
