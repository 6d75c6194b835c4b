//! Exports with proof: checked offline by the tool that auditors use, filtered, cut off and resumed, and taken while
//! others write.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};

use jatak_tests::cut::{Cut, LAST_CHUNK, slow_get};
use jatak_tests::{Business, place};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::server;

const LINES: &str = "format=ndjson&kind=events";

/// A business with `people` numbers, each with a yes, and some nos.
fn peopled(people: u32) -> Business<'static> {
    let business = server().business();
    let notice = business.notice_id();
    std::thread::scope(|scope| {
        for part in 0..4 {
            let (business, notice) = (&business, &notice);
            scope.spawn(move || {
                for number in (0..people).filter(|number| number % 4 == part) {
                    let body = json!({
                        "notice": notice, "categories": ["order_updates", "back_in_stock"],
                        "subject": { "phone": phone(number) }, "page": "https://shop.example/checkout",
                    });
                    business.consents().json(&body).send().expect(201);
                }
            });
        }
    });
    business.opt_out(&phone(0), &["order_updates"]);
    business.opt_out_of_everything(&phone(1));
    business
}

fn phone(number: u32) -> String {
    format!("+4520{number:06}")
}

fn vkey(business: &Business<'_>) -> String {
    business.get("/log/vkey").expect(200).text().trim().to_owned()
}

/// What `cargo xtask` says with these words.
fn xtask(words: &[&str], key: Option<&str>) -> Output {
    let mut command = Command::new(place::xtask());
    command.args(words).stdin(Stdio::null()).current_dir(place::root());
    if let Some(key) = key {
        command.env("JATAK_KEY", key);
    }
    command.output().expect("xtask runs")
}

/// Checks an export with the key that the edge gives, and returns what the checker says.
fn verified(business: &Business<'_>, export: &[u8]) -> String {
    let file = place::directory("export").join("export.ndjson");
    fs::write(&file, export).unwrap();
    let said = xtask(&["verify", file.to_str().unwrap(), "--vkey", &vkey(business)], None);
    let text = String::from_utf8_lossy(&said.stdout).into_owned();
    assert!(said.status.success(), "{text}{}", String::from_utf8_lossy(&said.stderr));
    text
}

fn values(export: &str) -> Vec<Value> {
    export.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))).collect()
}

fn seqs(export: &str) -> Vec<u64> {
    let events = values(export).into_iter().filter(|line| line["line"] == "event");
    events.map(|line| line["leaf"]["seq"].as_u64().unwrap()).collect()
}

/// Where an export goes on whose lines these are, as the documentation says.
fn resume_point(kept: &str) -> String {
    let (mut digest, mut notices, mut events, mut erased, mut after) = ([0_u8; 32].to_vec(), 0, 0, 0, 0);
    let mut size = 0;
    for line in kept.split_inclusive('\n') {
        let value: Value = serde_json::from_str(line).unwrap();
        let mut chained = digest.clone();
        if value["line"] == "event" {
            let hash = data_encoding::HEXLOWER.decode(value["hash"].as_str().unwrap().as_bytes()).unwrap();
            let (private, evidence) = (value.get("private").is_some(), value.get("evidence").is_some());
            chained.extend(hash);
            chained.push(u8::from(private) + 2 * u8::from(evidence));
            events += 1;
            erased += u64::from(!private);
        } else {
            chained.extend(line.as_bytes());
            notices += u64::from(value["line"] == "notice");
            size = value["size"].as_u64().unwrap_or(size);
        }
        after = value["leaf"]["seq"].as_u64().unwrap_or(after);
        digest = Sha256::digest(&chained).to_vec();
    }
    format!("{size}-{notices}-{events}-{erased}-{after}-{}", data_encoding::HEXLOWER.encode(&digest))
}

#[test]
fn an_export_verifies_offline_with_the_logs_key() {
    let business = peopled(20);
    let export = business.export(LINES);
    assert_eq!(export.header("content-type"), "application/x-ndjson");
    assert!(export.header("content-disposition").contains(".ndjson"));
    let lines = values(export.text());
    assert_eq!(lines[0]["line"], "header");
    assert_eq!(lines[0]["size"], business.last_seq());
    assert_eq!(export.header("jatak-as-of"), business.last_seq().to_string());
    assert_eq!(lines.last().unwrap()["events"], business.last_seq());
    assert!(verified(&business, &export.body).contains("signed by the key given"));
    let mut changed = export.text().to_owned();
    changed = changed.replacen("checkout", "checkouT", 1);
    let file = place::directory("export").join("changed.ndjson");
    fs::write(&file, changed).unwrap();
    let said = xtask(&["verify", file.to_str().unwrap(), "--vkey", &vkey(&business)], None);
    let fault = String::from_utf8_lossy(&said.stderr).into_owned();
    assert!(!said.status.success() && fault.contains("was changed"), "{fault}");
}

#[test]
fn a_filtered_export_says_so_and_each_of_its_events_proves_itself() {
    let business = peopled(12);
    for filter in [
        "category=order_updates",
        "state=withdrawn",
        "category=back_in_stock&state=withdrawn",
        "from=2020-01-01&to=2099-12-31",
        "to=2020-01-01",
    ] {
        let export = business.export(&format!("{LINES}&{filter}"));
        let lines = values(export.text());
        assert!(lines[0]["partial"].is_object(), "{filter}: {}", lines[0]);
        assert_eq!(lines.last().unwrap()["partial"], true);
        let mut rows: Vec<u64> =
            business.rows(&format!("kind=events&{filter}")).iter().map(|row| row["seq"].parse().unwrap()).collect();
        rows.dedup();
        assert_eq!(seqs(export.text()), rows, "{filter}: the same events as in CSV");
        verified(&business, &export.body);
    }
}

#[test]
fn an_export_that_broke_off_goes_on_to_the_same_bytes() {
    let business = peopled(400);
    let export = business.export(LINES);
    let whole = export.text();
    let lines: Vec<&str> = whole.split_inclusive('\n').collect();
    for kept in [1, 2, 3, 4, 100, 305, lines.len() - 2, lines.len() - 1] {
        // What comes meanwhile is not in it.
        business.opt_in(&phone(500 + u32::try_from(kept).unwrap()), &["order_updates"]);
        let kept = lines[..kept].concat();
        let rest = business.export(&format!("{LINES}&resume={}", resume_point(&kept)));
        assert_eq!(rest.header("jatak-as-of"), export.header("jatak-as-of"));
        assert_eq!(rest.header("content-disposition"), export.header("content-disposition"));
        assert!(kept + rest.text() == whole);
    }
    let filtered = business.export(&format!("{LINES}&category=back_in_stock"));
    let lines: Vec<&str> = filtered.text().split_inclusive('\n').collect();
    let kept = lines[..200].concat();
    let rest = business.export(&format!("{LINES}&category=back_in_stock&resume={}", resume_point(&kept)));
    assert!(kept + rest.text() == filtered.text());
}

#[test]
fn a_resume_point_that_is_none_is_refused() {
    let business = peopled(2);
    let digest = "0".repeat(64);
    for point in ["7".to_owned(), format!("9999-1-1-0-1-{digest}"), format!("3-1-1-0-1-{}", &digest[1..])] {
        let problem = business.get(&format!("/export?{LINES}&resume={point}")).refusal(422, "field_invalid");
        assert_eq!(problem["field"], "resume", "{point}");
    }
    let point = format!("3-1-1-0-1-{digest}");
    for query in ["format=csv&kind=events", "format=ndjson&kind=state"] {
        business.get(&format!("/export?{query}&resume={point}")).refusal(422, "field_invalid");
    }
}

#[test]
fn exports_taken_while_others_write_all_verify_and_hold_what_was_answered_before() {
    let business = peopled(300);
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        for poster in 0..3_u32 {
            let (business, done) = (&business, &done);
            scope.spawn(move || {
                let client = server().client();
                let notice = business.notice_id();
                let mut number = 1_000 * (poster + 1);
                while !done.load(Ordering::SeqCst) {
                    number += 1;
                    let body = json!({
                        "notice": notice, "categories": ["relevant_offers"], "subject": { "phone": phone(number) },
                    });
                    let call = client.call("POST", &business.api("/consents")).key(&business.key);
                    call.json(&body).send().expect(201);
                }
            });
        }
        for round in 0..6_u32 {
            let own = phone(900 + round);
            business.opt_in(&own, &["order_updates"]);
            let export = business.export(LINES);
            assert!(export.text().contains(&own), "what was answered before the export stands in it");
            let events = seqs(export.text());
            assert_eq!(events, (1..=events.len() as u64).collect::<Vec<_>>());
            verified(&business, &export.body);
        }
        done.store(true, Ordering::SeqCst);
    });
}

fn fetch(business: &Business<'_>, url: &str, out: &Path, more: &[&str]) -> Output {
    let mut words = vec!["export", "--url", url, "--business", &business.slug, "--out", out.to_str().unwrap()];
    words.extend(more);
    xtask(&words, Some(&business.key))
}

/// The address that the edge really listens at: `localhost` may mean IPv6 first.
fn plain() -> String {
    server().edge.replace("localhost", "127.0.0.1")
}

fn leftovers(directory: &Path) -> Vec<PathBuf> {
    fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().path()).collect()
}

#[test]
fn the_tool_goes_on_by_itself_where_the_connection_breaks() {
    let business = peopled(400);
    // Within the first notice, within the events, and twice at places where a line is half there.
    let cut = Cut::before(&plain(), &[700, 90_000, 5_000, 150_001]);
    let directory = place::directory("fetched");
    let out = directory.join("log.ndjson");
    let vkey = vkey(&business);
    let said = fetch(&business, &cut.url, &out, &["--verify", "--vkey", &vkey]);
    let (text, trouble) = (String::from_utf8_lossy(&said.stdout), String::from_utf8_lossy(&said.stderr));
    assert!(said.status.success(), "{text}{trouble}");
    assert!(text.contains("signed by the key given"), "{text}");
    assert!(trouble.contains("going on") && trouble.contains("100 %"), "{trouble}");
    assert_eq!(cut.connections(), 5, "{trouble}");
    assert_eq!(fs::read_to_string(&out).unwrap(), business.export(LINES).text());
    assert_eq!(leftovers(&directory), [out], "nothing else is left");
    assert!(!trouble.contains(&business.key) && !text.contains(&business.key));
}

#[test]
fn the_tool_goes_on_when_it_is_given_again_and_says_what_the_edge_refuses() {
    let business = peopled(50);
    let directory = place::directory("fetched");
    let out = directory.join("log.ndjson");
    let refused = xtask(
        &["export", "--url", &plain(), "--business", &business.slug, "--out", out.to_str().unwrap()],
        Some("jatak_wrong"),
    );
    assert!(!refused.status.success());
    assert!(String::from_utf8_lossy(&refused.stderr).contains("401"), "{refused:?}");
    let whole = business.export(LINES);
    assert!(fetch(&business, &plain(), &out, &[]).status.success());
    assert_eq!(fs::read(&out).unwrap(), whole.body);

    // It gives up after two attempts without a line; what came is kept, and the same command goes on with it.
    let parts = || leftovers(&directory).into_iter().find(|path| path.extension() == Some("part".as_ref()));
    assert_eq!(parts(), None);
    let cut = Cut::before(&plain(), &[30_000, 0, 0]);
    let more = ["--category", "order_updates", "--tries", "2"];
    assert!(!fetch(&business, &cut.url, &out, &more).status.success());
    assert!(fs::metadata(parts().expect("what came is kept")).unwrap().len() > 20_000);
    let said = fetch(&business, &cut.url, &out, &[&more[..], &["--verify"]].concat());
    assert!(said.status.success(), "{said:?}");
    assert_eq!(cut.connections(), 4);
    assert_eq!(fs::read(&out).unwrap(), business.export(&format!("{LINES}&category=order_updates")).body);
    assert_eq!(parts(), None);
}

#[test]
fn exports_taken_while_people_are_erased_all_verify() {
    let business = peopled(400);
    let begun = business.export(LINES);
    let erase = |people: &[u32]| {
        let phones: Vec<String> = people.iter().copied().map(phone).collect();
        business.post("/erasures", &json!({ "phones": phones })).expect(200);
    };
    erase(&[2, 390]);
    // The first half as it was, the second half as it is.
    let lines: Vec<&str> = begun.text().split_inclusive('\n').collect();
    let kept = lines[..200].concat();
    let resume = format!("{LINES}&resume={}", resume_point(&kept));
    let rest = business.export(&resume);
    let whole = kept.clone() + rest.text();
    assert!(verified(&business, whole.as_bytes()).contains(" 1 erased"), "{whole}");
    assert!(kept.contains(&phone(2)) && !rest.text().contains(&phone(390)));
    assert_eq!(values(&whole).iter().filter(|line| line["line"] == "erased").count(), 1);
    // The same again, and the same when more has come since.
    business.opt_in(&phone(901), &["order_updates"]);
    assert_eq!(business.export(&resume).text(), rest.text());

    std::thread::scope(|scope| {
        let eraser = scope.spawn(|| (10..40).step_by(2).for_each(|number| erase(&[number, number + 1])));
        while !eraser.is_finished() {
            verified(&business, &business.export(LINES).body);
            verified(&business, &business.export(&format!("{LINES}&from=2020-01-01")).body);
        }
    });
    let last = business.export(LINES);
    verified(&business, &last.body);
    assert!(!last.text().contains(&phone(11)));
}

/// A business with so many numbers brought along.
fn imported(people: u32) -> Business<'static> {
    let business = server().business();
    business.import((0..people).map(|number| format!("+452{number:07}")), "order_updates;back_in_stock");
    business
}

#[test]
fn a_failure_on_the_way_cuts_the_answer_and_never_ends_it() {
    // Some 20 MB: more than the buffers between the ledger and a client that does not read.
    let business = imported(20_000);
    let path = business.api(&format!("/export?{LINES}"));
    let whole = slow_get(&plain(), &path, &business.key, || {});
    assert!(whole.ends_with(LAST_CHUNK) && whole.windows(16).any(|part| part == b"\"line\":\"trailer\""));

    let key = business.make_key(&["read"]);
    let (id, secret) = (key["id"].as_str().unwrap(), key["key"].as_str().unwrap());
    let cut = slow_get(&plain(), &path, secret, || {
        server().call("DELETE", &business.api(&format!("/keys/{id}"))).key(&business.key).send().expect(204);
    });
    assert!(!cut.ends_with(LAST_CHUNK), "it must not look whole");
    assert!(cut.len() < whole.len() && !cut.windows(16).any(|part| part == b"\"line\":\"trailer\""));
    assert!(!server().log().contains(secret));
}

#[test]
fn a_long_export_and_its_filtered_halves_verify() {
    let business = imported(3_000);
    business.opt_out("+4520000007", &["order_updates"]);
    for filter in ["", "&category=back_in_stock", "&state=withdrawn", "&from=2020-01-01"] {
        verified(&business, &business.export(&format!("{LINES}{filter}")).body);
    }
}
