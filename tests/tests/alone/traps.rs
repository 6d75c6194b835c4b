//! A panic or trap of the worker costs the calls that are under way, and no other.

use std::fs;
use std::path::{Path, PathBuf};

use jatak_tests::business::KEPT;
use jatak_tests::{Server, place};

/// Whoever sends this header meets a trap: the next step of a future that follows ends as a program does that cannot go on.
const TRAP: &str = "x-trap";

/// The worker as it was built, save that it traps where it is asked to. A fault that nobody knows of cannot be asked for.
fn trapping() -> PathBuf {
    let (built, worker) = (place::root().join("dist/worker"), place::directory("worker"));
    let copy = |file: &str| fs::copy(built.join(file), worker.join(file)).expect("a worker was built");
    for file in ["index.js", "index_bg.wasm"] {
        copy(file);
    }
    append(
        &worker.join("index.js"),
        r#"
        let trap = false;
        const get = Headers.prototype.get;
        Headers.prototype.get = function (name) {
            trap ||= get.call(this, "x-trap") !== null;
            return get.call(this, name);
        };
        const queue = globalThis.queueMicrotask;
        globalThis.queueMicrotask = (work) => queue((value) => {
            if (trap) {
                trap = false;
                throw new WebAssembly.RuntimeError("unreachable");
            }
            return work(value);
        });
        "#,
    );
    worker
}

fn append(file: &Path, text: &str) {
    let before = fs::read_to_string(file).expect("a text");
    fs::write(file, before + text).expect("a file that can be written");
}

#[test]
fn after_a_trap_the_call_is_answered_and_the_next_ones_are_served_as_if_nothing_had_been() {
    let worker = trapping();
    let server = Server::start(&["--no-limits", "--worker", worker.to_str().unwrap()]);
    let demo = server.demo();
    let submit = |phone: &str, headers: &[(&str, &str)]| {
        let body = demo.submission(phone, &["order_updates"]);
        let call = server.post("/v1/nordlys/consents").origin(&server.shop).json(&body);
        headers.iter().fold(call, |call, (name, value)| call.header(name, value)).send()
    };
    submit("20 12 34 56", &[]).expect(201);
    for _ in 0..3 {
        submit("30 12 34 56", &[(TRAP, "now")]).expect(500);
        submit("20 12 34 56", &[]).expect(201);
    }
    demo.assert_states(KEPT, &[("order_updates", "granted")]);
    // Those that were under way with it fail at once, and none of them waits for ever.
    let body = demo.submission("20 12 34 56", &["order_updates"]);
    std::thread::scope(|scope| {
        for thread in 0..4 {
            let (server, body) = (&server, &body);
            scope.spawn(move || {
                let client = server.client();
                for turn in 0..12 {
                    let call = client.call("POST", "/v1/nordlys/consents").origin(&server.shop).json(body);
                    let trapped = thread == 0 && turn % 4 == 3;
                    let call = if trapped { call.header(TRAP, "now") } else { call };
                    let status = call.send().status;
                    assert!(status == 500 || status == 201 && !trapped, "{status}");
                }
            });
        }
    });
    submit("20 12 34 56", &[]).expect(201);
    assert!(server.log().contains("trap RuntimeError"), "an operator can read what happened:\n{}", server.log());
}
