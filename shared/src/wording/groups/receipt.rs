//! The receipt.

words! {
    /// The receipt of one submission.
    ReceiptWords "receipt" {
        /// The title.
        title [],
        /// Under the title.
        intro [business],
        /// That the page should be kept.
        keep [],
        /// Who may send.
        business [],
        /// Which number, masked.
        number [],
        /// When.
        when [],
        /// On which page.
        page [],
        /// The number of the record.
        record [],
        /// The heading of what was said yes to.
        said_yes [],
        /// The heading of how often each comes.
        frequency [],
        /// The heading of the text that was shown.
        wording [],
        /// The link to that text as it is kept.
        wording_link [],
        /// The heading of the proof.
        proof_heading [],
        /// What the proof is. Without the record's number, which tells how much a shop is used.
        proof [],
        /// The link to the receipt as a file.
        proof_file [],
        /// The link to the page that checks such a file.
        proof_check [],
        /// The heading of taking it back.
        withdraw_heading [],
        /// Under it: that it works at once, and for how long.
        withdraw_intro [],
        /// The button that takes one category back.
        withdraw [category],
        /// Instead of the button, once taken back with this receipt.
        withdrawn [when],
        /// Before the button that stops everything.
        stop_all_intro [business],
        /// The button that stops everything.
        stop_all [business],
        /// After one category was taken back.
        done_withdrawn [category business],
        /// After everything was stopped.
        done_stopped [business],
        /// Instead of the button, once everything was stopped with this receipt.
        stopped [when],
        /// What someone else could do with the link.
        link_caution [],
    }
}
