//! Tests of whole files, made from records as the ledger hands them out.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use jatak_ledger::csv::events::Stored;
use jatak_ledger::csv::{self, BYTE_ORDER_MARK};
use jatak_ledger::export::{SubjectRecord, SubjectStates};
use jatak_ledger::{Entry, Head};
use jatak_shared::act::{Assurance, Source};
use jatak_shared::business::{Settings, Slug};
use jatak_shared::canonical;
use jatak_shared::event::{Change, Evidence, Fact, Kind as EventKind, Place};
use jatak_shared::id::{BusinessId, Digest32, EventId, SubjectId};
use jatak_shared::locale::Locale;
use jatak_shared::notice::Notice;
use jatak_shared::random::Random;
use jatak_shared::state::{Moment, Standings, State};
use jatak_shared::subject::Subject;
use jatak_shared::time::Timestamp;
use serde_json::{Value, json};

use super::file::File;
use super::wanted::{Format, Wanted};

struct Counter(u8);

impl Random for Counter {
    fn fill(&mut self, bytes: &mut [u8]) {
        for byte in bytes {
            self.0 = self.0.wrapping_add(1);
            *byte = self.0;
        }
    }
}

const NOON: i64 = 1_795_345_200_000;

fn subject() -> Subject {
    Subject { id: SubjectId::v4([7; 16]), handle: "+4520123456".parse().unwrap() }
}

fn business() -> BusinessId {
    BusinessId::v4([1; 16])
}

fn change(id: &str, state: State) -> Change {
    Change { id: id.parse().unwrap(), state }
}

fn entry(seq: u64, fact: Fact) -> Entry {
    let recorded_at = Timestamp::from_millis(NOON + i64::try_from(seq).unwrap());
    let place = Place { business: business(), seq, recorded_at, previous: None };
    let event = fact.seal(place, &mut Counter(u8::try_from(seq).unwrap()));
    Entry { leaf: event.leaf, private: Some(event.private), outcome: event.outcome, evidence: event.evidence }
}

/// A business that published a notice, a yes to two categories, a stop to everything, and an erased yes.
fn ledger() -> Vec<Entry> {
    let notice = notice();
    let published = Fact {
        notice: Some(notice.id()),
        locale: Some(Locale::Da),
        ..Fact::new(EventKind::NoticePublished, Source::Api)
    };
    let yes = Fact {
        notice: Some(notice.id()),
        subject: Some(subject()),
        assurance: Some(Assurance::Typed),
        locale: Some(Locale::Da),
        categories: vec![change("order_updates", State::Granted), change("relevant_offers", State::Pending)],
        evidence: Evidence {
            page: Some("https://shop.example/;=1+1".into()),
            context: vec!["=sku".into(), "campaign 7".into()],
            ..Evidence::default()
        },
        ..Fact::new(EventKind::OptedIn, Source::Widget)
    };
    let no = Fact {
        subject: Some(subject()),
        assurance: Some(Assurance::Api),
        categories: vec![change("order_updates", State::Withdrawn)],
        everything: true,
        ..Fact::new(EventKind::OptedOut, Source::Api)
    };
    let erased = Entry { private: None, outcome: None, evidence: None, ..entry(4, yes.clone()) };
    vec![entry(1, published), entry(2, yes), entry(3, no), erased]
}

fn notice() -> Notice {
    let settings = json!({
        "name": "Nordlys Kaffe",
        "legal_name": "Nordlys Kaffe ApS",
        "address": "Eksempelgade 1, 1000 København K",
        "contact": "hej@nordlys.example",
        "country": "DK",
        "privacy_url": "https://nordlys.example/privatliv",
        "default_locale": "da",
        "locales": ["da"],
        "origins": [],
        "categories": [
            {"id": "order_updates", "preset": "order_updates"},
            {"id": "relevant_offers", "preset": "relevant_offers"},
        ],
    });
    Notice::compose(&slug(), &Settings::parse(&settings).unwrap(), Locale::Da).unwrap()
}

fn slug() -> Slug {
    "nordlys".parse().unwrap()
}

fn file(query: &str) -> File {
    let pairs: Vec<_> = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
    let as_of = Head { seq: 4, recorded_at: Timestamp::from_millis(NOON + 4) };
    File::new("https://edge.example", slug(), business(), Wanted::read(&pairs).unwrap(), as_of)
}

/// All events as one file, of those that were recorded when they are wanted, as the ledger picks them.
fn events(query: &str) -> Vec<u8> {
    let file = file(query);
    let (wanted, filter) = (file.wanted(), &file.wanted().filter);
    let Format::Csv(delimiter) = wanted.format else { panic!("{query} is not about rows") };
    let mut table = csv::Table::with_capacity(delimiter, 0);
    for entry in ledger().iter().filter(|entry| filter.takes_time(entry.leaf.recorded_at)) {
        stored(entry).add(&mut table, slug().as_str(), filter);
    }
    [file.begin().unwrap(), table.into_bytes()].concat()
}

/// The event as it is read from the database.
fn stored(entry: &Entry) -> Stored {
    let mut told = json!({"leaf": entry.leaf});
    let bodies = [
        ("private", entry.private.as_ref().map(|part| json!(part.body))),
        ("outcome", entry.outcome.as_ref().map(|part| json!(part.body))),
        ("evidence", entry.evidence.as_ref().map(|part| json!(part.body))),
    ];
    for (name, body) in bodies.into_iter().filter_map(|(name, body)| Some((name, body?))) {
        told[name] = body;
    }
    serde_json::from_value(told).unwrap()
}

fn table(bytes: &[u8]) -> Vec<Vec<String>> {
    let text = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap();
    let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(text);
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn lines(bytes: &[u8]) -> Vec<Value> {
    core::str::from_utf8(bytes).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The cells of these columns, row for row.
fn cells<'t>(table: &'t [Vec<String>], columns: &[&str]) -> Vec<Vec<&'t str>> {
    let at = |name: &&str| table[0].iter().position(|column| column == name).unwrap();
    let places: Vec<usize> = columns.iter().map(at).collect();
    table[1..].iter().map(|row| places.iter().map(|place| row[*place].as_str()).collect()).collect()
}

#[test]
fn the_columns_of_events_are_the_ones_promised() {
    let bytes = events("");
    let first = String::from_utf8(bytes).unwrap().lines().next().unwrap().to_owned();
    assert_eq!(
        first,
        "\u{feff}business,event_id,seq,recorded_at,occurred_at,kind,phone,category,state,notice_id,locale,source,\
         assurance,page,context,provenance_source,provenance_claimed_at,provenance_wording,user_id"
    );
}

#[test]
fn an_event_has_a_row_for_each_change_and_one_for_a_stop_of_everything() {
    let table = table(&events(""));
    let told = cells(&table, &["business", "seq", "kind", "phone", "category", "state", "source", "assurance"]);
    let phone = "tel:+4520123456";
    assert_eq!(
        told,
        [
            vec!["nordlys", "1", "notice_published", "", "", "", "api", ""],
            vec!["nordlys", "2", "opted_in", phone, "order_updates", "granted", "widget", "typed"],
            vec!["nordlys", "2", "opted_in", phone, "relevant_offers", "pending", "widget", "typed"],
            vec!["nordlys", "3", "opted_out", phone, "order_updates", "withdrawn", "api", "api"],
            vec!["nordlys", "3", "opted_out", phone, "*", "withdrawn", "api", "api"],
            vec!["nordlys", "4", "opted_in", "", "", "", "", ""],
        ]
    );
    let times = cells(&table, &["recorded_at", "occurred_at"]);
    assert_eq!(times[1], ["2026-11-22T11:00:00.002Z", "2026-11-22T11:00:00.002Z"]);
    assert_eq!(times[5], ["2026-11-22T11:00:00.004Z", ""], "what is erased is empty");
}

#[test]
fn what_a_stranger_wrote_stands_in_its_cell_and_is_no_formula() {
    let table = table(&events(""));
    let told = cells(&table, &["page", "context"]);
    assert_eq!(told[1], [r"https://shop.example/;\=1+1", "\\=sku\ncampaign 7"]);
}

#[test]
fn filters_hold_back_rows_and_a_stop_of_everything_belongs_to_every_category() {
    for (query, wanted) in [
        ("category=order_updates", vec![["2", "order_updates"], ["3", "order_updates"], ["3", "*"]]),
        ("category=relevant_offers", vec![["2", "relevant_offers"], ["3", "*"]]),
        ("state=granted", vec![["2", "order_updates"]]),
        ("category=relevant_offers&state=withdrawn", vec![["3", "*"]]),
        ("from=2026-11-22T11:00:00.003Z", vec![["3", "order_updates"], ["3", "*"], ["4", ""]]),
        ("to=2026-11-22T11:00:00.001Z", vec![["1", ""]]),
        ("from=2026-11-23", vec![]),
    ] {
        let table = table(&events(query));
        assert_eq!(cells(&table, &["seq", "category"]), wanted, "{query}");
    }
}

#[test]
fn a_file_of_lines_says_what_it_is_and_where_it_ends() {
    let file = file("kind=state&format=ndjson&category=order_updates&to=2026-11-30");
    let lines = lines(&[file.begin().unwrap(), file.end().unwrap()].concat());
    let expected = json!({
        "v": 1, "business": "nordlys", "business_id": business(), "kind": "state", "as_of": 4,
        "filter": {"from": null, "to": "2026-11-30T23:59:59.999Z", "category": "order_updates", "state": null},
    });
    assert_eq!(lines[0], expected);
    assert_eq!(*lines.last().unwrap(), json!({"end": true, "count": 0}));
}

#[test]
fn states_are_as_they_stand_with_their_proof() {
    let mut standings = Standings::default();
    let ledger = ledger();
    for entry in &ledger[1..3] {
        let (private, outcome) = (entry.private.as_ref().unwrap(), entry.outcome.as_ref().unwrap());
        standings.apply(entry.leaf.notice, &private.body, &outcome.body);
    }
    let categories = standings.categories.into_iter().collect();
    let stop =
        Some(Moment { at: Timestamp::from_millis(NOON), event: EventId::v7(Timestamp::from_millis(NOON), [0; 10]) });
    let page = [SubjectStates { subject: subject().id, handle: subject().handle, categories, stop }];
    let make = |query: &str| {
        let mut file = file(query);
        let parts = [file.begin().unwrap(), file.states(&page).unwrap(), file.end().unwrap()];
        parts.concat()
    };

    let table = table(&make("kind=state"));
    let columns = ["business", "phone", "category", "state", "since", "event_id", "notice_id", "assurance", "user_id"];
    assert_eq!(table[0], [&columns[..], &["stopped_in_whatsapp"]].concat());
    let (yes, no) = (ledger[1].private.as_ref().unwrap().body.id, ledger[2].private.as_ref().unwrap().body.id);
    let (yes, no, notice) = (yes.to_string(), no.to_string(), notice().id().to_string());
    let (phone, stopped) = ("tel:+4520123456", Timestamp::from_millis(NOON).to_string());
    assert_eq!(
        table[1..],
        [
            [
                "nordlys",
                phone,
                "order_updates",
                "withdrawn",
                "2026-11-22T11:00:00.003Z",
                &no,
                &notice,
                "api",
                "",
                &stopped
            ],
            [
                "nordlys",
                phone,
                "relevant_offers",
                "pending",
                "2026-11-22T11:00:00.002Z",
                &yes,
                &notice,
                "typed",
                "",
                &stopped
            ],
        ]
    );
    let lines = lines(&make("kind=state&format=ndjson&state=pending"));
    assert_eq!(lines.len(), 3);
    assert_eq!((&lines[1]["phone"], lines[1].get("user_id")), (&"+4520123456".into(), None));
    assert_eq!(lines[1]["category"], "relevant_offers");
    assert_eq!((&lines[1]["event_id"], &lines[1]["stopped_in_whatsapp"]), (&yes.into(), &stopped.into()));
}

#[test]
fn a_notice_has_a_row_for_each_category_and_one_line_that_hashes_to_its_id() {
    let page = [(Timestamp::from_millis(NOON), notice())];
    let make = |query: &str| {
        let mut file = file(query);
        [file.begin().unwrap(), file.notices(&page).unwrap(), file.end().unwrap()].concat()
    };
    let table = table(&make("kind=notices"));
    assert_eq!(cells(&table, &["category", "class"]), [["order_updates", "utility"], ["relevant_offers", "marketing"]]);
    assert_eq!(table[0].len(), table[1].len());

    let lines = lines(&make("kind=notices&format=ndjson&category=relevant_offers"));
    assert_eq!(lines.len(), 3);
    let mut text = lines[1]["notice"].clone();
    let id = text.as_object_mut().unwrap().remove("id").unwrap();
    assert_eq!(id, Digest32::of(canonical::to_string(&text).as_bytes()).to_string());
    assert_eq!(lines[1]["published_at"], "2026-11-22T11:00:00.000Z");
}

#[test]
fn every_delimiter_gives_the_same_cells() {
    let commas = table(&events("delimiter=comma"));
    for (name, sign) in [("semicolon", b';'), ("tab", b'\t')] {
        let bytes = events(&format!("delimiter={name}"));
        let mut reader = ::csv::ReaderBuilder::new();
        // Rows that differ in length are an error to this reader.
        let mut reader = reader.has_headers(false).delimiter(sign).from_reader(&bytes[BYTE_ORDER_MARK.len()..]);
        let read: Vec<Vec<String>> =
            reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
        assert_eq!(read, commas, "{name}");
    }
}

/// A change here changes what readers of consent records get: look at the difference, then write the file anew with
/// `JATAK_GOLDEN=write`.
#[test]
fn consent_records_are_those_of_the_golden_file() {
    let ledger = ledger();
    let mut standings = Standings::default();
    for entry in &ledger[1..3] {
        let (private, outcome) = (entry.private.as_ref().unwrap(), entry.outcome.as_ref().unwrap());
        standings.apply(entry.leaf.notice, &private.body, &outcome.body);
    }
    let categories = standings.categories.into_iter().collect();
    let states = SubjectStates { subject: subject().id, handle: subject().handle, categories, stop: None };
    let page = [SubjectRecord { states, events: ledger[1..3].to_vec() }];
    let file = file("kind=state&format=jsonld");
    let parts = [
        file.begin().unwrap(),
        file.noticed(&[(Timestamp::from_millis(NOON), notice())]).unwrap(),
        file.records(&page).unwrap(),
        file.end().unwrap(),
    ];
    let document: Value = serde_json::from_slice(&parts.concat()).unwrap();
    let golden = concat!(env!("CARGO_MANIFEST_DIR"), "/src/export/golden.jsonld");
    if std::env::var_os("JATAK_GOLDEN").is_some() {
        std::fs::write(golden, format!("{document:#}\n")).unwrap();
    }
    // As values: which order serde_json keeps members in depends on who else is built along.
    let golden: Value = serde_json::from_str(&std::fs::read_to_string(golden).unwrap()).unwrap();
    assert_eq!(document, golden);
    assert_eq!(file.name(), "nordlys-state-as-of-4.jsonld");
}
