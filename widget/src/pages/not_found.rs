//! The one page for links that are forged, cut, unknown or erased: it says the same for all of them.

use leptos::prelude::*;

use super::Frame;

/// The page where nothing is.
#[derive(Clone, Debug)]
pub struct NotFoundPage<'a> {
    /// What is around it.
    pub frame: Frame<'a>,
}

impl NotFoundPage<'_> {
    /// The document.
    pub fn render(&self) -> String {
        let words = &self.frame.words().not_found;
        self.frame.document(words.title, || {
            view! {
                <h1>{words.title}</h1>
                <p class="lead">{words.text}</p>
                <p>{words.advice}</p>
            }
        })
    }
}
