//! The limit for each source: who a request comes from, known only by a keyed hash and only in memory.

use core::cell::RefCell;

use jatak_shared::id::keyed;
use jatak_shared::problem::{Problem, ProblemType};
use jatak_shared::random::Random;

use crate::cx::Cx;
use crate::limits::{SUBMISSIONS_A_SOURCE, Sources};
use crate::rim::{self, SystemRandom};

thread_local! {
    static SOURCES: RefCell<(Option<[u8; 32]>, Sources)> = RefCell::default();
}

/// Counts one submission of this request's source, or refuses it with the seconds to wait.
///
/// The address comes from the header that the operator trusts. Where there is none, as on a box without a proxy in
/// front, nobody can be told apart, and only the limits of the business and of the number hold.
pub fn take(cx: &Cx) -> Result<(), Problem> {
    if !cx.config.limits {
        return Ok(());
    }
    let Some(address) = cx.incoming.header(&cx.config.source_header) else { return Ok(()) };
    let taken = SOURCES.with_borrow_mut(|(key, sources)| {
        let key = key.get_or_insert_with(|| SystemRandom.bytes());
        let source = *keyed(key, address.trim().as_bytes()).as_bytes();
        sources.take(source, SUBMISSIONS_A_SOURCE, rim::now().millis())
    });
    taken.map_err(|seconds| Problem::new(ProblemType::RateLimited).retry_after(seconds))
}
