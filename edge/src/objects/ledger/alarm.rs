//! The alarm of a Ledger object: one alarm for all jobs (`jatak_ledger::jobs` says how they work and how to add one).

use std::rc::Rc;

use jatak_ledger::engine::Engine;
use jatak_ledger::jobs::Job;
use jatak_ledger::store::StoreError;
use jatak_shared::time::Timestamp;
use js_sys::Date;
use wasm_bindgen::JsValue;
use worker::ScheduledTime;

use super::Inner;
use crate::log;
use crate::rim::{self, SystemRandom};
use crate::store::DurableStore;

/// What the alarm is known to be set to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Armed {
    /// Nobody knows: the object has just started, or the alarm has just gone off.
    #[default]
    Unknown,
    /// This; `None` is no alarm, or one that finds nothing to do.
    To(Option<Timestamp>),
}

impl Inner {
    /// Does what is due, one slice of each job, and sets the alarm anew. A job that fails is logged and put off; it
    /// holds up no other.
    pub(super) async fn run_jobs(&self) -> Result<(), StoreError> {
        self.armed.set(Armed::Unknown);
        let Some(engine) = self.engine().await? else { return Ok(()) };
        for due in engine.jobs_due(rim::now())? {
            match self.run_job(&engine, due.job).await {
                Ok(next) => engine.job_done(due, next)?,
                Err(error) => {
                    log::fault("job", &format!("{}: {error}", due.job.word()));
                    engine.job_failed(due, rim::now())?;
                }
            }
        }
        self.tell_erasures_or_log(&engine).await;
        self.arm(&engine).await
    }

    /// Runs one job. Those that talk to the world have an arm here; what needs only the store is the engine's.
    async fn run_job(&self, engine: &Rc<Engine<DurableStore>>, job: Job) -> Result<Option<Timestamp>, StoreError> {
        if job == Job::Retention {
            // What waits was said before; afterwards its person would be nobody, and a no would be lost.
            while self.commit_batch(engine) {}
        }
        match job {
            Job::Idempotency | Job::Retention | Job::Imports | Job::Reservations | Job::Whatsapp => {
                engine.run(job, rim::now(), &mut SystemRandom)
            }
            Job::Cosign => self.cosign(engine).await,
            Job::Webhooks => self.tell(engine).await,
            Job::Heads => self.settle_heads(engine).await.map(|()| None),
        }
    }

    /// Sets the alarm to the first job, unless it stands there. Called at the start and at each exit.
    pub(super) async fn arm(&self, engine: &Engine<DurableStore>) -> Result<(), StoreError> {
        let next = engine.next_due()?;
        if self.armed.get() == Armed::To(next) {
            return Ok(());
        }
        // An alarm that goes off with nothing due does nothing, so none is ever taken away.
        if let Some(at) = next {
            // Milliseconds before the year 10000 are exact as f64.
            #[expect(clippy::cast_precision_loss, reason = "the line above")]
            let at = ScheduledTime::new(Date::new(&JsValue::from_f64(at.millis() as f64)));
            let set = self.state.storage().set_alarm(at).await;
            set.map_err(|error| StoreError::Failed(format!("the alarm cannot be set: {error}")))?;
        }
        self.armed.set(Armed::To(next));
        Ok(())
    }

    /// Sets the alarm after an answer that stands whatever becomes of the alarm: failing is logged, and the next call
    /// or start sets it.
    pub(super) async fn arm_or_log(&self, engine: &Engine<DurableStore>) {
        if let Err(error) = self.arm(engine).await {
            log::fault("alarm", &error.to_string());
        }
    }
}
