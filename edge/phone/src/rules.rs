//! How the numbers of one country are written: what a field needs in order to shape a number while it is typed.
//!
//! The library that decides keeps this knowledge to itself, so it comes from a table of its own (`data/README.md`). What
//! is shaped by a table older than the library is still read by the library, so an old one only misplaces a space.

use jatak_shared::country::Country;

/// The rules of this country, as the JSON that `widget/phone/shape.js` reads. Every country has them, as a test holds.
pub fn rules(country: Country) -> Option<&'static str> {
    let of = |line: &'static str| line.strip_prefix(country.code())?.strip_prefix('\t');
    include_str!("../data/rules.tsv").lines().find_map(of)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
    use rlibphonenumber::{PHONE_NUMBER_UTIL, PhoneNumberFormat, Region};
    use serde_json::{Value, json};

    use super::*;
    use crate::parse;

    fn of(country: Country) -> Value {
        serde_json::from_str(rules(country).unwrap()).unwrap()
    }

    fn texts(value: &Value) -> Vec<&str> {
        value.as_array().unwrap().iter().map(|text| text.as_str().unwrap()).collect()
    }

    #[test]
    fn every_country_has_rules_and_an_example_that_is_a_number_of_it() {
        for country in Country::all() {
            let rules = of(country);
            let example = rules["example"].as_str().unwrap();
            let number = parse(example, Some(country)).unwrap();
            assert_eq!(rules["code"], country.calling_code().to_string());
            assert!(number.digits().starts_with(rules["code"].as_str().unwrap()), "{country}: {example}");
            // As the library itself writes it.
            let region = Region::from_code(country.code()).unwrap();
            let parsed = PHONE_NUMBER_UTIL.parse(example, Some(region)).unwrap();
            assert_eq!(PHONE_NUMBER_UTIL.format(&parsed, PhoneNumberFormat::National), example, "{country}");
            assert!(rules["trunk"].as_str().unwrap().bytes().all(|byte| byte.is_ascii_digit()), "{country}");
        }
    }

    #[test]
    fn a_way_of_writing_names_each_group_that_its_pattern_has() {
        for country in Country::all() {
            for format in of(country)["formats"].as_array().unwrap() {
                let pattern = format["pattern"].as_str().unwrap();
                let groups = pattern.matches('(').count() - pattern.matches("(?:").count();
                let written = texts(&format["written"]);
                // Argentina writes a mobile number without its 9 and with a 15 instead, which is no shape but another
                // number; the field takes the one for abroad then.
                let whole = |text: &&&str| (1..=groups).all(|group| text.contains(&format!("${group}")));
                assert!(written.iter().any(|text| whole(&text)), "{country}: {format}");
                assert!(texts(&format["leading"]).len() <= 2, "{country}: {format}");
            }
        }
    }

    #[test]
    fn the_ways_of_writing_are_those_within_the_country_and_after_its_calling_code() {
        let written = |code: &str, pattern: &str| {
            let formats = of(code.parse().unwrap())["formats"].clone();
            let found = formats.as_array().unwrap().iter().find(|format| format["pattern"] == pattern);
            found.map_or(Value::Null, |format| format["written"].clone())
        };
        assert_eq!(written("DK", r"(\d{2})(\d{2})(\d{2})(\d{2})"), json!(["$1 $2 $3 $4"]));
        assert_eq!(written("US", r"(\d{3})(\d{3})(\d{4})"), json!(["($1) $2-$3", "$1-$2-$3"]));
        assert_eq!(written("GB", r"(\d{4})(\d{6})"), json!(["0$1 $2", "$1 $2"]));
    }

    #[test]
    fn the_main_country_of_each_calling_code_is_the_one_that_the_library_takes() {
        for country in Country::all() {
            let main = PHONE_NUMBER_UTIL.get_region_for_country_code(country.calling_code().into()).unwrap();
            assert_eq!(country.is_main(), Region::from_code(country.code()).unwrap() == main, "{country}");
        }
    }
}
