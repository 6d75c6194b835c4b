//! Chromedriver: one for the whole test process.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::mpsc;
use std::thread;

use crate::wait;

/// Starts chromedriver and ends it when its own standard input ends, which the system sees to when the test process
/// is gone in whatever way. Chromedriver itself listens to no such thing. Browsers end with it, since they are driven
/// through a pipe that it holds.
const RUN: &str = "chromedriver --port=0 & driver=$!; cat >/dev/null; kill $driver; wait $driver";

/// The address of the one chromedriver of this process.
pub fn address() -> &'static str {
    static DRIVER: OnceLock<(String, Child)> = OnceLock::new();
    &DRIVER.get_or_init(start).0
}

fn start() -> (String, Child) {
    let mut child = Command::new("sh")
        .args(["-c", RUN])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("a shell");
    let (found, port) = mpsc::channel();
    let out = child.stdout.take().expect("its output is ours");
    thread::spawn(move || {
        for line in BufReader::new(out).lines().map_while(Result::ok) {
            if let Some(rest) = line.split("started successfully on port ").nth(1) {
                let _ = found.send(rest.trim_end_matches('.').to_owned());
            }
        }
    });
    let port = port.recv_timeout(wait::PATIENCE).expect("chromedriver starts; `cargo xtask test` installs it");
    (format!("http://127.0.0.1:{port}"), child)
}
