//! A full disk: consents are refused while there is still room, and every no is taken.

use std::sync::atomic::{AtomicU32, Ordering};

use jatak_tests::business::KEPT;
use jatak_tests::{Business, Server};
use serde_json::json;

/// A business on an edge whose databases may be 600 KB, filled with consents until no more are taken. An empty one is
/// about 250 KB.
fn filled(server: &Server) -> (Business<'_>, serde_json::Value) {
    let business = server.business();
    let first = business.opt_in(KEPT, &["order_updates", "relevant_offers"]);
    let mut body = business.submission("", &["order_updates"]);
    for number in 0..2_000 {
        body["subject"]["phone"] = format!("+4530{number:06}").into();
        let reply = business.consents().json(&body).send();
        if reply.status == 507 {
            let problem = reply.refusal(507, "storage_full");
            assert_eq!(problem["title"], "There is no room for more consents");
            assert!(number > 20, "full after {number} consents");
            return (business, first);
        }
        reply.expect(201);
    }
    panic!("the disk never got full");
}

#[test]
fn on_a_full_disk_grants_and_imports_are_refused_and_noes_and_erasures_are_taken() {
    let server = Server::start(&["--no-limits", "--max-object-bytes", "600000"]);
    let (business, first) = filled(&server);
    let import = "phone,categories,source,claimed_at,wording\n+4540404040,order_updates,till,2024-05-01,none kept\n";
    let call = server.post(&business.api("/imports")).key(&business.key).raw("text/csv", import);
    call.send().refusal(507, "storage_full");
    let form =
        [("notice", business.notice_id()), ("category", "order_updates".into()), ("phone", "+4540404040".into())];
    let page = server.post(&business.api("/consents")).origin(&server.edge).form(&form).send().expect(507);
    assert!(page.header("content-type").starts_with("text/html"), "a person is told by a page");

    // Every way of saying no.
    business.opt_out("+4530000001", &["order_updates"]);
    business.opt_out("+4599999999", &["order_updates"]);
    let receipt = business.receipt(&first);
    let back = server.post(&receipt).form(&[("withdraw", "relevant_offers")]).send();
    assert!(matches!(back.status, 200 | 303), "{}", back.text());
    let link = business.post("/links", &json!({ "phone": KEPT })).expect(200).json();
    let choices = business.path_of(link["choices_url"].as_str().unwrap());
    let stop = server.post(&choices).form(&[("stop", "everything")]).send();
    assert!(matches!(stop.status, 200 | 303), "{}", stop.text());
    assert!(business.states(KEPT).values().all(|state| state == "withdrawn"), "{:?}", business.states(KEPT));

    // Erasing makes room.
    for from in (0..600).step_by(100) {
        let phones: Vec<String> = (from..from + 100).map(|number| format!("+4530{number:06}")).collect();
        business.post("/erasures", &json!({ "phones": phones })).expect(200);
    }
    business.opt_in("+4540404040", &["order_updates"]);
}

/// How many say no, and as many yes, over how many connections. The short form shows the same with less.
fn crowd() -> (u32, u32) {
    if std::env::var_os("JATAK_LONG").is_some() { (10_000, 200) } else { (400, 40) }
}

#[test]
fn a_crowd_that_says_no_while_others_say_yes_is_heard_to_the_last() {
    let server = Server::start(&["--no-limits"]);
    let business = server.business();
    let (noes, connections) = crowd();
    let next = AtomicU32::new(0);
    let turned_away = AtomicU32::new(0);
    let notice = business.notice_id();
    std::thread::scope(|scope| {
        for _ in 0..connections {
            scope.spawn(|| {
                let client = server.client();
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    if number >= 2 * noes {
                        return;
                    }
                    if number.is_multiple_of(2) {
                        let body = json!({ "phone": format!("+4520{number:06}"), "everything": true });
                        let call = client.call("POST", &business.api("/opt-outs")).key(&business.key);
                        call.json(&body).send().expect(201);
                        continue;
                    }
                    let subject = json!({ "phone": format!("+4530{number:06}") });
                    let body = json!({ "notice": notice, "categories": ["order_updates"], "subject": subject });
                    let call = client.call("POST", &business.api("/consents")).key(&business.key);
                    let reply = call.json(&body).send();
                    assert!(matches!(reply.status, 201 | 503), "{}", reply.text());
                    turned_away.fetch_add(u32::from(reply.status == 503), Ordering::Relaxed);
                }
            });
        }
    });
    let kinds = business.get("/export?format=ndjson&kind=events").expect(200).text().to_owned();
    let count = |kind: &str| kinds.matches(kind).count();
    assert_eq!(count("\"opted_out\""), noes as usize, "every no stands");
    assert_eq!(count("\"opted_in\""), (noes - turned_away.load(Ordering::Relaxed)) as usize);
}
