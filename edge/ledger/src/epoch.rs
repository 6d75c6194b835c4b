//! Epochs: beginning the log anew over a history that was put back from a backup.
//!
//! The order in which an operator's command does it, and why a crash between any two steps harms nothing:
//! 1. [`Engine::replay_erasures`], page after page: nothing is signed meanwhile, so that no head of the new epoch covers a
//!    copy in which an erased person still stands. Repeated, it finds nothing left to erase.
//! 2. The number and the public key are claimed in the place apart. A number that was claimed and not used is left out.
//! 3. [`Engine::open_epoch`], one transaction: the key, the event, the signed head.
//! 4. The new head is told to the place apart before it leaves. A start in between finds a ledger of a later epoch than
//!    the last head told, and tells it ([`Engine::open_log_in`]).

mod replay;

use jatak_shared::act::Source;
use jatak_shared::epoch::{Epoch, GivenUp};
use jatak_shared::event::{Fact, Kind, Leaf, Place};
use jatak_shared::log::{Frontier, Signer, leaf_hash};
use jatak_shared::random::Random;
use jatak_shared::time::Timestamp;
use serde::{Deserialize, Serialize};

use crate::SealedKey;
use crate::engine::Engine;
use crate::heads::Told;
use crate::jobs::{self, Job};
use crate::log::{Fork, KnownHead, Tail};
use crate::sql::{business, epochs, events, log, witness};
use crate::store::{Store, StoreError};

/// What a new epoch begins with.
#[derive(Clone, Debug)]
pub struct Opening {
    /// Its number, greater than that of any epoch known here or in the place apart.
    pub number: u64,
    /// Why, in the operator's words.
    pub reason: String,
    /// Its key, under the origin of this epoch.
    pub signer: Signer,
    /// The same key, sealed, with the epoch's number as its version.
    pub key: SealedKey,
    /// The last head told to the place apart.
    pub given_up: Option<KnownHead>,
    /// The epochs that the place apart knows, which a copy from before them does not.
    pub known: Vec<(u64, String)>,
}

/// An epoch that was opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    /// Its number.
    pub number: u64,
    /// The number of the event that says so.
    pub seq: u64,
    /// Its public key.
    pub vkey: String,
    /// The head that was given up.
    pub given_up: GivenUp,
}

/// Why no epoch is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EpochFault {
    /// The log goes on: it extends all that it signed.
    #[error("the log extends everything that it has signed; there is nothing to begin anew for")]
    NotForked,
    /// The number is not a new one.
    #[error("there is an epoch {0} already, or a later one")]
    NumberTaken(u64),
    /// The history is not one that can be signed.
    #[error("the hashes of the log are not those of its events, from event {0} on; put a sound backup in place")]
    Damaged(u64),
}

/// The number of the epoch that this store is in, from 1.
pub fn number(store: &impl Store) -> Result<u64, StoreError> {
    Ok(epochs::all(store)?.last().map_or(1, |(number, _)| *number))
}

impl<S: Store> Engine<S> {
    /// Opens the log as [`open_log`](Self::open_log) does, with what the place apart was told. A head of an earlier epoch
    /// than the ledger's own was given up when that began.
    pub fn open_log_in(&self, told: Option<Told>, now: Timestamp) -> Result<Result<(), Fork>, StoreError> {
        let epoch = number(&self.store)?;
        self.open_log(told.filter(|told| told.epoch >= epoch).map(|told| told.head), now)
    }

    /// The epoch the log is in, from 1.
    pub fn epoch(&self) -> Result<u64, StoreError> {
        number(&self.store)
    }

    /// The public keys of all epochs, the one that signs now last.
    pub fn vkeys(&self) -> Result<Vec<String>, StoreError> {
        let own = self.vkey().to_string();
        let mut keys: Vec<String> = epochs::all(&self.store)?.into_iter().map(|(_, vkey)| vkey).collect();
        keys.retain(|key| *key != own);
        keys.push(own);
        Ok(keys)
    }

    /// Begins the log anew, in one transaction, where it may not be signed any more: over the whole history that is here,
    /// under a key and an origin of its own, with an event that says what was given up and why.
    ///
    /// Before that, every leaf is hashed again: what the new key signs first is not taken from the stored hashes on trust.
    ///
    /// This engine goes on with the old key and signs nothing; make a new one with the key of the epoch.
    pub fn open_epoch(
        &self,
        opening: &Opening,
        now: Timestamp,
        random: &mut impl Random,
    ) -> Result<Result<Opened, EpochFault>, StoreError> {
        if self.fork().is_none() {
            return Ok(Err(EpochFault::NotForked));
        }
        let latest = epochs::all(&self.store)?.last().map_or(1, |(number, _)| *number);
        if opening.number <= latest || opening.known.iter().any(|(number, _)| *number > opening.number) {
            return Ok(Err(EpochFault::NumberTaken(opening.number)));
        }
        if let Some(seq) = self.damaged()? {
            return Ok(Err(EpochFault::Damaged(seq)));
        }
        let given_up = self.given_up(opening.given_up)?;
        let business = self.current()?.business;
        let vkey = opening.signer.vkey().to_string();
        let mut seq = 0;
        self.transaction(&mut || {
            let mut tail = Tail::read(&self.store)?;
            let now = now.max(tail.head().recorded_at);
            epochs::add(&self.store, latest, &self.vkey().to_string(), now)?;
            for (number, vkey) in &opening.known {
                epochs::add(&self.store, *number, vkey, now)?;
            }
            epochs::add(&self.store, opening.number, &vkey, now)?;
            business::add_sealed_key(&self.store, &opening.key)?;
            // What witnesses cosigned was the other log.
            witness::retain(&self.store, &[])?;
            let fact = Fact {
                epoch: Some(Epoch { number: opening.number, given_up }),
                reason: Some(opening.reason.clone()),
                ..Fact::new(Kind::EpochOpened, Source::Api)
            };
            seq = tail.head().seq + 1;
            let place = Place { business, seq, recorded_at: now, previous: None };
            tail.append(&self.store, fact.seal(place, random))?;
            if !self.current()?.settings.witnesses().is_empty() {
                jobs::schedule(&self.store, Job::Cosign, now)?;
            }
            self.sign_with(&opening.signer, &tail, now)
        })?;
        Ok(Ok(Opened { number: opening.number, seq, vkey, given_up }))
    }

    /// The head that is given up: the larger of the one told and the one signed here last.
    fn given_up(&self, told: Option<KnownHead>) -> Result<GivenUp, StoreError> {
        let signed = log::signed_head(&self.store)?.map(|head| KnownHead { size: head.size, root: head.root });
        let head = [signed, told].into_iter().flatten().max_by_key(|head| head.size);
        let head = head.ok_or_else(|| StoreError::Corrupt("a fork without a head".into()))?;
        Ok(GivenUp { size: head.size, root: head.root })
    }

    /// The first event that is not what its place and the log's hashes say; `None` where all are.
    fn damaged(&self) -> Result<Option<u64>, StoreError> {
        let business = self.current()?.business;
        let mut frontier = Frontier::new();
        loop {
            let leaves = events::leaves(&self.store, frontier.size(), EVENTS_AT_ONCE)?;
            if leaves.is_empty() {
                break;
            }
            for text in &leaves {
                let seq = frontier.size() + 1;
                let leaf: Option<Leaf> = serde_json::from_str(text).ok();
                if leaf.is_none_or(|leaf| leaf.seq != seq || leaf.business != business) {
                    return Ok(Some(seq));
                }
                frontier.append(leaf_hash(text.as_bytes()));
            }
            // The stored hashes are compared page by page, so that the fault is named within a page.
            if self.root(frontier.size())? != frontier.root() {
                return Ok(Some(frontier.size() + 1 - leaves.len() as u64));
            }
        }
        Ok((frontier.size() != log::size(&self.store)?).then_some(frontier.size() + 1))
    }
}

/// How many leaves are read at once: about 160 KB.
const EVENTS_AT_ONCE: u64 = 500;
