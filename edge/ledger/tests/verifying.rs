//! Exports and receipts with proof, and what the checker says of spoilt ones.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod common;

use common::{Counter, Desk, some};
use jatak_ledger::batch::Request;
use jatak_ledger::native::NativeStore;
use jatak_ledger::proven::Audience;
use jatak_shared::decide::Scope;
use jatak_shared::log::{KeyName, Signer};
use jatak_shared::random::Random;
use jatak_verify::{Checker, Expect, Fault, Wrong, check_receipt};

fn phone(number: u64) -> String {
    format!("+4520{number:06}")
}

/// Ten acts of five people: yes, yes, no.
fn small() -> Desk<NativeStore> {
    let mut desk = Desk::new();
    for number in 0..5 {
        desk.yes(&phone(number), &["order_updates"]);
    }
    for number in 0..3 {
        desk.yes(&phone(number), &["relevant_offers"]);
    }
    desk.no(&phone(0), Scope::Everything);
    desk.no(&phone(1), some(&["order_updates"]));
    desk
}

fn lines(export: &[u8]) -> Vec<String> {
    export.split_inclusive(|byte| *byte == b'\n').map(|line| String::from_utf8(line.to_vec()).unwrap()).collect()
}

fn wrong(desk: &Desk<NativeStore>, lines: &[String]) -> Wrong {
    Checker::check(lines.concat().as_bytes(), desk.expect()).unwrap_err().wrong
}

/// Where the line of event `seq` is.
fn line_of(lines: &[String], seq: u64) -> usize {
    let mark = format!("\"seq\":{seq},\"v\"");
    lines.iter().position(|line| line.contains("\"line\":\"event\"") && line.contains(&mark)).unwrap()
}

#[test]
fn an_export_verifies_and_says_what_it_holds() {
    let desk = small();
    let report = desk.verify();
    assert_eq!((report.events, report.erased, report.key_known), (desk.head(), 0, true));
    let own = Checker::check(&desk.export(), Expect::default()).unwrap();
    assert!(!own.key_known);
}

#[test]
fn an_export_of_an_earlier_size_verifies_too() {
    let desk = small();
    for size in 1..=desk.head() {
        assert_eq!(Checker::check(&desk.export_at(size), desk.expect()).unwrap().events, size);
    }
}

#[test]
fn a_missing_event_is_named() {
    let desk = small();
    for seq in 1..=desk.head() {
        let mut lines = lines(&desk.export());
        lines.remove(line_of(&lines, seq));
        assert_eq!(wrong(&desk, &lines), Wrong::Missing(seq));
    }
}

#[test]
fn reordered_and_doubled_events_are_named() {
    let desk = small();
    let original = lines(&desk.export());
    let mut exchanged = original.clone();
    exchanged.swap(line_of(&original, 5), line_of(&original, 9));
    assert_eq!(wrong(&desk, &exchanged), Wrong::Reordered { expected: 5, found: 9 });
    let mut doubled = original.clone();
    doubled.insert(line_of(&original, 5), original[line_of(&original, 4)].clone());
    assert_eq!(wrong(&desk, &doubled), Wrong::Reordered { expected: 5, found: 4 });
}

#[test]
fn a_file_cut_short_anywhere_is_noticed() {
    let export = small().export();
    for end in (0..export.len()).step_by(97) {
        assert!(Checker::check(&export[..end], small().expect()).is_err(), "{end}");
    }
    let lines = lines(&export);
    assert_eq!(wrong(&small(), &lines[..lines.len() - 1]), Wrong::CutShort);
    assert_eq!(wrong(&small(), &[lines.clone(), vec!["{}\n".into()]].concat()), Wrong::AfterTheEnd);
}

#[test]
fn another_logs_key_did_not_sign_it() {
    let desk = small();
    let name = desk.engine.vkey().name().clone();
    let other = Expect { vkey: Some(Signer::new(name, &[9; 32]).vkey()), ..Expect::default() };
    assert!(matches!(Checker::check(&desk.export(), other).unwrap_err().wrong, Wrong::ForeignSignature { .. }));
    let elsewhere: KeyName = "elsewhere.example/log".parse().unwrap();
    let other = Expect { vkey: Some(Signer::new(elsewhere, &[3; 32]).vkey()), ..Expect::default() };
    assert!(matches!(Checker::check(&desk.export(), other).unwrap_err().wrong, Wrong::ForeignSignature { .. }));
}

#[test]
fn another_businesss_export_is_not_this_ones() {
    let desk = small();
    let text = String::from_utf8(desk.export()).unwrap();
    let other = text.replacen("\"business\":\"01010101", "\"business\":\"02010101", 1);
    let fault = Checker::check(other.as_bytes(), desk.expect()).unwrap_err();
    assert!(matches!(fault, Fault { line: 1, wrong: Wrong::WrongBusiness(_) }), "{fault}");
}

#[test]
fn an_earlier_checkpoint_is_extended_or_the_log_has_shrunk_or_was_rewritten() {
    let mut desk = small();
    let yesterday = desk.engine.signed_head().unwrap().unwrap().note.parse().unwrap();
    let size = desk.head();
    desk.yes(&phone(77), &["order_updates"]);
    let expect = Expect { against: Some(yesterday), ..desk.expect() };
    assert_eq!(Checker::check(&desk.export(), expect.clone()).unwrap().extends, Some(size));
    let shrunk = Checker::check(&desk.export_at(size - 1), expect.clone()).unwrap_err();
    assert_eq!(shrunk.wrong, Wrong::Shrunk { earlier: size, size: size - 1 });
    let mut other = Desk::new();
    (0..20).for_each(|number| drop(other.yes(&phone(number + 1), &["back_in_stock"])));
    let rewritten = Checker::check(&other.export(), expect).unwrap_err();
    assert_eq!(rewritten.wrong, Wrong::Rewritten(size));
}

#[test]
fn a_private_part_may_be_missing_only_where_an_erased_leaf_says_so() {
    let desk = small();
    let mut lines = lines(&desk.export());
    let at = line_of(&lines, 6);
    let private = lines[at].find(",\"outcome\"").unwrap();
    let leaf = lines[at].find("\"hash\"").unwrap();
    lines[at] = format!("{{{}}}\n", &lines[at][leaf..private]);
    let trailer = lines.len() - 1;
    // Whoever leaves it out adapts what is not signed.
    let mut cursor = jatak_shared::proven::ExportCursor::default();
    for line in &lines[..trailer] {
        assert_eq!(cursor.take(line), Ok(false));
    }
    lines[trailer] = cursor.trailer(false);
    assert_eq!(wrong(&desk, &lines), Wrong::NotErased(6));
}

#[test]
fn erased_people_are_counted_and_the_rest_verifies() {
    let mut desk = small();
    let before = desk.head();
    let erasure = desk.erase(&[&phone(0)]);
    assert_eq!((erasure.people, erasure.suppressed, erasure.erased.len()), (1, 1, 3));
    assert_eq!(erasure.events, [before + 1]);
    let report = desk.verify();
    assert_eq!((report.events, report.erased), (before + 1, 3));
    let export = String::from_utf8(desk.export()).unwrap();
    assert!(!export.contains(&phone(0)));
    assert!(export.contains(&phone(1)));
}

#[test]
fn an_erasure_that_came_while_the_export_was_written_is_proven_by_its_leaf() {
    let mut desk = small();
    let size = desk.head();
    desk.erase(&[&phone(2)]);
    desk.yes(&phone(88), &["order_updates"]);
    let report = Checker::check(&desk.export_at(size), desk.expect()).unwrap();
    assert_eq!((report.events, report.erased), (size, 2));
    let mut without = lines(&desk.export_at(size));
    without.retain(|line| !line.contains("\"line\":\"erased\""));
    assert!(matches!(wrong(&desk, &without), Wrong::Trailer(_)), "a line is missing");
}

#[test]
fn an_outcome_goes_only_together_with_its_private_part() {
    let desk = small();
    let mut lines = lines(&desk.export());
    let at = line_of(&lines, 6);
    let (outcome, private) = (lines[at].find(",\"outcome\"").unwrap(), lines[at].find(",\"private\"").unwrap());
    lines[at].replace_range(outcome..private, "");
    let fault = Checker::check(lines.concat().as_bytes(), Expect::default()).unwrap_err();
    assert_eq!(fault.wrong, Wrong::Outcome(6));
}

#[test]
fn two_people_erased_together_share_a_leaf_that_does_not_tell_them_apart() {
    let mut desk = small();
    let erasure = desk.erase(&[&phone(0), &phone(2), "+4599999999"]);
    assert_eq!((erasure.people, erasure.events.len(), erasure.erased.len()), (2, 1, 5));
    assert!(erasure.erased.is_sorted());
    assert_eq!(desk.verify().erased, 5);
    assert_eq!(desk.erase(&[&phone(0)]), jatak_ledger::erase::Erasure::default(), "there is nobody left to erase");
}

#[test]
fn receipts_verify_with_nothing_but_the_key() {
    let mut desk = small();
    let recorded = desk.yes(&phone(9), &["order_updates"]);
    desk.yes(&phone(10), &["order_updates"]);
    let receipt = desk.engine.receipt_file(recorded.event, Audience::Subject).unwrap().unwrap();
    let text = serde_json::to_string(&receipt).unwrap();
    let report = check_receipt(&text, Some(desk.engine.vkey())).unwrap();
    assert_eq!(report.leaf.seq, recorded.seq);
    assert_eq!(report.private.unwrap().phone.unwrap(), phone(9));
    assert!(report.outcome.is_some());
    let holder = desk.engine.receipt_file(recorded.event, Audience::Holder).unwrap().unwrap();
    let report = check_receipt(&serde_json::to_string(&holder).unwrap(), Some(desk.engine.vkey())).unwrap();
    assert_eq!(report.private.unwrap().phone.unwrap(), phone(9));
    assert_eq!(report.outcome, None, "what the number did before is not the holder's to know");
    desk.erase(&[&phone(9)]);
    assert_eq!(desk.engine.receipt_file(recorded.event, Audience::Subject).unwrap(), None);
    assert!(check_receipt(&text, Some(desk.engine.vkey())).is_ok(), "what was handed out keeps what it held");
}

#[test]
fn a_receipt_with_a_changed_byte_never_says_anything_else() {
    let mut desk = small();
    let recorded = desk.yes(&phone(9), &["order_updates"]);
    let receipt = desk.engine.receipt_file(recorded.event, Audience::Subject).unwrap().unwrap();
    let text = serde_json::to_string(&receipt).unwrap();
    let good = check_receipt(&text, Some(desk.engine.vkey())).unwrap();
    for at in 0..text.len() {
        let mut bytes = text.clone().into_bytes();
        bytes[at] ^= 1;
        let Ok(changed) = String::from_utf8(bytes) else { continue };
        if let Ok(report) = check_receipt(&changed, Some(desk.engine.vkey())) {
            // Only what the log's key does not speak for: the key as the receipt itself gives it.
            assert_eq!(report, good, "byte {at}: {changed}");
        }
    }
}

/// 10,000 events, in batches.
fn large() -> Desk<NativeStore> {
    let mut desk = Desk::new();
    let mut number = 0;
    while desk.head() < 10_000 {
        let request = |number| Request { command: desk.opt_in(&phone(number), &["order_updates"]), idempotency: None };
        let batch: Vec<_> = (number..number + 500.min(10_000 - desk.head())).map(request).collect();
        number += 500;
        desk.commit(&batch);
    }
    desk
}

#[test]
fn one_byte_changed_at_any_of_a_thousand_places_of_ten_thousand_events_is_found_and_named() {
    let mut desk = large();
    desk.erase(&[&phone(17), &phone(4_000)]);
    let mut export = desk.export();
    let mut random = Counter(5);
    let mut places: Vec<(usize, u8)> = (0..1_000)
        .map(|_| {
            let bytes: [u8; 32] = random.bytes();
            let hash = *jatak_shared::id::Digest32::of(&bytes).as_bytes();
            let at = u64::from_be_bytes(hash[..8].try_into().unwrap()) % u64::try_from(export.len()).unwrap();
            (usize::try_from(at).unwrap(), 1 << (hash[8] % 8))
        })
        .collect();
    places.sort_unstable();
    let mut places = places.into_iter().peekable();
    let mut checker = Checker::new(desk.expect());
    let (mut start, mut number, mut named) = (0, 0, 0);
    while start < export.len() {
        number += 1;
        let end = start + export[start..].iter().position(|byte| *byte == b'\n').unwrap() + 1;
        while let Some((at, flip)) = places.next_if(|(at, _)| *at < end) {
            export[at] ^= flip;
            // The lines before are as they were, so the checker goes on from there.
            let mut here = checker.clone();
            let rest = export[start..].split_inclusive(|byte| *byte == b'\n');
            let fault = rest.map(|line| here.line(line)).find_map(Result::err);
            let fault = fault.unwrap_or_else(|| panic!("byte {at} flipped by {flip} went unnoticed"));
            assert_eq!(fault.line, number, "byte {at} flipped by {flip}: {fault}");
            export[at] ^= flip;
            named += 1;
        }
        checker.line(&export[start..end]).unwrap();
        start = end;
    }
    assert_eq!(named, 1_000);
    assert_eq!(checker.finish().unwrap().erased, 2);
}
