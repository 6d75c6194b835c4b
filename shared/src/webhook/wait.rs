//! How long an event that was not taken waits for its next try.

/// The seconds between tries, before chance adds to them. The first are for a receiver that is being started anew, the last
/// for one whose people come back to work on Monday. They come to 272,165 seconds, 3 days and 4 hours: [`GIVEN_UP_AFTER`].
const SECONDS: [i64; 10] = [5, 60, 5 * 60, 30 * 60, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR];

const HOUR: i64 = 60 * 60;

/// How often an event is tried before it is given up: once, and once after each wait.
pub const GIVEN_UP_AFTER: u64 = SECONDS.len() as u64 + 1;

/// How long an endpoint may fail without taking anything before nothing is sent there any more, in milliseconds.
pub const WEEK: i64 = 7 * 24 * HOUR * 1_000;

/// How long to wait after so many tries of one event, in milliseconds; `None` where it is given up.
///
/// `chance` adds up to an eighth, so that what failed at one time does not come back at one time. It only ever adds: the tries
/// span three days at least. An eighth is less than any step of the list, so that each wait is longer than the one before.
pub fn wait(tries: u64, chance: u32) -> Option<i64> {
    let index = usize::try_from(tries.checked_sub(1)?).ok()?;
    let least = SECONDS.get(index)? * 1_000;
    Some(least + ((least / 8 * i64::from(chance)) >> 32))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
    use super::*;
    use crate::time::DAY;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn whatever_chance_adds_each_wait_is_longer_and_all_of_them_span_three_days(
            chances in proptest::array::uniform10(any::<u32>())
        ) {
            let waits: Vec<i64> = (1..).zip(chances).map_while(|(tries, chance)| wait(tries, chance)).collect();
            prop_assert_eq!(waits.len() as u64, GIVEN_UP_AFTER - 1);
            prop_assert!(waits.is_sorted_by(|earlier, later| earlier < later), "{:?}", waits);
            let all: i64 = waits.iter().sum();
            prop_assert!((3 * DAY..4 * DAY).contains(&all), "{}", all);
            prop_assert!(all < WEEK);
        }

        #[test]
        fn chance_adds_and_never_takes_away(tries in 1u64..GIVEN_UP_AFTER, chance: u32) {
            let (least, waited) = (wait(tries, 0).unwrap(), wait(tries, chance).unwrap());
            prop_assert!(least <= waited && waited <= least + least / 8);
        }

        #[test]
        fn there_is_no_wait_beyond_the_list(tries in GIVEN_UP_AFTER.., chance: u32) {
            prop_assert_eq!(wait(tries, chance), None);
        }
    }

    #[test]
    fn before_the_first_try_there_is_nothing_to_wait_for() {
        assert_eq!(wait(0, 0), None);
        assert_eq!(wait(1, 0), Some(5_000));
    }
}
