//! Decisions: what a command does to a subject, or why it is refused. Pure: time and knowledge come in, facts come out.
//!
//! A command leads to at most one fact, because one act is one event; what a fact says is applied by
//! [`Standings::apply`](crate::state::Standings::apply), here and wherever events are folded again.

mod choose;
mod command;
mod heard;
mod import;
mod opt_in;
mod opt_out;
mod refusal;
mod settings;

pub use command::{Asking, Choose, Command, OptIn, OptOut, Scope, Shown, Withdraw};
pub use heard::{Heard, Hearing, Offer, echoed, heard, noes_of};
pub use import::{Importing, Listed, Reason, Verdict, import};
pub use opt_in::offer;
pub use refusal::Refusal;
pub use settings::{SettingsChange, change_settings};

use std::collections::BTreeSet;

use crate::business::Settings;
use crate::category::CategoryId;
use crate::event::Fact;
use crate::id::NoticeId;
use crate::notice::Notice;
use crate::receipt::Receipt;
use crate::state::Standings;
use crate::subject::Subject;
use crate::time::Timestamp;

/// What the ledger knows that matters to a command, read in the transaction that will write.
#[derive(Clone, Debug)]
pub struct Knowledge<'a> {
    /// The edge's clock.
    pub now: Timestamp,
    /// The business's settings.
    pub settings: &'a Settings,
    /// The notice that the command names, where it names one.
    pub notice: NoticeFound<'a>,
    /// The subject that the command is about; for a number never seen, a new id with no standings.
    pub subject: &'a Subject,
    /// How that subject stands.
    pub standings: &'a Standings,
    /// Unproven submissions of this subject in the last 24 hours, and how many are allowed; none where limits are off.
    pub unproven_today: u32,
    /// See `unproven_today`.
    pub unproven_limit: Option<u32>,
    /// Whether the number stands on the suppression list: someone erased had said no (rule 6).
    pub suppressed: bool,
    /// Whether the room that is left is kept for noes: grants are refused then, and a no never is (rule 10).
    pub full: bool,
    /// The receipt, for a command that comes by a receipt link.
    pub receipt: Option<&'a Receipt>,
}

/// What is known of the notice that a command names.
#[derive(Clone, Copy, Debug)]
pub enum NoticeFound<'a> {
    /// The command names none.
    Unasked,
    /// The edge never published it.
    Unknown,
    /// It was published, and another has taken its place.
    Outdated {
        /// The one in its place, in the same language or the business's default.
        current: NoticeId,
    },
    /// It is shown now.
    Current(&'a Notice),
}

/// Decides a command about a subject.
///
/// `Ok(None)` means that there is nothing to record: the command asks for what it already did, or for no change.
pub fn decide(knowledge: &Knowledge<'_>, command: &Command) -> Result<Option<Fact>, Refusal> {
    match command {
        Command::OptIn(command) => opt_in::decide(knowledge, command).map(Some),
        Command::OptOut(command) => opt_out::by_number(knowledge, command).map(Some),
        Command::Withdraw(command) => opt_out::by_receipt(knowledge, command),
        Command::Choose(command) => choose::decide(knowledge, command),
    }
}

/// Every category that a "stop everything" names: the business's own and whatever the subject was ever asked.
fn all_categories(settings: &Settings, standings: &Standings) -> BTreeSet<CategoryId> {
    let offered = settings.categories().iter().map(|category| category.id().clone());
    offered.chain(standings.categories.keys().cloned()).collect()
}

#[cfg(test)]
mod tests;
