//! Which kinds of events an endpoint is told of.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::event::Kind;

/// Some of the kinds that are about people, each once, in their own order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kinds(Vec<Kind>);

/// A list that is none of kinds about people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a list of one or more of {}", Kinds::WORDS)]
pub struct NotKinds;

impl Kinds {
    /// Every kind that is about people: what is told where nobody chose.
    pub const ABOUT_PEOPLE: [Kind; 10] = [
        Kind::OptedIn,
        Kind::OptedOut,
        Kind::ChoicesChanged,
        Kind::Imported,
        Kind::Confirmed,
        Kind::MarketingStopped,
        Kind::MarketingResumed,
        Kind::IdentityChanged,
        Kind::Expired,
        Kind::Erased,
    ];

    /// Their words, as a sentence lists them.
    const WORDS: &'static str = "opted_in, opted_out, choices_changed, imported, confirmed, marketing_stopped, \
                                 marketing_resumed, identity_changed, expired and erased";

    /// Reads words; one that names no kind about people is a fault, since it is most likely misspelt.
    pub fn read<T: AsRef<str>>(words: &[T]) -> Result<Self, NotKinds> {
        let kind = |word: &T| Self::ABOUT_PEOPLE.into_iter().find(|kind| kind.word() == word.as_ref());
        let named = words.iter().map(kind).collect::<Option<Vec<_>>>().ok_or(NotKinds)?;
        let kinds: Vec<Kind> = Self::ABOUT_PEOPLE.into_iter().filter(|kind| named.contains(kind)).collect();
        if kinds.is_empty() { Err(NotKinds) } else { Ok(Self(kinds)) }
    }

    /// The kinds.
    pub fn as_slice(&self) -> &[Kind] {
        &self.0
    }
}

impl Serialize for Kinds {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Kinds {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let words = Vec::<String>::deserialize(deserializer)?;
        Self::read(&words).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
    use super::*;
    use proptest::prelude::*;

    /// Whether a business is told of a kind. A new kind does not compile until somebody has said.
    fn is_about_people(kind: Kind) -> bool {
        match kind {
            Kind::OptedIn
            | Kind::OptedOut
            | Kind::ChoicesChanged
            | Kind::Imported
            | Kind::Confirmed
            | Kind::MarketingStopped
            | Kind::MarketingResumed
            | Kind::IdentityChanged
            | Kind::Expired
            | Kind::Erased => true,
            Kind::NoticePublished | Kind::SettingsChanged | Kind::EpochOpened => false,
        }
    }

    #[test]
    fn what_a_business_does_to_itself_is_not_among_what_it_is_told() {
        assert!(Kinds::ABOUT_PEOPLE.into_iter().all(is_about_people));
        for kind in [Kind::NoticePublished, Kind::SettingsChanged, Kind::EpochOpened] {
            assert_eq!(Kinds::read(&[kind.word()]), Err(NotKinds));
        }
    }

    #[test]
    fn the_rule_names_every_word() {
        let words = Kinds::ABOUT_PEOPLE.map(Kind::word);
        assert_eq!(Kinds::WORDS.replace(" and ", ", ").split(", ").collect::<Vec<_>>(), words);
    }

    #[test]
    fn a_list_is_kept_in_one_order_and_each_kind_once() {
        let kinds = Kinds::read(&["erased", "opted_in", "erased"]).unwrap();
        assert_eq!(serde_json::to_string(&kinds).unwrap(), r#"["opted_in","erased"]"#);
        assert_eq!(Kinds::read::<&str>(&[]), Err(NotKinds));
        assert_eq!(Kinds::read(&["opted_in", "opted-out"]), Err(NotKinds));
    }

    proptest! {
        #[test]
        fn what_is_read_reads_back(
            words in proptest::collection::vec(
                prop_oneof![
                    9 => proptest::sample::select(Kinds::ABOUT_PEOPLE.map(Kind::word).to_vec()).prop_map(str::to_owned),
                    1 => "[a-z_]{0,12}"
                ],
                0..9,
            )
        ) {
            if let Ok(kinds) = Kinds::read(&words) {
                let text = serde_json::to_string(&kinds).unwrap();
                prop_assert_eq!(serde_json::from_str::<Kinds>(&text).unwrap(), kinds);
            }
        }
    }
}
