//! Whether a step's result is still that of its inputs.

use std::path::Path;
use std::{fs, io};

use anyhow::{Context, Result};
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

/// A hash over everything that a step's result follows from.
pub(crate) struct Stamp(Sha256);

impl Stamp {
    /// Begins with what every step follows from: this program (it is the recipe) and the versions of the npm tools.
    pub(crate) fn begin() -> Result<Self> {
        let this = std::env::current_exe().context("the path of this program")?;
        Self(Sha256::new()).file(&this)?.file(&crate::paths::at("package-lock.json"))
    }

    /// Adds some bytes, with their length, so that two inputs never blur into one.
    pub(crate) fn bytes(mut self, bytes: &[u8]) -> Self {
        self.0.update((bytes.len() as u64).to_le_bytes());
        self.0.update(bytes);
        self
    }

    /// Adds the content of a file.
    pub(crate) fn file(self, path: &Path) -> Result<Self> {
        let content = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
        Ok(self.bytes(&content))
    }

    /// Adds the names and contents of the files in a directory.
    pub(crate) fn directory(mut self, path: &Path) -> Result<Self> {
        let list = || fs::read_dir(path)?.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<Vec<_>>>();
        let mut files = list().with_context(|| format!("cannot read the directory {}", path.display()))?;
        // The order in which a directory is read is the file system's whim.
        files.sort();
        for file in files {
            self = self.bytes(file.as_os_str().as_encoded_bytes()).file(&file)?;
        }
        Ok(self)
    }

    /// The stamp as text.
    pub(crate) fn finish(self) -> String {
        HEXLOWER.encode(&self.0.finalize())
    }
}

/// Runs `work` unless the stamp kept at `path` says that it already ran with the same inputs and `result` is there.
///
/// The stamp is written last, so that a step that was interrupted runs again. Returns whether it ran.
pub(crate) fn unless_fresh(path: &Path, stamp: &str, result: &Path, work: impl FnOnce() -> Result<()>) -> Result<bool> {
    if result.exists() && fs::read_to_string(path).is_ok_and(|kept| kept == stamp) {
        return Ok(false);
    }
    work()?;
    if let Some(directory) = path.parent() {
        fs::create_dir_all(directory).with_context(|| format!("cannot create {}", directory.display()))?;
    }
    fs::write(path, stamp).with_context(|| format!("cannot write {}", path.display()))?;
    Ok(true)
}
