//! A stand-in for the way to the edge: a proxy under an address of its own, which answers, holds back or spoils what it is
//! told to, and passes on everything else. What passes names the proxy instead of the edge, so that a browser stays with it.

use std::net::{Ipv4Addr, TcpListener};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::Duration;

use tiny_http::{Header, Request, Response, Server as Http};

use crate::client::Client;
use crate::server::Server;

/// What becomes of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It reaches the edge, and the answer comes back.
    Pass,
    /// It is answered with this status and no JSON, and never reaches the edge.
    Answer(u16),
    /// It reaches the edge, and half of the answer comes back.
    Half,
    /// It reaches the edge, and the answer is another than the edge gave: one sign more at its end.
    Other,
    /// It passes once [`Front::release`] is called.
    Held,
    /// It passes after this long.
    Late(Duration),
}

/// A request that came by.
#[derive(Clone, Debug)]
pub struct Seen {
    /// Its method.
    pub method: String,
    /// Its path with the query.
    pub path: String,
    /// Its idempotency key, empty where it has none.
    pub key: String,
}

/// The proxy. It ends when this is dropped.
pub struct Front {
    http: Arc<Http>,
    way: Arc<Way>,
    /// Its address, instead of the edge's.
    pub origin: String,
}

#[derive(Default)]
struct Way {
    /// What becomes of requests of a method whose path contains a text; the last that fits counts.
    fates: Mutex<Vec<(String, String, Fate)>>,
    seen: Mutex<Vec<Seen>>,
    released: Mutex<bool>,
    release: Condvar,
}

impl Front {
    /// Before this edge.
    pub fn before(server: &Server) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port on loopback");
        let port = listener.local_addr().expect("an address").port();
        let http = Arc::new(Http::from_listener(listener, None).expect("a proxy"));
        // The edge's own name for this machine: to the shop's pages it is another site, as the edge is.
        let front = Self { http, way: Arc::default(), origin: format!("http://localhost:{port}") };
        // As many as a browser makes connections to one host, and one for what is held.
        for _ in 0..7 {
            let (http, way, client) = (Arc::clone(&front.http), Arc::clone(&front.way), server.client());
            let (edge, origin) = (server.edge.clone(), front.origin.clone());
            thread::spawn(move || {
                while let Ok(request) = http.recv() {
                    way.answer(request, &client, &edge, &origin);
                }
            });
        }
        front
    }

    /// From now on this becomes of requests of `method` whose path contains `part`.
    pub fn let_be(&self, method: &str, part: &str, fate: Fate) {
        self.way.fates.lock().unwrap().push((method.to_owned(), part.to_owned(), fate));
    }

    /// Lets go what is held, now and from now on.
    pub fn release(&self) {
        *self.way.released.lock().unwrap() = true;
        self.way.release.notify_all();
    }

    /// The requests of `method` so far whose path contains `part`.
    pub fn seen(&self, method: &str, part: &str) -> Vec<Seen> {
        let seen = self.way.seen.lock().unwrap();
        seen.iter().filter(|seen| seen.method == method && seen.path.contains(part)).cloned().collect()
    }
}

impl Drop for Front {
    fn drop(&mut self) {
        self.release();
        self.http.unblock();
    }
}

impl Way {
    fn fate(&self, method: &str, path: &str) -> Fate {
        let fates = self.fates.lock().unwrap();
        let fits = |(of, part, _): &&(String, String, Fate)| of == method && path.contains(part.as_str());
        fates.iter().rev().find(fits).map_or(Fate::Pass, |(_, _, fate)| *fate)
    }

    fn wait(&self, most: Option<Duration>) {
        let released = self.released.lock().unwrap();
        match most {
            None => drop(self.release.wait_while(released, |released| !*released).unwrap()),
            Some(most) => drop(self.release.wait_timeout_while(released, most, |released| !*released).unwrap()),
        }
    }

    fn answer(&self, mut request: Request, client: &Client, edge: &str, origin: &str) {
        let (method, path) = (request.method().to_string(), request.url().to_owned());
        let header = |name: &'static str| {
            let found = request.headers().iter().find(|header| header.field.equiv(name));
            found.map(|header| header.value.to_string()).unwrap_or_default()
        };
        let key = header("Idempotency-Key");
        let passed = ["Origin", "Content-Type", "Idempotency-Key", "Accept-Language"].map(|name| (name, header(name)));
        let asked =
            ["Access-Control-Request-Method", "Access-Control-Request-Headers"].map(|name| (name, header(name)));
        let fate = self.fate(&method, &path);
        self.seen.lock().unwrap().push(Seen { method: method.clone(), path: path.clone(), key });
        match fate {
            Fate::Held => self.wait(None),
            Fate::Late(time) => self.wait(Some(time)),
            _ => {}
        }
        let allowed = Header::from_bytes("Access-Control-Allow-Origin", "*").expect("an ASCII header");
        if let Fate::Answer(status) = fate {
            let answer = Response::from_string("<p>not what you asked for</p>").with_status_code(status);
            // A browser that went away meanwhile needs no answer.
            let _ = request.respond(answer.with_header(allowed));
            return;
        }
        let mut body = Vec::new();
        let _ = request.as_reader().read_to_end(&mut body);
        let mut call = client.call(&method, &path).body(body);
        for (name, value) in passed.into_iter().chain(asked).filter(|(_, value)| !value.is_empty()) {
            call = call.header(name, &value);
        }
        let Ok(reply) = call.try_send() else { return };
        // Bytes that are no text, the WASM's, name no edge.
        let mut bytes = match String::from_utf8(reply.body.clone()) {
            Ok(text) => text.replace(edge, origin).into_bytes(),
            Err(_) => reply.body.clone(),
        };
        match fate {
            Fate::Half => bytes.truncate(bytes.len() / 2),
            Fate::Other => bytes.push(b' '),
            _ => {}
        }
        let mut answer = Response::from_data(bytes).with_status_code(reply.status);
        for (name, value) in &reply.headers {
            let skipped = ["content-length", "transfer-encoding", "connection", "content-encoding"];
            if !skipped.contains(&name.as_str()) {
                answer.add_header(Header::from_bytes(name.as_str(), value.as_bytes()).expect("an ASCII header"));
            }
        }
        let _ = request.respond(answer);
    }
}
