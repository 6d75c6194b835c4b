//! Commands that come together are committed together: they share a transaction, a signed head and a flush of the disk.

use core::cell::Cell;
use core::time::Duration;
use std::rc::Rc;

use jatak_ledger::batch::Request as Command;
use jatak_ledger::engine::Engine;
use jatak_ledger::store::StoreError;
use jatak_shared::subject::Handle;
use worker::Delay;

use super::{Inner, done};
use crate::calls::Reply;
use crate::limits::{Bucket, GRANTS_A_BUSINESS};
use crate::queue::{Outcome, is_grant};
use crate::rim::{self, DrawnAhead, SystemRandom};
use crate::store::DurableStore;

/// How long the first command of a batch waits for others. The fsync that follows takes longer, so this costs a single
/// shopper little and lets those who come together share it.
pub(super) const GATHER: Duration = Duration::from_millis(1);

impl Inner {
    /// Queues a command and waits for its batch.
    pub(super) async fn submit(self: Rc<Self>, engine: Rc<Engine<DurableStore>>, command: Command) -> Reply {
        if is_grant(&command.command)
            && let Err(busy) = self.take_grant()
        {
            return busy;
        }
        let Some(answer) = self.queue.borrow_mut().push(command) else {
            return Reply::Busy { limited: false, retry_after: 1 };
        };
        if !self.flushing.replace(true) {
            let inner = Rc::clone(&self);
            // The flush belongs to the object: the request that started it may go away before it is through.
            wasm_bindgen_futures::spawn_local(inner.flush(engine));
        }
        match answer.await {
            Ok(Ok(answer)) => done(&answer),
            Ok(Err(error)) => Reply::Failed(error),
            Err(_) => Reply::Failed("the batch was dropped before it was answered".into()),
        }
    }

    /// Counts one yes, or what may become one, against what the business takes, or says when to come again.
    pub(super) fn take_grant(&self) -> Result<(), Reply> {
        if !self.limits {
            return Ok(());
        }
        let now = rim::now().millis();
        let mut bucket = self.grants.borrow_mut();
        let bucket = bucket.get_or_insert_with(|| Bucket::full(GRANTS_A_BUSINESS, now));
        bucket.take(GRANTS_A_BUSINESS, now).map_err(|retry_after| Reply::Busy { limited: true, retry_after })
    }

    /// Commits batch after batch until no command waits. Between taking a batch and answering it nothing is awaited,
    /// so a batch is never half done.
    async fn flush(self: Rc<Self>, engine: Rc<Engine<DurableStore>>) {
        let guard = FlushGuard(&self.flushing);
        loop {
            Delay::from(GATHER).await;
            if !self.commit_batch(&engine) {
                // First, since who comes during an await needs a flush of their own.
                drop(guard);
                self.arm_or_log(&engine).await;
                Rc::clone(&self).publish_soon(engine);
                return;
            }
        }
    }

    /// Commits the next batch and answers it; false where no command waits.
    pub(super) fn commit_batch(&self, engine: &Rc<Engine<DurableStore>>) -> bool {
        let batch = self.queue.borrow_mut().batch();
        if batch.is_empty() {
            return false;
        }
        let engine = self.present(engine);
        let requests: Vec<Command> = batch.iter().map(|waiting| waiting.request.clone()).collect();
        let answers = engine.commit(&requests, rim::now(), self.limits, &mut DrawnAhead::default());
        let outcomes: Vec<Outcome> = match answers {
            Ok(answers) => answers.into_iter().map(Ok).collect(),
            Err(error) => requests.iter().map(|_| Err(error.to_string())).collect(),
        };
        for (waiting, outcome) in batch.into_iter().zip(outcomes) {
            waiting.answer(outcome);
        }
        true
    }

    /// Erases these people. What waits in memory is settled first: a yes of theirs that came before must not be written
    /// after, as somebody new. Nothing is awaited in between, so nothing comes in between.
    pub(super) async fn erase(
        self: Rc<Self>,
        engine: Rc<Engine<DurableStore>>,
        people: &[Handle],
    ) -> Result<Reply, StoreError> {
        while self.commit_batch(&engine) {}
        let engine = self.present(&engine);
        let erasure = engine.erase(people, rim::now(), &mut SystemRandom)?;
        // What cannot be told asks for a job, so the alarm is set after it.
        self.tell_erasures_or_log(&engine).await;
        self.arm_or_log(&engine).await;
        self.publish_soon(engine);
        Ok(done(&erasure))
    }
}

/// Lets the next command, or delivery, start a new flush, however this one ended.
pub(super) struct FlushGuard<'a>(pub(super) &'a Cell<bool>);

impl Drop for FlushGuard<'_> {
    fn drop(&mut self) {
        self.0.set(false);
    }
}
