//! `fuzz`: feeds every parser with what a coverage-guided engine makes up, for a bounded time.
//!
//! libFuzzer itself, without `cargo fuzz`: that wants a nightly compiler for its sanitizers, and there is no `unsafe` here
//! for them to watch. The flags below are what gives the engine its feedback.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::args::Args;
use crate::{paths, run};

/// The targets, as their functions are named.
const TARGETS: [&str; 8] = ["event", "token", "checkpoint", "proof", "notice", "import_line", "export", "whatsapp"];

/// How long each target runs where nobody says.
const SECONDS: u64 = 30;

/// The longest input tried: a notice of one category has 2 KB, an event's line 1 KB, so this holds several lines.
const MAX_LEN: usize = 16 * 1024;

/// Counts edges and watches comparisons.
const COVERAGE: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares -Ccodegen-units=1";

/// Runs the command: `--seconds` is for each target, further words choose targets.
pub(crate) fn command(mut args: Args) -> Result<()> {
    let seconds = args.value("--seconds")?.unwrap_or(SECONDS);
    let chosen = args.rest();
    if let Some(unknown) = chosen.iter().find(|name| !TARGETS.contains(&name.as_str())) {
        bail!("no fuzz target `{unknown}`; there are {}", TARGETS.join(", "));
    }
    if !["c++", "g++", "clang++"].into_iter().any(run::is_present) {
        bail!("the fuzzing engine is C++; install a compiler for it, such as Debian's g++");
    }
    let host = run::output(Command::new("rustc").arg("-vV"))?;
    let host = host.lines().find_map(|line| line.strip_prefix("host: ")).context("rustc -vV names no host")?;
    let target = paths::target().join("fuzz");
    run::step("building the fuzz targets", || {
        let mut build = run::cargo();
        build.args(["build", "--package", "jatak-fuzz", "--features", "engine", "--bins", "--profile", "fuzz"]);
        // With a target named, the flags are for the targets and not for build scripts and macros.
        build.args(["--target", host, "--target-dir"]).arg(&target).env("RUSTFLAGS", COVERAGE);
        run::run(&mut build)
    })?;
    for name in TARGETS.iter().filter(|name| chosen.is_empty() || chosen.iter().any(|one| one == *name)) {
        let dashed = name.replace('_', "-");
        let corpus = target.join("corpus").join(name);
        fs::create_dir_all(&corpus).with_context(|| format!("cannot create {}", corpus.display()))?;
        let binary = target.join(host).join("fuzz").join(format!("fuzz-{dashed}"));
        let mut fuzz = Command::new(binary);
        fuzz.arg(&corpus).arg(paths::at("tests/fuzz/seeds").join(name));
        fuzz.arg(format!("-max_total_time={seconds}")).arg(format!("-max_len={MAX_LEN}"));
        fuzz.arg(format!("-artifact_prefix={}/", target.display())).args(["-print_final_stats=1", "-verbosity=0"]);
        run::step(&format!("fuzzing {name} for {seconds} s"), || run::run(&mut fuzz))?;
    }
    Ok(())
}
