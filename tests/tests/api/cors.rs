//! Which answers pages of other origins may read: what the widget needs, never what a key opens.

use jatak_tests::business::{SHOP, TYPED};

use super::server;

#[test]
fn what_the_widget_fetches_may_be_read_by_any_page() {
    let business = server().business();
    let notice = business.notice_id();
    for path in ["/form".to_owned(), "/notice".to_owned(), format!("/notices/{notice}")] {
        let reply = server().get(&business.api(&path)).origin("https://any.example").send().expect(200);
        assert_eq!(reply.header("access-control-allow-origin"), "*", "{path}");
        assert_eq!(reply.header("access-control-allow-credentials"), "", "{path}: no cookies are ever used");
    }
}

#[test]
fn a_submission_is_preflighted_with_what_it_sends() {
    let business = server().business();
    let preflight = server()
        .call("OPTIONS", &business.api("/consents"))
        .origin(SHOP)
        .header("Access-Control-Request-Method", "POST")
        .header("Access-Control-Request-Headers", "content-type,idempotency-key")
        .send();
    assert!(matches!(preflight.status, 200 | 204), "{}", preflight.status);
    let origin = preflight.header("access-control-allow-origin");
    assert!(origin == "*" || origin == SHOP, "{origin}");
    assert!(preflight.header("access-control-allow-methods").contains("POST"));
    let headers = preflight.header("access-control-allow-headers").to_lowercase();
    assert!(headers.contains("content-type") && headers.contains("idempotency-key"), "{headers}");
    assert!(!headers.contains("authorization"), "{headers}");
}

#[test]
fn the_answer_to_a_submission_may_be_read_by_the_shop_refused_or_not() {
    let business = server().business();
    let good = business.consents().json(&business.submission(TYPED, &["order_updates"])).send().expect(201);
    let bad = business.consents().json(&business.submission("1", &["order_updates"])).send().expect(422);
    let foreign = server()
        .post(&business.api("/consents"))
        .origin("https://evil.example")
        .json(&business.submission(TYPED, &["order_updates"]))
        .send()
        .expect(403);
    for reply in [good, bad, foreign] {
        let origin = reply.header("access-control-allow-origin");
        assert!(!origin.is_empty(), "{}: the widget must read why", reply.status);
    }
}

#[test]
fn what_a_key_opens_is_never_shared() {
    let business = server().business();
    for (method, path) in [
        ("GET", ""),
        ("GET", "/export?format=csv&kind=events"),
        ("GET", "/events?after=0&limit=1"),
        ("POST", "/lookups"),
        ("POST", "/links"),
        ("GET", "/keys"),
    ] {
        let call = server().call(method, &business.api(path)).origin(SHOP).key(&business.key);
        let call = if method == "POST" { call.json(&serde_json::json!({ "phone": "+4520123456" })) } else { call };
        let reply = call.send();
        assert!(reply.status < 300, "{method} {path}: {}", reply.text());
        assert_eq!(reply.header("access-control-allow-origin"), "", "{method} {path}");
        let preflight = server()
            .call("OPTIONS", &business.api(path))
            .origin(SHOP)
            .header("Access-Control-Request-Method", method)
            .header("Access-Control-Request-Headers", "authorization")
            .send();
        assert_eq!(preflight.header("access-control-allow-origin"), "", "OPTIONS {path}");
    }
}
