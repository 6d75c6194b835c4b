//! Hashing, frontier and proofs: the vectors, every small tree, and what a changed bit does.

use proptest::prelude::*;

use super::*;

/// The entries of the vectors that certificate transparency's implementations share.
fn vector() -> Vec<Vec<u8>> {
    let hex = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
    hex.iter().map(|hex| data_encoding::HEXLOWER.decode(hex.as_bytes()).unwrap()).collect()
}

#[test]
fn the_roots_are_those_of_the_shared_vectors() {
    let log = Memory::of(vector());
    for (size, root) in [
        (0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        (1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"),
        (2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"),
        (3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"),
        (8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"),
    ] {
        assert_eq!(log.root(size).to_string(), root, "{size}");
        let mut frontier = Frontier::new();
        vector().iter().take(usize::try_from(size).unwrap()).for_each(|entry| drop(frontier.append(leaf_hash(entry))));
        assert_eq!(frontier.root().to_string(), root, "{size}");
    }
}

#[test]
fn frontier_and_nodes_give_the_root_that_the_definition_gives() {
    let log = Memory::counted(130);
    let mut frontier = Frontier::new();
    for size in 0..=130 {
        let expected = naive_root(&log.leaves[..usize::try_from(size).unwrap()]);
        assert_eq!(log.root(size), expected, "{size}");
        assert_eq!(frontier.root(), expected, "{size}");
        let hashes = log.read(&subtrees(0, size)).unwrap();
        assert_eq!(Frontier::restore(size, hashes).unwrap(), frontier, "{size}");
        if size < 130 {
            frontier.append(log.leaves[usize::try_from(size).unwrap()]);
        }
    }
}

#[test]
fn a_frontier_is_not_restored_from_too_few_or_too_many_hashes() {
    assert_eq!(Frontier::restore(3, vec![empty_root()]), None);
    assert_eq!(Frontier::restore(4, vec![empty_root(); 2]), None);
    assert_eq!(Frontier::restore(0, Vec::new()), Some(Frontier::new()));
}

#[test]
fn every_proof_of_every_small_log_holds_and_for_no_other_place_or_root() {
    let log = Memory::counted(70);
    for size in 1..=70 {
        let root = log.root(size);
        for index in 0..size {
            let leaf = log.leaves[usize::try_from(index).unwrap()];
            let proof = log.inclusion(index, size);
            assert_eq!(verify_inclusion(index, size, leaf, &proof, root), Ok(()), "{index} in {size}");
            for other in (0..size).filter(|other| *other != index) {
                assert!(verify_inclusion(other, size, leaf, &proof, root).is_err(), "{index} as {other} in {size}");
            }
            assert!(verify_inclusion(index, size, leaf, &proof, log.root(size - 1)).is_err());
        }
        for earlier in 0..=size {
            let proof = log.consistency(earlier, size);
            assert_eq!(verify_consistency(earlier, log.root(earlier), size, root, &proof), Ok(()), "{earlier}, {size}");
            for other in (0..=size).filter(|other| *other != earlier) {
                assert!(verify_consistency(earlier, log.root(other), size, root, &proof).is_err());
            }
        }
    }
}

#[test]
fn proofs_outside_the_log_are_refused() {
    let fault = ProofFault::OutOfRange { asked: 5, size: 5 };
    let log = Memory::counted(5);
    assert_eq!(inclusion(5, 5, |nodes| log.read(nodes)).unwrap(), Err(fault));
    let fault = ProofFault::OutOfRange { asked: 6, size: 5 };
    assert_eq!(consistency(6, 5, |nodes| log.read(nodes)).unwrap(), Err(fault));
    assert_eq!(verify_consistency(6, log.root(5), 5, log.root(5), &[]), Err(fault));
}

/// The proof with one bit flipped, one hash left out, or one doubled.
fn spoilt(proof: &[Digest32], at: usize, how: u8) -> Option<Vec<Digest32>> {
    let mut proof = proof.to_vec();
    let at = at.checked_rem(proof.len())?;
    match how {
        8 => drop(proof.remove(at)),
        9 => proof.push(proof[at]),
        bit => {
            let mut bytes = *proof[at].as_bytes();
            bytes[at % 32] ^= 1 << bit;
            proof[at] = Digest32::from_bytes(bytes);
        }
    }
    Some(proof)
}

proptest! {
    #[test]
    fn proofs_of_larger_logs_hold_and_spoilt_ones_do_not(
        size in 1..1_500_u64, index: prop::sample::Index, earlier: prop::sample::Index, at: usize, how in 0..10_u8,
    ) {
        let log = Memory::counted(size);
        let root = log.root(size);
        let index = index.index(usize::try_from(size).unwrap());
        let (place, leaf) = (u64::try_from(index).unwrap(), log.leaves[index]);
        let proof = log.inclusion(place, size);
        prop_assert_eq!(verify_inclusion(place, size, leaf, &proof, root), Ok(()));
        if let Some(spoilt) = spoilt(&proof, at, how) {
            prop_assert!(verify_inclusion(place, size, leaf, &spoilt, root).is_err());
        }
        let earlier = u64::try_from(earlier.index(usize::try_from(size).unwrap() + 1)).unwrap();
        let proof = log.consistency(earlier, size);
        prop_assert_eq!(verify_consistency(earlier, log.root(earlier), size, root, &proof), Ok(()));
        if let Some(spoilt) = spoilt(&proof, at, how) {
            prop_assert!(verify_consistency(earlier, log.root(earlier), size, root, &spoilt).is_err());
        }
    }

    #[test]
    fn no_proof_makes_checking_panic(index: u64, size: u64, earlier: u64, count in 0..70_usize) {
        let proof = vec![empty_root(); count];
        let root = empty_root();
        prop_assert!(verify_inclusion(index, size, root, &proof, root).is_err() || size == 1);
        let _ = verify_consistency(earlier, root, size, root, &proof);
    }
}
