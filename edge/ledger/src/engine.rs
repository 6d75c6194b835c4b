//! The engine: the single writer of one business's ledger, on a store.

use core::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use jatak_shared::business::{Purpose, Settings, Slug};
use jatak_shared::category::CategoryId;
use jatak_shared::decide::NoticeFound;
use jatak_shared::id::{BusinessId, Digest32, NoticeId};
use jatak_shared::locale::Locale;
use jatak_shared::log::Signer;
use jatak_shared::notice::Notice;
use jatak_shared::subject::Handle;
use jatak_shared::time::Timestamp;

use crate::log::{self, Guard};
use crate::sql::{business, notices};
use crate::store::{Store, StoreError};
use crate::webhooks::Telling;
use crate::{Head, SealedKey, migrations, sql};

/// The keys of a business that the engine itself uses, unsealed.
#[derive(Clone)]
pub struct Secrets {
    /// Keys the hash of a body under an idempotency key: a body holds a number, and numbers can be tried out.
    pub idempotency: [u8; 32],
    /// Keys the hash of a number on the suppression list, for the same reason.
    pub suppression: [u8; 32],
    /// Makes the codes that are sent from WhatsApp, and hashes them: few enough to be tried out.
    pub codes: [u8; 32],
    /// Signs the heads of the log, under the log's origin as its name.
    pub signer: Signer,
}

impl core::fmt::Debug for Secrets {
    /// A secret is never printed.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Secrets(…)")
    }
}

/// The engine of one business.
#[derive(Debug)]
pub struct Engine<S> {
    pub(crate) store: S,
    pub(crate) secrets: Secrets,
    /// Settings and notices as stored. This engine is the only writer, so they are read once; a transaction that fails
    /// drops them, so that what follows starts from what really stands.
    current: RefCell<Option<Rc<Current>>>,
    /// Whether the log may be signed.
    pub(crate) guard: Cell<Guard>,
    /// Whether the job that forgets idempotency keys is surely asked for, so that a batch need not ask again.
    pub(crate) forgetting: Cell<bool>,
    /// Whether the job that asks the witnesses is surely asked for, likewise.
    pub(crate) cosigning: Cell<bool>,
    /// What is known of the job that tells the endpoints, likewise; `None` where that has to be looked up.
    pub(crate) telling: Cell<Option<Telling>>,
    /// Whether any user id waits for its number to be somebody's, likewise.
    pub(crate) paired: Cell<Option<bool>>,
    /// How large the store may become, in bytes.
    max_bytes: u64,
}

/// How large a Durable Object's SQLite may become: 10 GB, as Cloudflare says.
pub const OBJECT_BYTES: u64 = 10_000_000_000;

/// Which part of the room, in percent, consents may fill. The rest is kept for noes: of 10 GB that is room for half a
/// million at about 1.5 KB each with indices, and each erasure makes more.
const FOR_CONSENTS: u64 = 90;

/// What the business asks now.
#[derive(Clone, Debug)]
pub struct Current {
    /// Its id.
    pub business: BusinessId,
    /// Its slug.
    pub slug: Slug,
    /// Its settings.
    pub settings: Settings,
    /// The notice shown in each of its languages.
    pub notices: BTreeMap<Locale, Notice>,
    /// What every category it ever had was first asked for.
    pub purposes: BTreeMap<CategoryId, Purpose>,
}

impl Current {
    /// The notice shown in this language, or in the business's own.
    pub fn notice(&self, locale: Locale) -> Result<&Notice, StoreError> {
        let found = self.notices.get(&locale).or_else(|| self.notices.get(&self.settings.default_locale()));
        found.ok_or_else(|| StoreError::Corrupt("no notice in the business's own language".into()))
    }

    /// The ids of the notices shown.
    pub(crate) fn notice_ids(&self) -> BTreeMap<Locale, NoticeId> {
        self.notices.iter().map(|(locale, notice)| (*locale, notice.id())).collect()
    }
}

/// Brings the store's tables up to date. Call it before anything else, at each start.
pub fn prepare(store: &impl Store, now: Timestamp) -> Result<(), StoreError> {
    migrations::migrate(store, now)?;
    log::catch_up(store)
}

/// The sealed keys in this store; none where no business was founded in it.
pub fn sealed_keys(store: &impl Store) -> Result<Vec<SealedKey>, StoreError> {
    business::sealed_keys(store)
}

impl<S: Store> Engine<S> {
    /// The engine on a store that [`prepare`] has seen and in which a business was founded.
    pub fn new(store: S, secrets: Secrets) -> Self {
        Self {
            store,
            secrets,
            current: RefCell::new(None),
            guard: Cell::new(Guard::Unchecked),
            forgetting: Cell::new(false),
            cosigning: Cell::new(false),
            telling: Cell::new(None),
            paired: Cell::new(None),
            max_bytes: OBJECT_BYTES,
        }
    }

    /// The same with another bound on the store's size, in bytes.
    #[must_use]
    pub fn with_room(self, max_bytes: u64) -> Self {
        Self { max_bytes, ..self }
    }

    /// Whether the room that is left is kept for noes: then no consent is taken, and no import.
    pub fn is_full(&self) -> Result<bool, StoreError> {
        Ok(self.store.size()? > self.max_bytes / 100 * FOR_CONSENTS)
    }

    /// What the business asks now.
    pub fn current(&self) -> Result<Rc<Current>, StoreError> {
        if let Some(current) = self.current.borrow().as_ref() {
            return Ok(Rc::clone(current));
        }
        let row = business::read(&self.store)?;
        let row = row.ok_or_else(|| StoreError::Corrupt("no business was founded in this ledger".into()))?;
        let shown = notices::current(&self.store)?.into_iter().map(|notice| (notice.locale(), notice)).collect();
        let purposes = business::categories(&self.store)?;
        let current = Current { business: row.id, slug: row.slug, settings: row.settings, notices: shown, purposes };
        let current = Rc::new(current);
        *self.current.borrow_mut() = Some(Rc::clone(&current));
        Ok(current)
    }

    /// The end of the ledger.
    pub fn head(&self) -> Result<Head, StoreError> {
        sql::events::head(&self.store)
    }

    /// The business's random keys, sealed.
    pub fn sealed_keys(&self) -> Result<Vec<SealedKey>, StoreError> {
        business::sealed_keys(&self.store)
    }

    /// Any notice ever published.
    pub fn notice(&self, id: NoticeId) -> Result<Option<Notice>, StoreError> {
        notices::find(&self.store, id)
    }

    /// Runs `work` in one transaction; a failure also drops what was cached.
    pub(crate) fn transaction(&self, work: &mut dyn FnMut() -> Result<(), StoreError>) -> Result<(), StoreError> {
        let done = self.store.transaction(work);
        if done.is_err() {
            self.forget();
        }
        done
    }

    /// Drops what was cached.
    pub(crate) fn forget(&self) {
        *self.current.borrow_mut() = None;
        // Whether a job is asked for is looked up again too: it may be the transaction that asked which failed.
        self.cosigning.set(false);
        self.telling.set(None);
        self.paired.set(None);
    }

    /// What is known of a notice that a command names.
    pub(crate) fn find_notice<'a>(&self, current: &'a Current, id: NoticeId) -> Result<NoticeFound<'a>, StoreError> {
        if let Some(notice) = current.notices.values().find(|notice| notice.id() == id) {
            return Ok(NoticeFound::Current(notice));
        }
        Ok(match notices::locale(&self.store, id)? {
            Some(locale) => NoticeFound::Outdated { current: current.notice(locale)?.id() },
            None => NoticeFound::Unknown,
        })
    }

    /// Whether this number or user id is one of an erased person who had said no.
    pub(crate) fn is_suppressed(&self, handle: &Handle) -> Result<bool, StoreError> {
        sql::subjects::is_suppressed(&self.store, self.suppression_hash(handle))
    }

    /// By what a number or user id is known on the suppression list. A number begins with a plus, so that no user id
    /// passes for one.
    pub(crate) fn suppression_hash(&self, handle: &Handle) -> Digest32 {
        let text = match handle {
            Handle::Phone(phone) => phone.to_string(),
            Handle::UserId(user_id) => format!("user_id\0{user_id}"),
        };
        jatak_shared::id::keyed(&self.secrets.suppression, text.as_bytes())
    }
}
