//! HTTP as the handlers see it: plain values in and out, so that they know nothing of the runtime.

use std::borrow::Cow;

use futures_util::stream::LocalBoxStream;
use jatak_shared::problem::{Problem, ProblemType};
use serde::Serialize;
use wasm_bindgen::JsValue;

use crate::coding::Coding;

/// A request's line and headers. The body is read by the handler that wants one, within its own limit.
#[derive(Debug)]
pub struct Incoming {
    /// The method, upper case.
    pub method: String,
    /// The path, as sent.
    pub path: String,
    /// The query, decoded.
    pub query: Vec<(String, String)>,
    headers: web_sys::Headers,
}

/// A request as the runtime gives it, whose body is not read yet. Not `worker`'s: that takes the address apart three times
/// before anybody asks, each time by way of JavaScript.
pub struct Unread(web_sys::Request);

impl Unread {
    /// Of this request.
    pub fn new(request: web_sys::Request) -> Self {
        Self(request)
    }

    /// The body in pieces as they come; `None` where there is none.
    pub fn stream(&self) -> Option<worker::ByteStream> {
        worker::Request::from(Clone::clone(&self.0)).stream().ok()
    }

    /// The whole body in one step.
    async fn bytes(&self) -> Result<Vec<u8>, JsValue> {
        let buffer = wasm_bindgen_futures::JsFuture::from(self.0.array_buffer()?).await?;
        Ok(js_sys::Uint8Array::new(&buffer).to_vec())
    }
}

impl Incoming {
    /// The line and headers of a request.
    pub fn of(request: &Unread) -> Self {
        let url = request.0.url();
        let (path, query) = target(&url);
        Self {
            method: request.0.method().to_uppercase(),
            path: path.to_owned(),
            query: form_urlencoded::parse(query.as_bytes()).into_owned().collect(),
            headers: request.0.headers(),
        }
    }

    /// A header's value; one that cannot be read counts as absent.
    pub fn header(&self, name: &str) -> Option<String> {
        self.headers.get(name).ok().flatten()
    }

    /// The first value of a query parameter, where it is not empty.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(key, value)| key == name && !value.is_empty()).map(|(_, value)| value.as_str())
    }

    /// Whether Cloudflare is in front, which compresses answers by itself: it puts this header on every request.
    pub fn is_fronted(&self) -> bool {
        self.header("cf-ray").is_some()
    }

    /// The type of the body, lower case, without parameters.
    pub fn content_type(&self) -> String {
        let value = self.header("content-type").unwrap_or_default();
        value.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
    }

    /// The browser's name for itself, cut to 256 characters: real ones are under 250, longer ones are abuse.
    pub fn user_agent(&self) -> Option<String> {
        let agent = self.header("user-agent")?;
        let agent: String = agent.chars().filter(|c| !c.is_control()).take(256).collect();
        (!agent.is_empty()).then_some(agent)
    }

    /// The coding that the client's `Accept-Encoding` asks for.
    pub fn coding(&self) -> Coding {
        Coding::of(&self.header("accept-encoding").unwrap_or_default())
    }
}

/// Path and query of a request's address, which the runtime writes whole: `http://host/path?query`.
fn target(url: &str) -> (&str, &str) {
    let host = url.find("://").map_or(0, |scheme| scheme + 3);
    let path = url[host..].find(['/', '?', '#']).map_or("", |end| &url[host + end..]);
    let path = path.split('#').next().unwrap_or_default();
    match path.split_once('?').unwrap_or((path, "")) {
        ("", query) => ("/", query),
        whole => whole,
    }
}

/// A response's body.
pub enum Body {
    /// None.
    Empty,
    /// Bytes held in this program for ever.
    Static(&'static [u8]),
    /// Bytes made for this answer.
    Bytes(Vec<u8>),
    /// Bytes made while they are sent. An error aborts the connection, so that a cut export never looks whole.
    Stream(LocalBoxStream<'static, Result<Vec<u8>, worker::Error>>),
    /// Bytes that an object makes while they are sent, passed on as they are; its errors abort the connection likewise.
    Passed(worker::ResponseBody),
}

/// A response.
pub struct Outgoing {
    /// The status.
    pub status: u16,
    /// Headers, each name once.
    pub headers: Vec<(&'static str, Cow<'static, str>)>,
    /// The body.
    pub body: Body,
    /// Whether the body is compressed already, so that the runtime leaves it alone.
    pub encoded: bool,
}

impl Outgoing {
    /// An empty answer with this status.
    pub fn empty(status: u16) -> Self {
        Self { status, headers: Vec::new(), body: Body::Empty, encoded: false }
    }

    /// JSON.
    pub fn json(status: u16, value: &impl Serialize) -> Self {
        // Every value answered here has string keys and finite numbers, so serialising cannot fail.
        let bytes = serde_json::to_vec(value).unwrap_or_else(|_| b"null".to_vec());
        Self::empty(status).with("Content-Type", "application/json").body(bytes)
    }

    /// Text of the type named.
    pub fn text(status: u16, content_type: &'static str, text: impl Into<String>) -> Self {
        Self::empty(status).with("Content-Type", content_type).body(text.into().into_bytes())
    }

    /// Problem details (RFC 9457). `base` is the public URL.
    pub fn problem(problem: &Problem, base: &str) -> Self {
        let mut answer = Self::json(problem.kind.status(), &problem.to_json(base))
            .with("Content-Type", "application/problem+json")
            .with("Cache-Control", "no-store");
        if let Some(seconds) = problem.seconds_to_wait() {
            answer = answer.with("Retry-After", seconds.to_string());
        }
        if problem.kind.status() == 401 {
            answer = answer.with("WWW-Authenticate", "Bearer realm=\"jatak\"");
        }
        answer
    }

    /// Whether it is a page for people.
    pub fn is_page(&self) -> bool {
        self.headers.iter().any(|(name, value)| *name == "Content-Type" && value.starts_with("text/html"))
    }

    /// The same with this header, in place of one of the same name.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Cow<'static, str>>) -> Self {
        self.headers.retain(|(held, _)| !held.eq_ignore_ascii_case(name));
        self.headers.push((name, value.into()));
        self
    }

    /// The same with this body.
    #[must_use]
    pub fn body(self, bytes: Vec<u8>) -> Self {
        Self { body: Body::Bytes(bytes), ..self }
    }

    /// The same with this body, which is in this coding already.
    #[must_use]
    pub fn packed(self, bytes: Vec<u8>, coding: Coding) -> Self {
        let answer = self.body(bytes);
        match coding.name() {
            Some(name) => Self { encoded: true, ..answer.with("Content-Encoding", name) },
            None => answer,
        }
    }

    /// The same with this header named as one that the answer depends on.
    #[must_use]
    pub fn varying(mut self, header: &str) -> Self {
        match self.headers.iter_mut().find(|(name, _)| *name == "Vary") {
            Some((_, held)) => *held = format!("{held}, {header}").into(),
            None => self.headers.push(("Vary", header.to_owned().into())),
        }
        self
    }

    /// The runtime's response. An answer to HEAD keeps its headers and loses its body.
    pub fn into_response(self, head: bool) -> worker::Result<worker::Response> {
        let headers = worker::Headers::new();
        for (name, value) in &self.headers {
            headers.set(name, value)?;
        }
        let coding = if self.encoded { worker::EncodeBody::Manual } else { worker::EncodeBody::Automatic };
        let builder =
            worker::Response::builder().with_status(self.status).with_headers(headers).with_encode_body(coding);
        Ok(match self.body {
            _ if head => builder.empty(),
            Body::Empty => builder.empty(),
            Body::Static(bytes) => builder.fixed(bytes.to_vec()),
            Body::Bytes(bytes) => builder.fixed(bytes),
            Body::Stream(stream) => builder.from_stream(stream)?,
            Body::Passed(body) => builder.body(body),
        })
    }
}

/// How much of a body that is too large is read to its end and thrown away, so that a client which is still sending
/// gets to read why. Past that the connection is dropped on it: nothing honest is sixty times too large.
const DRAINED: usize = 1024 * 1024;

/// Reads a body of at most `limit` bytes.
pub async fn read_body(request: &Unread, limit: usize) -> Result<Vec<u8>, Problem> {
    use futures_util::StreamExt;

    let too_large = || Problem::new(ProblemType::BodyTooLarge).with("limit", limit);
    let said = request.0.headers().get("content-length").ok().flatten().and_then(|text| text.parse::<usize>().ok());
    if said.is_some_and(|length| length > limit + DRAINED) {
        return Err(too_large());
    }
    let unread =
        || Problem::new(ProblemType::BodyMalformed).detail("The body ended before it was whole; send it again.");
    match said {
        Some(0) => return Ok(Vec::new()),
        // The runtime holds a body to the length it was announced with, so this one fits, and is read in one step: a
        // stream costs a seventh of all the time that an opt-in takes.
        Some(length) if length <= limit => return request.bytes().await.map_err(|_| unread()),
        _ => {}
    }
    let mut bytes = Vec::with_capacity(said.unwrap_or(0).min(limit));
    let mut drained = 0;
    // A request without any body has no stream.
    let Some(mut stream) = request.stream() else { return Ok(bytes) };
    while let Some(chunk) = stream.next().await {
        let chunk = chunk.map_err(|_| unread())?;
        if drained == 0 && bytes.len() + chunk.len() <= limit {
            bytes.extend_from_slice(&chunk);
            continue;
        }
        drained += chunk.len();
        if drained > DRAINED {
            break;
        }
    }
    if drained == 0 { Ok(bytes) } else { Err(too_large()) }
}

#[cfg(test)]
mod tests {
    use super::target;

    #[test]
    fn a_requests_address_is_cut_into_path_and_query() {
        for (url, parts) in [
            ("https://edge.example/nordlys/widget.js?locale=da&x=%20?", ("/nordlys/widget.js", "locale=da&x=%20?")),
            ("http://localhost:8787/v1/nordlys/form", ("/v1/nordlys/form", "")),
            ("https://edge.example", ("/", "")),
            ("https://edge.example?to=https://shop.example/", ("/", "to=https://shop.example/")),
            ("https://edge.example/a//b#c?d", ("/a//b", "")),
            ("/healthz?", ("/healthz", "")),
        ] {
            assert_eq!(target(url), parts, "{url}");
        }
    }
}
