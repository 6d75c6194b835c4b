//! The spellings of one number.
//!
//! WhatsApp names some people by a number that is not the one they dial: in Brazil the ninth digit of a mobile number may
//! be missing, in Mexico a 1 and in Argentina a 9 may stand after the calling code.

use crate::phone::E164;

/// The key under which all spellings of a number meet: digits, without a plus.
///
/// * Brazil: `55`, an area code, and eight digits of which the first is 6 to 9 were a mobile number before the ninth digit
///   came: it is put in. Eight digits that begin with 2 to 5 are a landline and stay, so the two do not meet.
/// * Mexico: the 1 of `52 1` before ten digits is left out. Landlines and mobiles share one plan, so nobody else is met.
/// * Argentina: the 9 of `54 9` before ten digits is left out. A landline and a mobile of the same ten digits would meet
///   here; that cannot be told from the number. A no for one is then a no for both, and a yes needs a single match.
///
/// It is its own key: a key read as a number has itself for a key.
pub fn match_key(number: &E164) -> String {
    let digits = number.digits();
    if let Some(rest) = digits.strip_prefix("55").filter(|rest| rest.len() == 10) {
        let (area, local) = rest.split_at(2);
        if local.starts_with(['6', '7', '8', '9']) {
            return format!("55{area}9{local}");
        }
    }
    for (calling_code, marked) in [("52", "521"), ("54", "549")] {
        if let Some(rest) = digits.strip_prefix(marked).filter(|rest| rest.len() == 10) {
            return format!("{calling_code}{rest}");
        }
    }
    digits.to_owned()
}

/// Every spelling of a number, itself first: whatever meets it under its [`match_key`]. One for most of the world, two in
/// Brazil, Mexico and Argentina.
pub fn spellings(number: &E164) -> Vec<E164> {
    let key = match_key(number);
    let brazil = key.strip_prefix("55").filter(|rest| rest.len() == 11).and_then(|rest| {
        let (area, local) = rest.split_at(2);
        Some(format!("55{area}{}", local.strip_prefix('9').filter(|eight| eight.starts_with(['6', '7', '8', '9']))?))
    });
    let marked = [("52", "521"), ("54", "549")].into_iter().find_map(|(calling_code, marked)| {
        let rest = key.strip_prefix(calling_code).filter(|rest| rest.len() == 10)?;
        Some(format!("{marked}{rest}"))
    });
    let others =
        [Some(key), brazil, marked].into_iter().flatten().filter_map(|digits| format!("+{digits}").parse().ok());
    let others: Vec<E164> = others.filter(|other| other != number).collect();
    core::iter::once(number.clone()).chain(others).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
    use super::*;
    use proptest::prelude::*;

    fn key(digits: &str) -> String {
        match_key(&format!("+{digits}").parse().unwrap())
    }

    #[test]
    fn the_spellings_of_one_number_meet_and_a_brazilian_landline_stays_apart() {
        assert_eq!(key("551187654321"), key("5511987654321"));
        assert_eq!(key("5215512345678"), key("525512345678"));
        assert_eq!(key("5491123456789"), key("541123456789"));
        assert_ne!(key("551132345678"), key("5511932345678"));
        assert_eq!(key("4520123456"), "4520123456");
    }

    #[test]
    fn a_number_is_listed_with_its_other_spellings() {
        let listed = |text: &str| {
            let all = spellings(&text.parse().unwrap());
            all.iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        assert_eq!(listed("+551187654321"), ["+551187654321", "+5511987654321"]);
        assert_eq!(listed("+5511987654321"), ["+5511987654321", "+551187654321"]);
        assert_eq!(listed("+525512345678"), ["+525512345678", "+5215512345678"]);
        assert_eq!(listed("+5491123456789"), ["+5491123456789", "+541123456789"]);
        for alone in ["+551132345678", "+4520123456"] {
            assert_eq!(listed(alone), [alone]);
        }
    }

    proptest! {
        #[test]
        fn all_spellings_share_one_key_and_list_each_other(digits in "(5[245]1?9?[0-9]{8,11}|[1-9][0-9]{6,14})") {
            if let Ok(number) = format!("+{digits}").parse::<E164>() {
                let all = spellings(&number);
                prop_assert_eq!(&all[0], &number);
                for one in &all {
                    prop_assert_eq!(match_key(one), match_key(&number));
                    let mut others = spellings(one);
                    others.sort();
                    let mut all = all.clone();
                    all.sort();
                    prop_assert_eq!(others, all);
                }
            }
        }

        #[test]
        fn a_key_is_its_own_key(digits in "(5[245][0-9]{8,11}|[1-9][0-9]{6,14})") {
            let once = key(&digits);
            prop_assert_eq!(key(&once), once);
        }
    }
}
