//! A leaf in its one form (RFC 8785: members sorted, nothing between them), cut at the places where that form says.
//!
//! A leaf is read for every event of a log, so this decides how long a check takes; reading it as JSON took three times as
//! long.

use jatak_shared::epoch::{Epoch, GivenUp};
use jatak_shared::event::{Kind, Leaf};
use jatak_shared::time::Timestamp;
use serde::Deserialize;
use serde::de::value::{Error, StrDeserializer};

/// Cuts off the leaf that `text` begins with; `None` where none in its one form does.
pub(crate) fn cut(text: &str) -> Option<(Leaf, &str)> {
    let (business, rest) = text.strip_prefix("{\"business\":\"")?.split_at_checked(36)?;
    let (commit, rest) = rest.strip_prefix("\",\"commit\":\"")?.split_at_checked(64)?;
    let (epoch, rest) = epoch(rest.strip_prefix("\",")?)?;
    let (erased, rest) = erased(rest)?;
    let (kind, mut rest) = rest.strip_prefix("\"kind\":\"")?.split_once('"')?;
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
        erased,
        epoch,
    };
    Some((leaf, rest))
}

/// What begins, where something does.
fn epoch(text: &str) -> Option<(Option<Epoch>, &str)> {
    let Some(rest) = text.strip_prefix("\"epoch\":{\"given_up\":{\"root\":\"") else { return Some((None, text)) };
    let (root, rest) = rest.split_at_checked(64)?;
    let (size, rest) = rest.strip_prefix("\",\"size\":")?.split_once('}')?;
    let (count, rest) = rest.strip_prefix(",\"number\":")?.split_once('}')?;
    let given_up = GivenUp { size: number(size)?, root: root.parse().ok()? };
    Some((Some(Epoch { number: number(count)?, given_up }), rest.strip_prefix(',')?))
}

/// The events erased, where there are any.
fn erased(text: &str) -> Option<(Vec<u64>, &str)> {
    let Some(rest) = text.strip_prefix("\"erased\":[") else { return Some((Vec::new(), text)) };
    let (list, rest) = rest.split_once(']')?;
    Some((list.split(',').map(number).collect::<Option<_>>()?, rest.strip_prefix(',')?))
}

/// A whole number in its one form.
fn number(digits: &str) -> Option<u64> {
    let plain = digits.bytes().all(|byte| byte.is_ascii_digit()) && (digits.len() == 1 || !digits.starts_with('0'));
    digits.parse().ok().filter(|_| plain)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

    use super::*;

    const COMMON: &str = concat!(
        "{\"business\":\"01010101-0101-4101-8101-010101010101\",",
        "\"commit\":\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\",\"kind\":\"opted_in\",",
        "\"notice\":\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\",",
        "\"recorded_at\":\"2026-11-22T11:00:00.007Z\",\"seq\":10,\"v\":1}",
    );

    /// Every leaf that there can be: with and without each member that may be absent.
    fn all() -> Vec<String> {
        let notice = "\"notice\":\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\",";
        let epoch = concat!(
            "\"epoch\":{\"given_up\":{\"root\":\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\",",
            "\"size\":90},\"number\":2},\"kind\":\"epoch_opened\"",
        );
        let mut all = vec![COMMON.to_owned()];
        all.push(COMMON.replace("\"kind\":\"opted_in\"", "\"erased\":[1,3],\"kind\":\"erased\""));
        all.push(COMMON.replace("\"kind\":\"opted_in\"", epoch));
        all.extend(all.clone().iter().map(|text| text.replace(notice, "")));
        all
    }

    #[test]
    fn a_leaf_is_cut_as_it_is_read_from_json() {
        for text in all() {
            let line = format!("{text},\"line\":\"event\"}}");
            let (leaf, rest) = cut(&line).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((leaf.canonical(), rest), (text.clone(), ",\"line\":\"event\"}"));
            assert_eq!(leaf, serde_json::from_str(&text).unwrap());
        }
    }

    #[test]
    fn a_changed_byte_is_read_as_something_else_or_not_at_all() {
        for good in all() {
            for (at, flip) in (0..good.len()).flat_map(|at| [1, 2, 4, 16, 32].map(|flip| (at, flip))) {
                let mut bytes = good.as_bytes().to_vec();
                bytes[at] ^= flip;
                let Ok(text) = String::from_utf8(bytes) else { continue };
                if let Some((leaf, rest)) = cut(&text) {
                    assert_eq!(leaf.canonical() + rest, text, "only the one form is read");
                }
            }
        }
    }
}
