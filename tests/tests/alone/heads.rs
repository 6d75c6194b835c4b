//! The place apart, where the heads that were told are kept, out of reach.

use std::fs;
use std::path::{Path, PathBuf};

use jatak_ledger::native::NativeStore;
use jatak_ledger::store::Store;
use jatak_tests::business::KEPT;
use jatak_tests::{Server, place};

/// The databases of the place apart.
fn heads(data: &Path) -> Vec<PathBuf> {
    let directory = data.join("objects").join("jatak-heads");
    let files = fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().path());
    let files: Vec<_> = files.filter(|path| path.extension().is_some_and(|ending| ending == "sqlite")).collect();
    assert!(!files.is_empty());
    files
}

#[test]
fn while_the_place_apart_is_out_of_reach_every_no_is_taken_and_only_heads_wait() {
    let data = place::directory("heads");
    let first = Server::start_on(&data, &["--no-limits"]);
    first.demo().get("/log/checkpoint").expect(200);
    let key = first.key.clone();
    drop(first);
    // A table that is none stands for whatever keeps the object from answering.
    let change = |statements: [&str; 2]| {
        for path in heads(&data) {
            let store = NativeStore::open(&path).unwrap();
            if !store.query("SELECT 1 FROM sqlite_master WHERE name = 'told_heads'", &[]).unwrap().is_empty() {
                for statement in statements {
                    store.execute(statement, &[]).unwrap();
                }
            }
        }
    };
    change(["ALTER TABLE told_heads RENAME TO told_heads_kept", "CREATE VIEW told_heads AS SELECT 1 AS other"]);

    let second = Server::start_on(&data, &["--no-limits"]);
    assert_eq!(second.key, key);
    let demo = second.demo();
    demo.opt_out(KEPT, &["order_updates"]);
    demo.assert_states(KEPT, &[("order_updates", "withdrawn")]);
    let body = demo.submission("+4530123456", &["order_updates"]);
    let answer = second.post("/v1/nordlys/consents").origin(&second.shop).json(&body).send().expect(201).json();
    let receipt = demo.receipt(&answer);
    second.get(&receipt).send().expect(200);
    demo.get("/log/checkpoint").refusal(503, "unavailable");
    second.get(&format!("{receipt}/receipt.json")).send().refusal(503, "unavailable");
    assert!(second.log().contains("log_held"), "{}", second.log());
    drop(second);
    change(["DROP VIEW told_heads", "ALTER TABLE told_heads_kept RENAME TO told_heads"]);

    // Heard again, the log goes on over all that was recorded meanwhile.
    let third = Server::start_on(&data, &["--no-limits"]);
    let demo = third.demo();
    demo.get("/log/checkpoint").expect(200);
    third.get(&format!("{receipt}/receipt.json")).send().expect(200);
    demo.assert_states(KEPT, &[("order_updates", "withdrawn")]);
}
