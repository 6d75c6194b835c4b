//! Every page and every state of the form, judged by axe-core: in light and in dark, in every language in the long form.

use jatak_shared::locale::Locale;
use jatak_tests::axe::assert_accessible;
use jatak_tests::browser::Browser;
use jatak_tests::shop::Shop;
use jatak_tests::widget::{Widget, snippet_in};
use jatak_tests::{Business, wait};
use serde_json::json;

use super::{in_every_language, is_long, looks, pages_in, server};

/// A form follows the reader's colours only in a page that says it can.
const BOTH_SCHEMES: &str = "<style>:root { color-scheme: light dark; }</style>";

/// A theme that changes whatever can be changed.
const THEME: &str = "<style>[data-jatak] { --jatak-accent: #e0663a; --jatak-ground: #fdf6ec; --jatak-ink: #3b1f14;
    --jatak-line: #d9c3a8; --jatak-font: serif; --jatak-radius: 4px; --jatak-space: 0.75em; --jatak-padding: 1em;
    --jatak-width: 30em; }</style>";

/// Judges every state of the form in a shop's page that has `head`.
fn judge_the_form(browser: &Browser, head: &str, locale: Locale) {
    let shop = Shop::open();
    let business = in_every_language(&shop);
    let labels = business.notice(locale.code())["labels"].take();
    browser
        .open(&shop.page("/", &format!("{BOTH_SCHEMES}{head}{}", snippet_in(server(), &business.slug, locale.code()))));
    let widget = Widget(browser).painted().live();
    assert_accessible(browser, "[data-jatak]");
    widget.submit();
    let _ = widget.error("category");
    assert_accessible(browser, "[data-jatak]");

    // A text that was replaced meanwhile.
    widget.tick("order_updates");
    widget.number("20 12 34 56");
    business.change(|settings| settings["name"] = "Testhuset Nyt".into());
    widget.submit();
    let _ = wait::for_some("the new text", || browser.look(".changed").filter(jatak_tests::browser::Element::is_shown));
    assert_accessible(browser, "[data-jatak]");

    // On its way, for as long as the network takes.
    let _ = Widget(browser).live();
    browser.devtools("Network.enable", json!({}));
    slow(browser, 600_000);
    widget.tick("order_updates");
    widget.submit();
    wait::until("it says that it is sending", || browser.find("form button").text() == labels["sending"]);
    assert_accessible(browser, "[data-jatak]");
    slow(browser, 0);
    let _ = widget.success();
    assert_accessible(browser, "[data-jatak]");
}

/// Makes every answer take so many milliseconds longer.
fn slow(browser: &Browser, latency: u32) {
    let network = json!({ "offline": false, "latency": latency, "downloadThroughput": -1, "uploadThroughput": -1 });
    browser.devtools("Network.emulateNetworkConditions", network);
}

/// Judges every page in this language, those that a link leads to and those that a form does.
fn judge_the_pages(browser: &Browser, business: &Business<'_>, locale: Locale) {
    for page in pages_in(business, locale) {
        browser.open_and_load(&format!("{}{page}", server().edge));
        assert_accessible(browser, "html");
    }
    let hosted = format!("{}/{}?locale={locale}", server().edge, business.slug);
    let post = |change: &str| {
        browser.open_and_load(&hosted);
        browser.run(&format!(
            "const form = document.querySelector('form'); form.noValidate = true; {change}; form.submit()"
        ));
        wait::until("the answer", || {
            browser.url().contains("/consents") && browser.run("return document.readyState") == "complete"
        });
        assert_accessible(browser, "html");
    };
    // The form again, with what was wrong; a refusal; the step that asks to press once more.
    post("form.elements.phone.value = '20 12'");
    assert!(browser.look(".summary").is_some());
    post("form.elements.notice.remove()");
    assert!(browser.look("form").is_none());
    post(
        "document.head.append(Object.assign(document.createElement('meta'), { name: 'referrer', content: 'no-referrer' }));
         form.elements.phone.value = '20 12 34 56'; form.querySelector('[type=checkbox]').checked = true",
    );
    assert!(browser.look("form:not(.form)").is_some());
}

#[test]
fn the_form_is_accessible_in_every_state_language_and_scheme() {
    let browser = Browser::start();
    for (locale, dark) in looks() {
        browser.look_as(360, dark);
        judge_the_form(&browser, "", locale);
    }
}

#[test]
fn the_form_is_accessible_in_a_shops_colours_and_in_those_that_a_reader_needs() {
    let media = |browser: &Browser, name: &str, value: &str| {
        let features =
            json!([{ "name": name, "value": value }, { "name": "prefers-reduced-motion", "value": "reduce" }]);
        browser.devtools("Emulation.setEmulatedMedia", json!({ "features": features }));
    };
    let browser = Browser::start();
    for (name, value) in [("forced-colors", "active"), ("prefers-contrast", "more")] {
        media(&browser, name, value);
        judge_the_form(&browser, THEME, Locale::En);
        if !is_long() {
            break;
        }
    }
    for dark in [false, true] {
        browser.look_as(360, dark);
        judge_the_form(&browser, THEME, Locale::En);
    }
}

#[test]
fn the_edges_pages_are_accessible() {
    let shop = Shop::open();
    let business = in_every_language(&shop);
    let browser = Browser::start();
    for (locale, dark) in looks() {
        browser.look_as(360, dark);
        judge_the_pages(&browser, &business, locale);
    }
}
