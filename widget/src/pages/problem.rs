//! A refusal, for people: what it was, that nothing was saved, and what to do.

use jatak_shared::problem::ProblemType;
use leptos::prelude::*;

use super::Frame;

/// A refusal.
#[derive(Clone, Debug)]
pub struct ProblemPage<'a> {
    /// What is around it.
    pub frame: Frame<'a>,
    /// What was the matter.
    pub problem: ProblemType,
    /// Where to try again: the form's own page, or the page behind the link.
    pub again_url: Option<&'a str>,
}

impl ProblemPage<'_> {
    /// The document.
    pub fn render(&self) -> String {
        let words = &self.frame.words().error;
        let again = self.again_url.map(|url| view! { <p><a class="again" href=url.to_owned()>{words.again}</a></p> });
        self.frame.document(words.title, || {
            view! {
                <h1>{words.title}</h1>
                <p class="lead">{words.problem(self.problem)}</p>
                <p>{words.nothing_saved}</p>
                {again}
            }
        })
    }
}
