//! Commands about a subject, already parsed: each is one thing that someone wants done.

use serde::{Deserialize, Serialize};

use crate::act::{Assurance, Source};
use crate::category::CategoryId;
use crate::event::Evidence;
use crate::id::{EventId, NoticeId, SubjectId};
use crate::phone::E164;
use crate::subject::Handle;

/// A command about one subject.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// A submission of the form.
    OptIn(OptIn),
    /// A no by number, from the business.
    OptOut(OptOut),
    /// A no through a receipt link.
    Withdraw(Withdraw),
    /// The choices page, saved.
    Choose(Choose),
}

/// A submission of the form: which notice was shown, what of it was offered, and what was ticked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OptIn {
    /// The number it was submitted for.
    pub phone: E164,
    /// The notice shown.
    pub notice: NoticeId,
    /// What of the notice was put before the shopper; all of it where absent.
    pub offered: Option<Vec<CategoryId>>,
    /// What was ticked.
    pub categories: Vec<CategoryId>,
    /// Where.
    pub source: Source,
    /// How sure the number is the shopper's: typed, or vouched for by the business.
    pub assurance: Assurance,
    /// The circumstances.
    pub evidence: Evidence,
}

/// What is ticked by a shopper who types no number and will say yes from WhatsApp.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asking {
    /// The notice shown.
    pub notice: NoticeId,
    /// What of the notice was put before the shopper; all of it where absent.
    pub offered: Option<Vec<CategoryId>>,
    /// What was ticked.
    pub categories: Vec<CategoryId>,
    /// The circumstances.
    pub evidence: Evidence,
}

/// How far a no goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// These categories.
    Categories(Vec<CategoryId>),
    /// All of them, and those that come later: a standing objection.
    Everything,
}

/// A no that the business passes on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OptOut {
    /// Whose: any syntactic number, or any user id, known or not.
    #[serde(flatten)]
    pub handle: Handle,
    /// How far it goes.
    pub scope: Scope,
    /// The circumstances.
    pub evidence: Evidence,
}

/// A no through a receipt link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdraw {
    /// The submission that the receipt is of.
    pub submission: EventId,
    /// How far it goes; categories beyond the submission's are refused.
    pub scope: Scope,
    /// The circumstances.
    pub evidence: Evidence,
}

/// What the choices page showed of one category.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// The category.
    pub id: CategoryId,
    /// Whether it was shown granted.
    pub granted: bool,
}

/// The choices page, saved: what it showed and what is ticked now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choose {
    /// Whose page.
    pub subject: SubjectId,
    /// The notice that the page showed; a grant is under it. Stopping everything needs none.
    pub notice: Option<NoticeId>,
    /// What the page showed.
    pub shown: Vec<Shown>,
    /// What is ticked now.
    pub ticked: Vec<CategoryId>,
    /// "Stop everything" was pressed; ticks do not matter then.
    pub everything: bool,
    /// The circumstances.
    pub evidence: Evidence,
}
