#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

//! What counts depends on what was said and when, not on the order in which it arrived.

use proptest::prelude::*;

use super::*;
use crate::act::{Assurance, Source};
use crate::event::{Event, Fact, Kind, Place};
use crate::id::{BusinessId, SubjectId};
use crate::random::Random;
use crate::subject::Subject;

struct Zeros;

impl Random for Zeros {
    fn fill(&mut self, bytes: &mut [u8]) {
        bytes.fill(0);
    }
}

#[derive(Clone, Debug)]
struct Act {
    kind: Kind,
    assurance: Assurance,
    at: i64,
    categories: Vec<usize>,
}

const CATEGORIES: [&str; 2] = ["order_updates", "relevant_offers"];

fn act() -> impl Strategy<Value = Act> {
    let kind = prop_oneof![
        3 => Just(Kind::OptedIn), 2 => Just(Kind::OptedOut), 1 => Just(Kind::MarketingStopped), 1 => Just(Kind::MarketingResumed)
    ];
    let assurance = prop_oneof![Just(Assurance::Typed), Just(Assurance::Link), Just(Assurance::Whatsapp)];
    (kind, assurance, 0..12i64, proptest::sample::subsequence(vec![0, 1], 1..=2)).prop_map(
        |(kind, assurance, at, categories)| Act {
            // WhatsApp alone says what its own settings are.
            assurance: if matches!(kind, Kind::MarketingStopped | Kind::MarketingResumed) {
                Assurance::Whatsapp
            } else {
                assurance
            },
            kind,
            at,
            categories,
        },
    )
}

/// The event of an act whose place in the order of time is its number's, and which arrives at whatever moment.
fn event(number: usize, act: &Act) -> Event {
    let led_to = if act.kind == Kind::OptedIn { State::Granted } else { State::Withdrawn };
    let categories = if act.kind == Kind::MarketingResumed { &[][..] } else { &act.categories };
    let fact = Fact {
        subject: Some(Subject { id: SubjectId::v4([3; 16]), handle: "+4520123456".parse().unwrap() }),
        assurance: Some(act.assurance),
        occurred_at: Some(Timestamp::from_millis(act.at)),
        categories: categories
            .iter()
            .map(|id| Change { id: CATEGORIES[*id].parse().unwrap(), state: led_to })
            .collect(),
        marketing: match act.kind {
            Kind::MarketingStopped => Some(MarketingSignal::Stopped),
            Kind::MarketingResumed => Some(MarketingSignal::Resumed),
            _ => None,
        },
        ..Fact::new(act.kind, Source::Whatsapp)
    };
    let recorded_at = Timestamp::from_millis(1_000 + i64::try_from(number).unwrap());
    let place = Place { business: BusinessId::v4([1; 16]), seq: 1, recorded_at, previous: None };
    fact.seal(place, &mut Zeros)
}

fn fold<'a>(events: impl IntoIterator<Item = &'a Event>) -> Standings {
    let mut standings = Standings::default();
    for event in events {
        standings.apply(event.leaf.notice, &event.private.body, &event.outcome.as_ref().unwrap().body);
    }
    standings
}

/// What the rules say of a set of acts, said as plainly as can be: every act is looked at, none is forgotten.
fn plainly(acts: &[Act], category: usize) -> State {
    let about: Vec<&Act> = acts.iter().filter(|act| act.categories.contains(&category)).collect();
    let yeses: Vec<&&Act> = about.iter().filter(|act| act.kind == Kind::OptedIn).collect();
    let is_no = |act: &&&Act| matches!(act.kind, Kind::OptedOut | Kind::MarketingStopped);
    let stands = about.iter().filter(is_no).filter(|no| {
        let lifts = |yes: &&&&Act| yes.assurance.strength() >= no.assurance.strength() && yes.at > no.at;
        !yeses.iter().any(|yes| lifts(&yes))
    });
    match stands.map(|no| no.at).max() {
        None if yeses.is_empty() => State::NeverAsked,
        None => State::Granted,
        Some(last) if yeses.iter().any(|yes| yes.at >= last) => State::Pending,
        Some(_) => State::Withdrawn,
    }
}

proptest! {
    #[test]
    fn the_order_of_arrival_changes_nothing(
        (acts, order) in proptest::collection::vec(act(), 0..9)
            .prop_flat_map(|acts| { let all: Vec<usize> = (0..acts.len()).collect(); (Just(acts), Just(all).prop_shuffle()) }),
    ) {
        let events: Vec<Event> = acts.iter().enumerate().map(|(number, act)| event(number, act)).collect();
        let sorted = fold(&events);
        let shuffled = fold(order.iter().map(|number| &events[*number]));
        for category in CATEGORIES {
            let id = category.parse().unwrap();
            // Histories may keep a lifted act more or less; what counts is the same.
            let told = |standings: &Standings| standings.of(&id).map(|standing| (standing.state, standing.since, standing.event, standing.assurance, standing.no));
            prop_assert_eq!(told(&sorted), told(&shuffled), "{}", category);
        }
        prop_assert_eq!(sorted.marketing, shuffled.marketing);
    }

    #[test]
    fn what_counts_is_what_the_rules_say_of_all_acts_together(acts in proptest::collection::vec(act(), 0..9)) {
        let events: Vec<Event> = acts.iter().enumerate().map(|(number, act)| event(number, act)).collect();
        let standings = fold(&events);
        for (number, category) in CATEGORIES.iter().enumerate() {
            prop_assert_eq!(standings.state(&category.parse().unwrap()), plainly(&acts, number));
        }
    }

    #[test]
    fn what_is_kept_reads_back(acts in proptest::collection::vec(act(), 0..9)) {
        let standings = fold(&acts.iter().enumerate().map(|(number, act)| event(number, act)).collect::<Vec<_>>());
        let text = crate::canonical::to_string(&standings);
        prop_assert_eq!(serde_json::from_str::<Standings>(&text).unwrap(), standings);
    }
}

#[test]
fn whoever_said_one_thing_costs_no_more_than_that_one_thing() {
    let yes = Act { kind: Kind::OptedIn, assurance: Assurance::Typed, at: 5, categories: vec![0] };
    let text = crate::canonical::to_string(&fold(&[event(0, &yes)]));
    assert!(!text.contains("history") && !text.contains("marketing"), "{text}");
}
