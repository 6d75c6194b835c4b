//! Broken characters. A name cut in the middle of an emoji leaves half a surrogate pair, which no JSON reader takes for a
//! text: without mending, one such name would keep all that comes with it from being heard.

/// The body with U+FFFD for bytes that are no UTF-8 and for escaped surrogates that have no other half.
pub(super) fn mended(body: &[u8]) -> String {
    let body = String::from_utf8_lossy(body);
    let mut mended = String::with_capacity(body.len());
    let mut rest = &*body;
    while let Some(escape) = rest.find('\\') {
        let (before, from) = rest.split_at(escape);
        mended.push_str(before);
        let kept = match unit(from) {
            Some(0xD800..=0xDBFF) => {
                from.get(6..).and_then(unit).filter(|low| (0xDC00..=0xDFFF).contains(low)).map(|_| 12)
            }
            Some(0xDC00..=0xDFFF) => None,
            Some(_) => Some(6),
            // A backslash and the character that it stands before, which may be a backslash.
            None => Some(1 + from.chars().nth(1).map_or(0, char::len_utf8)),
        };
        let (escape, after) = from.split_at(kept.unwrap_or(6));
        mended.push_str(if kept.is_some() { escape } else { "\\ufffd" });
        rest = after;
    }
    mended.push_str(rest);
    mended
}

/// The UTF-16 unit that the six characters at the start of this text escape.
fn unit(text: &str) -> Option<u16> {
    let digits = text.strip_prefix("\\u")?.get(..4)?;
    // Checked, since a plus would be taken for a part of the number.
    digits.bytes().all(|byte| byte.is_ascii_hexdigit()).then(|| u16::from_str_radix(digits, 16).ok())?
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn halves_of_pairs_are_replaced_and_pairs_and_backslashes_stay() {
        for (body, text) in [
            (r#""a\ud83d""#, "a\u{fffd}"),
            (r#""\ude00b""#, "\u{fffd}b"),
            (r#""\ud83d\ud83d\ude00""#, "\u{fffd}\u{1f600}"),
            (r#""\uD83D\n""#, "\u{fffd}\n"),
            (r#""\ud83d\\ude00""#, "\u{fffd}\\ude00"),
            (r#""\\ud83d""#, "\\ud83d"),
        ] {
            assert_eq!(serde_json::from_str::<String>(&mended(body.as_bytes())).unwrap(), text, "{body}");
        }
        assert_eq!(mended(b"\"a\xff\""), "\"a\u{fffd}\"");
    }

    proptest! {
        #[test]
        fn units_in_any_order_become_the_text_that_they_are_read_as(units in prop::collection::vec(any::<u16>(), 0..9)) {
            let body: Vec<String> = units.iter().map(|unit| format!("\\u{unit:04x}")).collect();
            let read: String = serde_json::from_str(&mended(format!("\"{}\"", body.concat()).as_bytes())).unwrap();
            prop_assert_eq!(read, String::from_utf16_lossy(&units));
        }

        #[test]
        fn what_is_whole_stays_as_it_is(text in any::<String>()) {
            let body = serde_json::to_string(&text).unwrap();
            prop_assert_eq!(mended(body.as_bytes()), body);
        }

        #[test]
        fn any_text_is_mended_without_a_panic(text in r#"(\\|u|d8|dc|00|é|"){0,20}"#) {
            prop_assert!(mended(text.as_bytes()).len() <= text.len());
        }
    }
}
