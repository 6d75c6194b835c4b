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

    proptest! {
        #[test]
        fn a_key_is_its_own_key(digits in "(5[245][0-9]{8,11}|[1-9][0-9]{6,14})") {
            let once = key(&digits);
            prop_assert_eq!(key(&once), once);
        }
    }
}
