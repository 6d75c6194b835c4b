//! Files as they come: in pieces of any size, of either kind or of none.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod common;

use common::Log;
use jatak_verify::{Auditor, Expect, Fault, Findings, Report, Wrong, earlier_checkpoint};

/// Thirty events, two of them erased by another.
fn log() -> Log {
    let mut log = Log::new();
    (0..30).for_each(|_| drop(log.yes()));
    log.erase(&[4, 9]);
    log
}

fn in_pieces(file: &[u8], size: usize, expect: Expect) -> Result<Findings, Fault> {
    let mut auditor = Auditor::new(expect);
    for piece in file.chunks(size) {
        auditor.push(piece)?;
    }
    auditor.finish()
}

fn report(findings: Findings) -> Report {
    let Findings::Export(report) = findings else { panic!("an export is not a receipt") };
    *report
}

#[test]
fn it_does_not_matter_in_what_pieces_a_file_comes() {
    let log = log();
    let export = log.export();
    let whole = report(Auditor::check(&export, log.expect()).unwrap());
    assert_eq!((whole.events, whole.erased), (31, 2));
    let (first, last) = whole.span.unwrap();
    assert_eq!(last.millis() - first.millis(), 30 * 7);
    for size in [1, 7, 64, 1_000, 4_096, export.len()] {
        assert_eq!(report(in_pieces(&export, size, log.expect()).unwrap()), whole, "{size}");
    }
    let mut changed = export;
    let at = changed.len() / 2;
    changed[at] ^= 1;
    let fault = Auditor::check(&changed, log.expect()).unwrap_err();
    for size in [1, 7, 4_096] {
        assert_eq!(in_pieces(&changed, size, log.expect()).unwrap_err(), fault, "{size}");
    }
}

#[test]
fn a_changed_byte_in_the_first_line_does_not_make_an_export_something_else() {
    let log = log();
    let export = log.export();
    let end = export.iter().position(|byte| *byte == b'\n').unwrap();
    for at in 0..=end {
        let mut changed = export.clone();
        changed[at] ^= 1;
        let fault = Auditor::check(&changed, log.expect()).unwrap_err();
        assert_eq!(fault.line, 1, "byte {at}: {fault}");
    }
}

#[test]
fn what_is_neither_is_told_as_that_and_fills_no_memory() {
    for file in ["", "\n", "business;phone\n1;2\n", "{}", "[1,2,3]", "{\"seq\":1}\n{\"seq\":2}\n"] {
        let fault = Auditor::check(file.as_bytes(), Expect::default()).unwrap_err();
        assert_eq!(fault, Fault { line: 0, wrong: Wrong::NotOurs }, "{file}");
    }
    let mut auditor = Auditor::new(Expect::default());
    let endless = vec![b'a'; 1 << 20];
    assert!((0..3).any(|_| auditor.push(&endless).is_err()), "a first line that never ends");
    let log = log();
    let mut auditor = Auditor::new(log.expect());
    auditor.push(&log.export()[..2_000]).unwrap();
    assert!((0..20).any(|_| auditor.push(&endless).is_err()), "a later one");
}

#[test]
fn an_earlier_checkpoint_is_read_in_whatever_form_it_was_kept() {
    let log = log();
    let checkpoint = log.checkpoint();
    let export = String::from_utf8(log.export()).unwrap();
    let first = export.lines().next().unwrap();
    let mailed = checkpoint.replace('\n', "\r\n");
    for text in [&checkpoint, checkpoint.trim_end(), &format!("\n  {checkpoint}\n\n"), &mailed, &export, first] {
        assert_eq!(earlier_checkpoint(text).unwrap().to_string(), checkpoint, "{text}");
    }
    for text in ["", "nothing", "{}", "{\"proof\":\"nothing\"}", export.lines().nth(3).unwrap()] {
        assert_eq!(earlier_checkpoint(text), None, "{text}");
    }
}

#[test]
fn a_receipt_is_not_compared_with_an_earlier_log() {
    let log = log();
    let against = earlier_checkpoint(&log.checkpoint());
    let receipt = b"{\"jatak\":\"receipt\",\"v\":1}";
    let fault = Auditor::check(receipt, Expect { against, ..log.expect() }).unwrap_err();
    assert_eq!(fault.wrong, Wrong::OnlyExports);
    assert!(matches!(Auditor::check(receipt, log.expect()).unwrap_err().wrong, Wrong::Line(_)));
}
