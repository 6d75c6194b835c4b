//! A code survives being copied, and no slip turns it into another.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
use proptest::prelude::*;

use super::*;

const KEY: [u8; 32] = [7; 32];

fn code(what: &str) -> Code {
    Code::derive(&KEY, what.as_bytes())
}

/// Some code, each as likely as any.
fn some_code() -> impl Strategy<Value = Code> {
    any::<[u8; 16]>().prop_map(|what| Code::derive(&KEY, &what))
}

#[test]
fn a_codes_form_is_unchanged() {
    let code = code("an offer");
    let shown = code.to_string();
    assert_eq!(shown.len(), 11);
    assert_eq!(shown, "F4WTD-VP7AD");
    assert_eq!(
        code.hash(&KEY).to_string(),
        "346a919c12f60ad22ddcb2165d8206c3a9bd63cd4d8383b2e48d804c52b48d20",
        "what was stored is found again"
    );
}

#[test]
fn no_sign_looks_like_another() {
    for alike in ["0OQD", "1ILJ", "2Z", "5S", "6G", "8B", "UV"] {
        // Q, D and J are told apart from what is left of their rows.
        let left: Vec<_> = alike.bytes().filter(|sign| SIGNS.contains(sign) && !b"QDJ".contains(sign)).collect();
        assert!(left.len() <= 1, "{alike}");
    }
    assert!((2..BASE).all(|number| !BASE.is_multiple_of(number)), "the check rests on a prime");
    assert!(f64::from(BASE).log2() * 9.0 > 40.0, "at least 40 bits");
}

#[test]
fn other_keys_and_other_matters_have_other_codes_and_hashes() {
    let one = code("one");
    assert_eq!(one, code("one"));
    assert_ne!(one, code("other"));
    assert_ne!(one, Code::derive(&[8; 32], b"one"));
    assert_ne!(one.hash(&KEY), code("other").hash(&KEY));
    assert_ne!(one.hash(&KEY), one.hash(&[8; 32]));
}

#[test]
fn debug_hides_the_code() {
    assert_eq!(format!("{:?}", code("a")), "Code(…)");
    assert_eq!(format!("{:?}", Some(code("b"))), "Some(Code(…))");
}

#[test]
fn every_single_slip_is_caught() {
    for what in 0..200_u8 {
        let code = Code::derive(&KEY, &[what]);
        for at in 0..LENGTH {
            for &sign in SIGNS {
                let mut signs = code.0;
                signs[at] = sign;
                assert_eq!(Code::from_signs(&signs).is_some(), sign == code.0[at]);
            }
            for other in 0..LENGTH {
                let mut signs = code.0;
                signs.swap(at, other);
                assert_eq!(Code::from_signs(&signs).is_some(), code.0[at] == code.0[other]);
            }
        }
    }
}

#[test]
fn slips_are_caught_whatever_the_code_since_weights_differ_modulo_a_prime() {
    let mut weights: Vec<u32> = (0..LENGTH)
        .map(|at| {
            let mut values = [0; LENGTH];
            values[at] = 1;
            weighed(&values) % BASE
        })
        .collect();
    assert!(!weights.contains(&0));
    weights.sort_unstable();
    weights.dedup();
    assert_eq!(weights.len(), LENGTH);
}

#[test]
fn a_code_is_found_in_a_sentence_and_two_are_none() {
    let (one, other) = (code("one"), code("other"));
    let (shown, small) = (one.to_string(), one.to_string().to_lowercase());
    for text in [
        shown.clone(),
        format!("Code: {shown}"),
        format!("*{shown}*"),
        format!("Kode: {small}. Tak!"),
        format!("{shown}\n{shown}"),
        format!("\u{2068}{shown}\u{2069}"),
        format!("الرمز: \u{200e}{shown}"),
        format!("הקוד שלי הוא {shown}"),
        format!("code {}", shown.replace('-', " ")),
        format!("code={}", shown.replace('-', "")),
        format!("code {}", shown.replace('-', " – ")),
        format!("code: {}", shown.chars().map(|c| char::from_u32(u32::from(c) + 0xfee0).unwrap()).collect::<String>()),
    ] {
        assert_eq!(Code::find_in(&text), Some(one), "{text:?}");
    }
    assert_eq!(Code::find_in(&format!("{one} {other}")), None);
    assert_eq!(Code::find_in(&format!("{one}, {other}, {one}")), None);
    assert_eq!(Code::find_in(&format!("x{one}")), None);
    assert_eq!(Code::find_in(&format!("{one}x")), None);
    for text in ["", "-", "stop", "K7QM4", "what time do you stop serving", "+45 20 12 34 56"] {
        assert_eq!(Code::find_in(text), None, "{text:?}");
    }
}

#[test]
fn a_code_as_it_is_shown_wins_over_letters_that_make_one_by_chance() {
    // The first of these words that is a code by chance, as one in 23 is.
    let chance = SIGNS.iter().map(|sign| format!("MATCHCAFE{}", char::from(*sign)));
    let chance = chance.filter(|word| Code::parse(word).is_some()).collect::<Vec<_>>();
    let [name] = chance.as_slice() else { unreachable!("each nine signs have one check sign") };
    let code = code("an offer");
    assert_eq!(Code::find_in(&format!("Yes please, {name}! Code: {code}")), Some(code));
    assert_eq!(Code::find_in(&format!("Yes please, {name}!")), Code::parse(name));
}

proptest! {
    #[test]
    fn a_code_reads_back_from_any_handwriting(code in some_code(), gaps in proptest::collection::vec("[ \u{2013}\u{200b}-]{0,2}", 10)) {
        prop_assert_eq!(Code::parse(&code.to_string()), Some(code));
        prop_assert_eq!(Code::find_in(&code.to_string()), Some(code));
        let parted: String = code.to_string().replace('-', "").chars().zip(gaps).flat_map(|(c, gap)| format!("{c}{gap}").chars().collect::<Vec<_>>()).collect();
        prop_assert_eq!(Code::parse(&parted.to_lowercase()), Some(code));
        prop_assert_eq!(Code::find_in(&parted), Some(code));
    }

    #[test]
    fn no_text_makes_reading_panic(text in any::<String>(), near in "[A-Y3479 ,–-]{0,40}") {
        for text in [text, near] {
            let _ = Code::parse(&text);
            if let Some(code) = Code::find_in(&text) {
                prop_assert_eq!(Code::parse(&code.to_string()), Some(code));
            }
        }
    }

    #[test]
    fn words_without_these_letters_around_do_not_matter(code in some_code(), before in "[b-bilosuz ]{0,30}", after in "[. ][b-bilosuz ]{0,30}") {
        prop_assert_eq!(Code::find_in(&format!("{before}: {code}{after}")), Some(code));
    }
}
