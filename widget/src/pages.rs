//! The pages that the edge serves: whole documents, plain forms, no code or style within them. Only the export needs its
//! script; the hosted page has one for what no header does.
//!
//! Each page is a struct of what it shows, filled by the edge, and `render`, which makes the document. The structs hold
//! values that were checked where they were made; text is escaped by the views, whatever it says.
//!
//! Forms are always `method=post`; no page changes anything when it is looked at.

pub mod choices;
pub mod confirm;
pub mod embed;
pub mod export;
pub mod frame;
pub mod hosted;
pub mod not_found;
pub mod offer;
pub mod problem;
pub mod receipt;

mod parts;

pub use frame::{Business, Frame, Language};
pub use parts::Prepared;

#[cfg(test)]
mod tests;
