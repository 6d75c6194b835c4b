//! The question Meta asks before it sends anything to a URL.

use subtle::ConstantTimeEq;

/// The longest challenge that is answered: Meta's have about ten digits.
const MAX_CHALLENGE: usize = 64;

/// What to answer: the challenge, when the mode is `subscribe`, the token is the `expected` one (compared in constant
/// time, and never empty) and the challenge is digits alone, so that nobody has the edge print a text of theirs.
pub fn answer<'a>(
    mode: Option<&str>,
    token: Option<&str>,
    challenge: Option<&'a str>,
    expected: &str,
) -> Option<&'a str> {
    let known = bool::from(token?.as_bytes().ct_eq(expected.as_bytes())) && !expected.is_empty();
    let harmless =
        |text: &&str| (1..=MAX_CHALLENGE).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    challenge.filter(harmless).filter(|_| known && mode == Some("subscribe"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_right_mode_and_token_get_the_challenge_back() {
        assert_eq!(answer(Some("subscribe"), Some("T"), Some("1158201444"), "T"), Some("1158201444"));
        let long = "1".repeat(MAX_CHALLENGE + 1);
        for (mode, token, challenge, expected) in [
            (Some("unsubscribe"), Some("T"), Some("1"), "T"),
            (None, Some("T"), Some("1"), "T"),
            (Some("subscribe"), Some("U"), Some("1"), "T"),
            (Some("subscribe"), None, Some("1"), "T"),
            (Some("subscribe"), Some(""), Some("1"), ""),
            (Some("subscribe"), Some("T"), None, "T"),
            (Some("subscribe"), Some("T"), Some(""), "T"),
            (Some("subscribe"), Some("T"), Some("<b>"), "T"),
            (Some("subscribe"), Some("T"), Some(&*long), "T"),
        ] {
            assert_eq!(answer(mode, token, challenge, expected), None);
        }
    }
}
