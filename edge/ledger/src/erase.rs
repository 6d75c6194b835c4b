//! Erasing people: everything about them goes, the leaves stay, and a leaf of its own says what went.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use jatak_shared::act::Source;
use jatak_shared::event::{Fact, Kind, Place};
use jatak_shared::random::Random;
use jatak_shared::state::{Standings, State};
use jatak_shared::subject::Handle;
use jatak_shared::time::Timestamp;
use jatak_shared::whatsapp::alias::spellings;

use crate::engine::Engine;
use crate::import::forget_staged;
use crate::log::Tail;
use crate::sql::{codes, epochs, events, idempotency, people, reservations, subjects, user_ids};
use crate::store::{Store, StoreError};
use crate::whatsapp::number_hash;

/// What an erasure did.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erasure {
    /// How many people were known.
    pub people: u64,
    /// The numbers of the events whose private parts went, ascending.
    pub erased: Vec<u64>,
    /// How many people had said no, so that a keyed hash of their number and of their user ids stays (DESIGN rule 6).
    pub suppressed: u64,
    /// How many lines of staged imports named them; they are listed there as refused.
    pub staged: u64,
    /// The numbers of the `erased` events that say so.
    pub events: Vec<u64>,
}

/// How many numbers and user ids one call erases at most. Each costs a handful of statements, about 1 ms on the edge, and a
/// look into each staged import; the object answers nobody meanwhile.
pub const ERASED_AT_ONCE: usize = 100;

/// How many numbers one `erased` leaf lists at most. An entry of a log is at most 65,535 bytes; a number has at most 16
/// digits and a comma, so these come to 51,000, and the rest of a leaf to 300.
pub const LISTED_A_LEAF: usize = 3_000;

impl<S: Store> Engine<S> {
    /// Erases these people in one transaction: identities, standings, private parts, evidence, what idempotency kept of
    /// their bodies, and their lines in staged imports. A number or user id that is not known is passed over. Where several are
    /// erased together, the leaf mixes them, and nobody can tell which events were one person's.
    ///
    /// Not erased: the leaves, which hold nothing personal, and what exports and receipts handed out already hold.
    pub fn erase(&self, handles: &[Handle], now: Timestamp, random: &mut impl Random) -> Result<Erasure, StoreError> {
        let mut erasure = Erasure::default();
        self.settle_claims(now, random)?;
        self.transaction(&mut || {
            let mut tail = Tail::read(&self.store)?;
            let now = now.max(tail.head().recorded_at);
            let mut people = BTreeSet::new();
            for handle in handles {
                people.extend(self.also_theirs(handle)?);
            }
            let people: Vec<Handle> = people.into_iter().collect();
            erasure = self.erase_together(&people, Source::Api, &mut tail, now, random)?;
            self.sign(&tail, now)
        })?;
        Ok(erasure)
    }

    /// The same in the caller's transaction, which signs afterwards.
    pub(crate) fn erase_together(
        &self,
        people: &[Handle],
        source: Source,
        tail: &mut Tail,
        now: Timestamp,
        random: &mut impl Random,
    ) -> Result<Erasure, StoreError> {
        let business = self.current()?.business;
        let mut erasure = Erasure::default();
        // User ids first: what a number was shown with is known until the number is erased.
        let (user_ids, numbers): (Vec<_>, Vec<_>) = people.iter().partition(|handle| handle.user_id().is_some());
        for handle in user_ids.into_iter().chain(numbers) {
            self.erase_one(handle, source, now, &mut erasure)?;
        }
        erasure.erased.sort_unstable();
        for listed in erasure.erased.chunks(LISTED_A_LEAF) {
            events::erase(&self.store, listed)?;
            idempotency::erase(&self.store, listed)?;
            epochs::owe_erased(&self.store, listed)?;
            let fact = Fact { erased: listed.to_vec(), ..Fact::new(Kind::Erased, source) };
            let seq = tail.head().seq + 1;
            let place = Place { business, seq, recorded_at: now, previous: None };
            tail.append(&self.store, fact.seal(place, random))?;
            erasure.events.push(seq);
        }
        Ok(erasure)
    }

    /// Under what somebody is known who asks by this handle: what whoever left the number goes by now, user ids that it was
    /// shown with; and of each of these the other spellings and whoever WhatsApp calls the same, and so on from each of those.
    /// In Argentina another spelling with a yes of its own may be somebody else.
    fn also_theirs(&self, handle: &Handle) -> Result<Vec<Handle>, StoreError> {
        let mut theirs = vec![handle.clone()];
        // Only of the number asked about: whoever left another of these long ago had nothing to do with this one.
        if let Handle::Phone(phone) = handle {
            theirs.extend(self.who_left(phone)?);
            let paired = user_ids::paired_with(&self.store, number_hash(&self.secrets.suppression, phone))?;
            theirs.extend(paired.into_iter().map(Handle::UserId));
        }
        let mut next = 0;
        while let Some(one) = theirs.get(next).cloned() {
            next += 1;
            let mut found = Vec::new();
            for other in one.phone().map_or(Vec::new(), spellings).into_iter().skip(1) {
                let row = subjects::by_phone(&self.store, &other)?;
                let said_yes = row.is_some_and(|row| row.standings.says_yes());
                if !(said_yes && other.digits().starts_with("54")) {
                    found.push(Handle::Phone(other));
                }
            }
            if let Some(row) = subjects::by_handle(&self.store, &one)? {
                for (_, other) in people::set_apart_from(&self.store, &[row.subject.id])? {
                    found.extend(subjects::by_id(&self.store, other)?.map(|row| row.subject.handle));
                }
                found.push(row.subject.handle);
            }
            for one in found {
                if !theirs.contains(&one) {
                    theirs.push(one);
                }
            }
        }
        Ok(theirs)
    }

    fn erase_one(
        &self,
        handle: &Handle,
        source: Source,
        now: Timestamp,
        erasure: &mut Erasure,
    ) -> Result<(), StoreError> {
        let row = subjects::by_handle(&self.store, handle)?;
        match handle {
            Handle::Phone(phone) => {
                user_ids::forget_pair(&self.store, number_hash(&self.secrets.suppression, phone))?;
                erasure.staged += forget_staged(&self.store, phone)?;
            }
            Handle::UserId(user_id) if row.is_none() => {
                let all = user_ids::all_of(&self.store, core::slice::from_ref(user_id), None)?;
                user_ids::erase(&self.store, &all)?;
            }
            Handle::UserId(_) => {}
        }
        let Some(row) = row else { return Ok(()) };
        let subject = row.subject.id;
        for former in people::former_numbers(&self.store, subject)? {
            erasure.staged += forget_staged(&self.store, &former)?;
        }
        let ids = user_ids::all_of(&self.store, &user_ids::user_ids(&self.store, subject)?, Some(subject))?;
        let doubted = self.forget_reviews(&row.subject, source)?;
        if said_no(&row.standings) || !doubted.is_empty() {
            let mut known_by: BTreeSet<Handle> = ids.iter().cloned().map(Handle::UserId).collect();
            known_by.extend([row.subject.handle, handle.clone()]);
            known_by.extend(doubted);
            // What they said is remembered also for a number that WhatsApp showed them with and that was nobody's yet.
            let shown_with = user_ids::suppressed_as(&self.store, &ids)?;
            for hash in known_by.iter().map(|handle| self.suppression_hash(handle)).chain(shown_with) {
                subjects::suppress(&self.store, hash, now)?;
                epochs::owe_suppressed(&self.store, hash)?;
            }
            erasure.suppressed += 1;
        }
        erasure.erased.extend(events::numbers_of_subject(&self.store, subject)?);
        reservations::erase(&self.store, subject)?;
        codes::erase(&self.store, subject)?;
        user_ids::erase(&self.store, &ids)?;
        people::erase(&self.store, subject)?;
        subjects::erase(&self.store, subject)?;
        erasure.people += 1;
        Ok(())
    }
}

/// Whether a no of this person stands, behind a pending yes as well.
fn said_no(standings: &Standings) -> bool {
    let no = |standing: &jatak_shared::state::Standing| standing.no.is_some() || standing.state == State::Withdrawn;
    let stopped = standings.marketing.stop().is_some();
    stopped || standings.objection.is_some() || standings.categories.values().any(no)
}
