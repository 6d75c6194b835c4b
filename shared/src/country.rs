//! Countries as a phone number knows them: a code, a calling code, and a name in each language.
//!
//! The tables are text files in `shared/data/countries`, whose README names their sources. The codes become a table while
//! compiling, so that a malformed line fails the build and a lookup is a binary search. The names stay text, read line by
//! line: whoever asks for none (the widget in the browser) does not carry them.

use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::locale::Locale;

/// How many regions have a calling code; the compiler compares this with the file.
const COUNT: usize = 245;

/// Every country, ordered by its code.
static TABLE: [Country; COUNT] = table(include_str!("../data/countries/codes.tsv"));

/// Of countries that share a calling code, the one whose number it is taken for: the first that libphonenumber names. The
/// tests of `jatak-phone` hold the two together.
const MAIN: [&str; 12] = ["AU", "CW", "FI", "GB", "GP", "IT", "MA", "NO", "RE", "RU", "SH", "US"];

/// A region that has a calling code: ISO 3166-1 alpha-2, and `AC`, `TA` and `XK`, which have numbers without being in it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country {
    code: &'static str,
    calling_code: u16,
}

/// A text that is no country's code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the ISO 3166-1 alpha-2 code, in capitals, of a country that has a calling code")]
pub struct NotACountry;

impl Country {
    /// Every country, ordered by its code.
    pub fn all() -> impl ExactSizeIterator<Item = Self> {
        TABLE.iter().copied()
    }

    /// Every country with its name, in the alphabetical order of that language: the options of a select.
    pub fn by_name(locale: Locale) -> impl Iterator<Item = (Self, &'static str)> {
        names(locale).lines().filter_map(|line| {
            let (code, name) = line.split_once('\t')?;
            Some((code.parse().ok()?, name))
        })
    }

    /// Its ISO 3166-1 alpha-2 code, in capitals.
    pub fn code(self) -> &'static str {
        self.code
    }

    /// What a number begins with after the plus: 45 for Denmark. Countries may share one (1, 7, 39, 44, 47 and others).
    pub fn calling_code(self) -> u16 {
        self.calling_code
    }

    /// Whether a number with its calling code is taken for one of this country where nothing else tells: Denmark, and the
    /// United States rather than Jamaica.
    pub fn is_main(self) -> bool {
        MAIN.contains(&self.code) || !Self::all().any(|other| other != self && other.calling_code == self.calling_code)
    }

    /// Its name in that language. Tests hold that each has one; the code stands in, should a table ever lack it.
    pub fn name(self, locale: Locale) -> &'static str {
        let named = |line: &'static str| line.strip_prefix(self.code)?.strip_prefix('\t');
        names(locale).lines().find_map(named).unwrap_or(self.code)
    }
}

/// How many of these digits, those of an E.164 number, are its calling code: 1, 2 or 3.
///
/// No calling code is the beginning of another (ITU-T E.164, 6.2), so the first two digits decide. Codes not yet given
/// out have three digits, as the zones they lie in say.
pub fn calling_code_length(digits: &str) -> usize {
    match digits.as_bytes() {
        [b'1' | b'7', ..] => 1,
        [b'2', b'0' | b'7', ..]
        | [b'3', b'0'..=b'4' | b'6' | b'9', ..]
        | [b'4', b'0' | b'1' | b'3'..=b'9', ..]
        | [b'5', b'1'..=b'8', ..]
        | [b'6', b'0'..=b'6', ..]
        | [b'8', b'1' | b'2' | b'4' | b'6', ..]
        | [b'9', b'0'..=b'5' | b'8', ..] => 2,
        _ => 3,
    }
}

/// The lines `code TAB name` of one language, in its alphabetical order, after lines that begin with `#`.
fn names(locale: Locale) -> &'static str {
    match locale {
        Locale::Da => include_str!("../data/countries/da.tsv"),
        Locale::En => include_str!("../data/countries/en.tsv"),
        Locale::De => include_str!("../data/countries/de.tsv"),
        Locale::Nl => include_str!("../data/countries/nl.tsv"),
        Locale::Es => include_str!("../data/countries/es.tsv"),
        Locale::It => include_str!("../data/countries/it.tsv"),
        Locale::PtBr => include_str!("../data/countries/pt-BR.tsv"),
        Locale::Id => include_str!("../data/countries/id.tsv"),
        Locale::Ms => include_str!("../data/countries/ms.tsv"),
        Locale::Ar => include_str!("../data/countries/ar.tsv"),
        Locale::He => include_str!("../data/countries/he.tsv"),
        Locale::Ru => include_str!("../data/countries/ru.tsv"),
        Locale::Af => include_str!("../data/countries/af.tsv"),
    }
}

/// Reads lines `code TAB calling code`, ordered by code, after lines that begin with `#`.
const fn table(text: &'static str) -> [Country; COUNT] {
    let mut table = [Country { code: "", calling_code: 0 }; COUNT];
    let mut count = 0;
    let mut rest = text;
    while !rest.is_empty() {
        let (line, after) = rest.split_at(line_length(rest.as_bytes()));
        if line.as_bytes()[0] != b'#' {
            assert!(count < COUNT, "codes.tsv has more countries than COUNT says");
            table[count] = country(line);
            assert!(count == 0 || precedes(table[count - 1].code, table[count].code), "codes.tsv is not in order");
            count += 1;
        }
        rest = after;
    }
    assert!(count == COUNT, "codes.tsv has fewer countries than COUNT says");
    table
}

/// The length of the first line, with its line feed.
const fn line_length(text: &[u8]) -> usize {
    let mut at = 0;
    while text[at] != b'\n' {
        at += 1;
    }
    at + 1
}

/// Reads one line: two capitals, a tab, one to three digits, a line feed.
const fn country(line: &'static str) -> Country {
    let bytes = line.as_bytes();
    assert!(bytes[0].is_ascii_uppercase() && bytes[1].is_ascii_uppercase(), "a line does not begin with two capitals");
    assert!(bytes[2] == b'\t' && bytes.len() >= 5 && bytes.len() <= 7, "a line is not `code TAB calling code`");
    let mut calling_code = 0;
    let mut at = 3;
    while at < bytes.len() - 1 {
        assert!(bytes[at].is_ascii_digit(), "a calling code has something other than digits");
        calling_code = calling_code * 10 + (bytes[at] - b'0') as u16;
        at += 1;
    }
    Country { code: line.split_at(2).0, calling_code }
}

/// Whether one code of two letters stands before another.
const fn precedes(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    one[0] < other[0] || (one[0] == other[0] && one[1] < other[1])
}

impl FromStr for Country {
    type Err = NotACountry;

    /// Reads the one printed form: two capitals.
    fn from_str(text: &str) -> Result<Self, NotACountry> {
        let at = TABLE.binary_search_by(|country| country.code.cmp(text)).map_err(|_| NotACountry)?;
        Ok(TABLE[at])
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code)
    }
}

impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code)
    }
}

impl Serialize for Country {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code)
    }
}

impl<'de> Deserialize<'de> for Country {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::parsed::from_text(deserializer)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_code_reads_back_as_its_country() {
        for country in Country::all() {
            assert_eq!(country.code().parse(), Ok(country));
        }
    }

    #[test]
    fn calling_codes_are_those_of_their_countries() {
        for (code, calling_code) in [("DK", 45), ("US", 1), ("JM", 1), ("KZ", 7), ("GB", 44), ("AX", 358), ("XK", 383)]
        {
            assert_eq!(code.parse::<Country>().unwrap().calling_code(), calling_code, "{code}");
        }
    }

    #[test]
    fn other_spellings_are_refused() {
        for text in ["", "D", "dk", "DNK", "DK ", "45", "AQ", "ZZ", "ÅÅ"] {
            assert_eq!(text.parse::<Country>(), Err(NotACountry), "{text}");
        }
    }

    #[test]
    fn every_country_has_one_name_in_every_language() {
        for locale in Locale::ALL.iter().copied() {
            let named: Vec<_> = Country::by_name(locale).collect();
            assert_eq!(named.len(), COUNT);
            assert_eq!(named.iter().map(|(country, _)| *country).collect::<BTreeSet<_>>().len(), COUNT);
            assert_eq!(named.iter().map(|(_, name)| *name).collect::<BTreeSet<_>>().len(), COUNT);
            for (country, name) in named {
                assert!(!name.trim().is_empty() && name.trim() == name, "{country:?}");
                assert_eq!(country.name(locale), name);
            }
        }
    }

    #[test]
    fn names_are_in_the_order_of_their_language() {
        let names = |locale| Country::by_name(locale).map(|(_, name)| name).collect::<Vec<_>>();
        let (danish, english) = (names(Locale::Da), names(Locale::En));
        assert_eq!(danish[0], "Afghanistan");
        assert_eq!(danish[COUNT - 3..], ["Ækvatorialguinea", "Østrig", "Åland"]);
        assert_eq!(english[..2], ["Afghanistan", "Åland Islands"]);
        assert_eq!(english[COUNT - 1], "Zimbabwe");
        assert_eq!(names(Locale::Ar)[..2], ["آيسلندا", "إثيوبيا"]);
        assert_eq!(names(Locale::He)[0], "אוגנדה");
        assert_eq!(names(Locale::Ru)[COUNT - 1], "Япония");
        assert_eq!(names(Locale::PtBr)[..2], ["Afeganistão", "África do Sul"]);
    }

    #[test]
    fn every_calling_code_in_use_is_found_by_its_length() {
        // Beside those of countries: the global services (freephone, shared cost, satellite, networks, premium rate).
        let global = [800, 808, 870, 878, 881, 882, 883, 888, 979];
        for calling_code in Country::all().map(Country::calling_code).chain(global) {
            let text = calling_code.to_string();
            assert_eq!(calling_code_length(&format!("{text}0000000")), text.len(), "{text}");
            assert_eq!(calling_code_length(&format!("{text}9999999")), text.len(), "{text}");
        }
    }

    #[test]
    fn calling_codes_have_one_two_and_three_digits() {
        for (digits, length) in [("12025550123", 1), ("77272345678", 1), ("4520123456", 2), ("35312345678", 3)] {
            assert_eq!(calling_code_length(digits), length, "{digits}");
        }
    }

    #[test]
    fn the_stored_form_is_the_code() {
        let country: Country = serde_json::from_str("\"DK\"").unwrap();
        assert_eq!(serde_json::to_string(&country).unwrap(), "\"DK\"");
        assert!(serde_json::from_str::<Country>("\"dk\"").is_err());
    }
}
