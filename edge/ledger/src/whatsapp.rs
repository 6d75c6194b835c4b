//! WhatsApp: what Meta delivers about the people of a business, taken into the ledger.
//!
//! A delivery comes at least once, late, and in any order. So each signal that does something is known again by a keyed hash,
//! what counts is reckoned from the times that WhatsApp gives, and a delivery is one transaction: the answer that it was
//! taken is given when all of it stands.

pub mod codes;
mod ear;
mod identity;
pub mod reviews;

use std::collections::BTreeMap;

use jatak_shared::id::{Digest32, keyed};
use jatak_shared::random::Random;
use jatak_shared::time::{DAY, Timestamp};
use jatak_shared::whatsapp::read::{Bound, Delivery};
use jatak_shared::whatsapp::signal::SignalId;

use self::ear::Ear;
use crate::SealedKey;
use crate::engine::Engine;
use crate::sql::{business, codes as codes_sql, whatsapp};
use crate::store::{Store, StoreError};

/// How long a signal is known again, in milliseconds. Meta tries for seven days.
const KNOWN_FOR: i64 = 30 * DAY;

/// How long a code stays after its end, so that one which was sent in time and is delivered late still counts.
pub(crate) const CODES_KEPT: i64 = DAY;

/// How many rows one run of the job forgets: some milliseconds.
const FORGOTTEN_AT_ONCE: u64 = 5_000;

/// How much was delivered and what became of it, by word.
pub type Counts = BTreeMap<String, u64>;

/// The words of [`Counts`] besides those of what could not be read (`Tally::counts`).
pub mod words {
    /// Signals that were for this business and that say something, or may.
    pub const SIGNALS: &str = "signals";
    /// Signals for another account or number.
    pub const STRANGERS: &str = "strangers";
    /// Signals that had been heard already.
    pub const DUPLICATES: &str = "duplicates";
    /// Noes, stops and resumptions.
    pub const NOES: &str = "noes";
    /// Codes that confirmed a yes.
    pub const CODES_CONFIRMED: &str = "codes_confirmed";
    /// Codes that confirmed nothing: unknown, late, used, changed, or from another number.
    pub const CODES_WRONG: &str = "codes_wrong";
    /// Codes that were not looked at, since too many wrong ones came before.
    pub const CODES_LIMITED: &str = "codes_limited";
    /// Messages that a person must look at.
    pub const REVIEWS: &str = "reviews";
    /// Noes of people whose number is not known, kept until it is.
    pub const UNLINKED: &str = "unlinked";
    /// Changes of number or user id that were taken in.
    pub const MOVES: &str = "moves";
    /// Those that would have made two people one, and were not.
    pub const CONFLICTS: &str = "conflicts";
    /// Deliveries with a wrong signature.
    pub const FORGED: &str = "forged";
    /// Deliveries with a right signature that are none.
    pub const UNREADABLE: &str = "unreadable";

    /// All of them.
    pub const ALL: [&str; 13] = [
        SIGNALS,
        STRANGERS,
        DUPLICATES,
        NOES,
        CODES_CONFIRMED,
        CODES_WRONG,
        CODES_LIMITED,
        REVIEWS,
        UNLINKED,
        MOVES,
        CONFLICTS,
        FORGED,
        UNREADABLE,
    ];
}

impl<S: Store> Engine<S> {
    /// Takes in these deliveries, all of them in one transaction. What is for another account or number is dropped and
    /// counted.
    pub fn hear(&self, deliveries: &[Delivery], now: Timestamp, random: &mut impl Random) -> Result<(), StoreError> {
        let current = self.current()?;
        let addressed = |bound: &&Bound| {
            let whatsapp = current.settings.whatsapp();
            whatsapp.is_some_and(|whatsapp| whatsapp.is_addressed(&bound.waba, bound.phone_number_id.as_deref()))
        };
        let bound = deliveries.iter().flat_map(|delivery| &delivery.bound);
        let (mine, others): (Vec<&Bound>, Vec<&Bound>) = bound.partition(addressed);
        self.transaction(&mut || {
            let mut ear = Ear::new(self, now, random)?;
            for (word, count) in deliveries.iter().flat_map(|delivery| delivery.tally.counts()) {
                ear.count(word, count);
            }
            ear.count(words::STRANGERS, others.iter().map(|bound| bound.signals.len() as u64).sum());
            ear.hear(mine.iter().flat_map(|bound| &bound.signals))?;
            ear.close()
        })
    }

    /// Counts a delivery that was not taken in, by its word.
    pub fn count_delivery(&self, word: &'static str) -> Result<(), StoreError> {
        self.transaction(&mut || whatsapp::count(&self.store, &BTreeMap::from([(word, 1)])))
    }

    /// How much was delivered, and what became of it.
    pub fn intake(&self) -> Result<Counts, StoreError> {
        let mut counts = whatsapp::counts(&self.store)?;
        for word in words::ALL {
            counts.entry(word.to_owned()).or_default();
        }
        Ok(counts)
    }

    /// Replaces the sealed key of a purpose of which there is only ever one.
    pub fn put_sealed_key(&self, key: &SealedKey) -> Result<(), StoreError> {
        self.transaction(&mut || business::put_sealed_key(&self.store, key))
    }

    /// Forgets codes that ended and what was heard long ago, a slice; says when to look again.
    pub(crate) fn forget_heard(&self, now: Timestamp) -> Result<Option<Timestamp>, StoreError> {
        let mut next = None;
        self.transaction(&mut || {
            codes_sql::forget(&self.store, now.plus_millis(-CODES_KEPT), now.plus_millis(-codes::TRIED_WITHIN))?;
            whatsapp::forget_heard(&self.store, now.plus_millis(-KNOWN_FOR), FORGOTTEN_AT_ONCE)?;
            let codes = codes_sql::oldest(&self.store)?.map(|at| at.plus_millis(CODES_KEPT + 1));
            let heard = whatsapp::oldest_heard(&self.store)?.map(|at| at.plus_millis(KNOWN_FOR + 1));
            next = [codes, heard].into_iter().flatten().min();
            Ok(())
        })?;
        Ok(next)
    }

    /// By what a signal is known again. Keyed, since a message's id has the number in it.
    fn heard_as(&self, id: &SignalId) -> Digest32 {
        keyed(&self.secrets.idempotency, &[b"heard\0", id.text().as_bytes()].concat())
    }
}
