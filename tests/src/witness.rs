//! A witness of the tests' own (C2SP tlog-witness): a real server on loopback that checks what it is asked to cosign.
//!
//! It checks by other people's code: the log's signature with `signed_note`, heads and proofs with `tlog_tiles`. Only its
//! own cosignature is made by ours, whose bytes are held against a vector made elsewhere.

use std::collections::HashMap;
use std::net::{Ipv4Addr, TcpListener};
use std::sync::{Arc, Mutex};
use std::thread;

use data_encoding::BASE64;
use jatak_shared::log::{Cosigner, WitnessVkey};
use signed_note::{StandardVerifier, VerifierList};
use tiny_http::{Header, Request, Response, Server as Http};
use tlog_tiles::{Checkpoint, Hash};

/// What its clock says: a witness signs a time of its own.
pub const TIME: u64 = 1_795_345_200;

/// How it behaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mood {
    /// As it should.
    Honest,
    /// It signs another text than it was sent.
    Lying,
    /// It says that it is out of order.
    Down,
    /// It takes the question and does not answer.
    Silent,
    /// It sends whoever asks elsewhere.
    Elsewhere(String),
    /// It answers more than anyone can want to read.
    Endless,
}

/// A witness. It ends when this is dropped.
pub struct Witness {
    http: Arc<Http>,
    inner: Arc<Mutex<Inner>>,
    /// Its submission prefix.
    pub url: String,
    /// Its public key.
    pub vkey: WitnessVkey,
}

struct Inner {
    cosigner: Cosigner,
    mood: Mood,
    /// The keys of the logs that it knows, by origin.
    logs: HashMap<String, String>,
    /// The last head that it cosigned of each.
    seen: HashMap<String, (u64, Hash)>,
    asked: u32,
    held: Vec<Request>,
}

impl Witness {
    /// Opens a witness of this name that knows no log.
    pub fn open(name: &str, mood: Mood) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port on loopback");
        let port = listener.local_addr().expect("an address").port();
        let http = Arc::new(Http::from_listener(listener, None).expect("a witness"));
        let seed: [u8; 32] = std::array::from_fn(|at| name.as_bytes()[at % name.len()]);
        let cosigner = Cosigner::new(name.parse().expect("a key name"), &seed);
        let vkey = cosigner.vkey();
        let inner = Inner { cosigner, mood, logs: HashMap::new(), seen: HashMap::new(), asked: 0, held: Vec::new() };
        let inner = Arc::new(Mutex::new(inner));
        let (server, state) = (Arc::clone(&http), Arc::clone(&inner));
        thread::spawn(move || {
            while let Ok(request) = server.recv() {
                state.lock().unwrap().take(request);
            }
        });
        Self { http, inner, url: format!("http://127.0.0.1:{port}/w"), vkey }
    }

    /// As it stands in a business's settings.
    pub fn setting(&self) -> serde_json::Value {
        serde_json::json!({ "vkey": self.vkey.to_string(), "url": self.url })
    }

    /// Makes it know a log by its key.
    pub fn trust(&self, vkey: &str) {
        let origin = vkey.split('+').next().expect("a verifier key begins with its name").to_owned();
        self.inner.lock().unwrap().logs.insert(origin, vkey.trim_end().to_owned());
    }

    /// How often it was asked.
    pub fn asked(&self) -> u32 {
        self.inner.lock().unwrap().asked
    }

    /// The size of the last head that it cosigned of this log.
    pub fn seen(&self, origin: &str) -> Option<u64> {
        self.inner.lock().unwrap().seen.get(origin).map(|(size, _)| *size)
    }

    /// Makes it have seen a head of this size.
    pub fn has_seen(&self, origin: &str, size: u64) {
        self.inner.lock().unwrap().seen.insert(origin.to_owned(), (size, Hash([7; 32])));
    }
}

impl Drop for Witness {
    fn drop(&mut self) {
        self.http.unblock();
    }
}

/// An answer: status, media type, body.
type Answer = (u16, &'static str, String);

impl Inner {
    fn take(&mut self, mut request: Request) {
        self.asked += 1;
        let mut body = String::new();
        let read = request.as_reader().read_to_string(&mut body);
        let post = request.method().as_str() == "POST" && request.url() == "/w/add-checkpoint";
        let (status, kind, text) = match &self.mood {
            Mood::Silent => {
                // Kept, since dropping it would answer.
                self.held.push(request);
                return;
            }
            Mood::Down => (503, "text/plain", "out of order\n".to_owned()),
            Mood::Elsewhere(_) => (307, "text/plain", String::new()),
            Mood::Endless => (200, "text/plain", "\u{2014} endless ".repeat(10_000)),
            Mood::Honest | Mood::Lying if post && read.is_ok() => self.cosign(&body),
            Mood::Honest | Mood::Lying => (404, "text/plain", "no such call\n".to_owned()),
        };
        let mut response = Response::from_string(text).with_status_code(status);
        let header = |name: &str, value: &str| Header::from_bytes(name, value).expect("an ASCII header");
        response.add_header(header("Content-Type", kind));
        if let Mood::Elsewhere(to) = &self.mood {
            response.add_header(header("Location", to));
        }
        // Whoever lost patience needs no answer.
        let _ = request.respond(response);
    }

    /// Each check of the specification, in its order.
    fn cosign(&mut self, body: &str) -> Answer {
        let refuse = |status, why: &str| (status, "text/plain", format!("{why}\n"));
        let Some((old, proof, text)) = read(body) else { return refuse(400, "malformed") };
        let Ok(note) = signed_note::Note::from_bytes(text.as_bytes()) else { return refuse(400, "no note") };
        let Ok(head) = Checkpoint::from_bytes(note.text()) else { return refuse(400, "no checkpoint") };
        let Some(vkey) = self.logs.get(head.origin()) else { return refuse(404, "unknown log") };
        let key = StandardVerifier::new(vkey).expect("a log's key");
        if note.verify(&VerifierList::new(vec![Box::new(key)])).is_err() {
            return refuse(403, "not signed by the log");
        }
        if old > head.size() {
            return refuse(400, "old is larger than the checkpoint");
        }
        let seen = self.seen.get(head.origin()).copied();
        let size = seen.map_or(0, |(size, _)| size);
        if old != size {
            return (409, "text/x.tlog.size", format!("{size}\n"));
        }
        let consistent = match seen {
            None => proof.is_empty(),
            Some((size, root)) if size == head.size() => proof.is_empty() && root == *head.hash(),
            Some((size, root)) => tlog_tiles::check_tree(&proof, head.size(), *head.hash(), size, root).is_ok(),
        };
        if !consistent {
            return refuse(422, "inconsistent");
        }
        self.seen.insert(head.origin().to_owned(), (head.size(), *head.hash()));
        let signed = text.parse().expect("what the other crate reads, ours reads");
        let mut line = self.cosigner.sign(&signed, TIME);
        if self.mood == Mood::Lying {
            line = self.cosigner.sign(&signed, TIME + 1);
            line.bytes[..8].copy_from_slice(&TIME.to_be_bytes());
        }
        (200, "text/plain", format!("{line}\n"))
    }
}

/// Old size, proof and checkpoint.
fn read(body: &str) -> Option<(u64, Vec<Hash>, &str)> {
    let (lines, text) = body.split_once("\n\n")?;
    let mut lines = lines.split('\n');
    let digits = lines.next()?.strip_prefix("old ")?;
    let old: u64 = digits.parse().ok()?;
    let hash = |line: &str| Some(Hash(BASE64.decode(line.as_bytes()).ok()?.try_into().ok()?));
    let proof = lines.map(hash).collect::<Option<Vec<_>>>()?;
    (old.to_string() == digits && proof.len() <= 63).then_some((old, proof, text))
}
