//! For any sequence of acts: the state equals the fold of the events, and the rules hold after each.

use proptest::prelude::*;

use super::*;
use crate::act::Strength;

const CATEGORIES: [&str; 3] = ["order_updates", "relevant_offers", "back_in_stock"];

/// One act of somebody.
#[derive(Clone, Debug)]
enum Act {
    Yes(Vec<usize>, Assurance),
    No(Option<Vec<usize>>),
    Receipt(usize, Option<usize>),
    Choices { stale: bool, ticked: Vec<usize> },
    StopByLink,
}

fn picks() -> impl Strategy<Value = Vec<usize>> {
    proptest::sample::subsequence(vec![0, 1, 2], 1..=3)
}

fn act() -> impl Strategy<Value = Act> {
    let assurance = prop_oneof![Just(Assurance::Typed), Just(Assurance::Api), Just(Assurance::Whatsapp)];
    prop_oneof![
        4 => (picks(), assurance).prop_map(|(picks, assurance)| Act::Yes(picks, assurance)),
        2 => proptest::option::of(picks()).prop_map(Act::No),
        2 => (0..8usize, proptest::option::of(0..3usize)).prop_map(|(which, pick)| Act::Receipt(which, pick)),
        3 => (any::<bool>(), proptest::sample::subsequence(vec![0, 1, 2], 0..=3))
            .prop_map(|(stale, ticked)| Act::Choices { stale, ticked }),
        1 => Just(Act::StopByLink),
    ]
}

fn names(picks: &[usize]) -> Vec<&'static str> {
    picks.iter().map(|pick| CATEGORIES[*pick]).collect()
}

fn carry_out(world: &mut World, act: &Act, submissions: &mut Vec<EventId>) {
    match act {
        Act::Yes(picks, assurance) => submissions.push(world.yes(&names(picks), *assurance)),
        Act::No(None) => world.no(Scope::Everything),
        Act::No(Some(picks)) => world.no(some(&names(picks))),
        Act::Receipt(which, pick) => {
            let Some(submission) = submissions.get(*which).copied() else { return };
            let scope = match pick {
                None => Scope::Everything,
                Some(pick) => some(&[CATEGORIES[*pick]]),
            };
            // A category that is not on the receipt is refused, which must change nothing.
            let _ = world.withdraw(submission, scope);
        }
        Act::Choices { stale, ticked } => {
            let granted = |category: &&str| world.state(category) == State::Granted;
            // A stale page shows everything as it was before anybody said anything.
            let shown: Vec<(&str, bool)> =
                CATEGORIES.iter().map(|category| (*category, !stale && granted(category))).collect();
            world.choose(&shown, &names(ticked)).unwrap();
        }
        Act::StopByLink => {
            world.stop_by_link();
        }
    }
}

proptest! {
    #[test]
    fn the_state_equals_the_fold_of_the_events(acts in proptest::collection::vec(act(), 0..20)) {
        let mut world = World::new();
        let mut submissions = Vec::new();
        for act in &acts {
            carry_out(&mut world, act, &mut submissions);
        }
        let mut folded = Standings::default();
        for event in &world.events {
            folded.apply(event.leaf.notice, &event.private.body, &event.outcome.as_ref().unwrap().body);
        }
        prop_assert_eq!(folded, world.standings);
    }

    #[test]
    fn a_yes_counts_only_over_a_no_that_weighs_no_more(acts in proptest::collection::vec(act(), 0..20), pick in 0..3usize) {
        let mut world = World::new();
        let mut submissions = Vec::new();
        for act in &acts {
            carry_out(&mut world, act, &mut submissions);
        }
        let category = CATEGORIES[pick];
        // Told from the events alone, without the standings: the heaviest no since the last yes that counted.
        let mut no = None;
        for event in &world.events {
            let part = &event.private.body;
            let strength = part.assurance.unwrap().strength();
            let outcome = &event.outcome.as_ref().unwrap().body;
            for change in outcome.categories.iter().filter(|change| change.id == id(category)) {
                no = match change.state {
                    State::Granted => None,
                    State::Withdrawn => no.max(Some(strength)),
                    _ => no,
                };
            }
        }
        world.yes(&[category], Assurance::Typed);
        let expected = if no > Some(Strength::Unproven) { State::Pending } else { State::Granted };
        prop_assert_eq!(world.state(category), expected);
    }

    #[test]
    fn what_a_choices_page_did_not_show_stays(acts in proptest::collection::vec(act(), 0..12), shown in picks(), ticks in picks()) {
        let mut world = World::new();
        let mut submissions = Vec::new();
        for act in &acts {
            carry_out(&mut world, act, &mut submissions);
        }
        let before = world.standings.clone();
        let page: Vec<(&str, bool)> =
            names(&shown).into_iter().map(|category| (category, world.state(category) == State::Granted)).collect();
        let ticked: Vec<usize> = ticks.into_iter().filter(|tick| shown.contains(tick)).collect();
        world.choose(&page, &names(&ticked)).unwrap();
        for (category, granted) in CATEGORIES.iter().map(|category| (*category, before.state(&id(category)) == State::Granted)) {
            let was_shown = page.iter().any(|(name, _)| *name == category);
            let is_ticked = names(&ticked).contains(&category);
            if !was_shown || is_ticked == granted {
                prop_assert_eq!(world.standings.of(&id(category)), before.of(&id(category)), "{}", category);
            } else {
                prop_assert_eq!(world.state(category) == State::Granted, is_ticked);
            }
        }
    }

    #[test]
    fn after_stop_everything_nothing_counts_without_a_later_yes(acts in proptest::collection::vec(act(), 0..12)) {
        let mut world = World::new();
        let mut submissions = Vec::new();
        for act in &acts {
            carry_out(&mut world, act, &mut submissions);
        }
        world.no(Scope::Everything);
        for category in CATEGORIES.iter().chain(&["appointment_reminders", "anything_else"]) {
            prop_assert_eq!(world.state(category), State::Withdrawn);
        }
    }
}
