//! What WhatsApp tells a business about the people who write to it.

pub mod alias;
pub mod code;
pub mod draft;
mod folded;
pub mod handles;
pub mod handshake;
pub mod quick_reply;
pub mod read;
pub mod said;
pub mod signal;
pub mod signature;
mod stop;
pub mod user_id;
