//! One category in the settings: a preset, the business's own words, or a mix of both.

use std::collections::BTreeMap;

use serde::Serialize;

use super::limits;
use super::read::{Node, Object, Reader};
use crate::category::{Cap, CategoryId, Class, Period};
use crate::locale::Locale;
use crate::preset::Preset;
use crate::wording;

/// A category as a business offers it. Class and cap are stated in the stored form even where a preset gave them, so
/// that a later release of the presets changes neither.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CategorySettings {
    id: CategoryId,
    #[serde(skip_serializing_if = "Option::is_none")]
    preset: Option<Preset>,
    class: Class,
    #[serde(skip_serializing_if = "Option::is_none")]
    cap: Option<Cap>,
    #[serde(rename = "wording", skip_serializing_if = "BTreeMap::is_empty")]
    reworded: BTreeMap<Locale, Reworded>,
    /// What is shown, for every locale of the settings.
    #[serde(skip)]
    texts: BTreeMap<Locale, CategoryTexts>,
}

/// What a category says in one locale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CategoryTexts {
    /// What the box is called.
    pub title: String,
    /// What the person gets out of it.
    pub value: String,
    /// How often at most.
    pub frequency: String,
}

/// What the business words itself in one locale.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
struct Reworded {
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    frequency: Option<String>,
}

impl CategorySettings {
    /// What it is called in records.
    pub fn id(&self) -> &CategoryId {
        &self.id
    }

    /// The preset it comes from, if any.
    pub fn preset(&self) -> Option<Preset> {
        self.preset
    }

    /// Its WhatsApp class.
    pub fn class(&self) -> Class {
        self.class
    }

    /// Its cap, if it has one.
    pub fn cap(&self) -> Option<Cap> {
        self.cap
    }

    /// What it says in `locale`; none where the settings do not offer that locale.
    pub fn texts(&self, locale: Locale) -> Option<&CategoryTexts> {
        self.texts.get(&locale)
    }

    /// Reads one entry of `/categories`, to be shown in `locales`.
    pub(super) fn read(reader: &mut Reader, node: Node<'_>, locales: &[Locale]) -> Option<Self> {
        let object = reader.object(node, &["id", "preset", "class", "cap", "wording"])?;
        let id = reader.need(&object, "id").and_then(|node| reader.parse(&node));
        let preset_node = object.get("preset");
        let preset: Option<Preset> = preset_node.as_ref().and_then(|node| reader.parse(node));
        // A preset that cannot be read is one fault, not also a missing class and missing texts.
        let preset_unread = preset_node.is_some() && preset.is_none();

        let class = match object.get("class") {
            Some(node) => reader.parse(&node),
            None if preset.is_none() && !preset_unread => {
                reader.fault(object.path("class"), "is missing; give a class, or name a preset that has one");
                None
            }
            None => preset.map(Preset::class),
        };
        let cap = match object.get("cap") {
            Some(node) => read_cap(reader, node),
            None => preset.and_then(Preset::cap),
        };
        let reworded = read_wording(reader, &object, locales);
        let mut texts = BTreeMap::new();
        for &locale in locales.iter().filter(|_| !preset_unread) {
            let own = reworded.get(&locale).cloned().unwrap_or_default();
            // What is there but unfit has its fault already; only what is absent is reported as missing.
            let given = |part: &str| {
                let wording = object.get("wording").and_then(|node| node.value.get(locale.code()));
                wording.is_some_and(|texts| texts.get(part).is_some())
            };
            let mut missing = |part: &str, advice: &str| {
                if !given(part) {
                    let path = format!("{}/{locale}/{part}", object.path("wording"));
                    reader.fault(path, format!("is missing; give it, or {advice}"));
                }
            };
            let preset = preset.map(|preset| preset.text(locale));
            let title = own.title.or(preset.map(|text| text.title.to_owned()));
            let value = own.value.or(preset.map(|text| text.value.to_owned()));
            let frequency = own
                .frequency
                .or(cap.map(|cap| wording::cap(locale, cap)))
                .or(preset.and_then(|text| text.frequency).map(str::to_owned));
            if title.is_none() {
                missing("title", "name a preset that has it");
            }
            if value.is_none() {
                missing("value", "name a preset that has it");
            }
            if frequency.is_none() && object.get("cap").is_none() {
                missing("frequency", "give a cap, from which it is worded");
            }
            if let (Some(title), Some(value), Some(frequency)) = (title, value, frequency) {
                texts.insert(locale, CategoryTexts { title, value, frequency });
            }
        }
        Some(Self { id: id?, preset, class: class?, cap, reworded, texts })
    }
}

/// Reads `{"max":2,"per":"week"}`.
pub(super) fn read_cap(reader: &mut Reader, node: Node<'_>) -> Option<Cap> {
    let object = reader.object(node, &["max", "per"])?;
    let max = reader.need(&object, "max").and_then(|node| {
        // The period does not matter for whether the number fits.
        let cap = node.value.as_u64().and_then(|max| u16::try_from(max).ok()).map(|max| Cap::new(max, Period::Day));
        if let Some(Ok(cap)) = cap {
            Some(cap.max())
        } else {
            reader.fault(node.path, format!("must be a whole number from 1 to {}", Cap::MAX));
            None
        }
    });
    let per = reader.need(&object, "per").and_then(|node| reader.parse(&node));
    Cap::new(max?, per?).ok()
}

/// Reads `{"da":{"title":"…"}}`.
fn read_wording(reader: &mut Reader, object: &Object<'_>, locales: &[Locale]) -> BTreeMap<Locale, Reworded> {
    let mut reworded = BTreeMap::new();
    let Some(by_locale) = object.get("wording").and_then(|node| reader.open(node)) else {
        return reworded;
    };
    for (code, node) in by_locale.members() {
        let locale = reader.offered(code, &node, locales);
        let Some(texts) = reader.object(node, &["title", "value", "frequency"]) else { continue };
        let mut line = |key: &str, max| texts.get(key).and_then(|node| reader.words(&node, max));
        let words = Reworded {
            title: line("title", limits::TITLE),
            value: line("value", limits::VALUE),
            frequency: line("frequency", limits::FREQUENCY),
        };
        if let Some(locale) = locale.filter(|_| words != Reworded::default()) {
            reworded.insert(locale, words);
        }
    }
    reworded
}
