//! Refusals: each with its status, its code and its field, and none with a trace in the ledger.

use jatak_tests::business::{CATEGORIES, SHOP, TYPED};
use jatak_tests::{Business, Reply};
use serde_json::{Value, json};

use super::server;

/// Submits a changed body from the shop, which must record nothing.
#[track_caller]
fn refused(business: &Business<'_>, change: impl FnOnce(&mut Value)) -> Reply {
    let mut body = business.submission(TYPED, &["order_updates"]);
    change(&mut body);
    business.unchanged(|| business.consents().json(&body).send())
}

#[test]
fn an_unknown_business_is_not_found() {
    let body = server().business().submission(TYPED, &["order_updates"]);
    let consents = server().post("/v1/no-such-shop/consents").origin(SHOP).json(&body).send();
    consents.refusal(404, "business_unknown");
    let notice = format!("notices/{}", "0".repeat(64));
    for path in ["notice", "form", notice.as_str()] {
        server().get(&format!("/v1/no-such-shop/{path}")).send().refusal(404, "business_unknown");
    }
    for path in ["/no-such-shop", "/no-such-shop/export", "/no-such-shop/widget.js", "/no-such-shop/c/x"] {
        server().get(path).send().expect(404);
    }
}

#[test]
fn a_program_that_posts_what_curl_calls_a_form_is_told_as_a_program() {
    let business = server().business();
    let post =
        |path: &str| server().post(&business.api(path)).raw("application/x-www-form-urlencoded", r#"{"phone":"+45"}"#);
    post("/lookups").key(&business.key).send().refusal(415, "type_unsupported");
    let refused = post("/lookups").send();
    refused.refusal(401, "key_missing");
    assert!(!refused.header("www-authenticate").is_empty(), "RFC 9110, section 11.6.1");
    post("/consents").key(&business.key).send().refusal(415, "type_unsupported");
    let person = post("/consents").send();
    assert!(person.header("content-type").starts_with("text/html"), "a form is a person's");
}

#[test]
fn a_page_that_the_business_did_not_list_may_not_submit() {
    let business = server().business();
    let body = business.submission(TYPED, &["order_updates"]);
    let foreign = [
        "https://evil.example",
        "https://shop.example.evil.example",
        "https://shop.example:8443",
        "http://shop.example",
        "https://sub.shop.example",
        "null",
    ];
    for origin in foreign {
        let reply = business.unchanged(|| server().post(&business.api("/consents")).origin(origin).json(&body).send());
        reply.refusal(403, "origin_refused");
    }
    let reply = business.unchanged(|| server().post(&business.api("/consents")).json(&body).send());
    reply.refusal(403, "origin_refused");
}

#[test]
fn a_notice_that_was_never_published_is_refused() {
    let (business, other) = (server().business(), server().business());
    for notice in ["0".repeat(64), String::new(), "x".into(), other.notice_id()] {
        let problem = refused(&business, |body| body["notice"] = notice.into()).refusal(422, "notice_unknown");
        assert_eq!(problem["field"], "/notice");
    }
    refused(&business, |body| _ = body.as_object_mut().unwrap().remove("notice")).refusal(422, "notice_unknown");
}

#[test]
fn a_notice_that_was_replaced_is_refused_with_the_one_in_its_place() {
    let business = server().business();
    let [danish, english] = ["da", "en"].map(|locale| business.notice(locale)["id"].clone());
    business.change(|settings| settings["name"] = "Testhuset Syd".into());
    for (outdated, locale) in [(danish, "da"), (english, "en")] {
        let problem = refused(&business, |body| body["notice"] = outdated).refusal(409, "notice_outdated");
        assert_eq!(problem["current"], business.notice(locale)["id"], "the current one of the same language");
        assert_eq!(problem["field"], "/notice");
    }
}

#[test]
fn without_a_tick_nothing_is_recorded() {
    let business = server().business();
    let problem = refused(&business, |body| body["categories"] = json!([])).refusal(422, "category_none");
    assert_eq!(problem["field"], "/categories");
    refused(&business, |body| _ = body.as_object_mut().unwrap().remove("categories")).refusal(422, "category_none");
}

#[test]
fn a_category_that_was_not_offered_is_refused() {
    let business = server().business();
    let problem = refused(&business, |body| {
        body["offered"] = json!(["order_updates"]);
        body["categories"] = json!(["order_updates", "relevant_offers"]);
    });
    let problem = problem.refusal(422, "category_unoffered");
    assert_eq!(problem["field"], "/categories");
    assert_eq!(problem["category"], "relevant_offers");
}

#[test]
fn a_category_that_the_notice_does_not_have_is_refused_whether_ticked_or_offered() {
    let business = server().business();
    for stranger in ["appointment_reminders", "no such thing", ""] {
        let ticked = refused(&business, |body| body["categories"] = json!(["order_updates", stranger]));
        assert_eq!(ticked.refusal(422, "category_unnoticed")["category"], stranger);
    }
    let offered = refused(&business, |body| body["offered"] = json!(["order_updates", "appointment_reminders"]));
    offered.refusal(422, "category_unnoticed");
}

#[test]
fn a_category_named_twice_is_refused() {
    let business = server().business();
    let ticked = refused(&business, |body| body["categories"] = json!(["order_updates", "order_updates"]));
    assert_eq!(ticked.refusal(422, "category_doubled")["category"], "order_updates");
    let offered = refused(&business, |body| body["offered"] = json!(["order_updates", "order_updates"]));
    offered.refusal(422, "category_doubled");
}

#[test]
fn a_number_that_cannot_exist_is_refused_with_its_field() {
    let business = server().business();
    let impossible = [
        json!({ "phone": "2012345", "country": "DK" }),
        json!({ "phone": "201234567", "country": "DK" }),
        json!({ "phone": "+45 20 12 34" }),
        json!({ "phone": "+1 555" }),
        json!({ "phone": "+999 123 456 789" }),
        json!({ "phone": "hello", "country": "DK" }),
        json!({ "phone": "20123456; drop table events", "country": "DK" }),
        json!({ "phone": "20123456" }),
        json!({ "phone": "1".repeat(5_000), "country": "DK" }),
    ];
    for subject in impossible {
        let problem = refused(&business, |body| body["subject"] = subject.clone()).refusal(422, "number_impossible");
        assert_eq!(problem["field"], "/subject/phone", "{subject}");
    }
}

#[test]
fn a_missing_number_is_told_apart_from_an_impossible_one() {
    let business = server().business();
    for subject in [json!({ "phone": "", "country": "DK" }), json!({ "phone": "  " }), json!({}), Value::Null] {
        let problem = refused(&business, |body| body["subject"] = subject).refusal(422, "number_missing");
        assert_eq!(problem["field"], "/subject/phone");
    }
}

#[test]
fn an_unfit_member_is_refused_with_its_pointer() {
    let business = server().business();
    let unfit = [
        ("/subject/country", json!({ "subject": { "phone": TYPED, "country": "XX" } })),
        ("/page", json!({ "page": "javascript:alert(1)" })),
        ("/page", json!({ "page": "/checkout" })),
        ("/page", json!({ "page": "data:text/html,x" })),
        ("/page", json!({ "page": "file:///etc/passwd" })),
        ("/page", json!({ "page": "blob:https://shop.example/1b9d" })),
        ("/page", json!({ "page": format!("https://shop.example/{}", "x".repeat(2_000)) })),
        ("/page", json!({ "page": 7 })),
        ("/context", json!({ "context": ["1", "2", "3", "4", "5", "6"] })),
        ("/context", json!({ "context": ["x".repeat(300)] })),
        ("/categories", json!({ "categories": "order_updates" })),
        ("/categorys", json!({ "categorys": ["order_updates"] })),
    ];
    for (field, members) in unfit {
        let reply = refused(&business, |body| {
            for (name, value) in members.as_object().unwrap() {
                body[name] = value.clone();
            }
        });
        assert_eq!(reply.refusal(422, "field_invalid")["field"], field, "{members}");
    }
}

#[test]
fn a_body_over_the_limit_is_refused_before_it_is_read() {
    let business = server().business();
    let mut body = business.submission(TYPED, &["order_updates"]);
    body["padding"] = "x".repeat(200_000).into();
    let reply = business.unchanged(|| business.consents().json(&body).send());
    let problem = reply.refusal(413, "body_too_large");
    assert!(problem["limit"].as_u64().is_some_and(|limit| limit < 200_000), "{problem}");
}

#[test]
fn a_body_of_another_type_is_refused() {
    let business = server().business();
    let body = business.submission(TYPED, &["order_updates"]).to_string();
    for content_type in ["text/plain", "text/plain;charset=UTF-8", "application/xml", "multipart/form-data; boundary=x"]
    {
        let reply = business.unchanged(|| business.consents().raw(content_type, body.clone()).send());
        reply.refusal(415, "type_unsupported");
    }
}

#[test]
fn a_body_that_is_not_json_is_refused() {
    let business = server().business();
    let deep = "[".repeat(10_000);
    for body in ["", "{", "null", "[]", "\"text\"", "{\"notice\":}", "\u{feff}{}", deep.as_str()] {
        let reply = business.unchanged(|| business.consents().raw("application/json", body).send());
        reply.refusal(400, "body_malformed");
    }
    let reply = business.unchanged(|| business.consents().raw("application/json", [b'{', 0xff, b'}']).send());
    reply.refusal(400, "body_malformed");
}

#[test]
fn a_json_type_with_parameters_is_json() {
    let business = server().business();
    let body = business.submission(TYPED, &["order_updates"]).to_string();
    business.consents().raw("application/json; charset=utf-8", body).send().expect(201);
}

#[test]
fn a_method_that_an_address_does_not_take_is_refused_and_the_right_ones_are_named() {
    let business = server().business();
    let cases = [
        ("GET", "/consents", "POST"),
        ("DELETE", "/notice", "GET"),
        ("POST", "/export", "GET"),
        ("GET", "/lookups", "POST"),
        ("POST", "", "PUT"),
    ];
    for (method, path, allowed) in cases {
        let reply = server().call(method, &business.api(path)).send();
        reply.refusal(405, "method_not_allowed");
        let allow = reply.header("allow");
        assert!(allow.split(", ").any(|name| name == allowed), "{method} {path}: Allow: {allow}");
    }
}

#[test]
fn an_address_that_leads_nowhere_is_not_found() {
    for path in ["/v1", "/v1/nordlys/nothing", "/v2/nordlys/notice", "/assets/x/y.js", "/a/b/c/d"] {
        server().get(path).send().refusal(404, "not_found");
    }
}

#[test]
fn a_refused_submission_among_good_ones_spoils_none() {
    let business = server().business();
    let good = business.submission(TYPED, &CATEGORIES);
    let mut bad = good.clone();
    bad["categories"] = json!(["appointment_reminders"]);
    std::thread::scope(|scope| {
        let posters: Vec<_> = (0..12)
            .map(|number| {
                let (business, body) = (&business, if number % 3 == 0 { &bad } else { &good });
                scope.spawn(move || (number % 3 == 0, business.consents().json(body).send().status))
            })
            .collect();
        for poster in posters {
            let (is_bad, status) = poster.join().unwrap();
            assert_eq!(status, if is_bad { 422 } else { 201 });
        }
    });
    assert_eq!(business.events().iter().filter(|event| event["kind"] == "opted_in").count(), 8);
}
