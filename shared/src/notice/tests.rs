//! Notices as whole texts: what they say, and what is not one.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]
use serde_json::{Value, json};

use super::*;

mod pinned;
mod properties;

fn nordlys() -> Slug {
    "nordlys".parse().unwrap()
}

/// The settings of a small coffee shop, as the demo has them.
fn settings() -> Value {
    json!({
        "name": "Nordlys Kaffe",
        "legal_name": "Nordlys Kaffe ApS",
        "address": "Kaffevej 1, 8000 Aarhus C",
        "contact": "hej@nordlys.example",
        "country": "DK",
        "privacy_url": "https://nordlys.example/privatliv",
        "default_locale": "da",
        "locales": ["da", "en"],
        "origins": ["https://nordlys.example"],
        "categories": [
            {"id": "order_updates", "preset": "order_updates"},
            {"id": "relevant_offers", "preset": "relevant_offers"},
            {"id": "product_recommendations", "preset": "product_recommendations"},
            {"id": "back_in_stock", "preset": "back_in_stock"}
        ]
    })
}

fn notice(settings: &Value, locale: Locale) -> Notice {
    Notice::compose(&nordlys(), &Settings::parse(settings).unwrap(), locale).unwrap()
}

fn stored(notice: &Notice) -> Value {
    serde_json::from_str(&notice.canonical()).unwrap()
}

/// The fields a changed notice is refused for.
fn refused(value: &Value) -> Vec<String> {
    Notice::from_json(&value.to_string()).expect_err("it is unfit").into_iter().map(|fault| fault.field).collect()
}

#[test]
fn the_name_and_whatsapp_stand_in_the_statement() {
    for (locale, statement) in [
        (Locale::Da, "Ja tak, Nordlys Kaffe må sende mig de beskeder, jeg vælger her, på WhatsApp."),
        (Locale::En, "Yes please, Nordlys Kaffe may send me the messages I choose here on WhatsApp."),
    ] {
        assert_eq!(notice(&settings(), locale).text().statement, statement);
    }
}

#[test]
fn a_page_sets_the_business_apart_in_arabic_and_what_is_kept_does_not() {
    let mut settings = settings();
    settings["locales"] = json!(Locale::ALL);
    settings["name"] = json!("Nordlys (DK)");
    for &locale in Locale::ALL {
        let notice = notice(&settings, locale);
        let (number, edition) = notice.edition();
        assert_eq!((number, edition), (1, wording::of(locale).form.edition()));
        let (kept, said) = (notice.text(), notice.sentences());
        assert!(!notice.canonical().contains('\u{2068}'));
        assert_eq!(crate::text::clean(&said.controller), kept.controller);
        assert_eq!(crate::text::clean(&said.statement), kept.statement);
        let apart = said.statement.contains("\u{2068}Nordlys (DK)\u{2069}");
        assert_eq!(apart, [Locale::Ar, Locale::He].contains(&locale), "{locale}: {}", said.statement);
    }
}

#[test]
fn a_locale_that_is_not_offered_has_no_notice() {
    let mut only_danish = settings();
    only_danish["locales"] = json!(["da"]);
    let only_danish = Settings::parse(&only_danish).unwrap();
    let faults = Notice::compose(&nordlys(), &only_danish, Locale::En).unwrap_err();
    assert_eq!(faults[0].field, "/locales");
}

#[test]
fn rewording_a_category_leaves_the_form_ours_and_rewording_the_form_marks_it() {
    let mut reworded = settings();
    reworded["categories"][1]["wording"] =
        json!({"da": {"title": "Kaffetilbud", "value": "Billigere bønner.", "frequency": "En gang imellem"}});
    let plain = notice(&reworded, Locale::Da);
    assert!(!plain.text().custom_wording);
    assert_eq!(plain.categories()[1].frequency(), "En gang imellem");
    assert!(plain.categories()[1].cap().is_some(), "the cap holds whatever the text says");

    for part in ["heading", "legend", "submit", "success_heading", "success_text"] {
        let mut reworded = settings();
        reworded["wording"] = json!({"da": {part: "Hejsa"}});
        assert!(notice(&reworded, Locale::Da).text().custom_wording, "{part}");
        assert!(!notice(&reworded, Locale::En).text().custom_wording, "{part} is Danish only");
        assert!(notice(&reworded, Locale::Da).canonical().contains("Hejsa"), "{part}");
    }
}

#[test]
fn the_served_form_has_the_id_and_reads_back() {
    let notice = notice(&settings(), Locale::Da);
    let served = serde_json::to_string(&notice).unwrap();
    assert!(served.starts_with(&format!("{{\"id\":\"{}\"", notice.id())));
    assert_eq!(Notice::from_json(&served).unwrap(), notice);
    let mut other: Value = serde_json::from_str(&served).unwrap();
    other["id"] = json!("0".repeat(64));
    assert_eq!(refused(&other), ["/id"]);
    other["id"] = json!(7);
    assert_eq!(refused(&other), ["/id"]);
}

#[test]
fn a_notice_with_a_changed_sentence_is_none() {
    let fit = stored(&notice(&settings(), Locale::Da));
    for (pointer, text) in [
        ("/statement", "Ja tak, send mig beskeder på WhatsApp."),
        ("/statement", "Ja tak, Nordlys Kaffe må sende mig de beskeder, jeg vælger her."),
        ("/not_a_condition", "Det er et krav."),
        ("/withdrawal", "Du kan aldrig sige nej."),
        ("/controller", "Dataansvarlig: en anden."),
        ("/privacy", "Læs mere"),
    ] {
        let mut changed = fit.clone();
        *changed.pointer_mut(pointer).unwrap() = json!(text);
        assert_eq!(refused(&changed), [pointer]);
    }
    let mut renamed = fit.clone();
    renamed["business"]["name"] = json!("En anden");
    assert_eq!(refused(&renamed), ["/statement", "/privacy"]);
    let mut quiet = fit.clone();
    quiet["heading"] = json!("Vind en bil");
    assert_eq!(refused(&quiet), ["/custom_wording"]);
    let mut loud = fit;
    loud["custom_wording"] = json!(true);
    assert_eq!(refused(&loud), ["/custom_wording"]);
}

#[test]
fn the_shape_of_a_notice_is_checked_too() {
    let fit = stored(&notice(&settings(), Locale::Da));
    let table = [
        ("/v", json!(2), "/v"),
        ("/dir", json!("rtl"), "/dir"),
        ("/locale", json!("en"), "/statement"),
        ("/categories", json!([]), "/categories"),
        ("/categories/1/id", json!("order_updates"), "/categories"),
        ("/categories/1/title", json!(" Tilbud"), "/categories/1/title"),
        ("/categories/1/frequency", json!("\u{200b}"), "/categories/1/frequency"),
        ("/labels/errors/offline", json!(""), "/labels/errors/offline"),
        ("/business/privacy_url", json!(""), ""),
        ("/business/privacy_url", json!("javascript:alert(1)"), ""),
        ("/business/id", json!("Nordlys"), ""),
        ("/categories/1/class", json!("ALERT_UPDATE"), ""),
    ];
    for (pointer, value, field) in table {
        let mut changed = fit.clone();
        *changed.pointer_mut(pointer).unwrap() = value;
        assert_eq!(refused(&changed)[0], field, "{pointer}");
    }
    let mut more = fit;
    more["colour"] = json!("red");
    assert_eq!(refused(&more), [""]);
    assert_eq!(Notice::from_json("[]").unwrap_err()[0].field, "");
    assert_eq!(Notice::from_json("{").unwrap_err()[0].field, "");
}

#[test]
fn a_word_reserved_later_leaves_old_notices_readable() {
    let slug = Slug::from_stored("healthz").unwrap();
    let old = Notice::compose(&slug, &Settings::parse(&settings()).unwrap(), Locale::Da).unwrap();
    assert_eq!(Notice::from_json(&old.canonical()).unwrap(), old);
}
