//! The decision: every rule that may stand against a message, in the order in which they are told.

use serde::{Deserialize, Serialize};

use super::caps::{is_looser, used};
use super::quiet::{Quiet, quiet};
use super::{Availability, Whereabouts};
use crate::act::Assurance;
use crate::business::QuietHours;
use crate::category::{Cap, CategoryId, Class};
use crate::country::Country;
use crate::id::{EventId, NoticeId};
use crate::state::{Standing, Standings, State};
use crate::time::Timestamp;

/// How long a decision is good for at most, in milliseconds. A no may come a moment after it.
pub const VALID_MILLIS: i64 = 60_000;

/// Why no message may go, the first that applies in this order: what the person said, and what of it still counts; then
/// what the business has to see to; then what passes with time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Marketing from this business was stopped in WhatsApp's own settings, which no yes elsewhere lifts.
    StoppedInWhatsapp,
    /// Everything was stopped, and this category was not asked for since.
    Objection,
    /// The category was withdrawn.
    Withdrawn,
    /// A yes waits to be confirmed from the number.
    Pending,
    /// A yes waited to be confirmed for as long as the business lets it.
    Expired,
    /// Whoever had the number said no and was erased, and nothing was said since.
    Erased,
    /// Nothing was ever said.
    NoConsent,
    /// The category was removed, or allows now what the yes did not agree to.
    TermsChanged,
    /// A message of theirs may be a no, and nobody has looked at it yet.
    UnderReview,
    /// WhatsApp carries no such message to this number, or none of this business's.
    CountryNotAvailable,
    /// As many messages went as were agreed to.
    CapReached,
    /// It is night where the person may be.
    QuietHours,
}

impl Reason {
    /// All, in the order of precedence.
    pub const ALL: [Self; 12] = [
        Self::StoppedInWhatsapp,
        Self::Objection,
        Self::Withdrawn,
        Self::Pending,
        Self::Expired,
        Self::Erased,
        Self::NoConsent,
        Self::TermsChanged,
        Self::UnderReview,
        Self::CountryNotAvailable,
        Self::CapReached,
        Self::QuietHours,
    ];

    /// The word on the wire.
    pub fn word(self) -> &'static str {
        match self {
            Self::StoppedInWhatsapp => "stopped_in_whatsapp",
            Self::Objection => "objection",
            Self::Withdrawn => "withdrawn",
            Self::Pending => "pending",
            Self::Expired => "expired",
            Self::Erased => "erased",
            Self::NoConsent => "no_consent",
            Self::TermsChanged => "terms_changed",
            Self::UnderReview => "under_review",
            Self::CountryNotAvailable => "country_not_available",
            Self::CapReached => "cap_reached",
            Self::QuietHours => "quiet_hours",
        }
    }
}

/// What a category promises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    /// The WhatsApp class of its messages.
    pub class: Class,
    /// How many there are at most.
    pub cap: Option<Cap>,
}

/// Everything that matters to one decision.
#[derive(Clone, Debug)]
pub struct Asked<'a> {
    /// The edge's clock.
    pub now: Timestamp,
    /// The category that the message is of.
    pub category: &'a CategoryId,
    /// What it was first asked for, and is for ever.
    pub class: Class,
    /// What it promises today; `None` where the business has removed it.
    pub today: Option<Terms>,
    /// What it promised in the notice that the yes is bound to; `None` where there is no yes, or no such notice.
    pub agreed: Option<Terms>,
    /// How the person stands; the default for one who is not known.
    pub standings: &'a Standings,
    /// Whether the number is one of an erased person who had said no.
    pub suppressed: bool,
    /// Whether a yes to this category ever waited in vain.
    pub expired: bool,
    /// Whether a message of theirs waits for somebody to look at it.
    pub under_review: bool,
    /// Where they may be.
    pub whereabouts: &'a Whereabouts,
    /// Where the business is.
    pub country: Country,
    /// Where WhatsApp carries what.
    pub availability: &'a Availability,
    /// When messages of this category went or were reserved, in any order.
    pub of_category: &'a [Timestamp],
    /// The same of marketing of any category.
    pub of_marketing: &'a [Timestamp],
    /// How many marketing messages one person gets at most.
    pub overall_cap: Option<Cap>,
    /// When no marketing is sent.
    pub quiet_hours: Option<QuietHours>,
}

/// What a decision rests on: an act of the person, or one that is said to be theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// Its event.
    pub event_id: EventId,
    /// The notice agreed to, or under which the yes before a no stood.
    pub notice_id: Option<NoticeId>,
    /// How it was tied to the person.
    pub assurance: Assurance,
}

/// Whether a message may go, and what that rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// What stands against it; `None` where it may go.
    pub reason: Option<Reason>,
    /// What this rests on; `None` where nothing was ever said.
    pub evidence: Option<Evidence>,
    /// How many messages may go by the caps, this one counted as not gone yet; `None` where none is capped.
    pub remaining: Option<u16>,
    /// Until when this is good.
    pub valid_until: Timestamp,
    /// When it may be otherwise by time alone; `None` where only somebody's doing changes it.
    pub retry_at: Option<Timestamp>,
}

impl Decision {
    /// Whether the message may go.
    pub fn allows(&self) -> bool {
        self.reason.is_none()
    }
}

/// Decides whether a message of this category may go to this person now.
///
/// Only marketing is stopped in WhatsApp, reviewed, kept from countries, counted overall and silenced by quiet hours. Utility
/// needs its own consent and has its own caps; so does authentication, which is never marketing.
pub fn decide(asked: &Asked<'_>) -> Decision {
    let standing = asked.standings.of(asked.category);
    let limits = Limits::of(asked);
    let first = against_the_person(asked, standing.as_ref()).or_else(|| against_the_message(asked));
    let reason = first.or_else(|| limits.reason());
    let retry_at = match reason {
        Some(Reason::CapReached | Reason::QuietHours) => limits.again_at(asked),
        _ => None,
    };
    let mut valid_until = asked.now.plus_millis(VALID_MILLIS);
    if reason.is_none() {
        let changes = [limits.quiet_from, asked.availability.next_change(asked.now)];
        valid_until = changes.into_iter().flatten().fold(valid_until, Timestamp::min);
    }
    Decision {
        reason,
        evidence: evidence(asked, reason, standing.as_ref()),
        remaining: limits.remaining,
        valid_until: retry_at.map_or(valid_until, |again| valid_until.min(again)),
        retry_at,
    }
}

/// What the person's own acts say against it.
fn against_the_person(asked: &Asked<'_>, standing: Option<&Standing>) -> Option<Reason> {
    if asked.class == Class::Marketing && asked.standings.marketing.stop().is_some() {
        return Some(Reason::StoppedInWhatsapp);
    }
    match standing.map_or(State::NeverAsked, |standing| standing.state) {
        State::Granted => None,
        State::Withdrawn if asked.standings.objection.is_some() => Some(Reason::Objection),
        State::Withdrawn => Some(Reason::Withdrawn),
        State::Pending => Some(Reason::Pending),
        State::NeverAsked if asked.expired => Some(Reason::Expired),
        State::NeverAsked if asked.suppressed => Some(Reason::Erased),
        State::NeverAsked => Some(Reason::NoConsent),
    }
}

/// What is said against a message to somebody who said yes to it.
fn against_the_message(asked: &Asked<'_>) -> Option<Reason> {
    // A yes is bound to what its notice said; where that cannot be told, it says nothing (rules 4 and 12).
    let holds = |(today, agreed): (Terms, Terms)| today.class == agreed.class && !is_looser(today.cap, agreed.cap);
    if !asked.today.zip(asked.agreed).is_some_and(holds) {
        return Some(Reason::TermsChanged);
    }
    if asked.class != Class::Marketing {
        return None;
    }
    if asked.under_review {
        return Some(Reason::UnderReview);
    }
    let reaches = asked.availability.reaches(asked.class, asked.country, asked.whereabouts, asked.now);
    (!reaches).then_some(Reason::CountryNotAvailable)
}

/// What passes with time.
struct Limits {
    remaining: Option<u16>,
    /// When the last of the caps that are used up lets one more go.
    uncapped_at: Option<Timestamp>,
    is_quiet: bool,
    /// When it gets quiet next, where it is not.
    quiet_from: Option<Timestamp>,
}

impl Limits {
    fn of(asked: &Asked<'_>) -> Self {
        let marketing = asked.class == Class::Marketing;
        let own = asked.agreed.and_then(|agreed| agreed.cap).map(|cap| used(cap, asked.of_category, asked.now));
        let overall = asked.overall_cap.filter(|_| marketing).map(|cap| used(cap, asked.of_marketing, asked.now));
        let caps = [own, overall];
        let silence = quiet_at(asked, asked.now);
        Self {
            remaining: caps.into_iter().flatten().map(|used| used.left).min(),
            uncapped_at: caps.into_iter().flatten().filter_map(|used| used.again_at).max(),
            is_quiet: matches!(silence, Some(Quiet::Now(_))),
            quiet_from: match silence {
                Some(Quiet::Until(from)) => Some(from),
                _ => None,
            },
        }
    }

    fn reason(&self) -> Option<Reason> {
        let capped = self.uncapped_at.map(|_| Reason::CapReached);
        capped.or(self.is_quiet.then_some(Reason::QuietHours))
    }

    /// The first moment at which neither caps nor quiet hours stand against it; `None` where it is always quiet somewhere.
    fn again_at(&self, asked: &Asked<'_>) -> Option<Timestamp> {
        let uncapped = self.uncapped_at.unwrap_or(asked.now);
        match quiet_at(asked, uncapped) {
            Some(Quiet::Now(end)) => end,
            Some(Quiet::Until(_)) | None => Some(uncapped),
        }
    }
}

/// How quiet it is at a moment, where this message must not disturb.
fn quiet_at(asked: &Asked<'_>, at: Timestamp) -> Option<Quiet> {
    let hours = asked.quiet_hours.filter(|_| asked.class == Class::Marketing)?;
    Some(quiet(hours, asked.whereabouts.offsets(), at))
}

/// What the decision rests on: the stop where that is the reason, else how the person stands to the category.
fn evidence(asked: &Asked<'_>, reason: Option<Reason>, standing: Option<&Standing>) -> Option<Evidence> {
    if let (Some(Reason::StoppedInWhatsapp), Some(stop)) = (reason, asked.standings.marketing.stop()) {
        return Some(Evidence { event_id: stop.event, notice_id: None, assurance: Assurance::Whatsapp });
    }
    standing.map(|standing| Evidence {
        event_id: standing.event,
        notice_id: standing.bound_to(),
        assurance: standing.assurance,
    })
}

#[cfg(test)]
mod tests;
