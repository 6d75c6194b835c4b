//! Shop and widget leave each other alone.

use jatak_tests::browser::Browser;
use jatak_tests::shop::Shop;
use jatak_tests::widget::{Widget, snippet};
use serde_json::Value;

use super::{business_of, server};

/// Rules as found in the worst of shops.
const HOSTILE: &str = "<style>
    * { font-family: fantasy; letter-spacing: 4px; text-transform: uppercase; box-sizing: content-box; color: #f0f;
        line-height: 3; word-spacing: 1em; text-align: right; font-style: italic; font-variant: small-caps;
        text-indent: 2em; white-space: pre; cursor: wait; }
    label { display: none !important; }
    input, select, button, fieldset, legend, p, h2, ul, li, a { display: none !important; opacity: 0.1; margin: 50px;
        padding: 50px; border: 10px solid red; background: red; position: absolute; }
    ul { list-style: square; }
    div { text-decoration: line-through; visibility: visible; }
</style>";

/// How every element of the form looks: what is not about its size, which the shop may set by its width.
const LOOKS: &str = "
    const names = ['font-family', 'font-size', 'font-style', 'font-variant', 'font-weight', 'line-height', 'letter-spacing',
        'word-spacing', 'text-transform', 'text-align', 'text-indent', 'white-space', 'color', 'background-color', 'display',
        'visibility', 'opacity', 'position', 'cursor', 'direction', 'box-sizing', 'list-style-type', 'margin-top',
        'padding-top', 'border-top-width', 'border-top-color', 'text-decoration-line'];
    return [...root.querySelectorAll('.jatak, .jatak *')].map((element) => {
        const style = getComputedStyle(element);
        return [element.tagName, element.className, names.map((name) => name + ': ' + style.getPropertyValue(name))];
    });";

#[test]
fn hostile_styles_of_a_shop_do_not_reach_the_widget() {
    let shop = Shop::open();
    let business = business_of(&shop);
    let tag = snippet(server(), &business.slug);
    let browser = Browser::start();
    let look = |path: &str, body: &str| -> Value {
        browser.open(&shop.page(path, body));
        Widget(&browser).painted().live().in_form(LOOKS)
    };
    let plain = look("/plain", &tag);
    let hostile = look("/hostile", &format!("{HOSTILE}{tag}"));
    let (plain, hostile) = (plain.as_array().unwrap(), hostile.as_array().unwrap());
    assert_eq!(plain.len(), hostile.len());
    assert!(plain.len() > 20);
    for (plain, hostile) in plain.iter().zip(hostile) {
        let different = plain[2].as_array().unwrap().iter().zip(hostile[2].as_array().unwrap()).filter(|(a, b)| a != b);
        let different: Vec<_> = different.map(|(a, b)| format!("{a} became {b}")).collect();
        assert!(different.is_empty(), "{} {}: {different:?}", plain[0], plain[1]);
    }
    // And it can be used.
    let widget = Widget(&browser);
    widget.tick("order_updates");
    widget.number("20 12 34 56");
    widget.submit();
    let _ = widget.success();
}

#[test]
fn the_widget_changes_nothing_of_the_shops_page() {
    let shop = Shop::open();
    let business = business_of(&shop);
    // The form may make the page long enough for a scroll bar, which is no change of the shop's.
    let page = "<style>html { overflow-y: scroll; }</style><h2>Coffee</h2><form><label>Mail <input name=\"phone\"></label><button>Buy</button></form>";
    let look = "return [...document.querySelectorAll('h2, form, label, input, button')].map((element) => {
        const style = getComputedStyle(element);
        return [...style].map((name) => style.getPropertyValue(name)).join();
    })";
    let browser = Browser::start();
    browser.open_and_load(&shop.page("/without", page));
    let (without, globals) = (browser.run(look), browser.run("return Object.getOwnPropertyNames(window)"));
    browser.open_and_load(&shop.page("/with", &format!("{page}{}", snippet(server(), &business.slug))));
    let _ = Widget(&browser).painted().live();
    assert_eq!(browser.run(look), without);
    let before = globals.as_array().unwrap();
    let after = browser.run("return Object.getOwnPropertyNames(window)");
    let new: Vec<_> = after.as_array().unwrap().iter().filter(|name| !before.contains(name)).collect();
    assert!(new.iter().all(|name| **name == "jatak"), "one global at most: {new:?}");
}

#[test]
fn the_widget_stores_nothing_and_asks_nobody_else() {
    let shop = Shop::open();
    let business = business_of(&shop);
    let browser = Browser::start();
    browser.open_and_load(&shop.page("/", &snippet(server(), &business.slug)));
    let widget = Widget(&browser).painted().live();
    widget.tick("order_updates");
    widget.number("20 12 34 56");
    widget.submit();
    let _ = widget.success();
    assert_eq!(
        browser.run("return [document.cookie, localStorage.length, sessionStorage.length]"),
        serde_json::json!(["", 0, 0])
    );
    let asked = browser.run("return performance.getEntriesByType('resource').map((entry) => entry.name)");
    for url in asked.as_array().unwrap() {
        let url = url.as_str().unwrap();
        assert!(url.starts_with(&server().edge) || url.starts_with("data:"), "{url}");
        assert!(!url.contains("20123456") && !url.contains("3456"), "{url}");
    }
}

#[test]
fn the_page_is_told_what_happens_and_never_the_number() {
    let shop = Shop::open();
    let business = business_of(&shop);
    let listener = "<script>
        window.told = [];
        ['ready', 'error', 'submitted'].forEach((name) => document.addEventListener('jatak:' + name, (event) => {
            window.told.push([name, event.composed, JSON.stringify(event.detail)]);
        }));
    </script>";
    let browser = Browser::start();
    browser.open(&shop.page("/", &format!("{listener}{}", snippet(server(), &business.slug))));
    let widget = Widget(&browser).painted().live();
    widget.submit();
    let _ = widget.error("category");
    widget.tick("order_updates");
    widget.number("20 12 34 56");
    widget.submit();
    let _ = widget.success();
    let told = browser.run("return window.told");
    let names: Vec<_> = told.as_array().unwrap().iter().map(|one| one[0].as_str().unwrap()).collect();
    for name in ["ready", "error", "submitted"] {
        assert!(names.contains(&name), "{name} in {told}");
    }
    assert!(told.as_array().unwrap().iter().all(|one| one[1] == true), "they cross the shadow root: {told}");
    let text = told.to_string();
    assert!(!text.contains("3456") && !text.contains("20 12"), "{text}");
    assert!(text.contains("order_updates"));
}
