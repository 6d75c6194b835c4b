//! The prepared message that a `wa.me` link carries: what sending it says yes to, and the code that leads back to it.
//!
//! Its reader may change it before sending, and what comes back was on the way through other people's programs. So it is
//! compared with what was prepared, and confirms only where both are the same but for what nobody can see: no character
//! that steers the direction of writing is put in, since some programs drop them.

use std::borrow::Cow;

use icu_normalizer::ComposingNormalizerBorrowed;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::code::Code;
use crate::id::Digest32;
use crate::locale::Locale;
use crate::phone::E164;
use crate::text;
use crate::wording::{self, fill};

/// What stands before each category. WhatsApp makes nothing of it, as it does of `-` and `*`.
const BULLET: &str = "• ";

/// What a query may hold as it is: the unreserved characters of RFC 3986 section 2.3.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The message in which a shopper says yes to `titles`, the names of the categories in the notice's language, from `business`.
///
/// Each category has a line of its own: a list inside a sentence would need commas that differ by language, and would
/// change its order among words that run the other way.
pub fn compose(locale: Locale, business: &str, titles: &[&str], code: Code) -> String {
    let words = &wording::of(locale).whatsapp;
    let mut draft = fill(words.draft.text, &[("business", &text::clean(business))]);
    for title in titles {
        draft.extend(["\n", BULLET, &text::clean(title)]);
    }
    draft.push('\n');
    draft.push_str(&fill(words.draft_code.text, &[("code", &code.to_string())]));
    draft
}

/// The link that opens WhatsApp with `text` prepared for `number`: `https://wa.me/4520123456?text=…`.
pub fn link(number: &E164, text: &str) -> String {
    format!("https://wa.me/{}?text={}", number.digits(), utf8_percent_encode(text, RESERVED))
}

/// Whether `sent` is the message that was prepared as `expected`, but for white space and what nobody can see.
pub fn is_intact(sent: &str, expected: &str) -> bool {
    visible(sent) == visible(expected)
}

/// SHA-256 of the message as [`is_intact`] compares it: the same for all messages that are the same to it.
pub fn text_hash(text: &str) -> Digest32 {
    Digest32::of(visible(text).as_bytes())
}

/// `text` as it is seen: white space folded, without what steers or joins, and composed (NFC).
fn visible(text: &str) -> String {
    // Which picture a sign gets is chosen anew by each program.
    let clean: String = text::clean(text).chars().filter(|char| !matches!(char, '\u{fe0e}' | '\u{fe0f}')).collect();
    match ComposingNormalizerBorrowed::new_nfc().normalize(&clean) {
        Cow::Borrowed(_) => clean,
        Cow::Owned(composed) => composed,
    }
}

#[cfg(test)]
mod tests;
