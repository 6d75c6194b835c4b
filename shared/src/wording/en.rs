//! The words in English.

mod form;
mod pages;
mod verify;

use super::Wording;

/// All of them.
pub(super) static WORDING: Wording = Wording {
    form: form::FORM,
    pages: pages::PAGES,
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
};
