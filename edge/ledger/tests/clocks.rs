//! Clocks that differ: which was said first is told by WhatsApp's clock, also where the edge's is behind it.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use common::meta::{desk, draft, offer, opts_in, reason, resume, stop, text};
use jatak_shared::decide::Scope;
use jatak_shared::sending::Reason;
use jatak_shared::whatsapp::signal::Signal;

const ANNA: &str = "+4520123456";

/// How things stand once a STOP and a yes were heard that WhatsApp says were said so many seconds from now, in either order.
fn either_way(no: i64, yes: i64) -> [String; 2] {
    [false, true].map(|yes_first| {
        let mut desk = desk();
        let awaited = offer(&mut desk, &["relevant_offers"]);
        let start = desk.second() + 1;
        let mut said: Vec<Signal> = vec![text(ANNA, start + no, "STOP"), text(ANNA, start + yes, &draft(&awaited.url))];
        if yes_first {
            said.reverse();
        }
        desk.hear(said.drain(..1).collect());
        desk.now += 4_000;
        desk.hear(said);
        desk.verify();
        desk.state(ANNA, "relevant_offers")
    })
}

#[test]
fn a_stop_is_not_lifted_by_a_yes_that_was_said_before_it_though_the_edges_clock_is_behind() {
    assert_eq!(either_way(3, 2), ["withdrawn", "withdrawn"]);
    assert_eq!(either_way(3, 3), ["withdrawn", "withdrawn"], "on a tie no wins");
}

#[test]
fn a_yes_lifts_a_stop_that_was_said_before_it_though_the_edges_clock_is_behind() {
    assert_eq!(either_way(2, 3), ["granted", "granted"]);
}

#[test]
fn a_stop_of_marketing_outlives_a_resumption_of_before_it_though_the_edges_clock_is_behind() {
    for second_first in [false, true] {
        let mut desk = desk();
        let start = desk.second() + 1;
        let mut said = vec![stop(ANNA, start + 3), resume(ANNA, start + 2)];
        if second_first {
            said.reverse();
        }
        for one in said {
            desk.hear(vec![one]);
            desk.now += 4_000;
        }
        opts_in(&mut desk, ANNA, &["relevant_offers"]);
        assert_eq!(reason(&desk, ANNA, "relevant_offers"), Some(Reason::StoppedInWhatsapp));
    }
}

#[test]
fn what_comes_after_a_yes_from_ahead_is_later_than_it() {
    let mut desk = desk();
    let awaited = offer(&mut desk, &["relevant_offers"]);
    desk.hear(vec![text(ANNA, desk.second() + 200, &draft(&awaited.url))]);
    assert_eq!(desk.state(ANNA, "relevant_offers"), "granted");
    desk.no(ANNA, Scope::Everything);
    assert_eq!(desk.state(ANNA, "relevant_offers"), "withdrawn");
    desk.now += 300_000;
    opts_in(&mut desk, ANNA, &["relevant_offers"]);
    assert_eq!(desk.state(ANNA, "relevant_offers"), "granted");
    desk.verify();
}

#[test]
fn a_clock_that_is_far_ahead_moves_nothing_into_the_future() {
    let mut desk = desk();
    desk.hear(vec![text(ANNA, desk.second() + 86_400, "STOP")]);
    let recorded = desk.no("+4520123457", Scope::Everything).recorded_at;
    assert_eq!(recorded.millis(), desk.now);
    desk.now += 10_000;
    opts_in(&mut desk, ANNA, &["relevant_offers"]);
    assert_eq!(desk.state(ANNA, "relevant_offers"), "granted", "said after the stop was heard");
    desk.verify();
}
