//! `cargo xtask build`: the release artefacts in `dist/`, and what they weigh.

use anyhow::Result;

use crate::args::Args;
use crate::{assets, checker, install, sizes, widget, worker};

/// Builds everything and prints the table of sizes.
pub(crate) fn command(mut args: Args) -> Result<()> {
    let (stable, update) = (args.flag("--stable"), args.flag("--update-sizes"));
    args.finish()?;
    dist(stable)?;
    sizes::report(stable, update)
}

/// Builds `dist/assets` and `dist/worker`; what is up to date is left alone.
pub(crate) fn dist(stable: bool) -> Result<()> {
    install::rust()?;
    install::node_modules()?;
    let widget = widget::build(stable)?;
    let checker = checker::build(stable)?;
    assets::build(&widget, &checker)?;
    worker::build(stable)
}
