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

    /// The moment of exactly the printed form, with a day that there is; `None` for any other text.
    pub fn printed(text: &[u8]) -> Option<Self> {
        let form = b"0000-00-00T00:00:00.000Z";
        let fits = |(byte, form): (&u8, &u8)| if *form == b'0' { byte.is_ascii_digit() } else { byte == form };
        if text.len() != form.len() || !text.iter().zip(form).all(fits) {
            return None;
        }
        let number = |range: core::ops::Range<usize>| {
            text[range].iter().fold(0, |number, digit| number * 10 + i64::from(digit - b'0'))
        };
        let (year, month, day) = (number(0..4), number(5..7), number(8..10));
        let (hour, minute, second) = (number(11..13), number(14..16), number(17..19));
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let last = match month {
            2 => 28 + i64::from(leap),
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => 0,
        };
        if year < 1970 || !(1..=last).contains(&day) || hour > 23 || minute > 59 || second > 59 {
            return None;
        }
        // Days before this one, in years that begin with March, so that the day a leap year adds is the last of all; 719,468
        // are those from 1 March of the year 0 to 1 January 1970.
        let (years, months) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
        let days = years * 365 + years / 4 - years / 100 + years / 400 + (months * 153 + 2) / 5 + day - 1 - 719_468;
        Some(Self(((days * 24 + hour) * 60 + minute) * 60_000 + second * 1_000 + number(20..23)))
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
        // Nearly every text is our own, and a check of a large export reads millions.
        if let Some(moment) = Self::printed(text.as_bytes()) {
            return Ok(moment);
        }
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

    #[test]
    fn the_quick_way_refuses_days_and_hours_that_there_are_not() {
        for text in [
            "2026-02-29T11:00:00.000Z",
            "2100-02-29T11:00:00.000Z",
            "2026-13-01T11:00:00.000Z",
            "2026-00-01T11:00:00.000Z",
            "2026-04-31T11:00:00.000Z",
            "2026-11-22T24:00:00.000Z",
            "2026-11-22T11:60:00.000Z",
            "2026-11-22t11:00:00.000Z",
            "1969-12-31T23:59:59.999Z",
            "2026-11-22T11:00:00.00Z",
        ] {
            assert_eq!(Timestamp::printed(text.as_bytes()), None, "{text}");
        }
        let leap = "2024-02-29T00:00:00.000Z";
        assert_eq!(Timestamp::printed(leap.as_bytes()).unwrap().to_string(), leap);
    }

    proptest! {
        #[test]
        fn printing_and_reading_back_gives_the_same_moment(millis in 0..=LAST) {
            let moment = Timestamp::from_millis(millis);
            let text = moment.to_string();
            prop_assert_eq!(Timestamp::printed(text.as_bytes()), Some(moment));
            prop_assert_eq!(text.replace('Z', "+00:00").parse::<Timestamp>().unwrap(), moment);
        }
    }
}
