//! Thirteen languages: which one is spoken, that it is the one recorded, and that every page speaks all of them.

use jatak_shared::locale::{Dir, Locale};
use jatak_shared::wording::{self, say};
use jatak_tests::Reply;
use jatak_tests::business::{KEPT, TYPED};
use jatak_tests::page::Page;
use serde_json::{Value, json};

use super::server;

/// `text` as a person reads it, without the marks that keep a name in its place among words of the other direction.
fn read(text: &str) -> String {
    text.chars().filter(|character| !('\u{2066}'..='\u{2069}').contains(character)).collect()
}

/// A business that speaks these languages, the first one by default.
fn speaking(locales: &[Locale]) -> jatak_tests::Business<'static> {
    server().business_with(|settings| {
        settings["locales"] = json!(locales);
        settings["default_locale"] = json!(locales[0]);
    })
}

#[test]
fn every_page_speaks_every_language_in_its_direction() {
    let business = speaking(Locale::ALL);
    let receipt = business.receipt(&business.opt_in(TYPED, &["order_updates"]));
    let choices = business.choices(KEPT);
    let name = ("business", "Testhuset");
    for &locale in Locale::ALL {
        let words = &wording::of(locale).pages;
        let get = |path: &str| server().get(&format!("{path}?locale={locale}")).send();
        let unlisted = [("notice", business.notice(locale.code())["id"].as_str().unwrap().to_owned())];
        let refused = server()
            .post(&business.api("/consents"))
            .header("Accept-Language", locale.code())
            .origin("https://evil.example")
            .form(&unlisted);
        let pages: [(Reply, String); 6] = [
            (get(&format!("/{}", business.slug)), say(locale, words.hosted.title, &[name])),
            (get(&receipt), words.receipt.title.to_owned()),
            (get(&choices), say(locale, words.choices.title, &[name])),
            (get(&format!("/{}/export", business.slug)), say(locale, words.export.title, &[name])),
            (get(&format!("/{}/c/nothing", business.slug)), words.not_found.title.to_owned()),
            (refused.send().expect(403), words.error.title.to_owned()),
        ];
        let dir = if [Locale::Ar, Locale::He].contains(&locale) { Dir::Rtl } else { Dir::Ltr };
        for (reply, heading) in pages {
            let page = Page::of(&reply);
            assert_eq!(read(&page.heading()), read(&heading), "{locale}");
            assert!(page.has(&format!("html[lang=\"{locale}\"][dir={}]", dir.code())), "{locale}: {heading}");
        }
    }
}

#[test]
fn every_language_has_a_notice_of_its_own_words() {
    let business = speaking(Locale::ALL);
    let mut seen = Vec::new();
    for &locale in Locale::ALL {
        let notice = business.notice(locale.code());
        assert_eq!(
            (notice["locale"].as_str(), notice["dir"].as_str()),
            (Some(locale.code()), Some(locale.dir().code()))
        );
        let text = |pointer: &str| notice.pointer(pointer).and_then(Value::as_str).unwrap().to_owned();
        assert!(text("/statement").contains("WhatsApp") && text("/statement").contains("Testhuset"), "{locale}");
        for pointer in
            ["/statement", "/withdrawal", "/not_a_condition", "/categories/0/value", "/categories/1/frequency"]
        {
            let text = text(pointer);
            assert!(!seen.contains(&text), "{locale} says what another language says: {text}");
            seen.push(text);
        }
    }
}

#[test]
fn the_language_that_was_served_is_the_one_recorded() {
    let business = speaking(&[Locale::Da, Locale::Ar, Locale::PtBr, Locale::He]);
    let table = [
        ("?locale=ar", "da", "ar"),
        ("?locale=pt", "da", "pt-BR"),
        ("?locale=iw", "da", "he"),
        ("", "pt-PT, da;q=0.9", "pt-BR"),
        ("?locale=ru", "ar-EG", "ar"),
        // Nothing that is asked for is offered: the business's own.
        ("?locale=ru", "ms", "da"),
        ("", "zh-CN", "da"),
    ];
    for (query, accepted, served) in table {
        let path = format!("/{}{query}", business.slug);
        let page = Page::of(&server().get(&path).header("Accept-Language", accepted).send().expect(200));
        assert!(page.has(&format!("html[lang=\"{served}\"]")), "{query} {accepted}");
        let locale: Locale = served.parse().unwrap();
        let button = wording::of(locale).form.edition().submit;
        let form = page.form(button).fill("phone", TYPED).fill("country", "DK").tick("order_updates", true);
        let receipt = form.submit(server(), &path).expect(303);
        let row = business.rows("kind=events").pop().unwrap();
        assert_eq!((row["locale"].as_str(), row["kind"].as_str()), (served, "opted_in"), "{query} {accepted}");
        assert_eq!(row["notice_id"], business.notice(served)["id"].as_str().unwrap());
        // What the receipt says of the text is said in the language that it was agreed to in.
        let receipt = business.path_of(&receipt.header("location"));
        let receipt = Page::of(&server().get(&format!("{receipt}?locale=da")).send().expect(200));
        assert!(receipt.has(&format!("blockquote[lang=\"{served}\"][dir={}]", locale.dir().code())), "{served}");
    }
}

#[test]
fn a_form_that_was_asked_for_in_no_language_says_which_there_are() {
    let business = speaking(&[Locale::Da, Locale::Ar]);
    let form = |query: &str| server().get(&business.api(&format!("/form{query}"))).send().expect(200).json();
    assert_eq!(form("")["locales"], json!(["da", "ar"]));
    assert_eq!(form("?locale=ar").get("locales"), None, "the loader must not look for another");
    let script = |query: &str| {
        let path = format!("/{}/widget.js{query}", business.slug);
        server().get(&path).send().expect(200).text().contains("\"locales\":[\"da\",\"ar\"]")
    };
    assert!(script("") && !script("?locale=da"));
}

#[test]
fn a_business_is_told_who_has_reviewed_the_sentences_of_each_language() {
    let business = speaking(&[Locale::De, Locale::Ar]);
    let sentences = business.get("").expect(200).json()["sentences"].clone();
    let unseen = json!({"edition": 1, "reviewed_by": "none"});
    assert_eq!(sentences, json!({"de": unseen, "ar": unseen}), "nobody has yet, and it says so");
}

#[test]
fn settings_in_every_language_at_their_longest_are_taken() {
    let long = |length: usize| "ж".repeat(length);
    let each =
        |value: Value| -> Value { Locale::ALL.iter().map(|one| (one.code().to_owned(), value.clone())).collect() };
    let worded = each(json!({"title": long(60), "value": long(160), "frequency": long(120)}));
    let business = speaking(Locale::ALL);
    let mut settings = business.settings();
    settings["categories"] = (0..20)
        .map(|number| json!({"id": format!("kind_{number}"), "class": "marketing", "wording": worded}))
        .collect();
    let answer = business.put(&settings).expect(200).json();
    assert_eq!(answer["notices"].as_object().map(serde_json::Map::len), Some(13));
}
