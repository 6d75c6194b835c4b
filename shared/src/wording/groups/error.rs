//! The error page.

words! {
    /// A refusal, for people.
    ErrorWords "error" {
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
