//! Noes, by day and category: how many were said, without by whom.
//!
//! Which categories a no names stands in the private part of its event, which an erasure takes. So the sums are added up
//! while that is still there, in the transaction that writes the events, and stand in a table that holds nothing
//! personal and that no erasure touches.

use std::collections::BTreeMap;

use jatak_shared::category::CategoryId;
use jatak_shared::event::{Event, Kind, MarketingSignal};
use serde::{Deserialize, Serialize};

use super::Day;

/// How many noes one category got on one day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Noes {
    /// The day that they were recorded on.
    pub day: Day,
    /// The category; `None` for "stop everything" itself, and for the stop in WhatsApp itself, which are counted besides the
    /// categories that they withdraw.
    pub category: Option<CategoryId>,
    /// Noes said to the business, wherever: in its pages, in a message, to its staff.
    pub opt_outs: u64,
    /// Noes said in WhatsApp's own settings, about the business.
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
        | Kind::Imported
        | Kind::Confirmed
        | Kind::MarketingResumed
        | Kind::IdentityChanged
        | Kind::NoticePublished
        | Kind::SettingsChanged
        | Kind::Erased
        | Kind::EpochOpened => None,
    }
}

/// What these events add, in order of day and category.
pub(crate) fn added<'a>(events: impl IntoIterator<Item = &'a Event>) -> Vec<Noes> {
    let mut sums: BTreeMap<(Day, Option<&CategoryId>), (u64, u64)> = BTreeMap::new();
    for event in events {
        let Some(sum) = counts_as(event) else { continue };
        let day = Day::of(event.leaf.recorded_at);
        // What was said, and not what it led to: a no that comes late may change nothing.
        let said = &event.private.body;
        let itself = said.everything || said.marketing == Some(MarketingSignal::Stopped);
        let withdrawn = said.withdrawn.iter().map(Some);
        for category in withdrawn.chain(itself.then_some(None)) {
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
    use jatak_shared::act::{Assurance, Source};
    use jatak_shared::event::{Change, Fact, Place};
    use jatak_shared::id::{BusinessId, SubjectId};
    use jatak_shared::random::Random;
    use jatak_shared::state::State;
    use jatak_shared::subject::Subject;
    use jatak_shared::time::Timestamp;

    use super::*;

    struct Zeros;

    impl Random for Zeros {
        fn fill(&mut self, bytes: &mut [u8]) {
            bytes.fill(0);
        }
    }

    fn event(kind: Kind, led_to: State, marketing: Option<MarketingSignal>) -> Event {
        let fact = Fact {
            subject: Some(Subject { id: SubjectId::v4([7; 16]), handle: "+4520123456".parse().unwrap() }),
            assurance: Some(Assurance::Whatsapp),
            categories: vec![Change { id: "relevant_offers".parse().unwrap(), state: led_to }],
            marketing,
            ..Fact::new(kind, Source::Whatsapp)
        };
        let recorded_at = Timestamp::from_millis(1_795_345_200_000);
        fact.seal(Place { business: BusinessId::v4([1; 16]), seq: 1, recorded_at, previous: None }, &mut Zeros)
    }

    #[test]
    fn a_stop_in_whatsapp_is_no_opt_out_and_counts_for_itself_and_for_what_it_withdraws() {
        let stop = event(Kind::MarketingStopped, State::Withdrawn, Some(MarketingSignal::Stopped));
        let word = event(Kind::OptedOut, State::Withdrawn, None);
        let resume = event(Kind::MarketingResumed, State::Granted, Some(MarketingSignal::Resumed));
        let day = Day::of(stop.leaf.recorded_at);
        let noes = |category: Option<&str>, opt_outs, stops| Noes {
            day,
            category: category.map(|id| id.parse().unwrap()),
            opt_outs,
            stops,
        };
        let sums = added(&[stop, word, resume]);
        assert_eq!(sums, [noes(None, 0, 1), noes(Some("relevant_offers"), 1, 1)], "a word such as STOP is an opt-out");
    }

    #[test]
    fn a_no_that_came_too_late_to_change_anything_was_said_all_the_same() {
        let late = added(&[event(Kind::OptedOut, State::Granted, None)]);
        assert_eq!(late.iter().map(|noes| noes.opt_outs).collect::<Vec<_>>(), [1]);
    }
}
