//! What needs a server to itself: its files are counted, its log is read, its limits are reached.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a panic is how a test fails")]

mod backup;
mod checking;
mod epochs;
mod files;
mod full;
mod heads;
mod limits;
mod logs;
mod readme;
mod restart;
mod retention;
mod traps;
mod webhooks;
mod witness;
