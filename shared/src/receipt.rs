//! Receipts: what a shopper keeps of a submission.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::category::CategoryId;
use crate::event::{Kind, Leaf, PrivatePart};
use crate::id::{EventId, NoticeId};
use crate::locale::Locale;
use crate::subject::Handle;
use crate::time::Timestamp;

/// A submission as its receipt link may know it: what it did, and what was taken back through this link since.
///
/// Whoever typed a number holds the receipt, the number's owner or not. So nothing here comes from any other act of
/// the subject (rule 13).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// The submission's event.
    pub event: EventId,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// The notice it was under.
    pub notice: NoticeId,
    /// The language the notice was shown in.
    pub locale: Locale,
    /// The number it was for, or the user id that it came from. Pages show it masked.
    #[serde(flatten)]
    pub handle: Handle,
    /// The categories it asked for.
    pub categories: Vec<CategoryId>,
    /// Those taken back through this receipt since, and when last.
    pub withdrawn: BTreeMap<CategoryId, Timestamp>,
    /// When everything was stopped through this receipt, if it was.
    pub everything: Option<Timestamp>,
}

impl Receipt {
    /// The receipt of a submission, or `None` where the event is no submission.
    ///
    /// `later` are the acts done through this very receipt, in the order of the ledger.
    pub fn of<'a>(leaf: &Leaf, part: &PrivatePart, later: impl IntoIterator<Item = &'a PrivatePart>) -> Option<Self> {
        if leaf.kind != Kind::OptedIn {
            return None;
        }
        let mut receipt = Self {
            event: part.id,
            recorded_at: leaf.recorded_at,
            notice: leaf.notice?,
            locale: part.locale?,
            handle: part.handle()?,
            categories: part.given.clone(),
            withdrawn: BTreeMap::new(),
            everything: None,
        };
        for act in later.into_iter().filter(|act| act.via == Some(part.id)) {
            receipt.withdrawn.extend(act.withdrawn.iter().map(|id| (id.clone(), act.occurred_at)));
            receipt.everything = act.everything.then_some(act.occurred_at).or(receipt.everything);
        }
        Some(receipt)
    }

    /// Whether this category was taken back through this receipt.
    pub fn took_back(&self, category: &CategoryId) -> bool {
        self.everything.is_some() || self.withdrawn.contains_key(category)
    }
}
