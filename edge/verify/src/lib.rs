//! The checker: whether an export or a receipt is what the log's key signed, and if not, what is wrong first.
//!
//! Pure and streaming, without storage, clock or network, so that a tool, a page and a test run the same code. It trusts
//! nothing but the key it is given: not the file's header, not its order, not its counts.

mod checker;
mod event;
mod fault;
mod receipt;

pub use checker::{Checker, Expect, Report};
pub use fault::{Fault, Wrong};
pub use receipt::{ReceiptReport, check_receipt};
