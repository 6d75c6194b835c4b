//! Exports with proof that are filtered, cut off and resumed, and what changes meanwhile.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod common;

use common::{Desk, START, some};
use jatak_ledger::batch::Request;
use jatak_ledger::bundle::Export;
use jatak_ledger::native::NativeStore;
use jatak_shared::canonical;
use jatak_shared::decide::Scope;
use jatak_shared::proven::{ExportCursor, Filter, Opened, OpenedEvent, ResumePoint, event_line};
use jatak_shared::state::State;
use jatak_shared::time::Timestamp;
use jatak_verify::{Checker, Expect, Fault, Report, Wrong};

fn phone(number: u64) -> String {
    format!("+4520{number:06}")
}

/// Acts of several people, one erased before the end and a change of settings among them.
fn mixed() -> Desk<NativeStore> {
    let mut desk = Desk::new();
    for number in 0..12 {
        desk.yes(&phone(number), &["order_updates"]);
        desk.yes(&phone(number), &["relevant_offers", "back_in_stock"]);
    }
    desk.no(&phone(0), Scope::Everything);
    desk.erase(&[&phone(3), &phone(4)]);
    desk.no(&phone(1), some(&["order_updates"]));
    desk
}

fn rest(desk: &Desk<NativeStore>, mut export: Export) -> String {
    let mut text = String::new();
    while let Some(page) = desk.engine.export_page(&mut export).unwrap() {
        text.push_str(&page);
    }
    text
}

fn export(desk: &Desk<NativeStore>, size: u64, filter: &Filter) -> String {
    rest(desk, desk.engine.begin_export(size, filter.clone()).unwrap().unwrap())
}

fn check(desk: &Desk<NativeStore>, export: &str) -> Report {
    Checker::check(export.as_bytes(), desk.expect()).unwrap_or_else(|fault| panic!("{fault}\n{export}"))
}

fn fault(desk: &Desk<NativeStore>, lines: &[String]) -> Fault {
    Checker::check(lines.concat().as_bytes(), desk.expect()).unwrap_err()
}

fn lines(export: &str) -> Vec<String> {
    export.split_inclusive('\n').map(str::to_owned).collect()
}

/// Puts a trailer in place that fits what stands before it, as someone would who changed a file on purpose.
fn sealed(mut lines: Vec<String>) -> Vec<String> {
    let mut cursor = ExportCursor::default();
    lines.retain(|line| cursor.take(line) == Ok(false));
    lines.push(cursor.trailer(true));
    lines
}

fn filters() -> Vec<Filter> {
    let at = |second: i64| Some(Timestamp::from_millis(START + second * 1_000));
    let category = |id: &str| Some(id.parse().unwrap());
    vec![
        Filter { category: category("order_updates"), ..Filter::default() },
        Filter { category: category("back_in_stock"), state: Some(State::Withdrawn), ..Filter::default() },
        Filter { state: Some(State::Granted), from: at(5), to: at(12), ..Filter::default() },
        Filter { from: at(7), ..Filter::default() },
        Filter { to: at(9), ..Filter::default() },
        Filter { from: at(4), to: at(10), ..Filter::default() },
        Filter { to: Some(Timestamp::EPOCH), ..Filter::default() },
        Filter { from: at(1_000_000), ..Filter::default() },
    ]
}

/// The numbers of the events that the filter takes, decided from what is stored.
fn taken(desk: &Desk<NativeStore>, filter: &Filter) -> Vec<u64> {
    let takes = |entry: &jatak_ledger::Entry| {
        let outcome = entry.outcome.as_ref().map(|outcome| &outcome.body);
        let everything = entry.private.as_ref().is_some_and(|private| private.body.everything);
        let changed =
            outcome.is_some_and(|outcome| outcome.categories.iter().any(|c| filter.takes_change(&c.id, c.state)));
        let chosen = filter.takes_uncategorised() || changed || (everything && filter.takes_everything());
        chosen && filter.takes_time(entry.leaf.recorded_at)
    };
    let all = desk.engine.events(0, desk.head(), 500).unwrap();
    all.iter().filter(|entry| takes(entry)).map(|entry| entry.leaf.seq).collect()
}

fn seqs(export: &str) -> Vec<u64> {
    let seq = |line: &str| {
        let line: serde_json::Value = serde_json::from_str(line).unwrap();
        (line["line"] == "event").then(|| line["leaf"]["seq"].as_u64().unwrap())
    };
    export.lines().filter_map(seq).collect()
}

#[test]
fn the_database_puts_lines_together_as_they_are_defined() {
    let desk = mixed();
    let export = String::from_utf8(desk.export()).unwrap();
    let mut found = export.split_inclusive('\n').filter(|line| line.contains("\"line\":\"event\""));
    for entry in desk.engine.events(0, desk.head(), 500).unwrap() {
        let private = entry.private.as_ref().map(|part| (part.salt, canonical::to_string(&part.body)));
        let outcome = entry.outcome.as_ref().map(|part| (part.salt, canonical::to_string(&part.body)));
        let evidence = entry.evidence.as_ref().map(|part| (part.salt, canonical::to_string(&part.body)));
        let opened = |part: &'_ Option<([u8; 32], String)>| part.as_ref().map(|(salt, body)| (*salt, body.clone()));
        let parts = [opened(&private), opened(&outcome), opened(&evidence)];
        let [private, outcome, evidence] = &parts;
        let open = OpenedEvent {
            private: private.as_ref().map(|(salt, body)| Opened { salt, body }),
            outcome: outcome.as_ref().map(|(salt, body)| Opened { salt, body }),
            evidence: evidence.as_ref().map(|(salt, body)| Opened { salt, body }),
        };
        assert_eq!(found.next(), Some(event_line(&entry.leaf.canonical(), &open).as_str()));
    }
    assert_eq!(found.next(), None);
}

#[test]
fn every_line_is_in_its_canonical_form() {
    let mut desk = mixed();
    let size = desk.head();
    desk.erase(&[&phone(7)]);
    for filter in [Filter::default()].into_iter().chain(filters()) {
        for line in export(&desk, size, &filter).split_inclusive('\n') {
            let value: serde_json::Value = serde_json::from_str(line).unwrap();
            assert_eq!(canonical::to_string(&value) + "\n", line);
        }
    }
}

#[test]
fn a_filtered_export_holds_what_the_filter_takes_and_each_event_proves_itself() {
    let desk = mixed();
    for filter in filters() {
        let export = export(&desk, desk.head(), &filter);
        assert_eq!(seqs(&export), taken(&desk, &filter), "{filter:?}");
        let report = check(&desk, &export);
        assert_eq!(report.partial.as_ref(), Some(&filter));
        assert_eq!((report.size, report.events), (desk.head(), seqs(&export).len() as u64));
    }
}

#[test]
fn erased_events_in_a_filtered_export_are_excused_by_leaves_that_it_may_not_hold() {
    let mut desk = mixed();
    let size = desk.head();
    desk.erase(&[&phone(2)]);
    // Two people's four events went below the size, one person's two above it.
    let filter = Filter { to: Some(Timestamp::from_millis(START + 24_000)), ..Filter::default() };
    let text = export(&desk, size, &filter);
    assert_eq!(check(&desk, &text).erased, 6);
    assert_eq!(text.lines().filter(|line| line.contains("\"line\":\"erased\"")).count(), 2);
    let without: Vec<_> = lines(&text).into_iter().filter(|line| !line.contains("\"line\":\"erased\"")).collect();
    assert!(matches!(fault(&desk, &sealed(without)).wrong, Wrong::NotErased(_)));
    // Nobody in this one was erased, so no erasure is told.
    let early = Filter { to: Some(Timestamp::from_millis(START + 3_000)), ..Filter::default() };
    assert!(!export(&desk, size, &early).contains("\"line\":\"erased\""));
}

#[test]
fn faults_of_a_filtered_export_have_their_names() {
    let desk = mixed();
    let filter = Filter { category: Some("order_updates".parse().unwrap()), ..Filter::default() };
    let good = lines(&export(&desk, desk.head(), &filter));
    let first = good.iter().position(|line| line.contains("\"line\":\"event\"")).unwrap();
    let seq = |line: &str| seqs(line)[0];

    let mut swapped = good.clone();
    swapped.swap(first, first + 1);
    let (one, two) = (seq(&good[first]), seq(&good[first + 1]));
    assert_eq!(fault(&desk, &sealed(swapped)).wrong, Wrong::Behind { before: two, found: one });

    let mut doubled = good.clone();
    doubled.insert(first, good[first].clone());
    assert_eq!(fault(&desk, &sealed(doubled)).wrong, Wrong::Behind { before: one, found: one });

    let mut other = good.clone();
    let proof = good[first + 1].find(",\"proof\"").unwrap();
    let own = good[first].find(",\"proof\"").unwrap();
    other[first] = format!("{}{}", &good[first][..own], &good[first + 1][proof..]);
    assert!(matches!(fault(&desk, &sealed(other)).wrong, Wrong::Inclusion { seq, .. } if seq == one));

    let mut without = good.clone();
    without[first] = format!("{}}}\n", &good[first][..own]);
    assert!(
        matches!(fault(&desk, &sealed(without)), Fault { wrong: Wrong::Line(_), line } if line == first as u64 + 1)
    );

    let mut fewer = good.clone();
    fewer.remove(first);
    assert!(matches!(fault(&desk, &fewer).wrong, Wrong::Trailer(_)), "what was lost by accident is noticed");

    // Neither kind passes for the other.
    let mut whole = good.clone();
    let from = whole[0].find("\"partial\"").unwrap();
    let to = whole[0].find("\"size\"").unwrap();
    whole[0].replace_range(from..to, "");
    assert!(matches!(fault(&desk, &whole), Fault { wrong: Wrong::Line(_), .. }));
    let mut partial = lines(&String::from_utf8(desk.export()).unwrap());
    let at = partial[0].find("\"size\"").unwrap();
    partial[0].insert_str(at, "\"partial\":{},");
    assert!(matches!(fault(&desk, &sealed(partial)).wrong, Wrong::Line(_)));
    let mut unsaid = good.clone();
    let last = unsaid.len() - 1;
    unsaid[last] = unsaid[last].replace(",\"partial\":true", "");
    assert!(matches!(fault(&desk, &unsaid).wrong, Wrong::Trailer(_)));

    let earlier = Expect { against: Some(desk.engine.checkpoint_at(5).unwrap().unwrap()), ..desk.expect() };
    let fault = Checker::check(good.concat().as_bytes(), earlier).unwrap_err();
    assert_eq!(fault.wrong, Wrong::Incomparable { earlier: 5 });
}

#[test]
fn a_filtered_export_with_a_changed_byte_is_found() {
    let mut desk = mixed();
    let size = desk.head();
    desk.erase(&[&phone(5)]);
    let filter = Filter { from: Some(Timestamp::from_millis(START + 9_000)), ..Filter::default() };
    let good = export(&desk, size, &filter);
    check(&desk, &good);
    for at in (0..good.len()).step_by(41) {
        let mut bytes = good.clone().into_bytes();
        bytes[at] ^= 1 << (at % 8);
        assert!(Checker::check(&bytes, desk.expect()).is_err(), "byte {at}");
    }
}

/// Cuts the export behind its first `kept` lines, lets `meanwhile` happen, and goes on with what the lines count up to.
fn resumed(desk: &Desk<NativeStore>, whole: &str, kept: usize, filter: &Filter) -> String {
    let kept = lines(whole)[..kept].concat();
    let mut cursor = ExportCursor::default();
    for line in kept.split_inclusive('\n') {
        assert_eq!(cursor.take(line), Ok(false));
    }
    let size = serde_json::from_str::<serde_json::Value>(whole.lines().next().unwrap()).unwrap()["size"].as_u64();
    let point = ResumePoint { size: size.unwrap(), cursor };
    let point: ResumePoint = point.to_string().parse().unwrap();
    kept + &rest(desk, desk.engine.resume_export(point, filter.clone()).unwrap().unwrap())
}

#[test]
fn an_export_resumed_behind_any_line_is_the_same_to_the_byte() {
    let mut desk = mixed();
    let size = desk.head();
    desk.erase(&[&phone(8)]);
    desk.yes(&phone(50), &["order_updates"]);
    desk.erase(&[&phone(9)]);
    let mut number = 100;
    for filter in [Filter::default()].into_iter().chain(filters()) {
        let whole = export(&desk, size, &filter);
        for kept in 1..lines(&whole).len() {
            // What is recorded meanwhile is not in it.
            number += 1;
            desk.yes(&phone(number), &["order_updates"]);
            assert_eq!(resumed(&desk, &whole, kept, &filter), whole, "{filter:?} cut behind line {kept}");
        }
    }
}

#[test]
fn an_erasure_between_the_two_halves_leaves_what_an_export_in_one_go_would_have_shown() {
    for kept in [1, 3, 10, 15, 30] {
        // Two ledgers alike: one export stops and goes on, the other is made in one go, its pages before and after.
        let (mut one, mut other) = (many(), many());
        let size = one.head();
        let begun = export(&one, size, &Filter::default());
        let cut = lines(&begun)[..kept].concat();
        one.erase(&[&phone(2), &phone(900)]);
        let resumed = resumed(&one, &begun, kept, &Filter::default());
        check(&one, &resumed);
        assert!(resumed.starts_with(&cut));
        assert!(resumed.contains("\"line\":\"erased\"") && !resumed[cut.len()..].contains(&phone(900)));

        // In one go, with the erasure behind the first page of events.
        let mut export = other.engine.begin_export(size, Filter::default()).unwrap().unwrap();
        let mut text = String::new();
        for page in 0.. {
            if page == 3 {
                other.erase(&[&phone(2), &phone(900)]);
            }
            let Some(page) = other.engine.export_page(&mut export).unwrap() else { break };
            text.push_str(&page);
        }
        let erased = check(&other, &text).erased;
        assert_eq!(erased, 1, "one was written before, one went missing");
        let pages = lines(&text).iter().filter(|line| line.contains("\"line\":\"event\"")).count();
        assert_eq!(pages as u64, size);
        // The same, stopped at the page's end and resumed after the erasure: byte for byte.
        let stopped = text.split_inclusive('\n').take_while(|line| !line.contains("\"seq\":321,\"v\"")).count();
        let other = crate::resumed(&other, &text, stopped, &Filter::default());
        assert_eq!(other, text);
    }
}

/// More events than a page holds.
fn many() -> Desk<NativeStore> {
    let mut desk = Desk::new();
    let request = |number| Request { command: desk.opt_in(&phone(number), &["order_updates"]), idempotency: None };
    let batch: Vec<_> = (0..1_000).map(request).collect();
    desk.commit(&batch);
    desk
}

#[test]
fn a_filtered_export_of_many_pages_is_whole() {
    let mut desk = many();
    desk.no(&phone(7), some(&["order_updates"]));
    for filter in [
        Filter { state: Some(State::Withdrawn), ..Filter::default() },
        Filter { state: Some(State::Granted), ..Filter::default() },
        Filter { to: Some(Timestamp::from_millis(START + 1_000)), ..Filter::default() },
    ] {
        let text = export(&desk, desk.head(), &filter);
        assert_eq!(check(&desk, &text).events, seqs(&text).len() as u64);
    }
    let withdrawn = Filter { state: Some(State::Withdrawn), ..Filter::default() };
    assert_eq!(seqs(&export(&desk, desk.head(), &withdrawn)), [desk.head()]);
}

#[test]
fn notices_published_later_are_not_in_an_export_even_within_the_same_millisecond() {
    let mut desk = Desk::new();
    desk.engine.open_log(None, Timestamp::from_millis(START)).unwrap().unwrap();
    let size = desk.head();
    let before = export(&desk, size, &Filter::default());
    let mut settings = common::settings_json(&common::FOUR);
    settings["name"] = "Nordlys Te".into();
    let settings = jatak_shared::business::Settings::parse(&settings).unwrap();
    let now = Timestamp::from_millis(START);
    assert!(desk.engine.change_settings(&settings, now, &mut desk.random).unwrap().unwrap());
    assert_eq!(export(&desk, size, &Filter::default()), before);
    let after = check(&desk, &export(&desk, desk.head(), &Filter::default()));
    assert_eq!(after.events, desk.head());
}

#[test]
fn what_no_signed_head_covers_is_not_exported() {
    let desk = mixed();
    assert!(desk.engine.begin_export(desk.head() + 1, Filter::default()).unwrap().is_none());
    assert!("1-2-3".parse::<ResumePoint>().is_err());
    let point = format!("9-1-2-0-3-{}", "0".repeat(64));
    assert_eq!(point.parse::<ResumePoint>().unwrap().to_string(), point);
    assert!(format!("9-1-2-0-x-{}", "0".repeat(64)).parse::<ResumePoint>().is_err());
}
