//! A second `dev` on the same data goes on with it.

use jatak_tests::business::KEPT;
use jatak_tests::{Server, place};

#[test]
fn a_second_start_on_the_same_data_goes_on_where_the_first_one_stopped() {
    let data = place::directory("restart");
    let first = Server::start_on(&data, &["--no-limits"]);
    let demo = first.demo();
    let body = demo.submission("20 12 34 56", &["order_updates"]);
    let answer = first.post("/v1/nordlys/consents").origin(&first.shop).json(&body).send().expect(201).json();
    let receipt = demo.receipt(&answer);
    let (notice, seq, key) = (demo.notice("da"), demo.last_seq(), first.key.clone());
    drop(first);

    let second = Server::start_on(&data, &["--no-limits"]);
    assert_eq!(second.key, key, "the demo key is kept");
    let demo = second.demo();
    demo.assert_states(KEPT, &[("order_updates", "granted")]);
    let again = demo.notice("da");
    assert_eq!(again["id"], notice["id"], "the address of the edge is no part of the notice");
    assert!(demo.last_seq() >= seq);
    second.get(&receipt).send().expect(200);
    // The shop is on another port now, and may still submit.
    let body = demo.submission("30 12 34 56", &["order_updates"]);
    second.post("/v1/nordlys/consents").origin(&second.shop).json(&body).send().expect(201);
    let local = second.shop.replace("localhost", "127.0.0.1");
    second.post("/v1/nordlys/consents").origin(&local).json(&body).send().expect(201);
}

#[test]
fn nothing_outlives_the_input_of_dev() {
    let server = Server::start(&["--no-limits"]);
    let process = std::path::PathBuf::from(format!("/proc/{}", server.workerd));
    assert!(process.exists());
    drop(server);
    assert!(!process.exists(), "workerd ends with the program that started it");
}
