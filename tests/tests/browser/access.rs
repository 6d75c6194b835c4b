//! Every page and every view of the form, judged by axe-core, in light and in dark.

use jatak_tests::axe::assert_accessible;
use jatak_tests::browser::Browser;
use jatak_tests::shop::Shop;
use jatak_tests::widget::{Widget, snippet};

use super::{business_of, server};

/// A form follows the reader's colours only in a page that says it can.
const BOTH_SCHEMES: &str = "<style>:root { color-scheme: light dark; }</style>";

#[test]
fn the_form_its_errors_and_the_success_view_are_accessible() {
    let shop = Shop::open();
    for dark in [false, true] {
        let business = business_of(&shop);
        let browser = Browser::start();
        browser.look_as(360, dark);
        browser.open(&shop.page("/", &format!("{BOTH_SCHEMES}{}", snippet(server(), &business.slug))));
        let widget = Widget(&browser).painted().live();
        assert_accessible(&browser, "[data-jatak]");
        widget.submit();
        let _ = widget.error("category");
        assert_accessible(&browser, "[data-jatak]");
        widget.tick("order_updates");
        widget.number("20 12 34 56");
        widget.submit();
        let _ = widget.success();
        assert_accessible(&browser, "[data-jatak]");
    }
}

#[test]
fn the_edges_pages_are_accessible() {
    let business = server().business();
    let receipt = business.receipt(&business.opt_in("20 12 34 56", &["order_updates", "relevant_offers"]));
    let choices = business.choices("+4520123456");
    let pages = [
        format!("/{}?locale=en", business.slug),
        format!("/{}?locale=da", business.slug),
        receipt,
        choices,
        format!("/{}/export", business.slug),
        format!("/{}/c/nothing", business.slug),
    ];
    for dark in [false, true] {
        let browser = Browser::start();
        browser.look_as(360, dark);
        for page in &pages {
            browser.open_and_load(&format!("{}{page}", server().edge));
            assert_accessible(&browser, "html");
        }
    }
}

#[test]
fn nothing_is_wider_than_a_narrow_screen() {
    let shop = Shop::open();
    let business = business_of(&shop);
    let body = business.submission("20 12 34 56", &["order_updates"]);
    let receipt = business.receipt(&business.post("/consents", &body).expect(201).json());
    let browser = Browser::start();
    browser.look_as(320, false);
    let wider = "return document.documentElement.scrollWidth > document.documentElement.clientWidth";
    for page in
        [format!("/{}", business.slug), receipt, business.choices("+4520123456"), format!("/{}/export", business.slug)]
    {
        browser.open_and_load(&format!("{}{page}", server().edge));
        assert_eq!(browser.run(wider), false, "{page}");
    }
    browser.open_and_load(&shop.page("/", &snippet(server(), &business.slug)));
    let _ = Widget(&browser).painted();
    assert_eq!(browser.run(wider), false, "the form in a shop");
}
