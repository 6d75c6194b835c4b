//! Packing: compressing answers where nothing in front of the edge does, and unpacking what the bundle holds.
//!
//! Cloudflare compresses text on its way out without costing the edge any time; workerd on a box of one's own does not.
//! Both have Node's zlib built in, with brotli, so that a coder costs no bytes of ours.
//!
//! No page packed here mixes a secret with a stranger's words: no cookie is involved, and whoever can ask for a page
//! with a token in its address holds the token. So the length of a packed page tells nothing (BREACH).

use core::cell::{Cell, RefCell};

use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;

use crate::coding::Coding;
use crate::http::{Body, Incoming, Outgoing};

#[wasm_bindgen(module = "node:zlib")]
extern "C" {
    #[wasm_bindgen(js_name = brotliCompressSync, catch)]
    fn brotli_compress(bytes: &[u8], options: &Object) -> Result<Vec<u8>, JsValue>;

    #[wasm_bindgen(js_name = brotliDecompressSync, catch)]
    fn brotli_decompress(bytes: &[u8]) -> Result<Vec<u8>, JsValue>;

    #[wasm_bindgen(js_name = gzipSync, catch)]
    fn gzip_compress(bytes: &[u8]) -> Result<Vec<u8>, JsValue>;
}

/// `BROTLI_PARAM_QUALITY` of brotli's interface.
const PARAM_QUALITY: u32 = 1;

/// For what is packed for one answer. Measured in workerd on the hosted page's 15.5 KB: 4,081 bytes in 0.28 ms, where 4
/// gives 4,325 in 0.18 ms, 9 the same as 5 in 0.45 ms, 11 3,551 in 17 ms, and gzip 4,386 in 0.10 ms.
const QUICK: u8 = 5;

/// For what is packed once and sent often. `widget.js` with its 27.9 KB becomes 7,892 bytes in 30 ms, where [`QUICK`] gives
/// 8,726 in 0.55 ms.
const BEST: u8 = 11;

/// How often a text is asked for before it is packed at its best: at 30 ms that is 4 ms for each, which whoever makes the
/// edge render many texts cannot make more of; and nobody waits for it while an isolate is new.
const WORTH_IT: u32 = 8;

/// Text shorter than this fits into one packet as it is.
const SHORT: usize = 1024;

/// The bytes in this coding; `None` where the runtime would not.
pub fn pack(bytes: &[u8], coding: Coding) -> Option<Vec<u8>> {
    match coding {
        Coding::Identity => Some(bytes.to_vec()),
        Coding::Gzip => gzip_compress(bytes).ok(),
        Coding::Brotli => brotli(bytes, QUICK),
    }
}

/// What these bytes, which are brotli, hold; `None` where they are none.
pub fn unpack(bytes: &[u8]) -> Option<Vec<u8>> {
    brotli_decompress(bytes).ok()
}

fn brotli(bytes: &[u8], quality: u8) -> Option<Vec<u8>> {
    let (options, parameters) = (Object::new(), Object::new());
    Reflect::set_u32(&parameters, PARAM_QUALITY, &quality.into()).ok()?;
    Reflect::set(&options, &"params".into(), &parameters).ok()?;
    brotli_compress(bytes, &options).ok()
}

/// The coding for an answer to this request that is packed here. Where Cloudflare is in front that is none: it packs by
/// itself, and its free plan gives a request 10 ms of processor time.
pub fn coding(incoming: &Incoming) -> Coding {
    if incoming.is_fronted() { Coding::Identity } else { incoming.coding() }
}

/// A page for people as the client takes it; any other answer as it is.
#[must_use]
pub fn page(incoming: &Incoming, answer: Outgoing) -> Outgoing {
    if !answer.is_page() || answer.encoded {
        return answer;
    }
    let answer = answer.varying("Accept-Encoding");
    let coding = coding(incoming);
    match (&answer.body, coding) {
        (_, Coding::Identity) => answer,
        (Body::Bytes(bytes), _) if bytes.len() >= SHORT => match pack(bytes, coding) {
            Some(packed) => answer.packed(packed, coding),
            None => answer,
        },
        _ => answer,
    }
}

/// The packed forms of a text that is served again and again, each made when it is first wanted.
#[derive(Default)]
pub struct Packed {
    gzip: RefCell<Option<Vec<u8>>>,
    brotli: RefCell<Option<Vec<u8>>>,
    /// How often brotli was asked for.
    asked: Cell<u32>,
}

impl Packed {
    /// The text, always the same one, in this coding; `None` where the runtime would not, and for plain bytes, which need
    /// no packing.
    pub fn get(&self, text: &str, coding: Coding) -> Option<Vec<u8>> {
        let (held, quality) = match coding {
            Coding::Identity => return None,
            Coding::Gzip => (&self.gzip, None),
            Coding::Brotli => {
                self.asked.set(self.asked.get().saturating_add(1));
                if self.asked.get() == WORTH_IT {
                    self.brotli.take();
                }
                (&self.brotli, Some(if self.asked.get() < WORTH_IT { QUICK } else { BEST }))
            }
        };
        if held.borrow().is_none() {
            let made = match quality {
                Some(quality) => brotli(text.as_bytes(), quality),
                None => pack(text.as_bytes(), coding),
            };
            *held.borrow_mut() = made;
        }
        held.borrow().clone()
    }
}
