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
