//! Texts from outside, made safe to print: one line, nothing invisible, nothing that turns the reading order; and set apart
//! from the words around them where the directions of writing differ.

use std::borrow::Cow;

use crate::locale::Dir;

/// A text that cannot be used as a line; the sentence says what to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TextFault {
    /// Nothing is left that a person could read.
    #[error("must hold at least one letter or digit")]
    Empty,
    /// More characters than the place allows.
    #[error("must be at most {max} characters; it has {found}")]
    TooLong {
        /// How many characters are allowed.
        max: usize,
        /// How many there are, after cleaning.
        found: usize,
    },
}

/// `text` without what nobody can see or what reorders its neighbours, white space folded to single spaces.
///
/// Two names that look the same should be the same, a name must not turn the sentence around it, and a text must not
/// hide another. Unicode normalisation is left alone: it would need tables for no gain in safety here.
pub fn clean(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut gap = false;
    for character in text.chars() {
        if character.is_whitespace() {
            gap = true;
        } else if !is_unseen(character) {
            if gap && !clean.is_empty() {
                clean.push(' ');
            }
            gap = false;
            clean.push(character);
        }
    }
    clean
}

/// The cleaned `text`, refused when nobody could read it or when it has more than `max_chars` characters.
///
/// Lengths count Unicode scalar values, as they come after cleaning.
pub fn line(text: &str, max_chars: usize) -> Result<String, TextFault> {
    let clean = clean(text);
    if !clean.chars().any(char::is_alphanumeric) {
        return Err(TextFault::Empty);
    }
    let found = clean.chars().count();
    if found > max_chars {
        return Err(TextFault::TooLong { max: max_chars, found });
    }
    Ok(clean)
}

/// `value` as it stands among words written in direction `around`: a piece by itself (U+2068 FIRST STRONG ISOLATE to U+2069),
/// so that its brackets, digits and full stops keep their places and its neighbours theirs.
///
/// The characters are put in where a page is made, and never into what is stored: [`clean`] takes them out. Nothing is set
/// apart where all is written from left to right.
pub fn isolated(value: &str, around: Dir) -> Cow<'_, str> {
    if around == Dir::Rtl || value.chars().any(is_rtl) {
        Cow::Owned(format!("\u{2068}{value}\u{2069}"))
    } else {
        Cow::Borrowed(value)
    }
}

/// Whether `character` may be of a script that is written from right to left: the blocks that Unicode keeps for them.
fn is_rtl(character: char) -> bool {
    matches!(character,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' | '\u{10800}'..='\u{10fff}'
        | '\u{1e800}'..='\u{1efff}')
}

/// Whether `character` is invisible or steers direction: controls (Cc), line and bidi controls, zero-width
/// characters, and the rest of Unicode's `Default_Ignorable_Code_Point`, save the two variation selectors that choose
/// between the text and the emoji form of a symbol.
///
/// This takes the joiners from scripts that write with them (Persian, several of India); a locale that needs them
/// should let them through between two letters of its script.
fn is_unseen(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{ad}' // soft hyphen
            | '\u{34f}' // combining grapheme joiner
            | '\u{61c}' // Arabic letter mark
            | '\u{115f}'..='\u{1160}' // Hangul fillers
            | '\u{17b4}'..='\u{17b5}' // Khmer inherent vowels
            | '\u{180b}'..='\u{180f}' // Mongolian selectors and vowel separator
            | '\u{200b}'..='\u{200f}' // zero-width space, joiners, direction marks
            | '\u{202a}'..='\u{202e}' // embeddings and overrides
            | '\u{2060}'..='\u{206f}' // word joiner, invisible operators, isolates
            | '\u{3164}' // Hangul filler
            | '\u{fe00}'..='\u{fe0d}' // variation selectors 1 to 14
            | '\u{feff}' // byte order mark
            | '\u{ffa0}' // half-width Hangul filler
            | '\u{fff0}'..='\u{fffb}' // unassigned ignorables, interlinear annotation
            | '\u{1bca0}'..='\u{1bca3}' // shorthand format controls
            | '\u{1d173}'..='\u{1d17a}' // musical format controls
            | '\u{e0000}'..='\u{e0fff}' // tags and further variation selectors
        )
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_turns_or_hides_text_is_taken_out() {
        let cases = [
            ("  Nordlys \t\r\n Kaffe ", "Nordlys Kaffe"),
            ("Nord\u{202e}lys\u{2066}", "Nordlys"),
            ("Nord\u{200b}\u{200d}\u{feff}lys\u{ad}", "Nordlys"),
            ("Nord\u{0}ly\u{7f}s\u{85}Kaffe", "Nordlys Kaffe"),
            ("\u{e0041}A\u{2028}B", "A B"),
            ("Smørrebrød ☕\u{fe0f} & Søn", "Smørrebrød ☕\u{fe0f} & Søn"),
        ];
        for (raw, cleaned) in cases {
            assert_eq!(line(raw, 80).unwrap(), cleaned, "{raw:?}");
        }
    }

    #[test]
    fn a_line_that_nobody_could_read_is_refused() {
        for text in ["", "   ", "\u{200b}", "\u{3164}", "\u{2800}", "…", "☕\u{fe0f}", "\u{202e}\u{0}"] {
            assert_eq!(line(text, 80), Err(TextFault::Empty), "{text:?}");
        }
    }

    #[test]
    fn length_counts_characters_after_cleaning() {
        assert_eq!(line(" æøå\u{200b} ", 3).unwrap(), "æøå");
        assert_eq!(line("æøåé", 3), Err(TextFault::TooLong { max: 3, found: 4 }));
    }

    #[test]
    fn a_value_is_set_apart_where_directions_differ_and_nowhere_else() {
        assert_eq!(isolated("Nordlys (DK)", Dir::Ltr), "Nordlys (DK)");
        assert_eq!(isolated("Nordlys (DK)", Dir::Rtl), "\u{2068}Nordlys (DK)\u{2069}");
        assert_eq!(isolated("קפה 12", Dir::Ltr), "\u{2068}קפה 12\u{2069}");
        assert_eq!(clean(&isolated("قهوة", Dir::Rtl)), "قهوة");
    }

    proptest! {
        #[test]
        fn cleaning_twice_is_cleaning_once(text in any::<String>()) {
            let once = clean(&text);
            prop_assert_eq!(clean(&once), once.clone());
            prop_assert!(!once.chars().any(|c| is_unseen(c) || (c.is_whitespace() && c != ' ')));
        }
    }
}
