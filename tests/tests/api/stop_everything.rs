//! "Stop everything": a standing objection that covers what comes later.

use jatak_tests::Business;
use jatak_tests::business::{KEPT, TYPED};
use jatak_tests::page::Page;
use serde_json::json;

use super::server;

fn add_renewal_reminders(business: &Business<'_>) {
    business.change(|settings| {
        let list = settings["categories"].as_array_mut().unwrap();
        list.push(json!({ "id": "renewal_reminders", "preset": "renewal_reminders" }));
    });
}

fn stop(path: &str) {
    let page = Page::of(&server().get(path).header("Accept-Language", "en").send().expect(200));
    let answer = page.form("Stop everything").submit(server(), path);
    assert!(matches!(answer.status, 200 | 303), "{}", answer.text());
}

#[test]
fn stop_everything_by_receipt_holds_for_a_category_added_afterwards() {
    let business = server().business();
    let answer = business.opt_in(TYPED, &["order_updates"]);
    stop(&business.receipt(&answer));
    add_renewal_reminders(&business);
    let states = business.states(KEPT);
    assert_eq!(states.len(), 5);
    assert!(states.values().all(|state| state == "withdrawn"), "{states:?}");
}

#[test]
fn stop_everything_by_the_subjects_link_holds_for_a_category_added_afterwards_even_against_a_typed_yes() {
    let business = server().business();
    business.opt_in(TYPED, &["order_updates"]);
    stop(&business.choices(KEPT));
    add_renewal_reminders(&business);
    assert_eq!(business.states(KEPT)["renewal_reminders"], "withdrawn");
    business.opt_in(TYPED, &["renewal_reminders"]);
    assert_eq!(business.states(KEPT)["renewal_reminders"], "pending", "a typed yes waits");
    let shown = business.rows("kind=state");
    let row = shown.iter().find(|row| row["category"] == "renewal_reminders").unwrap();
    assert_eq!(row["state"], "pending");
}

#[test]
fn stop_everything_from_the_business_holds_too() {
    let business = server().business();
    business.opt_in(TYPED, &["order_updates"]);
    business.opt_out_of_everything(KEPT);
    add_renewal_reminders(&business);
    assert!(business.states(KEPT).values().all(|state| state == "withdrawn"));
}

#[test]
fn stop_everything_for_a_number_never_seen_is_remembered() {
    let business = server().business();
    business.opt_out_of_everything("+4550505050");
    assert!(business.states("+4550505050").values().all(|state| state == "withdrawn"));
}

#[test]
fn what_someone_says_yes_to_again_by_their_own_link_is_granted_and_the_rest_stays_stopped() {
    let business = server().business();
    business.opt_in(TYPED, &["order_updates"]);
    let path = business.choices(KEPT);
    stop(&path);
    let page = Page::of(&server().get(&path).header("Accept-Language", "en").send().expect(200));
    page.form("Save").tick("relevant_offers", true).submit(server(), &path);
    let states = business.states(KEPT);
    for (id, state) in &states {
        assert_eq!(state, if id == "relevant_offers" { "granted" } else { "withdrawn" }, "{states:?}");
    }
    add_renewal_reminders(&business);
    assert_eq!(business.states(KEPT)["renewal_reminders"], "withdrawn", "the objection goes on standing");
}

#[test]
fn what_anyone_can_type_lifts_a_stop_that_anyone_could_press_for_what_it_names_alone() {
    let business = server().business();
    let answer = business.opt_in(TYPED, &["order_updates"]);
    stop(&business.receipt(&answer));
    business.opt_in(TYPED, &["back_in_stock"]);
    let states = business.states(KEPT);
    for (id, state) in &states {
        assert_eq!(state, if id == "back_in_stock" { "granted" } else { "withdrawn" }, "{states:?}");
    }
}
