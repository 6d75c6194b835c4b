//! What the artefacts weigh, against their targets and against what landed last.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::dev::{Options, Running};
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
///
/// With `stable` flags the widget is larger and nobody ships it, so that nothing is held against it.
pub(crate) fn report(stable: bool, update: bool) -> Result<()> {
    let rows = measure()?;
    if update {
        print(&rows, &BTreeMap::new());
        return keep(&rows);
    }
    let landed = landed()?;
    print(&rows, &landed);
    let grown: Vec<_> = rows.iter().filter(|row| has_grown(row, &landed)).map(|row| row.name.as_str()).collect();
    if !grown.is_empty() && !stable {
        bail!(
            "grown by more than {GROWTH_PERCENT} % over {KEPT}: {}; make it smaller, or run \
             `cargo xtask build --update-sizes` and say in the commit what the bytes are for",
            grown.join(", ")
        );
    }
    Ok(())
}

fn print(rows: &[Row], landed: &BTreeMap<String, usize>) {
    println!("\n{:<44}{:>10}{:>10}{:>10}", "", "bytes", "target", "landed");
    let number = |value: Option<usize>| value.map_or_else(String::new, |value| value.to_string());
    for Row { name, bytes, target } in rows {
        let over = if target.is_some_and(|target| *bytes > target) { "  over its target" } else { "" };
        println!("{name:<44}{bytes:>10}{:>10}{:>10}{over}", number(*target), number(landed.get(name).copied()));
    }
    println!();
}

fn keep(rows: &[Row]) -> Result<()> {
    let sizes: BTreeMap<_, _> = rows.iter().map(|row| (&row.name, row.bytes)).collect();
    let text = serde_json::to_string_pretty(&sizes).context("the sizes")? + "\n";
    let path = paths::at(KEPT);
    fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))
}

fn has_grown(row: &Row, landed: &BTreeMap<String, usize>) -> bool {
    landed.get(&row.name).is_some_and(|landed| row.bytes * 100 > landed * (100 + GROWTH_PERCENT))
}

fn measure() -> Result<Vec<Row>> {
    let manifest = paths::dist_assets().join("manifest.json");
    let text = fs::read(&manifest).with_context(|| format!("cannot read {}", manifest.display()))?;
    let manifest: Manifest = serde_json::from_slice(&text).context("the manifest of the assets")?;
    let row = |name: &str, bytes, target| Row { name: name.to_owned(), bytes, target };

    let mut rows: Vec<_> =
        manifest.files.iter().map(|entry| row(&format!("{}, brotli", entry.file), entry.br, None)).collect();
    let taking_over = |entry: &&Entry| [widget::GLUE, widget::WASM, "phone.js"].contains(&entry.file.as_str());
    let later: usize = manifest.files.iter().filter(taking_over).map(|entry| entry.br).sum();
    let Answers { first, help } = answers()?;
    // Targets of the project: a form that can be ticked after one small response, and a whole that weighs less than
    // its usual alternatives.
    rows.push(row("countries and rules of a number, brotli", help, None));
    rows.push(row("until the form can be ticked, brotli", first, Some(8 * 1024)));
    rows.push(row("in all (with glue and WASM), brotli", first + help + later, Some(45 * 1024)));

    let mut edge = 0;
    for file in worker::FILES {
        let path = paths::dist_worker().join(file);
        let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        edge += compress::gzip(&bytes)?.len();
    }
    // The limit of a Worker on the free plan is 3 MB; a third of it leaves room for what is to come.
    rows.push(row("edge bundle, gzip", edge, Some(1024 * 1024)));
    Ok(rows)
}

/// What a running edge answers a page with the form of the demo business.
struct Answers {
    /// The one response that paints the form: loader, data, markup and styles.
    first: usize,
    /// What helps with the number after that: the countries, and how those of one are written.
    help: usize,
}

fn answers() -> Result<Answers> {
    let data = paths::target().join("xtask/sizes");
    if data.exists() {
        fs::remove_dir_all(&data).with_context(|| format!("cannot clear {}", data.display()))?;
    }
    let options = Options {
        port: 0,
        shop_port: 0,
        data,
        limits: true,
        max_object_bytes: None,
        reach_loopback: false,
        country_header: None,
        seed: true,
    };
    let running = Running::start(&options)?;
    let get = |path: &str| {
        let url = format!("{}{path}", running.edge);
        let body = ureq::get(&url).call().and_then(|mut answer| answer.body_mut().read_to_string());
        body.with_context(|| format!("GET {url}"))
    };
    let packed = |text: &str| Ok::<_, anyhow::Error>(compress::brotli(text.as_bytes())?.len());
    let script = get("/nordlys/widget.js?locale=da")?;
    let list = script.split('"').find(|text| text.starts_with("/phone/countries/"));
    let list = list.context("the form data names no list of countries")?;
    let help = packed(&get(list)?)? + packed(&get("/phone/rules/DK")?)?;
    Ok(Answers { first: packed(&script)?, help })
}

fn landed() -> Result<BTreeMap<String, usize>> {
    let text = fs::read(paths::at(KEPT)).with_context(|| format!("{KEPT}, which the sizes are held against"))?;
    serde_json::from_slice(&text).with_context(|| format!("{KEPT} is not a table of sizes"))
}
