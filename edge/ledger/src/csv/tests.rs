//! Tests of the bytes of tables: what another program reads is what was written, and nothing it reads is a formula.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use proptest::prelude::*;

use super::*;

type Row = Vec<String>;

/// Cells made of the signs that matter, between ones that do not.
fn cell() -> impl Strategy<Value = String> {
    let sign = prop::sample::select("=+-@\t\r\n,;\"'\\ ab1:/＝＋－＠\u{feff}\u{a0}æ".chars().collect::<Vec<_>>());
    prop_oneof![prop::collection::vec(sign, 0..12).prop_map(String::from_iter), any::<String>()]
}

fn table() -> impl Strategy<Value = Vec<Row>> {
    (1_usize..5).prop_flat_map(|width| prop::collection::vec(prop::collection::vec(cell(), width), 1..5))
}

fn delimiter() -> impl Strategy<Value = Delimiter> {
    prop::sample::select(Delimiter::ALL.to_vec())
}

/// The rule undone, as the module says: drop each backslash and keep the sign after it.
fn undone(cell: &str) -> String {
    let mut signs = cell.chars();
    core::iter::from_fn(|| match signs.next()? {
        '\\' => signs.next(),
        sign => Some(sign),
    })
    .collect()
}

/// A whole file.
fn file(rows: &[Row], delimiter: Delimiter) -> Vec<u8> {
    [BYTE_ORDER_MARK, &encode(rows, delimiter)].concat()
}

fn read(bytes: &[u8], delimiter: Delimiter) -> Vec<Row> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter.character() as u8)
        .from_reader(bytes);
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// Whether a spreadsheet may run this cell, white space before its first sign skipped as some do. The file's own tabs
/// are such white space to a program that splits at something else.
fn runs(cell: &str) -> bool {
    let skipped = |sign: char| sign.is_whitespace() || sign.is_control() || sign == '\u{feff}';
    cell.trim_start_matches(skipped).starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

#[test]
fn what_needs_no_escape_is_left_as_it_is() {
    for text in [
        "",
        "tel:+4520123456",
        "2026-11-22T11:00:00.123Z",
        "018f3a5e-7c1b-7d2e-8a3f-000000000001",
        "https://shop.example/kaffe-og-te?x=1",
        "order_updates",
        "sku:123-A",
        "Tilbud - højst 1 om ugen, aldrig mere",
    ] {
        assert_eq!(safe(text), text);
    }
}

#[test]
fn a_formula_is_escaped_wherever_a_cell_may_begin() {
    for (text, escaped) in [
        ("=1+1", r"\=1+1"),
        ("+45 20", r"\+45 20"),
        ("-1", r"\-1"),
        ("@SUM(A1)", r"\@SUM(A1)"),
        ("\tx", "\\\tx"),
        ("\rx", "\\\rx"),
        ("  =1", r"  \=1"),
        ("＝1", r"\＝1"),
        ("https://shop.example/;=1+1", r"https://shop.example/;\=1+1"),
        ("a, -b", r"a, \-b"),
        ("say \"=1\"", "say \"\\=1\""),
        (r"C:\temp", r"C:\\temp"),
        (r"\=1", r"\\=1"),
    ] {
        assert_eq!(safe(text), escaped);
        assert_eq!(undone(escaped), text);
    }
}

#[test]
fn rows_end_with_cr_lf_and_cells_are_quoted_where_rfc_4180_says() {
    let rows = [vec!["a".to_owned(), "b,c".to_owned(), "say \"d\"".to_owned(), "e\nf".to_owned(), String::new()]];
    let comma = encode(&rows, Delimiter::Comma);
    assert_eq!(String::from_utf8(comma).unwrap(), "a,\"b,c\",\"say \"\"d\"\"\",\"e\nf\",\r\n");
    let semicolon = encode(&rows, Delimiter::Semicolon);
    assert_eq!(String::from_utf8(semicolon).unwrap(), "a;b,c;\"say \"\"d\"\"\";\"e\nf\";\r\n");
}

proptest! {
    #[test]
    fn another_program_reads_the_cells_that_were_written(rows in table(), delimiter in delimiter()) {
        let read = read(&file(&rows, delimiter), delimiter);
        let read: Vec<Row> = read.iter().map(|row| row.iter().map(|cell| undone(cell)).collect()).collect();
        prop_assert_eq!(read, rows);
    }

    #[test]
    fn cells_are_quoted_as_the_crate_csv_quotes_them(rows in table(), delimiter in delimiter()) {
        let mut writer = csv::WriterBuilder::new();
        let writer = writer.delimiter(delimiter.character() as u8).terminator(csv::Terminator::CRLF);
        let mut writer = writer.from_writer(Vec::new());
        for row in &rows {
            writer.write_record(row.iter().map(|cell| escaped(cell).into_owned())).unwrap();
        }
        prop_assert_eq!(encode(&rows, delimiter), writer.into_inner().unwrap());
    }

    #[test]
    fn a_plain_text_needs_no_escape(text in cell()) {
        prop_assert_eq!(safe(&text), escaped(&text));
    }

    #[test]
    fn no_cell_begins_with_a_forbidden_sign(rows in table(), delimiter in delimiter()) {
        for cell in read(&file(&rows, delimiter), delimiter).iter().flatten() {
            prop_assert!(!cell.starts_with(is_dangerous), "{cell:?} in {rows:?}");
        }
    }

    #[test]
    fn no_cell_runs_whichever_delimiter_a_program_splits_at(
        rows in table(),
        written in delimiter(),
        split in delimiter(),
    ) {
        for cell in read(&file(&rows, written), split).iter().flatten() {
            prop_assert!(!runs(cell), "{cell:?} in {rows:?}");
        }
    }

    #[test]
    fn no_cell_runs_in_a_program_that_knows_no_quotes(rows in table(), written in delimiter(), split in delimiter()) {
        let text = String::from_utf8(file(&rows, written)).unwrap();
        for cell in text.split(|sign| sign == split.character() || sign == '\r' || sign == '\n') {
            prop_assert!(!runs(cell.trim_start_matches('"')), "{cell:?} in {rows:?}");
        }
    }
}
