//! Businesses: their names on the wire, where they may be embedded, and everything they say about themselves.

mod fault;
mod log_access;
mod origin;
mod quiet_hours;
mod read;
mod retention;
mod settings;
mod slug;
mod web_url;
mod whatsapp;
mod witness;

mod category_settings;
mod reword;

#[cfg(test)]
mod tests;

pub use category_settings::{CategorySettings, CategoryTexts};
pub use fault::Fault;
pub use log_access::{LogAccess, NotAnAccess};
pub use origin::{NotAnOrigin, Origin};
pub use quiet_hours::QuietHours;
pub use retention::Retention;
pub use reword::Rewording;
pub use settings::{Purpose, Settings};
pub use slug::{NotASlug, RESERVED, Slug};
pub use web_url::{NotAUrl, WebUrl};
pub use whatsapp::{NotAVerification, Verification, Whatsapp};
pub use witness::Witness;

/// The longest texts of settings, in characters. A line of body text holds about 40 characters on a page 360 px
/// wide (328 px of content at 16 px, half an em a character); the numbers are lines of that.
pub mod limits {
    /// The name as displayed: two lines, since it stands inside sentences.
    pub const NAME: usize = 80;
    /// The legal name: four lines, as registers carry long ones.
    pub const LEGAL_NAME: usize = 160;
    /// The postal address: five lines.
    pub const ADDRESS: usize = 200;
    /// How to reach the business: an e-mail address has at most 254 characters (RFC 5321, 4.5.3.1.3: a path of 256
    /// with its angle brackets).
    pub const CONTACT: usize = 254;
    /// The URL of the privacy notice: 2,000 characters is what every browser and mail program opens.
    pub const URL: usize = 2_000;
    /// A category's title: two lines beside its box.
    pub const TITLE: usize = 80;
    /// A category's value to the shopper: five lines.
    pub const VALUE: usize = 200;
    /// A category's frequency: three lines.
    pub const FREQUENCY: usize = 120;
    /// The heading: two lines.
    pub const HEADING: usize = 80;
    /// The name of the group of boxes: three lines.
    pub const LEGEND: usize = 120;
    /// The button: one line.
    pub const SUBMIT: usize = 40;
    /// The heading after a yes: two lines.
    pub const SUCCESS_HEADING: usize = 80;
    /// The sentence under it: eight lines.
    pub const SUCCESS_TEXT: usize = 320;
    /// Categories: the nine presets, as many of the business's own, and two to spare. Twenty boxes of ten lines are
    /// already more than anyone reads, and 20 × 400 characters keep a notice below 100 KB in any script.
    pub const CATEGORIES: usize = 20;
    /// Origins: ten country shops with and without `www`.
    pub const ORIGINS: usize = 20;
    /// Witnesses: three of five is a majority that survives two that are down, and each costs a request a head.
    pub const WITNESSES: usize = 5;
}
