//! Reviews: messages that may be a no, put before a person. Until one has looked, marketing decisions say no.

use std::collections::BTreeSet;

use jatak_shared::decide::{Heard, Scope};
use jatak_shared::event::Evidence;
use jatak_shared::id::{Digest32, ReviewId, SubjectId};
use jatak_shared::phone::E164;
use jatak_shared::random::Random;
use jatak_shared::time::Timestamp;
use jatak_shared::whatsapp::alias::match_key;
use jatak_shared::whatsapp::draft;
use jatak_shared::whatsapp::signal::{Signal, yes_at};
use serde::{Deserialize, Serialize};

use super::ear::Ear;
use super::words;
use crate::engine::Engine;
use crate::sql::reviews::{self, ReviewRow};
use crate::store::{Store, StoreError};

/// How many reviews one page of the list holds: a message has up to 4,096 characters.
pub const REVIEWS_PAGE: u64 = 50;

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
    /// The number that it is about.
    pub phone: E164,
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
    /// Puts a message before a person, for everyone whom it may be from. Of somebody never heard of nothing is sent anyway.
    pub(super) fn doubt(
        &mut self,
        id: Digest32,
        signal: &Signal,
        why: Why,
        text: Option<&str>,
    ) -> Result<bool, StoreError> {
        let people = self.known_people(signal)?;
        if people.is_empty() {
            return self.keep(id, signal);
        }
        for row in people {
            self.review(id, signal, row.subject.id, why, text)?;
        }
        Ok(true)
    }

    pub(super) fn review(
        &mut self,
        id: Digest32,
        signal: &Signal,
        subject: SubjectId,
        why: Why,
        text: Option<&str>,
    ) -> Result<(), StoreError> {
        self.count(words::REVIEWS, 1);
        let row = ReviewRow {
            id: ReviewId::v7(self.now, self.random.bytes()),
            subject,
            heard: id,
            at: signal.at,
            why,
            message: signal.id.message().map(str::to_owned),
            text: text.map(str::to_owned),
        };
        reviews::add(self.store(), &row)
    }
}

impl<S: Store> Engine<S> {
    /// The messages that wait, the oldest first, after this one; one page.
    pub fn reviews(&self, after: Option<ReviewId>) -> Result<Vec<Review>, StoreError> {
        Ok(reviews::page(&self.store, after, REVIEWS_PAGE)?.into_iter().map(told).collect())
    }

    /// The messages of one person that wait.
    pub(crate) fn reviews_of(&self, subject: SubjectId) -> Result<Vec<Review>, StoreError> {
        Ok(reviews::of_subject(&self.store, subject)?.into_iter().map(told).collect())
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
            for (row, phone) in &together {
                reviews::close(&self.store, row.heard)?;
                // A no reaches every spelling by itself.
                if finding == Finding::Stop && said.insert(match_key(phone)) {
                    let text = row.text.as_deref().filter(|_| row.why == Why::NearStop).map(draft::text_hash);
                    let evidence = Evidence { message: row.message.clone(), text, ..Evidence::default() };
                    ear.act(phone, row.at, &Heard::No(Scope::Everything), &evidence)?;
                }
            }
            ear.close()
        })?;
        Ok(found)
    }
}

fn told((row, phone): (ReviewRow, E164)) -> Review {
    Review { id: row.id, phone, at: yes_at(row.at), why: row.why, text: row.text }
}
