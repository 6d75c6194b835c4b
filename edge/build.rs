//! Embeds the assets that `cargo xtask build` wrote.
//!
//! The directory is named by `JATAK_ASSETS`, by default `../dist/assets`. Where it holds no manifest the table is
//! empty, so that checks and lints need no build before them.

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use serde::Deserialize;

/// The part of `manifest.json` that is embedded.
#[derive(Default, Deserialize)]
struct Manifest {
    hash: String,
    files: Vec<Entry>,
}

/// One file, as the manifest describes it.
#[derive(Deserialize)]
struct Entry {
    file: String,
    path: String,
    #[serde(rename = "type")]
    content_type: String,
    integrity: String,
    #[serde(default)]
    policy: String,
}

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-env-changed=JATAK_ASSETS");
    let here = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").ok_or("cargo did not set CARGO_MANIFEST_DIR")?);
    let assets = env::var_os("JATAK_ASSETS").map_or_else(|| here.join("../dist/assets"), PathBuf::from);
    let manifest = assets.join("manifest.json");
    // The files themselves never change under one hash, so the manifest stands for all of them.
    println!("cargo::rerun-if-changed={}", manifest.display());
    let manifest: Manifest = match fs::read(&manifest) {
        Ok(text) => serde_json::from_slice(&text).map_err(|error| format!("{}: {error}", manifest.display()))?,
        Err(_) => Manifest::default(),
    };
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo did not set OUT_DIR")?).join("assets.rs");
    Ok(fs::write(out, table(&manifest, &assets)?)?)
}

/// The Rust source of the table, included by `src/assets.rs`.
fn table(manifest: &Manifest, assets: &Path) -> Result<String, Box<dyn Error>> {
    let mut source = String::from("&[\n");
    for Entry { file, path, content_type, integrity, policy } in &manifest.files {
        let at = assets.join(&manifest.hash).join(file);
        let at = at.to_str().ok_or("the path of the checkout is not UTF-8")?;
        writeln!(
            source,
            "Asset {{ file: {file:?}, path: {path:?}, content_type: {content_type:?}, \
             integrity: {integrity:?}, policy: {policy:?}, br: include_bytes!({:?}) }},",
            format!("{at}.br"),
        )?;
    }
    source.push(']');
    Ok(source)
}
