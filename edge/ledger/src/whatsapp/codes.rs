//! Codes: a yes that waits until a prepared message comes from the number itself.
//!
//! A code, and the secret by which the page asks how it stands, are made from the submission's id with a key of the
//! business's. So a retry with the same idempotency key is told the same, though neither is kept.

use data_encoding::BASE64URL_NOPAD;
use jatak_shared::act::Assurance;
use jatak_shared::business::Settings;
use jatak_shared::category::CategoryId;
use jatak_shared::decide::{Asking, Heard, Offer, Refusal, offer};
use jatak_shared::event::Evidence;
use jatak_shared::id::{Digest32, EventId, SubjectId, keyed};
use jatak_shared::notice::{Notice, NoticeCategory};
use jatak_shared::random::Random;
use jatak_shared::state::{Standings, State};
use jatak_shared::subject::Handle;
use jatak_shared::time::Timestamp;
use jatak_shared::whatsapp::alias::{match_key, spellings};
use jatak_shared::whatsapp::code::Code;
use jatak_shared::whatsapp::draft;
use jatak_shared::whatsapp::signal::{Signal, yes_at};
use serde::{Deserialize, Serialize};

use super::ear::{Ear, evidence};
use super::{CODES_KEPT, words};
use crate::batch::respelt::row_of;
use crate::batch::{Recorded, Sheet};
use crate::engine::{Current, Engine};
use crate::jobs::{Job, schedule};
use crate::sql::codes::{self, CodeRow};
use crate::sql::subjects::{self, SubjectRow};
use crate::store::{Store, StoreError};

/// How long a code lives, in milliseconds: a quarter of an hour.
pub const LIFE: i64 = 15 * 60 * 1000;

/// How many codes that confirm nothing one number may send within [`TRIED_WITHIN`].
pub const TRIES: u64 = 5;

/// In milliseconds: an hour.
pub const TRIED_WITHIN: i64 = 60 * 60 * 1000;

/// How many codes of shoppers who typed no number there are at most. Each is a row of some 600 bytes that anyone can make, so there
/// is an end to them; those whose time is over make room for others, so that it takes 55 a second to keep others out.
pub const OFFERS: u64 = 50_000;

/// What a shopper is told of a code: where it is sent from, and how to ask after it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Awaited {
    /// The link that opens WhatsApp with the prepared message.
    pub url: String,
    /// The secret by which the page asks how it stands.
    pub secret: String,
    /// Until when the message may be sent.
    pub expires_at: Timestamp,
}

impl core::fmt::Debug for Awaited {
    /// The link holds the code.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Awaited").field("expires_at", &self.expires_at).finish_non_exhaustive()
    }
}

/// How a code stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Progress {
    /// The message has not come.
    Waiting,
    /// It has, and counts.
    Confirmed,
    /// It did not come in time.
    Expired,
}

/// A code's progress, and its end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Polled {
    /// How it stands.
    pub state: Progress,
    /// Until when the message may be sent.
    pub expires_at: Timestamp,
}

/// Where a code came from: what it is made from.
#[derive(Clone, Copy)]
enum Origin {
    /// A submission.
    Submission(EventId),
    /// Random bytes.
    Offer([u8; 16]),
}

impl Origin {
    fn bytes(&self) -> Vec<u8> {
        match self {
            Self::Submission(id) => [b"submission\0".as_slice(), id.as_bytes()].concat(),
            Self::Offer(bytes) => [b"offer\0".as_slice(), bytes].concat(),
        }
    }
}

/// How many whole seconds it is until then, one at least.
fn seconds_until(then: Timestamp, now: Timestamp) -> u32 {
    let seconds = (then.millis() - now.millis()).max(0) / 1_000 + 1;
    u32::try_from(seconds).unwrap_or(u32::MAX)
}

impl<S: Store> Engine<S> {
    /// Makes the code of a submission that was just put on the sheet, and puts it there too; `None` where the business
    /// confirms nothing in WhatsApp.
    pub(crate) fn await_code(
        &self,
        current: &Current,
        notice: &Notice,
        recorded: &Recorded,
        offered: Vec<CategoryId>,
        sheet: &mut Sheet,
    ) -> Option<Awaited> {
        let categories = asked(recorded);
        let origin = Origin::Submission(recorded.event);
        let made = self.make(&current.settings, notice, origin, recorded.recorded_at, &categories)?;
        let submission = Some(recorded.event);
        let (notice, locale, evidence) = (notice.id(), notice.locale(), Evidence::default());
        let offer = Offer { submission, notice, locale, offered, categories, evidence };
        sheet.codes.push(row(&made, Some(recorded.subject), offer));
        Some(made.0)
    }

    /// Tells once more that a submission waits and how it is confirmed, as it was told at first: what the settings say by now
    /// changes nothing about it.
    pub(crate) fn tell_again(&self, recorded: &mut Recorded) -> Result<(), StoreError> {
        let Some((_, awaited)) = self.awaited_of(recorded.event, recorded.recorded_at)? else { return Ok(()) };
        recorded.waits = true;
        recorded.awaited = awaited;
        Ok(())
    }

    /// Makes a code for a shopper who types no number. `Ok(Ok(None))` where the business confirms nothing in WhatsApp.
    pub fn make_offer(
        &self,
        asking: &Asking,
        now: Timestamp,
        random: &mut impl Random,
    ) -> Result<Result<Option<Awaited>, Refusal>, StoreError> {
        let current = self.current()?;
        let found = self.find_notice(&current, asking.notice)?;
        let offer = match offer(found, asking, self.is_full()?) {
            Ok(offer) => offer,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let Some(notice) = current.notices.values().find(|notice| notice.id() == offer.notice) else {
            return Ok(Err(Refusal::NoticeUnknown));
        };
        let origin = Origin::Offer(random.bytes());
        let Some(made) = self.make(&current.settings, notice, origin, now, &offer.categories) else {
            return Ok(Ok(None));
        };
        let mut full = None;
        self.transaction(&mut || {
            full = None;
            if codes::offers(&self.store)? >= OFFERS {
                codes::forget_offers(&self.store, now)?;
                full = codes::first_of_many_offers(&self.store, OFFERS)?;
            }
            if full.is_some() {
                return Ok(());
            }
            codes::add(&self.store, &[row(&made, None, offer.clone())])?;
            schedule(&self.store, Job::Whatsapp, made.0.expires_at.plus_millis(CODES_KEPT + 1))
        })?;
        match full {
            None => Ok(Ok(Some(made.0))),
            Some(first) => Ok(Err(Refusal::TooManySubmissions { retry_after: seconds_until(first, now) })),
        }
    }

    /// How the code stands that is asked after with this secret; `None` for a secret that is none, or long past.
    pub fn poll(&self, secret: &str, now: Timestamp) -> Result<Option<Polled>, StoreError> {
        let row = codes::by_poll(&self.store, Digest32::of(secret.as_bytes()))?;
        Ok(row.map(|row| Polled { state: progress(&row, now), expires_at: row.expires_at }))
    }

    /// How the code of this submission stands, and what its shopper is told, unless the business confirms nothing in WhatsApp any
    /// more. `None` where it never waited, or was confirmed more than a day ago.
    pub fn awaited_of(
        &self,
        submission: EventId,
        now: Timestamp,
    ) -> Result<Option<(Progress, Option<Awaited>)>, StoreError> {
        let secret = self.poll_secret(&Origin::Submission(submission).bytes());
        let Some(row) = codes::by_poll(&self.store, Digest32::of(secret.as_bytes()))? else { return Ok(None) };
        let Some(notice) = self.notice(row.offer.notice)? else { return Ok(None) };
        let issued = row.expires_at.plus_millis(-LIFE);
        let origin = Origin::Submission(submission);
        let made = self.make(&self.current()?.settings, &notice, origin, issued, &row.offer.categories);
        Ok(Some((progress(&row, now), made.map(|made| made.0))))
    }

    fn make(
        &self,
        settings: &Settings,
        notice: &Notice,
        origin: Origin,
        at: Timestamp,
        categories: &[CategoryId],
    ) -> Option<(Awaited, Digest32, Digest32)> {
        let whatsapp = settings.confirms_in_whatsapp()?;
        let bytes = origin.bytes();
        let code = Code::derive(&self.secrets.codes, &bytes);
        let titles: Vec<&str> = notice
            .categories()
            .iter()
            .filter(|category| categories.contains(category.id()))
            .map(NoticeCategory::title)
            .collect();
        let text = draft::compose(notice.locale(), &notice.text().business.name, &titles, code);
        let awaited = Awaited {
            url: draft::link(whatsapp.number(), &text),
            secret: self.poll_secret(&bytes),
            expires_at: at.plus_millis(LIFE),
        };
        Some((awaited, code.hash(&self.secrets.codes), draft::text_hash(&text)))
    }

    fn poll_secret(&self, origin: &[u8]) -> String {
        let secret = keyed(&self.secrets.codes, &[b"poll\0", origin].concat());
        BASE64URL_NOPAD.encode(secret.as_bytes())
    }
}

fn progress(row: &CodeRow, now: Timestamp) -> Progress {
    match row.event {
        Some((_, true)) => Progress::Confirmed,
        // It came, and a newer no stands against it: asked for anew it may count.
        Some((_, false)) => Progress::Expired,
        None if now > row.expires_at => Progress::Expired,
        None => Progress::Waiting,
    }
}

/// What a submission asked for.
fn asked(recorded: &Recorded) -> Vec<CategoryId> {
    recorded.categories.iter().map(|change| change.id.clone()).collect()
}

fn row((awaited, hash, text): &(Awaited, Digest32, Digest32), subject: Option<SubjectId>, offer: Offer) -> CodeRow {
    let poll = Digest32::of(awaited.secret.as_bytes());
    CodeRow { hash: *hash, poll, text: *text, subject, offer, expires_at: awaited.expires_at, event: None }
}

impl<S: Store, R: Random> Ear<'_, S, R> {
    /// Whether a message with a code confirms what the code stands for. It does when the sentence is as it was prepared, in
    /// time, not used, and from the very number that was typed.
    pub(super) fn code(&mut self, signal: &Signal, code: Code, text: &str) -> Result<bool, StoreError> {
        let sender = signal.handles.phone().map(match_key);
        let sender = sender.or_else(|| signal.handles.user_id().map(ToString::to_string)).unwrap_or_default();
        let sender = keyed(&self.engine.secrets.idempotency, &[b"tries\0", sender.as_bytes()].concat());
        if codes::wrong_since(self.store(), sender, self.now.plus_millis(-TRIED_WITHIN))? >= TRIES {
            self.count(words::CODES_LIMITED, 1);
            return Ok(false);
        }
        let row = codes::by_hash(self.store(), code.hash(&self.engine.secrets.codes))?;
        let row = row.filter(|row| {
            row.event.is_none() && yes_at(signal.at) <= row.expires_at && draft::text_hash(text) == row.text
        });
        self.sheet.settle(self.store())?;
        let sender_is = self.linked(signal)?;
        if row.as_ref().is_some_and(|row| row.subject.is_some())
            && signal.handles.phone().is_none()
            && sender_is.as_ref().is_none_or(|row| row.subject.handle.phone().is_none())
        {
            // It may come from the very number that was typed: nobody knows, so it is nobody's fault either.
            return Ok(false);
        }
        let person = match &row {
            Some(row) => self.confirming(signal, row, sender_is)?,
            None => None,
        };
        let (Some(row), Some((person, known))) = (row, person) else {
            self.count(words::CODES_WRONG, 1);
            codes::note_wrong(self.store(), sender, self.now)?;
            schedule(self.store(), Job::Whatsapp, self.now.plus_millis(TRIED_WITHIN + 1))?;
            return Ok(false);
        };
        let offer = Heard::Yes(Box::new(row.offer.clone()));
        let evidence = Evidence { text: Some(row.text), ..evidence(signal) };
        let recorded = self.act_of(person, known, signal.at, &offer, &evidence)?;
        let granted = recorded.categories.iter().any(|change| change.state == State::Granted);
        codes::done(self.store(), row.hash, recorded.subject, recorded.event, granted)?;
        self.count(words::CODES_CONFIRMED, 1);
        Ok(true)
    }

    /// Whose yes the code confirms, if the message is theirs; and whether they were known.
    fn confirming(
        &mut self,
        signal: &Signal,
        code: &CodeRow,
        sender_is: Option<SubjectRow>,
    ) -> Result<Option<(SubjectRow, bool)>, StoreError> {
        let Some(subject) = code.subject else {
            // Nobody typed a number: it is the message's, or whoever's the user id is.
            let named = signal.handles.phone().cloned().map(Handle::Phone);
            let Some(handle) = named.or_else(|| signal.handles.user_id().cloned().map(Handle::UserId)) else {
                return Ok(None);
            };
            return row_of(self.engine, &handle, &mut self.sheet, self.random).map(Some);
        };
        let Some(row) = subjects::by_id(self.store(), subject)? else { return Ok(None) };
        let own = row.subject.handle.phone();
        let mine = match signal.handles.phone() {
            Some(phone) if own == Some(phone) => true,
            // A no covers every spelling of a number; a yes counts for another only where no other spelling has a yes of its own. In
            // Argentina two people may share the digits, so there it lifts no no that was said from a phone.
            Some(phone) if own.is_some_and(|own| match_key(phone) == match_key(own)) => {
                if phone.digits().starts_with("54") && has_verified_no(&row.standings) {
                    return Ok(None);
                }
                let rows = subjects::by_phones(self.store(), &spellings(phone))?;
                let said_yes: Vec<_> = rows.iter().filter(|row| row.standings.says_yes()).collect();
                matches!(said_yes.as_slice(), [only] if only.subject.id == row.subject.id)
            }
            Some(_) => false,
            // By a user id alone only where the ledger knows it for that very number's.
            None => sender_is.is_some_and(|sender| sender.subject.id == row.subject.id),
        };
        Ok(mine.then_some((row, true)))
    }

    /// Whoever the user id of a message is known to be.
    fn linked(&self, signal: &Signal) -> Result<Option<SubjectRow>, StoreError> {
        signal.handles.user_id().map_or(Ok(None), |user_id| subjects::by_user_id(self.store(), user_id))
    }
}

/// Whether a no that was said from WhatsApp stands.
fn has_verified_no(standings: &Standings) -> bool {
    let noes = standings.categories.values().filter_map(|standing| standing.no);
    noes.chain(standings.objection.map(|objection| objection.no)).any(|no| no.assurance == Assurance::Whatsapp)
}
