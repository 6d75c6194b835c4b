//! The receipt page, over plain HTTP and forms: what a shopper can do with it, and that looking at it does nothing.

use jatak_tests::business::{KEPT, TYPED};
use jatak_tests::page::Page;
use jatak_tests::{Business, Reply};

use super::server;

/// Opens a page in English.
fn open(path: &str) -> Page {
    Page::of(&get(path).expect(200))
}

fn get(path: &str) -> Reply {
    server().get(path).header("Accept-Language", "en").send()
}

/// Presses a button of a page, and opens where it leads.
fn press(path: &str, button: &str) -> Page {
    let answer = open(path).form(button).submit(server(), path);
    assert!(matches!(answer.status, 200 | 303), "{}: {}", answer.status, answer.text());
    match answer.header("location") {
        location if location.is_empty() => Page::of(&answer),
        location => open(
            &Business { server: server(), slug: String::new(), id: String::new(), key: String::new() }
                .path_of(&location),
        ),
    }
}

#[test]
fn a_receipt_shows_what_was_agreed_to_and_masks_the_number() {
    let business = server().business();
    let answer = business.opt_in(TYPED, &["order_updates", "back_in_stock"]);
    let page = open(&business.receipt(&answer));
    let text = page.text();
    let notice = business.notice("en");
    for (index, shown) in [(0, true), (1, false), (2, false), (3, true)] {
        let title = notice["categories"][index]["title"].as_str().unwrap();
        assert_eq!(text.contains(title), shown, "{title} in: {text}");
    }
    assert!(text.contains("Testhuset") && text.contains("WhatsApp"));
    assert!(text.contains(answer["id"].as_str().unwrap()), "the number of the record");
    assert!(text.contains("56") && !page.source().contains("123456") && !text.contains("20 12"), "{text}");
}

#[test]
fn opening_a_receipt_three_times_changes_nothing() {
    let business = server().business();
    let answer = business.opt_in(TYPED, &["order_updates"]);
    let path = business.receipt(&answer);
    let pages = business.unchanged(|| [0; 3].map(|_| get(&path).expect(200).text().to_owned()));
    assert_eq!(pages[0], pages[1]);
    assert_eq!(pages[1], pages[2]);
    business.assert_states(KEPT, &[("order_updates", "granted")]);
}

#[test]
fn withdrawing_one_category_withdraws_just_that_one() {
    let business = server().business();
    let answer = business.opt_in(TYPED, &["order_updates", "relevant_offers"]);
    let title = business.notice("en")["categories"][1]["title"].as_str().unwrap().to_owned();
    let path = business.receipt(&answer);
    let page = press(&path, &title);
    assert!(page.text().contains("said no"), "{}", page.text());
    business.assert_states(KEPT, &[("order_updates", "granted"), ("relevant_offers", "withdrawn")]);
    let row = business.rows("kind=events").pop().unwrap();
    assert_eq!((row["source"].as_str(), row["category"].as_str()), ("receipt", "relevant_offers"));
    let after = open(&path);
    assert!(!after.offers(&title), "no button for what is withdrawn: {}", after.text());
}

#[test]
fn withdrawing_the_same_twice_is_answered_the_same_and_recorded_once() {
    let business = server().business();
    let path = business.receipt(&business.opt_in(TYPED, &["order_updates"]));
    let form = open(&path).form("No thanks");
    let first = form.submit(server(), &path);
    let second = business.unchanged(|| form.submit(server(), &path));
    assert_eq!(first.status, second.status);
    business.assert_states(KEPT, &[("order_updates", "withdrawn")]);
}

#[test]
fn a_receipt_takes_a_post_from_anywhere_since_its_token_says_enough() {
    let business = server().business();
    for (number, origin) in [(21, None), (22, Some("null")), (23, Some("https://mail.example"))] {
        let phone = format!("+45201234{number}");
        let path = business.receipt(&business.opt_in(&phone, &["order_updates"]));
        let answer = open(&path).form("No thanks").submit_from(server(), &path, origin);
        assert!(matches!(answer.status, 200 | 303), "{origin:?}: {}", answer.text());
        business.assert_states(&phone, &[("order_updates", "withdrawn")]);
    }
}

#[test]
fn a_receipt_can_stop_everything() {
    let business = server().business();
    business.opt_in(TYPED, &["back_in_stock"]);
    let path = business.receipt(&business.opt_in(TYPED, &["order_updates"]));
    let page = press(&path, "Stop everything");
    assert!(page.text().contains("stopped everything"), "{}", page.text());
    let states = business.states(KEPT);
    assert!(states.values().all(|state| state == "withdrawn"), "{states:?}");
    assert!(!open(&path).offers("Stop everything"));
}

#[test]
fn a_receipt_never_grants() {
    let business = server().business();
    let path = business.receipt(&business.opt_in(TYPED, &["order_updates"]));
    business.opt_out(KEPT, &["order_updates"]);
    for fields in [
        vec![("category", "relevant_offers")],
        vec![("grant", "order_updates")],
        vec![("ticked", "order_updates"), ("shown", "order_updates")],
        vec![("shown_granted", ""), ("category", "order_updates"), ("save", "1")],
    ] {
        server().post(&path).origin(&server().edge).form(&fields).send();
    }
    business.assert_states(KEPT, &[("order_updates", "withdrawn")]);
}

#[test]
fn a_receipt_withdraws_nothing_that_its_submission_did_not_ask_for() {
    let business = server().business();
    business.opt_in(TYPED, &["relevant_offers"]);
    let path = business.receipt(&business.opt_in(TYPED, &["order_updates"]));
    let mut form = open(&path).form("No thanks");
    for (_, value) in &mut form.fields {
        if value == "order_updates" {
            *value = "relevant_offers".into();
        }
    }
    let answer = business.unchanged(|| form.submit(server(), &path));
    assert_eq!(answer.status, 422, "{}", answer.text());
    business.assert_states(KEPT, &[("order_updates", "granted"), ("relevant_offers", "granted")]);
}

#[test]
fn a_receipt_says_nothing_of_what_came_after_by_other_ways() {
    let business = server().business();
    let path = business.receipt(&business.opt_in(TYPED, &["order_updates"]));
    let before = get(&path).text().to_owned();
    business.opt_out(KEPT, &["order_updates"]);
    business.opt_in(TYPED, &["back_in_stock"]);
    assert_eq!(get(&path).text(), before);
}

#[test]
fn a_receipt_outlives_a_change_of_the_notice_and_shows_the_text_of_then() {
    let business = server().business();
    let path = business.receipt(&business.opt_in(TYPED, &["order_updates"]));
    let title = business.notice("en")["categories"][0]["title"].as_str().unwrap().to_owned();
    business.change(|settings| {
        settings["categories"][0]["wording"] = serde_json::json!({ "en": { "title": "Parcel news" } });
    });
    let page = open(&path);
    assert!(page.text().contains(&title) && !page.text().contains("Parcel news"), "{}", page.text());
    press(&path, "No thanks");
    business.assert_states(KEPT, &[("order_updates", "withdrawn")]);
}

#[test]
fn a_no_by_receipt_is_lifted_by_a_typed_yes() {
    let business = server().business();
    let path = business.receipt(&business.opt_in(TYPED, &["order_updates"]));
    press(&path, "No thanks");
    business.assert_states(KEPT, &[("order_updates", "withdrawn")]);
    business.opt_in(TYPED, &["order_updates"]);
    business.assert_states(KEPT, &[("order_updates", "granted")]);
}

#[test]
fn a_receipt_speaks_the_language_that_is_asked_for() {
    let business = server().business();
    let path = business.receipt(&business.opt_in(TYPED, &["order_updates"]));
    for (query, lang) in [("?locale=da", "da"), ("?locale=en", "en")] {
        let page = Page::of(&server().get(&format!("{path}{query}")).send().expect(200));
        assert!(page.has(&format!("html[lang={lang}]")), "{query}");
    }
}
