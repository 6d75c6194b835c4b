//! Events as CSV: the same whatever the pages, as of one number, and never whole where a row cannot be read.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod common;

use std::collections::BTreeSet;

use common::open::Open;
use common::{Desk, START, some};
use jatak_ledger::Entry;
use jatak_ledger::csv::events::{COLUMNS, EVERYTHING};
use jatak_ledger::csv::export::Export;
use jatak_ledger::csv::{BYTE_ORDER_MARK, Delimiter, safe};
use jatak_ledger::store::{Store, StoreError};
use jatak_shared::act::Assurance;
use jatak_shared::decide::{Command, Scope};
use jatak_shared::event::Evidence;
use jatak_shared::proven::Filter;
use jatak_shared::state::State;
use jatak_shared::time::Timestamp;

fn phone(number: u64) -> String {
    format!("+4520{number:06}")
}

/// Acts of several people with words that need care, two of them erased; and the store beneath.
fn mixed() -> (Desk<Open>, Open) {
    let (mut desk, store) = Desk::open();
    for number in 0..12 {
        desk.yes(&phone(number), &["order_updates"]);
        let Command::OptIn(mut yes) = desk.opt_in(&phone(number), &["relevant_offers", "back_in_stock"]) else {
            panic!("no opt-in")
        };
        yes.evidence = Evidence {
            page: Some("https://shop.example/;=1+1".into()),
            context: vec!["=sku".into(), "a \"b\", c".into(), "kaffe & te å".into()],
            ..Evidence::default()
        };
        desk.run(Command::OptIn(yes));
    }
    desk.no(&phone(0), Scope::Everything);
    desk.erase(&[&phone(3), &phone(4)]);
    desk.no(&phone(1), some(&["order_updates"]));
    (desk, store)
}

fn rest<S: Store>(desk: &Desk<S>, mut export: Export) -> Result<Vec<u8>, StoreError> {
    let mut bytes = Vec::new();
    while let Some(page) = desk.engine.csv_page(&mut export)? {
        bytes.extend(page);
    }
    Ok(bytes)
}

fn file<S: Store>(desk: &Desk<S>, filter: &Filter, delimiter: Delimiter) -> Vec<u8> {
    rest(desk, desk.engine.begin_csv(filter.clone(), delimiter).unwrap()).unwrap()
}

/// The rows behind the header, as another program reads them.
fn rows(file: &[u8], delimiter: Delimiter) -> Vec<Vec<String>> {
    let text = file.strip_prefix(BYTE_ORDER_MARK).unwrap();
    let mut reader = csv::ReaderBuilder::new();
    let mut reader = reader.delimiter(delimiter.character() as u8).from_reader(text);
    assert_eq!(reader.headers().unwrap(), &COLUMNS[..]);
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// The rows that an event should have, put together from what the feed tells of it.
fn expected(entry: &Entry) -> Vec<Vec<String>> {
    let part = entry.private.as_ref().map(|private| &private.body);
    let evidence = entry.evidence.as_ref().map(|evidence| &evidence.body);
    let changes = entry.outcome.iter().flat_map(|outcome| &outcome.body.categories);
    let mut effects: Vec<_> = changes.map(|change| (change.id.to_string(), change.state.word())).collect();
    if part.is_some_and(|part| part.everything) {
        effects.push((EVERYTHING.to_owned(), "withdrawn"));
    }
    if effects.is_empty() {
        effects.push((String::new(), ""));
    }
    let row = |(category, state): (String, &str)| {
        vec![
            "nordlys".to_owned(),
            part.map(|part| part.id.to_string()).unwrap_or_default(),
            entry.leaf.seq.to_string(),
            entry.leaf.recorded_at.to_string(),
            part.map(|part| part.occurred_at.to_string()).unwrap_or_default(),
            entry.leaf.kind.word().to_owned(),
            part.and_then(|part| part.phone.as_ref()).map(|phone| format!("tel:{phone}")).unwrap_or_default(),
            category,
            state.to_owned(),
            entry.leaf.notice.map(|notice| notice.to_string()).unwrap_or_default(),
            part.and_then(|part| part.locale).map(|locale| locale.to_string()).unwrap_or_default(),
            part.map(|part| part.source.word()).unwrap_or_default().to_owned(),
            part.and_then(|part| part.assurance).map(Assurance::word).unwrap_or_default().to_owned(),
            evidence.and_then(|evidence| evidence.page.clone()).unwrap_or_default(),
            evidence.map(|evidence| evidence.context.join("\n")).unwrap_or_default(),
            String::new(),
            String::new(),
            String::new(),
            String::new(),
        ]
    };
    let escaped = |row: Vec<String>| row.iter().map(|cell| safe(cell).into_owned()).collect();
    effects.into_iter().map(row).map(escaped).collect()
}

#[test]
fn another_program_reads_what_the_events_say() {
    let (desk, _) = mixed();
    let events = desk.engine.events(0, desk.head(), 500).unwrap();
    let expected: Vec<_> = events.iter().flat_map(expected).collect();
    for delimiter in Delimiter::ALL {
        assert_eq!(rows(&file(&desk, &Filter::default(), delimiter), delimiter), expected, "{delimiter:?}");
    }
    assert!(expected.iter().any(|row| row[14] == "\\=sku\na \"b\", c\nkaffe & te å"), "{expected:?}");
    assert!(expected.iter().any(|row| row[5] == "opted_in" && row[6].is_empty()), "somebody is erased");
}

#[test]
fn a_file_is_the_same_whatever_the_size_of_its_pages() {
    let (desk, _) = mixed();
    let at = |second: i64| Some(Timestamp::from_millis(START + second * 1_000));
    let filters = [
        Filter::default(),
        Filter { from: at(5), to: at(19), ..Filter::default() },
        Filter { category: Some("order_updates".parse().unwrap()), ..Filter::default() },
    ];
    for filter in filters {
        let whole = file(&desk, &filter, Delimiter::Comma);
        for events in [0, 1, 2, 7, 15, 16, 17, 32, 1_000] {
            let export = desk.engine.begin_csv(filter.clone(), Delimiter::Comma).unwrap();
            assert_eq!(rest(&desk, export.in_pages_of(events)).unwrap(), whole, "{filter:?} in pages of {events}");
        }
    }
}

#[test]
fn filters_take_the_rows_that_they_name_and_times_are_taken_to_the_millisecond() {
    let (desk, _) = mixed();
    let all = rows(&file(&desk, &Filter::default(), Delimiter::Comma), Delimiter::Comma);
    let at = |second: i64, millis: i64| Some(Timestamp::from_millis(START + second * 1_000 + millis));
    let category = |id: &str| Some(id.parse().unwrap());
    for filter in [
        Filter { category: category("order_updates"), ..Filter::default() },
        Filter { category: category("back_in_stock"), state: Some(State::Withdrawn), ..Filter::default() },
        Filter { state: Some(State::Granted), from: at(5, 0), to: at(12, 0), ..Filter::default() },
        Filter { from: at(7, 0), ..Filter::default() },
        Filter { from: at(7, 1), to: at(9, -1), ..Filter::default() },
        Filter { from: at(4, 0), to: at(10, 0), ..Filter::default() },
        Filter { to: Some(Timestamp::EPOCH), ..Filter::default() },
        Filter { from: at(1_000_000, 0), ..Filter::default() },
    ] {
        let takes = |row: &&Vec<String>| {
            let (time, category, state) = (row[3].parse().unwrap(), &row[7], &row[8]);
            let category = filter.category.as_ref().is_none_or(|wanted| wanted.as_str() == category || category == "*");
            filter.takes_time(time) && category && filter.state.is_none_or(|wanted| wanted.word() == state)
        };
        let wanted: Vec<_> = all.iter().filter(takes).cloned().collect();
        assert_eq!(rows(&file(&desk, &filter, Delimiter::Tab), Delimiter::Tab), wanted, "{filter:?}");
    }
}

#[test]
fn what_is_written_or_erased_after_the_beginning_is_not_in_the_file() {
    let (mut desk, _) = mixed();
    let mut export = desk.engine.begin_csv(Filter::default(), Delimiter::Comma).unwrap().in_pages_of(4);
    let as_of = desk.head();
    let begun = desk.engine.csv_page(&mut export).unwrap().unwrap();
    desk.yes(&phone(900), &["order_updates"]);
    desk.erase(&[&phone(9)]);
    let file = [begun, rest(&desk, export).unwrap()].concat();
    let rows = rows(&file, Delimiter::Comma);
    assert_eq!(rows.last().unwrap()[2], as_of.to_string());
    assert!(!rows.iter().any(|row| row[6] == format!("tel:{}", phone(900)) || row[6] == format!("tel:{}", phone(9))));
    assert_eq!(rows.iter().map(|row| row[2].as_str()).collect::<BTreeSet<_>>().len() as u64, as_of);
}

#[test]
fn a_row_that_cannot_be_read_ends_the_file_with_an_error() {
    for spoil in [
        "UPDATE private_parts SET body = substr(body, 2) WHERE seq = 20",
        "UPDATE private_parts SET body = replace(body, '+45', '45') WHERE seq = 20",
        "UPDATE private_parts SET body = replace(body, '\"v\":1', '\"v\":1,\"w\":1') WHERE seq = 20",
        "UPDATE private_parts SET body = 'null' WHERE seq = 20",
        "UPDATE private_parts SET body = '' WHERE seq = 20",
        "UPDATE private_parts SET body = body || char(10) || body WHERE seq = 20",
        "UPDATE private_parts SET outcome = replace(outcome, 'granted', 'gran') WHERE seq = 20",
        "UPDATE evidence SET body = '{\"page\":1}' WHERE seq = 20",
        "UPDATE events SET leaf = '{}' WHERE seq = 20",
        "UPDATE events SET leaf = replace(leaf, '\"seq\":20', '\"seq\":21') WHERE seq = 20",
        "UPDATE events SET leaf = replace(leaf, '2026-', '2026') WHERE seq = 20",
        "DELETE FROM events WHERE seq = 20",
        "DELETE FROM events WHERE seq >= 20",
    ] {
        let (desk, store) = mixed();
        let mut export = desk.engine.begin_csv(Filter::default(), Delimiter::Comma).unwrap().in_pages_of(6);
        store.execute(spoil, &[]).unwrap();
        for _ in 0..3 {
            assert!(desk.engine.csv_page(&mut export).unwrap().is_some());
        }
        let Err(fault) = desk.engine.csv_page(&mut export) else { panic!("read in spite of {spoil}") };
        assert!(matches!(fault, StoreError::Corrupt(_)), "{spoil}: {fault}");
        assert!(!fault.to_string().contains("20000"), "a fault tells nobody's number: {fault}");
        // Whoever asks again gets no further.
        assert_eq!(desk.engine.csv_page(&mut export), Err(fault), "{spoil}");
    }
}

#[test]
fn a_ledger_without_what_is_wanted_gives_the_header_alone() {
    let (desk, _) = mixed();
    let never = Filter { to: Some(Timestamp::EPOCH), ..Filter::default() };
    let header = [BYTE_ORDER_MARK, COLUMNS.join(";").as_bytes(), b"\r\n"].concat();
    assert_eq!(file(&desk, &never, Delimiter::Semicolon), header);
}
