//! What ends `dev`: a signal, the end of standard input, or the edge itself.

use std::io::Read;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;

use super::process::Workerd;

/// How often the edge is looked after.
const TICK: Duration = Duration::from_millis(100);

/// The reasons to stop, as they come.
pub(crate) struct Stop {
    reasons: Receiver<&'static str>,
    /// Keeps the channel open where nobody listens to standard input.
    _open: Sender<&'static str>,
}

/// Begins to listen.
pub(crate) fn listen(until_stdin_ends: bool) -> Result<Stop> {
    let (sender, reasons) = channel();
    let mut signals = Signals::new([SIGINT, SIGTERM, SIGHUP]).context("cannot listen to signals")?;
    let to = sender.clone();
    thread::spawn(move || {
        for _ in signals.forever() {
            // A failed send means that the receiver is gone, with everything else.
            let _ = to.send("a signal");
        }
    });
    if until_stdin_ends {
        let to = sender.clone();
        thread::spawn(move || {
            let mut input = std::io::stdin().lock();
            let mut ignored = [0; 1024];
            while matches!(input.read(&mut ignored), Ok(1..)) {}
            let _ = to.send("standard input ended");
        });
    }
    Ok(Stop { reasons, _open: sender })
}

impl Stop {
    /// Waits for a reason to stop. That the edge ended by itself is an error.
    pub(crate) fn wait(&self, workerd: &mut Workerd) -> Result<&'static str> {
        loop {
            match self.reasons.recv_timeout(TICK) {
                Ok(reason) => return Ok(reason),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => bail!("nobody listens to signals any more"),
            }
            if let Some(status) = workerd.ended()? {
                bail!("workerd ended by itself ({status})\n{}", workerd.log_tail());
            }
        }
    }
}
