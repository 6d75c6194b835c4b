//! Imports: consents that a business collected elsewhere, read line by line from CSV or NDJSON.
//!
//! Nothing is taken on trust that the file does not say: each line names the number, the categories, where the yes was
//! given, when that is claimed to have been, and in which words, or that the words were not kept. What all lines share may be
//! said once ([`Defaults`]). Everything here is a claim of the business and is kept as one ([`Provenance`]).
//!
//! The rule for a number that stands on several lines: each line is an act of its own, and of the lines that name the same
//! category the first one counts. The others find it granted and add nothing.

mod csv;
mod line;
mod ndjson;
mod provenance;
mod reader;

pub use line::{Defaults, Field, Line, LineFault};
pub use provenance::{ClaimedAt, NotAClaim, Provenance, Wording};
pub use reader::{FileFault, Format, MAX_LINE, Read, Reader};

#[cfg(test)]
mod tests;
