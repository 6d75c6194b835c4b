//! What WhatsApp tells a business about the people who write to it.

pub mod alias;
pub mod handles;
pub mod handshake;
pub mod signature;
pub mod user_id;
