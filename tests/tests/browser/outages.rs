//! When the way to the edge fails: what was typed stays, the reason is clear, and one tap tries again without doubling.

use std::time::Duration;

use jatak_tests::browser::Browser;
use jatak_tests::front::{Fate, Front};
use jatak_tests::shop::{HELD, Shop};
use jatak_tests::widget::Widget;
use jatak_tests::{Business, wait};
use serde_json::json;

use super::{business_of, server, submissions};

/// The snippet, by way of a proxy.
fn snippet(front: &Front, business: &Business<'_>) -> String {
    format!(
        "<div data-jatak><script async src=\"{}/{}/widget.js?locale=en\"></script></div>",
        front.origin, business.slug
    )
}

/// Opens a page whose form is the loader's, or the WASM's, and fills it in.
fn filled<'b>(browser: &'b Browser, shop: &Shop, front: &Front, business: &Business<'_>, live: bool) -> Widget<'b> {
    let held = if live { String::new() } else { format!("<img src=\"{HELD}\" alt=\"\">") };
    browser.open(&shop.page("/", &format!("{held}{}", snippet(front, business))));
    let mut widget = Widget(browser).painted();
    if live {
        widget = widget.live();
    }
    widget.tick("order_updates");
    widget.number("20 12 34 56");
    widget
}

/// An error of the form as a whole is shown, the button says that it tries again, and nothing is lost.
fn says(widget: Widget<'_>, part: &str) {
    wait::until(format!("“{part}”"), || widget.error_now("form").contains(part));
    assert!(widget.0.find("form button[type=submit]").text().contains("again"), "the button says what a tap does");
    assert_eq!(widget.ticked(), ["order_updates"]);
    assert_eq!(widget.0.find("[name=phone]").property("value").as_deref(), Some("20 12 34 56"));
}

#[test]
fn a_shopper_without_a_connection_is_told_so_and_one_tap_sends_it_later() {
    for live in [false, true] {
        let shop = Shop::open();
        let business = business_of(&shop);
        let front = Front::before(server());
        let browser = Browser::start();
        let widget = filled(&browser, &shop, &front, &business, live);
        browser.devtools("Network.enable", json!({}));
        let connect = |offline: bool| {
            let conditions =
                json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
            browser.devtools("Network.emulateNetworkConditions", conditions);
        };
        connect(true);
        widget.submit();
        says(widget, "could not connect");
        connect(false);
        widget.submit();
        let _ = widget.success();
        assert_eq!(submissions(&business), 1, "live: {live}");
    }
}

#[test]
fn an_edge_that_fails_is_asked_again_with_the_same_key_whatever_the_failure() {
    for live in [false, true] {
        let shop = Shop::open();
        let business = business_of(&shop);
        let front = Front::before(server());
        let browser = Browser::start();
        let widget = filled(&browser, &shop, &front, &business, live);
        for (fate, said) in [
            (Fate::Answer(503), "did not work"),
            (Fate::Answer(429), "wait a little"),
            // A network that shows its own page, and an answer of which half came. The second was recorded.
            (Fate::Answer(200), "did not work"),
            (Fate::Half, "did not work"),
        ] {
            front.let_be("POST", "/consents", fate);
            let before = front.seen("POST", "/consents").len();
            widget.submit();
            wait::until("it is sent", || front.seen("POST", "/consents").len() == before + 1);
            says(widget, said);
        }
        front.let_be("POST", "/consents", Fate::Pass);
        widget.submit();
        let _ = widget.success();
        let seen = front.seen("POST", "/consents");
        assert_eq!(seen.len(), 5);
        assert!(seen.iter().all(|one| one.key == seen[0].key && one.key.len() >= 32), "one key for all: {seen:?}");
        assert_eq!(submissions(&business), 1, "live: {live}");
    }
}

#[test]
fn another_answer_is_another_submission_with_another_key() {
    let shop = Shop::open();
    let business = business_of(&shop);
    let front = Front::before(server());
    let browser = Browser::start();
    let widget = filled(&browser, &shop, &front, &business, true);
    front.let_be("POST", "/consents", Fate::Answer(503));
    widget.submit();
    says(widget, "did not work");
    front.let_be("POST", "/consents", Fate::Pass);
    widget.tick("back_in_stock");
    widget.submit();
    let _ = widget.success();
    let seen = front.seen("POST", "/consents");
    assert_ne!(seen[0].key, seen[1].key);
}

#[test]
fn wasm_that_takes_ten_seconds_to_come_never_sends_what_the_loader_has_sent() {
    let shop = Shop::open();
    let business = business_of(&shop);
    let front = Front::before(server());
    front.let_be("GET", ".wasm", Fate::Late(Duration::from_secs(10)));
    front.let_be("POST", "/consents", Fate::Held);
    let browser = Browser::start();
    browser.open(&shop.page("/", &snippet(&front, &business)));
    let widget = Widget(&browser).painted();
    widget.tick("order_updates");
    widget.number("20 12 34 56");
    browser.double_click(&browser.find("form button[type=submit]"));
    wait::until("the loader has sent it", || front.seen("POST", "/consents").len() == 1);
    assert!(!widget.is_live());
    assert_eq!(front.seen("GET", ".wasm").len(), 1, "the WASM is on its way");
    // The loader's submission is still on its way when the WASM takes over, and the shopper is impatient.
    let widget = widget.live();
    browser.double_click(&browser.find("form button[type=submit]"));
    front.release();
    let _ = widget.success();
    assert_eq!(front.seen("POST", "/consents").len(), 1);
    assert_eq!(submissions(&business), 1);
}

#[test]
fn a_deploy_that_takes_the_old_assets_away_leaves_open_pages_working() {
    let shop = Shop::open();
    let business = business_of(&shop);
    let front = Front::before(server());
    // The page was opened before the deploy; what it has not fetched by then is gone.
    front.let_be("GET", "/assets/", Fate::Answer(404));
    let browser = Browser::start();
    browser.open_and_load(&shop.page("/", &snippet(&front, &business)));
    let widget = Widget(&browser).painted();
    wait::until("the WASM is given up", || {
        browser.complaints().iter().any(|said| said.contains("without WebAssembly"))
    });
    widget.tick("order_updates");
    widget.number("20 12 34 56");
    // The deploy brought new words, too.
    business.change(|settings| settings["name"] = "Testhuset Nyt".into());
    widget.submit();
    wait::until("the new text", || browser.find(".statement").text().contains("Testhuset Nyt"));
    assert!(widget.ticked().is_empty());
    widget.tick("order_updates");
    widget.submit();
    let _ = widget.success();
    assert!(!widget.is_live());
    assert_eq!(submissions(&business), 1);
}

#[test]
fn glue_and_wasm_that_are_not_what_the_edge_built_are_not_run() {
    for (file, name) in [("jatak.js", "glue"), ("jatak_bg.wasm", "WASM")] {
        let shop = Shop::open();
        let business = business_of(&shop);
        let front = Front::before(server());
        front.let_be("GET", file, Fate::Other);
        let browser = Browser::start();
        browser.open_and_load(&shop.page("/", &snippet(&front, &business)));
        let widget = Widget(&browser).painted();
        let mut said = Vec::new();
        wait::until(format!("the {name} is refused"), || {
            said.extend(browser.complaints());
            said.iter().any(|said| said.contains("without WebAssembly"))
        });
        assert!(said.iter().any(|said| said.contains("integrity")), "{said:?}");
        widget.tick("order_updates");
        widget.number("20 12 34 56");
        widget.submit();
        let _ = widget.success();
        assert!(!widget.is_live());
    }
}

#[test]
fn a_page_that_is_prepared_in_case_it_is_opened_fetches_no_wasm_before_it_is() {
    let shop = Shop::open();
    let business = business_of(&shop);
    let front = Front::before(server());
    let ready = "<script>document.addEventListener('jatak:ready', () => {
        const then = () => requestIdleCallback(() => requestIdleCallback(() => fetch('/idle')));
        if (document.readyState === 'complete') then();
        else window.addEventListener('load', then);
    }, { once: true });</script>";
    shop.page("/product", &format!("{ready}{}", snippet(&front, &business)));
    let rules = "<script type=\"speculationrules\">{\"prerender\":[{\"source\":\"list\",\"urls\":[\"/product\"],\"eagerness\":\"immediate\"}]}</script>";
    let browser = Browser::start();
    browser.open_and_load(&shop.page("/", &format!("{rules}<a href=\"/product\">To the product</a>")));
    wait::until("the page is prepared, and has nothing left to do", || shop.was_asked("/idle"));
    assert_eq!(front.seen("GET", "/assets/").len(), 0, "no glue, no WASM");
    assert_eq!(front.seen("POST", "").len(), 0, "and nothing told");
    browser.named("To the product").click();
    wait::until("the page is opened", || browser.url().ends_with("/product"));
    let widget = Widget(&browser).painted();
    let prepared = "return performance.getEntriesByType('navigation')[0].activationStart > 0";
    assert_eq!(browser.run(prepared), true, "it was prepared, which is what is tested");
    assert!(widget.ticked().is_empty());
    let widget = widget.live();
    widget.tick("order_updates");
    widget.number("20 12 34 56");
    widget.submit();
    let _ = widget.success();
    assert_eq!(submissions(&business), 1);
}
