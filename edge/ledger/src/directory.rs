//! The directory: which slug is which business. A slug is never used twice, not even after its business is gone.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use jatak_shared::business::Slug;
use jatak_shared::id::BusinessId;
use jatak_shared::time::Timestamp;

use crate::store::{Row, Store, StoreError, Value};

/// How far a slug has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Listing {
    /// Taken, its ledger not founded yet: what a crash half-way through founding leaves. Trying again goes on with it.
    Reserved,
    /// In use.
    Listed,
    /// Gone. The slug stays taken.
    Removed,
}

/// One line of the directory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// The slug.
    pub slug: Slug,
    /// The business's id, for ever.
    pub id: BusinessId,
    /// How far it has come.
    pub listing: Listing,
    /// When the slug was taken.
    pub since: Timestamp,
}

/// The directory on a store of its own.
#[derive(Debug)]
pub struct Directory<S> {
    store: S,
}

impl<S: Store> Directory<S> {
    /// The directory on this store; makes its table where there is none.
    pub fn open(store: S) -> Result<Self, StoreError> {
        store.execute(
            "CREATE TABLE IF NOT EXISTS businesses (
                slug TEXT PRIMARY KEY,
                id TEXT NOT NULL UNIQUE,
                listing TEXT NOT NULL CHECK (listing IN ('reserved', 'listed', 'removed')),
                since INTEGER NOT NULL
             ) STRICT",
            &[],
        )?;
        // Which business a WhatsApp account is, where one app hears for many. The operator says so, and not the business.
        store.execute("CREATE TABLE IF NOT EXISTS wabas (waba TEXT PRIMARY KEY, slug TEXT NOT NULL) STRICT", &[])?;
        store.execute("CREATE TABLE IF NOT EXISTS app (word TEXT PRIMARY KEY, count INTEGER NOT NULL) STRICT", &[])?;
        Ok(Self { store })
    }

    /// The line of this slug.
    pub fn find(&self, slug: &Slug) -> Result<Option<Line>, StoreError> {
        let sql = "SELECT slug, id, listing, since FROM businesses WHERE slug = ?";
        self.store.query(sql, &[Value::Text(slug.to_string())])?.first().map(line).transpose()
    }

    /// Every line, in the order of slugs.
    pub fn all(&self) -> Result<Vec<Line>, StoreError> {
        self.store
            .query("SELECT slug, id, listing, since FROM businesses ORDER BY slug", &[])?
            .iter()
            .map(line)
            .collect()
    }

    /// Takes the slug, or finds who has it.
    pub fn reserve(&self, slug: &Slug, fresh: BusinessId, now: Timestamp) -> Result<Line, StoreError> {
        let values = [Value::Text(slug.to_string()), Value::Text(fresh.to_string()), Value::Integer(now.millis())];
        self.store.execute(
            "INSERT INTO businesses (slug, id, listing, since) VALUES (?, ?, 'reserved', ?) ON CONFLICT DO NOTHING",
            &values,
        )?;
        self.find(slug)?.ok_or_else(|| StoreError::Corrupt("a slug just taken is not there".into()))
    }

    /// Says that the business of this slug is in use.
    pub fn list(&self, slug: &Slug) -> Result<(), StoreError> {
        let sql = "UPDATE businesses SET listing = 'listed' WHERE slug = ? AND listing = 'reserved'";
        self.store.execute(sql, &[Value::Text(slug.to_string())])
    }

    /// Says that the business of this slug is gone.
    pub fn remove(&self, slug: &Slug) -> Result<(), StoreError> {
        let slug = [Value::Text(slug.to_string())];
        self.store.transaction(&mut || {
            self.store.execute("UPDATE businesses SET listing = 'removed' WHERE slug = ?", &slug)?;
            self.store.execute("DELETE FROM wabas WHERE slug = ?", &slug)
        })
    }

    /// Binds these WhatsApp accounts to a business, and no others. Where one of them is another's nothing changes, and it is
    /// told.
    pub fn bind(&self, slug: &Slug, wabas: &[String]) -> Result<Option<String>, StoreError> {
        let slug = Value::Text(slug.to_string());
        for waba in wabas {
            let bounds = [Value::Text(waba.clone()), slug.clone()];
            if !self.store.query("SELECT 1 FROM wabas WHERE waba = ? AND slug <> ?", &bounds)?.is_empty() {
                return Ok(Some(waba.clone()));
            }
        }
        self.store.transaction(&mut || {
            self.store.execute("DELETE FROM wabas WHERE slug = ?", std::slice::from_ref(&slug))?;
            for waba in wabas {
                let row = [Value::Text(waba.clone()), slug.clone()];
                self.store.execute("INSERT OR REPLACE INTO wabas (waba, slug) VALUES (?, ?)", &row)?;
            }
            Ok(())
        })?;
        Ok(None)
    }

    /// Adds to the counts of what came to the operator's WhatsApp app and is nobody's.
    pub fn count(&self, counts: &BTreeMap<String, u64>) -> Result<(), StoreError> {
        for (word, count) in counts {
            let count = i64::try_from(*count).map_err(|_| StoreError::Corrupt("a count beyond 2^63".into()))?;
            self.store.execute(
                "INSERT INTO app (word, count) VALUES (?, ?) ON CONFLICT (word) DO UPDATE SET count = count + excluded.count",
                &[Value::Text(word.clone()), Value::Integer(count)],
            )?;
        }
        Ok(())
    }

    /// Those counts.
    pub fn counts(&self) -> Result<BTreeMap<String, u64>, StoreError> {
        let rows = self.store.query("SELECT word, count FROM app", &[])?;
        rows.iter().map(|row| Ok((row.text(0)?.to_owned(), row.integer(1)?.unsigned_abs()))).collect()
    }

    /// The line of the business that this account is bound to.
    pub fn bound(&self, waba: &str) -> Result<Option<Line>, StoreError> {
        let sql = "SELECT b.slug, b.id, b.listing, b.since FROM wabas w JOIN businesses b ON b.slug = w.slug
                   WHERE w.waba = ?";
        self.store.query(sql, &[Value::Text(waba.to_owned())])?.first().map(line).transpose()
    }
}

fn line(row: &Row) -> Result<Line, StoreError> {
    let corrupt = |what: &str| StoreError::Corrupt(format!("{what} cannot be read"));
    Ok(Line {
        slug: Slug::from_stored(row.text(0)?).map_err(|_| corrupt("slug"))?,
        id: row.text(1)?.parse().map_err(|_| corrupt("business id"))?,
        listing: match row.text(2)? {
            "reserved" => Listing::Reserved,
            "listed" => Listing::Listed,
            "removed" => Listing::Removed,
            _ => return Err(corrupt("listing")),
        },
        since: Timestamp::from_millis(row.integer(3)?),
    })
}
