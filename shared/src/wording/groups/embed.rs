//! The numbers below the export, and the page for the shop's developer.

words! {
    /// How often the form was shown, and how many said yes.
    StatisticsWords "statistics" {
        /// The heading, below the export.
        title [],
        /// Under it: what the numbers are worth.
        help [],
        /// The button.
        show [],
        /// When there is nothing to show.
        none [],
        /// The column of days.
        day [],
        /// The column of the languages of the notices.
        language [],
        /// The column of how often a notice was shown.
        shown [],
        /// The column of how many said yes.
        opted_in [],
    }
}

words! {
    /// The page for the shop's developer.
    EmbedWords "embed" {
        /// The title.
        title [business],
        /// Under the title.
        intro [],
        /// The heading of what can be chosen.
        options [],
        /// The label of the form's language.
        form_language [],
        /// The label of the form's colours.
        theme [],
        /// Colours: dark where the shop's page can be dark, else light.
        theme_page [],
        /// Colours: as the shopper's device is set.
        theme_auto [],
        /// Colours: always light.
        theme_light [],
        /// Colours: always dark.
        theme_dark [],
        /// The label of how wide the place is at most, in the shop's page.
        width [],
        /// The name of the group of categories.
        categories [],
        /// The button that shows preview and code for what was chosen.
        show [],
        /// The heading of the preview, and its name.
        preview [],
        /// Beside the preview, and whenever somebody tries to send it.
        preview_note [],
        /// The link to the form's own page, where no script runs.
        preview_link [],
        /// The heading of the code.
        code [],
        /// The button beside a piece of code.
        copy [],
        /// When a piece of code was copied.
        copied [],
        /// The heading of the usual code.
        snippet [],
        /// Under it.
        snippet_help [],
        /// The heading of the code that is a script tag alone.
        bare [],
        /// Under it.
        bare_help [],
        /// The heading of the code that is an element.
        element [],
        /// Under it.
        element_help [],
        /// The heading of the code with an integrity hash.
        pinned [],
        /// Under it.
        pinned_help [],
        /// Under “Google Tag Manager”: the tag.
        tag_manager_help [],
        /// Under it, above the code for the shop's own page.
        place_help [],
        /// Under “Shopify”.
        shopify_help [],
        /// Under “WooCommerce”.
        woocommerce_help [],
        /// Under “Content Security Policy”.
        policy_help [],
        /// The heading of the reserved height as a rule for a style sheet.
        height [],
        /// Under it.
        height_help [],
    }
}
