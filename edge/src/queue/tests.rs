#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use jatak_shared::act::{Assurance, Source};
use jatak_shared::decide::{OptIn, OptOut, Refusal, Scope};
use jatak_shared::event::Evidence;
use jatak_shared::id::NoticeId;

use super::*;

fn phone(n: usize) -> jatak_shared::phone::E164 {
    format!("+452{n:07}").parse().unwrap()
}

fn yes(n: usize) -> Request {
    let command = Command::OptIn(OptIn {
        phone: phone(n),
        notice: NoticeId::of("notice"),
        offered: None,
        categories: Vec::new(),
        source: Source::Widget,
        assurance: Assurance::Typed,
        evidence: Evidence::default(),
    });
    Request { command, idempotency: None }
}

fn no(n: usize) -> Request {
    let command =
        Command::OptOut(OptOut { handle: phone(n).into(), scope: Scope::Everything, evidence: Evidence::default() });
    Request { command, idempotency: None }
}

#[test]
fn ten_thousand_withdrawals_all_wait_and_are_committed_before_every_grant_in_the_order_they_came() {
    let mut queue = Queue::default();
    let mut waiting = Vec::new();
    let mut turned_away = 0;
    for n in 0..10_000 {
        // Of other people: a yes of the same number would keep its place before the no.
        match queue.push(yes(10_000 + n)) {
            Some(receiver) => waiting.push(receiver),
            None => turned_away += 1,
        }
        waiting.push(queue.push(no(n)).expect("a no is never turned away"));
    }
    assert_eq!(turned_away, 10_000 - GRANTS);

    let mut order = Vec::new();
    loop {
        let batch = queue.batch();
        if batch.is_empty() {
            break;
        }
        assert!(batch.len() <= BATCH);
        for one in batch {
            order.push(one.request.clone());
            one.answer(Ok(Answer::Refused(Refusal::NotFound)));
        }
    }
    let noes: Vec<Request> = (0..10_000).map(no).collect();
    assert!(order[..10_000] == noes[..], "the noes come first, in their order");
    assert!(order[10_000..].iter().all(|request| is_grant(&request.command)));
    assert_eq!(order.len(), 10_000 + GRANTS);
    for mut receiver in waiting {
        assert!(receiver.try_recv().unwrap().is_some(), "everyone who waits is answered");
    }
}

#[test]
fn a_no_that_comes_while_grants_wait_is_in_the_very_next_batch() {
    let mut queue = Queue::default();
    let _grants: Vec<_> = (0..GRANTS).map(|n| queue.push(yes(n)).unwrap()).collect();
    assert!(queue.push(yes(GRANTS)).is_none());
    queue.batch();
    let _no = queue.push(no(7)).unwrap();
    assert_eq!(queue.batch()[0].request, no(7));
    assert!(queue.push(yes(GRANTS)).is_some(), "where a batch has left there is room again");
}

fn order(queue: &mut Queue) -> Vec<Request> {
    queue.batch().into_iter().map(|one| one.request.clone()).collect()
}

#[test]
fn a_yes_that_came_before_a_no_of_the_same_number_is_committed_before_it() {
    let mut queue = Queue::default();
    let _waiting: Vec<_> = [yes(1), yes(7), yes(2), yes(7), no(7), no(8), yes(7)]
        .into_iter()
        .map(|one| queue.push(one).unwrap())
        .collect();
    assert_eq!(order(&mut queue), [yes(7), yes(7), no(7), no(8), yes(1), yes(2), yes(7)]);
    let _waiting: Vec<_> = [no(7), yes(7)].into_iter().map(|one| queue.push(one).unwrap()).collect();
    assert_eq!(order(&mut queue), [no(7), yes(7)]);
}

#[test]
fn a_no_keeps_its_place_after_a_yes_that_names_the_number_in_its_other_spelling() {
    let spelt = |digits: &str, request: Request| {
        let phone: jatak_shared::phone::E164 = digits.parse().unwrap();
        let command = match request.command {
            Command::OptIn(command) => Command::OptIn(OptIn { phone, ..command }),
            Command::OptOut(command) => Command::OptOut(OptOut { handle: phone.into(), ..command }),
            other => other,
        };
        Request { command, ..request }
    };
    let (said, taken_back) = (spelt("+551187654321", yes(7)), spelt("+5511987654321", no(7)));
    let mut queue = Queue::default();
    let _waiting: Vec<_> =
        [yes(1), said.clone(), taken_back.clone()].into_iter().map(|one| queue.push(one).unwrap()).collect();
    assert_eq!(order(&mut queue), [said, taken_back, yes(1)]);
}

#[test]
fn a_yes_that_goes_before_its_no_still_counts_among_the_grants_that_wait() {
    let mut queue = Queue::default();
    let mut waiting: Vec<_> = (0..GRANTS).map(|_| queue.push(yes(7)).unwrap()).collect();
    waiting.push(queue.push(no(7)).unwrap());
    assert!(queue.push(yes(7)).is_none());
    for _ in 0..GRANTS / BATCH {
        assert!(order(&mut queue).iter().all(|request| is_grant(&request.command)));
    }
    assert_eq!(order(&mut queue), [no(7)]);
    assert!(queue.push(yes(7)).is_some());
    assert_eq!(order(&mut queue), [yes(7)]);
    assert!(queue.batch().is_empty());
}
