//! Witnesses as the ledger sees them: whom it asks when, what it believes, and what receipts say then.
#![cfg(feature = "native")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod common;

use common::{Desk, FOUR, recorded, settings_json};
use jatak_ledger::batch::Request;
use jatak_ledger::jobs::Job;
use jatak_ledger::native::NativeStore;
use jatak_ledger::proven::Audience;
use jatak_ledger::store::Store;
use jatak_ledger::witness::{Answer, EVERY, Outcome, Refusal, Round};
use jatak_shared::business::{Settings, Witness};
use jatak_shared::id::Digest32;
use jatak_shared::log::{Cosigner, NoteFault, SignedCheckpoint, verify_consistency};
use jatak_shared::proven::Witnessed;
use jatak_shared::time::Timestamp;
use jatak_verify::{Checker, Expect, Wrong};
use serde_json::json;

/// A witness that checks what it is sent. The one of the black-box tests does so by another crate's code.
struct Peer {
    cosigner: Cosigner,
    seen: Option<(u64, Digest32)>,
}

impl Peer {
    fn new(name: &str, seed: u8) -> Self {
        Self { cosigner: Cosigner::new(name.parse().unwrap(), &[seed; 32]), seen: None }
    }

    fn answer(&mut self, body: &str, time: i64) -> Answer {
        let answer =
            |status, content_type: &str, body: String| Answer { status, content_type: content_type.to_owned(), body };
        let (proof, note) = body.split_once("\n\n").unwrap();
        let mut lines = proof.lines();
        let old: u64 = lines.next().unwrap().strip_prefix("old ").unwrap().parse().unwrap();
        let hash = |line: &str| {
            Digest32::from_bytes(data_encoding::BASE64.decode(line.as_bytes()).unwrap().try_into().unwrap())
        };
        let hashes: Vec<Digest32> = lines.map(hash).collect();
        let head: SignedCheckpoint = note.parse().unwrap();
        let (size, root) = (head.checkpoint().size, head.checkpoint().root);
        let (seen, known) = self.seen.unwrap_or((0, Digest32::of(b"")));
        if old != seen {
            return answer(409, "text/x.tlog.size", format!("{seen}\n"));
        }
        if old > 0 && verify_consistency(old, known, size, root, &hashes).is_err() {
            return answer(422, "text/plain", "no".into());
        }
        self.seen = Some((size, root));
        let time = u64::try_from(time / 1000).unwrap();
        answer(200, "text/plain", format!("{}\n", self.cosigner.sign(&head, time)))
    }
}

fn now(desk: &Desk<NativeStore>) -> Timestamp {
    Timestamp::from_millis(desk.now)
}

/// A ledger of these witnesses.
fn witnessed_by(peers: &[&Peer]) -> Desk<NativeStore> {
    let mut desk = Desk::new();
    desk.yes("+4520000001", &["order_updates"]);
    list(&mut desk, peers);
    desk
}

fn list(desk: &mut Desk<NativeStore>, peers: &[&Peer]) {
    let mut settings = settings_json(&FOUR);
    let witness = |peer: &&Peer| json!({"vkey": peer.cosigner.vkey().to_string(), "url": "https://w.example"});
    settings["witnesses"] = json!(peers.iter().map(witness).collect::<Vec<_>>());
    let settings = Settings::parse(&settings).unwrap();
    desk.engine.change_settings(&settings, now(desk), &mut desk.random).unwrap().unwrap();
}

fn ask(desk: &Desk<NativeStore>, round: &Round, witness: &Witness, seen: u64, peer: &mut Peer) -> Outcome {
    let answer = peer.answer(&desk.engine.add_checkpoint(&round.head, seen).unwrap(), desk.now);
    let outcome = desk.engine.take_answer(&round.head, witness, &answer, true, now(desk)).unwrap();
    let Outcome::AskFrom(seen) = outcome else { return outcome };
    let answer = peer.answer(&desk.engine.add_checkpoint(&round.head, seen).unwrap(), desk.now);
    desk.engine.take_answer(&round.head, witness, &answer, false, now(desk)).unwrap()
}

/// Asks everybody who is to be asked now.
fn round(desk: &Desk<NativeStore>, peers: &mut [&mut Peer]) -> Vec<Outcome> {
    let Some(round) = desk.engine.cosign_round(now(desk)).unwrap() else { return Vec::new() };
    let asked = round.asked.iter().map(|(witness, seen)| {
        let peer = peers.iter_mut().find(|peer| peer.cosigner.vkey() == *witness.vkey()).unwrap();
        ask(desk, &round, witness, *seen, peer)
    });
    asked.collect()
}

fn is_asked_for(desk: &Desk<NativeStore>) -> bool {
    desk.engine.jobs_due(now(desk)).unwrap().iter().any(|due| due.job == Job::Cosign)
}

#[test]
fn a_head_is_cosigned_and_again_only_after_it_grew_and_a_while_passed() {
    let mut peer = Peer::new("w.example", 1);
    let mut desk = witnessed_by(&[&peer]);
    assert!(is_asked_for(&desk));
    assert_eq!(round(&desk, &mut [&mut peer]), [Outcome::Cosigned]);
    let head = desk.engine.cosigned_head(1).unwrap().unwrap();
    assert_eq!(head.checkpoint().size, desk.head());
    assert_eq!(peer.cosigner.vkey().verify(&head), Ok(u64::try_from(desk.now / 1000).unwrap()));
    assert_eq!(desk.engine.next_round(now(&desk)).unwrap(), None, "nobody is behind");

    desk.yes("+4520000002", &["order_updates"]);
    assert_eq!(round(&desk, &mut [&mut peer]), [], "too early");
    let wanted = desk.engine.next_round(now(&desk)).unwrap().unwrap();
    assert_eq!(wanted.millis(), common::START + 1_000 + EVERY);
    desk.now = wanted.millis();
    assert_eq!(round(&desk, &mut [&mut peer]), [Outcome::Cosigned]);
    assert_eq!(desk.engine.cosigned_head(1).unwrap().unwrap().checkpoint().size, desk.head());
}

#[test]
fn a_witness_that_has_seen_other_sizes_is_asked_from_there() {
    let mut peer = Peer::new("w.example", 1);
    let mut desk = witnessed_by(&[&peer]);
    round(&desk, &mut [&mut peer]);
    // Taken off the list and put back, its size is forgotten here and not there.
    list(&mut desk, &[]);
    assert_eq!(desk.engine.cosign_round(now(&desk)).unwrap().map(|round| round.asked.len()), None);
    list(&mut desk, &[&peer]);
    assert_eq!(round(&desk, &mut [&mut peer]), [Outcome::Cosigned]);
}

#[test]
fn a_witness_that_has_seen_more_than_there_is_says_that_a_copy_was_signed() {
    let mut peer = Peer::new("w.example", 1);
    let desk = witnessed_by(&[&peer]);
    peer.seen = Some((99, Digest32::of(b"")));
    let refused = Refusal::SeenMore { seen: 99, size: desk.head() };
    assert_eq!(round(&desk, &mut [&mut peer]), [Outcome::Refused(refused)]);
    assert_eq!(desk.engine.cosigned_head(1).unwrap(), None);
}

#[test]
fn a_witness_that_signs_something_else_is_not_believed_and_put_off() {
    let peer = Peer::new("w.example", 1);
    let mut liar = Peer::new("w.example", 2);
    let desk = witnessed_by(&[&peer]);
    let round = desk.engine.cosign_round(now(&desk)).unwrap().unwrap();
    let (witness, seen) = &round.asked[0];
    let foreign = liar.answer(&desk.engine.add_checkpoint(&round.head, *seen).unwrap(), desk.now);
    let mut line = peer.cosigner.sign(&round.head, 5);
    line.bytes[20] ^= 1;
    let spoilt = Answer { body: format!("{line}\n"), ..foreign.clone() };
    let nothing = Answer { body: String::new(), ..foreign.clone() };
    for (answer, fault) in
        [(foreign, NoteFault::Unsigned), (spoilt, NoteFault::BadSignature), (nothing, NoteFault::Malformed)]
    {
        let outcome = desk.engine.take_answer(&round.head, witness, &answer, true, now(&desk)).unwrap();
        assert_eq!(outcome, Outcome::Refused(Refusal::Lies(fault)));
    }
    assert_eq!(desk.engine.cosigned_head(1).unwrap(), None);
    assert!(desk.engine.cosign_round(now(&desk)).unwrap().is_none(), "left alone for a while");
    let wanted = desk.engine.next_round(now(&desk)).unwrap().unwrap();
    assert_eq!(wanted.millis() - desk.now, 4 * 60_000, "a minute, then two, then four");
}

#[test]
fn every_refusal_is_named_and_a_second_conflict_is_not_followed() {
    let peer = Peer::new("w.example", 1);
    let desk = witnessed_by(&[&peer]);
    let round = desk.engine.cosign_round(now(&desk)).unwrap().unwrap();
    let (witness, _) = &round.asked[0];
    let outcome = |status, kind: &str, body: &str, first| {
        let answer = Answer { status, content_type: kind.into(), body: body.into() };
        desk.engine.take_answer(&round.head, witness, &answer, first, now(&desk)).unwrap()
    };
    let conflict = "text/x.tlog.size";
    assert_eq!(outcome(409, conflict, "2\n", true), Outcome::AskFrom(2));
    assert_eq!(outcome(409, conflict, "2\n", false), Outcome::Refused(Refusal::Status(409)));
    assert_eq!(outcome(409, conflict, "many\n", true), Outcome::Refused(Refusal::Status(409)));
    assert_eq!(outcome(409, "text/plain", "2\n", true), Outcome::Refused(Refusal::Status(409)));
    assert_eq!(outcome(404, "", "", true), Outcome::Refused(Refusal::Unknown));
    assert_eq!(outcome(403, "", "", true), Outcome::Refused(Refusal::Forbidden));
    assert_eq!(outcome(422, "", "", true), Outcome::Refused(Refusal::Inconsistent));
    assert_eq!(outcome(302, "", "", true), Outcome::Refused(Refusal::Status(302)));
}

#[test]
fn one_witness_that_is_down_takes_nothing_from_the_others() {
    let (mut one, mut two) = (Peer::new("one.example", 1), Peer::new("two.example", 2));
    let mut desk = witnessed_by(&[&one, &two]);
    let asked = desk.engine.cosign_round(now(&desk)).unwrap().unwrap();
    for (witness, seen) in &asked.asked {
        if *witness.vkey() == one.cosigner.vkey() {
            assert_eq!(ask(&desk, &asked, witness, *seen, &mut one), Outcome::Cosigned);
        } else {
            desk.engine.put_off(witness, now(&desk)).unwrap();
        }
    }
    assert_eq!(desk.engine.cosigned_head(1).unwrap().unwrap().note().signatures().len(), 2, "the log's and one more");
    // The other is asked for the same head when its time has come.
    desk.now += 60_000;
    assert_eq!(round(&desk, &mut [&mut one, &mut two]), [Outcome::Cosigned]);
    assert_eq!(desk.engine.cosigned_head(1).unwrap().unwrap().note().signatures().len(), 3);
}

#[test]
fn a_receipt_says_not_yet_and_then_leads_to_the_cosigned_head_and_on_from_its_own() {
    let mut peer = Peer::new("w.example", 1);
    let mut desk = witnessed_by(&[&peer]);
    let opt_in = desk.opt_in("+4520000003", &["order_updates"]);
    let act = recorded(desk.run(opt_in));
    let receipt = |desk: &Desk<NativeStore>| desk.engine.receipt_file(act.event, Audience::Holder).unwrap().unwrap();
    let early = receipt(&desk);
    assert_eq!(early.witnessed, Witnessed::NotYet);
    (10..15).for_each(|number| drop(desk.yes(&format!("+45200000{number}"), &["order_updates"])));
    assert_eq!(receipt(&desk), early, "until then it is the same each time");
    assert_eq!(round(&desk, &mut [&mut peer]), [Outcome::Cosigned]);
    let later = receipt(&desk);
    let Witnessed::Cosigned(cosigned) = &later.witnessed else { panic!("{later:?}") };
    assert_eq!(cosigned.by, ["w.example"]);
    assert!(early.proof.ends_with(&cosigned.earlier), "it goes on from the very head of the early receipt");

    let text = serde_json::to_string(&later).unwrap();
    let report = jatak_verify::check_witnessed(&text, Some(desk.engine.vkey()), &[peer.cosigner.vkey()]).unwrap();
    assert_eq!(report.witnesses.len(), 1);
    assert_eq!(report.witnesses[0].name, "w.example");
    assert_eq!(report.size, desk.head());
    let stranger = Peer::new("w.example", 9).cosigner.vkey();
    let unknown = jatak_verify::check_witnessed(&text, Some(desk.engine.vkey()), &[stranger]).unwrap();
    assert_eq!(unknown.witnesses, [], "a witness that the auditor does not know says nothing");
    // The receipt's JSON as it is kept.
    assert!(text.contains("\"witnessed\":{\"cosigned\":{\"by\":[\"w.example\"],\"earlier\":\""), "{text}");
}

#[test]
fn a_receipt_whose_cosignature_or_consistency_was_changed_is_refused() {
    let mut peer = Peer::new("w.example", 1);
    let mut desk = witnessed_by(&[&peer]);
    let act = desk.yes("+4520000003", &["order_updates"]);
    (10..15).for_each(|number| drop(desk.yes(&format!("+45200000{number}"), &["order_updates"])));
    round(&desk, &mut [&mut peer]);
    let receipt = desk.engine.receipt_file(act.event, Audience::Holder).unwrap().unwrap();
    let check = |receipt: &jatak_shared::proven::ReceiptFile| {
        let text = serde_json::to_string(receipt).unwrap();
        jatak_verify::check_witnessed(&text, Some(desk.engine.vkey()), &[peer.cosigner.vkey()])
    };
    assert!(check(&receipt).is_ok());
    let line = receipt.proof.lines().last().unwrap();
    let mut spoilt = receipt.clone();
    let swapped = if line.ends_with('A') { "B" } else { "A" };
    let changed = format!("{}{swapped}{}", &line[..40], &line[41..]);
    spoilt.proof = receipt.proof.replace(line, &changed);
    assert!(check(&spoilt).is_err(), "the cosignature");
    let mut spoilt = receipt.clone();
    let Witnessed::Cosigned(cosigned) = &mut spoilt.witnessed else { panic!("{receipt:?}") };
    cosigned.consistency[0] = Digest32::of(b"another");
    assert!(check(&spoilt).is_err(), "the proof of consistency");
    let mut spoilt = receipt.clone();
    let Witnessed::Cosigned(cosigned) = &mut spoilt.witnessed else { panic!("{receipt:?}") };
    cosigned.by.push("other.example".into());
    assert!(check(&spoilt).is_err(), "a witness that did not sign");
}

#[test]
fn an_export_is_held_against_a_cosigned_head_and_the_witness_is_named() {
    let mut peer = Peer::new("w.example", 1);
    let mut desk = witnessed_by(&[&peer]);
    round(&desk, &mut [&mut peer]);
    let head = desk.engine.cosigned_head(1).unwrap().unwrap();
    desk.yes("+4520000007", &["order_updates"]);
    let expect = Expect { against: Some(head), witnesses: vec![peer.cosigner.vkey()], ..desk.expect() };
    let report = Checker::check(&desk.export(), expect.clone()).unwrap();
    assert_eq!(report.witnesses.len(), 1);
    // A line in the witness's name that does not hold is a fault, whatever else is fine.
    let mut line = peer.cosigner.sign(expect.against.as_ref().unwrap(), 5);
    line.bytes[30] ^= 1;
    let plain = desk.engine.checkpoint_at(expect.against.as_ref().unwrap().checkpoint().size).unwrap().unwrap();
    let fault = Checker::check(&desk.export(), Expect { against: Some(plain.with([line])), ..expect }).unwrap_err();
    assert!(matches!(fault.wrong, Wrong::Cosignature { .. }), "{fault}");
}

#[test]
fn a_ledger_without_witnesses_asks_nobody() {
    let mut desk = Desk::new();
    desk.yes("+4520000001", &["order_updates"]);
    assert!(!is_asked_for(&desk));
    assert_eq!(desk.engine.next_round(now(&desk)).unwrap(), None);
    assert!(desk.engine.cosign_round(now(&desk)).unwrap().is_none());
}

#[test]
fn a_wish_that_failed_with_its_batch_is_made_again_with_the_next() {
    let path = std::env::temp_dir().join(format!("jatak-witnesses-{}.sqlite", std::process::id()));
    let _ = std::fs::remove_file(&path);
    let peer = Peer::new("w.example", 1);
    let mut desk = Desk::on(NativeStore::open(&path).unwrap());
    list(&mut desk, &[&peer]);
    let beside = NativeStore::open(&path).unwrap();
    beside.execute("DELETE FROM jobs", &[]).unwrap();
    beside
        .execute("CREATE TRIGGER broken BEFORE INSERT ON jobs BEGIN SELECT raise(ABORT, 'broken'); END", &[])
        .unwrap();
    let request = Request { command: desk.opt_in("+4520000005", &["order_updates"]), idempotency: None };
    desk.engine.commit(std::slice::from_ref(&request), now(&desk), true, &mut desk.random).unwrap_err();
    beside.execute("DROP TRIGGER broken", &[]).unwrap();
    desk.run(request.command);
    assert!(is_asked_for(&desk));
    std::fs::remove_file(&path).unwrap();
}
