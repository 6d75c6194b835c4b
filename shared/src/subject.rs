//! The subject: the person a business knows by a number.

use serde::{Deserialize, Serialize};

use crate::id::SubjectId;
use crate::phone::E164;

/// A person and how they are reached, as a private part tells it.
///
/// The number stands beside the id because a receipt must prove to an outsider that *this number* said yes; it is
/// erased together with the private part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Subject {
    /// Random, and new after an erasure.
    pub id: SubjectId,
    /// The number at the time of the act.
    pub phone: E164,
}
