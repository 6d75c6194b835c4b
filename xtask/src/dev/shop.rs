//! The demo shop: `index.html`, as another site would serve it.

use std::fs;
use std::net::TcpListener;
use std::sync::Arc;
use std::thread;

use anyhow::{Result, anyhow};
use jatak_shared::policy;
use tiny_http::{Header, Request, Response, Server};

use crate::paths;

/// The edge's address as `index.html` has it, the default of `dev`; replaced by the actual one.
const WRITTEN: &str = "http://localhost:8787";

/// As many requests at once as a browser makes to one host.
const THREADS: usize = 6;

/// The same page under another Content-Security-Policy.
pub(crate) struct Variant {
    pub(crate) path: &'static str,
    /// The policy for an edge at this address; none at all where it is empty.
    policy: fn(&str) -> String,
}

/// What the page itself needs, whatever it says of scripts.
const OWN: &str = "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'";

/// Shops as they are found: without a policy, with the one that the embed page prints, with one that refuses
/// WebAssembly, and with one that lets a page fetch nothing.
pub(crate) const VARIANTS: [Variant; 4] = [
    Variant { path: "/", policy: |_| String::new() },
    Variant {
        path: "/csp",
        policy: |edge| {
            // The page has styles of its own, in its markup.
            let ours = policy::line(edge).replace("style-src", "style-src 'unsafe-inline'");
            format!("default-src 'none'; img-src 'self' data:; {ours}; require-trusted-types-for 'script'")
        },
    },
    Variant {
        path: "/strict",
        policy: |edge| {
            format!(
                "{OWN}; script-src {edge}; connect-src {edge}; form-action 'self' {edge}; \
                 require-trusted-types-for 'script'; trusted-types jatak"
            )
        },
    },
    Variant {
        path: "/no-fetch",
        policy: |edge| {
            format!("{OWN}; script-src {edge} 'wasm-unsafe-eval'; connect-src 'none'; form-action 'self' {edge}")
        },
    },
];

/// Serves the shop from threads of this process, until it ends.
pub(crate) fn serve(listener: TcpListener, edge: &str) -> Result<()> {
    let server = Server::from_listener(listener, None).map_err(|error| anyhow!("the demo shop: {error}"))?;
    let server = Arc::new(server);
    for _ in 0..THREADS {
        let (server, edge) = (Arc::clone(&server), edge.to_owned());
        thread::spawn(move || {
            for request in server.incoming_requests() {
                answer(request, &edge);
            }
        });
    }
    Ok(())
}

fn answer(request: Request, edge: &str) {
    let path = request.url().split('?').next().unwrap_or_default();
    let path = if path == "/index.html" { "/" } else { path };
    let page = VARIANTS.iter().find(|variant| variant.path == path);
    // Read anew each time, so that a reload shows an edit.
    let response = match (page, fs::read_to_string(paths::at("index.html"))) {
        (None, _) => Response::from_string("not found\n").with_status_code(404),
        (Some(_), Err(error)) => Response::from_string(format!("index.html: {error}\n")).with_status_code(500),
        (Some(variant), Ok(html)) => {
            let mut response = Response::from_string(html.replace(WRITTEN, edge));
            response.add_header(header("Content-Type", "text/html; charset=utf-8"));
            let policy = (variant.policy)(edge);
            if !policy.is_empty() {
                response.add_header(header("Content-Security-Policy", &policy));
            }
            response
        }
    };
    // A browser that went away meanwhile needs no answer.
    let _ = request.respond(response.with_header(header("Cache-Control", "no-cache")));
}

#[expect(clippy::expect_used, reason = "every name and value given here is ASCII")]
fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("an ASCII header")
}
