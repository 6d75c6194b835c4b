//! Telling the business's endpoints: the job that does what `jatak_ledger::webhooks` says, and the calls that make and change
//! endpoints. The job awaits between its steps and holds up nobody: the object goes on taking commands meanwhile.

use std::rc::Rc;

use futures_util::future::join_all;
use jatak_ledger::engine::Engine;
use jatak_ledger::store::StoreError;
use jatak_ledger::webhooks::{EndpointRefusal, Next, SealedSecret, Verdict};
use jatak_shared::id::{BusinessId, EndpointId};
use jatak_shared::random::Random;
use jatak_shared::time::Timestamp;
use jatak_shared::webhook::Secret;

use super::{Inner, done};
use crate::calls::{NewEndpoint, Reply, WebhookCall};
use crate::config::Config;
use crate::rim::{self, SystemRandom};
use crate::store::DurableStore;
use crate::{log, seal, webhook};

/// How many messages one run sends to one endpoint, one after the other: with five endpoints 40, of the 50 requests that a
/// run may make on Cloudflare's free plan. Where there is more, the job is due again at once.
const AT_ONCE: usize = 8;

/// After how many milliseconds a run begins no further message, so that a slow endpoint does not keep other jobs waiting.
const LONG_ENOUGH: i64 = 10_000;

impl Inner {
    /// Tells every endpoint that is behind, all at once, and says when the next run is wanted.
    pub(super) async fn tell(&self, engine: &Rc<Engine<DurableStore>>) -> Result<Option<Timestamp>, StoreError> {
        let config = self.config()?;
        let begun = rim::now();
        let endpoints = self.present(engine).endpoints_due(begun)?;
        let told = endpoints.into_iter().map(|endpoint| self.tell_one(engine, &config, endpoint, begun));
        for outcome in join_all(told).await {
            outcome?;
        }
        self.present(engine).next_telling(rim::now())
    }

    /// Sends an endpoint what is next for it, until there is nothing, or it does not take one.
    async fn tell_one(
        &self,
        engine: &Rc<Engine<DurableStore>>,
        config: &Config,
        endpoint: EndpointId,
        begun: Timestamp,
    ) -> Result<(), StoreError> {
        for _ in 0..AT_ONCE {
            let (engine, now) = (self.present(engine), rim::now());
            if now > begun.plus_millis(LONG_ENOUGH) {
                return Ok(());
            }
            let message = match engine.next_message(endpoint, &config.public_url, now)? {
                Next::Send(message) => message,
                Next::LookFurther => continue,
                Next::Nothing => return Ok(()),
            };
            let business = engine.current()?.business;
            let answer = webhook::send(&self.env, config, business, &message, now).await;
            // The log may have begun anew meanwhile, with another engine.
            let engine = self.present(&engine);
            let what = match engine.take_answer_of(&message, answer, rim::now(), &mut SystemRandom)? {
                Verdict::Taken => continue,
                Verdict::Overtaken => return Ok(()),
                Verdict::Later(why) => why,
                Verdict::GivenUp(why) => format!("{why}; event {} is given up", message.seq),
                Verdict::Off(off) => format!("is switched off: {}", off.word()),
            };
            log::fault("webhook", &format!("business {business}: endpoint {endpoint} {what}"));
            return Ok(());
        }
        Ok(())
    }

    /// Carries out a call about endpoints. The business's own key opened the way here.
    pub(super) async fn webhooks(
        &self,
        engine: &Rc<Engine<DurableStore>>,
        call: WebhookCall,
    ) -> Result<Reply, StoreError> {
        let reply = self.change_webhooks(engine, call)?;
        self.arm_or_log(engine).await;
        Ok(reply)
    }

    fn change_webhooks(&self, engine: &Engine<DurableStore>, call: WebhookCall) -> Result<Reply, StoreError> {
        let now = rim::now();
        Ok(match call {
            WebhookCall::List => done(&engine.endpoints()?),
            WebhookCall::Add(wish) => {
                let id = EndpointId::v4(SystemRandom.bytes());
                let (secret, sealed) = self.new_secret(engine.current()?.business, id, 1)?;
                let added = engine.add_endpoint(id, &wish, sealed, now)?;
                done(&added.map(|endpoint| NewEndpoint { secret: secret.reveal(), endpoint }))
            }
            WebhookCall::Set(id, wish) => done(&engine.set_endpoint(id, &wish, now)?),
            WebhookCall::Replay(id, after) => done(&engine.replay(id, after, now)?),
            WebhookCall::NewSecret(id) => match engine.secret_serial(id)? {
                None => done(&Err::<NewEndpoint, _>(EndpointRefusal::NotFound)),
                Some(serial) => {
                    let (secret, sealed) = self.new_secret(engine.current()?.business, id, serial + 1)?;
                    let rotated = engine.rotate_secret(id, &sealed, now)?;
                    done(&rotated.map(|endpoint| NewEndpoint { secret: secret.reveal(), endpoint }))
                }
            },
            WebhookCall::Delete(id) => {
                let found = engine.delete_endpoint(id)?;
                done(&if found { Ok(()) } else { Err(EndpointRefusal::NotFound) })
            }
        })
    }

    /// A new secret of an endpoint, and the same as it is kept.
    fn new_secret(
        &self,
        business: BusinessId,
        endpoint: EndpointId,
        serial: u64,
    ) -> Result<(Secret, SealedSecret), StoreError> {
        let config = self.config()?;
        let key = SystemRandom.bytes();
        let newest = config.secrets.last();
        let sealed = newest
            .and_then(|secret| seal::seal_webhook(secret, business, endpoint, serial, key, &mut SystemRandom))
            .ok_or_else(|| StoreError::Failed("the secret of an endpoint cannot be sealed".into()))?;
        Ok((Secret::new(key), sealed))
    }
}
