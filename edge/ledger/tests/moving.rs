//! Somebody who goes by another number from now on: what they said, and what is asked of them by the old one, goes along.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use common::Desk;
use common::meta::moves;
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
