//! What is said in WhatsApp, and the codes that are sent from there.

use std::rc::Rc;

use jatak_ledger::engine::Engine;
use jatak_ledger::store::StoreError;
use jatak_ledger::whatsapp::words;

use super::{Inner, done};
use crate::calls::{Reply, Untaken, WhatsappCall};
use crate::rim::{self, DrawnAhead, SystemRandom};
use crate::store::DurableStore;

impl Inner {
    /// Carries out a call about WhatsApp. What waits in memory is settled before a delivery is heard: a yes that came before
    /// its code must be known by then.
    pub(super) async fn whatsapp(
        self: Rc<Self>,
        engine: Rc<Engine<DurableStore>>,
        call: WhatsappCall,
    ) -> Result<Reply, StoreError> {
        let writes = matches!(call, WhatsappCall::Hear(_) | WhatsappCall::Close(..));
        if writes {
            while self.commit_batch(&engine) {}
        }
        let engine = self.present(&engine);
        let now = rim::now();
        let reply = match call {
            WhatsappCall::Hear(delivery) => done(&engine.hear(&delivery, now, &mut DrawnAhead::default())?),
            WhatsappCall::Count(Untaken::Forged) => done(&engine.count_delivery(words::FORGED)?),
            WhatsappCall::Count(Untaken::Unreadable) => done(&engine.count_delivery(words::UNREADABLE)?),
            WhatsappCall::Counts => done(&engine.intake()?),
            WhatsappCall::PutSecrets(sealed) => done(&engine.put_sealed_key(&sealed)?),
            WhatsappCall::Offer(asking) => done(&engine.make_offer(&asking, now, &mut SystemRandom)?),
            // Asked once a second by everyone who waits; it changes nothing, so no alarm either.
            WhatsappCall::Poll(secret) => return Ok(done(&engine.poll(&secret, now)?)),
            WhatsappCall::Reviews(after) => done(&engine.reviews(after)?),
            WhatsappCall::Close(id, finding) => done(&engine.close_review(id, finding, now, &mut SystemRandom)?),
        };
        self.arm_or_log(&engine).await;
        if writes {
            self.publish_soon(engine);
        }
        Ok(reply)
    }
}
