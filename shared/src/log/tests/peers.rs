//! The crates `signed_note` and `tlog_tiles`, which other logs are built on, accept what is made here and make the same.

use proptest::prelude::*;
use signed_note::{StandardVerifier, VerifierList};
use tlog_tiles::{Hash, HashReader};

use super::notes::signer;
use super::*;

/// The log as the other crate reads it.
struct Peer<'a>(&'a Memory);

impl HashReader for Peer<'_> {
    fn read_hashes(&self, indexes: &[u64]) -> Result<Vec<Hash>, tlog_tiles::Error> {
        let node = |index: &u64| {
            let (level, index) = tlog_tiles::split_stored_hash_index(*index);
            hash(&self.0.nodes[&Node { level, index }])
        };
        Ok(indexes.iter().map(node).collect())
    }
}

fn hash(digest: &Digest32) -> Hash {
    Hash(*digest.as_bytes())
}

fn hashes(digests: &[Digest32]) -> Vec<Hash> {
    digests.iter().map(hash).collect()
}

#[test]
fn the_other_crate_accepts_our_checkpoints_and_reads_them_alike() {
    let log = Memory::counted(9);
    let head = Checkpoint { origin: signer().name().clone(), size: 9, root: log.root(9) };
    let signed = head.clone().sign(&signer()).unwrap();
    let note = signed_note::Note::from_bytes(signed.to_string().as_bytes()).unwrap();
    let key = StandardVerifier::new(&signer().vkey().to_string()).unwrap();
    let (valid, unknown) = note.verify(&VerifierList::new(vec![Box::new(key)])).unwrap();
    assert_eq!((valid.len(), unknown.len()), (1, 0));
    let read = tlog_tiles::Checkpoint::from_bytes(note.text()).unwrap();
    assert_eq!((read.origin(), read.size(), *read.hash()), (head.origin.as_str(), 9, hash(&head.root)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn both_compute_the_same_roots_and_proofs(size in 1..600_u64, a: prop::sample::Index, b: prop::sample::Index) {
        let log = Memory::counted(size);
        let most = usize::try_from(size).unwrap();
        let (index, earlier) = (u64::try_from(a.index(most)).unwrap(), u64::try_from(b.index(most)).unwrap() + 1);
        prop_assert_eq!(tlog_tiles::tree_hash(size, &Peer(&log)).unwrap(), hash(&log.root(size)));
        let inclusion = tlog_tiles::prove_record(size, index, &Peer(&log)).unwrap();
        prop_assert_eq!(inclusion, hashes(&log.inclusion(index, size)));
        let consistency = tlog_tiles::prove_tree(size, earlier, &Peer(&log)).unwrap();
        prop_assert_eq!(consistency, hashes(&log.consistency(earlier, size)));
    }

    #[test]
    fn both_cut_a_log_into_the_same_tiles(size in 0..200_000_u64) {
        // That crate prints the older path of Go's checksum database, with the height in it and `data` for entries.
        let ours = Tile::all(size).into_iter().filter(|tile| tile.kind() != TileKind::Entries);
        let mut ours: Vec<String> = ours.map(|tile| tile.to_string().replacen("tile/", "tile/8/", 1)).collect();
        let theirs = tlog_tiles::Tile::new_tiles(TILE_HEIGHT, 0, size);
        let mut theirs: Vec<String> = theirs.iter().map(tlog_tiles::Tile::path).collect();
        ours.sort();
        theirs.sort();
        prop_assert_eq!(ours, theirs);
    }
}
