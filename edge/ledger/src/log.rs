//! The transparency log over the ledger: appended to and signed in the transaction that writes the events, and read as
//! checkpoints, proofs and tiles.

mod guard;
mod tail;

use jatak_shared::id::Digest32;
use jatak_shared::log::{
    self as merkle, Checkpoint, Node, ProofFault, ProofFile, SignedCheckpoint, Signer, Tile, TileKind, Vkey,
    entry_bundle,
};
use jatak_shared::time::Timestamp;

pub(crate) use guard::Guard;
pub use guard::{Fork, KnownHead, check_extends};
pub(crate) use tail::{Tail, catch_up, pieces};

pub use crate::sql::log::SignedHead;

use crate::engine::Engine;
use crate::sql::{events, log};
use crate::store::{Store, StoreError};

impl<S: Store> Engine<S> {
    /// Opens the log for signing; call it once at each start, with the last head that another place was told of.
    ///
    /// The log must extend that head and the one signed here last; where it does not, somebody put an older or another
    /// copy of the database in its place. Then nothing is signed any more, so that no two heads contradict each other,
    /// while events go on being recorded: a no is never turned away. Events that no head covers yet are covered now.
    pub fn open_log(&self, witnessed: Option<KnownHead>, now: Timestamp) -> Result<Result<(), Fork>, StoreError> {
        if let Err(fork) = self.check_guard(witnessed)? {
            return Ok(Err(fork));
        }
        self.transaction(&mut || {
            let tail = Tail::read(&self.store)?;
            self.sign(&tail, now)
        })?;
        Ok(Ok(()))
    }

    /// Opens the ledger without its log, where the place apart cannot be asked: events are recorded, since a no is never
    /// turned away, and nothing is signed until [`open_log`](Self::open_log) is called with what was told.
    pub fn hold_log(&self) {
        self.guard.set(Guard::Held);
    }

    /// Whether the log waits for the place apart.
    pub fn is_held(&self) -> bool {
        self.guard.get() == Guard::Held
    }

    /// Why the log is not signed, where it is not for good.
    pub fn fork(&self) -> Option<Fork> {
        match self.guard.get() {
            Guard::Closed(fork) => Some(fork),
            Guard::Unchecked | Guard::Held | Guard::Open => None,
        }
    }

    /// Whether heads may be signed, as far as is known.
    pub(crate) fn signs(&self) -> bool {
        matches!(self.guard.get(), Guard::Unchecked | Guard::Open)
    }

    /// The public key that heads are signed with.
    pub fn vkey(&self) -> Vkey {
        self.secrets.signer.vkey()
    }

    /// The last signed head. Tell it to the place that [`open_log`](Self::open_log) asks before it leaves the machine.
    pub fn signed_head(&self) -> Result<Option<SignedHead>, StoreError> {
        log::signed_head(&self.store)
    }

    /// The signed head at this size, which no later signing can contradict; `None` beyond the last one signed. Ed25519
    /// gives the same bytes each time, so an export can go on with the head it began with.
    pub fn checkpoint_at(&self, size: u64) -> Result<Option<SignedCheckpoint>, StoreError> {
        if !self.signs() || !self.covers(size)? {
            return Ok(None);
        }
        let root = self.root(size)?;
        sign_checkpoint(&self.secrets.signer, size, root).map(Some)
    }

    /// The proof that event `seq` is in the log of the first `size` events.
    pub fn inclusion_proof(&self, seq: u64, size: u64) -> Result<Result<Vec<Digest32>, ProofFault>, StoreError> {
        let fault = ProofFault::OutOfRange { asked: seq, size };
        let Some(index) = seq.checked_sub(1) else { return Ok(Err(fault)) };
        if !self.covers(size)? {
            return Ok(Err(fault));
        }
        merkle::inclusion(index, size, |nodes| log::read(&self.store, nodes))
    }

    /// The proof that the log of the first `size` events begins with that of the first `earlier`.
    pub fn consistency_proof(&self, earlier: u64, size: u64) -> Result<Result<Vec<Digest32>, ProofFault>, StoreError> {
        if !self.covers(size)? {
            return Ok(Err(ProofFault::OutOfRange { asked: size, size: log::size(&self.store)? }));
        }
        merkle::consistency(earlier, size, |nodes| log::read(&self.store, nodes))
    }

    /// A proof file for event `seq`, leading to the last signed head; `None` where that does not cover it.
    pub fn proof_file(&self, seq: u64) -> Result<Option<ProofFile>, StoreError> {
        let Some(head) = self.signed_head()? else { return Ok(None) };
        let Ok(hashes) = self.inclusion_proof(seq, head.size)? else { return Ok(None) };
        let checkpoint = head.note.parse().map_err(|error| StoreError::Corrupt(format!("checkpoint: {error}")))?;
        Ok(Some(ProofFile { extra: None, index: seq - 1, hashes, checkpoint }))
    }

    /// The bytes of a tile: hashes, or a bundle of entries. `None` where the last signed head does not cover it.
    pub fn tile(&self, tile: Tile) -> Result<Option<Vec<u8>>, StoreError> {
        if !self.covers(tile.needs())? {
            return Ok(None);
        }
        if tile.kind() == TileKind::Entries {
            let leaves = events::leaves(&self.store, tile.index() * merkle::TILE_WIDTH, tile.width())?;
            let bundle = entry_bundle(leaves.iter().map(String::as_bytes));
            return bundle.map(Some).map_err(|error| StoreError::Corrupt(error.to_string()));
        }
        let nodes: Vec<Node> = tile.nodes().collect();
        let hashes = log::read(&self.store, &nodes)?;
        Ok(Some(hashes.iter().flat_map(Digest32::as_bytes).copied().collect()))
    }

    /// Signs the head at `tail` unless it is signed already or the log is closed. In the caller's transaction: where
    /// that fails, the signature is lost with the events it covers, and nobody has seen it.
    pub(crate) fn sign(&self, tail: &Tail, now: Timestamp) -> Result<(), StoreError> {
        if tail.waits() {
            return Err(StoreError::Corrupt("events are signed that are not written".into()));
        }
        let (size, root) = (tail.head().seq, tail.root());
        let last = log::signed_head(&self.store)?;
        if last.is_some_and(|last| last.size == size && last.root == root) {
            return Ok(());
        }
        // Whatever appends events ends here, and what is recorded is told, whether or not it can be signed.
        self.want_telling(now)?;
        if self.guard.get() == Guard::Unchecked {
            // The fork, if any, is kept in the guard.
            let _ = self.check_guard(None)?;
        }
        if size == 0 || !self.signs() {
            return Ok(());
        }
        self.sign_with(&self.secrets.signer, tail, now)?;
        self.want_cosignatures(now)
    }

    /// Signs the head at `tail` with this key, in the caller's transaction.
    pub(crate) fn sign_with(&self, signer: &Signer, tail: &Tail, now: Timestamp) -> Result<(), StoreError> {
        let (size, root) = (tail.head().seq, tail.root());
        let note = sign_checkpoint(signer, size, root)?.to_string();
        log::set_signed_head(&self.store, &SignedHead { size, root, signed_at: now.max(tail.head().recorded_at), note })
    }

    fn check_guard(&self, witnessed: Option<KnownHead>) -> Result<Result<(), Fork>, StoreError> {
        let last = log::signed_head(&self.store)?.map(|head| KnownHead { size: head.size, root: head.root });
        let size = log::size(&self.store)?;
        for known in [last, witnessed].into_iter().flatten() {
            if let Err(fork) = check_extends(known, size, |size| self.root(size))? {
                self.guard.set(Guard::Closed(fork));
                return Ok(Err(fork));
            }
        }
        self.guard.set(Guard::Open);
        Ok(Ok(()))
    }

    pub(crate) fn root(&self, size: u64) -> Result<Digest32, StoreError> {
        merkle::root(size, |nodes| log::read(&self.store, nodes))
    }

    /// Whether the last signed head covers the first `size` events: what is not signed yet is shown to nobody.
    fn covers(&self, size: u64) -> Result<bool, StoreError> {
        Ok(self.signed_head()?.is_some_and(|head| size <= head.size))
    }
}

fn sign_checkpoint(signer: &Signer, size: u64, root: Digest32) -> Result<SignedCheckpoint, StoreError> {
    let head = Checkpoint { origin: signer.name().clone(), size, root };
    head.sign(signer).map_err(|error| StoreError::Failed(format!("the head cannot be signed: {error}")))
}
