//! Whether messages may go: the question that a business asks before it sends.

use std::rc::Rc;

use jatak_ledger::engine::Engine;
use jatak_ledger::keys::{Scope, Scopes};
use jatak_ledger::sending::{Answered, Question};
use jatak_ledger::store::StoreError;
use jatak_shared::id::ReservationId;
use jatak_shared::phone::E164;
use jatak_shared::sending::{Evidence, Reason};
use jatak_shared::time::Timestamp;
use serde::Serialize;

use super::{Inner, done};
use crate::calls::{Decided, Reply};
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
        let random = &mut DrawnAhead::default();
        let answer = engine.decide(question, &meant, &self.availability, rim::now(), random)?;
        let links = allowed.is_some_and(|scopes| scopes.allow(Scope::Links));
        let answer = match answer {
            Ok(answers) => {
                Ok(answers.iter().map(|answered| decided(answered, links)).collect::<Result<Vec<_>, _>>()?)
            }
            Err(unanswered) => Err(unanswered),
        };
        // What is reserved is to be forgotten some day.
        self.arm_or_log(&engine).await;
        Ok(done(&answer))
    }
}

/// The number that is meant by one that is written so: with the trunk prefix that people leave in, for example.
fn meant(phone: &E164) -> E164 {
    jatak_phone::syntactic(&phone.to_string()).unwrap_or_else(|_| phone.clone())
}

/// The members of an answer that the ledger knows.
#[derive(Serialize)]
struct Told<'a> {
    allow: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<Reason>,
    evidence: &'a Option<Evidence>,
    remaining: Option<u16>,
    valid_until: Timestamp,
    #[serde(skip_serializing_if = "Option::is_none")]
    retry_at: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reservation: Option<ReservationId>,
}

fn decided(answered: &Answered, links: bool) -> Result<Decided, StoreError> {
    let decision = &answered.decision;
    let told = Told {
        allow: decision.allows(),
        reason: decision.reason,
        evidence: &decision.evidence,
        remaining: decision.remaining,
        valid_until: decision.valid_until,
        retry_at: decision.retry_at,
        reservation: answered.reservation,
    };
    // A message that may not go needs no link.
    let subject = answered.subject.filter(|_| links && decision.allows());
    let told = serde_json::value::to_raw_value(&told);
    Ok(Decided { subject, told: told.map_err(|error| StoreError::Failed(error.to_string()))? })
}
