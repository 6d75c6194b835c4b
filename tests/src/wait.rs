//! Waiting for conditions. No test sleeps for a time and hopes.

use std::fmt::Display;
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How long a condition may take. Everything here happens within a fraction of a second on an idle machine; two busy
/// cores with a browser on them are slower, and a test that fails for that alone tells nobody anything.
pub const PATIENCE: Duration = Duration::from_secs(15);

/// How often a condition is looked at: often enough not to be felt, seldom enough not to slow what is waited for.
const PERIOD: Duration = Duration::from_millis(15);

/// Waits until `look` finds something, and returns it. `what` says what is waited for, for the message.
pub fn for_some<T>(what: impl Display, look: impl FnMut() -> Option<T>) -> T {
    within(PATIENCE, what, look)
}

/// Waits until `holds` is true.
pub fn until(what: impl Display, mut holds: impl FnMut() -> bool) {
    for_some(what, || holds().then_some(()));
}

/// The same as [`for_some`] with another patience.
pub fn within<T>(patience: Duration, what: impl Display, mut look: impl FnMut() -> Option<T>) -> T {
    let start = now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(start.elapsed() < patience, "waited {} s in vain: {what}", patience.as_secs());
        sleep(PERIOD);
    }
}

/// The moment.
#[expect(clippy::disallowed_methods, reason = "a test waits for processes outside of it")]
pub fn now() -> Instant {
    Instant::now()
}
