//! A connection that breaks: a proxy on loopback that passes so many bytes of an answer and then hangs up.

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
