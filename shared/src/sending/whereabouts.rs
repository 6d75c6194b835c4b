//! Where a person may be, as far as their number tells.
//!
//! A mobile number goes where its owner goes, and an area code says where it was bought. So what is known is the country,
//! or several that share a calling code, and every clock in them. Both tables are in `shared/data/places`.

use crate::country::{Country, calling_code_length};
use crate::phone::E164;
use crate::whatsapp::user_id::UserId;

/// How many regions have a line in the table of offsets: those with a calling code.
const REGIONS: usize = 245;

/// How many area codes below +1 are not the United States'; the compiler compares this with the file.
const ELSEWHERE: usize = 86;

/// A region's code and how many minutes its clocks are ahead of UTC, at least and at most; ordered by code.
static OFFSETS: [(&str, i16, i16); REGIONS] = offsets(include_str!("../../data/places/offsets.tsv"));

/// An area code and whose it is, ordered by area code.
static PLUS_ONE: [(u16, &str); ELSEWHERE] = plus_one(include_str!("../../data/places/plus-one.tsv"));

/// The clocks of the whole world, from Baker Island to Kiritimati: where nothing is known.
const ANYWHERE: (i16, i16) = (-12 * 60, 14 * 60);

/// The countries that a person may be in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whereabouts {
    countries: Vec<Country>,
}

impl Whereabouts {
    /// As this number tells: one country, or those that share its calling code. None at all for the codes that belong to no
    /// country, such as those of satellite networks.
    pub fn of_number(phone: &E164) -> Self {
        let digits = phone.digits();
        // A number has at least seven digits, and a calling code three at most.
        let (code, national) = digits.split_at(calling_code_length(digits));
        let only = match code {
            "1" => Some(plus_one_country(national)),
            // Kazakhstan has 6 and 7 of what it shares with Russia (ITU-T E.164, annex).
            "7" => Some(if national.starts_with(['6', '7']) { "KZ" } else { "RU" }),
            _ => None,
        };
        let countries = if let Some(only) = only {
            only.parse().into_iter().collect()
        } else {
            let code: Option<u16> = code.parse().ok();
            Country::all().filter(|country| Some(country.calling_code()) == code).collect()
        };
        Self { countries }
    }

    /// As a business-scoped user id tells, whose first two letters are a country; none at all where they are no country known.
    pub fn of_user_id(user_id: &UserId) -> Self {
        Self { countries: user_id.country().into_iter().collect() }
    }

    /// The countries.
    pub fn countries(&self) -> &[Country] {
        &self.countries
    }

    /// How many minutes their clocks are ahead of UTC, at least and at most, summer time included.
    pub fn offsets(&self) -> (i16, i16) {
        let of = |country: &Country| {
            let at = OFFSETS.binary_search_by(|(code, ..)| code.cmp(&country.code())).ok()?;
            Some((OFFSETS[at].1, OFFSETS[at].2))
        };
        let known = self.countries.iter().map(|country| of(country).unwrap_or(ANYWHERE));
        known.reduce(|one, other| (one.0.min(other.0), one.1.max(other.1))).unwrap_or(ANYWHERE)
    }
}

/// Whose the area code is that a number below +1 begins with.
fn plus_one_country(national: &str) -> &'static str {
    let area = national.get(..3).and_then(|area| area.parse::<u16>().ok());
    let at = area.and_then(|area| PLUS_ONE.binary_search_by_key(&area, |(code, _)| *code).ok());
    at.map_or("US", |at| PLUS_ONE[at].1)
}

/// Reads lines `region TAB least TAB most`, ordered by region, after lines that begin with `#`.
const fn offsets(text: &'static str) -> [(&'static str, i16, i16); REGIONS] {
    let mut table = [("", 0, 0); REGIONS];
    let (mut count, mut rest) = (0, text);
    while !rest.is_empty() {
        let (line, after) = first_line(rest);
        if line.as_bytes()[0] != b'#' {
            assert!(count < REGIONS, "offsets.tsv has more regions than REGIONS says");
            let (region, numbers) = line.split_at(2);
            let (least, end) = minutes(numbers.as_bytes(), 1);
            let (most, _) = minutes(numbers.as_bytes(), end + 1);
            assert!(least <= most, "a region's clocks are ahead by less than the least");
            table[count] = (region, least, most);
            count += 1;
        }
        rest = after;
    }
    assert!(count == REGIONS, "offsets.tsv has fewer regions than REGIONS says");
    table
}

/// Reads lines `area code TAB region`, ordered by area code, after lines that begin with `#`.
const fn plus_one(text: &'static str) -> [(u16, &'static str); ELSEWHERE] {
    let mut table = [(0, ""); ELSEWHERE];
    let (mut count, mut rest) = (0, text);
    while !rest.is_empty() {
        let (line, after) = first_line(rest);
        if line.as_bytes()[0] != b'#' {
            assert!(count < ELSEWHERE, "plus-one.tsv has more codes than ELSEWHERE says");
            let (code, region) = line.split_at(3);
            let digits = code.as_bytes();
            let code = (digits[0] - b'0') as u16 * 100 + (digits[1] - b'0') as u16 * 10 + (digits[2] - b'0') as u16;
            assert!(count == 0 || table[count - 1].0 < code, "plus-one.tsv is not in order");
            table[count] = (code, region.split_at(1).1);
            count += 1;
        }
        rest = after;
    }
    assert!(count == ELSEWHERE, "plus-one.tsv has fewer codes than ELSEWHERE says");
    table
}

/// The first line without its line feed, and what comes after it.
const fn first_line(text: &'static str) -> (&'static str, &'static str) {
    let mut at = 0;
    while text.as_bytes()[at] != b'\n' {
        at += 1;
    }
    (text.split_at(at).0, text.split_at(at + 1).1)
}

/// The whole number that begins at `at`, and where it ends.
const fn minutes(text: &[u8], mut at: usize) -> (i16, usize) {
    let negative = text[at] == b'-';
    if negative {
        at += 1;
    }
    let mut number = 0;
    while at < text.len() && text[at] != b'\t' {
        assert!(text[at].is_ascii_digit(), "minutes have something other than digits");
        number = number * 10 + (text[at] - b'0') as i16;
        at += 1;
    }
    (if negative { -number } else { number }, at)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
    use super::*;

    fn of(number: &str) -> Vec<&'static str> {
        Whereabouts::of_number(&number.parse().unwrap()).countries().iter().map(|country| country.code()).collect()
    }

    #[test]
    fn a_number_below_plus_one_is_where_its_area_code_is() {
        for (number, country) in [
            ("+12025550123", "US"),
            ("+19075550123", "US"),
            ("+14165550123", "CA"),
            ("+18765550123", "JM"),
            ("+16585550123", "JM"),
            ("+17875550123", "PR"),
            ("+16715550123", "GU"),
            ("+18095550123", "DO"),
            ("+12425550123", "BS"),
            // Given to nobody yet.
            ("+12335550123", "US"),
            ("+1234567", "US"),
        ] {
            assert_eq!(of(number), [country], "{number}");
        }
    }

    #[test]
    fn countries_that_share_a_calling_code_are_all_possible_unless_the_number_tells() {
        assert_eq!(of("+79161234567"), ["RU"]);
        assert_eq!(of("+77012345678"), ["KZ"]);
        assert_eq!(of("+4520123456"), ["DK"]);
        assert_eq!(of("+447400123456"), ["GB", "GG", "IM", "JE"]);
        assert_eq!(of("+5351234567"), ["CU"]);
        assert!(of("+881612345678").is_empty(), "satellites are in no country");
    }

    #[test]
    fn every_region_has_clocks_and_large_ones_have_many() {
        for (country, (code, ..)) in Country::all().zip(OFFSETS) {
            assert_eq!(country.code(), code, "the table is in the order of the countries");
        }
        let of = |code: &str| Whereabouts::of_user_id(&format!("{code}.1").parse().unwrap()).offsets();
        for (code, hours) in [
            ("DK", (1.0, 2.0)),
            ("US", (-10.0, -4.0)),
            ("CA", (-8.0, -2.5)),
            ("BR", (-5.0, -2.0)),
            ("RU", (2.0, 12.0)),
            ("ID", (7.0, 9.0)),
            ("AU", (8.0, 11.0)),
            ("IN", (5.5, 5.5)),
            ("GU", (10.0, 10.0)),
        ] {
            let (least, most) = of(code);
            assert_eq!((f32::from(least) / 60.0, f32::from(most) / 60.0), hours, "{code}");
        }
    }

    #[test]
    fn where_nothing_is_known_any_clock_may_count() {
        assert_eq!(Whereabouts::of_number(&"+881612345678".parse().unwrap()).offsets(), ANYWHERE);
        let shared = Whereabouts::of_number(&"+61412345678".parse().unwrap());
        assert_eq!(shared.offsets(), (390, 660), "Cocos Islands to Lord Howe");
    }
}
