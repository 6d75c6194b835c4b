//! The export, for the business's people. The key they type stays in the page's memory and in one request header: the
//! script (`widget/pages/export.js`) fetches the file and saves it. Without JavaScript the page says how a program does.

use jatak_shared::state::State;
use leptos::prelude::*;

use super::Frame;
use super::frame::Extras;

/// The export page.
#[derive(Clone, Debug)]
pub struct ExportPage<'a> {
    /// What is around it.
    pub frame: Frame<'a>,
    /// The categories to choose from: id and title.
    pub categories: Vec<(&'a str, &'a str)>,
    /// The address of the export, without a query.
    pub export_url: &'a str,
    /// The address of the statistics, without a query.
    pub statistics_url: &'a str,
    /// The address of `export.js`.
    pub script: &'a str,
}

impl ExportPage<'_> {
    /// The document.
    pub fn render(&self) -> String {
        let Self { frame, script, export_url, .. } = self;
        let words = &frame.words().export;
        let title = frame.named(words.title);
        let curl = format!(
            "curl --header \"Authorization: Bearer $JATAK_KEY\" --remote-name --remote-header-name \"{export_url}\""
        );
        let extras = Extras { script: Some(script), ..Extras::default() };
        frame.document_with(&title, &extras, || {
            view! {
                <h1>{title.clone()}</h1>
                <p class="lead">{words.intro}</p>
                <noscript><p>{words.noscript}</p><pre><code>{curl}</code></pre></noscript>
                {self.form()}
                {self.statistics()}
            }
        })
    }

    /// The form. Hidden until the script is there, since posting it would do nothing.
    fn form(&self) -> impl IntoView + use<'_> {
        let words = &self.frame.words().export;
        let states = &self.frame.words().states;
        let kinds = [("events", words.kind_events), ("state", words.kind_state), ("notices", words.kind_notices)];
        let formats = [("csv", words.format_csv), ("ndjson", words.format_ndjson), ("jsonld", words.format_jsonld)];
        let delimiters =
            [("comma", words.delimiter_comma), ("semicolon", words.delimiter_semicolon), ("tab", words.delimiter_tab)];
        // Nobody who was never asked stands in an export.
        let answers =
            [State::Granted, State::Pending, State::Withdrawn].map(|state| (state.word(), states.word(state)));
        let answers = [("", words.state_any)].into_iter().chain(answers);
        let categories = [("", words.category_any)].into_iter().chain(self.categories.iter().copied());
        view! {
            <form class="form card export" method="post" hidden data-url=self.export_url.to_owned() {..self.texts()}>
                <div class="field">
                    <label for="key">{words.key}</label>
                    <input id="key" name="key" type="password" autocomplete="off" spellcheck="false" required
                        aria-describedby="key-help key-error"/>
                    <p class="help" id="key-help">{words.key_help}</p>
                    <p class="error" id="key-error" role="alert"></p>
                </div>
                <div class="row">
                    {select("kind", words.kind, kinds)}
                    {select("format", words.format, formats)}
                    {select("delimiter", words.delimiter, delimiters)}
                </div>
                <div class="row">
                    {select("category", words.category, categories)}
                    {select("state", words.state, answers)}
                </div>
                <div class="row">
                    <div class="field">
                        <label for="from">{words.from}</label>
                        <input id="from" name="from" type="date" aria-describedby="dates-help"/>
                    </div>
                    <div class="field">
                        <label for="to">{words.to}</label>
                        <input id="to" name="to" type="date" aria-describedby="dates-help"/>
                    </div>
                </div>
                <p class="help" id="dates-help">{words.dates_help}</p>
                <p class="error" id="error" role="alert"></p>
                <button type="submit">{words.download}</button>
                <button class="quiet" type="button" data-cancel hidden>{words.cancel}</button>
                <progress class="bar" aria-label=words.progress_label hidden></progress>
                <p class="progress" role="status"></p>
            </form>
        }
    }

    /// How often the form was shown and how many said yes. The script fills the table, for the days and with the key of the
    /// form above.
    fn statistics(&self) -> impl IntoView + use<> {
        let words = &self.frame.words().statistics;
        let columns = [words.day, words.language, words.shown, words.opted_in];
        let column = |name| view! { <th scope="col">{name}</th> };
        view! {
            <section class="statistics" hidden aria-labelledby="statistics" data-url=self.statistics_url.to_owned()
                data-none=words.none>
                <h2 id="statistics">{words.title}</h2>
                <p>{words.help}</p>
                <p class="error" role="alert"></p>
                <button class="quiet" type="button">{words.show}</button>
                <p class="progress" role="status"></p>
                <div class="wide" tabindex="0" role="group" aria-labelledby="statistics" hidden>
                    <table>
                        <thead><tr>{columns.map(column)}</tr></thead>
                        <tbody></tbody>
                    </table>
                </div>
            </section>
        }
    }

    /// What the script says, as attributes of the form: it has no words of its own.
    fn texts(&self) -> impl leptos::attr::Attribute + use<'_> {
        let words = &self.frame.words().export;
        view! {
            <{..} data-progress=words.progress data-through=words.progress_through data-done=words.done data-cancelled=words.cancelled
                data-key-missing=words.error_key_missing data-key-unknown=words.error_key_unknown
                data-scope=words.error_scope data-choice=words.error_choice
                data-rate-limited=words.error_rate_limited data-offline=words.error_offline
                data-other=words.error_other/>
        }
    }
}

/// A labelled selector.
fn select<'a>(
    name: &'static str,
    label: &'static str,
    options: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> impl IntoView {
    let option = |(value, text): (&str, &str)| view! { <option value=value.to_owned()>{text.to_owned()}</option> };
    let options: Vec<_> = options.into_iter().map(option).collect();
    view! {
        <div class="field">
            <label for=name>{label}</label>
            <select id=name name=name>{options}</select>
        </div>
    }
}
