//! The words of the pages that the edge serves: hosted form, receipt, choices, confirm step, errors, export, checker.

use super::{
    ChoicesWords, CommonWords, ConfirmWords, EmbedWords, ErrorWords, ExportWords, FaultWords, HostedWords,
    NotFoundWords, ReceiptWords, StateWords, StatisticsWords, VerifyWords,
};
use crate::problem::ProblemType;
use crate::state::State;

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
    /// How often the form was shown, and how many said yes.
    pub statistics: StatisticsWords,
    /// The page for the shop's developer.
    pub embed: EmbedWords,
}

/// The words of the page that checks files. They stand apart, since the page is made while building: no server carries them.
#[derive(Clone, Copy, Debug)]
pub struct CheckerWording {
    /// The page that checks exports and receipts.
    pub verify: VerifyWords,
    /// What it finds wrong with them.
    pub faults: FaultWords,
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

impl ErrorWords {
    /// What a person is told about a problem. Kinds that only a program can cause share one text.
    pub fn problem(&self, kind: ProblemType) -> &'static str {
        match kind {
            ProblemType::NumberMissing => self.number_missing,
            ProblemType::NumberImpossible => self.number_impossible,
            ProblemType::CategoryNone => self.category_none,
            ProblemType::NoticeOutdated => self.notice_outdated,
            ProblemType::NoticeUnknown
            | ProblemType::CategoryDoubled
            | ProblemType::CategoryUnnoticed
            | ProblemType::CategoryUnoffered
            | ProblemType::FieldInvalid
            | ProblemType::BodyMalformed
            | ProblemType::TypeUnsupported => self.form_unfit,
            ProblemType::CategoryNotOnReceipt => self.category_not_on_receipt,
            ProblemType::OriginRefused => self.origin_refused,
            ProblemType::BusinessUnknown => self.business_unknown,
            ProblemType::IdempotencyConflict => self.idempotency_conflict,
            ProblemType::BodyTooLarge => self.body_too_large,
            ProblemType::RateLimited => self.rate_limited,
            ProblemType::Unavailable => self.unavailable,
            // What is left, and what may be added: a page never meets it, or it is a fault of ours.
            _ => self.internal,
        }
    }
}
