//! A leaf in its one form (RFC 8785: members sorted, nothing between them), cut at the places where that form says.
//!
//! A leaf is read for every event of a log, so this decides how long a check takes. Reading it as JSON takes three times
//! as long, and that is done for the few leaves only that say more than most.

use jatak_shared::event::{Kind, Leaf};
use jatak_shared::time::Timestamp;
use serde::Deserialize;
use serde::de::value::{Error, StrDeserializer};

/// Cuts off the leaf that `text` begins with; `None` where none in its one form does.
pub(crate) fn cut(text: &str) -> Option<(Leaf, &str)> {
    common(text).or_else(|| any(text))
}

/// A leaf that says no more than most do.
fn common(text: &str) -> Option<(Leaf, &str)> {
    let (business, rest) = text.strip_prefix("{\"business\":\"")?.split_at_checked(36)?;
    let (commit, rest) = rest.strip_prefix("\",\"commit\":\"")?.split_at_checked(64)?;
    let (kind, mut rest) = rest.strip_prefix("\",\"kind\":\"")?.split_once('"')?;
    let mut notice = None;
    if let Some(after) = rest.strip_prefix(",\"notice\":\"") {
        let (id, after) = after.split_at_checked(64)?;
        notice = Some(id.parse().ok()?);
        rest = after.strip_prefix('"')?;
    }
    let (time, rest) = rest.strip_prefix(",\"recorded_at\":\"")?.split_at_checked(24)?;
    let (seq, rest) = rest.strip_prefix("\",\"seq\":")?.split_once(',')?;
    let (v, rest) = rest.strip_prefix("\"v\":")?.split_once('}')?;
    let leaf = Leaf {
        v: number(v)?.try_into().ok()?,
        business: business.parse().ok()?,
        seq: number(seq)?,
        kind: Kind::deserialize(StrDeserializer::<Error>::new(kind)).ok()?,
        recorded_at: Timestamp::printed(time.as_bytes())?,
        notice,
        commit: commit.parse().ok()?,
        erased: Vec::new(),
        epoch: None,
    };
    Some((leaf, rest))
}

/// Any leaf.
fn any(text: &str) -> Option<(Leaf, &str)> {
    let mut leaves = serde_json::Deserializer::from_str(text).into_iter::<Leaf>();
    let leaf = leaves.next()?.ok()?;
    let (read, rest) = text.split_at(leaves.byte_offset());
    (leaf.canonical() == read).then_some((leaf, rest))
}

/// A whole number in its one form.
fn number(digits: &str) -> Option<u64> {
    let plain = digits.bytes().all(|byte| byte.is_ascii_digit()) && (digits.len() == 1 || !digits.starts_with('0'));
    digits.parse().ok().filter(|_| plain)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;

    const COMMON: &str = concat!(
        "{\"business\":\"01010101-0101-4101-8101-010101010101\",",
        "\"commit\":\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\",\"kind\":\"opted_in\",",
        "\"notice\":\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\",",
        "\"recorded_at\":\"2026-11-22T11:00:00.007Z\",\"seq\":10,\"v\":1}",
    );

    #[test]
    fn the_quick_way_reads_what_the_long_one_reads() {
        let without =
            COMMON.replace("\"notice\":\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\",", "");
        for text in [COMMON, &without] {
            let line = format!("{text},\"line\":\"event\"}}");
            assert_eq!(common(&line).unwrap(), any(&line).unwrap());
            assert_eq!(common(&line).unwrap().0.canonical(), text);
        }
    }

    #[test]
    fn a_leaf_that_says_more_is_read_the_long_way() {
        let erased = COMMON.replace("\"kind\":\"opted_in\"", "\"erased\":[1,3],\"kind\":\"erased\"");
        assert_eq!(common(&erased), None);
        assert_eq!(cut(&erased).unwrap().0.erased, [1, 3]);
    }

    #[test]
    fn a_changed_byte_is_read_as_something_else_or_not_at_all() {
        let good = cut(COMMON).unwrap().0;
        for at in 0..COMMON.len() {
            for flip in [1, 2, 4, 16, 32] {
                let mut bytes = COMMON.as_bytes().to_vec();
                bytes[at] ^= flip;
                let Ok(text) = String::from_utf8(bytes) else { continue };
                if let Some((leaf, rest)) = cut(&text) {
                    assert_ne!((&leaf, rest), (&good, ""), "{text}");
                    assert_eq!(leaf.canonical() + rest, text, "only the one form is read");
                }
            }
        }
    }
}
