//! A server that has its few files in memory, packed at their best: as fast as one can be.

use std::collections::HashMap;
use std::net::{Ipv4Addr, TcpListener};
use std::sync::{Arc, Mutex};
use std::thread;

use brotli::enc::BrotliEncoderParams;
use tiny_http::{Header, Response, Server as Http};

/// A server of files. Its threads end with the process.
pub(crate) struct Shelf {
    files: Arc<Mutex<HashMap<String, File>>>,
    /// The port it listens on, on loopback.
    pub(crate) port: u16,
}

#[derive(Clone)]
struct File {
    content_type: &'static str,
    packed: Vec<u8>,
}

impl Shelf {
    /// A server without files.
    pub(crate) fn open() -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port on loopback");
        let port = listener.local_addr().expect("an address").port();
        let http = Arc::new(Http::from_listener(listener, None).expect("a server"));
        let files = Arc::new(Mutex::new(HashMap::new()));
        // As many as a browser makes connections to one host.
        for _ in 0..6 {
            let (http, files) = (Arc::clone(&http), Arc::clone(&files));
            thread::spawn(move || {
                while let Ok(request) = http.recv() {
                    let file = files.lock().expect("no thread panics here").get(request.url()).cloned();
                    // A browser that went away meanwhile needs no answer.
                    let _ = match file {
                        Some(file) => request.respond(answer(file)),
                        None => request.respond(Response::from_string("not found").with_status_code(404)),
                    };
                }
            });
        }
        Self { files, port }
    }

    /// Puts a file on it; what had this path goes.
    pub(crate) fn put(&self, path: &str, content_type: &'static str, text: &str) {
        let file = File { content_type, packed: brotli(text.as_bytes()) };
        self.files.lock().expect("no thread panics here").insert(path.to_owned(), file);
    }
}

fn answer(file: File) -> Response<std::io::Cursor<Vec<u8>>> {
    // Announced in length, never in chunks: as files are served.
    let mut response = Response::from_data(file.packed).with_chunked_threshold(usize::MAX);
    for (name, value) in [
        ("Content-Type", file.content_type),
        ("Content-Encoding", "br"),
        ("Access-Control-Allow-Origin", "*"),
        // Nothing is kept: neither by the cache nor, whole, by the one for going back.
        ("Cache-Control", "no-store"),
    ] {
        response.add_header(Header::from_bytes(name, value).expect("an ASCII header"));
    }
    response
}

/// Brotli at its strongest, as `cargo xtask build` packs and as files are packed that stay.
pub(crate) fn brotli(bytes: &[u8]) -> Vec<u8> {
    let parameters = BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &parameters).expect("memory takes what is written");
    packed
}
