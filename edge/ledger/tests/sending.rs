//! May this be sent? What is reserved counts once, what was said last counts, and a thousand people cost what one costs.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod common;

use std::cell::Cell;
use std::collections::BTreeSet;
use std::rc::Rc;

use common::{Desk, FOUR, START, key, settings, settings_json, some};
use jatak_ledger::jobs::Job;
use jatak_ledger::native::NativeStore;
use jatak_ledger::sending::{AT_ONCE, Answered, Noted, Question, Sending, Unanswered};
use jatak_ledger::store::{Row, Store, StoreError, Value};
use jatak_shared::business::Settings;
use jatak_shared::decide::Scope;
use jatak_shared::id::{Digest32, ReservationId};
use jatak_shared::phone::E164;
use jatak_shared::sending::{Availability, Reason};
use jatak_shared::subject::Handle;
use jatak_shared::time::{DAY, Timestamp};
use proptest::prelude::*;
use serde_json::{Value as Json, json};

const ANN: &str = "+4520123456";
const BEN: &str = "+4520123457";
/// At most one a week, as its preset says.
const OFFERS: &str = "relevant_offers";

fn question(category: &str, phones: &[&str], reserve: Option<Digest32>) -> Question {
    let subjects = phones.iter().map(|phone| Handle::Phone(phone.parse().unwrap())).collect();
    Question { category: category.parse().unwrap(), subjects, reserve }
}

fn ask<S: Store>(desk: &mut Desk<S>, question: &Question) -> Result<Vec<Answered>, Unanswered> {
    let now = Timestamp::from_millis(desk.now);
    desk.engine.decide(question, &E164::clone, &Availability::default(), now, &mut desk.random).unwrap()
}

fn reserve<S: Store>(desk: &mut Desk<S>, category: &str, phone: &str, call: &str) -> Answered {
    ask(desk, &question(category, &[phone], Some(key(call)))).unwrap().remove(0)
}

fn reason<S: Store>(desk: &mut Desk<S>, category: &str, phone: &str) -> Option<Reason> {
    ask(desk, &question(category, &[phone], None)).unwrap().remove(0).decision.reason
}

fn report<S: Store>(desk: &Desk<S>, id: ReservationId, sending: Sending) -> Noted {
    desk.engine.report_sends(&[(id, sending)]).unwrap().remove(0)
}

fn change(desk: &mut Desk<NativeStore>, change: impl FnOnce(&mut Json)) {
    let mut settings = settings_json(&FOUR);
    change(&mut settings);
    desk.now += 1_000;
    let settings = Settings::parse(&settings).unwrap();
    let now = Timestamp::from_millis(desk.now);
    assert!(desk.engine.change_settings(&settings, now, &mut desk.random).unwrap().unwrap());
}

#[test]
fn a_number_is_looked_up_as_it_is_written_and_where_nobody_has_it_as_it_is_meant() {
    let mut desk = Desk::new();
    desk.yes(ANN, &[OFFERS]);
    let written = "+45020123456";
    // The person who is named twice, in two ways, is asked about twice, and the number behind both is read once.
    let asked = question(OFFERS, &[written, ANN, BEN], None);
    let told = Cell::new(0);
    let meant = |phone: &E164| {
        told.set(told.get() + 1);
        if phone.to_string() == written { ANN.parse().unwrap() } else { phone.clone() }
    };
    let now = Timestamp::from_millis(desk.now);
    let answers = desk.engine.decide(&asked, &meant, &Availability::default(), now, &mut desk.random).unwrap().unwrap();
    let reasons: Vec<_> = answers.iter().map(|answered| answered.decision.reason).collect();
    assert_eq!(reasons, [None, None, Some(Reason::NoConsent)]);
    assert_eq!(answers[0].subject, answers[1].subject);
    assert_eq!(told.get(), 2, "the number that somebody has is not read");
}

/// With another cap for offers.
fn capped(settings: &mut Json, max: u16, per: &str) {
    settings["categories"][1]["cap"] = json!({"max": max, "per": per});
}

#[test]
fn of_two_hundred_that_reserve_exactly_as_many_may_go_as_the_cap_lets_and_no_more_on_a_retry() {
    let mut desk = Desk::new();
    change(&mut desk, |settings| capped(settings, 7, "week"));
    desk.yes(ANN, &[OFFERS]);
    let calls: Vec<String> = (0..200).map(|call| format!("call {call}")).collect();
    let first: Vec<Answered> = calls.iter().map(|call| reserve(&mut desk, OFFERS, ANN, call)).collect();
    let ids: BTreeSet<_> = first.iter().filter_map(|answered| answered.reservation).collect();
    assert_eq!((first.iter().filter(|answered| answered.decision.allows()).count(), ids.len()), (7, 7));
    for answered in &first[..7] {
        assert!(answered.decision.allows());
    }
    assert_eq!(first[6].decision.remaining, Some(0));
    assert!(first[7..].iter().all(|answered| answered.decision.reason == Some(Reason::CapReached)));
    for (call, before) in calls.iter().zip(&first) {
        let after = reserve(&mut desk, OFFERS, ANN, call);
        assert_eq!(after.reservation, before.reservation);
        assert_eq!(after.decision.allows(), before.decision.allows());
    }
    assert_eq!(reason(&mut desk, OFFERS, ANN), Some(Reason::CapReached));
}

#[test]
fn one_who_is_named_often_in_one_question_is_counted_as_often() {
    let mut desk = Desk::new();
    desk.yes(ANN, &[OFFERS]);
    desk.yes(BEN, &[OFFERS]);
    let asked = question(OFFERS, &[ANN, ANN, BEN, ANN], Some(key("k")));
    let first = ask(&mut desk, &asked).unwrap();
    assert_eq!(first.iter().map(|one| one.reservation.is_some()).collect::<Vec<_>>(), [true, false, true, false]);
    assert_eq!(ask(&mut desk, &asked).unwrap(), first, "asked again it is answered the same");
}

#[test]
fn a_no_counts_in_the_next_question_and_in_a_repeated_one() {
    let mut desk = Desk::new();
    let yes = desk.yes(ANN, &[OFFERS, "back_in_stock"]);
    let before = reserve(&mut desk, OFFERS, ANN, "k");
    let evidence = before.decision.evidence.unwrap();
    assert_eq!((evidence.event_id, evidence.notice_id), (yes.event, yes.notice));
    let no = desk.no(ANN, some(&[OFFERS]));
    let after = reserve(&mut desk, OFFERS, ANN, "k");
    assert_eq!(after.decision.reason, Some(Reason::Withdrawn));
    assert_eq!(after.decision.evidence.unwrap().event_id, no.event);
    assert_eq!(after.reservation, before.reservation, "it can still be released");
    assert_eq!(reason(&mut desk, "back_in_stock", ANN), None);
    desk.no(ANN, Scope::Everything);
    assert_eq!(reason(&mut desk, "back_in_stock", ANN), Some(Reason::Objection));
    assert_eq!(reason(&mut desk, "product_recommendations", ANN), Some(Reason::Objection));
}

#[test]
fn asking_without_reserving_counts_nothing() {
    let mut desk = Desk::new();
    desk.yes(ANN, &[OFFERS]);
    for _ in 0..5 {
        let answered = ask(&mut desk, &question(OFFERS, &[ANN], None)).unwrap().remove(0);
        assert_eq!((answered.decision.reason, answered.decision.remaining), (None, Some(1)));
    }
    assert_eq!(desk.engine.next_due().unwrap(), None);
}

#[test]
fn a_key_is_for_one_question() {
    let mut desk = Desk::new();
    desk.yes(ANN, &[OFFERS]);
    reserve(&mut desk, OFFERS, ANN, "k");
    for other in [question(OFFERS, &[BEN], Some(key("k"))), question("back_in_stock", &[ANN], Some(key("k")))] {
        assert_eq!(ask(&mut desk, &other), Err(Unanswered::IdempotencyConflict));
    }
    assert_eq!(ask(&mut desk, &question("tastings", &[ANN], None)), Err(Unanswered::CategoryUnknown));
}

#[test]
fn what_is_released_may_go_again_and_what_was_sent_cannot_be_released() {
    let mut desk = Desk::new();
    desk.yes(ANN, &[OFFERS]);
    let first = reserve(&mut desk, OFFERS, ANN, "first").reservation.unwrap();
    assert_eq!(report(&desk, first, Sending::Released), Noted::Noted);
    assert_eq!(report(&desk, first, Sending::Released), Noted::Noted);
    let second = reserve(&mut desk, OFFERS, ANN, "second").reservation.unwrap();
    assert_eq!(reserve(&mut desk, OFFERS, ANN, "first").decision.reason, Some(Reason::CapReached));
    assert_eq!(report(&desk, second, Sending::Sent), Noted::Noted);
    assert_eq!(report(&desk, second, Sending::Released), Noted::AlreadySent);
    assert_eq!(reason(&mut desk, OFFERS, ANN), Some(Reason::CapReached));
    assert_eq!(report(&desk, ReservationId::from_bytes([7; 16]), Sending::Sent), Noted::Unknown);
    let both = desk.engine.report_sends(&[(first, Sending::Sent), (first, Sending::Released)]).unwrap();
    assert_eq!(both, [Noted::Noted, Noted::AlreadySent], "a report is read in its order");
}

#[test]
fn a_released_reservation_whose_question_is_repeated_counts_from_then() {
    let mut desk = Desk::new();
    desk.yes(ANN, &[OFFERS]);
    let id = reserve(&mut desk, OFFERS, ANN, "k").reservation.unwrap();
    report(&desk, id, Sending::Released);
    desk.now += 3 * DAY;
    let again = reserve(&mut desk, OFFERS, ANN, "k");
    assert_eq!((again.decision.reason, again.reservation), (None, Some(id)));
    desk.now += 5 * DAY;
    assert_eq!(reason(&mut desk, OFFERS, ANN), Some(Reason::CapReached));
    desk.now += 2 * DAY;
    assert_eq!(reason(&mut desk, OFFERS, ANN), None);
}

#[test]
fn one_that_nobody_reports_counts_until_its_window_ends() {
    let mut desk = Desk::new();
    desk.yes(ANN, &[OFFERS]);
    reserve(&mut desk, OFFERS, ANN, "k");
    let reserved_at = desk.now;
    desk.now = reserved_at + 7 * DAY - 1;
    let answered = ask(&mut desk, &question(OFFERS, &[ANN], None)).unwrap().remove(0);
    assert_eq!(answered.decision.reason, Some(Reason::CapReached));
    assert_eq!(answered.decision.retry_at, Some(Timestamp::from_millis(reserved_at + 7 * DAY)));
    desk.now += 1;
    assert_eq!(reason(&mut desk, OFFERS, ANN), None);
}

#[test]
fn whoever_was_refused_is_refused_again_under_the_same_key() {
    let mut desk = Desk::new();
    desk.yes(ANN, &[OFFERS]);
    reserve(&mut desk, OFFERS, ANN, "first");
    assert_eq!(reserve(&mut desk, OFFERS, ANN, "second").decision.reason, Some(Reason::CapReached));
    desk.now += 8 * DAY;
    let again = reserve(&mut desk, OFFERS, ANN, "second");
    assert_eq!((again.decision.reason, again.reservation), (Some(Reason::CapReached), None));
    assert!(reserve(&mut desk, OFFERS, ANN, "third").reservation.is_some());
}

#[test]
fn the_overall_cap_counts_marketing_of_all_categories_and_nothing_else() {
    let mut desk = Desk::new();
    change(&mut desk, |settings| settings["overall_cap"] = json!({"max": 2, "per": "day"}));
    desk.yes(ANN, &FOUR);
    for call in 0..5 {
        assert_eq!(reserve(&mut desk, "order_updates", ANN, &format!("order {call}")).decision.reason, None);
    }
    assert_eq!(reserve(&mut desk, OFFERS, ANN, "a").decision.remaining, Some(0), "its own cap is one a week");
    assert_eq!(reserve(&mut desk, "back_in_stock", ANN, "b").decision.reason, None);
    let third = reserve(&mut desk, "product_recommendations", ANN, "c");
    assert_eq!(third.decision.reason, Some(Reason::CapReached));
    assert_eq!(third.decision.retry_at, Some(Timestamp::from_millis(desk.now + DAY)));
    assert_eq!(reason(&mut desk, "order_updates", ANN), None);
}

#[test]
fn a_looser_cap_and_a_removed_category_are_no_longer_what_was_agreed_to() {
    let mut desk = Desk::new();
    desk.yes(ANN, &[OFFERS]);
    change(&mut desk, |settings| capped(settings, 1, "month"));
    assert_eq!(reason(&mut desk, OFFERS, ANN), None, "stricter");
    change(&mut desk, |settings| capped(settings, 2, "week"));
    assert_eq!(reason(&mut desk, OFFERS, ANN), Some(Reason::TermsChanged));
    desk.yes(ANN, &[OFFERS]);
    assert_eq!(reason(&mut desk, OFFERS, ANN), None, "asked anew");
    change(&mut desk, |settings| drop(settings["categories"].as_array_mut().unwrap().remove(1)));
    assert_eq!(reason(&mut desk, OFFERS, ANN), Some(Reason::TermsChanged));
    assert_eq!(reason(&mut desk, OFFERS, BEN), Some(Reason::NoConsent));
}

#[test]
fn quiet_hours_and_countries_are_told_by_the_number() {
    let mut desk = Desk::new();
    change(&mut desk, |settings| settings["quiet_hours"] = json!({"from": "08:00", "to": "21:00"}));
    let danish_noon = "2026-11-22T11:00:00.000Z".parse::<Timestamp>().unwrap();
    assert_eq!(START, danish_noon.millis());
    let american = "+12025550123";
    for phone in [ANN, american] {
        desk.yes(phone, &[OFFERS, "order_updates"]);
    }
    assert_eq!(reason(&mut desk, OFFERS, ANN), Some(Reason::QuietHours));
    assert_eq!(reason(&mut desk, OFFERS, american), Some(Reason::CountryNotAvailable));
    for phone in [ANN, american] {
        assert_eq!(reason(&mut desk, "order_updates", phone), None);
    }
}

#[test]
fn an_erasure_takes_the_reservations_and_a_repeated_question_brings_nothing_back() {
    let mut desk = Desk::new();
    desk.yes(ANN, &[OFFERS]);
    desk.yes(BEN, &[OFFERS]);
    let asked = question(OFFERS, &[ANN, BEN], Some(key("k")));
    let before = ask(&mut desk, &asked).unwrap();
    let file = desk.engine.person(&ANN.parse().unwrap(), 0).unwrap();
    assert_eq!((file.reservations, file.reserved[0].2.as_str()), (1, "reserved"));
    desk.erase(&[ANN]);
    assert_eq!(report(&desk, before[0].reservation.unwrap(), Sending::Sent), Noted::Unknown);
    let after = ask(&mut desk, &asked).unwrap();
    assert_eq!((after[0].decision.reason, after[0].reservation), (Some(Reason::NoConsent), None));
    assert_eq!((after[1].decision.reason, after[1].reservation), (None, before[1].reservation));
    desk.yes(ANN, &[OFFERS]);
    let returned = ask(&mut desk, &asked).unwrap();
    assert_eq!((returned[0].decision.reason, returned[0].reservation), (Some(Reason::Erased), None));
    assert_eq!(reason(&mut desk, OFFERS, ANN), None, "somebody new");
}

#[test]
fn of_an_erased_person_who_had_said_no_a_question_says_so() {
    let mut desk = Desk::new();
    desk.no(ANN, some(&[OFFERS]));
    desk.erase(&[ANN]);
    assert_eq!(reason(&mut desk, OFFERS, ANN), Some(Reason::Erased));
    desk.yes(ANN, &[OFFERS]);
    assert_eq!(reason(&mut desk, OFFERS, ANN), Some(Reason::Pending));
    assert_eq!(reason(&mut desk, "back_in_stock", ANN), Some(Reason::Erased));
}

#[test]
fn a_yes_that_waited_in_vain_has_expired() {
    let mut desk = Desk::new();
    change(&mut desk, |settings| settings["retention"] = json!({"pending_days": 3}));
    desk.no(ANN, some(&["order_updates"]));
    desk.erase(&[ANN]);
    // Behind the suppression a typed yes waits; another no keeps the person.
    desk.yes(ANN, &[OFFERS]);
    desk.no(ANN, some(&["order_updates"]));
    assert_eq!(reason(&mut desk, OFFERS, ANN), Some(Reason::Pending));
    desk.now += 4 * DAY;
    desk.engine.run(Job::Retention, Timestamp::from_millis(desk.now), &mut desk.random).unwrap();
    assert_eq!(reason(&mut desk, OFFERS, ANN), Some(Reason::Expired));
    assert_eq!(reason(&mut desk, "back_in_stock", ANN), Some(Reason::Erased));
}

#[test]
fn the_job_forgets_what_no_window_reaches_back_to() {
    let mut desk = Desk::new();
    desk.yes(ANN, &[OFFERS]);
    let id = reserve(&mut desk, OFFERS, ANN, "k").reservation.unwrap();
    let due = Timestamp::from_millis(desk.now + 31 * DAY);
    assert_eq!(desk.engine.next_due().unwrap(), Some(due));
    let run = |desk: &mut Desk<NativeStore>, at| desk.engine.run(Job::Reservations, at, &mut desk.random).unwrap();
    assert_eq!(run(&mut desk, due.plus_millis(-1)), Some(due), "too early does no harm");
    assert_eq!(report(&desk, id, Sending::Sent), Noted::Noted);
    assert_eq!(run(&mut desk, due), None);
    assert_eq!(report(&desk, id, Sending::Sent), Noted::Unknown);
    assert_eq!(desk.engine.person(&ANN.parse().unwrap(), 0).unwrap().reservations, 0);
}

/// A real SQLite that counts its statements, and fails at one of them where it is told to.
struct Counting {
    inner: NativeStore,
    statements: Rc<Cell<i64>>,
    fails_at: Rc<Cell<i64>>,
}

impl Counting {
    fn step(&self) -> Result<(), StoreError> {
        self.statements.set(self.statements.get() + 1);
        let failed = self.statements.get() == self.fails_at.get();
        if failed { Err(StoreError::Failed("the disk is on fire".into())) } else { Ok(()) }
    }
}

impl Store for Counting {
    fn execute(&self, sql: &str, parameters: &[Value]) -> Result<(), StoreError> {
        self.step().and_then(|()| self.inner.execute(sql, parameters))
    }

    fn query(&self, sql: &str, parameters: &[Value]) -> Result<Vec<Row>, StoreError> {
        self.step().and_then(|()| self.inner.query(sql, parameters))
    }

    fn transaction(&self, work: &mut dyn FnMut() -> Result<(), StoreError>) -> Result<(), StoreError> {
        self.inner.transaction(work)
    }
}

fn counting() -> (Desk<Counting>, Rc<Cell<i64>>, Rc<Cell<i64>>) {
    let (statements, fails_at) = (Rc::new(Cell::new(0)), Rc::new(Cell::new(-1)));
    let inner = NativeStore::in_memory().unwrap();
    let store = Counting { inner, statements: Rc::clone(&statements), fails_at: Rc::clone(&fails_at) };
    (Desk::on(store), statements, fails_at)
}

#[test]
fn a_thousand_people_cost_as_many_statements_as_one() {
    let (mut desk, statements, _) = counting();
    let phones: Vec<String> = (0..AT_ONCE).map(|number| format!("+4520{number:06}")).collect();
    let phones: Vec<&str> = phones.iter().map(String::as_str).collect();
    for phone in &phones[..10] {
        desk.yes(phone, &[OFFERS]);
    }
    desk.no(phones[10], some(&[OFFERS]));
    desk.yes(phones[11], &["order_updates"]);
    for reserved in [false, true] {
        let mut cost = |phones: &[&str], call: &str| {
            statements.set(0);
            let answers = ask(&mut desk, &question(OFFERS, phones, reserved.then(|| key(call)))).unwrap();
            (answers.iter().filter(|one| one.decision.allows()).count(), statements.get())
        };
        let (one, few) = cost(&phones[..1], "one");
        let (ten, many) = cost(&phones, "many");
        assert_eq!((one, ten), (1, 10 - usize::from(reserved)));
        assert!(many <= few + 1 && many <= 12, "{few} for one, {many} for a thousand");
    }
}

#[test]
fn a_store_that_fails_anywhere_leaves_nothing_reserved() {
    for step in 1.. {
        let (mut desk, statements, fails_at) = counting();
        desk.yes(ANN, &[OFFERS]);
        let asked = question(OFFERS, &[ANN], Some(key("k")));
        statements.set(0);
        fails_at.set(step);
        let now = Timestamp::from_millis(desk.now);
        let outcome = desk.engine.decide(&asked, &E164::clone, &Availability::default(), now, &mut desk.random);
        let reached = statements.get() >= step;
        fails_at.set(-1);
        if !reached {
            assert!(outcome.unwrap().unwrap()[0].reservation.is_some());
            assert!(step > 5, "only {step} statements");
            return;
        }
        assert!(outcome.is_err(), "step {step} failed and nobody said so");
        assert_eq!(reason(&mut desk, OFFERS, ANN), None, "step {step}");
        assert_eq!(desk.engine.person(&ANN.parse().unwrap(), 0).unwrap().reservations, 0, "step {step}");
        assert_eq!(ask(&mut desk, &asked).unwrap()[0].decision.reason, None, "step {step}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_order_of_reserving_reporting_repeating_and_waiting_exceeds_a_cap(
        steps in prop::collection::vec((0..6_u8, 0..40_usize, 0..3 * DAY), 1..60),
    ) {
        let mut desk = Desk::new();
        change(&mut desk, |settings| {
            capped(settings, 2, "week");
            settings["overall_cap"] = json!({"max": 3, "per": "week"});
        });
        desk.yes(ANN, &[OFFERS, "product_recommendations"]);
        // Each call's category and what it holds: when it counts from, and whether it does.
        let mut calls: Vec<(&str, Option<ReservationId>)> = Vec::new();
        let mut counting: Vec<(ReservationId, &str, i64, bool)> = Vec::new();
        for (what, which, wait) in steps {
            desk.now += wait / 3;
            match (what, calls.get(which % calls.len().max(1)).copied()) {
                (0..=2, _) | (_, None) => {
                    let category = if what == 1 { "product_recommendations" } else { OFFERS };
                    let answered = reserve(&mut desk, category, ANN, &calls.len().to_string());
                    prop_assert_eq!(answered.decision.allows(), answered.reservation.is_some());
                    calls.push((category, answered.reservation));
                    counting.extend(answered.reservation.map(|id| (id, category, desk.now, true)));
                }
                (3, Some((category, held))) => {
                    let answered = reserve(&mut desk, category, ANN, &(which % calls.len()).to_string());
                    prop_assert!(held.is_some() || !answered.decision.allows(), "a retry reserves nothing");
                    let again = counting.iter_mut().find(|(id, ..)| Some(*id) == held && answered.decision.allows());
                    if let Some((id, _, at, counts)) = again {
                        prop_assert_eq!(answered.reservation, Some(*id));
                        if !*counts {
                            (*at, *counts) = (desk.now, true);
                        }
                    }
                }
                (4, Some((_, Some(id)))) => {
                    if report(&desk, id, Sending::Released) == Noted::Noted {
                        counting.iter_mut().filter(|(held, ..)| *held == id).for_each(|held| held.3 = false);
                    }
                }
                (_, Some((_, Some(id)))) => {
                    // What is said to have gone although it was released is the business's own doing, not a decision.
                    if counting.iter().any(|(held, _, _, counts)| *held == id && *counts) {
                        prop_assert_eq!(report(&desk, id, Sending::Sent), Noted::Noted);
                    }
                }
                (_, Some((_, None))) => {}
            }
            let within = |of: Option<&str>, from: i64| {
                let counted = counting.iter().filter(|(_, category, at, counts)| {
                    *counts && of.is_none_or(|of| of == *category) && (from..from + 7 * DAY).contains(at)
                });
                counted.count()
            };
            for (_, category, from, _) in &counting {
                prop_assert!(*category != OFFERS || within(Some(OFFERS), *from) <= 2);
                prop_assert!(within(None, *from) <= 3);
            }
        }
    }
}

#[test]
fn settings_that_say_nothing_of_sending_have_the_bytes_they_had() {
    let canonical = settings(&FOUR).canonical();
    assert!(!canonical.contains("quiet_hours") && !canonical.contains("overall_cap"), "{canonical}");
}
