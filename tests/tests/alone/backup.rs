//! An old copy of a ledger that was put back.

use std::fs;
use std::path::{Path, PathBuf};

use jatak_tests::business::KEPT;
use jatak_tests::{Server, place};

/// The files of all ledgers. The heads that were told lie beside them, in a directory of their own.
fn ledgers(data: &Path) -> PathBuf {
    data.join("objects").join("jatak-ledger")
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
    }
}

#[test]
fn a_restored_backup_signs_nothing_and_still_takes_every_no() {
    let data = place::directory("backup");
    let first = Server::start_on(&data, &["--no-limits"]);
    let submit = |server: &Server, phone: &str| {
        let body = server.demo().submission(phone, &["order_updates"]);
        server.post("/v1/nordlys/consents").origin(&server.shop).json(&body).send().expect(201).json()
    };
    submit(&first, KEPT);
    drop(first);
    let kept = place::directory("backup-kept");
    copy(&ledgers(&data), &kept);

    let second = Server::start_on(&data, &["--no-limits"]);
    submit(&second, "+4530123456");
    second.demo().get("/log/checkpoint").expect(200);
    drop(second);
    fs::remove_dir_all(ledgers(&data)).unwrap();
    copy(&kept, &ledgers(&data));

    let third = Server::start_on(&data, &["--no-limits"]);
    let demo = third.demo();
    demo.get("/log/checkpoint").refusal(503, "log_closed");
    demo.assert_states("+4530123456", &[]);
    let answer = submit(&third, "+4540123456");
    demo.opt_out(KEPT, &["order_updates"]);
    demo.assert_states(KEPT, &[("order_updates", "withdrawn")]);
    // More events do not heal it: they are not the ones that were signed.
    submit(&third, "+4550123456");
    demo.get("/log/checkpoint").refusal(503, "log_closed");
    let receipt = demo.receipt(&answer);
    third.get(&receipt).send().expect(200);
    third.get(&format!("{receipt}/receipt.json")).send().refusal(503, "log_closed");
    assert!(third.log().contains("log_closed"), "{}", third.log());
}
