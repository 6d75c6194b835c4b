//! Imports: staged, told about, committed all or none, and never against a no.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod common;

use std::cell::Cell;
use std::rc::Rc;
use std::time::Instant;

use common::meta::{moves, resume, stop, text};
use common::{Counter, Desk, key, settings_json, some};
use jatak_ledger::import::{Chunk, Import, ImportRefusal, LINES_A_STEP, LINES_AT_ONCE, Parameters, Status, UNDER_WAY};
use jatak_ledger::native::NativeStore;
use jatak_ledger::store::{Row, Store, StoreError, Value};
use jatak_shared::business::Settings;
use jatak_shared::decide::{Listed, Reason, Scope, Verdict};
use jatak_shared::id::{Digest32, ImportId};
use jatak_shared::import::{Defaults, Field, Format, Read, Reader};
use jatak_shared::time::{DAY, Timestamp};

const HEAD: &str = "phone,categories\n";

fn how(partial: bool) -> Parameters {
    let mut defaults = Defaults::default();
    for (field, text) in
        [(Field::Source, "sign-up sheet"), (Field::ClaimedAt, "2024-05-01"), (Field::Wording, "none kept")]
    {
        defaults.set(field, text).unwrap();
    }
    Parameters { defaults, country: None, format: Format::Csv, partial }
}

fn read(file: &str, how: &Parameters) -> Vec<Read> {
    let number = |text: &str| text.parse().map_err(|_| "not a number".to_owned());
    let mut reader = Reader::new(how.format, how.defaults.clone(), number);
    let mut lines = Vec::new();
    reader.feed(file.as_bytes(), &mut lines).unwrap();
    reader.end(&mut lines).unwrap();
    lines
}

/// What a desk does with imports; each step may fail where the store does.
trait Importing {
    fn upload(&mut self, file: &str, partial: bool, chunk: usize) -> Result<Result<Import, ImportRefusal>, StoreError>;
    fn commit_step(&mut self, id: ImportId) -> Result<Result<Import, ImportRefusal>, StoreError>;
}

impl<S: Store> Importing for Desk<S> {
    fn upload(&mut self, file: &str, partial: bool, chunk: usize) -> Result<Result<Import, ImportRefusal>, StoreError> {
        self.now += 1_000;
        let now = Timestamp::from_millis(self.now);
        let how = how(partial);
        let id = match self.engine.begin_import(&how, now, &mut self.random)? {
            Ok(id) => id,
            Err(refusal) => return Ok(Err(refusal)),
        };
        for (number, lines) in read(file, &how).chunks(chunk).enumerate() {
            let chunk = Chunk::of(number as u64, lines.to_vec()).unwrap().unwrap();
            self.engine.stage_import(id, &chunk)?.unwrap();
        }
        self.engine.finish_import(id, Digest32::of(file.as_bytes()))
    }

    fn commit_step(&mut self, id: ImportId) -> Result<Result<Import, ImportRefusal>, StoreError> {
        self.now += 1_000;
        self.engine.commit_import(id, Timestamp::from_millis(self.now), &mut self.random)
    }
}

impl Import2 for Desk<NativeStore> {}

/// The same where nothing fails.
trait Import2: Importing {
    fn staged(&mut self, file: &str) -> Import {
        self.upload(file, false, 3).unwrap().unwrap()
    }

    fn committed(&mut self, id: ImportId) -> Import {
        let import = self.commit_step(id).unwrap().unwrap();
        assert_eq!(import.status, Status::Committed);
        import
    }
}

fn report(desk: &Desk<NativeStore>, id: ImportId) -> Vec<Listed> {
    let (mut after, mut all) = (0, Vec::new());
    loop {
        let page = desk.engine.import_report(id, after, 2, Timestamp::from_millis(desk.now)).unwrap().unwrap();
        all.extend(page.listed);
        match page.next {
            Some(next) => after = next,
            None => return all,
        }
    }
}

fn told(listed: &[Listed]) -> Vec<(u64, &str, Reason)> {
    listed.iter().map(|one| (one.line, one.category.as_ref().map_or("", |id| id.as_str()), one.reason)).collect()
}

#[test]
fn a_file_is_staged_told_about_and_committed_in_one_transaction_under_one_head() {
    let mut desk = Desk::new();
    desk.yes("+4520000001", &["order_updates"]);
    desk.no("+4520000002", some(&["order_updates"]));
    desk.no("+4520000003", Scope::Everything);
    let file = format!(
        "{HEAD}+4520000001,order_updates;relevant_offers\n+4520000002,order_updates;relevant_offers\n\
         +4520000003,back_in_stock\n+4520000004,order_updates\n+4520000004,order_updates;relevant_offers\n\
         +4520000005,club_news\n"
    );
    let before = desk.head();
    let import = desk.staged(&file);
    assert_eq!((import.status, import.lines, import.faults), (Status::Staged, 6, 0));
    assert_eq!(desk.head(), before, "staging is not in the ledger");
    let expected = [
        (2, "order_updates", Reason::AlreadyGranted),
        (3, "order_updates", Reason::Withdrawn),
        (4, "back_in_stock", Reason::Withdrawn),
        (6, "order_updates", Reason::AlreadyGranted),
        (7, "club_news", Reason::CategoryUnknown),
    ];
    assert_eq!(told(&report(&desk, import.id)), expected, "before the commit");
    let done = desk.committed(import.id);
    assert_eq!(told(&report(&desk, import.id)), expected);
    let tally = done.tally;
    assert_eq!((tally.lines, tally.events, tally.granted), (6, 4, 4));
    assert_eq!((tally.refused, tally.unchanged, tally.faulty), (3, 2, 0));
    assert_eq!((tally.first_seq, tally.last_seq), (Some(before + 1), Some(before + 4)));
    for (phone, category, state) in [
        ("+4520000001", "relevant_offers", "granted"),
        ("+4520000002", "order_updates", "withdrawn"),
        ("+4520000002", "relevant_offers", "granted"),
        ("+4520000003", "back_in_stock", "withdrawn"),
        ("+4520000004", "order_updates", "granted"),
        ("+4520000004", "relevant_offers", "granted"),
        ("+4520000005", "order_updates", "never_asked"),
    ] {
        assert_eq!(desk.state(phone, category), state, "{phone} {category}");
    }
    assert_eq!(desk.engine.signed_head().unwrap().unwrap().size, before + 4);
    assert_eq!(desk.verify().events, before + 4);
}

#[test]
fn a_stop_in_whatsapp_holds_for_marketing_that_the_business_did_not_have_then() {
    const ANN: &str = "+4520000001";
    const BEN: &str = "+4520000002";
    const LATER: &str = "abandoned_cart";
    let mut desk = Desk::new().in_whatsapp("none");
    for who in [ANN, BEN] {
        desk.hear(vec![stop(who, desk.second())]);
    }
    let more = Settings::parse(&settings_json(&["order_updates", "relevant_offers", LATER])).unwrap();
    let now = Timestamp::from_millis(desk.now);
    desk.engine.change_settings(&more, now, &mut desk.random).unwrap().unwrap();
    let import = desk.staged(&format!("{HEAD}{ANN},{LATER};order_updates\n"));
    desk.committed(import.id);
    assert_eq!(told(&report(&desk, import.id)), [(2, LATER, Reason::Withdrawn)]);
    assert_eq!(desk.state(ANN, "order_updates"), "granted", "it is no marketing");
    desk.now += 1_000;
    desk.yes(BEN, &[LATER]);
    assert_eq!(desk.state(BEN, LATER), "pending");
    desk.now += 1_000;
    for who in [ANN, BEN] {
        desk.hear(vec![resume(who, desk.second())]);
    }
    assert_eq!(desk.state(ANN, LATER), "never_asked");
    assert_eq!(desk.state(BEN, LATER), "pending", "resuming makes no consent");
    desk.verify();
}

#[test]
fn imported_consent_is_marked_in_the_event_and_where_it_stands() {
    let mut desk = Desk::new();
    let import = desk.staged(&format!("{HEAD}+4520000001,order_updates\n"));
    desk.committed(import.id);
    let entry = desk.engine.events(desk.head() - 1, desk.head(), 1).unwrap().remove(0);
    assert_eq!((entry.leaf.kind.word(), entry.leaf.notice), ("imported", None));
    let part = entry.private.unwrap().body;
    assert_eq!((part.source.word(), part.assurance.unwrap().word()), ("import", "imported"));
    let provenance = part.provenance.unwrap();
    assert_eq!(
        (provenance.source.as_str(), provenance.claimed_at.to_string().as_str()),
        ("sign-up sheet", "2024-05-01")
    );
    let looked = desk.engine.lookup(&"+4520000001".parse().unwrap()).unwrap();
    let standing = looked.categories[0].standing.as_ref().unwrap();
    assert_eq!((standing.assurance.word(), standing.notice, standing.terms), ("imported", None, Some(desk.notice())));
    assert!(desk.engine.receipt(part.id).unwrap().is_none(), "nobody submitted anything");
    let choices = desk.engine.choices(looked.subject.unwrap(), None).unwrap().unwrap();
    assert_eq!(choices.categories[0].imported, Some(provenance));
    assert_eq!(choices.categories[1].imported, None);
}

#[test]
fn an_imported_yes_is_held_to_the_terms_of_its_day_and_a_removed_category_can_be_taken_back() {
    let mut desk = Desk::new();
    let import = desk.staged(&format!("{HEAD}+4520000001,order_updates;relevant_offers\n"));
    desk.committed(import.id);
    let subject = desk.engine.lookup(&"+4520000001".parse().unwrap()).unwrap().subject.unwrap();
    let mut looser = settings_json(&["relevant_offers"]);
    looser["categories"][0]["cap"] = serde_json::json!({"max": 900, "per": "day"});
    let looser = Settings::parse(&looser).unwrap();
    desk.engine.change_settings(&looser, Timestamp::from_millis(desk.now + 1), &mut Counter(7)).unwrap().unwrap();
    let choices = desk.engine.choices(subject, None).unwrap().unwrap().categories;
    assert_ne!(choices[0].category.cap().unwrap().max(), 900);
    assert_eq!(choices[1].category.id().as_str(), "order_updates");
    assert!(!choices[1].offered);
    desk.choose(subject, &[("order_updates", true), ("relevant_offers", true)], &[]);
    assert_eq!(desk.state("+4520000001", "order_updates"), "withdrawn");
}

#[test]
fn the_same_file_again_adds_nothing_and_is_answered_alike_at_every_stage() {
    let mut desk = Desk::new();
    let file = format!("{HEAD}+4520000001,order_updates\n+4520000002,order_updates\n");
    let first = desk.staged(&file);
    assert_eq!(desk.staged(&file), first);
    assert_eq!(desk.upload(&file, true, 9).unwrap().unwrap().status, Status::Staged, "read otherwise it is another");
    let done = desk.committed(first.id);
    let head = desk.head();
    assert_eq!(desk.committed(first.id), done);
    assert_eq!(desk.staged(&file), done);
    assert_eq!(desk.head(), head);
}

#[test]
fn a_faulty_line_holds_back_a_file_that_is_all_or_none_and_is_skipped_in_one_that_is_not() {
    let mut desk = Desk::new();
    let file = format!("{HEAD}+4520000001,order_updates\nnonsense,order_updates\n+4520000003,order_updates\n");
    let import = desk.staged(&file);
    let head = desk.head();
    assert_eq!(desk.commit_step(import.id).unwrap(), Err(ImportRefusal::Faulty(1)));
    assert_eq!(desk.head(), head);
    let listed = report(&desk, import.id);
    assert_eq!((listed[0].line, listed[0].outcome, listed[0].field.as_deref()), (3, Verdict::Faulty, Some("phone")));
    let import = desk.upload(&file, true, 9).unwrap().unwrap();
    let done = desk.committed(import.id);
    assert_eq!((done.tally.events, done.tally.faulty), (2, 1));
}

#[test]
fn what_is_deleted_expired_or_still_arriving_is_not_there() {
    let mut desk = Desk::new();
    let import = desk.staged(&format!("{HEAD}+4520000001,order_updates\n"));
    let now = Timestamp::from_millis(desk.now);
    assert_eq!(desk.engine.find_import(import.id, now).unwrap(), Some(import.clone()));
    assert_eq!(desk.engine.find_import(import.id, now.plus_millis(DAY)).unwrap(), None);
    assert_eq!(desk.engine.delete_import(import.id).unwrap(), Ok(()));
    assert_eq!(desk.engine.delete_import(import.id).unwrap(), Err(ImportRefusal::NotFound));
    assert_eq!(desk.commit_step(import.id).unwrap(), Err(ImportRefusal::NotFound));
    let arriving = desk.engine.begin_import(&how(false), now, &mut Counter(5)).unwrap().unwrap();
    assert_eq!(desk.engine.find_import(arriving, now).unwrap(), None);
    assert_eq!(desk.commit_step(arriving).unwrap(), Err(ImportRefusal::NotFound));
    assert_eq!(desk.engine.finish_import(arriving, key("x")).unwrap(), Err(ImportRefusal::Empty));
}

#[test]
fn so_many_imports_may_be_under_way_and_a_day_later_they_are_gone() {
    let mut desk = Desk::new();
    for number in 0..UNDER_WAY {
        desk.upload(&format!("{HEAD}+4520{number:06},order_updates\n"), false, 9).unwrap().unwrap();
    }
    let file = format!("{HEAD}+4530000001,order_updates\n");
    assert_eq!(desk.upload(&file, false, 9).unwrap(), Err(ImportRefusal::TooMany));
    desk.now += DAY;
    desk.upload(&file, false, 9).unwrap().unwrap();
}

#[test]
fn a_number_that_somebody_erased_after_a_no_moved_to_is_refused_as_suppressed() {
    let mut desk = Desk::new().in_whatsapp("none");
    desk.hear(vec![text("+4520123456", desk.second(), "STOP")]);
    desk.erase(&["+4520123456"]);
    desk.hear(vec![moves("+4520123456", desk.second(), "+5511987654321")]);
    let file = format!("{HEAD}+5511987654321,order_updates\n+551187654321,order_updates\n");
    let import = desk.staged(&file);
    let refused = [(2, "order_updates", Reason::Suppressed), (3, "order_updates", Reason::Suppressed)];
    assert_eq!(told(&report(&desk, import.id)), refused);
}

#[test]
fn the_erased_and_the_suppressed_are_refused_by_line() {
    let mut desk = Desk::new();
    desk.yes("+4520000001", &["order_updates"]);
    desk.no("+4520000001", Scope::Everything);
    desk.erase(&["+4520000001"]);
    let import = desk.staged(&format!("{HEAD}+4520000001,order_updates\n+4520000002,order_updates\n"));
    assert_eq!(told(&report(&desk, import.id)), [(2, "order_updates", Reason::Suppressed)]);
    let done = desk.committed(import.id);
    assert_eq!((done.tally.events, done.tally.refused), (1, 1));
    assert_eq!(desk.state("+4520000001", "order_updates"), "never_asked");
    assert_eq!(desk.verify().events, desk.head());
}

#[test]
fn an_erasure_reaches_staged_lines_of_people_known_and_unknown() {
    let mut desk = Desk::new();
    desk.yes("+4520000001", &["order_updates"]);
    let file = format!("{HEAD}+4520000001,relevant_offers\n+4520000002,order_updates\n+4520000003,order_updates\n");
    let import = desk.staged(&file);
    desk.erase(&["+4520000001", "+4520000002"]);
    assert_eq!(told(&report(&desk, import.id)), [(2, "", Reason::Erased), (3, "", Reason::Erased)]);
    let done = desk.committed(import.id);
    assert_eq!((done.tally.events, done.tally.refused), (1, 2));
    assert_eq!(desk.state("+4520000001", "relevant_offers"), "never_asked");
    assert_eq!(desk.state("+4520000002", "order_updates"), "never_asked");
    assert_eq!(desk.staged(&file), done, "the same file does not bring them back");
    assert_eq!(desk.verify().events, desk.head());
}

#[test]
fn a_large_file_goes_in_steps_and_every_event_is_in_the_log() {
    let mut desk = Desk::new();
    let lines: Vec<_> = (0..LINES_A_STEP + 10).map(|n| format!("+4520{n:06},order_updates\n")).collect();
    let lines = lines.concat();
    let import = desk.upload(&format!("{HEAD}{lines}"), true, 1_000).unwrap().unwrap();
    let before = desk.head();
    let part = desk.commit_step(import.id).unwrap().unwrap();
    assert_eq!((part.status, part.tally.events), (Status::Committing, LINES_A_STEP));
    desk.no("+4520005003", some(&["order_updates"]));
    let done = desk.committed(import.id);
    assert_eq!((done.tally.events, done.tally.refused), (LINES_A_STEP + 9, 1));
    assert_eq!(desk.head(), before + LINES_A_STEP + 10, "the no among them");
    assert_eq!(desk.verify().events, desk.head());
    let phones: Vec<u64> = vec![0, 999, 1_000, 5_009];
    for n in phones {
        assert_eq!(desk.state(&format!("+4520{n:06}"), "order_updates"), "granted", "{n}");
    }
}

#[test]
fn more_lines_than_one_transaction_takes_are_refused_unless_partial() {
    let mut desk = Desk::new();
    let lines: Vec<_> = (0..=LINES_AT_ONCE).map(|n| format!("+4520{n:06},order_updates\n")).collect();
    let lines = lines.concat();
    let file = format!("{HEAD}{lines}");
    assert_eq!(desk.upload(&file, false, 1_000).unwrap(), Err(ImportRefusal::TooLong(LINES_AT_ONCE + 1)));
    assert_eq!(desk.upload(&file, true, 1_000).unwrap().unwrap().lines, LINES_AT_ONCE + 1);
}

#[test]
fn lines_about_one_person_do_not_push_the_clock_ahead() {
    let mut desk = Desk::new();
    let four = ["order_updates", "relevant_offers", "product_recommendations", "back_in_stock"];
    let lines: String = (0..500).flat_map(|n| four.map(|id| format!("+4520{n:06},{id}\n"))).collect();
    let import = desk.upload(&format!("{HEAD}{lines}"), false, 1_000).unwrap().unwrap();
    let done = desk.committed(import.id);
    assert_eq!(done.tally.events, 2_000);
    assert_eq!(desk.engine.head().unwrap().recorded_at.millis(), desk.now);
    desk.no("+4520000000", Scope::Everything);
    assert_eq!(desk.state("+4520000000", "order_updates"), "withdrawn");
}

/// How long a native commit of the most lines takes; run with `--ignored --nocapture`.
#[test]
#[ignore = "a measurement"]
fn fifty_thousand_lines_at_once() {
    let path = std::env::temp_dir().join(format!("jatak-import-{}.sqlite", std::process::id()));
    let mut desk = Desk::on(NativeStore::open(&path).unwrap());
    let lines: Vec<_> = (0..LINES_AT_ONCE).map(|n| format!("+4520{n:06},order_updates;relevant_offers\n")).collect();
    let lines = lines.concat();
    #[expect(clippy::disallowed_methods, reason = "a measurement")]
    let (started, now) = (Instant::now(), Instant::now);
    let import = desk.upload(&format!("{HEAD}{lines}"), false, 1_000).unwrap().unwrap();
    let staged = now();
    desk.committed(import.id);
    println!("staged in {:?}, committed in {:?}", staged - started, now() - staged);
    std::fs::remove_file(path).unwrap();
}

/// A real SQLite of which one statement fails, before or after it was carried out.
struct Failing {
    inner: NativeStore,
    left: Rc<Cell<i64>>,
    after: bool,
    /// How many more transactions are heard of before one is committed and said to have failed; negative means all.
    heard: Rc<Cell<i64>>,
}

impl Failing {
    fn step<T>(&self, work: impl FnOnce() -> Result<T, StoreError>) -> Result<T, StoreError> {
        let left = self.left.get();
        self.left.set(left - 1);
        if left != 0 {
            return work();
        }
        if self.after {
            work()?;
        }
        Err(StoreError::Failed("the disk is on fire".into()))
    }
}

impl Store for Failing {
    fn execute(&self, sql: &str, parameters: &[Value]) -> Result<(), StoreError> {
        self.step(|| self.inner.execute(sql, parameters))
    }

    fn query(&self, sql: &str, parameters: &[Value]) -> Result<Vec<Row>, StoreError> {
        self.step(|| self.inner.query(sql, parameters))
    }

    fn transaction(&self, work: &mut dyn FnMut() -> Result<(), StoreError>) -> Result<(), StoreError> {
        self.inner.transaction(work)?;
        let heard = self.heard.get();
        self.heard.set(heard - 1);
        if heard == 0 { Err(StoreError::Failed("nobody heard the answer".into())) } else { Ok(()) }
    }
}

/// A store none of whose steps fails yet, and the two counters that make one fail.
fn failing(after: bool) -> (Desk<Failing>, Rc<Cell<i64>>, Rc<Cell<i64>>) {
    let (left, heard) = (Rc::new(Cell::new(-1)), Rc::new(Cell::new(-1)));
    let inner = NativeStore::in_memory().unwrap();
    let store = Failing { inner, left: Rc::clone(&left), after, heard: Rc::clone(&heard) };
    (Desk::on(store), left, heard)
}

/// Fails every statement in turn, from the upload to the last commit, and sees each time that the ledger is whole, that
/// of a file which is all or none nothing stands before all of it does, and that trying again ends the same.
fn at_every_step(after: bool) {
    for step in 0.. {
        let (mut desk, left, _) = failing(after);
        if !fails_once(&mut desk, &left, step) {
            assert!(step > 15, "the import had only {step} statements");
            return;
        }
    }
}

/// Lets `counter` fail something after so many steps, and says whether the import came to it.
fn fails_once(desk: &mut Desk<Failing>, counter: &Cell<i64>, step: i64) -> bool {
    let file = format!("{HEAD}+4520000002,order_updates\n+4520000001,relevant_offers\n+4520000003,order_updates\n");
    desk.yes("+4520000001", &["order_updates"]);
    let head = desk.head();
    counter.set(step);
    let outcome = desk.upload(&file, false, 2).and_then(|import| desk.commit_step(import.unwrap().id));
    let reached = counter.replace(-1) < 0;
    assert_eq!(outcome.is_err(), reached, "step {step}");
    let stands = desk.head() - head;
    // What fails after the commit leaves all of it.
    assert!(stands == 0 || stands == 3, "step {step}: {stands} events");
    assert_eq!(desk.verify().events, desk.head(), "step {step}");
    let import = desk.upload(&file, false, 2).unwrap().unwrap();
    let done = desk.commit_step(import.id).unwrap().unwrap();
    assert_eq!((done.status, done.tally.events), (Status::Committed, 3), "step {step}");
    assert_eq!(desk.head(), head + 3, "step {step}");
    assert_eq!(desk.state("+4520000002", "order_updates"), "granted", "step {step}");
    assert_eq!(desk.verify().events, desk.head(), "step {step}");
    reached
}

#[test]
fn an_import_that_fails_at_any_statement_stands_whole_or_not_at_all() {
    at_every_step(false);
    at_every_step(true);
}

#[test]
fn an_import_whose_writes_stand_unheard_is_found_by_its_file_and_adds_nothing_again() {
    for step in 0.. {
        let (mut desk, _, heard) = failing(false);
        if !fails_once(&mut desk, &heard, step) {
            assert_eq!(step, 5, "begin, two chunks, finish, commit");
            return;
        }
    }
}
