//! Reports of showing, gathered in the isolate and handed on together: page views must cost neither a call nor a write
//! each. What an isolate has gathered when it ends is lost: five seconds of reports, or what lay there since
//! the request that was to hand them on was ended. They are a statistic.

use core::cell::RefCell;
use core::time::Duration;
use std::collections::HashMap;

use jatak_ledger::shown::Count;
use jatak_ledger::statistics::Day;
use jatak_shared::id::{BusinessId, NoticeId};
use worker::Delay;

use crate::client::Shown;
use crate::cx::Cx;
use crate::rim;

/// How long reports are gathered before they are handed on: one write in five seconds a business and isolate at most.
const GATHER: Duration = Duration::from_secs(5);

/// After this many milliseconds a handing on that has not happened is taken up by whoever reports next: the request that
/// was to do it may have been ended by the runtime, which gives it 30 seconds after its answer.
const OVERDUE: i64 = 30_000;

/// How many days, businesses and notices are told apart: at 80 bytes each, 160 KB. What comes beyond is not counted.
const APART: usize = 2_000;

#[derive(Default)]
struct Gathered {
    counts: HashMap<(BusinessId, Day, NoticeId), u64>,
    /// Since when somebody waits to hand on what is here.
    awaited: Option<i64>,
}

thread_local! {
    static GATHERED: RefCell<Gathered> = RefCell::default();
}

/// Adds reports to those that are handed on next, after this request was answered.
pub fn add(cx: &Cx, business: BusinessId, reports: &[(NoticeId, u64)]) {
    let now = rim::now();
    let hand_on = GATHERED.with_borrow_mut(|gathered| {
        for (notice, count) in reports {
            gathered.add((business, Day::of(now), *notice), *count);
        }
        gathered.is_due(now.millis())
    });
    if hand_on {
        let env = cx.env.clone();
        cx.context.wait_until(async move {
            Delay::from(GATHER).await;
            for (business, counts) in GATHERED.with_borrow_mut(Gathered::take) {
                // A failure is in the log already. Keeping what it was about would let a broken object fill the memory.
                let _ = Shown::new(&env, business).add(counts).await;
            }
        });
    }
}

impl Gathered {
    fn add(&mut self, of: (BusinessId, Day, NoticeId), count: u64) {
        if self.counts.len() < APART || self.counts.contains_key(&of) {
            let held = self.counts.entry(of).or_default();
            *held = held.saturating_add(count);
        }
    }

    /// Whether somebody must be found to hand on what is here; whoever asks is taken to do it.
    fn is_due(&mut self, now: i64) -> bool {
        let waits = self.awaited.is_some_and(|since| (0..OVERDUE).contains(&(now - since)));
        let due = !waits && !self.counts.is_empty();
        if due {
            self.awaited = Some(now);
        }
        due
    }

    fn take(&mut self) -> HashMap<BusinessId, Vec<Count>> {
        self.awaited = None;
        let mut taken: HashMap<_, Vec<_>> = HashMap::new();
        for ((business, day, notice), count) in self.counts.drain() {
            taken.entry(business).or_default().push(Count { day, notice, count });
        }
        taken
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
    use super::*;
    use jatak_shared::id::Digest32;

    fn of(business: u8, notice: usize) -> (BusinessId, Day, NoticeId) {
        let notice = Digest32::of(&notice.to_be_bytes()).to_string().parse().unwrap();
        (BusinessId::v4([business; 16]), Day::from_number(20_000), notice)
    }

    #[test]
    fn reports_add_up_and_are_taken_once_by_business() {
        let mut gathered = Gathered::default();
        gathered.add(of(1, 1), 2);
        gathered.add(of(1, 1), 3);
        gathered.add(of(2, 1), 1);
        let taken = gathered.take();
        let (business, day, notice) = of(1, 1);
        assert_eq!(taken[&business], [Count { day, notice, count: 5 }]);
        assert_eq!(taken.len(), 2);
        assert!(gathered.take().is_empty());
    }

    #[test]
    fn one_of_many_hands_on_and_another_where_that_one_is_gone() {
        let mut gathered = Gathered::default();
        assert!(!gathered.is_due(0), "there is nothing to hand on");
        gathered.add(of(1, 1), 1);
        assert!(gathered.is_due(0));
        assert!(!gathered.is_due(1));
        assert!(!gathered.is_due(OVERDUE - 1));
        assert!(gathered.is_due(OVERDUE), "whoever was to do it is gone");
        gathered.take();
        gathered.add(of(1, 1), 1);
        assert!(gathered.is_due(OVERDUE + 1));
    }

    #[test]
    fn what_is_gathered_is_bounded() {
        let mut gathered = Gathered::default();
        for notice in 0..APART + 10 {
            gathered.add(of(1, notice), 1);
        }
        assert_eq!(gathered.counts.len(), APART);
        gathered.add(of(1, 0), 1);
        assert_eq!(gathered.counts[&of(1, 0)], 2, "what is known goes on being counted");
    }
}
