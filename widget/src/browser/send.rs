//! Sending a submission.

use gloo_net::http::Request;
use js_sys::{JSON, Object, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::Link;
use super::model::get;

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
    /// The HTTP status; 0 where no answer came.
    pub(super) status: u16,
    /// The answer's body; undefined where it is not JSON.
    pub(super) body: JsValue,
    /// Whether the loader has done what could be done about it: posted the plain form, or painted the new notice.
    pub(super) rescued: bool,
}

impl Outcome {
    /// Waits for the submission that the loader has sent.
    pub(super) async fn awaited(pending: js_sys::Promise) -> Self {
        match JsFuture::from(pending).await {
            Ok(outcome) => {
                let outcome: Awaited = outcome.unchecked_into();
                Self { status: outcome.status(), body: outcome.body(), rescued: outcome.rescued() }
            }
            // The loader's promise does not reject; were it to, that would be no answer.
            Err(_) => Self { status: 0, body: JsValue::UNDEFINED, rescued: false },
        }
    }

    /// Sends `body` to `url`, and lets the loader rescue what it can.
    pub(super) async fn sent(url: &str, body: &JsValue, link: &Link) -> Self {
        let (status, body) = post(url, body, link).await.unwrap_or((0, JsValue::UNDEFINED));
        let rescued = JsFuture::from(link.rescue(status, &body)).await.unwrap_or_default();
        Self { status, body, rescued: rescued.is_truthy() }
    }
}

/// Posts and reads the answer.
async fn post(url: &str, body: &JsValue, link: &Link) -> Option<(u16, JsValue)> {
    let request = Request::post(url)
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", &link.key(body))
        .body(body.clone())
        .ok()?;
    let response = request.send().await.ok()?;
    let status = response.status();
    // gloo-net's own reader would bring serde along.
    let body = match web_sys::Response::from(response).json() {
        Ok(promise) => JsFuture::from(promise).await.unwrap_or_default(),
        Err(_) => JsValue::UNDEFINED,
    };
    Some((status, body))
}

/// The body of a submission, as JSON: the same members in the same order as the loader's, so that a repeated attempt has
/// the same body whoever makes it, and thereby the same idempotency key.
pub(super) fn body(data: &JsValue, link: &Link, categories: &JsValue, phone: &str, country: &str) -> JsValue {
    let subject = object(&[("phone", &phone.into()), ("country", &country.into())]);
    let body = object(&[
        ("notice", &get(&get(data, "notice"), "id")),
        ("offered", &get(data, "offered")),
        ("categories", categories),
        ("subject", &subject),
        ("page", &link.page()),
        ("context", &link.context()),
    ]);
    JSON::stringify(&body).map_or(JsValue::UNDEFINED, JsCast::unchecked_into)
}

/// An object with these members.
pub(super) fn object(members: &[(&str, &JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in members {
        // Setting a member of a fresh object cannot fail.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}
