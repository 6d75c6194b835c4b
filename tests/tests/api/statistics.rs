//! How often a notice was shown, as browsers report it, beside how many opted in, as the ledger has it.

use std::collections::BTreeMap;

use jatak_tests::business::{KEPT, SHOP, TYPED};
use jatak_tests::page::Page;
use jatak_tests::{Business, Reply, wait};
use serde_json::{Value, json};

use super::server;

/// A report as the widget sends it: text to a browser, which asks no leave to send one.
fn report(business: &Business<'_>, body: &Value) -> Reply {
    let call = server().post(&business.api("/shown")).origin(SHOP);
    call.raw("text/plain;charset=UTF-8", body.to_string()).send()
}

fn statistics(business: &Business<'_>) -> Value {
    business.get("/statistics").expect(200).json()
}

/// How often each notice was shown and how many opted in, over all days: a test may run past midnight.
fn told(business: &Business<'_>, notice: &str) -> (u64, u64) {
    let statistics = statistics(business);
    let days = statistics["days"].as_array().unwrap().iter().filter(|day| day["notice"] == notice);
    days.fold((0, 0), |(shown, opted_in), day| {
        (shown + day["shown"].as_u64().unwrap(), opted_in + day["opted_in"].as_u64().unwrap())
    })
}

#[test]
fn a_business_sees_how_often_each_notice_was_shown_and_how_many_opted_in() {
    let business = server().business();
    let (english, danish) = (business.notice_id(), business.notice("da")["id"].as_str().unwrap().to_owned());
    assert_eq!(statistics(&business)["days"], json!([]));
    report(&business, &json!({ "notice": english })).expect(204);
    report(&business, &json!([{ "notice": english, "count": 3 }, { "notice": danish }])).expect(204);
    business.opt_in(TYPED, &["order_updates"]);
    business.opt_in("30 12 34 56", &["relevant_offers"]);
    wait::until("the reports are written", || told(&business, &english).0 == 4);
    assert_eq!(told(&business, &english), (4, 2));
    assert_eq!(told(&business, &danish), (1, 0));

    // Erased people are still counted as the events they were; nothing else is told of anybody.
    business.post("/erasures", &json!({ "phones": [KEPT] })).expect(200);
    assert_eq!(told(&business, &english), (4, 2));
    let statistics = statistics(&business);
    let day = &statistics["days"][0];
    assert_eq!(day.as_object().unwrap().keys().collect::<Vec<_>>(), ["day", "locale", "notice", "opted_in", "shown"]);
    assert!(["en", "da"].contains(&day["locale"].as_str().unwrap()));
    assert!(statistics["about"]["shown"].as_str().unwrap().contains("anybody can make them up"), "{statistics}");
}

/// How many noes each category got, over all days.
fn noes(business: &Business<'_>) -> BTreeMap<String, (u64, u64)> {
    let mut sums = BTreeMap::new();
    for noes in statistics(business)["noes"].as_array().unwrap() {
        let members: Vec<_> = noes.as_object().unwrap().keys().collect();
        assert_eq!(members, ["category", "day", "opt_outs", "stops"]);
        let (opt_outs, stops): &mut (u64, u64) = sums.entry(noes["category"].as_str().unwrap().to_owned()).or_default();
        *opt_outs += noes["opt_outs"].as_u64().unwrap();
        *stops += noes["stops"].as_u64().unwrap();
    }
    sums
}

#[test]
fn a_business_sees_how_many_noes_each_category_got_also_when_the_people_are_erased() {
    let business = server().business();
    assert_eq!(noes(&business), BTreeMap::new());
    let receipt = business.receipt(&business.opt_in(TYPED, &["order_updates", "relevant_offers"]));
    let page = server().get(&receipt).header("Accept-Language", "en").send().expect(200);
    let title = business.notice("en")["categories"][0]["title"].as_str().unwrap().to_owned();
    Page::of(&page).form(&title).submit(server(), &receipt);
    business.opt_out("+4530123456", &["relevant_offers"]);
    business.opt_out("+4540123456", &["relevant_offers"]);
    let expected = [("order_updates", (1, 0)), ("relevant_offers", (2, 0))];
    let expected: BTreeMap<_, _> = expected.map(|(id, sums)| (id.to_owned(), sums)).into();
    assert_eq!(noes(&business), expected);
    business.post("/erasures", &json!({ "phones": [KEPT, "+4530123456"] })).expect(200);
    assert_eq!(noes(&business), expected);

    business.opt_out_of_everything("+4540123456");
    let after = noes(&business);
    assert_eq!(after["*"], (1, 0));
    assert_eq!((after["order_updates"], after["relevant_offers"]), ((2, 0), (3, 0)));
}

#[test]
fn every_report_gets_the_same_answer_and_only_what_may_be_true_is_counted() {
    let business = server().business();
    let other = server().business();
    let (notice, foreign) = (business.notice_id(), other.notice_id());
    let path = business.api("/shown");
    let body = json!({ "notice": notice }).to_string();
    let mut replies: Vec<Reply> = [
        json!({ "notice": foreign }),
        json!({ "notice": "ab".repeat(32) }),
        json!({ "notice": notice, "count": 1_000_000 }),
        json!({ "notice": notice, "count": -1 }),
        json!({ "notice": notice, "phone": KEPT }),
        json!(vec![json!({ "notice": notice }); 21]),
        json!(null),
    ]
    .iter()
    .map(|body| report(&business, body))
    .collect();
    replies.push(server().post(&path).origin("https://evil.example").body(body.as_str()).send());
    replies.push(server().post(&path).origin(SHOP).body("{").send());
    replies.push(server().post(&path).origin(SHOP).body(" ".repeat(10_000)).send());
    replies.push(server().post("/v1/nobody-at-all/shown").origin(SHOP).body(body.as_str()).send());
    // These two count: a page that hides where it stands, and the edge's own.
    replies.push(server().post(&path).origin("null").body(body.as_str()).send());
    replies.push(server().post(&path).origin(&server().edge).body(body).send());
    let said = |reply: &Reply| {
        let names = ["cache-control", "access-control-allow-origin", "content-type", "set-cookie"];
        (reply.status, reply.body.clone(), names.map(|name| reply.header(name)))
    };
    for reply in &replies {
        assert_eq!(reply.status, 204);
        assert_eq!(said(reply), said(&replies[0]), "{}", reply.asked);
    }
    wait::until("what counts is written", || told(&business, &notice).0 > 0);
    assert_eq!(told(&business, &notice), (2, 0));
    assert_eq!(told(&business, &foreign).0 + told(&other, &foreign).0, 0);
}

#[test]
fn statistics_take_a_key_that_may_read_and_days_that_there_are() {
    let business = server().business();
    server().get(&business.api("/statistics")).send().refusal(401, "key_missing");
    let writer = business.make_key(&["write"])["key"].as_str().unwrap().to_owned();
    server().get(&business.api("/statistics")).key(&writer).send().refusal(403, "scope_missing");
    for (query, field) in [
        ("from=yesterday", "from"),
        ("to=2026-02-30", "to"),
        ("from=2026-11-02&to=2026-11-01", "from"),
        ("from=2020-01-01&to=2026-01-01", "from"),
        ("form=2026-11-01", "form"),
    ] {
        let problem = business.get(&format!("/statistics?{query}")).refusal(422, "field_invalid");
        assert_eq!(problem["field"], field, "{query}");
    }
    let asked = business.get("/statistics?from=2026-01-01&to=2026-01-31").expect(200).json();
    assert_eq!((&asked["from"], &asked["to"]), (&json!("2026-01-01"), &json!("2026-01-31")));
    let usual = statistics(&business);
    assert_ne!(usual["from"], usual["to"], "thirty days where nothing is said: {usual}");
}

#[test]
fn reports_leave_the_ledger_as_it_is() {
    let business = server().business();
    let notice = business.notice_id();
    business.unchanged(|| {
        report(&business, &json!({ "notice": notice, "count": 20 })).expect(204);
        wait::until("the report is written", || told(&business, &notice).0 == 20);
    });
}
