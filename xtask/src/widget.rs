//! The widget's WASM and its glue.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::run::{cargo, run, step};
use crate::stamp::{Stamp, unless_fresh};
use crate::wasm;
use crate::{assets, paths};

/// The names under which glue and WASM are served.
pub(crate) const GLUE: &str = "jatak.js";
/// See [`GLUE`].
pub(crate) const WASM: &str = "jatak_bg.wasm";

/// What the loader calls of the glue, and so all of it that is kept: a function, left on the script tag that the glue came
/// by, that starts the WASM at an address and gives our `hydrate`. `{integrity}` is what the WASM must be: the browser runs
/// nothing else.
const ENTRY: &str = "import start, { hydrate } from './jatak.js';
document.currentScript.jatak = (url) => start({ module_or_path: fetch(url, { integrity: '{integrity}' }) }).then(() => hydrate);";

/// Builds glue and WASM; returns the directory that holds both.
///
/// The smallest widget has a standard library of its own, compiled for size and without the texts of panics. That
/// needs unstable flags; `stable` leaves them out and costs a third more bytes.
pub(crate) fn build(stable: bool) -> Result<PathBuf> {
    let kind = if stable { "widget-stable" } else { "widget" };
    let target = target(stable);
    step("compiling the widget", || compile("jatak-widget", "hydrate", stable, &target))?;
    let compiled = wasm::built(&target, "jatak_widget");
    let out = paths::target().join("xtask").join(kind);
    let stamp = Stamp::begin()?.file(&compiled)?.finish();
    unless_fresh(&out.with_extension("stamp"), &stamp, &out, || {
        step("shrinking the widget (wasm-bindgen, wasm-opt, esbuild)", || shrink(&compiled, &out))
    })?;
    Ok(out)
}

/// Where code for browsers is compiled: a directory of its own, for its flags would otherwise rebuild everything else,
/// and everything else it.
pub(crate) fn target(stable: bool) -> PathBuf {
    paths::target().join(if stable { "widget-stable" } else { "widget" })
}

/// Compiles a package for browsers with this feature.
pub(crate) fn compile(package: &str, feature: &str, stable: bool, target: &Path) -> Result<()> {
    let mut command = cargo();
    command.args(["build", "--package", package, "--features", feature, "--profile", "wasm"]);
    command.args(["--target", crate::install::WASM, "--target-dir"]).arg(target);
    if !stable {
        wasm::own_std(&mut command, "-Zfmt-debug=none");
    }
    run(&mut command)
}

fn shrink(compiled: &Path, out: &Path) -> Result<()> {
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
    let entry = raw.join("entry.js");
    let wasm = fs::read(raw.join(WASM)).with_context(|| format!("cannot read {WASM}"))?;
    fs::write(&entry, ENTRY.replace("{integrity}", &assets::integrity(&wasm)))
        .with_context(|| format!("cannot write {}", entry.display()))?;
    wasm::esbuild([
        entry.display().to_string(),
        "--bundle".to_owned(),
        "--format=iife".to_owned(),
        // The glue's default address of the WASM, never used: the address comes with the form data.
        "--define:import.meta.url=\"\"".to_owned(),
        format!("--outfile={}", out.join(GLUE).display()),
    ])?;
    fs::copy(raw.join(WASM), out.join(WASM)).with_context(|| format!("cannot write {WASM}"))?;
    Ok(())
}
