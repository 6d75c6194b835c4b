//! Access: the file of a person holds everything about them and nothing about anybody else.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod common;

use common::{Desk, key, recorded, some};
use jatak_ledger::access::FILE_PAGE;
use jatak_ledger::batch::Request;
use jatak_ledger::import::{Chunk, Parameters};
use jatak_shared::decide::Scope;
use jatak_shared::import::{Defaults, Format, Reader};
use jatak_shared::state::State;
use jatak_shared::time::Timestamp;

const ANN: &str = "+4520123456";
const BEN: &str = "+4520123457";

#[test]
fn the_file_of_a_person_holds_every_event_of_theirs_whole_and_nobody_elses() {
    let mut desk = Desk::new();
    let request = Request { command: desk.opt_in(ANN, &["order_updates"]), idempotency: Some(key("k")) };
    let first = recorded(desk.commit(&[request]).remove(0));
    desk.yes(BEN, &["order_updates"]);
    let second = desk.no(ANN, Scope::Everything);
    let file = desk.engine.person(&ANN.parse().unwrap(), 0).unwrap();
    assert_eq!(file.subject, Some(first.subject));
    assert_eq!(file.events.iter().map(|event| event.leaf.seq).collect::<Vec<_>>(), [first.seq, second.seq]);
    for event in &file.events {
        let private = event.private.as_ref().unwrap();
        assert_eq!(event.leaf.commit, private.commitment(), "each can be checked against its leaf");
        assert_eq!(private.body.outcome, event.outcome.as_ref().map(jatak_shared::event::Committed::commitment));
        assert_eq!(private.body.evidence, event.evidence.as_ref().map(jatak_shared::event::Committed::commitment));
    }
    assert!(file.events[0].evidence.is_some(), "the page is part of it");
    assert_eq!(file.standings[&"order_updates".parse().unwrap()].state, State::Withdrawn);
    assert!(file.objection.is_some());
    assert_eq!((file.idempotency_keys, file.suppressed_since, file.next_after), (1, None, None));
}

#[test]
fn a_long_file_comes_in_pages() {
    let mut desk = Desk::new();
    let many = usize::try_from(FILE_PAGE).unwrap() + 5;
    for _ in 0..many {
        desk.no(ANN, some(&["order_updates"]));
    }
    let phone = ANN.parse().unwrap();
    let first = desk.engine.person(&phone, 0).unwrap();
    let second = desk.engine.person(&phone, first.next_after.unwrap()).unwrap();
    assert_eq!((first.events.len(), second.events.len()), (many - 5, 5));
    assert_eq!(second.next_after, None);
    let seqs: Vec<u64> = first.events.iter().chain(&second.events).map(|event| event.leaf.seq).collect();
    assert!(seqs.is_sorted_by(|a, b| a < b));
}

#[test]
fn of_someone_erased_the_file_shows_the_suppression_and_nothing_else() {
    let mut desk = Desk::new();
    desk.no(ANN, Scope::Everything);
    desk.erase(&[ANN]);
    let file = desk.engine.person(&ANN.parse().unwrap(), 0).unwrap();
    assert!(file.suppressed_since.is_some());
    assert_eq!((file.subject, file.events.len(), file.idempotency_keys), (None, 0, 0));
    assert!(file.standings.is_empty() && file.objection.is_none());
    let stranger = desk.engine.person(&BEN.parse().unwrap(), 0).unwrap();
    assert_eq!((stranger.subject, stranger.suppressed_since), (None, None));
}

#[test]
fn lines_of_staged_imports_are_part_of_the_file_until_they_are_erased() {
    let mut desk = Desk::new();
    let how = Parameters { defaults: Defaults::default(), country: None, format: Format::Csv, partial: false };
    let number = |text: &str| text.parse().map_err(|_| "not a number".to_owned());
    let mut reader = Reader::new(how.format, how.defaults.clone(), number);
    let mut lines = Vec::new();
    let file = format!(
        "phone,categories,source,claimed_at,wording\n{BEN},order_updates,till,2024-05-01,none kept\n\
         {ANN},order_updates,till,2024-05-02,none kept\n"
    );
    reader.feed(file.as_bytes(), &mut lines).unwrap();
    reader.end(&mut lines).unwrap();
    let now = Timestamp::from_millis(desk.now);
    let import = desk.engine.begin_import(&how, now, &mut desk.random).unwrap().unwrap();
    desk.engine.stage_import(import, &Chunk::of(0, lines).unwrap().unwrap()).unwrap().unwrap();
    let ann = ANN.parse().unwrap();
    let file = desk.engine.person(&ann, 0).unwrap();
    let staged: Vec<_> = file.staged.iter().map(|(id, number, line)| (*id, *number, line.phone.to_string())).collect();
    assert_eq!(staged, [(import, 3, ANN.to_owned())], "the header is the first line");
    assert_eq!((file.staged_lines, file.subject), (1, None), "nobody until the import is committed");
    let erasure = desk.erase(&[ANN]);
    assert_eq!((erasure.staged, erasure.people), (1, 0));
    assert!(desk.engine.person(&ann, 0).unwrap().staged.is_empty());
    assert_eq!(desk.engine.person(&BEN.parse().unwrap(), 0).unwrap().staged_lines, 1);
}
