//! Rules 2, 4, 5 and 12: what a yes needs, and what it does.

use super::*;

#[test]
fn what_was_ticked_is_granted_and_nothing_else() {
    let mut world = World::new();
    world.yes(&["relevant_offers"], Assurance::Typed);
    assert_eq!(world.state("relevant_offers"), State::Granted);
    assert_eq!(world.state("order_updates"), State::NeverAsked);
}

#[test]
fn unticked_in_the_widget_is_not_a_no() {
    let mut world = World::new();
    world.yes(&["relevant_offers", "order_updates"], Assurance::Typed);
    world.yes(&["order_updates"], Assurance::Typed);
    assert_eq!(world.state("relevant_offers"), State::Granted);
}

#[test]
fn ticked_must_be_in_offered_and_offered_in_the_notice() {
    let mut world = World::new();
    let mut refusal = |offered: Option<&[&str]>, ticked: &[&str]| {
        let Command::OptIn(mut command) = world.opt_in(ticked, Assurance::Typed) else { unreachable!() };
        command.offered = offered.map(|ids| ids.iter().map(|category| id(category)).collect());
        world.run(&Command::OptIn(command)).unwrap_err()
    };
    assert_eq!(refusal(None, &[]), Refusal::CategoryNone);
    assert_eq!(refusal(None, &["relevant_offers", "relevant_offers"]), Refusal::CategoryDoubled(id("relevant_offers")));
    assert_eq!(refusal(None, &["stranger"]), Refusal::CategoryUnnoticed(id("stranger")));
    assert_eq!(
        refusal(Some(&["order_updates"]), &["relevant_offers"]),
        Refusal::CategoryUnoffered(id("relevant_offers"))
    );
    assert_eq!(refusal(Some(&["stranger"]), &["stranger"]), Refusal::CategoryUnnoticed(id("stranger")));
    let doubled: &[&str] = &["order_updates", "order_updates"];
    assert_eq!(refusal(Some(doubled), &["order_updates"]), Refusal::CategoryDoubled(id("order_updates")));
    assert!(world.events.is_empty());
}

#[test]
fn a_notice_that_is_no_longer_shown_is_refused_with_the_one_to_show() {
    let mut world = World::new();
    world.outdated = true;
    let command = world.opt_in(&["order_updates"], Assurance::Typed);
    let refusal = world.run(&command).unwrap_err();
    assert_eq!(refusal, Refusal::NoticeOutdated { current: NoticeId::of("another") });
}

#[test]
fn a_grant_is_bound_to_the_notice_agreed_to() {
    let mut world = World::new();
    let event = world.yes(&["order_updates"], Assurance::Typed);
    let standing = world.standings.of(&id("order_updates")).unwrap();
    assert_eq!(standing.notice, Some(world.notice_id()));
    assert_eq!(standing.event, event);
}

#[test]
fn a_no_by_the_subjects_link_turns_a_typed_yes_into_pending() {
    let mut world = World::new();
    world.yes(&["order_updates"], Assurance::Typed);
    world.choose(&[("order_updates", true)], &[]).unwrap().unwrap();
    assert_eq!(world.state("order_updates"), State::Withdrawn);
    world.yes(&["order_updates"], Assurance::Typed);
    assert_eq!(world.state("order_updates"), State::Pending);
    world.yes(&["order_updates"], Assurance::Whatsapp);
    assert_eq!(world.state("order_updates"), State::Granted);
}

#[test]
fn a_pending_yes_does_not_wear_the_no_behind_it_down() {
    let mut world = World::new();
    world.choose(&[("order_updates", false)], &["order_updates"]).unwrap().unwrap();
    world.choose(&[("order_updates", true)], &[]).unwrap().unwrap();
    for _ in 0..3 {
        world.yes(&["order_updates"], Assurance::Typed);
        assert_eq!(world.state("order_updates"), State::Pending);
    }
}

#[test]
fn a_no_by_receipt_is_lifted_by_a_typed_yes() {
    let mut world = World::new();
    let submission = world.yes(&["order_updates"], Assurance::Typed);
    world.withdraw(submission, some(&["order_updates"])).unwrap().unwrap();
    assert_eq!(world.state("order_updates"), State::Withdrawn);
    world.yes(&["order_updates"], Assurance::Typed);
    assert_eq!(world.state("order_updates"), State::Granted);
}

#[test]
fn a_weaker_no_does_not_make_a_stronger_one_easier_to_lift() {
    let mut world = World::new();
    let submission = world.yes(&["order_updates"], Assurance::Typed);
    world.choose(&[("order_updates", true)], &[]).unwrap().unwrap();
    world.withdraw(submission, some(&["order_updates"])).unwrap().unwrap();
    world.yes(&["order_updates"], Assurance::Typed);
    assert_eq!(world.state("order_updates"), State::Pending);
}

#[test]
fn a_yes_and_a_no_of_the_same_moment_are_a_no() {
    let mut world = World::new();
    world.no(some(&["order_updates"]));
    let command = world.opt_in(&["order_updates"], Assurance::Typed);
    world.run_now(&command).unwrap();
    assert_eq!(world.state("order_updates"), State::Pending);
}

#[test]
fn a_typed_yes_does_not_replace_the_terms_of_a_better_known_one() {
    let mut world = World::new();
    let known = world.choose(&[("order_updates", false)], &["order_updates"]).unwrap().unwrap();
    world.yes(&["order_updates"], Assurance::Typed);
    assert_eq!(world.standings.of(&id("order_updates")).unwrap().event, known);
}

#[test]
fn a_number_on_the_suppression_list_is_lifted_by_whatsapp_only() {
    for (assurance, state) in [
        (Assurance::Typed, State::Pending),
        (Assurance::Api, State::Pending),
        (Assurance::Imported, State::Pending),
        (Assurance::Link, State::Pending),
        (Assurance::Whatsapp, State::Granted),
    ] {
        let mut world = World::new();
        world.suppressed = true;
        world.yes(&["order_updates"], assurance);
        assert_eq!(world.state("order_updates"), state, "{assurance:?}");
    }
}

#[test]
fn a_number_typed_too_often_today_is_refused_but_a_business_may_vouch() {
    let mut world = World::new();
    world.unproven_today = 5;
    let typed = world.opt_in(&["order_updates"], Assurance::Typed);
    assert!(matches!(world.run(&typed), Err(Refusal::TooManySubmissions { .. })));
    let vouched = world.opt_in(&["order_updates"], Assurance::Api);
    assert!(world.run(&vouched).is_ok());
}
