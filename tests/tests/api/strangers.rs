//! Two strangers who submit the same number learn nothing of each other: whatever stands behind a number, answers and
//! pages are the same to the byte, apart from ids, times and tokens.

use jatak_tests::business::{CATEGORIES, SHOP};
use jatak_tests::page::Page;
use jatak_tests::{Business, Reply};
use serde_json::json;

use super::server;

/// Two numbers with the same ending, so that they are masked the same.
const KNOWN: &str = "+4520123456";
const UNKNOWN: &str = "+4530123456";

/// Gives a number every kind of past.
fn give_a_past(business: &Business<'_>, phone: &str) {
    let answer = business.opt_in(phone, &CATEGORIES);
    let path = business.receipt(&answer);
    let page = Page::of(&server().get(&path).header("Accept-Language", "en").send().expect(200));
    let title = business.notice("en")["categories"][0]["title"].as_str().unwrap().to_owned();
    page.form(&title).submit(server(), &path);
    business.opt_out(phone, &["relevant_offers"]);
    let choices = business.choices(phone);
    let page = Page::of(&server().get(&choices).header("Accept-Language", "en").send().expect(200));
    page.form("Save").tick("back_in_stock", false).submit(server(), &choices);
    business.opt_out_of_everything(phone);
}

/// What a reply says, with everything taken out that differs between any two submissions.
fn comparable(reply: &Reply, secrets: &[&str]) -> String {
    let mut said = format!("{}\n", reply.status);
    let mut headers: Vec<_> = reply.headers.keys().map(|name| name.as_str().to_owned()).collect();
    headers.sort();
    for name in headers.iter().filter(|name| !matches!(name.as_str(), "date" | "location" | "set-cookie")) {
        said.extend([name, ": ", &reply.header(name), "\n"]);
    }
    said.push_str(reply.text());
    for secret in secrets {
        said = said.replace(secret, "…");
    }
    without_hours(&said)
}

/// The text with every `12:34` replaced, which pages show as times.
fn without_hours(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let is_hour = |at: usize| {
        let digit = |offset: usize| letters.get(at + offset).is_some_and(char::is_ascii_digit);
        digit(0) && digit(1) && letters.get(at + 2) == Some(&':') && digit(3) && digit(4)
    };
    let mut out = String::new();
    let mut at = 0;
    while at < letters.len() {
        if is_hour(at) {
            out.push_str("hh:mm");
            at += 5;
        } else {
            out.push(letters[at]);
            at += 1;
        }
    }
    out
}

/// Submits for a number and does with the receipt what one can; returns everything that was seen on the way.
fn seen(business: &Business<'_>, phone: &str) -> Vec<String> {
    let mut all = Vec::new();
    let reply = business.consents().json(&business.submission(phone, &["order_updates", "back_in_stock"])).send();
    let answer = reply.json();
    let text = |name: &str| answer[name].as_str().unwrap().to_owned();
    let (id, at, url) = (text("id"), text("recorded_at"), text("receipt_url"));
    let token = url.rsplit('/').next().unwrap().to_owned();
    let secrets = [token.as_str(), id.as_str(), at.as_str()];
    all.push(comparable(&reply, &secrets));
    let path = business.receipt(&answer);
    let get = || server().get(&path).header("Accept-Language", "en").send();
    all.push(comparable(&get(), &secrets));
    let title = business.notice("en")["categories"][0]["title"].as_str().unwrap().to_owned();
    all.push(comparable(&Page::of(&get()).form(&title).submit(server(), &path), &secrets));
    all.push(comparable(&get(), &secrets));
    all.push(comparable(&Page::of(&get()).form("Stop everything").submit(server(), &path), &secrets));
    all.push(comparable(&get(), &secrets));
    all
}

#[test]
fn answers_and_receipts_are_the_same_for_a_number_with_a_past_and_one_without() {
    let business = server().business();
    give_a_past(&business, KNOWN);
    let (known, unknown) = (seen(&business, KNOWN), seen(&business, UNKNOWN));
    for (step, (known, unknown)) in known.iter().zip(&unknown).enumerate() {
        assert_eq!(known, unknown, "step {step}");
    }
}

#[test]
fn a_second_stranger_sees_the_same_as_the_first() {
    let business = server().business();
    let first = seen(&business, KNOWN);
    let second = seen(&business, KNOWN);
    assert_eq!(first, second);
}

#[test]
fn a_refusal_is_the_same_whatever_stands_behind_the_number() {
    let business = server().business();
    give_a_past(&business, KNOWN);
    let refusal = |phone: &str| {
        let mut body = business.submission(phone, &["appointment_reminders"]);
        body["context"] = json!(["x"]);
        comparable(&business.consents().json(&body).send(), &[])
    };
    assert_eq!(refusal(KNOWN), refusal(UNKNOWN));
}

#[test]
fn the_form_post_and_its_page_are_the_same_too() {
    let business = server().business();
    give_a_past(&business, KNOWN);
    let post = |phone: &str| {
        let notice = business.notice_id();
        let fields = [("notice", notice.as_str()), ("category", "order_updates"), ("phone", phone)];
        let reply = server().post(&business.api("/consents")).origin(SHOP).form(&fields).send().expect(303);
        let path = business.path_of(&reply.header("location"));
        let token = path.rsplit('/').next().unwrap().to_owned();
        let page = server().get(&path).header("Accept-Language", "en").send();
        let event = business.events().pop().unwrap();
        let hidden = [&token, event["event"]["id"].as_str().unwrap(), event["recorded_at"].as_str().unwrap()];
        (comparable(&reply, &hidden), comparable(&page, &hidden))
    };
    assert_eq!(post(KNOWN), post(UNKNOWN));
}
