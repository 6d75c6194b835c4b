//! All choices of one person (rule 3): it shows how each category stands, and sends what it showed, so that only what
//! its reader changed is changed.

use jatak_shared::import::Provenance;
use jatak_shared::notice::{Notice, NoticeCategory};
use jatak_shared::state::State;
use jatak_shared::subject::Handle;
use jatak_shared::time::Timestamp;
use jatak_shared::wording::{moment, say};
use leptos::prelude::*;

use super::Frame;
use super::parts::{hidden, idempotency, known_by, note, stop_everything};

/// The choices page.
#[derive(Clone, Debug)]
pub struct ChoicesPage<'a> {
    /// What is around it.
    pub frame: Frame<'a>,
    /// The notice shown: a yes said here is under it.
    pub notice: &'a Notice,
    /// The number or user id, which is shown masked.
    pub handle: &'a Handle,
    /// Every category, those of the notice first.
    pub choices: Vec<Choice<'a>>,
    /// Whether everything was stopped, and that still holds.
    pub everything: bool,
    /// What became of the last press.
    pub note: Option<Note>,
    /// Where the forms are posted: the page's own address.
    pub action: &'a str,
    /// An idempotency key for each of the forms, save and stop, where they need one.
    pub idempotency_keys: Option<[&'a str; 2]>,
}

/// One category.
#[derive(Clone, Copy, Debug)]
pub struct Choice<'a> {
    /// The category, in the notice's words, or for a removed one as it was last worded.
    pub category: &'a NoticeCategory,
    /// How it stands.
    pub state: State,
    /// Whether a no stands, also behind a yes that waits.
    pub after_no: bool,
    /// Since when, where that is known.
    pub since: Option<Timestamp>,
    /// Whether a yes can be said to it; a removed one can only be taken back.
    pub offered: bool,
    /// What the business claims about a yes that it imported.
    pub imported: Option<&'a Provenance>,
}

impl Choice<'_> {
    fn is_granted(&self) -> bool {
        self.state == State::Granted
    }
}

/// What became of the last press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// Saved.
    Saved,
    /// Nothing was changed.
    Unchanged,
    /// Saved, but some of it waits for confirmation.
    StillPending,
    /// The notice was replaced meanwhile; nothing is saved.
    TermsChanged,
    /// The notice was replaced meanwhile; what was taken back is saved.
    TermsChangedNoesSaved,
}

impl ChoicesPage<'_> {
    /// The document.
    pub fn render(&self) -> String {
        let Self { frame, notice, handle, note: done, .. } = self;
        let words = &frame.words().choices;
        let title = frame.named(words.title);
        let done = done.map(|done| match done {
            Note::Saved => words.saved.to_owned(),
            Note::Unchanged => words.unchanged.to_owned(),
            Note::StillPending => words.still_pending.to_owned(),
            Note::TermsChanged => words.terms_changed.to_owned(),
            Note::TermsChangedNoesSaved => words.terms_changed_noes_saved.to_owned(),
        });
        let stopped = self.everything.then(|| view! { <p class="note">{frame.named(words.stopped)}</p> });
        let said = notice.sentences();
        frame.document(&title, || {
            view! {
                <h1>{title.clone()}</h1>
                {note(done)}
                {stopped}
                <p class="lead">{frame.named(words.intro)}</p>
                <p class="whose">{known_by(frame.locale, handle)}</p>
                <form class="form" method="post" action=self.action.to_owned()>
                    {hidden("notice", &notice.id().to_string())}
                    {idempotency(self.idempotency_keys.map(|keys| keys[0]))}
                    {self.choices.iter().map(shown).collect_view()}
                    <p class="statement">{said.statement}</p>
                    <fieldset>
                        <legend>{words.legend}</legend>
                        {self.choices.iter().map(|choice| self.choice(choice)).collect_view()}
                    </fieldset>
                    <div class="terms">
                        <p>{said.not_a_condition}</p>
                        <p>{said.withdrawal}</p>
                    </div>
                    <button>{words.save}</button>
                </form>
                {self.stop()}
                <p class="caution">{words.link_caution}</p>
            }
        })
    }

    /// One category: a box that shows how it stands, or a line where nothing can be changed.
    fn choice(&self, choice: &Choice<'_>) -> impl IntoView + use<> {
        let words = &self.frame.words().choices;
        let id = choice.category.id();
        let (title, value) = (choice.category.title().to_owned(), choice.category.value().to_owned());
        let frequency = choice.category.frequency().to_owned();
        let (name, about) = (format!("choice-{id}"), format!("choice-{id}-about"));
        let retired = (!choice.offered).then(|| view! { <span class="state">{words.retired}</span> });
        let waits = if choice.after_no { words.pending } else { words.awaited };
        let pending = (choice.state == State::Pending).then(|| view! { <span class="pending">{waits}</span> });
        let imported = choice.imported.map(|claim| view! { <span class="state">{self.imported(claim)}</span> });
        let body = view! {
            <span>
                <strong id=name.clone()>{title}</strong>
                <span id=about.clone()>
                    <span class="value">{value}</span>
                    <span class="frequency">{frequency}</span>
                    <span class="state">{self.standing(choice)}</span>
                    {imported}
                    {retired}
                    {pending}
                </span>
            </span>
        };
        if choice.offered || choice.is_granted() {
            // The present state, not a restored one: `autocomplete` keeps browsers from bringing earlier ticks back.
            view! {
                <label class="choice">
                    <input type="checkbox" name="category" value=id.to_string() checked=choice.is_granted()
                        autocomplete="off" aria-labelledby=name aria-describedby=about/>
                    {body}
                </label>
            }
            .into_any()
        } else {
            view! { <div class="choice gone">{body}</div> }.into_any()
        }
    }

    /// How it stands, and since when.
    fn standing(&self, choice: &Choice<'_>) -> String {
        let (words, locale) = (self.frame.words(), self.frame.locale);
        let state = words.states.word(choice.state);
        match choice.since {
            Some(since) => {
                say(locale, words.choices.state_since, &[("state", state), ("when", &moment(locale, since))])
            }
            None => say(locale, words.choices.state, &[("state", state)]),
        }
    }

    /// Where an imported yes is said to come from.
    fn imported(&self, claim: &Provenance) -> String {
        let (business, claimed) = (self.frame.name(), claim.claimed_at.to_string());
        let slots = [("business", business), ("source", claim.source.as_str()), ("claimed", claimed.as_str())];
        say(self.frame.locale, self.frame.words().choices.imported, &slots)
    }

    /// The form that stops everything. It stays when everything is stopped and something was granted since.
    fn stop(&self) -> Option<impl IntoView + use<>> {
        let words = &self.frame.words().choices;
        let granted = self.choices.iter().any(Choice::is_granted);
        (!self.everything || granted).then(|| {
            let fields = view! {
                {hidden("notice", &self.notice.id().to_string())}
                {idempotency(self.idempotency_keys.map(|keys| keys[1]))}
            };
            let (intro, button) = (self.frame.named(words.stop_all_intro), self.frame.named(words.stop_all));
            stop_everything(self.action, intro, button, fields)
        })
    }
}

/// What is shown of a category, to be sent along: that it stands granted, or that it does not.
fn shown(choice: &Choice<'_>) -> impl IntoView + use<> {
    let state = if choice.is_granted() { "granted" } else { "other" };
    hidden("shown", &format!("{}:{state}", choice.category.id()))
}
