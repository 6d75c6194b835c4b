//! The tools that every WASM artefact passes through: cargo, wasm-bindgen, wasm-opt, esbuild.

use std::ffi::OsStr;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::{Bindgen, Output};

use crate::paths;
use crate::run::run_quietly;

/// What both artefacts use beyond the first version of WebAssembly: what rustc enables by default for
/// `wasm32-unknown-unknown`, and multivalue. Named one by one, because with `--all-features` wasm-opt writes
/// encodings that browsers refuse.
const FEATURES: [&str; 7] = [
    "mutable-globals",
    "sign-ext",
    "nontrapping-float-to-int",
    "bulk-memory",
    "bulk-memory-opt",
    "multivalue",
    "reference-types",
];

/// Runs wasm-bindgen, as the library of the very version that the crates are built with.
///
/// `configure` sets the target; names and producers are dropped, since nobody reads them in production.
pub(crate) fn bindgen(input: &Path, configure: impl FnOnce(&mut Bindgen) -> Result<()>) -> Result<Output> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(input).typescript(false).remove_name_section(true).remove_producers_section(true);
    configure(&mut bindgen)?;
    bindgen.generate_output().with_context(|| format!("wasm-bindgen on {}", input.display()))
}

/// Optimises `file` in place; `level` is `-Oz` or the like, `more` are features beyond [`FEATURES`].
pub(crate) fn optimise(file: &Path, level: &str, more: &[&str]) -> Result<()> {
    let mut command = Command::new(paths::at("node_modules/.bin/wasm-opt"));
    command.arg(file).arg("-o").arg(file).arg(level).args(["--strip-debug", "--strip-producers"]);
    command.args(FEATURES.iter().chain(more).map(|feature| format!("--enable-{feature}")));
    run_quietly(&mut command)
}

/// Runs esbuild, always minifying.
pub(crate) fn esbuild<S: AsRef<OsStr>>(arguments: impl IntoIterator<Item = S>) -> Result<()> {
    let mut command = Command::new(paths::at("node_modules/.bin/esbuild"));
    command.current_dir(paths::root()).args(["--minify", "--log-level=warning", "--legal-comments=none"]);
    run_quietly(command.args(arguments))
}

/// The `.wasm` that cargo leaves for a library, below its target directory.
pub(crate) fn built(target_dir: &Path, library: &str) -> std::path::PathBuf {
    target_dir.join(crate::install::WASM).join("wasm").join(library).with_extension("wasm")
}
