//! The form while a yes waits for its message, and when that did not come: what is shown, kept and let go.

use jatak_tests::browser::{Browser, Element};
use jatak_tests::meta::Meta;
use jatak_tests::shop::Shop;
use jatak_tests::widget::{Widget, snippet};
use jatak_tests::{Business, wait};
use serde_json::json;

use super::server;

const OFFERS: &str = "[type=checkbox][value=relevant_offers]";
const MESSAGE: &str = "a[href^='https://wa.me/']";

/// A business that confirms in WhatsApp, for this shop, with the app that hears for it.
fn confirming(shop: &Shop) -> (Business<'static>, Meta) {
    let (business, app) = server().business_in_whatsapp("whatsapp");
    business.change(|settings| settings["origins"] = json!([shop.origin]));
    (business, app)
}

/// Says yes with this number in the page that is open, and waits for the message to send.
fn say_yes(browser: &Browser, number: &str) {
    let widget = Widget(browser).painted().live();
    widget.tick("relevant_offers");
    widget.number(number);
    wait::until("the list of countries", || {
        widget.in_form("return root.querySelectorAll('option').length > 1") == true
    });
    widget.submit();
    browser.find(MESSAGE);
}

/// Makes the code of this number one that is gone.
fn let_expire(business: &Business<'_>, browser: &Browser, number: &str) {
    business.post("/erasures", &json!({"phones": [number]})).expect(200);
    browser.wait_for_text("The code has expired");
}

fn is_live(browser: &Browser, host: &str) -> bool {
    browser.run(&format!("return !!document.querySelector('{host}[data-jatak-live]')")) == true
}

/// Whether the form in a host can be seen.
fn shows_form(browser: &Browser, host: &str) -> bool {
    browser.look_in(host, "form").is_some_and(|form: Element<'_>| form.is_shown())
}

#[test]
fn after_a_code_that_is_gone_the_number_its_country_and_the_help_with_it_are_still_there() {
    let shop = Shop::open();
    let (business, _) = confirming(&shop);
    let browser = Browser::start();
    browser.open_and_load(&shop.page("/", &snippet(server(), &business.slug)));
    say_yes(&browser, "+49 1512 3456789");
    let_expire(&business, &browser, "+4915123456789");
    let widget = Widget(&browser).live();
    assert!(widget.ticked().is_empty() && browser.find("form").is_shown());
    assert_eq!(
        widget.in_form("return !!root.activeElement && root.activeElement.className"),
        "changed",
        "the focus was in what is gone, and is where it says so"
    );
    let country = || browser.find("[name=country]").property("value").unwrap_or_default();
    let typed = browser.find("[name=phone]").property("value").unwrap_or_default();
    assert_eq!((country().as_str(), typed.replace(' ', "").as_str()), ("DE", "+4915123456789"));
    widget.number("+45 20 12 34 56");
    wait::until("the country follows the number", || country() == "DK");
    widget.tick("relevant_offers");
    widget.submit();
    let _ = widget.success();
    business.assert_states("+4520123456", &[("relevant_offers", "pending")]);
}

#[test]
fn a_code_that_expires_leaves_the_focus_to_whoever_is_elsewhere_on_the_page() {
    let shop = Shop::open();
    let (business, _) = confirming(&shop);
    let browser = Browser::start();
    let page = format!("<input id=\"search\">{}", snippet(server(), &business.slug));
    browser.open_and_load(&shop.page("/", &page));
    say_yes(&browser, "20 12 34 56");
    browser.find("#search").send_keys("espresso");
    let_expire(&business, &browser, "+4520123456");
    assert_eq!(browser.run("return document.activeElement.id"), "search");
}

#[test]
fn the_form_stays_away_while_a_message_is_waited_for_when_the_wasm_comes_later() {
    let shop = Shop::open();
    let (business, app) = confirming(&shop);
    let browser = Browser::start();
    let held = format!("<img src=\"{}\" alt=\"\">", jatak_tests::shop::HELD);
    let [first, second] = ["first", "second"].map(|id| {
        snippet(server(), &business.slug).replace("<div data-jatak>", &format!("<div data-jatak id=\"{id}\">"))
    });
    browser.open(&shop.page("/", &format!("{held}{first}")));
    browser.find_in("#first", OFFERS).click();
    browser.find_in("#first", ".offer button").click();
    let message = jatak_tests::meta::draft(&browser.find(MESSAGE).attribute("href").unwrap());
    // A second form, which the WASM takes over after it had its chance with the first.
    browser.run_with(
        "const place = document.createElement('div');
         place.innerHTML = arguments[0];
         const made = document.createElement('script');
         made.src = place.querySelector('script').src;
         place.querySelector('script').replaceWith(made);
         document.body.append(place.firstChild);",
        vec![json!(second)],
    );
    wait::until("the second form", || shows_form(&browser, "#second"));
    shop.release();
    wait::until("the WASM has come", || is_live(&browser, "#second"));
    assert!(!shows_form(&browser, "#first"), "what waits for a message is not asked again");
    business.writes(&app, "+4520123456", &message);
    browser.wait_for_text("Confirmed. Thank you");
    assert!(!shows_form(&browser, "#first"));
}

#[test]
fn an_element_that_comes_back_while_a_message_is_waited_for_shows_no_form() {
    let shop = Shop::open();
    let (business, _) = confirming(&shop);
    let browser = Browser::start();
    let element = format!("<main><jatak-opt-in business=\"{}\" locale=\"en\"></jatak-opt-in></main>", business.slug);
    let script = format!("<script async src=\"{}/element.js\"></script>", server().edge);
    browser.open(&shop.page("/", &format!("{element}{script}")));
    let host = "jatak-opt-in";
    wait::until("the form is live", || is_live(&browser, host));
    browser.find_in(host, OFFERS).click();
    browser.find_in(host, ".offer button").click();
    browser.find(MESSAGE);
    browser.run("window.kept = document.querySelector('jatak-opt-in'); window.kept.remove();");
    wait::until("it is let go", || browser.run("return !window.kept.hasAttribute('data-jatak-live')") == true);
    browser.run_with(
        "document.querySelector('main').append(window.kept);
         jatak.mount('main', { business: arguments[0], locale: 'en' }).id = 'second';",
        vec![json!(business.slug)],
    );
    wait::until("the WASM has come to the form after it", || is_live(&browser, "#second"));
    assert!(!shows_form(&browser, host), "it still waits for its message");
    assert!(browser.find(MESSAGE).is_shown());
}

#[test]
fn a_wait_that_the_page_has_thrown_away_is_let_go_when_no_code_lives_that_long() {
    let shop = Shop::open();
    let (business, _) = confirming(&shop);
    let browser = Browser::start();
    let watching = "<script>
        window.watching = new Set();
        for (const [name, change] of [['addEventListener', 'add'], ['removeEventListener', 'delete']]) {
            const real = document[name];
            document[name] = function (type, heard, options) {
                if (type === 'visibilitychange') window.watching[change](heard);
                return real.call(this, type, heard, options);
            };
        }
    </script>";
    browser.open_and_load(&shop.page("/", &format!("{watching}{}", snippet(server(), &business.slug))));
    let widget = Widget(&browser).painted().live();
    widget.tick("relevant_offers");
    browser.find(".offer button").click();
    browser.find(MESSAGE);
    assert_ne!(browser.run("return window.watching.size"), 0);
    browser.run(
        "const now = Date.now;
         Date.now = () => now() + 17 * 60 * 1000;
         document.querySelector('[data-jatak]').remove();
         document.dispatchEvent(new Event('visibilitychange'));",
    );
    wait::until("nobody listens any more", || browser.run("return window.watching.size") == 0);
}
