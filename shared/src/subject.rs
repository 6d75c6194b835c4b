//! The subject: the person a business knows, by a number or by the name that WhatsApp gives them for this business.

use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::id::SubjectId;
use crate::phone::E164;
use crate::sending::Whereabouts;
use crate::whatsapp::user_id::UserId;

/// By what a person is known and named.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Handle {
    /// Their number.
    Phone(E164),
    /// Their business-scoped user id, of somebody whose number WhatsApp does not show.
    UserId(UserId),
}

/// A text that is neither a number nor a user id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("neither an E.164 number nor a business-scoped user id")]
pub struct NotAHandle;

impl Handle {
    /// The number, where it is one.
    pub fn phone(&self) -> Option<&E164> {
        match self {
            Self::Phone(phone) => Some(phone),
            Self::UserId(_) => None,
        }
    }

    /// The user id, where it is one.
    pub fn user_id(&self) -> Option<&UserId> {
        match self {
            Self::Phone(_) => None,
            Self::UserId(user_id) => Some(user_id),
        }
    }

    /// As a page may show it: a number by its calling code and last two digits, a user id by its country.
    pub fn masked(&self) -> String {
        match self {
            Self::Phone(phone) => phone.masked(),
            Self::UserId(user_id) => user_id.masked(),
        }
    }

    /// Where its person may be.
    pub fn whereabouts(&self) -> Whereabouts {
        match self {
            Self::Phone(phone) => Whereabouts::of_number(phone),
            Self::UserId(user_id) => Whereabouts::of_user_id(user_id),
        }
    }
}

impl From<E164> for Handle {
    fn from(phone: E164) -> Self {
        Self::Phone(phone)
    }
}

impl From<UserId> for Handle {
    fn from(user_id: UserId) -> Self {
        Self::UserId(user_id)
    }
}

impl FromStr for Handle {
    type Err = NotAHandle;

    /// No text is both: a number begins with a plus, a user id with a letter.
    fn from_str(text: &str) -> Result<Self, NotAHandle> {
        let phone = text.parse().map(Self::Phone).ok();
        phone.or_else(|| text.parse().map(Self::UserId).ok()).ok_or(NotAHandle)
    }
}

impl fmt::Display for Handle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Phone(phone) => phone.fmt(f),
            Self::UserId(user_id) => user_id.fmt(f),
        }
    }
}

/// A person and how they are reached, as a private part tells it.
///
/// The handle stands beside the id because a receipt must prove to an outsider that *this number* said yes; it is
/// erased together with the private part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Parts")]
pub struct Subject {
    /// Random, and new after an erasure.
    pub id: SubjectId,
    /// What they were known by at the time of the act: their number, where it is known.
    #[serde(flatten)]
    pub handle: Handle,
}

/// A subject as it is written, before it is sure that it has one handle.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Parts {
    id: SubjectId,
    phone: Option<E164>,
    user_id: Option<UserId>,
}

/// A written subject that has no handle, or two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not one of a number and a user id")]
pub struct NotOneHandle;

impl TryFrom<Parts> for Subject {
    type Error = NotOneHandle;

    fn try_from(parts: Parts) -> Result<Self, NotOneHandle> {
        let handle = match (parts.phone, parts.user_id) {
            (Some(phone), None) => Handle::Phone(phone),
            (None, Some(user_id)) => Handle::UserId(user_id),
            _ => return Err(NotOneHandle),
        };
        Ok(Self { id: parts.id, handle })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
    use super::*;
    use crate::canonical;

    const ID: &str = "03030303-0303-4303-8303-030303030303";

    #[test]
    fn subject_format_unchanged() {
        for (handle, member) in [("+4520123456", "phone"), ("DK.ab1", "user_id")] {
            let subject = Subject { id: SubjectId::v4([3; 16]), handle: handle.parse().unwrap() };
            let text = canonical::to_string(&subject);
            assert_eq!(text, format!("{{\"id\":\"{ID}\",\"{member}\":\"{handle}\"}}"));
            assert_eq!(serde_json::from_str::<Subject>(&text).unwrap(), subject);
        }
    }

    #[test]
    fn a_subject_has_one_handle_and_nothing_else() {
        for text in [
            format!("{{\"id\":\"{ID}\"}}"),
            format!("{{\"id\":\"{ID}\",\"phone\":\"+4520123456\",\"user_id\":\"DK.1\"}}"),
            format!("{{\"id\":\"{ID}\",\"name\":\"x\",\"phone\":\"+4520123456\"}}"),
        ] {
            assert!(serde_json::from_str::<Subject>(&text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_handle_is_read_from_its_text_and_shown_masked() {
        let handles: Vec<Handle> = ["+4520123456", "DK.ab1"].iter().map(|text| text.parse().unwrap()).collect();
        assert_eq!(handles[0].to_string(), "+4520123456");
        assert_eq!(handles.iter().map(Handle::masked).collect::<Vec<_>>(), ["+45 •• •• •• 56", "DK.•••"]);
        assert_eq!("4520123456".parse::<Handle>(), Err(NotAHandle));
    }
}
