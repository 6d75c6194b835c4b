//! A shop of a test's own: pages on another origin than the edge, with any policy, and one thing that browsers wait for.

use std::collections::HashMap;
use std::net::{Ipv4Addr, TcpListener};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;

use tiny_http::{Header, Request, Response, Server as Http};

/// A path that answers only once [`Shop::release`] was called. A page with an image from here has not loaded until then.
pub const HELD: &str = "/held";

/// A shop. It ends when this is dropped.
pub struct Shop {
    http: Arc<Http>,
    pages: Arc<Mutex<HashMap<String, Page>>>,
    held: Arc<(Mutex<bool>, Condvar)>,
    seen: Arc<Mutex<Vec<String>>>,
    /// Its origin.
    pub origin: String,
}

#[derive(Clone)]
struct Page {
    text: String,
    headers: Vec<(String, String)>,
}

impl Shop {
    /// Opens a shop without pages.
    pub fn open() -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port on loopback");
        let port = listener.local_addr().expect("an address").port();
        let http = Arc::new(Http::from_listener(listener, None).expect("a shop"));
        let shop = Self {
            http,
            pages: Arc::default(),
            held: Arc::default(),
            seen: Arc::default(),
            // Not the edge's host: the two are different sites, as shop and edge are.
            origin: format!("http://127.0.0.1:{port}"),
        };
        // As many as a browser makes connections to one host, and one for what is held.
        for _ in 0..7 {
            let (http, pages, held) = (Arc::clone(&shop.http), Arc::clone(&shop.pages), Arc::clone(&shop.held));
            let seen = Arc::clone(&shop.seen);
            thread::spawn(move || {
                while let Ok(request) = http.recv() {
                    seen.lock().unwrap().push(request.url().to_owned());
                    answer(request, &pages, &held);
                }
            });
        }
        shop
    }

    /// Puts up a page with the usual frame around `body`. Returns its address.
    pub fn page(&self, path: &str, body: &str) -> String {
        self.page_with(path, body, &[])
    }

    /// The same with headers.
    pub fn page_with(&self, path: &str, body: &str, headers: &[(&str, &str)]) -> String {
        let html = format!(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width\"><title>Shop</title>\
             <link rel=\"icon\" href=\"data:,\"></head><body>{body}</body></html>"
        );
        self.file(path, "text/html; charset=utf-8", html, headers)
    }

    /// Puts up any text, as it is. Returns its address.
    pub fn file(&self, path: &str, content_type: &str, text: String, headers: &[(&str, &str)]) -> String {
        let of_type = ("Content-Type", content_type);
        let headers = headers.iter().chain([&of_type]);
        let headers = headers.map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        self.pages.lock().unwrap().insert(path.to_owned(), Page { text, headers });
        format!("{}{path}", self.origin)
    }

    /// Whether this path was asked for, the query included.
    pub fn was_asked(&self, path: &str) -> bool {
        self.seen.lock().unwrap().iter().any(|seen| seen == path)
    }

    /// Answers what was held back, now and from now on.
    pub fn release(&self) {
        *self.held.0.lock().unwrap() = true;
        self.held.1.notify_all();
    }
}

impl Drop for Shop {
    fn drop(&mut self) {
        self.release();
        self.http.unblock();
    }
}

fn answer(request: Request, pages: &Mutex<HashMap<String, Page>>, held: &(Mutex<bool>, Condvar)) {
    let path = request.url().split('?').next().unwrap_or_default().to_owned();
    let page = pages.lock().unwrap().get(&path).cloned();
    let header = |name: &str, value: &str| Header::from_bytes(name, value).expect("an ASCII header");
    let response = match page {
        _ if path == HELD => {
            let mut released = held.0.lock().unwrap();
            while !*released {
                released = held.1.wait(released).unwrap();
            }
            Response::from_string("").with_status_code(204)
        }
        None => Response::from_string("not found").with_status_code(404),
        Some(page) => {
            // Without the type that `from_string` gives.
            let mut response = Response::from_data(page.text);
            for (name, value) in &page.headers {
                response.add_header(header(name, value));
            }
            response
        }
    };
    // A browser that went away meanwhile needs no answer.
    let _ = request.respond(response);
}
