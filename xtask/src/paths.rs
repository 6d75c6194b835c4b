//! Where things lie.

use std::path::{Path, PathBuf};

/// The root of the checkout.
///
/// It is compiled in, so that a test can start this program from any directory.
pub(crate) fn root() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask).to_path_buf()
}

/// A path below the root, written with `/`.
pub(crate) fn at(path: &str) -> PathBuf {
    root().join(path)
}

/// Where cargo builds: `target`, or what `CARGO_TARGET_DIR` says.
pub(crate) fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| at("target"), |dir| root().join(dir))
}

/// What is served under `/assets`, embedded into the edge.
pub(crate) fn dist_assets() -> PathBuf {
    at("dist/assets")
}

/// The worker's two modules.
pub(crate) fn dist_worker() -> PathBuf {
    at("dist/worker")
}
