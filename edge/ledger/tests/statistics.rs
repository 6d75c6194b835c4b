//! What is counted: how often a notice was shown, and how many opted in under it.

#![cfg(feature = "native")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use core::cell::RefCell;

use common::{Desk, START, some};
use jatak_ledger::native::NativeStore;
use jatak_ledger::shown::{Count, KEPT, Shown};
use jatak_ledger::statistics::{Day, Span};
use jatak_ledger::store::{Store, StoreError, Value};
use jatak_shared::id::{Digest32, NoticeId};
use jatak_shared::time::{DAY, Timestamp};

fn notice(number: u8) -> NoticeId {
    Digest32::of(&[number]).to_string().parse().unwrap()
}

fn today() -> Day {
    Day::of(Timestamp::from_millis(START))
}

fn shown() -> Shown<NativeStore> {
    Shown::open(NativeStore::in_memory().unwrap()).unwrap()
}

fn all() -> Span {
    Span::new(today().minus(KEPT - 1), today()).unwrap()
}

#[test]
fn counts_add_up_by_day_and_notice() {
    let shown = shown();
    let now = Timestamp::from_millis(START);
    let count = |day: u64, number, count| Count { day: today().minus(day), notice: notice(number), count };
    shown.add(&[count(0, 1, 3), count(0, 2, 1), count(1, 1, 5)], now).unwrap();
    shown.add(&[count(0, 1, 4)], now).unwrap();
    let mut expected = vec![count(0, 1, 7), count(0, 2, 1), count(1, 1, 5)];
    expected.sort_by_key(|count| (count.day, count.notice.to_string()));
    assert_eq!(shown.read(all()).unwrap(), expected);
    assert_eq!(shown.read(Span::new(today().minus(1), today().minus(1)).unwrap()).unwrap(), [count(1, 1, 5)]);
}

#[test]
fn what_is_old_is_forgotten_and_what_comes_too_late_is_not_taken() {
    let shown = shown();
    let day = today();
    let count = |day| Count { day, notice: notice(1), count: 1 };
    shown.add(&[count(day)], day.begins()).unwrap();
    let later = |days: u64| Timestamp::from_millis(day.begins().millis() + i64::try_from(days).unwrap() * DAY);
    shown.add(&[], later(KEPT - 1)).unwrap();
    assert_eq!(shown.read(all()).unwrap().len(), 1, "on its last day it is still there");
    shown.add(&[], later(KEPT)).unwrap();
    assert_eq!(shown.read(all()).unwrap(), []);
    shown.add(&[count(day)], later(KEPT)).unwrap();
    assert_eq!(shown.read(all()).unwrap(), []);
}

#[test]
fn no_report_makes_a_number_that_json_cannot_carry() {
    let shown = shown();
    let count = |count| Count { day: today(), notice: notice(1), count };
    for _ in 0..3 {
        shown.add(&[count(u64::MAX)], today().begins()).unwrap();
    }
    assert_eq!(shown.read(all()).unwrap(), [count((1 << 53) - 1)]);
}

#[test]
fn opt_ins_are_counted_by_day_and_notice_and_outlast_an_erasure() {
    let mut desk = Desk::new();
    desk.yes("+4520123456", &["order_updates"]);
    desk.yes("+4520123457", &["order_updates"]);
    desk.no("+4520123456", some(&["order_updates"]));
    desk.now += DAY;
    desk.yes("+4520123458", &["relevant_offers"]);
    let first = Day::of(Timestamp::from_millis(START));
    let second = Day::from_number(first.number() + 1);
    let notice = desk.notice();
    let expected = vec![Count { day: first, notice, count: 2 }, Count { day: second, notice, count: 1 }];
    let both = Span::new(first, second).unwrap();
    assert_eq!(desk.engine.statistics(both).unwrap().opted_in, expected);
    assert_eq!(desk.engine.statistics(Span::new(second, second).unwrap()).unwrap().opted_in, expected[1..]);
    desk.erase(&["+4520123456", "+4520123458"]);
    let after = desk.engine.statistics(both).unwrap();
    assert_eq!(after.opted_in, expected, "erased people are still counted as events");
    assert_eq!(after.locales[&notice].code(), "da");
}

/// A store that tells how SQLite would find what a query asks for.
struct Planned<'s>(&'s NativeStore, &'s RefCell<Vec<String>>);

impl Store for Planned<'_> {
    fn execute(&self, sql: &str, parameters: &[Value]) -> Result<(), StoreError> {
        self.0.execute(sql, parameters)
    }

    fn query(&self, sql: &str, parameters: &[Value]) -> Result<Vec<jatak_ledger::store::Row>, StoreError> {
        let plan = self.0.query(&format!("EXPLAIN QUERY PLAN {sql}"), parameters)?;
        self.1.borrow_mut().extend(plan.iter().filter_map(|row| row.text(3).ok().map(str::to_owned)));
        self.0.query(sql, parameters)
    }

    fn transaction(&self, work: &mut dyn FnMut() -> Result<(), StoreError>) -> Result<(), StoreError> {
        self.0.transaction(work)
    }
}

#[test]
fn opt_ins_are_found_in_their_index_and_not_by_reading_the_ledger() {
    let (native, plans) = (NativeStore::in_memory().unwrap(), RefCell::default());
    let desk = Desk::on(Planned(&native, &plans));
    plans.borrow_mut().clear();
    desk.engine.statistics(all()).unwrap();
    let plans = plans.borrow();
    let events: Vec<_> = plans.iter().filter(|plan| plan.contains(" events")).collect();
    assert_eq!(events.len(), 1, "{plans:?}");
    assert!(events[0].contains("SEARCH events USING INDEX events_by_opt_in"), "{plans:?}");
}
