//! Noes, by day and category: how many were said, without by whom.
//!
//! Which categories a no names stands in the outcome of its event, which an erasure takes. So the sums are added up while
//! the outcome is still there, in the transaction that writes the events, and stand in a table that holds nothing
//! personal and that no erasure touches.

use std::collections::BTreeMap;

use jatak_shared::category::CategoryId;
use jatak_shared::event::{Event, Kind};
use jatak_shared::state::State;
use serde::{Deserialize, Serialize};

use super::Day;

/// How many noes one category got on one day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Noes {
    /// The day that they were recorded on.
    pub day: Day,
    /// The category; `None` for "stop everything", which is counted besides the categories that it withdraws.
    pub category: Option<CategoryId>,
    /// Noes said to the business, wherever: in its pages, in a message, to its staff.
    pub opt_outs: u64,
    /// Noes said to WhatsApp itself, about the business.
    pub stops: u64,
}

/// The sum that a no is part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sum {
    /// [`Noes::opt_outs`].
    OptOuts,
    /// [`Noes::stops`].
    Stops,
}

/// Which sum the noes of this event are part of; `None` where nobody says no by such an event. An event is part of one
/// sum, so that the two can be added.
pub fn counts_as(event: &Event) -> Option<Sum> {
    // Every kind by its name, so that a new one does not compile until it has its place here.
    match event.leaf.kind {
        Kind::OptedOut | Kind::ChoicesChanged => Some(Sum::OptOuts),
        Kind::MarketingStopped => Some(Sum::Stops),
        // Where a yes is let go that had waited, an earlier no comes back: it was counted when it was said.
        Kind::Expired
        | Kind::OptedIn
        | Kind::Confirmed
        | Kind::MarketingResumed
        | Kind::IdentityChanged
        | Kind::Imported
        | Kind::NoticePublished
        | Kind::SettingsChanged
        | Kind::Erased
        | Kind::EpochOpened => None,
    }
}

/// What these events add, in order of day and category.
pub(crate) fn added(events: &[Event]) -> Vec<Noes> {
    let mut sums: BTreeMap<(Day, Option<&CategoryId>), (u64, u64)> = BTreeMap::new();
    for event in events {
        let Some(sum) = counts_as(event) else { continue };
        let day = Day::of(event.leaf.recorded_at);
        let changes = event.outcome.as_ref().map_or(&[][..], |outcome| &outcome.body.categories[..]);
        let withdrawn = changes.iter().filter(|change| change.state == State::Withdrawn).map(|change| Some(&change.id));
        let everything = event.private.body.everything.then_some(None);
        for category in withdrawn.chain(everything) {
            let (opt_outs, stops) = sums.entry((day, category)).or_default();
            match sum {
                Sum::OptOuts => *opt_outs += 1,
                Sum::Stops => *stops += 1,
            }
        }
    }
    let noes = |((day, category), (opt_outs, stops)): ((Day, Option<&CategoryId>), _)| Noes {
        day,
        category: category.cloned(),
        opt_outs,
        stops,
    };
    sums.into_iter().map(noes).collect()
}
