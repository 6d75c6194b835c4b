//! Reads lines `kind TAB region TAB text TAB answer` (`peer/ask.mjs` writes them) and prints those where this crate answers
//! otherwise, with its own answer and why that is so. Before them stand how many were asked of each kind.
//!
//! `cargo xtask bench phone` runs it.

use std::collections::BTreeMap;
use std::io::{self, BufRead, Write};

use jatak_phone::parse;
use jatak_shared::country::Country;
use jatak_shared::phone::ascii_digits;

fn main() -> io::Result<()> {
    let mut asked: BTreeMap<String, usize> = BTreeMap::new();
    let mut differing = Vec::new();
    for line in io::stdin().lock().lines() {
        let line = line?;
        let parts: Vec<&str> = line.split('\t').collect();
        let [kind, region, text, theirs] = parts[..] else { continue };
        let Ok(country) = region.parse::<Country>() else { continue };
        *asked.entry(kind.to_owned()).or_default() += 1;
        let ours = match parse(text, Some(country)) {
            Ok(number) => number.to_string(),
            Err(fault) => format!("{fault:?}"),
        };
        let same = if theirs == "-" { !ours.starts_with('+') } else { ours == theirs };
        if !same {
            differing.push(format!("{}\t{line}\t{ours}", reason(text, theirs, &ours)));
        }
    }
    let mut out = io::stdout().lock();
    for (kind, count) in asked {
        writeln!(out, "asked\t{kind}\t{count}")?;
    }
    differing.iter().try_for_each(|line| writeln!(out, "{line}"))
}

/// Why the answers differ, by the names that `xtask/src/bench/phone.rs` argues; `other` where no reason is known.
fn reason(text: &str, theirs: &str, ours: &str) -> &'static str {
    match ours {
        "Extension" => return "extension",
        "NotANumber" => return "stranger",
        "AreaCodeNeeded" => return "local",
        "TooShort" | "TooLong" => return "length",
        _ => {}
    }
    let visible: String = ascii_digits(text).chars().filter(|char| "+()0123456789".contains(*char)).collect();
    let digits: String = visible.chars().filter(char::is_ascii_digit).collect();
    // The scripts that the JavaScript port knows beside ASCII: full-width, Arabic-Indic, Persian.
    let known = |char: char| matches!(char, '\u{FF10}'..='\u{FF19}' | '\u{660}'..='\u{669}' | '\u{6F0}'..='\u{6F9}');
    let without_a_zero = (0..theirs.len())
        .any(|at| theirs[at..].starts_with('0') && [&theirs[..at], &theirs[at + 1..]].concat() == ours);
    if text.chars().any(|char| char.is_numeric() && !char.is_ascii() && !known(char)) {
        "script"
    } else if visible.contains("(0)") {
        "bracketed"
    } else if visible.matches('+').count() > 1 {
        "pluses"
    } else if digits.starts_with("00") {
        "zeros"
    } else if without_a_zero {
        "trunk"
    } else if text.chars().any(|char| matches!(char, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}')) {
        "invisible"
    } else {
        "other"
    }
}
