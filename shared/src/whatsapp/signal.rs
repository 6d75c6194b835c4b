//! What one person did in WhatsApp, as far as it matters here.
//!
//! Signals cross from the Worker that reads a delivery to the ledger that it is for, as JSON.

use core::fmt;

use serde::{Deserialize, Serialize};

use super::handles::Handles;
use super::quick_reply::{Tap, tap};
use super::said::{Said, said};
use super::user_id::UserId;
use crate::canonical;
use crate::time::Timestamp;

/// One thing that one person did.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Signal {
    /// Who: for a change of number or user id, as they were named before it.
    pub handles: Handles,
    /// When, in whole seconds since 1970, as WhatsApp says: [`no_at`] and [`yes_at`] tell what moment that is.
    pub at: i64,
    /// By what a second copy is known.
    pub id: SignalId,
    /// What.
    pub act: Act,
}

impl Signal {
    /// Whether nothing follows from it: it says nothing of the kind that is heard here, and does not show a number and a user id
    /// together. Most messages to a business are so, and leave no trace.
    pub fn says_nothing(&self) -> bool {
        let links = self.handles.phone().is_some() && self.handles.user_id().is_some();
        !self.says_something() && !links
    }

    /// Whether somebody did something that is heard here, beside being shown.
    pub fn says_something(&self) -> bool {
        match &self.act {
            Act::Text(text) => said(text.as_str()) != Said::Nothing,
            Act::Reply { payload, label } => tap(payload, label.as_deref()) != Tap::Nothing,
            Act::Other => false,
            Act::Stop { .. } | Act::Resume | Act::ChangedNumber { .. } | Act::ChangedUserId { .. } => true,
        }
    }
}

/// What a person did.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// They wrote, under a picture too, or tapped a button that says for them what is written on it.
    Text(Text),
    /// They tapped a button or a line of a list, which the business had given this payload.
    Reply {
        /// The business's own word for what was tapped.
        payload: String,
        /// What was written on it, as far as it is told.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        label: Option<String>,
    },
    /// They stopped marketing from this business.
    Stop {
        /// How WhatsApp told it.
        from: StopFrom,
    },
    /// They lifted that stop, which is no consent.
    Resume,
    /// They go by another number.
    ChangedNumber {
        /// The number from now on, and the user id that came with it where one is told.
        to: Handles,
    },
    /// They go by another business-scoped user id.
    ChangedUserId {
        /// The one until now.
        from: UserId,
        /// The one from now on.
        to: UserId,
    },
    /// Something that says nothing here. It still shows which number and user id belong together.
    Other,
}

/// How WhatsApp told that somebody stopped marketing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StopFrom {
    /// By the field `user_preferences`.
    Preference,
    /// By its older shape, a system message.
    SystemMessage,
    /// By the error of a message that was not delivered for it.
    SendError,
}

/// The text of a message, of at most [`Text::MAX_CHARS`] characters. Debug tells none of it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub struct Text(String);

/// A text that is too long for a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("longer than {} characters", Text::MAX_CHARS)]
pub struct TooLong;

impl Text {
    /// The longest message that WhatsApp lets anybody write.
    pub const MAX_CHARS: usize = 4096;

    /// The text as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Text {
    type Error = TooLong;

    fn try_from(text: String) -> Result<Self, TooLong> {
        if text.chars().nth(Self::MAX_CHARS).is_none() { Ok(Self(text)) } else { Err(TooLong) }
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Text(•••)")
    }
}

/// By what two copies of a signal are known to be one. Debug tells none of it, since a number may be in it; a message's id
/// has one in it too, encoded.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SignalId {
    /// The id of the message that the person sent, or that WhatsApp sent in their name.
    Message(String),
    /// What it says, in canonical JSON: for what comes without an id of its own.
    Content(String),
}

impl SignalId {
    /// The id of what has none of its own: its kind, the account, the person, the field, its value and the second.
    pub(super) fn of_content(kind: &str, waba: &str, person: &Handles, field: &str, value: &str, at: i64) -> Self {
        Self::Content(canonical::to_string(&(kind, waba, person, field, value, at)))
    }

    /// The message's id, where there is a message.
    pub fn message(&self) -> Option<&str> {
        match self {
            Self::Message(id) => Some(id),
            Self::Content(_) => None,
        }
    }

    /// One text for each id, and for each its own: what a ledger hashes, with a key, and keeps.
    pub fn text(&self) -> String {
        match self {
            // No content is an array of two, so no message passes for one.
            Self::Message(id) => canonical::to_string(&("message", id)),
            Self::Content(content) => content.clone(),
        }
    }
}

impl fmt::Debug for SignalId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Message(_) => "Message(•••)",
            Self::Content(_) => "Content(•••)",
        })
    }
}

/// When a no of this second counts: at its end, so that it outlives whatever else was said within it.
pub fn no_at(seconds: i64) -> Timestamp {
    Timestamp::from_millis(seconds.saturating_mul(1_000).saturating_add(999))
}

/// When a yes of this second counts: at its start.
pub fn yes_at(seconds: i64) -> Timestamp {
    Timestamp::from_millis(seconds.saturating_mul(1_000))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn small_talk_says_nothing_unless_it_shows_who_is_who() {
        let of = |user_id: Option<&str>, act: Act| {
            let user_id = user_id.map(|id| id.parse().unwrap());
            let handles = Handles::new("+4520123456".parse().ok(), user_id).unwrap();
            Signal { handles, at: 2, id: SignalId::Message("wamid.1".to_owned()), act }
        };
        let text = |text: &str| Act::Text(Text::try_from(text.to_owned()).unwrap());
        let reply = |payload: &str| Act::Reply { payload: payload.to_owned(), label: None };
        for act in [text("hello, is it in stock?"), reply("more"), Act::Other] {
            assert!(of(None, act.clone()).says_nothing(), "{act:?}");
            assert!(!of(Some("DK.1"), act).says_nothing(), "both names");
        }
        for act in [text("STOP"), text("the bus stop"), reply("optout:all"), Act::Resume] {
            assert!(!of(None, act.clone()).says_nothing(), "{act:?}");
        }
    }

    #[test]
    fn within_one_second_a_no_comes_after_a_yes() {
        assert_eq!(no_at(1_749_416_383).to_string(), "2025-06-08T20:59:43.999Z");
        assert_eq!(yes_at(1_749_416_383).to_string(), "2025-06-08T20:59:43.000Z");
        assert!(no_at(1_749_416_383) < yes_at(1_749_416_384));
    }

    #[test]
    fn debug_shows_no_text_no_number_and_no_message_id() {
        let handles = Handles::new("+4520123456".parse().ok(), None).unwrap();
        let id = SignalId::of_content("user_preferences", "1", &handles, "marketing_messages", "stop", 2);
        let text = Text::try_from("my secret".to_owned()).unwrap();
        let signals = [
            Signal { handles: handles.clone(), at: 2, id, act: Act::Resume },
            Signal { handles, at: 2, id: SignalId::Message("wamid.HBgK".to_owned()), act: Act::Text(text) },
        ];
        let shown = format!("{signals:?}");
        for hidden in ["20123456", "secret", "HBgK"] {
            assert!(!shown.contains(hidden), "{shown}");
        }
    }

    #[test]
    fn the_stored_form_is_unchanged() {
        let handles = Handles::new("+4520123456".parse().ok(), "DK.1".parse().ok()).unwrap();
        let id = SignalId::of_content("user_preferences", "1", &handles, "marketing_messages", "stop", 2);
        let printed =
            r#"["user_preferences","1",{"phone":"+4520123456","user_id":"DK.1"},"marketing_messages","stop",2]"#;
        assert_eq!(id.text(), printed);
        assert_eq!(SignalId::Message("wamid.1".to_owned()).text(), r#"["message","wamid.1"]"#);
        let signal = Signal { handles, at: 2, id, act: Act::Stop { from: StopFrom::Preference } };
        let value = serde_json::to_value(&signal).unwrap();
        assert_eq!(
            value,
            serde_json::json!({
                "handles": {"phone": "+4520123456", "user_id": "DK.1"},
                "at": 2,
                "id": {"content": printed},
                "act": {"stop": {"from": "preference"}},
            })
        );
        assert_eq!(serde_json::from_value::<Signal>(value).unwrap(), signal);
    }

    #[test]
    fn a_text_is_bounded_in_characters_wherever_it_comes_from() {
        let longest = "é".repeat(Text::MAX_CHARS);
        assert_eq!(Text::try_from(longest.clone()).unwrap().as_str(), longest);
        assert_eq!(Text::try_from(format!("{longest}é")), Err(TooLong));
        assert!(serde_json::from_value::<Text>(format!("{longest}é").into()).is_err());
    }

    proptest! {
        #[test]
        fn no_message_id_has_the_text_of_another_id(one in any::<String>(), other in any::<String>(), at in 0..9_i64) {
            let handles = Handles::new(None, "DK.1".parse().ok()).unwrap();
            let content = SignalId::of_content(&one, &other, &handles, &one, &other, at);
            let message = SignalId::Message(one.clone());
            prop_assert_ne!(message.text(), content.text());
            prop_assert_eq!(message.text() == SignalId::Message(other.clone()).text(), one == other);
            prop_assert_ne!(SignalId::Message(content.text()).text(), content.text());
        }
    }
}
