//! What the edge serves under `/assets/<hash>/`, and its description: collected, minified, compressed, and listed in a
//! manifest.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use data_encoding::{BASE64, HEXLOWER};
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::run::step;
use crate::stamp::{Stamp, unless_fresh};
use crate::{checker, compress, paths, wasm, widget};

/// Scripts and styles: where each one's first file lies, and the name it is served under. What it imports is bundled
/// into it.
const SOURCES: [(&str, &str); 10] = [
    ("widget/loader/loader.js", "loader.js"),
    (MODULES[0], "phone.js"),
    (MODULES[1], "confirm.js"),
    ("widget/loader/element.js", "element.js"),
    ("widget/pages/embed.js", "embed.js"),
    ("widget/pages/export.js", "export.js"),
    ("widget/pages/hosted.js", "hosted.js"),
    ("widget/pages/preview.js", "preview.js"),
    ("widget/styles/form.css", "form.css"),
    ("widget/styles/page.css", "page.css"),
];

/// Those that are imported, and so have to stay modules.
const MODULES: [&str; 2] = ["widget/phone/phone.js", "widget/confirm/confirm.js"];

/// The types of what a shop's script may call, as they are written.
const TYPES: (&str, &str) = ("widget/loader/jatak.d.ts", "jatak.d.ts");

/// The description of the API, served under its own name: in the bundle for its compression alone.
const DESCRIPTION: (&str, &str) = ("edge/openapi.json", "openapi.json");

/// Oldest browsers that must show the form (README, limits).
const FLOOR: &str = "--target=chrome80,safari14";

/// `manifest.json`, which `edge/build.rs` reads.
#[derive(Serialize)]
struct Manifest {
    hash: String,
    files: Vec<Entry>,
}

/// One file of the manifest; sizes in bytes.
#[derive(Serialize)]
struct Entry {
    file: String,
    path: String,
    #[serde(rename = "type")]
    content_type: &'static str,
    /// For `<script integrity>`.
    integrity: String,
    raw: usize,
    br: usize,
    /// The content security policy of a page.
    #[serde(skip_serializing_if = "Option::is_none")]
    policy: Option<String>,
}

/// Writes `dist/assets` from the widget's directory, the page that checks files, and the text sources.
pub(crate) fn build(widget: &Path, checker: &checker::Built) -> Result<()> {
    let from_widget = [widget::GLUE, widget::WASM].map(|file| widget.join(file));
    let mut stamp = Stamp::begin()?;
    for file in &from_widget {
        stamp = stamp.file(file)?;
    }
    for directory in ["widget/loader", "widget/phone", "widget/confirm", "widget/pages", "widget/styles"] {
        stamp = stamp.directory(&paths::at(directory))?;
    }
    stamp = stamp.file(&paths::at(DESCRIPTION.0))?.file(&checker.page)?;
    let out = paths::dist_assets();
    unless_fresh(&paths::target().join("xtask/assets.stamp"), &stamp.finish(), &out.join("manifest.json"), || {
        step("minifying and compressing the assets", || write(&from_widget, checker, &out))
    })?;
    Ok(())
}

fn write(from_widget: &[PathBuf], checker: &checker::Built, out: &Path) -> Result<()> {
    let mut files = Vec::new();
    for path in from_widget {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        files.push((name, read(path)?));
    }
    let minified = paths::target().join("xtask/minified");
    for (source, name) in SOURCES {
        let target = minified.join(name);
        let outfile = format!("--outfile={}", target.display());
        let format = if MODULES.contains(&source) { "--format=esm" } else { "--format=iife" };
        wasm::esbuild([source, "--bundle", format, FLOOR, &outfile])?;
        files.push((name.to_owned(), read(&target)?));
    }
    files.push((TYPES.1.to_owned(), read(&paths::at(TYPES.0))?));
    if out.exists() {
        fs::remove_dir_all(out).with_context(|| format!("cannot clear {}", out.display()))?;
    }
    let hash = hash(&files);
    let directory = out.join(&hash);
    fs::create_dir_all(&directory).with_context(|| format!("cannot create {}", directory.display()))?;
    let mut entries = Vec::new();
    for (file, raw) in files {
        entries.push(entry(&directory, format!("/assets/{hash}/{file}"), file, &raw)?);
    }
    let (source, name) = DESCRIPTION;
    entries.push(entry(&directory, format!("/{name}"), name.to_owned(), &read(&paths::at(source))?)?);
    let page = entry(&directory, "/verify".to_owned(), checker::PAGE.to_owned(), &read(&checker.page)?)?;
    entries.push(Entry { policy: Some(checker.policy.clone()), ..page });
    let manifest = Manifest { hash, files: entries };
    let text = serde_json::to_string_pretty(&manifest).context("the manifest")?;
    fs::write(out.join("manifest.json"), text).context("cannot write manifest.json")
}

/// Writes a file as it is, for whoever reads along, and as brotli, which is what the edge carries.
fn entry(directory: &Path, path: String, file: String, raw: &[u8]) -> Result<Entry> {
    let br = compress::brotli(raw)?;
    for (name, bytes) in [(file.clone(), raw), (format!("{file}.br"), &br)] {
        let path = directory.join(name);
        fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(Entry {
        path,
        content_type: content_type(&file),
        integrity: integrity(raw),
        raw: raw.len(),
        br: br.len(),
        policy: None,
        file,
    })
}

/// What subresource integrity calls these bytes. SHA-256, as everywhere here: the form data carries it, and each byte of it
/// stands between a shopper and the first tick.
pub(crate) fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", BASE64.encode(&Sha256::digest(bytes)))
}

/// Names the set by its content, so that its addresses may be cached for ever.
///
/// 64 bits are enough: two sets that a developer builds must not collide, and nobody else can bring one in.
fn hash(files: &[(String, Vec<u8>)]) -> String {
    let mut hasher = Sha256::new();
    for (name, content) in files {
        hasher.update(Sha256::digest(name));
        hasher.update(Sha256::digest(content));
    }
    HEXLOWER.encode(&hasher.finalize()[..8])
}

fn content_type(file: &str) -> &'static str {
    match Path::new(file).extension().and_then(|extension| extension.to_str()) {
        Some("js") => "text/javascript; charset=utf-8",
        // Read by people and by compilers, run by nothing.
        Some("ts") => "text/plain; charset=utf-8",
        Some("json") => "application/json",
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        // Without this very type `WebAssembly.compileStreaming` refuses.
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    }
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}
