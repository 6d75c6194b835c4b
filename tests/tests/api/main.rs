//! What the edge answers over HTTP: one server for all of it, and a business of its own for each test.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a panic is how a test fails")]

mod assets;
mod choices;
mod consents;
mod cors;
mod decisions;
mod embed;
mod encodings;
mod erasures;
mod export;
mod export_jsonld;
mod export_mapped;
mod export_proven;
mod feed;
mod form_posts;
mod hosted;
mod idempotency;
mod imports;
mod keys;
mod languages;
mod log;
mod lookups;
mod notices;
mod openapi;
mod operator;
mod pages;
mod phone;
mod receipts;
mod refusals;
mod scanner;
mod settings;
mod statistics;
mod stop_everything;
mod strangers;
mod tokens;
mod verifications;
mod webhooks;
mod whatsapp;
mod widget_js;

use std::sync::OnceLock;

use jatak_tests::Server;

/// The one server of these tests. Their pace is no shopper's, so its limits are off; `alone` tests those.
fn server() -> &'static Server {
    static SERVER: OnceLock<Server> = OnceLock::new();
    SERVER.get_or_init(|| Server::start(&["--no-limits"]))
}
