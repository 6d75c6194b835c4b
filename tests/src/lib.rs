//! The harness of the black-box tests: it starts the real edge and the real Chromium, and speaks to both from outside.
//!
//! Nothing here knows how the edge is made. What it says of the wire is what the documentation says, and each shape
//! stands in one place, so that a test reads as a sentence.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::missing_panics_doc,
    clippy::return_self_not_must_use,
    reason = "this is a test harness: a panic is how a test fails, and each says what was expected"
)]

pub mod axe;
pub mod browser;
pub mod bundle;
pub mod business;
pub mod client;
pub mod cut;
pub mod driver;
pub mod front;
pub mod line;
pub mod meta;
pub mod page;
pub mod picture;
pub mod place;
pub mod reflow;
pub mod server;
pub mod shop;
pub mod sight;
pub mod wait;
pub mod webhook;
pub mod widget;
pub mod witness;

pub use business::Business;
pub use client::Reply;
pub use server::Server;
