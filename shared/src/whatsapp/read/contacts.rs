//! The people whom a change is about, who show which number and which user id are one person's.

use std::collections::BTreeSet;

use serde_json::Value;

use super::member;
use crate::phone::E164;
use crate::whatsapp::alias::match_key;
use crate::whatsapp::handles::Handles;
use crate::whatsapp::user_id::UserId;

/// The contacts of one change. What is looked up in them does not depend on their order.
pub(super) struct Contacts {
    people: BTreeSet<Handles>,
    /// Whether every contact could be read, so that one who is alone here is alone there.
    all: bool,
}

impl Contacts {
    pub(super) fn read(value: &Value) -> Self {
        let contacts = member::items(value, "contacts").ok();
        let all = contacts.is_some();
        let mut read = Self { people: BTreeSet::new(), all };
        for contact in contacts.unwrap_or_default() {
            let phone = member::phone(contact, "wa_id");
            let person = Handles::new(phone, member::user_id(contact, ["user_id", "parent_user_id"]));
            read.all &= person.is_some();
            read.people.extend(person);
        }
        read
    }

    /// What an item says of its person, and what a contact adds to it. An item that names nobody is of the one contact, if
    /// there is but one; contacts that say different things add nothing.
    pub(super) fn complete(&self, own: Option<Handles>) -> Option<Handles> {
        let Some(own) = own else {
            return self.people.first().filter(|_| self.all && self.people.len() == 1).cloned();
        };
        let (phone, user_id) = match (own.phone(), own.user_id()) {
            (Some(phone), None) => (Some(phone.clone()), self.user_id_of(phone)),
            (None, Some(user_id)) => (self.phone_of(user_id), Some(user_id.clone())),
            _ => return Some(own),
        };
        Handles::new(phone, user_id)
    }

    /// The one user id beside this number. `from` and `wa_id` may spell one number in two ways.
    fn user_id_of(&self, phone: &E164) -> Option<UserId> {
        let key = match_key(phone);
        let same = |person: &&Handles| person.phone().is_some_and(|phone| match_key(phone) == key);
        only(self.people.iter().filter(same).filter_map(Handles::user_id))
    }

    /// The one number beside this user id.
    fn phone_of(&self, user_id: &UserId) -> Option<E164> {
        let same = |person: &&Handles| person.user_id() == Some(user_id);
        only(self.people.iter().filter(same).filter_map(Handles::phone))
    }
}

/// The one value that all of these are.
fn only<'a, T: Clone + PartialEq + 'a>(mut values: impl Iterator<Item = &'a T>) -> Option<T> {
    let first = values.next()?;
    values.all(|value| value == first).then(|| first.clone())
}
