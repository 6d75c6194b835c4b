//! A page that comes back is a new visit: nothing is ticked in it (rule 1).

use jatak_tests::browser::Browser;
use jatak_tests::shop::Shop;
use jatak_tests::widget::{Widget, snippet};

use super::{business_of, server, submissions};

#[test]
fn a_shop_page_that_comes_back_from_the_history_has_nothing_ticked() {
    let shop = Shop::open();
    let business = business_of(&shop);
    let page = shop.page("/", &snippet(server(), &business.slug));
    let other = shop.page("/other", "<p>Another page</p>");
    let browser = Browser::start();
    browser.open_and_load(&page);
    let widget = Widget(&browser).painted().live();
    widget.tick("order_updates");
    widget.number("20 12 34 56");
    browser.run("window.jatakTestKept = true");
    browser.open_and_load(&other);
    browser.back();
    let widget = Widget(&browser).painted();
    assert_eq!(browser.run("return window.jatakTestKept"), true, "this page was kept alive, which is what is tested");
    assert!(widget.ticked().is_empty(), "{:?}", widget.ticked());
    // Where the page was kept alive, the tick must be gone for the code as well as for the eye.
    widget.number("20 12 34 56");
    widget.submit();
    assert!(!widget.error("category").is_empty());
    assert_eq!(submissions(&business), 0);
}

#[test]
fn a_page_shown_again_by_the_browsers_cache_unticks_its_boxes() {
    let shop = Shop::open();
    let business = business_of(&shop);
    let browser = Browser::start();
    browser.open_and_load(&shop.page("/", &snippet(server(), &business.slug)));
    let widget = Widget(&browser).painted().live();
    widget.tick("order_updates");
    // What a browser tells a page that it kept alive, whether this one keeps pages or not.
    browser.run("window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
    assert!(widget.ticked().is_empty());
    // The tick of the visit before is forgotten, not only taken off: a script cannot bring it back.
    widget.in_form("root.querySelector('[value=order_updates]').checked = true");
    widget.number("20 12 34 56");
    widget.submit();
    assert!(!widget.error("category").is_empty());
    assert_eq!(submissions(&business), 0);
}

#[test]
fn a_page_that_is_loaded_again_has_nothing_ticked() {
    let shop = Shop::open();
    let business = business_of(&shop);
    let browser = Browser::start();
    browser.open_and_load(&shop.page("/", &snippet(server(), &business.slug)));
    Widget(&browser).painted().tick("order_updates");
    browser.reload();
    assert!(Widget(&browser).painted().ticked().is_empty());
}

#[test]
fn the_hosted_page_has_nothing_ticked_when_it_comes_back_or_is_loaded_again() {
    let shop = Shop::open();
    let business = business_of(&shop);
    let other = shop.page("/other", "<p>Another page</p>");
    let browser = Browser::start();
    let ticked = || browser.run("return document.querySelectorAll('[type=checkbox]:checked').length");
    browser.open_and_load(&format!("{}/{}", server().edge, business.slug));
    browser.find("[type=checkbox][value=order_updates]").click();
    assert_eq!(ticked(), 1);
    browser.open_and_load(&other);
    browser.back();
    browser.find("[type=checkbox][value=order_updates]");
    assert_eq!(ticked(), 0, "back from another page");
    browser.find("[type=checkbox][value=order_updates]").click();
    browser.reload();
    browser.find("[type=checkbox][value=order_updates]");
    assert_eq!(ticked(), 0, "loaded again");
}
