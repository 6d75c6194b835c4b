//! Caps: how many messages of a kind a person gets in a span of time. The span rolls, so that no day, week or month has
//! more of them than was said, wherever it is begun.

use crate::category::{Cap, Period};
use crate::time::{DAY, Timestamp};

/// How long a period is, in milliseconds. A month is the longest one, 31 days: so no calendar month has more.
pub(super) fn window(per: Period) -> i64 {
    match per {
        Period::Day => DAY,
        Period::Week => 7 * DAY,
        Period::Month => 31 * DAY,
    }
}

/// The longest window there is, in milliseconds. What was sent longer ago counts nowhere.
pub const LONGEST_WINDOW: i64 = 31 * DAY;

/// How far a cap is used up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Used {
    /// How many messages more may go now.
    pub(super) left: u16,
    /// When the next may, where none may now.
    pub(super) again_at: Option<Timestamp>,
}

/// How far `cap` is used up at `now` by messages of these times, in any order. One of exactly a window ago counts no more.
/// A time that is yet to come, after a clock that went back, counts.
pub(super) fn used(cap: Cap, times: &[Timestamp], now: Timestamp) -> Used {
    let window = window(cap.per());
    let mut counted: Vec<Timestamp> = times.iter().copied().filter(|at| at.plus_millis(window) > now).collect();
    counted.sort_unstable();
    let max = usize::from(cap.max());
    // Once this one has left its window, one fewer than the cap are in theirs.
    let last_to_leave = counted.len().checked_sub(max).map(|at| counted[at]);
    let left = u16::try_from(max.saturating_sub(counted.len())).unwrap_or(u16::MAX);
    Used { left, again_at: last_to_leave.map(|at| at.plus_millis(window)) }
}

/// Whether `now` lets more be sent than `agreed` did in some window, so that it needs a new question (rule 4).
pub(super) fn is_looser(now: Option<Cap>, agreed: Option<Cap>) -> bool {
    match (now, agreed) {
        (_, None) => false,
        (None, Some(_)) => true,
        (Some(now), Some(agreed)) => {
            // As many windows of the new cap may touch one of the old as fit into it, begun ones included.
            let times = (window(agreed.per()) + window(now.per()) - 1) / window(now.per());
            i64::from(now.max()) * times > i64::from(agreed.max())
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
    use super::*;
    use proptest::prelude::*;

    fn cap(max: u16, per: Period) -> Cap {
        Cap::new(max, per).unwrap()
    }

    const NOW: Timestamp = Timestamp::EPOCH;

    #[test]
    fn the_next_may_go_when_the_oldest_that_counts_leaves_its_window() {
        let now = NOW.plus_millis(40 * DAY);
        let ago = |days: i64| now.plus_millis(-days * DAY);
        let two = cap(2, Period::Week);
        assert_eq!(used(two, &[], now), Used { left: 2, again_at: None });
        assert_eq!(used(two, &[ago(7), ago(6)], now), Used { left: 1, again_at: None });
        assert_eq!(used(two, &[ago(1), ago(6)], now), Used { left: 0, again_at: Some(now.plus_millis(DAY)) });
        // After a cap that was wider, or a clock that went back, more may have gone than it lets.
        let again_at = Some(now.plus_millis(6 * DAY));
        assert_eq!(
            used(two, &[ago(0), ago(1), ago(2)], now),
            Used { left: 0, again_at: Some(now.plus_millis(6 * DAY)) }
        );
        assert_eq!(used(two, &[ago(1), ago(0)], now).again_at, again_at);
    }

    #[test]
    fn a_looser_cap_is_told_from_a_stricter_one() {
        let (day, week, month) = (Period::Day, Period::Week, Period::Month);
        for (now, agreed, looser) in [
            (Some(cap(2, week)), Some(cap(2, week)), false),
            (Some(cap(1, week)), Some(cap(2, week)), false),
            (Some(cap(3, week)), Some(cap(2, week)), true),
            (Some(cap(7, week)), Some(cap(1, day)), true),
            (Some(cap(1, day)), Some(cap(7, week)), false),
            (Some(cap(1, day)), Some(cap(6, week)), true),
            (Some(cap(2, month)), Some(cap(2, week)), false),
            (Some(cap(1, week)), Some(cap(4, month)), true),
            (Some(cap(1, week)), Some(cap(5, month)), false),
            (None, Some(cap(1000, day)), true),
            (Some(cap(1, month)), None, false),
            (None, None, false),
        ] {
            assert_eq!(is_looser(now, agreed), looser, "{now:?} after {agreed:?}");
        }
    }

    proptest! {
        #[test]
        fn whoever_sends_only_while_some_are_left_never_sends_more_than_the_cap_in_any_window(
            max in 1..5_u16,
            per in prop::sample::select(&Period::ALL[..]),
            steps in prop::collection::vec(0..20 * DAY, 1..80),
        ) {
            let cap = cap(max, per);
            let (mut now, mut sent) = (NOW.plus_millis(50 * DAY), Vec::new());
            for step in steps {
                now = now.plus_millis(step / 7);
                let before = used(cap, &sent, now);
                prop_assert_eq!(before.left == 0, before.again_at.is_some());
                if let Some(again) = before.again_at {
                    prop_assert!(again > now);
                    prop_assert_eq!(used(cap, &sent, again.plus_millis(-1)).left, 0, "a moment earlier none may go");
                    prop_assert!(used(cap, &sent, again).left > 0, "then one may");
                } else {
                    sent.push(now);
                }
            }
            for first in &sent {
                let end = first.plus_millis(window(per));
                let within = sent.iter().filter(|at| (*first..end).contains(at)).count();
                prop_assert!(within <= usize::from(max), "{} in one window", within);
            }
        }

        #[test]
        fn what_a_cap_that_is_not_looser_lets_through_the_agreed_one_lets_through_as_well(
            (now_max, agreed_max) in (1..12_u16, 1..12_u16),
            (now_per, agreed_per) in (prop::sample::select(&Period::ALL[..]), prop::sample::select(&Period::ALL[..])),
        ) {
            let (stricter, agreed) = (cap(now_max, now_per), cap(agreed_max, agreed_per));
            prop_assume!(!is_looser(Some(stricter), Some(agreed)));
            // The most that one lets through: each as soon as it may go.
            let (mut now, mut sent) = (NOW.plus_millis(DAY), Vec::new());
            for _ in 0..60 {
                now = used(stricter, &sent, now).again_at.unwrap_or(now);
                prop_assert!(used(agreed, &sent, now).left > 0);
                sent.push(now);
            }
        }
    }
}
