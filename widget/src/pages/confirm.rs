//! The step that asks to press once more: a form came from a page that hides where it stands, so nobody knows yet whether
//! it was meant. Nothing is recorded before the press here.

use jatak_shared::category::CategoryId;
use jatak_shared::notice::Notice;
use leptos::prelude::*;

use super::Frame;
use super::parts::{about_to_say, hidden};

/// The confirm step.
#[derive(Clone, Debug)]
pub struct ConfirmPage<'a> {
    /// What is around it.
    pub frame: Frame<'a>,
    /// The notice that the form named, where it is one that can be shown.
    pub notice: Option<&'a Notice>,
    /// What was ticked.
    pub ticked: &'a [CategoryId],
    /// Every field that came, to be sent again as it is.
    pub fields: &'a [(String, String)],
    /// Where to.
    pub action: &'a str,
    /// Where whoever does not mean it goes: the form's own page.
    pub cancel_url: &'a str,
}

impl ConfirmPage<'_> {
    /// The document.
    pub fn render(&self) -> String {
        let Self { frame, notice, fields, action, cancel_url, .. } = self;
        let words = &frame.words().confirm;
        let fields = fields.iter().map(|(name, value)| hidden(name, value)).collect_view();
        frame.document(words.title, || {
            view! {
                <h1>{words.title}</h1>
                <p class="lead">{words.text}</p>
                {notice.map(|notice| about_to_say(frame, notice, self.ticked))}
                <form method="post" action=(*action).to_owned()>
                    {fields}
                    <button>{words.submit}</button>
                </form>
                <p><a href=(*cancel_url).to_owned()>{words.cancel}</a></p>
            }
        })
    }
}
