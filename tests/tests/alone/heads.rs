//! The place apart, where the heads that were told are kept, out of reach.

use std::fs;
use std::path::{Path, PathBuf};

use jatak_tests::business::KEPT;
use jatak_tests::{Server, place};

/// The files of the place apart. The directory of unknown heads is not among them.
fn heads(data: &Path) -> Vec<PathBuf> {
    let directory = data.join("objects").join("jatak-heads");
    let files = fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().path());
    let files: Vec<_> = files.filter(|path| path.to_string_lossy().contains(".sqlite")).collect();
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
    // What SQLite cannot open stands for whatever keeps an object from answering.
    let kept: Vec<(PathBuf, Vec<u8>)> =
        heads(&data).into_iter().map(|path| (path.clone(), fs::read(path).unwrap())).collect();
    for (path, bytes) in &kept {
        fs::write(path, vec![b'x'; bytes.len().max(4096)]).unwrap();
    }

    let second = Server::start_on(&data, &["--no-limits"]);
    assert_eq!(second.key, key);
    let demo = second.demo();
    demo.opt_out(KEPT, &["order_updates"]);
    demo.assert_states(KEPT, &[("order_updates", "withdrawn")]);
    let body = demo.submission("+4530123456", &["order_updates"]);
    let answer = second.post("/v1/nordlys/consents").origin(&second.shop).json(&body).send().expect(201).json();
    second.get(&demo.receipt(&answer)).send().expect(200);
    demo.get("/log/checkpoint").refusal(503, "unavailable");
    second.get(&format!("{}/receipt.json", demo.receipt(&answer))).send().refusal(503, "unavailable");
    assert!(second.log().contains("log_held"), "{}", second.log());
    drop(second);
    for (path, bytes) in &kept {
        fs::write(path, bytes).unwrap();
    }

    // Heard again, the log goes on over all that was recorded meanwhile.
    let third = Server::start_on(&data, &["--no-limits"]);
    let demo = third.demo();
    demo.get("/log/checkpoint").expect(200);
    third.get(&format!("{}/receipt.json", demo.receipt(&answer))).send().expect(200);
    demo.assert_states(KEPT, &[("order_updates", "withdrawn")]);
}
