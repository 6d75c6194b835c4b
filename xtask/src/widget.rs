//! The widget's WASM and its glue.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::paths;
use crate::run::{cargo, run, step};
use crate::stamp::{Stamp, unless_fresh};
use crate::wasm;

/// The names under which glue and WASM are served.
pub(crate) const GLUE: &str = "jatak.js";
/// See [`GLUE`].
pub(crate) const WASM: &str = "jatak_bg.wasm";

/// Builds glue and WASM; returns the directory that holds both.
///
/// The smallest widget has a standard library of its own, compiled for size and without the texts of panics. That
/// needs unstable flags; `stable` leaves them out and costs about a quarter more bytes.
pub(crate) fn build(stable: bool) -> Result<PathBuf> {
    let kind = if stable { "widget-stable" } else { "widget" };
    // A target directory of its own, for its flags would otherwise rebuild everything else, and everything else it.
    let target = paths::target().join(kind);
    step("compiling the widget", || compile(stable, &target))?;
    let compiled = wasm::built(&target, "jatak_widget");
    let out = paths::target().join("xtask").join(kind);
    let boot = paths::at(BOOT);
    let stamp = Stamp::begin()?.file(&compiled)?.file(&boot)?.finish();
    unless_fresh(&out.with_extension("stamp"), &stamp, &out, || {
        step("shrinking the widget (wasm-bindgen, wasm-opt, esbuild)", || shrink(&compiled, &boot, &out))
    })?;
    Ok(out)
}

/// The few lines that start the WASM: the one module that uses the glue, which it imports as `jatak-wasm`.
const BOOT: &str = "widget/loader/boot.js";

fn compile(stable: bool, target: &Path) -> Result<()> {
    let mut command = cargo();
    command.args(["build", "--package", "jatak-widget", "--features", "hydrate", "--profile", "wasm"]);
    command.args(["--target", crate::install::WASM, "--target-dir"]).arg(target);
    if !stable {
        command.args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"]);
        // Lets the pinned stable toolchain take the flags above and below.
        command.env("RUSTC_BOOTSTRAP", "1");
        command.env("RUSTFLAGS", "-Zlocation-detail=none -Zfmt-debug=none -Zunstable-options -Cpanic=immediate-abort");
    }
    run(&mut command)
}

fn shrink(compiled: &Path, boot: &Path, out: &Path) -> Result<()> {
    let mut output = wasm::bindgen(compiled, |bindgen| {
        bindgen.web(true)?.out_name("jatak");
        Ok(())
    })?;
    // leptos brings wasm-streams along, whose classes export functions that nothing here calls; as exports they would
    // keep their code alive.
    let exports = &mut output.wasm_mut().exports;
    let mut unused = Vec::new();
    for export in exports.iter() {
        if export.name.contains("intounderlying") {
            unused.push(export.id());
        }
    }
    for id in unused {
        exports.delete(id);
    }
    let raw = out.with_extension("raw");
    for directory in [&raw, &out.to_path_buf()] {
        fs::create_dir_all(directory).with_context(|| format!("cannot create {}", directory.display()))?;
    }
    output.emit(&raw).with_context(|| format!("cannot write to {}", raw.display()))?;
    wasm::optimise(&raw.join(WASM), "-Oz", &[])?;
    wasm::esbuild([
        boot.display().to_string(),
        "--bundle".to_owned(),
        "--format=iife".to_owned(),
        format!("--alias:jatak-wasm={}", raw.join(GLUE).display()),
        // The glue's default address of the WASM, never used: the address comes with the form data.
        "--define:import.meta.url=\"\"".to_owned(),
        format!("--outfile={}", out.join(GLUE).display()),
    ])?;
    fs::copy(raw.join(WASM), out.join(WASM)).with_context(|| format!("cannot write {WASM}"))?;
    Ok(())
}
