//! Noes by day and category: the sums are those of a naive recount, and stay when the people are erased.

#![cfg(feature = "native")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use core::cell::RefCell;
use std::collections::BTreeMap;

use common::{Counter, Desk, FOUR, settings_json, some};
use jatak_ledger::batch::{Answer, Request};
use jatak_ledger::engine::prepare;
use jatak_ledger::native::NativeStore;
use jatak_ledger::statistics::{Day, Noes, Span};
use jatak_ledger::store::{Row, Store, StoreError, Value};
use jatak_shared::business::Settings;
use jatak_shared::category::CategoryId;
use jatak_shared::decide::{Command, OptOut, Scope};
use jatak_shared::event::Evidence;
use jatak_shared::state::State;
use jatak_shared::time::{DAY, Timestamp};
use proptest::prelude::*;
use serde_json::json;

/// Sums of noes by day and category; without a category, those of "stop everything".
type Sums = BTreeMap<(Day, Option<CategoryId>), u64>;

/// All noes that the ledger tells of: the days of these tests are far fewer than a span may have.
fn told<S: Store>(desk: &Desk<S>) -> Vec<Noes> {
    let first = Day::of(Timestamp::from_millis(common::START));
    let last = Day::from_number(first.number() + 399);
    desk.engine.statistics(Span::new(first, last).unwrap()).unwrap().noes
}

fn sums(noes: &[Noes]) -> Sums {
    noes.iter().map(|noes| ((noes.day, noes.category.clone()), noes.opt_outs)).collect()
}

/// Counts the noes among the events after one number, as somebody would who reads the feed: each category that an act of
/// the person brought to a no. Time passing is nobody's act, and has no assurance.
fn recount<S: Store>(desk: &Desk<S>, after: u64, sums: &mut Sums) {
    for entry in desk.engine.events(after, desk.head(), 500).unwrap() {
        let (Some(private), Some(outcome)) = (entry.private, entry.outcome) else { continue };
        if private.body.assurance.is_none() {
            continue;
        }
        let day = Day::of(entry.leaf.recorded_at);
        for change in outcome.body.categories.into_iter().filter(|change| change.state == State::Withdrawn) {
            *sums.entry((day, Some(change.id))).or_default() += 1;
        }
        if private.body.everything {
            *sums.entry((day, None)).or_default() += 1;
        }
    }
}

#[derive(Clone, Debug)]
enum Step {
    Yes(usize, usize),
    No(usize, usize),
    Everything(usize),
    /// Two noes and a yes between them, in one batch.
    Batch(usize, usize),
    /// All that the last yes of this person asked for, through its receipt.
    Receipt(usize),
    /// The choices page: this one ticked, the others not.
    Choose(usize, usize),
    Erase(usize, usize),
    Days(i64),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let (person, category) = (0..4_usize, 0..FOUR.len());
    let step = prop_oneof![
        4 => (person.clone(), category.clone()).prop_map(|(who, what)| Step::Yes(who, what)),
        3 => (person.clone(), category.clone()).prop_map(|(who, what)| Step::No(who, what)),
        1 => person.clone().prop_map(Step::Everything),
        1 => (person.clone(), category.clone()).prop_map(|(who, what)| Step::Batch(who, what)),
        2 => person.clone().prop_map(Step::Receipt),
        2 => (person.clone(), category).prop_map(|(who, what)| Step::Choose(who, what)),
        1 => (person.clone(), person).prop_map(|(one, other)| Step::Erase(one, other)),
        2 => (1..4_i64).prop_map(Step::Days),
    ];
    proptest::collection::vec(step, 1..40)
}

fn phone(who: usize) -> String {
    format!("+452000000{who}")
}

fn opt_out(who: usize, scope: Scope) -> Request {
    let command = OptOut { handle: phone(who).parse().unwrap(), scope, evidence: Evidence::default() };
    Request { command: Command::OptOut(command), idempotency: None }
}

/// A business that lets yeses wait for two days only, so that some expire on the way.
fn desk() -> Desk<NativeStore> {
    let mut desk = Desk::new();
    let mut settings = settings_json(&FOUR);
    settings["retention"] = json!({"pending_days": 2});
    let now = Timestamp::from_millis(desk.now);
    desk.engine.change_settings(&Settings::parse(&settings).unwrap(), now, &mut desk.random).unwrap().unwrap();
    desk
}

fn take(desk: &mut Desk<NativeStore>, step: &Step, receipts: &mut BTreeMap<usize, jatak_ledger::batch::Recorded>) {
    match *step {
        Step::Yes(who, what) => {
            if let Answer::Recorded(recorded) = desk.run(desk.opt_in(&phone(who), &[FOUR[what]])) {
                receipts.insert(who, recorded);
            }
        }
        Step::No(who, what) => drop(desk.commit(&[opt_out(who, some(&[FOUR[what]]))])),
        Step::Everything(who) => drop(desk.commit(&[opt_out(who, Scope::Everything)])),
        Step::Batch(who, what) => {
            let yes = Request { command: desk.opt_in(&phone(who), &[FOUR[what]]), idempotency: None };
            let no = || opt_out(who, some(&[FOUR[what]]));
            desk.commit(&[no(), yes, no()]);
        }
        Step::Receipt(who) => {
            if let Some(receipt) = receipts.get(&who) {
                let asked = receipt.categories.iter().map(|change| change.id.clone()).collect();
                desk.withdraw(receipt.event, Scope::Categories(asked));
            }
        }
        Step::Choose(who, what) => {
            let looked = desk.engine.lookup(&phone(who).parse().unwrap()).unwrap();
            let Some(subject) = looked.subject else { return };
            let shown: Vec<_> = FOUR.iter().map(|id| (*id, desk.state(&phone(who), id) == "granted")).collect();
            desk.choose(subject, &shown, &[FOUR[what]]);
        }
        Step::Erase(one, other) => {
            desk.erase(&[&phone(one), &phone(other)]);
        }
        Step::Days(days) => {
            desk.now += days * DAY;
            let now = Timestamp::from_millis(desk.now);
            for due in desk.engine.jobs_due(now).unwrap() {
                let next = desk.engine.run(due.job, now, &mut desk.random).unwrap();
                desk.engine.job_done(due, next).unwrap();
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn the_sums_are_those_of_a_recount_whatever_happened_and_whoever_was_erased(steps in steps()) {
        let mut desk = desk();
        let (mut expected, mut receipts) = (Sums::new(), BTreeMap::new());
        for step in &steps {
            let before = desk.head();
            take(&mut desk, step, &mut receipts);
            // What this step recorded is read before a later one may erase it.
            recount(&desk, before, &mut expected);
            prop_assert_eq!(sums(&told(&desk)), expected.clone(), "after {:?}", step);
        }
        let order: Vec<_> = told(&desk).into_iter().map(|noes| (noes.day, noes.category)).collect();
        prop_assert!(order.is_sorted(), "{:?}", order);
    }
}

#[test]
fn a_no_to_everything_counts_for_each_category_and_for_itself_and_days_are_told_apart() {
    let mut desk = Desk::new();
    desk.yes(&phone(1), &["order_updates"]);
    desk.no(&phone(1), Scope::Everything);
    desk.now += DAY;
    desk.no(&phone(2), some(&["back_in_stock"]));
    desk.no(&phone(3), some(&["back_in_stock"]));
    let day = Day::of(Timestamp::from_millis(common::START));
    let next = Day::from_number(day.number() + 1);
    let noes = |day, category: Option<&str>, opt_outs| Noes {
        day,
        category: category.map(|id| id.parse().unwrap()),
        opt_outs,
        stops: 0,
    };
    let expected = [
        noes(day, None, 1),
        noes(day, Some("back_in_stock"), 1),
        noes(day, Some("order_updates"), 1),
        noes(day, Some("product_recommendations"), 1),
        noes(day, Some("relevant_offers"), 1),
        noes(next, Some("back_in_stock"), 2),
    ];
    assert_eq!(told(&desk), expected);
    let second = desk.engine.statistics(Span::new(next, next).unwrap()).unwrap();
    assert_eq!(second.noes, expected[5..]);
    desk.erase(&[&phone(1), &phone(2), &phone(3)]);
    assert_eq!(told(&desk), expected, "erased people are still counted as the events they were");
}

#[test]
fn a_refused_no_and_a_retried_one_are_not_counted_again() {
    let mut desk = Desk::new();
    let key = Some(common::key("once"));
    let no = Request { idempotency: key, ..opt_out(1, some(&["order_updates"])) };
    desk.commit(core::slice::from_ref(&no));
    let once = told(&desk);
    assert_eq!((once.len(), once[0].opt_outs), (1, 1));
    desk.commit(&[no.clone(), no]);
    desk.commit(&[opt_out(1, some(&["never_heard_of"]))]);
    assert_eq!(told(&desk), once);
}

/// A store that notes the statements it is given.
struct Noting<'s>(&'s NativeStore, &'s RefCell<Vec<String>>);

impl Store for Noting<'_> {
    fn execute(&self, sql: &str, parameters: &[Value]) -> Result<(), StoreError> {
        self.1.borrow_mut().push(sql.to_owned());
        self.0.execute(sql, parameters)
    }

    fn query(&self, sql: &str, parameters: &[Value]) -> Result<Vec<Row>, StoreError> {
        self.0.query(sql, parameters)
    }

    fn transaction(&self, work: &mut dyn FnMut() -> Result<(), StoreError>) -> Result<(), StoreError> {
        self.0.transaction(work)
    }
}

#[test]
fn a_ledger_of_before_is_counted_when_it_is_brought_up_to_date() {
    let (native, statements) = (NativeStore::in_memory().unwrap(), RefCell::default());
    prepare(&Noting(&native, &statements), Timestamp::from_millis(common::START)).unwrap();
    let made = statements.take();
    let begins = made.iter().position(|sql| sql.starts_with("CREATE TABLE noes ")).unwrap();

    let mut desk =
        Desk { engine: common::founded(Noting(&native, &statements)), now: common::START, random: Counter(9) };
    let receipt = desk.yes(&phone(1), &["order_updates", "relevant_offers"]);
    desk.withdraw(receipt.event, some(&["order_updates"]));
    desk.now += DAY;
    desk.no(&phone(2), Scope::Everything);
    desk.yes(&phone(2), &["back_in_stock"]);
    desk.choose(receipt.subject, &[("relevant_offers", true), ("back_in_stock", false)], &["back_in_stock"]);
    let counted = told(&desk);
    assert_eq!(counted.iter().map(|noes| noes.opt_outs).sum::<u64>(), 1 + 5 + 1);

    native.execute("DROP TABLE noes", &[]).unwrap();
    for sql in &made[begins..begins + 2] {
        native.execute(sql, &[]).unwrap();
    }
    assert_eq!(told(&desk), counted);
}
