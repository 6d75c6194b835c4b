//! Before the WASM is there the loader does its work, and hands over without losing or doubling anything.

use jatak_tests::browser::Browser;
use jatak_tests::shop::{HELD, Shop};
use jatak_tests::wait;
use jatak_tests::widget::{Widget, snippet};

use super::{business_of, server, submissions};

/// An image that keeps the page from having loaded, and with it the WASM from being fetched.
fn held() -> String {
    format!("<img src=\"{HELD}\" alt=\"\">")
}

/// A script of the page that counts what is posted, and lets it wait for `letGo()`.
const GATE: &str = "<script>
    window.posted = [];
    const real = window.fetch;
    window.fetch = (input, init) => {
        const method = (init && init.method) || input.method;
        if (method !== 'POST') return real(input, init);
        window.posted.push(1);
        return new Promise((go) => { window.letGo = go; }).then(() => real(input, init));
    };
</script>";

/// A script of the page that counts what is posted.
const COUNT: &str = "<script>
    window.posted = 0;
    const real = window.fetch;
    window.fetch = (input, init) => {
        if (((init && init.method) || input.method) === 'POST') window.posted += 1;
        return real(input, init);
    };
</script>";

#[test]
fn the_form_works_before_the_wasm_is_there() {
    let shop = Shop::open();
    let business = business_of(&shop);
    let browser = Browser::start();
    browser.open(&shop.page("/", &format!("{}{}", held(), snippet(server(), &business.slug))));
    let widget = Widget(&browser).painted();
    widget.tick("order_updates");
    widget.number("20 12 34 56");
    widget.submit();
    let said = widget.success();
    assert!(!widget.is_live());
    for (index, agreed) in [(0, true), (1, false)] {
        let title = business.notice("en")["categories"][index]["title"].as_str().unwrap().to_owned();
        assert_eq!(said.contains(&title), agreed, "{title} in {said}");
    }
    business.assert_states("+4520123456", &[("order_updates", "granted")]);
    shop.release();
    let _ = widget.live();
    assert!(widget.is_done(), "the success view stays when the WASM takes over");
    assert!(!widget.receipt().is_empty());
    assert_eq!(submissions(&business), 1);
}

#[test]
fn what_was_typed_and_ticked_stays_when_the_wasm_takes_over_and_the_nodes_are_the_same() {
    let shop = Shop::open();
    let business = business_of(&shop);
    let browser = Browser::start();
    browser.open(&shop.page("/", &format!("{}{}", held(), snippet(server(), &business.slug))));
    let widget = Widget(&browser).painted();
    widget.tick("order_updates");
    widget.tick("back_in_stock");
    widget.number("20 12 3");
    // The other countries come after the form; they are waited for so that no node is new for that reason.
    browser.find("[name=country] option[value=SE]");
    widget.in_form(
        "root.querySelectorAll('*').forEach((element, index) => { element.jatakTest = index; });
         window.jatakTestCount = root.querySelectorAll('*').length;",
    );
    browser.find("[name=country] option[value=SE]").click();
    shop.release();
    let _ = widget.live();
    assert_eq!(widget.ticked(), ["back_in_stock", "order_updates"]);
    let kept = widget.in_form(
        "return [root.querySelector('[name=phone]').value.replace(/ /g, ''), root.querySelector('[name=country]').value,
                 [...root.querySelectorAll('*')].filter((element) => element.jatakTest === undefined).length]",
    );
    assert_eq!(kept, serde_json::json!(["20123", "SE", 0]), "text, choice, and no node made anew");

    // And all of it is what is sent.
    browser.find("[name=country] option[value=DK]").click();
    browser.find("[name=phone]").send_keys("4 56");
    widget.submit();
    let _ = widget.success();
    business.assert_states("+4520123456", &[("order_updates", "granted"), ("back_in_stock", "granted")]);
}

#[test]
fn a_submission_in_flight_is_handed_over_and_sent_once() {
    let shop = Shop::open();
    let business = business_of(&shop);
    let browser = Browser::start();
    browser.open(&shop.page("/", &format!("{GATE}{}{}", held(), snippet(server(), &business.slug))));
    let widget = Widget(&browser).painted();
    widget.tick("order_updates");
    widget.number("20 12 34 56");
    widget.submit();
    wait::until("the submission is on its way", || browser.run("return window.posted.length") == 1);
    shop.release();
    let _ = widget.live();
    // Pressing again while it is on its way sends nothing more.
    widget.submit();
    browser.run("window.letGo()");
    let _ = widget.success();
    assert_eq!(browser.run("return window.posted.length"), 1);
    assert_eq!(submissions(&business), 1);
    assert!(!widget.receipt().is_empty());
}

#[test]
fn a_refusal_in_flight_is_handed_over_too() {
    let shop = Shop::open();
    let business = business_of(&shop);
    let browser = Browser::start();
    browser.open(&shop.page("/", &format!("{GATE}{}{}", held(), snippet(server(), &business.slug))));
    let widget = Widget(&browser).painted();
    widget.tick("order_updates");
    widget.number("20 12");
    widget.submit();
    wait::until("the submission is on its way", || browser.run("return window.posted.length") == 1);
    shop.release();
    let _ = widget.live();
    browser.run("window.letGo()");
    assert!(!widget.error("phone").is_empty());
    widget.number("20 12 34 56");
    widget.submit();
    wait::until("the next one is on its way", || browser.run("return window.posted.length") == 2);
    browser.run("window.letGo()");
    let _ = widget.success();
    assert_eq!(submissions(&business), 1);
}

#[test]
fn a_double_click_sends_once_with_the_loader_and_with_the_wasm() {
    for live in [false, true] {
        let shop = Shop::open();
        let business = business_of(&shop);
        let browser = Browser::start();
        browser.open(&shop.page("/", &format!("{COUNT}{}{}", held(), snippet(server(), &business.slug))));
        let mut widget = Widget(&browser).painted();
        if live {
            shop.release();
            widget = widget.live();
        }
        widget.tick("order_updates");
        widget.number("20 12 34 56");
        browser.double_click(&browser.find("form button[type=submit]"));
        let _ = widget.success();
        assert_eq!(browser.run("return window.posted"), 1, "live: {live}");
        assert_eq!(submissions(&business), 1, "live: {live}");
    }
}

#[test]
fn a_form_whose_wasm_is_gone_goes_on_without() {
    let shop = Shop::open();
    let business = business_of(&shop);
    let browser = Browser::start();
    browser.devtools("Network.enable", serde_json::json!({}));
    browser.devtools("Network.setBlockedURLs", serde_json::json!({ "urls": ["*.wasm"] }));
    browser.open_and_load(&shop.page("/", &snippet(server(), &business.slug)));
    let widget = Widget(&browser).painted();
    wait::until("the WASM is given up", || {
        browser.complaints().iter().any(|said| said.contains("without WebAssembly"))
    });
    widget.tick("order_updates");
    widget.number("20 12 34 56");
    widget.submit();
    let _ = widget.success();
    assert!(!widget.is_live());
    assert_eq!(submissions(&business), 1);
}
