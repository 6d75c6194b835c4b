//! Packing: compressing answers that are made here, where nothing in front of the edge does.
//!
//! Cloudflare compresses text on its way out, with brotli, and better without help; workerd on a box of one's own does
//! not. The runtime's own `CompressionStream` knows gzip and costs no bytes of ours.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    type CompressionStream;

    #[wasm_bindgen(constructor)]
    fn new(format: &str) -> CompressionStream;

    #[wasm_bindgen(js_name = Response)]
    type Packed;

    #[wasm_bindgen(constructor, js_class = "Response", catch)]
    fn of_bytes(body: &Uint8Array) -> Result<Packed, JsValue>;

    #[wasm_bindgen(constructor, js_class = "Response", catch)]
    fn of_stream(body: &Stream) -> Result<Packed, JsValue>;

    #[wasm_bindgen(method, getter)]
    fn body(this: &Packed) -> Stream;

    #[wasm_bindgen(method, catch, js_name = arrayBuffer)]
    fn array_buffer(this: &Packed) -> Result<js_sys::Promise, JsValue>;

    type Stream;

    #[wasm_bindgen(method, catch, js_name = pipeThrough)]
    fn pipe_through(this: &Stream, through: &CompressionStream) -> Result<Stream, JsValue>;
}

/// These bytes as gzip; `None` where the runtime would not, and then they are sent as they are.
pub async fn gzip(bytes: &[u8]) -> Option<Vec<u8>> {
    let plain = Packed::of_bytes(&Uint8Array::from(bytes)).ok()?;
    let packed = plain.body().pipe_through(&CompressionStream::new("gzip")).ok()?;
    let buffer = JsFuture::from(Packed::of_stream(&packed).ok()?.array_buffer().ok()?).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}
