//! The tables `business`, `categories` and `sealed_keys`: what belongs to the business itself.

use std::collections::BTreeMap;

use jatak_shared::business::{Purpose, Settings, Slug};
use jatak_shared::canonical;
use jatak_shared::category::CategoryId;
use jatak_shared::id::BusinessId;

use super::{json, unsigned, word};
use crate::store::{Row, Store, StoreError, Value};

/// The one row of `business`.
#[derive(Clone, Debug)]
pub(crate) struct BusinessRow {
    pub(crate) id: BusinessId,
    pub(crate) slug: Slug,
    pub(crate) settings: Settings,
}

pub(crate) fn read(store: &impl Store) -> Result<Option<BusinessRow>, StoreError> {
    let rows = store.query("SELECT id, slug, settings FROM business", &[])?;
    let Some(row) = rows.first() else { return Ok(None) };
    let settings: serde_json::Value = json(row.text(2)?, "settings")?;
    let settings = Settings::parse(&settings).map_err(|faults| StoreError::Corrupt(format!("settings: {faults:?}")))?;
    let slug = Slug::from_stored(row.text(1)?).map_err(|_| StoreError::Corrupt("slug cannot be read".into()))?;
    Ok(Some(BusinessRow { id: word(row.text(0)?, "business id")?, slug, settings }))
}

pub(crate) fn write(store: &impl Store, row: &BusinessRow) -> Result<(), StoreError> {
    let values = [row.id.to_string(), row.slug.to_string(), canonical::to_string(&row.settings)].map(Value::Text);
    store.execute(
        "INSERT INTO business (one, id, slug, settings) VALUES (1, ?, ?, ?)
         ON CONFLICT (one) DO UPDATE SET settings = excluded.settings",
        &values,
    )
}

/// The name that the log was given.
pub(crate) fn log_name(store: &impl Store) -> Result<Option<String>, StoreError> {
    let rows = store.query("SELECT log_name FROM business WHERE log_name IS NOT NULL", &[])?;
    rows.first().map(|row| Ok(row.text(0)?.to_owned())).transpose()
}

/// Gives the log its name, once.
pub(crate) fn name_log(store: &impl Store, name: &str) -> Result<(), StoreError> {
    store.execute("UPDATE business SET log_name = ? WHERE log_name IS NULL", &[Value::Text(name.to_owned())])
}

/// Every category the business ever had, and what for.
pub(crate) fn categories(store: &impl Store) -> Result<BTreeMap<CategoryId, Purpose>, StoreError> {
    let rows = store.query("SELECT id, class, preset FROM categories", &[])?;
    let read = |row: &Row| {
        let preset = if row.is_null(2) { None } else { Some(word(row.text(2)?, "preset")?) };
        Ok((word(row.text(0)?, "category id")?, Purpose { class: word(row.text(1)?, "class")?, preset }))
    };
    rows.iter().map(read).collect()
}

/// Notes the categories of these settings. What one was first asked for stays.
pub(crate) fn keep_categories(store: &impl Store, settings: &Settings) -> Result<(), StoreError> {
    for category in settings.categories() {
        let values = [
            Value::Text(category.id().to_string()),
            Value::Text(category.class().word().to_owned()),
            category.preset().map_or(Value::Null, |preset| Value::Text(preset.to_string())),
        ];
        store.execute(
            "INSERT INTO categories (id, class, preset) VALUES (?, ?, ?)
             ON CONFLICT (id) DO UPDATE SET preset = coalesce(preset, excluded.preset)",
            &values,
        )?;
    }
    Ok(())
}

/// A random key of the business, sealed with the worker's secret.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct SealedKey {
    /// What it is for, such as `link`.
    pub purpose: String,
    /// Its version, from 1.
    pub version: u64,
    /// The sealed bytes; only the worker's secret opens them.
    pub sealed: Vec<u8>,
}

pub(crate) fn sealed_keys(store: &impl Store) -> Result<Vec<SealedKey>, StoreError> {
    let rows = store.query("SELECT purpose, version, sealed FROM sealed_keys ORDER BY purpose, version", &[])?;
    let read = |row: &Row| {
        let version = unsigned(row.integer(1)?, "key version")?;
        Ok(SealedKey { purpose: row.text(0)?.to_owned(), version, sealed: row.blob(2)?.to_vec() })
    };
    rows.iter().map(read).collect()
}

pub(crate) fn add_sealed_key(store: &impl Store, key: &SealedKey) -> Result<(), StoreError> {
    let values = [
        Value::Text(key.purpose.clone()),
        Value::Integer(super::signed(key.version)?),
        Value::Blob(key.sealed.clone()),
    ];
    store.execute("INSERT INTO sealed_keys (purpose, version, sealed) VALUES (?, ?, ?)", &values)
}

/// Writes a sealed key in the place of all others of its purpose.
pub(crate) fn put_sealed_key(store: &impl Store, key: &SealedKey) -> Result<(), StoreError> {
    store.execute("DELETE FROM sealed_keys WHERE purpose = ?", &[Value::Text(key.purpose.clone())])?;
    add_sealed_key(store, key)
}
