//! Batches: many commands, one transaction, one answer each.

pub(crate) mod respelt;
mod sheet;

use serde::{Deserialize, Serialize};

use jatak_shared::act::Assurance;
use jatak_shared::canonical;
use jatak_shared::decide::{Choose, Command, Knowledge, NoticeFound, OptOut, Refusal, decide};
use jatak_shared::event::{Change, Fact, Leaf, Outcome, Place, PrivatePart};
use jatak_shared::id::{Digest32, EventId, NoticeId, SubjectId, keyed};
use jatak_shared::phone::E164;
use jatak_shared::random::Random;
use jatak_shared::receipt::Receipt;
use jatak_shared::subject::Handle;
use jatak_shared::time::{DAY, Timestamp};

pub(crate) use sheet::Sheet;

use crate::engine::{Current, Engine};
use crate::jobs::{Job, schedule};
use crate::sql::idempotency::{self, Remembered};
use crate::sql::subjects::SubjectRow;
use crate::sql::{events, people, subjects};
use crate::store::{Store, StoreError};
use crate::whatsapp::codes::Awaited;

/// A command with what surrounds it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// What is wanted.
    pub command: Command,
    /// SHA-256 of route, credential and idempotency key, where one was sent.
    pub idempotency: Option<Digest32>,
}

/// What came of a command.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// It stands in the ledger, by this command or by an earlier one with the same idempotency key.
    Recorded(Recorded),
    /// There was nothing to record.
    Unchanged,
    /// It was refused, and nothing was written.
    Refused(Refusal),
}

/// An event as the one who caused it is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recorded {
    /// The event.
    pub event: EventId,
    /// Its number.
    pub seq: u64,
    /// When.
    pub recorded_at: Timestamp,
    /// Under which notice.
    pub notice: Option<NoticeId>,
    /// Whose.
    pub subject: SubjectId,
    /// Their number, or their user id.
    #[serde(flatten)]
    pub handle: Handle,
    /// What it did. Not for the eyes of whoever typed the number: a pending one tells of an earlier no.
    pub categories: Vec<Change>,
    /// Whether it is a standing objection.
    pub everything: bool,
    /// Whether it waits for a message from the number.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub waits: bool,
    /// How it is confirmed, where it waits so and the business still confirms in WhatsApp.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub awaited: Option<Awaited>,
}

/// How many submissions without proof one number may have in 24 hours.
///
/// A shopper who orders twice a day and corrects a tick each time needs four; a stranger who types someone else's
/// number gets no further than this.
pub const UNPROVEN_A_DAY: u32 = 5;

impl<S: Store> Engine<S> {
    /// Carries out these commands in order, in one transaction, and answers each.
    ///
    /// A refused one writes nothing and spoils nothing. A store failure fails the batch: nothing of it stands.
    /// `limits` is off only under load tests.
    pub fn commit(
        &self,
        batch: &[Request],
        now: Timestamp,
        limits: bool,
        random: &mut impl Random,
    ) -> Result<Vec<Answer>, StoreError> {
        let mut answers = Vec::with_capacity(batch.len());
        let full = batch.iter().any(|request| may_grant(&request.command)) && self.is_full()?;
        let keyed = !self.forgetting.get() && batch.iter().any(|request| request.idempotency.is_some());
        self.transaction(&mut || {
            answers.clear();
            let mut sheet = Sheet::new(self, now)?;
            idempotency::forget_old(&self.store, now)?;
            if keyed {
                schedule(&self.store, Job::Idempotency, now.plus_millis(DAY))?;
            }
            sheet.read_ahead(self, batch)?;
            for request in batch {
                let answer = self.carry_out(request, &mut sheet, now, limits, full, random)?;
                answers.push(answer);
            }
            sheet.settle(&self.store)?;
            self.sign(&sheet.tail, now)
        })?;
        self.forgetting.set(self.forgetting.get() || keyed);
        self.settle_what_was_claimed(now, random);
        Ok(answers)
    }

    fn carry_out(
        &self,
        request: &Request,
        sheet: &mut Sheet,
        now: Timestamp,
        limits: bool,
        full: bool,
        random: &mut impl Random,
    ) -> Result<Answer, StoreError> {
        let key = request.idempotency.map(|key| (key, self.body_hash(&request.command)));
        if let Some((key, body)) = key
            && let Some(earlier) = sheet.remembered(key)
        {
            sheet.settle(&self.store)?;
            return self.repeat(earlier, body);
        }

        let current = self.current()?;
        let receipt = match &request.command {
            Command::Withdraw(command) => {
                sheet.settle(&self.store)?;
                self.receipt_of(command.submission)?
            }
            _ => None,
        };
        let Some((mut row, known)) = self.subject_of(&request.command, receipt.as_ref(), sheet, random)? else {
            return Ok(Answer::Refused(Refusal::NotFound));
        };
        // Two acts of one person never share a moment, so that which came first never depends on the clock's grain.
        let batch_now = now;
        let shown = self.notice_of(&current, &request.command)?;
        let now = respelt::moment(sheet, &row, now);
        let knowledge = Knowledge {
            now,
            settings: &current.settings,
            notice: shown,
            subject: &row.subject,
            standings: &row.standings,
            unproven_today: match &request.command {
                Command::OptIn(_) if known => {
                    sheet.settle(&self.store)?;
                    events::unproven_since(&self.store, row.subject.id, now.plus_millis(-DAY))?
                }
                _ => 0,
            },
            unproven_limit: limits.then_some(UNPROVEN_A_DAY),
            suppressed: match &request.command {
                Command::OptIn(_) => sheet.is_suppressed(self.suppression_hash(&row.subject.handle)),
                Command::Choose(_) => self.is_suppressed(&row.subject.handle)?,
                // A no asks nothing of the list.
                Command::OptOut(_) | Command::Withdraw(_) => false,
            },
            full,
            receipt: receipt.as_ref(),
        };
        let fact = match decide(&knowledge, &request.command) {
            Ok(Some(fact)) => fact,
            Ok(None) => return Ok(Answer::Unchanged),
            Err(refusal) => return Ok(Answer::Refused(refusal)),
        };
        let offered = fact.offered.clone();
        // A no is said again for whoever else may be the person; a business may know an old number.
        let no = fact.says_no().then(|| fact.clone());
        let mut recorded = record(fact, &current, &mut row, known, sheet, now, random)?;
        if let Some(fact) = no {
            let left = match &request.command {
                Command::OptOut(OptOut { handle: Handle::Phone(phone), .. }) => self.who_left(phone)?,
                _ => Vec::new(),
            };
            respelt::echo(self, &fact, &left, &current, sheet, batch_now, random)?;
        }
        if let (Command::OptIn(command), NoticeFound::Current(notice)) = (&request.command, shown)
            && command.assurance == Assurance::Typed
        {
            recorded.awaited = self.await_code(&current, notice, &recorded, offered, sheet);
            recorded.waits = recorded.awaited.is_some();
        }
        if let Some((key, body)) = key {
            sheet.remember(key, Remembered { body, seq: recorded.seq });
        }
        Ok(Answer::Recorded(recorded))
    }

    /// The answer to a request that was carried out before: rebuilt from its event, not stored. Once that is
    /// erased there is none, and the retry must not bring the person back.
    fn repeat(&self, earlier: Remembered, body: Digest32) -> Result<Answer, StoreError> {
        let entry = events::by_seq(&self.store, earlier.seq)?;
        let again = entry.as_ref().and_then(|entry| {
            let outcome = entry.outcome.as_ref().map(|outcome| &outcome.body);
            recorded(&entry.leaf, &entry.private.as_ref()?.body, outcome)
        });
        let Some(mut again) = again else { return Ok(Answer::Refused(Refusal::NotFound)) };
        if earlier.body != body {
            return Ok(Answer::Refused(Refusal::IdempotencyConflict));
        }
        let typed = entry
            .and_then(|entry| entry.private)
            .is_some_and(|part| part.body.assurance == Some(Assurance::Typed) && !part.body.given.is_empty());
        if typed {
            self.tell_again(&mut again)?;
        }
        Ok(Answer::Recorded(again))
    }

    /// The subject that a command is about, and whether it was known before; `None` where it names nobody.
    fn subject_of(
        &self,
        command: &Command,
        receipt: Option<&Receipt>,
        sheet: &mut Sheet,
        random: &mut impl Random,
    ) -> Result<Option<(SubjectRow, bool)>, StoreError> {
        let handle = match command {
            Command::OptIn(command) => &Handle::Phone(command.phone.clone()),
            Command::OptOut(command) => &command.handle,
            Command::Choose(command) => {
                sheet.settle(&self.store)?;
                return Ok(subjects::by_id(&self.store, command.subject)?.map(|row| (row, true)));
            }
            // Whoever submitted may go by another number since.
            Command::Withdraw(command) => {
                let Some(_) = receipt else { return Ok(None) };
                let subject = events::by_id(&self.store, command.submission)?.and_then(|entry| entry.outcome);
                let Some(subject) = subject.map(|outcome| outcome.body.subject) else { return Ok(None) };
                return Ok(subjects::by_id(&self.store, subject)?.map(|row| (row, true)));
            }
        };
        respelt::row_of(self, handle, sheet, random).map(Some)
    }

    /// By what those go now who went by this number before.
    pub(crate) fn who_left(&self, phone: &E164) -> Result<Vec<Handle>, StoreError> {
        let mut now = Vec::new();
        for subject in people::who_left(&self.store, phone, Timestamp::EPOCH)? {
            now.extend(subjects::by_id(&self.store, subject)?.map(|row| row.subject.handle));
        }
        Ok(now)
    }

    fn notice_of<'a>(&self, current: &'a Current, command: &Command) -> Result<NoticeFound<'a>, StoreError> {
        match command {
            Command::OptIn(command) => self.find_notice(current, command.notice),
            Command::Choose(Choose { notice: Some(notice), .. }) => self.find_notice(current, *notice),
            Command::Choose(_) | Command::OptOut(_) | Command::Withdraw(_) => Ok(NoticeFound::Unasked),
        }
    }

    /// Keyed hash of what a command asks. The browser's name is left out: a retry may come from an updated one.
    fn body_hash(&self, command: &Command) -> Digest32 {
        let mut command = command.clone();
        match &mut command {
            Command::OptIn(command) => command.evidence.user_agent = None,
            Command::OptOut(command) => command.evidence.user_agent = None,
            Command::Withdraw(command) => command.evidence.user_agent = None,
            Command::Choose(command) => command.evidence.user_agent = None,
        }
        keyed(&self.secrets.idempotency, canonical::to_string(&command).as_bytes())
    }
}

/// Puts the event and how the subject stands after it on the sheet. Both are written in the batch's transaction: a
/// crash between them leaves neither.
pub(crate) fn record(
    fact: Fact,
    current: &Current,
    row: &mut SubjectRow,
    known: bool,
    sheet: &mut Sheet,
    now: Timestamp,
    random: &mut impl Random,
) -> Result<Recorded, StoreError> {
    let seq = sheet.tail.head().seq + 1;
    let place = Place { business: current.business, seq, recorded_at: now, previous: row.last_event };
    let event = fact.seal(place, random);
    row.apply(&event);
    let outcome = event.outcome.as_ref().map(|outcome| &outcome.body);
    let told = recorded(&event.leaf, &event.private.body, outcome);
    let told = told.ok_or_else(|| StoreError::Corrupt("an act without a subject".into()))?;
    sheet.take(event, row, known);
    Ok(told)
}

/// Whether a command may hold a yes: a choices page may.
fn may_grant(command: &Command) -> bool {
    matches!(command, Command::OptIn(_) | Command::Choose(_))
}

/// An event as its answer tells it; `None` where it is not about a person.
fn recorded(leaf: &Leaf, part: &PrivatePart, outcome: Option<&Outcome>) -> Option<Recorded> {
    let outcome = outcome?;
    Some(Recorded {
        event: part.id,
        seq: leaf.seq,
        recorded_at: leaf.recorded_at,
        notice: leaf.notice,
        subject: outcome.subject,
        handle: part.handle()?,
        categories: outcome.categories.clone(),
        everything: part.everything,
        waits: false,
        awaited: None,
    })
}
