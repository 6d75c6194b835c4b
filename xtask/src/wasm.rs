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

/// Makes this cargo build compile a standard library of its own, in which a panic is a trap without a text.
///
/// That needs unstable flags, which the pinned stable toolchain takes by `RUSTC_BOOTSTRAP`; `more` are further ones. They
/// rebuild everything, so that such a build has a target directory of its own.
pub(crate) fn own_std(command: &mut Command, more: &str) {
    command.arg("-Zbuild-std=std,panic_abort");
    command.env("RUSTC_BOOTSTRAP", "1");
    command.env("RUSTFLAGS", format!("-Zlocation-detail=none {more} -Zunstable-options -Cpanic=immediate-abort"));
}

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
    wasm_opt(file, &[level, "--strip-debug", "--strip-producers"], more)
}

/// Optimises `file`, which has its names still, and takes them out: into `names` goes a line `number:name` for each
/// function, so that a stack in a log, which tells functions by number, can be read.
pub(crate) fn optimise_and_name(file: &Path, level: &str, more: &[&str], names: &Path) -> Result<()> {
    wasm_opt(file, &[level, "-g", "--strip-producers"], more)?;
    // In a second run, which changes no function: numbers are final only now.
    wasm_opt(file, &[&format!("--symbolmap={}", names.display()), "--strip-debug"], more)
}

fn wasm_opt(file: &Path, arguments: &[&str], more: &[&str]) -> Result<()> {
    let mut command = Command::new(paths::at("node_modules/.bin/wasm-opt"));
    command.arg(file).arg("-o").arg(file).args(arguments);
    command.args(FEATURES.iter().chain(more).map(|feature| format!("--enable-{feature}")));
    run_quietly(&mut command)
}

/// Runs esbuild, always minifying.
pub(crate) fn esbuild<S: AsRef<OsStr>>(arguments: impl IntoIterator<Item = S>) -> Result<()> {
    let mut command = Command::new(paths::at("node_modules/.bin/esbuild"));
    command.current_dir(paths::root()).args(["--minify", "--log-level=warning", "--legal-comments=none"]);
    run_quietly(command.args(arguments))
}

/// The `.wasm` that cargo leaves for a library of this profile, below its target directory.
pub(crate) fn built(target_dir: &Path, profile: &str, library: &str) -> std::path::PathBuf {
    target_dir.join(crate::install::WASM).join(profile).join(library).with_extension("wasm")
}
