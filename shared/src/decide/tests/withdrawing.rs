//! Rules 3, 6, 10 and 13: every no is honoured, and only what was shown changes.

use super::*;

#[test]
fn a_receipt_takes_back_what_its_submission_asked_for_and_nothing_else() {
    let mut world = World::new();
    let submission = world.yes(&["order_updates", "relevant_offers"], Assurance::Typed);
    world.yes(&["back_in_stock"], Assurance::Typed);
    world.withdraw(submission, some(&["relevant_offers"])).unwrap().unwrap();
    assert_eq!(world.state("relevant_offers"), State::Withdrawn);
    assert_eq!(world.state("order_updates"), State::Granted);
    let refusal = world.withdraw(submission, some(&["back_in_stock"])).unwrap_err();
    assert_eq!(refusal, Refusal::CategoryNotOnReceipt(id("back_in_stock")));
}

#[test]
fn a_receipt_says_a_second_time_only_what_is_news() {
    let mut world = World::new();
    let submission = world.yes(&["order_updates"], Assurance::Typed);
    assert!(world.withdraw(submission, some(&["order_updates"])).unwrap().is_some());
    assert!(world.withdraw(submission, some(&["order_updates"])).unwrap().is_none());
    world.yes(&["order_updates"], Assurance::Typed);
    assert!(world.withdraw(submission, some(&["order_updates"])).unwrap().is_some(), "after another yes it is news");
    assert_eq!(world.state("order_updates"), State::Withdrawn);
}

#[test]
fn a_receipt_shows_nothing_of_other_acts() {
    let mut world = World::new();
    let mine = world.yes(&["order_updates"], Assurance::Typed);
    let before = world.receipt(mine).unwrap();
    let theirs = world.yes(&["order_updates", "relevant_offers"], Assurance::Typed);
    world.withdraw(theirs, Scope::Everything).unwrap().unwrap();
    world.stop_by_link();
    assert_eq!(world.receipt(mine).unwrap(), before);
    let after = world.receipt(theirs).unwrap();
    assert!(after.everything.is_some() && after.took_back(&id("order_updates")));
}

#[test]
fn stop_everything_covers_categories_that_come_later() {
    let mut world = World::new();
    world.no(Scope::Everything);
    let later = id("appointment_reminders");
    assert_eq!(world.standings.state(&later), State::Withdrawn);
    assert_eq!(world.state("order_updates"), State::Withdrawn);
}

#[test]
fn after_stop_everything_a_yes_counts_for_its_own_category_only() {
    let mut world = World::new();
    world.no(Scope::Everything);
    world.yes(&["order_updates"], Assurance::Typed);
    assert_eq!(world.state("order_updates"), State::Granted);
    assert_eq!(world.state("relevant_offers"), State::Withdrawn);
    assert_eq!(world.standings.state(&id("appointment_reminders")), State::Withdrawn);
}

#[test]
fn stop_everything_by_link_holds_against_what_anyone_could_type() {
    let mut world = World::new();
    world.stop_by_link();
    world.yes(&["order_updates"], Assurance::Typed);
    assert_eq!(world.state("order_updates"), State::Pending);
    world.choose(&[("order_updates", false)], &["order_updates"]).unwrap().unwrap();
    assert_eq!(world.state("order_updates"), State::Granted);
}

#[test]
fn stop_everything_by_link_said_again_is_no_new_act_unless_something_counts_again() {
    let mut world = World::new();
    world.yes(&["order_updates"], Assurance::Typed);
    world.no(Scope::Everything);
    assert!(world.stop_by_link(), "it weighs more than what the business passed on");
    assert!(!world.stop_by_link());
    world.yes(&["order_updates"], Assurance::Typed);
    assert!(world.stop_by_link(), "a yes waits that was not there before");
    assert!(!world.stop_by_link());
}

#[test]
fn the_choices_page_changes_only_what_it_showed() {
    let mut world = World::new();
    world.yes(&["order_updates", "relevant_offers"], Assurance::Typed);
    // The page showed one of the two granted ones, and one never asked.
    world.choose(&[("order_updates", true), ("back_in_stock", false)], &["back_in_stock"]).unwrap().unwrap();
    assert_eq!(world.state("order_updates"), State::Withdrawn);
    assert_eq!(world.state("back_in_stock"), State::Granted);
    assert_eq!(world.state("relevant_offers"), State::Granted, "the unseen stays");
}

#[test]
fn a_tick_that_was_shown_and_stays_is_no_new_yes() {
    let mut world = World::new();
    let submission = world.yes(&["order_updates"], Assurance::Typed);
    world.withdraw(submission, some(&["order_updates"])).unwrap().unwrap();
    // The page was opened before the withdrawal and is saved after it.
    assert_eq!(world.choose(&[("order_updates", true)], &["order_updates"]).unwrap(), None);
    assert_eq!(world.state("order_updates"), State::Withdrawn);
}

#[test]
fn a_no_by_link_counts_as_such_also_where_a_weaker_no_came_first() {
    let mut world = World::new();
    world.yes(&["order_updates"], Assurance::Typed);
    world.no(some(&["order_updates"]));
    // The page was opened before the business passed on its no.
    world.choose(&[("order_updates", true)], &[]).unwrap().unwrap();
    world.yes(&["order_updates"], Assurance::Typed);
    assert_eq!(world.state("order_updates"), State::Pending);
}

#[test]
fn what_the_choices_page_offered_is_what_the_notice_has_of_it() {
    let mut world = World::new();
    world.choose(&[("order_updates", false), ("invented", false)], &["order_updates"]).unwrap().unwrap();
    assert_eq!(world.events.last().unwrap().private.body.offered, [id("order_updates")]);
    world.choose(&[("order_updates", true)], &[]).unwrap().unwrap();
    assert_eq!(world.events.last().unwrap().private.body.offered, [], "a no is under no notice");
}

#[test]
fn a_category_that_the_page_did_not_show_cannot_be_ticked() {
    let mut world = World::new();
    let refusal = world.choose(&[("order_updates", false)], &["relevant_offers"]).unwrap_err();
    assert_eq!(refusal, Refusal::CategoryUnoffered(id("relevant_offers")));
}

#[test]
fn terms_that_changed_hold_back_the_yes_and_never_the_no_beside_it() {
    let mut world = World::new();
    world.yes(&["order_updates"], Assurance::Typed);
    world.outdated = true;
    world.choose(&[("order_updates", true), ("back_in_stock", false)], &["back_in_stock"]).unwrap().unwrap();
    assert_eq!(world.state("order_updates"), State::Withdrawn);
    assert_eq!(world.state("back_in_stock"), State::NeverAsked);
    let refusal = world.choose(&[("back_in_stock", false)], &["back_in_stock"]).unwrap_err();
    assert!(matches!(refusal, Refusal::NoticeOutdated { .. }));
}

#[test]
fn a_business_can_pass_on_a_no_of_someone_never_asked() {
    let mut world = World::new();
    world.no(some(&["order_updates"]));
    assert_eq!(world.state("order_updates"), State::Withdrawn);
    world.no(Scope::Everything);
    assert_eq!(world.state("back_in_stock"), State::Withdrawn);
}

#[test]
fn on_a_full_disk_every_no_is_taken_and_no_yes_is() {
    let mut world = World::new();
    let submission = world.yes(&["order_updates", "relevant_offers"], Assurance::Typed);
    world.full = true;
    let more = world.opt_in(&["back_in_stock"], Assurance::Typed);
    assert_eq!(world.run(&more), Err(Refusal::StorageFull));
    let shown = [("order_updates", true), ("back_in_stock", false)];
    assert_eq!(world.choose(&shown, &["order_updates", "back_in_stock"]), Err(Refusal::StorageFull));
    world.choose(&shown, &["back_in_stock"]).unwrap().unwrap();
    assert_eq!(world.state("order_updates"), State::Withdrawn);
    assert_eq!(world.state("back_in_stock"), State::NeverAsked, "the yes beside the no is held back");
    world.withdraw(submission, some(&["relevant_offers"])).unwrap().unwrap();
    world.stop_by_link();
    world.no(Scope::Everything);
}
