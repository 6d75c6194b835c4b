//! The words of the error page.

use crate::problem::ProblemType;

words! {
    /// A refusal, for people.
    ErrorWords {
        /// The title.
        title [],
        /// That nothing was saved.
        nothing_saved [],
        /// The link that goes back.
        back [],
        /// The link to the form, fresh.
        again [],
        /// No number was typed.
        number_missing [],
        /// The number cannot exist.
        number_impossible [],
        /// Nothing is ticked.
        category_none [],
        /// The text was replaced.
        notice_outdated [],
        /// The form was altered, or is of another business.
        form_unfit [],
        /// The receipt is about other categories.
        category_not_on_receipt [],
        /// The page may not send for this business.
        origin_refused [],
        /// There is no such business.
        business_unknown [],
        /// The same submission was sent before with other answers.
        idempotency_conflict [],
        /// More was sent than fits.
        body_too_large [],
        /// Too many submissions.
        rate_limited [],
        /// Busy.
        unavailable [],
        /// A fault of ours, and whatever has no text of its own.
        internal [],
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
