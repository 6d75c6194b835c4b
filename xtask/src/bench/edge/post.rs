//! Opt-ins a second, beside a plain JavaScript worker that inserts one row.

use std::fs;
use std::sync::atomic::AtomicU32;
use std::time::Duration;

use anyhow::{Context, Result};

use super::load::{Slice, drive};
use super::servers::{self, Scratch, Server};
use super::writer::Writer;
use super::{Options, flush};
use crate::bench::machine;
use crate::bench::results::{self, Verdict};
use crate::bench::spread::Spread;
use crate::run::{say, step};

/// How long a server is warmed up: JavaScript and WebAssembly are compiled anew where they turn out to be hot.
const WARM_UP: Duration = Duration::from_secs(4);
/// The first part of each slice, in which connections are made; not counted.
const RAMP: Duration = Duration::from_millis(500);
/// The counted part: some thousand answers, so that one in a hundred is still tens of them.
const COUNTED: Duration = Duration::from_secs(3);

/// How many connections, and how many times the twin's requests a second are wanted.
const TARGETS: [(usize, f64); 2] = [(16, 1.1), (64, 1.5)];

/// Where the time goes, for a target that is missed. It says which commit was profiled: a later one may differ.
const WHY: &str = "Why a target is missed: each server is one busy thread, so processor time decides where a flush is quick, and \
    most of it is not ours to save. `perf` at 16 connections: 26 % commits batches (SQL 14), 20 % reads and checks what came and \
    asks the object, 13 % answers, 14 % enters the worker and the object, and the rest is HTTP, promises and the kernel. On the \
    same machine a JavaScript worker that passes the body to an object and stores nothing answered 2,630 a second at 16 \
    connections and 2,050 at 64 with 379 and 499 µs of processor time each: the call alone takes most of what 1.5 times the twin \
    would leave for everything. The slower a flush is the more it decides instead, and those who come together share one here, \
    where the twin has one each.";

/// One server's turn.
pub(super) struct Turn {
    pub(super) rate: f64,
    median: f64,
    p99: f64,
    /// Processor time for each answer, in microseconds; none where the system does not say.
    pub(super) processor: Option<f64>,
}

/// What came out for one number of connections.
pub(super) struct Outcome {
    pub(super) connections: usize,
    pub(super) target: f64,
    pub(super) edge: Turn,
    pub(super) twin: Turn,
    pub(super) rate: Spread,
    p99: Spread,
    /// For each pair: milliseconds that a flush of the disk took beside it, and the ratio of requests a second.
    pub(super) pairs: Vec<(f64, f64)>,
}

/// Measures, prints, and writes the section.
pub(crate) fn measure(options: &Options) -> Result<()> {
    let machine = machine::described();
    let scratch = Scratch::new("post")?;
    let edge = step("starting the edge", || servers::edge(scratch.path()))?;
    let twin = step("starting the twin", || servers::twin(scratch.path(), &edge))?;
    let serial = AtomicU32::new(1);
    let outcomes = |beside: &str| {
        let outcome = |(connections, target)| {
            step(&format!("{connections} connections{beside}, {} rounds", options.rounds), || {
                compare(&edge, &twin, connections, target, options.rounds, &serial)
            })
        };
        TARGETS.into_iter().map(outcome).collect::<Result<Vec<_>>>()
    };
    let alone = outcomes("")?;
    let writer = Writer::start(scratch.path())?;
    let beside = outcomes(", another program writing")?;
    writer.end()?;
    let section = section([&alone, &beside], options, &machine)?;
    println!("\n{section}");
    results::write("Opt-ins a second", &section)
}

/// Lets the two take turns: edge, twin, twin, edge, so that neither always goes first.
pub(super) fn compare(
    edge: &Server,
    twin: &Server,
    connections: usize,
    target: f64,
    rounds: usize,
    serial: &AtomicU32,
) -> Result<Outcome> {
    for server in [edge, twin] {
        drive(server.port, &server.request, connections, [Duration::ZERO, WARM_UP], serial)?;
    }
    let (mut edges, mut twins, mut flushes) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..rounds {
        for order in [[true, false], [false, true]] {
            let before = flush::milliseconds(edge)?;
            for is_edge in order {
                let (server, turns) = if is_edge { (edge, &mut edges) } else { (twin, &mut twins) };
                turns.push(turn(server, connections, serial)?);
            }
            flushes.push(f64::midpoint(before, flush::milliseconds(edge)?));
            if let (Some(edge), Some(twin), Some(flush)) = (edges.last(), twins.last(), flushes.last()) {
                say(&format!(
                    "round {}: edge {:.0}/s p99 {:.1} ms, twin {:.0}/s p99 {:.1} ms: {:.2} x, a flush {flush:.2} ms",
                    round + 1,
                    edge.rate,
                    edge.p99,
                    twin.rate,
                    twin.p99,
                    edge.rate / twin.rate,
                ));
            }
        }
    }
    let ratio = |of: fn(&Turn) -> f64| {
        Spread::of(edges.iter().zip(&twins).map(|(edge, twin)| of(edge) / of(twin))).context("no round was run")
    };
    let (rate, p99) = (ratio(|turn| turn.rate)?, ratio(|turn| turn.p99)?);
    let ratios = edges.iter().zip(&twins).map(|(edge, twin)| edge.rate / twin.rate);
    let pairs = flushes.into_iter().zip(ratios).collect();
    Ok(Outcome { connections, target, edge: middle(&edges)?, twin: middle(&twins)?, rate, p99, pairs })
}

fn turn(server: &Server, connections: usize, serial: &AtomicU32) -> Result<Turn> {
    let before = processor_time(server.pid);
    let Slice { rate, latencies } = drive(server.port, &server.request, connections, [RAMP, COUNTED], serial)?;
    let after = processor_time(server.pid);
    let all = rate * (RAMP + COUNTED).as_secs_f64();
    let processor = before.zip(after).map(|(before, after)| (after - before) * 1e6 / all);
    let spread = Spread::of(latencies).context("nothing was answered")?;
    Ok(Turn { rate, median: spread.median(), p99: spread.percentile(99), processor })
}

/// The medians of a server's turns.
fn middle(turns: &[Turn]) -> Result<Turn> {
    let median =
        |of: &dyn Fn(&Turn) -> Option<f64>| Spread::of(turns.iter().filter_map(of)).map(|spread| spread.median());
    let known = |of: fn(&Turn) -> f64| median(&|turn| Some(of(turn))).context("no round was run");
    Ok(Turn {
        rate: known(|turn| turn.rate)?,
        median: known(|turn| turn.median)?,
        p99: known(|turn| turn.p99)?,
        processor: median(&|turn| turn.processor),
    })
}

/// Seconds of processor time that a process has used, all threads together; none where `/proc` is not there.
fn processor_time(pid: u32) -> Option<f64> {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    // The name in brackets may hold anything; fields 14 and 15 (user and system time) are the 12th and 13th after it.
    let mut fields = stat.rsplit_once(") ")?.1.split(' ').skip(11);
    let mut ticks = || fields.next()?.parse::<f64>().ok();
    // Linux counts in hundredths of a second towards programs, whatever it counts in itself.
    Some((ticks()? + ticks()?) / 100.0)
}

fn section([alone, beside]: [&[Outcome]; 2], options: &Options, machine: &str) -> Result<String> {
    use std::fmt::Write;

    let mut text = String::from("With the disk to themselves:\n\n");
    text.push_str(&table(alone)?);
    text.push_str("\nWhile another program writes to the same disk:\n\n");
    text.push_str(&table(beside)?);
    if alone.iter().chain(beside).any(|one| one.rate.median() < one.target || one.p99.median() > 1.0) {
        writeln!(text, "\n{WHY}")?;
    }
    write!(
        text,
        "\n{}Edge: `cargo xtask dev --no-limits` with the demo business. Twin: `tests/twin`, a JavaScript worker that \
         checks the same JSON and inserts one row in a Durable Object; same workerd, same disk. Both answer when the \
         event or row is durable. Each request has a number and an idempotency key of its own; any answer but 201 fails \
         the run. A flush is timed before and after each pair. {} rounds of edge, twin, twin, edge, {} s each after {} s of \
         warm-up; the driver runs on the same machine. The other program is a thread of the driver that writes a quarter \
         of a megabyte, flushes it and begins again (`xtask/src/bench/edge/writer.rs`).\n",
        results::preamble(machine, options.no_build),
        options.rounds,
        COUNTED.as_secs(),
        WARM_UP.as_secs(),
    )?;
    Ok(text)
}

/// The table of one state of the disk, with what a flush took in it.
fn table(outcomes: &[Outcome]) -> Result<String> {
    use std::fmt::Write;

    let mut text = String::new();
    let row = |text: &mut String, cells: &[String]| writeln!(text, "| {} |", cells.join(" | "));
    let microseconds = |turn: &Turn| turn.processor.map_or("unknown".to_owned(), |time| format!("{time:.0} µs"));
    writeln!(text, "| connections | what | edge | twin | ratio of pairs: median (p10 to p90) | target | |")?;
    writeln!(text, "|---|---|---|---|---|---|---|")?;
    for one in outcomes {
        let spread = |ratio: &Spread| {
            format!("**{:.2}** ({:.2} to {:.2})", ratio.median(), ratio.percentile(10), ratio.percentile(90))
        };
        let connections = one.connections.to_string();
        row(
            &mut text,
            &[
                connections.clone(),
                "opt-ins a second".to_owned(),
                format!("{:.0}", one.edge.rate),
                format!("{:.0}", one.twin.rate),
                spread(&one.rate),
                format!("at least {:.1}", one.target),
                Verdict::of(one.rate.median() >= one.target).to_string(),
            ],
        )?;
        row(
            &mut text,
            &[
                connections.clone(),
                "99 of 100 within".to_owned(),
                format!("{:.1} ms", one.edge.p99),
                format!("{:.1} ms", one.twin.p99),
                spread(&one.p99),
                "at most 1.0".to_owned(),
                Verdict::of(one.p99.median() <= 1.0).to_string(),
            ],
        )?;
        let plain = |what: &str, edge: String, twin: String| {
            [connections.clone(), what.to_owned(), edge, twin, String::new(), String::new(), String::new()]
        };
        row(
            &mut text,
            &plain("half within", format!("{:.1} ms", one.edge.median), format!("{:.1} ms", one.twin.median)),
        )?;
        row(&mut text, &plain("processor time for each", microseconds(&one.edge), microseconds(&one.twin)))?;
    }
    for one in outcomes {
        writeln!(text, "\nAt {} connections: {}.", one.connections, flush::sentence(&one.pairs))?;
    }
    Ok(text)
}
