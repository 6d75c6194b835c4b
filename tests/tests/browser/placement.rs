//! Where the form goes, and what its attributes say.

use jatak_tests::browser::Browser;
use jatak_tests::shop::Shop;
use jatak_tests::widget::{Widget, snippet};

use super::{business_of, server};

/// Whether the form stands below an element.
fn stands_in(browser: &Browser, css: &str) -> bool {
    let script = format!(
        "const place = document.querySelector('{css}');
         return !!place && [place, ...place.querySelectorAll('*')].some((element) => element.shadowRoot)"
    );
    browser.run(&script) == true
}

#[test]
fn a_bare_tag_puts_the_form_where_it_stands() {
    let shop = Shop::open();
    let business = business_of(&shop);
    let tag = format!("<script async src=\"{}/{}/widget.js?locale=en\"></script>", server().edge, business.slug);
    let browser = Browser::start();
    browser.open(&shop.page("/", &format!("<header>Shop</header><main id=\"here\">{tag}</main><footer>End</footer>")));
    let _ = Widget(&browser).painted();
    assert!(stands_in(&browser, "#here"));
}

#[test]
fn a_target_puts_the_form_where_the_page_says() {
    let shop = Shop::open();
    let business = business_of(&shop);
    let tag = format!(
        "<script async data-target=\"#there\" src=\"{}/{}/widget.js?locale=en\"></script>",
        server().edge,
        business.slug
    );
    let browser = Browser::start();
    browser.open(&shop.page("/", &format!("{tag}<main>Shop</main><section id=\"there\"></section>")));
    let _ = Widget(&browser).painted();
    assert!(stands_in(&browser, "#there"));
}

#[test]
fn attributes_ask_for_another_language_and_other_categories_than_the_address() {
    let shop = Shop::open();
    let business = business_of(&shop);
    let tag = format!(
        "<div data-jatak data-locale=\"da\" data-categories=\"back_in_stock\"><script async src=\"{}/{}/widget.js?locale=en\"></script></div>",
        server().edge,
        business.slug
    );
    let browser = Browser::start();
    browser.open(&shop.page("/", &tag));
    let widget = Widget(&browser).painted();
    assert_eq!(widget.boxes().keys().collect::<Vec<_>>(), ["back_in_stock"]);
    assert_eq!(browser.find(".jatak").attribute("lang").as_deref(), Some("da"));
    widget.tick("back_in_stock");
    widget.number("20 12 34 56");
    widget.submit();
    let _ = widget.success();
    let row = business.rows("kind=events").pop().unwrap();
    assert_eq!((row["locale"].as_str(), row["category"].as_str()), ("da", "back_in_stock"));
    let event = business.events().pop().unwrap();
    assert_eq!(event["event"]["offered"], serde_json::json!(["back_in_stock"]), "only what was shown was offered");
}

#[test]
fn what_the_shop_says_of_the_context_is_kept_and_the_page_without_its_query() {
    let shop = Shop::open();
    let business = business_of(&shop);
    let tag = snippet(server(), &business.slug)
        .replace("<div data-jatak>", "<div data-jatak data-context=\"sku:123 size-42\">");
    let browser = Browser::start();
    let page = shop.page("/product", &tag);
    browser.open(&format!("{page}?session=secret#reviews"));
    let widget = Widget(&browser).painted();
    widget.tick("back_in_stock");
    widget.number("20 12 34 56");
    widget.submit();
    let _ = widget.success();
    let row = business.rows("kind=events").pop().unwrap();
    assert_eq!(row["page"], page);
    assert!(row["context"].contains("sku:123") && row["context"].contains("size-42"), "{row:?}");
}

#[test]
fn the_same_snippet_twice_shows_the_form_twice_or_once_and_each_works() {
    let shop = Shop::open();
    let business = business_of(&shop);
    let tag = snippet(server(), &business.slug);
    let browser = Browser::start();
    browser.open_and_load(&shop.page("/", &format!("{tag}<hr>{tag}")));
    let widget = Widget(&browser).painted().live();
    widget.tick("order_updates");
    widget.number("20 12 34 56");
    widget.submit();
    let _ = widget.success();
    business.assert_states("+4520123456", &[("order_updates", "granted")]);
    assert_eq!(browser.complaints(), Vec::<String>::new());
}
