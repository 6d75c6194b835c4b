//! Parts that several pages share.

use jatak_shared::category::CategoryId;
use jatak_shared::locale::Locale;
use jatak_shared::notice::{Notice, NoticeCategory};
use jatak_shared::subject::Handle;
use jatak_shared::wording::{self, say};
use leptos::prelude::*;

use super::Frame;

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

/// A message that is sent to the business from WhatsApp.
#[derive(Clone, Copy, Debug)]
pub struct Prepared<'a> {
    /// Opens WhatsApp with the message prepared.
    pub url: &'a str,
    /// The same as a QR code, for whoever reads this on another screen: modules on each side, and the path of the dark ones.
    pub qr: Option<(u32, &'a str)>,
}

/// The link that opens WhatsApp, and on wide screens the code.
pub(super) fn prepared(locale: Locale, message: Prepared<'_>) -> impl IntoView + use<> {
    let words = &wording::of(locale).whatsapp;
    let qr = message.qr.map(|(size, path)| {
        view! {
            <p class="help">{words.scan}</p>
            // A telephone reads a code from four pixels a module on.
            <svg class="qr" width=(4 * size).max(300).to_string() viewBox=format!("0 0 {size} {size}") role="img"
                aria-label=words.scan>
                <path d=path.to_owned() />
            </svg>
        }
    });
    view! {
        <a class="go" href=message.url.to_owned() rel="noreferrer">{words.open}</a>
        <div class="wide">{qr}</div>
    }
}

/// What is about to be said yes to. No number is repeated: the page may be looked at over a shoulder.
pub(super) fn about_to_say(frame: &Frame<'_>, notice: &Notice, ticked: &[CategoryId]) -> impl IntoView + use<> {
    let said = notice.sentences();
    let ticked = notice.categories().iter().filter(|category| ticked.contains(category.id()));
    view! {
        <p>{frame.named(frame.words().confirm.summary)}</p>
        <ul class="cards">{ticked.map(|one| view! { <li class="item">{category(one)}</li> }).collect_view()}</ul>
        <p>{said.statement}</p>
        <p>{said.withdrawal}</p>
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
