//! No settings yield an unfit notice, and no unfit notice is read.

use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Map, Value, json};

use super::{Locale, Notice, Settings, nordlys, stored};
use crate::category::Class;
use crate::preset::Preset;

/// Texts of every kind: plain, hostile, empty, with slots.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        80 => "[A-ZÆØÅa-zæøå][A-Za-zæøåÆØÅ '&.,-]{0,40}",
        1 => "\\PC{0,90}",
        1 => any::<String>(),
        1 => prop::sample::select(vec!["{business}", "WhatsApp", "", " ", "\u{202e}abc", "x {legal_name} {", "}"])
            .prop_map(str::to_owned),
    ]
}

/// An object with some of these members.
fn some_of(names: &'static [&'static str]) -> impl Strategy<Value = Value> {
    prop::collection::vec(prop::option::weighted(0.5, text()), names.len()).prop_map(|texts| {
        let given = names.iter().zip(texts).filter_map(|(name, text)| Some(((*name).to_owned(), json!(text?))));
        Value::Object(given.collect())
    })
}

fn any_locale() -> impl Strategy<Value = Locale> {
    prop::sample::select(Locale::ALL.to_vec())
}

/// A category with or without preset, class, cap and words.
fn category() -> impl Strategy<Value = Value> {
    let words = || some_of(&["title", "value", "frequency"]);
    (
        "[a-z][a-z0-9_]{1,10}",
        prop::option::weighted(0.8, prop::sample::select(Preset::ALL.to_vec())),
        prop::option::of(prop::sample::select(Class::ALL.to_vec())),
        prop::option::of((0_u16..1100, prop::sample::select(vec!["day", "week", "month"]))),
        prop::option::of((words(), words(), any_locale())),
    )
        .prop_map(|(id, preset, class, cap, words)| {
            let mut category = Map::from_iter([("id".to_owned(), json!(id))]);
            let mut put = |key: &str, value: Option<Value>| value.map(|value| category.insert(key.to_owned(), value));
            put("preset", preset.map(|preset| json!(preset.id())));
            put("class", class.map(|class| json!(class.word())));
            put("cap", cap.map(|(max, per)| json!({"max": max, "per": per})));
            put("wording", words.map(|(danish, other, locale)| json!({"da": danish, locale.code(): other})));
            Value::Object(category)
        })
}

/// Settings of which a good part is fit.
fn any_settings() -> impl Strategy<Value = Value> {
    let open = || some_of(&["heading", "legend", "submit", "success_heading", "success_text"]);
    (
        (text(), text(), text(), text()),
        prop::collection::vec(category(), 0..4),
        prop::option::weighted(0.3, (open(), open(), any_locale())),
        prop_oneof!["https://[a-z]{1,9}\\.example/[a-z]{0,9}", text()],
    )
        .prop_map(|((name, legal_name, address, contact), categories, wording, privacy_url)| {
            let mut settings = json!({
                "name": name, "legal_name": legal_name, "address": address, "contact": contact, "country": "DK",
                "privacy_url": privacy_url, "default_locale": "da", "locales": Locale::ALL, "origins": [],
                "categories": categories,
            });
            if let Some((danish, other, locale)) = wording {
                settings["wording"] = json!({"da": danish, locale.code(): other});
            }
            settings
        })
}

/// What each language says of taking a yes back: that it can be done, and at any time.
const WITHDRAWAL: [(&str, &str); 13] = [
    ("da", "Du kan altid trække dit ja tilbage med linket"),
    ("en", "You can take your yes back at any time"),
    ("de", "Sie können Ihr Ja jederzeit über den Link auf Ihrem Beleg widerrufen"),
    ("nl", "Je kunt je ja op elk moment intrekken"),
    ("es", "Puedes retirar tu sí en cualquier momento"),
    ("it", "Puoi revocare il tuo sì in qualsiasi momento"),
    ("pt-BR", "Você pode retirar seu sim a qualquer momento"),
    ("id", "Anda dapat menarik kembali persetujuan kapan saja"),
    ("ms", "Anda boleh menarik balik persetujuan pada bila-bila masa"),
    ("ar", "يمكنك سحب موافقتك في أي وقت"),
    ("he", "תוכלו לבטל את ההסכמה בכל עת"),
    ("ru", "Отозвать согласие можно в любое время"),
    ("af", "Jy kan jou ja enige tyd terugtrek"),
];

/// What a notice must hold, told without the code that makes it.
fn is_fit(notice: &Value) -> bool {
    let text = |pointer: &str| notice.pointer(pointer).and_then(Value::as_str).unwrap_or_default();
    let name = text("/business/name");
    let categories = notice["categories"].as_array().unwrap();
    let said = |part: &Value| part.as_str().is_some_and(|text| text.chars().any(char::is_alphanumeric));
    let (_, withdrawal) =
        WITHDRAWAL.iter().find(|(locale, _)| *locale == text("/locale")).expect("every locale is here");
    !name.is_empty()
        && text("/statement").contains("WhatsApp")
        && text("/statement").contains(name)
        && text("/withdrawal").contains(withdrawal)
        && text("/business/privacy_url").starts_with("https://")
        && !categories.is_empty()
        && categories.iter().all(|one| said(&one["title"]) && said(&one["value"]) && said(&one["frequency"]))
}

/// The pointers of all members of `value`, however deep.
fn pointers(value: &Value, path: &str, found: &mut Vec<String>) {
    let mut each = |key: &str, value: &Value| {
        let path = format!("{path}/{key}");
        pointers(value, &path, found);
        found.push(path);
    };
    match value {
        Value::Object(map) => map.iter().for_each(|(key, value)| each(key, value)),
        Value::Array(list) => list.iter().enumerate().for_each(|(index, value)| each(&index.to_string(), value)),
        _ => {}
    }
}

/// The small coffee shop's notice in any language.
fn in_any(locale: Locale) -> Value {
    let mut settings = super::settings();
    settings["locales"] = json!(Locale::ALL);
    stored(&super::notice(&settings, locale))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn no_settings_yield_an_unfit_notice_and_its_bytes_read_back(settings in any_settings()) {
        let Ok(settings) = Settings::parse(&settings) else { return Ok(()) };
        for &locale in Locale::ALL {
            let notice = Notice::compose(&nordlys(), &settings, locale).expect("read settings make a notice");
            prop_assert!(is_fit(&stored(&notice)), "{}", notice.canonical());
            let again = Notice::from_json(&notice.canonical()).expect("its own bytes are a notice");
            prop_assert_eq!(again.id(), notice.id());
            prop_assert_eq!(again.canonical(), notice.canonical());
        }
    }

    #[test]
    fn whatever_is_taken_out_of_a_notice_or_emptied_it_is_none_any_more(
        locale in any_locale(),
        at in any::<Index>(),
        empty in any::<bool>(),
    ) {
        let fit = in_any(locale);
        let mut places = Vec::new();
        pointers(&fit, "", &mut places);
        // A cap is the one thing a notice may lack.
        places.retain(|place| !place.ends_with("/cap"));
        let place = at.get(&places).as_str();
        let mut changed = fit.clone();
        if empty {
            let spot = changed.pointer_mut(place).expect("the place is there");
            *spot = match spot {
                Value::String(_) => json!(""),
                Value::Array(_) => json!([]),
                Value::Object(_) => json!({}),
                _ => Value::Null,
            };
        } else {
            let (parent, key) = place.rsplit_once('/').expect("a pointer has a slash");
            match changed.pointer_mut(parent).expect("the parent is there") {
                Value::Object(map) => map.remove(key),
                // One category fewer would be another notice.
                other => Some(core::mem::take(other)),
            };
        }
        prop_assert!(Notice::from_json(&changed.to_string()).is_err(), "{} {}", place, changed);
    }

    #[test]
    fn a_notice_read_from_altered_settings_text_is_fit_or_refused(
        locale in any_locale(),
        at in any::<Index>(),
        text in text(),
    ) {
        let fit = in_any(locale);
        let mut places = Vec::new();
        pointers(&fit, "", &mut places);
        let mut changed = fit.clone();
        *changed.pointer_mut(at.get(&places).as_str()).expect("the place is there") = json!(text);
        if let Ok(notice) = Notice::from_json(&changed.to_string()) {
            prop_assert!(is_fit(&stored(&notice)), "{}", notice.canonical());
            prop_assert_eq!(stored(&notice), changed);
        }
    }

    #[test]
    fn no_text_makes_reading_panic(text in any::<String>()) {
        prop_assert!(Notice::from_json(&text).is_err());
    }
}
