//! Where things lie: the repository, the programs, and a directory of its own for each server and browser.

use std::path::{Path, PathBuf};
use std::sync::Once;
use std::sync::atomic::{AtomicU32, Ordering};

/// The repository's root.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the tests lie in the repository").to_path_buf()
}

/// Where cargo builds.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// The program that starts the edge: what `JATAK_XTASK` says, or the one of a plain build.
pub fn xtask() -> PathBuf {
    std::env::var_os("JATAK_XTASK").map_or_else(|| target().join("debug/xtask"), PathBuf::from)
}

/// A new, empty directory below `target/jatak-tests`, its name ending in `purpose`.
///
/// It bears the number of this process. What processes that have ended left behind is removed first, so that failed
/// runs can be looked at until the next one and nothing piles up.
pub fn directory(purpose: &str) -> PathBuf {
    static SWEPT: Once = Once::new();
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let all = target().join("jatak-tests");
    SWEPT.call_once(|| sweep(&all));
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let directory = all.join(format!("{}-{count}-{purpose}", std::process::id()));
    std::fs::create_dir_all(&directory)
        .unwrap_or_else(|error| panic!("cannot create {}: {error}", directory.display()));
    directory
}

fn sweep(all: &Path) {
    for entry in std::fs::read_dir(all).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let process = name.to_str().and_then(|name| name.split('-').next()).and_then(|id| id.parse::<u32>().ok());
        let runs = process.is_some_and(|id| Path::new("/proc").join(id.to_string()).exists());
        if !runs {
            // Another test process may sweep the same directory at the same time.
            let _ = std::fs::remove_dir_all(entry.path());
        }
    }
}
