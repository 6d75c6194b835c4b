//! The table `api_keys`: hashes of the keys that a business calls with.

use jatak_shared::id::Digest32;
use jatak_shared::time::Timestamp;

use crate::keys::{ApiKey, Scopes};
use crate::store::{Row, Store, StoreError, Value};

pub(crate) fn add(store: &impl Store, hash: Digest32, key: &ApiKey) -> Result<(), StoreError> {
    let values = [
        Value::Text(key.id.clone()),
        Value::Blob(hash.as_bytes().to_vec()),
        Value::Text(key.name.clone()),
        Value::Text(key.scopes.to_string()),
        Value::Integer(key.created_at.millis()),
    ];
    store.execute("INSERT INTO api_keys (id, hash, name, scopes, created_at) VALUES (?, ?, ?, ?, ?)", &values)
}

/// The key with this hash, unless revoked. The hash is of 256 random bits, so that finding it by its value tells an
/// attacker who times it nothing about a key.
pub(crate) fn by_hash(store: &impl Store, hash: Digest32) -> Result<Option<ApiKey>, StoreError> {
    let hash = [Value::Blob(hash.as_bytes().to_vec())];
    let sql = "SELECT id, name, scopes, created_at FROM api_keys WHERE hash = ? AND revoked_at IS NULL";
    store.query(sql, &hash)?.first().map(key).transpose()
}

/// All keys that work, oldest first.
pub(crate) fn all(store: &impl Store) -> Result<Vec<ApiKey>, StoreError> {
    let sql = "SELECT id, name, scopes, created_at FROM api_keys WHERE revoked_at IS NULL ORDER BY created_at, id";
    store.query(sql, &[])?.iter().map(key).collect()
}

pub(crate) fn revoke(store: &impl Store, id: &str, now: Timestamp) -> Result<(), StoreError> {
    let values = [Value::Integer(now.millis()), Value::Text(id.to_owned())];
    store.execute("UPDATE api_keys SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL", &values)
}

fn key(row: &Row) -> Result<ApiKey, StoreError> {
    Ok(ApiKey {
        id: row.text(0)?.to_owned(),
        name: row.text(1)?.to_owned(),
        scopes: Scopes::parse(row.text(2)?).ok_or_else(|| StoreError::Corrupt("scopes".into()))?,
        created_at: Timestamp::from_millis(row.integer(3)?),
    })
}
