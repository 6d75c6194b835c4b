//! What became of a submission.

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    /// What the loader's promise holds.
    type Awaited;

    #[wasm_bindgen(method, getter)]
    fn status(this: &Awaited) -> u16;
    #[wasm_bindgen(method, getter)]
    fn body(this: &Awaited) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn rescued(this: &Awaited) -> bool;
}

/// What became of a submission, whoever sent it.
pub(super) struct Outcome {
    /// The HTTP status; 0 where no whole answer came.
    pub(super) status: u16,
    /// The answer's body; undefined where it is not JSON.
    pub(super) body: JsValue,
    /// Whether the loader has done what could be done about it: posted the plain form, or painted the new notice.
    pub(super) rescued: bool,
}

impl Outcome {
    /// Waits for what the loader has sent.
    pub(super) async fn awaited(pending: Promise) -> Self {
        match JsFuture::from(pending).await {
            Ok(outcome) => {
                let outcome: Awaited = outcome.unchecked_into();
                Self { status: outcome.status(), body: outcome.body(), rescued: outcome.rescued() }
            }
            // The loader's promise does not reject; were it to, that would be no answer.
            Err(_) => Self { status: 0, body: JsValue::UNDEFINED, rescued: false },
        }
    }
}
