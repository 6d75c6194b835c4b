//! SIGKILL of workerd while many submit: no acknowledged record is lost, no retry doubles one, and the log verifies and
//! extends what it was before.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a panic is how a test fails")]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;

use jatak_shared::log::SignedCheckpoint;
use jatak_tests::{Business, Server, place, wait};
use jatak_verify::{Checker, Expect};
use serde_json::{Value, json};

/// How many submit at once.
const POSTERS: usize = 16;
/// How many acknowledgements come before the kill, differing by round, so that it falls at different moments.
const BEFORE_THE_KILL: [usize; 5] = [40, 3, 121, 75, 17];

/// Something sent: its idempotency key, its body, and the event it was acknowledged as.
struct Sent {
    key: String,
    body: Value,
    acknowledged: Option<String>,
}

/// How many rounds: five in the suite, fifty in its long form.
fn rounds() -> usize {
    if std::env::var_os("JATAK_LONG").is_some() { 50 } else { 5 }
}

#[test]
fn a_killed_edge_loses_nothing_it_acknowledged_and_doubles_nothing_that_is_retried() {
    let mut server = Server::start_on(&place::directory("crash"), &["--no-limits"]);
    let (slug, id, key) = {
        let made = server.business();
        (made.slug, made.id, made.key)
    };
    let mut all: Vec<Sent> = Vec::new();
    let mut earlier = None;
    for round in 0..rounds() {
        let business = Business { server: &server, slug: slug.clone(), id: id.clone(), key: key.clone() };
        let sent = post_until_killed(&business, round, BEFORE_THE_KILL[round % BEFORE_THE_KILL.len()]);
        drop(business);
        server = server.restart();

        let business = Business { server: &server, slug: slug.clone(), id: id.clone(), key: key.clone() };
        let kept = recorded(&business);
        let acknowledged = sent.iter().filter_map(|sent| sent.acknowledged.as_ref());
        let lost: Vec<_> = acknowledged.filter(|id| !kept.contains_key(*id)).collect();
        assert!(lost.is_empty(), "round {round}: acknowledged and lost: {lost:?}");
        all.extend(retried(&business, sent, round));
        check(&business, &all, round);
        earlier = Some(verified(&business, earlier, round));
    }
}

/// Checks an export with the log's key, and that it extends the head of the round before; gives the head of this one.
fn verified(business: &Business<'_>, against: Option<SignedCheckpoint>, round: usize) -> SignedCheckpoint {
    let vkey = business.get("/log/vkey").expect(200);
    let vkey = Some(vkey.text().trim_end().parse().unwrap());
    let extended = against.as_ref().map(|head| head.checkpoint().size);
    let export = business.export("kind=events&format=ndjson").expect(200);
    let report = Checker::check(&export.body, Expect { vkey, against, ..Expect::default() });
    let report = report.unwrap_or_else(|fault| panic!("round {round}: {fault}"));
    assert_eq!((report.events, report.extends), (business.last_seq(), extended), "round {round}");
    business.get("/log/checkpoint").expect(200).text().parse().unwrap()
}

/// Posts from many threads until the edge is gone; it is killed after so many acknowledgements.
fn post_until_killed(business: &Business<'_>, round: usize, before: usize) -> Vec<Sent> {
    let notice = business.notice_id();
    let (acknowledged, killed) = (AtomicUsize::new(0), AtomicBool::new(false));
    let sent = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for poster in 0..POSTERS {
            let (notice, acknowledged, killed, sent) = (&notice, &acknowledged, &killed, &sent);
            scope.spawn(move || {
                let client = business.server.client();
                for number in 0..10_000 {
                    let key = format!("{round:04x}{poster:04x}{number:024x}");
                    let body = json!({
                        "notice": notice,
                        "categories": ["order_updates"],
                        "subject": { "phone": format!("+4520{:06}", (round * POSTERS + poster) * 1_000 % 1_000_000 + number) },
                    });
                    let call = client.call("POST", &business.api("/consents")).origin(jatak_tests::business::SHOP);
                    let reply = call.header("Idempotency-Key", &key).json(&body).try_send();
                    let id = match &reply {
                        Ok(reply) if reply.status == 201 => reply.json()["id"].as_str().map(str::to_owned),
                        Ok(reply) => panic!("{}: {}", reply.status, reply.text()),
                        Err(_) => None,
                    };
                    if id.is_some() {
                        acknowledged.fetch_add(1, Ordering::SeqCst);
                    }
                    sent.lock().unwrap().push(Sent { key, body, acknowledged: id });
                    if reply.is_err() {
                        assert!(killed.load(Ordering::SeqCst), "a connection broke before the kill: {reply:?}");
                        return;
                    }
                }
            });
        }
        wait::until(format!("{before} acknowledgements"), || acknowledged.load(Ordering::SeqCst) >= before);
        killed.store(true, Ordering::SeqCst);
        business.server.kill();
    });
    sent.into_inner().unwrap()
}

/// Sends everything again under the same keys: what was acknowledged is answered the same, the rest is recorded now.
fn retried(business: &Business<'_>, sent: Vec<Sent>, round: usize) -> Vec<Sent> {
    let once_more = |sent: Sent| {
        let call = business.consents().header("Idempotency-Key", &sent.key);
        let answer = call.json(&sent.body).send().expect(201).json();
        let id = answer["id"].as_str().unwrap().to_owned();
        if let Some(before) = &sent.acknowledged {
            assert_eq!(&id, before, "round {round}: a retry is answered with another event");
        }
        Sent { acknowledged: Some(id), ..sent }
    };
    sent.into_iter().map(once_more).collect()
}

/// The export holds what was sent, each once, in an unbroken row of numbers.
fn check(business: &Business<'_>, all: &[Sent], round: usize) {
    let recorded = recorded(business);
    let acknowledged: BTreeSet<_> = all.iter().filter_map(|sent| sent.acknowledged.clone()).collect();
    assert_eq!(acknowledged.len(), all.len(), "round {round}: two submissions share an event");
    let kept: BTreeSet<_> = recorded.keys().cloned().collect();
    assert_eq!(kept, acknowledged, "round {round}: the ledger holds each submission once and nothing else");
    let mut numbers: Vec<_> = business.events().iter().map(jatak_tests::business::seq).collect();
    let count = numbers.len() as u64;
    numbers.dedup();
    assert_eq!(numbers, (1..=count).collect::<Vec<_>>(), "round {round}: the numbers have a gap");
}

/// The submissions in the export: the number of each event's rows, by its id.
fn recorded(business: &Business<'_>) -> BTreeMap<String, usize> {
    let mut found = BTreeMap::new();
    for row in business.rows("kind=events") {
        if row["kind"] == "opted_in" {
            *found.entry(row["event_id"].clone()).or_insert(0) += 1;
        }
    }
    assert!(found.values().all(|rows| *rows == 1), "each submission was for one category");
    found
}
