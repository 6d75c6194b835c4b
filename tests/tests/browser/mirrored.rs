//! From right to left: the form is mirrored, and numbers in it are not.

use jatak_tests::browser::Browser;
use jatak_tests::shop::Shop;
use jatak_tests::widget::{Widget, snippet};
use serde_json::Value;

use super::{business_of, server};

/// The boxes in the form: name, start and end, from the form's left edge and its right one.
const BOXES: &str = "
    const form = root.querySelector('.jatak').getBoundingClientRect();
    const names = '.heading, .statement, fieldset, .choice, [type=checkbox], .field, .field label, select, [type=tel], .terms, .error, button, .fine';
    return [...root.querySelectorAll(names)].filter((element) => element.offsetParent).map((element) => {
        const box = element.getBoundingClientRect();
        return [element.tagName + ' ' + element.className, box.left - form.left, form.right - box.right];
    });";

fn boxes(widget: Widget<'_>) -> Vec<(String, f64, f64)> {
    let found = widget.in_form(BOXES);
    let number = |value: &Value| value.as_f64().unwrap();
    let one = |one: &Value| (one[0].as_str().unwrap().to_owned(), number(&one[1]), number(&one[2]));
    found.as_array().unwrap().iter().map(one).collect()
}

#[test]
fn from_right_to_left_the_form_is_mirrored_and_its_numbers_are_not() {
    let shop = Shop::open();
    let business = business_of(&shop);
    let browser = Browser::start();
    for width in [360, 900] {
        browser.look_as(width, false);
        browser.open(&shop.page("/", &snippet(server(), &business.slug)));
        let widget = Widget(&browser).painted().live();
        widget.submit();
        let _ = widget.error("category");
        let straight = boxes(widget);
        widget.in_form("root.querySelector('.jatak').dir = 'rtl'");
        let mirrored = boxes(widget);
        assert_eq!(straight.len(), mirrored.len());
        assert!(straight.len() > 15, "{straight:?}");
        for ((name, left, right), (_, mirrored_left, mirrored_right)) in straight.iter().zip(&mirrored) {
            let same = (left - mirrored_right).abs() < 1.0 && (right - mirrored_left).abs() < 1.0;
            assert!(same, "{name}: {left} and {right} became {mirrored_left} and {mirrored_right}");
        }
        let style = |css: &str, name: &str| browser.find(css).style(name);
        assert_eq!(style(".statement", "text-align"), "start");
        assert_eq!(style("[type=tel]", "direction"), "ltr", "a number is written from left to right");
        assert_eq!(style("[type=tel]", "text-align"), "right", "and stands where the language begins");
        assert_eq!(style("select", "padding-left"), "32px", "the arrow has its room at the end");
        assert!(style("select", "background-position").starts_with("12px 50%"), "and stands in it");

        widget.tick("order_updates");
        widget.number("20 12 34 56");
        widget.submit();
        let _ = widget.success();
        let masked = widget.in_form(
            "const done = root.querySelector('.done').getBoundingClientRect();
             const masked = root.querySelector('.masked');
             const box = masked.getBoundingClientRect();
             return [Math.abs(box.right - done.right) < 1, box.width < done.width / 2, getComputedStyle(masked).direction];",
        );
        assert_eq!(masked, serde_json::json!([true, true, "ltr"]));
    }
}
