//! The choices page (rule 3): it shows how things stand, and sends what it showed.

use jatak_tests::business::{CATEGORIES, KEPT, TYPED};
use jatak_tests::page::{Form, Page};
use jatak_tests::{Business, Reply};
use serde_json::json;

use super::server;

fn open(path: &str) -> Page {
    Page::of(&server().get(path).header("Accept-Language", "en").send().expect(200))
}

fn form(path: &str) -> Form {
    open(path).form("Save")
}

/// Saves, and returns the page that the person then sees.
fn save(business: &Business<'_>, form: &Form, path: &str) -> (Reply, Page) {
    let answer = form.submit(server(), path);
    let location = answer.header("location");
    let page = if location.is_empty() { Page::of(&answer) } else { open(&business.path_of(&location)) };
    (answer, page)
}

#[test]
fn the_page_shows_how_each_category_stands() {
    let business = server().business();
    business.opt_in(TYPED, &["order_updates", "back_in_stock"]);
    business.opt_out(KEPT, &["back_in_stock"]);
    let path = business.choices(KEPT);
    let form = form(&path);
    let boxes: Vec<_> = form.boxes.iter().map(|tickbox| (tickbox.value.as_str(), tickbox.ticked)).collect();
    assert_eq!(boxes, CATEGORIES.map(|id| (id, id == "order_updates")));
    assert!(!open(&path).source().contains("20123456"), "the number is masked");
}

#[test]
fn what_was_shown_granted_and_is_unticked_is_withdrawn_and_the_other_way_round_is_granted() {
    let business = server().business();
    business.opt_in(TYPED, &["order_updates", "back_in_stock"]);
    let path = business.choices(KEPT);
    let form = form(&path).tick("order_updates", false).tick("relevant_offers", true);
    let (_, page) = save(&business, &form, &path);
    assert!(page.text().contains("saved"), "{}", page.text());
    let expected = [("order_updates", "withdrawn"), ("relevant_offers", "granted"), ("back_in_stock", "granted")];
    business.assert_states(KEPT, &expected);
    let lookup = business.lookup(KEPT);
    let granted = lookup["categories"].as_array().unwrap().iter().find(|category| category["id"] == "relevant_offers");
    assert_eq!(granted.unwrap()["assurance"], "link");
    assert_eq!(granted.unwrap()["notice_id"], business.notice_id(), "granted under the notice shown");
}

#[test]
fn saving_without_a_change_records_nothing() {
    let business = server().business();
    business.opt_in(TYPED, &["order_updates"]);
    let path = business.choices(KEPT);
    let form = form(&path);
    business.unchanged(|| save(&business, &form, &path));
}

#[test]
fn looking_at_the_page_changes_nothing() {
    let business = server().business();
    business.opt_in(TYPED, &["order_updates"]);
    let path = business.choices(KEPT);
    business.unchanged(|| (open(&path), open(&path), open(&path)));
}

#[test]
fn a_stale_page_changes_only_what_its_reader_changed() {
    let business = server().business();
    business.opt_in(TYPED, &["order_updates", "relevant_offers"]);
    let path = business.choices(KEPT);
    let stale = form(&path);
    // Meanwhile one is withdrawn and another granted.
    business.opt_out(KEPT, &["relevant_offers"]);
    business.opt_in(TYPED, &["back_in_stock"]);
    // The stale page still shows relevant_offers ticked and back_in_stock not: neither was touched here.
    let (_, page) = save(&business, &stale.tick("order_updates", false), &path);
    drop(page);
    let expected = [("order_updates", "withdrawn"), ("relevant_offers", "withdrawn"), ("back_in_stock", "granted")];
    business.assert_states(KEPT, &expected);
}

#[test]
fn a_category_that_came_after_the_page_was_opened_stays_as_it_is() {
    let business = server().business();
    business.opt_in(TYPED, &["order_updates"]);
    let path = business.choices(KEPT);
    let stale = form(&path);
    business.change(|settings| {
        let list = settings["categories"].as_array_mut().unwrap();
        list.push(json!({ "id": "renewal_reminders", "preset": "renewal_reminders" }));
    });
    business.opt_in(TYPED, &["renewal_reminders"]);
    save(&business, &stale.tick("order_updates", false), &path);
    business.assert_states(KEPT, &[("order_updates", "withdrawn"), ("renewal_reminders", "granted")]);
}

#[test]
fn a_yes_under_terms_that_changed_meanwhile_is_not_saved_and_the_new_ones_are_shown() {
    let business = server().business();
    business.opt_in(TYPED, &["order_updates"]);
    let path = business.choices(KEPT);
    let stale = form(&path);
    business.change(|settings| settings["name"] = "Testhuset Ny".into());
    let (answer, page) = business.unchanged(|| save(&business, &stale.clone().tick("relevant_offers", true), &path));
    assert_eq!(answer.status, 409, "{}", page.text());
    assert!(page.text().contains("changed"), "{}", page.text());
    let fresh = page.form("Save");
    assert!(!fresh.ticked().contains(&"relevant_offers"), "the new terms are a new question, unticked");
    let (_, _) = save(&business, &fresh.tick("relevant_offers", true), &path);
    business.assert_states(KEPT, &[("order_updates", "granted"), ("relevant_offers", "granted")]);
}

#[test]
fn a_no_is_saved_even_when_the_terms_changed_meanwhile() {
    let business = server().business();
    business.opt_in(TYPED, &["order_updates"]);
    let path = business.choices(KEPT);
    let stale = form(&path);
    business.change(|settings| settings["name"] = "Testhuset Ny".into());
    save(&business, &stale.tick("order_updates", false).tick("relevant_offers", true), &path);
    business.assert_states(KEPT, &[("order_updates", "withdrawn")]);
}

#[test]
fn a_no_by_the_subjects_link_is_not_lifted_by_a_typed_yes_which_waits() {
    let business = server().business();
    business.opt_in(TYPED, &["order_updates"]);
    let path = business.choices(KEPT);
    save(&business, &form(&path).tick("order_updates", false), &path);
    business.assert_states(KEPT, &[("order_updates", "withdrawn")]);
    business.opt_in(TYPED, &["order_updates"]);
    business.assert_states(KEPT, &[("order_updates", "pending")]);
    // The business's own word weighs no more than a typed one.
    business.post("/consents", &business.submission(TYPED, &["order_updates"])).expect(201);
    business.assert_states(KEPT, &[("order_updates", "pending")]);
    // The person's own link does.
    let page = form(&path);
    assert!(!page.ticked().contains(&"order_updates"), "pending is not granted");
    save(&business, &page.tick("order_updates", true), &path);
    business.assert_states(KEPT, &[("order_updates", "granted")]);
}

#[test]
fn a_removed_category_stays_on_the_page_of_whoever_had_it_and_can_only_be_withdrawn() {
    let business = server().business();
    business.opt_in(TYPED, &["order_updates", "back_in_stock"]);
    business.change(|settings| _ = settings["categories"].as_array_mut().unwrap().pop());
    let path = business.choices(KEPT);
    let form = form(&path);
    assert!(form.boxes.iter().any(|tickbox| tickbox.value == "back_in_stock" && tickbox.ticked), "{form:?}");
    save(&business, &form.tick("back_in_stock", false), &path);
    business.assert_states(KEPT, &[("order_updates", "granted"), ("back_in_stock", "withdrawn")]);
    let after = self::form(&path);
    let retired = after.boxes.iter().find(|tickbox| tickbox.value == "back_in_stock");
    if retired.is_some() {
        let forced = after.tick("back_in_stock", true);
        forced.submit(server(), &path);
    }
    business.assert_states(KEPT, &[("order_updates", "granted"), ("back_in_stock", "withdrawn")]);
}

#[test]
fn a_category_that_the_page_did_not_show_cannot_be_granted_through_it() {
    let business = server().business();
    business.opt_in(TYPED, &["order_updates"]);
    let path = business.choices(KEPT);
    let mut form = form(&path);
    let sample = form.boxes[0].clone();
    form.boxes.push(jatak_tests::page::Tickbox { value: "appointment_reminders".into(), ticked: true, ..sample });
    business.unchanged(|| form.submit(server(), &path));
}

#[test]
fn choices_are_saved_without_an_origin_since_the_token_says_enough() {
    let business = server().business();
    business.opt_in(TYPED, &["order_updates"]);
    let path = business.choices(KEPT);
    let form = form(&path).tick("order_updates", false);
    form.submit_from(server(), &path, Some("null"));
    business.assert_states(KEPT, &[("order_updates", "withdrawn")]);
}

#[test]
fn everything_can_be_stopped_from_the_page_whatever_is_ticked() {
    let business = server().business();
    business.opt_in(TYPED, &["order_updates"]);
    let path = business.choices(KEPT);
    let stop = open(&path).form("Stop everything");
    let ticked: Vec<_> = stop.boxes.iter().map(|tickbox| tickbox.value.clone()).collect();
    let stop = ticked.iter().fold(stop, |form, id| form.tick(id, true));
    save(&business, &stop, &path);
    let states = business.states(KEPT);
    assert!(states.values().all(|state| state == "withdrawn"), "{states:?}");
}

#[test]
fn a_choices_page_can_be_made_for_a_number_never_seen() {
    let business = server().business();
    let path = business.choices("+4530303030");
    assert!(form(&path).ticked().is_empty());
    save(&business, &form(&path).tick("order_updates", true), &path);
    business.assert_states("+4530303030", &[("order_updates", "granted")]);
}

#[test]
fn two_links_of_one_number_lead_to_the_same_page() {
    let business = server().business();
    business.opt_in(TYPED, &["order_updates"]);
    let (one, other) = (business.choices(KEPT), business.choices(KEPT));
    save(&business, &form(&one).tick("order_updates", false), &one);
    assert!(form(&other).ticked().is_empty());
}

/// Saves a no to a category through the person's own link.
fn no_by_link(business: &Business<'_>, category: &str) {
    let path = business.choices(KEPT);
    save(business, &form(&path).tick(category, false), &path);
    assert_eq!(business.states(KEPT)[category], "withdrawn");
}

#[test]
fn a_weaker_no_after_the_persons_own_does_not_make_way_for_a_typed_yes() {
    // A stranger types a yes, takes it back with the receipt, and types it again: the person's own no still stands.
    let ways: [fn(&Business<'_>, &str); 4] = [
        |_, receipt| press(receipt, "No thanks"),
        |_, receipt| press(receipt, "Stop everything"),
        |business, _| _ = business.opt_out(KEPT, &["order_updates"]),
        |business, _| _ = business.opt_out_of_everything(KEPT),
    ];
    for (number, way) in ways.into_iter().enumerate() {
        let business = server().business();
        business.opt_in(TYPED, &["order_updates"]);
        no_by_link(&business, "order_updates");
        let receipt = business.receipt(&business.opt_in(TYPED, &["order_updates"]));
        way(&business, &receipt);
        assert_eq!(business.states(KEPT)["order_updates"], "withdrawn", "way {number}");
        business.opt_in(TYPED, &["order_updates"]);
        assert_eq!(business.states(KEPT)["order_updates"], "pending", "way {number}");
    }
}

/// Presses a button of a receipt.
fn press(path: &str, button: &str) {
    let answer = open(path).form(button).submit(server(), path);
    assert!(matches!(answer.status, 200 | 303), "{}", answer.text());
}

#[test]
fn a_no_always_counts_however_sure_the_yes_was() {
    let business = server().business();
    let path = business.choices(KEPT);
    save(&business, &form(&path).tick("order_updates", true).tick("back_in_stock", true), &path);
    let receipt = business.receipt(&business.opt_in(TYPED, &["order_updates"]));
    press(&receipt, "No thanks");
    business.opt_out(KEPT, &["back_in_stock"]);
    business.assert_states(KEPT, &[("order_updates", "withdrawn"), ("back_in_stock", "withdrawn")]);
}

#[test]
fn a_pending_yes_is_taken_back_like_any_other() {
    let business = server().business();
    business.opt_in(TYPED, &["order_updates"]);
    no_by_link(&business, "order_updates");
    let receipt = business.receipt(&business.opt_in(TYPED, &["order_updates"]));
    business.assert_states(KEPT, &[("order_updates", "pending")]);
    press(&receipt, "No thanks");
    business.assert_states(KEPT, &[("order_updates", "withdrawn")]);
}

#[test]
fn a_yes_that_waits_for_its_message_is_not_said_to_come_after_a_no() {
    let (business, _) = server().business_in_whatsapp("whatsapp");
    business.opt_in(TYPED, &["order_updates", "relevant_offers"]);
    let path = business.choices(KEPT);
    let said = |page: &Page| {
        let text = page.text();
        ["waits for your message in WhatsApp", "after you had said no"].map(|part| text.matches(part).count())
    };
    assert_eq!(said(&open(&path)), [2, 0]);
    business.opt_out(KEPT, &["relevant_offers"]);
    business.opt_in(TYPED, &["relevant_offers"]);
    assert_eq!(said(&open(&path)), [1, 1]);
}
