//! Languages in the browser: which one the form speaks, and that names and times keep their shape among Arabic words.

use jatak_shared::locale::Locale;
use jatak_tests::Business;
use jatak_tests::axe::assert_accessible;
use jatak_tests::browser::Browser;
use jatak_tests::shop::Shop;
use jatak_tests::widget::Widget;
use serde_json::json;

use super::server;

/// A business that speaks Danish by default, and Arabic and Brazilian Portuguese.
fn business(shop: &Shop) -> Business<'static> {
    server().business_with(|settings| {
        settings["origins"] = json!([shop.origin]);
        settings["name"] = json!("Nordlys (DK)");
        settings["default_locale"] = json!("da");
        settings["locales"] = json!(["da", "ar", "pt-BR"]);
    })
}

/// A page in the language `lang` with the widget, whose address has `query` and whose element has `attributes`.
fn page(shop: &Shop, business: &Business<'_>, lang: &str, query: &str, attributes: &str) -> String {
    let speak = format!("<script>document.documentElement.lang = '{lang}'</script>");
    let src = format!("{}/{}/widget.js{query}", server().edge, business.slug);
    shop.page("/", &format!("{speak}<div data-jatak {attributes}><script async src=\"{src}\"></script></div>"))
}

#[test]
fn the_form_speaks_the_pages_language_where_nothing_names_another() {
    let shop = Shop::open();
    let business = business(&shop);
    let browser = Browser::start();
    // The browser asks for English, which this business does not speak.
    let table = [
        ("ar-EG", "", "", "ar"),
        ("PT-pt", "", "", "pt-BR"),
        ("fr", "", "", "da"),
        ("ar", "?locale=da", "", "da"),
        ("ar", "", "data-locale=\"pt-BR\"", "pt-BR"),
    ];
    for (lang, query, attributes, spoken) in table {
        browser.open(&page(&shop, &business, lang, query, attributes));
        let widget = Widget(&browser).painted();
        let found = browser.find(".jatak").attribute("lang");
        assert_eq!(found.as_deref(), Some(spoken), "a page in {lang} with {query:?} {attributes:?}");
        let locale: Locale = spoken.parse().unwrap();
        assert_eq!(browser.find(".jatak").attribute("dir").as_deref(), Some(locale.dir().code()));
        widget.tick("order_updates");
        widget.number("20 12 34 56");
        widget.submit();
        let _ = widget.success();
        assert_eq!(business.rows("kind=events").pop().unwrap()["locale"], spoken, "what was served is recorded");
    }
}

/// Where each character of `text` stands from left to right, within the first element below `css` that says it.
const PLACES: &str = "
    const [css, text] = arguments;
    const roots = [document, ...[...document.querySelectorAll('*')].map((one) => one.shadowRoot).filter(Boolean)];
    for (const root of roots) {
        for (const place of root.querySelectorAll(css)) {
            const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
            for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                const at = node.data.indexOf(text);
                if (at < 0) continue;
                return [...text].map((character, i) => {
                    const range = document.createRange();
                    range.setStart(node, at + i);
                    range.setEnd(node, at + i + 1);
                    const box = range.getBoundingClientRect();
                    return [character, box.left, box.top];
                });
            }
        }
    }
    return null;";

/// Holds that `text` reads from left to right, each character after the one before, as far as it stands on one line.
fn assert_reads_from_left_to_right(browser: &Browser, css: &str, text: &str) {
    let places = browser.run_with(PLACES, vec![css.into(), text.into()]);
    let places = places.as_array().unwrap_or_else(|| panic!("{text:?} stands in {css}: {}", browser.text()));
    for pair in places.windows(2) {
        let same_line = pair[0][2] == pair[1][2];
        assert!(!same_line || pair[0][1].as_f64() <= pair[1][1].as_f64(), "{css}: {pair:?} in {text:?}: {places:?}");
    }
}

#[test]
fn among_arabic_words_names_and_moments_keep_their_shape() {
    let shop = Shop::open();
    let business = business(&shop);
    let browser = Browser::start();
    browser.open(&page(&shop, &business, "ar", "", ""));
    let widget = Widget(&browser).painted();
    assert_reads_from_left_to_right(&browser, ".statement", "Nordlys (DK)");
    assert_reads_from_left_to_right(&browser, ".fine", "Nordlys (DK)");
    assert_accessible(&browser, "[data-jatak]");
    widget.tick("order_updates");
    widget.number("20 12 34 56");
    widget.submit();
    let receipt = widget.receipt();
    browser.open_and_load(&format!("{receipt}?locale=ar"));
    assert_reads_from_left_to_right(&browser, "header", "Nordlys (DK)");
    assert_reads_from_left_to_right(&browser, ".lead", "Nordlys (DK)");
    assert_reads_from_left_to_right(&browser, "blockquote", "Nordlys (DK)");
    let recorded = business.rows("kind=events").pop().unwrap()["recorded_at"].clone();
    assert_reads_from_left_to_right(&browser, "time", recorded.get(11..16).unwrap());
    // The same moment inside a sentence: when it was taken back.
    browser.find(".withdraw li button").click();
    let _ = browser.find(".taken .state");
    let withdrawn = business.rows("kind=events").pop().unwrap()["recorded_at"].clone();
    assert_reads_from_left_to_right(&browser, ".taken .state", withdrawn.get(11..16).unwrap());
    assert_accessible(&browser, "html");
}

#[test]
fn the_page_that_checks_files_speaks_every_language() {
    let browser = Browser::start();
    for &locale in Locale::ALL {
        browser.open_and_load(&format!("{}/verify?locale={locale}", server().edge));
        let words = &jatak_shared::wording::checker(locale).verify;
        assert_eq!(browser.find("h1").text(), words.title, "{locale}");
        assert_eq!(browser.run("return document.documentElement.lang"), locale.code());
        assert_eq!(browser.run("return document.documentElement.dir"), locale.dir().code());
    }
    // A tag of another country, and the name that Hebrew had until 1989.
    for (tag, locale) in [("pt-PT", "pt-BR"), ("iw", "he")] {
        browser.open_and_load(&format!("{}/verify?locale={tag}", server().edge));
        assert_eq!(browser.run("return document.documentElement.lang"), locale, "{tag}");
    }
    assert_eq!(browser.complaints(), Vec::<String>::new());
}
