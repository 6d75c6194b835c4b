//! The number: its countries, its shape while it is typed, and everything that people paste.

use jatak_tests::browser::Browser;
use jatak_tests::shop::Shop;
use jatak_tests::wait;
use jatak_tests::widget::{Widget, snippet};
use serde_json::{Value, json};
use thirtyfour::Key;

use super::{COUNTRY_HEADER, business_of, server, submissions};

/// A script of the page that holds back what is fetched from addresses with `part` in them, until `letGo()`.
fn gate(part: &str) -> String {
    format!(
        "<script>
            const real = window.fetch;
            const open = new Promise((go) => {{ window.letGo = go; }});
            window.fetch = (input, init) => String(input).includes('{part}') ? open.then(() => real(input, init)) : real(input, init);
        </script>"
    )
}

/// Opens the form in a page that begins with `head`, for somebody who is in this country as far as the proxy knows.
fn open<'b>(browser: &'b Browser, shop: &Shop, head: &str, from: &str) -> Widget<'b> {
    let business = business_of(shop);
    if !from.is_empty() {
        browser.devtools("Network.enable", json!({}));
        browser.devtools("Network.setExtraHTTPHeaders", json!({ "headers": { COUNTRY_HEADER: from } }));
    }
    browser.open(&shop.page("/", &format!("{head}{}", snippet(server(), &business.slug))));
    Widget(browser).painted()
}

/// What stands in the field, where its caret is, what is chosen, and the example shown.
fn field(widget: Widget<'_>) -> Value {
    widget.in_form(
        "const [input, select] = ['phone', 'country'].map((name) => root.querySelector(`[name=${name}]`));
         return [input.value, input.selectionStart, select.value, input.placeholder]",
    )
}

fn typed(widget: Widget<'_>) -> String {
    field(widget)[0].as_str().unwrap().to_owned()
}

fn country(widget: Widget<'_>) -> String {
    field(widget)[2].as_str().unwrap().to_owned()
}

/// Waits until numbers can be shaped.
fn helped(widget: Widget<'_>) -> Widget<'_> {
    wait::until("an example of a number", || !field(widget)[3].as_str().unwrap().is_empty());
    widget
}

fn countries(widget: Widget<'_>) -> Value {
    widget.in_form("return root.querySelectorAll('option').length")
}

/// Chooses a country, and waits for its example.
fn choose(widget: Widget<'_>, code: &str) {
    widget.0.find(&format!("[name=country] option[value={code}]")).click();
    let _ = helped(widget);
}

/// Copies the text elsewhere in the page and pastes it into the field, by the browser's own commands.
fn paste(widget: Widget<'_>, text: &str) {
    let edit = |command: &str| {
        widget.0.devtools("Input.dispatchKeyEvent", json!({ "type": "keyDown", "commands": [command] }));
        widget.0.devtools("Input.dispatchKeyEvent", json!({ "type": "keyUp" }));
    };
    widget.0.run_with(
        "window.source = document.body.appendChild(document.createElement('textarea'));
         source.value = arguments[0];
         source.select();",
        vec![json!(text)],
    );
    edit("copy");
    widget.0.run("source.remove()");
    let input = widget.0.find("[name=phone]");
    input.clear();
    input.click();
    edit("paste");
}

#[test]
fn numbers_are_shaped_as_each_country_writes_them_while_they_are_typed() {
    let shop = Shop::open();
    let browser = Browser::start();
    let widget = helped(open(&browser, &shop, "", ""));
    for (code, typing, shape) in [
        ("DK", "2012345", "20 12 34 5"),
        ("DK", "20123456", "20 12 34 56"),
        ("DK", "+4520123456", "+45 20 12 34 56"),
        ("DE", "015123456789", "01512 3456789"),
        ("BR", "11961", "(11) 961"),
        ("BR", "11961234567", "(11) 96123-4567"),
        ("US", "2015550123", "(201) 555-0123"),
        ("US", "+12015550123", "+1 201-555-0123"),
        // What fits no shape stays.
        ("DK", "20 12 34 567", "20 12 34 567"),
        ("DK", "0045 20123456", "0045 20123456"),
    ] {
        choose(widget, code);
        widget.number(typing);
        assert_eq!(typed(widget), shape, "{typing} in {code}");
    }
}

#[test]
fn the_caret_stays_where_it_is_while_typing_and_deleting_in_the_middle() {
    let shop = Shop::open();
    let browser = Browser::start();
    let widget = helped(open(&browser, &shop, "", "")).live();
    widget.number("2012345");
    for _ in 0..6 {
        browser.press(Key::Left);
    }
    let steps: [(&str, char, &str, u64); 9] = [
        ("a digit in a group", '9', "20 19 23 45", 5),
        ("the one before the caret", Key::Backspace.value(), "20 12 34 5", 4),
        ("the one after it", Key::Delete.value(), "20 13 45", 4),
        ("one step on", Key::Right.value(), "20 13 45", 5),
        ("a space after the caret comes back behind it", Key::Delete.value(), "20 13 45", 6),
        ("so that the next digit can go", Key::Delete.value(), "20 13 5", 6),
        ("a space before the caret comes back after it", Key::Backspace.value(), "20 13 5", 5),
        ("so that the digit before it can go", Key::Backspace.value(), "20 15", 4),
        ("and a digit again", '7', "20 17 5", 5),
    ];
    for (what, key, text, caret) in steps {
        browser.press(key.to_string());
        assert_eq!((typed(widget).as_str(), field(widget)[1].as_u64()), (text, Some(caret)), "{what}");
    }
}

#[test]
fn what_people_paste_is_kept_understood_and_with_a_plus_chooses_its_country() {
    let shop = Shop::open();
    let browser = Browser::start();
    let widget = helped(open(&browser, &shop, "", ""));
    let business = business_of(&shop);
    for (text, shown, chosen, number) in [
        ("20 12 34 01", "20 12 34 01", "DK", "+4520123401"),
        ("20-12-34-02", "20 12 34 02", "DK", "+4520123402"),
        ("20.12.34.03", "20 12 34 03", "DK", "+4520123403"),
        ("(20) 12/34 04", "20 12 34 04", "DK", "+4520123404"),
        ("004520123405", "004520123405", "DK", "+4520123405"),
        ("tel:+45-20-12-34-06", "+45 20 12 34 06", "DK", "+4520123406"),
        ("\u{202a}+45\u{a0}20\u{a0}12\u{a0}34\u{a0}07\u{202c}", "+45 20 12 34 07", "DK", "+4520123407"),
        ("２０１２３４０８", "２０ １２ ３４ ０８", "DK", "+4520123408"),
        ("+49 (0)1512 3456709", "+49 (0)1512 3456709", "DE", "+4915123456709"),
        ("01512/3456710", "01512 3456710", "DE", "+4915123456710"),
        ("+٩٧١ ٥٠ ١٢٣ ٤٥١١", "+٩٧١ ٥٠ ١٢٣ ٤٥١١", "AE", "+971501234511"),
        ("٠٥٠١٢٣٤٥١٢", "٠٥٠ ١٢٣ ٤٥١٢", "AE", "+971501234512"),
        ("+98 (912) 345-6713", "+98 912 345 6713", "IR", "+989123456713"),
        ("۰۹۱۲۳۴۵۶۷۱۴", "۰۹۱۲ ۳۴۵ ۶۷۱۴", "IR", "+989123456714"),
        ("+1 (201) 555-0115", "+1 201-555-0115", "US", "+12015550115"),
    ] {
        paste(widget, text);
        // The country's own rules may have to be fetched first.
        wait::until(format!("{shown} in {chosen}: {}", field(widget)), || {
            typed(widget) == shown && country(widget) == chosen
        });
        let mut submission = business.submission(&typed(widget), &["order_updates"]);
        submission["subject"]["country"] = json!(country(widget));
        let posted = server().post(&business.api("/consents")).origin(&shop.origin).json(&submission);
        let _ = posted.send().expect(201);
        business.assert_states(number, &[("order_updates", "granted")]);
        let _ = helped(widget);
    }
}

#[test]
fn what_an_input_method_composes_is_its_own_until_it_is_done() {
    let shop = Shop::open();
    let browser = Browser::start();
    let widget = helped(open(&browser, &shop, "", ""));
    browser.find("[name=phone]").click();
    for text in ["2", "20", "201", "2012"] {
        let end = text.len();
        browser
            .devtools("Input.imeSetComposition", json!({ "text": text, "selectionStart": end, "selectionEnd": end }));
        assert_eq!(typed(widget), text);
    }
    browser.devtools("Input.insertText", json!({ "text": "2012" }));
    wait::until("the shape, once it is done", || typed(widget) == "20 12");
    assert_eq!(field(widget)[1], 5);
}

#[test]
fn the_list_of_countries_comes_later_and_keeps_what_was_typed_and_chosen() {
    let shop = Shop::open();
    let browser = Browser::start();
    let widget = open(&browser, &shop, &gate("/phone/countries"), "BR");
    assert_eq!(
        widget.in_form("return root.querySelector('select').textContent.replace('\u{200e}', '')"),
        "Denmark (+45)"
    );
    widget.number("+46 70 174 06 05");
    browser.run("window.letGo()");
    wait::until("all countries", || countries(widget) == 245);
    wait::until("the number's country, not the guess", || country(widget) == "SE");
    assert_eq!(typed(widget), "+46 70 174 06 05");
    let names = widget.in_form("return [...root.querySelectorAll('option')].map((option) => option.textContent)");
    assert_eq!(names[0], "Afghanistan (\u{200e}+93)");
    assert_eq!(names[244], "Zimbabwe (\u{200e}+263)");
}

#[test]
fn without_the_list_and_the_rules_the_form_works() {
    let shop = Shop::open();
    let business = business_of(&shop);
    let browser = Browser::start();
    browser.open(&shop.page("/", &format!("{}{}", gate("/phone/"), snippet(server(), &business.slug))));
    let widget = Widget(&browser).painted().live();
    widget.tick("order_updates");
    widget.number("+46 70 174 06 05");
    widget.submit();
    let _ = widget.success();
    business.assert_states("+46701740605", &[("order_updates", "granted")]);
    assert_eq!((countries(widget), submissions(&business)), (json!(1), 1));
}

#[test]
fn the_form_begins_with_the_country_that_the_shopper_is_in() {
    let shop = Shop::open();
    let browser = Browser::start();
    let widget = open(&browser, &shop, "", "BR");
    wait::until("the guess", || country(widget) == "BR");
    wait::until("an example of it", || field(widget)[3] == "(11) 96123-4567");
    widget.number("11961234567");
    assert_eq!(typed(widget), "(11) 96123-4567");
}

#[test]
fn a_guess_that_comes_late_changes_nothing_that_the_shopper_chose_or_typed() {
    let shop = Shop::open();
    let browser = Browser::start();
    for chooses in [false, true] {
        let widget = open(&browser, &shop, &gate("/phone/country"), "BR");
        wait::until("all countries", || countries(widget) == 245);
        if chooses {
            browser.find("[name=country] option[value=SE]").click();
        } else {
            widget.number("20");
        }
        browser.run("window.letGo()");
        let (chosen, example) = if chooses { ("SE", "070-123 45 67") } else { ("DK", "34 41 23 45") };
        wait::until("an example of the country that stays", || field(widget)[3] == example);
        assert_eq!(country(widget), chosen);
    }
}

#[test]
fn a_new_text_keeps_the_number_the_country_and_the_list() {
    let shop = Shop::open();
    let business = business_of(&shop);
    let browser = Browser::start();
    browser.open(&shop.page("/", &snippet(server(), &business.slug)));
    let widget = helped(Widget(&browser).painted().live());
    choose(widget, "SE");
    widget.tick("order_updates");
    widget.number("0701740605");
    business.change(|settings| settings["name"] = "Testhuset Nyt".into());
    widget.submit();
    wait::until("the new text", || browser.look(".changed").is_some_and(|changed| changed.is_shown()));
    assert_eq!((typed(widget).as_str(), country(widget).as_str()), ("070-174 06 05", "SE"));
    assert_eq!(countries(widget), 245);
    // And the field goes on as before.
    widget.number("0701740606");
    assert_eq!(typed(widget), "070-174 06 06");
    widget.tick("order_updates");
    widget.submit();
    let _ = widget.success();
    business.assert_states("+46701740606", &[("order_updates", "granted")]);
}
