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
    /// German.
    De,
    /// Dutch.
    Nl,
    /// Spanish.
    Es,
    /// Italian.
    It,
    /// Portuguese as it is written in Brazil.
    PtBr,
    /// Indonesian.
    Id,
    /// Malay.
    Ms,
    /// Arabic.
    Ar,
    /// Hebrew.
    He,
    /// Russian.
    Ru,
    /// Afrikaans.
    Af,
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
#[error("must be one of the locales da, en, de, nl, es, it, pt-BR, id, ms, ar, he, ru and af")]
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
    pub const ALL: &'static [Self] = &[
        Self::Da,
        Self::En,
        Self::De,
        Self::Nl,
        Self::Es,
        Self::It,
        Self::PtBr,
        Self::Id,
        Self::Ms,
        Self::Ar,
        Self::He,
        Self::Ru,
        Self::Af,
    ];

    /// The BCP 47 tag, also the value of the `lang` attribute.
    pub fn code(self) -> &'static str {
        match self {
            Self::Da => "da",
            Self::En => "en",
            Self::De => "de",
            Self::Nl => "nl",
            Self::Es => "es",
            Self::It => "it",
            Self::PtBr => "pt-BR",
            Self::Id => "id",
            Self::Ms => "ms",
            Self::Ar => "ar",
            Self::He => "he",
            Self::Ru => "ru",
            Self::Af => "af",
        }
    }

    /// The direction it is written in.
    pub fn dir(self) -> Dir {
        match self {
            Self::Ar | Self::He => Dir::Rtl,
            _ => Dir::Ltr,
        }
    }

    /// Its name in itself, for a link that changes the language.
    pub fn native_name(self) -> &'static str {
        match self {
            Self::Da => "Dansk",
            Self::En => "English",
            Self::De => "Deutsch",
            Self::Nl => "Nederlands",
            Self::Es => "Español",
            Self::It => "Italiano",
            Self::PtBr => "Português (Brasil)",
            Self::Id => "Bahasa Indonesia",
            Self::Ms => "Bahasa Melayu",
            Self::Ar => "العربية",
            Self::He => "עברית",
            Self::Ru => "Русский",
            Self::Af => "Afrikaans",
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

    /// Reads a language tag by its first part, in any case: `da`, `da-DK`, and `da_DK` as shop systems write it. A tag of
    /// another country leads to the same language (`pt-PT` to `pt-BR`), and so do the names that Hebrew and Indonesian had
    /// until 1989, which Java and Android still send.
    fn from_str(text: &str) -> Result<Self, NotALocale> {
        let spelt = primary(text.trim()).to_ascii_lowercase();
        let language = match spelt.as_str() {
            "iw" => "he",
            "in" => "id",
            current => current,
        };
        Self::ALL.iter().copied().find(|locale| primary(locale.code()) == language).ok_or(NotALocale)
    }
}

/// The first part of a tag: the language.
fn primary(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or_default()
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
        let table = [
            ("da", Locale::Da),
            ("da-DK", Locale::Da),
            ("EN_us", Locale::En),
            (" en-GB", Locale::En),
            ("de-AT", Locale::De),
            ("es-419", Locale::Es),
            ("pt", Locale::PtBr),
            ("pt-PT", Locale::PtBr),
            ("PT_br", Locale::PtBr),
            ("ar-EG", Locale::Ar),
            ("he-IL", Locale::He),
            ("iw-IL", Locale::He),
            ("in_ID", Locale::Id),
            ("ms-Latn-MY", Locale::Ms),
        ];
        for (text, locale) in table {
            assert_eq!(text.parse(), Ok(locale), "{text}");
        }
        for text in ["", "d", "dan", "sv", "*", "-da"] {
            assert_eq!(text.parse::<Locale>(), Err(NotALocale), "{text}");
        }
        for stored in ["\"da-DK\"", "\"pt\"", "\"pt-br\"", "\"iw\""] {
            assert!(serde_json::from_str::<Locale>(stored).is_err(), "stored forms have one spelling");
        }
    }

    #[test]
    fn every_locale_is_read_by_its_code_and_named_in_the_refusal() {
        for &locale in Locale::ALL {
            assert_eq!(locale.code().parse(), Ok(locale));
            assert_eq!(Locale::from_code(locale.code()), Some(locale));
            let named = NotALocale.to_string();
            assert!(named.split([' ', ',']).any(|word| word == locale.code()), "{locale} is missing from the refusal");
        }
    }
}
