//! Reading settings from JSON, member by member.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::Settings;
use crate::business::category_settings::read_cap;
use crate::business::read::{Node, Object, Reader};
use crate::business::{
    CategorySettings, LogAccess, Origin, QuietHours, Retention, Rewording, Whatsapp, limits, witness,
};
use crate::country::Country;
use crate::locale::Locale;

/// The members of settings.
const MEMBERS: &[&str] = &[
    "name",
    "legal_name",
    "address",
    "contact",
    "country",
    "privacy_url",
    "default_locale",
    "locales",
    "origins",
    "categories",
    "wording",
    "log",
    "witnesses",
    "retention",
    "overall_cap",
    "quiet_hours",
    "whatsapp",
];

impl Settings {
    /// Reads what can be read. None means that a fault was noted.
    pub(super) fn read(reader: &mut Reader, value: &Value) -> Option<Self> {
        let object = reader.object(Node { value, path: String::new() }, MEMBERS)?;
        let mut line = |key: &str, max| reader.need(&object, key).and_then(|node| reader.line(&node, max));
        let name = line("name", limits::NAME);
        let legal_name = line("legal_name", limits::LEGAL_NAME);
        let address = line("address", limits::ADDRESS);
        let contact = line("contact", limits::CONTACT);
        let country = reader.need(&object, "country").and_then(|node| reader.country(&node));
        let privacy_url = reader.need(&object, "privacy_url").and_then(|node| reader.parse(&node));
        let locales = read_locales(reader, &object);
        let default_locale = reader.need(&object, "default_locale").and_then(|node| reader.locale(&node));
        if let Some(default) = default_locale.filter(|default| !locales.is_empty() && !locales.contains(default)) {
            reader.fault("/default_locale", format!("must be one of /locales; add {default} there or choose another"));
        }
        let origins = read_origins(reader, &object);
        let categories = read_categories(reader, &object, &locales);
        let rewording = read_rewording(reader, &object, &locales);
        let log = object.get("log").map_or(Some(LogAccess::Keyed), |node| reader.parse(&node));
        let witnesses = witness::read(reader, &object);
        let retention = object.get("retention").map_or(Some(Retention::default()), |n| Retention::read(reader, n));
        // A fault within is noted, and must not pass as "not set".
        let overall_cap = object.get("overall_cap").map_or(Some(None), |node| read_cap(reader, node).map(Some));
        let quiet_hours = object.get("quiet_hours").map_or(Some(None), |node| QuietHours::read(reader, node).map(Some));
        let whatsapp = object.get("whatsapp").map_or(Some(None), |node| Whatsapp::read(reader, node).map(Some));
        Some(Self {
            name: name?,
            legal_name: legal_name?,
            address: address?,
            contact: contact?,
            country: country?,
            privacy_url: privacy_url?,
            default_locale: default_locale?,
            locales,
            origins,
            categories,
            rewording,
            log: log?,
            witnesses,
            retention: retention?,
            overall_cap: overall_cap?,
            quiet_hours: quiet_hours?,
            whatsapp: whatsapp?,
        })
    }
}

impl Reader {
    /// A locale in its one stored spelling.
    pub(in crate::business) fn locale(&mut self, node: &Node<'_>) -> Option<Locale> {
        let locale = Locale::from_code(self.string(node)?);
        if locale.is_none() {
            let known: Vec<_> = Locale::ALL.iter().map(|locale| locale.code()).collect();
            self.fault(&node.path, format!("must be one of the locales {}", known.join(", ")));
        }
        locale
    }

    /// The locale that a member's name is, which must be one of `locales`.
    pub(in crate::business) fn offered(&mut self, code: &str, node: &Node<'_>, locales: &[Locale]) -> Option<Locale> {
        let locale = Locale::from_code(code).filter(|locale| locales.contains(locale));
        // Without any locale the fault is there, not here.
        if locale.is_none() && !locales.is_empty() {
            self.fault(&node.path, "is not one of /locales; add it there, or remove these texts");
        }
        locale
    }

    /// A country by its code.
    fn country(&mut self, node: &Node<'_>) -> Option<Country> {
        let country = self.string(node)?.parse().ok();
        if country.is_none() {
            self.fault(&node.path, "must be the two-letter code of a country in capitals, such as DK (ISO 3166-1)");
        }
        country
    }
}

/// Reads `/locales`: at least one, none twice.
fn read_locales(reader: &mut Reader, object: &Object<'_>) -> Vec<Locale> {
    let mut locales = Vec::new();
    let Some(node) = reader.need(object, "locales") else { return locales };
    if node.value.as_array().is_some_and(Vec::is_empty) {
        reader.fault(&node.path, "must name at least one locale");
    }
    // One more entry than there are locales cannot be without a fault, so the count needs no other limit.
    for node in reader.list(node, Locale::ALL.len()) {
        let Some(locale) = reader.locale(&node) else { continue };
        if locales.contains(&locale) {
            reader.fault(node.path, "is there twice; remove one");
        } else {
            locales.push(locale);
        }
    }
    locales
}

/// Reads `/origins`: none twice.
fn read_origins(reader: &mut Reader, object: &Object<'_>) -> Vec<Origin> {
    let mut origins = Vec::new();
    let Some(node) = reader.need(object, "origins") else { return origins };
    for node in reader.list(node, limits::ORIGINS) {
        let Some(origin) = reader.parse(&node) else { continue };
        if origins.contains(&origin) {
            reader.fault(node.path, "is there twice; remove one");
        } else {
            origins.push(origin);
        }
    }
    origins
}

/// Reads `/categories`: at least one, no id twice.
fn read_categories(reader: &mut Reader, object: &Object<'_>, locales: &[Locale]) -> Vec<CategorySettings> {
    let mut categories = Vec::new();
    let Some(node) = reader.need(object, "categories") else { return categories };
    if node.value.as_array().is_some_and(Vec::is_empty) {
        reader.fault(&node.path, "must have at least one category");
    }
    // By the text given, so that a category with other faults is compared too.
    let mut seen = BTreeSet::new();
    for node in reader.list(node, limits::CATEGORIES) {
        if let Some(id) = node.value.get("id").and_then(Value::as_str).filter(|id| !seen.insert(*id)) {
            reader.fault(format!("{}/id", node.path), format!("is {id} again; give each category its own id"));
        }
        categories.extend(CategorySettings::read(reader, node, locales));
    }
    categories
}

/// Reads `/wording`: `{"da":{"heading":"…"}}`.
fn read_rewording(reader: &mut Reader, object: &Object<'_>, locales: &[Locale]) -> BTreeMap<Locale, Rewording> {
    let mut rewording = BTreeMap::new();
    let Some(by_locale) = object.get("wording").and_then(|node| reader.open(node)) else { return rewording };
    for (code, node) in by_locale.members() {
        let locale = reader.offered(code, &node, locales);
        let words = Rewording::read(reader, node);
        if let (Some(locale), Some(words)) = (locale, words.filter(|words| !words.is_empty())) {
            rewording.insert(locale, words);
        }
    }
    rewording
}
