//! The frontier: the few hashes from which a log of any size goes on growing.

use super::merkle::{empty_root, node_hash};
use crate::id::Digest32;

/// The roots of the complete subtrees that a log of `size` entries is made of, the largest first: one for each bit set
/// in `size`, so 20 of them at a million entries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frontier {
    size: u64,
    hashes: Vec<Digest32>,
}

impl Frontier {
    /// The frontier of an empty log.
    pub fn new() -> Self {
        Self::default()
    }

    /// The frontier of a log of `size` entries, from the hashes of [`subtrees`](super::subtrees)`(0, size)`; `None`
    /// where there are not as many.
    pub fn restore(size: u64, hashes: Vec<Digest32>) -> Option<Self> {
        let fits = u32::try_from(hashes.len()) == Ok(size.count_ones());
        fits.then_some(Self { size, hashes })
    }

    /// How many entries.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Adds an entry by its leaf hash. Returns the hashes of all subtrees that it completes, from the leaf upwards: at
    /// level `l` the node `(self.size() - 1) >> l`. That is one in half of all cases, two on average.
    pub fn append(&mut self, leaf: Digest32) -> Vec<Digest32> {
        let mut completed = vec![leaf];
        self.grow(leaf, |hash| completed.push(hash));
        completed
    }

    /// Adds an entry by its leaf hash, for whoever wants no more than the root in the end.
    pub fn push(&mut self, leaf: Digest32) {
        self.grow(leaf, |_| ());
    }

    /// Adds an entry and shows each subtree above it that it completes.
    fn grow(&mut self, leaf: Digest32, mut complete: impl FnMut(Digest32)) {
        let mut hash = leaf;
        // Each bit at the low end of the size is a subtree that now has its right half.
        for _ in 0..self.size.trailing_ones() {
            let Some(left) = self.hashes.pop() else { break };
            hash = node_hash(&left, &hash);
            complete(hash);
        }
        self.hashes.push(hash);
        self.size += 1;
    }

    /// The root of the log.
    pub fn root(&self) -> Digest32 {
        let mut from_the_right = self.hashes.iter().rev();
        let Some(last) = from_the_right.next() else { return empty_root() };
        from_the_right.fold(*last, |right, left| node_hash(left, &right))
    }
}
