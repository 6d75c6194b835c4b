//! WhatsApp: what Meta delivers about the people of a business, taken into the ledger.
//!
//! A delivery comes at least once, late, and in any order. So each signal that does something is known again by a keyed hash,
//! what counts is reckoned from the times that WhatsApp gives, and a delivery stands whole or not at all: the answer that it was
//! taken is given when all of it stands.
//!
//! Whoever WhatsApp shows by a user id alone is a person like any other, known by that id until their number is shown.

pub mod codes;
mod ear;
mod identity;
pub mod reviews;
mod suppressed;

use std::collections::BTreeMap;

use jatak_shared::id::{Digest32, keyed};
use jatak_shared::phone::E164;
use jatak_shared::random::Random;
use jatak_shared::subject::Subject;
use jatak_shared::time::{DAY, Timestamp};
use jatak_shared::whatsapp::alias::match_key;
use jatak_shared::whatsapp::read::{Bound, Delivery};
use jatak_shared::whatsapp::signal::SignalId;
use jatak_shared::whatsapp::user_id::UserId;

use self::ear::Ear;
use crate::SealedKey;
use crate::engine::Engine;
use crate::jobs::{Job, schedule};
use crate::sql::{business, codes as codes_sql, user_ids, whatsapp};
use crate::store::{Store, StoreError};

/// How long a signal is known again, in milliseconds. Meta tries for seven days.
const KNOWN_FOR: i64 = 30 * DAY;

/// How long a code stays after its end, so that one which was sent in time and is delivered late still counts.
pub(crate) const CODES_KEPT: i64 = DAY;

/// How long a user id and a number that is nobody's here are known to belong together. Whoever writes to a shop may say yes to
/// it within the year.
const PAIRED_FOR: i64 = 365 * DAY;

/// How many kept signals one run of the job hears: about a millisecond each.
const HEARD_AT_ONCE: u64 = 500;

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
    /// Messages that may be a no and wait without their text, since so many of that person wait.
    pub const REVIEWS_BEYOND: &str = "reviews_beyond";
    /// Noes of people whose number was not known, from when they were kept until it was.
    pub const UNLINKED: &str = "unlinked";
    /// Changes of number or user id that were taken in.
    pub const MOVES: &str = "moves";
    /// Those that name two people who are kept apart.
    pub const CONFLICTS: &str = "conflicts";
    /// Deliveries with a wrong signature.
    pub const FORGED: &str = "forged";
    /// Deliveries with a right signature that are none.
    pub const UNREADABLE: &str = "unreadable";

    /// All of them.
    pub const ALL: [&str; 14] = [
        SIGNALS,
        STRANGERS,
        DUPLICATES,
        NOES,
        CODES_CONFIRMED,
        CODES_WRONG,
        CODES_LIMITED,
        REVIEWS,
        REVIEWS_BEYOND,
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
        let addressed = |bound: &&Bound| current.settings.hears(&bound.waba, bound.phone_number_id.as_deref());
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
        })?;
        self.settle_what_was_claimed(now, random);
        Ok(())
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

    /// Sees to user ids that are somebody's by now and to what was kept of people without a number, and forgets codes that
    /// ended, what was heard long ago and whose ids stayed nobody's: a slice of each; says when to look again.
    pub(crate) fn settle_whatsapp(
        &self,
        now: Timestamp,
        random: &mut impl Random,
    ) -> Result<Option<Timestamp>, StoreError> {
        self.settle_claims(now, random)?;
        let mut heard = 0;
        self.transaction(&mut || {
            let kept = whatsapp::take_unlinked(&self.store, HEARD_AT_ONCE)?;
            heard = kept.len() as u64;
            if kept.is_empty() {
                return Ok(());
            }
            let mut ear = Ear::new(self, now, random)?;
            ear.hear_kept(&kept)?;
            ear.close()
        })?;
        let mut next = None;
        self.transaction(&mut || {
            let (codes, tries) = (now.plus_millis(-CODES_KEPT), now.plus_millis(-codes::TRIED_WITHIN));
            codes_sql::forget(&self.store, codes, tries, FORGOTTEN_AT_ONCE)?;
            whatsapp::forget_heard(&self.store, now.plus_millis(-KNOWN_FOR), FORGOTTEN_AT_ONCE)?;
            user_ids::forget_pairs(&self.store, now)?;
            user_ids::forget_moved(&self.store, now)?;
            let [codes, tries] = codes_sql::oldest(&self.store)?;
            let known = whatsapp::oldest_heard(&self.store)?;
            let (pairs, moved) = (user_ids::oldest_pair(&self.store)?, user_ids::oldest_moved(&self.store)?);
            let then = |at: Option<Timestamp>, kept: i64| at.map(|at| at.plus_millis(kept + 1));
            // What was kept and is not heard yet, because it is more than one slice, is heard at once.
            let kept = (heard == HEARD_AT_ONCE).then_some(now);
            let ends = [
                then(codes, CODES_KEPT),
                then(tries, codes::TRIED_WITHIN),
                then(known, KNOWN_FOR),
                then(pairs, 0),
                then(moved, 0),
            ];
            next = ends.into_iter().chain([kept]).flatten().min();
            Ok(())
        })?;
        self.paired.set(None);
        Ok(next)
    }

    /// Sees to user ids that are somebody's since what was just written made their number somebody's, before anything is answered
    /// that it might change. What was written stands whatever comes of this: a failure is the job's to try again, and decisions
    /// and erasures try before they answer.
    pub(crate) fn settle_what_was_claimed(&self, now: Timestamp, random: &mut impl Random) {
        if self.has_pairs().unwrap_or(true) {
            let _ = self.settle_claims(now, random);
        }
    }

    /// Sees to user ids that are somebody's since their number is. It is little and rare.
    pub(crate) fn settle_claims(&self, now: Timestamp, random: &mut impl Random) -> Result<(), StoreError> {
        if user_ids::claims(&self.store)?.is_empty() {
            return Ok(());
        }
        self.transaction(&mut || {
            let mut ear = Ear::new(self, now, random)?;
            ear.settle_claims()?;
            ear.close()
        })
    }

    /// Whether any user id waits for its number to be somebody's. This engine is the only writer, so it is looked up once: a
    /// yes of somebody new asks nothing where there is nothing to find.
    pub(crate) fn has_pairs(&self) -> Result<bool, StoreError> {
        if let Some(paired) = self.paired.get() {
            return Ok(paired);
        }
        let paired = user_ids::has_pairs(&self.store)?;
        self.paired.set(Some(paired));
        Ok(paired)
    }

    /// By what a signal is known again. Keyed, since a message's id has the number in it.
    fn heard_as(&self, id: &SignalId) -> Digest32 {
        keyed(&self.secrets.idempotency, &[b"heard\0", id.text().as_bytes()].concat())
    }

    /// By what the reviews are known of two who are kept apart because of a signal.
    fn conflict_as(&self, heard: &Digest32) -> Digest32 {
        keyed(&self.secrets.idempotency, &[b"conflict\0".as_slice(), heard.as_bytes()].concat())
    }

    /// By what a review is known that no signal of its own led to.
    fn claimed_as(&self, user_id: &UserId) -> Digest32 {
        keyed(&self.secrets.idempotency, &[b"claim\0", user_id.to_string().as_bytes()].concat())
    }
}

/// By what a number is known that was shown with a user id, and is nobody's: in whatever spelling.
pub(crate) fn number_hash(key: &[u8; 32], phone: &E164) -> Digest32 {
    keyed(key, &[b"pair\0", match_key(phone).as_bytes()].concat())
}

/// Notes which user ids are these people's, who are known from now on, since they were shown with them before.
pub(crate) fn claim(store: &impl Store, key: &[u8; 32], fresh: &[&Subject], now: Timestamp) -> Result<(), StoreError> {
    if fresh.is_empty() {
        return Ok(());
    }
    let number = |subject: &&Subject| Some((number_hash(key, subject.handle.phone()?), subject.id));
    let people: Vec<_> = fresh.iter().filter_map(number).collect();
    if user_ids::claim(store, &people)? {
        // It is seen to in a transaction of its own, at once.
        schedule(store, Job::Whatsapp, now)?;
    }
    Ok(())
}
