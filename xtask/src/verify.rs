//! `verify`: checks an export or a receipt offline, with the log's public key alone, and names the first fault.
//!
//! It ends with 0 where nothing is wrong, with 1 where something is, and with 2 where nothing could be checked.

use std::fmt;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use anyhow::{Context, Result, bail};
use jatak_shared::log::{SignedCheckpoint, WitnessVkey};
use jatak_verify::{Auditor, Expect, Fault, Findings, ReceiptReport, Report, Seen, earlier_checkpoint};

use crate::args::Args;

/// How much is read at a time: enough for the cost of a call not to show.
const PIECE: usize = 256 * 1024;

/// Nothing could be checked: the fault is not the file's.
#[derive(Debug)]
pub(crate) struct NotChecked;

impl fmt::Display for NotChecked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("nothing was checked")
    }
}

/// Runs the command.
pub(crate) fn command(args: Args) -> Result<()> {
    check(args).map_err(|error| if error.is::<Fault>() { error } else { error.context(NotChecked) })
}

fn check(mut args: Args) -> Result<()> {
    let vkey = args.value::<String>("--vkey")?;
    let vkey = vkey.map(|text| text.trim().parse().with_context(|| format!("--vkey {text}"))).transpose()?;
    let against = args.value::<String>("--against")?.map(|word| earlier(&word)).transpose()?;
    let mut witnesses = Vec::new();
    while let Some(text) = args.value::<String>("--witness")? {
        witnesses.push(text.trim().parse::<WitnessVkey>().with_context(|| format!("--witness {text}"))?);
    }
    let trusted = witnesses.len();
    let rest = args.rest();
    let [path] = rest.as_slice() else { bail!("verify takes one file: an export or a receipt") };
    let read = || format!("{path} cannot be read");
    let mut file = File::open(path).with_context(read)?;
    let mut auditor = Auditor::new(Expect { vkey, against, witnesses });
    let (mut piece, mut bytes) = (vec![0; PIECE], 0);
    let wrong = || format!("{path} does not verify");
    loop {
        let count = file.read(&mut piece).with_context(read)?;
        if count == 0 {
            break;
        }
        bytes += count;
        auditor.push(&piece[..count]).with_context(wrong)?;
    }
    match auditor.finish().with_context(wrong)? {
        Findings::Export(report) => {
            export(&report, bytes);
            if report.extends.is_some() {
                witnessed(&report.witnesses, trusted, "the earlier checkpoint");
            } else if trusted > 0 {
                println!(
                    "  witnesses sign heads, not files: give --against a cosigned head that this export must extend"
                );
            }
        }
        Findings::Receipt(report) => {
            receipt(&report, bytes);
            if !report.witnessed_by.is_empty() && trusted == 0 {
                let names = report.witnessed_by.join(", ");
                println!("  it says that {names} saw this head; give their keys with --witness to check that");
            }
            witnessed(&report.witnesses, trusted, "its head");
        }
    }
    Ok(())
}

/// The checkpoint that `--against` names: a file, or the text itself as a shell hands it over.
fn earlier(word: &str) -> Result<SignedCheckpoint> {
    if word.contains('\n') {
        return earlier_checkpoint(word).context("the text of --against is no checkpoint");
    }
    // An older export may be large, and what counts is in its first line.
    let mut text = Vec::new();
    let file = File::open(Path::new(word)).with_context(|| format!("--against {word} cannot be read"))?;
    file.take(1024 * 1024).read_to_end(&mut text).with_context(|| format!("--against {word} cannot be read"))?;
    let text = String::from_utf8_lossy(&text);
    earlier_checkpoint(&text).with_context(|| format!("--against {word} holds no checkpoint"))
}

fn export(report: &Report, bytes: usize) {
    let Report { events, size, erased, evidence_gone, origin, root, .. } = report;
    if report.partial.is_some() {
        println!("selection verified: {events} of the {size} events of {origin}");
        println!("  each is in the signed log; that none was left out is not shown");
    } else {
        println!("export verified: {events} events of {origin}, {bytes} bytes");
    }
    if let Some((first, last)) = report.span {
        println!("  recorded from {first} to {last}");
    }
    println!("  {erased} erased, each excused by a later leaf; {evidence_gone} without the evidence they once had");
    println!("  root {root}");
    for (seq, epoch) in &report.epochs {
        let (number, size) = (epoch.number, epoch.given_up.size);
        println!(
            "  event {seq} begins epoch {number} after a backup and gives up a head of {size} events; it says why"
        );
    }
    if let Some(size) = report.extends {
        println!("  it extends the earlier checkpoint of {size} events");
    }
    key(&report.vkey, report.key_known);
}

fn receipt(report: &ReceiptReport, bytes: usize) {
    let leaf = &report.leaf;
    println!("receipt verified: event {} of {} of {}, {bytes} bytes", leaf.seq, report.size, report.origin);
    println!("  {}, recorded {}", leaf.kind.word(), leaf.recorded_at);
    match &report.private {
        Some(private) => {
            // The whole number: that it is this very one is what a receipt is for, and whoever has the file has it.
            if let Some(phone) = &private.phone {
                println!("  by {phone}");
            }
            let list = |what: &str, ids: &[String]| {
                if !ids.is_empty() {
                    println!("  {what} {}", ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "));
                }
            };
            list("said yes to", &private.given);
            list("said no to", &private.withdrawn);
            if private.everything {
                println!("  said no to everything, also what comes later");
            }
        }
        None => println!("  it does not show what was done, only that it was, when and under which notice"),
    }
    key(&report.vkey, report.key_known);
}

/// Which of the trusted witnesses saw a head. How many are enough is for whoever asked.
fn witnessed(seen: &[Seen], trusted: usize, what: &str) {
    for witness in seen {
        println!("  {} saw {what} at {}", witness.name, witness.at);
    }
    if seen.len() < trusted {
        println!("  {} of the {trusted} witnesses given did not cosign {what}", trusted - seen.len());
    }
}

fn key(vkey: &str, known: bool) {
    if known {
        println!("  signed by the key given");
    } else {
        println!(
            "  signed by the key that the file itself names, which is worth no more than the file; compare it with the \
             one that the business publishes:\n  {vkey}"
        );
    }
}
