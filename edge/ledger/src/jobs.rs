//! Jobs: what a ledger does by itself when a time has come, with nobody asking.
//!
//! A Durable Object has one alarm. So all that is to be done later stands in one table, one row a kind, and the alarm is
//! set to its minimum: when the object starts, after each batch and each call, and after each run. A crash between two of
//! these loses nothing, since the table is in the ledger's own database and the next start reads it.
//!
//! A job is **idempotent** and does a bounded slice: it finds its work in the ledger's tables, not in its row, so that a
//! run that is repeated after a crash, or that comes too early, finds what is left and does no harm. It answers when it
//! wants to run next: now where work is left, `None` where there is nothing more to do.
//!
//! # Adding a kind
//!
//! 1. A variant of [`Job`] with its word in [`Job::word`], and in [`Job::ALL`].
//! 2. Whatever makes the work asks for the job, **in the same transaction**: `jobs::schedule(&self.store, Job::…, at)?`.
//!    Asking twice is fine: the earlier time counts. Outside of a transaction: [`Engine::schedule`].
//! 3. What it does: where the store is all it needs, a method `fn …(&self, now, random) -> Result<Option<Timestamp>,
//!    StoreError>` of the engine and an arm in [`Engine::run`]; where it talks to the world, an arm in the alarm's shell,
//!    `edge/src/objects/ledger/alarm.rs`, which may await. There, nothing read before an await is certain after it.
//! 4. Failing is an `Err`: the shell logs it and the job is tried again after a minute, then two, up to an hour.

use core::str::FromStr;

use jatak_shared::random::Random;
use jatak_shared::time::Timestamp;

use crate::engine::Engine;
use crate::sql::{idempotency, jobs};
use crate::store::{Store, StoreError};

/// A kind of job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Job {
    /// Forgets idempotency keys after their 24 hours, where no batch came by to do it.
    Idempotency,
    /// Lets go of people whom the business needs no longer, as its settings say.
    Retention,
    /// Deletes what is left of imports after their 24 hours.
    Imports,
    /// Asks the witnesses to cosign the last head.
    Cosign,
    /// Asks the place apart what it knows, where it could not be asked, and tells it what was erased meanwhile.
    Heads,
    /// Forgets reservations that no cap counts any more.
    Reservations,
    /// Tells the business's endpoints what was recorded.
    Webhooks,
    /// Hears what was kept of people who are known by now, and forgets codes that nobody sent and what was heard long ago.
    Whatsapp,
}

impl Job {
    /// All kinds.
    pub const ALL: [Self; 8] = [
        Self::Idempotency,
        Self::Retention,
        Self::Imports,
        Self::Cosign,
        Self::Heads,
        Self::Reservations,
        Self::Webhooks,
        Self::Whatsapp,
    ];

    /// The word in the table, in logs and nowhere else.
    pub fn word(self) -> &'static str {
        match self {
            Self::Idempotency => "idempotency",
            Self::Retention => "retention",
            Self::Imports => "imports",
            Self::Cosign => "cosign",
            Self::Heads => "heads",
            Self::Reservations => "reservations",
            Self::Webhooks => "webhooks",
            Self::Whatsapp => "whatsapp",
        }
    }
}

/// A word that names no job.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the word of a job")]
pub struct NotAJob;

impl FromStr for Job {
    type Err = NotAJob;

    fn from_str(text: &str) -> Result<Self, NotAJob> {
        Self::ALL.into_iter().find(|job| job.word() == text).ok_or(NotAJob)
    }
}

/// A job whose time has come. Give it back to [`Engine::job_done`] or [`Engine::job_failed`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// Which.
    pub job: Job,
    /// How often it had been asked for when it was read.
    pub(crate) asked: u64,
    /// How often it failed since it last went well.
    pub(crate) tries: u64,
}

/// How long a job that failed waits first, in milliseconds; twice as long after each further failure.
const FIRST_WAIT: i64 = 60 * 1000;

/// How often the wait is doubled: 64 minutes, so that a ledger comes back within about an hour of what ailed it.
const DOUBLINGS: u64 = 6;

/// Asks for a job at this time, in the caller's transaction: the work and the wish stand together or not at all.
pub(crate) fn schedule(store: &impl Store, job: Job, at: Timestamp) -> Result<(), StoreError> {
    jobs::schedule(store, job, at)
}

impl<S: Store> Engine<S> {
    /// Asks for a job at this time, in a transaction of its own. Where it waits already, the earlier time counts.
    pub fn schedule(&self, job: Job, at: Timestamp) -> Result<(), StoreError> {
        self.transaction(&mut || schedule(&self.store, job, at))
    }

    /// The jobs whose time has come.
    pub fn jobs_due(&self, now: Timestamp) -> Result<Vec<Due>, StoreError> {
        jobs::due(&self.store, now)
    }

    /// When the first job is due: what the alarm is set to.
    pub fn next_due(&self) -> Result<Option<Timestamp>, StoreError> {
        jobs::next_due(&self.store)
    }

    /// Does a slice of a job that needs only the store, and says when the next is wanted.
    pub fn run(&self, job: Job, now: Timestamp, random: &mut impl Random) -> Result<Option<Timestamp>, StoreError> {
        match job {
            Job::Idempotency => self.forget_idempotency(now),
            Job::Retention => self.keep_no_longer(now, random),
            Job::Imports => self.purge_imports(now),
            Job::Reservations => self.forget_reservations(now),
            Job::Whatsapp => self.settle_whatsapp(now, random),
            // The edge's: they talk to the world.
            Job::Cosign => self.next_round(now),
            Job::Heads => Ok(None),
            Job::Webhooks => self.next_telling(now),
        }
    }

    /// Notes that a job ran and when it wants to run next. Where it was asked for again meanwhile, it stays due.
    pub fn job_done(&self, due: Due, next: Option<Timestamp>) -> Result<(), StoreError> {
        self.transaction(&mut || jobs::settle(&self.store, due, next))
    }

    /// Notes that a job failed; it is tried again after a minute, then two, four and so on up to about an hour.
    pub fn job_failed(&self, due: Due, now: Timestamp) -> Result<(), StoreError> {
        let wait = FIRST_WAIT << due.tries.min(DOUBLINGS);
        self.transaction(&mut || jobs::put_off(&self.store, due, now.plus_millis(wait)))
    }

    /// Forgets keys past their day. A busy ledger does so with each batch; this is for a quiet one.
    fn forget_idempotency(&self, now: Timestamp) -> Result<Option<Timestamp>, StoreError> {
        let mut next = None;
        self.transaction(&mut || {
            idempotency::forget_old(&self.store, now)?;
            next = idempotency::next_old(&self.store)?;
            Ok(())
        })?;
        self.forgetting.set(next.is_some());
        Ok(next)
    }
}
