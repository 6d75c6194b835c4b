//! How far an export has come, for whoever watches: one line that is written over on a terminal, a line now and then
//! elsewhere.

use std::io::{IsTerminal, stderr};
use std::time::{Duration, Instant};

use crate::run;

pub(super) struct Progress {
    size: u64,
    begun_with: u64,
    start: Instant,
    shown: Option<Instant>,
    terminal: bool,
}

impl Progress {
    /// Of an export of `size` events, of which `bytes` are there.
    pub(super) fn new(size: u64, bytes: u64) -> Self {
        Self { size, begun_with: bytes, start: run::now(), shown: None, terminal: stderr().is_terminal() }
    }

    /// Says so, if it was not said just now. `after` is the number of the last event, which tells more than their count
    /// where a filter passes most of them over.
    pub(super) fn show(&mut self, events: u64, after: u64, bytes: u64) {
        let every = if self.terminal { Duration::from_millis(200) } else { Duration::from_secs(5) };
        if self.shown.is_none_or(|shown| shown.elapsed() >= every) {
            self.say(events, after, bytes);
            self.shown = Some(run::now());
        }
    }

    /// Says it a last time.
    pub(super) fn end(&mut self, events: u64, after: u64, bytes: u64) {
        self.say(events, after, bytes);
        if self.terminal {
            eprintln!();
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "nobody reads the sixteenth digit of a speed")]
    fn say(&self, events: u64, after: u64, bytes: u64) {
        let seconds = self.start.elapsed().as_secs_f64().max(0.001);
        let (megabytes, speed) = (bytes as f64 / 1e6, (bytes - self.begun_with) as f64 / 1e6 / seconds);
        let percent = after.min(self.size) * 100 / self.size.max(1);
        let text = format!("{percent:3} %: {events} events, {megabytes:.1} MB, {speed:.1} MB/s");
        if self.terminal {
            eprint!("\r{text}   ");
        } else {
            eprintln!("{text}");
        }
    }
}
