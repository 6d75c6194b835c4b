//! Which witnesses saw a head, of those that an auditor trusts.

use jatak_shared::log::{NoteFault, SignedCheckpoint, WitnessVkey};
use jatak_shared::time::Timestamp;

use crate::fault::Wrong;

/// A witness that saw the head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// Its name.
    pub name: String,
    /// When, by its own clock.
    pub at: Timestamp,
}

/// The witnesses that cosigned a head, of these.
pub(crate) fn seen(head: &SignedCheckpoint, witnesses: &[WitnessVkey]) -> Result<Vec<Seen>, Wrong> {
    let mut seen = Vec::new();
    for witness in witnesses {
        match witness.verify(head) {
            Ok(time) => {
                // Seconds beyond the year 292,000,000 are some witness's joke; the signature holds all the same.
                let millis = i64::try_from(time).unwrap_or(i64::MAX).saturating_mul(1000);
                seen.push(Seen { name: witness.name().to_string(), at: Timestamp::from_millis(millis) });
            }
            Err(NoteFault::Unsigned) => {}
            Err(fault) => {
                return Err(Wrong::Cosignature { witness: witness.name().to_string(), why: fault.to_string() });
            }
        }
    }
    Ok(seen)
}
