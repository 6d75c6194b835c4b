//! A full disk: consents are refused with room to spare, and every no is taken.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod common;

use common::{Desk, key, recorded, refused, some};
use jatak_ledger::batch::{Answer, Request};
use jatak_ledger::native::NativeStore;
use jatak_shared::decide::{Command, OptOut, Refusal, Scope};
use jatak_shared::event::Evidence;

/// A ledger in which consents have filled their part: what it holds is just above 90 % of its room.
fn full() -> (Desk<NativeStore>, Vec<jatak_ledger::batch::Recorded>) {
    let mut desk = Desk::new();
    let people = (0..20).map(|n| desk.yes(&format!("+45201200{n:02}"), &["order_updates", "back_in_stock"]));
    let people = people.collect();
    desk.engine = desk.engine.with_room(1);
    assert!(desk.engine.is_full().unwrap());
    (desk, people)
}

#[test]
fn with_room_enough_nothing_is_refused() {
    let mut desk = Desk::new();
    assert!(!desk.engine.is_full().unwrap());
    desk.engine = desk.engine.with_room(100_000_000);
    desk.yes("+4520123456", &["order_updates"]);
}

#[test]
fn on_a_full_disk_no_yes_is_taken_and_every_no_is() {
    let (mut desk, people) = full();
    let head = desk.head();
    assert_eq!(refused(desk.run(desk.opt_in("+4520123456", &["order_updates"]))), Refusal::StorageFull);
    let shown = [("order_updates", true), ("relevant_offers", false)];
    let only_yes = desk.choose(people[0].subject, &shown, &["order_updates", "relevant_offers"]);
    assert_eq!(refused(only_yes), Refusal::StorageFull);
    assert_eq!(desk.head(), head);

    desk.no("+4520120000", Scope::Everything);
    desk.no("+4520999999", some(&["order_updates"]));
    recorded(desk.withdraw(people[1].event, Scope::Everything));
    recorded(desk.choose(people[2].subject, &shown, &["relevant_offers"]));
    assert_eq!(desk.state("+4520120002", "order_updates"), "withdrawn");
    assert_eq!(desk.state("+4520120002", "relevant_offers"), "never_asked");
    assert_eq!(desk.head(), head + 4);
    assert_eq!(desk.erase(&["+4520120003"]).people, 1, "erasing makes room, so it is never refused");
    desk.verify();
}

#[test]
fn a_retry_of_a_yes_that_was_recorded_before_is_answered_on_a_full_disk_too() {
    let mut desk = Desk::new();
    let request = Request { command: desk.opt_in("+4520123456", &["order_updates"]), idempotency: Some(key("k")) };
    let first = recorded(desk.commit(core::slice::from_ref(&request)).remove(0));
    desk.engine = desk.engine.with_room(1);
    assert_eq!(recorded(desk.commit(&[request]).remove(0)), first);
}

#[test]
fn ten_thousand_noes_and_as_many_yeses_on_a_full_disk_are_all_answered_and_every_no_counts() {
    let (mut desk, _) = full();
    let no = |n: u32| {
        let phone = format!("+452{n:07}").parse().unwrap();
        Command::OptOut(OptOut { handle: phone, scope: Scope::Everything, evidence: Evidence::default() })
    };
    let mut batch = Vec::new();
    for n in 0..10_000 {
        batch.push(Request { command: no(n), idempotency: None });
        batch.push(Request { command: desk.opt_in("+4530000000", &["order_updates"]), idempotency: None });
    }
    let head = desk.head();
    let mut taken = 0;
    // As the queue hands them out: 256 at a time.
    for batch in batch.chunks(256) {
        for answer in desk.commit(batch) {
            match answer {
                Answer::Recorded(_) => taken += 1,
                other => assert_eq!(refused(other), Refusal::StorageFull),
            }
        }
    }
    assert_eq!((taken, desk.head() - head), (10_000, 10_000));
    assert_eq!(desk.state("+4520009999", "order_updates"), "withdrawn");
}
