//! The edge's two modules: `index.js` and `index_bg.wasm`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::paths;
use crate::run::{cargo, run, step};
use crate::stamp::{Stamp, unless_fresh};
use crate::wasm;

/// The names of the two modules in `dist/worker`.
pub(crate) const FILES: [&str; 2] = ["index.js", "index_bg.wasm"];

/// The names of the functions of `index_bg.wasm`, by the numbers that a stack in a log tells them by.
const NAMES: &str = "worker.symbols";

/// Compiles the edge with the assets of `dist/assets` inside, and writes `dist/worker`.
///
/// As the widget it has a standard library of its own, unless `stable`. Here that saves 65 KB and 4 % of the processor
/// time of a submission, and costs the texts of panics; what a log tells of one is the stack of its trap. Unlike the widget it
/// is compiled for speed (profile `wasm-edge`).
pub(crate) fn build(stable: bool) -> Result<()> {
    let target = paths::target().join(if stable { "edge-stable" } else { "edge" });
    step("compiling the edge", || {
        let mut command = cargo();
        command.args(["build", "--package", "jatak-edge", "--profile", "wasm-edge", "--target", crate::install::WASM]);
        command.arg("--target-dir").arg(&target).env("JATAK_ASSETS", paths::dist_assets());
        if !stable {
            wasm::own_std(&mut command, "");
        }
        run(&mut command)
    })?;
    let compiled = wasm::built(&target, "wasm-edge", "jatak_edge");
    let shim = paths::at("edge/src/shim.js");
    let out = paths::dist_worker();
    let stamp = Stamp::begin()?.file(&compiled)?.file(&shim)?.finish();
    unless_fresh(&paths::target().join("xtask/worker.stamp"), &stamp, &out, || {
        step("bundling the edge (wasm-bindgen, wasm-opt, esbuild)", || bundle(&compiled, &shim, &out))
    })?;
    Ok(())
}

/// Both switches are those of `worker-build` for the same version of `worker`: after a panic or trap the instance is
/// thrown away and a new one made, instead of running on with memory in an unknown state.
fn bundle(compiled: &Path, shim: &Path, out: &Path) -> Result<()> {
    let mut output = wasm::bindgen(compiled, |bindgen| {
        bindgen.module(true)?.out_name("index").reset_state_function(true).force_enable_abort_handler(true);
        bindgen.remove_name_section(false);
        Ok(())
    })?;
    let raw = paths::target().join("xtask/worker");
    if raw.exists() {
        fs::remove_dir_all(&raw).with_context(|| format!("cannot clear {}", raw.display()))?;
    }
    for directory in [&raw, &out.to_path_buf()] {
        fs::create_dir_all(directory).with_context(|| format!("cannot create {}", directory.display()))?;
    }
    output.emit(&raw).with_context(|| format!("cannot write to {}", raw.display()))?;
    let [js, wasm] = FILES;
    // `-Os` and not `-Oz`: the bundle is 3 KB smaller as gzip, and no slower.
    let names = out.with_file_name(NAMES);
    wasm::optimise_and_name(&raw.join(wasm), "-Os", &["exception-handling"], &names)?;
    fs::copy(shim, raw.join("shim.js")).context("cannot copy the shim")?;
    wasm::esbuild([
        raw.join("shim.js").display().to_string(),
        "--bundle".to_owned(),
        "--format=esm".to_owned(),
        "--external:./index_bg.wasm".to_owned(),
        "--external:cloudflare:*".to_owned(),
        "--external:node:*".to_owned(),
        format!("--outfile={}", out.join(js).display()),
    ])?;
    import_module_plainly(&out.join(js))?;
    fs::copy(raw.join(wasm), out.join(wasm)).with_context(|| format!("cannot write {wasm}"))?;
    Ok(())
}

/// wasm-bindgen imports the compiled module with the proposed `import source`; workerd gives the same with `import`.
fn import_module_plainly(js: &Path) -> Result<()> {
    let text = fs::read_to_string(js).with_context(|| format!("cannot read {}", js.display()))?;
    fs::write(js, text.replace("import source ", "import ")).with_context(|| format!("cannot write {}", js.display()))
}
