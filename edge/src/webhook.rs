//! Sending one message to an endpoint of a business.

use jatak_ledger::webhooks::{Answer, Message};
use jatak_shared::id::BusinessId;
use jatak_shared::time::Timestamp;
use jatak_shared::webhook::{Secret, headers};
use worker::Env;

use crate::config::Config;
use crate::{outbound, seal};

/// What is read of an answer, so that the connection can serve again. It is let go unread: what counts is the status.
const LIMIT: usize = 64 * 1024;

/// Signs a message with the endpoint's secrets and sends it.
pub async fn send(env: &Env, config: &Config, business: BusinessId, message: &Message, now: Timestamp) -> Answer {
    let secrets: Option<Vec<Secret>> = message
        .secrets
        .iter()
        .map(|secret| seal::open_webhook(&config.secrets, business, message.endpoint, secret).map(Secret::new))
        .collect();
    let Some(secrets) = secrets else {
        return Answer::Silence("is not asked, for its secret does not open with any JATAK_SECRET_n");
    };
    let signed = headers(&message.id, now, message.body.as_bytes(), &secrets);
    let mut headers = vec![("Content-Type", "application/cloudevents+json"), ("User-Agent", "Jatak")];
    headers.extend(signed.iter().map(|(name, value)| (*name, value.as_str())));
    match outbound::post(env, message.url.as_str(), &headers, message.body.clone(), LIMIT).await {
        Ok(answer) => Answer::Status(answer.status),
        Err(why) => Answer::Silence(why),
    }
}
