//! What the artefacts weigh, against their targets and against what landed last.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, bail};
use jatak_shared::locale::Locale;
use serde::Deserialize;

use crate::dev::{Options, Running};
use crate::{compress, paths, widget, worker};

/// The sizes that landed last, in bytes, by the names of the table's rows.
const KEPT: &str = "sizes.json";

/// How much a size may grow before somebody has to say so with `--update-sizes`: 3 %.
const GROWTH_PERCENT: usize = 3;

/// The most that may be sent until a box can be ticked, in the language whose form is the heaviest: one small response.
pub(crate) const FIRST_BYTES: u16 = 8 * 1024;

/// The most that may be sent in all, likewise: less than the usual alternatives.
pub(crate) const ALL_BYTES: u16 = 45 * 1024;

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
    let forms = answers()?;
    let (heaviest, Answers { first, .. }) = forms.iter().max_by_key(|(_, form)| form.first).context("no language")?;
    let help = forms.iter().map(|(_, form)| form.help).max().context("no language")?;
    let all = forms.iter().map(|(_, form)| form.first + form.help).max().context("no language")? + later;
    let listed: Vec<_> = forms.iter().map(|(locale, form)| format!("{locale} {}", form.first)).collect();
    println!("\nThe form until it can be ticked, brotli: {}. The heaviest is `{heaviest}`.", listed.join(", "));
    // Targets of the project: a form that can be ticked after one small response, and a whole that weighs less than
    // its usual alternatives. In each row the language that makes it heaviest.
    rows.push(row("countries and rules of a number, brotli", help, None));
    rows.push(row("until the form can be ticked, brotli", *first, Some(FIRST_BYTES.into())));
    rows.push(row("in all (with glue and WASM), brotli", all, Some(ALL_BYTES.into())));

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

/// The answers in each language.
fn answers() -> Result<Vec<(Locale, Answers)>> {
    let data = paths::target().join("xtask/sizes");
    if data.exists() {
        fs::remove_dir_all(&data).with_context(|| format!("cannot clear {}", data.display()))?;
    }
    let running = Running::start(&Options::on(data))?;
    let get = |path: &str| {
        let url = format!("{}{path}", running.edge);
        let body = ureq::get(&url).call().and_then(|mut answer| answer.body_mut().read_to_string());
        body.with_context(|| format!("GET {url}"))
    };
    let packed = |text: &str| Ok::<_, anyhow::Error>(compress::brotli(text.as_bytes())?.len());
    let rules = packed(&get("/phone/rules/DK")?)?;
    let form = |locale: Locale| {
        let script = get(&format!("/nordlys/widget.js?locale={locale}"))?;
        // A language that the business does not offer is answered in its default one, and would be weighed as that.
        if !script.contains(&format!("\"locale\":\"{locale}\"")) {
            bail!("the demo business does not offer `{locale}`, so its form cannot be weighed (xtask/src/dev/seed.rs)");
        }
        let list = script.split('"').find(|text| text.starts_with("/phone/countries/"));
        let list = list.context("the form data names no list of countries")?;
        Ok((locale, Answers { first: packed(&script)?, help: packed(&get(list)?)? + rules }))
    };
    Locale::ALL.iter().copied().map(form).collect()
}

fn landed() -> Result<BTreeMap<String, usize>> {
    let text = fs::read(paths::at(KEPT)).with_context(|| format!("{KEPT}, which the sizes are held against"))?;
    serde_json::from_slice(&text).with_context(|| format!("{KEPT} is not a table of sizes"))
}
