//! The words of the pages that the edge serves: hosted form, receipt, choices, confirm step, errors, export.

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
    /// The receipt of one submission.
    ReceiptWords {
        /// The title.
        title [],
        /// Under the title.
        intro [business],
        /// That the page should be kept.
        keep [],
        /// The button that prints or saves the page.
        print [],
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

words! {
    /// All choices of one person.
    ChoicesWords {
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
        /// Beside a category whose yes waits: why, and what to do.
        pending [],
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

words! {
    /// The export, for the business.
    ExportWords {
        /// The title.
        title [business],
        /// Under the title.
        intro [],
        /// The label of the API key's field.
        key [],
        /// Under it: what becomes of the key.
        key_help [],
        /// The label of what to export.
        kind [],
        /// Every event.
        kind_events [],
        /// How it stands now.
        kind_state [],
        /// The published texts.
        kind_notices [],
        /// The label of the first day.
        from [],
        /// The label of the last day.
        to [],
        /// Under the days: both are included, and counted in UTC.
        dates_help [],
        /// The label of the category selector.
        category [],
        /// Every category.
        category_any [],
        /// The label of the state selector.
        state [],
        /// Every state.
        state_any [],
        /// The label of the format selector.
        format [],
        /// For spreadsheets.
        format_csv [],
        /// For programs.
        format_ndjson [],
        /// The label of the delimiter selector.
        delimiter [],
        /// A comma.
        delimiter_comma [],
        /// A semicolon.
        delimiter_semicolon [],
        /// A tab.
        delimiter_tab [],
        /// The button that starts.
        download [],
        /// The button that stops.
        cancel [],
        /// While it runs.
        progress [size],
        /// When the file is there.
        done [file],
        /// After it was stopped.
        cancelled [],
        /// The key's field is empty.
        error_key_missing [],
        /// The key is not known.
        error_key_unknown [],
        /// The key lacks the scope.
        error_scope [],
        /// The days or another choice are not possible.
        error_choice [],
        /// Too many calls.
        error_rate_limited [],
        /// No connection, or it broke off.
        error_offline [],
        /// Something else.
        error_other [],
        /// Without JavaScript: how to fetch it with a program.
        noscript [],
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
