//! The form: what a person reads before saying yes, and right after.

words! {
    /// The sentences that a yes rests on. The first five are locked: they are the same for every business, which
    /// gives its name and address and nothing else. The other five a business may word itself, which marks its notice.
    Edition "edition" {
        /// Locked. Who may send what over which channel, beside the boxes.
        statement: Locked [business],
        /// Locked. That nothing depends on saying yes.
        not_a_condition: Locked [],
        /// Locked. How to take a yes back, before it is given.
        withdrawal: Locked [],
        /// Locked. Who answers for the data, and how to reach them.
        controller: Locked [legal_name address contact],
        /// Locked. The text of the link to the privacy notice.
        privacy: Locked [business],
        /// The heading above the form.
        heading [],
        /// The name of the group of boxes.
        legend [],
        /// The button that says yes.
        submit [],
        /// The heading after a yes was recorded.
        success_heading [],
        /// The sentence under it.
        success_text [],
    }
}

words! {
    /// Labels that explain the form.
    FormLabels "form" {
        /// The label of the country selector.
        country [],
        /// The label of the number's field.
        phone [],
        /// On the button while the answer is awaited.
        sending [],
        /// The button that sends the same submission once more.
        retry [],
        /// Before the list of what was said yes to.
        success_categories [],
        /// The link to the receipt.
        receipt [],
        /// The link to the form on a page of its own, where the form in the shop cannot send.
        hosted [],
        /// Above a form whose text was replaced by a newer one.
        changed [],
    }
}

words! {
    /// What is said when something is wrong, by code.
    FormErrors "form-error" {
        /// No number was typed.
        number_missing [],
        /// The number cannot exist in the country chosen.
        number_impossible [],
        /// Nothing is ticked.
        category_none [],
        /// The text was replaced while the form was open.
        notice_outdated [],
        /// Too many submissions in a short time.
        rate_limited [],
        /// The edge could not be reached.
        offline [],
        /// The edge cannot take it now.
        unavailable [],
        /// The edge would not take it from this page, or for another reason that trying again does not cure.
        refused [],
    }
}

words! {
    /// How often at most, by period; one message apart from several.
    CapWords "cap" {
        /// One a day.
        day_one [],
        /// Several a day.
        day_many: Counted [max],
        /// One a week.
        week_one [],
        /// Several a week.
        week_many: Counted [max],
        /// One a month.
        month_one [],
        /// Several a month.
        month_many: Counted [max],
    }
}
