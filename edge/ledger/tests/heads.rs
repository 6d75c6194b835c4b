//! The heads remembered apart from the ledger.

#![cfg(feature = "native")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use jatak_ledger::heads::Heads;
use jatak_ledger::log::KnownHead;
use jatak_ledger::native::NativeStore;
use jatak_shared::id::Digest32;

fn head(size: u64, root: u8) -> KnownHead {
    KnownHead { size, root: Digest32::from_bytes([root; 32]) }
}

#[test]
fn a_head_that_contradicts_the_last_one_told_is_refused_and_changes_nothing() {
    let heads = Heads::open(NativeStore::in_memory().unwrap()).unwrap();
    assert_eq!(heads.last().unwrap(), None);
    assert!(heads.tell(head(5, 1)).unwrap());
    assert!(heads.tell(head(5, 1)).unwrap(), "the same head may be told again");
    assert!(!heads.tell(head(4, 1)).unwrap(), "an older one");
    assert!(!heads.tell(head(5, 2)).unwrap(), "another of the same size");
    assert_eq!(heads.last().unwrap(), Some(head(5, 1)));
    assert!(heads.tell(head(9, 3)).unwrap());
    assert_eq!(heads.last().unwrap(), Some(head(9, 3)));
}
