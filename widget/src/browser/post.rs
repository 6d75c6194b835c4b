//! Posting a submission, once the WASM is there. What is sent, when and under which key is the loader's to say, so that
//! there is one way to send; this is how.

use gloo_net::http::Request;
use wasm_bindgen::prelude::*;
use web_sys::{AbortSignal, Response};

/// Posts this JSON under this idempotency key, until the signal says to give up.
///
/// # Errors
/// Where no answer comes. Why is not told: whoever asks goes by the browser's own word on whether it is online.
#[wasm_bindgen]
pub async fn post(url: String, key: String, body: String, signal: AbortSignal) -> Result<Response, JsValue> {
    let request = Request::post(&url)
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", &key)
        .abort_signal(Some(&signal))
        .body(body);
    let answer = request.map_err(|_| JsValue::NULL)?.send().await;
    answer.map(Response::from).map_err(|_| JsValue::NULL)
}
