//! Another program that writes to the same disk, as a backup or a database beside an edge does: flushes take longer then.

use std::fs::File;
use std::io::{Seek, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};

use anyhow::{Context, Result};

/// How much is written between two flushes.
const PIECE: usize = 256 * 1024;

/// How large the file becomes before it is written anew from its beginning.
const MOST: u64 = 64 * 1024 * 1024;

/// Writes and flushes until it is dropped.
pub(super) struct Writer {
    path: PathBuf,
    stop: Arc<AtomicBool>,
    thread: Option<JoinHandle<Result<()>>>,
}

impl Writer {
    /// Begins, in this directory.
    pub(super) fn start(directory: &Path) -> Result<Self> {
        let path = directory.join("writer.tmp");
        let file = File::create(&path).with_context(|| format!("cannot write {}", path.display()))?;
        let stop = Arc::new(AtomicBool::new(false));
        let thread = thread::spawn({
            let stop = Arc::clone(&stop);
            move || write(file, &stop)
        });
        Ok(Self { path, stop, thread: Some(thread) })
    }

    /// Ends; says so where it could not write all the while.
    pub(super) fn end(mut self) -> Result<()> {
        self.join().context("the program that writes beside")
    }

    fn join(&mut self) -> Result<()> {
        self.stop.store(true, Ordering::Relaxed);
        // One that panicked has said so itself.
        self.thread.take().map_or(Ok(()), |thread| thread.join().unwrap_or(Ok(())))
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        // Whoever wants to know whether it could write calls `end`.
        let _ = self.join();
        let _ = std::fs::remove_file(&self.path);
    }
}

fn write(mut file: File, stop: &AtomicBool) -> Result<()> {
    let piece = vec![1; PIECE];
    while !stop.load(Ordering::Relaxed) {
        if file.stream_position()? >= MOST {
            file.rewind()?;
        }
        file.write_all(&piece)?;
        file.sync_data()?;
    }
    Ok(())
}
