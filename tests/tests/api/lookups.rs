//! Lookups: "how does this number stand?"

use jatak_tests::business::{CATEGORIES, KEPT, TYPED};
use serde_json::{Value, json};

use super::server;

#[test]
fn a_number_never_seen_was_never_asked() {
    let business = server().business();
    let found = business.lookup("+4540404040");
    let ids: Vec<_> = found["categories"].as_array().unwrap().iter().map(|category| &category["id"]).collect();
    assert_eq!(ids, CATEGORIES);
    for category in found["categories"].as_array().unwrap() {
        assert_eq!(category["state"], "never_asked");
        for member in ["since", "event_id", "notice_id", "assurance"] {
            assert_eq!(category[member], Value::Null, "{member} of {category}");
        }
    }
}

#[test]
fn a_grant_is_shown_with_its_time_its_event_its_notice_and_its_assurance() {
    let business = server().business();
    let answer = business.opt_in(TYPED, &["order_updates"]);
    let found = business.lookup(KEPT);
    let granted = found["categories"].as_array().unwrap().iter().find(|category| category["id"] == "order_updates");
    let expected = json!({
        "id": "order_updates",
        "state": "granted",
        "since": answer["recorded_at"],
        "event_id": answer["id"],
        "notice_id": answer["notice"],
        "assurance": "typed",
    });
    assert_eq!(granted, Some(&expected));
}

#[test]
fn any_syntactic_number_is_taken_and_nothing_is_recorded() {
    let business = server().business();
    for phone in ["+4520123456", "+45 20 12 34 56", "+1234567", "+999123456789"] {
        let reply = business.unchanged(|| business.post("/lookups", &json!({ "phone": phone })));
        assert_eq!(reply.status, 200, "{phone}: {}", reply.text());
    }
    for phone in [json!("nonsense"), json!(""), json!(7), Value::Null] {
        let reply = business.post("/lookups", &json!({ "phone": phone }));
        assert_eq!(reply.status, 422, "{phone}: {}", reply.text());
        assert_eq!(reply.json()["field"], "/phone", "{phone}");
    }
}

#[test]
fn a_key_that_may_make_links_is_shown_the_choices_page_and_another_is_not() {
    let business = server().business();
    business.opt_in(TYPED, &["order_updates"]);
    let read = business.make_key(&["read"]);
    let look = |key: &str| {
        let call = server().post(&business.api("/lookups")).key(key).json(&json!({ "phone": KEPT }));
        call.send().expect(200).json()
    };
    assert_eq!(look(read["key"].as_str().unwrap())["choices_url"], Value::Null);
    let shown = look(&business.key);
    let path = business.path_of(shown["choices_url"].as_str().unwrap());
    server().get(&path).send().expect(200);
}

#[test]
fn an_opt_out_by_number_is_recorded_and_answered() {
    let business = server().business();
    business.opt_in(TYPED, &["order_updates", "relevant_offers"]);
    business.opt_out(KEPT, &["relevant_offers"]);
    business.assert_states(KEPT, &[("order_updates", "granted"), ("relevant_offers", "withdrawn")]);
    let row = business.rows("kind=events").pop().unwrap();
    assert_eq!((row["source"].as_str(), row["assurance"].as_str()), ("api", "api"));
}

#[test]
fn an_opt_out_names_what_it_is_about() {
    let business = server().business();
    for body in [
        json!({ "phone": KEPT }),
        json!({ "phone": KEPT, "categories": [] }),
        json!({ "phone": KEPT, "categories": ["appointment_reminders"] }),
        json!({ "phone": "x", "categories": ["order_updates"] }),
        json!({ "categories": ["order_updates"] }),
    ] {
        let reply = business.unchanged(|| business.post("/opt-outs", &body));
        assert_eq!(reply.status, 422, "{body}: {}", reply.text());
    }
}
