//! Entry bundles (C2SP tlog-tiles): up to 256 entries in one file, each behind its length.

/// Why a bundle cannot be written or read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BundleFault {
    /// An entry is longer than two bytes can tell.
    #[error("an entry of {0} bytes; a bundle takes at most 65,535")]
    TooLong(usize),
    /// The bundle ends inside an entry.
    #[error("the bundle ends inside an entry")]
    CutShort,
}

/// These entries as one bundle: for each its length as a big-endian `u16`, then its bytes.
pub fn entry_bundle<'a>(entries: impl IntoIterator<Item = &'a [u8]>) -> Result<Vec<u8>, BundleFault> {
    let mut bundle = Vec::new();
    for entry in entries {
        let length = u16::try_from(entry.len()).map_err(|_| BundleFault::TooLong(entry.len()))?;
        bundle.extend(length.to_be_bytes());
        bundle.extend(entry);
    }
    Ok(bundle)
}

/// The entries of a bundle.
pub fn read_entry_bundle(bundle: &[u8]) -> Result<Vec<&[u8]>, BundleFault> {
    let mut entries = Vec::new();
    let mut rest = bundle;
    while !rest.is_empty() {
        let (length, after) = rest.split_first_chunk().ok_or(BundleFault::CutShort)?;
        let length = usize::from(u16::from_be_bytes(*length));
        let (entry, after) = after.split_at_checked(length).ok_or(BundleFault::CutShort)?;
        entries.push(entry);
        rest = after;
    }
    Ok(entries)
}
