//! The page of all choices.

words! {
    /// All choices of one person.
    ChoicesWords "choices" {
        /// The title.
        title [business],
        /// Under the title.
        intro [business],
        /// The name of the group of boxes.
        legend [],
        /// How it stands with one category now.
        state [state],
        /// How it stands, and since when.
        state_since [state when],
        /// Beside a category whose yes came after a no, and waits: why, and what to do.
        pending [],
        /// Beside a category whose yes waits for a message in WhatsApp, where nobody had said no.
        awaited [],
        /// Beside a category whose yes the business brought along: who says so, where, and when.
        imported [business source claimed],
        /// Beside a category that is no longer offered.
        retired [],
        /// The button that saves.
        save [],
        /// After saving.
        saved [],
        /// After saving when nothing was changed.
        unchanged [],
        /// After saving when a yes still waits for confirmation.
        still_pending [],
        /// Before the button that stops everything.
        stop_all_intro [business],
        /// The button that stops everything.
        stop_all [business],
        /// After everything was stopped, and as long as that holds.
        stopped [business],
        /// When the text was replaced while the page was open.
        terms_changed [],
        /// The same, when something was taken back and that was saved.
        terms_changed_noes_saved [],
        /// What someone else could do with the link.
        link_caution [],
    }
}
