//! `bench/results.md`: a section for each part, with what it was measured on.

use core::fmt;
use std::fs;

use anyhow::{Context, Result};

use super::machine;
use crate::paths;

/// Where the results are kept.
const FILE: &str = "bench/results.md";

/// The titles of the sections, in their order.
const TITLES: &[&str] = &[
    "A form in a shop's page",
    "Opt-ins a second",
    "What Meta delivers, a second",
    "Decisions about 1,000 people",
    "An append as the ledger grows",
    "An opt-in as the ledger grows, on workerd",
    "Exporting a large ledger",
    "Checking an export",
    "Bytes on disk",
    "Agreement on numbers",
];

/// What stands above them.
const HEAD: &str = "# What it costs

Written by `cargo xtask bench widget` and `cargo xtask bench edge`; each section says on which commit and machine. Ratios travel between machines,
absolute numbers do not.
";

/// Whether a target was met.
pub(crate) enum Verdict {
    Met,
    Missed,
}

impl Verdict {
    pub(crate) fn of(met: bool) -> Self {
        if met { Self::Met } else { Self::Missed }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Met => "met",
            Self::Missed => "**missed**",
        })
    }
}

/// What a section begins its small print with.
pub(crate) fn preamble(machine: &str, no_build: bool) -> String {
    let built = if no_build { ", `dist/` as it lay there" } else { "" };
    format!("Commit {}{built}. Machine: {machine}.\n\n", machine::commit())
}

/// Puts this text in the place of the section of this title; the other sections stay.
pub(crate) fn write(title: &str, text: &str) -> Result<()> {
    let path = paths::at(FILE);
    let old = fs::read_to_string(&path).unwrap_or_default();
    if let Some(directory) = path.parent() {
        fs::create_dir_all(directory).with_context(|| format!("cannot create {}", directory.display()))?;
    }
    fs::write(&path, replaced(&old, title, text)).with_context(|| format!("cannot write {}", path.display()))
}

fn replaced(old: &str, title: &str, text: &str) -> String {
    let kept = |title: &str| {
        let (_, rest) = old.split_once(&format!("\n## {title}\n"))?;
        Some(rest.split_once("\n## ").map_or(rest, |(section, _)| section).trim().to_owned())
    };
    let mut all = HEAD.to_owned();
    for one in TITLES {
        let section = if *one == title { Some(text.trim().to_owned()) } else { kept(one) };
        if let Some(section) = section {
            all.extend(["\n## ", one, "\n\n", &section, "\n"]);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::{HEAD, TITLES, replaced};

    #[test]
    fn a_section_is_renewed_alone_and_sections_keep_their_order() {
        let [first, second] = [TITLES[0], TITLES[1]];
        let one = replaced("", second, "two\n");
        assert_eq!(one, format!("{HEAD}\n## {second}\n\ntwo\n"));
        let both = replaced(&one, first, "one");
        assert_eq!(both, format!("{HEAD}\n## {first}\n\none\n\n## {second}\n\ntwo\n"));
        assert_eq!(replaced(&both, second, "zwei"), format!("{HEAD}\n## {first}\n\none\n\n## {second}\n\nzwei\n"));
    }
}
