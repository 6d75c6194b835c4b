//! The end of the ledger and of its log, carried through one transaction.

use jatak_shared::event::Event;
use jatak_shared::id::Digest32;
use jatak_shared::log::{Frontier, leaf_hash, subtrees};

use crate::Head;
use crate::sql::{events, log};
use crate::store::{Store, StoreError};

/// Where the next event goes. Read anew in each transaction, so that it is never what a failed one left behind.
#[derive(Clone, Debug)]
pub(crate) struct Tail {
    head: Head,
    frontier: Frontier,
}

impl Tail {
    /// The end as stored: at most log2(n) hashes, in one statement.
    pub(crate) fn read(store: &impl Store) -> Result<Self, StoreError> {
        let head = events::head(store)?;
        let frontier = frontier(store)?;
        if frontier.size() != head.seq {
            return Err(StoreError::Corrupt(format!("{} events, {} in the log", head.seq, frontier.size())));
        }
        Ok(Self { head, frontier })
    }

    /// The last event's number and time.
    pub(crate) fn head(&self) -> Head {
        self.head
    }

    /// The root over all events.
    pub(crate) fn root(&self) -> Digest32 {
        self.frontier.root()
    }

    /// Writes an event and its hashes. In the caller's transaction: a crash between the two leaves neither.
    pub(crate) fn append(&mut self, store: &impl Store, event: &Event) -> Result<(), StoreError> {
        events::append(store, event)?;
        let completed = self.frontier.append(leaf_hash(event.leaf.canonical().as_bytes()));
        log::append(store, event.leaf.seq, &completed)?;
        self.head = Head { seq: event.leaf.seq, recorded_at: event.leaf.recorded_at };
        Ok(())
    }
}

impl Tail {
    /// The same for many events in order, a table at a time: what an import of many lines is written with.
    pub(crate) fn append_all(&mut self, store: &impl Store, events: &[Event]) -> Result<(), StoreError> {
        let (Some(first), Some(last)) = (events.first(), events.last()) else { return Ok(()) };
        let leaves: Vec<String> = events.iter().map(|event| event.leaf.canonical()).collect();
        events::append_all(store, events, &leaves)?;
        let completed: Vec<_> = leaves.iter().map(|leaf| self.frontier.append(leaf_hash(leaf.as_bytes()))).collect();
        log::append_all(store, first.leaf.seq, &completed)?;
        self.head = Head { seq: last.leaf.seq, recorded_at: last.leaf.recorded_at };
        Ok(())
    }
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
                log::append(store, frontier.size(), &completed)?;
            }
            Ok(())
        })?;
        if frontier.size() == before.size() {
            return Err(StoreError::Corrupt("the numbers of the events have a gap".into()));
        }
    }
    Ok(())
}
