//! Reading a JSON text as what it stands for, by the one parser that a type has.

use core::fmt::Display;
use core::str::FromStr;
use std::borrow::Cow;

use serde::de::Error;
use serde::{Deserialize, Deserializer};

/// The value that a text stands for. The parser's own error says why it stands for none.
pub(crate) fn from_text<'de, D: Deserializer<'de>, T: FromStr<Err: Display>>(deserializer: D) -> Result<T, D::Error> {
    // Borrowed where nothing in it is escaped.
    let text = <Cow<'_, str>>::deserialize(deserializer)?;
    text.parse().map_err(Error::custom)
}
