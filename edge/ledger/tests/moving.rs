//! Somebody who goes by another number from now on: what they said, and what is asked of them by the old one, goes along.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use common::Desk;
use common::meta::{desk, moves, opts_in, shown, text};
use jatak_ledger::native::NativeStore;
use jatak_shared::decide::Scope;

const ANNA: &str = "+4520123456";
const MOBILE: &str = "+5511987654321";
const SHORT: &str = "+551187654321";

#[test]
fn a_no_that_the_business_knows_by_a_former_number_reaches_every_spelling_of_the_new_one() {
    let mut desk = Desk::new().in_whatsapp("none");
    desk.yes(ANNA, &["relevant_offers"]);
    desk.hear(vec![moves(ANNA, desk.second() + 1, MOBILE)]);
    desk.now += 2_000;
    desk.yes(SHORT, &["relevant_offers"]);
    let before = desk.head();
    desk.no(ANNA, Scope::Everything);
    for who in [ANNA, MOBILE, SHORT] {
        assert_eq!(desk.state(who, "relevant_offers"), "withdrawn", "{who}");
    }
    assert_eq!(desk.head() - before, 3, "each is told once");
    desk.verify();
}

#[test]
fn a_no_by_a_number_that_somebody_left_and_came_back_to_is_said_once() {
    let mut desk = Desk::new().in_whatsapp("none");
    desk.yes(ANNA, &["relevant_offers"]);
    desk.hear(vec![moves(ANNA, desk.second() + 1, MOBILE)]);
    desk.hear(vec![moves(MOBILE, desk.second() + 2, ANNA)]);
    desk.now += 5_000;
    let before = desk.head();
    desk.no(ANNA, Scope::Everything);
    assert_eq!(desk.head() - before, 1);
    assert_eq!(desk.state(ANNA, "relevant_offers"), "withdrawn");
    desk.verify();
}

fn known(desk: &Desk<NativeStore>, who: &str) -> bool {
    desk.engine.lookup(&who.parse().unwrap()).unwrap().subject.is_some()
}

#[test]
fn an_erasure_by_a_former_number_takes_every_spelling_of_the_new_one() {
    let mut desk = desk();
    desk.hear(vec![text(ANNA, desk.second(), "STOP")]);
    desk.hear(vec![moves(ANNA, desk.second() + 1, MOBILE)]);
    assert!(known(&desk, SHORT), "the no was said for this spelling too");
    desk.erase(&[ANNA]);
    for who in [ANNA, MOBILE, SHORT] {
        assert!(!known(&desk, who), "{who}");
    }
    desk.verify();
}

#[test]
fn an_erasure_goes_on_from_each_name_that_it_finds() {
    let mut desk = desk();
    opts_in(&mut desk, "DK.a", &["relevant_offers"]);
    opts_in(&mut desk, MOBILE, &["relevant_offers"]);
    shown(&mut desk, &format!("{MOBILE} DK.a"));
    desk.hear(vec![text(SHORT, desk.second(), "STOP")]);
    opts_in(&mut desk, ANNA, &["relevant_offers"]);
    desk.hear(vec![moves(SHORT, desk.second(), ANNA)]);
    desk.erase(&["DK.a"]);
    for who in [ANNA, MOBILE, SHORT, "DK.a"] {
        assert!(!known(&desk, who), "{who}");
    }
    desk.verify();
}

#[test]
fn a_message_that_may_be_a_no_is_one_under_every_spelling_once_nobody_can_look_any_more() {
    let mut desk = Desk::new().in_whatsapp("none");
    desk.yes(MOBILE, &["relevant_offers"]);
    desk.hear(vec![text(MOBILE, desk.second(), "bus stop")]);
    desk.erase(&[MOBILE]);
    for who in [MOBILE, SHORT] {
        desk.yes(who, &["relevant_offers"]);
        assert_eq!(desk.state(who, "relevant_offers"), "pending", "{who}");
    }
    desk.verify();
}

/// Somebody who said no and was erased.
fn erased() -> Desk<NativeStore> {
    let mut desk = Desk::new().in_whatsapp("none");
    desk.hear(vec![text(ANNA, desk.second(), "STOP")]);
    desk.now += 2_000;
    assert_eq!(desk.erase(&[ANNA]).suppressed, 1);
    desk
}

#[test]
fn whoever_was_erased_after_a_no_is_remembered_under_each_name_that_they_go_by_since() {
    let mut desk = erased();
    desk.hear(vec![moves(ANNA, desk.second(), MOBILE)]);
    desk.hear(vec![moves(MOBILE, desk.second(), "DK.a")]);
    for who in [MOBILE, SHORT, "DK.a"] {
        let file = desk.engine.person(&who.parse().unwrap(), 0).unwrap();
        assert!(file.subject.is_none() && file.suppressed_since.is_some(), "{who}");
    }
    desk.now += 5_000;
    desk.yes(SHORT, &["relevant_offers"]);
    assert_eq!(desk.state(SHORT, "relevant_offers"), "pending", "only WhatsApp lifts it");
    let mut desk = desk.in_whatsapp("whatsapp");
    opts_in(&mut desk, SHORT, &["relevant_offers"]);
    assert_eq!(desk.state(SHORT, "relevant_offers"), "granted");
    desk.verify();
}

#[test]
fn whoever_was_erased_after_a_no_takes_back_what_was_typed_for_a_number_that_they_moved_to() {
    let mut desk = erased();
    desk.yes(MOBILE, &["relevant_offers"]);
    desk.yes("+4520123457", &["relevant_offers"]);
    desk.now += 5_000;
    let mut desk = desk.in_whatsapp("whatsapp");
    opts_in(&mut desk, "+4520123457", &["order_updates"]);
    desk.hear(vec![moves(ANNA, desk.second(), MOBILE), moves(ANNA, desk.second(), "+4520123457")]);
    assert_eq!(desk.state(MOBILE, "relevant_offers"), "pending");
    assert_eq!(desk.state("+4520123457", "relevant_offers"), "pending");
    assert_eq!(desk.state("+4520123457", "order_updates"), "granted", "said from WhatsApp, and since");
    desk.verify();
}

#[test]
fn a_yes_that_waits_since_the_number_is_suppressed_goes_on_waiting_under_another_number() {
    let mut desk = erased();
    desk.yes(ANNA, &["relevant_offers"]);
    assert_eq!(desk.state(ANNA, "relevant_offers"), "pending");
    desk.hear(vec![moves(ANNA, desk.second(), MOBILE)]);
    desk.now += 5_000;
    for who in [MOBILE, SHORT] {
        desk.yes(who, &["relevant_offers", "order_updates"]);
        for category in ["relevant_offers", "order_updates"] {
            assert_eq!(desk.state(who, category), "pending", "{who} {category}");
        }
    }
    desk.verify();
}
