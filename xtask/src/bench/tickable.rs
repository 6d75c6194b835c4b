//! `cargo xtask bench tickable`: how long after the script's response a shopper can tick a box.
//!
//! The measuring itself is `tests/examples/tickable.rs`, where the harness that drives Chromium is.

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use super::machine;
use super::spread::Spread;
use crate::args::Args;
use crate::run::{cargo, output, run, step};
use crate::{build, install};

/// How many loads are measured: enough that p10 and p90 each leave three loads out, and done within a minute.
const LOADS: usize = 31;

/// Fewer would leave p10 and p90 to a single load.
const FEWEST_LOADS: usize = 21;

/// What the median should stay under, in milliseconds: a tenth of a second is what people take for at once.
const AIM: f64 = 100.0;

/// One load of the page: milliseconds after the last byte of `widget.js` was there.
#[derive(Deserialize)]
struct Load {
    present: f64,
    tickable: f64,
    hydrated: f64,
}

/// Builds what is needed, measures, and prints what came out.
pub(crate) fn command(mut args: Args) -> Result<()> {
    let loads = args.value("--loads")?.unwrap_or(LOADS);
    let (no_build, stable) = (args.flag("--no-build"), args.flag("--stable"));
    args.finish()?;
    if loads < FEWEST_LOADS {
        bail!("--loads {loads} is too few for p10 and p90; take at least {FEWEST_LOADS}");
    }
    step("installing what is missing", || {
        install::rust()?;
        install::node_modules()?;
        install::chromium()
    })?;
    if !no_build {
        step("building dist/", || build::dist(stable))?;
    }
    step("building the driver of the browser", || {
        run(cargo().args(["build", "--quiet", "--package", "jatak-tests", "--example", "tickable"]))
    })?;
    let machine = machine::described();
    let found = step("loading the demo shop", || measure(loads))?;
    print(&found, &machine, no_build)
}

/// Loads the page `loads` times.
fn measure(loads: usize) -> Result<Vec<Load>> {
    let this = std::env::current_exe().context("the path of this program")?;
    let mut driver = cargo();
    driver.args(["run", "--quiet", "--package", "jatak-tests", "--example", "tickable", "--"]).arg(loads.to_string());
    // It starts the edge with this very program, as the tests do.
    driver.env("JATAK_XTASK", &this);
    let lines = output(&mut driver)?;
    let found: Vec<Load> = lines
        .lines()
        .map(|line| serde_json::from_str(line).with_context(|| format!("the driver printed `{line}`")))
        .collect::<Result<_>>()?;
    if found.len() != loads {
        bail!("{} of {loads} loads were measured", found.len());
    }
    Ok(found)
}

fn print(found: &[Load], machine: &str, no_build: bool) -> Result<()> {
    let spread = |of: fn(&Load) -> f64| Spread::of(found.iter().map(of)).context("nothing was measured");
    let (present, tickable, hydrated) =
        (spread(|load| load.present)?, spread(|load| load.tickable)?, spread(|load| load.hydrated)?);

    println!("\nMilliseconds after the last byte of widget.js (its responseEnd), n = {}\n", found.len());
    println!("{:<52}{:>8}{:>8}{:>8}", "until", "median", "p10", "p90");
    let row = |what: &str, spread: &Spread| {
        let [median, low, high] = [spread.median(), spread.percentile(10), spread.percentile(90)];
        println!("{what:<52}{median:>8.1}{low:>8.1}{high:>8.1}");
    };
    row("the form is in the page", &present);
    row("a box can be ticked: laid out, its frame produced", &tickable);
    row("the WASM has taken over", &hydrated);
    let verdict = if tickable.median() < AIM { "met" } else { "MISSED" };
    println!("\naim       a box can be ticked in under {AIM:.0} ms, median: {verdict}");
    println!("machine   {machine}");
    println!("browser   {}, headless", machine::chromium());
    println!("commit    {}", machine::commit());
    if no_build {
        println!("          dist/ as it lay there (--no-build), which may be of another commit");
    }
    println!(
        "method    the demo shop of `cargo xtask dev`, 1280 x 900; cache emptied and another site visited before\n          \
         each load; the first load, not counted, is where a box is really clicked\n\
         not in it everything runs on one machine over loopback, and neither network nor processor is throttled:\n          \
         a phone takes longer, above all until the response is there, which is not measured here"
    );
    Ok(())
}
