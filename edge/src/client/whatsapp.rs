//! Calls about what is said in WhatsApp.

use jatak_ledger::SealedKey;
use jatak_ledger::whatsapp::Counts;
use jatak_ledger::whatsapp::codes::{Awaited, Polled};
use jatak_ledger::whatsapp::reviews::{Finding, Review};
use jatak_shared::decide::{Asking, Refusal};
use jatak_shared::id::ReviewId;
use jatak_shared::problem::Problem;
use jatak_shared::whatsapp::read::Delivery;
use serde::de::DeserializeOwned;

use super::Ledger;
use crate::calls::{Call, Untaken, WhatsappCall};

impl Ledger {
    /// Takes in a delivery; it is answered only when all of it is durable.
    pub async fn hear(&self, delivery: Delivery) -> Result<(), Problem> {
        self.whatsapp(WhatsappCall::Hear(delivery)).await
    }

    /// Counts a delivery that was not taken in.
    pub async fn count_untaken(&self, why: Untaken) -> Result<(), Problem> {
        self.whatsapp(WhatsappCall::Count(why)).await
    }

    /// How much was delivered, and what became of it.
    pub async fn intake(&self) -> Result<Counts, Problem> {
        self.whatsapp(WhatsappCall::Counts).await
    }

    /// Replaces what the business shares with Meta.
    pub async fn put_meta_secrets(&self, sealed: SealedKey) -> Result<(), Problem> {
        self.whatsapp(WhatsappCall::PutSecrets(sealed)).await
    }

    /// Makes a code for a shopper who types no number; `Ok(None)` where the business confirms nothing in WhatsApp.
    pub async fn make_offer(&self, asking: Asking) -> Result<Result<Option<Awaited>, Refusal>, Problem> {
        self.whatsapp(WhatsappCall::Offer(asking)).await
    }

    /// How a code stands.
    pub async fn poll(&self, secret: String) -> Result<Option<Polled>, Problem> {
        self.whatsapp(WhatsappCall::Poll(secret)).await
    }

    /// Messages that wait to be looked at.
    pub async fn reviews(&self, after: Option<ReviewId>) -> Result<Vec<Review>, Problem> {
        self.whatsapp(WhatsappCall::Reviews(after)).await
    }

    /// Notes what was found of one; false where there is none.
    pub async fn close_review(&self, id: ReviewId, finding: Finding) -> Result<bool, Problem> {
        self.whatsapp(WhatsappCall::Close(id, finding)).await
    }

    async fn whatsapp<T: DeserializeOwned>(&self, call: WhatsappCall) -> Result<T, Problem> {
        self.ask(Call::Whatsapp(Box::new(call))).await
    }
}
