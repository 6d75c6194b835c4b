//! `cargo xtask bench edge`: what the edge and its ledger do in a second, beside plain programs that do less.
//!
//! What is measured goes to `bench/results.md`, a section for each part; running one part renews its section alone.

mod decisions;
mod flush;
mod intake;
mod large;
mod load;
mod native;
mod post;
mod servers;
mod writer;

use anyhow::{Result, bail};

use crate::args::Args;
use crate::run::step;
use crate::{build, install};

/// What `cargo xtask bench` says of it.
pub(crate) const WHAT: &str = "the edge beside plain programs that do less, kept in bench/results.md; \
                               parts: post, intake, native, large, decisions (none named: all) \
                               [--rounds N (5)] [--events N (1000000)] [--no-build]";

/// Which part is wanted, and how thoroughly.
pub(crate) struct Options {
    /// How often the servers take turns.
    rounds: usize,
    /// How many events a large ledger has.
    events: u64,
    /// Whether `dist/` was taken as it lay there.
    no_build: bool,
}

/// A part of this benchmark.
type Part = (&'static str, fn(&Options) -> Result<()>);

/// Every part, in the order of `bench/results.md`.
const PARTS: &[Part] = &[
    ("post", post::measure),
    ("intake", intake::measure),
    ("native", native::measure),
    ("large", large::measure),
    ("decisions", decisions::measure),
];

/// Builds what is needed and runs the parts that are named, or all.
pub(crate) fn command(mut args: Args) -> Result<()> {
    let options = Options {
        rounds: args.value("--rounds")?.unwrap_or(5),
        events: args.value("--events")?.unwrap_or(1_000_000),
        no_build: args.flag("--no-build"),
    };
    let named = args.rest();
    if let Some(stranger) = named.iter().find(|name| !PARTS.iter().any(|(part, _)| part == name)) {
        bail!("`{stranger}` is no part of this benchmark; {WHAT}");
    }
    if options.rounds == 0 || options.events < 1_000 {
        bail!("--rounds must be at least 1, --events at least 1000");
    }
    let wanted = |part: &Part| named.is_empty() || named.iter().any(|name| name == part.0);
    step("installing what is missing", || {
        install::rust()?;
        install::node_modules()
    })?;
    // The native part needs no edge.
    if !options.no_build && PARTS.iter().any(|part| part.0 != "native" && wanted(part)) {
        step("building dist/", || build::dist(false))?;
    }
    PARTS.iter().filter(|part| wanted(part)).try_for_each(|(_, measure)| measure(&options))
}
