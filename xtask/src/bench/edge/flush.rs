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
pub(super) const SLOW: f64 = 1.0;

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

/// The ratios of pairs that were measured while flushes were quick, and while they were slow; with what a flush took then.
pub(super) struct Apart {
    pub(super) ratios: Spread,
    pub(super) flush: f64,
    pub(super) pairs: usize,
}

/// Tells pairs apart by what a flush took beside them; one entry where it was always the same kind of disk.
pub(super) fn apart(pairs: &[(f64, f64)]) -> Vec<Apart> {
    let (slow, quick): (Vec<_>, Vec<_>) = pairs.iter().copied().partition(|(flush, _)| *flush >= SLOW);
    let of = |pairs: Vec<(f64, f64)>| {
        let flush = Spread::of(pairs.iter().map(|(flush, _)| *flush))?.median();
        Some(Apart { flush, pairs: pairs.len(), ratios: Spread::of(pairs.iter().map(|(_, ratio)| *ratio))? })
    };
    [quick, slow].into_iter().filter_map(of).collect()
}

/// One sentence of it for a section.
pub(super) fn sentence(pairs: &[(f64, f64)]) -> String {
    let told = apart(pairs).into_iter().map(|one| {
        format!(
            "{:.2} times over {} pairs where a flush of 4 KB took {:.2} ms",
            one.ratios.median(),
            one.pairs,
            one.flush
        )
    });
    told.collect::<Vec<_>>().join(", ")
}
