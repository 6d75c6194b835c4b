//! `verify`: checks an export or a receipt offline, with the log's public key alone, and names the first fault.

use std::fs::{self, File};
use std::io::{BufRead, BufReader};

use anyhow::{Context, Result, bail};
use jatak_verify::{Checker, Expect, check_receipt};

use crate::args::Args;

/// Runs the command.
pub(crate) fn command(mut args: Args) -> Result<()> {
    let vkey = args.value::<String>("--vkey")?;
    let vkey = vkey.map(|text| text.parse().with_context(|| format!("--vkey {text}"))).transpose()?;
    let against = args.value::<String>("--against")?;
    let against = match against {
        Some(path) => {
            let text = fs::read_to_string(&path).with_context(|| format!("{path} cannot be read"))?;
            Some(text.parse().with_context(|| format!("{path} holds no checkpoint"))?)
        }
        None => None,
    };
    let rest = args.rest();
    let [path] = rest.as_slice() else { bail!("verify needs one file: an export or a receipt") };
    let mut file = BufReader::new(File::open(path).with_context(|| format!("{path} cannot be read"))?);
    let mut line = Vec::new();
    file.read_until(b'\n', &mut line).with_context(|| format!("{path} cannot be read"))?;
    if line.windows(HEADER.len()).any(|window| window == HEADER) {
        return export(path, file, line, Expect { vkey, against });
    }
    if against.is_some() {
        bail!("--against compares an export with an earlier checkpoint, and {path} is none");
    }
    let text = fs::read_to_string(path).with_context(|| format!("{path} cannot be read"))?;
    let report = check_receipt(&text, vkey).with_context(|| format!("{path} does not verify"))?;
    let leaf = &report.leaf;
    println!(
        "receipt verified: event {} of {}, {}, recorded {}",
        leaf.seq,
        report.origin,
        leaf.kind.word(),
        leaf.recorded_at
    );
    if let Some(phone) = report.private.as_ref().and_then(|private| private.phone.as_ref()) {
        println!("  it says what was done for {}", phone.masked());
    } else {
        println!("  it does not show what was done, only that it was, when and under which notice");
    }
    key(&report.vkey, report.key_known);
    Ok(())
}

/// What the first line of an export holds.
const HEADER: &[u8] = b"\"line\":\"header\"";

fn export(path: &str, mut file: impl BufRead, mut line: Vec<u8>, expect: Expect) -> Result<()> {
    let mut checker = Checker::new(expect);
    while !line.is_empty() {
        checker.line(&line).with_context(|| format!("{path} does not verify"))?;
        line.clear();
        file.read_until(b'\n', &mut line).with_context(|| format!("{path} cannot be read"))?;
    }
    let report = checker.finish().with_context(|| format!("{path} does not verify"))?;
    println!("export verified: {} events of {}, root {}", report.events, report.origin, report.root);
    println!("  {} erased, each by a later leaf; {} without their evidence", report.erased, report.evidence_gone);
    if let Some(size) = report.extends {
        println!("  it extends the earlier checkpoint of {size} events");
    }
    key(&report.vkey, report.key_known);
    Ok(())
}

fn key(vkey: &str, known: bool) {
    if known {
        println!("  signed by the key given");
    } else {
        println!(
            "  signed by the key that the file itself names; compare it with the one the business publishes:\n  {vkey}"
        );
    }
}
