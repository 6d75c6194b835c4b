//! Reviews: messages that may be a no, put before a person. Until one has looked, marketing decisions say no.

use std::collections::BTreeSet;

use jatak_shared::act::Source;
use jatak_shared::decide::{Heard, Scope};
use jatak_shared::event::Evidence;
use jatak_shared::id::{Digest32, ReviewId, SubjectId};
use jatak_shared::random::Random;
use jatak_shared::subject::{Handle, Subject};
use jatak_shared::time::Timestamp;
use jatak_shared::whatsapp::draft;
use jatak_shared::whatsapp::signal::{Signal, yes_at};
use serde::{Deserialize, Serialize};

use super::ear::{Cue, Ear};
use super::words;
use crate::batch::respelt::{phone_key, spelt};
use crate::engine::Engine;
use crate::sql::reviews::{self, ReviewRow};
use crate::sql::subjects;
use crate::store::{Store, StoreError};

/// How many reviews one page of the list holds: a message has up to 4,096 characters.
pub const REVIEWS_PAGE: u64 = 50;

/// How many reviews of one person keep what was written. What comes beyond waits as well, since it may be the no, but without
/// its text, so that nobody fills the ledger by writing; it stands in WhatsApp.
pub const REVIEWS_OPEN: u64 = 20;

/// Why a person must look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// It holds a word for stop, or nearly one.
    NearStop,
    /// A button that says no to a category which the business never had.
    UnknownButton,
    /// WhatsApp calls two people one whom the ledger knows apart.
    IdentityConflict,
}

impl Why {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::NearStop, Self::UnknownButton, Self::IdentityConflict];

    /// The word used on the wire and in the table.
    pub fn word(self) -> &'static str {
        match self {
            Self::NearStop => "near_stop",
            Self::UnknownButton => "unknown_button",
            Self::IdentityConflict => "identity_conflict",
        }
    }
}

/// A message that waits to be looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// Its id.
    pub id: ReviewId,
    /// The number that it is about, or the user id.
    #[serde(flatten)]
    pub handle: Handle,
    /// When it was sent, to the second.
    pub at: Timestamp,
    /// Why somebody must look.
    pub why: Why,
    /// What it says: the message, or what the button was given.
    pub text: Option<String>,
}

/// What whoever looked found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Finding {
    /// It is a no, to everything.
    Stop,
    /// It is none.
    Nothing,
}

impl<S: Store, R: Random> Ear<'_, S, R> {
    /// Puts a message before a person, for everyone whom it may be from. To a number never heard of nothing is sent anyway;
    /// a user id that is shown alone is noted, since it may turn out to be somebody's who said yes.
    pub(super) fn doubt(
        &mut self,
        cue: &Cue,
        signal: &Signal,
        why: Why,
        text: Option<&str>,
    ) -> Result<bool, StoreError> {
        let mut people = self.known_people(signal)?;
        let alone = people.is_empty() && signal.handles.phone().is_none();
        if let Some(user_id) = signal.handles.user_id().filter(|_| alone) {
            let id = SubjectId::v4(self.random.bytes());
            let subject = Subject { id, handle: Handle::UserId(user_id.clone()) };
            people.push(subjects::note(self.store(), subject, self.now)?);
        }
        for row in &people {
            self.review(cue, row.subject.id, why, text)?;
        }
        Ok(!people.is_empty())
    }

    pub(super) fn review(
        &mut self,
        cue: &Cue,
        subject: SubjectId,
        why: Why,
        text: Option<&str>,
    ) -> Result<(), StoreError> {
        let room = text.is_none() || reviews::count_of(self.store(), subject)? < REVIEWS_OPEN;
        self.count(if room { words::REVIEWS } else { words::REVIEWS_BEYOND }, 1);
        let row = ReviewRow {
            id: ReviewId::v7(self.now, self.random.bytes()),
            subject,
            heard: cue.heard,
            at: cue.at,
            why,
            message: cue.evidence.message.clone(),
            text: text.filter(|_| room).map(str::to_owned),
        };
        reviews::add(self.store(), &row)
    }
}

impl<S: Store> Engine<S> {
    /// The messages that wait, the oldest first, after this one; one page.
    pub fn reviews(&self, after: Option<ReviewId>) -> Result<Vec<Review>, StoreError> {
        reviews::page(&self.store, after, REVIEWS_PAGE)?.into_iter().map(|row| self.told_review(row)).collect()
    }

    /// The messages of one person that wait.
    pub(crate) fn reviews_of(&self, subject: SubjectId) -> Result<Vec<Review>, StoreError> {
        reviews::of_subject(&self.store, subject)?.into_iter().map(|row| self.told_review(row)).collect()
    }

    /// Lets go of the reviews of somebody who is erased, and says by what names their messages that may be a no are one from
    /// now on, since nobody can look any more: every spelling of their number, save one for which the same messages go on
    /// waiting.
    ///
    /// They do go on waiting for whoever else may have written them, since nobody has looked. What they say goes with whoever
    /// is erased and may have written it. Only where time took one spelling of a number is it kept for the other: that is the
    /// same phone, and its owner asked for nothing.
    pub(crate) fn forget_reviews(&self, subject: &Subject, source: Source) -> Result<Vec<Handle>, StoreError> {
        let doubts = reviews::of_subject(&self.store, subject.id)?.into_iter().filter(|row| row.why == Why::NearStop);
        let doubts: Vec<Digest32> = doubts.map(|row| row.heard).collect();
        let mut waits = BTreeSet::new();
        let mut blank = Vec::new();
        for row in reviews::beside(&self.store, subject.id)? {
            let Some(other) = subjects::by_id(&self.store, row.subject)? else { continue };
            let other = other.subject.handle;
            if source != Source::Retention || phone_key(&other) != phone_key(&subject.handle) {
                blank.push(row.id);
            }
            waits.insert((other, row.heard));
        }
        reviews::blank(&self.store, &blank)?;
        reviews::erase(&self.store, subject.id)?;
        let mut noes = if doubts.is_empty() { Vec::new() } else { spelt(&subject.handle) };
        noes.retain(|one| !doubts.iter().all(|heard| waits.contains(&(one.clone(), *heard))));
        Ok(noes)
    }

    fn told_review(&self, row: ReviewRow) -> Result<Review, StoreError> {
        let handle = subjects::by_id(&self.store, row.subject)?.map(|row| row.subject.handle);
        let handle = handle.ok_or_else(|| StoreError::Corrupt("a review of nobody".into()))?;
        Ok(Review { id: row.id, handle, at: yes_at(row.at), why: row.why, text: row.text })
    }

    /// Notes what was found, for everyone whom the message may be from: false where no such review waits. A stop counts from
    /// when the message was sent.
    pub fn close_review(
        &self,
        id: ReviewId,
        finding: Finding,
        now: Timestamp,
        random: &mut impl Random,
    ) -> Result<bool, StoreError> {
        let mut found = false;
        self.transaction(&mut || {
            let together = reviews::together(&self.store, id)?;
            found = !together.is_empty();
            let mut ear = Ear::new(self, now, random)?;
            let mut said = BTreeSet::new();
            for row in &together {
                reviews::close(&self.store, row.heard)?;
                ear.sheet.settle(&self.store)?;
                let Some(person) = subjects::by_id(&self.store, row.subject)? else { continue };
                let handle = person.subject.handle;
                // A no reaches every spelling by itself.
                if finding == Finding::Stop && said.insert(phone_key(&handle)) {
                    let text = row.text.as_deref().filter(|_| row.why == Why::NearStop).map(draft::text_hash);
                    let evidence = Evidence { message: row.message.clone(), text, ..Evidence::default() };
                    ear.act(&handle, row.at, &Heard::No(Scope::Everything), &evidence)?;
                }
            }
            ear.close()
        })?;
        Ok(found)
    }
}
