//! All SQL, one file a table or a pair of them. Nothing outside this folder writes a statement.

pub(crate) mod business;
pub(crate) mod codes;
pub(crate) mod epochs;
pub(crate) mod events;
pub(crate) mod idempotency;
pub(crate) mod imports;
pub(crate) mod jobs;
pub(crate) mod keys;
pub(crate) mod lines;
pub(crate) mod log;
pub(crate) mod noes;
pub(crate) mod notices;
pub(crate) mod people;
pub(crate) mod reservations;
pub(crate) mod reviews;
pub(crate) mod subjects;
pub(crate) mod user_ids;
pub(crate) mod webhooks;
pub(crate) mod whatsapp;
pub(crate) mod witness;

use core::str::FromStr;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::store::{StoreError, Value};

/// Reads a stored JSON text; one that cannot be read means that the database is not what this code wrote. Where it is
/// wrong is told, what stands there is not: it may be personal.
pub(crate) fn json<T: DeserializeOwned>(text: &str, what: &str) -> Result<T, StoreError> {
    serde_json::from_str(text).map_err(|error| {
        StoreError::Corrupt(format!("{what}: {:?} error in column {}", error.classify(), error.column()))
    })
}

/// Rows as one JSON text, which `json_each` takes apart again: a statement may have 100 parameters at most.
fn list<T: Serialize>(rows: impl IntoIterator<Item = T>) -> Result<Value, StoreError> {
    let rows: Vec<T> = rows.into_iter().collect();
    let text = serde_json::to_string(&rows);
    text.map(Value::Text).map_err(|error| StoreError::Failed(format!("rows cannot be written as JSON: {error}")))
}

/// Reads a stored id or word.
fn word<T: FromStr>(text: &str, what: &str) -> Result<T, StoreError> {
    text.parse().map_err(|_| StoreError::Corrupt(format!("{what} cannot be read")))
}

/// Reads 32 stored bytes.
fn bytes32(bytes: &[u8], what: &str) -> Result<[u8; 32], StoreError> {
    bytes.try_into().map_err(|_| StoreError::Corrupt(format!("{what} is not 32 bytes long")))
}

/// A whole number that a `u64` was stored as.
fn unsigned(number: i64, what: &str) -> Result<u64, StoreError> {
    u64::try_from(number).map_err(|_| StoreError::Corrupt(format!("{what} is negative")))
}

/// A number as SQLite stores it. Sequence numbers stay far below 2^53: at 10,000 events a second that is 28,000 years.
fn signed(number: u64) -> Result<i64, StoreError> {
    i64::try_from(number).map_err(|_| StoreError::Corrupt("a number beyond 2^63".into()))
}
