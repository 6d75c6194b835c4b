//! The words of the pages that the edge serves: hosted form, receipt, choices, confirm step, errors, export.

use crate::state::State;

mod choices;
mod error;
mod export;
mod receipt;
mod verify;

pub use choices::ChoicesWords;
pub use error::ErrorWords;
pub use export::ExportWords;
pub use receipt::ReceiptWords;
pub use verify::{FaultWords, VerifyWords};

/// The words of the pages in one locale.
#[derive(Clone, Copy, Debug)]
pub struct PageWording {
    /// What every page has.
    pub common: CommonWords,
    /// How a state is called.
    pub states: StateWords,
    /// The form on a page of its own.
    pub hosted: HostedWords,
    /// The receipt of one submission.
    pub receipt: ReceiptWords,
    /// All choices of one person.
    pub choices: ChoicesWords,
    /// The step that asks to press once more.
    pub confirm: ConfirmWords,
    /// The one page for links that are forged, cut, unknown or erased.
    pub not_found: NotFoundWords,
    /// A refusal, for people.
    pub error: ErrorWords,
    /// The export, for the business.
    pub export: ExportWords,
    /// The page that checks exports and receipts.
    pub verify: VerifyWords,
    /// What it finds wrong with them.
    pub faults: FaultWords,
}

words! {
    /// What every page has.
    CommonWords {
        /// The link that skips to the content, for those who come by keyboard.
        skip [],
        /// The name of the language switch, for screen readers.
        language [],
        /// A moment, in UTC.
        moment [day month year hour minute],
        /// Before a number of which only the end is shown, for screen readers, instead of the dots.
        number_ending [digits],
        /// In the footer: who answers for the data.
        footer_controller [legal_name address contact],
        /// In the footer: the link to the privacy notice.
        footer_privacy [business],
        /// In the footer: what serves the page.
        footer_jatak [],
    }
}

words! {
    /// How a state is called.
    StateWords {
        /// Nothing was ever said.
        never_asked [],
        /// A yes that waits for confirmation.
        pending [],
        /// Yes.
        granted [],
        /// No.
        withdrawn [],
    }
}

words! {
    /// The form on a page of its own.
    HostedWords {
        /// The title.
        title [business],
        /// Under the title.
        intro [business],
        /// For the `<noscript>` of a shop: the link that leads here.
        noscript [business],
        /// Before the list of what is wrong with a submission.
        errors_heading [],
    }
}

words! {
    /// The step that asks to press once more, where the browser hid which page the form came from.
    ConfirmWords {
        /// The title.
        title [],
        /// Why, and that nothing is saved yet.
        text [],
        /// Before the list of what is about to be said yes to.
        summary [business],
        /// The button that says yes.
        submit [],
        /// The link that goes back.
        cancel [],
    }
}

words! {
    /// The one page for links that are forged, cut, unknown or erased.
    NotFoundWords {
        /// The title.
        title [],
        /// What may be the matter.
        text [],
        /// What to do.
        advice [],
    }
}

impl StateWords {
    /// How `state` is called.
    pub fn word(&self, state: State) -> &'static str {
        match state {
            State::NeverAsked => self.never_asked,
            State::Pending => self.pending,
            State::Granted => self.granted,
            State::Withdrawn => self.withdrawn,
        }
    }
}
