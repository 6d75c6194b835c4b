//! What is said in WhatsApp, and the codes that are sent from there.
//!
//! Deliveries that arrive together are heard together: what a transaction costs beside its statements, the signed head
//! above all, is paid once for all of them.

use std::rc::Rc;

use futures_channel::oneshot;
use jatak_ledger::engine::Engine;
use jatak_ledger::store::StoreError;
use jatak_ledger::whatsapp::words;
use jatak_shared::whatsapp::read::Delivery;
use worker::Delay;

use super::batch::{FlushGuard, GATHER};
use super::{Inner, done};
use crate::calls::{Reply, Untaken, WhatsappCall};
use crate::rim::{self, DrawnAhead, SystemRandom};
use crate::store::DurableStore;

/// How many signals one transaction takes, of as many deliveries: some tenths of a second, in which the object answers nobody.
/// One delivery that has more, which Meta may send, is heard whole.
const SIGNALS_AT_ONCE: usize = 1_000;

/// A delivery that waits, and where its answer goes; an error is the store's, and then nothing of it stands.
pub(super) type Waiting = (Delivery, oneshot::Sender<Result<(), String>>);

impl Inner {
    /// Carries out a call about WhatsApp.
    pub(super) async fn whatsapp(
        self: Rc<Self>,
        engine: Rc<Engine<DurableStore>>,
        call: WhatsappCall,
    ) -> Result<Reply, StoreError> {
        if let WhatsappCall::Hear(delivery) = call {
            return Ok(self.hear(engine, delivery).await);
        }
        let closes = matches!(call, WhatsappCall::Close(..));
        if closes {
            while self.commit_batch(&engine) {}
        }
        let engine = self.present(&engine);
        let now = rim::now();
        let reply = match call {
            WhatsappCall::Hear(_) => Reply::Failed("a delivery in the wrong place".into()),
            WhatsappCall::Count(Untaken::Forged) => done(&engine.count_delivery(words::FORGED)?),
            WhatsappCall::Count(Untaken::Unreadable) => done(&engine.count_delivery(words::UNREADABLE)?),
            WhatsappCall::Counts => done(&engine.intake()?),
            WhatsappCall::PutSecrets(sealed) => done(&engine.put_sealed_key(&sealed)?),
            WhatsappCall::Offer(asking) => match self.take_grant() {
                Ok(()) => done(&engine.make_offer(&asking, now, &mut SystemRandom)?),
                Err(busy) => return Ok(busy),
            },
            // Asked every other second by everyone who waits; it changes nothing, so no alarm either.
            WhatsappCall::Poll(secret) => return Ok(done(&engine.poll(&secret, now)?)),
            WhatsappCall::Reviews(after) => done(&engine.reviews(after)?),
            WhatsappCall::Close(id, finding) => done(&engine.close_review(id, finding, now, &mut SystemRandom)?),
        };
        self.arm_or_log(&engine).await;
        if closes {
            self.publish_soon(engine);
        }
        Ok(reply)
    }

    /// Queues a delivery and waits until it is heard.
    async fn hear(self: Rc<Self>, engine: Rc<Engine<DurableStore>>, delivery: Delivery) -> Reply {
        let (sender, heard) = oneshot::channel();
        self.deliveries.borrow_mut().push((delivery, sender));
        if !self.hearing.replace(true) {
            // As with a batch, this belongs to the object: whoever started it may go away before it is through.
            wasm_bindgen_futures::spawn_local(Rc::clone(&self).hear_all(engine));
        }
        match heard.await {
            Ok(Ok(())) => done(&()),
            Ok(Err(error)) => Reply::Failed(error),
            Err(_) => Reply::Failed("the delivery was dropped before it was heard".into()),
        }
    }

    /// Hears what waits, until nothing does. Between taking deliveries and answering them nothing is awaited.
    async fn hear_all(self: Rc<Self>, engine: Rc<Engine<DurableStore>>) {
        let guard = FlushGuard(&self.hearing);
        loop {
            Delay::from(GATHER).await;
            let taken = self.next_deliveries();
            if taken.is_empty() {
                drop(guard);
                self.arm_or_log(&engine).await;
                Rc::clone(&self).publish_soon(self.present(&engine));
                return;
            }
            // A yes that came before its code's message must be known by then.
            while self.commit_batch(&engine) {}
            let (deliveries, senders): (Vec<_>, Vec<_>) = taken.into_iter().unzip();
            let engine = self.present(&engine);
            let hear = |deliveries: &[Delivery]| {
                let heard = engine.hear(deliveries, rim::now(), &mut DrawnAhead::default());
                heard.map_err(|error| error.to_string())
            };
            let together = hear(&deliveries);
            for (delivery, sender) in deliveries.iter().zip(senders) {
                // What fails in company is heard alone, so that one which cannot be heard keeps no other waiting for days.
                let heard = match &together {
                    Ok(()) => Ok(()),
                    Err(_) => hear(core::slice::from_ref(delivery)),
                };
                // One who went away is not missed: Meta delivers it again.
                let _ = sender.send(heard);
            }
        }
    }

    /// The deliveries that are heard next: one at least, where any waits.
    fn next_deliveries(&self) -> Vec<Waiting> {
        let mut waiting = self.deliveries.borrow_mut();
        let mut signals = 0;
        let fits = waiting.iter().take_while(|(delivery, _)| {
            let first = signals == 0;
            signals += delivery.bound.iter().map(|bound| bound.signals.len()).sum::<usize>().max(1);
            first || signals <= SIGNALS_AT_ONCE
        });
        let taken = fits.count();
        waiting.drain(..taken).collect()
    }
}
