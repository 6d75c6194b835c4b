//! What the ledger itself costs, on this machine's SQLite and without a server: an append as the ledger grows, checking
//! an export, and what an event weighs on disk.
//!
//! The measuring is `edge/ledger/examples/growth.rs`, since xtask is built without optimisation.

use std::fmt::Write;

use anyhow::{Context, Result};
use serde::Deserialize;

use super::Options;
use crate::bench::machine;
use crate::bench::results::{self, Verdict};
use crate::run::{cargo, output, run, step};

/// At most so many times an append at 1,000 events.
const GROWTH: f64 = 1.2;
/// At most so many times one SHA-256 over the same bytes.
const CHECKING: f64 = 4.0;

/// The last line of the example.
#[derive(Deserialize)]
struct Found {
    events: u64,
    appends: Vec<Append>,
    verify: Verify,
    disk: Disk,
}

/// Microseconds of an append, by how many events were there before.
#[derive(Deserialize)]
struct Append {
    batch: u64,
    what: String,
    few_us: f64,
    many_us: f64,
}

#[derive(Deserialize)]
struct Verify {
    bytes: u64,
    check_s: f64,
    sha2_s: f64,
}

#[derive(Deserialize)]
struct Disk {
    events: u64,
    bytes: u64,
    /// Table or index with the bytes of its pages, the largest first.
    tables: Vec<(String, u64)>,
}

/// Measures, prints, and writes three sections.
pub(crate) fn measure(options: &Options) -> Result<()> {
    let example = ["--release", "--quiet", "--package", "jatak-ledger", "--features", "native", "--example", "growth"];
    step("building the ledger with optimisation", || run(cargo().arg("build").args(example)))?;
    let machine = machine::described();
    let printed = step(&format!("filling a ledger with {} events", options.events), || {
        output(cargo().arg("run").args(example).arg("--").arg(options.events.to_string()))
    })?;
    let last = printed.lines().last().context("the example printed nothing")?;
    let found: Found = serde_json::from_str(last).with_context(|| format!("the example printed `{last}`"))?;
    let preamble = results::preamble(&machine, false);
    for (title, text) in [
        ("An append as the ledger grows", growth(&found)?),
        ("Checking an export", verify(&found)?),
        ("Bytes on disk", disk(&found.disk)?),
    ] {
        let section = format!("{text}\n{preamble}");
        println!("\n{title}\n\n{section}");
        results::write(title, &section)?;
    }
    Ok(())
}

fn growth(found: &Found) -> Result<String> {
    let mut text = format!(
        "| events in one transaction | what | at 1,000 | at {} | ratio | target | |\n|---|---|---|---|---|---|---|\n",
        found.events
    );
    for one in &found.appends {
        let ratio = one.many_us / one.few_us;
        let (target, verdict) = match one.what.as_str() {
            "median" => (format!("at most {GROWTH}"), Verdict::of(ratio <= GROWTH).to_string()),
            _ => (String::new(), String::new()),
        };
        writeln!(
            text,
            "| {} | {} | {:.0} µs | {:.0} µs | **{ratio:.2}** | {target} | {verdict} |",
            one.batch, one.what, one.few_us, one.many_us,
        )?;
    }
    text += "\nThe engine on SQLite with `journal_mode=WAL, synchronous=FULL`: each transaction is flushed. 400 appends of \
             each size, the two ledgers in turn. Where a flush is slow it makes up most of the median and hides growth: \
             the fastest tenth shows more of it.\n";
    if found.appends.iter().any(|one| one.what == "median" && one.many_us > one.few_us * GROWTH) {
        text += "\nA target is missed, and where the time went was not profiled. Likely: ids and numbers are random, so at a \
                 million events each one lands on pages of several indices that are in no cache.\n";
    }
    Ok(text)
}

#[expect(clippy::cast_precision_loss, reason = "megabytes are shown with one decimal")]
fn verify(found: &Found) -> Result<String> {
    let Verify { bytes, check_s, sha2_s } = found.verify;
    let ratio = check_s / sha2_s;
    let mut text =
        "| events | export | SHA-256 once | check | ratio | target | |\n|---|---|---|---|---|---|---|\n".to_owned();
    writeln!(
        text,
        "| {} | {:.1} MB | {sha2_s:.2} s | {check_s:.2} s | **{ratio:.2}** | at most {CHECKING} | {} |",
        found.disk.events,
        bytes as f64 / 1e6,
        Verdict::of(ratio <= CHECKING),
    )?;
    text += "\nThe checker behind `cargo xtask verify`, from memory, beside `sha2` over the same bytes in one go.\n";
    if ratio > CHECKING {
        text += "\nIt is missed, and where the time went was not profiled. Likely: each event is hashed several times in \
                 small pieces, under keys of its own, and read and held against the others, where one pass hashes at \
                 full length and reads nothing.\n";
    }
    Ok(text)
}

fn disk(disk: &Disk) -> Result<String> {
    let each = |bytes: u64| bytes / disk.events.max(1);
    let mut text = "| table or index | bytes an event |\n|---|---|\n".to_owned();
    for (name, bytes) in &disk.tables {
        writeln!(text, "| `{name}` | {} |", each(*bytes))?;
    }
    writeln!(text, "| **the whole file** | **{}** |", each(disk.bytes))?;
    writeln!(
        text,
        "\n{} opt-ins of as many people, one category each, with a page as evidence and without idempotency keys, \
         which weigh more for 24 hours; pages as SQLite counts them \
         (`dbstat`), the write-ahead log emptied. Names that begin with `sqlite_autoindex` are indices behind `UNIQUE`.",
        disk.events
    )?;
    Ok(text)
}
