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
