//! A plain HTTP client: it follows nothing, unpacks nothing unasked and treats no status as an error.

use std::io::Read;
use std::time::Duration;

use serde_json::Value;
use ureq::Agent;
use ureq::http::{HeaderMap, Request};

/// A client of one edge.
pub struct Client {
    agent: Agent,
    /// Where the edge listens, which is not the name it goes by: `localhost` may mean IPv6 first.
    base: String,
}

/// One call, being put together.
pub struct Call<'c> {
    client: &'c Client,
    method: String,
    path: String,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

/// What came back.
#[derive(Clone, Debug)]
pub struct Reply {
    /// What was asked, for messages.
    pub asked: String,
    /// The status.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The body as sent, packed or not.
    pub body: Vec<u8>,
}

impl Client {
    /// A client of the edge that listens at `base`.
    pub fn new(base: String) -> Self {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .allow_non_standard_methods(true)
            .accept_encoding("identity")
            .user_agent("jatak-tests")
            .max_idle_connections_per_host(32)
            .timeout_global(Some(Duration::from_secs(30)))
            .build();
        Self { agent: config.new_agent(), base }
    }

    /// Another client of the same edge.
    pub fn another(&self) -> Self {
        Self::new(self.base.clone())
    }

    /// A call; `path` begins with a slash.
    pub fn call(&self, method: &str, path: &str) -> Call<'_> {
        assert!(path.starts_with('/'), "{path} is no path of the edge");
        Call { client: self, method: method.into(), path: path.into(), headers: Vec::new(), body: Vec::new() }
    }
}

impl Call<'_> {
    /// Adds a header.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Says which page the call comes from, as a browser would.
    #[must_use]
    pub fn origin(self, origin: &str) -> Self {
        self.header("Origin", origin)
    }

    /// Shows a key or token.
    #[must_use]
    pub fn key(self, key: &str) -> Self {
        self.header("Authorization", &format!("Bearer {key}"))
    }

    /// Sends JSON.
    #[must_use]
    pub fn json(self, body: &Value) -> Self {
        self.raw("application/json", body.to_string())
    }

    /// Sends a form as a browser does.
    #[must_use]
    pub fn form<N: AsRef<str>, V: AsRef<str>>(self, fields: &[(N, V)]) -> Self {
        let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_ref(), value.as_ref())).collect();
        self.raw("application/x-www-form-urlencoded", encoded(&fields))
    }

    /// Sends these bytes and says nothing of their type.
    #[must_use]
    pub fn body(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.body = body.into();
        self
    }

    /// Sends any body.
    #[must_use]
    pub fn raw(mut self, content_type: &str, body: impl Into<Vec<u8>>) -> Self {
        self.body = body.into();
        self.header("Content-Type", content_type)
    }

    /// Sends it. A connection that breaks is a panic.
    pub fn send(self) -> Reply {
        let asked = format!("{} {}", self.method, self.path);
        self.try_send().unwrap_or_else(|error| panic!("{asked}: {error}"))
    }

    /// Sends it; a connection that breaks is an error.
    pub fn try_send(self) -> Result<Reply, ureq::Error> {
        let asked = format!("{} {}", self.method, self.path);
        let mut request =
            Request::builder().method(self.method.as_str()).uri(format!("{}{}", self.client.base, self.path));
        for (name, value) in self.headers {
            request = request.header(name, value);
        }
        let mut answer = if self.body.is_empty() && !matches!(self.method.as_str(), "POST" | "PUT" | "PATCH") {
            self.client.agent.run(request.body(()).expect("a well-formed request"))?
        } else {
            self.client.agent.run(request.body(self.body).expect("a well-formed request"))?
        };
        let body = answer.body_mut().with_config().limit(64 << 20).read_to_vec()?;
        Ok(Reply { asked, status: answer.status().as_u16(), headers: answer.headers().clone(), body })
    }
}

impl Reply {
    /// A header's text, empty where it is absent; several of one name are joined with commas.
    pub fn header(&self, name: &str) -> String {
        let values = self.headers.get_all(name).iter().map(|value| String::from_utf8_lossy(value.as_bytes()));
        values.collect::<Vec<_>>().join(", ")
    }

    /// The body unpacked, by its `Content-Encoding`.
    pub fn unpacked(&self) -> Vec<u8> {
        let mut plain = Vec::new();
        let read = match self.header("content-encoding").as_str() {
            "" => return self.body.clone(),
            "br" => brotli::Decompressor::new(self.body.as_slice(), 4096).read_to_end(&mut plain),
            "gzip" => flate2::read::GzDecoder::new(self.body.as_slice()).read_to_end(&mut plain),
            other => panic!("{}: packed as {other:?}", self.asked),
        };
        read.unwrap_or_else(|error| panic!("{}: cannot be unpacked: {error}", self.asked));
        plain
    }

    /// The body as text.
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap_or_else(|error| panic!("{}: no UTF-8: {error}", self.asked))
    }

    /// The body as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| {
            panic!("{} answered {}, no JSON ({error}): {}", self.asked, self.status, self.shown())
        })
    }

    /// Asserts the status, and returns the reply.
    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        assert!(self.status == status, "{}: {} instead of {status}: {}", self.asked, self.status, self.shown());
        self
    }

    /// Asserts that this is a refusal by the rules (RFC 9457) with this status and code, and returns it.
    #[track_caller]
    pub fn refusal(&self, status: u16, code: &str) -> Value {
        assert!(self.status == status, "{}: {} instead of {status} {code}: {}", self.asked, self.status, self.shown());
        assert_eq!(self.header("content-type"), "application/problem+json", "{}", self.asked);
        let problem = self.json();
        assert_eq!(problem["code"], code, "{}: {problem}", self.asked);
        assert_eq!(problem["status"], status, "{}: {problem}", self.asked);
        let kind = problem["type"].as_str().unwrap_or_default();
        assert!(kind.ends_with(code), "{}: `type` is stable and names the code: {problem}", self.asked);
        for member in ["title", "detail"] {
            assert!(
                problem[member].as_str().is_some_and(|text| !text.is_empty()),
                "{}: {member}: {problem}",
                self.asked
            );
        }
        problem
    }

    fn shown(&self) -> String {
        String::from_utf8_lossy(&self.body).chars().take(2_000).collect()
    }
}

/// Fields as `application/x-www-form-urlencoded`, as a browser encodes them.
pub fn encoded(fields: &[(&str, &str)]) -> String {
    let fields = fields.iter().map(|(name, value)| format!("{}={}", escaped(name), escaped(value)));
    fields.collect::<Vec<_>>().join("&")
}

/// Text with everything but letters, digits and `*-._` percent-encoded, and `+` for a space.
pub fn escaped(text: &str) -> String {
    let byte = |byte: u8| match byte {
        b' ' => "+".to_owned(),
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'*' | b'-' | b'.' | b'_' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(byte).collect()
}
