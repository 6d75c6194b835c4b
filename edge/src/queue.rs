//! The queue before a ledger: commands that arrive while a batch commits form the next.
//!
//! Withdrawals have a lane of their own, drained first and never full; grants wait in a bounded one.

use std::collections::VecDeque;

use futures_channel::oneshot;
use jatak_ledger::batch::{Answer, Request};
use jatak_shared::decide::Command;

/// How many commands one batch takes. At 1 ms of work for ten, a batch of 256 holds the object for about 25 ms, and
/// its fsync is shared by all.
pub const BATCH: usize = 256;

/// How many grants may wait: eight batches, a fifth of a second. Whoever comes later is told to come again.
const GRANTS: usize = 8 * BATCH;

/// What a waiting command is answered; an error is the store's, and then nothing of the batch stands.
pub type Outcome = Result<Answer, String>;

/// A command that waits, and where its answer goes.
#[derive(Debug)]
pub struct Waiting {
    /// The command.
    pub request: Request,
    sender: oneshot::Sender<Outcome>,
}

impl Waiting {
    /// Answers whoever still waits; one who went away is not missed.
    pub fn answer(self, outcome: Outcome) {
        let _ = self.sender.send(outcome);
    }
}

/// The two lanes.
#[derive(Debug, Default)]
pub struct Queue {
    withdrawals: VecDeque<Waiting>,
    grants: VecDeque<Waiting>,
}

impl Queue {
    /// Adds a command; `None` where it is a grant and the lane of grants is full.
    pub fn push(&mut self, request: Request) -> Option<oneshot::Receiver<Outcome>> {
        let (sender, receiver) = oneshot::channel();
        let grant = is_grant(&request.command);
        let waiting = Waiting { request, sender };
        if grant {
            if self.grants.len() >= GRANTS {
                return None;
            }
            self.grants.push_back(waiting);
        } else {
            self.withdrawals.push_back(waiting);
        }
        Some(receiver)
    }

    /// The next batch: withdrawals first.
    pub fn batch(&mut self) -> Vec<Waiting> {
        let mut batch = Vec::new();
        for lane in [&mut self.withdrawals, &mut self.grants] {
            let room = BATCH - batch.len();
            batch.extend(lane.drain(..lane.len().min(room)));
        }
        batch
    }
}

/// Whether a command only adds. A choices page may withdraw, so it goes with the withdrawals.
pub fn is_grant(command: &Command) -> bool {
    matches!(command, Command::OptIn(_))
}

#[cfg(test)]
mod tests;
