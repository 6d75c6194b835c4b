//! `cargo xtask lint`: format, lints and licences.

use anyhow::Result;

use crate::args::Args;
use crate::run::{cargo, is_present, run, run_quietly, say, step};
use crate::{install, paths};

/// The crates that run on this machine, with the features that they have there.
///
/// Never `--workspace` and never `--all-features`: the widget's `ssr` and `hydrate` exclude each other.
pub(crate) const NATIVE: [&str; 20] = [
    "--package",
    "jatak-verify",
    "--package",
    "jatak-fuzz",
    "--package",
    "jatak-shared",
    "--package",
    "jatak-ledger",
    "--package",
    "jatak-widget",
    "--package",
    "jatak-edge",
    "--package",
    "jatak-phone",
    "--package",
    "jatak-tests",
    "--package",
    "xtask",
    "--features",
    "jatak-ledger/native,jatak-widget/ssr",
];

/// Checks everything that needs no build.
pub(crate) fn command(args: Args) -> Result<()> {
    args.finish()?;
    install::rust()?;
    check()
}

/// Formats the Rust code.
pub(crate) fn format(args: Args) -> Result<()> {
    args.finish()?;
    run(cargo().args(["fmt", "--all"]))
}

/// Format, clippy once for each shape the code is compiled in, and licences.
pub(crate) fn check() -> Result<()> {
    step("checking the format", || run(cargo().args(["fmt", "--all", "--check"])))?;
    step("clippy: what runs on this machine", || clippy(&[&NATIVE[..], &["--all-targets"]].concat()))?;
    let wasm = ["--target", install::WASM];
    step("clippy: the edge, wasm32", || clippy(&[&["--package", "jatak-edge"][..], &wasm].concat()))?;
    step("clippy: the widget in the browser, wasm32", || {
        clippy(&[&["--package", "jatak-widget", "--features", "hydrate"][..], &wasm].concat())
    })?;
    licences()
}

fn clippy(which: &[&str]) -> Result<()> {
    run(cargo().arg("clippy").args(which).args(["--quiet", "--", "--deny", "warnings"]))
}

/// Licences, advisories, bans and sources, by `cargo deny` where it is installed.
fn licences() -> Result<()> {
    if !is_present("cargo-deny") {
        say("cargo deny: NOT CHECKED, for it is not installed");
        println!(
            "    Licences, advisories, bans and sources of the dependencies were not held against {}.\n    \
             `cargo install --locked cargo-deny` installs it.",
            paths::at("deny.toml").display()
        );
        return Ok(());
    }
    let deny = |which: &[&str]| run_quietly(cargo().args(["deny", "--workspace", "check"]).args(which));
    step("cargo deny: licences, bans, sources", || deny(&["licenses", "bans", "sources"]))?;
    let outcome = step("cargo deny: advisories", || deny(&["advisories"]));
    // The list of advisories is fetched anew; being offline is no fault of the code, but nor is it a pass.
    match outcome {
        Err(error) if format!("{error:#}").contains("failed to fetch advisory database") => {
            say("cargo deny: advisories NOT CHECKED, for their list could not be fetched");
            Ok(())
        }
        other => other,
    }
}
