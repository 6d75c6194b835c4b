//! A business's own system that is told of events: a real server on loopback that checks every signature it is sent.
//!
//! It checks by the words of Standard Webhooks and by code of its own, so that what the edge sends is not held against itself.

use std::net::{Ipv4Addr, TcpListener};
use std::sync::{Arc, Mutex};
use std::thread;

use data_encoding::BASE64;
use hmac::{Hmac, KeyInit, Mac};
use serde_json::Value;
use sha2::Sha256;
use tiny_http::{Header, Request, Response, Server as Http};

/// How it behaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mood {
    /// It answers with this status.
    Answering(u16),
    /// It takes the message, and says more than anyone can want to read.
    Talkative,
    /// It takes the message and does not answer.
    Silent,
    /// It sends whoever calls elsewhere.
    Elsewhere(String),
}

/// A message as it came.
#[derive(Clone, Debug)]
pub struct Received {
    /// The path and query that it was sent to.
    pub path: String,
    /// `Content-Type`.
    pub content_type: String,
    /// `webhook-id`.
    pub id: String,
    /// `webhook-timestamp`.
    pub timestamp: String,
    /// `webhook-signature`, taken apart.
    pub signatures: Vec<String>,
    /// The body, to the byte.
    pub body: String,
}

/// A receiver. It ends when this is dropped.
pub struct Receiver {
    http: Arc<Http>,
    inner: Arc<Mutex<Inner>>,
    /// Its address.
    pub url: String,
}

struct Inner {
    mood: Mood,
    received: Vec<Received>,
    held: Vec<Request>,
}

impl Receiver {
    /// Opens a receiver.
    pub fn open(mood: Mood) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port on loopback");
        let port = listener.local_addr().expect("an address").port();
        let http = Arc::new(Http::from_listener(listener, None).expect("a receiver"));
        let inner = Arc::new(Mutex::new(Inner { mood, received: Vec::new(), held: Vec::new() }));
        let (server, state) = (Arc::clone(&http), Arc::clone(&inner));
        thread::spawn(move || {
            while let Ok(request) = server.recv() {
                state.lock().unwrap().take(request);
            }
        });
        Self { http, inner, url: format!("http://127.0.0.1:{port}/told?by=jatak") }
    }

    /// Lets it behave otherwise from now on.
    pub fn be(&self, mood: Mood) {
        self.inner.lock().unwrap().mood = mood;
    }

    /// All that came so far, in order.
    pub fn received(&self) -> Vec<Received> {
        self.inner.lock().unwrap().received.clone()
    }
}

impl Drop for Receiver {
    fn drop(&mut self) {
        self.http.unblock();
    }
}

impl Received {
    /// The CloudEvent.
    pub fn event(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error} in {}", self.body))
    }

    /// Whether one of its signatures is by this secret.
    pub fn is_signed_by(&self, secret: &str) -> bool {
        let key = secret.strip_prefix("whsec_").expect("a secret begins with whsec_");
        let key = BASE64.decode(key.as_bytes()).expect("the rest is base64");
        let mut mac = Hmac::<Sha256>::new_from_slice(&key).expect("any length will do");
        mac.update(self.id.as_bytes());
        mac.update(b".");
        mac.update(self.timestamp.as_bytes());
        mac.update(b".");
        mac.update(self.body.as_bytes());
        let expected = format!("v1,{}", BASE64.encode(&mac.finalize().into_bytes()));
        self.signatures.contains(&expected)
    }
}

impl Inner {
    fn take(&mut self, mut request: Request) {
        let mut body = String::new();
        request.as_reader().read_to_string(&mut body).expect("a message is text");
        assert_eq!(request.method().as_str(), "POST");
        let header = |name: &'static str| {
            let found = request.headers().iter().find(|header| header.field.equiv(name));
            found.map(|header| header.value.as_str().to_owned()).unwrap_or_default()
        };
        self.received.push(Received {
            path: request.url().to_owned(),
            content_type: header("Content-Type"),
            id: header("webhook-id"),
            timestamp: header("webhook-timestamp"),
            signatures: header("webhook-signature").split(' ').map(str::to_owned).collect(),
            body,
        });
        let (status, text) = match &self.mood {
            Mood::Silent => {
                // Kept, since dropping it would answer.
                self.held.push(request);
                return;
            }
            Mood::Answering(status) => (*status, String::new()),
            Mood::Talkative => (200, "and another thing ".repeat(10_000)),
            Mood::Elsewhere(_) => (307, String::new()),
        };
        let mut response = Response::from_string(text).with_status_code(status);
        if let Mood::Elsewhere(to) = &self.mood {
            response.add_header(Header::from_bytes("Location", to.as_str()).expect("an ASCII header"));
        }
        // Whoever lost patience needs no answer.
        let _ = request.respond(response);
    }
}
