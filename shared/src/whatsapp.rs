//! What WhatsApp tells a business about the people who write to it.

pub mod alias;
pub mod handles;
pub mod handshake;
pub mod read;
pub mod signal;
pub mod signature;
pub mod user_id;
