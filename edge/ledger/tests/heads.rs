//! What is remembered apart from the ledger: heads, epochs, erasures.

#![cfg(feature = "native")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use jatak_ledger::heads::{ErasedEvent, Erasures, Heads, PAGE, Told};
use jatak_ledger::log::KnownHead;
use jatak_ledger::native::NativeStore;
use jatak_shared::id::Digest32;

fn head(size: u64, root: u8) -> Told {
    of_epoch(1, size, root)
}

fn of_epoch(epoch: u64, size: u64, root: u8) -> Told {
    Told { epoch, head: KnownHead { size, root: Digest32::from_bytes([root; 32]) } }
}

fn heads() -> Heads<NativeStore> {
    Heads::open(NativeStore::in_memory().unwrap()).unwrap()
}

#[test]
fn a_head_that_contradicts_the_last_one_told_is_refused_and_changes_nothing() {
    let heads = heads();
    assert_eq!(heads.last().unwrap(), None);
    assert!(heads.tell(head(5, 1)).unwrap());
    assert!(heads.tell(head(5, 1)).unwrap(), "the same head may be told again");
    assert!(!heads.tell(head(4, 1)).unwrap(), "an older one");
    assert!(!heads.tell(head(5, 2)).unwrap(), "another of the same size");
    assert_eq!(heads.last().unwrap(), Some(head(5, 1)));
    assert!(heads.tell(head(9, 3)).unwrap());
    assert_eq!(heads.last().unwrap(), Some(head(9, 3)));
}

#[test]
fn a_new_epoch_may_begin_smaller_and_the_old_one_is_over() {
    let heads = heads();
    assert!(heads.tell(head(9, 1)).unwrap());
    assert!(heads.claim(2, "two").unwrap());
    assert!(heads.tell(of_epoch(2, 4, 2)).unwrap());
    assert_eq!(heads.last().unwrap(), Some(of_epoch(2, 4, 2)));
    assert!(!heads.tell(head(12, 1)).unwrap(), "a copy of the epoch before goes on signing");
    assert_eq!(heads.last().unwrap(), Some(of_epoch(2, 4, 2)));
}

#[test]
fn the_number_of_an_epoch_is_given_once() {
    let heads = heads();
    assert!(heads.claim(2, "two").unwrap());
    assert!(heads.claim(2, "two").unwrap(), "the same claim again");
    assert!(!heads.claim(2, "another key").unwrap());
    assert!(heads.claim(4, "four").unwrap(), "a number may be left out");
    assert!(!heads.claim(3, "three").unwrap(), "none goes back");
    assert!(heads.tell(of_epoch(7, 1, 1)).unwrap());
    assert!(!heads.claim(7, "seven").unwrap(), "a head of it was told");
    assert_eq!(heads.epochs().unwrap(), [(2, "two".to_owned()), (4, "four".to_owned())]);
}

#[test]
fn erasures_are_remembered_once_and_read_back_in_pages() {
    let heads = heads();
    let leaf = |number: u64| Digest32::of(&number.to_be_bytes());
    let event = |seq| ErasedEvent { seq, leaf: leaf(seq) };
    assert_eq!(heads.erasures((0, 0)).unwrap(), Erasures::default());
    let many: Vec<_> = (1..=PAGE + 3).map(event).collect();
    let suppressed = vec![leaf(90_001), leaf(90_002)];
    let told = Erasures { erased: many.clone(), suppressed: suppressed.clone(), next: None };
    heads.remember(&told).unwrap();
    heads.remember(&told).unwrap();
    // The same number, of an epoch that was given up.
    let other = ErasedEvent { seq: 1, leaf: leaf(91_000) };
    heads.remember(&Erasures { erased: vec![other], ..Erasures::default() }).unwrap();
    let (mut erased, mut hashes, mut next) = (Vec::new(), Vec::new(), Some((0, 0)));
    while let Some(from) = next {
        let page = heads.erasures(from).unwrap();
        assert!(page.erased.len() as u64 <= PAGE);
        erased.extend(page.erased);
        hashes.extend(page.suppressed);
        next = page.next;
    }
    assert_eq!(erased, [many, vec![other]].concat());
    assert_eq!(hashes, suppressed);
}
