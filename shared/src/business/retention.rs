//! Retention: how long a business keeps what it no longer needs.

use serde::Serialize;

use super::read::{Node, Reader};

/// How long a business keeps people. Both are optional: without the first, identities stay until their erasure is asked
/// for; without the second, a yes waits to be confirmed for ever.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Retention {
    #[serde(skip_serializing_if = "Option::is_none")]
    after_withdrawal_days: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pending_days: Option<u16>,
}

/// The longest that a proof is kept after the last withdrawal. Denmark's authorities held a flat five years (1,826
/// days) to be too long, so that cannot be set.
const MAX_AFTER_WITHDRAWAL: u16 = 1_800;

/// The longest that a yes waits to be confirmed. Whoever has not confirmed in a year does not remember asking.
const MAX_PENDING: u16 = 365;

impl Retention {
    /// How many days identities are kept after the last withdrawal.
    pub fn after_withdrawal_days(self) -> Option<u16> {
        self.after_withdrawal_days
    }

    /// How many days a yes waits to be confirmed.
    pub fn pending_days(self) -> Option<u16> {
        self.pending_days
    }

    /// Whether nothing is said: such settings have the bytes they had before there was retention.
    #[allow(
        clippy::trivially_copy_pass_by_ref,
        reason = "serde calls it with a reference; it is a lint of 64 bits only"
    )]
    pub fn is_unset(&self) -> bool {
        *self == Self::default()
    }

    /// Reads `/retention`.
    pub(super) fn read(reader: &mut Reader, node: Node<'_>) -> Option<Self> {
        let object = reader.object(node, &["after_withdrawal_days", "pending_days"])?;
        let mut days = |key: &str, max| object.get(key).map(|node| reader.days(&node, max));
        let after_withdrawal = days("after_withdrawal_days", MAX_AFTER_WITHDRAWAL);
        let pending = days("pending_days", MAX_PENDING);
        // A fault within is noted, and must not pass as "not set".
        let set = |days: Option<Option<u16>>| days.map_or(Some(None), |days| days.map(Some));
        Some(Self { after_withdrawal_days: set(after_withdrawal)?, pending_days: set(pending)? })
    }
}

impl Reader {
    /// A whole number of days from 1 to `max`.
    fn days(&mut self, node: &Node<'_>, max: u16) -> Option<u16> {
        let days = node.value.as_u64().and_then(|days| u16::try_from(days).ok());
        let days = days.filter(|days| (1..=max).contains(days));
        if days.is_none() {
            self.fault(&node.path, format!("must be a whole number of days from 1 to {max}, or be left out"));
        }
        days
    }
}
