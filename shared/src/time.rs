//! Moments, as milliseconds since 1970 in UTC, printed as RFC 3339.

use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use time::format_description::well_known::Rfc3339;
use time::macros::format_description;
use time::{OffsetDateTime, UtcOffset};

/// One day in milliseconds.
pub const DAY: i64 = 24 * 60 * 60 * 1000;

/// 9999-12-31T23:59:59.999Z: the last moment whose RFC 3339 form has a four-digit year.
const LAST: i64 = 253_402_300_799_999;

/// A moment, in whole milliseconds since 1970-01-01T00:00:00Z, never before it and never past the year 9999.
///
/// Its one printed form is RFC 3339 in UTC with exactly three decimals (`2026-11-22T11:00:00.123Z`), so that equal
/// moments have equal bytes wherever they are hashed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(i64);

/// A text or number that is no moment this project can store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an RFC 3339 time between 1970 and 9999, such as 2026-11-22T11:00:00.123Z")]
pub struct NotATime;

impl Timestamp {
    /// 1970-01-01T00:00:00.000Z, the earliest moment.
    pub const EPOCH: Self = Self(0);

    /// The moment `millis` milliseconds after 1970; a value out of range becomes the nearest one in range, since a
    /// clock that far off is no reason to refuse a withdrawal.
    pub fn from_millis(millis: i64) -> Self {
        Self(millis.clamp(0, LAST))
    }

    /// Milliseconds since 1970.
    pub fn millis(self) -> i64 {
        self.0
    }

    /// This moment moved by `millis`, kept in range.
    #[must_use]
    pub fn plus_millis(self, millis: i64) -> Self {
        Self::from_millis(self.0.saturating_add(millis))
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let moment =
            OffsetDateTime::from_unix_timestamp_nanos(i128::from(self.0) * 1_000_000).map_err(|_| fmt::Error)?;
        let form = format_description!("[year]-[month]-[day]T[hour]:[minute]:[second].[subsecond digits:3]Z");
        f.write_str(&moment.format(form).map_err(|_| fmt::Error)?)
    }
}

impl FromStr for Timestamp {
    type Err = NotATime;

    /// Reads any RFC 3339 time; digits finer than a millisecond are dropped.
    fn from_str(text: &str) -> Result<Self, NotATime> {
        let moment = OffsetDateTime::parse(text, &Rfc3339).map_err(|_| NotATime)?.to_offset(UtcOffset::UTC);
        let millis = i64::try_from(moment.unix_timestamp_nanos().div_euclid(1_000_000)).map_err(|_| NotATime)?;
        if (0..=LAST).contains(&millis) { Ok(Self(millis)) } else { Err(NotATime) }
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'_, str>>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_printed_form_has_three_decimals_and_a_z() {
        assert_eq!(Timestamp::from_millis(1_795_345_200_123).to_string(), "2026-11-22T11:00:00.123Z");
        assert_eq!(Timestamp::EPOCH.to_string(), "1970-01-01T00:00:00.000Z");
    }

    #[test]
    fn an_offset_is_read_as_the_same_moment() {
        assert_eq!("2026-11-22T12:00:00.1234+01:00".parse(), Ok(Timestamp(1_795_345_200_123)));
    }

    #[test]
    fn times_without_a_zone_or_before_1970_are_refused() {
        for text in ["2026-11-22T11:00:00", "2026-11-22", "1969-12-31T23:59:59Z", "", "now"] {
            assert_eq!(text.parse::<Timestamp>(), Err(NotATime), "{text}");
        }
    }

    proptest! {
        #[test]
        fn printing_and_reading_back_gives_the_same_moment(millis in 0..=LAST) {
            let moment = Timestamp::from_millis(millis);
            prop_assert_eq!(moment.to_string().parse::<Timestamp>().unwrap(), moment);
        }
    }
}
