//! The files under `/assets/<hash>/`, and other texts that never change while a build serves.
//!
//! Each is embedded once, as brotli at its strongest: that is what nearly every client takes. What else a client may
//! want is made from it, once an isolate.

use core::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use crate::coding::Coding;
use crate::pack;

/// A file of the bundle.
#[derive(Debug)]
pub struct Asset {
    /// Its name: `jatak.js`, `jatak_bg.wasm`, `loader.js`, `element.js`, `jatak.d.ts`, `phone.js`, `export.js`, `hosted.js`,
    /// `form.css`, `page.css`, `openapi.json` or `verify.html`.
    pub file: &'static str,
    /// Its path on this edge: `/assets/<hash>/<file>`, for the last two `/openapi.json` and `/verify`.
    pub path: &'static str,
    /// Its `Content-Type`.
    pub content_type: &'static str,
    /// What it is, as subresource integrity has it.
    pub integrity: &'static str,
    /// The content security policy that a page is made for; empty for anything else.
    pub policy: &'static str,
    /// Its bytes, compressed with brotli.
    pub br: &'static [u8],
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

/// Other forms of the assets, by name and coding: at most two of each, 0.4 MB in all.
type Made = HashMap<(&'static str, Coding), Rc<[u8]>>;

thread_local! {
    static MADE: RefCell<Made> = RefCell::default();
}

impl Asset {
    /// Its bytes in this coding; `None` where the runtime would not unpack them, which would be a fault of the bundle.
    pub fn bytes(&self, coding: Coding) -> Option<Rc<[u8]>> {
        if coding == Coding::Brotli {
            return Some(self.br.into());
        }
        if let Some(made) = MADE.with_borrow(|made| made.get(&(self.file, coding)).cloned()) {
            return Some(made);
        }
        let made: Rc<[u8]> = match coding {
            Coding::Identity => pack::unpack(self.br)?.into(),
            _ => pack::pack(&self.bytes(Coding::Identity)?, coding)?.into(),
        };
        MADE.with_borrow_mut(|held| held.insert((self.file, coding), Rc::clone(&made)));
        Some(made)
    }

    /// Its text, where it is one.
    pub fn text(&self) -> Option<Rc<str>> {
        let bytes = self.bytes(Coding::Identity)?;
        core::str::from_utf8(&bytes).ok().map(Rc::from)
    }
}
