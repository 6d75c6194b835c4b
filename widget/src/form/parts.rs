//! The parts of the form that never change once rendered.

use leptos::prelude::*;

use crate::model::{Choice, FormModel, Labels, Offer};
use crate::state::{FormState, Place};

/// The hidden fields, the heading, what is said yes to, and the boxes.
pub(super) fn above(model: &FormModel) -> impl IntoView + use<> {
    let FormModel { choices, printed, fields, .. } = model;
    let offered = choices.iter().map(|choice| ("offered", choice.id.clone()));
    let hidden =
        core::iter::once(("notice", fields.notice.clone())).chain(offered).chain(fields.hidden.iter().cloned());
    let hidden = hidden.map(|(name, value)| view! { <input type="hidden" name=name value=value/> });
    view! {
        {hidden.collect_view()}
        <h2 class="heading" part="heading">{printed.heading.clone()}</h2>
        <p class="changed" role="status" tabindex="-1" hidden=!fields.changed>{printed.changed.clone()}</p>
        <p class="statement">{printed.statement.clone()}</p>
        <fieldset aria-describedby="jatak-category-error">
            <legend>{printed.legend.clone()}</legend>
            {choices.iter().map(choice).collect_view()}
        </fieldset>
    }
}

/// One box. Its name is the title; value and frequency are read out with it.
///
/// No attribute here depends on anything but the notice, least of all whether the box is ticked.
fn choice(choice: &Choice) -> impl IntoView + use<> {
    let Choice { id, title, value, frequency } = choice.clone();
    let name = format!("jatak-{id}");
    let about = format!("jatak-{id}-about");
    let field = format!("jatak-{id}-box");
    let described = format!("{about} jatak-category-error");
    view! {
        <label class="choice">
            // Browsers bring ticks back when a page is restored, unless told not to.
            <input type="checkbox" part="box" id=field name="category" value=id autocomplete="off"
                aria-labelledby=name.clone() aria-describedby=described/>
            <span>
                <strong id=name>{title}</strong>
                <span id=about>
                    <span class="value">{value}</span>
                    <span class="frequency">{frequency}</span>
                </span>
            </span>
        </label>
    }
}

/// The country selector and the number.
pub(super) fn number(model: &FormModel, state: RwSignal<FormState>) -> impl IntoView + use<> {
    let FormModel { printed, fields, .. } = model;
    let options = fields.countries.iter().map(|(code, name)| {
        view! { <option value=*code selected=*code == fields.country>{name.clone()}</option> }
    });
    let invalid = state.with_untracked(|state| state.error(Place::Phone).is_some());
    view! {
        <div class="field">
            <label part="label" for="jatak-country">{printed.country.clone()}</label>
            <select id="jatak-country" part="field" name="country" autocomplete="country">
                {options.collect_view()}
            </select>
        </div>
        <div class="field">
            <label part="label" for="jatak-phone">{printed.phone.clone()}</label>
            <input id="jatak-phone" part="field" name="phone" type="tel" inputmode="tel" autocomplete="tel" required
                dir="ltr" value=fields.phone.clone() aria-describedby="jatak-phone-error" aria-invalid=invalid.to_string()/>
        </div>
    }
}

/// What must be read before saying yes: that it is free to say no, and how to take it back.
pub(super) fn terms(model: &FormModel) -> impl IntoView + use<> {
    view! {
        <p>{model.printed.not_a_condition.clone()}</p>
        <p>{model.printed.withdrawal.clone()}</p>
    }
}

/// The error at `place`, where a refused form is shown again. Without one the element stays empty.
pub(super) fn error(labels: &Labels, state: RwSignal<FormState>, place: Place) -> Option<String> {
    let code = state.with_untracked(|state| state.error(place))?;
    Some(labels.error(Some(code)).to_owned())
}

/// The link to the form's own page.
pub(super) fn hosted(model: &FormModel) -> impl IntoView + use<> {
    let url = model.fields.hosted_url.clone();
    view! { <a href=url target="_blank" rel="noopener">{model.printed.hosted.clone()}</a> }
}

/// Who answers for the data, and the link to the privacy notice; before them the way to say yes without typing, where there
/// is one. In a shop's page a script does it; on the form's own page it posts what is ticked, whatever number is typed.
pub(super) fn fine(model: &FormModel) -> impl IntoView + use<> {
    let printed = &model.printed;
    let offer = printed.offer.clone().map(|Offer { button, explanation, action }| {
        let kind = if action.is_some() { "submit" } else { "button" };
        let unchecked = action.is_some().then_some("");
        view! {
            <div class="offer">
                <button type=kind formaction=action formnovalidate=unchecked part="button" aria-describedby="jatak-offer">
                    {button}
                </button>
                <p id="jatak-offer">{explanation}</p>
            </div>
        }
    });
    view! {
        {offer}
        <p>{printed.controller.clone()}</p>
        <a href=printed.privacy_url.clone() target="_blank" rel="noopener">{printed.privacy.clone()}</a>
    }
}

/// What is said after a recorded yes.
pub(super) fn thanks(model: &FormModel) -> impl IntoView + use<> {
    let printed = &model.printed;
    view! {
        <h2 class="heading" part="heading" id="jatak-done" tabindex="-1">{printed.success_heading.clone()}</h2>
        <p>{printed.success_text.clone()}</p>
        <p>{printed.success_categories.clone()}</p>
    }
}
