//! Sending: whether a message of one category may go to one person now. Jatak sends nothing itself; it answers this.
//!
//! [`decide`] is pure. What the ledger knows of a person comes in as an [`Asked`], what follows goes out as a
//! [`Decision`] with the one [`Reason`] that comes first where several stand against it.

mod availability;
mod caps;
mod decision;
mod quiet;
mod whereabouts;

pub use availability::{Availability, NotAnAvailability};
pub use caps::LONGEST_WINDOW;
pub use decision::{Asked, Decision, Evidence, Reason, Terms, VALID_MILLIS, decide};
pub use whereabouts::Whereabouts;
