//! What a business does with its keys: its settings, the people it asks about, and the keys themselves.

mod keys;
mod people;
mod settings;

pub use keys::{add_key, keys, revoke_key};
pub use people::{link, lookup, opt_out};
pub(super) use settings::SETTINGS_LIMIT;
pub use settings::{put_settings, settings};
