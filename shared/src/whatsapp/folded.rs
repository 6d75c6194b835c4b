//! What people type, in one form: the same word from any keyboard, with or without its accents, is the same text here.

use icu_normalizer::DecomposingNormalizerBorrowed;
use icu_normalizer::properties::CanonicalCombiningClassMapBorrowed;

use crate::text;

/// How many characters of a message are looked at: as many as WhatsApp lets a text have.
pub(super) const MAX_CHARS: usize = 4_096;

/// `text` as words of small letters and digits with single spaces between them.
///
/// Widths and styles of letters are undone (`ｓｔｏｐ`, `𝗦𝗧𝗢𝗣`), and accents, Hebrew points and Arabic vowels taken out with all
/// else that combines (`ё` is `е`). The letters of [`plain`] are brought together. Whatever is neither letter nor digit
/// parts words, but an apostrophe, which is left out (`don’t` is `dont`). A letter typed three times or more stands once
/// (`STOOOP`), and three or more words of one letter in a row are one word (`s.t.o.p`). Past [`MAX_CHARS`] nothing is read.
pub(super) fn folded(text: &str) -> String {
    let marks = CanonicalCombiningClassMapBorrowed::new();
    let start: String = text.chars().take(MAX_CHARS).collect();
    let clean: String = text::clean(&start).chars().filter(|&char| !is_left_out(char)).collect();
    let mut folded = String::with_capacity(clean.len());
    let mut gap = false;
    for char in DecomposingNormalizerBorrowed::new_nfkd().normalize(&clean).chars().flat_map(char::to_lowercase) {
        if marks.get_u8(char) != 0 || is_left_out(char) {
            continue;
        }
        if !char.is_alphanumeric() {
            gap = true;
            continue;
        }
        if gap && !folded.is_empty() {
            folded.push(' ');
        }
        gap = false;
        match plain(char) {
            Some(plain) => folded.push_str(plain),
            None => folded.push(char),
        }
    }
    shortened(&spelt_together(&shortened(&folded)))
}

/// What stands inside a word and is no part of it: apostrophes of all kinds, the stroke that stretches Arabic words, what
/// chooses the picture of a sign, and the frame of a key.
fn is_left_out(char: char) -> bool {
    matches!(
        char,
        '\'' | '`'
            | '´'
            | 'ʹ'
            | 'ʻ'
            | 'ʼ'
            | '‘'
            | '’'
            | '‛'
            | '′'
            | '＇'
            | '׳'
            | '״'
            | 'ـ'
            | '\u{fe0e}'
            | '\u{fe0f}'
            | '\u{20e3}'
    )
}

/// The spelling that a letter shares with others where no table of Unicode takes it apart: letters of Danish and German
/// that other keyboards lack, and Arabic ones that are typed for each other.
fn plain(char: char) -> Option<&'static str> {
    Some(match char {
        'ø' => "o",
        'æ' => "ae",
        'ß' => "ss",
        'ı' => "i",
        'ٱ' => "ا",
        'ى' | 'ی' => "ي",
        'ک' => "ك",
        'ة' => "ه",
        _ => return None,
    })
}

/// `words` with every three or more in a row that are one character each as one word.
fn spelt_together(words: &str) -> String {
    let mut together = String::with_capacity(words.len());
    let words: Vec<_> = words.split(' ').collect();
    for run in words.chunk_by(|one, next| is_single(one) && is_single(next)) {
        if !together.is_empty() {
            together.push(' ');
        }
        together.push_str(&run.join(if run.len() < 3 { " " } else { "" }));
    }
    together
}

fn is_single(word: &str) -> bool {
    word.chars().count() == 1
}

/// `text` with every run of three or more of one letter made one letter; digits stay, since they may be a number.
fn shortened(text: &str) -> String {
    let mut short = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let after = rest.trim_start_matches(first);
        let run = rest.get(..rest.len() - after.len()).unwrap_or_default();
        if first.is_alphabetic() && run.chars().nth(2).is_some() {
            short.push(first);
        } else {
            short.push_str(run);
        }
        rest = after;
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn any_keyboard_writes_the_same_word() {
        for (text, word) in [
            ("STOP", "stop"),
            ("  Stop!! ", "stop"),
            ("ｓｔｏｐ．", "stop"),
            ("𝗦𝗧𝗢𝗣", "stop"),
            ("ⓈⓉⓄⓅ", "stop"),
            ("\u{202b}st\u{200b}op\u{202c}", "stop"),
            ("🛑 *stop* 🛑", "stop"),
            ("S.T.O.P.", "stop"),
            ("s t o p", "stop"),
            ("Stop a.u.b.!", "stop aub"),
            ("a b", "a b"),
            ("Stooooppp", "stop"),
            ("opt-out", "opt out"),
            ("Don’t\n stop", "dont stop"),
            ("don´t stop", "dont stop"),
            ("CANCELACIÓN", "cancelacion"),
            ("cancelacio\u{301}n", "cancelacion"),
            ("Ophør", "ophor"),
            ("schließen", "schliessen"),
            ("İPTAL", "iptal"),
            ("إلْغَاء", "الغاء"),
            ("إلغـــاء", "الغاء"),
            ("ﺇﻟﻐﺎﺀ", "الغاء"),
            ("كفى", "كفي"),
            ("ازالة", "ازاله"),
            ("הָסֵר", "הסר"),
            ("всё", "все"),
            ("Стой", "стои"),
            ("😀 …", ""),
            ("1000", "1000"),
        ] {
            assert_eq!(folded(text), word, "{text:?}");
        }
    }

    #[test]
    fn no_more_is_read_than_a_message_can_hold() {
        assert_eq!(folded(&"ab ".repeat(10_000)).chars().count(), MAX_CHARS);
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in any::<String>()) {
            let once = folded(&text);
            prop_assert_eq!(folded(&once), once.clone());
        }

        #[test]
        fn only_words_and_single_spaces_are_left(text in any::<String>()) {
            let folded = folded(&text);
            prop_assert!(folded.is_empty() || folded.split(' ').all(|word| !word.is_empty()), "{folded:?}");
            prop_assert!(folded.chars().all(|char| char == ' ' || char.is_alphanumeric()), "{folded:?}");
        }

        #[test]
        fn marks_around_and_between_change_nothing(
            word in "[a-z]{1,2}(xy){1,5}",
            around in "[ .,!\u{200b}\u{200f}\u{202b}\u{2068}🛑❗️*_~\n-]{0,6}",
        ) {
            prop_assert_eq!(folded(&format!("{around}{}{around}", word.to_uppercase())), folded(&word));
        }
    }
}
