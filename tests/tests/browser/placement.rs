//! Where the form goes, and what its attributes say.

use jatak_tests::browser::Browser;
use jatak_tests::shop::Shop;
use jatak_tests::widget::{Widget, snippet};
use sha2::Digest;

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

#[test]
fn a_place_may_be_called_jatak() {
    let shop = Shop::open();
    let business = business_of(&shop);
    // Browsers make an element's id a name of the window, which is the name that the loader uses.
    let tag = format!(
        "<section id=\"jatak\"></section><script async data-target=\"#jatak\" src=\"{}/{}/widget.js?locale=en\"></script>",
        server().edge,
        business.slug
    );
    let browser = Browser::start();
    browser.open(&shop.page("/", &tag));
    let widget = Widget(&browser).painted();
    assert!(stands_in(&browser, "#jatak"));
    widget.tick("order_updates");
    widget.number("20 12 34 56");
    widget.submit();
    let _ = widget.success();
}

#[test]
fn a_shop_that_checks_what_it_loads_names_the_loader_by_its_hash() {
    let shop = Shop::open();
    let business = business_of(&shop);
    let form = server().get(&business.api("/form")).send().expect(200).json();
    let glue = form["wasm"]["js"].as_str().unwrap();
    let loader = glue.replace(glue.rsplit('/').next().unwrap(), "loader.js");
    let bytes = server().get(&loader).send().expect(200).body;
    let integrity = format!("sha256-{}", data_encoding::BASE64.encode(&sha2::Sha256::digest(&bytes)));
    let tag = format!(
        "<div data-jatak data-locale=\"en\"><script async src=\"{}{loader}\" integrity=\"{integrity}\" \
         crossorigin=\"anonymous\" data-business=\"{}\"></script></div>",
        server().edge,
        business.slug
    );
    let browser = Browser::start();
    browser.open(&shop.page("/", &tag));
    let widget = Widget(&browser).painted().live();
    assert_eq!(browser.find(".jatak").attribute("lang").as_deref(), Some("en"));
    widget.tick("order_updates");
    widget.number("20 12 34 56");
    widget.submit();
    let _ = widget.success();
    business.assert_states("+4520123456", &[("order_updates", "granted")]);
    let asked = "return performance.getEntriesByType('resource').filter((entry) => entry.name.includes('/v1/') && entry.name.includes('/form')).length";
    assert_eq!(browser.run(asked), 1, "one request for the data");
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
fn a_browser_without_constructable_styles_gets_a_linked_file() {
    let shop = Shop::open();
    let business = business_of(&shop);
    let old = "<script>delete CSSStyleSheet.prototype.replaceSync; delete CSSStyleSheet.prototype.replace;</script>";
    let tag = snippet(server(), &business.slug);
    let browser = Browser::start();
    let mut dressed = Vec::new();
    for (path, body) in [("/new", tag.clone()), ("/old", format!("{old}{tag}"))] {
        browser.open(&shop.page(path, &body));
        let widget = Widget(&browser).painted();
        let button = browser.find("form button[type=submit]");
        jatak_tests::wait::until("the form is dressed", || button.is_shown());
        dressed.push(["background-color", "color", "padding-top", "font-weight"].map(|name| button.style(name)));
        widget.tick("order_updates");
        assert_eq!(widget.ticked(), ["order_updates"]);
    }
    assert_eq!(dressed[0], dressed[1]);
}

#[test]
fn categories_that_the_address_names_stay_in_another_language_and_when_the_text_is_replaced() {
    let shop = Shop::open();
    let business = business_of(&shop);
    let src =
        format!("{}/{}/widget.js?locale=en&amp;categories=back_in_stock,order_updates", server().edge, business.slug);
    let browser = Browser::start();
    for (path, attributes, spoken) in [("/same", "", "en"), ("/other", "data-locale=\"da\"", "da")] {
        let tag = format!("<div data-jatak {attributes}><script async src=\"{src}\"></script></div>");
        browser.open_and_load(&shop.page(path, &tag));
        let widget = Widget(&browser).painted().live();
        assert_eq!(browser.find(".jatak").attribute("lang").as_deref(), Some(spoken));
        assert_eq!(widget.boxes().keys().collect::<Vec<_>>(), ["back_in_stock", "order_updates"], "{path}");
        business.change(|settings| settings["name"] = format!("Testhuset {spoken}").into());
        widget.tick("back_in_stock");
        widget.number("20 12 34 56");
        widget.submit();
        browser.wait_for_text(&format!("Testhuset {spoken}"));
        assert_eq!(widget.boxes().keys().collect::<Vec<_>>(), ["back_in_stock", "order_updates"], "{path}, anew");
    }
}

#[test]
fn a_form_of_everything_offers_what_a_newer_text_adds() {
    let shop = Shop::open();
    let business = business_of(&shop);
    let mut last = None;
    business.change(|settings| last = settings["categories"].as_array_mut().and_then(Vec::pop));
    let browser = Browser::start();
    browser.open_and_load(&shop.page("/", &snippet(server(), &business.slug)));
    let widget = Widget(&browser).painted().live();
    assert_eq!(widget.boxes().len(), 3);
    business.change(|settings| settings["categories"].as_array_mut().unwrap().extend(last));
    widget.tick("order_updates");
    widget.number("20 12 34 56");
    widget.submit();
    jatak_tests::wait::until("what was added is offered", || widget.boxes().len() == 4);
    assert!(widget.ticked().is_empty());
}
