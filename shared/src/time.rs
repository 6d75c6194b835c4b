//! Moments, as milliseconds since 1970 in UTC, printed as RFC 3339.

use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

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
        let (clock, millis) = text.split_at_checked(19)?;
        let [b'.', millis @ .., b'Z'] = millis else { return None };
        let millis = digits(<&[u8; 3]>::try_from(millis).ok()?)?;
        Some(Self(second(clock, b"T")? * 1_000 + millis)).filter(|moment| (0..=LAST).contains(&moment.0))
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

/// The whole second since 1970 that `0000-00-00T00:00:00` says, between date and time one of these characters.
fn second(text: &[u8], between: &[u8]) -> Option<i64> {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2, separator, h1, h2, b':', n1, n2, b':', s1, s2] = text else {
        return None;
    };
    let (year, month, day) = (digits(&[y1, y2, y3, y4])?, digits(&[m1, m2])?, digits(&[d1, d2])?);
    let (hour, minute, second) = (digits(&[h1, h2])?, digits(&[n1, n2])?, digits(&[s1, s2])?);
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let last = match month {
        2 => 28 + i64::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    let fits = between.contains(&separator) && (1..=last).contains(&day) && hour < 24 && minute < 60 && second < 60;
    // Years are counted from March, so that the day a leap year adds is the last of all.
    let (years, months) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let days = years * 365 + years.div_euclid(4) - years.div_euclid(100) + years.div_euclid(400);
    let days = days + (months * 153 + 2) / 5 + day - 1 - BEFORE_1970;
    fits.then_some(((days * 24 + hour) * 60 + minute) * 60 + second)
}

/// The days from 1 March of the year 0 to 1 January 1970.
const BEFORE_1970: i64 = 719_468;

/// The number that these digits make.
fn digits(text: &[u8]) -> Option<i64> {
    let digit = |number: i64, byte: &u8| byte.is_ascii_digit().then(|| number * 10 + i64::from(byte - b'0'));
    text.iter().try_fold(0, digit)
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (days, millis) = (self.0.div_euclid(DAY) + BEFORE_1970, self.0.rem_euclid(DAY));
        // The calendar repeats every 400 years, which are 146,097 days; within them a leap year every 4 years, which are
        // 1,461 days, but not every 100, which are 36,524.
        let (era, day) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
        let day = day - (year * 365 + year / 4 - year / 100);
        let month = (day * 5 + 2) / 153;
        let day = day - (month * 153 + 2) / 5 + 1;
        let (year, month) = if month < 10 { (year, month + 3) } else { (year + 1, month - 9) };
        let (second, minute, hour) = (millis / 1_000 % 60, millis / 60_000 % 60, millis / 3_600_000);
        let (year, millis) = (era * 400 + year, millis % 1_000);
        write!(f, "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{millis:03}Z")
    }
}

impl FromStr for Timestamp {
    type Err = NotATime;

    /// Reads any RFC 3339 time; digits finer than a millisecond are dropped, and a leap second is the one before it.
    fn from_str(text: &str) -> Result<Self, NotATime> {
        Self::printed(text.as_bytes()).or_else(|| any(text.as_bytes())).ok_or(NotATime)
    }
}

/// Any time of RFC 3339.
fn any(text: &[u8]) -> Option<Timestamp> {
    let (clock, rest) = text.split_at_checked(19)?;
    let leap = clock.ends_with(b":60");
    let clock = if leap { [&clock[..17], b"59"].concat() } else { clock.to_vec() };
    let (fraction, zone) = match rest {
        [b'.', rest @ ..] => {
            let end = rest.iter().position(|byte| !byte.is_ascii_digit())?;
            (rest.get(..end).filter(|fraction| !fraction.is_empty())?, &rest[end..])
        }
        rest => (&[][..], rest),
    };
    let mut millis = *b"000";
    millis.iter_mut().zip(fraction).for_each(|(place, digit)| *place = *digit);
    let away = match *zone {
        [b'Z' | b'z'] => 0,
        [sign @ (b'+' | b'-'), h1, h2, b':', m1, m2] => {
            let (hours, minutes) = (digits(&[h1, h2])?, digits(&[m1, m2])?);
            let away = (hours * 60 + minutes) * 60;
            (hours < 24 && minutes < 60).then_some(if sign == b'+' { away } else { -away })?
        }
        _ => return None,
    };
    let second = second(&clock, b"Tt ")? - away;
    // Leap seconds end a day in UTC.
    let fits = !leap || second.rem_euclid(86_400) == 86_399;
    let moment = second * 1_000 + if leap { 999 } else { digits(&millis)? };
    (fits && (0..=LAST).contains(&moment)).then_some(Timestamp(moment))
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::parsed::from_text(deserializer)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
    use super::*;
    use ::time::OffsetDateTime;
    use ::time::format_description::well_known::Rfc3339;
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
    fn days_and_hours_that_there_are_not_are_refused() {
        for text in [
            "2026-02-29T11:00:00.000Z",
            "2100-02-29T11:00:00.000Z",
            "2026-13-01T11:00:00.000Z",
            "2026-00-01T11:00:00.000Z",
            "2026-04-31T11:00:00.000Z",
            "2026-04-00T11:00:00.000Z",
            "2026-11-22T24:00:00.000Z",
            "2026-11-22T11:60:00.000Z",
            "2026-11-22T11:59:60.000Z",
            "2026-11-22T11:00:00.Z",
            "2026-11-22T11:00:00+24:00",
            "2026-11-22T11:00:00+1:00",
        ] {
            assert_eq!(text.parse::<Timestamp>(), Err(NotATime), "{text}");
        }
        let leap = "2024-02-29T00:00:00.000Z";
        assert_eq!(leap.parse::<Timestamp>().unwrap().to_string(), leap);
        assert_eq!("2016-12-31T23:59:60Z".parse::<Timestamp>().unwrap().to_string(), "2016-12-31T23:59:59.999Z");
        assert_eq!("9999-12-31T23:59:59.999Z".parse(), Ok(Timestamp(LAST)));
    }

    /// What the crate `time` makes of it.
    fn second_opinion(text: &str) -> Option<i64> {
        let moment = OffsetDateTime::parse(text, &Rfc3339).ok()?;
        let millis = i64::try_from(moment.unix_timestamp_nanos().div_euclid(1_000_000)).unwrap();
        (0..=LAST).contains(&millis).then_some(millis)
    }

    proptest! {
        #[test]
        fn printing_and_reading_back_gives_the_same_moment(millis in 0..=LAST) {
            let moment = Timestamp::from_millis(millis);
            let text = moment.to_string();
            prop_assert_eq!(Timestamp::printed(text.as_bytes()), Some(moment));
            prop_assert_eq!(second_opinion(&text), Some(millis));
        }

        #[test]
        fn any_time_is_read_as_others_read_it(
            text in "(19[67][0-9]|20[0-9]{2}|9999)-(0[0-9]|1[0-3])-([0-3][0-9])[Tt]([01][0-9]|2[0-4]):[0-5][0-9]:[0-5][0-9]\
                     (\\.[0-9]{1,9})?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])"
        ) {
            prop_assert_eq!(text.parse::<Timestamp>().ok().map(Timestamp::millis), second_opinion(&text), "{}", text);
        }
    }
}
