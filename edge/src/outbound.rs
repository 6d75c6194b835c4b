//! The only way out: one POST to an address that a business chose, bounded in time and in what it reads, that follows nobody
//! anywhere.
//!
//! It goes through the binding `OUTBOUND`, where there is one: on a box, workerd's network that reaches public addresses only,
//! beside which the worker reaches nothing at all (`xtask/src/dev/config.rs`). On Cloudflare a worker's own `fetch` reaches
//! public addresses only, and there is no such binding to be made.

use core::pin::pin;
use core::time::Duration;

use futures_util::StreamExt;
use futures_util::future::{Either, select};
use worker::{
    AbortController, Delay, Env, Fetch, Fetcher, Headers, Method, Request, RequestInit, RequestRedirect, Response,
};

/// How long the other side has for its whole answer. It stores one row.
const PATIENCE: Duration = Duration::from_secs(5);

/// What its patience ran out of, as told to the operator.
const LATE: &str = "did not answer within 5 seconds";

/// What came back.
#[derive(Debug)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The media type, in lower case, without parameters.
    pub content_type: String,
    /// The body, or why there is none to read: too long, too slow, broken off. Whether that matters is the caller's affair.
    pub body: Result<Vec<u8>, &'static str>,
}

/// Posts a body with these headers and reads at most `limit` bytes of the answer; `Err` says in a few words of ours why there
/// is none.
pub async fn post(
    env: &Env,
    url: &str,
    headers: &[(&str, &str)],
    body: String,
    limit: usize,
) -> Result<Answer, &'static str> {
    let controller = AbortController::default();
    let signal = controller.signal();
    let mut late = pin!(Delay::from(PATIENCE));
    let sent = pin!(async {
        let request = request(url, headers, body)?;
        let answer = match env.service("OUTBOUND") {
            Ok(outbound) => through(&outbound, &request, &signal).await,
            Err(_) => Fetch::Request(request).send_with_signal(&signal).await,
        };
        answer.map_err(|_| "cannot be reached")
    });
    let mut response = match select(sent, late.as_mut()).await {
        Either::Left((answer, _)) => answer?,
        Either::Right(_) => {
            controller.abort();
            return Err(LATE);
        }
    };
    let content_type = response.headers().get("Content-Type").ok().flatten().unwrap_or_default();
    let content_type = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let status = response.status_code();
    let body = match select(pin!(read(&mut response, limit)), late).await {
        Either::Left((body, _)) => body,
        Either::Right(_) => Err(LATE),
    };
    if body.is_err() {
        controller.abort();
    }
    Ok(Answer { status, content_type, body })
}

fn request(url: &str, headers: &[(&str, &str)], body: String) -> Result<Request, &'static str> {
    let sent = Headers::new();
    for (name, value) in headers {
        sent.set(name, value).map_err(|_| "cannot be asked")?;
    }
    let mut init = RequestInit::new();
    init.with_method(Method::Post).with_headers(sent).with_body(Some(body.into()));
    init.with_redirect(RequestRedirect::Manual);
    Request::new_with_init(url, &init).map_err(|_| "cannot be asked at this address")
}

/// Sends a request through a binding. `worker` has no way to give one a signal there, so it is put into the request.
async fn through(outbound: &Fetcher, request: &Request, signal: &worker::AbortSignal) -> worker::Result<Response> {
    let init = web_sys::RequestInit::new();
    init.set_signal(Some(signal));
    let request = web_sys::Request::new_with_request_and_init(request.inner(), &init)?;
    outbound.fetch_request(Request::from(request)).await
}

async fn read(response: &mut Response, limit: usize) -> Result<Vec<u8>, &'static str> {
    let mut bytes = Vec::new();
    // An answer without a body has no stream.
    let Ok(mut stream) = response.stream() else { return Ok(bytes) };
    while let Some(chunk) = stream.next().await {
        bytes.extend(chunk.map_err(|_| "broke off its answer")?);
        if bytes.len() > limit {
            return Err("answered with more than is read of it");
        }
    }
    Ok(bytes)
}
