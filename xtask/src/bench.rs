//! `cargo xtask bench`: the benchmarks. They print numbers and judge nothing: no test depends on how fast a machine is.

mod edge;
mod machine;
mod phone;
mod results;
mod spread;
mod tickable;
mod widget;

use anyhow::{Result, bail};

use crate::args::Args;

/// A benchmark.
struct Benchmark {
    name: &'static str,
    /// The sentence that `bench` prints for it.
    what: &'static str,
    run: fn(Args) -> Result<()>,
}

const BENCHMARKS: &[Benchmark] = &[
    Benchmark { name: "edge", what: edge::WHAT, run: edge::command },
    Benchmark { name: "phone", what: phone::WHAT, run: phone::command },
    Benchmark {
        name: "tickable",
        what: "how long after the script's response a box in the demo shop can be ticked \
               [--loads N (31)] [--no-build] [--stable]",
        run: tickable::command,
    },
    Benchmark { name: "widget", what: widget::WHAT, run: widget::command },
];

/// Runs the benchmark that is named, or lists them.
pub(crate) fn command(mut args: Args) -> Result<()> {
    let Some(name) = args.command() else {
        println!("{}", listed());
        return Ok(());
    };
    match BENCHMARKS.iter().find(|benchmark| benchmark.name == name) {
        Some(benchmark) => (benchmark.run)(args),
        None => bail!("no benchmark `{name}`; there are:\n{}", listed()),
    }
}

fn listed() -> String {
    BENCHMARKS.iter().map(|one| format!("  {:<10} {}", one.name, one.what)).collect::<Vec<_>>().join("\n")
}
