//! What was said of one category, as much of it as can still matter, and what counts of it.
//!
//! Messages from WhatsApp come late and out of order, and carry the time at which they were written. So what counts is a
//! function of the acts and of their times alone, never of the order in which they arrived:
//!
//! - A no is **lifted** by a yes of at least its weight that came later. On a tie the no stands.
//! - Where every no is lifted and somebody said yes, the category is **granted**, under the weightiest yes since the last
//!   no, the latest of those that weigh the same.
//! - Else it is **pending** where a yes came no earlier than the last no that stands, or waits to be confirmed.
//! - Else it is **withdrawn**.
//!
//! Of each weight the latest yes and the latest no decide all of this, so no more than those are kept.

use serde::{Deserialize, Serialize};

use super::{No, Standing, State};
use crate::act::{Assurance, Strength};
use crate::id::{EventId, NoticeId};
use crate::time::Timestamp;

/// A yes, as far as what follows from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Yes {
    /// When it was said.
    pub(super) at: Timestamp,
    /// By which event.
    pub(super) event: EventId,
    /// With which assurance.
    pub(super) assurance: Assurance,
    /// Under which notice; none where it was imported.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) notice: Option<NoticeId>,
    /// The notice whose terms an imported one is held to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) terms: Option<NoticeId>,
}

/// A no.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Refusal {
    /// When it was said.
    pub(super) at: Timestamp,
    /// By which event.
    pub(super) event: EventId,
    /// With which assurance.
    pub(super) assurance: Assurance,
}

/// The latest of each weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Latest<T> {
    #[serde(default = "none", skip_serializing_if = "Option::is_none")]
    unproven: Option<T>,
    #[serde(default = "none", skip_serializing_if = "Option::is_none")]
    reached: Option<T>,
    #[serde(default = "none", skip_serializing_if = "Option::is_none")]
    verified: Option<T>,
}

fn none<T>() -> Option<T> {
    None
}

impl<T> Default for Latest<T> {
    fn default() -> Self {
        Self { unproven: None, reached: None, verified: None }
    }
}

impl<T: Copy> Latest<T> {
    fn slot(&mut self, strength: Strength) -> &mut Option<T> {
        match strength {
            Strength::Unproven => &mut self.unproven,
            Strength::Reached => &mut self.reached,
            Strength::Verified => &mut self.verified,
        }
    }

    /// From the lightest to the weightiest.
    pub(super) fn all(&self) -> impl DoubleEndedIterator<Item = T> {
        [self.unproven, self.reached, self.verified].into_iter().flatten()
    }

    fn is_empty(&self) -> bool {
        self.all().next().is_none()
    }
}

impl Latest<Refusal> {
    pub(super) fn take(&mut self, no: Refusal) {
        let slot = self.slot(no.assurance.strength());
        // Of two at one moment the one whose id is greater, so that it does not matter which came first.
        if slot.is_none_or(|kept| (kept.at, kept.event) < (no.at, no.event)) {
            *slot = Some(no);
        }
    }

    /// All of them as one: the weightiest assurance, the latest time.
    pub(super) fn together(&self) -> Option<(Refusal, No)> {
        let last = self.all().max_by_key(|no| (no.at, no.event))?;
        let heaviest = self.all().next_back()?;
        Some((last, No { assurance: heaviest.assurance, at: last.at }))
    }
}

impl Latest<Yes> {
    fn take(&mut self, yes: Yes) {
        let slot = self.slot(yes.assurance.strength());
        if slot.is_none_or(|kept| (kept.at, kept.event) < (yes.at, yes.event)) {
            *slot = Some(yes);
        }
    }
}

/// What was said of one category.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct History {
    /// The yeses that count unless a no stands against them.
    #[serde(default, skip_serializing_if = "Latest::is_empty")]
    yes: Latest<Yes>,
    /// The last yes that waits to be confirmed, whatever the noes say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    waiting: Option<Yes>,
    /// The noes.
    #[serde(default, skip_serializing_if = "Latest::is_empty")]
    no: Latest<Refusal>,
    /// What the last yes was bound to, where that yes itself can matter no more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    agreed: Option<Agreed>,
}

/// What a yes was bound to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Agreed {
    at: Timestamp,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    notice: Option<NoticeId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    terms: Option<NoticeId>,
}

impl Agreed {
    fn to(yes: &Yes) -> Self {
        Self { at: yes.at, notice: yes.notice, terms: yes.terms }
    }
}

impl History {
    /// A category of which nothing was said but what an objection to everything says.
    pub(super) fn under(no: &Latest<Refusal>) -> Self {
        Self { no: *no, ..Self::default() }
    }

    /// What is kept of this standing where nothing else is: most people say one thing once, and a row of theirs then holds
    /// it once. A standing written before histories were kept reads the same.
    pub(super) fn of(standing: &Standing) -> Self {
        let Standing { since: at, event, notice, terms, assurance, .. } = *standing;
        let mut history = Self::default();
        let yes = Yes { at, event, assurance, notice, terms };
        match standing.state {
            State::Granted => history.yes.take(yes),
            State::Pending => history.waiting = Some(yes),
            State::Withdrawn | State::NeverAsked => {
                history.agreed = (notice.is_some() || terms.is_some()).then_some(Agreed {
                    // Any time before the no will do.
                    at: Timestamp::EPOCH,
                    notice,
                    terms,
                });
            }
        }
        if let Some(no) = standing.no {
            history.no.take(Refusal { at: no.at, event, assurance: no.assurance });
        }
        history
    }

    /// Takes in a yes; `waits` where it counts only once it is confirmed.
    pub(super) fn say_yes(&mut self, yes: Yes, waits: bool) {
        if !waits {
            self.yes.take(yes);
        } else if self.waiting.is_none_or(|kept| (kept.at, kept.event) < (yes.at, yes.event)) {
            self.waiting = Some(yes);
        }
        self.tidy();
    }

    /// Whether this yes, which led to "pending", waits to be confirmed from the number. What is typed may, and whatever no no holds
    /// back. Any other waits for nothing but that a stronger yes lifts the no, which may have been said already and be delivered
    /// later; then it must count.
    pub(super) fn waits_for_message(&self, yes: &Yes) -> bool {
        let held_back = || {
            let mut after = *self;
            after.say_yes(*yes, false);
            after.standing().is_some_and(|standing| standing.state == State::Pending)
        };
        yes.assurance.strength() < Strength::Verified && (yes.assurance == Assurance::Typed || !held_back())
    }

    /// The noes, those that a yes lifted among them: another may find them still standing.
    pub(super) fn noes(&self) -> impl Iterator<Item = Refusal> {
        self.no.all()
    }

    /// Takes in a no.
    pub(super) fn say_no(&mut self, no: Refusal) {
        self.no.take(no);
        self.tidy();
    }

    /// Lets go of every yes that does not count; says whether anything is left.
    pub(super) fn let_go(&mut self) -> bool {
        self.waiting = None;
        self.yes = Latest::default();
        !self.no.is_empty()
    }

    /// Drops every yes after which somebody said no with at least its weight: whatever lifts that no outweighs it.
    fn tidy(&mut self) {
        let no = self.no;
        let is_spent =
            |yes: &Yes| no.all().any(|no| no.at > yes.at && no.assurance.strength() >= yes.assurance.strength());
        let mut spent: Option<Yes> = None;
        let mut drop_spent = |slot: &mut Option<Yes>| {
            if let Some(yes) = slot.take_if(|yes| is_spent(yes))
                && spent.is_none_or(|kept| kept.at < yes.at)
            {
                spent = Some(yes);
            }
        };
        for strength in [Strength::Unproven, Strength::Reached, Strength::Verified] {
            drop_spent(self.yes.slot(strength));
        }
        // What waits counts for nothing but being later than every no that stands.
        drop_spent(&mut self.waiting);
        if let Some(yes) = spent
            && self.agreed.is_none_or(|kept| kept.at < yes.at)
        {
            self.agreed = Some(Agreed::to(&yes));
        }
    }

    /// What counts; `None` where nothing was said.
    pub(super) fn standing(&self) -> Option<Standing> {
        let is_lifted = |no: &Refusal| {
            let lifts = |yes: Yes| yes.assurance.strength() >= no.assurance.strength() && yes.at > no.at;
            self.yes.all().any(lifts)
        };
        let mut stands = Latest::<Refusal>::default();
        self.no.all().filter(|no| !is_lifted(no)).for_each(|no| stands.take(no));

        let Some((last, no)) = stands.together() else {
            let last_no = self.no.all().map(|no| no.at).max();
            let mut since = self.yes.all().filter(|yes| last_no.is_none_or(|no| yes.at > no));
            // The weightiest; of each weight only the latest is kept.
            return since.next_back().map(|yes| told(State::Granted, yes, None)).or_else(|| {
                let waiting = self.waiting?;
                Some(told(State::Pending, waiting, None))
            });
        };
        let later = self.yes.all().chain(self.waiting).filter(|yes| yes.at >= last.at);
        if let Some(yes) = later.max_by_key(|yes| (yes.at, yes.event)) {
            return Some(told(State::Pending, yes, Some(no)));
        }
        let before = self.yes.all().chain(self.waiting).map(|yes| Agreed::to(&yes)).chain(self.agreed);
        let agreed = before.max_by_key(|agreed| agreed.at);
        Some(Standing {
            state: State::Withdrawn,
            since: last.at,
            event: last.event,
            notice: agreed.and_then(|agreed| agreed.notice),
            terms: agreed.and_then(|agreed| agreed.terms),
            assurance: last.assurance,
            no: Some(no),
            history: None,
        })
    }
}

fn told(state: State, yes: Yes, no: Option<No>) -> Standing {
    let Yes { at: since, event, assurance, notice, terms } = yes;
    Standing { state, since, event, notice, terms, assurance, no, history: None }
}
