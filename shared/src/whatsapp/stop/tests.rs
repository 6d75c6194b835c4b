//! The table is as its lookups need it.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::*;
use crate::locale::Locale;

#[test]
fn every_language_has_words_of_every_reach_and_courtesies() {
    for &locale in Locale::ALL {
        for reach in [Reach::Doubt, Reach::Alone, Reach::Short, Reach::Anywhere] {
            assert!(
                words::STOP.iter().any(|(theirs, known, _)| (*theirs, *known) == (locale, reach)),
                "{locale} {reach:?}"
            );
        }
        assert!(words::COURTESIES.iter().any(|(theirs, _)| *theirs == locale), "{locale}");
        assert!(words::ORDINARY.iter().any(|(theirs, _)| *theirs == locale), "{locale}");
    }
}

#[test]
fn no_language_lists_a_word_twice() {
    for &locale in Locale::ALL {
        let mut seen = BTreeMap::new();
        for (_, reach, texts) in words::STOP.iter().filter(|(theirs, ..)| *theirs == locale) {
            for text in *texts {
                // Spellings that are one when folded are listed for their readers; with two reaches they would mislead.
                let known = seen.insert(folded(text), *reach);
                assert!(known.is_none_or(|known| known == *reach), "{locale}: {text} has two reaches");
            }
        }
    }
}

#[test]
fn every_entry_is_read_and_fits_the_bounds() {
    for (locale, reach, texts) in words::STOP {
        for text in *texts {
            let folded = folded(text);
            let words = distinct(&folded);
            assert!(!words.is_empty() && words.len() + 6 <= WHOLE_WORDS, "{locale}: {text} and its courtesies");
            // A word doubtful in one language may be plain in another.
            let least = if *reach == Reach::Doubt { Nearness::Near } else { Nearness::Whole };
            assert!([Some(Nearness::Whole), Some(least)].contains(&nearness(text)), "{locale}: {text}");
        }
    }
}

#[test]
fn no_courtesy_and_no_ordinary_word_is_a_stop() {
    for (locale, texts) in words::COURTESIES {
        for text in *texts {
            assert_eq!(nearness(text), None, "{locale}: {text}");
        }
    }
    // Some words that are ordinary among others mean a stop when they stand alone.
    let alone: BTreeSet<_> =
        words::STOP.iter().flat_map(|(_, _, texts)| texts.iter()).map(|text| folded(text)).collect();
    for (locale, texts) in words::ORDINARY {
        for text in texts.iter().filter(|text| !alone.contains(&folded(text))) {
            assert_eq!(nearness(text), None, "{locale}: {text}");
        }
    }
}

#[test]
fn every_slip_in_a_word_is_seen() {
    for entry in &TABLE.singles {
        for at in 0..entry.len() {
            let mut typed = entry.clone();
            typed.remove(at);
            let typed: String = typed.into_iter().collect();
            // Three of a letter are one, which is a slip too many.
            if !TABLE.ordinary.contains(&typed) && folded(&typed) == typed {
                assert!(nearness(&typed).is_some(), "{typed}");
            }
        }
    }
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in any::<String>(), near in "[stopbdnk’ .?!אבהסרلغاء]{0,40}") {
        let _ = nearness(&text);
        let _ = nearness(&near);
    }

    #[test]
    fn courtesies_around_a_stop_change_nothing(
        (_, _, texts) in proptest::sample::select(words::STOP.iter().filter(|(_, reach, _)| *reach > Reach::Doubt).collect::<Vec<_>>()),
        which in any::<proptest::sample::Index>(),
        (_, before) in proptest::sample::select(words::COURTESIES),
        (_, after) in proptest::sample::select(words::COURTESIES),
        courtesy in any::<proptest::sample::Index>(),
    ) {
        let text = format!("{}, {}! {}", courtesy.get(before), which.get(texts).to_uppercase(), courtesy.get(after));
        prop_assert_eq!(nearness(&text), Some(Nearness::Whole), "{}", text);
    }

    #[test]
    fn a_stop_among_many_words_is_left_to_the_business(word in "[xyz]{3,5}", count in 8..40_usize) {
        let talk = vec![word; count].iter().enumerate().map(|(at, word)| format!("{word}{at}")).collect::<Vec<_>>().join(" ");
        prop_assert_eq!(nearness(&format!("{talk} stop {talk}")), None);
    }

    #[test]
    fn a_long_message_costs_no_more_than_a_full_one(word in "(please|stop|opt) ", count in 1_000..20_000_usize) {
        let _ = nearness(&word.repeat(count));
    }
}
