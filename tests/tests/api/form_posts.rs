//! Plain form posts, for browsers that run no script or may not fetch.

use jatak_tests::business::{KEPT, SHOP, TYPED};
use jatak_tests::page::Page;
use jatak_tests::{Business, Reply};

use super::server;

/// The fields of a submission as the form sends them.
fn fields(business: &Business<'_>) -> Vec<(String, String)> {
    let fields = [
        ("notice", business.notice_id()),
        ("offered", "order_updates".into()),
        ("offered", "relevant_offers".into()),
        ("category", "relevant_offers".into()),
        ("country", "DK".into()),
        ("phone", TYPED.into()),
        ("page", "https://shop.example/checkout?x=1".into()),
        ("idempotency_key", "0123456789abcdef0123456789abcdef".into()),
    ];
    fields.map(|(name, value)| (name.to_owned(), value)).into()
}

fn post(business: &Business<'_>, origin: Option<&str>, fields: &[(String, String)]) -> Reply {
    let call = server().post(&business.api("/consents")).header("Accept-Language", "en").form(fields);
    match origin {
        Some(origin) => call.origin(origin).send(),
        None => call.send(),
    }
}

#[test]
fn a_form_from_a_listed_page_or_the_edges_own_leads_to_the_receipt() {
    for (origin, source) in [(SHOP, "widget"), (server().edge.as_str(), "hosted")] {
        let business = server().business();
        let reply = post(&business, Some(origin), &fields(&business)).expect(303);
        let path = business.path_of(&reply.header("location"));
        assert!(path.starts_with(&format!("/{}/c/", business.slug)), "{path}");
        assert!(Page::of(&server().get(&path).send().expect(200)).text().contains("Testhuset"));
        business.assert_states(KEPT, &[("relevant_offers", "granted")]);
        let row = business.rows("kind=events").pop().unwrap();
        assert_eq!(row["source"], source);
        assert_eq!(row["page"], "https://shop.example/checkout");
    }
}

#[test]
fn a_form_sent_twice_with_the_same_key_is_one_event_and_one_receipt() {
    let business = server().business();
    let first = post(&business, Some(SHOP), &fields(&business)).expect(303);
    let again = business.unchanged(|| post(&business, Some(SHOP), &fields(&business)).expect(303));
    assert_eq!(first.header("location"), again.header("location"));
}

#[test]
fn a_form_whose_page_is_hidden_is_confirmed_on_the_edges_own_page() {
    for origin in [None, Some("null")] {
        let business = server().business();
        let reply = business.unchanged(|| post(&business, origin, &fields(&business)).expect(200));
        assert!(reply.header("cache-control").contains("no-store"));
        let page = Page::of(&reply);
        let title = business.notice("en")["categories"][1]["title"].as_str().unwrap().to_owned();
        assert!(page.text().contains(&title), "it says what is about to be agreed to: {}", page.text());
        assert!(!page.text().contains("20 12 34 56"), "and shows the number masked, if at all");

        let confirm = page.form("Yes please");
        let done = confirm.submit(server(), &business.api("/consents")).expect(303);
        assert!(done.header("location").contains("/c/"));
        business.assert_states(KEPT, &[("relevant_offers", "granted")]);
        let row = business.rows("kind=events").pop().unwrap();
        assert_eq!(row["page"], "https://shop.example/checkout", "the page is carried along");
    }
}

#[test]
fn a_confirm_step_pressed_twice_records_once() {
    let business = server().business();
    let page = Page::of(&post(&business, None, &fields(&business)).expect(200));
    let confirm = page.form("Yes please");
    confirm.submit(server(), &business.api("/consents")).expect(303);
    business.unchanged(|| confirm.submit(server(), &business.api("/consents")).expect(303));
}

#[test]
fn a_form_from_a_foreign_page_is_refused_as_a_page() {
    let business = server().business();
    let reply = business.unchanged(|| post(&business, Some("https://evil.example"), &fields(&business)));
    assert_eq!(reply.status, 403);
    assert!(Page::of(&reply).text().contains("Nothing was saved"), "{}", reply.text());
}

#[test]
fn a_form_with_something_wrong_comes_back_with_what_was_typed_and_nothing_ticked_that_was_not() {
    let business = server().business();
    let cases: [(&str, &str, &str); 2] = [("phone", "20 12", "number"), ("category", "", "Tick at least one")];
    for (field, value, said) in cases {
        let mut fields = fields(&business);
        fields.retain(|(name, _)| name != field);
        if !value.is_empty() {
            fields.push((field.to_owned(), value.to_owned()));
        }
        let reply = business.unchanged(|| post(&business, Some(&server().edge), &fields));
        assert_eq!(reply.status, 422, "{field}");
        let page = Page::of(&reply);
        assert!(page.text().contains(said), "{field}: {}", page.text());
        let form = page.form("Yes please");
        assert_eq!(form.value("phone"), Some(if field == "phone" { "20 12" } else { TYPED }), "typed text is kept");
        // Rule 1: a box is ticked only by the shopper, just now; the submission was the shopper's own.
        assert!(form.ticked().iter().all(|id| *id == "relevant_offers"), "{:?}", form.ticked());
    }
}

#[test]
fn a_form_under_an_outdated_notice_comes_back_with_the_new_text_unticked() {
    let business = server().business();
    let old = fields(&business);
    business.change(|settings| settings["name"] = "Testhuset Ny".into());
    let reply = business.unchanged(|| post(&business, Some(&server().edge), &old));
    assert_eq!(reply.status, 409);
    let page = Page::of(&reply);
    assert!(page.text().contains("changed") && page.text().contains("Testhuset Ny"), "{}", page.text());
    let form = page.form("Yes please");
    assert!(form.ticked().is_empty(), "a new text is a new question");
    assert_eq!(form.value("notice"), Some(business.notice_id().as_str()));
}

#[test]
fn a_forged_form_field_is_refused() {
    let business = server().business();
    for (name, value) in [("category", "appointment_reminders"), ("offered", "appointment_reminders"), ("notice", "x")]
    {
        let mut fields = fields(&business);
        fields.retain(|(field, _)| field != name || name == "offered");
        fields.push((name.into(), value.into()));
        let reply = business.unchanged(|| post(&business, Some(SHOP), &fields));
        assert_eq!(reply.status, 422, "{name}={value}");
    }
}

#[test]
fn a_form_needs_no_offered_fields_and_no_key() {
    let business = server().business();
    let notice = business.notice_id();
    let few = [("notice", notice.as_str()), ("category", "order_updates"), ("phone", KEPT)];
    server().post(&business.api("/consents")).origin(SHOP).form(&few).send().expect(303);
    business.assert_states(KEPT, &[("order_updates", "granted")]);
}

#[test]
fn a_refusal_that_the_form_has_no_words_for_speaks_its_language_and_leads_back_to_it() {
    let business = server().business();
    let said = |category: &str| {
        let mut fields = fields(&business);
        fields.push(("locale".into(), "da".into()));
        fields.iter_mut().filter(|(name, _)| name == "category").for_each(|(_, value)| *value = category.to_owned());
        fields
    };
    post(&business, Some(&server().edge), &said("relevant_offers")).expect(303);
    // The same key for something else.
    let refused = post(&business, Some(&server().edge), &said("order_updates"));
    assert!(refused.status >= 400, "{}", refused.status);
    let page = Page::of(&refused);
    assert_eq!(page.select("html")[0].attr("lang"), Some("da"), "{}", page.text());
    let again = page.select("a.again")[0];
    assert_eq!(again.attr("href"), Some(format!("{}/{}?locale=da", server().edge, business.slug).as_str()));
    assert_eq!(again.text().collect::<String>(), "Åbn formularen igen");
}
