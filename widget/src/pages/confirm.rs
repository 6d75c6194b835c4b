//! The step that asks to press once more: a form came from a page that hides where it stands, so nobody knows yet whether
//! it was meant. Nothing is recorded before the press here.

use jatak_shared::category::CategoryId;
use jatak_shared::notice::Notice;
use leptos::prelude::*;

use super::Frame;
use super::parts::{category, hidden};

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
                {notice.map(|notice| self.summary(notice))}
                <form method="post" action=(*action).to_owned()>
                    {fields}
                    <button>{words.submit}</button>
                </form>
                <p><a href=(*cancel_url).to_owned()>{words.cancel}</a></p>
            }
        })
    }

    /// What is about to be said yes to. The number is not repeated: the page may be looked at over a shoulder.
    fn summary(&self, notice: &Notice) -> impl IntoView + use<> {
        let said = notice.sentences();
        let ticked = notice.categories().iter().filter(|category| self.ticked.contains(category.id()));
        view! {
            <p>{self.frame.named(self.frame.words().confirm.summary)}</p>
            <ul class="cards">{ticked.map(|one| view! { <li class="item">{category(one)}</li> }).collect_view()}</ul>
            <p>{said.statement}</p>
            <p>{said.withdrawal}</p>
        }
    }
}
