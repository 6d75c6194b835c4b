//! The opt-in form: one view, in a shop's page and on a page of its own.
//!
//! What changes while the form is used is a property that follows the state; everything else is [`still`]. Errors and
//! the view after a recorded yes are rendered from the start, empty or hidden: an element made later in the browser
//! would go through `innerHTML`, which pages may refuse (Trusted Types).
//!
//! No box is ever rendered ticked, and there is no way to ask for it.

use std::sync::Arc;

use leptos::ev::{Event, SubmitEvent};
use leptos::prelude::*;

use crate::model::{Choice, FormModel};
use crate::state::{Answer, FormState, Place};
use crate::still::{still, still_attribute};

#[cfg(feature = "ssr")]
mod parts;

/// A text that follows the state. One type for all of them keeps the WASM small.
type Text = Box<dyn Fn() -> String + Send + Sync>;
/// A property that is on or off, following the state.
type Flag = Box<dyn Fn() -> bool + Send + Sync>;

/// The form, and what stands in its place once a yes is recorded.
#[component]
pub fn OptInForm(
    /// What it says and asks.
    model: FormModel,
    /// What it is doing.
    state: RwSignal<FormState>,
    /// Called when the form is submitted. On the edge nothing is.
    submit: impl Fn(SubmitEvent) + 'static,
    /// Called when a field was edited.
    edit: impl Fn(Event) + 'static,
) -> impl IntoView {
    let model = Arc::new(model);
    let error = |place: Place| -> Text {
        let model = Arc::clone(&model);
        Box::new(move || state.with(|state| model.labels.error(state.error(place)).to_owned()))
    };
    let button: Text = {
        let model = Arc::clone(&model);
        Box::new(move || state.with(|state| model.labels.button(state.button()).to_owned()))
    };
    let answer = |of: fn(&Answer) -> &String| -> Text {
        Box::new(move || {
            state.with(|state| state.answer.as_ref().map_or_else(String::new, |answer| of(answer).clone()))
        })
    };
    let flag = |of: fn(&FormState) -> bool| -> Flag { Box::new(move || state.with(of)) };

    view! {
        <form class="form" method="post" action=still_attribute!(model.fields.action.clone())
            prop:hidden=flag(|state| state.answer.is_some())
            on:submit:capture=submit on:input:capture=edit>
            <div>{still!(parts::above(&model))}</div>
            <p class="error" id="jatak-category-error" role="alert" data-error="category"
                prop:textContent=error(Place::Category)>{still!(parts::error(&model.labels, state, Place::Category))}</p>
            <div class="number">{still!(parts::number(&model, state))}</div>
            <p class="error" id="jatak-phone-error" role="alert" data-error="phone"
                prop:textContent=error(Place::Phone)>{still!(parts::error(&model.labels, state, Place::Phone))}</p>
            <div class="terms">{still!(parts::terms(&model))}</div>
            <p class="error" id="jatak-form-error" role="alert" data-error="form"
                prop:textContent=error(Place::Form)>{still!(parts::error(&model.labels, state, Place::Form))}</p>
            <button type="submit" part="button" aria-live="polite" prop:textContent=button>{still!(model.labels.submit.clone())}</button>
            <p class="hosted" hidden prop:hidden=flag(|state| !state.posted)>{still!(parts::hosted(&model))}</p>
            <div class="fine">{still!(parts::fine(&model))}</div>
        </form>
        <section class="done" hidden aria-labelledby="jatak-done" prop:hidden=flag(|state| state.answer.is_none())>
            <div>{still!(parts::thanks(&model))}</div>
            <ul>{agreed(&model.choices, state)}</ul>
            <p class="masked" prop:textContent=answer(|answer| &answer.masked)></p>
            <a class="receipt" part="button" href="" target="_blank" rel="noopener"
                prop:href=answer(|answer| &answer.receipt_url)>
                {still!(model.printed.receipt.clone())}
            </a>
        </section>
    }
}

/// Every category, hidden until it is among those said yes to.
fn agreed(choices: &[Choice], state: RwSignal<FormState>) -> Vec<impl IntoView + use<>> {
    let item = |choice: &Choice| {
        let id = choice.id.clone();
        let hidden: Flag = Box::new(move || state.with(|state| !state.agreed(&id)));
        view! {
            <li hidden data-category=still_attribute!(choice.id.clone()) prop:hidden=hidden>
                {still!(choice.title.clone())}
            </li>
        }
    };
    choices.iter().map(item).collect()
}
