//! Sending: whether messages of one category may go to these people, what was reserved of them, and what went.
//!
//! The business asks before it sends. A question that reserves counts at once, in the transaction that decides, so that two
//! that come together never both get the last message of a cap. What was reserved counts from that moment until its window
//! ends, whether or not anybody ever says that it went; one that is released counts no more.

mod behind;
mod people;

use core::str::FromStr;
use std::collections::{BTreeSet, HashMap};

use serde::{Deserialize, Serialize};

use jatak_shared::canonical;
use jatak_shared::category::{CategoryId, Class};
use jatak_shared::id::{Digest32, ReservationId, SubjectId, keyed};
use jatak_shared::phone::E164;
use jatak_shared::random::Random;
use jatak_shared::sending::{Availability, Decision, LONGEST_WINDOW, Reason};
use jatak_shared::subject::Handle;
use jatak_shared::time::Timestamp;

use self::people::{People, Promised};
use crate::engine::Engine;
use crate::jobs::{Job, schedule};
use crate::sql::reservations::{self, CallRow, Own, Reserved};
use crate::store::{Store, StoreError};

/// How many people one question may be about, and how many messages one report. A thousand cost a handful of statements,
/// and their answers come to half a megabyte.
pub const AT_ONCE: usize = 1_000;

/// How many rows of each table one run of the job forgets: some milliseconds.
const FORGOTTEN_AT_ONCE: u64 = 5_000;

/// May a message of this category go to these people?
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// The category.
    pub category: CategoryId,
    /// The people, [`AT_ONCE`] at most. One who is named twice is asked about twice.
    pub subjects: Vec<Handle>,
    /// Where messages are to be reserved: SHA-256 of route, credential and idempotency key.
    pub reserve: Option<Digest32>,
}

/// What is answered of one person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answered {
    /// Who they are, where they are known.
    pub subject: Option<SubjectId>,
    /// Whether it may go.
    pub decision: Decision,
    /// What was reserved. In a repeated question that is answered no by now it stands beside the no, to be released.
    pub reservation: Option<ReservationId>,
}

/// Why a question is not answered at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unanswered {
    /// The business never had such a category.
    CategoryUnknown,
    /// The same idempotency key came with another question.
    IdempotencyConflict,
}

/// How a reservation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Held {
    Reserved,
    Sent,
    Released,
}

impl Held {
    /// The word in the table and in a person's file.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Reserved => "reserved",
            Self::Sent => "sent",
            Self::Released => "released",
        }
    }
}

impl FromStr for Held {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        [Self::Reserved, Self::Sent, Self::Released].into_iter().find(|held| held.word() == text).ok_or(())
    }
}

/// What became of a message that was reserved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sending {
    /// It went.
    Sent,
    /// It did not and will not.
    Released,
}

/// What is answered to a report of one message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Noted {
    /// It is noted, now or before.
    Noted,
    /// No such reservation: never made, the person's erased, or so old that no cap counts it.
    Unknown,
    /// It was said to have gone, and cannot be taken back.
    AlreadySent,
}

impl<S: Store> Engine<S> {
    /// Answers a question, person by person in the order asked, and reserves where that is asked for.
    ///
    /// A question repeated under its key reserves nothing more: whoever had a reservation keeps it, with its id; whoever was
    /// refused is refused, now with what stands against it now. Each answer is as things stand now, so that a no which came
    /// in between counts. A reservation that was released in between is taken up again, and counts from now.
    ///
    /// `meant` is asked of numbers that nobody here has: which number is meant by one that is written so.
    pub fn decide(
        &self,
        question: &Question,
        meant: &dyn Fn(&E164) -> E164,
        availability: &Availability,
        now: Timestamp,
        random: &mut impl Random,
    ) -> Result<Result<Vec<Answered>, Unanswered>, StoreError> {
        self.settle_claims(now, random)?;
        let Some(promised) = Promised::of(self, &question.category)? else {
            return Ok(Err(Unanswered::CategoryUnknown));
        };
        let Some(call) = question.reserve else {
            let people = People::read(self, question, meant, promised, now)?;
            let subjects = question.subjects.iter();
            return Ok(Ok(subjects.map(|handle| people.answer(handle, availability, now)).collect()));
        };
        let body = keyed(
            &self.secrets.idempotency,
            canonical::to_string(&(&question.category, &question.subjects)).as_bytes(),
        );
        let mut answer = Ok(Vec::new());
        self.transaction(&mut || {
            let mut people = People::read(self, question, meant, promised.clone(), now)?;
            answer = match reservations::call(&self.store, call)? {
                // A hash that was erased, with somebody it was computed over, tells nothing any more.
                Some(row) if row.body != body && row.body != Digest32::from_bytes([0; 32]) => {
                    Err(Unanswered::IdempotencyConflict)
                }
                Some(row) => Ok(self.repeat_question(question, call, &row, &mut people, availability, now)?),
                None => Ok(self.reserve(question, (call, body), &mut people, availability, now, random)?),
            };
            Ok(())
        })?;
        Ok(answer)
    }

    fn reserve(
        &self,
        question: &Question,
        (call, body): (Digest32, Digest32),
        people: &mut People,
        availability: &Availability,
        now: Timestamp,
        random: &mut impl Random,
    ) -> Result<Vec<Answered>, StoreError> {
        let (mut answers, mut reserved) = (Vec::new(), Vec::new());
        for (place, handle) in question.subjects.iter().enumerate() {
            let mut answered = people.answer(handle, availability, now);
            if let Some(subject) = answered.subject.filter(|_| answered.decision.allows()) {
                let id = ReservationId::v7(now, random.bytes());
                reserved.push(Reserved { id, subject, place });
                people.count(subject, now);
                answered.hold(id);
            }
            answers.push(answered);
        }
        let refused = answers.iter().map(|answered| answered.decision.reason).collect();
        let kind = (&question.category, people.class() == Class::Marketing);
        reservations::write(&self.store, call, &CallRow { body, refused }, kind, &reserved, now)?;
        schedule(&self.store, Job::Reservations, now.plus_millis(LONGEST_WINDOW))?;
        Ok(answers)
    }

    fn repeat_question(
        &self,
        question: &Question,
        call: Digest32,
        row: &CallRow,
        people: &mut People,
        availability: &Availability,
        now: Timestamp,
    ) -> Result<Vec<Answered>, StoreError> {
        let own = reservations::of_call(&self.store, call)?;
        let (mut answers, mut renewed) = (Vec::new(), Vec::new());
        for (place, handle) in question.subjects.iter().enumerate() {
            let mut answered = people.answer(handle, availability, now);
            let held = own.get(&place).filter(|own| Some(own.subject) == answered.subject);
            match held {
                Some(&Own { id, subject, at, state }) => {
                    let again = state == Held::Released && answered.decision.allows();
                    if again {
                        renewed.push(id);
                    }
                    if again || state != Held::Released {
                        people.count(subject, if again { now } else { at });
                    }
                    answered.hold(id);
                }
                None if answered.decision.allows() => {
                    // Of somebody erased and come back nothing is reserved, and nobody refused it.
                    let refused = row.refused.get(place).copied().flatten();
                    answered.decision.reason = Some(refused.unwrap_or(Reason::Erased));
                }
                None => {}
            }
            answers.push(answered);
        }
        reservations::renew(&self.store, &renewed, now)?;
        Ok(answers)
    }

    /// Notes what became of messages that were reserved, each by itself and in the order given. Saying the same again is
    /// fine. One that was released and went after all counts again, from when it was reserved.
    pub fn report_sends(&self, reports: &[(ReservationId, Sending)]) -> Result<Vec<Noted>, StoreError> {
        let mut noted = Vec::new();
        self.transaction(&mut || {
            let ids: BTreeSet<ReservationId> = reports.iter().map(|(id, _)| *id).collect();
            let mut states = reservations::states(&self.store, &ids)?;
            let mut changed = HashMap::new();
            let note = |(id, sending): &(ReservationId, Sending)| {
                let Some(state) = states.get_mut(id) else { return Noted::Unknown };
                let after = match (*state, sending) {
                    (Held::Sent, Sending::Released) => return Noted::AlreadySent,
                    (_, Sending::Sent) => Held::Sent,
                    (_, Sending::Released) => Held::Released,
                };
                if *state != after {
                    *state = after;
                    changed.insert(*id, after);
                }
                Noted::Noted
            };
            noted = reports.iter().map(note).collect();
            for after in [Held::Sent, Held::Released] {
                let ids: Vec<_> = changed.iter().filter(|(_, state)| **state == after).map(|(id, _)| *id).collect();
                reservations::set(&self.store, &ids, after)?;
            }
            Ok(())
        })?;
        Ok(noted)
    }

    /// Forgets reservations that no window reaches back to, a slice at a time, with the keys of the calls that made them.
    pub(crate) fn forget_reservations(&self, now: Timestamp) -> Result<Option<Timestamp>, StoreError> {
        let mut oldest = None;
        self.transaction(&mut || {
            reservations::forget(&self.store, now.plus_millis(-LONGEST_WINDOW), FORGOTTEN_AT_ONCE)?;
            oldest = reservations::oldest(&self.store)?;
            Ok(())
        })?;
        Ok(oldest.map(|at| at.plus_millis(LONGEST_WINDOW)))
    }
}

impl Answered {
    /// Notes that this message is reserved, so that one fewer may go beside it.
    fn hold(&mut self, id: ReservationId) {
        self.reservation = Some(id);
        if self.decision.allows() {
            self.decision.remaining = self.decision.remaining.map(|left| left.saturating_sub(1));
        }
    }
}
