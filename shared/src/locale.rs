//! Locales: the languages that every text exists in, and the choice of one for a reader.

use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

mod negotiate;

pub use negotiate::negotiate;

/// A language that the forms and pages are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Locale {
    /// Danish.
    Da,
    /// English.
    En,
}

/// The direction a language is written in, as the `dir` attribute of HTML has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Dir {
    /// From left to right.
    Ltr,
    /// From right to left.
    Rtl,
}

/// A text that names no locale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("must be one of the locales da (Danish) and en (English)")]
pub struct NotALocale;

impl Dir {
    /// The value of the `dir` attribute.
    pub fn code(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

impl Locale {
    /// Every locale.
    pub const ALL: &'static [Self] = &[Self::Da, Self::En];

    /// The BCP 47 tag, also the value of the `lang` attribute.
    pub fn code(self) -> &'static str {
        match self {
            Self::Da => "da",
            Self::En => "en",
        }
    }

    /// The direction it is written in.
    pub fn dir(self) -> Dir {
        match self {
            Self::Da | Self::En => Dir::Ltr,
        }
    }

    /// Its name in itself, for a link that changes the language.
    pub fn native_name(self) -> &'static str {
        match self {
            Self::Da => "Dansk",
            Self::En => "English",
        }
    }

    /// The locale whose code is exactly `code`: the one stored form.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|locale| locale.code() == code)
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Locale {
    type Err = NotALocale;

    /// Reads a language tag by its first part, in any case: `da`, `da-DK`, and `da_DK` as shop systems write it.
    fn from_str(text: &str) -> Result<Self, NotALocale> {
        let primary = text.trim().split(['-', '_']).next().unwrap_or_default();
        Self::ALL.iter().copied().find(|locale| locale.code().eq_ignore_ascii_case(primary)).ok_or(NotALocale)
    }
}

impl Serialize for Locale {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Locale {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'_, str>>::deserialize(deserializer)?;
        Self::from_code(&text).ok_or_else(|| serde::de::Error::custom(NotALocale))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_read_by_its_first_part() {
        for (text, locale) in [("da", Locale::Da), ("da-DK", Locale::Da), ("EN_us", Locale::En), (" en-GB", Locale::En)]
        {
            assert_eq!(text.parse(), Ok(locale), "{text}");
        }
        for text in ["", "d", "dan", "sv", "*", "-da"] {
            assert_eq!(text.parse::<Locale>(), Err(NotALocale), "{text}");
        }
        assert!(serde_json::from_str::<Locale>("\"da-DK\"").is_err(), "stored forms have one spelling");
    }
}
