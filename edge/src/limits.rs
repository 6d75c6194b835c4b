//! Limits in memory: how much one source, or one business, may ask in a short time.
//!
//! A source is known only by a keyed hash under a key that this isolate drew for itself: nothing here can be turned
//! back into an address, and nothing outlives the isolate.

use std::collections::HashMap;

/// A token bucket: holds `burst`, refills at `a_second`.
#[derive(Clone, Copy, Debug)]
pub struct Rate {
    /// How many at once.
    pub burst: f64,
    /// How many a second for ever.
    pub a_second: f64,
}

/// Submissions from one source. A shop's own Wi-Fi or a mobile carrier's gateway stands for many shoppers: thirty at
/// once and one a second after lets a queue of people through and a script not far.
pub const SUBMISSIONS_A_SOURCE: Rate = Rate { burst: 30.0, a_second: 1.0 };

/// Reports of showing from one source. Many see a form for each who answers it; a script that makes up reports is held to
/// five a second, and what it reports counts for nothing but a statistic.
pub const REPORTS_A_SOURCE: Rate = Rate { burst: 120.0, a_second: 5.0 };

/// Questions after a code from one source: a page asks two in three seconds for a quarter of an hour, and a carrier's gateway
/// stands for many pages.
pub const POLLS_A_SOURCE: Rate = Rate { burst: 240.0, a_second: 20.0 };

/// Grants of one business. Four hundred a second is a very large shop's campaign hour; a burst of two thousand is five
/// seconds of it, and two batches' worth of memory in the queue.
pub const GRANTS_A_BUSINESS: Rate = Rate { burst: 2_000.0, a_second: 400.0 };

/// How many sources are remembered: at 48 bytes each, half a megabyte.
const SOURCES: usize = 10_000;

/// One bucket.
#[derive(Clone, Copy, Debug)]
pub struct Bucket {
    left: f64,
    at: i64,
}

impl Bucket {
    /// A full one.
    pub fn full(rate: Rate, now: i64) -> Self {
        Self { left: rate.burst, at: now }
    }

    /// Takes one, or says in how many whole seconds there will be one. `now` is in milliseconds.
    pub fn take(&mut self, rate: Rate, now: i64) -> Result<(), u32> {
        self.refill(rate, now);
        if self.left >= 1.0 {
            self.left -= 1.0;
            return Ok(());
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and a few seconds")]
        Err(((1.0 - self.left) / rate.a_second).ceil().max(1.0) as u32)
    }

    fn refill(&mut self, rate: Rate, now: i64) {
        #[expect(clippy::cast_precision_loss, reason = "an isolate does not live 2^53 milliseconds")]
        let seconds = (now - self.at).max(0) as f64 / 1000.0;
        self.left = (self.left + seconds * rate.a_second).min(rate.burst);
        self.at = now;
    }

    fn is_full(&self, rate: Rate, now: i64) -> bool {
        let mut bucket = *self;
        bucket.refill(rate, now);
        bucket.left >= rate.burst
    }
}

/// The buckets of many sources, bounded.
#[derive(Debug, Default)]
pub struct Sources {
    buckets: HashMap<[u8; 32], Bucket>,
}

impl Sources {
    /// Takes one for this source, or says in how many seconds there will be one.
    pub fn take(&mut self, source: [u8; 32], rate: Rate, now: i64) -> Result<(), u32> {
        if self.buckets.len() >= SOURCES && !self.buckets.contains_key(&source) {
            // Those that have been quiet long enough to be full again are as good as new ones.
            self.buckets.retain(|_, bucket| !bucket.is_full(rate, now));
            if self.buckets.len() >= SOURCES {
                // Ten thousand busy sources at once: an attack on the table itself. Starting over lets each have its
                // burst again, which the business's own limit bounds.
                self.buckets.clear();
            }
        }
        self.buckets.entry(source).or_insert_with(|| Bucket::full(rate, now)).take(rate, now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RATE: Rate = Rate { burst: 3.0, a_second: 0.5 };

    #[test]
    fn a_burst_is_let_through_and_then_one_for_each_refill() {
        let mut sources = Sources::default();
        for _ in 0..3 {
            assert_eq!(sources.take([1; 32], RATE, 0), Ok(()));
        }
        assert_eq!(sources.take([1; 32], RATE, 0), Err(2));
        assert_eq!(sources.take([1; 32], RATE, 1_000), Err(1));
        assert_eq!(sources.take([1; 32], RATE, 2_000), Ok(()));
        assert_eq!(sources.take([2; 32], RATE, 2_000), Ok(()), "another source has its own");
    }

    #[test]
    fn a_clock_that_goes_back_gives_nothing_and_takes_nothing() {
        let mut bucket = Bucket::full(RATE, 10_000);
        assert_eq!(bucket.take(RATE, 5_000), Ok(()));
        assert_eq!(bucket.take(RATE, 5_000), Ok(()));
        assert_eq!(bucket.take(RATE, 5_000), Ok(()));
        assert!(bucket.take(RATE, 5_000).is_err());
    }

    #[test]
    fn the_table_never_grows_past_its_bound() {
        let mut sources = Sources::default();
        for number in 0..25_000_u32 {
            let mut source = [0; 32];
            source[..4].copy_from_slice(&number.to_be_bytes());
            assert_eq!(sources.take(source, RATE, 0), Ok(()));
            assert!(sources.buckets.len() <= SOURCES);
        }
    }
}
