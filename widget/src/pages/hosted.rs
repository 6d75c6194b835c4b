//! The form on a page of its own: the same form, posted plainly. Also what a refused plain post is answered with.

use jatak_shared::locale::Locale;
use jatak_shared::notice::Notice;
use jatak_shared::problem::ProblemType;
use leptos::prelude::*;

use super::Frame;
use super::frame::Extras;
use crate::form::OptInForm;
use crate::model::{FormModel, Placement};
use crate::state::{ErrorCode, FormState, Place};

/// The hosted page.
#[derive(Clone, Debug)]
pub struct HostedPage<'a> {
    /// What is around it.
    pub frame: Frame<'a>,
    /// The current notice in the page's language.
    pub notice: &'a Notice,
    /// Where the form stands and what was typed; `hidden` holds `page`, `idempotency_key` and what else is to come along.
    pub placement: Placement<'a>,
    /// Why the form is shown again; none when it is shown first.
    pub problem: Option<ProblemType>,
    /// The address of `hosted.js`. The page works without it.
    pub script: &'a str,
}

impl HostedPage<'_> {
    /// The document.
    pub fn render(&self) -> String {
        let Self { frame, notice, placement, problem, script } = self;
        let words = &frame.words().hosted;
        let title = frame.named(words.title);
        let changed = placement.changed || *problem == Some(ProblemType::NoticeOutdated);
        let model = FormModel::new(notice, &Placement { changed, ..placement.clone() });
        let errors = problem.map(errors).unwrap_or_default();
        let summary = summary(frame.locale, &model, &errors);
        let extras = Extras { script: Some(script), says_controller: true };
        // The title is the first that a screen reader says of a new page.
        let spoken = if errors.is_empty() { title.clone() } else { format!("{}: {title}", words.errors_heading) };
        frame.document_with(&spoken, &extras, || {
            let state = RwSignal::new(FormState { errors, ..FormState::default() });
            view! {
                <h1>{title.clone()}</h1>
                <p class="lead">{frame.named(words.intro)}</p>
                {summary}
                <div class="card"><OptInForm model state submit=|_| () edit=|_| ()/></div>
            }
        })
    }
}

/// What the form says about this problem. A form shown again has no ticks, whatever was wrong (rule 1); so that nobody
/// overlooks it, it says that something is to be ticked.
fn errors(problem: ProblemType) -> Vec<ErrorCode> {
    let code = ErrorCode::of_answer(problem.status(), problem.code(), true);
    match code {
        // The sentence above the form says so, and that one is to choose again.
        ErrorCode::NoticeOutdated => Vec::new(),
        ErrorCode::CategoryNone => vec![code],
        code => vec![ErrorCode::CategoryNone, code],
    }
}

/// What is wrong, at the top of the page, with links to the fields.
fn summary(locale: Locale, model: &FormModel, errors: &[ErrorCode]) -> Option<impl IntoView + use<>> {
    let words = &jatak_shared::wording::of(locale).pages.hosted;
    let item = |error: &ErrorCode| {
        let text = model.labels.error(Some(*error)).to_owned();
        let field = match error.place() {
            Place::Category => model.choices.first().map(|choice| format!("#jatak-{}-box", choice.id)),
            Place::Phone => Some("#jatak-phone".to_owned()),
            Place::Form => None,
        };
        match field {
            Some(field) => view! { <li><a href=field>{text}</a></li> }.into_any(),
            None => view! { <li>{text}</li> }.into_any(),
        }
    };
    (!errors.is_empty()).then(|| {
        view! {
            <div class="summary" role="alert">
                <h2>{words.errors_heading}</h2>
                <ul>{errors.iter().map(item).collect_view()}</ul>
            </div>
        }
    })
}
