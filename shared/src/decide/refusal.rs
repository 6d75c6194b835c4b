//! Refusals: why a command does nothing, in words that tell the caller what to do.

use serde::{Deserialize, Serialize};

use crate::category::CategoryId;
use crate::id::NoticeId;
use crate::problem::{Problem, ProblemType};

/// Why a command is refused. A refused command writes nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// The notice named was never published here.
    NoticeUnknown,
    /// The notice named is no longer current.
    NoticeOutdated {
        /// The one to show instead, unticked.
        current: NoticeId,
    },
    /// Nothing was ticked.
    CategoryNone,
    /// A category was named twice.
    CategoryDoubled(CategoryId),
    /// A category was named that the notice does not have.
    CategoryUnnoticed(CategoryId),
    /// A category was ticked that was not offered.
    CategoryUnoffered(CategoryId),
    /// A receipt may withdraw only what its submission asked for.
    CategoryNotOnReceipt(CategoryId),
    /// The number was submitted too often without proof today.
    TooManySubmissions {
        /// Seconds until another one may be tried.
        retry_after: u32,
    },
    /// The link names nobody: forged, unknown and erased look alike.
    NotFound,
    /// The same idempotency key came with another body.
    IdempotencyConflict,
    /// The ledger has room left for noes only.
    StorageFull,
}

impl Refusal {
    /// The refusal as problem details (RFC 9457).
    pub fn problem(&self) -> Problem {
        use ProblemType as T;
        match self {
            Self::NoticeUnknown => Problem::new(T::NoticeUnknown).field("/notice"),
            Self::NoticeOutdated { current } => {
                Problem::new(T::NoticeOutdated).field("/notice").with("current", current.to_string())
            }
            Self::CategoryNone => Problem::new(T::CategoryNone).field("/categories"),
            Self::CategoryDoubled(id) => Problem::new(T::CategoryDoubled).field("/categories").with("category", id),
            Self::CategoryUnnoticed(id) => Problem::new(T::CategoryUnnoticed).field("/categories").with("category", id),
            Self::CategoryUnoffered(id) => Problem::new(T::CategoryUnoffered).field("/categories").with("category", id),
            Self::CategoryNotOnReceipt(id) => {
                Problem::new(T::CategoryNotOnReceipt).field("/categories").with("category", id)
            }
            Self::TooManySubmissions { retry_after } => Problem::new(T::RateLimited).retry_after(*retry_after),
            Self::NotFound => Problem::new(T::NotFound),
            Self::IdempotencyConflict => Problem::new(T::IdempotencyConflict).field("Idempotency-Key"),
            Self::StorageFull => Problem::new(T::StorageFull),
        }
    }
}
