//! Every word a person reads, in every locale: the form's, and the pages'.
//!
//! The texts are written in `shared/locales`, one file a language, for people who know the language and need not know Rust.
//! While compiling, `shared/build` turns them into the statics behind these types, and fails on a text that is missing or
//! left over and on a placeholder that was lost or is unknown. At run time they are plain strings: those with `{slots}` are
//! templates for [`fill`].

use crate::category::{Cap, Period};
use crate::locale::Locale;
use crate::text::isolated;
use crate::time::Timestamp;

#[macro_use]
mod words;
mod form;
mod groups;
mod pages;

#[cfg(test)]
mod tests;

pub use form::FormWording;
pub use groups::{
    CapWords, ChoicesWords, CommonWords, ConfirmWords, Edition, EmbedWords, ErrorWords, ExportWords, FaultWords,
    FormErrors, FormLabels, HostedWords, MonthWords, NotFoundWords, PresetWords, ReceiptWords, StateWords,
    StatisticsWords, VerifyWords, WhatsappWords,
};
pub use pages::{CheckerWording, PageWording};
pub use words::{Counted, Locked, Review};

/// What the build script made of `shared/locales`: statics for each locale, and what chooses among them.
#[allow(clippy::wildcard_imports, reason = "it names every struct there is")]
mod written {
    use super::*;
    include!(concat!(env!("OUT_DIR"), "/locales.rs"));
}

/// All the words of one locale.
#[derive(Clone, Copy, Debug)]
pub struct Wording {
    /// The form, in the shop and on the hosted page. What it says becomes part of a notice.
    pub form: FormWording,
    /// The pages that the edge serves.
    pub pages: PageWording,
    /// The months as they stand in a date.
    pub months: MonthWords,
    /// Confirming a yes in WhatsApp.
    pub whatsapp: WhatsappWords,
    /// The kinds of message that come worded.
    pub presets: PresetWords,
}

/// The words of `locale`.
pub fn of(locale: Locale) -> &'static Wording {
    written::of(locale)
}

/// The words of the page that checks files, in `locale`.
pub fn checker(locale: Locale) -> &'static CheckerWording {
    written::checker(locale)
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

/// The same for a page in `locale`, with each value set apart where it is written in the other direction.
pub fn say(locale: Locale, template: &str, slots: &[(&str, &str)]) -> String {
    let apart: Vec<_> = slots.iter().map(|(slot, value)| (*slot, isolated(value, locale.dir()))).collect();
    let apart: Vec<_> = apart.iter().map(|(slot, value)| (*slot, value.as_ref())).collect();
    fill(template, &apart)
}

/// The frequency as a cap says it, so that the number enforced and the number read cannot differ.
pub fn cap(locale: Locale, cap: Cap) -> String {
    let words = &of(locale).form.caps;
    let template = match (cap.per(), cap.max()) {
        (Period::Day, 1) => words.day_one,
        (Period::Day, many) => words.day_many.of(many),
        (Period::Week, 1) => words.week_one,
        (Period::Week, many) => words.week_many.of(many),
        (Period::Month, 1) => words.month_one,
        (Period::Month, many) => words.month_many.of(many),
    };
    fill(template, &[("max", &cap.max().to_string())])
}

/// A moment as a person reads it, to the minute and in UTC, since the edge does not know the reader's time zone.
///
/// Its parts are not set apart: digits find their places by themselves, and hour and minute apart would change theirs.
pub fn moment(locale: Locale, at: Timestamp) -> String {
    let words = of(locale);
    // The printed form is `2026-11-22T11:00:00.123Z`: fixed columns, ASCII.
    let text = at.to_string();
    let part = |range: core::ops::Range<usize>| text.get(range).unwrap_or_default();
    let month = part(5..7).parse::<u8>().ok().and_then(|number| words.months.by_number(number));
    fill(
        words.pages.common.moment,
        &[
            ("day", part(8..10).trim_start_matches('0')),
            ("month", month.unwrap_or_default()),
            ("year", part(0..4)),
            ("hour", part(11..13)),
            ("minute", part(14..16)),
        ],
    )
}

impl MonthWords {
    /// The month called `number`; 1 is January.
    fn by_number(&self, number: u8) -> Option<&'static str> {
        Some(match number {
            1 => self.january,
            2 => self.february,
            3 => self.march,
            4 => self.april,
            5 => self.may,
            6 => self.june,
            7 => self.july,
            8 => self.august,
            9 => self.september,
            10 => self.october,
            11 => self.november,
            12 => self.december,
            _ => return None,
        })
    }
}
