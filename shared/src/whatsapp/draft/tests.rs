//! A prepared message says what it does, arrives whole, and confirms nothing once it was changed.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
use icu_normalizer::DecomposingNormalizerBorrowed;
use percent_encoding::percent_decode_str;
use proptest::prelude::*;

use super::*;
use crate::preset::Preset;
use crate::whatsapp::said::{Said, said};

fn code() -> Code {
    Code::derive(&[3; 32], b"an offer")
}

fn draft(locale: Locale) -> String {
    compose(locale, "Nordlys Kaffe", &["Tilbage på lager", "Tilbud & kampagner"], code())
}

#[test]
fn a_draft_reads_as_people_write() {
    let code = code();
    assert_eq!(
        compose(Locale::En, "Nordlys Kaffe", &["Back in stock", "Offers"], code),
        format!(
            "Yes please, Nordlys Kaffe may send me messages on WhatsApp about:\n• Back in stock\n• Offers\n\
             By sending this I say yes. Code: {code}"
        )
    );
    assert_eq!(
        compose(Locale::Da, "Nordlys Kaffe", &["Tilbage på lager"], code),
        format!(
            "Ja tak, Nordlys Kaffe må sende mig beskeder på WhatsApp om:\n• Tilbage på lager\n\
             Når jeg sender dette, siger jeg ja. Kode: {code}"
        )
    );
}

#[test]
fn every_language_names_whatsapp_the_business_the_categories_and_the_code() {
    for &locale in Locale::ALL {
        let titles: Vec<_> = Preset::ALL.map(|preset| preset.text(locale).title).to_vec();
        let draft = compose(locale, "Stop & Shop", &titles, code());
        for part in [&["WhatsApp", "Stop & Shop"], titles.as_slice()].concat() {
            assert_eq!(draft.matches(part).count(), 1, "{locale}: {part} in {draft}");
        }
        assert_eq!(said(&draft), Said::Code { code: code(), near_stop: false }, "{locale}: {draft}");
        assert_eq!(draft, draft.lines().map(text::clean).collect::<Vec<_>>().join("\n"), "{locale} steers nothing");
        assert!(draft.chars().count() < 1_000, "{locale}: WhatsApp takes 4,096");
    }
}

#[test]
fn values_that_steer_are_cleaned() {
    let draft = compose(Locale::En, "Nord\u{202e}lys\n", &["\u{2068}Offers\u{2069}"], code());
    assert!(draft.starts_with("Yes please, Nordlys may send me messages on WhatsApp about:\n• Offers\n"), "{draft}");
}

#[test]
fn a_link_carries_digits_and_nothing_reserved() {
    let number: E164 = "+4520123456".parse().unwrap();
    assert_eq!(
        link(&number, "a b+c&d=é\n~-._•"),
        "https://wa.me/4520123456?text=a%20b%2Bc%26d%3D%C3%A9%0A~-._%E2%80%A2"
    );
}

#[test]
fn what_nobody_sees_may_be_lost_or_added_on_the_way() {
    for &locale in Locale::ALL {
        let draft = draft(locale);
        let decomposed = DecomposingNormalizerBorrowed::new_nfd().normalize(&draft).into_owned();
        for sent in [
            draft.clone(),
            format!("  {draft}\n\n"),
            draft.replace('\n', "\r\n"),
            draft.replace('\n', " "),
            draft.replace(' ', "\u{a0}"),
            format!("\u{200f}\u{202b}{draft}\u{202c}"),
            draft.replace("Nordlys", "\u{2068}Nord\u{200b}lys\u{2069}"),
            draft.replace('•', "•\u{fe0e}"),
            decomposed,
        ] {
            assert!(is_intact(&sent, &draft), "{locale}: {sent:?}");
            assert_eq!(text_hash(&sent), text_hash(&draft), "{locale}: {sent:?}");
        }
    }
}

#[test]
fn an_edited_sentence_confirms_nothing() {
    for &locale in Locale::ALL {
        let draft = draft(locale);
        let code = code().to_string();
        for sent in [
            String::new(),
            code.clone(),
            draft.replace(&code, ""),
            draft.replace("• Tilbud & kampagner\n", ""),
            draft.replace("Nordlys", "Sydlys"),
            draft.replace("Kaffe", "kaffe"),
            format!("{draft}."),
            format!("{draft} not!"),
            format!("No. {draft}"),
            format!("{draft}\n{draft}"),
            draft.replace(':', ""),
        ] {
            assert!(!is_intact(&sent, &draft), "{locale}: {sent:?}");
            assert_ne!(text_hash(&sent), text_hash(&draft), "{locale}: {sent:?}");
        }
    }
}

proptest! {
    #[test]
    fn a_links_text_reads_back(digits in "[1-9][0-9]{6,14}", text in any::<String>()) {
        let number: E164 = format!("+{digits}").parse().unwrap();
        let link = link(&number, &text);
        let start = format!("https://wa.me/{digits}?text=");
        let encoded = link.strip_prefix(&start).unwrap();
        prop_assert!(encoded.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~%".contains(&byte)));
        prop_assert_eq!(percent_decode_str(encoded).decode_utf8().unwrap(), text);
    }

    #[test]
    fn the_code_is_found_in_any_draft_of_words(
        at in 0..Locale::ALL.len(),
        business in "[a-zæøåא-תа-я ]{1,40}",
        titles in proptest::collection::vec("[A-Za-z0-9 ]{1,40}", 1..9),
        what in any::<[u8; 8]>(),
    ) {
        let code = Code::derive(&[3; 32], &what);
        let titles: Vec<&str> = titles.iter().map(String::as_str).collect();
        let draft = compose(Locale::ALL[at], &business, &titles, code);
        prop_assert_eq!(Code::find_in(&draft), Some(code), "{}", draft);
        prop_assert!(is_intact(&draft, &draft));
    }

    #[test]
    fn intact_is_what_has_the_same_hash(sent in any::<String>(), expected in any::<String>()) {
        prop_assert_eq!(is_intact(&sent, &expected), text_hash(&sent) == text_hash(&expected));
        prop_assert_eq!(visible(&visible(&sent)), visible(&sent));
    }

    #[test]
    fn one_letter_changed_is_seen(at in 0..Locale::ALL.len(), place in any::<proptest::sample::Index>(), letter in "[a-z]") {
        let draft = draft(Locale::ALL[at]);
        let mut sent: Vec<String> = draft.chars().map(String::from).collect();
        let place = place.index(sent.len());
        prop_assume!(sent[place] != letter);
        sent[place] = letter;
        prop_assert!(!is_intact(&sent.concat(), &draft));
    }
}
