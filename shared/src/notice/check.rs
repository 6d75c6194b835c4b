//! The check that makes a notice: whatever a yes must rest on is there, in sentences that we wrote.

use std::collections::BTreeSet;

use super::compose::{Sentences, is_custom};
use super::text::{NoticeText, VERSION};
use crate::business::{Fault, limits};
use crate::text;
use crate::wording::{self, Edition};

/// The longest of our own labels: four lines of 40 characters, see [`limits`].
const LABEL: usize = 160;

/// Everything that keeps `notice` from being one.
pub(super) fn faults(notice: &NoticeText) -> Vec<Fault> {
    let mut faults = Vec::new();
    if notice.v != VERSION {
        faults.push(Fault::new("/v", format!("must be {VERSION}, the version of this form")));
    }
    if notice.dir != notice.locale.dir() {
        faults.push(Fault::new("/dir", format!("must be {} for this locale", notice.locale.dir().code())));
    }
    faults.extend(lines(notice).into_iter().filter_map(|(field, line, max)| unfit(field, line, max)));
    faults.extend(categories(notice));
    faults.extend(sentences(notice));
    faults
}

/// The strings that are no sentence of an edition, with their pointers and limits.
fn lines(notice: &NoticeText) -> Vec<(String, &str, usize)> {
    let (business, labels, errors) = (&notice.business, &notice.labels, &notice.labels.errors);
    let mut lines: Vec<(String, &str, usize)> = [
        ("/business/name", &business.name, limits::NAME),
        ("/business/legal_name", &business.legal_name, limits::LEGAL_NAME),
        ("/business/address", &business.address, limits::ADDRESS),
        ("/business/contact", &business.contact, limits::CONTACT),
        ("/heading", &notice.heading, limits::HEADING),
        ("/labels/legend", &labels.legend, limits::LEGEND),
        ("/labels/country", &labels.country, LABEL),
        ("/labels/phone", &labels.phone, LABEL),
        ("/labels/submit", &labels.submit, limits::SUBMIT),
        ("/labels/sending", &labels.sending, LABEL),
        ("/labels/retry", &labels.retry, LABEL),
        ("/labels/success_heading", &labels.success_heading, limits::SUCCESS_HEADING),
        ("/labels/success_text", &labels.success_text, limits::SUCCESS_TEXT),
        ("/labels/success_categories", &labels.success_categories, LABEL),
        ("/labels/receipt", &labels.receipt, LABEL),
        ("/labels/hosted", &labels.hosted, LABEL),
        ("/labels/changed", &labels.changed, LABEL),
        ("/labels/errors/number_missing", &errors.number_missing, LABEL),
        ("/labels/errors/number_impossible", &errors.number_impossible, LABEL),
        ("/labels/errors/category_none", &errors.category_none, LABEL),
        ("/labels/errors/notice_outdated", &errors.notice_outdated, LABEL),
        ("/labels/errors/rate_limited", &errors.rate_limited, LABEL),
        ("/labels/errors/offline", &errors.offline, LABEL),
        ("/labels/errors/unavailable", &errors.unavailable, LABEL),
        ("/labels/errors/refused", &errors.refused, LABEL),
    ]
    .map(|(field, line, max)| (field.to_owned(), line.as_str(), max))
    .into();
    for (index, category) in notice.categories.iter().enumerate() {
        let field = |part: &str| format!("/categories/{index}/{part}");
        lines.push((field("title"), &category.title, limits::TITLE));
        lines.push((field("value"), &category.value, limits::VALUE));
        lines.push((field("frequency"), &category.frequency, limits::FREQUENCY));
    }
    lines
}

/// What is wrong with one line: empty, too long, or not in the one form that cleaning gives.
fn unfit(field: String, line: &str, max: usize) -> Option<Fault> {
    match text::line(line, max) {
        Ok(clean) if clean == line => None,
        Ok(_) => Some(Fault::new(field, "must be one line without invisible characters")),
        Err(rule) => Some(Fault::new(field, rule.to_string())),
    }
}

/// What is wrong with the boxes as a list.
fn categories(notice: &NoticeText) -> Option<Fault> {
    let ids: BTreeSet<_> = notice.categories.iter().map(|category| &category.id).collect();
    let rule = if ids.is_empty() {
        "must have at least one category".to_owned()
    } else if notice.categories.len() > limits::CATEGORIES {
        format!("must have at most {} categories", limits::CATEGORIES)
    } else if ids.len() < notice.categories.len() {
        "must not have a category twice".to_owned()
    } else {
        return None;
    };
    Some(Fault::new("/categories", rule))
}

/// What is wrong with the sentences: the five locked ones must be those of one edition, filled with this business,
/// and the flag must say whether the open ones are that edition's too.
///
/// This is how a notice without WhatsApp, the name or the withdrawal cannot exist: no text stands in for ours.
fn sentences(notice: &NoticeText) -> Vec<Fault> {
    let mut of_edition = editions(notice).peekable();
    if of_edition.peek().is_none() {
        // Named against the current edition, as the likeliest one.
        let ours = Sentences::of(wording::of(notice.locale).form.edition(), &notice.business, wording::fill);
        let shown = shown(notice);
        let pairs = [
            ("/statement", &shown.statement, &ours.statement),
            ("/not_a_condition", &shown.not_a_condition, &ours.not_a_condition),
            ("/withdrawal", &shown.withdrawal, &ours.withdrawal),
            ("/controller", &shown.controller, &ours.controller),
            ("/privacy", &shown.privacy, &ours.privacy),
        ];
        let differ = pairs.into_iter().filter(|(_, shown, ours)| shown != ours);
        return differ.map(|(field, _, ours)| Fault::new(field, format!("must read: {ours}"))).collect();
    }
    // Editions may differ in the open strings only, so any that fits is enough.
    if of_edition.any(|(_, edition)| tells(notice, edition)) {
        Vec::new()
    } else {
        vec![Fault::new("/custom_wording", "must tell whether an open string is reworded")]
    }
}

/// The edition that a fit notice is made of, and its number from 1; of several that it could be, the newest.
pub(super) fn edition(notice: &NoticeText) -> Option<(usize, &'static Edition)> {
    editions(notice).filter(|(_, edition)| tells(notice, edition)).last()
}

/// The editions whose locked sentences are those of the notice, with their numbers from 1.
fn editions(notice: &NoticeText) -> impl Iterator<Item = (usize, &'static Edition)> {
    let shown = shown(notice);
    let numbered = (1..).zip(wording::of(notice.locale).form.editions);
    numbered.filter(move |(_, edition)| Sentences::of(edition, &notice.business, wording::fill) == shown)
}

/// Whether the flag says what is so, taken that the notice is of this edition.
fn tells(notice: &NoticeText, edition: &Edition) -> bool {
    is_custom(edition, &notice.heading, &notice.labels) == notice.custom_wording
}

fn shown(notice: &NoticeText) -> Sentences {
    Sentences {
        statement: notice.statement.clone(),
        not_a_condition: notice.not_a_condition.clone(),
        withdrawal: notice.withdrawal.clone(),
        controller: notice.controller.clone(),
        privacy: notice.privacy.clone(),
    }
}
