//! `cargo xtask bench widget`: our form beside the same form by hand and two cookie tools, in a browser as slow as a cheap
//! phone.
//!
//! The loading itself is `tests/examples/beside/`, where the harness that drives Chromium is. What came out goes to
//! `bench/results.md`.

mod report;

use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use super::{machine, results};
use crate::args::Args;
use crate::run::{cargo, output, run, say, step};
use crate::{build, install, paths, wasm};

/// What `cargo xtask bench` says of it.
pub(crate) const WHAT: &str = "our form beside the same form by hand, vanilla-cookieconsent and klaro, on a slow line and a \
                               slow processor, kept in bench/results.md [--rounds N (11)] [--locale CODE (the heaviest)] \
                               [--no-build] [--stable]";

/// With fewer, p10 and p90 would be the least and the greatest value: such a run is shown and not kept.
const FEWEST_ROUNDS: usize = 11;

/// The peers' own files, each with the name it is served under.
const PEERS: [(&str, &str); 5] = [
    ("tests/peers/form.js", "form.js"),
    ("tests/peers/form.css", "form.css"),
    ("tests/peers/cookieconsent.js", "cookieconsent.js"),
    ("node_modules/vanilla-cookieconsent/dist/cookieconsent.css", "cookieconsent.css"),
    ("tests/peers/klaro.js", "klaro.js"),
];

/// What is measured, as the driver says first.
#[derive(Deserialize)]
struct Setting {
    locale: String,
    /// By how much our form moved the page where no height was reserved: the observer sees what there is to see.
    unreserved_shift: f64,
}

/// One load of one peer's page. Moments in milliseconds from the start of the navigation.
#[derive(Deserialize)]
struct Load {
    peer: String,
    tickable: Option<f64>,
    interactive: Option<f64>,
    shift: f64,
    tasks: Vec<Task>,
    /// When the first file of the peer was there; none for the page alone.
    arrived: Option<f64>,
    requests: u32,
    first_bytes: u32,
    bytes: u32,
}

/// A task of the page's main thread that took 50 ms or more; browsers report no shorter one.
#[derive(Deserialize)]
struct Task {
    start: f64,
    duration: f64,
}

/// Builds what is needed, measures, and keeps what came out.
pub(crate) fn command(mut args: Args) -> Result<()> {
    let rounds = args.value("--rounds")?.unwrap_or(FEWEST_ROUNDS);
    let locale: Option<String> = args.value("--locale")?;
    let (no_build, stable) = (args.flag("--no-build"), args.flag("--stable"));
    args.finish()?;
    if rounds == 0 {
        bail!("--rounds must be at least 1");
    }
    step("installing what is missing", || {
        install::rust()?;
        install::node_modules()?;
        install::chromium()
    })?;
    if !no_build {
        step("building dist/", || build::dist(stable))?;
    }
    let peers = step("minifying the peers", minify)?;
    step("building the driver of the browser", || {
        run(cargo().args(["build", "--quiet", "--package", "jatak-tests", "--example", "beside"]))
    })?;
    let machine = machine::described();
    let mut driver = cargo();
    driver.args(["run", "--quiet", "--package", "jatak-tests", "--example", "beside", "--"]);
    driver.arg(&peers).arg(rounds.to_string()).args(locale);
    // It starts the edge with this very program, as the tests do.
    driver.env("JATAK_XTASK", std::env::current_exe().context("the path of this program")?);
    let lines = step(&format!("loading five pages {rounds} times"), || output(&mut driver))?;
    let (setting, loads) = read(&lines)?;
    let text = report::section(&setting, &loads, &results::preamble(&machine, no_build || stable))?;
    println!("\n{text}");
    if rounds < FEWEST_ROUNDS || stable {
        say("nothing is kept of a run with few rounds or --stable");
        return Ok(());
    }
    results::write(report::TITLE, &text)
}

/// Bundles and minifies the peers' files, for browsers of today: what older ones need costs them nothing here. Returns where
/// they lie.
fn minify() -> Result<PathBuf> {
    let out = paths::target().join("xtask/peers");
    for (source, name) in PEERS {
        let outfile = format!("--outfile={}", out.join(name).display());
        wasm::esbuild([source, "--bundle", "--format=iife", "--global-name=optIn", &outfile])?;
    }
    Ok(out)
}

/// What the driver printed: a line on what is measured, and one for each load.
fn read(lines: &str) -> Result<(Setting, Vec<Load>)> {
    let mut lines = lines.lines();
    let first = lines.next().context("the driver printed nothing")?;
    let setting = serde_json::from_str(first).with_context(|| format!("the driver printed `{first}`"))?;
    let loads = lines.map(|line| serde_json::from_str(line).with_context(|| format!("the driver printed `{line}`")));
    Ok((setting, loads.collect::<Result<_>>()?))
}
