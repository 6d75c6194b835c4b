//! The words in Danish.

mod form;
mod pages;
mod verify;

use super::Wording;

/// All of them.
pub(super) static WORDING: Wording = Wording {
    form: form::FORM,
    pages: pages::PAGES,
    months: [
        "januar",
        "februar",
        "marts",
        "april",
        "maj",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "december",
    ],
};
