//! Every word a person reads, in every locale: the form's, and the pages'.
//!
//! Texts with `{slots}` are templates for [`fill`]. Which slots a text has is declared beside its field, and a test
//! refuses a locale that loses one or brings an unknown one.

use crate::category::{Cap, Period};
use crate::locale::Locale;
use crate::time::Timestamp;

#[macro_use]
mod words;
mod form;
mod pages;

mod da;
mod en;

#[cfg(test)]
mod tests;

pub use form::{CapWords, Edition, FormErrors, FormLabels, FormWording};
pub use pages::{
    ChoicesWords, CommonWords, ConfirmWords, ErrorWords, ExportWords, FaultWords, HostedWords, NotFoundWords,
    PageWording, ReceiptWords, StateWords, VerifyWords,
};

/// All the words of one locale.
#[derive(Clone, Copy, Debug)]
pub struct Wording {
    /// The form, in the shop and on the hosted page. What it says becomes part of a notice.
    pub form: FormWording,
    /// The pages that the edge serves.
    pub pages: PageWording,
    /// The months, January first, as they stand in a date.
    pub months: [&'static str; 12],
}

/// The words of `locale`.
pub fn of(locale: Locale) -> &'static Wording {
    match locale {
        Locale::Da => &da::WORDING,
        Locale::En => &en::WORDING,
    }
}

/// `template` with each `{slot}` replaced by its value, once: braces inside a value stay as they are.
pub fn fill(template: &str, slots: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let slot = after
            .split_once('}')
            .and_then(|(name, tail)| slots.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value, tail)));
        if let Some((value, tail)) = slot {
            filled.push_str(value);
            rest = tail;
        } else {
            filled.push('{');
            rest = after;
        }
    }
    filled.push_str(rest);
    filled
}

/// The frequency as a cap says it, so that the number enforced and the number read cannot differ.
pub fn cap(locale: Locale, cap: Cap) -> String {
    let words = &of(locale).form.caps;
    let template = match (cap.per(), cap.max()) {
        (Period::Day, 1) => words.day_one,
        (Period::Day, _) => words.day_many,
        (Period::Week, 1) => words.week_one,
        (Period::Week, _) => words.week_many,
        (Period::Month, 1) => words.month_one,
        (Period::Month, _) => words.month_many,
    };
    fill(template, &[("max", &cap.max().to_string())])
}

/// A moment as a person reads it, to the minute and in UTC, since the edge does not know the reader's time zone.
pub fn moment(locale: Locale, at: Timestamp) -> String {
    let words = of(locale);
    // The printed form is `2026-11-22T11:00:00.123Z`: fixed columns, ASCII.
    let text = at.to_string();
    let part = |range: core::ops::Range<usize>| text.get(range).unwrap_or_default();
    let month = part(5..7).parse::<usize>().ok().and_then(|number| words.months.get(number.checked_sub(1)?));
    fill(
        words.pages.common.moment,
        &[
            ("day", part(8..10).trim_start_matches('0')),
            ("month", month.copied().unwrap_or_default()),
            ("year", part(0..4)),
            ("hour", part(11..13)),
            ("minute", part(14..16)),
        ],
    )
}
