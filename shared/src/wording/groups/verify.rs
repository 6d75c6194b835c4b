//! The page that checks files.

words! {
    /// The page that checks exports and receipts, also from disk.
    VerifyWords "verify" {
        /// The title.
        title [],
        /// Under the title.
        intro [],
        /// That nothing leaves the computer, and what sees to it.
        private [],
        /// The label of the file's field.
        file [],
        /// In the field: that a file can be dropped there.
        drop [],
        /// Under it: which files.
        file_help [],
        /// The label of the key's field.
        key [],
        /// Under it: where the key is from, and what a check without it is worth.
        key_help [],
        /// What opens the field of the earlier checkpoint.
        earlier_more [],
        /// The label of the earlier checkpoint's field.
        earlier [],
        /// Under it: what it shows, and which texts will do.
        earlier_help [],
        /// The button that starts.
        check [],
        /// The button that stops.
        cancel [],
        /// While it runs.
        progress [done size],
        /// After it was stopped.
        cancelled [],
        /// No file is chosen.
        error_file_missing [],
        /// The key is none.
        error_key [],
        /// The earlier checkpoint is none.
        error_earlier [],
        /// The file cannot be read.
        error_read [],
        /// The browser cannot run the check.
        error_program [],
        /// The heading of the result.
        result [],
        /// An export in which nothing is wrong, checked with a known key.
        export_good [],
        /// What that means.
        export_good_text [events],
        /// The same of a filtered one.
        partial_good_text [events],
        /// A receipt in which nothing is wrong, checked with a known key.
        receipt_good [],
        /// What that means.
        receipt_good_text [],
        /// Nothing is wrong, but the key is the file's own.
        key_unknown [],
        /// What that means and what to do.
        key_unknown_text [],
        /// Something is wrong.
        bad [],
        /// Where it is.
        bad_line [line],
        /// What follows from it.
        bad_text [],
        /// That it extends the earlier checkpoint.
        extends [events],
        /// The file checked.
        fact_file [],
        /// When it was checked.
        fact_checked [],
        /// Which log.
        fact_log [],
        /// How many events.
        fact_events [],
        /// How many of how many events.
        fact_events_of [events size],
        /// How many are erased.
        fact_erased [],
        /// How many are erased, and why that is fine.
        fact_erased_text [events],
        /// How many have no evidence any more.
        fact_evidence_gone [],
        /// That a backup was put back, and the log began anew.
        fact_epochs [],
        /// Which events say so.
        fact_epochs_text [events],
        /// From when to when.
        fact_span [],
        /// From when to when, in words.
        fact_span_text [from to],
        /// The root.
        fact_root [],
        /// The key.
        fact_key [],
        /// The business.
        fact_business [],
        /// The number.
        fact_number [],
        /// What was said yes to.
        fact_given [],
        /// What was taken back.
        fact_withdrawn [],
        /// That everything was stopped.
        fact_everything [],
        /// When it was recorded.
        fact_when [],
        /// On which page, as the browser said.
        fact_page [],
        /// Which event of how many.
        fact_place [],
        /// Which event of how many, in words.
        fact_place_text [event size],
        /// Who cosigned the head, as the receipt says.
        fact_witnesses [],
        /// Their names, and that they are not checked here.
        fact_witnesses_text [names],
        /// What kind of event, where nothing more is known.
        fact_kind [],
        /// The wording that was shown.
        fact_wording [],
        /// The heading of what a check shows and what not.
        limits [],
        /// What a check shows.
        limits_shows [],
        /// What it does not.
        limits_not [],
        /// Before the address of the program for large files.
        limits_tool [],
        /// Without JavaScript.
        noscript [],
    }
}

words! {
    /// What can be wrong with a file, as the checker found it first.
    FaultWords "fault" {
        /// Neither an export nor a receipt.
        not_ours [],
        /// A receipt cannot be compared with an earlier checkpoint.
        only_exports [],
        /// A filtered export cannot either.
        incomparable [events],
        /// The earlier checkpoint is of another epoch.
        other_epoch [earlier epoch],
        /// An event opens an epoch that cannot begin there.
        epoch [event],
        /// A witness's cosignature does not hold.
        cosignature [key],
        /// A line is not of the form.
        line [],
        /// A line stands where none of its kind can.
        out_of_place [],
        /// The file stops before its end.
        cut_short [],
        /// There is more behind the end.
        after_the_end [],
        /// The key in the file is none.
        key [],
        /// The signature is not of the key.
        foreign_signature [key],
        /// The header does not say what was signed.
        size [events signed],
        /// Another business's log or event.
        wrong_business [],
        /// An event's public part was changed.
        leaf [event],
        /// An event's private part was changed.
        private_part [event],
        /// An event's outcome was changed.
        outcome [event],
        /// An event's evidence was changed.
        evidence [event],
        /// An event is missing.
        missing [event],
        /// An event stands in another's place.
        reordered [event place],
        /// An event stands behind a later one.
        behind [event before],
        /// An event is not in the log.
        inclusion [event],
        /// Times go back.
        time [event],
        /// A notice was changed.
        notice [],
        /// A notice is missing.
        notice_missing [event],
        /// A private part is missing and was not erased.
        not_erased [event],
        /// An erasure lists events that cannot be.
        erased_ahead [event],
        /// The events are not those that were signed.
        root [],
        /// The log has shrunk.
        shrunk [earlier events],
        /// The log was rewritten.
        rewritten [earlier],
        /// The proof of a later erasure does not hold.
        erasure_proof [],
        /// The last line is not that of this file.
        trailer [],
        /// A receipt's proof does not hold.
        proof [],
    }
}
