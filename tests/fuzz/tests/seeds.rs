//! The seeds, which the engine starts from, hold what they should and pass every check themselves.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;

use jatak_fuzz as fuzz;
use jatak_shared::whatsapp::read;

type Target = (&'static str, fn(&[u8]));

const TARGETS: [Target; 8] = [
    ("event", fuzz::event),
    ("token", fuzz::token),
    ("checkpoint", fuzz::checkpoint),
    ("proof", fuzz::proof),
    ("notice", fuzz::notice),
    ("import_line", fuzz::import_line),
    ("export", fuzz::export),
    ("whatsapp", fuzz::whatsapp),
];

fn seeds(target: &str) -> Vec<(String, Vec<u8>)> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds").join(target);
    let entries = fs::read_dir(&directory).unwrap_or_else(|error| panic!("{}: {error}", directory.display()));
    let seed = |entry: std::io::Result<fs::DirEntry>| {
        let entry = entry.unwrap();
        (entry.file_name().to_string_lossy().into_owned(), fs::read(entry.path()).unwrap())
    };
    entries.map(seed).collect()
}

#[test]
fn every_target_takes_its_own_seeds_and_those_of_the_others() {
    let all: Vec<_> = TARGETS.iter().flat_map(|(name, _)| seeds(name)).collect();
    for (name, target) in TARGETS {
        assert!(!seeds(name).is_empty(), "{name} has a seed");
        for (_, seed) in &all {
            target(seed);
        }
    }
}

#[test]
fn seeds_are_what_the_parsers_accept_so_that_the_engine_starts_behind_them() {
    let text = |name: &str, file: &str| {
        let seed = seeds(name).into_iter().find(|(held, _)| held == file);
        String::from_utf8(seed.unwrap_or_else(|| panic!("{name}/{file}")).1).unwrap()
    };
    text("checkpoint", "checkpoint").parse::<jatak_shared::log::SignedCheckpoint>().unwrap();
    text("checkpoint", "vkey").parse::<jatak_shared::log::Vkey>().unwrap();
    text("proof", "proof").parse::<jatak_shared::log::ProofFile>().unwrap();
    jatak_shared::notice::Notice::from_json(&text("notice", "notice")).unwrap();
    jatak_verify::Checker::check(text("export", "export").as_bytes(), jatak_verify::Expect::default()).unwrap();
    jatak_verify::check_receipt(&text("export", "receipt"), None).unwrap();
    for (name, seed) in seeds("whatsapp") {
        let delivery = read::read(&seed).unwrap();
        assert!(!delivery.bound.is_empty() && delivery.tally == read::Tally::default(), "{name}");
    }
    serde_json::from_str::<jatak_shared::event::Leaf>(&text("event", "leaf")).unwrap();
}
