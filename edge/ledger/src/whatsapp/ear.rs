//! What one delivery is heard with: its signals one by one, each taken for what it means.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use jatak_shared::decide::{Heard, Hearing, Scope, heard, noes_of};
use jatak_shared::event::Evidence;
use jatak_shared::id::Digest32;
use jatak_shared::phone::E164;
use jatak_shared::random::Random;
use jatak_shared::subject::{Handle, Subject};
use jatak_shared::time::Timestamp;
use jatak_shared::whatsapp::alias::spellings;
use jatak_shared::whatsapp::quick_reply::{Tap, tap};
use jatak_shared::whatsapp::signal::{Act, Signal};
use jatak_shared::whatsapp::{draft, said, signal};

use super::reviews::Why;
use super::{KNOWN_FOR, words};
use crate::batch::respelt::{also, echo, echo_to, moment, phone_key, row_of};
use crate::batch::{Recorded, Sheet, record};
use crate::engine::{Current, Engine};
use crate::jobs::{Job, schedule};
use crate::sql::subjects::SubjectRow;
use crate::sql::{people, subjects, user_ids, whatsapp};
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
        self.settle_claims()?;
        let ids: Vec<Digest32> = signals.iter().map(|(id, _)| *id).collect();
        self.known = whatsapp::heard_of(self.store(), &ids)?;
        // Whoever they name is read at once, in every spelling, since a no reaches all.
        let named: BTreeSet<E164> =
            signals.iter().filter_map(|(_, signal)| signal.handles.phone()).flat_map(spellings).collect();
        let named: Vec<E164> = named.into_iter().collect();
        self.left = people::left_of(self.store(), &named)?;
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

    /// Hears what was kept from when people without a number were no subjects.
    pub(super) fn hear_kept(&mut self, signals: &[Signal]) -> Result<(), StoreError> {
        for signal in signals {
            self.signal(self.engine.heard_as(&signal.id), signal)?;
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
        let cue = Cue { heard: id, at: signal.at, evidence: evidence(signal) };
        // Whom it names is known before it is heard.
        self.link(&cue, &signal.handles)?;
        let did = match &signal.act {
            Act::Text(text) => self.text(&cue, signal, text.as_str())?,
            Act::Reply { payload, label } => match tap(payload, label.as_deref()) {
                Tap::No(scope) if self.is_known(&scope) => self.says(signal, &Heard::No(scope))?,
                // A button of a category that the business never had: it meant something to whoever made it.
                Tap::No(_) | Tap::Unreadable => self.doubt(&cue, signal, Why::UnknownButton, Some(payload))?,
                Tap::Perhaps(text) => self.doubt(&cue, signal, Why::NearStop, Some(text))?,
                Tap::Nothing => false,
            },
            Act::Stop { .. } => self.says(signal, &Heard::Stopped)?,
            Act::Resume => self.says(signal, &Heard::Resumed)?,
            Act::ChangedNumber { to } => self.changed_number(&cue, signal, to)?,
            Act::ChangedUserId { from, to } => self.changed_user_id(&cue, signal, from, to)?,
            Act::Other => false,
        };
        // Somebody who was not known before may be now.
        if did {
            self.link(&cue, &signal.handles)?;
            self.link_former(&cue, signal)?;
        }
        Ok(did)
    }

    fn text(&mut self, cue: &Cue, signal: &Signal, text: &str) -> Result<bool, StoreError> {
        match said::said(text) {
            said::Said::Stop => self.says(signal, &Heard::No(Scope::Everything)),
            said::Said::NearStop => self.doubt(cue, signal, Why::NearStop, Some(text)),
            said::Said::Code { code, near_stop } => {
                if self.code(signal, code, text)? {
                    return Ok(true);
                }
                if near_stop {
                    self.doubt(cue, signal, Why::NearStop, Some(text))?;
                }
                // A code that confirmed nothing is counted against its sender once.
                Ok(true)
            }
            said::Said::Nothing => Ok(false),
        }
    }

    /// Takes in a no, a stop or a resumption, of whoever it is of.
    pub(super) fn says(&mut self, signal: &Signal, what: &Heard) -> Result<bool, StoreError> {
        self.count(words::NOES, 1);
        for handle in self.people(signal)? {
            self.act(&handle, signal.at, what, &evidence(signal))?;
        }
        Ok(true)
    }

    /// Links somebody who spoke under a user id alone to what it was before, where that is known.
    fn link_former(&mut self, cue: &Cue, signal: &Signal) -> Result<(), StoreError> {
        let Some(user_id) = signal.handles.user_id().filter(|_| signal.handles.phone().is_none()) else {
            return Ok(());
        };
        if user_ids::chain(self.store(), user_id)?.len() == 1 {
            return Ok(());
        }
        self.sheet.settle(self.store())?;
        match subjects::by_user_id(self.store(), user_id)? {
            Some(row) => self.link_to(cue, &row.subject, user_id),
            None => Ok(()),
        }
    }

    /// By what they are known who a signal is of: the number it names, known or not; what somebody goes by now who had the
    /// number when it was said; whoever is behind the user id, or the id itself where nobody is and no number is shown.
    pub(super) fn people(&mut self, signal: &Signal) -> Result<Vec<Handle>, StoreError> {
        let mut people = Vec::new();
        if let Some(phone) = signal.handles.phone() {
            let mut left = Vec::new();
            if self.left.contains(phone) {
                self.sheet.settle(self.store())?;
                for subject in people::who_left(self.store(), phone, signal::yes_at(signal.at))? {
                    left.extend(subjects::by_id(self.store(), subject)?.map(|row| row.subject.handle));
                }
            }
            // The number may be nobody's by now; if it is somebody's, they are asked to say yes again.
            let named = Handle::Phone(phone.clone());
            if left.is_empty() || self.sheet.subject(&self.engine.store, &named)?.is_some() {
                people.push(named);
            }
            people.extend(left);
        }
        if let Some(user_id) = signal.handles.user_id() {
            let named = Handle::UserId(user_id.clone());
            match self.sheet.subject(&self.engine.store, &named)? {
                Some(row) => people.push(row.subject.handle),
                None if signal.handles.phone().is_none() => people.push(named),
                None => {}
            }
        }
        // One phone in two spellings is one.
        let mut seen = BTreeSet::new();
        people.retain(|handle| seen.insert(phone_key(handle)));
        Ok(people)
    }

    /// Records what one person did, and its no for the other spellings of their number.
    pub(super) fn act(
        &mut self,
        handle: &Handle,
        at: i64,
        what: &Heard,
        evidence: &Evidence,
    ) -> Result<Recorded, StoreError> {
        let (row, known) = row_of(self.engine, handle, &mut self.sheet, self.random)?;
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
        echo(self.engine, &fact, &[], &self.current, &mut self.sheet, self.now, self.random)?;
        Ok(recorded)
    }

    /// Says what one person said no to for whoever else may be them, each no at its own time.
    ///
    /// The message that told who they are is no evidence of what was said before, so there is none.
    pub(super) fn repeat_noes(&mut self, subject: &Subject) -> Result<(), StoreError> {
        self.sheet.settle(self.store())?;
        let Some(row) = subjects::by_id(self.store(), subject.id)? else { return Ok(()) };
        for other in also(self.engine, &row.subject, &[], &mut self.sheet)? {
            let (they, _) = row_of(self.engine, &other, &mut self.sheet, self.random)?;
            for no in noes_of(&row.standings, &they.standings) {
                let one = std::slice::from_ref(&other);
                echo_to(self.engine, &no, one, &self.current, &mut self.sheet, self.now, self.random)?;
            }
        }
        self.sheet.settle(self.store())
    }

    /// The people of the ledger who a signal may be of, in every spelling of their numbers.
    pub(super) fn known_people(&mut self, signal: &Signal) -> Result<Vec<SubjectRow>, StoreError> {
        let handles = self.people(signal)?;
        self.sheet.settle(self.store())?;
        let phones: BTreeSet<E164> = handles.iter().filter_map(Handle::phone).flat_map(spellings).collect();
        let mut rows = subjects::by_phones(self.store(), &phones.into_iter().collect::<Vec<_>>())?;
        for user_id in handles.iter().filter_map(Handle::user_id) {
            rows.extend(subjects::by_user_id(self.store(), user_id)?);
        }
        Ok(rows)
    }

    /// Whether the business has or had every category that a button names.
    fn is_known(&self, scope: &Scope) -> bool {
        match scope {
            Scope::Everything => true,
            Scope::Categories(named) => named.iter().all(|id| self.current.purposes.contains_key(id)),
        }
    }
}

/// By what something is known that follows from a signal: which, when, and the message that is its evidence.
pub(super) struct Cue {
    pub(super) heard: Digest32,
    /// In whole seconds since 1970.
    pub(super) at: i64,
    pub(super) evidence: Evidence,
}

/// What is kept of a message: its id, and the hash of what it says.
pub(super) fn evidence(signal: &Signal) -> Evidence {
    let text = match &signal.act {
        Act::Text(text) => Some(draft::text_hash(text.as_str())),
        _ => None,
    };
    Evidence { message: signal.id.message().map(str::to_owned), text, ..Evidence::default() }
}
