//! The Durable Objects: thin shells around `jatak-ledger`.

#[expect(missing_docs, reason = "`durable_object` makes public items of its own")]
pub mod directory;
#[expect(missing_docs, reason = "`durable_object` makes public items of its own")]
pub mod heads;
#[expect(missing_docs, reason = "`durable_object` makes public items of its own")]
pub mod ledger;
#[expect(missing_docs, reason = "`durable_object` makes public items of its own")]
pub mod shown;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;
use wasm_bindgen::JsValue;

/// What an object is asked by [`fetch`](worker::DurableObject::fetch), where the answer is a stream. Read as text:
/// `Request::json` goes by way of JavaScript's values, member by member.
async fn asked<T: DeserializeOwned>(request: &mut worker::Request) -> worker::Result<T> {
    serde_json::from_str(&request.text().await?).map_err(|error| worker::Error::RustError(unread(&error)))
}

/// What is told of a call that cannot be read, which only versions that do not belong together exchange. It ends up in the log,
/// and serde quotes what it read, which may be a number: so only where it stopped.
fn unread(error: &serde_json::Error) -> String {
    format!("a call that cannot be read at column {}", error.column())
}

/// What an object is asked by its method `ask`.
fn read<T: DeserializeOwned>(text: &str) -> Result<T, JsValue> {
    serde_json::from_str(text).map_err(|error| fault(&unread(&error)))
}

/// What its method `ask` answers.
fn written(value: &impl Serialize) -> Result<String, JsValue> {
    serde_json::to_string(value).map_err(|error| fault(&error.to_string()))
}

/// A failure, as the exception that whoever asked gets.
fn fault(text: &str) -> JsValue {
    js_sys::Error::new(text).into()
}

/// What an object answers.
fn json(value: impl Serialize) -> serde_json::Result<Box<RawValue>> {
    serde_json::value::to_raw_value(&value)
}
