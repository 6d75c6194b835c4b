//! What this ledger and the place apart say to each other: the last head told, and what was erased.
//!
//! The place apart may be out of reach. Then the ledger opens all the same, records every no and every yes, and signs
//! nothing until it has heard what was told: only whoever asks for a head has to wait.

use core::time::Duration;

use futures_util::future::{Either, select};
use jatak_ledger::engine::Engine;
use jatak_ledger::heads::Told;
use jatak_ledger::jobs::Job;
use jatak_ledger::log::KnownHead;
use jatak_ledger::store::StoreError;
use jatak_shared::id::BusinessId;
use jatak_shared::problem::Problem;
use std::rc::Rc;
use worker::Delay;

use super::Inner;
use crate::calls::Reply;
use crate::client::Heads;
use crate::store::DurableStore;
use crate::{log, rim};

/// How long after a batch its head is told to the place apart at the latest, where nobody asked for it sooner. One write a
/// second there costs nothing beside the batches themselves.
const PUBLISHED_WITHIN: Duration = Duration::from_secs(1);

/// How long a start waits for the place apart. It answers within a few milliseconds; a no should not wait for one that
/// hangs.
const HEARD_WITHIN: Duration = Duration::from_secs(2);

/// After how many milliseconds a place apart that could not be reached is tried again, where nobody asks for a head sooner.
const AGAIN_AFTER: i64 = 60_000;

/// What whoever asks for a head is told while the place apart cannot be reached.
pub(super) const HEADS_SILENT: Reply = Reply::Busy { limited: false, retry_after: 30 };

/// What the place apart says that it was told last.
#[derive(Clone, Copy)]
pub(super) enum Heard {
    /// This head, or that there was none yet.
    Told(Option<Told>),
    /// Nothing: it cannot be reached.
    Nothing,
}

impl Inner {
    /// Asks the place apart what it was told last.
    pub(super) async fn ask_told(&self, business: BusinessId) -> Heard {
        let heads = Heads::new(&self.env, business);
        match select(Box::pin(heads.last()), Box::pin(Delay::from(HEARD_WITHIN))).await {
            Either::Left((told, _)) => told.map_or(Heard::Nothing, Heard::Told),
            Either::Right(_) => Heard::Nothing,
        }
    }

    /// Opens the engine's log with what the place apart says; holds it where that says nothing, and has it asked again.
    pub(super) fn open_log(&self, engine: &Engine<DurableStore>, heard: Heard) -> Result<(), StoreError> {
        let business = engine.current()?.business;
        let Heard::Told(told) = heard else {
            log::fault("log_held", &format!("business {business}: nothing is signed: the place apart does not answer"));
            engine.hold_log();
            return engine.schedule(Job::Heads, rim::now().plus_millis(AGAIN_AFTER));
        };
        let epoch = engine.epoch()?;
        if let Err(fork) = engine.open_log_in(told, rim::now())? {
            log::fault("log_closed", &format!("business {business}: nothing is signed: {fork}"));
        }
        self.told.set(told.filter(|told| told.epoch == epoch).map_or(0, |told| told.head.size));
        Ok(())
    }

    /// Whether the log is held no longer: asks the place apart once more where it is.
    pub(super) async fn is_released(&self, engine: &Engine<DurableStore>) -> Result<bool, StoreError> {
        if engine.is_held()
            && let heard @ Heard::Told(_) = self.ask_told(engine.current()?.business).await
            // Somebody else may have been quicker.
            && engine.is_held()
        {
            self.open_log(engine, heard)?;
        }
        Ok(!engine.is_held())
    }

    /// Fails where the log is held still: a job that signs or tells is then put off.
    pub(super) async fn need_release(&self, engine: &Engine<DurableStore>) -> Result<(), StoreError> {
        let silent = || StoreError::Failed("the place apart does not answer".into());
        if self.is_released(engine).await? { Ok(()) } else { Err(silent()) }
    }

    /// The job: what could not be asked or told before.
    pub(super) async fn settle_heads(&self, engine: &Engine<DurableStore>) -> Result<(), StoreError> {
        self.need_release(engine).await?;
        // What was recorded meanwhile was signed just now; a backup that lacks it must not go unnoticed.
        if engine.fork().is_none() {
            self.publish(engine).await?;
        }
        self.tell_erasures(engine).await
    }

    /// Tells the last signed head to the place apart, so that a head may leave only when a restored backup would be
    /// noticed. When this returns, no newer head was signed.
    pub(super) async fn publish(&self, engine: &Engine<DurableStore>) -> Result<(), StoreError> {
        let business = engine.current()?.business;
        while let Some(head) = engine.signed_head()?.filter(|head| head.size > self.told.get()) {
            let told = Told { epoch: engine.epoch()?, head: KnownHead { size: head.size, root: head.root } };
            match Heads::new(&self.env, business).tell(told).await {
                Ok(true) => self.told.set(self.told.get().max(head.size)),
                Ok(false) => {
                    // The next call opens the ledger anew, sees what has left, and closes the log.
                    *self.engine.borrow_mut() = None;
                    return Err(StoreError::Corrupt("a head that contradicts one that has left".into()));
                }
                Err(problem) => return Err(unheard(&problem)),
            }
        }
        Ok(())
    }

    /// Publishes soon, once for all heads that are signed until then: a backup restored meanwhile is noticed although
    /// nobody asked for a head.
    pub(super) fn publish_soon(self: Rc<Self>, engine: Rc<Engine<DurableStore>>) {
        if engine.is_held() || self.publishing.replace(true) {
            return;
        }
        wasm_bindgen_futures::spawn_local(async move {
            Delay::from(PUBLISHED_WITHIN).await;
            self.publishing.set(false);
            if let Err(error) = self.publish(&engine).await {
                log::fault("heads", &error.to_string());
            }
        });
    }

    /// Tells the place apart what was erased, page after page, until it knows of all.
    pub(super) async fn tell_erasures(&self, engine: &Engine<DurableStore>) -> Result<(), StoreError> {
        while let Some((upto, erasures)) = engine.untold_erasures()? {
            let business = engine.current()?.business;
            let told = Heads::new(&self.env, business).remember(erasures).await;
            told.map_err(|problem| unheard(&problem))?;
            engine.erasures_told(upto)?;
        }
        Ok(())
    }

    /// The same after an answer that stands whatever comes of it. What could not be told is told after the next call, or by
    /// the job where nobody calls.
    pub(super) async fn tell_erasures_or_log(&self, engine: &Engine<DurableStore>) {
        if engine.is_held() {
            return;
        }
        if let Err(error) = self.tell_erasures(engine).await {
            log::fault("heads", &error.to_string());
            if let Err(error) = engine.schedule(Job::Heads, rim::now().plus_millis(AGAIN_AFTER)) {
                log::fault("heads", &error.to_string());
            }
        }
    }
}

/// The client has logged why already.
pub(super) fn unheard(problem: &Problem) -> StoreError {
    StoreError::Failed(format!("the place apart does not answer: {}", problem.kind.code()))
}
