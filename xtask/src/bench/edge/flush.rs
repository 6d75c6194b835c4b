//! How long the disk takes to make a write durable: it decides what a transaction costs, and so how much is won by sharing one.
//!
//! On one machine it was a quarter of a millisecond and, while something else wrote, four; a result without it says little.

use std::fs::File;
use std::io::Write as _;
use std::path::Path;
use std::time::Instant;

use anyhow::{Context, Result};

use super::servers::Server;
use crate::bench::spread::Spread;
use crate::run::now;

/// How many flushes are timed: a tenth of a second on a slow disk.
const TIMES: usize = 25;

/// From how many milliseconds on a disk is one that flushes slowly, for reading ratios apart.
const SLOW: f64 = 1.0;

/// Milliseconds that a page of 4 KB takes until it is durable, where this server's data lies: the median of some.
pub(super) fn milliseconds(server: &Server) -> Result<f64> {
    let path = server.data.join("flush.tmp");
    let took = timed(&path);
    std::fs::remove_file(&path).with_context(|| format!("cannot remove {}", path.display()))?;
    Ok(Spread::of(took?).context("nothing was flushed")?.median())
}

fn timed(path: &Path) -> Result<Vec<f64>> {
    let mut file = File::create(path).with_context(|| format!("cannot write {}", path.display()))?;
    let flush = |_| -> Result<f64> {
        file.write_all(&[1; 4096])?;
        let start: Instant = now();
        file.sync_data()?;
        Ok((now() - start).as_secs_f64() * 1000.0)
    };
    (0..TIMES).map(flush).collect()
}

/// One sentence of it for a section: the ratios of pairs that were measured while flushes were quick, and while they were slow,
/// with what a flush took then. A pair is milliseconds of a flush, and a ratio.
pub(super) fn sentence(pairs: &[(f64, f64)]) -> String {
    let (slow, quick): (Vec<_>, Vec<_>) = pairs.iter().copied().partition(|(flush, _)| *flush >= SLOW);
    let told = [quick, slow].into_iter().filter_map(|pairs| {
        let flush = Spread::of(pairs.iter().map(|(flush, _)| *flush))?.median();
        let ratio = Spread::of(pairs.iter().map(|(_, ratio)| *ratio))?.median();
        Some(format!("{ratio:.2} times over {} pairs where a flush of 4 KB took {flush:.2} ms", pairs.len()))
    });
    told.collect::<Vec<_>>().join(", ")
}
