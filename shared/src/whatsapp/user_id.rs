//! WhatsApp's business-scoped user ids: who a person is to one business, whatever number they have.

use core::fmt;
use core::str::FromStr;

use crate::country::Country;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A business-scoped user id: a country in two capitals, a point, and 1 to 128 ASCII letters and digits; in the form that
/// a parent account sees, `ENT.` stands after the country's point.
///
/// Display and serde print it in full. Debug shows the country alone, since the rest names a person.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UserId(String);

/// A text that is no business-scoped user id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a business-scoped user id: two capitals, a point, then 1 to 128 letters and digits")]
pub struct NotAUserId;

impl UserId {
    /// The most characters after the prefix, as Meta documents it.
    pub const MAX_LEN: usize = 128;

    /// The country that it begins with, where it is one.
    pub fn country(&self) -> Option<Country> {
        self.0.split('.').next()?.parse().ok()
    }

    /// The id as a page may show it: its country, and nothing of what names a person.
    pub fn masked(&self) -> String {
        format!("{}.•••", self.0.split('.').next().unwrap_or_default())
    }
}

impl FromStr for UserId {
    type Err = NotAUserId;

    fn from_str(text: &str) -> Result<Self, NotAUserId> {
        let (country, rest) = text.split_once('.').ok_or(NotAUserId)?;
        let id = rest.strip_prefix("ENT.").unwrap_or(rest);
        let fits = country.len() == 2
            && country.bytes().all(|byte| byte.is_ascii_uppercase())
            && (1..=Self::MAX_LEN).contains(&id.len())
            && id.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if fits { Ok(Self(text.to_owned())) } else { Err(NotAUserId) }
    }
}

impl fmt::Display for UserId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for UserId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.masked())
    }
}

impl Serialize for UserId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for UserId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::parsed::from_text(deserializer)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn other_texts_are_refused() {
        let long = format!("US.{}", "1".repeat(UserId::MAX_LEN + 1));
        for text in ["", "US", "US.", "us.1", "USA.1", "US.ENT.", "US.a.b", "US.a b", "US.é", "16505551234", &long] {
            assert_eq!(text.parse::<UserId>(), Err(NotAUserId), "{text}");
        }
    }

    proptest! {
        #[test]
        fn an_id_prints_as_it_was_read_and_debug_tells_the_country_alone(
            text in r"[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}"
        ) {
            let id: UserId = text.parse().unwrap();
            prop_assert_eq!(id.to_string(), text.as_str());
            prop_assert_eq!(serde_json::from_str::<UserId>(&serde_json::to_string(&id).unwrap()).unwrap(), id.clone());
            prop_assert_eq!(format!("{id:?}"), format!("{}.•••", &text[..2]));
        }
    }
}
