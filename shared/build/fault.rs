//! What is wrong with a text, for whoever wrote it.

use std::fmt;

/// A fault: in which language, in which text, and what it is.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    /// The language's code, which is the file's name.
    pub locale: String,
    /// The text's id; empty where the fault is none of a single text.
    pub id: String,
    /// What is wrong, and what to do where it is not plain.
    pub reason: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "shared/locales/{}.ftl: ", self.locale)?;
        if !self.id.is_empty() {
            write!(f, "{}: ", self.id)?;
        }
        f.write_str(&self.reason)
    }
}
