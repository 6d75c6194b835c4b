//! Jobs: asked for once or often, run when due, tried again when they fail, never lost.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod common;

use common::{Desk, START, key};
use jatak_ledger::batch::Request;
use jatak_ledger::jobs::Job;
use jatak_ledger::native::NativeStore;
use jatak_ledger::store::{Store, Value};
use jatak_shared::time::{DAY, Timestamp};

const MINUTE: i64 = 60_000;

fn at(millis: i64) -> Timestamp {
    Timestamp::from_millis(START + millis)
}

#[test]
fn a_ledger_with_nothing_to_do_asks_for_no_alarm() {
    let mut desk = Desk::new();
    desk.yes("+4520123456", &["order_updates"]);
    assert_eq!(desk.engine.next_due().unwrap(), None);
    assert_eq!(desk.engine.jobs_due(at(365 * DAY)).unwrap(), []);
}

#[test]
fn of_two_wishes_the_earlier_counts() {
    let desk = Desk::new();
    for (wish, due) in [(5, 5), (9, 5), (3, 3)] {
        desk.engine.schedule(Job::Idempotency, at(wish)).unwrap();
        assert_eq!(desk.engine.next_due().unwrap(), Some(at(due)));
    }
    assert_eq!(desk.engine.jobs_due(at(2)).unwrap(), []);
    assert_eq!(desk.engine.jobs_due(at(3)).unwrap().len(), 1);
}

#[test]
fn a_wish_that_comes_while_the_job_runs_is_not_taken_for_done() {
    let desk = Desk::new();
    for next in [None, Some(at(9 * MINUTE))] {
        desk.engine.schedule(Job::Idempotency, at(0)).unwrap();
        let due = desk.engine.jobs_due(at(0)).unwrap().remove(0);
        desk.engine.schedule(Job::Idempotency, at(MINUTE)).unwrap();
        desk.engine.job_done(due, next).unwrap();
        let again = desk.engine.jobs_due(at(0)).unwrap().remove(0);
        desk.engine.job_done(again, None).unwrap();
        assert_eq!(desk.engine.next_due().unwrap(), None);
    }
}

#[test]
fn a_failing_job_waits_longer_each_time_and_starts_afresh_once_it_went_well() {
    let desk = Desk::new();
    desk.engine.schedule(Job::Idempotency, at(0)).unwrap();
    let mut now = at(0);
    let mut waits = Vec::new();
    for _ in 0..9 {
        let due = desk.engine.jobs_due(now).unwrap().remove(0);
        desk.engine.job_failed(due, now).unwrap();
        let next = desk.engine.next_due().unwrap().unwrap();
        waits.push((next.millis() - now.millis()) / MINUTE);
        now = next;
    }
    assert_eq!(waits, [1, 2, 4, 8, 16, 32, 64, 64, 64]);
    let due = desk.engine.jobs_due(now).unwrap().remove(0);
    desk.engine.job_done(due, Some(now)).unwrap();
    let due = desk.engine.jobs_due(now).unwrap().remove(0);
    desk.engine.job_failed(due, now).unwrap();
    assert_eq!(desk.engine.next_due().unwrap(), Some(now.plus_millis(MINUTE)));
}

#[test]
fn a_job_of_a_newer_version_neither_runs_nor_wakes_anyone() {
    let store = NativeStore::in_memory().unwrap();
    let desk = Desk::on(store);
    assert_eq!(desk.engine.next_due().unwrap(), None);
    let path = std::env::temp_dir().join(format!("jatak-jobs-{}.sqlite", std::process::id()));
    let _ = std::fs::remove_file(&path);
    let desk = Desk::on(NativeStore::open(&path).unwrap());
    let beside = NativeStore::open(&path).unwrap();
    let row = [Value::Text("polish".into()), Value::Integer(1), Value::Integer(1), Value::Integer(0)];
    beside.execute("INSERT INTO jobs (kind, due_at, asked, tries) VALUES (?, ?, ?, ?)", &row).unwrap();
    assert_eq!(desk.engine.next_due().unwrap(), None);
    assert_eq!(desk.engine.jobs_due(at(DAY)).unwrap(), []);
    std::fs::remove_file(&path).unwrap();
}

#[test]
fn idempotency_keys_of_a_quiet_ledger_are_forgotten_after_their_day() {
    let mut desk = Desk::new();
    let request = Request { command: desk.opt_in("+4520123456", &["order_updates"]), idempotency: Some(key("k")) };
    desk.commit(core::slice::from_ref(&request));
    let first = desk.now;
    desk.now += 3 * MINUTE;
    let other = Request { command: desk.opt_in("+4520123457", &["order_updates"]), idempotency: Some(key("l")) };
    desk.commit(&[other]);
    let next = desk.engine.next_due().unwrap().unwrap();
    assert_eq!(next, Timestamp::from_millis(first + DAY));

    let due = desk.engine.jobs_due(next).unwrap().remove(0);
    let again = desk.engine.run(due.job, next, &mut desk.random).unwrap();
    assert_eq!(again, Some(Timestamp::from_millis(desk.now + DAY)), "the second key has its day too");
    desk.engine.job_done(due, again).unwrap();

    let last = again.unwrap();
    let due = desk.engine.jobs_due(last).unwrap().remove(0);
    let again = desk.engine.run(due.job, last, &mut desk.random).unwrap();
    desk.engine.job_done(due, again).unwrap();
    assert_eq!((again, desk.engine.next_due().unwrap()), (None, None));

    desk.now = last.millis();
    desk.commit(&[request]);
    assert!(desk.engine.next_due().unwrap().is_some(), "the next key asks again");
}
