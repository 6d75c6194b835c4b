//! Whether messages may go: the question that a business asks before it sends.

use std::rc::Rc;

use jatak_ledger::engine::Engine;
use jatak_ledger::keys::{Scope, Scopes};
use jatak_ledger::sending::{Answered, Question};
use jatak_ledger::store::StoreError;

use super::{Inner, done};
use crate::calls::Reply;
use crate::rim::{self, DrawnAhead};
use crate::store::DurableStore;

impl Inner {
    /// Answers a question. What waits in memory is settled first: a no that was taken in before the question must count in
    /// its answer. Nothing is awaited in between, so nothing comes in between.
    pub(super) async fn decide(
        &self,
        engine: Rc<Engine<DurableStore>>,
        question: &Question,
        allowed: Option<&Scopes>,
    ) -> Result<Reply, StoreError> {
        // Reserving was allowed; but its answers tell how people stand, as all of them do.
        if allowed.is_some_and(|scopes| !scopes.allow(Scope::Read)) {
            return Ok(Reply::ScopeMissing);
        }
        while self.commit_batch(&engine) {}
        let engine = self.present(&engine);
        let mut answer = engine.decide(question, &self.availability, rim::now(), &mut DrawnAhead::default())?;
        if !allowed.is_some_and(|scopes| scopes.allow(Scope::Links)) {
            let nameless = |answered: Answered| Answered { subject: None, ..answered };
            answer = answer.map(|answers| answers.into_iter().map(nameless).collect());
        }
        // What is reserved is to be forgotten some day.
        self.arm_or_log(&engine).await;
        Ok(done(&answer))
    }
}
