//! Faults: what is wrong with settings or a notice, where, and what to do about it.

use core::fmt;

use serde::{Deserialize, Serialize};

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Fault {
    /// Where: a JSON pointer (RFC 6901) into what was sent; empty for the whole.
    pub field: String,
    /// The rule, as a sentence that goes on from the field's name and says what to do.
    pub rule: String,
}

impl Fault {
    /// A fault at `field`.
    pub fn new(field: impl Into<String>, rule: impl Into<String>) -> Self {
        Self { field: field.into(), rule: rule.into() }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", if self.field.is_empty() { "the whole" } else { &self.field }, self.rule)
    }
}
