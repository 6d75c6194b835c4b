//! Sending a submission, once the WASM is there. What is sent, when and under which key is the loader's to say, so that
//! there is one way to send; this is how.

use gloo_net::http::Request;
use wasm_bindgen::prelude::*;
use web_sys::Response;

/// Sends this request, until its signal says to give up.
///
/// # Errors
/// Where no answer comes. Why is not told: whoever asks goes by the browser's own word on whether it is online.
#[wasm_bindgen]
pub async fn post(request: web_sys::Request) -> Result<Response, JsValue> {
    Request::from(request).send().await.map(Response::from).map_err(|_| JsValue::NULL)
}
