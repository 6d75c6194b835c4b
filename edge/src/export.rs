//! Exports: the ledger as a file, for spreadsheets and for programs.
//!
//! What was asked for is read by [`wanted`], each record becomes rows ([`rows`]), a line ([`ndjson`]), a node ([`jsonld`])
//! or a line in another system's shape ([`mapped`]), and [`file`] puts the file together piece by piece. All of that is
//! pure; [`reader`] alone asks the ledger, page by page, so that a file of any length is made in the memory of one page.
//! Files of events are not made here but where the ledger is: the export with proof by [`jatak_ledger::bundle`], rows by
//! [`jatak_ledger::csv`].

pub mod file;
pub mod jsonld;
pub mod mapped;
pub mod ndjson;
pub mod reader;
pub mod rows;
pub mod wanted;

#[cfg(test)]
mod tests;
