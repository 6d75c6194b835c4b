//! `cargo xtask test`: everything that CI checks.

use anyhow::{Context, Result};

use crate::args::Args;
use crate::run::{cargo, run, step};
use crate::{build, install, lint, paths, sizes};

/// Checks, builds `dist/` once, then runs every test. The words left over go to the tests as filters.
pub(crate) fn command(mut args: Args) -> Result<()> {
    let (long, no_lint, stable) = (args.flag("--long"), args.flag("--no-lint"), args.flag("--stable"));
    let filters = args.rest();
    step("installing what is missing", || {
        install::rust()?;
        install::node_modules()?;
        install::chromium()
    })?;
    if !no_lint {
        lint::check()?;
    }
    step("building dist/", || build::dist(stable))?;
    let this = std::env::current_exe().context("the path of this program")?;
    step("holding the sizes against those that landed", || sizes::report(stable, false))?;
    step("running the tests", || {
        let mut tests = cargo();
        // One run names everything that fails, rather than the first program in which something does.
        tests.args(["test", "--no-fail-fast"]).args(lint::NATIVE).arg("--").args(&filters);
        // Tests start the edge with this very program and never call cargo, which would wait for itself.
        tests.env("JATAK_XTASK", &this).env("JATAK_ROOT", paths::root());
        if long {
            tests.env("JATAK_LONG", "1");
        }
        run(&mut tests)
    })
}
