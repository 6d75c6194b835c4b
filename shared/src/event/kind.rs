//! The kinds of events.

use serde::{Deserialize, Serialize};

use crate::state::State;

/// What kind of thing happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A submission asked for one or more categories.
    OptedIn,
    /// One or more categories, or everything, was withdrawn.
    OptedOut,
    /// The choices page was saved: some given, some withdrawn.
    ChoicesChanged,
    /// A consent given elsewhere was brought along by the business.
    Imported,
    /// A submission was confirmed by a message from the number itself.
    Confirmed,
    /// Marketing from this business was stopped in WhatsApp's own settings, or WhatsApp says that it was.
    MarketingStopped,
    /// It was allowed again there, which is no consent.
    MarketingResumed,
    /// WhatsApp says that the person goes by another number or user id now.
    IdentityChanged,
    /// A yes waited for its confirmation as long as the business lets it, and counts as never said.
    Expired,
    /// A notice was published.
    NoticePublished,
    /// The business's settings changed.
    SettingsChanged,
    /// Private parts were erased; the leaf lists whose.
    Erased,
    /// The log began anew over a history put back from a backup; the leaf says what was given up.
    EpochOpened,
}

impl Kind {
    /// The word used on the wire and in exports.
    pub fn word(self) -> &'static str {
        match self {
            Self::OptedIn => "opted_in",
            Self::OptedOut => "opted_out",
            Self::ChoicesChanged => "choices_changed",
            Self::Imported => "imported",
            Self::Confirmed => "confirmed",
            Self::MarketingStopped => "marketing_stopped",
            Self::MarketingResumed => "marketing_resumed",
            Self::IdentityChanged => "identity_changed",
            Self::Expired => "expired",
            Self::NoticePublished => "notice_published",
            Self::SettingsChanged => "settings_changed",
            Self::Erased => "erased",
            Self::EpochOpened => "epoch_opened",
        }
    }

    /// Whether what was done to a category was a no. Acts of one kind only ever say one thing; a choices page says either,
    /// and is never late, so what it led to is what it said.
    pub(crate) fn says_no(self, led_to: State) -> bool {
        match self {
            Self::OptedOut | Self::MarketingStopped => true,
            Self::ChoicesChanged => led_to == State::Withdrawn,
            _ => false,
        }
    }
}

/// What WhatsApp's own settings say of marketing from one business.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MarketingSignal {
    /// The person stopped it.
    Stopped,
    /// The person allows it again.
    Resumed,
}
