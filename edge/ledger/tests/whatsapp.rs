//! What is heard from WhatsApp: noes from anywhere, people who go by several names, and messages that a person must look at.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use common::meta::{NUMBER_ID, WABA, button, delivery, moves, resume, signal, stop, text};
use common::{Desk, some};
use jatak_ledger::native::NativeStore;
use jatak_ledger::sending::Question;
use jatak_ledger::whatsapp::reviews::{Finding, Why};
use jatak_shared::decide::Scope;
use jatak_shared::phone::E164;
use jatak_shared::sending::{Availability, Reason};
use jatak_shared::subject::Handle;
use jatak_shared::time::Timestamp;
use jatak_shared::whatsapp::signal::Act;
use proptest::prelude::*;

const ANNA: &str = "+4520123456";
const BO: &str = "+4520123457";

/// A business that does not confirm, so that a typed yes counts at once.
fn desk() -> Desk<NativeStore> {
    Desk::new().in_whatsapp("none")
}

fn reason(desk: &Desk<NativeStore>, who: &str, category: &str) -> Option<Reason> {
    let handles: Vec<Handle> = vec![who.parse().unwrap()];
    let question = Question { category: category.parse().unwrap(), subjects: handles, reserve: None };
    let now = Timestamp::from_millis(desk.now);
    let answers =
        desk.engine.decide(&question, &E164::clone, &Availability::default(), now, &mut common::Counter(9)).unwrap();
    answers.unwrap()[0].decision.reason
}

#[test]
fn a_word_for_stop_is_a_standing_objection_and_a_copy_of_it_adds_nothing() {
    let mut desk = desk();
    desk.yes(ANNA, &["order_updates", "relevant_offers"]);
    let said = text(ANNA, desk.second() + 1, "توقف");
    desk.hear(vec![said.clone(), said.clone()]);
    let events = desk.head();
    desk.hear(vec![said]);
    assert_eq!(desk.head(), events, "a copy is no event");
    assert_eq!((desk.counted("noes"), desk.counted("duplicates")), (1, 2));
    for category in ["order_updates", "relevant_offers"] {
        assert_eq!(desk.state(ANNA, category), "withdrawn");
        assert_eq!(reason(&desk, ANNA, category), Some(Reason::Objection));
    }
    desk.verify();
}

#[test]
fn a_stop_of_somebody_never_heard_of_stands_before_their_first_yes() {
    let mut desk = desk();
    desk.hear(vec![text(BO, desk.second() + 1, "STOP")]);
    desk.yes(BO, &["relevant_offers"]);
    assert_eq!(desk.state(BO, "relevant_offers"), "pending", "what anyone can type lifts no such no");
    assert_eq!(reason(&desk, BO, "back_in_stock"), Some(Reason::Objection), "and it covers what was never asked");
}

#[test]
fn a_button_says_no_to_one_category_and_an_unknown_one_is_looked_at() {
    let mut desk = desk();
    desk.yes(ANNA, &["order_updates", "relevant_offers"]);
    let at = desk.second() + 1;
    desk.hear(vec![button(ANNA, at, "optout:relevant_offers"), button(ANNA, at, "show_me_more")]);
    assert_eq!(desk.state(ANNA, "relevant_offers"), "withdrawn");
    assert_eq!(desk.state(ANNA, "order_updates"), "granted");
    assert_eq!(desk.engine.reviews(None).unwrap(), []);
    desk.hear(vec![button(ANNA, at + 2, "optout:horoscopes")]);
    assert_eq!(desk.engine.reviews(None).unwrap()[0].why, Why::UnknownButton);
}

#[test]
fn metas_stop_takes_back_marketing_alone_and_its_resumption_gives_no_consent() {
    let mut desk = desk();
    desk.yes(ANNA, &["order_updates", "relevant_offers"]);
    let at = desk.second() + 1;
    desk.hear(vec![stop(ANNA, at)]);
    assert_eq!(desk.state(ANNA, "relevant_offers"), "withdrawn");
    assert_eq!(desk.state(ANNA, "order_updates"), "granted", "it is no marketing");
    assert_eq!(reason(&desk, ANNA, "relevant_offers"), Some(Reason::StoppedInWhatsapp));
    desk.hear(vec![resume(ANNA, at + 2)]);
    assert_eq!(reason(&desk, ANNA, "relevant_offers"), Some(Reason::Withdrawn), "the stop is lifted, the no stands");
    assert_eq!(reason(&desk, ANNA, "order_updates"), None);
    desk.verify();
}

#[test]
fn what_may_be_a_no_stops_marketing_until_a_person_has_looked() {
    let mut desk = desk();
    desk.yes(ANNA, &["order_updates", "relevant_offers"]);
    desk.hear(vec![text(ANNA, desk.second() + 1, "bus stop")]);
    assert_eq!(reason(&desk, ANNA, "relevant_offers"), Some(Reason::UnderReview));
    assert_eq!(reason(&desk, ANNA, "order_updates"), None, "only marketing waits");
    let review = desk.engine.reviews(None).unwrap().remove(0);
    assert_eq!((review.handle.to_string().as_str(), review.text.as_deref()), (ANNA, Some("bus stop")));
    let now = Timestamp::from_millis(desk.now + 1);
    assert!(desk.engine.close_review(review.id, Finding::Nothing, now, &mut desk.random).unwrap());
    assert_eq!(reason(&desk, ANNA, "relevant_offers"), None);
    assert!(!desk.engine.close_review(review.id, Finding::Stop, now, &mut desk.random).unwrap(), "it is closed");

    desk.hear(vec![text(ANNA, desk.second() + 1, "the bus stop")]);
    let review = desk.engine.reviews(None).unwrap().remove(0);
    let now = Timestamp::from_millis(desk.now + 1);
    assert!(desk.engine.close_review(review.id, Finding::Stop, now, &mut desk.random).unwrap());
    assert_eq!(reason(&desk, ANNA, "order_updates"), Some(Reason::Objection));
    assert_eq!(desk.engine.reviews(None).unwrap(), []);
    desk.verify();
}

#[test]
fn an_entry_for_another_account_or_number_changes_nothing_and_is_counted() {
    let mut desk = desk();
    desk.yes(ANNA, &["relevant_offers"]);
    let events = desk.head();
    let said = text(ANNA, desk.second() + 1, "STOP");
    desk.hear_all(&delivery("1", Some(NUMBER_ID), vec![said.clone()]));
    desk.hear_all(&delivery(WABA, Some("1"), vec![said]));
    assert_eq!((desk.head(), desk.counted("strangers"), desk.counted("signals")), (events, 2, 0));
    assert_eq!(desk.state(ANNA, "relevant_offers"), "granted");
}

#[test]
fn a_no_under_one_spelling_of_a_number_stands_under_the_other_wherever_it_was_said() {
    let (old, new) = ("+551187654321", "+5511987654321");
    let mut desk = desk();
    desk.yes(new, &["order_updates", "relevant_offers"]);
    desk.hear(vec![text(old, desk.second() + 1, "SAIR")]);
    assert_eq!(reason(&desk, new, "order_updates"), Some(Reason::Objection));
    assert_eq!(reason(&desk, old, "order_updates"), Some(Reason::Objection));

    let (mobile, landline) = ("+5215512345678", "+525512345678");
    desk.yes(landline, &["order_updates", "relevant_offers"]);
    desk.no(mobile, some(&["relevant_offers"]));
    assert_eq!(desk.state(landline, "relevant_offers"), "withdrawn", "the business passed it on");
    assert_eq!(desk.state(landline, "order_updates"), "granted");
    let submission = desk.yes(mobile, &["back_in_stock"]).event;
    desk.withdraw(submission, Scope::Everything);
    assert_eq!(desk.state(landline, "order_updates"), "withdrawn", "a receipt of the other spelling");

    let erasure = desk.erase(&[new]);
    assert_eq!((erasure.people, erasure.suppressed), (2, 2), "both spellings go, and both stay suppressed");
    desk.yes(old, &["order_updates"]);
    assert_eq!(desk.state(old, "order_updates"), "pending");
    desk.verify();
}

#[test]
fn a_no_of_somebody_without_a_number_counts_once_the_number_is_shown() {
    let mut desk = desk();
    desk.yes(ANNA, &["relevant_offers"]);
    let at = desk.second() + 1;
    desk.hear(vec![text("DK.abc", at, "STOP")]);
    assert_eq!((desk.state(ANNA, "relevant_offers").as_str(), desk.counted("unlinked")), ("granted", 0));
    assert_eq!(reason(&desk, "DK.abc", "relevant_offers"), Some(Reason::Objection), "they are a person of their own");
    desk.hear(vec![signal(&format!("{ANNA} DK.abc"), at + 1, Act::Other)]);
    assert_eq!(desk.state(ANNA, "relevant_offers"), "withdrawn");
    assert_eq!(reason(&desk, "DK.abc", "relevant_offers"), Some(Reason::Objection));
    desk.hear(vec![text("DK.abc", at, "STOP")]);
    assert_eq!(desk.counted("duplicates"), 1);
    desk.verify();
}

#[test]
fn a_user_id_that_changes_keeps_its_noes_known_number_or_not() {
    let mut desk = desk();
    let at = desk.second() + 1;
    let change = |from: &str, to: &str| Act::ChangedUserId { from: from.parse().unwrap(), to: to.parse().unwrap() };
    desk.hear(vec![signal("DK.a", at, change("DK.a", "DK.b")), text("DK.a", at - 5, "STOP")]);
    desk.yes(ANNA, &["relevant_offers"]);
    desk.hear(vec![signal(&format!("{ANNA} DK.b"), at + 9, Act::Other)]);
    assert_eq!(reason(&desk, ANNA, "relevant_offers"), Some(Reason::Pending), "it was said first, and weighs more");
    desk.hear(vec![signal(&format!("{ANNA} DK.b"), at + 10, change("DK.b", "DK.c"))]);
    assert_eq!(reason(&desk, "DK.c", "relevant_offers"), Some(Reason::Pending));
    assert_eq!(desk.counted("moves"), 3, "two changes, and an id that turned out to be hers");
    let file = desk.engine.person(&ANNA.parse().unwrap(), 0).unwrap();
    assert_eq!(file.user_ids.iter().map(ToString::to_string).collect::<Vec<_>>(), ["DK.a", "DK.b", "DK.c"]);
    desk.verify();
}

#[test]
fn a_person_who_changes_their_number_keeps_their_choices_and_what_they_say_late_is_theirs() {
    let mut desk = desk();
    desk.yes(ANNA, &["order_updates", "relevant_offers"]);
    let at = desk.second() + 1;
    desk.hear(vec![moves(ANNA, at, BO)]);
    assert_eq!(
        (desk.state(BO, "order_updates").as_str(), desk.state(ANNA, "order_updates").as_str()),
        ("granted", "never_asked")
    );
    desk.hear(vec![button(ANNA, at - 1, "optout:relevant_offers")]);
    assert_eq!(desk.state(BO, "relevant_offers"), "withdrawn", "said before the change, delivered after it");
    assert_eq!(desk.state(ANNA, "relevant_offers"), "never_asked", "the old number is nobody's");
    desk.hear(vec![text(ANNA, at + 60, "STOP")]);
    assert_eq!(desk.state(BO, "order_updates"), "granted", "whoever has the old number now is somebody else");
    let file = desk.engine.person(&BO.parse().unwrap(), 0).unwrap();
    assert_eq!(file.former_numbers, [ANNA.parse().unwrap()]);
    desk.verify();
}

#[test]
fn two_people_are_never_made_one() {
    let mut desk = desk();
    desk.yes(ANNA, &["relevant_offers"]);
    desk.yes(BO, &["relevant_offers", "back_in_stock"]);
    let events = desk.head();
    desk.hear(vec![moves(ANNA, desk.second() + 1, BO)]);
    assert_eq!((desk.head(), desk.counted("conflicts")), (events, 1));
    for who in [ANNA, BO] {
        assert_eq!(reason(&desk, who, "relevant_offers"), Some(Reason::UnderReview));
    }
    let review = desk.engine.reviews(None).unwrap().remove(0);
    let now = Timestamp::from_millis(desk.now + 1);
    assert!(desk.engine.close_review(review.id, Finding::Nothing, now, &mut desk.random).unwrap());
    assert_eq!((reason(&desk, ANNA, "relevant_offers"), reason(&desk, BO, "relevant_offers")), (None, None));
}

#[test]
fn an_erasure_takes_user_ids_former_numbers_codes_and_reviews() {
    let mut desk = Desk::new().in_whatsapp("whatsapp");
    desk.yes(ANNA, &["relevant_offers"]);
    let at = desk.second() + 1;
    desk.hear(vec![signal(&format!("{ANNA} DK.abc"), at, Act::Other), moves(ANNA, at, BO), text(BO, at, "bus stop")]);
    assert_eq!(desk.engine.reviews(None).unwrap().len(), 1);
    desk.erase(&[BO]);
    assert_eq!(desk.engine.reviews(None).unwrap(), []);
    let store = &desk.engine;
    assert_eq!(store.person(&BO.parse().unwrap(), 0).unwrap().user_ids, []);
    let reason = reason(&desk, "DK.abc", "relevant_offers");
    assert_eq!(reason, Some(Reason::Erased), "what may have been a no is one, and stays by the id too");
    desk.verify();
}

#[test]
fn a_no_under_an_id_of_before_counts_also_when_it_comes_late() {
    let change = |from: &str, to: &str| Act::ChangedUserId { from: from.parse().unwrap(), to: to.parse().unwrap() };
    for stop_first in [false, true] {
        for shown in ["DK.a", "DK.b"] {
            let mut desk = desk();
            desk.yes(ANNA, &["relevant_offers"]);
            let at = desk.second() + 1;
            let late = text("DK.a", at, "STOP");
            if stop_first {
                desk.hear(vec![late.clone()]);
            }
            desk.hear(vec![signal("DK.a", at + 1, change("DK.a", "DK.b"))]);
            desk.hear(vec![signal(&format!("{ANNA} {shown}"), at + 2, Act::Other)]);
            desk.hear(vec![late]);
            assert_eq!(reason(&desk, ANNA, "relevant_offers"), Some(Reason::Objection), "{stop_first} {shown}");
            desk.verify();
        }
    }
}

#[test]
fn who_belongs_together_is_known_also_when_it_was_shown_before_the_first_yes() {
    let mut desk = desk();
    let at = desk.second() - 60;
    desk.hear(vec![signal(&format!("{ANNA} DK.x"), at, Act::Other)]);
    desk.yes(ANNA, &["relevant_offers"]);
    desk.hear(vec![text("DK.x", desk.second() + 1, "STOP")]);
    assert_eq!(reason(&desk, ANNA, "relevant_offers"), Some(Reason::Objection));

    // And what was said before it is heard by the job that the first yes asks for.
    desk.hear(vec![signal(&format!("{BO} DK.y"), at, Act::Other), text("DK.y", at, "STOP")]);
    desk.yes(BO, &["relevant_offers"]);
    let now = Timestamp::from_millis(desk.now + 1);
    assert!(desk.engine.next_due().unwrap().unwrap() <= now, "at once");
    desk.engine.run(jatak_ledger::jobs::Job::Whatsapp, now, &mut desk.random).unwrap();
    assert_eq!(reason(&desk, BO, "relevant_offers"), Some(Reason::Pending), "the yes came later and weighs less");
    desk.verify();
}

#[test]
fn what_is_kept_of_a_number_that_stays_nobodys_ends_by_itself() {
    let mut desk = desk();
    desk.hear(vec![signal(&format!("{ANNA} DK.x"), desk.second(), Act::Other)]);
    let year = 366 * 24 * 60 * 60 * 1_000;
    let due = desk.engine.next_due().unwrap().unwrap();
    assert!(due.millis() <= desk.now + year);
    desk.now += year;
    let next = desk.engine.run(jatak_ledger::jobs::Job::Whatsapp, Timestamp::from_millis(desk.now), &mut desk.random);
    assert_eq!(next.unwrap(), None, "nothing is left to forget");
    desk.yes(ANNA, &["relevant_offers"]);
    desk.hear(vec![text("DK.x", desk.second(), "STOP")]);
    assert_eq!(reason(&desk, ANNA, "relevant_offers"), None, "nobody knows any more whose the id is");
}

#[test]
fn a_user_id_is_linked_whichever_spelling_it_is_shown_with() {
    let (old, new) = ("+551187654321", "+5511987654321");
    let mut desk = desk();
    desk.yes(new, &["relevant_offers"]);
    desk.hear(vec![signal(&format!("{old} BR.x"), desk.second(), Act::Other)]);
    desk.hear(vec![text("BR.x", desk.second() + 1, "STOP")]);
    assert_eq!(reason(&desk, new, "relevant_offers"), Some(Reason::Objection));

    let (mobile, landline) = ("+5215512345678", "+525512345678");
    desk.yes(landline, &["relevant_offers"]);
    desk.hear(vec![moves(mobile, desk.second(), BO)]);
    assert_eq!(
        (desk.state(BO, "relevant_offers").as_str(), desk.state(landline, "relevant_offers").as_str()),
        ("granted", "never_asked")
    );
    desk.verify();
}

#[test]
fn a_stop_and_its_end_reach_every_spelling() {
    let (old, new) = ("+551187654321", "+5511987654321");
    let mut desk = desk();
    desk.yes(new, &["order_updates", "relevant_offers"]);
    let at = desk.second();
    desk.hear(vec![stop(old, at)]);
    assert_eq!(reason(&desk, new, "relevant_offers"), Some(Reason::StoppedInWhatsapp));
    desk.hear(vec![resume(old, at + 1)]);
    assert_eq!(reason(&desk, new, "relevant_offers"), Some(Reason::Withdrawn));
    let today = jatak_ledger::statistics::Day::of(Timestamp::from_millis(desk.now));
    let span = jatak_ledger::statistics::Span::new(today, today).unwrap();
    let noes = desk.engine.statistics(span).unwrap().noes;
    let stops: u64 = noes.iter().filter(|noes| noes.category.is_none()).map(|noes| noes.stops).sum();
    assert_eq!(stops, 1, "one person said it once: {noes:?}");
    desk.verify();
}

#[test]
fn what_may_be_a_no_of_somebody_not_known_yet_is_looked_at_once_they_are() {
    let mut desk = desk();
    desk.yes(ANNA, &["relevant_offers"]);
    let at = desk.second() + 1;
    desk.hear(vec![text("DK.abc", at, "the bus stop")]);
    assert_eq!(reason(&desk, ANNA, "relevant_offers"), None);
    desk.hear(vec![signal(&format!("{ANNA} DK.abc"), at + 1, Act::Other)]);
    assert_eq!(reason(&desk, ANNA, "relevant_offers"), Some(Reason::UnderReview));
}

#[test]
fn a_receipt_and_a_business_that_know_an_old_number_reach_whoever_has_a_new_one() {
    let mut desk = desk();
    let submission = desk.yes(ANNA, &["order_updates", "relevant_offers"]).event;
    desk.hear(vec![moves(ANNA, desk.second() + 1, BO)]);
    desk.withdraw(submission, some(&["relevant_offers"]));
    assert_eq!(desk.state(BO, "relevant_offers"), "withdrawn");
    desk.no(ANNA, some(&["order_updates"]));
    assert_eq!(desk.state(BO, "order_updates"), "withdrawn", "the business knows the old number only");
    assert_eq!(desk.engine.person(&BO.parse().unwrap(), 0).unwrap().events.len(), 4);
    let erasure = desk.erase(&[ANNA]);
    assert_eq!(erasure.people, 2, "whoever has the number now, as far as is known, and who left it");
    assert_eq!(desk.engine.person(&BO.parse().unwrap(), 0).unwrap().subject, None);
    desk.verify();
}

#[test]
fn whoever_stopped_in_whatsapp_and_is_erased_is_not_brought_back_by_a_list() {
    let mut desk = Desk::new().in_whatsapp("whatsapp");
    desk.hear(vec![stop(ANNA, desk.second())]);
    desk.now += 2_000;
    let awaited = desk.yes(ANNA, &["relevant_offers"]).awaited.unwrap();
    desk.hear(vec![text(ANNA, desk.second(), &common::meta::draft(&awaited.url))]);
    assert_eq!(reason(&desk, ANNA, "relevant_offers"), Some(Reason::StoppedInWhatsapp));
    assert_eq!(desk.erase(&[ANNA]).suppressed, 1);
}

/// An act of one person, when, and whether they are shown by number, by user id or by both.
fn acts() -> impl Strategy<Value = Vec<(u8, i64, u8)>> {
    proptest::collection::vec((0..9_u8, 0..40_i64, 0..3_u8), 1..9)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]
    #[test]
    fn what_counts_does_not_depend_on_the_order_in_which_it_is_delivered(
        acts in acts(),
        // Whether they typed a yes for their number before all that, so that the number is known.
        typed in any::<bool>(),
        spelt in any::<bool>(),
        shuffle in proptest::collection::vec(any::<u16>(), 9),
    ) {
        // A number with one spelling, or shown now in one and now in the other.
        let numbers = if spelt { ["+5511987654321", "+551187654321"] } else { [ANNA, ANNA] };
        let mut outcomes = Vec::new();
        for shuffled in [false, true] {
            let mut desk = desk();
            if typed {
                desk.yes(numbers[0], &["order_updates", "relevant_offers"]);
            }
            let start = desk.second() - 20;
            let mut signals: Vec<_> = acts.iter().map(|(act, at, named)| {
                let number = numbers[usize::try_from(at % 2).unwrap()];
                let who = [number.to_owned(), "DK.a".to_owned(), format!("{number} DK.a")][usize::from(*named)].clone();
                let at = start + at;
                match act {
                    0 => text(&who, at, "STOP"),
                    1 => button(&who, at, "optout:relevant_offers"),
                    2 => stop(&who, at),
                    3 => resume(&who, at),
                    4 => button(&who, at, "optout:order_updates"),
                    // Where a number is shown that is nobody's it is not kept, so that it is said by those who are known.
                    5 if typed || *named == 1 => text(&who, at, "the bus stop"),
                    6 if *named == 1 => signal("DK.b", at, Act::ChangedUserId {
                        from: "DK.b".parse().unwrap(),
                        to: "DK.a".parse().unwrap(),
                    }),
                    7 if *named == 1 => text("DK.b", at, "STOP"),
                    _ => signal(&who, at, Act::Other),
                }
            }).collect();
            if shuffled {
                let mut keyed: Vec<_> = signals.into_iter().zip(shuffle.iter().cycle()).collect();
                keyed.sort_by_key(|(_, key)| **key);
                signals = keyed.into_iter().map(|(signal, _)| signal).collect();
            }
            desk.now += 60_000;
            for signal in signals {
                desk.hear(vec![signal.clone()]);
                desk.hear(vec![signal]);
            }
            // In the end both names are shown together, whenever that was.
            desk.hear(vec![signal(&format!("{} DK.a", numbers[0]), start + 99, Act::Other)]);
            for who in [numbers[0], "DK.a"] {
                let lookup = desk.engine.lookup(&who.parse().unwrap()).unwrap();
                let states: Vec<_> = lookup.categories.into_iter().map(|looked| {
                    (looked.id, looked.standing.map(|standing| (standing.state, standing.since, standing.no)))
                }).collect();
                let reasons: Vec<_> = common::FOUR.iter().map(|category| reason(&desk, who, category)).collect();
                outcomes.push((states, reasons));
            }
            desk.verify();
        }
        prop_assert_eq!(&outcomes[0], &outcomes[2], "by number");
        prop_assert_eq!(&outcomes[1], &outcomes[3], "by user id");
    }
}
