//! The rim: the one place that reads the clock and draws random bytes.

use jatak_shared::random::Random;
use jatak_shared::time::Timestamp;

/// The edge's clock.
#[expect(clippy::disallowed_methods, reason = "this is the one place where the edge asks for the time")]
pub fn now() -> Timestamp {
    let millis = worker::Date::now().as_millis();
    Timestamp::from_millis(i64::try_from(millis).unwrap_or(i64::MAX))
}

/// The runtime's cryptographic random source.
#[derive(Debug, Default)]
pub struct SystemRandom;

impl Random for SystemRandom {
    /// # Panics
    /// Where the runtime has no randomness to give. Going on without would make ids and salts guessable; workerd's
    /// `crypto.getRandomValues` does not fail for requests of this size.
    #[expect(clippy::expect_used, reason = "the section above says why there is no going on")]
    fn fill(&mut self, bytes: &mut [u8]) {
        getrandom::fill(bytes).expect("the runtime gives random bytes");
    }
}

/// How many random bytes a batch draws at once: what seven events take.
const DRAWN: usize = 1024;

/// The same source, drawn from ahead: a draw is a call of the runtime, and an event takes five. Make one for each batch; what
/// is left goes with it.
#[derive(Debug)]
pub struct DrawnAhead {
    drawn: [u8; DRAWN],
    /// How many of these are used up.
    used: usize,
}

impl Default for DrawnAhead {
    fn default() -> Self {
        Self { drawn: [0; DRAWN], used: DRAWN }
    }
}

impl Random for DrawnAhead {
    fn fill(&mut self, bytes: &mut [u8]) {
        if bytes.len() > DRAWN {
            return SystemRandom.fill(bytes);
        }
        if bytes.len() > DRAWN - self.used {
            SystemRandom.fill(&mut self.drawn);
            self.used = 0;
        }
        let given = &mut self.drawn[self.used..self.used + bytes.len()];
        bytes.copy_from_slice(given);
        // Nothing is given twice.
        given.fill(0);
        self.used += bytes.len();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_drawn_ahead_is_given_once() {
        let mut random = DrawnAhead::default();
        let mut given = std::collections::BTreeSet::new();
        for _ in 0..500 {
            assert!(given.insert(random.bytes::<16>()), "the same bytes twice");
        }
        let mut long = [0; 3 * DRAWN];
        random.fill(&mut long);
        assert!(long.iter().any(|byte| *byte != 0));
    }
}
