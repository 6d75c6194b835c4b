//! The consent ledger of one business: the engine, what it asks of a store, its SQL and its migrations.
//!
//! Nothing here knows the platform: the edge wraps the engine in a Durable Object, tests in this machine's SQLite.
//! Every write goes through [`Engine`]: a batch of commands in one transaction, one answer each.

pub mod access;
pub mod batch;
pub mod bundle;
pub mod csv;
pub mod directory;
pub mod engine;
pub mod epoch;
pub mod erase;
pub mod export;
pub mod heads;
pub mod import;
pub mod jobs;
pub mod keys;
pub mod log;
mod migrations;
#[cfg(feature = "native")]
pub mod native;
pub mod proven;
pub mod read;
mod retention;
pub mod sending;
pub mod setup;
pub mod shown;
mod sql;
pub mod statistics;
pub mod store;
pub mod told;
pub mod webhooks;
pub mod whatsapp;
pub mod witness;

pub use engine::{Engine, Secrets};
pub use sql::business::SealedKey;
pub use sql::events::{Entry, Head};
