//! Somebody whom WhatsApp shows by a user id, and by a number besides: they become one where that takes nothing from either,
//! and are kept apart where it might.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use common::meta::{asked, changed, desk, draft, offer, opts_in, reason, resume, shown, signal, stop, text};
use common::open::open;
use common::{Desk, FOUR, some};
use jatak_ledger::store::Store;
use jatak_ledger::whatsapp::reviews::{Finding, Why};
use jatak_shared::decide::Scope;
use jatak_shared::event::Kind;
use jatak_shared::sending::Reason;
use jatak_shared::time::Timestamp;
use jatak_shared::whatsapp::signal::Act;
use proptest::prelude::*;

const ANNA: &str = "+4520123456";
const BO: &str = "+4520123457";

#[test]
fn a_number_that_is_nobodys_becomes_theirs_when_both_are_shown() {
    let mut desk = desk();
    opts_in(&mut desk, "DK.a", &["order_updates", "relevant_offers"]);
    let subject = asked(&desk, "DK.a", "relevant_offers").subject;
    shown(&mut desk, &format!("{ANNA} DK.a"));
    for who in [ANNA, "DK.a"] {
        let answer = asked(&desk, who, "relevant_offers");
        assert_eq!((answer.subject, answer.decision.reason), (subject, None), "{who}");
    }
    let entry = desk.engine.events(desk.head() - 1, desk.head(), 1).unwrap().remove(0);
    assert_eq!(entry.leaf.kind, Kind::IdentityChanged);
    assert_eq!(entry.private.unwrap().body.phone, Some(ANNA.parse().unwrap()));
    let at = desk.second() + 1;
    desk.hear(vec![text(ANNA, at, "STOP")]);
    assert_eq!(reason(&desk, "DK.a", "relevant_offers"), Some(Reason::Objection));
    desk.verify();
}

#[test]
fn a_number_of_somebody_erased_after_a_no_brings_no_older_yes_along() {
    let (old, new) = ("+551187654321", "+5511987654321");
    let mut desk = desk();
    opts_in(&mut desk, "BR.a", &["relevant_offers"]);
    desk.hear(vec![text(old, desk.second(), "SAIR")]);
    desk.now += 2_000;
    desk.erase(&[old]);
    shown(&mut desk, &format!("{new} BR.a"));
    assert_eq!(reason(&desk, "BR.a", "relevant_offers"), Some(Reason::Objection));
    desk.now += 5_000;
    opts_in(&mut desk, "BR.a", &["relevant_offers"]);
    assert_eq!(reason(&desk, new, "relevant_offers"), None, "a later yes from WhatsApp lifts it");
    desk.verify();
}

#[test]
fn a_user_id_of_somebody_erased_after_a_no_takes_back_what_was_typed() {
    let mut desk = Desk::new().in_whatsapp("none");
    desk.hear(vec![text("DK.a", desk.second(), "STOP")]);
    desk.now += 2_000;
    assert_eq!(desk.erase(&["DK.a"]).suppressed, 1);
    assert_eq!(reason(&desk, "DK.a", "relevant_offers"), Some(Reason::Erased));
    desk.yes(ANNA, &["relevant_offers"]);
    assert_eq!(reason(&desk, ANNA, "relevant_offers"), None);
    shown(&mut desk, &format!("{ANNA} DK.a"));
    assert_eq!(reason(&desk, ANNA, "relevant_offers"), Some(Reason::Pending), "only WhatsApp lifts it");
    desk.verify();
}

#[test]
fn of_two_who_are_one_and_say_yes_at_most_once_the_histories_are_joined() {
    let mut desk = Desk::new().in_whatsapp("none");
    desk.yes(ANNA, &["order_updates", "relevant_offers"]);
    let at = desk.second() + 1;
    desk.hear(vec![text("DK.a", at, "bus stop"), resume("DK.a", at)]);
    let other =
        desk.engine.subject(&"DK.a".parse().unwrap(), Timestamp::from_millis(desk.now), &mut desk.random).unwrap();
    shown(&mut desk, &format!("{ANNA} DK.a"));
    assert_eq!(reason(&desk, "DK.a", "relevant_offers"), Some(Reason::UnderReview), "the review came along");
    assert_eq!(reason(&desk, "DK.a", "order_updates"), None);
    let events = desk.engine.person(&ANNA.parse().unwrap(), 0).unwrap().events;
    assert_eq!(events.len(), 3, "a yes, what the id said, and that they are one");
    let choices = desk.engine.choices(other, None).unwrap().unwrap();
    assert_eq!(choices.handle.to_string(), ANNA, "a link to the one leads to the other");
    assert_eq!(desk.counted("conflicts"), 0);
    let erasure = desk.erase(&["DK.a"]);
    assert_eq!((erasure.people, erasure.erased.len()), (1, 3));
    desk.verify();
}

#[test]
fn two_who_both_say_yes_are_kept_apart_and_every_no_reaches_both() {
    let mut desk = Desk::new().in_whatsapp("whatsapp");
    opts_in(&mut desk, "DK.a", &["order_updates", "relevant_offers"]);
    opts_in(&mut desk, ANNA, &["order_updates", "back_in_stock"]);
    desk.no(ANNA, some(&["product_recommendations"]));
    shown(&mut desk, &format!("{ANNA} DK.a"));
    assert_eq!(desk.counted("conflicts"), 1);
    assert_eq!(reason(&desk, "DK.a", "product_recommendations"), Some(Reason::Withdrawn), "what the number said no to");
    assert_eq!(reason(&desk, ANNA, "relevant_offers"), Some(Reason::NoConsent), "no yes moves");
    for (who, category) in [(ANNA, "back_in_stock"), ("DK.a", "relevant_offers")] {
        assert_eq!(reason(&desk, who, category), Some(Reason::UnderReview), "{who}");
    }
    let reviews = desk.engine.reviews(None).unwrap();
    assert_eq!(reviews.iter().map(|review| review.why).collect::<Vec<_>>(), [Why::IdentityConflict; 2]);
    let now = Timestamp::from_millis(desk.now + 1);
    assert!(desk.engine.close_review(reviews[0].id, Finding::Nothing, now, &mut desk.random).unwrap());
    shown(&mut desk, &format!("{ANNA} DK.a"));
    assert_eq!(desk.engine.reviews(None).unwrap(), [], "what was looked at stays so");
    assert_eq!(reason(&desk, "DK.a", "relevant_offers"), None);

    desk.hear(vec![common::meta::button("DK.a", desk.second(), "optout:order_updates")]);
    assert_eq!(reason(&desk, ANNA, "order_updates"), Some(Reason::Withdrawn), "a later no of the one is the other's");
    desk.no(ANNA, Scope::Everything);
    assert_eq!(reason(&desk, "DK.a", "relevant_offers"), Some(Reason::Objection));
    assert_eq!(desk.erase(&[ANNA]).people, 2);
    desk.verify();
}

#[test]
fn a_user_id_shown_with_two_known_numbers_is_the_same_one_s_whichever_came_first() {
    for numbers in [[ANNA, BO], [BO, ANNA]] {
        let mut desk = Desk::new().in_whatsapp("none");
        desk.yes(ANNA, &["relevant_offers"]);
        desk.yes(BO, &["relevant_offers"]);
        for number in numbers {
            shown(&mut desk, &format!("{number} DK.a"));
        }
        let known = desk.engine.person(&"DK.a".parse().unwrap(), 0).unwrap().phone;
        assert_eq!(known, Some(ANNA.parse().unwrap()), "{numbers:?}");
        assert_eq!(reason(&desk, "DK.a", "relevant_offers"), Some(Reason::UnderReview));
        desk.verify();
    }
}

#[test]
fn a_typed_yes_for_the_number_of_a_known_user_id_meets_what_the_id_said() {
    let mut desk = Desk::new().in_whatsapp("none");
    let at = desk.second();
    shown(&mut desk, &format!("{ANNA} DK.a"));
    desk.hear(vec![text("DK.a", at, "STOP")]);
    desk.now += 2_000;
    desk.yes(ANNA, &["relevant_offers"]);
    assert_eq!(reason(&desk, ANNA, "relevant_offers"), Some(Reason::Pending), "seen to before the answer");
    assert_eq!(desk.engine.person(&"DK.a".parse().unwrap(), 0).unwrap().phone, Some(ANNA.parse().unwrap()));
    desk.verify();
}

#[test]
fn an_erasure_of_one_leaves_the_other_who_is_kept_apart_whole_or_takes_them_too() {
    for by in [ANNA, "DK.a", "DK.b"] {
        let (mut desk, store) = open("whatsapp");
        opts_in(&mut desk, ANNA, &["relevant_offers"]);
        shown(&mut desk, &format!("{ANNA} DK.a"));
        opts_in(&mut desk, "DK.b", &["relevant_offers"]);
        desk.hear(vec![signal("DK.a", desk.second(), changed("DK.a", "DK.b"))]);
        assert_eq!(desk.counted("conflicts"), 1);
        assert_eq!(desk.erase(&[by]).people, 2, "{by}");
        assert_eq!(
            (store.count("subjects"), store.count("user_ids"), store.count("moved_user_ids")),
            (0, 0, 0),
            "{by}"
        );
        desk.verify();
    }
    // Whoever rests alone is let go alone, and the other keeps the one name they have.
    let (mut desk, store) = open("whatsapp");
    desk.no("DK.a", Scope::Everything);
    desk.no("DK.b", Scope::Everything);
    desk.hear(vec![signal("DK.c", desk.second(), changed("DK.a", "DK.b"))]);
    desk.erase(&["DK.a"]);
    assert_eq!(
        store.count("subjects"),
        store.count("(SELECT DISTINCT subject FROM user_ids)"),
        "nobody is without a name"
    );
    desk.engine.states(None, desk.head()).unwrap();
    desk.verify();
}

#[test]
fn what_may_be_a_no_is_shown_also_where_its_message_tells_that_two_are_one() {
    let mut desk = desk();
    opts_in(&mut desk, "DK.a", &["relevant_offers"]);
    opts_in(&mut desk, ANNA, &["relevant_offers"]);
    let said = "please stop, not the bus stop";
    desk.hear(vec![text(&format!("{ANNA} DK.a"), desk.second(), said)]);
    let reviews = desk.engine.reviews(None).unwrap();
    assert_eq!(reviews.iter().filter(|review| review.why == Why::IdentityConflict).count(), 2);
    assert!(reviews.iter().any(|review| review.text.as_deref() == Some(said)));
    let conflict = reviews.iter().find(|review| review.why == Why::IdentityConflict).unwrap().id;
    let now = Timestamp::from_millis(desk.now + 1);
    desk.engine.close_review(conflict, Finding::Nothing, now, &mut desk.random).unwrap();
    for who in [ANNA, "DK.a"] {
        assert_eq!(reason(&desk, who, "relevant_offers"), Some(Reason::UnderReview), "{who}: the message still waits");
    }
}

#[test]
fn what_may_be_a_no_of_one_holds_up_the_other_who_is_kept_apart() {
    let mut desk = desk();
    opts_in(&mut desk, "DK.a", &["relevant_offers"]);
    opts_in(&mut desk, ANNA, &["relevant_offers"]);
    shown(&mut desk, &format!("{ANNA} DK.a"));
    let now = Timestamp::from_millis(desk.now + 1);
    let conflict = desk.engine.reviews(None).unwrap()[0].id;
    desk.engine.close_review(conflict, Finding::Nothing, now, &mut desk.random).unwrap();
    desk.hear(vec![text("DK.a", desk.second(), "the bus stop")]);
    for who in [ANNA, "DK.a"] {
        assert_eq!(reason(&desk, who, "relevant_offers"), Some(Reason::UnderReview), "{who}");
    }
}

#[test]
fn a_no_of_somebody_erased_is_heeded_where_two_become_one_or_are_kept_apart() {
    let erased_after_a_no = |verification: &str, who: &str| {
        let mut desk = Desk::new().in_whatsapp(verification);
        desk.hear(vec![text(who, desk.second(), "STOP")]);
        desk.now += 2_000;
        desk.erase(&[who]);
        desk
    };
    // Joined: the user id has a row again, which says nothing.
    let mut desk = erased_after_a_no("none", "DK.a");
    desk.engine.subject(&"DK.a".parse().unwrap(), Timestamp::from_millis(desk.now), &mut desk.random).unwrap();
    desk.yes(ANNA, &["relevant_offers"]);
    shown(&mut desk, &format!("{ANNA} DK.a"));
    for who in [ANNA, "DK.a"] {
        assert_eq!(reason(&desk, who, "relevant_offers"), Some(Reason::Pending), "{who}: only WhatsApp lifts it");
    }
    desk.verify();
    // Joined: an older yes of the user id is none for the number that said no since.
    let mut desk = Desk::new().in_whatsapp("whatsapp");
    opts_in(&mut desk, "DK.a", &["relevant_offers"]);
    desk.hear(vec![text(ANNA, desk.second(), "STOP")]);
    desk.now += 2_000;
    desk.erase(&[ANNA]);
    desk.engine.subject(&ANNA.parse().unwrap(), Timestamp::from_millis(desk.now), &mut desk.random).unwrap();
    shown(&mut desk, &format!("{ANNA} DK.a"));
    assert_eq!(reason(&desk, ANNA, "relevant_offers"), Some(Reason::Objection));
    desk.verify();
    // Kept apart: both say yes, the user id from WhatsApp after its no, the number by typing alone.
    let mut desk = erased_after_a_no("none", "DK.a");
    desk.yes(ANNA, &["relevant_offers"]);
    desk.now += 2_000;
    let mut desk = desk.in_whatsapp("whatsapp");
    opts_in(&mut desk, "DK.a", &["order_updates"]);
    shown(&mut desk, &format!("{ANNA} DK.a"));
    assert_eq!(desk.counted("conflicts"), 1);
    let reviews: Vec<_> = desk.engine.reviews(None).unwrap();
    let now = Timestamp::from_millis(desk.now + 1);
    desk.engine.close_review(reviews[0].id, Finding::Nothing, now, &mut desk.random).unwrap();
    assert_eq!(reason(&desk, ANNA, "relevant_offers"), Some(Reason::Pending));
    assert_eq!(reason(&desk, "DK.a", "order_updates"), None, "its own yes is later than its no");
    desk.verify();
}

#[test]
fn a_no_under_a_user_id_meets_its_number_however_that_became_somebodys() {
    // By a change of number.
    let mut desk = desk();
    opts_in(&mut desk, ANNA, &["relevant_offers"]);
    shown(&mut desk, &format!("{BO} DK.b"));
    let at = desk.second();
    desk.hear(vec![text("DK.b", at, "STOP")]);
    desk.hear(vec![common::meta::moves(ANNA, at + 1, BO)]);
    assert_eq!(reason(&desk, BO, "relevant_offers"), Some(Reason::Objection));
    desk.verify();
    // By a link that the business made.
    let mut desk = Desk::new().in_whatsapp("none");
    shown(&mut desk, &format!("{ANNA} DK.a"));
    desk.hear(vec![text("DK.a", desk.second(), "STOP")]);
    desk.engine.subject(&ANNA.parse().unwrap(), Timestamp::from_millis(desk.now), &mut desk.random).unwrap();
    desk.now += 2_000;
    desk.yes(ANNA, &["relevant_offers"]);
    assert_ne!(reason(&desk, ANNA, "relevant_offers"), None);
    desk.verify();
}

#[test]
fn a_no_of_somebody_erased_is_remembered_for_the_number_that_they_were_shown_with() {
    let (landed, mobile) = ("+551187654321", "+5511987654321");
    for asked_for in [vec!["BR.a"], vec![landed], vec![mobile], vec![mobile, "BR.a"]] {
        let mut desk = Desk::new().in_whatsapp("none");
        shown(&mut desk, &format!("{landed} BR.a"));
        desk.hear(vec![text("BR.a", desk.second(), "SAIR")]);
        let erasure = desk.erase(&asked_for);
        assert_eq!((erasure.people, erasure.suppressed), (1, 1), "{asked_for:?}");
        desk.now += 2_000;
        for spelt in [landed, mobile] {
            let file = desk.engine.person(&spelt.parse().unwrap(), 0).unwrap();
            assert!(file.suppressed_since.is_some(), "{asked_for:?} {spelt}");
        }
        desk.yes(mobile, &["relevant_offers"]);
        assert_eq!(reason(&desk, mobile, "relevant_offers"), Some(Reason::Pending), "only WhatsApp lifts it");
        desk.verify();
    }
}

#[test]
fn a_number_shown_before_there_was_a_place_for_its_hashes_is_remembered_once_it_is_shown_again() {
    let (mut desk, store) = open("none");
    shown(&mut desk, &format!("{ANNA} DK.a"));
    store.execute("UPDATE pairs SET suppressed_as = NULL", &[]).unwrap();
    shown(&mut desk, &format!("{ANNA} DK.a"));
    desk.hear(vec![text("DK.a", desk.second(), "STOP")]);
    desk.erase(&["DK.a"]);
    assert!(desk.engine.person(&ANNA.parse().unwrap(), 0).unwrap().suppressed_since.is_some());
}

#[test]
fn a_no_under_an_id_that_changed_meets_the_number_that_the_id_of_before_was_shown_with() {
    let mut desk = Desk::new().in_whatsapp("none");
    shown(&mut desk, &format!("{ANNA} DK.a"));
    desk.hear(vec![signal("DK.a", desk.second(), changed("DK.a", "DK.b"))]);
    desk.hear(vec![text("DK.b", desk.second(), "STOP")]);
    desk.now += 2_000;
    desk.yes(ANNA, &["relevant_offers"]);
    assert_eq!(desk.state(ANNA, "relevant_offers"), "pending", "a lookup right after it says so too");
    assert_eq!(reason(&desk, ANNA, "relevant_offers"), Some(Reason::Pending));
    desk.verify();
}

#[test]
fn a_no_that_is_said_again_for_another_name_has_no_evidence_that_is_not_its_own() {
    let mut desk = desk();
    desk.no("DK.a", some(&["order_updates"]));
    opts_in(&mut desk, "DK.a", &["relevant_offers"]);
    opts_in(&mut desk, ANNA, &["relevant_offers"]);
    let before = desk.head();
    desk.hear(vec![text(&format!("{ANNA} DK.a"), desk.second(), "hello")]);
    let entries = desk.engine.events(before, desk.head(), 10).unwrap();
    let noes: Vec<_> = entries.iter().filter(|entry| entry.leaf.kind == Kind::OptedOut).collect();
    assert!(!noes.is_empty());
    for no in noes {
        let part = &no.private.as_ref().unwrap().body;
        assert!(no.evidence.is_none(), "{part:?}");
    }
}

/// One thing that is delivered: what, when, and by which of two names it is shown.
fn acts() -> impl Strategy<Value = Vec<(u8, i64, u8)>> {
    proptest::collection::vec((0..8_u8, 0..40_i64, 0..3_u8), 1..9)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    /// A yes is said from WhatsApp under either name; the histories may be joined or kept apart, and neither name is ever told
    /// more than what both said together allows.
    #[test]
    fn whatever_is_delivered_first_no_name_is_allowed_more_than_both_together(
        acts in acts(),
        yes in (0..40_i64, 0..3_u8),
        second in proptest::option::of((0..40_i64, 0..3_u8)),
        shuffle in proptest::collection::vec(any::<u16>(), 12),
    ) {
        let mut desk = desk();
        let mut signals = Vec::new();
        let names = |which: u8| [ANNA.to_owned(), "DK.a".to_owned(), format!("{ANNA} DK.a")][usize::from(which)].clone();
        let start = desk.second();
        for (at, who) in core::iter::once(yes).chain(second) {
            let awaited = offer(&mut desk, &["order_updates", "relevant_offers"]);
            signals.push((at, text(&names(who), start + at, &draft(&awaited.url))));
        }
        for (act, at, who) in &acts {
            let (who, at) = (names(*who), *at);
            signals.push((at, match act {
                0 => text(&who, start + at, "STOP"),
                1 => common::meta::button(&who, start + at, "optout:relevant_offers"),
                2 => stop(&who, start + at),
                3 => resume(&who, start + at),
                4 => common::meta::button(&who, start + at, "optout:order_updates"),
                // Where a number is shown that is nobody's it is not kept.
                5 if who == "DK.a" => text(&who, start + at, "the bus stop"),
                _ => signal(&who, start + at, Act::Other),
            }));
        }
        // The same, all of it known for one person's from the start.
        let together = {
            let mut desk = common::meta::desk();
            let start = desk.second();
            desk.now += 60_000;
            shown(&mut desk, &format!("{ANNA} DK.a"));
            desk.hear(vec![resume(ANNA, start - 1_000)]);
            for (at, signal) in &signals {
                let said = match &signal.act {
                    Act::Text(text) if text.as_str().len() > 20 => {
                        let awaited = offer(&mut desk, &["order_updates", "relevant_offers"]);
                        common::meta::text(ANNA, start + at, &draft(&awaited.url))
                    }
                    act => common::meta::signal(ANNA, start + at, act.clone()),
                };
                desk.hear(vec![said]);
            }
            desk
        };
        let mut keyed: Vec<_> = signals.into_iter().zip(shuffle.iter().cycle()).collect();
        keyed.sort_by_key(|(_, key)| **key);
        desk.now += 60_000;
        for ((_, signal), _) in keyed {
            desk.hear(vec![signal.clone()]);
            desk.hear(vec![signal]);
        }
        shown(&mut desk, &format!("{ANNA} DK.a"));
        for category in FOUR {
            for who in [ANNA, "DK.a"] {
                let allowed = reason(&desk, who, category).is_none();
                prop_assert!(!allowed || reason(&together, ANNA, category).is_none(), "{} {}", who, category);
            }
        }
        desk.verify();
    }
}
