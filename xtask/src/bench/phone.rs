//! `cargo xtask bench phone`: how far the edge's reader of numbers agrees with Google's libphonenumber.
//!
//! The peer is Google's own code and metadata in JavaScript (npm `google-libphonenumber`), asked by
//! `edge/phone/peer/ask.mjs`; `edge/phone/examples/agree.rs` asks ours the same. Every difference goes to
//! `edge/phone/peer/disagreements.txt` under the reason for it. One without a reason ends the benchmark: it is a fault, or
//! there is something to argue.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use super::{machine, results};
use crate::args::Args;
use crate::run::{cargo, output, run, step};
use crate::{install, paths};

/// What `cargo xtask bench` says of it.
pub(crate) const WHAT: &str = "the reader of numbers beside Google's libphonenumber, kept in bench/results.md; \
                               differences in edge/phone/peer/disagreements.txt [--changes N (10000)] [--seed N]";

/// Where the differences are kept.
const LIST: &str = "edge/phone/peer/disagreements.txt";

/// The seed of the changes whose differences are kept.
const SEED: u32 = 20_261_127;

/// Why answers differ: the name that the example gives, and the argument.
const REASONS: &[(&str, &str)] = &[
    (
        "script",
        "Digits of a script that Google's JavaScript does not read. Its Java and C++ do: there every decimal digit of \
         Unicode counts, as it does here. Whoever has such a keyboard types such digits.",
    ),
    (
        "extension",
        "Google reads the number and puts the extension aside. WhatsApp reaches whole numbers only, and a number \
         without what was typed after it is another one than was typed: we say so.",
    ),
    (
        "stranger",
        "A letter or sign that stands in no number. Google skips what stands before the first digit, reads letters as \
         the keys of a telephone and passes over signs. What is recorded here must be what was typed, so we ask again.",
    ),
    (
        "local",
        "A number as dialled within its own town. Google calls it possible for local dialling; without its area code \
         nobody can send it a message.",
    ),
    (
        "length",
        "Fewer than 7 digits or more than 15. Google's lengths allow for them in some countries; E.164 does not, nor \
         is anybody reached on WhatsApp by them.",
    ),
    (
        "bracketed",
        "A zero in brackets, as letterheads have it: dialled within the country, left out from abroad. Google takes it \
         as dialled, which is impossible in most countries without a trunk prefix. We take the reading that is a number \
         given out, with or without the zero.",
    ),
    (
        "zeros",
        "It begins with 00, in a country where something else is dialled for abroad or a national number may begin so. \
         People copy 00 from elsewhere and mean a plus. We take the reading that is a number given out.",
    ),
    (
        "trunk",
        "A trunk prefix behind the calling code, or two of them. Google leaves one zero in a number that is then never \
         valid. We cut until reading the number again changes nothing, so that it is found under the form it was \
         recorded in.",
    ),
    ("pluses", "A form had one plus already, and another was typed. The number after them is meant."),
    (
        "invisible",
        "A mark that shows nothing, such as a joiner, stands between digits. Google ends the number there, or refuses \
         it; such marks come along when a number is copied.",
    ),
];

/// A text that both were asked, with both answers.
struct Difference {
    reason: String,
    kind: String,
    line: String,
}

/// Asks both and writes what differs.
pub(crate) fn command(mut args: Args) -> Result<()> {
    let changes: usize = args.value("--changes")?.unwrap_or(10_000);
    let seed: u32 = args.value("--seed")?.unwrap_or(SEED);
    args.finish()?;
    step("installing what is missing", install::node_modules)?;
    step("building the reader of numbers", || {
        run(cargo().args(["build", "--quiet", "--package", "jatak-phone", "--example", "agree"]))
    })?;
    let theirs = step("asking Google's libphonenumber", || {
        let mut node = Command::new("node");
        node.current_dir(paths::root()).arg("edge/phone/peer/ask.mjs").args([changes.to_string(), seed.to_string()]);
        output(&mut node)
    })?;
    let ours = step("asking ours", || compare(&theirs))?;
    let (asked, differences) = read(&ours)?;
    print!("{}", table(&asked, &differences));
    if seed == SEED {
        let list = list(&differences);
        fs::write(paths::at(LIST), list).with_context(|| format!("cannot write {LIST}"))?;
        results::write("Agreement on numbers", &section(&asked, &differences, seed))?;
    }
    let unargued: Vec<_> = differences.iter().filter(|one| argument(&one.reason).is_none()).collect();
    for one in &unargued {
        println!("no reason is known for: {}", one.line);
    }
    if unargued.is_empty() { Ok(()) } else { bail!("{} answers differ without a reason", unargued.len()) }
}

/// Hands the peer's answers to the example; returns what it prints.
fn compare(theirs: &str) -> Result<String> {
    let mut example = Command::new(paths::target().join("debug/examples/agree"));
    let mut child = example.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().context("the example `agree`")?;
    let mut stdin = child.stdin.take().context("its standard input")?;
    // It reads everything before it prints anything, so neither waits for the other.
    stdin.write_all(theirs.as_bytes()).context("writing to the example `agree`")?;
    drop(stdin);
    let done = child.wait_with_output().context("the example `agree`")?;
    if !done.status.success() {
        bail!("the example `agree` failed: {}", done.status);
    }
    String::from_utf8(done.stdout).context("the example `agree` printed something that is no text")
}

/// How many were asked of each kind, and what differs.
fn read(printed: &str) -> Result<(BTreeMap<String, usize>, Vec<Difference>)> {
    let (mut asked, mut differences) = (BTreeMap::new(), Vec::new());
    for line in printed.lines() {
        let (first, rest) = line.split_once('\t').context("a line without a tab")?;
        let (kind, rest) = rest.split_once('\t').context("a line with one tab")?;
        if first == "asked" {
            asked.insert(kind.to_owned(), rest.parse().context("a count")?);
        } else {
            differences.push(Difference { reason: first.to_owned(), kind: kind.to_owned(), line: rest.to_owned() });
        }
    }
    Ok((asked, differences))
}

fn argument(reason: &str) -> Option<&'static str> {
    REASONS.iter().find(|(name, _)| *name == reason).map(|(_, argument)| *argument)
}

fn table(asked: &BTreeMap<String, usize>, differences: &[Difference]) -> String {
    let count = |kind: &str, reason: Option<&str>| {
        let fits = |one: &&Difference| one.kind == kind && reason.is_none_or(|reason| one.reason == reason);
        differences.iter().filter(fits).count()
    };
    let mut table = String::from("| | example numbers | changed at random |\n|---|---|---|\n");
    let kinds = ["example", "changed"];
    let mut row = |what: &str, of: &dyn Fn(&str) -> usize| {
        // Writing into a string does not fail.
        let _ = writeln!(table, "| {what} | {} | {} |", of(kinds[0]), of(kinds[1]));
    };
    let of_kind = |kind: &str| asked.get(kind).copied().unwrap_or_default();
    row("asked", &of_kind);
    row("the same answer", &|kind| of_kind(kind) - count(kind, None));
    for (reason, _) in REASONS {
        row(&format!("other: {reason}"), &|kind| count(kind, Some(reason)));
    }
    let argued = |kind: &str| REASONS.iter().map(|(reason, _)| count(kind, Some(reason))).sum::<usize>();
    row("other, without a reason", &|kind| count(kind, None) - argued(kind));
    table
}

fn section(asked: &BTreeMap<String, usize>, differences: &[Difference], seed: u32) -> String {
    format!(
        "{}\nAn answer is the E.164 form, or that no such number is possible. The peer is npm `google-libphonenumber` of \
         `package.json`: Google's code and metadata. Asked were its example numbers of every type in every region, in each \
         of its four formats, and random changes to them (seed {seed}). `{LIST}` lists each difference under the reason for \
         it, argued.\n\nCommit {}. Machine: {}.\n",
        table(asked, differences),
        machine::commit(),
        machine::described(),
    )
}

/// Every difference under its reason.
fn list(differences: &[Difference]) -> String {
    let mut list = String::from(
        "# Where the edge's reader of numbers and Google's libphonenumber differ, each group with the reason.\n\
         # Written by `cargo xtask bench phone`. A line: region, text, Google's answer, ours; a dash is a refusal.\n",
    );
    for (reason, argument) in REASONS {
        let lines: Vec<_> = differences.iter().filter(|one| one.reason == *reason).collect();
        if !lines.is_empty() {
            let _ = write!(list, "\n## {reason} ({})\n# {argument}\n", lines.len());
            list.extend(lines.iter().flat_map(|one| [one.line.as_str(), "\n"]));
        }
    }
    list
}
