//! The forms that a language has for numbers, by CLDR.

use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules, PluralRulesOptions};

/// The largest number that a text is chosen by: the largest cap there is, `Cap::MAX`.
const LARGEST: u16 = 1000;

/// The rules of one language.
pub(crate) struct Plurals(PluralRules);

impl Plurals {
    /// Those of the language called `code`.
    pub(crate) fn of(code: &str) -> Result<Self, String> {
        let locale: Locale = code.parse().map_err(|error| format!("its name is no language's code: {error}"))?;
        let rules = PluralRules::try_new(locale.into(), PluralRulesOptions::default());
        rules.map(Self).map_err(|error| format!("CLDR has no plural rules for it: {error}"))
    }

    /// What its forms are called, in CLDR and in a selector.
    pub(crate) fn names(&self) -> Vec<&'static str> {
        self.0.categories().map(name).collect()
    }

    /// For each number the place in `names` of its form; that of the last where its own form does not stand there.
    pub(crate) fn table(&self, names: &[String]) -> Vec<usize> {
        let place = |number: u16| {
            let own = name(self.0.category_for(number));
            names.iter().position(|name| name == own).unwrap_or(names.len().saturating_sub(1))
        };
        (0..=LARGEST).map(place).collect()
    }
}

fn name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}
