//! Erasure: nothing of a person is left but leaves and, after a no, a keyed hash of the number.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod common;

use common::meta::{reason, text};
use common::{Desk, START, key, recorded, refused, some};
use jatak_ledger::batch::Request;
use jatak_ledger::erase::LISTED_A_LEAF;
use jatak_ledger::native::NativeStore;
use jatak_ledger::store::{Store, Value};
use jatak_ledger::whatsapp::reviews::Finding;
use jatak_shared::decide::{Refusal, Scope};
use jatak_shared::log::leaf_hash;
use jatak_shared::sending::Reason;
use jatak_shared::time::Timestamp;
use proptest::prelude::*;

const ANN: &str = "+4520123456";
const BEN: &str = "+4520123457";

#[test]
fn an_erased_person_who_had_said_no_is_not_brought_back_by_a_typed_yes_however_often() {
    let mut desk = Desk::new();
    desk.no(ANN, some(&["order_updates"]));
    assert_eq!(desk.erase(&[ANN]).suppressed, 1);
    for _ in 0..3 {
        desk.yes(ANN, &["order_updates", "relevant_offers"]);
        assert_eq!(desk.state(ANN, "order_updates"), "pending");
        assert_eq!(desk.state(ANN, "relevant_offers"), "pending");
    }
    let subject =
        desk.engine.subject(&ANN.parse().unwrap(), Timestamp::from_millis(desk.now), &mut desk.random).unwrap();
    desk.choose(subject, &[("back_in_stock", false)], &["back_in_stock"]);
    assert_eq!(desk.state(ANN, "back_in_stock"), "pending", "a link is not the number itself");
    desk.erase(&[ANN]);
    desk.yes(ANN, &["order_updates"]);
    assert_eq!(desk.state(ANN, "order_updates"), "pending", "erased again, the earlier no still stands");
}

#[test]
fn an_erased_person_who_had_only_said_yes_may_say_it_again_as_somebody_new() {
    let mut desk = Desk::new();
    let before = desk.yes(ANN, &["order_updates"]).subject;
    assert_eq!(desk.erase(&[ANN]).suppressed, 0);
    assert_eq!(desk.state(ANN, "order_updates"), "never_asked");
    assert_ne!(desk.yes(ANN, &["order_updates"]).subject, before);
    assert_eq!(desk.state(ANN, "order_updates"), "granted");
}

#[test]
fn a_no_behind_a_pending_yes_is_kept_too() {
    let mut desk = Desk::new();
    let subject = desk.yes(ANN, &["order_updates"]).subject;
    desk.choose(subject, &[("order_updates", true)], &[]);
    desk.yes(ANN, &["order_updates"]);
    assert_eq!(desk.state(ANN, "order_updates"), "pending");
    assert_eq!(desk.erase(&[ANN]).suppressed, 1);
}

#[test]
fn a_retry_after_the_erasure_finds_nothing_and_records_nothing() {
    let mut desk = Desk::new();
    let request = Request { command: desk.opt_in(ANN, &["order_updates"]), idempotency: Some(key("k")) };
    let event = recorded(desk.commit(core::slice::from_ref(&request)).remove(0)).event;
    desk.erase(&[ANN]);
    let head = desk.head();
    assert_eq!(refused(desk.commit(&[request]).remove(0)), Refusal::NotFound);
    assert_eq!(refused(desk.withdraw(event, Scope::Everything)), Refusal::NotFound);
    assert_eq!(desk.head(), head);
    assert_eq!(desk.engine.receipt(event).unwrap(), None);
}

#[test]
fn nobody_known_and_nothing_done_leave_no_event() {
    let mut desk = Desk::new();
    let subject =
        desk.engine.subject(&ANN.parse().unwrap(), Timestamp::from_millis(desk.now), &mut desk.random).unwrap();
    let head = desk.head();
    let erasure = desk.erase(&[ANN, BEN]);
    assert_eq!((erasure.people, erasure.events.len()), (1, 0));
    assert_eq!(desk.head(), head);
    assert_eq!(desk.engine.choices(subject, None).unwrap(), None);
}

#[test]
fn no_row_holds_an_erased_number_or_an_id_of_theirs() {
    let path = std::env::temp_dir().join(format!("jatak-erased-{}.sqlite", std::process::id()));
    let _ = std::fs::remove_file(&path);
    let mut desk = Desk::on(NativeStore::open(&path).unwrap());
    let one = desk.yes(ANN, &["order_updates"]);
    desk.yes(BEN, &["order_updates"]);
    desk.no(ANN, Scope::Everything);
    desk.erase(&[ANN]);
    drop(desk);
    let store = NativeStore::open(&path).unwrap();
    let tables = store.query("SELECT name FROM sqlite_master WHERE type = 'table'", &[]).unwrap();
    let mut seen = String::new();
    for table in tables {
        let rows = store.query(&format!("SELECT * FROM {}", table.text(0).unwrap()), &[]).unwrap();
        for value in rows.iter().flat_map(|row| &row.0) {
            match value {
                Value::Text(text) => seen.push_str(text),
                Value::Blob(bytes) => seen.push_str(&String::from_utf8_lossy(bytes)),
                Value::Null | Value::Integer(_) => {}
            }
        }
    }
    std::fs::remove_file(&path).unwrap();
    assert!(seen.contains(BEN));
    for gone in [ANN, &one.subject.to_string(), &one.event.to_string()] {
        assert!(!seen.contains(gone), "{gone} is still there");
    }
}

#[test]
fn the_leaves_of_two_erased_people_cannot_be_told_apart_since_no_field_that_differs_repeats() {
    let mut desk = Desk::new();
    let first = desk.head();
    // The same acts by turns, so that neither order nor kind tells one person from the other.
    let mut theirs = Vec::new();
    for category in ["order_updates", "relevant_offers", "back_in_stock"] {
        for phone in [ANN, BEN] {
            let recorded = desk.yes(phone, &[category]);
            theirs.extend([recorded.event.to_string(), recorded.subject.to_string()]);
        }
    }
    assert_eq!(desk.erase(&[ANN, BEN]).events.len(), 1, "one leaf lists both");
    let entries = desk.engine.events(first, first + 6, 10).unwrap();
    let mut values: std::collections::BTreeMap<String, Vec<String>> = std::collections::BTreeMap::new();
    for entry in &entries {
        assert!(entry.private.is_none() && entry.outcome.is_none() && entry.evidence.is_none());
        let leaf: serde_json::Value = serde_json::from_str(&entry.leaf.canonical()).unwrap();
        for (field, value) in leaf.as_object().unwrap() {
            values.entry(field.clone()).or_default().push(value.to_string());
        }
    }
    for (field, values) in &values {
        assert_eq!(values.len(), 6, "{field} stands in every leaf");
        let different: std::collections::BTreeSet<_> = values.iter().collect();
        assert!(different.len() == 1 || different.len() == 6, "{field} sorts the leaves into groups: {values:?}");
    }
    let same: Vec<&str> =
        values.iter().filter(|(_, values)| values[0] == values[1]).map(|(field, _)| field.as_str()).collect();
    assert_eq!(
        same,
        ["business", "kind", "notice", "v"],
        "these are the same for everyone, the rest differs each time"
    );
    let export = String::from_utf8(desk.export()).unwrap();
    assert!(theirs.iter().all(|id| !export.contains(id.as_str())), "no id of theirs is left in what is shown");
    assert_eq!(desk.verify().erased, 6);
}

#[test]
fn an_erasure_is_verified_and_so_is_everything_before_and_after_it() {
    let mut desk = Desk::new();
    desk.yes(ANN, &["order_updates"]);
    desk.no(BEN, Scope::Everything);
    let before = desk.engine.signed_head().unwrap().unwrap();
    assert_eq!(desk.verify().erased, 0);
    desk.erase(&[ANN, BEN]);
    assert_eq!(desk.verify().erased, 2);
    desk.yes(ANN, &["order_updates"]);
    let against = Some(before.note.parse().unwrap());
    let expect = jatak_verify::Expect { against, ..desk.expect() };
    let report = jatak_verify::Checker::check(&desk.export(), expect).unwrap();
    assert_eq!((report.events, report.erased), (desk.head(), 2), "the log only ever grew");
}

#[test]
fn the_longest_erased_leaf_fits_into_an_entry_bundle() {
    let mut desk = Desk::new();
    desk.yes(ANN, &["order_updates"]);
    desk.erase(&[ANN]);
    let mut leaf = desk.engine.events(desk.head() - 1, desk.head(), 1).unwrap().remove(0).leaf;
    leaf.erased = vec![1 << 53; LISTED_A_LEAF];
    assert!(u16::try_from(leaf.canonical().len()).is_ok());
}

#[test]
fn what_an_erased_person_wrote_is_not_kept_with_whoever_may_have_written_it_and_stays_under_review() {
    let (mobile, landline) = ("+5491123456789", "+541123456789");
    let mut desk = Desk::new().in_whatsapp("none");
    desk.yes(landline, &["relevant_offers"]);
    desk.yes(mobile, &["relevant_offers"]);
    desk.hear(vec![text(mobile, desk.second(), "bus stop")]);
    assert_eq!(desk.engine.reviews(None).unwrap().len(), 2);
    assert_eq!(desk.erase(&[mobile]).people, 1, "in Argentina the other may be somebody else");
    let left = desk.engine.reviews(None).unwrap();
    assert_eq!((left.len(), left[0].text.as_deref()), (1, None));
    assert_eq!(left[0].handle.to_string(), landline);
    assert_eq!(reason(&desk, landline, "relevant_offers"), Some(Reason::UnderReview));
    let now = Timestamp::from_millis(desk.now + 1);
    assert!(desk.engine.close_review(left[0].id, Finding::Stop, now, &mut desk.random).unwrap());
    assert_eq!(reason(&desk, landline, "relevant_offers"), Some(Reason::Objection));
    desk.verify();
}

/// What one step of a random history does.
#[derive(Clone, Copy, Debug)]
enum Act {
    Yes(u64),
    No(u64),
    Erase(u64),
    Settings(bool),
}

fn act() -> impl Strategy<Value = Act> {
    let who = 0..4_u64;
    prop_oneof![
        4 => who.clone().prop_map(Act::Yes),
        2 => who.clone().prop_map(Act::No),
        2 => who.prop_map(Act::Erase),
        1 => any::<bool>().prop_map(Act::Settings),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// The model: a list of leaves that never changes, whose private parts are open, and who had said no.
    #[test]
    fn any_history_is_what_a_naive_model_says_and_verifies(acts in proptest::collection::vec(act(), 1..25)) {
        let mut desk = Desk::new();
        let mut leaves: Vec<String> = Vec::new();
        let mut open: std::collections::BTreeMap<u64, u64> = std::collections::BTreeMap::new();
        let (mut no, mut suppressed, mut erased) = ([false; 4], [false; 4], 0);
        for act in acts {
            let phone = |who: u64| format!("+45201234{who:02}");
            let index = |who: u64| usize::try_from(who).unwrap();
            match act {
                Act::Yes(who) => {
                    let request = Request { command: desk.opt_in(&phone(who), &["order_updates"]), idempotency: None };
                    desk.now += 1_000;
                    let now = Timestamp::from_millis(desk.now);
                    let answer = desk.engine.commit(&[request], now, false, &mut desk.random).unwrap().remove(0);
                    let recorded = recorded(answer);
                    open.insert(recorded.seq, who);
                    let state = desk.state(&phone(who), "order_updates");
                    prop_assert_eq!(state == "pending", suppressed[index(who)], "{:?}", act);
                    no[index(who)] = suppressed[index(who)] && no[index(who)];
                }
                Act::No(who) => {
                    open.insert(desk.no(&phone(who), some(&["order_updates"])).seq, who);
                    no[index(who)] = true;
                }
                Act::Erase(who) => {
                    let theirs: Vec<u64> = open.iter().filter(|(_, of)| **of == who).map(|(seq, _)| *seq).collect();
                    let erasure = desk.erase(&[&phone(who)]);
                    prop_assert_eq!(&erasure.erased, &theirs);
                    erased += u64::try_from(theirs.len()).unwrap();
                    open.retain(|_, of| *of != who);
                    suppressed[index(who)] |= no[index(who)];
                    no[index(who)] = false;
                }
                Act::Settings(all) => {
                    let settings = common::settings(if all { &common::FOUR } else { &common::FOUR[..2] });
                    desk.now += 1_000;
                    let now = Timestamp::from_millis(desk.now);
                    desk.engine.change_settings(&settings, now, &mut desk.random).unwrap().unwrap();
                }
            }
            let entries = desk.engine.events(0, desk.head(), 500).unwrap();
            let now: Vec<String> = entries.iter().map(|entry| entry.leaf.canonical()).collect();
            prop_assert_eq!(&now[..leaves.len()], &leaves[..], "a leaf never changes");
            leaves = now;
            if desk.engine.signed_head().unwrap().is_none() {
                desk.engine.open_log(None, Timestamp::from_millis(START)).unwrap().unwrap();
            }
            let head = desk.engine.signed_head().unwrap().unwrap();
            let mut frontier = jatak_shared::log::Frontier::new();
            for leaf in &leaves {
                frontier.append(leaf_hash(leaf.as_bytes()));
            }
            prop_assert_eq!((head.size, head.root), (desk.head(), frontier.root()));
            let report = desk.verify();
            prop_assert_eq!((report.events, report.erased), (desk.head(), erased));
        }
    }
}
