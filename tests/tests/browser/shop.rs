//! The whole line in the demo shop: from unticked boxes to a file that shows every step.

use jatak_tests::browser::Browser;
use jatak_tests::widget::Widget;
use jatak_tests::{Business, wait};

use super::server;

/// The demo shop is shared, so each test in it has a number of its own.
fn states(phone: &str, expected: &[(&str, &str)]) {
    server().demo().assert_states(phone, expected);
}

/// A category's title in the demo shop's notice.
fn title(demo: &Business<'_>, locale: &str, id: &str) -> String {
    let notice = demo.notice(locale);
    let found = notice["categories"].as_array().unwrap().iter().find(|category| category["id"] == id);
    found.unwrap()["title"].as_str().unwrap().to_owned()
}

#[test]
fn a_shopper_ticks_two_of_four_keeps_a_receipt_and_takes_one_back() {
    let demo = server().demo();
    let browser = Browser::start();
    browser.open(&format!("{}/", server().shop));
    let widget = Widget(&browser).painted();
    assert_eq!(widget.boxes().len(), 4);
    assert!(widget.ticked().is_empty(), "nothing is ticked to begin with");

    widget.tick("relevant_offers");
    widget.tick("order_updates");
    assert_eq!(widget.ticked(), ["order_updates", "relevant_offers"]);
    widget.number("40 11 22 33");
    widget.submit();
    let success = widget.success();
    let locale = browser.find(".jatak").attribute("lang").unwrap();
    for (id, agreed) in [("order_updates", true), ("relevant_offers", true), ("back_in_stock", false)] {
        assert_eq!(success.contains(&title(&demo, &locale, id)), agreed, "{id} in {success}");
    }
    assert!(success.contains("33") && !success.contains("40 11"), "the number is masked: {success}");
    states("+4540112233", &[("order_updates", "granted"), ("relevant_offers", "granted")]);

    // Looking at the receipt, three times, changes nothing.
    let receipt = widget.receipt();
    let before = demo.lookup("+4540112233");
    for _ in 0..3 {
        browser.open_and_load(&receipt);
        browser.wait_for_text(&title(&demo, &locale, "order_updates"));
    }
    assert_eq!(demo.lookup("+4540112233"), before);

    // Taking one back there takes back just that one.
    browser.named(&title(&demo, &locale, "order_updates")).click();
    wait::until("the no is recorded", || demo.states("+4540112233")["order_updates"] == "withdrawn");
    states("+4540112233", &[("order_updates", "withdrawn"), ("relevant_offers", "granted")]);
    let rows = demo.rows("kind=events");
    let steps: Vec<_> = rows.iter().filter(|row| row["phone"] == "tel:+4540112233").collect();
    assert_eq!(steps.len(), 3, "{steps:?}");
    assert!(steps.iter().all(|row| row["recorded_at"].len() == 24 && !row["source"].is_empty()));
    assert_eq!(steps[0]["notice_id"], demo.notice(&locale)["id"].as_str().unwrap());
    assert_eq!(steps[2]["source"], "receipt");
}

#[test]
fn neither_the_shop_nor_a_page_of_the_edge_makes_the_console_complain() {
    let browser = Browser::start();
    browser.open(&format!("{}/", server().shop));
    let widget = Widget(&browser).painted().live();
    widget.tick("relevant_offers");
    widget.number("40 11 22 44");
    widget.submit();
    let receipt = widget.receipt();
    for page in [receipt, format!("{}/nordlys", server().edge), format!("{}/nordlys/export", server().edge)] {
        browser.open_and_load(&page);
    }
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

/// Adds up, from before anything is shown, how far the page moved.
const WATCH: &str = "window.moved = 0; new PerformanceObserver((list) => {
    list.getEntries().forEach((entry) => { window.moved += entry.value; });
}).observe({ type: 'layout-shift', buffered: true });";

#[test]
fn nothing_moves_when_the_form_appears() {
    let browser = Browser::start();
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", serde_json::json!({ "source": WATCH }));
    for width in [360, 1280] {
        browser.look_as(width, false);
        browser.open_and_load(&format!("{}/", server().shop));
        let _ = Widget(&browser).painted().live();
        let [moved, height, reserved] = [
            "return window.moved",
            "return document.querySelector('[data-jatak]').offsetHeight",
            "return parseFloat(getComputedStyle(document.querySelector('[data-jatak]')).minHeight)",
        ]
        .map(|script| browser.run(script).as_f64().unwrap());
        assert!(moved < 0.01, "the page moved by {moved} at {width} px");
        assert!(height <= reserved + 1.0, "the form is {height} px high, {reserved} are reserved, at {width} px");
    }
}

#[test]
fn a_number_is_sent_once_however_fast_the_button_is_pressed() {
    let demo = server().demo();
    let browser = Browser::start();
    browser.open(&format!("{}/", server().shop));
    let widget = Widget(&browser).painted().live();
    widget.tick("back_in_stock");
    widget.number("40 11 22 55");
    browser.double_click(&browser.find("form button[type=submit]"));
    let _ = widget.success();
    let rows = demo.rows("kind=events&category=back_in_stock");
    assert_eq!(rows.iter().filter(|row| row["phone"] == "tel:+4540112255").count(), 1);
}
