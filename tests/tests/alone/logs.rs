//! What the edge logs: enough to run it, nothing of a person and no secret.

use jatak_tests::business::{KEPT, SHOP};
use jatak_tests::page::Page;
use jatak_tests::{Server, wait};
use serde_json::json;

#[test]
fn the_log_tells_of_requests_and_holds_no_number_no_token_no_key_and_no_address() {
    let server = Server::start(&["--no-limits"]);
    let business = server.business();
    let answer = business.opt_in("20 12 34 56", &["order_updates", "relevant_offers"]);
    let receipt = business.receipt(&answer);
    let choices = business.choices(KEPT);
    let get =
        |path: &str| server.get(path).header("Accept-Language", "en").header("cf-connecting-ip", "203.0.113.77").send();
    let page = Page::of(&get(&receipt).expect(200));
    let title = business.notice("en")["categories"][0]["title"].as_str().unwrap().to_owned();
    page.form(&title).submit(&server, &receipt);
    Page::of(&get(&choices).expect(200)).form("Save").tick("back_in_stock", true).submit(&server, &choices);
    business.lookup(KEPT);
    business.opt_out(KEPT, &["relevant_offers"]);
    business.export("format=csv&kind=events");
    let key = business.make_key(&["read"])["key"].as_str().unwrap().to_owned();
    server.get(&business.api("/events")).key(&key).send();

    // Things that go wrong are where secrets slip into logs.
    for phone in ["20123456999", "+4520123456", "+452012"] {
        let mut body = business.submission(phone, &["order_updates"]);
        body["notice"] = "x".into();
        business.consents().json(&body).send();
    }
    business.consents().raw("application/json", r#"{"subject":{"phone":"+4520123456"},"#).send();
    business.post("/lookups", &json!({ "phone": ["+4520123456"] }));
    business.post("/opt-outs", &json!({ "phone": KEPT, "categories": ["nothing"] }));
    server.get(&format!("{receipt}x")).send();
    server.get(&format!("/v1/{}/export?phone=+4520123456", business.slug)).key(&business.key).send();
    server.get(&business.api("/export")).key("jatak_wrong_key_wrong_key_wrong_key_wrong_key_00").send();
    let fields = [("phone", KEPT), ("category", "order_updates"), ("notice", "x")];
    server.post(&business.api("/consents")).origin(SHOP).form(&fields).send();
    server.get("/v1/the-last-one/notice").send();

    wait::until("the log tells of the last request", || server.log().contains("404"));
    let log = server.log();
    let token = |path: &str| path.rsplit('/').next().unwrap().to_owned();
    let (receipt, choices) = (token(&receipt), token(&choices));
    let secrets = [
        "20123456",
        "20 12 34 56",
        "4520",
        "203.0.113.77",
        "jatak_wrong",
        receipt.as_str(),
        choices.as_str(),
        key.as_str(),
        business.key.as_str(),
        server.admin.as_str(),
        "shop.example/checkout",
    ];
    for secret in secrets {
        if let Some(line) = log.lines().find(|line| line.contains(secret)) {
            panic!("{secret} in the log: {line}");
        }
    }
}

#[test]
fn each_line_of_the_log_is_one_json_object() {
    let server = Server::start(&["--no-limits"]);
    let business = server.business();
    for number in 0..4 {
        server.get(&format!("/v1/nobody-{number}/notice")).send().expect(404);
        business.consents().json(&serde_json::json!({})).send().expect(422);
    }
    let lines = wait::for_some("lines of requests", || {
        let log = server.log();
        let lines: Vec<String> =
            log.lines().filter(|line| line.contains("/v1/{business}")).map(str::to_owned).collect();
        (lines.len() > 2).then_some(lines)
    });
    for line in lines {
        let start = line.find('{').unwrap_or_else(|| panic!("no JSON: {line}"));
        let parsed: serde_json::Value =
            serde_json::from_str(&line[start..]).unwrap_or_else(|error| panic!("{error}: {line}"));
        assert!(parsed.is_object(), "{line}");
    }
}
