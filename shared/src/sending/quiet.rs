//! Quiet hours: a message may go only when it is outside of them on every clock that the person may live by.

use crate::business::QuietHours;
use crate::time::Timestamp;

/// A minute and a day of minutes, in milliseconds.
const MINUTE: i64 = 60_000;
const DAY: i64 = 1_440 * MINUTE;

/// What quiet hours mean at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Quiet {
    /// It is quiet nowhere until then.
    Until(Timestamp),
    /// It is quiet somewhere; nowhere from then on. `None` where at each moment it is quiet somewhere.
    Now(Option<Timestamp>),
}

/// Whether it is quiet at `now` for somebody whose clocks are `least` to `most` minutes ahead of UTC. All clocks in between
/// are counted: the time between two zones is short, and a zone may change its mind.
pub(super) fn quiet(hours: QuietHours, (least, most): (i16, i16), now: Timestamp) -> Quiet {
    // It gets quiet first on the clock that is furthest ahead, and last on the other one it ends.
    let begins = (i64::from(hours.from()) - i64::from(most)) * MINUTE;
    let lasts = (i64::from(hours.length()) + i64::from(most) - i64::from(least)) * MINUTE;
    let since = (now.millis() - begins).rem_euclid(DAY);
    if lasts >= DAY {
        Quiet::Now(None)
    } else if since < lasts {
        Quiet::Now(Some(now.plus_millis(lasts - since)))
    } else {
        Quiet::Until(now.plus_millis(DAY - since))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
    use super::*;
    use crate::sending::Whereabouts;
    use proptest::prelude::*;

    fn night() -> QuietHours {
        QuietHours::new(21 * 60, 8 * 60).unwrap()
    }

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn for_number(number: &str, now: &str) -> Quiet {
        quiet(night(), Whereabouts::of_number(&number.parse().unwrap()).offsets(), at(now))
    }

    #[test]
    fn a_danish_number_is_called_by_day_in_winter_and_in_summer() {
        // One hour ahead in winter, two in summer: quiet from 19:00 to 07:00 of UTC.
        let quiet = |now| for_number("+4520123456", now);
        assert_eq!(quiet("2026-11-22T06:59:59.999Z"), Quiet::Now(Some(at("2026-11-22T07:00:00.000Z"))));
        assert_eq!(quiet("2026-11-22T07:00:00.000Z"), Quiet::Until(at("2026-11-22T19:00:00.000Z")));
        assert_eq!(quiet("2026-11-22T18:59:59.999Z"), Quiet::Until(at("2026-11-22T19:00:00.000Z")));
        assert_eq!(quiet("2026-11-22T19:00:00.000Z"), Quiet::Now(Some(at("2026-11-23T07:00:00.000Z"))));
    }

    #[test]
    fn a_number_of_a_wide_country_has_a_short_day() {
        // New York at the latest 21:00 in summer, Honolulu at the earliest 08:00: 18:00 to 01:00 of UTC.
        assert_eq!(
            for_number("+12025550123", "2026-07-01T18:00:00.000Z"),
            Quiet::Until(at("2026-07-02T01:00:00.000Z"))
        );
        assert_eq!(
            for_number("+12025550123", "2026-07-01T17:59:00.000Z"),
            Quiet::Now(Some(at("2026-07-01T18:00:00.000Z")))
        );
        assert!(matches!(for_number("+79161234567", "2026-07-01T06:30:00.000Z"), Quiet::Until(_)));
    }

    #[test]
    fn where_it_is_always_quiet_somewhere_nobody_is_told_to_wait() {
        assert_eq!(for_number("+881612345678", "2026-07-01T12:00:00.000Z"), Quiet::Now(None));
    }

    proptest! {
        #[test]
        fn it_is_quiet_just_when_some_clock_says_so(
            (from, to) in (0..1_440_u16, 0..1_440_u16),
            (least, width) in (-720..840_i16, 0..840_i16),
            minute in 1_000_000..1_010_000_i64,
        ) {
            prop_assume!(from != to);
            let hours = QuietHours::new(from, to).unwrap();
            let (most, now) = (least + width, Timestamp::from_millis(minute * MINUTE));
            let quiet_by = |now: Timestamp, ahead: i16| {
                let local = u16::try_from((now.millis() / MINUTE + i64::from(ahead)).rem_euclid(1_440)).unwrap();
                if from < to { (from..to).contains(&local) } else { local >= from || local < to }
            };
            let somewhere = |now| (least..=most).any(|ahead| quiet_by(now, ahead));
            match quiet(hours, (least, most), now) {
                Quiet::Until(end) => {
                    prop_assert!(!somewhere(now));
                    prop_assert!(end > now && somewhere(end) && !somewhere(end.plus_millis(-MINUTE)));
                }
                Quiet::Now(Some(end)) => {
                    prop_assert!(somewhere(now));
                    prop_assert!(end > now && !somewhere(end) && somewhere(end.plus_millis(-MINUTE)));
                }
                Quiet::Now(None) => prop_assert!((0..1_440).all(|step| somewhere(now.plus_millis(step * MINUTE)))),
            }
        }
    }
}
