//! By keyboard alone: in order, with a focus that can be seen.

use jatak_tests::browser::Browser;
use jatak_tests::shop::Shop;
use jatak_tests::wait;
use jatak_tests::widget::{Widget, snippet};
use serde_json::Value;
use thirtyfour::Key;

use super::export::downloaded;
use super::{business_of, server, submissions};

/// Whether the element with the focus is drawn so that one sees it, and stands on the screen with nothing over it.
const SEES_FOCUS: &str = "
    let element = document.activeElement;
    while (element.shadowRoot && element.shadowRoot.activeElement) element = element.shadowRoot.activeElement;
    const style = getComputedStyle(element);
    // Inside a field for a date the browser draws the ring, around the part of it that has the focus.
    const inside = element.type === 'date' && !element.matches(':focus-visible');
    const outlined = inside || style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    const box = element.getBoundingClientRect();
    const top = element.getRootNode().elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
    return outlined && !!top && (element.contains(top) || top.contains(element));";

/// Presses Tab until the element with the focus is `wanted`. Each on the way can be seen. Returns what was passed, by name
/// or text.
fn tab_to(browser: &Browser, wanted: impl Fn(&Value) -> bool) -> Vec<String> {
    let mut passed = Vec::new();
    loop {
        browser.press(Key::Tab);
        let focused = browser.focused();
        assert_eq!(browser.run(SEES_FOCUS), true, "the focus can be seen on {focused}");
        if wanted(&focused) {
            return passed;
        }
        let text =
            ["value", "name", "text"].iter().find_map(|name| focused[*name].as_str().filter(|text| !text.is_empty()));
        passed.push(text.unwrap_or("?").to_owned());
        assert!(passed.len() < 40, "it is reached: {passed:?}");
    }
}

/// Whether an element has this name, or this text in it.
fn is(what: &str) -> impl Fn(&Value) -> bool {
    move |focused| {
        let holds = |name: &str| focused[name].as_str().is_some_and(|text| text.contains(what));
        focused["name"] == what || focused["value"] == what || holds("text")
    }
}

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
fn the_hosted_page_is_filled_in_and_one_yes_and_then_all_are_taken_back_by_keyboard_alone() {
    let business = server().business();
    let browser = Browser::start();
    browser.open_and_load(&format!("{}/{}?locale=en", server().edge, business.slug));
    let _ = tab_to(&browser, is("Skip"));
    browser.press(Key::Enter);
    assert_eq!(tab_to(&browser, is("order_updates")), Vec::<String>::new(), "past the languages");
    browser.press(" ");
    let _ = tab_to(&browser, is("back_in_stock"));
    browser.press(" ");
    assert_eq!(tab_to(&browser, is("phone")), ["DK"]);
    browser.press("20 12 34 56");
    assert_eq!(tab_to(&browser, |focused| focused["type"] == "submit"), Vec::<String>::new());
    browser.press(Key::Enter);

    wait::until("the receipt", || browser.url().contains("/c/"));
    business.assert_states("+4520123456", &[("order_updates", "granted"), ("back_in_stock", "granted")]);
    let title = business.notice("en")["categories"][0]["title"].as_str().unwrap().to_owned();
    let _ = tab_to(&browser, is(&title));
    browser.press(Key::Enter);
    browser.wait_for_text("You have said no");
    business.assert_states("+4520123456", &[("order_updates", "withdrawn"), ("back_in_stock", "granted")]);
    let _ = tab_to(&browser, is("Stop everything"));
    browser.press(Key::Enter);
    browser.wait_for_text("You have stopped everything");
    assert!(business.states("+4520123456").values().all(|state| state == "withdrawn"));
}

#[test]
fn choices_are_changed_and_saved_by_keyboard_alone() {
    let business = server().business();
    business.opt_in("20 12 34 56", &["order_updates", "back_in_stock"]);
    let browser = Browser::start();
    browser.open_and_load(&format!("{}{}", server().edge, business.choices("+4520123456")));
    let _ = tab_to(&browser, is("order_updates"));
    browser.press(" ");
    assert_eq!(tab_to(&browser, is("product_recommendations")), ["relevant_offers"]);
    browser.press(" ");
    assert_eq!(tab_to(&browser, is("Save")), ["back_in_stock"]);
    browser.press(Key::Enter);
    browser.wait_for_text("saved");
    let expected =
        [("order_updates", "withdrawn"), ("product_recommendations", "granted"), ("back_in_stock", "granted")];
    business.assert_states("+4520123456", &expected);
}

#[test]
fn an_export_is_chosen_and_downloaded_by_keyboard_alone() {
    let business = server().business();
    business.opt_in("20 12 34 56", &["order_updates"]);
    let browser = Browser::start();
    browser.open_and_load(&format!("{}/{}/export?locale=en", server().edge, business.slug));
    let _ = tab_to(&browser, |focused| focused["type"] == "password");
    browser.press(business.key.as_str());
    let _ = tab_to(&browser, |focused| focused["name"] == "kind");
    browser.press(Key::Down);
    assert_eq!(browser.focused()["value"], "state");
    let _ = tab_to(&browser, is("Download"));
    browser.press(Key::Enter);
    let (name, text) = downloaded(&browser);
    assert!(name.contains("state") && text.contains("order_updates"), "{name}: {text}");
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
