//! Reading the handwriting: a typed text becomes digits and how they are to be dialled.

use jatak_shared::country::calling_code_length;
use jatak_shared::phone::ascii_digits;

use crate::fault::NumberFault;

/// The most characters that are read: `tel:`, a plus, a bracketed zero and 15 digits with a sign after each are under 40,
/// and the rest is room for the invisible marks that copying out of an address book adds.
pub const MAX_CHARS: usize = 64;

/// Signs, beside white space, that people write between digits.
const SEPARATORS: &str = "-‐‑‒–—―−ー－./．／()[]（）［］~∼～⁓·";

/// Words that announce an extension, the first as RFC 3966 writes it.
const EXTENSION_WORDS: [&str; 10] =
    [";ext", "x", "ext", "extn", "extension", "extensión", "int", "anexo", "доб", "lokal"];

/// A typed text without its handwriting.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Typed {
    /// Whether a plus stands before the first digit.
    pub(crate) plus: bool,
    /// Every digit, in ASCII; at least one.
    pub(crate) digits: String,
    /// Where among the digits a zero stands that had brackets of its own: `+45 (0) 20 12 34 56`.
    bracketed_zero: Option<usize>,
}

impl Typed {
    /// Reads a text of any length and content.
    pub(crate) fn read(text: &str) -> Result<Self, NumberFault> {
        let text = text.trim_matches(|char: char| char.is_whitespace() || is_invisible(char));
        if text.chars().nth(MAX_CHARS).is_some() {
            return Err(NumberFault::TooLong);
        }
        let text = ascii_digits(without_scheme(text));
        let mut typed = Self { plus: false, digits: String::new(), bracketed_zero: None };
        let mut bracket = None;
        for (at, char) in text.char_indices() {
            if char.is_ascii_digit() {
                typed.digits.push(char);
                continue;
            }
            match char {
                '+' if typed.digits.is_empty() => typed.plus = true,
                '(' | '（' => bracket = Some(typed.digits.len()),
                ')' | '）' => {
                    let own = bracket.take().filter(|&open| &typed.digits[open..] == "0");
                    typed.bracketed_zero = typed.bracketed_zero.or(own);
                }
                _ if char.is_whitespace() || is_invisible(char) || SEPARATORS.contains(char) => {}
                _ if !typed.digits.is_empty() && is_extension(&text[at..]) => return Err(NumberFault::Extension),
                _ => return Err(NumberFault::NotANumber),
            }
        }
        if typed.digits.is_empty() { Err(NumberFault::Missing) } else { Ok(typed) }
    }

    /// What the digits can mean, likeliest first: a bracketed zero is a trunk prefix that is not dialled from abroad, or,
    /// as in Italy, a part of the number.
    pub(crate) fn readings(&self) -> Vec<Reading> {
        let without_zero = self.bracketed_zero.map(|at| [&self.digits[..at], &self.digits[at + 1..]].concat());
        let trunk = without_zero.filter(|_| self.bracketed_zero == Some(self.prefix_length()));
        trunk.into_iter().chain([self.digits.clone()]).map(|digits| self.reading(digits)).collect()
    }

    /// How many digits stand before the national number: the international prefix and the calling code, as far as written.
    fn prefix_length(&self) -> usize {
        let international = self.digits.strip_prefix("00");
        match (international, self.plus) {
            (Some(rest), _) => 2 + calling_code_length(rest),
            (None, true) => calling_code_length(&self.digits),
            (None, false) => 0,
        }
    }

    fn reading(&self, digits: String) -> Reading {
        match (digits.strip_prefix("00"), self.plus) {
            // No calling code begins with 0, so what stands after a plus and 00 is meant: a form had the plus already.
            (Some(rest), true) => Reading::International(rest.to_owned()),
            (Some(_), false) => Reading::DoubleZero(digits),
            (None, true) => Reading::International(digits),
            (None, false) => Reading::National(digits),
        }
    }
}

/// One meaning of the digits.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Reading {
    /// A calling code and a number: it was written with a plus.
    International(String),
    /// `00` and more: in most countries what a plus stands for, in some the beginning of a longer prefix (Singapore's
    /// 001), in a few that of a national number.
    DoubleZero(String),
    /// A number as dialled within a country.
    National(String),
}

/// The text after `tel:` (RFC 3966), in any case.
fn without_scheme(text: &str) -> &str {
    match text.split_at_checked(4) {
        Some((scheme, rest)) if scheme.eq_ignore_ascii_case("tel:") => rest,
        _ => text,
    }
}

/// Whether the character shows nothing and so means nothing here: joiners, marks of direction, a soft hyphen.
fn is_invisible(char: char) -> bool {
    matches!(char, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// Whether what follows the digits announces an extension: `;ext=`, a pause, a hash, or one of the words.
fn is_extension(rest: &str) -> bool {
    let ends_word = |char: char| char.is_ascii_digit() || char.is_whitespace() || ".:=".contains(char);
    let word = rest.split(ends_word).next().unwrap_or_default();
    rest.starts_with([',', '#']) || EXTENSION_WORDS.iter().any(|announcing| word.eq_ignore_ascii_case(announcing))
}
