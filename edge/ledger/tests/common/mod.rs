//! A ledger on this machine's SQLite, and the commands that tests give it.
#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::panic,
    clippy::missing_panics_doc,
    reason = "a test fails by panicking"
)]

pub mod meta;
pub mod open;

use jatak_ledger::batch::{Answer, Recorded, Request};
use jatak_ledger::engine::{Engine, Secrets, prepare};
use jatak_ledger::erase::Erasure;
use jatak_ledger::native::NativeStore;
use jatak_ledger::setup::{Founding, found};
use jatak_ledger::store::Store;
use jatak_shared::act::{Assurance, Source};
use jatak_shared::business::Settings;
use jatak_shared::decide::{Choose, Command, OptIn, OptOut, Refusal, Scope, Shown, Withdraw};
use jatak_shared::event::Evidence;
use jatak_shared::id::{BusinessId, Digest32, EventId, NoticeId, SubjectId};
use jatak_shared::log::{KeyName, Signer};
use jatak_shared::random::Random;
use jatak_shared::time::Timestamp;
use jatak_verify::{Checker, Expect, Report};
use serde_json::{Value, json};

pub const START: i64 = 1_795_345_200_000;

/// Counts up, so that ids differ and runs repeat.
pub struct Counter(pub u64);

impl Random for Counter {
    fn fill(&mut self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(8) {
            self.0 += 1;
            chunk.copy_from_slice(&self.0.to_be_bytes()[8 - chunk.len()..]);
        }
    }
}

pub fn settings_json(categories: &[&str]) -> Value {
    let categories: Vec<Value> = categories.iter().map(|id| json!({"id": id, "preset": id})).collect();
    json!({
        "name": "Nordlys Kaffe", "legal_name": "Nordlys Kaffe ApS", "address": "Havnegade 1, 1058 København K",
        "contact": "hej@nordlys.example", "country": "DK", "privacy_url": "https://nordlys.example/privatliv",
        "default_locale": "da", "locales": ["da", "en"], "origins": ["https://nordlys.example"],
        "categories": categories,
    })
}

pub fn settings(categories: &[&str]) -> Settings {
    Settings::parse(&settings_json(categories)).unwrap()
}

pub const FOUR: [&str; 4] = ["order_updates", "relevant_offers", "product_recommendations", "back_in_stock"];

pub fn secrets() -> Secrets {
    let origin = KeyName::of_log("jatak.example", BusinessId::v4([1; 16])).unwrap();
    Secrets { idempotency: [1; 32], suppression: [2; 32], codes: [4; 32], signer: Signer::new(origin, &[3; 32]) }
}

/// A business in this store.
pub fn founded<S: Store>(store: S) -> Engine<S> {
    let now = Timestamp::from_millis(START);
    prepare(&store, now).unwrap();
    let founding = Founding {
        business: BusinessId::v4([1; 16]),
        slug: "nordlys".parse().unwrap(),
        settings: settings(&FOUR),
        sealed_keys: Vec::new(),
    };
    found(&store, &founding, now, &mut Counter(0)).unwrap().unwrap();
    Engine::new(store, secrets())
}

/// A ledger and its clock.
pub struct Desk<S: Store> {
    pub engine: Engine<S>,
    pub now: i64,
    pub random: Counter,
}

impl Desk<NativeStore> {
    pub fn new() -> Self {
        Self::on(NativeStore::in_memory().unwrap())
    }
}

impl<S: Store> Desk<S> {
    pub fn on(store: S) -> Self {
        Self { engine: founded(store), now: START, random: Counter(1 << 32) }
    }

    pub fn commit(&mut self, batch: &[Request]) -> Vec<Answer> {
        self.now += 1_000;
        self.engine.commit(batch, Timestamp::from_millis(self.now), true, &mut self.random).unwrap()
    }

    pub fn run(&mut self, command: Command) -> Answer {
        self.commit(&[Request { command, idempotency: None }]).remove(0)
    }

    pub fn notice(&self) -> NoticeId {
        let current = self.engine.current().unwrap();
        current.notice("da".parse().unwrap()).unwrap().id()
    }

    pub fn opt_in(&self, phone: &str, categories: &[&str]) -> Command {
        Command::OptIn(OptIn {
            phone: phone.parse().unwrap(),
            notice: self.notice(),
            offered: None,
            categories: categories.iter().map(|id| id.parse().unwrap()).collect(),
            source: Source::Widget,
            assurance: Assurance::Typed,
            evidence: Evidence { page: Some("https://shop.example/".into()), ..Evidence::default() },
        })
    }

    pub fn yes(&mut self, phone: &str, categories: &[&str]) -> Recorded {
        recorded(self.run(self.opt_in(phone, categories)))
    }

    pub fn no(&mut self, phone: &str, scope: Scope) -> Recorded {
        let handle = phone.parse().unwrap();
        recorded(self.run(Command::OptOut(OptOut { handle, scope, evidence: Evidence::default() })))
    }

    pub fn withdraw(&mut self, submission: EventId, scope: Scope) -> Answer {
        self.run(Command::Withdraw(Withdraw { submission, scope, evidence: Evidence::default() }))
    }

    pub fn choose(&mut self, subject: SubjectId, shown: &[(&str, bool)], ticked: &[&str]) -> Answer {
        let notice = Some(self.notice());
        self.run(Command::Choose(Choose {
            subject,
            notice,
            shown: shown.iter().map(|(id, granted)| Shown { id: id.parse().unwrap(), granted: *granted }).collect(),
            ticked: ticked.iter().map(|id| id.parse().unwrap()).collect(),
            everything: false,
            evidence: Evidence::default(),
        }))
    }

    pub fn state(&self, phone: &str, category: &str) -> String {
        let lookup = self.engine.lookup(&phone.parse().unwrap()).unwrap();
        let found = lookup.categories.into_iter().find(|looked| looked.id.as_str() == category).unwrap();
        found.standing.map_or("never_asked", |standing| standing.state.word()).to_owned()
    }

    pub fn erase(&mut self, phones: &[&str]) -> Erasure {
        self.now += 1_000;
        let phones: Vec<_> = phones.iter().map(|phone| phone.parse().unwrap()).collect();
        self.engine.erase(&phones, Timestamp::from_millis(self.now), &mut self.random).unwrap()
    }

    /// The export with proof of everything that is signed.
    pub fn export(&self) -> Vec<u8> {
        let size = self.engine.signed_head().unwrap().map_or(0, |head| head.size);
        self.export_at(size)
    }

    pub fn export_at(&self, size: u64) -> Vec<u8> {
        let mut export = Vec::new();
        assert!(self.engine.export_proven(size, &mut |line| export.extend(line.bytes())).unwrap());
        export
    }

    /// The export, checked with the log's key.
    pub fn verify(&self) -> Report {
        Checker::check(&self.export(), self.expect()).unwrap_or_else(|fault| panic!("{fault}"))
    }

    pub fn expect(&self) -> Expect {
        Expect { vkey: Some(self.engine.vkey()), ..Expect::default() }
    }

    pub fn head(&self) -> u64 {
        self.engine.head().unwrap().seq
    }
}

pub fn some(categories: &[&str]) -> Scope {
    Scope::Categories(categories.iter().map(|id| id.parse().unwrap()).collect())
}

pub fn recorded(answer: Answer) -> Recorded {
    match answer {
        Answer::Recorded(recorded) => recorded,
        other => panic!("not recorded: {other:?}"),
    }
}

pub fn refused(answer: Answer) -> Refusal {
    match answer {
        Answer::Refused(refusal) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

pub fn key(text: &str) -> Digest32 {
    Digest32::of(text.as_bytes())
}
