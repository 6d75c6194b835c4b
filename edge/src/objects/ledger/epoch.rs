//! Beginning a log anew. `jatak_ledger::epoch` says in which order and why.

use jatak_ledger::engine::Engine;
use jatak_ledger::epoch::{EpochFault, Opened, Opening};
use jatak_ledger::setup::log_name;
use jatak_ledger::store::StoreError;
use jatak_shared::log::{KeyName, Signer};
use jatak_shared::random::Random;

use super::heads::{HEADS_SILENT, Heard, unheard};
use super::{Inner, done};
use crate::calls::Reply;
use crate::client::Heads;
use crate::log;
use crate::rim::{self, SystemRandom};
use crate::seal::{self, Purpose};
use crate::store::DurableStore;

impl Inner {
    /// Carries out the operator's command.
    pub(super) async fn open_epoch(&self, engine: &Engine<DurableStore>, reason: String) -> Result<Reply, StoreError> {
        if !self.is_released(engine).await? {
            return Ok(HEADS_SILENT);
        }
        if engine.fork().is_none() {
            return Ok(done(&Err::<Opened, _>(EpochFault::NotForked)));
        }
        let business = engine.current()?.business;
        let heads = Heads::new(&self.env, business);
        let mut from = Some((0, 0));
        while let Some(place) = from {
            let page = heads.erasures(place).await.map_err(|error| unheard(&error))?;
            engine.replay_erasures(&page, rim::now(), &mut SystemRandom)?;
            from = page.next;
        }

        let told = heads.last().await.map_err(|error| unheard(&error))?;
        let known = heads.epochs().await.map_err(|error| unheard(&error))?;
        let used = [engine.epoch()?, told.map_or(1, |told| told.epoch), known.last().map_or(1, |(number, _)| *number)];
        let number = 1 + used.into_iter().max().unwrap_or(1);
        let config = self.config()?;
        let store = DurableStore::new(&self.state);
        let name = KeyName::of_epoch(&log_name(&store, &config.log_name)?, business, number);
        let name = name.map_err(|error| StoreError::Corrupt(format!("the log's name: {error}")))?;
        let seed: [u8; 32] = SystemRandom.bytes();
        let secret = config.secrets.last();
        let key =
            secret.and_then(|secret| seal::seal(secret, business, Purpose::Signing, number, seed, &mut SystemRandom));
        let key = key.ok_or_else(|| StoreError::Failed("the key of the epoch cannot be sealed".into()))?;
        let signer = Signer::new(name, &seed);
        let vkey = signer.vkey().to_string();
        if !heads.claim(number, vkey).await.map_err(|error| unheard(&error))? {
            return Ok(done(&Err::<Opened, _>(EpochFault::NumberTaken(number))));
        }

        // Somebody else may have been quicker in the waits above; from here on nothing is awaited until the new key signs.
        if self.engine.borrow().as_ref().is_some_and(|open| open.fork().is_none()) {
            return Ok(done(&Err::<Opened, _>(EpochFault::NotForked)));
        }
        let opening = Opening { number, reason, signer, key, given_up: told.map(|told| told.head), known };
        let opened = match engine.open_epoch(&opening, rim::now(), &mut SystemRandom)? {
            Ok(opened) => opened,
            Err(fault) => return Ok(done(&Err::<Opened, _>(fault))),
        };
        log::notice("epoch_opened", &format!("business {business}: epoch {number}"));
        // From here on the new key signs. Nothing is awaited in between, so nobody finds the object without an engine.
        *self.engine.borrow_mut() = None;
        let engine = self.open(Heard::Told(told))?.ok_or_else(|| StoreError::Corrupt("the business is gone".into()))?;
        self.publish(&engine).await?;
        self.tell_erasures(&engine).await?;
        self.arm_or_log(&engine).await;
        Ok(done(&Ok::<_, EpochFault>(opened)))
    }
}
