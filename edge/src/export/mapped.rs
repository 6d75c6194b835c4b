//! States in the shapes of other systems, so that a business can tell them what was said here: one JSON object a line and
//! person. What each member is made of, and what is lost, stands in `docs/mappers.md`.
//!
//! Those systems keep one consent a person, or one a person and class, where here is one for each category. So a consent
//! stands for several categories, or for the one that was asked for, and **is a yes only where every one of them is
//! granted**. Whatever they have no word for becomes a no: too few messages can be mended, one too many cannot be unsent.

mod klaviyo;
mod shopify;
mod twilio;

use jatak_ledger::export::SubjectStates;
use jatak_shared::category::{CategoryId, Class};
use jatak_shared::state::{Standing, State};
use jatak_shared::time::Timestamp;

use super::ndjson::line;
use super::wanted::Filter;

pub use twilio::{NotASender, SenderId};

/// A system that a file is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// Klaviyo: the profile's WhatsApp subscriptions.
    Klaviyo,
    /// Shopify: the WhatsApp marketing consent of a customer's number.
    Shopify,
    /// Twilio: an item of the bulk call of its Consent Management API.
    Twilio,
}

impl Target {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Klaviyo, Self::Shopify, Self::Twilio];

    /// The word on the wire and in file names.
    pub fn word(self) -> &'static str {
        match self {
            Self::Klaviyo => "klaviyo",
            Self::Shopify => "shopify",
            Self::Twilio => "twilio",
        }
    }

    /// Whether it keeps a consent that categories of this class are part of.
    fn keeps(self, class: Class) -> bool {
        match self {
            Self::Klaviyo => klaviyo::channel(class).is_some(),
            Self::Shopify => class == Class::Marketing,
            // It asks what may be sent and not what for.
            Self::Twilio => true,
        }
    }
}

/// A category that no file for this target can be about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unmapped {
    /// The business asks for it no more, and then it decides no.
    #[error("must be one that you ask for now: nothing may be sent under another")]
    NotAsked,
    /// The target keeps no consent of its class.
    #[error("must be of a class that this format has a consent for")]
    NotKept,
}

/// What a file for another system is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    target: Target,
    sender: Option<SenderId>,
    /// Which categories count, with the class of each: all that are asked for and kept, or the one asked for.
    categories: Vec<(CategoryId, Class)>,
}

impl Plan {
    /// A file for this target, of what the business asks for now: all of it, or one category.
    pub fn new(
        target: Target,
        sender: Option<SenderId>,
        category: Option<&CategoryId>,
        asked: Vec<(CategoryId, Class)>,
    ) -> Result<Self, Unmapped> {
        let named = |id: &CategoryId| category.is_none_or(|wanted| wanted == id);
        let mut categories: Vec<_> = asked.into_iter().filter(|(id, _)| named(id)).collect();
        if category.is_some() && categories.is_empty() {
            return Err(Unmapped::NotAsked);
        }
        categories.retain(|(_, class)| target.keeps(*class));
        if category.is_some() && categories.is_empty() {
            return Err(Unmapped::NotKept);
        }
        Ok(Self { target, sender, categories })
    }

    /// The line of one person; `None` where nobody asked them anything that counts, or the filter does not take it.
    pub fn line(&self, person: &SubjectStates, filter: &Filter) -> Result<Option<Vec<u8>>, serde_json::Error> {
        let record = match self.target {
            Target::Klaviyo => klaviyo::record(person, |class| self.consent(person, filter, Some(class))),
            Target::Shopify => self.consent(person, filter, None).map(|consent| shopify::record(person, &consent)),
            Target::Twilio => {
                let consent = self.consent(person, filter, None);
                consent.map(|consent| twilio::record(person, self.sender.as_ref(), &consent))
            }
        };
        record.map(|record| line(&record)).transpose()
    }

    /// How a person stands to the categories that count, of one class or of all.
    fn consent<'p>(&self, person: &'p SubjectStates, filter: &Filter, class: Option<Class>) -> Option<Consent<'p>> {
        let counts = |of: &Class| class.is_none_or(|class| class == *of);
        let ids: Vec<&CategoryId> = self.categories.iter().filter(|(_, of)| counts(of)).map(|(id, _)| id).collect();
        let consent = Consent::of(person, &ids)?;
        let takes = |(id, standing): &(&CategoryId, &Standing)| {
            filter.takes_time(standing.since) && filter.takes_change(id, standing.state)
        };
        consent.parts.iter().all(takes).then_some(consent)
    }
}

/// What another system is told. The least of several counts for all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Told {
    No,
    /// A yes that waits, and no no behind it.
    Waits,
    Yes,
}

impl Told {
    fn of(standing: &Standing) -> Self {
        match standing.state {
            State::Granted => Self::Yes,
            State::Pending if standing.no.is_none() => Self::Waits,
            State::Pending | State::Withdrawn | State::NeverAsked => Self::No,
        }
    }
}

/// One consent of another system's.
#[derive(Clone, Debug)]
struct Consent<'p> {
    told: Told,
    /// Since when; `None` where it is a no because a category was never asked, which nobody said at any time.
    since: Option<Timestamp>,
    /// What decided, the latest where several did.
    decided: &'p Standing,
    /// Everything that was said of the categories.
    parts: Vec<(&'p CategoryId, &'p Standing)>,
}

impl<'p> Consent<'p> {
    /// How a person stands to all of these together; `None` where they were never asked any.
    fn of(person: &'p SubjectStates, ids: &[&CategoryId]) -> Option<Self> {
        let parts = person.categories.iter().filter(|(id, _)| ids.contains(&id));
        let parts: Vec<_> = parts.map(|(id, standing)| (id, standing)).collect();
        let least = parts.iter().map(|(_, standing)| Told::of(standing)).min()?;
        let unasked = parts.len() < ids.len();
        let told = if unasked { Told::No } else { least };
        let latest = |of: Told| {
            let of = parts.iter().map(|(_, standing)| *standing).filter(|standing| Told::of(standing) == of);
            of.max_by_key(|standing| standing.since)
        };
        let decided = latest(least)?;
        Some(Self { told, since: (told == least).then_some(decided.since), decided, parts })
    }
}

#[cfg(test)]
mod tests;
