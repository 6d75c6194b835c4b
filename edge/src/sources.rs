//! The limits for each source: who a request comes from, known only by a keyed hash and only in memory.

use core::cell::RefCell;
use core::net::IpAddr;

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

/// Counts one question after a code or an old notice, or one delivery or handshake that is not Meta's, likewise.
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
        let source = *keyed(key, source(address.trim()).as_bytes()).as_bytes();
        self.sources.take(source, rate, rim::now().millis())
    }
}

/// Who is behind an address, as far as it tells. A host that speaks IPv6 has a network of 64 bits to itself, any address of which
/// it may send from (RFC 4291, section 2.5.4; RFC 8981), so the first half names it.
fn source(address: &str) -> String {
    match address.parse().map(|address: IpAddr| address.to_canonical()) {
        Ok(IpAddr::V6(address)) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
        Ok(IpAddr::V4(address)) => address.to_string(),
        Err(_) => address.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::source;

    #[test]
    fn one_ipv6_host_is_one_source_whichever_address_it_sends_from() {
        assert_eq!(source("2001:db8:1:2::7"), source("2001:0DB8:1:2:ffff:ffff:ffff:ffff"));
        assert_ne!(source("2001:db8:1:2::7"), source("2001:db8:1:3::7"));
        assert_eq!(source("::ffff:192.0.2.1"), source("192.0.2.1"));
        assert_ne!(source("192.0.2.1"), source("192.0.2.2"));
        assert_eq!(source("unknown"), "unknown", "what is no address is one source for each text");
    }
}
