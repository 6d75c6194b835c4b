//! Phone numbers in their one stored form, E.164, and how one is shown without being told.
//!
//! What a person typed becomes an [`E164`] on the edge, which knows the numbering plans. Here is only the form.

use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::country::calling_code_length;

/// A number in E.164 form: a plus and 7 to 15 digits, the first of them not 0.
///
/// Display and serde print it in full. Debug masks it, since a log line may hold no number.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct E164(String);

/// A text that is no number in E.164 form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an E.164 number: a plus, then 7 to 15 digits of which the first is not 0")]
pub struct NotE164;

impl E164 {
    /// The fewest digits: the shortest numbers in use are a calling code of three and four more (Niue, Saint Helena).
    pub const MIN_DIGITS: usize = 7;
    /// The most digits: the limit that ITU-T E.164 sets for an international number.
    pub const MAX_DIGITS: usize = 15;

    /// The digits without the plus.
    pub fn digits(&self) -> &str {
        self.0.trim_start_matches('+')
    }

    /// The number as a page may show it: calling code and last two digits, the rest as bullets in pairs counted from the
    /// right, so that a stranger who sees the page learns no number. `+4520123456` becomes `+45 •• •• •• 56`.
    pub fn masked(&self) -> String {
        let (calling_code, national) = self.digits().split_at(calling_code_length(self.digits()));
        // Of at least seven digits at most three are the calling code: four or more are left here.
        let (hidden, shown) = national.split_at(national.len() - 2);
        let odd = if hidden.len() % 2 == 1 { " •" } else { "" };
        format!("+{calling_code}{odd}{} {shown}", " ••".repeat(hidden.len() / 2))
    }

    /// Its last two digits: what [`masked`](Self::masked) shows of whose it is.
    pub fn last_digits(&self) -> &str {
        // Of seven digits and more.
        &self.0[self.0.len() - 2..]
    }

    /// The number as a `tel:` URI (RFC 3966), which a spreadsheet does not take for a formula: `tel:+4520123456`.
    pub fn as_tel_uri(&self) -> String {
        format!("tel:{}", self.0)
    }
}

impl FromStr for E164 {
    type Err = NotE164;

    /// Reads the one printed form: no spaces, ASCII digits only.
    fn from_str(text: &str) -> Result<Self, NotE164> {
        let digits = text.strip_prefix('+').ok_or(NotE164)?;
        let fits = (Self::MIN_DIGITS..=Self::MAX_DIGITS).contains(&digits.len());
        let numeric = digits.bytes().all(|byte| byte.is_ascii_digit()) && !digits.starts_with('0');
        if fits && numeric { Ok(Self(text.to_owned())) } else { Err(NotE164) }
    }
}

impl fmt::Display for E164 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for E164 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.masked())
    }
}

impl Serialize for E164 {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for E164 {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::parsed::from_text(deserializer)
    }
}

/// The zero of every run of ten decimal digits in Unicode 17 (general category Nd, which assigns digits in tens only),
/// ASCII aside, ascending. Read from the property tables of ICU 78; a newer Unicode only adds to it.
const ZEROS: [u32; 76] = [
    0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0DE6, 0x0E50,
    0x0ED0, 0x0F20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50,
    0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10, 0x104A0, 0x10D30, 0x10D40, 0x11066, 0x110F0,
    0x11136, 0x111D0, 0x112F0, 0x11450, 0x114D0, 0x11650, 0x116C0, 0x116D0, 0x116DA, 0x11730, 0x118E0, 0x11950,
    0x11BF0, 0x11C50, 0x11D50, 0x11DA0, 0x11DE0, 0x11F50, 0x16130, 0x16A60, 0x16AC0, 0x16B50, 0x16D70, 0x1CCF0,
    0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6, 0x1E140, 0x1E2F0, 0x1E4F0, 0x1E5F1, 0x1E950, 0x1FBF0,
];

/// The text with every decimal digit of any script as its ASCII digit, and the full-width plus as `+`. All else stays.
///
/// A person types digits as their keyboard gives them: `٢٠`, `२०` and `２０` all mean 20.
pub fn ascii_digits(text: &str) -> String {
    text.chars().map(ascii_digit).collect()
}

fn ascii_digit(char: char) -> char {
    if char.is_ascii() {
        return char;
    }
    if char == '\u{FF0B}' {
        return '+';
    }
    let point = u32::from(char);
    let run = ZEROS.partition_point(|&zero| zero <= point).checked_sub(1);
    let digit = run.and_then(|run| char::from_digit(point - ZEROS[run], 10));
    digit.unwrap_or(char)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_mask_shows_the_calling_code_and_the_last_two_digits() {
        for (number, masked) in [
            ("+4520123456", "+45 •• •• •• 56"),
            ("+12025550123", "+1 •• •• •• •• 23"),
            ("+4915123456789", "+49 • •• •• •• •• 89"),
            ("+35312345678", "+353 •• •• •• 78"),
            ("+6834002", "+683 •• 02"),
            ("+3580123456", "+358 • •• •• 56"),
        ] {
            let number: E164 = number.parse().unwrap();
            assert_eq!(number.masked(), masked);
            assert_eq!(format!("{number:?}"), masked);
        }
    }

    #[test]
    fn texts_in_another_form_are_refused() {
        for text in [
            "",
            "+",
            "4520123456",
            "+0520123456",
            "+45 20123456",
            "++4520123456",
            "+452012345a",
            "+123456",
            "+1234567890123456",
            "+٤٥٢٠١٢٣٤٥٦",
            "tel:+4520123456",
        ] {
            assert_eq!(text.parse::<E164>(), Err(NotE164), "{text}");
        }
    }

    #[test]
    fn the_stored_form_is_the_printed_one() {
        let number: E164 = serde_json::from_str("\"+4520123456\"").unwrap();
        assert_eq!(serde_json::to_string(&number).unwrap(), "\"+4520123456\"");
        assert_eq!(number.digits(), "4520123456");
        assert_eq!(number.as_tel_uri(), "tel:+4520123456");
        assert!(serde_json::from_str::<E164>("\"20123456\"").is_err());
    }

    #[test]
    fn digits_of_every_script_become_ascii() {
        assert_eq!(ascii_digits("０１２３４５６７８９"), "0123456789");
        assert_eq!(ascii_digits("٠١٢٣٤٥٦٧٨٩"), "0123456789");
        assert_eq!(ascii_digits("०१२३४५६७८९"), "0123456789");
        assert_eq!(ascii_digits("＋٤５ २0"), "+45 20");
        for zero in ZEROS {
            for value in 0..10 {
                let digit = char::from_u32(zero + value).unwrap();
                assert!(digit.is_numeric(), "{digit}");
                assert_eq!(ascii_digits(&digit.to_string()), value.to_string());
            }
        }
    }

    #[test]
    fn what_is_no_decimal_digit_stays() {
        // A letter, superscripts, a Roman and a circled numeral, the sign after the Arabic nine, the last code point.
        for text in ["Å", "²³", "Ⅷ", "⑧", "\u{66A}", "\u{10FFFF}", "-+()"] {
            assert_eq!(ascii_digits(text), text);
        }
        assert!(ZEROS.is_sorted());
    }

    proptest! {
        #[test]
        fn printing_and_reading_back_gives_the_same_number(text in r"\+[1-9][0-9]{6,14}") {
            let number: E164 = text.parse().unwrap();
            prop_assert_eq!(number.to_string(), text.as_str());
            prop_assert_eq!(serde_json::to_string(&number).unwrap(), format!("\"{text}\""));
        }

        #[test]
        fn a_mask_tells_no_digit_but_the_calling_code_and_the_last_two(text in r"\+[1-9][0-9]{6,14}") {
            let number: E164 = text.parse().unwrap();
            let masked = number.masked();
            let shown = masked.chars().filter(char::is_ascii_digit).count();
            prop_assert_eq!(shown, calling_code_length(number.digits()) + 2);
            prop_assert_eq!(masked.chars().filter(|char| *char == '•').count() + shown, number.digits().len());
            prop_assert!(masked.ends_with(&text[text.len() - 2..]));
        }

        #[test]
        fn no_text_makes_reading_panic(text in any::<String>()) {
            if let Ok(number) = text.parse::<E164>() {
                prop_assert_eq!(number.to_string(), text.as_str());
            }
            prop_assert_eq!(ascii_digits(&text).chars().count(), text.chars().count());
        }
    }
}
