//! Proofs: that an entry is in a log, and that a later log holds all of an earlier one (RFC 9162 sections 2.1.3, 2.1.4).

use super::merkle::{empty_root, node_hash};
use crate::id::Digest32;

/// A complete subtree: the `index`-th of those with 2^`level` entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Node {
    /// 0 for entries.
    pub level: u8,
    /// From 0, from the left.
    pub index: u64,
}

/// Why a proof was not made or does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProofFault {
    /// There is no such entry or earlier log.
    #[error("entry or size {asked} lies outside a log of {size} entries")]
    OutOfRange {
        /// What was asked for.
        asked: u64,
        /// How many entries there are.
        size: u64,
    },
    /// The proof has more or fewer hashes than one for these numbers.
    #[error("the proof has a wrong number of hashes")]
    WrongLength,
    /// The hashes lead to another root.
    #[error("the proof leads to another root")]
    WrongRoot,
}

/// A run of entries whose hash is one hash of a proof: from the first number up to the second, which is not in it.
type Range = (u64, u64);

/// The complete subtrees that the entries from `start` up to `end` are made of, the largest first. `start` must be 0 or
/// come from a split as RFC 6962 makes them, so that each subtree begins where one of its size can.
pub fn subtrees(start: u64, end: u64) -> Vec<Node> {
    let mut nodes = Vec::new();
    let mut from = start;
    while from < end {
        let level = (end - from).ilog2();
        nodes.push(Node { level: u8::try_from(level).unwrap_or(u8::MAX), index: from >> level });
        from += 1 << level;
    }
    nodes
}

/// The root of the first `size` entries. `read` gives the hashes of the nodes asked for, in order.
pub fn root<E>(size: u64, read: impl FnOnce(&[Node]) -> Result<Vec<Digest32>, E>) -> Result<Digest32, E> {
    if size == 0 {
        return Ok(empty_root());
    }
    Ok(hashes_of(&[(0, size)], read)?.first().copied().unwrap_or_else(empty_root))
}

/// The proof that entry `index` is in the log of the first `size` entries, from leaf to root. All nodes needed are read
/// in one go: at most log2(size)^2 / 2 of them, 20 for the newest entry of a million.
pub fn inclusion<E>(
    index: u64,
    size: u64,
    read: impl FnOnce(&[Node]) -> Result<Vec<Digest32>, E>,
) -> Result<Result<Vec<Digest32>, ProofFault>, E> {
    if index >= size {
        return Ok(Err(ProofFault::OutOfRange { asked: index, size }));
    }
    let mut ranges = Vec::new();
    let (mut start, mut end) = (0, size);
    while end - start > 1 {
        let middle = start + split(end - start);
        if index < middle {
            ranges.push((middle, end));
            end = middle;
        } else {
            ranges.push((start, middle));
            start = middle;
        }
    }
    ranges.reverse();
    hashes_of(&ranges, read).map(Ok)
}

/// The proof that the log of the first `size` entries begins with that of the first `earlier`. Empty where the two are
/// the same or the earlier one is empty: then there is nothing to prove.
pub fn consistency<E>(
    earlier: u64,
    size: u64,
    read: impl FnOnce(&[Node]) -> Result<Vec<Digest32>, E>,
) -> Result<Result<Vec<Digest32>, ProofFault>, E> {
    if earlier > size {
        return Ok(Err(ProofFault::OutOfRange { asked: earlier, size }));
    }
    if earlier == 0 {
        return Ok(Ok(Vec::new()));
    }
    let mut ranges = Vec::new();
    let (mut start, mut end) = (0, size);
    while earlier != end {
        let middle = start + split(end - start);
        if earlier <= middle {
            ranges.push((middle, end));
            end = middle;
        } else {
            ranges.push((start, middle));
            start = middle;
        }
    }
    // Where the descent never turned right, the last range is the earlier log itself, whose root is known.
    if start > 0 {
        ranges.push((start, end));
    }
    ranges.reverse();
    hashes_of(&ranges, read).map(Ok)
}

/// Checks that the entry with this leaf hash is number `index` of the log of `size` entries with this root.
pub fn verify_inclusion(
    index: u64,
    size: u64,
    leaf: Digest32,
    proof: &[Digest32],
    root: Digest32,
) -> Result<(), ProofFault> {
    if index >= size {
        return Err(ProofFault::OutOfRange { asked: index, size });
    }
    let (mut node, mut last) = (index, size - 1);
    let mut hash = leaf;
    for sibling in proof {
        if last == 0 {
            return Err(ProofFault::WrongLength);
        }
        if node & 1 == 1 || node == last {
            hash = node_hash(sibling, &hash);
            // A node at the right edge without a sibling of its own is carried up to where it has one.
            if node & 1 == 0 {
                let up = node.trailing_zeros();
                node = shift(node, up);
                last = shift(last, up);
            }
        } else {
            hash = node_hash(&hash, sibling);
        }
        node >>= 1;
        last >>= 1;
    }
    if last != 0 {
        return Err(ProofFault::WrongLength);
    }
    if hash == root { Ok(()) } else { Err(ProofFault::WrongRoot) }
}

/// Checks that the log of `size` entries with `root` begins with the log of `earlier` entries with `earlier_root`.
pub fn verify_consistency(
    earlier: u64,
    earlier_root: Digest32,
    size: u64,
    root: Digest32,
    proof: &[Digest32],
) -> Result<(), ProofFault> {
    if earlier > size {
        return Err(ProofFault::OutOfRange { asked: earlier, size });
    }
    if earlier == size || earlier == 0 {
        let known = if earlier == 0 { empty_root() } else { root };
        return match (proof.is_empty(), earlier_root == known) {
            (false, _) => Err(ProofFault::WrongLength),
            (true, false) => Err(ProofFault::WrongRoot),
            (true, true) => Ok(()),
        };
    }
    let (mut node, mut last) = (earlier - 1, size - 1);
    let up = node.trailing_ones();
    node = shift(node, up);
    last = shift(last, up);
    // An earlier log that is one complete subtree is where the proof starts, and so is not said in it.
    let mut hashes = proof.iter();
    let first = if earlier.is_power_of_two() { Some(&earlier_root) } else { hashes.next() };
    let Some(first) = first else { return Err(ProofFault::WrongLength) };
    let (mut old, mut new) = (*first, *first);
    for sibling in hashes {
        if last == 0 {
            return Err(ProofFault::WrongLength);
        }
        if node & 1 == 1 || node == last {
            old = node_hash(sibling, &old);
            new = node_hash(sibling, &new);
            if node & 1 == 0 {
                let up = node.trailing_zeros();
                node = shift(node, up);
                last = shift(last, up);
            }
        } else {
            new = node_hash(&new, sibling);
        }
        node >>= 1;
        last >>= 1;
    }
    if last != 0 {
        return Err(ProofFault::WrongLength);
    }
    if old == earlier_root && new == root { Ok(()) } else { Err(ProofFault::WrongRoot) }
}

/// The largest power of two below `count`, which is at least 2: where RFC 6962 splits a tree.
fn split(count: u64) -> u64 {
    1 << (count - 1).ilog2()
}

/// `number` without its lowest `bits` bits; all of them gone where that is the whole number.
fn shift(number: u64, bits: u32) -> u64 {
    number.checked_shr(bits).unwrap_or(0)
}

/// One hash for each range, all their subtrees read at once.
fn hashes_of<E>(ranges: &[Range], read: impl FnOnce(&[Node]) -> Result<Vec<Digest32>, E>) -> Result<Vec<Digest32>, E> {
    let parts: Vec<Vec<Node>> = ranges.iter().map(|(start, end)| subtrees(*start, *end)).collect();
    let read = read(&parts.concat())?;
    let mut rest = read.as_slice();
    let fold = |part: &Vec<Node>| {
        let (these, others) = rest.split_at(part.len().min(rest.len()));
        rest = others;
        let mut from_the_right = these.iter().rev();
        let last = from_the_right.next().copied().unwrap_or_else(empty_root);
        from_the_right.fold(last, |right, left| node_hash(left, &right))
    };
    Ok(parts.iter().map(fold).collect())
}
