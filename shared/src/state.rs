//! States: what counts for a subject and a category, as the fold of the subject's events.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::act::Assurance;
use crate::category::CategoryId;
use crate::event::{Change, Outcome, PrivatePart};
use crate::id::{EventId, NoticeId};
use crate::time::Timestamp;

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

impl No {
    /// This no and another one, together: the strongest assurance, the latest time.
    fn and(self, other: Option<Self>) -> Self {
        match other {
            None => self,
            Some(other) => Self { assurance: other.assurance.stronger(self.assurance), at: self.at.max(other.at) },
        }
    }

    /// Whether a yes of this assurance at this time lifts it: it must weigh at least as much and come later.
    fn is_lifted_by(self, assurance: Assurance, at: Timestamp) -> bool {
        assurance.strength() >= self.assurance.strength() && at > self.at
    }
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
}

impl Standing {
    /// The notice whose terms count: the one agreed to, or for an imported consent the one it is held to.
    pub fn bound_to(&self) -> Option<NoticeId> {
        self.notice.or(self.terms)
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
}

/// Everything that counts for one subject.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Standings {
    /// By category; one without an entry was never asked, or is covered by the objection.
    pub categories: BTreeMap<CategoryId, Standing>,
    /// The standing objection, where there is one.
    pub objection: Option<Objection>,
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
            })
        })
    }

    /// The state of `category`.
    pub fn state(&self, category: &CategoryId) -> State {
        self.of(category).map_or(State::NeverAsked, |standing| standing.state)
    }

    /// What a yes to `category` would lead to: granted, or pending where a no is stronger or as late. On a tie in
    /// time the no wins, since pending is not granted.
    pub fn after_yes(&self, category: &CategoryId, assurance: Assurance, at: Timestamp) -> State {
        match self.of(category).and_then(|standing| standing.no) {
            Some(no) if !no.is_lifted_by(assurance, at) => State::Pending,
            _ => State::Granted,
        }
    }

    /// Takes in one event of this subject. Events are taken in the order of the ledger.
    pub fn apply(&mut self, notice: Option<NoticeId>, part: &PrivatePart, outcome: &Outcome) {
        let Some(assurance) = part.assurance else { return self.expire(part, outcome) };
        let no = No { assurance, at: part.occurred_at };
        let terms = part.provenance.as_ref().map(|provenance| provenance.terms);
        for change in &outcome.categories {
            let before = self.of(&change.id);
            let standing = |notice, terms, no| Standing {
                state: change.state,
                since: part.occurred_at,
                event: part.id,
                notice,
                terms,
                assurance,
                no,
            };
            let after = match (change.state, before) {
                (State::NeverAsked, _) => continue,
                // A weaker yes is on record but does not replace the terms that the person is better known to have
                // agreed to.
                (State::Granted, Some(before))
                    if before.state == State::Granted && before.assurance.strength() > assurance.strength() =>
                {
                    continue;
                }
                (State::Granted, _) => standing(notice, terms, None),
                (State::Pending, before) => standing(notice, terms, before.and_then(|before| before.no)),
                (State::Withdrawn, before) => {
                    let (agreed, terms) = before.as_ref().map_or((None, None), |before| (before.notice, before.terms));
                    standing(agreed, terms, Some(no.and(before.and_then(|before| before.no))))
                }
            };
            self.categories.insert(change.id.clone(), after);
        }
        if part.everything {
            let earlier = self.objection.map(|objection| objection.no);
            self.objection = Some(Objection { event: part.id, no: no.and(earlier) });
        }
    }

    /// Lets pending yeses go. An expiry is nobody's act, so it says no new no: the one that stood behind the yes
    /// stands as it was, with its own time and weight; without one the category is as if never asked.
    fn expire(&mut self, part: &PrivatePart, outcome: &Outcome) {
        for change in &outcome.categories {
            let Some(standing) = self.categories.get_mut(&change.id).filter(|s| s.state == State::Pending) else {
                continue;
            };
            match standing.no {
                Some(no) => {
                    standing.state = State::Withdrawn;
                    (standing.since, standing.event, standing.assurance) = (part.occurred_at, part.id, no.assurance);
                }
                None => drop(self.categories.remove(&change.id)),
            }
        }
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

    /// When the last no was said, where nothing but noes stands: no yes counts or waits, so that nothing is left that
    /// the person's number is needed for. `None` everywhere else.
    pub fn rests_since(&self) -> Option<Timestamp> {
        if self.categories.values().any(|standing| matches!(standing.state, State::Granted | State::Pending)) {
            return None;
        }
        let noes = self.categories.values().filter_map(|standing| standing.no);
        noes.chain(self.objection.map(|objection| objection.no)).map(|no| no.at).max()
    }
}
