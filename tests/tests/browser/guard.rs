//! Rule 1: only the shopper ticks. What a script of the page ticks does not count.

use jatak_tests::browser::Browser;
use jatak_tests::shop::{HELD, Shop};
use jatak_tests::wait;
use jatak_tests::widget::{Widget, snippet};

use super::{business_of, server, submissions};

/// Ways in which a script may tick a box.
const WAYS: [&str; 5] = [
    "box.checked = true",
    "box.click()",
    "box.closest('label').click()",
    "box.checked = true; box.dispatchEvent(new Event('change', { bubbles: true }))",
    "box.checked = true; box.setAttribute('checked', ''); box.dispatchEvent(new Event('input', { bubbles: true }))",
];

/// Ticks every box by a script and presses the button by hand; then one box by hand and the others by a script.
fn try_every_way(browser: &Browser, widget: Widget<'_>, business: &jatak_tests::Business<'_>) {
    widget.number("20 12 34 56");
    for way in WAYS {
        widget.in_form(&format!("root.querySelectorAll('[type=checkbox]').forEach((box) => {{ {way} }})"));
        widget.submit();
        let said = widget.error("category");
        assert!(said.contains("Tick"), "{way}: {said}");
        wait::until("what a script ticked is undone", || widget.ticked().is_empty());
        assert_eq!(submissions(business), 0, "{way}");
    }
    widget.in_form("root.querySelector('[value=order_updates]').checked = true");
    widget.tick("relevant_offers");
    widget.in_form("root.querySelector('[value=back_in_stock]').click()");
    widget.submit();
    let _ = widget.success();
    business.assert_states("+4520123456", &[("relevant_offers", "granted")]);
    assert!(browser.complaints().is_empty());
}

#[test]
fn what_a_script_ticks_is_never_sent_by_the_loader() {
    let shop = Shop::open();
    let business = business_of(&shop);
    let body = format!("<img src=\"{HELD}\" alt=\"\">{}", snippet(server(), &business.slug));
    let browser = Browser::start();
    browser.open(&shop.page("/", &body));
    let widget = Widget(&browser).painted();
    try_every_way(&browser, widget, &business);
    assert!(!widget.is_live(), "all of this was without WASM");
}

#[test]
fn what_a_script_ticks_is_never_sent_by_the_wasm() {
    let shop = Shop::open();
    let business = business_of(&shop);
    let browser = Browser::start();
    browser.open(&shop.page("/", &snippet(server(), &business.slug)));
    let widget = Widget(&browser).painted().live();
    try_every_way(&browser, widget, &business);
}

#[test]
fn a_box_unticked_by_the_shopper_stays_unticked_whatever_a_script_does_then() {
    let shop = Shop::open();
    let business = business_of(&shop);
    let browser = Browser::start();
    browser.open(&shop.page("/", &snippet(server(), &business.slug)));
    let widget = Widget(&browser).painted().live();
    widget.tick("order_updates");
    widget.tick("relevant_offers");
    widget.tick("order_updates");
    widget.in_form("root.querySelector('[value=order_updates]').checked = true");
    widget.number("20 12 34 56");
    widget.submit();
    let _ = widget.success();
    business.assert_states("+4520123456", &[("relevant_offers", "granted")]);
}
