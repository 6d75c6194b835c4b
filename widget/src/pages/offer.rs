//! What waits for a message from WhatsApp, after the form's own page was posted without a number. Nothing is recorded of anybody
//! until the message comes.

use jatak_shared::category::CategoryId;
use jatak_shared::notice::Notice;
use jatak_shared::wording;
use leptos::prelude::*;

use super::Frame;
use super::parts::{Prepared, about_to_say, prepared};

/// The page.
#[derive(Clone, Debug)]
pub struct OfferPage<'a> {
    /// What is around it.
    pub frame: Frame<'a>,
    /// The notice that the form was of.
    pub notice: &'a Notice,
    /// What was ticked.
    pub ticked: &'a [CategoryId],
    /// The message to send.
    pub message: Prepared<'a>,
    /// Where whoever would rather type a number goes: the form's own page.
    pub form_url: &'a str,
}

impl OfferPage<'_> {
    /// The document.
    pub fn render(&self) -> String {
        let Self { frame, notice, ticked, message, form_url } = self;
        let words = &wording::of(frame.locale).whatsapp;
        frame.document(words.heading, || {
            view! {
                <h1>{words.heading}</h1>
                <p class="lead">{words.explanation_any}</p>
                <section class="confirm">{prepared(frame.locale, *message)}</section>
                {about_to_say(frame, notice, ticked)}
                <p><a href=(*form_url).to_owned()>{frame.words().confirm.cancel}</a></p>
            }
        })
    }
}
