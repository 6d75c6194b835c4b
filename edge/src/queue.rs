//! The queue before a ledger: commands that arrive while a batch commits form the next.
//!
//! Withdrawals have a lane of their own, drained first and never full; grants wait in a bounded one. What one person says
//! keeps its order all the same: were a yes that waits committed after a no that came later, it would be the last word. So a
//! no takes the yeses of its number that wait along, ahead of it.

use std::collections::{BTreeMap, HashMap, VecDeque};

use futures_channel::oneshot;
use jatak_ledger::batch::{Answer, Request};
use jatak_shared::decide::Command;
use jatak_shared::whatsapp::alias::match_key;

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
    /// By the turn in which they came.
    grants: BTreeMap<u64, Waiting>,
    /// The turns of the grants of one number, in whatever spelling: a no is said for all of them.
    turns: HashMap<String, VecDeque<u64>>,
    /// The turn of the next grant.
    next: u64,
    /// How many grants wait, those among the withdrawals too.
    granting: usize,
}

impl Queue {
    /// Adds a command; `None` where it is a grant and too many wait.
    pub fn push(&mut self, request: Request) -> Option<oneshot::Receiver<Outcome>> {
        let (sender, receiver) = oneshot::channel();
        let number = number(&request.command);
        if is_grant(&request.command) {
            if self.granting >= GRANTS {
                return None;
            }
            self.granting += 1;
            if let Some(number) = number {
                self.turns.entry(number).or_default().push_back(self.next);
            }
            self.grants.insert(self.next, Waiting { request, sender });
            self.next += 1;
        } else {
            let earlier = number.and_then(|number| self.turns.remove(&number)).unwrap_or_default();
            self.withdrawals.extend(earlier.into_iter().filter_map(|turn| self.grants.remove(&turn)));
            self.withdrawals.push_back(Waiting { request, sender });
        }
        Some(receiver)
    }

    /// The next batch: withdrawals first.
    pub fn batch(&mut self) -> Vec<Waiting> {
        let mut batch: Vec<Waiting> = self.withdrawals.drain(..self.withdrawals.len().min(BATCH)).collect();
        while batch.len() < BATCH
            && let Some((_, waiting)) = self.grants.pop_first()
        {
            self.forget_turn(&waiting.request.command);
            batch.push(waiting);
        }
        self.granting -= batch.iter().filter(|waiting| is_grant(&waiting.request.command)).count();
        batch
    }

    /// Forgets the turn of a grant that was the first of all, and so the first of its number.
    fn forget_turn(&mut self, command: &Command) {
        let Some(number) = number(command) else { return };
        if let Some(turns) = self.turns.get_mut(&number) {
            turns.pop_front();
            if turns.is_empty() {
                self.turns.remove(&number);
            }
        }
    }
}

/// The number that a command names, the same in every spelling. A receipt and a choices page name none that is known here;
/// whoever uses one has had the answer to the yes that led to it.
fn number(command: &Command) -> Option<String> {
    match command {
        Command::OptIn(command) => Some(match_key(&command.phone)),
        Command::OptOut(command) => command.handle.phone().map(match_key),
        Command::Choose(_) | Command::Withdraw(_) => None,
    }
}

/// Whether a command only adds. A choices page may withdraw, so it goes with the withdrawals.
pub fn is_grant(command: &Command) -> bool {
    matches!(command, Command::OptIn(_))
}

#[cfg(test)]
mod tests;
