//! What a shopper meets: the real widget and the real pages in a real Chromium.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a panic is how a test fails")]

mod access;
mod choices;
mod element;
mod errors;
mod export;
mod frameworks;
mod guard;
mod handover;
mod isolation;
mod keyboard;
mod outages;
mod placement;
mod policies;
mod restore;
mod scriptless;
mod shop;
mod surroundings;
mod verifying;

use std::sync::OnceLock;

use jatak_tests::shop::Shop;
use jatak_tests::{Business, Server};
use serde_json::json;

/// The one server of these tests; its limits are off, since all browsers here are one source.
fn server() -> &'static Server {
    static SERVER: OnceLock<Server> = OnceLock::new();
    SERVER.get_or_init(|| Server::start(&["--no-limits"]))
}

/// A business that lists a shop.
fn business_of(shop: &Shop) -> Business<'static> {
    server().business_with(|settings| settings["origins"] = json!([shop.origin]))
}

/// How many submissions a business has recorded.
fn submissions(business: &Business<'_>) -> usize {
    business.events().iter().filter(|event| event["kind"] == "opted_in").count()
}
