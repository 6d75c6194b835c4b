//! The checker: whether an export or a receipt is what the log's key signed, and if not, what is wrong first.
//!
//! Pure and streaming, without storage, clock or network, so that a tool, a page and a test run the same code. It trusts
//! nothing but the key it is given: not the file's header, not its order, not its counts.

mod audit;
#[cfg(feature = "browser")]
mod browser;
mod checker;
mod earlier;
mod event;
mod fault;
mod json;
mod leaf;
mod line;
mod receipt;
mod witness;

pub use audit::{Auditor, Findings};
#[cfg(feature = "browser")]
pub use browser::Check;
pub use checker::{Checker, Expect, Report};
pub use earlier::earlier_checkpoint;
pub use fault::{Fault, Wrong};
pub use receipt::{Act, ReceiptReport, Shown, check_receipt, check_witnessed};
pub use witness::Seen;
