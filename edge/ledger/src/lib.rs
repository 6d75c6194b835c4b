//! The consent ledger of one business: the engine, what it asks of a store, its SQL and its migrations.
//!
//! Nothing here knows the platform: the edge wraps the engine in a Durable Object, tests in this machine's SQLite.
//! Every write goes through [`Engine`]: a batch of commands in one transaction, one answer each.

pub mod batch;
pub mod bundle;
pub mod directory;
pub mod engine;
pub mod erase;
pub mod export;
pub mod heads;
pub mod keys;
pub mod jobs;
pub mod log;
mod migrations;
#[cfg(feature = "native")]
pub mod native;
pub mod proven;
pub mod read;
pub mod setup;
mod sql;
pub mod store;

pub use engine::{Engine, Secrets};
pub use sql::business::SealedKey;
pub use sql::events::{Entry, Head};
