//! The end of the ledger and of its log, carried through one transaction.

use std::collections::BTreeSet;

use jatak_shared::event::Event;
use jatak_shared::id::Digest32;
use jatak_shared::log::{Frontier, leaf_hash, subtrees};

use crate::Head;
use crate::sql::{events, log, noes};
use crate::statistics::added;
use crate::store::{Store, StoreError};

/// Where the next event goes. Read anew in each transaction, so that it is never what a failed one left behind.
#[derive(Clone, Debug)]
pub(crate) struct Tail {
    head: Head,
    frontier: Frontier,
    /// Events that have their place and are not written yet, with the hashes that each completes.
    waiting: Vec<(Event, Vec<Digest32>)>,
    /// The numbers of those that say again, for another spelling, what was said: they add nothing to sums.
    repeating: BTreeSet<u64>,
    repeats: bool,
}

/// How many bytes of text go into one statement: a Durable Object takes 2 MB, and written as JSON they may double.
const AT_ONCE: usize = 512 * 1024;

impl Tail {
    /// The end as stored: at most log2(n) hashes, in one statement.
    pub(crate) fn read(store: &impl Store) -> Result<Self, StoreError> {
        let head = events::head(store)?;
        let frontier = frontier(store)?;
        if frontier.size() != head.seq {
            return Err(StoreError::Corrupt(format!("{} events, {} in the log", head.seq, frontier.size())));
        }
        Ok(Self { head, frontier, waiting: Vec::new(), repeating: BTreeSet::new(), repeats: false })
    }

    /// The last event's number and time.
    pub(crate) fn head(&self) -> Head {
        self.head
    }

    /// The root over all events.
    pub(crate) fn root(&self) -> Digest32 {
        self.frontier.root()
    }

    /// Whether events wait to be written.
    pub(crate) fn waits(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// Whether what follows says again what was said already.
    pub(crate) fn repeats(&mut self, repeats: bool) {
        self.repeats = repeats;
    }

    /// Gives an event its place. It is written by [`write`](Self::write), before the transaction ends.
    pub(crate) fn push(&mut self, event: Event) {
        let completed = self.frontier.append(leaf_hash(event.written.leaf.as_bytes()));
        self.head = Head { seq: event.leaf.seq, recorded_at: event.leaf.recorded_at };
        if self.repeats {
            self.repeating.insert(event.leaf.seq);
        }
        self.waiting.push((event, completed));
    }

    /// Writes the events that wait, their hashes and what they add to the sums of noes, a table at a time. In the caller's
    /// transaction: a crash between two of its statements leaves none.
    pub(crate) fn write(&mut self, store: &impl Store) -> Result<(), StoreError> {
        let (mut events, mut completed): (Vec<_>, Vec<_>) = self.waiting.drain(..).unzip();
        while let Some(first) = events.first().map(|event| event.leaf.seq) {
            let fits = pieces(events.iter().map(bytes), AT_ONCE);
            let (later, later_completed) = (events.split_off(fits), completed.split_off(fits));
            events::append(store, &events)?;
            let said = events.iter().filter(|event| !self.repeating.contains(&event.leaf.seq));
            noes::add(store, &added(said))?;
            log::append(store, first, &completed)?;
            (events, completed) = (later, later_completed);
        }
        Ok(())
    }

    /// Gives an event its place and writes it.
    pub(crate) fn append(&mut self, store: &impl Store, event: Event) -> Result<(), StoreError> {
        self.push(event);
        self.write(store)
    }
}

/// How many bytes of text are stored of an event.
fn bytes(event: &Event) -> usize {
    let written = &event.written;
    let more = [&written.outcome, &written.evidence].into_iter().flatten().map(String::len).sum::<usize>();
    written.leaf.len() + written.private.len() + more
}

/// How many of the first texts of these lengths come to `limit` bytes at the most; one at least.
pub(crate) fn pieces(lengths: impl Iterator<Item = usize>, limit: usize) -> usize {
    let mut sum = 0;
    let within = lengths.take_while(|length| {
        sum += length;
        sum <= limit
    });
    within.count().max(1)
}

fn frontier(store: &impl Store) -> Result<Frontier, StoreError> {
    let size = log::size(store)?;
    let hashes = log::read(store, &subtrees(0, size))?;
    Frontier::restore(size, hashes).ok_or_else(|| StoreError::Corrupt("the log's frontier cannot be read".into()))
}

/// How many events are hashed in one transaction while catching up: about 160 KB of leaves.
const CAUGHT_UP_AT_ONCE: u64 = 500;

/// Hashes the events that were written before there was a log. Each stretch stands whole or not at all; a crash between
/// two is mended by the next start, which goes on where this one stopped.
pub(crate) fn catch_up(store: &impl Store) -> Result<(), StoreError> {
    let mut frontier = frontier(store)?;
    let end = events::head(store)?.seq;
    while frontier.size() < end {
        let before = frontier.clone();
        store.transaction(&mut || {
            frontier = before.clone();
            for leaf in events::leaves(store, before.size(), CAUGHT_UP_AT_ONCE)? {
                let completed = frontier.append(leaf_hash(leaf.as_bytes()));
                log::append(store, frontier.size(), &[completed])?;
            }
            Ok(())
        })?;
        if frontier.size() == before.size() {
            return Err(StoreError::Corrupt("the numbers of the events have a gap".into()));
        }
    }
    Ok(())
}
