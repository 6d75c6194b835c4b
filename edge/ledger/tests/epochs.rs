//! Backups that are put back: refused, begun anew in another epoch, and made to forget again what was erased since.
#![cfg(feature = "native")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod common;

use std::fs;
use std::path::{Path, PathBuf};

use common::meta::opts_in;
use common::{Desk, secrets, some};
use jatak_ledger::SealedKey;
use jatak_ledger::engine::{Engine, Secrets, prepare};
use jatak_ledger::epoch::{EpochFault, Opened, Opening};
use jatak_ledger::heads::{Heads, Told};
use jatak_ledger::log::{Fork, KnownHead};
use jatak_ledger::native::NativeStore;
use jatak_ledger::store::{Store, Value};
use jatak_shared::decide::Scope;
use jatak_shared::event::Kind;
use jatak_shared::id::BusinessId;
use jatak_shared::log::{KeyName, SignedCheckpoint, Signer};
use jatak_shared::time::Timestamp;
use jatak_verify::{Checker, Expect, Wrong};

/// A directory that goes with the test.
struct Place(PathBuf);

impl Place {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("jatak-epochs-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn at(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A ledger and the place apart, as the edge keeps them.
struct Edge {
    place: Place,
    path: PathBuf,
    desk: Desk<NativeStore>,
    heads: Heads<NativeStore>,
}

fn phone(number: u64) -> String {
    format!("+4520{number:06}")
}

fn signer(epoch: u64) -> Signer {
    let name = KeyName::of_epoch("jatak.example", BusinessId::v4([1; 16]), epoch).unwrap();
    Signer::new(name, &[u8::try_from(epoch).unwrap() + 2; 32])
}

fn reopen(path: &Path, epoch: u64, now: i64) -> Desk<NativeStore> {
    let store = NativeStore::open(path).unwrap();
    prepare(&store, Timestamp::from_millis(now)).unwrap();
    let engine = Engine::new(store, Secrets { signer: signer(epoch), ..secrets() });
    Desk { engine, now, random: common::Counter(now.unsigned_abs() << 16) }
}

impl Edge {
    fn new(name: &str) -> Self {
        let place = Place::new(name);
        let path = place.at("live");
        let desk = Desk::on(NativeStore::open(&path).unwrap());
        let heads = Heads::open(NativeStore::in_memory().unwrap()).unwrap();
        let edge = Self { place, path, desk, heads };
        edge.desk.engine.open_log_in(None, Timestamp::from_millis(edge.desk.now)).unwrap().unwrap();
        edge
    }

    fn people(&mut self, numbers: core::ops::Range<u64>) {
        numbers.for_each(|number| drop(self.desk.yes(&phone(number), &["order_updates"])));
    }

    /// Tells the place apart all that it must hear of, as the edge does before an answer leaves.
    fn tell(&self) -> Told {
        let head = self.desk.engine.signed_head().unwrap().unwrap();
        let head = KnownHead { size: head.size, root: head.root };
        let told = Told { epoch: self.desk.engine.epoch().unwrap(), head };
        assert!(self.heads.tell(told).unwrap());
        while let Some((upto, erasures)) = self.desk.engine.untold_erasures().unwrap() {
            self.heads.remember(&erasures).unwrap();
            self.desk.engine.erasures_told(upto).unwrap();
        }
        told
    }

    fn back_up(&self) {
        let to = self.place.at("backup");
        let _ = fs::remove_file(&to);
        let store = NativeStore::open(&self.path).unwrap();
        store.execute("VACUUM INTO ?", &[Value::Text(to.to_str().unwrap().to_owned())]).unwrap();
    }

    /// Puts the backup in the place of the ledger, and starts.
    fn restore(&mut self) -> Result<(), Fork> {
        let epoch = {
            let backup = NativeStore::open(&self.place.at("backup")).unwrap();
            jatak_ledger::epoch::number(&backup).unwrap()
        };
        self.path = self.place.at(&format!("restored-{}", self.desk.now));
        fs::copy(self.place.at("backup"), &self.path).unwrap();
        self.desk = reopen(&self.path, epoch, self.desk.now + 1_000);
        let told = self.heads.last().unwrap();
        self.desk.engine.open_log_in(told, Timestamp::from_millis(self.desk.now)).unwrap()
    }

    fn opening(&self, number: u64) -> Opening {
        Opening {
            number,
            reason: "the disk was lost".into(),
            signer: signer(number),
            key: SealedKey { purpose: "signing".into(), version: number, sealed: vec![1; 73] },
            given_up: self.heads.last().unwrap().map(|told| told.head),
            known: self.heads.epochs().unwrap(),
        }
    }

    /// What the operator's command does.
    fn open_epoch(&mut self, number: u64) -> Result<Opened, EpochFault> {
        let now = Timestamp::from_millis(self.desk.now);
        let mut from = Some((0, 0));
        while let Some(place) = from {
            let page = self.heads.erasures(place).unwrap();
            self.desk.engine.replay_erasures(&page, now, &mut self.desk.random).unwrap();
            from = page.next;
        }
        let opening = self.opening(number);
        assert!(self.heads.claim(number, &opening.signer.vkey().to_string()).unwrap());
        self.desk.engine.open_epoch(&opening, now, &mut self.desk.random).unwrap()
    }

    /// Starts again on the same database, with the key of this epoch.
    fn restart(&mut self, epoch: u64) -> Result<(), Fork> {
        self.desk = reopen(&self.path, epoch, self.desk.now + 1_000);
        let told = self.heads.last().unwrap();
        self.desk.engine.open_log_in(told, Timestamp::from_millis(self.desk.now)).unwrap()
    }
}

#[test]
fn a_restored_backup_refuses_and_goes_on_in_an_epoch_that_says_what_was_given_up() {
    let mut edge = Edge::new("restored");
    edge.people(0..5);
    edge.tell();
    edge.back_up();
    edge.people(5..9);
    let lived = edge.tell();
    let yesterday: SignedCheckpoint = edge.desk.engine.signed_head().unwrap().unwrap().note.parse().unwrap();
    let old = edge.desk.engine.vkey().to_string();

    let size = edge.desk.head();
    let fork = edge.restore().unwrap_err();
    assert_eq!(fork, Fork::Below { size: size - 4, signed: size });
    // Before anyone wakes up a person says no, and it counts at once.
    edge.desk.no(&phone(1), Scope::Everything);
    assert_eq!(edge.desk.state(&phone(1), "order_updates"), "withdrawn");

    let opened = edge.open_epoch(2).unwrap();
    assert_eq!((opened.number, opened.given_up.size), (2, lived.head.size));
    assert_eq!(opened.given_up.root, lived.head.root);
    assert_eq!(edge.restart(2), Ok(()), "the head of the epoch before binds no more");
    edge.tell();
    edge.people(20..23);
    edge.tell();
    assert_eq!(edge.restart(2), Ok(()));

    // The whole history that is left is signed by the new key, under the new origin.
    let report = edge.desk.verify();
    assert_eq!(report.origin, "jatak.example/01010101-0101-4101-8101-010101010101/epoch/2");
    assert_eq!(report.events, edge.desk.head());
    let [(seq, epoch)] = report.epochs[..] else { panic!("{report:?}") };
    assert_eq!((seq, epoch.number, epoch.given_up), (opened.seq, 2, opened.given_up));
    // An auditor who kept a checkpoint of before is told what happened, and not merely that a key differs.
    let expect = Expect { against: Some(yesterday), ..edge.desk.expect() };
    let fault = Checker::check(&edge.desk.export(), expect).unwrap_err();
    assert_eq!(fault.wrong, Wrong::OtherEpoch { earlier: 1, now: 2 });
    let keys = edge.desk.engine.vkeys().unwrap();
    assert_eq!(keys, [old, edge.desk.engine.vkey().to_string()]);
    let event = edge.desk.engine.events(opened.seq - 1, opened.seq, 1).unwrap().remove(0);
    assert_eq!((event.leaf.kind, event.leaf.epoch.unwrap().given_up), (Kind::EpochOpened, opened.given_up));
    assert_eq!(event.private.unwrap().body.reason.as_deref(), Some("the disk was lost"));
}

#[test]
fn what_was_erased_after_the_backup_is_erased_again_before_anything_is_signed() {
    let mut edge = Edge::new("erased");
    edge.people(0..6);
    edge.desk.no(&phone(2), some(&["order_updates"]));
    edge.tell();
    edge.back_up();
    edge.people(6..8);
    edge.desk.erase(&[&phone(1), &phone(2), &phone(7)]);
    edge.tell();

    edge.restore().unwrap_err();
    assert_eq!(edge.desk.state(&phone(1), "order_updates"), "granted", "the backup brought them back");
    // Erased and back, one of them says yes once more, in a copy that is not meant to know them.
    edge.desk.yes(&phone(1), &["relevant_offers"]);
    edge.open_epoch(2).unwrap();
    edge.restart(2).unwrap();
    for number in [1, 2] {
        assert_eq!(edge.desk.state(&phone(number), "order_updates"), "never_asked");
        assert_eq!(edge.desk.state(&phone(number), "relevant_offers"), "never_asked");
    }
    assert_eq!(edge.desk.state(&phone(0), "order_updates"), "granted", "nobody else went");
    let suppressed = edge.desk.yes(&phone(2), &["order_updates"]);
    assert_eq!(edge.desk.state(&phone(2), "order_updates"), "pending", "their no stands: {suppressed:?}");
    let report = edge.desk.verify();
    assert_eq!(report.erased, 4, "one yes and one more of the first, a yes and a no of the second");
    edge.tell();
    let again = edge.heads.erasures((0, 0)).unwrap();
    let now = Timestamp::from_millis(edge.desk.now);
    let erasure = edge.desk.engine.replay_erasures(&again, now, &mut edge.desk.random).unwrap();
    assert_eq!(erasure.people, 0, "a second run finds nothing");
}

#[test]
fn whoever_is_known_by_a_user_id_alone_is_erased_again_too() {
    let mut edge = Edge::new("user-ids");
    edge.desk = edge.desk.in_whatsapp("whatsapp");
    for who in ["DK.a", "DK.b", "DK.c"] {
        opts_in(&mut edge.desk, who, &["order_updates"]);
    }
    edge.desk.no("DK.b", Scope::Everything);
    edge.tell();
    edge.back_up();
    edge.desk.erase(&["DK.a", "DK.b"]);
    edge.tell();

    edge.restore().unwrap_err();
    assert_eq!(edge.desk.state("DK.a", "order_updates"), "granted", "the backup brought them back");
    edge.open_epoch(2).unwrap();
    edge.restart(2).unwrap();
    let file = |who: &str| edge.desk.engine.person(&who.parse().unwrap(), 0).unwrap();
    for who in ["DK.a", "DK.b"] {
        let file = file(who);
        assert_eq!((file.subject, file.user_ids, file.events), (None, vec![], vec![]), "{who}");
    }
    assert!(file("DK.b").suppressed_since.is_some() && file("DK.a").suppressed_since.is_none());
    assert_eq!(edge.desk.state("DK.c", "order_updates"), "granted", "nobody else went");
    assert_eq!(edge.desk.verify().erased, 3);
}

#[test]
fn a_number_that_another_event_has_now_is_not_erased() {
    let mut edge = Edge::new("numbers");
    edge.people(0..2);
    edge.tell();
    edge.back_up();
    edge.people(2..4);
    edge.desk.erase(&[&phone(3)]);
    edge.tell();
    edge.restore().unwrap_err();
    // Others come under the numbers that the erased one had.
    edge.people(50..54);
    edge.open_epoch(2).unwrap();
    edge.restart(2).unwrap();
    for number in 50..54 {
        assert_eq!(edge.desk.state(&phone(number), "order_updates"), "granted");
    }
    assert_eq!(edge.desk.verify().erased, 0);
}

#[test]
fn no_epoch_is_opened_without_a_fork_or_under_a_number_that_was_used() {
    let mut edge = Edge::new("refused");
    edge.people(0..3);
    edge.tell();
    edge.back_up();
    edge.people(3..5);
    edge.tell();
    let now = Timestamp::from_millis(edge.desk.now);
    let opening = edge.opening(2);
    let refused = edge.desk.engine.open_epoch(&opening, now, &mut edge.desk.random).unwrap();
    assert_eq!(refused, Err(EpochFault::NotForked));
    edge.restore().unwrap_err();
    let head = edge.desk.head();
    let opening = edge.opening(1);
    let refused = edge.desk.engine.open_epoch(&opening, now, &mut edge.desk.random).unwrap();
    assert_eq!(refused, Err(EpochFault::NumberTaken(1)));
    assert_eq!(edge.desk.head(), head, "a refusal writes nothing");
}

#[test]
fn the_same_backup_put_back_twice_begins_two_epochs_and_neither_key_is_forgotten() {
    let mut edge = Edge::new("twice");
    edge.people(0..3);
    edge.tell();
    edge.back_up();
    edge.people(3..6);
    edge.tell();
    edge.restore().unwrap_err();
    let second = edge.open_epoch(2).unwrap();
    edge.restart(2).unwrap();
    edge.tell();
    edge.restore().unwrap_err();
    let third = edge.open_epoch(3).unwrap();
    edge.restart(3).unwrap();
    let vkeys = edge.desk.engine.vkeys().unwrap();
    assert_eq!(vkeys.len(), 3);
    assert_eq!(vkeys[1..], [second.vkey, third.vkey]);
    assert_eq!(edge.desk.verify().events, edge.desk.head());
}

#[test]
fn a_crash_after_the_epoch_began_and_before_its_head_was_told_is_made_good_at_the_start() {
    let mut edge = Edge::new("crash");
    edge.people(0..3);
    edge.tell();
    edge.back_up();
    edge.people(3..6);
    edge.tell();
    edge.restore().unwrap_err();
    edge.open_epoch(2).unwrap();
    // Claimed and begun; told is still the head of the first epoch.
    assert_eq!(edge.heads.last().unwrap().unwrap().epoch, 1);
    assert_eq!(edge.restart(2), Ok(()));
    assert_eq!(edge.tell().epoch, 2);
    // A copy of the first epoch that turns up now is told from the second.
    assert!(edge.restore().is_err());
    assert_eq!(edge.desk.engine.epoch().unwrap(), 1);
}

#[test]
fn a_history_whose_hashes_are_not_those_of_its_events_is_signed_under_no_key() {
    let mut edge = Edge::new("damaged");
    edge.people(0..4);
    edge.tell();
    edge.back_up();
    edge.people(4..6);
    edge.tell();
    let backup = NativeStore::open(&edge.place.at("backup")).unwrap();
    backup.execute("UPDATE events SET leaf = replace(leaf, 'opted_in', 'opted_out') WHERE seq = 5", &[]).unwrap();
    drop(backup);
    edge.restore().unwrap_err();
    assert_eq!(edge.open_epoch(2), Err(EpochFault::Damaged(1)), "within a page of 500");
    assert!(edge.desk.engine.fork().is_some());
}

#[test]
fn the_first_head_of_an_epoch_is_signed_with_its_key_and_not_the_old_one() {
    let mut edge = Edge::new("key");
    edge.people(0..2);
    edge.back_up();
    edge.people(2..4);
    edge.tell();
    edge.restore().unwrap_err();
    let (old, opened) = (edge.desk.engine.vkey(), edge.open_epoch(2).unwrap());
    let head: SignedCheckpoint = edge.desk.engine.signed_head().unwrap().unwrap().note.parse().unwrap();
    assert!(head.verify(&old).is_err());
    assert_eq!(head.verify(&opened.vkey.parse().unwrap()).unwrap().size, opened.seq);
    // The engine that opened it has the old key, and signs no more.
    edge.people(30..31);
    assert_eq!(edge.desk.engine.signed_head().unwrap().unwrap().size, opened.seq);
    edge.restart(2).unwrap();
    assert_eq!(edge.desk.engine.signed_head().unwrap().unwrap().size, edge.desk.head());
}
