//! Canonical JSON (RFC 8785): the bytes that are hashed, signed and kept.

use serde::Serialize;
use serde_json::Value;

/// The largest whole number that has one form everywhere: 2^53 - 1 (RFC 8785 prints numbers as doubles).
const MAX_SAFE: u64 = (1 << 53) - 1;

/// The canonical JSON of `value`: members sorted, no white space, one form for each number and string.
///
/// Nearly all that is written here has whole numbers and plain names, for which `serde_json` over sorted members gives the
/// canonical form already, at a fraction of the time; an opt-in makes five such texts. Whatever else there may be goes
/// through the library that knows all of RFC 8785.
///
/// # Panics
/// Never for the types of this crate: RFC 8785 has a form for every JSON value, and serialising fails only for maps
/// with keys that are no strings and for numbers that are not finite, neither of which is stored here.
#[expect(clippy::expect_used, reason = "the section above says why it cannot fail")]
pub fn to_string(value: &impl Serialize) -> String {
    let value = serde_json::to_value(value).expect("stored types have string keys");
    let text =
        if is_plain(&value) { serde_json::to_string(&value) } else { serde_json_canonicalizer::to_string(&value) };
    text.expect("stored types have whole numbers only")
}

/// Whether sorting by bytes and `serde_json`'s own forms are those of RFC 8785.
fn is_plain(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(_) | Value::String(_) => true,
        Value::Number(number) => number.as_i64().is_some_and(|number| number.unsigned_abs() <= MAX_SAFE),
        Value::Array(items) => items.iter().all(is_plain),
        // RFC 8785 sorts by UTF-16 code units, which for ASCII is the order of bytes.
        Value::Object(members) => {
            members.keys().all(|name| name.is_ascii()) && members.keys().is_sorted() && members.values().all(is_plain)
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
    use proptest::prelude::*;
    use serde_json::{Value, json};

    /// Any JSON value, with what the short way does not take among it.
    fn any_json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<u64>().prop_map(Value::from),
            (-(1_i64 << 53)..(1 << 53) + 2).prop_map(Value::from),
            (-1e30..1e30).prop_map(Value::from),
            any::<String>().prop_map(Value::from),
            "[\\x00-\\x7f]{0,12}".prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 40, 6, |inner| {
            let name = prop_oneof!["[a-z_]{0,8}", any::<String>()];
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
                prop::collection::btree_map(name, inner, 0..6).prop_map(|map| Value::Object(map.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn the_short_way_gives_what_the_library_gives(value in any_json()) {
            prop_assert_eq!(super::to_string(&value), serde_json_canonicalizer::to_string(&value).unwrap());
        }
    }

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
