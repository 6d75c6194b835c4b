//! The limits for each source: who a request comes from, known only by a keyed hash and only in memory.

use core::cell::RefCell;

use jatak_shared::id::keyed;
use jatak_shared::problem::{Problem, ProblemType};
use jatak_shared::random::Random;

use crate::cx::Cx;
use crate::limits::{POLLS_A_SOURCE, REPORTS_A_SOURCE, Rate, SUBMISSIONS_A_SOURCE, Sources};
use crate::rim::{self, SystemRandom};

/// The buckets of one kind of request, and the key under which its sources are known.
#[derive(Default)]
struct Known {
    key: Option<[u8; 32]>,
    sources: Sources,
}

thread_local! {
    static SUBMISSIONS: RefCell<Known> = RefCell::default();
    // Apart, so that nobody who looks at many forms is kept from answering one.
    static REPORTS: RefCell<Known> = RefCell::default();
    static POLLS: RefCell<Known> = RefCell::default();
}

/// Counts one submission of this request's source, or refuses it with the seconds to wait.
///
/// The address comes from the header that the operator trusts. Where there is none, as on a box without a proxy in
/// front, nobody can be told apart, and only the limits of the business and of the number hold.
pub fn take(cx: &Cx) -> Result<(), Problem> {
    let taken = SUBMISSIONS.with_borrow_mut(|known| known.take(cx, SUBMISSIONS_A_SOURCE));
    taken.map_err(|seconds| Problem::new(ProblemType::RateLimited).retry_after(seconds))
}

/// Counts one question after a code, or one delivery or handshake that is not Meta's, likewise.
pub fn take_poll(cx: &Cx) -> Result<(), Problem> {
    let taken = POLLS.with_borrow_mut(|known| known.take(cx, POLLS_A_SOURCE));
    taken.map_err(|seconds| Problem::new(ProblemType::RateLimited).retry_after(seconds))
}

/// Whether one more report of showing is taken from this request's source.
pub fn takes_report(cx: &Cx) -> bool {
    REPORTS.with_borrow_mut(|known| known.take(cx, REPORTS_A_SOURCE)).is_ok()
}

impl Known {
    fn take(&mut self, cx: &Cx, rate: Rate) -> Result<(), u32> {
        if !cx.config.limits {
            return Ok(());
        }
        let Some(address) = cx.incoming.header(&cx.config.source_header) else { return Ok(()) };
        let key = self.key.get_or_insert_with(|| SystemRandom.bytes());
        let source = *keyed(key, address.trim().as_bytes()).as_bytes();
        self.sources.take(source, rate, rim::now().millis())
    }
}
