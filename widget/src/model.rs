//! What the form says and asks: one notice, put before a reader in one place.

use crate::state::{Button, ErrorCode};

#[cfg(feature = "ssr")]
mod notice;
#[cfg(feature = "ssr")]
mod printed;

#[cfg(feature = "ssr")]
pub use notice::{FromWhatsapp, Placement};
#[cfg(feature = "ssr")]
pub use printed::{Fields, Offer, Printed};

/// Everything that the form's view needs.
///
/// What only stands in the page is there on the edge alone: nothing in the browser touches it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormModel {
    /// What is offered, in order.
    pub choices: Vec<Choice>,
    /// The texts that come and go.
    pub labels: Labels,
    /// The texts that stay.
    #[cfg(feature = "ssr")]
    pub printed: Printed,
    /// What the form sends, and where.
    #[cfg(feature = "ssr")]
    pub fields: Fields,
}

/// One box.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// The category.
    pub id: String,
    /// What kind of message.
    #[cfg(feature = "ssr")]
    pub title: String,
    /// What it is good for.
    #[cfg(feature = "ssr")]
    pub value: String,
    /// How often at most.
    #[cfg(feature = "ssr")]
    pub frequency: String,
}

/// The texts that come and go.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Labels {
    /// On the button.
    pub submit: String,
    /// On the button while the answer is awaited.
    pub sending: String,
    /// On the button after a failure that may pass.
    pub retry: String,
    /// What is said for each code, in the order of [`ErrorCode::ALL`].
    pub errors: [String; ErrorCode::ALL.len()],
}

impl Labels {
    /// What is said for `code`; nothing for no code.
    pub fn error(&self, code: Option<ErrorCode>) -> &str {
        let text = code.and_then(|code| self.errors.get(code as usize));
        text.map_or("", String::as_str)
    }

    /// What the button says.
    pub fn button(&self, button: Button) -> &str {
        match button {
            Button::Submit => &self.submit,
            Button::Sending => &self.sending,
            Button::Retry => &self.retry,
        }
    }
}
