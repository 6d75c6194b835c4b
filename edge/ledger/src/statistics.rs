//! Statistics: how many opted in, by day and notice, and how many noes there were, by day and category. Opt-ins are counted
//! from the leaves, which hold nothing personal and outlast an erasure; noes are added up when they are recorded ([`noes`]).
//! So people who were erased since are still counted as the events they were.

mod noes;

use core::fmt;
use core::str::FromStr;
use std::collections::BTreeMap;

use jatak_shared::id::NoticeId;
use jatak_shared::locale::Locale;
use jatak_shared::time::{DAY, Timestamp};
use serde::{Deserialize, Serialize};

use crate::engine::Engine;
use crate::shown::Count;
use crate::sql::{self, events, notices};
use crate::store::{Store, StoreError};

pub(crate) use noes::added;
pub use noes::{Noes, Sum, counts_as};

/// A day of UTC, as days since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Day(u64);

/// A text that is no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a day such as 2026-11-22 (UTC)")]
pub struct NotADay;

impl Day {
    /// The day of this moment.
    pub fn of(moment: Timestamp) -> Self {
        // No moment is before 1970.
        Self(u64::try_from(moment.millis() / DAY).unwrap_or_default())
    }

    /// The day with this number.
    pub fn from_number(days: u64) -> Self {
        Self(days)
    }

    /// Days since 1970.
    pub fn number(self) -> u64 {
        self.0
    }

    /// So many days before this one, 1970-01-01 at the earliest.
    #[must_use]
    pub fn minus(self, days: u64) -> Self {
        Self(self.0.saturating_sub(days))
    }

    /// Its first millisecond.
    pub fn begins(self) -> Timestamp {
        Timestamp::from_millis(i64::try_from(self.0).unwrap_or(i64::MAX).saturating_mul(DAY))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let moment = self.begins().to_string();
        // `YYYY-MM-DD` is how every printed moment begins.
        f.write_str(moment.get(..10).unwrap_or_default())
    }
}

impl FromStr for Day {
    type Err = NotADay;

    fn from_str(text: &str) -> Result<Self, NotADay> {
        if text.len() != 10 {
            return Err(NotADay);
        }
        format!("{text}T00:00:00Z").parse().map(Self::of).map_err(|_| NotADay)
    }
}

/// How many days a span has at most: no more than reports of showing are kept for.
pub const LONGEST: u64 = crate::shown::KEPT;

/// Days from one to another, both included; never backwards and never more than [`LONGEST`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    from: Day,
    to: Day,
}

impl Span {
    /// The days from one to another; `None` where they go backwards or are too many.
    pub fn new(from: Day, to: Day) -> Option<Self> {
        (from <= to && to.0 - from.0 < LONGEST).then_some(Self { from, to })
    }

    /// The first day.
    pub fn from(self) -> Day {
        self.from
    }

    /// The last day.
    pub fn to(self) -> Day {
        self.to
    }
}

/// What the ledger has to say of some days.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statistics {
    /// How many opted in, in order of day and notice.
    pub opted_in: Vec<Count>,
    /// How many noes there were, in order of day and category.
    pub noes: Vec<Noes>,
    /// The language of each notice ever published.
    pub locales: BTreeMap<NoticeId, Locale>,
}

impl<S: Store> Engine<S> {
    /// How many opted in on these days, by day and notice, and how many noes there were, by day and category.
    pub fn statistics(&self, span: Span) -> Result<Statistics, StoreError> {
        let until = Day(span.to.0 + 1).begins();
        Ok(Statistics {
            opted_in: events::opt_ins(&self.store, span.from.begins(), until)?,
            noes: sql::noes::read(&self.store, span)?,
            locales: notices::locales(&self.store)?,
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
    use super::*;

    #[test]
    fn a_day_is_read_and_printed_alike_and_begins_at_midnight_of_utc() {
        for (text, millis) in [("1970-01-01", 0), ("2026-11-22", 1_795_305_600_000), ("2028-02-29", 1_835_395_200_000)]
        {
            let day: Day = text.parse().unwrap();
            assert_eq!(day.to_string(), text);
            assert_eq!(day.begins().millis(), millis, "{text}");
            assert_eq!(Day::of(Timestamp::from_millis(millis + DAY - 1)), day);
        }
        for bad in ["", "2026-11-31", "2026-1-1", "20261122", "2026-11-22T", "１970-01-01"] {
            assert_eq!(bad.parse::<Day>(), Err(NotADay), "{bad}");
        }
    }

    #[test]
    fn a_span_goes_forwards_and_is_bounded() {
        let day = Day::from_number;
        assert!(Span::new(day(10), day(10)).is_some());
        assert!(Span::new(day(10), day(9)).is_none());
        assert!(Span::new(day(10), day(9 + LONGEST)).is_some());
        assert!(Span::new(day(10), day(10 + LONGEST)).is_none());
    }
}
