//! Installing what a bare machine lacks. Prerequisites are rustup and Node with npm; nothing else.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::paths;
use crate::run::{is_present, output, run, say};

/// The target that both the widget and the edge are compiled for.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// The Rust target, and the toolchain's components.
///
/// They are asked for outright, since rustup may be told not to install anything by itself.
pub(crate) fn rust() -> Result<()> {
    if !is_present("rustup") {
        bail!("rustup is missing: install it from https://rustup.rs, it brings the toolchain of rust-toolchain.toml");
    }
    let targets = output(rustup().args(["target", "list", "--installed"]))?;
    if !targets.lines().any(|line| line == WASM) {
        say(&format!("installing the Rust target {WASM}"));
        run(rustup().args(["target", "add", WASM]))?;
    }
    let installed = output(rustup().args(["component", "list", "--installed"]))?;
    // `rust-src` lets the widget be built with a standard library compiled for size.
    for component in ["clippy", "rustfmt", "rust-src"] {
        // Installed components are listed with the host's name after them, save for `rust-src`.
        if !installed.lines().any(|line| line == component || line.starts_with(&format!("{component}-"))) {
            say(&format!("installing the Rust component {component}"));
            run(rustup().args(["component", "add", component]))?;
        }
    }
    Ok(())
}

/// rustup, in the checkout, so that it acts on the toolchain that `rust-toolchain.toml` names.
fn rustup() -> Command {
    let mut rustup = Command::new("rustup");
    rustup.current_dir(paths::root());
    rustup
}

/// The npm packages of `package-lock.json`, exactly.
///
/// A copy of the lock file inside `node_modules` says what is installed, so that an unchanged tree costs nothing.
/// Install scripts stay off: each tool's binary comes as a package of its own.
pub(crate) fn node_modules() -> Result<()> {
    let wanted = fs::read(paths::at("package-lock.json")).context("cannot read package-lock.json")?;
    let mark = paths::at("node_modules/.installed-lock");
    if fs::read(&mark).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    if !is_present("npm") {
        bail!("npm is missing: install Node 20 or newer, which brings it");
    }
    say("installing the npm packages of package-lock.json");
    run(Command::new("npm").current_dir(paths::root()).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))?;
    fs::write(&mark, wanted).with_context(|| format!("cannot write {}", mark.display()))
}

/// Chromium and its driver, for the browser tests.
pub(crate) fn chromium() -> Result<()> {
    let missing = || !(is_present("chromium") && is_present("chromedriver"));
    if !missing() {
        return Ok(());
    }
    let by_hand = "install them so that `chromium` and `chromedriver` are found in PATH";
    if !is_present("apt-get") {
        bail!("the browser tests need Chromium and its driver, and apt-get is not here to install them: {by_hand}");
    }
    say("installing Chromium and its driver for the browser tests (apt-get)");
    apt_get(&["chromium", "chromium-driver"])
        .with_context(|| format!("apt-get could not install chromium and chromium-driver: {by_hand}"))?;
    if missing() {
        bail!("apt-get installed chromium and chromium-driver, yet they are not in PATH: {by_hand}");
    }
    Ok(())
}

/// The `sqlite3` shell, which a benchmark is held against. Its name.
pub(crate) fn sqlite() -> Result<String> {
    const SHELL: &str = "sqlite3";
    if !is_present(SHELL) {
        say("installing the sqlite3 shell for the benchmark (apt-get)");
        apt_get(&["sqlite3"]).context("the benchmark needs the sqlite3 shell in PATH")?;
    }
    Ok(SHELL.to_owned())
}

/// Installs Debian packages.
fn apt_get(packages: &[&str]) -> Result<()> {
    let is_root = output(Command::new("id").arg("-u"))?.trim() == "0";
    let apt = |words: &[&str]| {
        let mut command = if is_root { Command::new("apt-get") } else { Command::new("sudo") };
        if !is_root {
            command.args(["--non-interactive", "apt-get"]);
        }
        command.args(words).env("DEBIAN_FRONTEND", "noninteractive");
        run(&mut command)
    };
    apt(&["update", "-qq"])?;
    apt(&[&["install", "-y", "-qq", "--no-install-recommends"], packages].concat())
}
