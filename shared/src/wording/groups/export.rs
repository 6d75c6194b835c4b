//! The export page.

words! {
    /// The export, for the business.
    ExportWords "export" {
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
        /// For programs that read consent records.
        format_jsonld [],
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
        /// While it runs and is known to be so far through the ledger.
        progress_through [seq total size],
        /// What the bar shows, for those who hear it.
        progress_label [],
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
