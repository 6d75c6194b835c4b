//! A log made from the shared forms alone, without a ledger: for what needs many events quickly, or events that no
//! ledger would make.
#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::missing_panics_doc,
    reason = "a test fails by panicking"
)]

use jatak_shared::act::{Assurance, Source};
use jatak_shared::event::{Change, Event, Evidence, Fact, Kind, Place};
use jatak_shared::id::{BusinessId, Digest32, NoticeId, SubjectId};
use jatak_shared::log::{Checkpoint, Frontier, KeyName, Signer, Vkey, leaf_hash};
use jatak_shared::proven::{ExportCursor, Header, Line, Opened, OpenedEvent, VERSION, event_line, notice_line};
use jatak_shared::random::Random;
use jatak_shared::state::State;
use jatak_shared::subject::Subject;
use jatak_shared::time::Timestamp;
use jatak_verify::Expect;

/// 2026-11-22T11:00:00Z.
pub const NOON: i64 = 1_795_345_200_000;

/// The notice of every event; the checker reads its bytes only.
const NOTICE: &str = "{\"business\":\"Nordlys Kaffe\"}";

/// Each 32 bytes are the hash of those before, so that runs repeat.
pub struct Chain(pub Digest32);

impl Random for Chain {
    fn fill(&mut self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(32) {
            self.0 = Digest32::of(self.0.as_bytes());
            chunk.copy_from_slice(&self.0.as_bytes()[..chunk.len()]);
        }
    }
}

/// A log and its key.
pub struct Log {
    pub business: BusinessId,
    pub signer: Signer,
    random: Chain,
    frontier: Frontier,
    /// The lines of the events, each with whether its private part is there.
    pub lines: Vec<(String, bool)>,
}

impl Log {
    pub fn new() -> Self {
        Self::seeded(1)
    }

    /// A log whose events differ from another seed's.
    pub fn seeded(seed: u8) -> Self {
        let business = BusinessId::v4([1; 16]);
        let origin = KeyName::of_log("jatak.example", business).unwrap();
        Self {
            business,
            signer: Signer::new(origin, &[3; 32]),
            random: Chain(Digest32::of(&[seed])),
            frontier: Frontier::new(),
            lines: Vec::new(),
        }
    }

    pub fn size(&self) -> u64 {
        self.frontier.size()
    }

    pub fn expect(&self) -> Expect {
        Expect { vkey: Some(self.vkey()), ..Expect::default() }
    }

    pub fn vkey(&self) -> Vkey {
        self.signer.vkey()
    }

    /// Adds a yes of a new person.
    pub fn yes(&mut self) -> Event {
        let number = self.size();
        let mut fact = Fact::new(Kind::OptedIn, Source::Widget);
        let phone = format!("+4520{number:08}").parse().unwrap();
        fact.subject = Some(Subject { id: SubjectId::v4(self.random.bytes()), handle: phone });
        fact.notice = Some(NoticeId::of(NOTICE));
        fact.assurance = Some(Assurance::Typed);
        fact.locale = Some("da".parse().unwrap());
        fact.offered = vec!["order_updates".parse().unwrap(), "relevant_offers".parse().unwrap()];
        fact.categories = vec![Change { id: "relevant_offers".parse().unwrap(), state: State::Granted }];
        fact.evidence = Evidence { page: Some("https://nordlys.example/kasse".into()), ..Evidence::default() };
        self.add(fact)
    }

    /// Adds what happened.
    pub fn add(&mut self, fact: Fact) -> Event {
        let seq = self.size() + 1;
        let place = Place {
            business: self.business,
            seq,
            recorded_at: Timestamp::from_millis(NOON + i64::try_from(seq).unwrap() * 7),
            previous: None,
        };
        let event = fact.seal(place, &mut self.random);
        self.frontier.append(leaf_hash(event.leaf.canonical().as_bytes()));
        self.lines.push((line(&event), true));
        event
    }

    /// Erases private parts, with the leaf that says so.
    pub fn erase(&mut self, seqs: &[u64]) {
        let mut fact = Fact::new(Kind::Erased, Source::Api);
        fact.erased = seqs.to_vec();
        self.add(fact);
        for seq in seqs {
            let (line, opened) = &mut self.lines[usize::try_from(*seq).unwrap() - 1];
            let from = line.find("\"hash\"").unwrap();
            let to = line.find("\"line\":\"event\"").unwrap() + "\"line\":\"event\"".len();
            *line = format!("{{{}}}\n", &line[from..to]);
            *opened = false;
        }
    }

    /// The signed head.
    pub fn checkpoint(&self) -> String {
        let origin = self.signer.name().clone();
        let head = Checkpoint { origin, size: self.size(), root: self.frontier.root() };
        head.sign(&self.signer).unwrap().to_string()
    }

    /// The export of everything.
    pub fn export(&self) -> Vec<u8> {
        let mut export = Vec::new();
        self.write(&mut |line| export.extend_from_slice(line.as_bytes()));
        export
    }

    /// The same, line by line.
    pub fn write(&self, out: &mut impl FnMut(&str)) {
        let mut cursor = ExportCursor::default();
        let header = Line::Header(Header {
            business: self.business,
            checkpoint: self.checkpoint(),
            partial: None,
            size: self.size(),
            v: VERSION,
            vkeys: vec![self.vkey().to_string()],
        });
        let header = header.print();
        cursor.header(&header);
        out(&header);
        let notice = notice_line(NoticeId::of(NOTICE), NOTICE);
        cursor.notice(&notice);
        out(&notice);
        for (line, _) in &self.lines {
            cursor.take(line).unwrap();
            out(line);
        }
        out(&cursor.trailer(false));
    }
}

impl Default for Log {
    fn default() -> Self {
        Self::new()
    }
}

fn line(event: &Event) -> String {
    let body = jatak_shared::canonical::to_string(&event.private.body);
    let outcome = event.outcome.as_ref().map(|part| (part.salt, jatak_shared::canonical::to_string(&part.body)));
    let evidence = event.evidence.as_ref().map(|part| (part.salt, jatak_shared::canonical::to_string(&part.body)));
    let opened = OpenedEvent {
        private: Some(Opened { salt: &event.private.salt, body: &body }),
        outcome: outcome.as_ref().map(|(salt, body)| Opened { salt, body }),
        evidence: evidence.as_ref().map(|(salt, body)| Opened { salt, body }),
    };
    event_line(&event.leaf.canonical(), &opened)
}
