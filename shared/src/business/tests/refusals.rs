//! What settings are refused for, each with its pointer and a rule that says what to do.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::{example, with};
use crate::business::{Settings, limits};

/// The fields that `settings` are refused for.
fn fields(settings: &Value) -> Vec<String> {
    let faults = Settings::parse(settings).expect_err("these settings have faults");
    assert!(!faults.is_empty(), "a refusal says why");
    for fault in &faults {
        assert!(fault.rule.len() > 10, "{fault} says what to do");
    }
    faults.into_iter().map(|fault| fault.field).collect()
}

#[test]
fn every_fault_is_listed_at_once() {
    let settings = json!({
        "name": "\u{200b}",
        "legal_name": 7,
        "address": "a".repeat(limits::ADDRESS + 1),
        "country": "dk",
        "privacy_url": "http://nordlys.example/p",
        "default_locale": "en",
        "locales": ["da", "sv", "da"],
        "origins": ["https://a.example/", "https://b.example", "https://B.example:443"],
        "categories": [
            {"id": "Order", "preset": "orders"},
            {"id": "tastings", "cap": {"max": 0, "pr": "week"}, "wording": {"da": {"titel": "Smagning"}, "en": {}}},
            {"id": "tastings", "preset": "relevant_offers", "class": "promo",
                "wording": {"da": {"title": "{business}"}}},
            "offers",
        ],
        "wording": {"da": {"withdrawal": "Aldrig", "phone": "Tlf.", "submit": "a".repeat(limits::SUBMIT + 1)}},
        "colour/~": "red",
    });
    let mut found = fields(&settings);
    found.sort();
    let mut wanted = [
        "/address",
        "/categories/0/id",
        "/categories/0/preset",
        "/categories/1/cap/max",
        "/categories/1/cap/per",
        "/categories/1/cap/pr",
        "/categories/1/class",
        "/categories/1/wording/da/titel",
        "/categories/1/wording/da/title",
        "/categories/1/wording/da/value",
        "/categories/1/wording/en",
        "/categories/2/class",
        "/categories/2/id",
        "/categories/2/wording/da/title",
        "/categories/3",
        "/colour~1~0",
        "/contact",
        "/country",
        "/default_locale",
        "/legal_name",
        "/locales/1",
        "/locales/2",
        "/name",
        "/origins/0",
        "/origins/2",
        "/privacy_url",
        "/wording/da/phone",
        "/wording/da/submit",
        "/wording/da/withdrawal",
    ]
    .map(str::to_owned);
    wanted.sort();
    assert_eq!(found, wanted);
}

#[test]
fn each_single_change_is_one_fault_where_it_stands() {
    let long = |max: usize| json!("a".repeat(max + 1));
    let table = [
        ("/name", long(limits::NAME)),
        ("/name", json!("…")),
        ("/name", json!(null)),
        ("/legal_name", long(limits::LEGAL_NAME)),
        ("/contact", long(limits::CONTACT)),
        ("/country", json!("Denmark")),
        ("/country", json!("XX")),
        ("/privacy_url", json!("javascript:alert(1)")),
        ("/privacy_url", json!("nordlys.example")),
        ("/default_locale", json!("da-DK")),
        ("/locales", json!({})),
        ("/origins", json!("https://nordlys.example")),
        ("/origins/0", json!("*")),
        ("/origins/1", json!("https://nordlys.example")),
        ("/categories", json!([])),
        ("/categories/0/id", json!("tastings/2")),
        ("/categories/0/preset", json!("order-updates")),
        ("/categories/0/preset", json!(null)),
        ("/categories/0/titel", json!("Ordrer")),
        ("/categories/1/cap", json!(2)),
        ("/categories/1/cap/max", json!(1001)),
        ("/categories/1/cap/max", json!(1.5)),
        ("/categories/1/cap/max", json!(-1)),
        ("/categories/1/cap/per", json!("year")),
        ("/categories/2/wording/da/title", long(limits::TITLE)),
        ("/categories/2/wording/da/value", long(limits::VALUE)),
        ("/categories/2/wording/en/frequency", long(limits::FREQUENCY)),
        ("/categories/2/wording/da/title", json!("Nyt fra {business}")),
        ("/categories/2/wording/sv", json!({})),
        ("/wording", json!([])),
    ];
    for (pointer, value) in table {
        assert_eq!(fields(&with(pointer, value.clone())), [pointer], "{value}");
    }
}

#[test]
fn a_category_of_its_own_words_needs_all_of_them_in_each_locale() {
    let settings = with("/categories/0", json!({"id": "club_news"}));
    let texts =
        |locale: &str| ["title", "value", "frequency"].map(|part| format!("/categories/0/wording/{locale}/{part}"));
    let mut wanted = vec!["/categories/0/class".to_owned()];
    wanted.extend(texts("da"));
    wanted.extend(texts("en"));
    assert_eq!(fields(&settings), wanted);
}

#[test]
fn the_locked_sentences_refuse_to_be_reworded() {
    for part in ["statement", "not_a_condition", "withdrawal", "controller", "privacy"] {
        let settings = with("/wording", json!({"en": {part: "Whatever"}}));
        assert_eq!(fields(&settings), [format!("/wording/en/{part}")]);
    }
}

#[test]
fn lists_have_limits() {
    let category = |index: usize| json!({"id": format!("category_{index}"), "preset": "relevant_offers"});
    let many = |count: usize| (0..count).map(category).collect::<Value>();
    assert!(Settings::parse(&with("/categories", many(limits::CATEGORIES))).is_ok());
    assert_eq!(fields(&with("/categories", many(limits::CATEGORIES + 1))), ["/categories"]);
    let many = |count: usize| (0..count).map(|index| json!(format!("https://s{index}.example"))).collect::<Value>();
    assert!(Settings::parse(&with("/origins", many(limits::ORIGINS))).is_ok());
    assert_eq!(fields(&with("/origins", many(limits::ORIGINS + 1))), ["/origins"]);
}

#[test]
fn what_is_no_object_is_refused_as_a_whole() {
    for value in [json!(null), json!([]), json!("settings"), json!(1)] {
        assert_eq!(fields(&value), [""]);
    }
    assert_eq!(fields(&json!({})).len(), 10, "everything but wording is needed");
}

/// Any JSON, with the names that settings use among its keys.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        prop::sample::select(vec!["da", "en", "DK", "https://a.example", "relevant_offers", "week", "marketing"])
            .prop_map(Value::from),
    ];
    let key = prop_oneof![
        prop::sample::select(vec![
            "id",
            "preset",
            "class",
            "cap",
            "wording",
            "max",
            "per",
            "da",
            "en",
            "title",
            "value",
            "frequency",
            "heading",
        ])
        .prop_map(str::to_owned),
        "\\PC{0,4}",
    ];
    leaf.prop_recursive(4, 32, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(key.clone(), inner, 0..4).prop_map(|map| map.into_iter().collect()),
        ]
    })
}

#[test]
fn retention_takes_whole_days_within_its_limits_and_nothing_else() {
    for (member, most) in [("after_withdrawal_days", 1_800), ("pending_days", 365)] {
        for bad in [json!(0), json!(-1), json!(most + 1), json!(1.5), json!("30"), json!(null), json!(70_000)] {
            let settings = with("/retention", json!({ member: bad }));
            assert_eq!(fields(&settings), [format!("/retention/{member}")], "{settings}");
        }
        for good in [1, most] {
            assert!(Settings::parse(&with("/retention", json!({ member: good }))).is_ok());
        }
    }
    assert_eq!(fields(&with("/retention", json!({ "days": 3 }))), ["/retention/days"]);
    assert_eq!(fields(&with("/retention", json!(30))), ["/retention"]);
}

#[test]
fn quiet_hours_and_the_overall_cap_take_what_they_mean_and_nothing_else() {
    let settings = Settings::parse(&with("/quiet_hours", json!({"from": "21:00", "to": "08:00"}))).unwrap();
    assert_eq!(settings.quiet_hours().map(|hours| (hours.from(), hours.length())), Some((1_260, 660)));
    let settings = Settings::parse(&with("/overall_cap", json!({"max": 8, "per": "month"}))).unwrap();
    assert_eq!(settings.overall_cap().map(|cap| (cap.max(), cap.per().word())), Some((8, "month")));
    for (place, value, field) in [
        ("/quiet_hours", json!({"from": "21:00", "to": "21:00"}), "/quiet_hours"),
        ("/quiet_hours", json!({"from": "21:00"}), "/quiet_hours/to"),
        ("/quiet_hours", json!({"from": "9:00", "to": "08:00"}), "/quiet_hours/from"),
        ("/quiet_hours", json!({"from": "21:00", "to": "08:00", "zone": "UTC"}), "/quiet_hours/zone"),
        ("/quiet_hours", json!(null), "/quiet_hours"),
        ("/overall_cap", json!({"max": 0, "per": "month"}), "/overall_cap/max"),
        ("/overall_cap", json!({"max": 1, "per": "year"}), "/overall_cap/per"),
        ("/overall_cap", json!(8), "/overall_cap"),
    ] {
        assert_eq!(fields(&with(place, value.clone())), [field], "{value}");
    }
}

proptest! {
    #[test]
    fn no_json_panics_and_a_refusal_always_says_why(
        json in any_json(),
        place in prop::sample::select(vec![
            "", "/name", "/country", "/locales", "/default_locale", "/origins", "/categories", "/categories/0",
            "/categories/2/wording", "/categories/2/wording/da", "/categories/1/cap", "/wording", "/privacy_url",
            "/quiet_hours", "/overall_cap",
        ]),
    ) {
        let settings = if place.is_empty() { json } else { with(place, json) };
        match Settings::parse(&settings) {
            Err(faults) => prop_assert!(!faults.is_empty()),
            Ok(settings) => {
                let again = Settings::parse(&serde_json::to_value(&settings).unwrap());
                prop_assert_eq!(again.as_ref(), Ok(&settings));
            }
        }
    }

    #[test]
    fn a_misspelt_member_never_passes_silently(name in "[a-z_]{1,12}") {
        let mut settings = example();
        prop_assume!(settings.get(&name).is_none() && name != "wording");
        settings[&name] = json!("x");
        prop_assert_eq!(fields(&settings), [format!("/{name}")]);
    }
}
