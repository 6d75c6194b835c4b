//! States in the shapes of other systems, so that a business can tell them what was said here: one JSON object a line and
//! person. What each member is made of, and what is lost, stands in `docs/mappers.md`.
//!
//! Those systems keep one consent a person, or one a person and class, where here is one for each category. So a consent
//! stands for several categories, or for the one that was asked for, and **is a yes only where every one of them is
//! granted**. Whatever they have no word for becomes a no: too few messages can be mended, one too many cannot be unsent.

mod klaviyo;
mod shopify;
mod twilio;

use core::cmp::Reverse;

use jatak_ledger::export::SubjectStates;
use jatak_shared::act::Assurance;
use jatak_shared::category::{CategoryId, Class};
use jatak_shared::id::EventId;
use jatak_shared::state::{Moment, Standing, State};
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

    /// The line of one person; `None` where nobody asked them anything that counts, or the filter does not take it. All of
    /// these systems know people by their number, so that nothing can be told of somebody without one.
    pub fn line(&self, person: &SubjectStates, filter: &Filter) -> Result<Option<Vec<u8>>, serde_json::Error> {
        let Some(phone) = person.handle.phone() else { return Ok(None) };
        let record = match self.target {
            Target::Klaviyo => klaviyo::record(phone, |class| self.consent(person, filter, Some(class))),
            Target::Shopify => self.consent(person, filter, None).map(|consent| shopify::record(phone, &consent)),
            Target::Twilio => {
                let consent = self.consent(person, filter, None);
                consent.map(|consent| twilio::record(phone, self.sender.as_ref(), &consent))
            }
        };
        record.map(|record| line(&record)).transpose()
    }

    /// How a person stands to the categories that count, of one class or of all.
    fn consent<'p>(&self, person: &'p SubjectStates, filter: &Filter, class: Option<Class>) -> Option<Consent<'p>> {
        let counts = |(_, of): &&(CategoryId, Class)| class.is_none_or(|class| class == *of);
        let categories: Vec<_> = self.categories.iter().filter(counts).collect();
        let consent = Consent::of(person, &categories)?;
        // By time and state only a file about one category is narrowed.
        let takes = |(id, standing): &(&CategoryId, &Standing)| filter.takes_change(id, standing.state);
        let wanted = filter.takes_time(consent.decided.at) && consent.parts.iter().all(takes);
        wanted.then_some(consent)
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

/// One thing that was said, as far as it is told.
#[derive(Clone, Copy, Debug)]
struct Said {
    told: Told,
    at: Timestamp,
    event: EventId,
    assurance: Assurance,
}

impl Said {
    fn of(standing: &Standing) -> Self {
        let Standing { since: at, event, assurance, .. } = *standing;
        Self { told: Told::of(standing), at, event, assurance }
    }

    /// A stop in WhatsApp's own settings: a no to all marketing, whatever stands of its categories.
    fn stop(stop: Moment) -> Self {
        Self { told: Told::No, at: stop.at, event: stop.event, assurance: Assurance::Whatsapp }
    }
}

/// One consent of another system's.
#[derive(Clone, Debug)]
struct Consent<'p> {
    told: Told,
    /// What decided, the latest where several did.
    decided: Said,
    /// Since when; `None` where it is a no because a category was never asked, which nobody said at any time.
    since: Option<Timestamp>,
    /// Everything that was said of the categories.
    parts: Vec<(&'p CategoryId, &'p Standing)>,
    /// The stop in WhatsApp's own settings, where one holds and the consent is to marketing.
    stop: Option<Moment>,
}

impl<'p> Consent<'p> {
    /// How a person stands to all of these together; `None` where they were never asked any.
    fn of(person: &'p SubjectStates, categories: &[&(CategoryId, Class)]) -> Option<Self> {
        let counts = |id: &CategoryId| categories.iter().any(|(counted, _)| counted == id);
        let parts = person.categories.iter().filter(|(id, _)| counts(id)).map(|(id, standing)| (id, standing));
        let parts: Vec<_> = parts.collect();
        if parts.is_empty() {
            return None;
        }
        let marketing = categories.iter().any(|(_, class)| *class == Class::Marketing);
        let stop = person.stop.filter(|_| marketing);
        let said = parts.iter().map(|(_, standing)| Said::of(standing)).chain(stop.map(Said::stop));
        let decided = said.min_by_key(|said| (said.told, Reverse(said.at)))?;
        let told = if parts.len() < categories.len() { Told::No } else { decided.told };
        Some(Self { told, decided, since: (told == decided.told).then_some(decided.at), parts, stop })
    }
}

#[cfg(test)]
mod tests;
