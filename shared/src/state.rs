//! States: what counts for a subject and a category, as the fold of the subject's events.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::act::Assurance;
use crate::category::CategoryId;
use crate::event::{Outcome, PrivatePart};
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
    /// The assurance of the act that made it so.
    pub assurance: Assurance,
    /// The no that still stands, also behind a pending yes.
    pub no: Option<No>,
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
        let Some(assurance) = part.assurance else { return };
        let no = No { assurance, at: part.occurred_at };
        for change in &outcome.categories {
            let before = self.of(&change.id);
            let standing = |notice, no| Standing {
                state: change.state,
                since: part.occurred_at,
                event: part.id,
                notice,
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
                (State::Granted, _) => standing(notice, None),
                (State::Pending, before) => standing(notice, before.and_then(|before| before.no)),
                (State::Withdrawn, before) => {
                    let agreed = before.as_ref().and_then(|before| before.notice);
                    standing(agreed, Some(no.and(before.and_then(|before| before.no))))
                }
            };
            self.categories.insert(change.id.clone(), after);
        }
        if part.everything {
            let earlier = self.objection.map(|objection| objection.no);
            self.objection = Some(Objection { event: part.id, no: no.and(earlier) });
        }
    }
}
