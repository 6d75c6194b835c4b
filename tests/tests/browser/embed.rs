//! The page for the shop's developer: every piece of code that it prints is put into a page of another origin as it
//! stands there, and the form comes up and works.

use jatak_shared::locale::Locale;
use jatak_tests::browser::Browser;
use jatak_tests::page::Page;
use jatak_tests::shop::Shop;
use jatak_tests::widget::Widget;
use jatak_tests::{Business, wait};
use serde_json::json;

use super::{business_of, server, submissions};

fn page(business: &Business<'_>, query: &str) -> Page {
    Page::of(&server().get(&format!("/{}/embed?locale=en&{query}", business.slug)).send().expect(200))
}

/// A piece of code as it is printed.
fn code(page: &Page, name: &str) -> String {
    let found = page.select(&format!("#code-{name}"));
    found.first().unwrap_or_else(|| panic!("the code {name}")).text().collect()
}

/// What Liquid prints of a block: its one value, and its schema, which is for Shopify's editor.
fn liquid(block: &str) -> String {
    let (html, schema) = block.split_once("{% schema %}").expect("a block has a schema");
    let schema = schema.split_once("{% endschema %}").expect("a schema ends").0;
    let schema: serde_json::Value = serde_json::from_str(schema).expect("a schema is JSON");
    assert_eq!(schema["target"], "section", "{schema}");
    let html = html.replace("{{ block.shopify_attributes }}", "data-shopify-editor-block='{\"id\":\"a1\"}'");
    assert!(!html.contains("{{") && !html.contains("{%"), "{html}");
    html
}

/// What the function of a PHP hook prints.
fn php(hook: &str) -> String {
    let (before, rest) = hook.split_once("?>").expect("PHP ends where HTML begins");
    let (html, after) = rest.split_once("<?php").expect("and goes on after it");
    assert!(before.starts_with("add_action( 'woocommerce_") && after.trim() == "} );", "{hook}");
    html.to_owned()
}

/// Says yes in the form that the browser shows.
fn say_yes(browser: &Browser, number: &str) {
    let widget = Widget(browser).painted();
    widget.tick("order_updates");
    widget.number(number);
    widget.submit();
    let _ = widget.success();
}

#[test]
fn every_piece_of_code_gives_a_working_form_as_it_is_printed() {
    let shop = Shop::open();
    let business = business_of(&shop);
    let page = page(&business, "form=en&theme=light&categories=order_updates,back_in_stock");
    let browser = Browser::start();
    let pieces = [
        ("snippet", code(&page, "snippet-0")),
        ("bare", code(&page, "bare-0")),
        ("pinned", code(&page, "pinned-0")),
        ("shopify", liquid(&code(&page, "shopify-0"))),
        ("woocommerce", php(&code(&page, "woocommerce-0"))),
    ];
    for (number, (name, html)) in pieces.iter().enumerate() {
        browser.open(&shop.page(&format!("/{name}"), &format!("<main>{html}</main>")));
        say_yes(&browser, &format!("20 12 34 {}", 10 + number));
        assert_eq!(browser.find(".jatak").attribute("data-theme").as_deref(), Some("light"), "{name}");
        assert_eq!(Widget(&browser).boxes().len(), 2, "{name}");
        assert_eq!(submissions(&business), number + 1, "{name}");
    }
}

#[test]
fn the_element_gives_a_working_form_as_it_is_printed() {
    let shop = Shop::open();
    let business = business_of(&shop);
    let page = page(&business, "form=en&theme=light&categories=order_updates,back_in_stock");
    let browser = Browser::start();
    browser.open(&shop.page("/", &format!("<main>{}</main>", code(&page, "element-0"))));
    say_yes(&browser, "20 12 34 56");
    assert_eq!(browser.find(".jatak").attribute("data-theme").as_deref(), Some("light"));
    assert_eq!(Widget(&browser).boxes().len(), 2);
}

#[test]
fn a_tag_manager_that_makes_the_script_anew_gets_the_form_where_the_page_wants_it() {
    let shop = Shop::open();
    let business = business_of(&shop);
    let printed = page(&business, "form=en&theme=dark");
    let browser = Browser::start();
    browser.open_and_load(
        &shop.page("/", &format!("<main>{}</main><footer>End</footer>", code(&printed, "tag-manager-1"))),
    );
    // What Google Tag Manager does with a tag of the type “Custom HTML”: markup of its own at the end of the page, and in
    // the place of each script a new one with the same text, since scripts in markup do not run.
    browser.run_with(
        "const holder = document.createElement('div');
         holder.style.display = 'none';
         holder.innerHTML = arguments[0];
         document.body.append(holder);
         holder.querySelectorAll('script').forEach((old) => {
             const made = document.createElement('script');
             made.text = old.text;
             old.replaceWith(made);
         });",
        vec![json!(code(&printed, "tag-manager-0"))],
    );
    say_yes(&browser, "20 12 34 56");
    assert_eq!(browser.find(".jatak").attribute("data-theme").as_deref(), Some("dark"));
    assert_eq!(browser.run("return !!document.querySelector('main #whatsapp-opt-in > div').shadowRoot"), true);
}

#[test]
fn with_the_reserved_height_the_page_does_not_move_in_any_language_at_any_width() {
    let shop = Shop::open();
    let locales: Vec<&str> = Locale::ALL.iter().map(|locale| locale.code()).collect();
    let business = server().business_with(|settings| {
        settings["origins"] = json!([shop.origin]);
        settings["locales"] = json!(locales);
    });
    let browser = Browser::start();
    for locale in locales {
        for categories in ["", "&categories=back_in_stock"] {
            let snippet = code(&page(&business, &format!("form={locale}{categories}")), "snippet-0");
            browser.look_as(360, false);
            let path = format!("/{locale}{}", categories.len());
            browser.open_and_load(&shop.page(&path, &format!("<h1>Shop</h1>{snippet}<footer>End</footer>")));
            let _ = Widget(&browser).painted();
            let moved = browser.run_async(
                "const done = arguments[0];
                 let moved = 0;
                 new PerformanceObserver((list) => list.getEntries().forEach((entry) => { moved += entry.value; }))
                     .observe({ type: 'layout-shift', buffered: true });
                 requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(moved))));",
                vec![],
            );
            assert_eq!(moved, 0, "{locale}{categories}");
            for width in [320, 360, 414, 480, 560, 640, 800, 1280] {
                browser.look_as(width, false);
                let measured = browser.run(
                    "const host = document.querySelector('[data-jatak]');
                     return [parseFloat(getComputedStyle(host).minHeight),
                             host.shadowRoot.querySelector('.jatak').getBoundingClientRect().height];",
                );
                let (reserved, taken) = (measured[0].as_f64().unwrap(), measured[1].as_f64().unwrap());
                println!("{locale}{categories} {width}: {taken} of {reserved}");
                assert!(taken <= reserved, "{locale}{categories} at {width}: {taken} of {reserved}");
                assert!(reserved <= taken * 1.3, "wasted, {locale}{categories} at {width}: {taken} of {reserved}");
            }
        }
    }
}

#[test]
fn a_place_that_is_narrower_than_the_page_gets_the_height_that_it_needs() {
    let shop = Shop::open();
    let business = business_of(&shop);
    let browser = Browser::start();
    for width in [300, 400] {
        let snippet = code(&page(&business, &format!("form=en&width={width}")), "snippet-0");
        let column = format!("<div style=\"width:{width}px;max-width:100%\">{snippet}</div>");
        browser.open_and_load(&shop.page(&format!("/{width}"), &column));
        let _ = Widget(&browser).painted();
        for screen in [360, 1280] {
            browser.look_as(screen, false);
            let room = browser.run(
                "const host = document.querySelector('[data-jatak]');
                 const form = host.shadowRoot.querySelector('.jatak');
                 return parseFloat(getComputedStyle(host).minHeight) - form.getBoundingClientRect().height;",
            );
            assert!(room.as_f64().unwrap() >= 0.0, "{width} on {screen}: {room}");
        }
    }
}

#[test]
fn nothing_is_sent_from_the_preview_whatever_is_pressed() {
    let shop = Shop::open();
    let business = business_of(&shop);
    let browser = Browser::start();
    browser.open_and_load(&format!("{}/{}/embed?locale=en&form=da", server().edge, business.slug));
    wait::until("the preview shows the form", || {
        browser.run(
            "const inside = document.querySelector('iframe').contentDocument.querySelector('[data-jatak]');
             return !!inside && !!inside.shadowRoot && inside.shadowRoot.querySelectorAll('[type=checkbox]').length",
        ) == 4
    });
    wait::until("the preview is as high as the form", || {
        browser.run(
            "const frame = document.querySelector('iframe');
             return frame.clientHeight >= frame.contentDocument.documentElement.scrollHeight",
        ) == true
    });

    browser.open_and_load(&format!("{}/{}/embed/preview?locale=en&form=da", server().edge, business.slug));
    let widget = Widget(&browser).painted().live();
    assert_eq!(browser.complaints(), Vec::<String>::new(), "the real form keeps to the policy");
    widget.tick("order_updates");
    widget.number("20 12 34 56");
    widget.submit();
    browser.wait_for_text("Nothing that you enter here is sent");
    browser.find("[name=phone]").send_keys(thirtyfour::Key::Enter);
    assert!(!widget.is_done());
    // Whatever got past the script would meet the policy.
    let refused = browser.run_async(
        "const [url, done] = arguments;
         fetch(url, { method: 'POST', mode: 'no-cors' }).then(() => done('sent'), () => done('refused'));",
        vec![json!(format!("{}/v1/{}/consents", server().edge, business.slug))],
    );
    assert_eq!(refused, "refused");
    assert_eq!(submissions(&business), 0);
    let sent = "return performance.getEntriesByType('resource').filter((one) => one.name.endsWith('/shown')).length";
    assert_eq!(browser.run(sent), 0, "a preview is not counted as shown");
}

#[test]
fn code_is_copied_by_keyboard() {
    let business = server().business();
    let browser = Browser::start();
    browser.devtools(
        "Browser.grantPermissions",
        json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] }),
    );
    browser.open_and_load(&format!("{}/{}/embed?locale=en", server().edge, business.slug));
    browser.find("[data-copy=code-snippet-0]").send_keys(thirtyfour::Key::Enter);
    wait::until("it says so", || browser.find("[data-copy=code-snippet-0]").text() == "Copied");
    assert_eq!(browser.find("[data-copied]").property("textContent").as_deref(), Some("Copied"));
    let held = browser
        .run_async("navigator.clipboard.readText().then(arguments[0], (no) => arguments[0](String(no)))", vec![]);
    let printed = code(&page(&business, ""), "snippet-0");
    assert_eq!(held, printed);
}
