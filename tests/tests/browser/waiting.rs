//! The form while a yes waits for its message, and when that did not come: what is shown, kept and let go.

use jatak_tests::browser::Browser;
use jatak_tests::meta::Meta;
use jatak_tests::shop::Shop;
use jatak_tests::widget::{Widget, snippet};
use jatak_tests::{Business, wait};
use serde_json::json;

use super::server;

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
