//! Canonical JSON (RFC 8785): the bytes that are hashed, signed and kept.

use serde::Serialize;

/// The canonical JSON of `value`: members sorted, no white space, one form for each number and string.
///
/// # Panics
/// Never for the types of this crate: RFC 8785 has a form for every JSON value, and serialising fails only for maps
/// with keys that are no strings and for numbers that are not finite, neither of which is stored here.
#[expect(clippy::expect_used, reason = "the section above says why it cannot fail")]
pub fn to_string(value: &impl Serialize) -> String {
    serde_json_canonicalizer::to_string(value).expect("stored types have string keys and whole numbers only")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    #[test]
    fn members_are_sorted_by_utf_16_and_strings_keep_their_characters() {
        // RFC 8785 section 3.2.3: sorting is by UTF-16 code units, so U+FB33 comes after the surrogates of U+1F600.
        let value = json!({"\u{fb33}": 1, "\u{1f600}": 2, "b": [3, {"d": null, "c": "é\n"}], "a": true});
        assert_eq!(
            super::to_string(&value),
            "{\"a\":true,\"b\":[3,{\"c\":\"é\\n\",\"d\":null}],\"\u{1f600}\":2,\"\u{fb33}\":1}"
        );
    }
}
