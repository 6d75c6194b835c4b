//! What a check costs beside one SHA-256 over the same bytes: `cargo run --release -p jatak-verify --example speed
//! [events]`, a million where nothing is said. The two are run in turn, so that a slow moment of the machine hits both.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a measuring tool")]

use std::hint::black_box;
use std::time::Instant;

use jatak_shared::id::Digest32;
use jatak_verify::Checker;

#[path = "../tests/common/mod.rs"]
mod common;

use common::Log;

/// How often both are run.
const ROUNDS: usize = 7;

fn main() {
    let events: u64 = std::env::args().nth(1).map_or(1_000_000, |word| word.parse().unwrap());
    let mut log = Log::new();
    while log.size() < events {
        log.yes();
    }
    let (export, expect) = (log.export(), log.expect());
    drop(log);
    println!("{events} events, {} bytes each", export.len() as u64 / events);
    let mut ratios = Vec::new();
    for _ in 0..ROUNDS {
        let start = Instant::now();
        black_box(Digest32::of(black_box(&export)));
        let hashed = start.elapsed();
        let start = Instant::now();
        Checker::check(black_box(&export), expect.clone()).unwrap();
        let checked = start.elapsed();
        let ratio = checked.as_secs_f64() / hashed.as_secs_f64();
        println!("checked in {checked:?}, hashed once in {hashed:?}: {ratio:.2} x");
        ratios.push(ratio);
    }
    ratios.sort_by(f64::total_cmp);
    println!("median {:.2} x", ratios[ROUNDS / 2]);
}
