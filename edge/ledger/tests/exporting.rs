//! Exports: as of one number, whatever is written meanwhile.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod common;

use common::{Desk, some};
use jatak_ledger::export::SUBJECTS_A_PAGE;
use jatak_shared::decide::Scope;
use proptest::prelude::*;

fn phone(number: u32) -> String {
    format!("+4520{number:06}")
}

/// Every state as of `upto`, page by page: (number, category, state).
fn states(desk: &Desk<jatak_ledger::native::NativeStore>, upto: u64) -> Vec<(String, String, &'static str)> {
    let mut all = Vec::new();
    let mut after = None;
    loop {
        let (page, next) = desk.engine.states(after, upto).unwrap();
        for subject in page {
            for (category, standing) in subject.categories {
                all.push((subject.handle.to_string(), category.to_string(), standing.state.word()));
            }
        }
        match next {
            Some(next) => after = Some(next),
            None => break,
        }
    }
    all.sort();
    all
}

#[test]
fn a_state_export_shows_the_ledger_as_it_was_and_not_what_came_later() {
    let mut desk = Desk::new();
    desk.yes(&phone(1), &["order_updates"]);
    desk.yes(&phone(2), &["relevant_offers"]);
    let then = desk.head();
    let before = states(&desk, then);
    desk.no(&phone(1), Scope::Everything);
    desk.yes(&phone(3), &["order_updates"]);
    desk.yes(&phone(2), &["order_updates"]);
    assert_eq!(states(&desk, then), before);
    assert_eq!(before.len(), 2);
}

#[test]
fn a_state_export_names_what_a_standing_objection_covers() {
    let mut desk = Desk::new();
    desk.no(&phone(1), Scope::Everything);
    let all = states(&desk, desk.head());
    assert_eq!(all.len(), 4);
    assert!(all.iter().all(|(_, _, state)| *state == "withdrawn"));
}

#[test]
fn pages_hold_everyone_once_also_where_they_end_exactly_full() {
    let mut desk = Desk::new();
    for number in 0..u32::try_from(SUBJECTS_A_PAGE).unwrap() {
        desk.yes(&phone(number), &["order_updates"]);
    }
    let full = states(&desk, desk.head());
    assert_eq!(full.len(), usize::try_from(SUBJECTS_A_PAGE).unwrap());
    desk.yes(&phone(900_000), &["order_updates"]);
    let more = states(&desk, desk.head());
    assert_eq!(more.len(), full.len() + 1);
}

#[test]
fn events_come_in_order_without_gaps_and_stop_at_the_number_asked_for() {
    let mut desk = Desk::new();
    for number in 0..20 {
        desk.yes(&phone(number), &["order_updates"]);
    }
    let upto = desk.head() - 5;
    let mut seen = Vec::new();
    let mut after = 0;
    loop {
        let page = desk.engine.events(after, upto, 7).unwrap();
        let Some(last) = page.last() else { break };
        after = last.leaf.seq;
        seen.extend(page.iter().map(|entry| entry.leaf.seq));
    }
    assert_eq!(seen, (1..=upto).collect::<Vec<_>>());
}

#[test]
fn every_stored_event_keeps_the_promise_of_its_leaf() {
    let mut desk = Desk::new();
    let submission = desk.yes(&phone(1), &["order_updates"]).event;
    desk.withdraw(submission, some(&["order_updates"]));
    for entry in desk.engine.events(0, desk.head(), 100).unwrap() {
        let private = entry.private.unwrap();
        assert_eq!(private.commitment(), entry.leaf.commit);
        assert_eq!(entry.evidence.map(|evidence| evidence.commitment()), private.body.evidence);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_kept_states_equal_the_fold_at_every_number(acts in proptest::collection::vec((0..3u32, 0..5u8), 1..20)) {
        let mut desk = Desk::new();
        let mut snapshots = Vec::new();
        for (who, what) in acts {
            let number = phone(who);
            match what {
                0 | 1 => drop(desk.run(desk.opt_in(&number, &["order_updates", "back_in_stock"]))),
                2 => drop(desk.run(desk.opt_in(&number, &["relevant_offers"]))),
                3 => drop(desk.no(&number, some(&["order_updates"]))),
                _ => drop(desk.no(&number, Scope::Everything)),
            }
            snapshots.push((desk.head(), states(&desk, desk.head())));
        }
        for (head, snapshot) in snapshots {
            prop_assert_eq!(states(&desk, head), snapshot);
        }
    }
}
