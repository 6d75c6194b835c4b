//! The lines of an answer, with an end to waiting: a connection that is dead says nothing at all.

use std::io::{BufRead, BufReader, Read};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::thread;
use std::time::Duration;

/// How long the next line may take. The edge makes a page in milliseconds; a minute without a byte is a dead connection.
const SILENCE: Duration = Duration::from_mins(1);

/// How many lines are read ahead of the disk: 1.5 KB each, so some hundred kilobytes.
const AHEAD: usize = 64;

/// Whole lines, each with its newline, or why there are no more. The half line of an answer that broke off is dropped.
pub(super) struct Lines(Receiver<Result<String, String>>);

impl Lines {
    /// Reads them from this answer.
    pub(super) fn read(answer: impl Read + Send + 'static) -> Self {
        let (sender, receiver) = sync_channel(AHEAD);
        // It ends with the answer, or when nobody wants its lines any more.
        thread::spawn(move || {
            let mut answer = BufReader::with_capacity(1 << 16, answer);
            loop {
                let mut line = String::new();
                let read = match answer.read_line(&mut line) {
                    Ok(_) if line.ends_with('\n') => Ok(line),
                    Ok(0) => return,
                    Ok(_) => Err("the answer ended within a line".to_owned()),
                    Err(error) => Err(error.to_string()),
                };
                let over = read.is_err();
                if sender.send(read).is_err() || over {
                    return;
                }
            }
        });
        Self(receiver)
    }
}

impl Iterator for Lines {
    type Item = Result<String, String>;

    fn next(&mut self) -> Option<Self::Item> {
        match self.0.recv_timeout(SILENCE) {
            Ok(line) => Some(line),
            Err(RecvTimeoutError::Disconnected) => None,
            Err(RecvTimeoutError::Timeout) => Some(Err(format!("nothing came for {} s", SILENCE.as_secs()))),
        }
    }
}
