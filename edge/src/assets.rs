//! The files under `/assets/<hash>/`, embedded with their compressed forms: workerd itself does not compress.

/// A file that is served for ever under a path that names its content.
#[derive(Debug)]
pub struct Asset {
    /// Its name: `jatak.js`, `jatak_bg.wasm`, `loader.js`, `export.js`, `hosted.js`, `form.css` or `page.css`.
    pub file: &'static str,
    /// Its path on this edge: `/assets/<hash>/<file>`.
    pub path: &'static str,
    /// Its `Content-Type`.
    pub content_type: &'static str,
    /// Its hash as `<script integrity>` wants it: `sha384-…`.
    pub integrity: &'static str,
    /// Its bytes as they are.
    pub raw: &'static [u8],
    /// The same, compressed with brotli.
    pub br: &'static [u8],
    /// The same, compressed with gzip.
    pub gz: &'static [u8],
}

/// Every asset; empty only where the crate is checked without `cargo xtask build` before it.
pub static ASSETS: &[Asset] = include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// The asset served under `path`.
pub fn at(path: &str) -> Option<&'static Asset> {
    ASSETS.iter().find(|asset| asset.path == path)
}

/// The asset of this name.
pub fn named(file: &str) -> Option<&'static Asset> {
    ASSETS.iter().find(|asset| asset.file == file)
}
