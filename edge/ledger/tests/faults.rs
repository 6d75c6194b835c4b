//! A store that fails: all writes of a batch happen or none do, and what follows goes on from what really stands.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod common;

use std::cell::Cell;
use std::rc::Rc;

use common::{Counter, Desk, FOUR, settings};
use jatak_ledger::SealedKey;
use jatak_ledger::batch::Request;
use jatak_ledger::epoch::Opening;
use jatak_ledger::log::KnownHead;
use jatak_ledger::native::NativeStore;
use jatak_ledger::statistics::{Day, Noes, Span};
use jatak_ledger::store::{Row, Store, StoreError, Value};
use jatak_shared::decide::{Command, OptOut, Scope};
use jatak_shared::event::Evidence;
use jatak_shared::id::{BusinessId, Digest32};
use jatak_shared::log::{KeyName, Signer};
use jatak_shared::time::Timestamp;

/// A real SQLite of which one statement fails, before or after it was carried out.
struct Failing {
    inner: NativeStore,
    /// How many more statements succeed; negative means all.
    left: Rc<Cell<i64>>,
    after: bool,
    /// The next transaction is committed and then said to have failed.
    unheard: Rc<Cell<bool>>,
}

impl Failing {
    fn step<T>(&self, work: impl FnOnce() -> Result<T, StoreError>) -> Result<T, StoreError> {
        let left = self.left.get();
        self.left.set(left - 1);
        if left != 0 {
            return work();
        }
        if self.after {
            work()?;
        }
        Err(StoreError::Failed("the disk is on fire".into()))
    }
}

impl Store for Failing {
    fn execute(&self, sql: &str, parameters: &[Value]) -> Result<(), StoreError> {
        self.step(|| self.inner.execute(sql, parameters))
    }

    fn query(&self, sql: &str, parameters: &[Value]) -> Result<Vec<Row>, StoreError> {
        self.step(|| self.inner.query(sql, parameters))
    }

    fn transaction(&self, work: &mut dyn FnMut() -> Result<(), StoreError>) -> Result<(), StoreError> {
        self.inner.transaction(work)?;
        if self.unheard.take() { Err(StoreError::Failed("nobody heard the answer".into())) } else { Ok(()) }
    }
}

fn failing(after: bool) -> (Desk<Failing>, Rc<Cell<i64>>) {
    let left = Rc::new(Cell::new(-1));
    let store =
        Failing { inner: NativeStore::in_memory().unwrap(), left: Rc::clone(&left), after, unheard: Rc::default() };
    (Desk::on(store), left)
}

/// Fails the work at its first, second, third … statement until it gets through, and sees each time that nothing of it
/// stands and that the same work then succeeds.
fn at_every_step(after: bool, work: impl Fn(&mut Desk<Failing>) -> Result<(), StoreError>) {
    for step in 0.. {
        let (mut desk, left) = failing(after);
        desk.yes("+4520000001", &["order_updates"]);
        let (head, notice) = (desk.head(), desk.notice());
        left.set(step);
        let outcome = work(&mut desk);
        let reached = left.replace(-1) < 0;
        if !reached {
            outcome.unwrap();
            assert!(step > 3, "the work had only {step} statements");
            return;
        }
        assert!(outcome.is_err(), "step {step} failed and nobody said so");
        assert_eq!(desk.head(), head, "step {step}");
        assert_eq!(desk.engine.untold_erasures().unwrap(), None, "step {step}");
        assert_eq!(desk.notice(), notice, "step {step}");
        assert_eq!(desk.state("+4520000001", "order_updates"), "granted", "step {step}");
        assert_eq!(desk.state("+4520000002", "order_updates"), "never_asked", "step {step}");
        assert_eq!(noes(&desk), [], "step {step}");
        assert_eq!(desk.verify().events, head, "step {step}");
        work(&mut desk).unwrap();
        assert!(desk.head() > head, "step {step}");
        assert_eq!(desk.verify().events, desk.head(), "step {step}");
    }
}

fn opt_in(desk: &mut Desk<Failing>) -> Result<(), StoreError> {
    let command = desk.opt_in("+4520000002", &["order_updates"]);
    let request = Request { command, idempotency: Some(common::key("k")) };
    desk.engine.commit(&[request], Timestamp::from_millis(desk.now + 1), true, &mut Counter(9)).map(drop)
}

/// A no of somebody else.
fn opt_out(desk: &mut Desk<Failing>) -> Result<(), StoreError> {
    let phone = "+4520000002".parse().unwrap();
    let command = Command::OptOut(OptOut { handle: phone, scope: Scope::Everything, evidence: Evidence::default() });
    let request = Request { command, idempotency: None };
    desk.engine.commit(&[request], Timestamp::from_millis(desk.now + 1), true, &mut Counter(9)).map(drop)
}

/// The noes counted on the day of the tests.
fn noes(desk: &Desk<Failing>) -> Vec<Noes> {
    let day = Day::of(Timestamp::from_millis(desk.now));
    desk.engine.statistics(Span::new(day, day).unwrap()).unwrap().noes
}

fn change(desk: &mut Desk<Failing>) -> Result<(), StoreError> {
    let after = settings(&FOUR[..2]);
    desk.engine.change_settings(&after, Timestamp::from_millis(desk.now + 1), &mut Counter(9)).map(drop)
}

fn erase(desk: &mut Desk<Failing>) -> Result<(), StoreError> {
    let phones = ["+4520000001".parse().unwrap()];
    desk.engine.erase(&phones, Timestamp::from_millis(desk.now + 1), &mut Counter(9)).map(drop)
}

/// What opens the second epoch of a log that was told to be larger than it is.
fn opening() -> Opening {
    let origin = KeyName::of_epoch("jatak.example", BusinessId::v4([1; 16]), 2).unwrap();
    Opening {
        number: 2,
        reason: "a backup was put back".into(),
        signer: Signer::new(origin, &[4; 32]),
        key: SealedKey { purpose: "signing".into(), version: 2, sealed: vec![1; 73] },
        given_up: Some(told()),
        known: Vec::new(),
    }
}

fn told() -> KnownHead {
    KnownHead { size: 99, root: Digest32::from_bytes([9; 32]) }
}

#[test]
fn an_epoch_that_fails_at_any_statement_has_not_begun_and_begins_when_it_is_tried_again() {
    for after in [false, true] {
        for step in 0.. {
            let (mut desk, left) = failing(after);
            desk.yes("+4520000001", &["order_updates"]);
            let now = Timestamp::from_millis(desk.now + 1);
            desk.engine.open_log(Some(told()), now).unwrap().unwrap_err();
            let (head, signed) = (desk.head(), desk.engine.signed_head().unwrap());
            left.set(step);
            let outcome = desk.engine.open_epoch(&opening(), now, &mut Counter(9));
            let reached = left.replace(-1) < 0;
            if !reached {
                outcome.unwrap().unwrap();
                assert!(step > 8, "opening had only {step} statements");
                break;
            }
            assert!(outcome.is_err(), "step {step} failed and nobody said so");
            assert_eq!((desk.head(), desk.engine.signed_head().unwrap()), (head, signed), "step {step}");
            assert_eq!(desk.engine.epoch().unwrap(), 1, "step {step}");
            assert_eq!(desk.engine.sealed_keys().unwrap(), [], "step {step}");
            let opened = desk.engine.open_epoch(&opening(), now, &mut Counter(9)).unwrap().unwrap();
            assert_eq!((opened.seq, desk.engine.epoch().unwrap()), (head + 1, 2), "step {step}");
        }
    }
}

#[test]
fn an_erasure_that_fails_at_any_statement_leaves_the_person_whole() {
    at_every_step(false, erase);
    at_every_step(true, erase);
}

#[test]
fn a_batch_that_was_written_but_said_to_have_failed_is_found_by_its_key_and_verifies() {
    let unheard = Rc::new(Cell::new(false));
    let inner = NativeStore::in_memory().unwrap();
    let mut desk =
        Desk::on(Failing { inner, left: Rc::new(Cell::new(-1)), after: false, unheard: Rc::clone(&unheard) });
    desk.yes("+4520000001", &["order_updates"]);
    unheard.set(true);
    assert!(opt_in(&mut desk).is_err());
    let head = desk.head();
    opt_in(&mut desk).unwrap();
    assert_eq!(desk.head(), head, "the retry finds what was written");
    assert_eq!(desk.verify().events, head);
    unheard.set(true);
    assert!(erase(&mut desk).is_err());
    assert_eq!(desk.state("+4520000001", "order_updates"), "never_asked");
    assert_eq!(desk.verify().erased, 1);
}

#[test]
fn a_batch_that_fails_before_any_of_its_statements_leaves_nothing() {
    at_every_step(false, opt_in);
}

#[test]
fn a_batch_that_fails_after_any_of_its_statements_leaves_nothing() {
    at_every_step(true, opt_in);
}

#[test]
fn a_no_that_fails_at_any_statement_is_not_counted_and_is_counted_once_when_it_succeeds() {
    at_every_step(false, opt_out);
    at_every_step(true, opt_out);
    let (mut desk, _) = failing(false);
    opt_out(&mut desk).unwrap();
    let counted: Vec<_> = noes(&desk).iter().map(|noes| (noes.opt_outs, noes.stops)).collect();
    assert_eq!(counted, [(1, 0); 5], "four categories and the objection");
}

#[test]
fn settings_that_fail_at_any_statement_leave_the_old_ones() {
    at_every_step(false, change);
    at_every_step(true, change);
}
