//! After a backup was put back: the operator opens an epoch, and what was erased since is erased again.

use std::fs;
use std::path::{Path, PathBuf};

use jatak_shared::log::SignedCheckpoint;
use jatak_tests::business::KEPT;
use jatak_tests::{Business, Server, place};
use jatak_verify::{Checker, Expect, Wrong};
use serde_json::{Value, json};

const ERASED: &str = "+4530123456";
const LOST: &str = "+4540123456";

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

fn yes(server: &Server, phone: &str) -> Value {
    let body = server.demo().submission(phone, &["order_updates"]);
    server.post("/v1/nordlys/consents").origin(&server.shop).json(&body).send().expect(201).json()
}

fn checkpoint(business: &Business) -> SignedCheckpoint {
    business.get("/log/checkpoint").expect(200).text().parse().unwrap()
}

fn open(server: &Server, reason: &Value) -> jatak_tests::Reply {
    server.post("/v1/businesses/nordlys/epochs").key(&server.admin).json(&json!({ "reason": reason })).send()
}

#[test]
fn a_restored_backup_goes_on_in_an_epoch_of_its_own_and_forgets_again() {
    let data = place::directory("epochs");
    let first = Server::start_on(&data, &["--no-limits"]);
    yes(&first, KEPT);
    yes(&first, ERASED);
    drop(first);
    let kept = place::directory("epochs-kept");
    copy(&ledgers(&data), &kept);

    let second = Server::start_on(&data, &["--no-limits"]);
    let lost = yes(&second, LOST);
    let demo = second.demo();
    let lost = second.get(&format!("{}/receipt.json", demo.receipt(&lost))).send().expect(200).text().to_owned();
    demo.post("/erasures", &json!({ "phones": [ERASED] })).expect(200);
    demo.assert_states(ERASED, &[]);
    let yesterday = checkpoint(&demo);
    let old_key = demo.get("/log/vkey").expect(200).text().trim_end().to_owned();
    // As long as all is well there is nothing to begin anew for, and nobody but the operator is asked.
    open(&second, &"why not".into()).refusal(409, "epoch_refused");
    second
        .post("/v1/businesses/nordlys/epochs")
        .key(&demo.key)
        .json(&json!({ "reason": "x" }))
        .send()
        .refusal(401, "key_unknown");
    drop(second);
    fs::remove_dir_all(ledgers(&data)).unwrap();
    copy(&kept, &ledgers(&data));

    let third = Server::start_on(&data, &["--no-limits"]);
    let demo = third.demo();
    demo.get("/log/checkpoint").refusal(503, "log_closed");
    demo.assert_states(ERASED, &[("order_updates", "granted")]);
    yes(&third, "+4550123456");
    for bad in [json!(null), json!(""), json!("x".repeat(501)), json!(7)] {
        open(&third, &bad).refusal(422, "field_invalid");
    }
    let opened = open(&third, &"The disk was lost; the backup of the night was put back.".into()).expect(201).json();
    assert_eq!(opened["number"], 2);
    assert_eq!(opened["given_up"]["size"], yesterday.checkpoint().size);
    assert_eq!(opened["given_up"]["root"], yesterday.checkpoint().root.to_string());
    open(&third, &"again".into()).refusal(409, "epoch_refused");

    // Signed again, under another origin, with the key that the answer named; both keys are told.
    let head = checkpoint(&demo);
    let new_key = opened["vkey"].as_str().unwrap().to_owned();
    head.verify(&new_key.parse().unwrap()).unwrap();
    let (origin, old_origin) = (&head.checkpoint().origin, &yesterday.checkpoint().origin);
    assert_eq!(origin.as_str(), format!("{old_origin}/epoch/2"));
    assert_eq!(demo.get("").expect(200).json()["vkeys"], json!([old_key, new_key]));
    demo.assert_states(ERASED, &[]);
    demo.assert_states(KEPT, &[("order_updates", "granted")]);
    demo.assert_states("+4550123456", &[("order_updates", "granted")]);

    // The export verifies and tells who asks from before the backup what happened.
    let export = demo.export("format=ndjson&kind=events").text().to_owned();
    let expect = Expect { vkey: Some(new_key.parse().unwrap()), ..Expect::default() };
    let report = Checker::check(export.as_bytes(), expect.clone()).unwrap();
    assert_eq!((report.epochs.len(), report.erased), (1, 1));
    assert!(export.contains("the backup of the night was put back"), "the reason stands in the export");
    let against = Expect { against: Some(yesterday), ..expect };
    assert_eq!(Checker::check(export.as_bytes(), against).unwrap_err().wrong, Wrong::OtherEpoch { earlier: 1, now: 2 });
    // What was handed out of the epoch that was given up keeps its worth.
    jatak_verify::check_receipt(&lost, Some(old_key.parse().unwrap())).unwrap();

    // And it lasts.
    let fourth = third.restart();
    let demo = fourth.demo();
    yes(&fourth, "+4560123456");
    let later = checkpoint(&demo);
    assert_eq!(later.checkpoint().origin.as_str(), format!("{}/epoch/2", old_key.split('+').next().unwrap()));
    assert!(later.checkpoint().size > head.checkpoint().size);
}
