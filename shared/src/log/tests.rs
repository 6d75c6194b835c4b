#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod cosignatures;
mod formats;
mod notes;
mod peers;
mod proofs;

use core::convert::Infallible;
use std::collections::HashMap;

use super::*;
use crate::id::Digest32;

/// A log in memory: every complete subtree by its place.
#[derive(Default)]
pub(super) struct Memory {
    frontier: Frontier,
    nodes: HashMap<Node, Digest32>,
    leaves: Vec<Digest32>,
}

impl Memory {
    fn of(entries: impl IntoIterator<Item = Vec<u8>>) -> Self {
        let mut log = Self::default();
        for entry in entries {
            log.append(leaf_hash(&entry));
        }
        log
    }

    /// A log of `size` different entries.
    fn counted(size: u64) -> Self {
        Self::of((0..size).map(|entry| entry.to_be_bytes().to_vec()))
    }

    fn append(&mut self, leaf: Digest32) {
        let index = self.frontier.size();
        for (level, hash) in self.frontier.append(leaf).into_iter().enumerate() {
            self.nodes.insert(Node { level: u8::try_from(level).unwrap(), index: index >> level }, hash);
        }
        self.leaves.push(leaf);
    }

    #[expect(clippy::unnecessary_wraps, reason = "it is the shape of a reader")]
    fn read(&self, nodes: &[Node]) -> Result<Vec<Digest32>, Infallible> {
        Ok(nodes.iter().map(|node| self.nodes[node]).collect())
    }

    fn root(&self, size: u64) -> Digest32 {
        root(size, |nodes| self.read(nodes)).unwrap()
    }

    fn inclusion(&self, index: u64, size: u64) -> Vec<Digest32> {
        inclusion(index, size, |nodes| self.read(nodes)).unwrap().unwrap()
    }

    fn consistency(&self, earlier: u64, size: u64) -> Vec<Digest32> {
        consistency(earlier, size, |nodes| self.read(nodes)).unwrap().unwrap()
    }
}

/// The root as RFC 6962 defines it, word for word.
fn naive_root(leaves: &[Digest32]) -> Digest32 {
    match leaves {
        [] => empty_root(),
        [leaf] => *leaf,
        _ => {
            let (left, right) = leaves.split_at(leaves.len().next_power_of_two() / 2);
            node_hash(&naive_root(left), &naive_root(right))
        }
    }
}
