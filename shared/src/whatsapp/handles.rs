//! By what WhatsApp names a person.

use super::user_id::UserId;
use crate::phone::E164;

/// A number, a business-scoped user id, or both; never neither.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Handles {
    phone: Option<E164>,
    user_id: Option<UserId>,
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
