//! Setting up: founding a business, changing its settings, its API keys, links to its subjects.

use std::collections::BTreeMap;

use jatak_shared::business::{Fault, Settings, Slug};
use jatak_shared::decide::{SettingsChange, change_settings};
use jatak_shared::event::Place;
use jatak_shared::id::{BusinessId, SubjectId};
use jatak_shared::locale::Locale;
use jatak_shared::random::Random;
use jatak_shared::subject::{Handle, Subject};
use jatak_shared::time::Timestamp;

use crate::SealedKey;
use crate::engine::Engine;
use crate::jobs::{Job, schedule};
use crate::keys::{ApiKey, Scopes, Secret};
use crate::log::Tail;
use crate::sql::business::BusinessRow;
use crate::sql::{self, business, notices, subjects};
use crate::store::{Store, StoreError};
use crate::whatsapp;

/// What founding a business needs.
#[derive(Clone, Debug)]
pub struct Founding {
    /// Its id, for ever.
    pub business: BusinessId,
    /// Its slug, for ever.
    pub slug: Slug,
    /// Its first settings.
    pub settings: Settings,
    /// Its random keys, sealed.
    pub sealed_keys: Vec<SealedKey>,
}

/// Writes a business into an empty store, in one transaction. In a store that has one already nothing happens where the
/// settings are the same, so that founding can be tried again after a crash; others are a fault.
pub fn found(
    store: &impl Store,
    founding: &Founding,
    now: Timestamp,
    random: &mut impl Random,
) -> Result<Result<(), Vec<Fault>>, StoreError> {
    if let Some(row) = business::read(store)? {
        let same = row.settings == founding.settings;
        let rule = "must be those of the first try, which was cut off; change them once the business is there";
        return Ok(if same { Ok(()) } else { Err(vec![Fault::new("", rule)]) });
    }
    let nothing = (BTreeMap::new(), BTreeMap::new());
    let change = change_settings(&founding.slug, None, &nothing.0, &nothing.1, &founding.settings);
    let change = match change {
        Ok(change) => change.ok_or_else(|| StoreError::Corrupt("first settings that change nothing".into()))?,
        Err(faults) => return Ok(Err(faults)),
    };
    let row = BusinessRow { id: founding.business, slug: founding.slug.clone(), settings: founding.settings.clone() };
    store.transaction(&mut || {
        for key in &founding.sealed_keys {
            business::add_sealed_key(store, key)?;
        }
        write_settings(store, &row, &change, now, random).map(drop)
    })?;
    Ok(Ok(()))
}

/// Adds sealed keys for purposes that a business founded earlier does not have yet, in one transaction.
pub fn add_missing_keys(store: &impl Store, keys: &[SealedKey]) -> Result<(), StoreError> {
    let there = business::sealed_keys(store)?;
    store.transaction(&mut || {
        for key in keys.iter().filter(|key| !there.iter().any(|old| old.purpose == key.purpose)) {
            business::add_sealed_key(store, key)?;
        }
        Ok(())
    })
}

/// The name of this business's log: the one it was given first, whatever is configured now, since the origin of a log
/// never changes. A log without one is given `configured`.
pub fn log_name(store: &impl Store, configured: &str) -> Result<String, StoreError> {
    if let Some(name) = business::log_name(store)? {
        return Ok(name);
    }
    business::name_log(store, configured)?;
    Ok(configured.to_owned())
}

/// The business founded in this store; none in an empty one, which stays empty.
pub fn founded(store: &impl Store) -> Result<Option<BusinessId>, StoreError> {
    if store.query("SELECT 1 FROM sqlite_master WHERE name = 'business'", &[])?.is_empty() {
        return Ok(None);
    }
    Ok(business::read(store)?.map(|row| row.id))
}

impl<S: Store> Engine<S> {
    /// Changes the settings: `Ok(Ok(true))` where something changed, the faults where they are unfit.
    pub fn change_settings(
        &self,
        settings: &Settings,
        now: Timestamp,
        random: &mut impl Random,
    ) -> Result<Result<bool, Vec<Fault>>, StoreError> {
        let current = self.current()?;
        let shown: BTreeMap<Locale, _> = current.notice_ids();
        let change = match change_settings(&current.slug, Some(&current.settings), &shown, &current.purposes, settings)
        {
            Ok(Some(change)) => change,
            Ok(None) => return Ok(Ok(false)),
            Err(faults) => return Ok(Err(faults)),
        };
        let row = BusinessRow { id: current.business, slug: current.slug.clone(), settings: settings.clone() };
        self.transaction(&mut || {
            let tail = write_settings(&self.store, &row, &change, now, random)?;
            self.sign(&tail, now)
        })?;
        self.forget();
        Ok(Ok(true))
    }

    /// Makes an API key. The secret is returned here and nowhere else.
    pub fn add_key(
        &self,
        name: String,
        scopes: Scopes,
        now: Timestamp,
        random: &mut impl Random,
    ) -> Result<(Secret, ApiKey), StoreError> {
        let secret = Secret::new(random);
        let key = ApiKey { id: secret.id().to_owned(), name, scopes, created_at: now };
        self.transaction(&mut || sql::keys::add(&self.store, secret.hash(), &key))?;
        Ok((secret, key))
    }

    /// The key with this hash, unless revoked.
    pub fn key(&self, hash: jatak_shared::id::Digest32) -> Result<Option<ApiKey>, StoreError> {
        sql::keys::by_hash(&self.store, hash)
    }

    /// All keys that work.
    pub fn keys(&self) -> Result<Vec<ApiKey>, StoreError> {
        sql::keys::all(&self.store)
    }

    /// Revokes a key; one that is not there is revoked already.
    pub fn revoke_key(&self, id: &str, now: Timestamp) -> Result<(), StoreError> {
        self.transaction(&mut || sql::keys::revoke(&self.store, id, now))
    }

    /// The subject behind a number or user id, made where there is none: a choices link can be given to someone never asked.
    pub fn subject(&self, handle: &Handle, now: Timestamp, random: &mut impl Random) -> Result<SubjectId, StoreError> {
        if let Some(row) = subjects::by_handle(&self.store, handle)? {
            return Ok(row.subject.id);
        }
        let subject = Subject { id: SubjectId::v4(random.bytes()), handle: handle.clone() };
        self.transaction(&mut || {
            subjects::note(&self.store, subject.clone(), now)?;
            whatsapp::claim(&self.store, &self.secrets.suppression, &[&subject], now)
        })?;
        self.settle_what_was_claimed(now, random);
        Ok(subject.id)
    }
}

/// Writes settings with the notices and events that follow from them. All in the caller's transaction: there is no
/// moment at which a notice is shown whose publishing is not on record.
fn write_settings(
    store: &impl Store,
    row: &BusinessRow,
    change: &SettingsChange,
    now: Timestamp,
    random: &mut impl Random,
) -> Result<Tail, StoreError> {
    business::write(store, row)?;
    business::keep_categories(store, &row.settings)?;
    if !row.settings.retention().is_unset() {
        schedule(store, Job::Retention, now)?;
    }
    if !row.settings.witnesses().is_empty() {
        schedule(store, Job::Cosign, now)?;
    }
    let mut tail = Tail::read(store)?;
    let recorded_at = now.max(tail.head().recorded_at);
    notices::show(store, &change.notices, recorded_at)?;
    for fact in &change.facts {
        let place = Place { business: row.id, seq: tail.head().seq + 1, recorded_at, previous: None };
        tail.append(store, fact.clone().seal(place, random))?;
    }
    Ok(tail)
}
