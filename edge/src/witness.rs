//! Sending a checkpoint to a witness. What is sent is a signed head and hashes, nothing personal and nothing secret; of what
//! comes back the caller sees the ledger's verdict only.

use jatak_ledger::witness::Answer;
use worker::Env;

use crate::outbound;

/// What an answer may weigh: a line is at most 500 bytes, and a witness has a handful of keys.
const LIMIT: usize = 16 * 1024;

/// Sends this body; `Err` says in a few words of ours why there is no answer.
pub async fn add_checkpoint(env: &Env, url: &str, body: String) -> Result<Answer, &'static str> {
    let headers = [("Content-Type", "text/plain; charset=utf-8")];
    let outbound::Answer { status, content_type, body } = outbound::post(env, url, &headers, body, LIMIT).await?;
    let body = String::from_utf8(body?).map_err(|_| "answered with something that is no text")?;
    Ok(Answer { status, content_type, body })
}
