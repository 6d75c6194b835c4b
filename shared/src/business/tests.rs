//! Settings: what is read, and how it is kept.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]
use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::*;
use crate::category::{Cap, Class, Period};
use crate::locale::Locale;

mod refusals;

/// Settings that use most of what there is.
pub(crate) fn example() -> Value {
    json!({
        "name": "Nordlys Kaffe",
        "legal_name": "Nordlys Kaffe ApS",
        "address": "Kaffevej 1, 8000 Aarhus C",
        "contact": "hej@nordlys.example",
        "country": "DK",
        "privacy_url": "https://nordlys.example/privatliv",
        "default_locale": "da",
        "locales": ["da", "en"],
        "origins": ["https://nordlys.example", "http://localhost:8080"],
        "categories": [
            {"id": "order_updates", "preset": "order_updates"},
            {"id": "relevant_offers", "preset": "relevant_offers", "cap": {"max": 2, "per": "week"}},
            {"id": "tastings", "class": "ALERT_UPDATE", "cap": {"max": 1, "per": "month"}, "wording": {
                "da": {"title": "Smagninger", "value": "Kom og smag nye bønner."},
                "en": {"title": "Tastings", "value": "Come and taste new beans.", "frequency": "Once in a blue moon"}
            }}
        ]
    })
}

/// The example with the member at `pointer` replaced, or added to its object.
fn with(pointer: &str, value: Value) -> Value {
    let mut settings = example();
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    let parent = settings.pointer_mut(parent).unwrap();
    match parent {
        Value::Object(map) => {
            map.insert(key.to_owned(), value);
        }
        Value::Array(list) => list[key.parse::<usize>().unwrap()] = value,
        _ => unreachable!("a pointer leads into an object or a list"),
    }
    settings
}

#[test]
fn settings_read_back_from_their_own_form_to_the_same_bytes() {
    let settings = Settings::parse(&example()).unwrap();
    let again = Settings::parse(&serde_json::to_value(&settings).unwrap()).unwrap();
    assert_eq!(again, settings);
    assert_eq!(again.canonical(), settings.canonical());
}

#[test]
fn settings_format_unchanged() {
    let settings = Settings::parse(&with("/wording", json!({"da": {"heading": "Hej fra Nordlys"}, "en": {}}))).unwrap();
    assert_eq!(
        settings.canonical(),
        concat!(
            r#"{"address":"Kaffevej 1, 8000 Aarhus C","categories":["#,
            r#"{"class":"utility","id":"order_updates","preset":"order_updates"},"#,
            r#"{"cap":{"max":2,"per":"week"},"class":"marketing","id":"relevant_offers","preset":"relevant_offers"},"#,
            r#"{"cap":{"max":1,"per":"month"},"class":"marketing","id":"tastings","wording":{"#,
            r#""da":{"title":"Smagninger","value":"Kom og smag nye bønner."},"#,
            r#""en":{"frequency":"Once in a blue moon","title":"Tastings","value":"Come and taste new beans."}}}],"#,
            r#""contact":"hej@nordlys.example","country":"DK","default_locale":"da","legal_name":"Nordlys Kaffe ApS","#,
            r#""locales":["da","en"],"name":"Nordlys Kaffe","#,
            r#""origins":["https://nordlys.example","http://localhost:8080"],"#,
            r#""privacy_url":"https://nordlys.example/privatliv","wording":{"da":{"heading":"Hej fra Nordlys"}}}"#,
        )
    );
}

#[test]
fn the_frequency_is_the_business_s_own_else_the_cap_s_else_the_preset_s() {
    let settings = Settings::parse(&example()).unwrap();
    let frequency = |index: usize, locale| settings.categories()[index].texts(locale).unwrap().frequency.clone();
    assert_eq!(frequency(0, Locale::Da), "Højst én besked for hvert skridt i en ordre");
    assert_eq!(frequency(1, Locale::Da), "Højst 2 beskeder om ugen");
    assert_eq!(frequency(2, Locale::Da), "Højst 1 besked om måneden");
    assert_eq!(frequency(2, Locale::En), "Once in a blue moon");
    assert_eq!(settings.categories()[2].cap(), Some(Cap::new(1, Period::Month).unwrap()), "also where it is reworded");
}

#[test]
fn an_older_class_is_kept_as_todays() {
    let settings = Settings::parse(&example()).unwrap();
    assert_eq!(settings.categories()[2].class(), Class::Marketing);
    let settings = Settings::parse(&with("/categories/2/class", json!("RESERVATION_UPDATE"))).unwrap();
    assert_eq!(settings.categories()[2].class(), Class::Utility);
}

#[test]
fn names_lose_what_cannot_be_seen() {
    let settings = Settings::parse(&with("/name", json!(" Nordlys\u{202e}\u{200b}\n Kaffe\u{0} "))).unwrap();
    assert_eq!(settings.name(), "Nordlys Kaffe");
}

#[test]
fn only_a_listed_origin_is_allowed() {
    let settings = Settings::parse(&example()).unwrap();
    assert!(settings.allows("https://nordlys.example") && settings.allows("http://localhost:8080"));
    for origin in ["null", "", "http://nordlys.example", "https://nordlys.example:444", "https://a.nordlys.example"] {
        assert!(!settings.allows(origin), "{origin}");
    }
}

#[test]
fn the_id_of_a_category_keeps_its_purpose() {
    let before = Settings::parse(&example()).unwrap();
    let retired = BTreeMap::from([("club_news".parse().unwrap(), Purpose { class: Class::Marketing, preset: None })]);
    assert_eq!(before.check_against(&before, &retired), []);

    let other_class = Settings::parse(&with("/categories/2/class", json!("utility"))).unwrap();
    let faults = other_class.check_against(&before, &retired);
    assert_eq!(faults.len(), 1);
    assert_eq!(faults[0].field, "/categories/2/class");

    let other_preset = Settings::parse(&with("/categories/1/preset", json!("abandoned_cart"))).unwrap();
    let faults = other_preset.check_against(&before, &retired);
    assert_eq!(faults.len(), 1);
    assert_eq!(faults[0].field, "/categories/1/preset");

    let revived = json!({"id": "club_news", "preset": "order_updates"});
    let revived = Settings::parse(&with("/categories/0", revived)).unwrap();
    let faults = revived.check_against(&before, &retired);
    assert_eq!(faults.len(), 1);
    assert_eq!(faults[0].field, "/categories/0/class");
}

#[test]
fn settings_that_say_nothing_of_retention_have_the_bytes_they_always_had() {
    let bare = Settings::parse(&example()).unwrap();
    assert!(!bare.canonical().contains("retention"));
    let nothing_said = Settings::parse(&with("/retention", json!({}))).unwrap();
    assert_eq!(nothing_said.canonical(), bare.canonical());
}

#[test]
fn retention_is_read_and_kept() {
    let settings = Settings::parse(&with("/retention", json!({"after_withdrawal_days": 730, "pending_days": 30})));
    let settings = settings.unwrap();
    let retention = settings.retention();
    assert_eq!((retention.after_withdrawal_days(), retention.pending_days()), (Some(730), Some(30)));
    assert!(settings.canonical().ends_with(r#""retention":{"after_withdrawal_days":730,"pending_days":30}}"#));
    let half = Settings::parse(&with("/retention", json!({"pending_days": 1}))).unwrap();
    assert_eq!((half.retention().after_withdrawal_days(), half.retention().pending_days()), (None, Some(1)));
    assert_eq!(Settings::parse(&serde_json::to_value(&half).unwrap()), Ok(half));
}
