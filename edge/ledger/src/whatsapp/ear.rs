//! What one delivery is heard with: its signals one by one, each taken for what it means.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use jatak_shared::decide::{Heard, Hearing, Scope, heard};
use jatak_shared::event::Evidence;
use jatak_shared::id::Digest32;
use jatak_shared::phone::E164;
use jatak_shared::random::Random;
use jatak_shared::time::Timestamp;
use jatak_shared::whatsapp::alias::{match_key, spellings};
use jatak_shared::whatsapp::signal::{Act, Signal};
use jatak_shared::whatsapp::user_id::UserId;
use jatak_shared::whatsapp::{draft, quick_reply, said, signal};

use super::reviews::Why;
use super::{KNOWN_FOR, words};
use crate::batch::respelt::{echo, moment, row_of};
use crate::batch::{Recorded, Sheet, record};
use crate::engine::{Current, Engine};
use crate::jobs::{Job, schedule};
use crate::sql::subjects::SubjectRow;
use crate::sql::{subjects, whatsapp};
use crate::store::{Store, StoreError};

/// One transaction's way through a delivery.
pub(super) struct Ear<'a, S, R> {
    pub(super) engine: &'a Engine<S>,
    pub(super) current: Rc<Current>,
    pub(super) sheet: Sheet,
    pub(super) now: Timestamp,
    pub(super) random: &'a mut R,
    counts: BTreeMap<&'static str, u64>,
    /// What was heard before, and what did something now.
    known: BTreeSet<Digest32>,
    fresh: Vec<Digest32>,
    /// The numbers among those that signals name which somebody had and left.
    pub(super) left: BTreeSet<E164>,
}

impl<'a, S: Store, R: Random> Ear<'a, S, R> {
    pub(super) fn new(engine: &'a Engine<S>, now: Timestamp, random: &'a mut R) -> Result<Self, StoreError> {
        Ok(Self {
            engine,
            current: engine.current()?,
            sheet: Sheet::new(engine, now)?,
            now,
            random,
            counts: BTreeMap::new(),
            known: BTreeSet::new(),
            fresh: Vec::new(),
            left: BTreeSet::new(),
        })
    }

    /// Hears these signals, in the order in which they came.
    pub(super) fn hear<'b>(&mut self, signals: impl Iterator<Item = &'b Signal>) -> Result<(), StoreError> {
        let signals: Vec<_> = signals.map(|signal| (self.engine.heard_as(&signal.id), signal)).collect();
        if signals.is_empty() {
            return Ok(());
        }
        let ids: Vec<Digest32> = signals.iter().map(|(id, _)| *id).collect();
        self.known = whatsapp::heard_of(self.store(), &ids)?;
        // Whoever they name is read at once, in every spelling, since a no reaches all.
        let named: BTreeSet<E164> =
            signals.iter().filter_map(|(_, signal)| signal.handles.phone()).flat_map(spellings).collect();
        let named: Vec<E164> = named.into_iter().collect();
        self.left = whatsapp::left_of(self.store(), &named)?;
        self.sheet.look_up(self.store(), named)?;
        for (id, signal) in signals {
            if self.known.contains(&id) {
                self.count(words::SIGNALS, 1);
                self.count(words::DUPLICATES, 1);
                continue;
            }
            // Of one that does nothing nothing is written, not even that it came.
            if self.signal(id, signal)? {
                self.count(words::SIGNALS, 1);
                self.known.insert(id);
                self.fresh.push(id);
            }
        }
        Ok(())
    }

    /// Hears what was kept of these user ids, whose people are known by now.
    pub(super) fn hear_kept(&mut self, user_ids: &[UserId]) -> Result<(), StoreError> {
        for user_id in user_ids {
            if let Some(subject) = whatsapp::subject_of(self.store(), user_id)? {
                self.link_to(subject, user_id)?;
            }
        }
        Ok(())
    }

    /// Writes all that was heard, and signs it.
    pub(super) fn close(mut self) -> Result<(), StoreError> {
        self.sheet.settle(&self.engine.store)?;
        let store = &self.engine.store;
        if !self.fresh.is_empty() {
            whatsapp::note_heard(store, &self.fresh, self.now)?;
            schedule(store, Job::Whatsapp, self.now.plus_millis(KNOWN_FOR + 1))?;
        }
        whatsapp::count(store, &self.counts)?;
        self.engine.sign(&self.sheet.tail, self.now)
    }

    pub(super) fn count(&mut self, word: &'static str, count: u64) {
        *self.counts.entry(word).or_default() += count;
    }

    pub(super) fn store(&self) -> &'a S {
        &self.engine.store
    }

    /// Hears one signal; says whether it did anything, so that a copy must do nothing.
    pub(super) fn signal(&mut self, id: Digest32, signal: &Signal) -> Result<bool, StoreError> {
        // Whom it names is known before it is heard, so that what was kept of them comes first.
        self.link(&signal.handles)?;
        let did = match &signal.act {
            Act::Text(text) => self.text(id, signal, text.as_str())?,
            Act::Reply { payload } => match quick_reply::scope(payload) {
                Some(scope) if self.is_known(&scope) => self.says(id, signal, &Heard::No(scope))?,
                // A button of a category that the business never had: it meant something to whoever made it.
                Some(_) => self.doubt(id, signal, Why::UnknownButton, Some(payload))?,
                None => false,
            },
            Act::Stop { .. } => self.says(id, signal, &Heard::Stopped)?,
            Act::Resume => self.says(id, signal, &Heard::Resumed)?,
            Act::ChangedNumber { to } => self.changed_number(id, signal, to)?,
            Act::ChangedUserId { from, to } => self.changed_user_id(id, signal, from, to)?,
            Act::Other => false,
        };
        // Somebody who was not known before may be now.
        if did {
            self.link(&signal.handles)?;
        }
        Ok(did)
    }

    fn text(&mut self, id: Digest32, signal: &Signal, text: &str) -> Result<bool, StoreError> {
        match said::said(text) {
            said::Said::Stop => self.says(id, signal, &Heard::No(Scope::Everything)),
            said::Said::NearStop => self.doubt(id, signal, Why::NearStop, Some(text)),
            said::Said::Code { code, near_stop } => {
                if self.code(signal, code, text)? {
                    return Ok(true);
                }
                if near_stop {
                    self.doubt(id, signal, Why::NearStop, Some(text))?;
                }
                // A code that confirmed nothing is counted against its sender once.
                Ok(true)
            }
            said::Said::Nothing => Ok(false),
        }
    }

    /// Takes in a no, a stop or a resumption, for every spelling of the number.
    pub(super) fn says(&mut self, id: Digest32, signal: &Signal, what: &Heard) -> Result<bool, StoreError> {
        self.count(words::NOES, 1);
        let people = self.people(signal)?;
        if people.is_empty() {
            return self.keep(id, signal);
        }
        for phone in people {
            self.act(&phone, signal.at, what, &evidence(signal))?;
        }
        Ok(true)
    }

    /// Keeps what came of somebody whose number is not known.
    pub(super) fn keep(&mut self, id: Digest32, signal: &Signal) -> Result<bool, StoreError> {
        let Some(user_id) = signal.handles.user_id() else { return Ok(false) };
        self.count(words::UNLINKED, 1);
        whatsapp::keep_unlinked(self.store(), id, user_id, signal)?;
        Ok(true)
    }

    /// The numbers of whoever a signal is of: the one it names, known or not, or the one behind the user id; and that of
    /// somebody who had the number when it was said and has another now.
    pub(super) fn people(&mut self, signal: &Signal) -> Result<Vec<E164>, StoreError> {
        let mut people = Vec::new();
        if let Some(phone) = signal.handles.phone() {
            let mut left = Vec::new();
            if self.left.contains(phone) {
                self.sheet.settle(self.store())?;
                for subject in whatsapp::who_left(self.store(), phone, signal::yes_at(signal.at))? {
                    left.extend(subjects::by_id(self.store(), subject)?.map(|row| row.subject.phone));
                }
            }
            // The number may be nobody's by now; if it is somebody's, they are asked to say yes again.
            if left.is_empty() || self.sheet.subject(&self.engine.store, phone)?.is_some() {
                people.push(phone.clone());
            }
            people.extend(left);
        }
        if let Some(user_id) = signal.handles.user_id() {
            people.extend(self.phone_of(user_id)?);
        }
        // One phone in two spellings is one.
        let mut seen = BTreeSet::new();
        people.retain(|phone| seen.insert(match_key(phone)));
        Ok(people)
    }

    /// The number of whoever goes or went by a user id.
    fn phone_of(&self, user_id: &UserId) -> Result<Option<E164>, StoreError> {
        if let Some(phone) = whatsapp::phones_of(self.store(), &[user_id])?.remove(user_id) {
            return Ok(Some(phone));
        }
        let chain = whatsapp::chain(self.store(), user_id)?;
        let mut phones = whatsapp::phones_of(self.store(), &chain.iter().collect::<Vec<_>>())?;
        Ok(chain.iter().find_map(|id| phones.remove(id)))
    }

    /// Records what one person did, and its no for the other spellings of their number.
    pub(super) fn act(
        &mut self,
        phone: &E164,
        at: i64,
        what: &Heard,
        evidence: &Evidence,
    ) -> Result<Recorded, StoreError> {
        let (row, known) = row_of(self.engine, phone, &mut self.sheet, self.random)?;
        self.act_of(row, known, at, what, evidence)
    }

    /// The same of somebody who was looked up already.
    pub(super) fn act_of(
        &mut self,
        mut row: SubjectRow,
        known: bool,
        at: i64,
        what: &Heard,
        evidence: &Evidence,
    ) -> Result<Recorded, StoreError> {
        let hearing = Hearing {
            settings: &self.current.settings,
            purposes: &self.current.purposes,
            subject: &row.subject,
            standings: &row.standings,
            at,
            evidence,
        };
        let fact = heard(&hearing, what);
        let now = moment(&self.sheet, &row, self.now);
        let recorded = record(fact.clone(), &self.current, &mut row, known, &mut self.sheet, now, self.random)?;
        echo(self.engine, &fact, &self.current, &mut self.sheet, self.now, self.random)?;
        Ok(recorded)
    }

    /// The known spellings of the numbers that a signal may be from.
    pub(super) fn known_people(&mut self, signal: &Signal) -> Result<Vec<SubjectRow>, StoreError> {
        let phones = self.people(signal)?;
        self.sheet.settle(self.store())?;
        let all: BTreeSet<E164> = phones.iter().flat_map(spellings).collect();
        subjects::by_phones(self.store(), &all.into_iter().collect::<Vec<_>>())
    }

    /// Whether the business has or had every category that a button names.
    fn is_known(&self, scope: &Scope) -> bool {
        match scope {
            Scope::Everything => true,
            Scope::Categories(named) => named.iter().all(|id| self.current.purposes.contains_key(id)),
        }
    }
}

/// What is kept of a message: its id, and the hash of what it says.
pub(super) fn evidence(signal: &Signal) -> Evidence {
    let text = match &signal.act {
        Act::Text(text) => Some(draft::text_hash(text.as_str())),
        _ => None,
    };
    Evidence { message: signal.id.message().map(str::to_owned), text, ..Evidence::default() }
}
