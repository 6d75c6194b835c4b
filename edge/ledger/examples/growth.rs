//! What an append costs as a ledger grows, and what an event weighs on disk: `cargo run --release -p jatak-ledger
//! --features native --example growth [events]`.
//!
//! Two ledgers are filled through the engine in batches of 500, one with 1,000 events and one with as many as asked for
//! (a million). Then single opt-ins are timed in turn on each, so that a slow moment of the machine hits both. A second
//! word, `memory`, leaves the disk out of it: a flush takes most of an append's time and hides the rest.
//!
//! The last line is the same as one JSON object, which `cargo xtask bench edge` reads.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, clippy::cast_precision_loss, reason = "a measuring tool")]

use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use jatak_ledger::batch::Request;
use jatak_ledger::engine::{Engine, Secrets, prepare};
use jatak_ledger::native::NativeStore;
use jatak_ledger::setup::{Founding, found};
use jatak_ledger::store::Store;
use jatak_shared::act::{Assurance, Source};
use jatak_shared::business::Settings;
use jatak_shared::decide::{Command, OptIn};
use jatak_shared::event::Evidence;
use jatak_shared::id::{BusinessId, Digest32};
use jatak_shared::log::{KeyName, Signer};
use jatak_shared::random::Random;
use jatak_shared::time::Timestamp;
use jatak_verify::{Checker, Expect};
use serde_json::{Value, json};

struct Chain(Digest32);

impl Random for Chain {
    fn fill(&mut self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(32) {
            self.0 = Digest32::of(self.0.as_bytes());
            chunk.copy_from_slice(&self.0.as_bytes()[..chunk.len()]);
        }
    }
}

struct Ledger {
    engine: Engine<NativeStore>,
    random: Chain,
    next: u64,
    path: PathBuf,
}

impl Ledger {
    fn new(name: &str, memory: bool) -> Self {
        let path = std::env::temp_dir().join(format!("jatak-growth-{name}-{}.sqlite", std::process::id()));
        let store = if memory { NativeStore::in_memory() } else { NativeStore::open(&path) }.unwrap();
        let (now, business) = (Timestamp::from_millis(1_795_345_200_000), BusinessId::v4([1; 16]));
        prepare(&store, now).unwrap();
        let settings = json!({
            "name": "Nordlys Kaffe", "legal_name": "Nordlys Kaffe ApS", "address": "Havnegade 1, 1058 København K",
            "contact": "hej@nordlys.example", "country": "DK", "privacy_url": "https://nordlys.example/privatliv",
            "default_locale": "da", "locales": ["da", "en"], "origins": ["https://nordlys.example"],
            "categories": [{"id": "order_updates", "preset": "order_updates"},
                           {"id": "relevant_offers", "preset": "relevant_offers"}],
        });
        let settings = Settings::parse(&settings).unwrap();
        let founding = Founding { business, slug: "nordlys".parse().unwrap(), settings, sealed_keys: Vec::new() };
        let mut random = Chain(Digest32::of(name.as_bytes()));
        found(&store, &founding, now, &mut random).unwrap().unwrap();
        let signer = Signer::new(KeyName::of_log("jatak.example", business).unwrap(), &[3; 32]);
        let engine = Engine::new(store, Secrets { idempotency: [1; 32], suppression: [2; 32], codes: [4; 32], signer });
        Self { engine, random, next: 0, path }
    }

    fn append(&mut self, count: u64) -> Duration {
        let notice = self.engine.current().unwrap().notice("da".parse().unwrap()).unwrap().id();
        let batch: Vec<Request> = (self.next..self.next + count)
            .map(|number| Request {
                command: Command::OptIn(OptIn {
                    phone: format!("+4520{number:08}").parse().unwrap(),
                    notice,
                    offered: None,
                    categories: vec!["relevant_offers".parse().unwrap()],
                    source: Source::Widget,
                    assurance: Assurance::Typed,
                    evidence: Evidence { page: Some("https://nordlys.example/kasse".into()), ..Evidence::default() },
                }),
                idempotency: None,
            })
            .collect();
        self.next += count;
        let now = Timestamp::from_millis(1_795_345_200_000 + i64::try_from(self.next).unwrap());
        let start = Instant::now();
        self.engine.commit(&batch, now, true, &mut self.random).unwrap();
        start.elapsed()
    }
}

/// The time that one in `part` stays below: 2 is the median.
fn quantile(times: &[Duration], part: usize) -> Duration {
    let mut times = times.to_vec();
    times.sort();
    times[times.len() / part]
}

fn main() {
    let most: u64 = std::env::args().nth(1).map_or(1_000_000, |word| word.parse().unwrap());
    let memory = std::env::args().nth(2).is_some_and(|word| word == "memory");
    let (mut small, mut large) = (Ledger::new("small", memory), Ledger::new("large", memory));
    small.append(500);
    small.append(500);
    let start = Instant::now();
    while large.next < most {
        large.append(500);
    }
    println!("{most} events in batches of 500: {:.1} s", start.elapsed().as_secs_f64());
    let mut found = json!({"events": most, "appends": []});
    for batch in [1, 16] {
        let rounds = (0..400).map(|turn| {
            // In turn the one first and the other: whoever comes second is more often interrupted.
            if turn % 2 == 0 {
                (small.append(batch), large.append(batch))
            } else {
                let many = large.append(batch);
                (small.append(batch), many)
            }
        });
        let (few, many): (Vec<_>, Vec<_>) = rounds.unzip();
        for (what, part) in [("median", 2), ("fastest tenth", 10)] {
            let (few, many) = (quantile(&few, part), quantile(&many, part));
            let ratio = many.as_secs_f64() / few.as_secs_f64();
            println!("batch of {batch:2}: {what} {few:?} at 1,000 events, {many:?} at {most}: ratio {ratio:.2}");
            if let Some(appends) = found["appends"].as_array_mut() {
                let [few, many] = [few, many].map(|time| time.as_secs_f64() * 1e6);
                appends.push(json!({"batch": batch, "what": what, "few_us": few, "many_us": many}));
            }
        }
    }
    let seqs = [1, most / 3, most / 2, most - 1];
    let start = Instant::now();
    (0..400).for_each(|turn| drop(large.engine.proof_file(seqs[turn % 4]).unwrap()));
    println!("a proof file at {most}: {:?}", start.elapsed() / 400);
    proofs(&large, &mut found);
    let (paths, next) = ([small.path.clone(), large.path.clone()], large.next);
    drop((small, large));
    if !memory {
        weigh(&paths[1], next, &mut found);
    }
    for path in paths {
        for file in [path.with_extension("sqlite-shm"), path.with_extension("sqlite-wal"), path] {
            let _ = fs::remove_file(file);
        }
    }
    println!("{found}");
}

/// Exports everything and checks it, beside one SHA-256 over the same bytes.
fn proofs(large: &Ledger, found: &mut Value) {
    let mut export = Vec::new();
    let size = large.engine.head().unwrap().seq;
    let vkey = large.engine.vkey();
    let start = Instant::now();
    large.engine.export_proven(size, &mut |line| export.extend(line.bytes())).unwrap();
    println!("export: {:.2} s, {} bytes an event", start.elapsed().as_secs_f64(), export.len() as u64 / size);
    let start = Instant::now();
    let digest = Digest32::of(&export);
    let hashed = start.elapsed();
    let start = Instant::now();
    Checker::check(&export, Expect { vkey: Some(vkey), ..Expect::default() }).unwrap();
    let checked = start.elapsed();
    let ratio = checked.as_secs_f64() / hashed.as_secs_f64();
    found["verify"] = json!({
        "bytes": export.len(), "check_s": checked.as_secs_f64(), "sha2_s": hashed.as_secs_f64(),
    });
    println!("verify: {checked:?}, sha2 over the same bytes {hashed:?} ({digest}): {ratio:.1} x");
}

/// Says where the bytes on disk are.
fn weigh(path: &PathBuf, events: u64, found: &mut Value) {
    let store = NativeStore::open(path).unwrap();
    store.query("PRAGMA wal_checkpoint(TRUNCATE)", &[]).unwrap();
    let whole = fs::metadata(path).unwrap().len();
    println!("on disk: {} bytes an event", whole / events);
    found["disk"] = json!({"events": events, "bytes": whole, "tables": []});
    let sizes = "SELECT name, sum(pgsize) FROM dbstat GROUP BY name ORDER BY 2 DESC LIMIT 12";
    for row in store.query(sizes, &[]).unwrap_or_default() {
        let bytes = row.integer(1).unwrap() / i64::try_from(events).unwrap();
        println!("  {}: {bytes} bytes an event", row.text(0).unwrap());
        if let Some(tables) = found["disk"]["tables"].as_array_mut() {
            tables.push(json!([row.text(0).unwrap(), row.integer(1).unwrap()]));
        }
    }
}
