//! Witnesses: the edge asks them in its own time, believes none, and waits for none.

use std::time::Duration;

use jatak_shared::log::SignedCheckpoint;
use jatak_tests::business::KEPT;
use jatak_tests::witness::{Mood, TIME, Witness};
use jatak_tests::{Business, Server, wait};
use jatak_verify::check_witnessed;
use serde_json::{Value, json};

fn server() -> Server {
    Server::start(&["--no-limits", "--no-seed", "--reach-loopback"])
}

fn vkey(business: &Business) -> String {
    business.server.get(&business.api("/log/vkey")).send().expect(200).text().trim_end().to_owned()
}

/// Puts these witnesses into the settings, which is also what has them asked at once.
fn list(business: &Business, witnesses: &[&Witness]) {
    let said = business.get("").expect(200).json();
    let mut settings = said["settings"].clone();
    settings["witnesses"] = witnesses.iter().map(|witness| witness.setting()).collect();
    let put =
        business.server.call("PUT", &business.api("")).key(&business.key).json(&settings).send().expect(200).json();
    assert_eq!(put["settings"]["witnesses"], settings["witnesses"]);
}

fn cosigned(business: &Business) -> SignedCheckpoint {
    wait::for_some("a cosigned head", || {
        let reply = business.get("/log/cosigned");
        (reply.status == 200).then(|| reply.text().parse().expect("a checkpoint"))
    })
}

fn receipt(business: &Business, answer: &Value) -> (String, Value) {
    let reply = business.server.get(&format!("{}/receipt.json", business.receipt(answer))).send().expect(200);
    (reply.text().to_owned(), reply.json())
}

fn says(server: &Server, what: &str) {
    wait::until(format!("the log says {what}"), || server.log().contains(what));
}

#[test]
fn a_head_is_cosigned_and_a_receipt_says_not_yet_and_then_by_whom() {
    let server = server();
    let business = server.business();
    let answer = business.opt_in(KEPT, &["order_updates"]);
    let (early, json) = receipt(&business, &answer);
    assert_eq!(json["witnessed"], "not yet");
    business.get("/log/cosigned").refusal(404, "not_found");
    let log = vkey(&business);
    let (one, two) = (Witness::open("one.example", Mood::Honest), Witness::open("two.example", Mood::Honest));
    one.trust(&log);
    two.trust(&log);
    list(&business, &[&one, &two]);

    let head = cosigned(&business);
    let head = if head.note().signatures().len() < 3 {
        wait::for_some("both lines", || Some(cosigned(&business)).filter(|head| head.note().signatures().len() == 3))
    } else {
        head
    };
    head.verify(&log.parse().unwrap()).unwrap();
    assert_eq!(one.vkey.verify(&head), Ok(TIME));
    assert_eq!(two.vkey.verify(&head), Ok(TIME));
    assert_eq!(one.seen(head.checkpoint().origin.as_str()), Some(head.checkpoint().size));

    let (text, json) = receipt(&business, &answer);
    assert_eq!(json["witnessed"]["cosigned"]["by"], json!(["one.example", "two.example"]));
    let report = check_witnessed(&text, Some(log.parse().unwrap()), &[one.vkey.clone(), two.vkey.clone()]).unwrap();
    assert_eq!(report.witnesses.len(), 2);
    // Whoever kept the early one sees that the log went on from the very head it had.
    let early: Value = serde_json::from_str(&early).unwrap();
    let earlier = json["witnessed"]["cosigned"]["earlier"].as_str().unwrap();
    assert!(early["proof"].as_str().unwrap().ends_with(earlier));
}

#[test]
fn a_witness_that_lies_is_not_believed_and_the_honest_one_is() {
    let server = server();
    let business = server.business();
    business.opt_in(KEPT, &["order_updates"]);
    let (liar, honest) = (Witness::open("liar.example", Mood::Lying), Witness::open("honest.example", Mood::Honest));
    for witness in [&liar, &honest] {
        witness.trust(&vkey(&business));
    }
    list(&business, &[&liar, &honest]);
    let head = cosigned(&business);
    says(&server, "witness liar.example answered with something else than its cosignature of this head");
    let names: Vec<&str> = head.note().signatures().iter().skip(1).map(|line| line.name.as_str()).collect();
    assert_eq!(names, ["honest.example"]);
}

#[test]
fn witnesses_that_are_down_or_hang_or_send_elsewhere_harm_nothing() {
    let server = server();
    let business = server.business();
    let elsewhere = Witness::open("target.example", Mood::Honest);
    let witnesses = [
        Witness::open("down.example", Mood::Down),
        Witness::open("silent.example", Mood::Silent),
        Witness::open("elsewhere.example", Mood::Elsewhere(format!("{}/add-checkpoint", elsewhere.url))),
        Witness::open("endless.example", Mood::Endless),
        // Nothing listens where it was.
        Witness::open("gone.example", Mood::Honest),
    ];
    let mut settings = business.get("").expect(200).json()["settings"].clone();
    settings["witnesses"] = witnesses.iter().map(Witness::setting).collect();
    settings["witnesses"][4]["url"] = "http://127.0.0.1:1/w".into();
    business.server.call("PUT", &business.api("")).key(&business.key).json(&settings).send().expect(200);

    wait::until("the silent one is asked", || witnesses[1].asked() > 0);
    // While it keeps the edge waiting, consents are taken as ever.
    let start = wait::now();
    for number in 0..20 {
        business.opt_in(&format!("+45201234{number:02}"), &["order_updates"]);
    }
    assert!(start.elapsed() < Duration::from_secs(4), "20 consents took {:?}", start.elapsed());
    for what in [
        "witness down.example answered with status 503",
        "witness silent.example did not answer within 5 seconds",
        "witness elsewhere.example answered with status 307",
        "witness endless.example answered with more than is read of it",
        "witness gone.example cannot be reached",
    ] {
        says(&server, what);
    }
    assert_eq!(elsewhere.asked(), 0, "no redirect is followed");
    business.get("/log/cosigned").refusal(404, "not_found");
    business.get("/log/checkpoint").expect(200);
}

#[test]
fn a_witness_that_knows_no_such_log_or_has_seen_more_of_it_is_told_to_the_operator() {
    let server = server();
    let business = server.business();
    let log = vkey(&business);
    let (stranger, ahead) =
        (Witness::open("stranger.example", Mood::Honest), Witness::open("ahead.example", Mood::Honest));
    ahead.trust(&log);
    ahead.has_seen(log.split('+').next().unwrap(), 1_000);
    list(&business, &[&stranger, &ahead]);
    says(&server, "witness stranger.example does not know this log (404)");
    says(&server, "witness ahead.example has seen 1000 events");
}

#[test]
fn without_leave_a_witness_on_this_machine_is_not_reached() {
    let server = Server::start(&["--no-limits", "--no-seed"]);
    let business = server.business();
    let witness = Witness::open("inside.example", Mood::Honest);
    witness.trust(&vkey(&business));
    list(&business, &[&witness]);
    says(&server, "witness inside.example cannot be reached");
    assert_eq!(witness.asked(), 0);
}
