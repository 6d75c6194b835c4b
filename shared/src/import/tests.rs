//! Lines read back as they were printed, in pieces of any size, and whatever else is read is named by its line.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use proptest::prelude::*;

use super::*;
use crate::canonical;
use crate::id::NoticeId;
use crate::phone::E164;

fn number(text: &str) -> Result<E164, String> {
    text.parse().map_err(|_| "not a number".to_owned())
}

/// What the reader makes of this file, given in pieces of `piece` bytes.
fn read(format: Format, file: &[u8], defaults: &Defaults, piece: usize) -> Result<Vec<Read>, FileFault> {
    let mut reader = Reader::new(format, defaults.clone(), number);
    let mut lines = Vec::new();
    for bytes in file.chunks(piece) {
        reader.feed(bytes, &mut lines)?;
    }
    reader.end(&mut lines)?;
    Ok(lines)
}

fn csv(file: &str) -> Vec<Read> {
    read(Format::Csv, file.as_bytes(), &defaults(), 7).unwrap()
}

fn ndjson(file: &str) -> Vec<Read> {
    read(Format::Ndjson, file.as_bytes(), &defaults(), 7).unwrap()
}

/// Everything said for the whole file.
fn defaults() -> Defaults {
    let mut defaults = Defaults::default();
    for (field, text) in [
        (Field::Categories, "order_updates"),
        (Field::Source, "till"),
        (Field::ClaimedAt, "2024-05-01"),
        (Field::Wording, "none kept"),
    ] {
        defaults.set(field, text).unwrap();
    }
    defaults
}

fn faults(lines: &[Read]) -> Vec<(u64, String)> {
    lines.iter().filter_map(|read| Some((read.number, read.line.as_ref().err()?.field.clone()))).collect()
}

fn text() -> impl Strategy<Value = String> {
    let sign = prop::sample::select("ab 1æ\",;\n\r\t'|\\{}:☕".chars().collect::<Vec<_>>());
    let text = prop::collection::vec(sign, 1..40).prop_map(String::from_iter);
    text.prop_filter_map("somebody could read it", |text| crate::text::line(&text, 120).ok())
}

fn line() -> impl Strategy<Value = Line> {
    let id = "[a-z][a-z0-9_]{1,39}".prop_map(|id| id.parse::<crate::category::CategoryId>().unwrap());
    let ids = prop::collection::btree_set(id, 1..5).prop_map(|ids| ids.into_iter().collect::<Vec<_>>());
    let claimed = prop_oneof!["20[0-2][0-9]-0[1-9]-[0-2][1-8]", "20[0-2][0-9]-0[1-9]-[0-2][1-8]T1[0-9]:00:00Z"];
    let wording = prop_oneof![text(), Just(Wording::NONE_KEPT.to_owned())];
    let says = (prop::option::of(ids), prop::option::of(text()), prop::option::of(claimed), prop::option::of(wording));
    ("\\+[1-9][0-9]{6,14}", says).prop_map(|(phone, (categories, source, claimed_at, wording))| Line {
        phone: phone.parse().unwrap(),
        says: Defaults {
            categories,
            source,
            claimed_at: claimed_at.map(|text| text.parse().unwrap()),
            wording: wording.map(|text| text.parse().unwrap()),
        },
    })
}

/// A file of these lines in CSV, with these columns, as another program writes it.
fn printed(lines: &[Line], columns: &[Field], delimiter: u8) -> Vec<u8> {
    let mut writer = ::csv::WriterBuilder::new().delimiter(delimiter).from_writer(Vec::new());
    writer.write_record(columns.iter().map(|field| field.word())).unwrap();
    for line in lines {
        let fields = line.fields();
        let cell = |column| fields.iter().find(|(field, _)| field == column).map_or("", |(_, text)| text);
        writer.write_record(columns.iter().map(cell)).unwrap();
    }
    writer.into_inner().unwrap()
}

proptest! {
    #[test]
    fn a_line_reads_back_as_itself_from_csv(
        lines in prop::collection::vec(line(), 0..6),
        columns in Just(Field::ALL.to_vec()).prop_shuffle(),
        delimiter in prop::sample::select(vec![b',', b';', b'\t']),
        piece in 1_usize..200,
    ) {
        let file = printed(&lines, &columns, delimiter);
        let found = read(Format::Csv, &file, &defaults(), piece).unwrap();
        let found: Vec<Line> = found.into_iter().map(|read| read.line.unwrap()).collect();
        prop_assert_eq!(found, lines);
    }

    #[test]
    fn a_line_reads_back_as_itself_from_ndjson(lines in prop::collection::vec(line(), 0..6), piece in 1_usize..200) {
        let file: String = lines.iter().map(|line| line.to_ndjson() + "\n").collect();
        let found = read(Format::Ndjson, file.as_bytes(), &defaults(), piece).unwrap();
        let numbers: Vec<u64> = found.iter().map(|read| read.number).collect();
        prop_assert_eq!(numbers, (1..=lines.len() as u64).collect::<Vec<_>>());
        let found: Vec<Line> = found.into_iter().map(|read| read.line.unwrap()).collect();
        prop_assert_eq!(found, lines);
    }

    #[test]
    fn no_bytes_make_reading_panic_and_pieces_make_no_difference(
        file in prop::collection::vec(prop_oneof![any::<u8>(), prop::sample::select(b"\"\n\r,;{}a".to_vec())], 0..300),
        piece in 1_usize..50,
        csv: bool,
    ) {
        let format = if csv { Format::Csv } else { Format::Ndjson };
        let mut file = file;
        if csv {
            file.splice(0..0, *b"phone,source\n");
        }
        prop_assert_eq!(read(format, &file, &defaults(), piece), read(format, &file, &defaults(), 4096));
    }

    #[test]
    fn what_is_stored_of_a_line_reads_back_as_itself(line in line()) {
        let stored = serde_json::to_string(&line).unwrap();
        prop_assert_eq!(serde_json::from_str::<Line>(&stored).unwrap(), line);
    }
}

#[test]
fn provenance_format_unchanged() {
    let provenance = Provenance {
        claimed_at: "2024-05-01".parse().unwrap(),
        source: "sign-up sheet".into(),
        terms: NoticeId::of("notice"),
        wording: Wording::NoneKept,
    };
    let text = "{\"claimed_at\":\"2024-05-01\",\"source\":\"sign-up sheet\",\
                \"terms\":\"9368a7d21e018f64ae3327d2f25cd4d7693b2d85328e4bb680bcfcbd4c26b90e\",\"wording\":\"none kept\"}";
    assert_eq!(canonical::to_string(&provenance), text);
    assert_eq!(serde_json::from_str::<Provenance>(text).unwrap(), provenance);
}

#[test]
fn a_claimed_day_stays_a_day_and_a_moment_becomes_utc() {
    let shown = |text: &str| text.parse::<ClaimedAt>().map(|claimed| claimed.to_string());
    assert_eq!(shown("2024-05-01").unwrap(), "2024-05-01");
    assert_eq!(shown("2024-05-01T12:00:00+02:00").unwrap(), "2024-05-01T10:00:00.000Z");
    for text in ["", "2024", "2024-13-01", "01-05-2024", "yesterday", "1969-12-31"] {
        assert!(shown(text).is_err(), "{text}");
    }
}

#[test]
fn a_line_is_named_by_the_line_it_begins_on() {
    let file = "phone;source\r\n\r\n+4520000001;\"till\r\nnumber 2\"\r\nx;till\r\n\r\n\r\ny;till";
    let found = csv(file);
    assert_eq!(found.iter().map(|read| read.number).collect::<Vec<_>>(), [3, 5, 8]);
    assert_eq!(found[0].line.as_ref().unwrap().says.source.as_deref(), Some("till number 2"));
    assert_eq!(faults(&found), [(5, "phone".into()), (8, "phone".into())]);
    let found = ndjson("\n{\"phone\":\"+4520000001\"}\n\n{\"phone\":1}\n");
    assert_eq!(faults(&found), [(4, "phone".into())]);
    assert_eq!(found[0].number, 2);
}

#[test]
fn a_first_line_that_names_no_known_columns_is_refused_by_name() {
    for (file, field) in [
        ("phone,e-mail\n", "e-mail"),
        ("phone,phone\n", "phone"),
        ("source,wording\n", "phone"),
        ("+4520000001,order_updates\n", "line"),
        ("", "line"),
        ("\n\n", "line"),
    ] {
        let fault = read(Format::Csv, file.as_bytes(), &defaults(), 5).unwrap_err();
        assert_eq!(fault.field, field, "{file:?}: {}", fault.rule);
    }
}

#[test]
fn whatever_a_line_lacks_or_says_wrongly_is_named() {
    let bare = |file: &str| {
        let found = read(Format::Ndjson, file.as_bytes(), &Defaults::default(), 64).unwrap();
        found[0].line.clone().unwrap_err().field
    };
    let whole = "\"phone\":\"+4520000001\",\"categories\":\"a1\",\"source\":\"s\",\"claimed_at\":\"2024-01-01\"";
    assert_eq!(bare(&format!("{{{whole}}}")), "wording");
    for (line, field) in [
        ("{\"phone\":\"+4520000001\",\"e-mail\":\"x\"}", "e-mail"),
        ("{\"phone\":\"+4520000001\",\"categories\":[]}", "categories"),
        ("{\"phone\":\"+4520000001\",\"categories\":[1]}", "categories"),
        ("{\"phone\":\"+4520000001\",\"categories\":\"a1;a1\"}", "categories"),
        ("{\"phone\":\"+4520000001\",\"categories\":\"Order updates\"}", "categories"),
        ("{\"phone\":\"+4520000001\",\"claimed_at\":\"soon\"}", "claimed_at"),
        ("{\"phone\":\"+4520000001\",\"source\":\"…\"}", "source"),
        ("{\"phone\":\"\"}", "phone"),
        ("{}", "phone"),
        ("[]", "line"),
        ("{", "line"),
    ] {
        assert_eq!(faults(&ndjson(line)), [(1, field.to_owned())], "{line}");
    }
    assert_eq!(faults(&csv("phone,source\n+4520000001\n+4520000001,a,b\n")), [(2, "line".into()), (3, "line".into())]);
    let latin = [&b"phone,source\n+4520000001,K\xf8benhavn\n"[..], b"+4520000002,till\n"].concat();
    assert_eq!(faults(&read(Format::Csv, &latin, &defaults(), 3).unwrap()), [(2, "line".into())]);
}

#[test]
fn a_line_without_end_takes_no_memory_and_the_next_one_is_read() {
    let long = "x".repeat(10 * MAX_LINE);
    let found = ndjson(&format!("{long}\n{{\"phone\":\"+4520000001\"}}\n"));
    assert_eq!(faults(&found), [(1, "line".into())]);
    assert!(found[1].line.is_ok());
    let found =
        csv(&format!("phone,source\n+4520000001,{long}\n+4520000002,till\n{}\n+4520000003,a\n", ",".repeat(50)));
    assert_eq!(faults(&found), [(2, "line".into()), (4, "line".into())]);
    assert!(found[1].line.is_ok() && found[3].line.is_ok());
    let open = csv(&format!("phone,source\n+4520000001,\"{long}\n+4520000002,till\n"));
    assert_eq!(faults(&open), [(2, "line".into())]);
}

#[test]
fn a_number_may_be_written_as_our_exports_write_it() {
    let line = csv("phone\ntel:+4520000001\n").remove(0).line.unwrap();
    assert_eq!(line.phone.to_string(), "+4520000001");
}
