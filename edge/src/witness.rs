//! Sending a checkpoint to a witness: one POST, bounded in time and in what it reads, that follows nobody anywhere.
//!
//! The address is a business's choice. What is sent is a signed head and hashes, nothing personal and nothing secret; of
//! what comes back the caller sees the ledger's verdict only. Whom a box may reach is for its network's rules: workerd
//! reaches public addresses only, unless its configuration says otherwise.

use core::time::Duration;

use futures_util::StreamExt;
use futures_util::future::{Either, select};
use jatak_ledger::witness::Answer;
use worker::{AbortController, Delay, Fetch, Headers, Method, Request, RequestInit, RequestRedirect};

/// How long a witness has for its whole answer. It checks one proof and one signature and writes one row.
const PATIENCE: Duration = Duration::from_secs(5);

/// What an answer may weigh: a line is at most 500 bytes, and a witness has a handful of keys.
const LIMIT: usize = 16 * 1024;

/// Sends this body; `Err` says in a few words of ours why there is no answer.
pub async fn add_checkpoint(url: &str, body: String) -> Result<Answer, &'static str> {
    let controller = AbortController::default();
    let signal = controller.signal();
    let sent = core::pin::pin!(async {
        let headers = Headers::new();
        headers.set("Content-Type", "text/plain; charset=utf-8").map_err(|_| "cannot be asked")?;
        let mut init = RequestInit::new();
        init.with_method(Method::Post).with_headers(headers).with_body(Some(body.into()));
        init.with_redirect(RequestRedirect::Manual);
        let request = Request::new_with_init(url, &init).map_err(|_| "cannot be asked at this address")?;
        let mut response = Fetch::Request(request).send_with_signal(&signal).await.map_err(|_| "cannot be reached")?;
        let kind = response.headers().get("Content-Type").ok().flatten().unwrap_or_default();
        let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        let mut bytes = Vec::new();
        if let Ok(mut stream) = response.stream() {
            while let Some(chunk) = stream.next().await {
                bytes.extend(chunk.map_err(|_| "broke off its answer")?);
                if bytes.len() > LIMIT {
                    return Err("answered with more than 16 KB");
                }
            }
        }
        let body = String::from_utf8(bytes).map_err(|_| "answered with something that is no text")?;
        Ok(Answer { status: response.status_code(), content_type: kind, body })
    });
    match select(sent, core::pin::pin!(Delay::from(PATIENCE))).await {
        Either::Left((answer, _)) => {
            if answer.is_err() {
                controller.abort();
            }
            answer
        }
        Either::Right(_) => {
            controller.abort();
            Err("did not answer within 5 seconds")
        }
    }
}
