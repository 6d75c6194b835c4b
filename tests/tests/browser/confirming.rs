//! A yes that is confirmed from WhatsApp, end to end: the widget in a shop, the message, the decision, the way back.

use jatak_shared::policy;
use jatak_tests::axe::assert_accessible;
use jatak_tests::browser::Browser;
use jatak_tests::meta::{Meta, draft, messages, preference, second, text};
use jatak_tests::shop::Shop;
use jatak_tests::widget::{Widget, snippet, snippet_in};
use jatak_tests::{Business, wait};
use serde_json::json;

use super::server;

const KEPT: &str = "+4520123456";
const OFFERS: &str = "relevant_offers";

/// A script of the page that notes when it was asked how a code stands.
const COUNT: &str = "<script>
    window.asked = [];
    const real = window.fetch;
    window.fetch = (input, init) => {
        if (/verifications/.test(input.url || input)) window.asked.push(performance.now());
        return real(input, init);
    };
</script>";

/// A business that confirms in WhatsApp, for this shop, with the app that hears for it.
fn confirming(shop: &Shop) -> (Business<'static>, Meta) {
    let (business, app) = server().business_in_whatsapp("whatsapp");
    business.change(|settings| settings["origins"] = json!([shop.origin]));
    (business, app)
}

/// Says yes to offers with a typed number, and returns the message that the page prepares.
fn say_yes(browser: &Browser, shop: &Shop, business: &Business<'_>) -> String {
    browser.open_and_load(&shop.page("/", &snippet(server(), &business.slug)));
    let widget = Widget(browser).painted().live();
    widget.tick(OFFERS);
    widget.number("20 12 34 56");
    widget.submit();
    let _ = widget.success();
    prepared(browser)
}

/// The message that the link in the page prepares.
fn prepared(browser: &Browser) -> String {
    let link = browser.find("a[href^='https://wa.me/']");
    draft(&link.attribute("href").unwrap())
}

#[test]
fn typed_pending_confirmed_stopped_in_arabic_resumed_and_confirmed_again() {
    let shop = Shop::open();
    let (business, app) = confirming(&shop);
    let browser = Browser::start();
    let message = say_yes(&browser, &shop, &business);
    assert_eq!(business.reason(OFFERS, KEPT).as_deref(), Some("pending"));
    assert!(message.contains("Testhuset"), "{message}");
    browser.wait_for_text("Waiting for your message");

    business.writes(&app, KEPT, &message);
    browser.wait_for_text("Confirmed. Thank you");
    assert!(browser.look("a[href^='https://wa.me/']").is_none(), "there is nothing left to send");
    let question = json!({"category": OFFERS, "subjects": [{"phone": KEPT}]});
    let decision = business.post("/decisions", &question).expect(200).json()["decisions"][0].take();
    assert_eq!((&decision["allow"], &decision["evidence"]["assurance"]), (&json!(true), &json!("whatsapp")));
    let choices = decision["choices_url"].as_str().unwrap().to_owned();

    business.writes(&app, KEPT, "توقف");
    assert_eq!(business.reason(OFFERS, KEPT).as_deref(), Some("objection"));
    browser.open_and_load(&choices);
    assert_eq!(browser.run("return document.querySelectorAll('[type=checkbox]:checked').length"), 0);
    let states = business.rows("kind=state");
    assert!(states.iter().all(|row| row["state"] == "withdrawn"), "{states:?}");

    business.delivered(&app, &[preference(KEPT, second(), "resume")]);
    assert_eq!(business.reason(OFFERS, KEPT).as_deref(), Some("objection"), "going on is no consent");

    let message = say_yes(&browser, &shop, &business);
    assert_eq!(business.reason(OFFERS, KEPT).as_deref(), Some("pending"));
    business.delivered(&app, &[messages(&[text(KEPT, second() + 1, &message)])]);
    browser.wait_for_text("Confirmed. Thank you");
    assert_eq!(business.reason(OFFERS, KEPT), None);
}

#[test]
fn without_typing_the_ticks_go_along_and_the_number_comes_from_the_message() {
    let shop = Shop::open();
    let (business, app) = confirming(&shop);
    let browser = Browser::start();
    browser.open_and_load(&shop.page("/", &snippet(server(), &business.slug)));
    let widget = Widget(&browser).painted().live();
    browser.find(".offer button").click();
    assert!(!widget.error("category").is_empty(), "nothing is ticked");
    widget.tick(OFFERS);
    widget.tick("back_in_stock");
    browser.find(".offer button").click();
    let message = prepared(&browser);
    assert!(!browser.find("form").is_shown());
    assert_eq!(business.events().iter().filter(|event| event["kind"] == "opted_in").count(), 0);
    business.writes(&app, KEPT, &message);
    browser.wait_for_text("Confirmed. Thank you");
    business.assert_states(KEPT, &[(OFFERS, "granted"), ("back_in_stock", "granted")]);
}

#[test]
fn the_form_s_own_page_says_yes_without_typing_and_needs_no_scripts() {
    for scripts in [true, false] {
        let (business, app) = server().business_in_whatsapp("whatsapp");
        let browser = if scripts { Browser::start() } else { Browser::without_scripts() };
        browser.look_as(1280, false);
        browser.open(&format!("{}/{}?locale=en", server().edge, business.slug));
        browser.find(".offer button").click();
        browser.wait_for_text("Please correct this");
        assert!(!browser.find("#jatak-category-error").text().is_empty(), "nothing is ticked");
        if scripts {
            assert_accessible(&browser, "main");
        }
        browser.find(&format!("input[value='{OFFERS}'][type=checkbox]")).click();
        browser.find(".offer button").click();
        browser.wait_for_text("One more step");
        if scripts {
            assert_accessible(&browser, "main");
        }
        assert!(browser.find("svg.qr").is_shown());
        assert_eq!(business.events().iter().filter(|event| event["kind"] == "opted_in").count(), 0);
        business.writes(&app, KEPT, &prepared(&browser));
        business.assert_states(KEPT, &[(OFFERS, "granted")]);
    }
}

#[test]
fn a_wide_screen_shows_a_code_to_scan_and_a_narrow_one_does_not() {
    let shop = Shop::open();
    let (business, _) = confirming(&shop);
    let browser = Browser::start();
    browser.look_as(1280, false);
    let _ = say_yes(&browser, &shop, &business);
    let drawn = browser.find("svg[viewBox]");
    let width: f64 = drawn.style("width").trim_end_matches("px").parse().unwrap();
    assert!(width >= 300.0, "{width}");
    browser.look_as(360, false);
    browser.open_and_load(&shop.page("/", &format!("{COUNT}{}", snippet(server(), &business.slug))));
    let widget = Widget(&browser).painted().live();
    widget.tick(OFFERS);
    widget.number("20 12 34 56");
    widget.submit();
    wait::until("it has asked twice", || browser.run("return window.asked.length").as_u64() >= Some(2));
    assert!(browser.look("svg[viewBox]").is_none());
}

#[test]
fn the_last_step_works_under_the_policy_that_we_print_and_is_accessible_in_both_schemes() {
    let shop = Shop::open();
    let (business, app) = confirming(&shop);
    for (dark, locale) in [(false, "en"), (true, "da")] {
        let browser = Browser::start();
        browser.look_as(1280, dark);
        let head = "<style>:root { color-scheme: light dark; }</style>";
        let page = format!("{head}{}", snippet_in(server(), &business.slug, locale));
        let policy = format!(
            "default-src 'none'; img-src data:; {}; require-trusted-types-for 'script'",
            // The page's own style, which says that it can be dark.
            policy::line(&server().edge).replace("style-src ", "style-src 'unsafe-inline' ")
        );
        browser.open_and_load(&shop.page_with("/", &page, &[("Content-Security-Policy", &policy)]));
        let widget = Widget(&browser).painted().live();
        assert_accessible(&browser, "[data-jatak]");
        widget.tick(OFFERS);
        widget.number("20 12 34 56");
        widget.submit();
        let _ = browser.find("svg[viewBox]");
        assert_accessible(&browser, "[data-jatak]");
        let message = prepared(&browser);
        business.writes(&app, KEPT, &message);
        wait::until("it is confirmed", || browser.look("a[href^='https://wa.me/']").is_none());
        assert_accessible(&browser, "[data-jatak]");
        assert_eq!(browser.complaints(), Vec::<String>::new());
    }
}

#[test]
fn before_the_wasm_is_there_the_last_step_comes_all_the_same() {
    let shop = Shop::open();
    let (business, app) = confirming(&shop);
    let browser = Browser::start();
    let held = format!("<img src=\"{}\" alt=\"\">", jatak_tests::shop::HELD);
    browser.open(&shop.page("/", &format!("{held}{}", snippet(server(), &business.slug))));
    let widget = Widget(&browser).painted();
    widget.tick(OFFERS);
    widget.number("20 12 34 56");
    widget.submit();
    let message = prepared(&browser);
    shop.release();
    let _ = widget.live();
    assert!(
        widget.is_done() && browser.look("a[href^='https://wa.me/']").is_some(),
        "it stays when the WASM takes over"
    );
    business.writes(&app, KEPT, &message);
    browser.wait_for_text("Confirmed. Thank you");
}

#[test]
fn the_page_is_told_and_nothing_more_is_asked_once_it_is_confirmed() {
    let shop = Shop::open();
    let (business, app) = confirming(&shop);
    let browser = Browser::start();
    let listening = "<script>
        window.heard = [];
        for (const name of ['submitted', 'confirmed', 'expired']) {
            document.addEventListener('jatak:' + name, (event) => window.heard.push(name + JSON.stringify(event.detail)));
        }
    </script>";
    let listening = format!("{COUNT}{listening}");
    browser.open_and_load(&shop.page("/", &format!("{listening}{}", snippet(server(), &business.slug))));
    let widget = Widget(&browser).painted().live();
    widget.tick(OFFERS);
    widget.number("20 12 34 56");
    widget.submit();
    let message = prepared(&browser);
    business.writes(&app, KEPT, &message);
    browser.wait_for_text("Confirmed. Thank you");
    let heard = browser.run("return window.heard");
    assert_eq!(heard[1], "confirmed{}");
    assert!(!heard.to_string().contains("20123456"), "{heard}");
    // Two more questions would have come by then.
    let asked = browser.run_async(
        "const done = arguments[0]; const before = window.asked.length;
         setTimeout(() => done([before, window.asked]), 3200);",
        vec![],
    );
    let times: Vec<f64> = asked[1].as_array().unwrap().iter().map(|time| time.as_f64().unwrap()).collect();
    assert_eq!(asked[0].as_u64(), Some(times.len() as u64), "nothing is asked any more");
    assert!(times.windows(2).all(|pair| pair[1] - pair[0] >= 990.0), "never more than once a second: {times:?}");
}

#[test]
fn a_code_that_is_gone_brings_the_form_back_unticked_and_the_next_yes_has_another() {
    let shop = Shop::open();
    let (business, app) = confirming(&shop);
    let browser = Browser::start();
    let first = say_yes(&browser, &shop, &business);
    business.post("/erasures", &json!({"phones": [KEPT]})).expect(200);
    browser.wait_for_text("The code has expired");
    let widget = Widget(&browser).live();
    assert!(widget.ticked().is_empty() && browser.find("form").is_shown());
    widget.tick(OFFERS);
    widget.number("20 12 34 56");
    widget.submit();
    let _ = widget.success();
    let second = prepared(&browser);
    assert_ne!(first, second);
    business.writes(&app, KEPT, &second);
    browser.wait_for_text("Confirmed. Thank you");
}

#[test]
fn where_the_script_does_not_come_there_is_still_the_link() {
    let shop = Shop::open();
    let (business, app) = confirming(&shop);
    let browser = Browser::start();
    browser.devtools("Network.enable", json!({}));
    browser.devtools("Network.setBlockedURLs", json!({"urls": ["*/confirm.js"]}));
    let message = say_yes(&browser, &shop, &business);
    business.writes(&app, KEPT, &message);
    assert_eq!(business.reason(OFFERS, KEPT), None);
}

#[test]
fn pressing_twice_makes_one_offer_with_what_the_shop_says_along() {
    let shop = Shop::open();
    let (business, app) = confirming(&shop);
    let browser = Browser::start();
    let tag = snippet(server(), &business.slug).replace("<script ", "<script data-context=\"sku:123\" ");
    browser.open_and_load(&shop.page("/", &tag));
    let widget = Widget(&browser).painted().live();
    widget.tick("back_in_stock");
    widget.in_form("root.querySelector('.offer button').click(); root.querySelector('.offer button').click();");
    let message = prepared(&browser);
    assert_eq!(widget.in_form("return root.querySelectorAll('a[href^=\"https://wa.me/\"]').length"), 1);
    business.writes(&app, KEPT, &message);
    browser.wait_for_text("Confirmed. Thank you");
    let event = business.events().pop().unwrap();
    assert_eq!(event["evidence"]["context"], json!(["sku:123"]), "{event}");
}

#[test]
fn an_offer_under_a_text_that_was_replaced_shows_the_new_one_unticked() {
    let shop = Shop::open();
    let (business, _) = confirming(&shop);
    let browser = Browser::start();
    browser.open_and_load(&shop.page("/", &snippet(server(), &business.slug)));
    let widget = Widget(&browser).painted().live();
    widget.tick(OFFERS);
    business.change(|settings| settings["name"] = "Testhuset Nyt".into());
    browser.find(".offer button").click();
    let _ = wait::for_some("the new text", || browser.look(".changed").filter(jatak_tests::browser::Element::is_shown));
    assert!(Widget(&browser).ticked().is_empty() && browser.text().contains("Testhuset Nyt"));
}
