//! Typed forms and what they mean, and what holds for every text.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use jatak_shared::country::Country;
use jatak_shared::phone::E164;
use proptest::prelude::*;
use rlibphonenumber::{PHONE_NUMBER_UTIL, PhoneNumberFormat, PhoneNumberType, Region};

use super::{parse, syntactic};
use crate::{MAX_CHARS, NumberFault};

/// Parses in the country with this code; `""` is none.
fn read(typed: &str, country: &str) -> Result<String, NumberFault> {
    let country: Option<Country> = (!country.is_empty()).then(|| country.parse().unwrap());
    parse(typed, country).map(|number| number.to_string())
}

fn check(cases: &[(&str, &str, &str)]) {
    for &(typed, country, number) in cases {
        assert_eq!(read(typed, country), Ok(number.to_owned()), "{typed:?} in {country:?}");
    }
}

#[test]
fn a_danish_number_is_read_however_it_is_written() {
    check(&[
        ("20123456", "DK", "+4520123456"),
        ("20 12 34 56", "DK", "+4520123456"),
        ("20-12-34-56", "DK", "+4520123456"),
        ("20.12.34.56", "DK", "+4520123456"),
        ("2012/3456", "DK", "+4520123456"),
        ("(20) 12 34 56", "DK", "+4520123456"),
        ("20\u{A0}12\u{202F}34\u{2009}56", "DK", "+4520123456"),
        (" \t20123456\n", "DK", "+4520123456"),
        ("20–12–34−56", "DK", "+4520123456"),
        ("4520123456", "DK", "+4520123456"),
        ("+45 20 12 34 56", "DK", "+4520123456"),
        ("+45 20 12 34 56", "", "+4520123456"),
        ("+ 45 20123456", "", "+4520123456"),
        ("(+45) 20123456", "", "+4520123456"),
        ("++4520123456", "", "+4520123456"),
        ("004520123456", "", "+4520123456"),
        ("0045 20 12 34 56", "DK", "+4520123456"),
        ("+0045 20123456", "", "+4520123456"),
        ("+45 (0) 20 12 34 56", "", "+4520123456"),
        ("+45(0)20123456", "DK", "+4520123456"),
        ("0045 (0)20 12 34 56", "", "+4520123456"),
        ("(0) 20 12 34 56", "DK", "+4520123456"),
        ("tel:+45-20-12-34-56", "", "+4520123456"),
        ("TEL: 20123456", "DK", "+4520123456"),
        ("\u{202A}+45 20 12 34 56\u{202C}", "", "+4520123456"),
        ("+45\u{200B}20123456\u{FEFF}", "", "+4520123456"),
    ]);
}

#[test]
fn digits_of_other_scripts_are_digits() {
    check(&[
        ("＋４５ ２０ １２ ３４ ５６", "", "+4520123456"),
        ("（２０） １２－３４．５６", "DK", "+4520123456"),
        ("٠٥٠ ١٢٣ ٤٥٦٧", "AE", "+971501234567"),
        ("\u{200F}+٩٧١ ٥٠ ١٢٣ ٤٥٦٧", "", "+971501234567"),
        ("۰۹۱۲ ۳۴۵ ۶۷۸۹", "IR", "+989123456789"),
        ("०८१२३४ ५६७८९", "IN", "+918123456789"),
    ]);
}

#[test]
fn trunk_prefixes_are_cut_where_they_are_not_dialled_from_abroad() {
    check(&[
        ("07400 123456", "GB", "+447400123456"),
        ("+44 (0)7400 123456", "", "+447400123456"),
        ("+44 07400 123456", "", "+447400123456"),
        ("0044 (0) 20 7946 0958", "", "+442079460958"),
        ("0151 23456789", "DE", "+4915123456789"),
        ("+49 (0) 151/23456789", "", "+4915123456789"),
        ("0049 151 23456789", "", "+4915123456789"),
        ("06 12 34 56 78", "FR", "+33612345678"),
        ("+33 (0)6.12.34.56.78", "FR", "+33612345678"),
        ("070-123 45 67", "SE", "+46701234567"),
        ("8 912 345-67-89", "RU", "+79123456789"),
        ("1 (202) 555-0123", "US", "+12025550123"),
        ("(202) 555-0123", "US", "+12025550123"),
        ("+1 876 210 1234", "", "+18762101234"),
        ("090-1234-5678", "JP", "+819012345678"),
        ("04 1234 5678", "AU", "+61412345678"),
    ]);
}

#[test]
fn a_zero_that_belongs_to_the_number_is_kept() {
    check(&[
        ("06 6981 2345", "IT", "+390669812345"),
        ("+39 06 6981 2345", "", "+390669812345"),
        ("+39 (0)6 6981 2345", "", "+390669812345"),
        ("+39 (0) 312 345 6789", "", "+393123456789"),
        ("06 123 4567", "CG", "+242061234567"),
        ("01 23 45 67 89", "CI", "+2250123456789"),
    ]);
}

#[test]
fn mobile_prefixes_of_latin_america_come_out_as_the_library_prints_them() {
    check(&[
        ("011 15-2345-6789", "AR", "+5491123456789"),
        ("+54 9 11 2345 6789", "", "+5491123456789"),
        ("(11) 96123-4567", "BR", "+5511961234567"),
        ("+55 11 96123 4567", "", "+5511961234567"),
        ("222 123 4567", "MX", "+522221234567"),
    ]);
}

#[test]
fn a_plus_or_double_zero_outweighs_the_chosen_country() {
    check(&[
        ("+46 70 123 45 67", "DK", "+46701234567"),
        ("0045 20 12 34 56", "US", "+4520123456"),
        ("0045 20 12 34 56", "JP", "+4520123456"),
        ("0057 321 1234567", "CO", "+573211234567"),
        ("0065 8123 4567", "SG", "+6581234567"),
    ]);
}

#[test]
fn the_international_prefix_of_the_chosen_country_is_understood() {
    check(&[
        ("011 45 20123456", "US", "+4520123456"),
        ("001 45 20123456", "SG", "+4520123456"),
        ("0011 45 20123456", "AU", "+4520123456"),
    ]);
}

#[test]
fn what_is_no_number_is_refused_with_the_rule_it_breaks() {
    use NumberFault as Fault;
    for (typed, country, fault) in [
        ("", "DK", Fault::Missing),
        ("  ", "", Fault::Missing),
        ("+", "", Fault::Missing),
        ("tel:", "DK", Fault::Missing),
        ("20123456", "", Fault::CountryNeeded),
        ("0201234567", "", Fault::CountryNeeded),
        ("20 12 34 5a", "DK", Fault::NotANumber),
        ("2O123456", "DK", Fault::NotANumber),
        ("call 20123456", "DK", Fault::NotANumber),
        ("1-800-FLOWERS", "US", Fault::NotANumber),
        ("20+123456", "DK", Fault::NotANumber),
        ("20123456\0", "DK", Fault::NotANumber),
        ("20123456;phone-context=+45", "DK", Fault::NotANumber),
        ("*20123456", "DK", Fault::NotANumber),
        ("20123456;ext=12", "DK", Fault::Extension),
        ("tel:+45-20123456;ext=12", "", Fault::Extension),
        ("20123456 x12", "DK", Fault::Extension),
        ("20123456 Ext. 12", "DK", Fault::Extension),
        ("20123456, 12", "DK", Fault::Extension),
        ("20123456 #12", "DK", Fault::Extension),
        ("+999 20123456", "", Fault::UnknownCallingCode),
        ("+0 20123456", "", Fault::UnknownCallingCode),
        ("2012345", "DK", Fault::TooShort),
        ("2", "DK", Fault::TooShort),
        ("00", "", Fault::TooShort),
        ("+45 1", "", Fault::TooShort),
        ("201234567", "DK", Fault::TooLong),
        ("+45 201 234 567", "", Fault::TooLong),
        ("123456789012345678901234567890", "DK", Fault::TooLong),
        ("555-0123", "US", Fault::AreaCodeNeeded),
        ("221 1234", "MX", Fault::AreaCodeNeeded),
        ("2 123 456", "CI", Fault::TooShort),
        ("+376 1234567", "", Fault::Impossible),
    ] {
        assert_eq!(read(typed, country), Err(fault), "{typed:?} in {country:?}");
    }
}

#[test]
fn a_text_longer_than_any_number_is_refused_before_it_is_read() {
    let spaced = |spaces| format!("20{}123456", " ".repeat(spaces));
    assert_eq!(read(&spaced(MAX_CHARS - 8), "DK"), Ok("+4520123456".to_owned()));
    assert_eq!(read(&spaced(MAX_CHARS - 7), "DK"), Err(NumberFault::TooLong));
    assert_eq!(read(&"٣".repeat(1_000_000), "DK"), Err(NumberFault::TooLong));
}

#[test]
fn a_possible_number_outside_the_ranges_given_out_is_taken() {
    for (typed, country, number) in [("1123 4567", "DK", "+4511234567"), ("100 000 0000", "US", "+11000000000")] {
        let region = Region::from_code(country).unwrap();
        assert!(!PHONE_NUMBER_UTIL.is_valid_number(&PHONE_NUMBER_UTIL.parse(typed, Some(region)).unwrap()));
        check(&[(typed, country, number)]);
    }
}

#[test]
fn a_business_may_name_any_syntactic_number() {
    let read = |text| syntactic(text).map(|number| number.to_string());
    for (text, number) in [
        ("+4520123456", "+4520123456"),
        ("tel:+4520123456", "+4520123456"),
        ("0045 20 12 34 56", "+4520123456"),
        ("+44 (0)7400 123456", "+447400123456"),
        // Impossible, each in its way, and yet someone's record may be under it; the last is what WhatsApp calls a number
        // in Mexico.
        ("+45201234567", "+45201234567"),
        ("+999 20123456", "+99920123456"),
        ("+1 5550123", "+15550123"),
        ("+52 1 222 123 4567", "+5212221234567"),
    ] {
        assert_eq!(read(text), Ok(number.to_owned()), "{text}");
    }
    for (text, fault) in [
        ("", NumberFault::Missing),
        ("20123456", NumberFault::CountryNeeded),
        ("+0123456789", NumberFault::UnknownCallingCode),
        ("+123456", NumberFault::TooShort),
        ("+1234567890123456", NumberFault::TooLong),
        ("+4520123456;ext=1", NumberFault::Extension),
        ("order_updates", NumberFault::NotANumber),
    ] {
        assert_eq!(read(text), Err(fault), "{text}");
    }
}

#[test]
fn every_country_has_example_numbers_that_are_read_in_every_form() {
    let library = &*PHONE_NUMBER_UTIL;
    let mut read = 0;
    for country in Country::all() {
        let region = Region::from_code(country.code()).unwrap();
        assert_eq!(library.get_country_code_for_region(region), Some(i32::from(country.calling_code())), "{country}");
        for kind in [PhoneNumberType::Mobile, PhoneNumberType::FixedLine, PhoneNumberType::VoIP] {
            let Ok(example) = library.get_example_number_for_type_and_region(region, kind) else { continue };
            let printed = |format| library.format(&example, format).into_owned();
            let number = printed(PhoneNumberFormat::E164);
            for format in [PhoneNumberFormat::E164, PhoneNumberFormat::International, PhoneNumberFormat::RFC3966] {
                let typed = printed(format);
                assert_eq!(parse(&typed, None).unwrap().to_string(), number, "{typed}");
                assert_eq!(parse(&typed, Some(country)).unwrap().to_string(), number, "{typed} in {country}");
                assert_eq!(syntactic(&typed).unwrap().to_string(), number, "{typed}");
            }
            let (zeros, national) = (format!("00{}", &number[1..]), printed(PhoneNumberFormat::National));
            assert_eq!(parse(&zeros, None).unwrap().to_string(), number, "{zeros}");
            assert_eq!(parse(&zeros, Some(country)).unwrap().to_string(), number, "{zeros} in {country}");
            assert_eq!(parse(&national, Some(country)).unwrap().to_string(), number, "{national} in {country}");
            read += 1;
        }
    }
    // Every country has a mobile or a fixed line, nearly all have both.
    assert!(read > 450, "{read}");
}

#[test]
fn another_port_of_the_same_library_agrees() {
    let mut asked = 0;
    for line in include_str!("vectors.tsv").lines().filter(|line| !line.starts_with('#')) {
        let [country, typed, number] = line.split('\t').collect::<Vec<_>>()[..] else { unreachable!("{line}") };
        let answer = read(typed, country);
        assert_eq!(answer.as_deref().unwrap_or("-"), number, "{typed} in {country}: {answer:?}");
        asked += 1;
    }
    assert!(asked > 700, "{asked}");
}

/// A tenth of what `cargo xtask bench phone` asks: every tenth text of those on which both agree, so that the suite notices
/// when that changes. `peer/disagreements.txt` has the others.
#[test]
fn googles_own_library_agrees() {
    let mut asked = 0;
    for line in include_str!("google.tsv").lines().filter(|line| !line.starts_with('#')) {
        let [country, typed, number] = line.split('\t').collect::<Vec<_>>()[..] else { unreachable!("{line}") };
        let answer = read(typed, country);
        assert_eq!(answer.as_deref().unwrap_or("-"), number, "{typed} in {country}: {answer:?}");
        asked += 1;
    }
    assert!(asked > 1_200, "{asked}");
}

/// A number as it stands in somebody's address book: in digits of this script, with this sign between each two or three,
/// within these marks. Brackets are no such sign: a zero in brackets of its own is a trunk prefix.
fn in_handwriting(digits: &str, zero: char, sign: &str, (before, after): (&str, &str)) -> String {
    let script = |digit: char| char::from_u32(u32::from(zero) + digit.to_digit(10).unwrap_or(0)).unwrap();
    let mut text = before.to_owned();
    for (at, char) in digits.chars().enumerate() {
        if at > 0 && at % 3 != 1 && char != '+' {
            text += sign;
        }
        text.push(if char == '+' { '+' } else { script(char) });
    }
    text + after
}

fn any_country() -> impl Strategy<Value = Option<Country>> {
    proptest::option::of((0..Country::all().len()).prop_map(|at| Country::all().nth(at).unwrap()))
}

/// Texts of what numbers are made of, so that most get past the handwriting.
fn number_like() -> impl Strategy<Value = String> {
    r"(tel:)?[+＋]?(00)?[ (]{0,2}[0-9٠-٩]{1,12}[ .)/-]{0,2}(\(0\))?[0-9０-９]{0,12}( x1|;ext=1)?"
}

proptest! {
    #[test]
    fn no_text_makes_reading_panic(text in any::<String>(), country in any_country()) {
        let _ = parse(&text, country);
        let _ = syntactic(&text);
    }

    #[test]
    fn no_handwriting_changes_which_number_is_meant(
        country in (0..Country::all().len()).prop_map(|at| Country::all().nth(at).unwrap()),
        written in 0..3_usize,
        zero in prop::sample::select(vec!['0', '\u{660}', '\u{6F0}', '\u{966}', '\u{FF10}']),
        sign in prop::sample::select(vec!["", " ", "-", ".", "/", "\u{A0}", "\u{202F}", "\u{2011}", " - ", "\u{200E}"]),
        around in prop::sample::select(vec![
            ("", ""), (" ", "\t"), ("\u{A0}", "\u{A0}"), ("\u{202A}", "\u{202C}"), ("\u{2066}", "\u{2069}"), ("\u{200F}", ""),
            ("tel:", ""), ("TEL: ", " "), ("(", ")"), ("\u{FEFF}", ""),
        ]),
    ) {
        let region = Region::from_code(country.code()).unwrap();
        let example = PHONE_NUMBER_UTIL.get_example_number_for_type_and_region(region, PhoneNumberType::Mobile);
        let Ok(example) = example else { return Ok(()) };
        let number = PHONE_NUMBER_UTIL.format(&example, PhoneNumberFormat::E164).into_owned();
        let national: String =
            PHONE_NUMBER_UTIL.format(&example, PhoneNumberFormat::National).chars().filter(char::is_ascii_digit).collect();
        let plain = [number.clone(), format!("00{}", &number[1..]), national];
        let typed = in_handwriting(&plain[written], zero, sign, around);
        prop_assert_eq!(read(&typed, country.code()), Ok(number), "{:?}", typed);
    }

    #[test]
    fn a_number_is_read_again_as_itself(text in number_like(), country in any_country()) {
        if let Ok(number) = parse(&text, country) {
            prop_assert_eq!(syntactic(&number.to_string()), Ok(number.clone()));
            prop_assert_eq!(syntactic(&number.as_tel_uri()), Ok(number));
        }
    }

    #[test]
    fn what_a_business_names_is_read_again_as_itself(text in number_like()) {
        if let Ok(number) = syntactic(&text) {
            prop_assert_eq!(syntactic(&number.to_string()), Ok(number));
        }
    }

    #[test]
    fn digits_alone_are_read_as_the_library_reads_them(digits in "[1-9][0-9]{3,14}", country in any_country()) {
        let plus = country.is_none();
        let text = if plus { format!("+{digits}") } else { digits };
        let region = country.map(|country| Region::from_code(country.code()).unwrap());
        let number = PHONE_NUMBER_UTIL.parse(&text, region).ok().filter(|number| PHONE_NUMBER_UTIL.is_possible_number(number));
        match (parse(&text, country), number) {
            (Ok(ours), Some(theirs)) if PHONE_NUMBER_UTIL.is_valid_number(&theirs) => {
                prop_assert_eq!(ours.to_string(), PHONE_NUMBER_UTIL.format(&theirs, PhoneNumberFormat::E164));
            }
            (Ok(_), None) => prop_assert!(false, "an impossible number was taken: {}", text),
            (Err(fault), Some(theirs)) => {
                let local = fault == NumberFault::AreaCodeNeeded && !PHONE_NUMBER_UTIL.is_valid_number(&theirs);
                let misfit = PHONE_NUMBER_UTIL.format(&theirs, PhoneNumberFormat::E164).parse::<E164>().is_err();
                prop_assert!(local || misfit, "refused without need: {text}: {fault}");
            }
            _ => {}
        }
    }
}
