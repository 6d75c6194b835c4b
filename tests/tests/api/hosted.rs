//! The hosted page: the same form without a shop and without a script.

use jatak_tests::business::{CATEGORIES, KEPT, TYPED};
use jatak_tests::page::Page;

use super::server;

#[test]
fn the_hosted_form_is_sent_as_it_stands_and_leads_to_the_receipt() {
    let business = server().business();
    let path = format!("/{}?locale=en", business.slug);
    let reply = server().get(&path).send().expect(200);
    let page = Page::of(&reply);
    let form = page.form("Yes please");
    assert_eq!(form.boxes.iter().map(|tickbox| tickbox.value.as_str()).collect::<Vec<_>>(), CATEGORIES);
    assert!(form.ticked().is_empty(), "nothing is ticked");
    let form = form.fill("phone", TYPED).fill("country", "DK").tick("order_updates", true).tick("back_in_stock", true);
    let answer = form.submit(server(), &path).expect(303);
    let receipt = Page::of(&server().get(&business.path_of(&answer.header("location"))).send().expect(200));
    assert!(receipt.text().contains("Testhuset"));
    business.assert_states(KEPT, &[("order_updates", "granted"), ("back_in_stock", "granted")]);
    assert_eq!(business.rows("kind=events").pop().unwrap()["source"], "hosted");
    assert_eq!(business.rows("kind=events").pop().unwrap()["notice_id"], business.notice_id());
}

#[test]
fn the_hosted_page_says_everything_that_the_notice_says() {
    let business = server().business();
    for locale in ["da", "en"] {
        let page = Page::of(&server().get(&format!("/{}?locale={locale}", business.slug)).send().expect(200));
        assert!(page.has(&format!("html[lang={locale}]")));
        let (text, notice) = (page.text(), business.notice(locale));
        for sentence in ["statement", "not_a_condition", "withdrawal", "privacy", "controller"] {
            let sentence = notice[sentence].as_str().unwrap();
            assert!(text.contains(sentence), "{sentence} in {text}");
        }
        for category in notice["categories"].as_array().unwrap() {
            for part in ["title", "value", "frequency"] {
                assert!(text.contains(category[part].as_str().unwrap()), "{part} of {category}");
            }
        }
        assert!(page.has("a[href=\"https://testhuset.example/privatliv\"]"));
    }
}

#[test]
fn every_visit_has_a_fresh_idempotency_key_and_is_kept_nowhere() {
    let business = server().business();
    let open = || server().get(&format!("/{}", business.slug)).send().expect(200);
    let key = |reply: &jatak_tests::Reply| {
        let forms = Page::of(reply).forms();
        forms.iter().find_map(|form| form.value("idempotency_key").map(str::to_owned)).expect("a key")
    };
    let (one, other) = (open(), open());
    assert_ne!(key(&one), key(&other));
    assert!(key(&one).len() >= 22, "at least 128 bits");
    assert!(one.header("cache-control").contains("no-store"), "{}", one.header("cache-control"));
}

#[test]
fn a_form_sent_twice_from_one_visit_is_one_event() {
    let business = server().business();
    let path = format!("/{}?locale=en", business.slug);
    let page = Page::of(&server().get(&path).send().expect(200));
    let form = page.form("Yes please").fill("phone", KEPT).tick("order_updates", true);
    let first = form.submit(server(), &path).expect(303);
    let again = business.unchanged(|| form.submit(server(), &path).expect(303));
    assert_eq!(first.header("location"), again.header("location"));
}

#[test]
fn the_page_remembers_which_poster_led_to_it() {
    let business = server().business();
    let path = format!("/{}?locale=en&source=poster-7", business.slug);
    let page = Page::of(&server().get(&path).send().expect(200));
    page.form("Yes please").fill("phone", KEPT).tick("order_updates", true).submit(server(), &path).expect(303);
    let row = business.rows("kind=events").pop().unwrap();
    assert!(row.values().any(|value| value.contains("poster-7")), "{row:?}");
    let long = server().get(&format!("/{}?source={}", business.slug, "x".repeat(5_000))).send();
    assert!(matches!(long.status, 200 | 414 | 422), "{}", long.status);
    assert!(!long.text().contains(&"x".repeat(200)), "what is reflected is bounded");
}
