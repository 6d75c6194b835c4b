//! The log over the ledger: heads, proofs, tiles, and the refusal to sign a second history.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod common;

use common::{Desk, founded, secrets};
use jatak_ledger::engine::{Engine, prepare};
use jatak_ledger::log::{Fork, KnownHead, check_extends};
use jatak_ledger::native::NativeStore;
use jatak_ledger::store::Store;
use jatak_shared::id::Digest32;
use jatak_shared::log::{
    SignedCheckpoint, Tile, TileKind, leaf_hash, node_hash, read_entry_bundle, verify_consistency, verify_inclusion,
};
use jatak_shared::time::Timestamp;

fn phone(number: u64) -> String {
    format!("+4520{number:06}")
}

fn with(acts: u64) -> Desk<NativeStore> {
    let mut desk = Desk::new();
    (0..acts).for_each(|number| drop(desk.yes(&phone(number), &["order_updates"])));
    desk
}

fn known(desk: &Desk<NativeStore>) -> KnownHead {
    let head = desk.engine.signed_head().unwrap().unwrap();
    KnownHead { size: head.size, root: head.root }
}

/// The root as RFC 6962 defines it, over the leaves as stored.
fn naive_root(hashes: &[Digest32]) -> Digest32 {
    match hashes {
        [] => Digest32::of(b""),
        [leaf] => *leaf,
        _ => {
            let (left, right) = hashes.split_at(hashes.len().next_power_of_two() / 2);
            node_hash(&naive_root(left), &naive_root(right))
        }
    }
}

fn leaf_hashes(desk: &Desk<NativeStore>) -> Vec<Digest32> {
    let entries = desk.engine.events(0, desk.head(), 500).unwrap();
    entries.iter().map(|entry| leaf_hash(entry.leaf.canonical().as_bytes())).collect()
}

#[test]
fn every_batch_ends_with_a_signed_head_over_all_its_events() {
    let mut desk = Desk::new();
    for number in 0..20 {
        desk.yes(&phone(number), &["order_updates"]);
        let head = desk.engine.signed_head().unwrap().unwrap();
        assert_eq!(head.size, desk.head());
        assert_eq!(head.root, naive_root(&leaf_hashes(&desk)));
        let note: SignedCheckpoint = head.note.parse().unwrap();
        let checkpoint = note.verify(&desk.engine.vkey()).unwrap();
        assert_eq!((checkpoint.size, checkpoint.root), (head.size, head.root));
    }
}

#[test]
fn every_event_and_every_earlier_head_is_proven() {
    let desk = with(40);
    let hashes = leaf_hashes(&desk);
    let size = desk.head();
    let root = known(&desk).root;
    for seq in 1..=size {
        let proof = desk.engine.inclusion_proof(seq, size).unwrap().unwrap();
        let leaf = hashes[usize::try_from(seq - 1).unwrap()];
        assert_eq!(verify_inclusion(seq - 1, size, leaf, &proof, root), Ok(()));
        desk.engine.proof_file(seq).unwrap().unwrap().verify(&desk.engine.vkey(), leaf).unwrap();
        let earlier = desk.engine.checkpoint_at(seq).unwrap().unwrap();
        let earlier = earlier.verify(&desk.engine.vkey()).unwrap().clone();
        assert_eq!(earlier.root, naive_root(&hashes[..usize::try_from(seq).unwrap()]));
        let proof = desk.engine.consistency_proof(seq, size).unwrap().unwrap();
        assert_eq!(verify_consistency(seq, earlier.root, size, root, &proof), Ok(()));
    }
    assert!(desk.engine.inclusion_proof(0, size).unwrap().is_err());
    assert!(desk.engine.inclusion_proof(1, size + 1).unwrap().is_err());
    assert!(desk.engine.consistency_proof(1, size + 1).unwrap().is_err());
    assert_eq!(desk.engine.checkpoint_at(size + 1).unwrap(), None);
    assert_eq!(desk.engine.proof_file(size + 1).unwrap(), None);
}

#[test]
fn an_earlier_head_is_signed_again_to_the_same_bytes() {
    let mut desk = with(3);
    let head = desk.engine.signed_head().unwrap().unwrap();
    desk.yes(&phone(100), &["order_updates"]);
    assert_eq!(desk.engine.checkpoint_at(head.size).unwrap().unwrap().to_string(), head.note);
}

#[test]
fn tiles_hold_the_hashes_and_entries_of_the_log() {
    let desk = with(300);
    let hashes = leaf_hashes(&desk);
    let full = desk.engine.tile(Tile::new(TileKind::Hashes(0), 0, 256).unwrap()).unwrap().unwrap();
    assert_eq!(full, hashes[..256].iter().flat_map(Digest32::as_bytes).copied().collect::<Vec<_>>());
    let above = desk.engine.tile(Tile::new(TileKind::Hashes(1), 0, 1).unwrap()).unwrap().unwrap();
    assert_eq!(above, naive_root(&hashes[..256]).as_bytes());
    let partial = desk.engine.tile(Tile::new(TileKind::Entries, 1, 9).unwrap()).unwrap().unwrap();
    let entries = read_entry_bundle(&partial).unwrap();
    assert_eq!(entries.iter().map(|entry| leaf_hash(entry)).collect::<Vec<_>>(), hashes[256..265]);
    assert_eq!(desk.engine.tile(Tile::new(TileKind::Hashes(0), 1, 256).unwrap()).unwrap(), None);
    assert_eq!(desk.engine.tile(Tile::new(TileKind::Hashes(1), 0, 2).unwrap()).unwrap(), None);
}

#[test]
fn events_of_before_the_log_are_hashed_and_signed_at_the_next_start() {
    let store = NativeStore::in_memory().unwrap();
    let mut desk = Desk::on(store);
    (0..20).for_each(|number| drop(desk.yes(&phone(number), &["order_updates"])));
    let before = known(&desk);
    // What a database looks like that was last used before there was a log.
    let path = std::env::temp_dir().join(format!("jatak-log-{}.sqlite", std::process::id()));
    let _ = std::fs::remove_file(&path);
    let old = NativeStore::open(&path).unwrap();
    let mut desk = Desk::on(old);
    (0..20).for_each(|number| drop(desk.yes(&phone(number), &["order_updates"])));
    drop(desk);
    let store = NativeStore::open(&path).unwrap();
    store.execute("DELETE FROM log_nodes", &[]).unwrap();
    store.execute("DELETE FROM log_heads", &[]).unwrap();
    let now = Timestamp::from_millis(common::START + 1_000_000);
    prepare(&store, now).unwrap();
    let engine = Engine::new(store, secrets());
    assert_eq!(engine.signed_head().unwrap(), None);
    engine.open_log(None, now).unwrap().unwrap();
    let after = engine.signed_head().unwrap().unwrap();
    assert_eq!(KnownHead { size: after.size, root: after.root }, before);
    std::fs::remove_file(&path).unwrap();
}

#[test]
fn a_new_business_is_signed_when_its_log_is_opened() {
    let engine = founded(NativeStore::in_memory().unwrap());
    assert_eq!(engine.signed_head().unwrap(), None);
    engine.open_log(None, Timestamp::from_millis(common::START)).unwrap().unwrap();
    assert_eq!(engine.signed_head().unwrap().unwrap().size, engine.head().unwrap().seq);
}

#[test]
fn a_restored_backup_is_not_signed_and_still_takes_a_no() {
    let lived = with(9);
    let mut restored = with(4);
    let fork = Fork::Below { size: restored.head(), signed: lived.head() };
    let now = Timestamp::from_millis(restored.now);
    assert_eq!(restored.engine.open_log(Some(known(&lived)), now).unwrap(), Err(fork));
    assert_eq!(restored.engine.fork(), Some(fork));
    let signed = restored.engine.signed_head().unwrap();
    restored.no(&phone(1), jatak_shared::decide::Scope::Everything);
    assert_eq!(restored.state(&phone(1), "order_updates"), "withdrawn");
    assert_eq!(restored.engine.signed_head().unwrap(), signed, "nothing new is signed");
    assert_eq!(restored.engine.checkpoint_at(1).unwrap(), None);
}

#[test]
fn a_held_log_takes_every_act_signs_nothing_and_covers_all_once_it_is_opened() {
    let mut desk = with(2);
    let (signed, seen) = (desk.engine.signed_head().unwrap(), known(&desk));
    desk.engine.hold_log();
    desk.yes(&phone(7), &["order_updates"]);
    desk.no(&phone(1), jatak_shared::decide::Scope::Everything);
    assert_eq!(desk.state(&phone(1), "order_updates"), "withdrawn");
    assert_eq!((desk.engine.is_held(), desk.engine.fork()), (true, None));
    assert_eq!(desk.engine.signed_head().unwrap(), signed, "nothing new is signed");
    assert_eq!(desk.engine.checkpoint_at(1).unwrap(), None, "nor anything old");
    assert_eq!(desk.engine.open_log(Some(seen), Timestamp::from_millis(desk.now)).unwrap(), Ok(()));
    assert!(!desk.engine.is_held());
    assert_eq!(desk.engine.signed_head().unwrap().unwrap().size, desk.head());
}

#[test]
fn a_history_beside_the_known_one_is_not_signed() {
    let lived = with(9);
    let mut other = with(4);
    (0..9).for_each(|number| drop(other.yes(&phone(500 + number), &["relevant_offers"])));
    let fork = Fork::Beside { signed: lived.head() };
    let now = Timestamp::from_millis(other.now);
    assert_eq!(other.engine.open_log(Some(known(&lived)), now).unwrap(), Err(fork));
}

#[test]
fn a_log_that_grew_since_it_was_witnessed_is_signed() {
    let mut desk = with(4);
    let seen = known(&desk);
    desk.yes(&phone(50), &["order_updates"]);
    assert_eq!(desk.engine.open_log(Some(seen), Timestamp::from_millis(desk.now)).unwrap(), Ok(()));
    assert_eq!(desk.engine.fork(), None);
}

#[test]
fn a_database_whose_log_was_tampered_with_is_not_signed_at_the_next_start() {
    let path = std::env::temp_dir().join(format!("jatak-tampered-{}.sqlite", std::process::id()));
    let _ = std::fs::remove_file(&path);
    let mut desk = Desk::on(NativeStore::open(&path).unwrap());
    (0..3).for_each(|number| drop(desk.yes(&phone(number), &["order_updates"])));
    let signed = known(&desk);
    drop(desk);
    let store = NativeStore::open(&path).unwrap();
    store.execute("UPDATE log_nodes SET hashes = zeroblob(length(hashes)) WHERE seq > 3", &[]).unwrap();
    let engine = Engine::new(store, secrets());
    let now = Timestamp::from_millis(common::START + 1_000_000);
    assert_eq!(engine.open_log(None, now).unwrap(), Err(Fork::Beside { signed: signed.size }));
    std::fs::remove_file(&path).unwrap();
}

#[test]
fn the_check_by_itself_tells_below_beside_and_fine() {
    let root = |size: u64| Ok::<_, ()>(Digest32::of(&size.to_be_bytes()));
    let head = |size, of: u64| KnownHead { size, root: Digest32::of(&of.to_be_bytes()) };
    assert_eq!(check_extends(head(5, 5), 5, root), Ok(Ok(())));
    assert_eq!(check_extends(head(5, 5), 9, root), Ok(Ok(())));
    assert_eq!(check_extends(head(5, 5), 4, root), Ok(Err(Fork::Below { size: 4, signed: 5 })));
    assert_eq!(check_extends(head(5, 6), 9, root), Ok(Err(Fork::Beside { signed: 5 })));
}
