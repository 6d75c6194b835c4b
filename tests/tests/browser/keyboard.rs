//! By keyboard alone: in order, with a focus that can be seen.

use jatak_tests::browser::Browser;
use jatak_tests::shop::Shop;
use jatak_tests::wait;
use jatak_tests::widget::{Widget, snippet};
use thirtyfour::Key;

use super::{business_of, server, submissions};

/// Whether the element with the focus is drawn so that one sees it.
const SEES_FOCUS: &str = "
    let element = document.activeElement;
    while (element.shadowRoot && element.shadowRoot.activeElement) element = element.shadowRoot.activeElement;
    const style = getComputedStyle(element);
    const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
    return outlined || style.boxShadow !== 'none';";

#[test]
fn the_form_is_filled_in_and_sent_by_keyboard_alone() {
    let shop = Shop::open();
    let business = business_of(&shop);
    let browser = Browser::start();
    browser
        .open(&shop.page("/", &format!("<a href=\"#\" id=\"before\">Before</a>{}", snippet(server(), &business.slug))));
    let widget = Widget(&browser).painted().live();
    browser.run("document.getElementById('before').focus()");

    let mut order = Vec::new();
    loop {
        browser.press(Key::Tab);
        let focused = browser.focused();
        assert_eq!(browser.run(SEES_FOCUS), true, "the focus can be seen on {focused}");
        match (focused["type"].as_str(), focused["value"].as_str()) {
            (Some("checkbox"), Some(value @ ("order_updates" | "back_in_stock"))) => {
                order.push(value.to_owned());
                browser.press(" ");
            }
            (Some("checkbox"), Some(value)) => order.push(value.to_owned()),
            (Some("tel"), _) => {
                order.push("phone".into());
                browser.press("20 12 34 56");
            }
            (Some("submit"), _) => {
                order.push("submit".into());
                browser.press(Key::Enter);
                break;
            }
            _ => order.push(focused["name"].as_str().unwrap_or("other").to_owned()),
        }
        assert!(order.len() < 20, "the button is reached: {order:?}");
    }
    let expected =
        ["order_updates", "relevant_offers", "product_recommendations", "back_in_stock", "country", "phone", "submit"];
    assert_eq!(order, expected);
    let _ = widget.success();
    business.assert_states("+4520123456", &[("order_updates", "granted"), ("back_in_stock", "granted")]);
    wait::until("the focus is on what was said", || browser.focused()["tag"] == "h2");
    browser.press(Key::Tab);
    assert_eq!(browser.focused()["tag"], "a", "and the receipt comes next");
}

#[test]
fn enter_in_the_numbers_field_sends_the_form() {
    let shop = Shop::open();
    let business = business_of(&shop);
    let browser = Browser::start();
    browser.open(&shop.page("/", &snippet(server(), &business.slug)));
    let widget = Widget(&browser).painted().live();
    widget.tick("order_updates");
    widget.number("20 12 34 56");
    browser.press(Key::Enter);
    let _ = widget.success();
    assert_eq!(submissions(&business), 1);
}

#[test]
fn letters_typed_in_the_form_do_not_reach_the_shops_shortcuts() {
    let shop = Shop::open();
    let business = business_of(&shop);
    let shortcuts = "<script>
        window.heard = [];
        document.addEventListener('keydown', (event) => {
            window.heard.push(event.key);
            if (event.key === '2') event.preventDefault();
        });
    </script>";
    let browser = Browser::start();
    browser.open(&shop.page("/", &format!("{shortcuts}{}", snippet(server(), &business.slug))));
    let widget = Widget(&browser).painted().live();
    widget.number("20 12");
    assert_eq!(browser.find("[name=phone]").property("value").as_deref(), Some("20 12"));
    let heard = browser.run("return window.heard").to_string();
    assert!(!heard.contains('2'), "{heard}");
}
