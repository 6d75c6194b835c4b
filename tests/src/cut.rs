//! Connections that break: a proxy on loopback that passes so many bytes of an answer and then hangs up, and an answer
//! that is read slowly while something happens to its server.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// The proxy. Its threads end with the test's process.
#[derive(Debug)]
pub struct Cut {
    /// Where it listens.
    pub url: String,
    connections: Arc<AtomicUsize>,
}

impl Cut {
    /// Before the server at `target` (`http://127.0.0.1:…`): the first connections pass as many bytes back as listed, one
    /// number each, every later one passes everything.
    pub fn before(target: &str, limits: &[usize]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let target = target.strip_prefix("http://").expect("a plain address").to_owned();
        let limits = limits.to_vec();
        let connections = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&connections);
        thread::spawn(move || {
            for client in listener.incoming().map_while(Result::ok) {
                let number = counted.fetch_add(1, Ordering::SeqCst);
                let limit = limits.get(number).copied().unwrap_or(usize::MAX);
                let Ok(server) = TcpStream::connect(&target) else { continue };
                let (Ok(from), Ok(to)) = (client.try_clone(), server.try_clone()) else { continue };
                thread::spawn(move || pass(from, to, usize::MAX));
                thread::spawn(move || pass(server, client, limit));
            }
        });
        Self { url, connections }
    }

    /// How many connections there were.
    pub fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }
}

/// Passes bytes until there are no more or the limit is reached; then both ends are closed.
fn pass(mut from: TcpStream, mut to: TcpStream, mut limit: usize) {
    let mut bytes = [0; 16 * 1024];
    while limit > 0 {
        let Ok(read @ 1..) = from.read(&mut bytes) else { break };
        let passed = read.min(limit);
        if to.write_all(&bytes[..passed]).is_err() {
            break;
        }
        limit -= passed;
    }
    let _ = from.shutdown(Shutdown::Both);
    let _ = to.shutdown(Shutdown::Both);
}

/// The raw answer to a GET of `path` at `server` (`http://127.0.0.1:…`), head and chunks as sent. After its first bytes
/// it is left alone until `meanwhile` is done: more than fits into the buffers on the way is then still to be made.
pub fn slow_get(server: &str, path: &str, key: &str, meanwhile: impl FnOnce()) -> Vec<u8> {
    let address = server.strip_prefix("http://").expect("a plain address");
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(crate::wait::PATIENCE)).unwrap();
    let head = format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nAuthorization: Bearer {key}\r\n\r\n");
    stream.write_all(head.as_bytes()).unwrap();
    let mut answer = vec![0; 64 * 1024];
    stream.read_exact(&mut answer).unwrap();
    meanwhile();
    let mut bytes = vec![0; 64 * 1024];
    while !answer.ends_with(LAST_CHUNK) {
        // A reset is an end like any other here.
        let Ok(read @ 1..) = stream.read(&mut bytes) else { break };
        answer.extend_from_slice(&bytes[..read]);
    }
    answer
}

/// What ends a chunked answer that is whole (RFC 9112 section 7.1).
pub const LAST_CHUNK: &[u8] = b"0\r\n\r\n";
