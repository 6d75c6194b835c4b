//! Members of what Meta sends, read leniently: a number where a text is told, and the other way round, is taken too.

use serde_json::Value;

use super::Bad;
use crate::phone::E164;
use crate::time::Timestamp;
use crate::whatsapp::user_id::UserId;

/// The longest id: message ids have about 60 characters, those that a business gives its buttons up to 256.
const MAX_ID_CHARS: usize = 256;

/// A text.
pub(super) fn text<'a>(of: &'a Value, name: &str) -> Option<&'a str> {
    of.get(name).and_then(Value::as_str)
}

/// An id that is not empty and not too long.
pub(super) fn id(of: &Value, name: &str) -> Option<String> {
    as_id(of.get(name)?)
}

/// This value, as an id.
pub(super) fn as_id(value: &Value) -> Option<String> {
    let fits = |id: &String| !id.is_empty() && id.chars().nth(MAX_ID_CHARS).is_none();
    match value {
        Value::String(id) => Some(id.clone()).filter(fits),
        number => number.as_u64().map(|id| id.to_string()),
    }
}

/// A number, which WhatsApp writes without its plus.
pub(super) fn phone(of: &Value, name: &str) -> Option<E164> {
    let digits = id(of, name)?;
    format!("+{}", digits.strip_prefix('+').unwrap_or(&digits)).parse().ok()
}

/// A business-scoped user id, under the first of the names that has one.
pub(super) fn user_id(of: &Value, names: [&str; 2]) -> Option<UserId> {
    names.iter().find_map(|name| text(of, name)?.parse().ok())
}

/// The second since 1970 at which something was, within the years that are stored.
pub(super) fn timestamp(of: &Value) -> Option<i64> {
    let seconds = match of.get("timestamp")? {
        Value::String(digits) if digits.bytes().all(|byte| byte.is_ascii_digit()) => digits.parse().ok()?,
        number => number.as_i64()?,
    };
    let millis = seconds.checked_mul(1_000)?;
    (Timestamp::from_millis(millis).millis() == millis).then_some(seconds)
}

/// The items of a list, none where it is not told.
pub(super) fn items<'a>(of: &'a Value, name: &str) -> Result<&'a [Value], Bad> {
    match of.get(name) {
        None | Some(Value::Null) => Ok(&[]),
        Some(Value::Array(items)) => Ok(items),
        Some(_) => Err(Bad),
    }
}
