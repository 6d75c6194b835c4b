//! Shops made with React, Vue and htmx, as npm has them.

use jatak_tests::browser::Browser;
use jatak_tests::shop::Shop;
use jatak_tests::widget::Widget;
use jatak_tests::{Business, bundle, wait};
use serde_json::json;

use super::{business_of, server, submissions};

/// A page whose shop is made by a script of `tests/pages`.
fn open(browser: &Browser, shop: &Shop, business: &Business<'_>, script: &str) {
    shop.file("/shop.js", "text/javascript", bundle::page_script(script), &[]);
    let page = format!(
        "<script async src=\"{}/element.js\"></script><div id=\"top\"></div>\
         <div id=\"shop\" data-business=\"{}\"></div><div id=\"bottom\"></div><script defer src=\"/shop.js\"></script>",
        server().edge,
        business.slug
    );
    browser.open(&shop.page("/", &page));
}

/// What is in the form.
fn held(widget: Widget<'_>) -> (Vec<String>, String) {
    (widget.ticked(), widget.0.find("[name=phone]").property("value").unwrap_or_default())
}

#[test]
fn a_react_shop_moves_the_form_changes_its_language_takes_it_away_and_brings_it_back() {
    let shop = Shop::open();
    let business = business_of(&shop);
    let browser = Browser::start();
    open(&browser, &shop, &business, "react.jsx");
    let widget = Widget(&browser).painted().live();
    widget.tick("order_updates");
    widget.number("20 12 34 56");
    browser.named("Move").click();
    let last = "return document.querySelector('section').lastElementChild.localName";
    wait::until("React moves it", || browser.run(last) == "jatak-opt-in");
    assert_eq!(held(widget), (vec!["order_updates".to_owned()], "20 12 34 56".into()));
    browser.named("Language").click();
    wait::until("the Danish form", || browser.find(".jatak").attribute("lang").as_deref() == Some("da"));
    assert_eq!(held(widget), (vec![], "20 12 34 56".into()), "another text is another question");
    browser.named("Route").click();
    browser.find("#elsewhere");
    browser.named("Route").click();
    let widget = widget.painted().live();
    assert_eq!(held(widget), (vec![], String::new()), "React made another element");
    widget.tick("relevant_offers");
    widget.number("20 12 34 57");
    widget.submit();
    let _ = widget.success();
    business.assert_states("+4520123457", &[("relevant_offers", "granted")]);
    assert_eq!(submissions(&business), 1);
    assert_eq!(browser.run("return window.heard"), json!([["relevant_offers"]]));
    assert_eq!(business.events().pop().unwrap()["evidence"]["context"], json!(["from-react"]));
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
fn a_vue_shop_keeps_the_form_alive_and_moves_it_elsewhere() {
    let shop = Shop::open();
    let business = business_of(&shop);
    let browser = Browser::start();
    open(&browser, &shop, &business, "vue.js");
    let widget = Widget(&browser).painted().live();
    widget.tick("order_updates");
    widget.number("20 12 34 56");
    browser.named("Move").click();
    browser.find("#bottom jatak-opt-in");
    assert_eq!(held(widget), (vec!["order_updates".to_owned()], "20 12 34 56".into()));
    // Kept alive, the element is out of the page for as long as the shopper looks at something else.
    browser.run("window.kept = document.querySelector('jatak-opt-in')");
    browser.named("Route").click();
    browser.find("#elsewhere");
    wait::until("the WASM is let go", || browser.run("return window.kept.hasAttribute('data-jatak-live')") == false);
    browser.named("Route").click();
    let widget = widget.painted().live();
    assert_eq!(held(widget), (vec!["order_updates".to_owned()], "20 12 34 56".into()));
    widget.submit();
    let _ = widget.success();
    business.assert_states("+4520123456", &[("order_updates", "granted")]);
    assert_eq!(submissions(&business), 1);
    assert_eq!(browser.run("return window.heard"), json!([["order_updates"]]));
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
fn an_htmx_shop_swaps_the_snippet_and_the_element_in_and_out() {
    let shop = Shop::open();
    let business = business_of(&shop);
    shop.file("/htmx.js", "text/javascript", bundle::package("htmx.org/dist/htmx.min.js"), &[]);
    let html = "text/html; charset=utf-8";
    shop.file("/snippet", html, jatak_tests::widget::snippet(server(), &business.slug), &[]);
    let element = format!(
        "<script async src=\"{}/element.js\"></script><jatak-opt-in business=\"{}\" locale=\"en\"></jatak-opt-in>",
        server().edge,
        business.slug
    );
    shop.file("/element", html, element, &[]);
    shop.file("/nothing", html, "<p id=\"elsewhere\">Elsewhere</p>".to_owned(), &[]);
    let button = |name: &str, from: &str| {
        format!("<button hx-get=\"{from}\" hx-target=\"#place\" hx-swap=\"innerHTML\">{name}</button>")
    };
    let buttons = [("Snippet", "/snippet"), ("Element", "/element"), ("Nothing", "/nothing")];
    let buttons = buttons.map(|(name, from)| button(name, from)).concat();
    let browser = Browser::start();
    browser.open_and_load(
        &shop.page("/", &format!("<script src=\"/htmx.js\"></script>{buttons}<main id=\"place\"></main>")),
    );
    for (round, name) in ["Snippet", "Element", "Snippet", "Element"].into_iter().enumerate() {
        browser.named(name).click();
        let widget = Widget(&browser).painted().live();
        widget.tick("order_updates");
        widget.number(&format!("20 12 34 5{round}"));
        widget.submit();
        let _ = widget.success();
        business.assert_states(&format!("+452012345{round}"), &[("order_updates", "granted")]);
        browser.named("Nothing").click();
        browser.find("#elsewhere");
    }
    assert_eq!(submissions(&business), 4);
    assert_eq!(browser.complaints(), Vec::<String>::new());
}
