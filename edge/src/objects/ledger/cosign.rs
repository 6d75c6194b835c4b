//! Asking the witnesses: the job that does what `jatak_ledger::witness` says. It awaits between its steps and holds up
//! nobody: the object goes on taking commands meanwhile.

use futures_util::future::join_all;
use jatak_ledger::engine::Engine;
use jatak_ledger::store::StoreError;
use jatak_ledger::witness::{Outcome, Refusal};
use jatak_shared::business::Witness;
use jatak_shared::log::SignedCheckpoint;
use jatak_shared::time::Timestamp;
use worker::Env;

use super::Inner;
use crate::store::DurableStore;
use crate::{log, rim, witness};

impl Inner {
    /// Asks every witness that is behind, all at once, and says when the next round is wanted.
    pub(super) async fn cosign(&self, engine: &Engine<DurableStore>) -> Result<Option<Timestamp>, StoreError> {
        self.need_release(engine).await?;
        // The head leaves the edge: the place apart hears of it first.
        self.publish(engine).await?;
        if let Some(round) = engine.cosign_round(rim::now())? {
            let asked = round.asked.iter().map(|(witness, seen)| ask(&self.env, engine, &round.head, witness, *seen));
            for outcome in join_all(asked).await {
                outcome?;
            }
        }
        engine.next_round(rim::now())
    }
}

/// Asks one witness, a second time where it names the size to start from. A refusal is logged, and ends nothing.
async fn ask(
    env: &Env,
    engine: &Engine<DurableStore>,
    head: &SignedCheckpoint,
    witness: &Witness,
    seen: u64,
) -> Result<(), StoreError> {
    let mut outcome = Outcome::AskFrom(seen);
    for first in [true, false] {
        let Outcome::AskFrom(seen) = outcome else { break };
        let body = engine.add_checkpoint(head, seen)?;
        outcome = match witness::add_checkpoint(env, &witness.add_checkpoint_url(), body).await {
            Ok(answer) => engine.take_answer(head, witness, &answer, first, rim::now())?,
            Err(why) => {
                engine.put_off(witness, rim::now())?;
                Outcome::Refused(Refusal::Silent(why.to_owned()))
            }
        };
    }
    if let Outcome::Refused(refusal) = outcome {
        let (origin, name) = (&head.checkpoint().origin, witness.vkey().name());
        log::fault("witness", &format!("log {origin}: witness {name} {refusal}"));
    }
    Ok(())
}
