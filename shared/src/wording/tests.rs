//! Each locale says everything, with the slots it must have.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]
use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::text;

/// Every text of a locale, in each of its forms, with its name.
fn texts(locale: Locale) -> Vec<(&'static str, &'static str)> {
    let mut texts = Vec::new();
    let mut see = |name, text| texts.push((name, text));
    let Wording { form, pages, months, whatsapp, presets } = of(locale);
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
    checker(locale).verify.each(&mut see);
    checker(locale).faults.each(&mut see);
    pages.statistics.each(&mut see);
    pages.embed.each(&mut see);
    months.each(&mut see);
    whatsapp.each(&mut see);
    presets.each(&mut see);
    texts
}

#[test]
fn every_text_is_one_clean_line() {
    for &locale in Locale::ALL {
        for (name, text) in texts(locale) {
            assert_eq!(text::line(text, 400).unwrap(), text, "{locale} {name}");
            assert!(
                !text.contains(['"', '<', '>']),
                "{locale} {name} has a quotation mark or markup of programs: {text}"
            );
        }
    }
}

/// Languages so near to each other that some texts are the same in both.
const COUSINS: [[Locale; 2]; 3] = [[Locale::Nl, Locale::Af], [Locale::Es, Locale::PtBr], [Locale::Id, Locale::Ms]];

#[test]
fn no_two_locales_share_a_sentence_by_accident() {
    for (at, &one) in Locale::ALL.iter().enumerate() {
        for &other in &Locale::ALL[at + 1..] {
            let theirs: BTreeSet<_> = texts(other).into_iter().collect();
            let said = |(name, text): &(&str, &str)| text.contains(' ') && *name != "CommonWords.moment";
            let shared: Vec<_> = texts(one).into_iter().filter(said).filter(|text| theirs.contains(text)).collect();
            // A file copied and not translated would share all; of these cousins 18 of 284 are the most.
            let most = if COUSINS.contains(&[one, other]) { theirs.len() / 10 } else { 0 };
            assert!(shared.len() <= most, "{one} and {other}: {shared:#?}");
        }
    }
}

#[test]
fn every_edition_names_whatsapp_and_the_business_beside_the_boxes() {
    for &locale in Locale::ALL {
        assert!(!of(locale).form.editions.is_empty());
        for edition in of(locale).form.editions {
            assert!(edition.statement.text.contains("WhatsApp") && edition.statement.text.contains("{business}"));
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
fn a_cap_takes_the_form_that_its_number_has_in_the_language() {
    use crate::category::{Cap, Period};
    let day = |locale, max| cap(locale, Cap::new(max, Period::Day).unwrap());
    let table = [
        (1, "Не более 1 сообщения в день", "رسالة واحدة في اليوم كحد أقصى", "Höchstens 1 Nachricht pro Tag"),
        (2, "Не более 2 сообщений в день", "رسالتان (2) في اليوم كحد أقصى", "Höchstens 2 Nachrichten pro Tag"),
        (5, "Не более 5 сообщений в день", "5 رسائل في اليوم كحد أقصى", "Höchstens 5 Nachrichten pro Tag"),
        (21, "Не более 21 сообщения в день", "21 رسالة في اليوم كحد أقصى", "Höchstens 21 Nachrichten pro Tag"),
        (100, "Не более 100 сообщений в день", "100 رسالة في اليوم كحد أقصى", "Höchstens 100 Nachrichten pro Tag"),
    ];
    for (max, russian, arabic, german) in table {
        assert_eq!(day(Locale::Ru, max), russian);
        assert_eq!(day(Locale::Ar, max), arabic);
        assert_eq!(day(Locale::De, max), german);
    }
    for &locale in Locale::ALL {
        for per in Period::ALL {
            for max in 1..=Cap::MAX {
                let text = cap(locale, Cap::new(max, per).unwrap());
                let number: String = text.chars().filter(char::is_ascii_digit).collect();
                assert!(number == max.to_string() || (max == 1 && number.is_empty()), "{locale} {max}: {text}");
            }
        }
    }
}

#[test]
fn every_locked_sentence_says_who_has_reviewed_it() {
    for &locale in Locale::ALL {
        for edition in of(locale).form.editions {
            // Nobody has, as yet. A review is noted in the locale's file, and in README's table, which a test compares.
            assert_eq!(edition.locked().map(|sentence| sentence.reviewed_by), [Review::None; 5], "{locale}");
            assert_eq!(edition.reviewed_by(), Review::None);
        }
    }
}

#[test]
fn a_moment_reads_as_people_write_it() {
    let at: Timestamp = "2026-03-02T09:05:59.999Z".parse().unwrap();
    assert_eq!(moment(Locale::Da, at), "2. marts 2026 kl. 09.05 UTC");
    assert_eq!(moment(Locale::En, at), "2 March 2026, 09:05 UTC");
    assert_eq!(moment(Locale::De, at), "2. März 2026, 09:05 Uhr UTC");
    assert_eq!(moment(Locale::PtBr, at), "2 de março de 2026, 09:05 UTC");
    assert_eq!(moment(Locale::Ru, at), "2 марта 2026 г., 09:05 UTC");
    assert_eq!(moment(Locale::Ar, at), "2 مارس 2026، الساعة 09:05 UTC");
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
