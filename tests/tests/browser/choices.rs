//! The choices page in a browser.

use jatak_tests::browser::Browser;

use super::server;

#[test]
fn a_person_changes_their_choices_and_what_they_did_not_touch_stays() {
    let business = server().business();
    business.opt_in("20 12 34 56", &["order_updates", "back_in_stock"]);
    let browser = Browser::start();
    let page = format!("{}{}", server().edge, business.choices("+4520123456"));
    for _ in 0..3 {
        browser.open_and_load(&page);
    }
    business.assert_states("+4520123456", &[("order_updates", "granted"), ("back_in_stock", "granted")]);
    // Meanwhile, elsewhere.
    business.opt_out("+4520123456", &["back_in_stock"]);
    browser.find("[type=checkbox][value=order_updates]").click();
    browser.named("Save").click();
    browser.wait_for_text("saved");
    business.assert_states("+4520123456", &[("order_updates", "withdrawn"), ("back_in_stock", "withdrawn")]);

    // The person's no weighs more than what anyone can type; the person's own yes lifts it.
    business.opt_in("20 12 34 56", &["order_updates"]);
    business.assert_states("+4520123456", &[("order_updates", "pending"), ("back_in_stock", "withdrawn")]);
    browser.open_and_load(&page);
    assert!(!browser.find("[type=checkbox][value=order_updates]").is_ticked());
    browser.find("[type=checkbox][value=order_updates]").click();
    browser.named("Save").click();
    browser.wait_for_text("saved");
    business.assert_states("+4520123456", &[("order_updates", "granted"), ("back_in_stock", "withdrawn")]);
}

#[test]
fn stop_everything_on_the_choices_page_holds_for_a_category_added_afterwards() {
    let business = server().business();
    business.opt_in("20 12 34 56", &["order_updates"]);
    let browser = Browser::start();
    browser.open_and_load(&format!("{}{}", server().edge, business.choices("+4520123456")));
    browser.named("Stop everything").click();
    browser.wait_for_text("stopped everything");
    business.change(|settings| {
        let list = settings["categories"].as_array_mut().unwrap();
        list.push(serde_json::json!({ "id": "renewal_reminders", "preset": "renewal_reminders" }));
    });
    assert_eq!(business.states("+4520123456")["renewal_reminders"], "withdrawn");
}
