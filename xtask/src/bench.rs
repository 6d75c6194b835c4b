//! `cargo xtask bench`: says which benchmarks there are.

use anyhow::{Result, bail};

use crate::args::Args;

/// The benchmarks, each with the sentence that `bench` prints for it.
const BENCHMARKS: &[(&str, &str)] = &[];

/// Runs the benchmark that is named, or lists them.
pub(crate) fn command(mut args: Args) -> Result<()> {
    let Some(name) = args.command() else {
        println!("{}", listed());
        return Ok(());
    };
    bail!("no benchmark `{name}`\n{}", listed())
}

fn listed() -> String {
    if BENCHMARKS.is_empty() {
        return "There is no benchmark yet.".to_owned();
    }
    BENCHMARKS.iter().map(|(name, what)| format!("  {name:<10} {what}")).collect::<Vec<_>>().join("\n")
}
