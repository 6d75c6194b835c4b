//! What a person did in WhatsApp: from the number itself, and at a time that WhatsApp vouches for.
//!
//! Deliveries come late, twice and out of order, so nothing here looks at what came before but to say what it led to; what
//! counts is reckoned from the times (`state::history`).

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{Scope, all_categories};
use crate::act::{Assurance, Source};
use crate::business::{CategorySettings, Purpose, Settings};
use crate::category::{CategoryId, Class};
use crate::event::{Change, Evidence, Fact, Kind, MarketingSignal};
use crate::id::{EventId, NoticeId};
use crate::locale::Locale;
use crate::state::{Marketing, Refused, Standings, State};
use crate::subject::Subject;
use crate::time::Timestamp;
use crate::whatsapp::signal::{no_at, yes_at};

/// What was heard of one person, read to its meaning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// A no: a word for stop, or a button.
    No(Scope),
    /// A stop of all marketing, in WhatsApp's own settings.
    Stopped,
    /// That stop, lifted. It gives no consent.
    Resumed,
    /// The prepared message, intact.
    Yes(Box<Offer>),
    /// They go by another number or user id from now on.
    Moved,
    /// They go by a number or user id of somebody who had said no and was erased by then: a no to everything until that
    /// moment, which only a later yes from WhatsApp lifts.
    Suppressed(Timestamp),
}

/// What a code stands for until it is sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// The submission that it confirms; none where nobody typed a number.
    pub submission: Option<EventId>,
    /// The notice shown.
    pub notice: NoticeId,
    /// Its language.
    pub locale: Locale,
    /// What was put before the shopper.
    pub offered: Vec<CategoryId>,
    /// What was ticked.
    pub categories: Vec<CategoryId>,
    /// The circumstances in which it was ticked, where they are not noted with the submission.
    pub evidence: Evidence,
}

/// Whom it was heard of, and what is known of them.
#[derive(Clone, Copy, Debug)]
pub struct Hearing<'a> {
    /// The business's settings.
    pub settings: &'a Settings,
    /// What every category it ever had was first asked for.
    pub purposes: &'a BTreeMap<CategoryId, Purpose>,
    /// Who.
    pub subject: &'a Subject,
    /// How they stand.
    pub standings: &'a Standings,
    /// When, in whole seconds since 1970.
    pub at: i64,
    /// The message's id and the hash of its text, where there are such.
    pub evidence: &'a Evidence,
}

/// The fact that follows.
pub fn heard(hearing: &Hearing<'_>, heard: &Heard) -> Fact {
    match heard {
        Heard::No(Scope::Everything) => {
            Fact { everything: true, ..no(hearing, Kind::OptedOut, all(hearing).collect()) }
        }
        Heard::No(Scope::Categories(categories)) => no(hearing, Kind::OptedOut, categories.clone()),
        Heard::Stopped => {
            let marketing = all(hearing).filter(|id| class(hearing, id) == Some(Class::Marketing));
            let fact = no(hearing, Kind::MarketingStopped, marketing.collect());
            Fact { marketing: Some(MarketingSignal::Stopped), ..fact }
        }
        // A resumption is not a no, but must not outlive a stop of the same second: it counts at its start.
        Heard::Resumed => Fact {
            occurred_at: Some(yes_at(hearing.at)),
            marketing: Some(MarketingSignal::Resumed),
            ..told(hearing, Kind::MarketingResumed)
        },
        Heard::Yes(offer) => yes(hearing, offer),
        Heard::Suppressed(since) => {
            let change = |id: CategoryId| {
                let state = hearing.standings.after_no(&id, Assurance::Whatsapp, *since);
                Change { id, state }
            };
            Fact {
                everything: true,
                categories: all(hearing).map(change).collect(),
                occurred_at: Some(*since),
                ..told(hearing, Kind::OptedOut)
            }
        }
        Heard::Moved => Fact { occurred_at: Some(yes_at(hearing.at)), ..told(hearing, Kind::IdentityChanged) },
    }
}

/// The same no, or the end of the same stop, for another spelling of the number that said it: whoever holds one holds the
/// other. `None` where it says no to nothing.
pub fn echoed(fact: &Fact, subject: &Subject, standings: &Standings) -> Option<Fact> {
    let no = fact.categories.iter().filter(|change| fact.kind.says_no(change.state));
    let withdrawn: Vec<CategoryId> = no.map(|change| change.id.clone()).collect();
    let kind = match fact.marketing {
        Some(MarketingSignal::Stopped) => Kind::MarketingStopped,
        Some(MarketingSignal::Resumed) => Kind::MarketingResumed,
        None if withdrawn.is_empty() && !fact.everything => return None,
        None => Kind::OptedOut,
    };
    // Whatever the other spelling was asked besides is covered too.
    let more = if fact.everything { standings.categories.keys().cloned().collect() } else { BTreeSet::new() };
    let categories: BTreeSet<CategoryId> = withdrawn.into_iter().chain(more).collect();
    let change = |id: CategoryId| {
        let assurance = fact.assurance.unwrap_or(Assurance::Api);
        let state = fact.occurred_at.map(|at| standings.after_no(&id, assurance, at));
        Change { state: state.unwrap_or(State::Withdrawn), id }
    };
    Some(Fact {
        subject: Some(subject.clone()),
        assurance: fact.assurance,
        categories: categories.into_iter().map(change).collect(),
        everything: fact.everything,
        occurred_at: fact.occurred_at,
        marketing: fact.marketing,
        evidence: fact.evidence.clone(),
        ..Fact::new(kind, fact.source)
    })
}

/// What one person said no to, for another who turned out to be the same or may be: each no at the time at which it was
/// said, and what WhatsApp said of marketing. What the other has said themselves is left out.
pub fn noes_of(from: &Standings, to: &Standings) -> Vec<Fact> {
    let fact = |kind, assurance, at| Fact {
        assurance: Some(assurance),
        occurred_at: Some(at),
        ..Fact::new(kind, Source::Whatsapp)
    };
    let known = to.noes();
    let covers = |one: &Refused, no: &Refused| {
        let all = no.categories.iter().all(|id| one.categories.contains(id));
        (one.at, one.assurance) == (no.at, no.assurance) && all && (one.everything || !no.everything)
    };
    let unknown = from.noes().into_iter().filter(|no| !known.iter().any(|one| covers(one, no)));
    let withdrawn = |id: CategoryId| Change { id, state: State::Withdrawn };
    let mut facts: Vec<Fact> = unknown
        .map(|no| Fact {
            categories: no.categories.into_iter().map(withdrawn).collect(),
            everything: no.everything,
            ..fact(Kind::OptedOut, no.assurance, no.at)
        })
        .collect();
    let moments = |marketing: &Marketing| {
        let stopped = marketing.stopped.map(|moment| (MarketingSignal::Stopped, moment.at));
        [stopped, marketing.resumed.map(|moment| (MarketingSignal::Resumed, moment.at))]
    };
    let known = moments(&to.marketing);
    for (signal, at) in moments(&from.marketing).into_iter().flatten().filter(|said| !known.contains(&Some(*said))) {
        let kind = match signal {
            MarketingSignal::Stopped => Kind::MarketingStopped,
            MarketingSignal::Resumed => Kind::MarketingResumed,
        };
        facts.push(Fact { marketing: Some(signal), ..fact(kind, Assurance::Whatsapp, at) });
    }
    facts
}

fn told(hearing: &Hearing<'_>, kind: Kind) -> Fact {
    Fact {
        subject: Some(hearing.subject.clone()),
        assurance: Some(Assurance::Whatsapp),
        evidence: hearing.evidence.clone(),
        ..Fact::new(kind, Source::Whatsapp)
    }
}

fn no(hearing: &Hearing<'_>, kind: Kind, categories: Vec<CategoryId>) -> Fact {
    let at = no_at(hearing.at);
    let change = |id: CategoryId| {
        let state = hearing.standings.after_no(&id, Assurance::Whatsapp, at);
        Change { id, state }
    };
    Fact { categories: categories.into_iter().map(change).collect(), occurred_at: Some(at), ..told(hearing, kind) }
}

fn yes(hearing: &Hearing<'_>, offer: &Offer) -> Fact {
    let at = yes_at(hearing.at);
    let change = |id: &CategoryId| {
        let state = hearing.standings.after_yes(id, Assurance::Whatsapp, at);
        Change { id: id.clone(), state }
    };
    let kind = if offer.submission.is_some() { Kind::Confirmed } else { Kind::OptedIn };
    let Evidence { message, text, .. } = hearing.evidence.clone();
    Fact {
        notice: Some(offer.notice),
        locale: Some(offer.locale),
        offered: offer.offered.clone(),
        categories: offer.categories.iter().map(change).collect(),
        occurred_at: Some(at),
        via: offer.submission,
        evidence: Evidence { message, text, ..offer.evidence.clone() },
        ..told(hearing, kind)
    }
}

fn all(hearing: &Hearing<'_>) -> impl Iterator<Item = CategoryId> {
    all_categories(hearing.settings, hearing.standings).into_iter()
}

fn class(hearing: &Hearing<'_>, id: &CategoryId) -> Option<Class> {
    let now = hearing.settings.category(id).map(CategorySettings::class);
    now.or_else(|| hearing.purposes.get(id).map(|purpose| purpose.class))
}
