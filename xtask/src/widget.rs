//! The widget's WASM and its glue.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use walrus::ir::{Visitor, dfs_in_order};
use walrus::{Function, FunctionBuilder, FunctionId, FunctionKind, Module};

use crate::run::{cargo, run, step};
use crate::stamp::{Stamp, unless_fresh};
use crate::wasm;
use crate::{assets, paths};

/// The names under which glue and WASM are served.
pub(crate) const GLUE: &str = "jatak.js";
/// See [`GLUE`].
pub(crate) const WASM: &str = "jatak_bg.wasm";

/// What the loader calls of the glue, and so all of it that is kept: a function, left on the script tag that the glue came
/// by, that starts the WASM at an address and gives our `hydrate`, with which counting begins and sending is the WASM's. `{integrity}` is what the
/// WASM must be: the browser runs nothing else. `{loader}` is where the loader's sources lie.
const ENTRY: &str = "import start, { hydrate as takeOver, post } from './jatak.js';
import { count } from '{loader}/shown.js';
const hydrate = (box, data, link) => {
  const release = takeOver(box, data, link);
  link.post = post;
  // A page that broke what a statistic needs keeps its form.
  try { count(box.querySelector('form')); } catch (broken) {}
  return release;
};
document.currentScript.jatak = (url) => start({ module_or_path: fetch(url, { integrity: '{integrity}' }) }).then(() => hydrate);";

/// What the glue has of the loader's sources.
const SHOWN: &str = "widget/loader/shown.js";

/// Builds glue and WASM; returns the directory that holds both.
///
/// The smallest widget has a standard library of its own, compiled for size and without the texts of panics. That
/// needs unstable flags; `stable` leaves them out and costs a third more bytes.
pub(crate) fn build(stable: bool) -> Result<PathBuf> {
    let kind = if stable { "widget-stable" } else { "widget" };
    let target = target(stable);
    step("compiling the widget", || compile("jatak-widget", "hydrate", stable, &target))?;
    let compiled = wasm::built(&target, "wasm", "jatak_widget");
    let out = paths::target().join("xtask").join(kind);
    let stamp = Stamp::begin()?.file(&compiled)?.file(&paths::at(SHOWN))?.finish();
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
        command.arg("-Zbuild-std-features=optimize_for_size");
    }
    run(&mut command)
}

fn shrink(compiled: &Path, out: &Path) -> Result<()> {
    let slim = out.with_extension("slim.wasm");
    let raw = out.with_extension("raw");
    for directory in [&raw, &out.to_path_buf()] {
        fs::create_dir_all(directory).with_context(|| format!("cannot create {}", directory.display()))?;
    }
    without_streams(compiled, &slim)?;
    let mut output = wasm::bindgen(&slim, |bindgen| {
        bindgen.web(true)?.out_name("jatak");
        Ok(())
    })?;
    // What is left of the classes of wasm-streams are their exports.
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
    output.emit(&raw).with_context(|| format!("cannot write to {}", raw.display()))?;
    wasm::optimise(&raw.join(WASM), "-Oz", &[])?;
    let entry = raw.join("entry.js");
    let wasm = fs::read(raw.join(WASM)).with_context(|| format!("cannot read {WASM}"))?;
    let loader = paths::at("widget/loader").display().to_string();
    fs::write(&entry, ENTRY.replace("{integrity}", &assets::integrity(&wasm)).replace("{loader}", &loader))
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

/// Writes `compiled` to `slim` with the functions of wasm-streams empty.
///
/// leptos brings that crate along. Its classes export functions that nothing here calls, and the closures behind these stand
/// in the table of function pointers, from which nothing can tell that nobody takes them: 2 KB of brotli. Before
/// wasm-bindgen runs, so that its glue has no imports for them either.
///
/// The compiler may have found one of them equal to another function and kept this one for both. So whatever anything else
/// calls stays, and so does drop glue, which is called through tables.
fn without_streams(compiled: &Path, slim: &Path) -> Result<()> {
    let mut module = Module::from_file(compiled).with_context(|| format!("cannot read {}", compiled.display()))?;
    // A name may end with the crate that an instance was made for, which says nothing of what it does.
    let is_of_streams = |name: &str| {
        let name = name.strip_suffix("wasm_streams").unwrap_or(name);
        (name.contains("wasm_streams") || name.contains("intounderlying"))
            && !name.contains("drop_in_place")
            && !name.contains("describe")
    };
    let named = |function: &Function| function.name.as_deref().is_some_and(is_of_streams);
    let mut empty: HashSet<FunctionId> = module
        .funcs
        .iter()
        .filter(|one| named(one) && matches!(one.kind, FunctionKind::Local(_)))
        .map(Function::id)
        .collect();
    loop {
        let mut calls = Calls::default();
        for (_, function) in module.funcs.iter_local().filter(|(id, _)| !empty.contains(id)) {
            dfs_in_order(&mut calls, function, function.entry_block());
        }
        let before = empty.len();
        empty.retain(|id| !calls.0.contains(id));
        if empty.len() == before {
            break;
        }
    }
    if empty.is_empty() {
        bail!("no function of wasm-streams is in the widget; if leptos has left it out, drop this step");
    }
    for id in empty {
        let (parameters, results) = module.types.params_results(module.funcs.get(id).ty());
        let (parameters, results) = (parameters.to_vec(), results.to_vec());
        let mut builder = FunctionBuilder::new(&mut module.types, &parameters, &results);
        builder.func_body().unreachable();
        let arguments = parameters.iter().map(|kind| module.locals.add(*kind)).collect();
        module.funcs.get_mut(id).kind = FunctionKind::Local(builder.local_func(arguments));
    }
    walrus::passes::gc::run(&mut module);
    module.emit_wasm_file(slim).with_context(|| format!("cannot write {}", slim.display()))
}

/// The functions that a function calls by name.
#[derive(Default)]
struct Calls(HashSet<FunctionId>);

impl Visitor<'_> for Calls {
    fn visit_function_id(&mut self, function: &FunctionId) {
        self.0.insert(*function);
    }
}
