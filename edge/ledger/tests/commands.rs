//! What commands do to a ledger: batches, idempotency, limits, receipts, choices.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod common;

use core::slice::from_ref;

use common::{Desk, FOUR, key, recorded, refused, settings, some};
use jatak_ledger::batch::{Answer, Request, UNPROVEN_A_DAY};
use jatak_shared::decide::{Refusal, Scope};
use jatak_shared::event::Kind;
use jatak_shared::state::State;
use jatak_shared::time::{DAY, Timestamp};

const ANN: &str = "+4520123456";
const BEN: &str = "+4520123457";

#[test]
fn a_refused_command_spoils_nothing_for_the_others_of_its_batch() {
    let mut desk = Desk::new();
    let before = desk.head();
    let batch = [
        Request { command: desk.opt_in(ANN, &["order_updates"]), idempotency: None },
        Request { command: desk.opt_in(ANN, &["stranger"]), idempotency: None },
        Request { command: desk.opt_in(BEN, &["relevant_offers"]), idempotency: None },
    ];
    let answers = desk.commit(&batch);
    assert!(matches!(answers[0], Answer::Recorded(_)));
    assert!(matches!(answers[1], Answer::Refused(Refusal::CategoryUnnoticed(_))));
    assert!(matches!(answers[2], Answer::Recorded(_)));
    assert_eq!(desk.head(), before + 2);
}

#[test]
fn a_later_command_of_a_batch_sees_what_an_earlier_one_did() {
    let mut desk = Desk::new();
    let batch = [
        Request { command: desk.opt_in(ANN, &["order_updates"]), idempotency: None },
        Request { command: desk.opt_in(ANN, &["relevant_offers"]), idempotency: None },
    ];
    let answers = desk.commit(&batch);
    let (one, two) = (recorded(answers[0].clone()), recorded(answers[1].clone()));
    assert_eq!(one.subject, two.subject);
    assert!(two.recorded_at > one.recorded_at, "two acts of one person never share a moment");
}

#[test]
fn a_clock_that_goes_back_never_takes_the_ledger_with_it() {
    let mut desk = Desk::new();
    let one = desk.yes(ANN, &["order_updates"]);
    desk.now -= 3_600_000;
    let two = desk.yes(BEN, &["order_updates"]);
    assert!(two.recorded_at >= one.recorded_at);
}

#[test]
fn the_same_key_and_body_get_the_same_answer_and_no_second_event() {
    let mut desk = Desk::new();
    let request = Request { command: desk.opt_in(ANN, &["order_updates"]), idempotency: Some(key("k")) };
    let one = recorded(desk.commit(from_ref(&request)).remove(0));
    let head = desk.head();
    let two = recorded(desk.commit(from_ref(&request)).remove(0));
    assert_eq!(one, two);
    let twice = desk.commit(&[request.clone(), request]);
    assert_eq!(recorded(twice[0].clone()), recorded(twice[1].clone()));
    assert_eq!(desk.head(), head);
}

#[test]
fn the_same_key_with_another_body_is_refused() {
    let mut desk = Desk::new();
    let one = Request { command: desk.opt_in(ANN, &["order_updates"]), idempotency: Some(key("k")) };
    let two = Request { command: desk.opt_in(BEN, &["order_updates"]), idempotency: Some(key("k")) };
    desk.commit(&[one]);
    assert_eq!(refused(desk.commit(&[two]).remove(0)), Refusal::IdempotencyConflict);
}

#[test]
fn a_key_is_forgotten_after_a_day() {
    let mut desk = Desk::new();
    let request = Request { command: desk.opt_in(ANN, &["order_updates"]), idempotency: Some(key("k")) };
    let one = recorded(desk.commit(from_ref(&request)).remove(0));
    desk.now += DAY;
    let two = recorded(desk.commit(&[request]).remove(0));
    assert_ne!(one.event, two.event);
}

#[test]
fn a_number_may_be_typed_a_few_times_a_day_and_again_the_next() {
    let mut desk = Desk::new();
    for _ in 0..UNPROVEN_A_DAY {
        desk.yes(ANN, &["order_updates"]);
    }
    let refusal = refused(desk.run(desk.opt_in(ANN, &["order_updates"])));
    assert!(matches!(refusal, Refusal::TooManySubmissions { .. }));
    desk.yes(BEN, &["order_updates"]);
    desk.now += DAY;
    desk.yes(ANN, &["order_updates"]);
}

#[test]
fn withdrawals_are_never_counted_against_a_number() {
    let mut desk = Desk::new();
    let submission = desk.yes(ANN, &["order_updates"]).event;
    for _ in 0..20 {
        desk.no(ANN, some(&["order_updates"]));
    }
    desk.yes(ANN, &["order_updates"]);
    assert!(matches!(desk.withdraw(submission, Scope::Everything), Answer::Recorded(_)));
}

#[test]
fn each_event_names_the_one_before_of_the_same_person() {
    let mut desk = Desk::new();
    let one = desk.yes(ANN, &["order_updates"]);
    desk.yes(BEN, &["order_updates"]);
    let three = desk.no(ANN, Scope::Everything);
    let entries = desk.engine.events(three.seq - 1, three.seq, 10).unwrap();
    assert_eq!(entries[0].outcome.as_ref().unwrap().body.previous, Some(one.event));
}

#[test]
fn a_receipt_of_one_person_knows_nothing_of_what_another_did_to_the_number() {
    let mut desk = Desk::new();
    let mine = desk.yes(ANN, &["order_updates"]).event;
    let before = desk.engine.receipt(mine).unwrap().unwrap();
    desk.no(ANN, Scope::Everything);
    desk.yes(ANN, &["relevant_offers"]);
    assert_eq!(desk.engine.receipt(mine).unwrap().unwrap(), before);
    desk.withdraw(mine, some(&["order_updates"]));
    assert!(desk.engine.receipt(mine).unwrap().unwrap().receipt.took_back(&"order_updates".parse().unwrap()));
}

#[test]
fn only_a_submission_has_a_receipt() {
    let mut desk = Desk::new();
    let no = desk.no(ANN, Scope::Everything).event;
    assert_eq!(desk.engine.receipt(no).unwrap(), None);
    assert!(matches!(desk.withdraw(no, Scope::Everything), Answer::Refused(Refusal::NotFound)));
}

#[test]
fn a_link_can_be_made_for_a_number_never_seen_and_opens_its_choices() {
    let mut desk = Desk::new();
    let head = desk.head();
    let subject =
        desk.engine.subject(&ANN.parse().unwrap(), Timestamp::from_millis(desk.now), &mut desk.random).unwrap();
    assert_eq!(
        desk.engine.subject(&ANN.parse().unwrap(), Timestamp::from_millis(desk.now), &mut desk.random).unwrap(),
        subject
    );
    assert_eq!(desk.head(), head, "knowing a number is no event");
    desk.choose(subject, &[("order_updates", false)], &["order_updates"]);
    assert_eq!(desk.state(ANN, "order_updates"), "granted");
    assert_eq!(desk.yes(ANN, &["relevant_offers"]).subject, subject);
}

#[test]
fn a_removed_category_keeps_its_state_stays_on_the_choices_page_and_is_not_offered() {
    let mut desk = Desk::new();
    let subject = desk.yes(ANN, &["back_in_stock", "order_updates"]).subject;
    let now = Timestamp::from_millis(desk.now + 1);
    let changed = desk.engine.change_settings(&settings(&FOUR[..3]), now, &mut desk.random).unwrap().unwrap();
    assert!(changed);
    let choices = desk.engine.choices(subject, None).unwrap().unwrap();
    let removed = choices.categories.iter().find(|choice| choice.category.id().as_str() == "back_in_stock").unwrap();
    assert!(!removed.offered);
    assert_eq!(removed.state, State::Granted);
    desk.choose(subject, &[("back_in_stock", true)], &[]);
    assert_eq!(desk.state(ANN, "back_in_stock"), "withdrawn");
    let refusal = refused(desk.choose(subject, &[("back_in_stock", false)], &["back_in_stock"]));
    assert!(matches!(refusal, Refusal::CategoryUnnoticed(_)));
}

#[test]
fn settings_that_change_nothing_publish_nothing() {
    let desk = &mut Desk::new();
    let head = desk.head();
    let now = Timestamp::from_millis(desk.now);
    assert!(!desk.engine.change_settings(&settings(&FOUR), now, &mut desk.random).unwrap().unwrap());
    assert_eq!(desk.head(), head);
    assert!(desk.engine.change_settings(&settings(&FOUR[..2]), now, &mut desk.random).unwrap().unwrap());
    assert_eq!(desk.head(), head + 3, "one change, and one notice in each of two languages");
    let kinds: Vec<Kind> = desk.engine.events(head, head + 3, 10).unwrap().iter().map(|e| e.leaf.kind).collect();
    assert_eq!(kinds, [Kind::SettingsChanged, Kind::NoticePublished, Kind::NoticePublished]);
}

#[test]
fn an_old_notice_stays_public_and_is_told_apart_from_one_never_published() {
    let mut desk = Desk::new();
    let old = desk.notice();
    let stale = desk.opt_in(ANN, &["order_updates"]);
    let now = Timestamp::from_millis(desk.now);
    desk.engine.change_settings(&settings(&FOUR[..2]), now, &mut desk.random).unwrap().unwrap();
    assert_ne!(desk.notice(), old);
    assert!(desk.engine.notice(old).unwrap().is_some());
    assert_eq!(refused(desk.run(stale)), Refusal::NoticeOutdated { current: desk.notice() });
}

#[test]
fn going_back_to_an_earlier_wording_shows_the_earlier_notice() {
    let desk = &mut Desk::new();
    let first = desk.notice();
    let now = Timestamp::from_millis(desk.now);
    desk.engine.change_settings(&settings(&FOUR[..2]), now, &mut desk.random).unwrap().unwrap();
    desk.engine.change_settings(&settings(&FOUR), now, &mut desk.random).unwrap().unwrap();
    assert_eq!(desk.notice(), first);
    desk.yes(ANN, &["order_updates"]);
}

#[test]
fn a_suppressed_number_stays_pending_however_often_it_is_typed() {
    let mut desk = Desk::new();
    desk.no(ANN, Scope::Everything);
    desk.erase(&[ANN]);
    for _ in 0..3 {
        desk.yes(ANN, &["order_updates"]);
        assert_eq!(desk.state(ANN, "order_updates"), "pending");
    }
    desk.no(BEN, Scope::Everything);
    desk.erase(&[BEN]);
    desk.engine.subject(&BEN.parse().unwrap(), Timestamp::from_millis(desk.now), &mut desk.random).unwrap();
    desk.yes(BEN, &["order_updates"]);
    assert_eq!(desk.state(BEN, "order_updates"), "pending", "a link made beforehand changes nothing");
}

#[test]
fn a_grant_is_shown_with_the_terms_agreed_to_and_not_with_looser_ones() {
    let desk = &mut Desk::new();
    let subject = desk.yes(ANN, &["relevant_offers"]).subject;
    let before = desk.engine.choices(subject, None).unwrap().unwrap().categories[1].category.clone();
    let mut looser = common::settings_json(&FOUR);
    looser["categories"][1]["cap"] = serde_json::json!({"max": 10, "per": "day"});
    let looser = jatak_shared::business::Settings::parse(&looser).unwrap();
    let now = Timestamp::from_millis(desk.now);
    desk.engine.change_settings(&looser, now, &mut desk.random).unwrap().unwrap();
    let shown = desk.engine.choices(subject, None).unwrap().unwrap().categories;
    assert_eq!(shown[1].category, before);
    desk.choose(subject, &[("relevant_offers", true)], &[]);
    let shown = desk.engine.choices(subject, None).unwrap().unwrap().categories;
    assert_eq!(shown[1].category.cap().unwrap().max(), 10, "once it is a no, a yes is asked for under the new terms");
}

#[test]
fn a_lookup_says_that_a_category_was_removed() {
    let desk = &mut Desk::new();
    desk.yes(ANN, &["back_in_stock"]);
    let now = Timestamp::from_millis(desk.now);
    desk.engine.change_settings(&settings(&FOUR[..3]), now, &mut desk.random).unwrap().unwrap();
    let looked = desk.engine.lookup(&ANN.parse().unwrap()).unwrap().categories;
    let removed = looked.iter().find(|looked| looked.id.as_str() == "back_in_stock").unwrap();
    assert!(!removed.offered);
    assert_eq!(removed.standing.as_ref().unwrap().state, State::Granted);
}

#[test]
fn a_category_keeps_its_purpose_also_after_it_was_worded_anew_or_removed() {
    let desk = &mut Desk::new();
    let now = Timestamp::from_millis(desk.now);
    let with = |category: serde_json::Value| {
        let mut settings = common::settings_json(&FOUR[..3]);
        settings["categories"].as_array_mut().unwrap().push(category);
        jatak_shared::business::Settings::parse(&settings).unwrap()
    };
    let texts = serde_json::json!({"title": "a", "value": "b", "frequency": "c"});
    let own = serde_json::json!({"id": "back_in_stock", "class": "marketing", "wording": {"da": texts, "en": texts}});
    desk.engine.change_settings(&with(own), now, &mut desk.random).unwrap().unwrap();
    desk.engine.change_settings(&settings(&FOUR[..3]), now, &mut desk.random).unwrap().unwrap();
    let other = with(serde_json::json!({"id": "back_in_stock", "preset": "abandoned_cart"}));
    let faults = desk.engine.change_settings(&other, now, &mut desk.random).unwrap().unwrap_err();
    assert_eq!(faults.len(), 1, "{faults:?}");
}

#[test]
fn founding_again_with_other_settings_is_refused_and_with_the_same_ones_is_not() {
    let store = jatak_ledger::native::NativeStore::in_memory().unwrap();
    let founding = |categories| jatak_ledger::setup::Founding {
        business: jatak_shared::id::BusinessId::v4([1; 16]),
        slug: "nordlys".parse().unwrap(),
        settings: settings(categories),
        sealed_keys: Vec::new(),
    };
    let now = Timestamp::from_millis(common::START);
    jatak_ledger::engine::prepare(&store, now).unwrap();
    let found =
        |categories| jatak_ledger::setup::found(&store, &founding(categories), now, &mut common::Counter(0)).unwrap();
    assert_eq!(found(&FOUR), Ok(()));
    assert_eq!(found(&FOUR), Ok(()));
    assert_eq!(found(&FOUR[..2]).unwrap_err().len(), 1);
}

#[test]
fn a_category_id_is_never_taken_for_another_purpose() {
    let desk = &mut Desk::new();
    let now = Timestamp::from_millis(desk.now);
    desk.engine.change_settings(&settings(&FOUR[..3]), now, &mut desk.random).unwrap().unwrap();
    let mut other = common::settings_json(&FOUR[..3]);
    let reused = serde_json::json!({
        "id": "back_in_stock", "class": "utility",
        "wording": {"da": {"title": "a", "value": "b", "frequency": "c"}, "en": {"title": "a", "value": "b", "frequency": "c"}},
    });
    other["categories"].as_array_mut().unwrap().push(reused);
    let other = jatak_shared::business::Settings::parse(&other).unwrap();
    let faults = desk.engine.change_settings(&other, now, &mut desk.random).unwrap().unwrap_err();
    assert_eq!(faults.len(), 1, "{faults:?}");
}
