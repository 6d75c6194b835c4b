//! States: what counts for a subject and a category, as the fold of the subject's events.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::act::Assurance;
use crate::category::CategoryId;
use crate::event::{Change, MarketingSignal, Outcome, PrivatePart};
use crate::id::{EventId, NoticeId};
use crate::time::Timestamp;

mod history;

use history::{History, Latest, Refusal, Yes};

/// The state of one category for one subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Nothing was ever said.
    NeverAsked,
    /// A yes that does not count yet: it met a stronger no, or waits to be confirmed.
    Pending,
    /// Yes.
    Granted,
    /// No.
    Withdrawn,
}

impl State {
    /// The word used on the wire and in exports.
    pub fn word(self) -> &'static str {
        match self {
            Self::NeverAsked => "never_asked",
            Self::Pending => "pending",
            Self::Granted => "granted",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// A no that has not been lifted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct No {
    /// The strongest assurance with which it was said since the last yes that counted.
    pub assurance: Assurance,
    /// When it was last said.
    pub at: Timestamp,
}

/// How a subject stands to one category.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Standing {
    /// Granted, pending or withdrawn; never "never asked", which is the absence of a standing.
    pub state: State,
    /// When it became so.
    pub since: Timestamp,
    /// By which event.
    pub event: EventId,
    /// Under which notice; for a no, under which the yes before it stood.
    pub notice: Option<NoticeId>,
    /// For an imported consent, which has no notice: the one whose terms it is held to, which nobody was shown. For a
    /// no, that of the import before it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terms: Option<NoticeId>,
    /// The assurance of the act that made it so.
    pub assurance: Assurance,
    /// The no that still stands, also behind a pending yes.
    pub no: Option<No>,
    /// What was said before, where that is more than the above tells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    history: Option<Box<History>>,
}

impl Standing {
    /// The notice whose terms count: the one agreed to, or for an imported consent the one it is held to.
    pub fn bound_to(&self) -> Option<NoticeId> {
        self.notice.or(self.terms)
    }

    fn history(&self) -> History {
        self.history.as_deref().copied().unwrap_or_else(|| History::of(self))
    }
}

/// "Stop everything": a no to all categories, those that come later included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Objection {
    /// By which event, the latest.
    pub event: EventId,
    /// The no itself.
    pub no: No,
    /// Those of each weight, where they are several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    noes: Option<Latest<Refusal>>,
}

impl Objection {
    fn noes(&self) -> Latest<Refusal> {
        self.noes.unwrap_or_else(|| {
            let mut only = Latest::default();
            only.take(Refusal { at: self.no.at, event: self.event, assurance: self.no.assurance });
            only
        })
    }
}

/// What WhatsApp said last of somebody's wish to get marketing from the business, each with its time. Whoever stopped it
/// there gets none, whatever they said elsewhere; going on there gives no consent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Marketing {
    /// The last stop.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stopped: Option<Moment>,
    /// The last resumption.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resumed: Option<Moment>,
}

/// When something was said, and by which event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Moment {
    /// When.
    pub at: Timestamp,
    /// The event.
    pub event: EventId,
}

impl Marketing {
    /// The stop that holds, if one does: it came no earlier than the last resumption.
    pub fn stop(&self) -> Option<Moment> {
        self.stopped.filter(|stopped| self.resumed.is_none_or(|resumed| stopped.at >= resumed.at))
    }

    fn is_unsaid(&self) -> bool {
        *self == Self::default()
    }

    fn take(&mut self, signal: MarketingSignal, moment: Moment) {
        let kept = match signal {
            MarketingSignal::Stopped => &mut self.stopped,
            MarketingSignal::Resumed => &mut self.resumed,
        };
        if kept.is_none_or(|kept| (kept.at, kept.event) < (moment.at, moment.event)) {
            *kept = Some(moment);
        }
    }
}

/// A no as far as somebody else may have to be told that it was said: whoever turns out to be the same person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// When it was said.
    pub at: Timestamp,
    /// With which assurance.
    pub assurance: Assurance,
    /// To which categories.
    pub categories: Vec<CategoryId>,
    /// Whether it is a standing objection.
    pub everything: bool,
}

/// Everything that counts for one subject.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Standings {
    /// By category; one without an entry was never asked, or is covered by the objection.
    pub categories: BTreeMap<CategoryId, Standing>,
    /// The standing objection, where there is one.
    pub objection: Option<Objection>,
    /// What WhatsApp said of marketing.
    #[serde(default, skip_serializing_if = "Marketing::is_unsaid")]
    pub marketing: Marketing,
}

impl Standings {
    /// How the subject stands to `category`: what was said of it, else what the objection says, else nothing.
    pub fn of(&self, category: &CategoryId) -> Option<Standing> {
        self.categories.get(category).cloned().or_else(|| {
            self.objection.map(|objection| Standing {
                state: State::Withdrawn,
                since: objection.no.at,
                event: objection.event,
                notice: None,
                terms: None,
                assurance: objection.no.assurance,
                no: Some(objection.no),
                history: None,
            })
        })
    }

    /// The state of `category`.
    pub fn state(&self, category: &CategoryId) -> State {
        self.of(category).map_or(State::NeverAsked, |standing| standing.state)
    }

    /// What a yes to `category` would lead to: granted, or pending where a no is stronger or as late. On a tie in
    /// time the no wins, since pending is not granted. A yes that comes late, after a no that is newer, leads to nothing.
    pub fn after_yes(&self, category: &CategoryId, assurance: Assurance, at: Timestamp) -> State {
        let yes = Yes { at, event: EventId::LAST, assurance, notice: None, terms: None };
        let mut history = self.history(category);
        history.say_yes(yes, false);
        history.standing().map_or(State::NeverAsked, |standing| standing.state)
    }

    /// What a no to `category` would lead to: withdrawn, unless a newer yes of at least its weight stands already.
    pub fn after_no(&self, category: &CategoryId, assurance: Assurance, at: Timestamp) -> State {
        let mut history = self.history(category);
        history.say_no(Refusal { at, event: EventId::LAST, assurance });
        history.standing().map_or(State::NeverAsked, |standing| standing.state)
    }

    fn history(&self, category: &CategoryId) -> History {
        match (self.categories.get(category), &self.objection) {
            (Some(standing), _) => standing.history(),
            (None, Some(objection)) => History::under(&objection.noes()),
            (None, None) => History::default(),
        }
    }

    fn keep(&mut self, category: &CategoryId, history: &History) {
        match history.standing() {
            Some(mut standing) => {
                standing.history = (History::of(&standing) != *history).then(|| Box::new(*history));
                self.categories.insert(category.clone(), standing);
            }
            None => drop(self.categories.remove(category)),
        }
    }

    /// Takes in one event of this subject. What comes of several does not depend on the order in which they are taken in,
    /// save that an expiry comes after what it lets go.
    pub fn apply(&mut self, notice: Option<NoticeId>, part: &PrivatePart, outcome: &Outcome) {
        let Some(assurance) = part.assurance else { return self.expire(part, outcome) };
        let (at, event) = (part.occurred_at, part.id);
        let no = Refusal { at, event, assurance };
        let terms = part.provenance.as_ref().map(|provenance| provenance.terms);
        for change in &outcome.categories {
            let mut history = self.history(&change.id);
            if part.withdrawn.contains(&change.id) {
                history.say_no(no);
            } else if part.given.contains(&change.id) {
                let yes = Yes { at, event, assurance, notice, terms };
                history.say_yes(yes, change.state == State::Pending && history.waits_for_message(&yes));
            }
            self.keep(&change.id, &history);
        }
        if part.everything {
            let mut noes = self.objection.as_ref().map(Objection::noes).unwrap_or_default();
            noes.take(no);
            self.objection = noes.together().map(|(last, no)| {
                let objection = Objection { event: last.event, no, noes: None };
                Objection { noes: (objection.noes() != noes).then_some(noes), ..objection }
            });
        }
        if let Some(signal) = part.marketing {
            self.marketing.take(signal, Moment { at, event });
        }
    }

    /// Lets pending yeses go. An expiry is nobody's act, so it says no new no: the one that stood behind the yes
    /// stands as it was, with its own time and weight; without one the category is as if never asked.
    fn expire(&mut self, part: &PrivatePart, outcome: &Outcome) {
        for change in &outcome.categories {
            let pending = self.categories.get(&change.id).filter(|standing| standing.state == State::Pending);
            let Some(mut history) = pending.map(Standing::history) else { continue };
            if !history.let_go() {
                self.categories.remove(&change.id);
                continue;
            }
            self.keep(&change.id, &history);
            if let Some(standing) = self.categories.get_mut(&change.id) {
                standing.history = Some(Box::new(history));
                (standing.since, standing.event) = (part.occurred_at, part.id);
                standing.assurance = standing.no.map_or(standing.assurance, |no| no.assurance);
            }
        }
    }

    /// The noes that can still matter: of each weight the latest, those said at one moment together, the earliest first.
    pub fn noes(&self) -> Vec<Refused> {
        let objections = self.objection.iter().flat_map(|objection| objection.noes().all().collect::<Vec<_>>());
        let named = self.categories.iter().flat_map(|(id, standing)| {
            let noes: Vec<Refusal> = standing.history().noes().collect();
            noes.into_iter().map(move |no| (no, Some(id)))
        });
        let mut all: Vec<Refused> = Vec::new();
        for (no, id) in objections.map(|no| (no, None)).chain(named) {
            let same = |refused: &Refused| refused.at == no.at && refused.assurance == no.assurance;
            let at = all.iter().position(same).unwrap_or_else(|| {
                let (at, assurance) = (no.at, no.assurance);
                all.push(Refused { at, assurance, categories: Vec::new(), everything: false });
                all.len() - 1
            });
            match id {
                Some(id) => all[at].categories.push(id.clone()),
                None => all[at].everything = true,
            }
        }
        all.sort_by_key(|refused| refused.at);
        all
    }

    /// Whether a yes counts or waits.
    pub fn says_yes(&self) -> bool {
        self.categories.values().any(|standing| matches!(standing.state, State::Granted | State::Pending))
    }

    /// The pending categories that have waited since `before` or longer, each with what is left of it when it goes.
    pub fn expiring(&self, before: Timestamp) -> Vec<Change> {
        let waited = self.categories.iter().filter(|(_, s)| s.state == State::Pending && s.since <= before);
        let left = |standing: &Standing| if standing.no.is_some() { State::Withdrawn } else { State::NeverAsked };
        waited.map(|(id, standing)| Change { id: id.clone(), state: left(standing) }).collect()
    }

    /// Since when the first pending yes has waited; `None` where none does.
    pub fn waits_since(&self) -> Option<Timestamp> {
        let pending = self.categories.values().filter(|standing| standing.state == State::Pending);
        pending.map(|standing| standing.since).min()
    }

    /// When the last no was said, or marketing last stopped or let go on in WhatsApp, where nothing else stands: no yes counts or
    /// waits, so that nothing is left that the person's number is needed for. `None` everywhere else.
    pub fn rests_since(&self) -> Option<Timestamp> {
        if self.says_yes() {
            return None;
        }
        let noes = self.categories.values().filter_map(|standing| standing.no);
        let noes = noes.chain(self.objection.map(|objection| objection.no)).map(|no| no.at);
        let Marketing { stopped, resumed } = self.marketing;
        noes.chain([stopped, resumed].into_iter().flatten().map(|moment| moment.at)).max()
    }
}

#[cfg(test)]
mod tests;
