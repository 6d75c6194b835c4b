//! By what WhatsApp names a person.

use serde::{Deserialize, Serialize};

use super::user_id::UserId;
use crate::phone::E164;

/// A number, a business-scoped user id, or both; never neither.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "Parts")]
pub struct Handles {
    #[serde(skip_serializing_if = "Option::is_none")]
    phone: Option<E164>,
    #[serde(skip_serializing_if = "Option::is_none")]
    user_id: Option<UserId>,
}

/// Handles as they are written, before it is sure that there is one.
#[derive(Deserialize)]
struct Parts {
    phone: Option<E164>,
    user_id: Option<UserId>,
}

/// Written handles that name nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("neither a number nor a user id")]
pub struct Nobody;

impl TryFrom<Parts> for Handles {
    type Error = Nobody;

    fn try_from(parts: Parts) -> Result<Self, Nobody> {
        Self::new(parts.phone, parts.user_id).ok_or(Nobody)
    }
}

impl Handles {
    /// Both as far as they are known; `None` when neither is.
    pub fn new(phone: Option<E164>, user_id: Option<UserId>) -> Option<Self> {
        (phone.is_some() || user_id.is_some()).then_some(Self { phone, user_id })
    }

    /// The number, where WhatsApp showed one.
    pub fn phone(&self) -> Option<&E164> {
        self.phone.as_ref()
    }

    /// The business-scoped user id, where WhatsApp showed one.
    pub fn user_id(&self) -> Option<&UserId> {
        self.user_id.as_ref()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
    use super::*;

    #[test]
    fn handles_read_as_they_are_written_and_never_name_nobody() {
        for text in
            [r#"{"phone":"+4520123456"}"#, r#"{"user_id":"DK.1"}"#, r#"{"phone":"+4520123456","user_id":"DK.1"}"#]
        {
            assert_eq!(serde_json::to_string(&serde_json::from_str::<Handles>(text).unwrap()).unwrap(), text);
        }
        assert!(serde_json::from_str::<Handles>("{}").is_err());
    }
}
