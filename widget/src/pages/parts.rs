//! Parts that several pages share.

use jatak_shared::locale::Locale;
use jatak_shared::notice::NoticeCategory;
use jatak_shared::subject::Handle;
use jatak_shared::wording::{self, say};
use leptos::prelude::*;

/// A hidden field.
pub(super) fn hidden(name: &str, value: &str) -> impl IntoView + use<> {
    view! { <input type="hidden" name=name.to_owned() value=value.to_owned()/> }
}

/// The idempotency key of a form that has one.
pub(super) fn idempotency(key: Option<&str>) -> impl IntoView + use<> {
    key.map(|key| hidden("idempotency_key", key))
}

/// What was just done.
pub(super) fn note(text: Option<String>) -> impl IntoView {
    text.map(|text| view! { <p class="note" role="status">{text}</p> })
}

/// A number of which only the end is shown, or a user id of which only the country is. Read out, the dots would be noise.
pub(super) fn known_by(locale: Locale, handle: &Handle) -> impl IntoView + use<> {
    let spoken = match handle {
        Handle::Phone(phone) => {
            say(locale, wording::of(locale).pages.common.number_ending, &[("digits", phone.last_digits())])
        }
        Handle::UserId(user_id) => user_id.masked().replace(['.', '•'], ""),
    };
    view! {
        <span class="masked" aria-hidden="true" dir="ltr">{handle.masked()}</span>
        <span class="spoken">{spoken}</span>
    }
}

/// A category in the words of a notice.
pub(super) fn category(category: &NoticeCategory) -> impl IntoView + use<> {
    let (title, value, frequency) = (category.title(), category.value(), category.frequency());
    view! {
        <strong>{title.to_owned()}</strong>
        <span class="value">{value.to_owned()}</span>
        <span class="frequency">{frequency.to_owned()}</span>
    }
}

/// The form that stops everything: one press, whatever else the page shows.
pub(super) fn stop_everything<V: IntoView>(
    action: &str,
    intro: String,
    button: String,
    fields: V,
) -> impl IntoView + use<V> {
    view! {
        <form class="stop" method="post" action=action.to_owned()>
            {fields}
            <p>{intro}</p>
            <button class="quiet" name="stop" value="everything">{button}</button>
        </form>
    }
}
