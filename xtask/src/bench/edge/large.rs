//! The real edge with a large ledger: what an opt-in costs as it grows, and how fast it is exported.
//!
//! The events come in as a business would bring them: by imports of 250,000 lines, the most that one takes.

use std::fmt::Write as _;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::Options;
use super::load::drive;
use super::servers::{self, Scratch, Server};
use crate::bench::machine;
use crate::bench::results::{self, Verdict};
use crate::bench::spread::Spread;
use crate::install;
use crate::run::{now, say, step};

/// At most so many times an opt-in at 1,000 events.
const GROWTH: f64 = 1.2;
/// At most so many times what the `sqlite3` shell takes to write the same as CSV.
const EXPORT: f64 = 3.0;
/// At most so many bytes may workerd grow by while it exports.
const MEMORY: u64 = 64_000_000;

/// How many lines one import takes at the most.
const LINES: u64 = 250_000;
/// How many turns each of the two ledgers gets, and how long one is.
const TURNS: usize = 7;
const TURN: Duration = Duration::from_secs(2);

/// What the shell prints of the tables that an export reads.
const DUMP: &str = "SELECT e.seq, e.id, e.recorded_at, e.leaf, p.subject, hex(p.salt), p.body, hex(p.outcome_salt), p.outcome, \
    hex(v.salt), v.body FROM events e LEFT JOIN private_parts p ON p.seq = e.seq LEFT JOIN evidence v ON v.seq = e.seq \
    ORDER BY e.seq";

/// Measures, prints, and writes two sections.
pub(crate) fn measure(options: &Options) -> Result<()> {
    let machine = machine::described();
    let sqlite = install::sqlite()?;
    let (few, many) = (Scratch::new("few")?, Scratch::new("many")?);
    let small = step("starting an edge", || servers::edge(few.path()))?;
    let large = step("starting another", || servers::edge(many.path()))?;
    step("importing 1,000 events", || import(&small, 1_000))?;
    step(&format!("importing {} events", options.events), || import(&large, options.events))?;
    let preamble = results::preamble(&machine, options.no_build);
    let text = step("exporting, in turns with the sqlite3 shell", || export(&large, &sqlite, options))?;
    finish("Exporting a large ledger", &text, &preamble)?;
    let text = step("opt-ins, in turns", || growth(&small, &large, options))?;
    finish("An opt-in as the ledger grows, on workerd", &text, &preamble)
}

fn finish(title: &str, text: &str, preamble: &str) -> Result<()> {
    let section = format!("{text}\n{preamble}");
    println!("\n{title}\n\n{section}");
    results::write(title, &section)
}

/// Brings so many consents into the ledger, each of somebody else.
pub(super) fn import(server: &Server, events: u64) -> Result<()> {
    let base = format!("http://127.0.0.1:{}/v1/nordlys/imports", server.port);
    let key = format!("Bearer {}", server.key);
    let mut from = 0;
    while from < events {
        let upto = events.min(from + LINES);
        let mut file = String::from("phone,categories\n");
        for number in from..upto {
            // German mobile numbers: the load driver makes Danish ones, so nobody comes twice.
            writeln!(file, "+49151{number:08},relevant_offers")?;
        }
        let url = format!("{base}?source=benchmark&claimed_at=2026-01-01&wording=none%20kept&partial=true");
        let sent =
            ureq::post(&url).header("Authorization", &key).header("Content-Type", "text/csv").send(file.as_bytes());
        let staged: Value = serde_json::from_str(&sent.context("an import")?.body_mut().read_to_string()?)?;
        let id = staged["id"].as_str().context("an import without an id")?.to_owned();
        loop {
            let url = format!("{base}/{id}/commit");
            let done = ureq::post(&url)
                .header("Authorization", &key)
                .send_empty()
                .context("a commit")?
                .body_mut()
                .read_to_string()?;
            let done: Value = serde_json::from_str(&done)?;
            match done["status"].as_str() {
                Some("committed") => break,
                Some("committing") => {}
                other => bail!("an import ended as {other:?}: {done}"),
            }
        }
        from = upto;
        say(&format!("{from} of {events}"));
    }
    Ok(())
}

/// Opt-ins on the two, in turns.
fn growth(small: &Server, large: &Server, options: &Options) -> Result<String> {
    let serial = AtomicU32::new(1);
    let mut text = format!(
        "| connections | what | at 1,000 | at {} | ratio of pairs: median (p10 to p90) | target | |\n|---|---|---|---|---|---|---|\n",
        options.events
    );
    for connections in [1, 16] {
        for server in [small, large] {
            drive(server.port, &server.request, connections, [Duration::ZERO, Duration::from_secs(4)], &serial)?;
        }
        let mut medians = [Vec::new(), Vec::new()];
        for turn in 0..TURNS {
            let order = if turn % 2 == 0 { [0, 1] } else { [1, 0] };
            for which in order {
                let server = [small, large][which];
                let slice =
                    drive(server.port, &server.request, connections, [Duration::from_millis(200), TURN], &serial)?;
                let spread = Spread::of(slice.latencies).context("nothing was answered")?;
                medians[which].push(spread.median());
            }
        }
        let ratios = Spread::of(medians[1].iter().zip(&medians[0]).map(|(many, few)| many / few));
        let ratios = ratios.context("no turn was taken")?;
        let [few, many] = medians.map(|values| Spread::of(values).map_or(0.0, |spread| spread.median()));
        writeln!(
            text,
            "| {connections} | half within | {few:.2} ms | {many:.2} ms | **{:.2}** ({:.2} to {:.2}) | at most {GROWTH} | {} |",
            ratios.median(),
            ratios.percentile(10),
            ratios.percentile(90),
            Verdict::of(ratios.median() <= GROWTH),
        )?;
    }
    writeln!(
        text,
        "\nTwo edges, each a workerd with a demo business, one at a time: {TURNS} turns of {} s each. The events came in by \
         imports over HTTP, {LINES} lines each at the most, and each turn adds its own.",
        TURN.as_secs()
    )?;
    Ok(text)
}

/// Exports as CSV and with proof, each in turns with the shell, which writes the tables that an export is made of.
fn export(server: &Server, sqlite: &str, options: &Options) -> Result<String> {
    let file = ledger_file(&server.data)?;
    let mut text = "| format | bytes | export | `sqlite3` | ratio | target | | workerd grew by | target | |\n\
                    |---|---|---|---|---|---|---|---|---|---|\n"
        .to_owned();
    for format in ["csv", "ndjson"] {
        let mut ratios = Vec::new();
        let (mut took, mut shell, mut bytes, mut grown) = (0.0, 0.0, 0, 0);
        for _ in 0..options.rounds.min(3) {
            let before = resident(server.pid);
            let (seconds, size, peak) = fetch(server, format)?;
            let dumped = dump(sqlite, &file)?;
            ratios.push(seconds / dumped);
            (took, shell, bytes) = (seconds, dumped, size);
            grown = grown.max(peak.saturating_sub(before));
        }
        let ratio = Spread::of(ratios).context("no export was made")?.median();
        #[expect(clippy::cast_precision_loss, reason = "megabytes are shown with one decimal")]
        let megabytes = |bytes: u64| bytes as f64 / 1e6;
        writeln!(
            text,
            "| {format} | {:.1} MB | {took:.1} s | {shell:.1} s | **{ratio:.2}** | at most {EXPORT} | {} | {:.1} MB | under {:.0} MB | {} |",
            megabytes(bytes),
            Verdict::of(ratio <= EXPORT),
            megabytes(grown),
            megabytes(MEMORY),
            Verdict::of(grown < MEMORY),
        )?;
    }
    writeln!(
        text,
        "\n{} imported events. `GET export?kind=events` from a running edge, read to its end and thrown away, beside the \
         `sqlite3` shell writing `events`, `private_parts` and `evidence`, joined, as CSV to nowhere from the same file; \
         medians of {} pairs. `csv` is for people, `ndjson` has the proof. Memory is the most that workerd's resident set \
         came to meanwhile, less what it was before.\n\n\
         Both are written where the ledger is, in pieces that are made as they are fetched, and pass the worker as they are. A \
         line of `ndjson` is put together by the database from what is stored. For `csv` each event is also read, as the \
         types that it was written from, and what a row shows of it is written cell by cell.",
        options.events,
        options.rounds.min(3),
    )?;
    Ok(text)
}

/// The database of the demo business: the only large one.
fn ledger_file(data: &Path) -> Result<PathBuf> {
    let directory = data.join("objects/jatak-ledger");
    let files = fs::read_dir(&directory).with_context(|| format!("cannot read {}", directory.display()))?;
    let databases =
        files.flatten().map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|ext| ext == "sqlite"));
    databases.max_by_key(|path| fs::metadata(path).map_or(0, |data| data.len())).context("no ledger's file")
}

/// Reads an export to its end: how long it took, how long it is, and the most memory that workerd had meanwhile.
fn fetch(server: &Server, format: &str) -> Result<(f64, u64, u64)> {
    let (ended, peak) = (AtomicBool::new(false), AtomicU64::new(0));
    thread::scope(|scope| {
        scope.spawn(|| {
            while !ended.load(Ordering::Relaxed) {
                peak.fetch_max(resident(server.pid), Ordering::Relaxed);
                thread::sleep(Duration::from_millis(50));
            }
        });
        let start = now();
        let size = read_export(server, format);
        let seconds = (now() - start).as_secs_f64();
        ended.store(true, Ordering::Relaxed);
        Ok((seconds, size?, peak.load(Ordering::Relaxed)))
    })
}

fn read_export(server: &Server, format: &str) -> Result<u64> {
    let url = format!("http://127.0.0.1:{}/v1/nordlys/export?kind=events&format={format}", server.port);
    let mut answer =
        ureq::get(&url).header("Authorization", format!("Bearer {}", server.key)).call().context("an export")?;
    let mut body = answer.body_mut().with_config().limit(u64::MAX).reader();
    let mut piece = vec![0; 1 << 16];
    let mut size = 0;
    loop {
        match body.read(&mut piece).context("an export broke off")? {
            0 => return Ok(size),
            read => size += read as u64,
        }
    }
}

/// Has the shell write the same tables: how long it took.
fn dump(sqlite: &str, file: &Path) -> Result<f64> {
    let start = now();
    let mut shell = Command::new(sqlite);
    let shell = shell.arg("-readonly").arg("-csv").arg(file).arg(DUMP).stdout(Stdio::piped()).spawn();
    let mut shell = shell.with_context(|| format!("cannot start {sqlite}"))?;
    let mut printed = shell.stdout.take().context("the shell's output")?;
    io::copy(&mut printed, &mut io::sink())?;
    if !shell.wait()?.success() {
        bail!("the sqlite3 shell failed on {}", file.display());
    }
    Ok((now() - start).as_secs_f64())
}

/// The resident set of a process in bytes; 0 where the system does not say.
fn resident(pid: u32) -> u64 {
    let text = fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.trim().strip_suffix(" kB")?.trim().parse::<u64>().ok())
        .map_or(0, |kilobytes| kilobytes * 1024)
}
