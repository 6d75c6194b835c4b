//! What the artefacts weigh, against their targets and against what landed last.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::{compress, paths, widget, worker};

/// The sizes that landed last, in bytes, by the names of the table's rows.
const KEPT: &str = "sizes.json";

/// How much a size may grow before somebody has to say so with `--update-sizes`: 3 %.
const GROWTH_PERCENT: usize = 3;

/// One row of the table.
struct Row {
    name: String,
    bytes: usize,
    /// The most it should be, where there is a target.
    target: Option<usize>,
}

/// The part of `manifest.json` that is read back.
#[derive(Deserialize)]
struct Manifest {
    files: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    file: String,
    br: usize,
}

/// Prints the table, and holds it against `sizes.json`, or writes that.
pub(crate) fn report(update: bool) -> Result<()> {
    let rows = measure()?;
    println!("\n{:<36}{:>12}{:>12}{:>12}", "", "bytes", "target", "landed");
    let landed = landed()?;
    let number = |value: Option<usize>| value.map_or_else(String::new, |value| value.to_string());
    for Row { name, bytes, target } in &rows {
        let over = if target.is_some_and(|target| *bytes > target) { "  over its target" } else { "" };
        println!("{name:<36}{bytes:>12}{:>12}{:>12}{over}", number(*target), number(landed.get(name).copied()));
    }
    println!();
    let path = paths::at(KEPT);
    if update {
        let sizes: BTreeMap<_, _> = rows.iter().map(|row| (&row.name, row.bytes)).collect();
        let text = serde_json::to_string_pretty(&sizes).context("the sizes")? + "\n";
        return fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()));
    }
    let grown: Vec<_> = rows.iter().filter(|row| has_grown(row, &landed)).map(|row| row.name.as_str()).collect();
    if !grown.is_empty() {
        bail!(
            "grown by more than {GROWTH_PERCENT} % over {KEPT}: {}; make it smaller, or run \
             `cargo xtask build --update-sizes` and say in the commit what the bytes are for",
            grown.join(", ")
        );
    }
    Ok(())
}

fn has_grown(row: &Row, landed: &BTreeMap<String, usize>) -> bool {
    landed.get(&row.name).is_some_and(|landed| row.bytes * 100 > landed * (100 + GROWTH_PERCENT))
}

fn measure() -> Result<Vec<Row>> {
    let manifest = paths::dist_assets().join("manifest.json");
    let text = fs::read(&manifest).with_context(|| format!("cannot read {}", manifest.display()))?;
    let manifest: Manifest = serde_json::from_slice(&text).context("the manifest of the assets")?;
    let mut rows: Vec<_> = manifest
        .files
        .iter()
        .map(|entry| Row { name: format!("{}, brotli", entry.file), bytes: entry.br, target: None })
        .collect();
    let wasm: usize = manifest
        .files
        .iter()
        .filter(|entry| [widget::GLUE, widget::WASM].contains(&entry.file.as_str()))
        .map(|e| e.br)
        .sum();
    rows.push(Row { name: "WASM and glue, brotli".to_owned(), bytes: wasm, target: None });
    let mut edge = 0;
    for file in worker::FILES {
        let path = paths::dist_worker().join(file);
        let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        edge += compress::gzip(&bytes)?.len();
    }
    // The limit of a Worker on the free plan is 3 MB; a third of it leaves room for what is to come.
    rows.push(Row { name: "edge bundle, gzip".to_owned(), bytes: edge, target: Some(1024 * 1024) });
    Ok(rows)
}

fn landed() -> Result<BTreeMap<String, usize>> {
    match fs::read(paths::at(KEPT)) {
        Ok(text) => serde_json::from_slice(&text).with_context(|| format!("{KEPT} is not a table of sizes")),
        Err(_) => Ok(BTreeMap::new()),
    }
}
