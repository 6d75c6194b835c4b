//! Settings: read, put, and refused with every fault.

use std::collections::BTreeSet;

use jatak_tests::business::{self, KEPT, TYPED};
use jatak_tests::page::Page;
use serde_json::json;

use super::server;

#[test]
fn settings_are_read_back_as_they_were_put() {
    let business = server().business();
    let read = business.settings();
    for (name, value) in business::settings().as_object().unwrap() {
        if name != "categories" {
            assert_eq!(&read[name], value, "{name}");
        }
    }
    let ids: Vec<_> = read["categories"].as_array().unwrap().iter().map(|category| &category["id"]).collect();
    assert_eq!(ids, business::CATEGORIES);
}

#[test]
fn putting_the_same_again_publishes_nothing() {
    let business = server().business();
    let notices = [business.notice("da"), business.notice("en")];
    let settings = business.settings();
    business.unchanged(|| business.put(&settings).expect(200));
    business.unchanged(|| business.put(&business::settings()).expect(200));
    assert_eq!([business.notice("da"), business.notice("en")], notices);
}

#[test]
fn a_change_is_recorded_and_publishes_a_notice_for_each_language_that_reads_differently() {
    let business = server().business();
    let (danish, english) = (business.notice("da"), business.notice("en"));
    let before = business.last_seq();
    business.change(|settings| {
        settings["categories"][0]["wording"] = json!({ "da": { "title": "Nyt om din pakke" } });
    });
    assert_ne!(business.notice("da")["id"], danish["id"]);
    assert_eq!(business.notice("en")["id"], english["id"], "the English text is the same");
    let events = business.events();
    let kinds: Vec<_> =
        events.iter().filter(|event| event["seq"].as_u64() > Some(before)).map(|event| &event["kind"]).collect();
    assert_eq!(kinds, ["settings_changed", "notice_published"]);
}

#[test]
fn a_change_of_origins_alone_publishes_no_notice_and_counts_at_once() {
    let business = server().business();
    let id = business.notice_id();
    let body = business.submission(TYPED, &["order_updates"]);
    let post = |origin: &str| server().post(&business.api("/consents")).origin(origin).json(&body).send().status;
    assert_eq!(post("https://new.example"), 403);
    business.change(|settings| settings["origins"] = json!(["https://new.example"]));
    assert_eq!(business.notice_id(), id);
    assert_eq!(post("https://new.example"), 201);
    assert_eq!(post(business::SHOP), 403);
}

#[test]
fn unfit_settings_are_refused_with_every_fault_at_once() {
    let business = server().business();
    let mut settings = business.settings();
    settings["name"] = "".into();
    settings["country"] = "ZZ".into();
    settings["privacy_url"] = "javascript:alert(1)".into();
    settings["default_locale"] = "xx".into();
    settings["origins"] = json!(["https://shop.example/path", "ftp://x"]);
    settings["categories"][0]["class"] = "SPAM".into();
    settings["categories"][1]["id"] = "Not An Id".into();
    settings["categories"][2]["wording"] = json!({ "da": { "title": "x".repeat(500) } });
    settings["misspelt"] = 1.into();
    let problem = business.unchanged(|| business.put(&settings)).refusal(422, "settings_unfit");
    let faults = problem["faults"].as_array().unwrap();
    let fields: BTreeSet<_> = faults.iter().map(|fault| fault["field"].as_str().unwrap()).collect();
    for field in [
        "/name",
        "/country",
        "/privacy_url",
        "/default_locale",
        "/origins/0",
        "/origins/1",
        "/categories/0/class",
        "/categories/1/id",
        "/categories/2/wording/da/title",
        "/misspelt",
    ] {
        assert!(fields.contains(field), "{field} in {fields:?}");
    }
    assert!(faults.iter().all(|fault| fault["rule"].as_str().is_some_and(|rule| !rule.is_empty())), "{problem}");
}

#[test]
fn a_notice_that_lacks_a_required_part_cannot_exist() {
    let business = server().business();
    for (pointer, value) in [
        ("/privacy_url", json!(null)),
        ("/name", json!("   ")),
        ("/name", json!("\u{202e}\u{200b}")),
        ("/legal_name", json!("")),
        ("/address", json!("")),
        ("/contact", json!("")),
        ("/categories", json!([])),
        ("/categories/0/wording", json!({ "da": { "value": "" } })),
        ("/categories/0/wording", json!({ "en": { "frequency": " " } })),
        ("/wording", json!({ "da": { "statement": "Yes" } })),
        ("/wording", json!({ "da": { "withdrawal": "" } })),
    ] {
        let mut settings = business.settings();
        let (parent, name) = pointer.rsplit_once('/').unwrap();
        settings.pointer_mut(parent).unwrap()[name] = value;
        let reply = business.unchanged(|| business.put(&settings));
        reply.refusal(422, "settings_unfit");
    }
}

#[test]
fn a_category_id_is_not_reused_for_another_purpose() {
    let business = server().business();
    let mut changed = business.settings();
    changed["categories"][0]["class"] = "marketing".into();
    let problem = business.unchanged(|| business.put(&changed)).refusal(422, "settings_unfit");
    assert!(problem["faults"][0]["field"].as_str().unwrap().starts_with("/categories/0"), "{problem}");

    // Nor after it was away.
    business.change(|settings| _ = settings["categories"].as_array_mut().unwrap().remove(0));
    let mut back = business.settings();
    let again = json!({ "id": "order_updates", "preset": "order_updates", "class": "marketing" });
    back["categories"].as_array_mut().unwrap().push(again);
    business.unchanged(|| business.put(&back)).refusal(422, "settings_unfit");
}

#[test]
fn a_removed_category_keeps_its_states_and_is_asked_no_more() {
    let business = server().business();
    business.opt_in(TYPED, &["order_updates", "back_in_stock"]);
    business.change(|settings| _ = settings["categories"].as_array_mut().unwrap().pop());
    let notice = business.notice("en");
    assert!(!notice.to_string().contains("back_in_stock"));
    business.assert_states(KEPT, &[("order_updates", "granted"), ("back_in_stock", "granted")]);
    assert!(business.rows("kind=state").iter().any(|row| row["category"] == "back_in_stock"));
    // It still takes a no, from a receipt as from the business.
    business.opt_out(KEPT, &["back_in_stock"]);
    business.assert_states(KEPT, &[("order_updates", "granted"), ("back_in_stock", "withdrawn")]);
    let mut body = business.submission(TYPED, &["back_in_stock"]);
    body["notice"] = business.notice_id().into();
    business.unchanged(|| business.consents().json(&body).send()).refusal(422, "category_unnoticed");
}

#[test]
fn a_category_that_comes_back_finds_its_states() {
    let business = server().business();
    business.opt_in(TYPED, &["back_in_stock"]);
    let before = business.settings();
    business.change(|settings| _ = settings["categories"].as_array_mut().unwrap().pop());
    business.put(&before).expect(200);
    business.assert_states(KEPT, &[("back_in_stock", "granted")]);
}

#[test]
fn names_with_markup_are_shown_as_text() {
    let business =
        server().business_with(|settings| settings["name"] = "<b>\"A&B\"</b><script>alert(1)</script>".into());
    let reply = server().get(&format!("/{}", business.slug)).send().expect(200);
    let page = Page::of(&reply);
    assert!(page.text().contains("<b>\"A&B\"</b>"), "{}", page.text());
    assert!(!reply.text().contains("<script>alert"));
    let script = server().get(&format!("/{}/widget.js", business.slug)).send().expect(200);
    assert!(!script.text().to_lowercase().contains("</script"), "a script that is pasted into a page cannot end it");
}

#[test]
fn a_businesss_own_wording_marks_the_notice_unless_it_is_what_anyone_may_word() {
    let business = server().business();
    assert_eq!(business.notice("en")["custom_wording"], false);
    business.change(|settings| settings["categories"][0]["wording"] = json!({ "en": { "title": "Parcels" } }));
    assert_eq!(business.notice("en")["custom_wording"], false, "titles, values and frequencies are the business's");
    business.change(|settings| settings["wording"] = json!({ "en": { "heading": "Parcels by WhatsApp" } }));
    assert_eq!(business.notice("en")["custom_wording"], true);
    assert_eq!(business.notice("en")["heading"], "Parcels by WhatsApp");
}

#[test]
fn legacy_classes_are_taken_and_mapped() {
    let text = |words: &str| json!({ "title": words, "value": words, "frequency": words });
    let business = server().business_with(|settings| {
        settings["categories"] = json!([
            { "id": "parcels", "class": "SHIPPING_UPDATE", "wording": { "da": text("Pakker"), "en": text("Parcels") } },
            { "id": "alerts", "class": "ALERT_UPDATE", "wording": { "da": text("Advarsler"), "en": text("Alerts") } },
            { "id": "codes", "class": "AUTHENTICATION", "wording": { "da": text("Koder"), "en": text("Codes") } },
        ]);
    });
    let notice = business.notice("en");
    let classes: Vec<_> = notice["categories"].as_array().unwrap().iter().map(|category| &category["class"]).collect();
    assert_eq!(classes, ["utility", "marketing", "authentication"]);
}
