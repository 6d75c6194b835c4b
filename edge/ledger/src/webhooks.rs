//! Webhooks: telling a business's own systems what its people do, in the order of the ledger.
//!
//! There is no queue. An **endpoint** has a cursor, the number of the last event that it was told, and the job reads the ledger
//! from there. A message is made when it is sent, from what stands then: what was erased since is not told, and nothing
//! personal lies anywhere waiting.
//!
//! Here is who is told what next, and what an answer is worth; signing and sending are the edge's, which alone can open a
//! secret. An endpoint that is slow, down or gone holds up itself and nobody else.

mod tell;

use core::str::FromStr;

use jatak_shared::business::WebUrl;
use jatak_shared::id::EndpointId;
use jatak_shared::time::{DAY, Timestamp};
use jatak_shared::webhook::Kinds;
use serde::{Deserialize, Serialize};

pub(crate) use tell::Telling;
pub use tell::{Answer, Message, Next, Verdict};

use crate::engine::Engine;
use crate::sql::events;
use crate::sql::webhooks::{self, EndpointRow};
use crate::store::{Store, StoreError};

/// How many endpoints a business has at most: a shop, a customer database, a data warehouse, and two more for moving from one
/// to another. Each costs a request an event.
pub const ENDPOINTS: usize = 5;

/// How long the secret before the newest goes on signing too, in milliseconds: a day, in which a receiver changes over.
pub const OVERLAP: i64 = DAY;

/// A secret as it is stored: sealed by the edge, which binds it to the endpoint and to its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedSecret {
    /// Its number, from 1.
    pub serial: u64,
    /// What only the edge can open.
    pub sealed: Vec<u8>,
}

/// Why nothing is sent to an endpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Off {
    /// It answered 410: it says by itself that it wants no more.
    Gone,
    /// It took nothing for a week.
    Failing,
    /// The business switched it off.
    ByBusiness,
}

impl Off {
    /// The word on the wire and in the table.
    pub fn word(self) -> &'static str {
        match self {
            Self::Gone => "gone",
            Self::Failing => "failing",
            Self::ByBusiness => "by_business",
        }
    }
}

/// A word that is none of the reasons.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a reason for an endpoint to be off")]
pub struct NotAReason;

impl FromStr for Off {
    type Err = NotAReason;

    fn from_str(text: &str) -> Result<Self, NotAReason> {
        let all = [Self::Gone, Self::Failing, Self::ByBusiness];
        all.into_iter().find(|off| off.word() == text).ok_or(NotAReason)
    }
}

/// Whether an endpoint is told anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// It is.
    Enabled,
    /// It is not.
    Disabled,
}

/// An endpoint, and how it stands with it. Its secret is shown once, elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Endpoint {
    /// Its id.
    pub id: EndpointId,
    /// Where messages are sent.
    pub url: WebUrl,
    /// The kinds of events that it is told of; all about people where it is not there, those that come later too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kinds: Option<Kinds>,
    /// When it was made.
    pub created_at: Timestamp,
    /// Whether it is told anything.
    pub state: State,
    /// Why not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Off>,
    /// The number of the last event that it was told, or that is none for it, or that was given up.
    pub cursor: u64,
    /// How many events the ledger has after that.
    pub lag: u64,
    /// How many events were given up, each after three days of tries.
    pub given_up: u64,
    /// When it last took one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_success: Option<Timestamp>,
    /// What is wrong, where anything is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub failing: Option<Failing>,
    /// Until when the secret before this one signs as well.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub old_secret_until: Option<Timestamp>,
}

/// What is wrong with an endpoint.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failing {
    /// When it first failed since it last took something.
    pub since: Timestamp,
    /// How often the event that it is to take next was tried.
    pub tries: u64,
    /// What was wrong last, in words of ours.
    pub why: String,
    /// When it is tried again; absent where it is not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_at: Option<Timestamp>,
}

/// What a business says of an endpoint.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wish {
    /// Where messages are sent.
    pub url: WebUrl,
    /// Of which kinds; `None` for all.
    pub kinds: Option<Kinds>,
    /// Whether it is told anything.
    pub enabled: bool,
}

/// Why an endpoint is not as a business wishes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EndpointRefusal {
    /// There is no such endpoint.
    #[error("there is no such endpoint")]
    NotFound,
    /// There are as many as there may be.
    #[error("there are {ENDPOINTS} endpoints already")]
    TooMany,
    /// The ledger is not that long.
    #[error("the ledger has {head} events")]
    BeyondHead {
        /// How long it is.
        head: u64,
    },
}

impl<S: Store> Engine<S> {
    /// The endpoints, oldest first.
    pub fn endpoints(&self) -> Result<Vec<Endpoint>, StoreError> {
        let head = events::head(&self.store)?.seq;
        Ok(webhooks::all(&self.store)?.into_iter().map(|row| shown(row, head)).collect())
    }

    /// Makes an endpoint that is told of what happens from now on.
    pub fn add_endpoint(
        &self,
        id: EndpointId,
        wish: &Wish,
        secret: SealedSecret,
        now: Timestamp,
    ) -> Result<Result<Endpoint, EndpointRefusal>, StoreError> {
        if webhooks::all(&self.store)?.len() >= ENDPOINTS {
            return Ok(Err(EndpointRefusal::TooMany));
        }
        let row = EndpointRow {
            id,
            url: wish.url.clone(),
            kinds: wish.kinds.clone(),
            created_at: now,
            secret,
            old: None,
            off: (!wish.enabled).then_some(Off::ByBusiness),
            cursor: events::head(&self.store)?.seq,
            tries: 0,
            next_at: now,
            failing_since: None,
            why: None,
            given_up: 0,
            last_success: None,
        };
        self.keep(row, now).map(Ok)
    }

    /// Changes an endpoint. One that is enabled is told at once where it left off: what was wrong with it before counts no more.
    pub fn set_endpoint(
        &self,
        id: EndpointId,
        wish: &Wish,
        now: Timestamp,
    ) -> Result<Result<Endpoint, EndpointRefusal>, StoreError> {
        self.change(id, now, |row| {
            row.url = wish.url.clone();
            row.kinds.clone_from(&wish.kinds);
            row.off = (!wish.enabled).then_some(Off::ByBusiness);
            afresh(row, now);
        })
    }

    /// Sets the cursor of an endpoint, so that it is told again, or not told, what came after this number.
    pub fn replay(
        &self,
        id: EndpointId,
        after: u64,
        now: Timestamp,
    ) -> Result<Result<Endpoint, EndpointRefusal>, StoreError> {
        let head = events::head(&self.store)?.seq;
        if after > head {
            return Ok(Err(EndpointRefusal::BeyondHead { head }));
        }
        self.change(id, now, |row| {
            row.cursor = after;
            afresh(row, now);
        })
    }

    /// The number of an endpoint's secret, to which the next one is bound.
    pub fn secret_serial(&self, id: EndpointId) -> Result<Option<u64>, StoreError> {
        Ok(webhooks::find(&self.store, id)?.map(|row| row.secret.serial))
    }

    /// Gives an endpoint a new secret, which must be the one after the present. That goes on signing too for a day; the one
    /// before it, if any still did, does not.
    pub fn rotate_secret(
        &self,
        id: EndpointId,
        secret: &SealedSecret,
        now: Timestamp,
    ) -> Result<Result<Endpoint, EndpointRefusal>, StoreError> {
        let Some(row) = webhooks::find(&self.store, id)? else { return Ok(Err(EndpointRefusal::NotFound)) };
        if secret.serial != row.secret.serial + 1 {
            return Err(StoreError::Failed("a secret that does not follow the present one".into()));
        }
        self.change(id, now, |row| {
            let before = core::mem::replace(&mut row.secret, secret.clone());
            row.old = Some((before, now.plus_millis(OVERLAP)));
        })
    }

    /// Deletes an endpoint; whether there was one.
    pub fn delete_endpoint(&self, id: EndpointId) -> Result<bool, StoreError> {
        let found = webhooks::find(&self.store, id)?.is_some();
        self.transaction(&mut || webhooks::delete(&self.store, id))?;
        self.telling.set(None);
        Ok(found)
    }

    fn change(
        &self,
        id: EndpointId,
        now: Timestamp,
        change: impl FnOnce(&mut EndpointRow),
    ) -> Result<Result<Endpoint, EndpointRefusal>, StoreError> {
        let Some(mut row) = webhooks::find(&self.store, id)? else { return Ok(Err(EndpointRefusal::NotFound)) };
        change(&mut row);
        self.keep(row, now).map(Ok)
    }

    /// Writes an endpoint and asks for the job, in one transaction.
    fn keep(&self, row: EndpointRow, now: Timestamp) -> Result<Endpoint, StoreError> {
        self.transaction(&mut || {
            webhooks::write(&self.store, &row)?;
            self.telling.set(None);
            self.want_telling(now)
        })?;
        Ok(shown(row, events::head(&self.store)?.seq))
    }
}

/// Begins anew with an endpoint, as if it had never failed.
fn afresh(row: &mut EndpointRow, now: Timestamp) {
    (row.tries, row.next_at, row.failing_since, row.why) = (0, now, None, None);
}

/// An endpoint as its business sees it.
fn shown(row: EndpointRow, head: u64) -> Endpoint {
    let next_at = row.off.is_none().then_some(row.next_at);
    let failing =
        row.failing_since.map(|since| Failing { since, tries: row.tries, why: row.why.unwrap_or_default(), next_at });
    Endpoint {
        id: row.id,
        url: row.url,
        kinds: row.kinds,
        created_at: row.created_at,
        state: if row.off.is_none() { State::Enabled } else { State::Disabled },
        reason: row.off,
        cursor: row.cursor,
        lag: head.saturating_sub(row.cursor),
        given_up: row.given_up,
        last_success: row.last_success,
        failing,
        old_secret_until: row.old.map(|(_, until)| until),
    }
}
