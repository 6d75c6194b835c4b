//! What a batch works on: what it read ahead of its commands, and what they led to that is not written yet.
//!
//! A command costs what its calls of the store cost. So what most commands ask (is this key known, who is this number, is
//! it suppressed) is asked once for all of them, and what they write is written a table at a time. Whoever must read what
//! an earlier command of the same batch did calls [`Sheet::settle`] first.

use std::collections::{BTreeSet, HashMap, HashSet};

use jatak_shared::decide::Command;
use jatak_shared::event::Event;
use jatak_shared::id::{Digest32, SubjectId};
use jatak_shared::phone::E164;
use jatak_shared::subject::{Handle, Subject};
use jatak_shared::time::Timestamp;

use super::Request;
use crate::engine::Engine;
use crate::jobs::{Job, schedule};
use crate::log::Tail;
use crate::sql::codes::{self, CodeRow};
use crate::sql::idempotency::{self, Remembered};
use crate::sql::subjects::{self, SubjectRow};
use crate::store::{Store, StoreError};
use crate::whatsapp::{CODES_KEPT, claim};

/// The working sheet of one transaction.
pub(crate) struct Sheet {
    /// The end of the ledger, with the events that wait.
    pub(crate) tail: Tail,
    now: Timestamp,
    /// Keys the hash by which a number is known that was shown with a user id; none where no such number is kept.
    numbers: Option<[u8; 32]>,
    /// The numbers that were looked up: one of these that is not among the people is nobody's.
    looked_up: HashSet<E164>,
    people: HashMap<SubjectId, Person>,
    /// Who they are by what names them.
    known_by: HashMap<Handle, SubjectId>,
    /// The people changed since the last writing, in the order of their changes.
    changed: Vec<SubjectId>,
    suppressed: BTreeSet<Digest32>,
    keys: HashMap<Digest32, Remembered>,
    fresh_keys: Vec<(Digest32, Remembered)>,
    /// Codes that wait to be written.
    pub(crate) codes: Vec<CodeRow>,
}

struct Person {
    row: SubjectRow,
    /// Whether the store knows who they are.
    identified: bool,
}

impl Sheet {
    /// A sheet with nothing read ahead, in a transaction that has begun.
    pub(crate) fn new<S: Store>(engine: &Engine<S>, now: Timestamp) -> Result<Self, StoreError> {
        let numbers = engine.has_pairs()?.then_some(engine.secrets.suppression);
        Ok(Self {
            tail: Tail::read(&engine.store)?,
            now,
            numbers,
            looked_up: HashSet::new(),
            people: HashMap::new(),
            known_by: HashMap::new(),
            changed: Vec::new(),
            suppressed: BTreeSet::new(),
            keys: HashMap::new(),
            fresh_keys: Vec::new(),
            codes: Vec::new(),
        })
    }

    /// From now on somebody new may be one who was shown with a user id before.
    pub(crate) fn expect_pairs(&mut self, numbers: [u8; 32]) {
        self.numbers = Some(numbers);
    }

    /// Reads what these commands will ask, in one statement a table.
    pub(super) fn read_ahead<S: Store>(&mut self, engine: &Engine<S>, batch: &[Request]) -> Result<(), StoreError> {
        let keys: Vec<Digest32> = batch.iter().filter_map(|request| request.idempotency).collect();
        self.keys.extend(idempotency::find(&engine.store, &keys, self.now)?);
        let phones = batch.iter().filter_map(|request| phone(&request.command)).cloned().collect();
        self.look_up(&engine.store, phones)?;
        // Only a yes asks the list of suppressed numbers.
        let yes = |request: &Request| match &request.command {
            Command::OptIn(command) => Some(engine.suppression_hash(&Handle::Phone(command.phone.clone()))),
            _ => None,
        };
        let hashes: Vec<Digest32> = batch.iter().filter_map(yes).collect();
        self.suppressed = subjects::suppressed_of(&engine.store, &hashes)?;
        Ok(())
    }

    /// Reads whoever these numbers are of, before anything is on the sheet.
    pub(crate) fn look_up(&mut self, store: &impl Store, phones: Vec<E164>) -> Result<(), StoreError> {
        for row in subjects::by_phones(store, &phones)? {
            self.known_by.insert(row.subject.handle.clone(), row.subject.id);
            self.people.insert(row.subject.id, Person { row, identified: true });
        }
        self.looked_up.extend(phones);
        Ok(())
    }

    /// What this idempotency key led to.
    pub(super) fn remembered(&self, key: Digest32) -> Option<Remembered> {
        self.keys.get(&key).copied()
    }

    /// Keeps what this idempotency key led to.
    pub(super) fn remember(&mut self, key: Digest32, what: Remembered) {
        self.keys.insert(key, what);
        self.fresh_keys.push((key, what));
    }

    /// Whether this hash, of a number that a yes in the batch named, stands on the suppression list.
    pub(super) fn is_suppressed(&self, hash: Digest32) -> bool {
        self.suppressed.contains(&hash)
    }

    /// The subject behind a number or user id as they stand now; `None` where it is nobody's.
    pub(crate) fn subject(&mut self, store: &impl Store, handle: &Handle) -> Result<Option<SubjectRow>, StoreError> {
        if let Some(person) = self.known_by.get(handle).and_then(|id| self.people.get(id)) {
            return Ok(Some(person.row.clone()));
        }
        if handle.phone().is_some_and(|phone| self.looked_up.contains(phone)) {
            return Ok(None);
        }
        let row = subjects::by_handle(store, handle)?;
        // Somebody on the sheet may be found in the store by a name that is not the one they are known by here.
        Ok(row.map(|row| self.people.get(&row.subject.id).map_or(row, |person| person.row.clone())))
    }

    /// Takes an event of this subject, who is `known` where the store has an identity of theirs already.
    pub(crate) fn take(&mut self, event: Event, row: &SubjectRow, known: bool) {
        self.tail.push(event);
        let id = row.subject.id;
        self.changed.push(id);
        let identified = self.people.get(&id).map_or(known, |person| person.identified);
        if let Some(before) = self.people.insert(id, Person { row: row.clone(), identified })
            && before.row.subject.handle == row.subject.handle
        {
            return;
        }
        self.known_by.insert(row.subject.handle.clone(), id);
    }

    /// Writes all that waits, so that the store can be asked again: events and their hashes, how their subjects stand, the
    /// keys that led to them.
    pub(crate) fn settle(&mut self, store: &impl Store) -> Result<(), StoreError> {
        if !self.tail.waits() {
            return Ok(());
        }
        self.tail.write(store)?;
        // Each once, in the order of their last changes.
        let mut seen = HashSet::new();
        let mut changed: Vec<SubjectId> = self.changed.drain(..).rev().filter(|id| seen.insert(*id)).collect();
        changed.reverse();
        let people: Vec<&Person> = changed.iter().filter_map(|id| self.people.get(id)).collect();
        let fresh: Vec<&Subject> =
            people.iter().filter(|person| !person.identified).map(|person| &person.row.subject).collect();
        subjects::identify(store, &fresh)?;
        if let Some(numbers) = &self.numbers {
            claim(store, numbers, &fresh, self.now)?;
        }
        subjects::write(store, &people.iter().map(|person| &person.row).collect::<Vec<_>>())?;
        for id in &changed {
            if let Some(person) = self.people.get_mut(id) {
                person.identified = true;
            }
        }
        let codes = core::mem::take(&mut self.codes);
        if let Some(code) = codes.first() {
            codes::add(store, &codes)?;
            schedule(store, Job::Whatsapp, code.expires_at.plus_millis(CODES_KEPT + 1))?;
        }
        idempotency::remember(store, &core::mem::take(&mut self.fresh_keys), self.now)
    }

    /// Forgets who was looked up, once all is written: somebody goes by another number now.
    pub(crate) fn forget_people(&mut self) {
        self.people.clear();
        self.known_by.clear();
        self.looked_up.clear();
    }
}

/// The number that a command names.
fn phone(command: &Command) -> Option<&E164> {
    match command {
        Command::OptIn(command) => Some(&command.phone),
        Command::OptOut(command) => command.handle.phone(),
        Command::Choose(_) | Command::Withdraw(_) => None,
    }
}
