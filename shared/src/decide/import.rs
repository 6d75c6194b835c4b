//! An imported line: a yes that the business brings along from elsewhere.
//!
//! It only ever adds a yes where nothing was said before. An earlier no, in whatever way it was said, a waiting yes and a
//! number on the suppression list each win over it, and a yes that stands is not touched: it may be bound to a notice that
//! the person really saw. So an import never makes anything pending, and running it again changes nothing.

use serde::{Deserialize, Serialize};

use super::opt_in::stopped_in_whatsapp;
use crate::act::{Assurance, Source};
use crate::business::Settings;
use crate::category::CategoryId;
use crate::event::{Change, Fact, Kind};
use crate::id::NoticeId;
use crate::import::{Defaults, Line, LineFault, Provenance};
use crate::state::{Standings, State};
use crate::subject::Subject;
use crate::time::{DAY, Timestamp};

/// What the ledger knows that matters to a line.
#[derive(Clone, Copy, Debug)]
pub struct Importing<'a> {
    /// The edge's clock.
    pub now: Timestamp,
    /// The business's settings.
    pub settings: &'a Settings,
    /// The notice whose terms an imported yes is held to: the one shown now in the business's own language.
    pub terms: NoticeId,
    /// What the file says for all of its lines.
    pub defaults: &'a Defaults,
    /// Whom the line is about; for a number never seen, a new id with no standings.
    pub subject: &'a Subject,
    /// How that subject stands.
    pub standings: &'a Standings,
    /// Whether the number stands on the suppression list (DESIGN rule 6).
    pub suppressed: bool,
}

/// Something that a line did not lead to, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed {
    /// The number of the line in the file.
    pub line: u64,
    /// The category, where it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<CategoryId>,
    /// What became of it.
    pub outcome: Verdict,
    /// Why.
    pub reason: Reason,
    /// Since when that stands, where it is a state.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Timestamp>,
    /// The column or member, where the line cannot be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// The rule in words, where the line cannot be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
}

/// What became of a line or of one category on it, where it is not that it was imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It cannot be read.
    Faulty,
    /// Something stands against it.
    Refused,
    /// It says what stands already.
    Unchanged,
}

/// Why something was not imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// See `field` and `rule`.
    Unreadable,
    /// The person said no; an import never lifts a no.
    Withdrawn,
    /// The number stands on the suppression list: someone erased had said no.
    Suppressed,
    /// A yes waits for confirmation from the person.
    Pending,
    /// The business does not have this category.
    CategoryUnknown,
    /// The claimed time is yet to come.
    ClaimedInFuture,
    /// The person was erased after the file was sent.
    Erased,
    /// The person said yes already.
    AlreadyGranted,
}

impl Listed {
    fn of(line: u64, outcome: Verdict, reason: Reason) -> Self {
        Self { line, category: None, outcome, reason, since: None, field: None, rule: None }
    }

    /// A line that cannot be read.
    pub fn faulty(line: u64, fault: LineFault) -> Self {
        let unreadable = Self::of(line, Verdict::Faulty, Reason::Unreadable);
        Self { field: Some(fault.field), rule: Some(fault.rule), ..unreadable }
    }

    /// A category that an earlier line of the same file names for the same number.
    pub fn repeated(line: u64, category: CategoryId) -> Self {
        Self { category: Some(category), ..Self::of(line, Verdict::Unchanged, Reason::AlreadyGranted) }
    }

    /// A line whose person was erased after it was sent.
    pub fn erased(line: u64) -> Self {
        Self::of(line, Verdict::Refused, Reason::Erased)
    }
}

/// Decides line number `number`: what is recorded, if anything, and what is listed instead.
pub fn import(knowledge: &Importing<'_>, number: u64, line: &Line) -> (Option<Fact>, Vec<Listed>) {
    let Importing { defaults, standings, .. } = *knowledge;
    let says = &line.says;
    // The reader lets no line through that lacks any of these.
    let (Some(categories), Some(source), Some(claimed_at), Some(wording)) = (
        says.categories.as_ref().or(defaults.categories.as_ref()),
        says.source.as_ref().or(defaults.source.as_ref()),
        says.claimed_at.as_ref().or(defaults.claimed_at.as_ref()),
        says.wording.as_ref().or(defaults.wording.as_ref()),
    ) else {
        let fault = LineFault { field: "line".into(), rule: "must say where the yes comes from".into() };
        return (None, vec![Listed::faulty(number, fault)]);
    };
    // A day of grace: a claimed day begins at midnight in UTC, and in Auckland that is noon.
    if claimed_at.from() > knowledge.now.plus_millis(DAY) {
        return (None, vec![Listed::of(number, Verdict::Refused, Reason::ClaimedInFuture)]);
    }

    let mut listed = Vec::new();
    let mut granted = Vec::new();
    for id in categories {
        let standing = standings.of(id);
        let no = standing.as_ref().and_then(|standing| standing.no);
        let reason = match standing.as_ref().map(|standing| standing.state) {
            Some(State::Granted) => Some(Reason::AlreadyGranted),
            Some(State::Withdrawn) => Some(Reason::Withdrawn),
            // Behind a waiting yes.
            Some(_) if no.is_some() => Some(Reason::Withdrawn),
            // All marketing, what the business did not have then among it.
            Some(State::NeverAsked | State::Pending) | None
                if stopped_in_whatsapp(knowledge.settings, standings, id) =>
            {
                Some(Reason::Withdrawn)
            }
            _ if knowledge.suppressed => Some(Reason::Suppressed),
            Some(State::Pending) => Some(Reason::Pending),
            Some(State::NeverAsked) | None if knowledge.settings.category(id).is_none() => {
                Some(Reason::CategoryUnknown)
            }
            Some(State::NeverAsked) | None => None,
        };
        let Some(reason) = reason else {
            granted.push(Change { id: id.clone(), state: State::Granted });
            continue;
        };
        let outcome = if reason == Reason::AlreadyGranted { Verdict::Unchanged } else { Verdict::Refused };
        let stop = standings.marketing.stop().filter(|_| reason == Reason::Withdrawn).map(|stop| stop.at);
        let since = no.map(|no| no.at).or(stop).or(standing.map(|standing| standing.since));
        listed.push(Listed { category: Some(id.clone()), since, ..Listed::of(number, outcome, reason) });
    }
    if granted.is_empty() {
        return (None, listed);
    }
    let provenance = Provenance {
        claimed_at: claimed_at.clone(),
        source: source.clone(),
        terms: knowledge.terms,
        wording: wording.clone(),
    };
    let fact = Fact {
        subject: Some(knowledge.subject.clone()),
        assurance: Some(Assurance::Imported),
        categories: granted,
        provenance: Some(provenance),
        ..Fact::new(Kind::Imported, Source::Import)
    };
    (Some(fact), listed)
}
