//! Limits: they hold from the first day, say when to come back, and never turn a no away.

use jatak_tests::business::{KEPT, SHOP, TYPED};
use jatak_tests::page::Page;
use jatak_tests::{Business, Reply, Server};
use serde_json::Value;

/// The header that names the source of a request where the edge is deployed.
const SOURCE: &str = "cf-connecting-ip";

fn submit(business: &Business<'_>, source: &str, body: &Value) -> Reply {
    business.consents().header(SOURCE, source).json(body).send()
}

/// Asserts that this is a limit reached.
#[track_caller]
fn assert_limited(reply: &Reply) {
    let problem = reply.refusal(429, "rate_limited");
    let wait: u64 = reply.header("retry-after").parse().expect("Retry-After says in how many seconds");
    assert!((1..=86_400).contains(&wait), "{wait}");
    assert_eq!(problem["retry_after"], wait);
}

#[test]
fn one_source_may_submit_a_burst_and_then_has_to_wait_while_another_does_not() {
    let server = Server::start(&[]);
    let business = server.business();
    let notice = business.notice_id();
    let body = |number: u32| {
        let mut body = business.submission("", &["order_updates"]);
        body["notice"] = notice.clone().into();
        body["subject"] = serde_json::json!({ "phone": format!("+4520{number:06}") });
        body
    };
    let mut recorded = 0;
    // One a second comes back while this runs; two hundred in a few seconds pass any bucket meant for people.
    let limited = (0..200).find_map(|number| {
        let reply = submit(&business, "192.0.2.1", &body(number));
        recorded += u64::from(reply.status == 201);
        (reply.status != 201).then_some(reply)
    });
    assert_limited(&limited.expect("a limit within 200 submissions"));
    assert!(recorded >= 10, "a queue of people behind one address gets through: {recorded}");
    let kept = business.events().iter().filter(|event| event["kind"] == "opted_in").count() as u64;
    assert_eq!(kept, recorded, "what was refused left no trace");

    submit(&business, "192.0.2.2", &body(900_000)).expect(201);
    // The business itself is no source of shoppers.
    let keyed = server.post(&business.api("/consents")).header(SOURCE, "192.0.2.1").key(&business.key);
    keyed.json(&body(900_001)).send().expect(201);
}

#[test]
fn one_number_may_be_submitted_a_few_times_a_day_and_a_no_is_never_turned_away() {
    let server = Server::start(&[]);
    let business = server.business();
    let body = business.submission(TYPED, &["order_updates", "relevant_offers"]);
    let first = submit(&business, "192.0.2.10", &body).expect(201).json();
    let mut recorded = 1;
    let limited = (11..111).find_map(|host| {
        let reply = submit(&business, &format!("192.0.2.{host}"), &body);
        recorded += u32::from(reply.status == 201);
        (reply.status != 201).then_some(reply)
    });
    assert_limited(&limited.expect("a limit on one number"));
    assert!((3..=30).contains(&recorded), "a few a day: {recorded}");
    // Another number is not held back, nor what the business itself vouches for.
    submit(&business, "192.0.2.200", &business.submission("30 12 34 56", &["order_updates"])).expect(201);
    business.post("/consents", &body).expect(201);

    // A form post is told as a page.
    let notice = business.notice_id();
    let fields = [("notice", notice.as_str()), ("category", "order_updates"), ("phone", KEPT)];
    let form = server.post(&business.api("/consents")).origin(SHOP).header(SOURCE, "192.0.2.201");
    let page = form.header("Accept-Language", "en").form(&fields).send().expect(429);
    assert!(!page.header("retry-after").is_empty());
    assert!(Page::of(&page).text().contains("Too many"), "{}", page.text());

    // Withdrawing goes through, from the very source and number that are held back.
    let path = business.receipt(&first);
    let open =
        || Page::of(&server.get(&path).header(SOURCE, "192.0.2.10").header("Accept-Language", "en").send().expect(200));
    let title = business.notice("en")["categories"][0]["title"].as_str().unwrap().to_owned();
    let answer = open().form(&title).submit(&server, &path);
    assert!(matches!(answer.status, 200 | 303), "{}", answer.text());
    business.assert_states(KEPT, &[("order_updates", "withdrawn"), ("relevant_offers", "granted")]);
    for _ in 0..60 {
        let answer = open().form("Stop everything").submit(&server, &path);
        assert!(matches!(answer.status, 200 | 303), "{}", answer.text());
        if !open().offers("Stop everything") {
            break;
        }
    }
    assert!(business.states(KEPT).values().all(|state| state == "withdrawn"));
}

#[test]
fn reading_pages_and_forms_is_not_held_back_by_submissions() {
    let server = Server::start(&[]);
    let business = server.business();
    let body = business.submission(TYPED, &["order_updates"]);
    while submit(&business, "192.0.2.50", &body).status == 201 {}
    for path in [format!("/{}", business.slug), business.api("/form"), business.api("/notice")] {
        server.get(&path).header(SOURCE, "192.0.2.50").send().expect(200);
    }
}
