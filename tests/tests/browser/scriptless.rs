//! The whole line without JavaScript, through the hosted page.

use jatak_tests::browser::Browser;
use jatak_tests::wait;

use super::server;

#[test]
fn without_javascript_a_shopper_says_yes_keeps_a_receipt_takes_one_back_and_stops_everything() {
    let business = server().business();
    let notice = business.notice("en");
    let title = |index: usize| notice["categories"][index]["title"].as_str().unwrap().to_owned();
    let browser = Browser::without_scripts();
    browser.open(&format!("{}/{}?locale=en", server().edge, business.slug));
    for id in jatak_tests::business::CATEGORIES {
        assert!(!browser.find(&format!("[type=checkbox][value={id}]")).is_ticked(), "{id}");
    }
    // A number that is missing or impossible comes back with what was typed.
    browser.find("[type=checkbox][value=order_updates]").click();
    browser.find("[type=checkbox][value=back_in_stock]").click();
    browser.find("[name=phone]").send_keys("20 12");
    browser.find("form button").click();
    browser.wait_for_text("does not fit the country");
    let phone = browser.find("[name=phone]");
    assert_eq!(phone.attribute("value").as_deref(), Some("20 12"));
    phone.clear();
    phone.send_keys("20 12 34 56");
    for id in ["order_updates", "back_in_stock"] {
        let tickbox = browser.find(&format!("[type=checkbox][value={id}]"));
        if !tickbox.is_ticked() {
            tickbox.click();
        }
    }
    browser.find("form button").click();

    wait::until("the receipt", || browser.url().contains("/c/"));
    browser.wait_for_text(&title(0));
    business.assert_states("+4520123456", &[("order_updates", "granted"), ("back_in_stock", "granted")]);
    let receipt = browser.url();
    for _ in 0..3 {
        browser.open(&receipt);
    }
    business.assert_states("+4520123456", &[("order_updates", "granted"), ("back_in_stock", "granted")]);

    browser.named(&title(0)).click();
    browser.wait_for_text("You have said no");
    business.assert_states("+4520123456", &[("order_updates", "withdrawn"), ("back_in_stock", "granted")]);
    browser.open(&receipt);
    browser.named("Stop everything").click();
    browser.wait_for_text("You have stopped everything");
    assert!(business.states("+4520123456").values().all(|state| state == "withdrawn"));
}

#[test]
fn without_javascript_choices_are_changed_and_saved() {
    let business = server().business();
    business.opt_in("20 12 34 56", &["order_updates", "back_in_stock"]);
    let browser = Browser::without_scripts();
    browser.open(&format!("{}{}", server().edge, business.choices("+4520123456")));
    assert!(browser.find("[type=checkbox][value=order_updates]").is_ticked());
    assert!(!browser.find("[type=checkbox][value=relevant_offers]").is_ticked());
    browser.find("[type=checkbox][value=order_updates]").click();
    browser.find("[type=checkbox][value=relevant_offers]").click();
    browser.named("Save").click();
    browser.wait_for_text("Your choices are saved");
    let expected = [("order_updates", "withdrawn"), ("relevant_offers", "granted"), ("back_in_stock", "granted")];
    business.assert_states("+4520123456", &expected);
}

#[test]
fn the_demo_shop_leads_to_the_hosted_page_without_javascript() {
    let browser = Browser::without_scripts();
    browser.open(&format!("{}/", server().shop));
    browser.find(&format!("a[href^='{}/nordlys']", server().edge)).click();
    browser.find("[type=checkbox][value=order_updates]").click();
    browser.find("[name=phone]").send_keys("40 33 00 01");
    browser.find("form button").click();
    wait::until("the receipt", || browser.url().contains("/c/"));
    server().demo().assert_states("+4540330001", &[("order_updates", "granted")]);
}
