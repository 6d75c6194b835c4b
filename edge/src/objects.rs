//! The Durable Objects: thin shells around `jatak-ledger`.

#[expect(missing_docs, reason = "`durable_object` makes public items of its own")]
pub mod directory;
#[expect(missing_docs, reason = "`durable_object` makes public items of its own")]
pub mod heads;
#[expect(missing_docs, reason = "`durable_object` makes public items of its own")]
pub mod ledger;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

/// What an object is asked. Read as text: `Request::json` goes by way of JavaScript's values, member by member.
async fn asked<T: DeserializeOwned>(request: &mut worker::Request) -> worker::Result<T> {
    Ok(serde_json::from_str(&request.text().await?)?)
}

/// What an object answers.
fn json(value: impl Serialize) -> serde_json::Result<Box<RawValue>> {
    serde_json::value::to_raw_value(&value)
}
