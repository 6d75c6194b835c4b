//! What the pages have in common, and the small ones among them.

words! {
    /// What every page has.
    CommonWords "common" {
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
    StateWords "state" {
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
    HostedWords "hosted" {
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
    ConfirmWords "confirm" {
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
    NotFoundWords "not-found" {
        /// The title.
        title [],
        /// What may be the matter.
        text [],
        /// What to do.
        advice [],
    }
}
