//! Access: the whole file of one person, as the law lets them ask for it.

use std::collections::BTreeMap;

use jatak_shared::category::CategoryId;
use jatak_shared::id::SubjectId;
use jatak_shared::phone::E164;
use jatak_shared::state::{Objection, Standing};
use jatak_shared::subject::Handle;
use jatak_shared::time::Timestamp;
use jatak_shared::whatsapp::user_id::UserId;
use serde::{Deserialize, Serialize};

use crate::Entry;
use crate::engine::Engine;
use crate::import::{StagedLine, staged_of};
use crate::sql::{events, idempotency, people, reservations, subjects, user_ids};
use crate::store::{Store, StoreError};
use crate::whatsapp::reviews::Review;

/// How many events one page holds. One is about 1.5 KB with its salts and evidence, so a page is below 200 KB; few people
/// have more than one page.
pub const FILE_PAGE: u64 = 100;

/// Everything that a ledger holds about one person, their events page by page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonFile {
    /// The number that was asked about, or that of whoever goes by the user id, where it is known.
    pub phone: Option<E164>,
    /// The user id, where that was asked about.
    pub user_id: Option<UserId>,
    /// The id behind it; none where nobody is known.
    pub subject: Option<SubjectId>,
    /// How they stand to each category they were asked for.
    pub standings: BTreeMap<CategoryId, Standing>,
    /// The standing objection, where there is one.
    pub objection: Option<Objection>,
    /// Since when the keyed hash of the number or user id that was asked about stands on the suppression list, if it does:
    /// someone who went by it was erased who had said no.
    pub suppressed_since: Option<Timestamp>,
    /// How many idempotency keys of the last 24 hours lead to an event of theirs.
    pub idempotency_keys: u64,
    /// How many lines of staged imports name the number.
    pub staged_lines: u64,
    /// The first [`FILE_PAGE`] of them.
    pub staged: Vec<StagedLine>,
    /// How many messages to them were reserved in the last 31 days.
    #[serde(default)]
    pub reservations: u64,
    /// The latest [`FILE_PAGE`] of them: the category, when, and whether it was sent, released or neither.
    #[serde(default)]
    pub reserved: Vec<(CategoryId, Timestamp, String)>,
    /// The business-scoped user ids that WhatsApp shows them by.
    #[serde(default)]
    pub user_ids: Vec<UserId>,
    /// The numbers that they had before.
    #[serde(default)]
    pub former_numbers: Vec<E164>,
    /// Their messages that wait to be looked at.
    #[serde(default)]
    pub reviews: Vec<Review>,
    /// Their events in order, each with its leaf and whatever of it is not erased.
    pub events: Vec<Entry>,
    /// The number to ask on from, where there are more events.
    pub next_after: Option<u64>,
}

impl<S: Store> Engine<S> {
    /// The file of whoever this number or user id is of, with their events after number `after`.
    pub fn person(&self, handle: &Handle, after: u64) -> Result<PersonFile, StoreError> {
        let row = match (subjects::by_handle(&self.store, handle)?, handle) {
            // Whoever had the number and goes by another now.
            (None, Handle::Phone(phone)) => match self.who_left(phone)?.first() {
                Some(now) => subjects::by_handle(&self.store, now)?,
                None => None,
            },
            (row, _) => row,
        };
        let own = row.as_ref().and_then(|row| row.subject.handle.phone().cloned());
        let phone = handle.phone().cloned().or(own);
        let subject = row.as_ref().map(|row| row.subject.id);
        let standings = row.map(|row| row.standings).unwrap_or_default();
        let mut events = match subject {
            // One more than a page, to know whether there is another.
            Some(subject) => events::after_of_subject(&self.store, subject, after, FILE_PAGE + 1)?,
            None => Vec::new(),
        };
        let page = usize::try_from(FILE_PAGE).unwrap_or(usize::MAX);
        let more = events.len() > page;
        events.truncate(page);
        let mut staged = phone.as_ref().map_or(Ok(Vec::new()), |phone| staged_of(&self.store, phone))?;
        let staged_lines = staged.len() as u64;
        staged.truncate(page);
        let reserved = match subject {
            Some(subject) => reservations::of_subject(&self.store, subject, FILE_PAGE)?,
            None => Vec::new(),
        };
        Ok(PersonFile {
            phone,
            user_id: handle.user_id().cloned(),
            subject,
            standings: standings.categories,
            objection: standings.objection,
            suppressed_since: subjects::suppressed_since(&self.store, self.suppression_hash(handle))?,
            idempotency_keys: subject.map_or(Ok(0), |subject| idempotency::count_of(&self.store, subject))?,
            staged_lines,
            staged,
            reservations: subject.map_or(Ok(0), |subject| reservations::count_of(&self.store, subject))?,
            reserved: reserved.into_iter().map(|(id, at, held)| (id, at, held.word().to_owned())).collect(),
            user_ids: subject.map_or(Ok(Vec::new()), |subject| user_ids::user_ids(&self.store, subject))?,
            former_numbers: subject.map_or(Ok(Vec::new()), |subject| people::former_numbers(&self.store, subject))?,
            reviews: subject.map_or(Ok(Vec::new()), |subject| self.reviews_of(subject))?,
            next_after: events.last().filter(|_| more).map(|last| last.leaf.seq),
            events,
        })
    }
}
