//! Each locale says everything, with the slots it must have.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]
use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::text;

/// Every text of a locale: its name, the slots it must have, and the text.
fn texts(locale: Locale) -> Vec<(&'static str, Vec<&'static str>, &'static str)> {
    let mut texts = Vec::new();
    let mut see = |name, slots: &[&'static str], text| texts.push((name, slots.to_vec(), text));
    let Wording { form, pages, .. } = of(locale);
    for edition in form.editions {
        edition.each(&mut see);
    }
    form.labels.each(&mut see);
    form.errors.each(&mut see);
    form.caps.each(&mut see);
    pages.common.each(&mut see);
    pages.states.each(&mut see);
    pages.hosted.each(&mut see);
    pages.receipt.each(&mut see);
    pages.choices.each(&mut see);
    pages.confirm.each(&mut see);
    pages.not_found.each(&mut see);
    pages.error.each(&mut see);
    pages.export.each(&mut see);
    pages.verify.each(&mut see);
    pages.faults.each(&mut see);
    texts
}

/// The slots that stand in `text`.
fn slots(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).map(|after| after.split_once('}').expect("a slot is closed").0).collect()
}

#[test]
fn no_locale_loses_a_slot_or_brings_an_unknown_one() {
    for &locale in Locale::ALL {
        for (name, wanted, text) in texts(locale) {
            assert_eq!(slots(text), wanted.into_iter().collect(), "{locale} {name}: {text}");
            assert_eq!(text.matches('}').count(), text.matches('{').count(), "{locale} {name}: {text}");
        }
    }
}

#[test]
fn every_text_is_one_clean_line_and_no_two_locales_share_a_sentence() {
    for &locale in Locale::ALL {
        for (name, _, text) in texts(locale) {
            assert_eq!(text::line(text, 400).unwrap(), text, "{locale} {name}");
        }
    }
    for ((name, _, danish), (_, _, english)) in texts(Locale::Da).into_iter().zip(texts(Locale::En)) {
        assert!(danish != english || !danish.contains(' '), "{name} is not translated: {danish}");
    }
}

#[test]
fn every_edition_names_whatsapp_and_the_business_beside_the_boxes() {
    for &locale in Locale::ALL {
        assert!(!of(locale).form.editions.is_empty());
        for edition in of(locale).form.editions {
            assert!(edition.statement.contains("WhatsApp") && edition.statement.contains("{business}"));
        }
    }
}

#[test]
fn labels_fit_the_limits_of_a_notice() {
    use crate::business::limits;
    for &locale in Locale::ALL {
        for edition in of(locale).form.editions {
            for (text, max) in [
                (edition.heading, limits::HEADING),
                (edition.legend, limits::LEGEND),
                (edition.submit, limits::SUBMIT),
                (edition.success_heading, limits::SUCCESS_HEADING),
                (edition.success_text, limits::SUCCESS_TEXT),
            ] {
                assert_eq!(text::line(text, max).unwrap(), text, "{locale}");
            }
        }
    }
}

#[test]
fn a_slot_is_filled_once_and_braces_in_a_value_stay() {
    assert_eq!(fill("Ja tak, {business}!", &[("business", "A")]), "Ja tak, A!");
    assert_eq!(fill("{a}{b}{a}", &[("a", "{b}"), ("b", "x")]), "{b}x{b}");
    assert_eq!(fill("{unknown} {a", &[("a", "x")]), "{unknown} {a");
    assert_eq!(fill("{{a}}", &[("a", "x")]), "{x}");
}

#[test]
fn a_cap_is_worded_by_its_number_and_period() {
    use crate::category::{Cap, Period};
    let table = [
        (1, Period::Day, "Højst 1 besked om dagen", "At most 1 message a day"),
        (3, Period::Day, "Højst 3 beskeder om dagen", "At most 3 messages a day"),
        (1, Period::Week, "Højst 1 besked om ugen", "At most 1 message a week"),
        (2, Period::Week, "Højst 2 beskeder om ugen", "At most 2 messages a week"),
        (1, Period::Month, "Højst 1 besked om måneden", "At most 1 message a month"),
        (1000, Period::Month, "Højst 1000 beskeder om måneden", "At most 1000 messages a month"),
    ];
    for (max, per, danish, english) in table {
        let one = Cap::new(max, per).unwrap();
        assert_eq!(cap(Locale::Da, one), danish);
        assert_eq!(cap(Locale::En, one), english);
    }
}

#[test]
fn a_moment_reads_as_people_write_it() {
    let at: Timestamp = "2026-03-02T09:05:59.999Z".parse().unwrap();
    assert_eq!(moment(Locale::Da, at), "2. marts 2026 kl. 09.05 UTC");
    assert_eq!(moment(Locale::En, at), "2 March 2026, 09:05 UTC");
    assert_eq!(moment(Locale::En, "2026-12-30T23:00:00Z".parse().unwrap()), "30 December 2026, 23:00 UTC");
}

#[test]
fn each_state_and_each_problem_has_words() {
    use crate::problem::ProblemType;
    use crate::state::State;
    for &locale in Locale::ALL {
        let pages = &of(locale).pages;
        let words: BTreeSet<_> = [State::NeverAsked, State::Pending, State::Granted, State::Withdrawn]
            .map(|state| pages.states.word(state))
            .into();
        assert_eq!(words.len(), 4);
        for &kind in ProblemType::ALL {
            assert!(!pages.error.problem(kind).is_empty());
        }
    }
}

proptest! {
    #[test]
    fn filling_never_panics_and_keeps_what_is_no_slot(template in any::<String>(), value in any::<String>()) {
        let filled = fill(&template, &[("a", &value)]);
        if !template.contains("{a}") {
            prop_assert_eq!(filled, template);
        }
    }
}
