//! Telling: which endpoint is sent which event when, and what its answer means.

use jatak_shared::business::WebUrl;
use jatak_shared::id::EndpointId;
use jatak_shared::random::Random;
use jatak_shared::time::Timestamp;
use jatak_shared::webhook::{Kinds, WEEK, message_id, wait};

use super::{Off, SealedSecret};
use crate::engine::Engine;
use crate::jobs::{Job, schedule};
use crate::sql::events;
use crate::sql::webhooks::{self, EndpointRow};
use crate::store::{Store, StoreError};
use crate::told::cloud_event;

/// How many events are looked through at once for one of the kinds asked for: some milliseconds of the object's time.
const LOOKED_AT_ONCE: u64 = 5_000;

/// The status that says "never again" (RFC 9110 section 15.5.11).
const GONE: u16 = 410;

/// What is next for an endpoint.
#[derive(Clone, Debug)]
pub enum Next {
    /// This is to be sent now. Give it back to [`Engine::take_answer_of`] with what came of it.
    Send(Box<Message>),
    /// Events were passed over that are none for it, and there are more: ask again.
    LookFurther,
    /// Nothing now.
    Nothing,
}

/// One event, on its way to one endpoint.
#[derive(Clone, Debug)]
pub struct Message {
    /// Whom it is for.
    pub endpoint: EndpointId,
    /// Where that is.
    pub url: WebUrl,
    /// The message's id, the same at each try.
    pub id: String,
    /// The CloudEvent as it stands now. It may hold personal data: it is sent and let go, never kept.
    pub body: String,
    /// The secrets that sign it, the newest first.
    pub secrets: Vec<SealedSecret>,
    /// The event's number.
    pub seq: u64,
    /// Where the cursor stood.
    after: u64,
}

/// What came of sending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// An HTTP status.
    Status(u16),
    /// None, for this reason in words of ours.
    Silence(&'static str),
}

/// What follows from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It was taken: on to the next one.
    Taken,
    /// It was not, and is sent again later.
    Later(String),
    /// It was not, for as long as events are tried: on to the next one.
    GivenUp(String),
    /// Nothing more is sent there.
    Off(Off),
    /// The endpoint was changed or deleted meanwhile, and the answer counts for nothing.
    Overtaken,
}

/// What is known of the job without asking the store, so that a batch costs nothing where nobody is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Telling {
    /// When the first endpoint may be sent something, were there anything; `None` where none is enabled.
    ready_at: Option<Timestamp>,
    /// When the job is surely asked for.
    asked_for: Option<Timestamp>,
}

impl<S: Store> Engine<S> {
    /// Asks for the job, in the transaction that appends events or changes an endpoint. Once it is asked for, it is not
    /// asked for again with each batch; where the transaction fails, that is forgotten with the rest.
    pub(crate) fn want_telling(&self, now: Timestamp) -> Result<(), StoreError> {
        let mut telling = match self.telling.get() {
            Some(telling) => telling,
            None => Telling { ready_at: ready_at(&webhooks::all(&self.store)?), asked_for: None },
        };
        if let Some(at) = telling.ready_at.map(|ready| ready.max(now))
            && telling.asked_for.is_none_or(|asked| at < asked)
        {
            schedule(&self.store, Job::Webhooks, at)?;
            telling.asked_for = Some(at);
        }
        self.telling.set(Some(telling));
        Ok(())
    }

    /// The endpoints that may be sent something now. Secrets whose day is over go.
    pub fn endpoints_due(&self, now: Timestamp) -> Result<Vec<EndpointId>, StoreError> {
        let mut rows = webhooks::all(&self.store)?;
        let stale = |row: &&mut EndpointRow| row.old.as_ref().is_some_and(|(_, until)| *until <= now);
        for row in rows.iter_mut().filter(stale) {
            row.old = None;
            self.transaction(&mut || webhooks::write(&self.store, row))?;
        }
        Ok(rows.iter().filter(|row| row.off.is_none() && row.next_at <= now).map(|row| row.id).collect())
    }

    /// What to send to an endpoint now. `edge` is the public URL of the edge, without a slash at the end.
    pub fn next_message(&self, endpoint: EndpointId, edge: &str, now: Timestamp) -> Result<Next, StoreError> {
        let Some(mut row) = webhooks::find(&self.store, endpoint)? else { return Ok(Next::Nothing) };
        let head = events::head(&self.store)?.seq;
        if row.off.is_some() || row.next_at > now || row.cursor >= head {
            return Ok(Next::Nothing);
        }
        let kinds = row.kinds.as_ref().map_or(&Kinds::ABOUT_PEOPLE[..], Kinds::as_slice);
        let upto = head.min(row.cursor + LOOKED_AT_ONCE);
        let Some(seq) = webhooks::next_of(&self.store, kinds, row.cursor, upto)? else {
            row.cursor = upto;
            self.transaction(&mut || webhooks::write(&self.store, &row))?;
            return Ok(if upto < head { Next::LookFurther } else { Next::Nothing });
        };
        let entry = events::by_seq(&self.store, seq)?;
        let entry = entry.ok_or_else(|| StoreError::Corrupt(format!("event {seq} is not there")))?;
        let source = format!("{edge}/v1/{}", self.current()?.slug);
        let old = row.old.filter(|(_, until)| now < *until).map(|(old, _)| old);
        Ok(Next::Send(Box::new(Message {
            endpoint,
            url: row.url,
            id: message_id(endpoint, &entry.leaf),
            body: cloud_event(&entry, &source),
            secrets: [Some(row.secret), old].into_iter().flatten().collect(),
            seq,
            after: row.cursor,
        })))
    }

    /// Takes what came of sending a message. Nothing that was true when it was sent is certain now.
    pub fn take_answer_of(
        &self,
        message: &Message,
        answer: Answer,
        now: Timestamp,
        random: &mut impl Random,
    ) -> Result<Verdict, StoreError> {
        let Some(mut row) = webhooks::find(&self.store, message.endpoint)? else { return Ok(Verdict::Overtaken) };
        // What another address answers says nothing of this one: a 410 there must not switch it off.
        if row.cursor != message.after || row.url != message.url {
            return Ok(Verdict::Overtaken);
        }
        let verdict = match answer {
            Answer::Status(200..=299) => {
                row.cursor = message.seq;
                row.last_success = Some(now);
                super::afresh(&mut row, now);
                Verdict::Taken
            }
            _ if row.off.is_some() => return Ok(Verdict::Overtaken),
            failed => fail(&mut row, message.seq, failed, now, random),
        };
        self.transaction(&mut || webhooks::write(&self.store, &row))?;
        Ok(verdict)
    }

    /// When the job is wanted next: when the first endpoint that is behind may be sent something; `None` where none is.
    pub fn next_telling(&self, now: Timestamp) -> Result<Option<Timestamp>, StoreError> {
        let rows = webhooks::all(&self.store)?;
        let head = events::head(&self.store)?.seq;
        let behind = rows.iter().filter(|row| row.off.is_none() && row.cursor < head);
        let next = behind.map(|row| row.next_at.max(now)).min();
        self.telling.set(Some(Telling { ready_at: ready_at(&rows), asked_for: next }));
        Ok(next)
    }
}

/// What becomes of an endpoint, and of the event that it did not take.
fn fail(row: &mut EndpointRow, seq: u64, answer: Answer, now: Timestamp, random: &mut impl Random) -> Verdict {
    let why = match answer {
        Answer::Status(status) => format!("answered with status {status}"),
        Answer::Silence(why) => why.to_owned(),
    };
    row.tries += 1;
    row.why = Some(why.clone());
    let since = *row.failing_since.get_or_insert(now);
    let off = match answer {
        Answer::Status(GONE) => Some(Off::Gone),
        _ if since.plus_millis(WEEK) <= now => Some(Off::Failing),
        _ => None,
    };
    if let Some(off) = off {
        // The cursor stays: once enabled again it is told this one first.
        row.off = Some(off);
        return Verdict::Off(off);
    }
    if let Some(wait) = wait(row.tries, u32::from_be_bytes(random.bytes())) {
        row.next_at = now.plus_millis(wait);
        return Verdict::Later(why);
    }
    (row.cursor, row.tries, row.next_at) = (seq, 0, now);
    row.given_up += 1;
    Verdict::GivenUp(why)
}

fn ready_at(rows: &[EndpointRow]) -> Option<Timestamp> {
    rows.iter().filter(|row| row.off.is_none()).map(|row| row.next_at).min()
}
