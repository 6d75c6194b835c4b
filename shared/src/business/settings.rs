//! Settings: everything a business says about itself and what it asks, read once and fit from then on.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::Value;

use super::read::{Node, Object, Reader};
use super::{CategorySettings, Fault, Origin, Rewording, WebUrl, limits};
use crate::canonical;
use crate::category::{CategoryId, Class};
use crate::country::Country;
use crate::locale::Locale;

/// The settings of one business. Their JSON form reads back to the same settings, so that an unchanged `PUT` is told
/// by equal [`Settings::canonical`] bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Settings {
    name: String,
    legal_name: String,
    address: String,
    contact: String,
    country: Country,
    privacy_url: WebUrl,
    default_locale: Locale,
    locales: Vec<Locale>,
    origins: Vec<Origin>,
    categories: Vec<CategorySettings>,
    #[serde(rename = "wording", skip_serializing_if = "BTreeMap::is_empty")]
    rewording: BTreeMap<Locale, Rewording>,
}

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
];

impl Settings {
    /// Reads settings and lists every fault there is.
    pub fn parse(value: &Value) -> Result<Self, Vec<Fault>> {
        let mut reader = Reader::default();
        let settings = Self::read(&mut reader, value);
        let faults = reader.faults();
        match settings {
            Some(settings) if faults.is_empty() => Ok(settings),
            _ => Err(faults),
        }
    }

    /// Reads what can be read. None means that a fault was noted.
    fn read(reader: &mut Reader, value: &Value) -> Option<Self> {
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
        })
    }

    /// Faults that show only beside what came before: an id keeps its purpose, told by class and preset.
    ///
    /// `retired` are the ids that older settings had, with their class.
    pub fn check_against(&self, previous: &Self, retired: &BTreeMap<CategoryId, Class>) -> Vec<Fault> {
        let mut faults = Vec::new();
        for (index, now) in self.categories.iter().enumerate() {
            let before = previous.category(now.id());
            let class = before.map(CategorySettings::class).or_else(|| retired.get(now.id()).copied());
            if let Some(class) = class.filter(|class| *class != now.class()) {
                faults.push(Fault::new(
                    format!("/categories/{index}/class"),
                    format!(
                        "must stay {class}, as {} was asked for under that class; give a new purpose a new id",
                        now.id()
                    ),
                ));
            }
            let preset = before.and_then(CategorySettings::preset);
            if let (Some(before), Some(after)) = (preset, now.preset())
                && before != after
            {
                faults.push(Fault::new(
                    format!("/categories/{index}/preset"),
                    format!("must stay {before}, or be left out; give a new purpose a new id"),
                ));
            }
        }
        faults
    }

    /// The canonical JSON: equal bytes mean equal settings.
    pub fn canonical(&self) -> String {
        canonical::to_string(self)
    }

    /// The name as displayed.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The name in the register.
    pub fn legal_name(&self) -> &str {
        &self.legal_name
    }

    /// The postal address, on one line.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// How to reach it: an e-mail address, a telephone number or a page.
    pub fn contact(&self) -> &str {
        &self.contact
    }

    /// The country it is in, also the first choice of the country selector.
    pub fn country(&self) -> Country {
        self.country
    }

    /// The privacy notice.
    pub fn privacy_url(&self) -> &WebUrl {
        &self.privacy_url
    }

    /// The locale for those who ask for none that is offered; always one of [`Settings::locales`].
    pub fn default_locale(&self) -> Locale {
        self.default_locale
    }

    /// The locales it asks in, at least one.
    pub fn locales(&self) -> &[Locale] {
        &self.locales
    }

    /// Where it may be embedded; empty for a business that uses the hosted page only.
    pub fn origins(&self) -> &[Origin] {
        &self.origins
    }

    /// Whether an `Origin` header with this value is one of [`Settings::origins`].
    pub fn allows(&self, origin: &str) -> bool {
        origin.parse().is_ok_and(|origin: Origin| self.origins.contains(&origin))
    }

    /// The categories it offers, in the order shown, at least one.
    pub fn categories(&self) -> &[CategorySettings] {
        &self.categories
    }

    /// The category with this id.
    pub fn category(&self, id: &CategoryId) -> Option<&CategorySettings> {
        self.categories.iter().find(|category| category.id() == id)
    }

    /// What it words itself in `locale`, besides its categories.
    pub fn rewording(&self, locale: Locale) -> Option<&Rewording> {
        self.rewording.get(&locale)
    }
}

impl Reader {
    /// A locale in its one stored spelling.
    pub(super) fn locale(&mut self, node: &Node<'_>) -> Option<Locale> {
        let locale = Locale::from_code(self.string(node)?);
        if locale.is_none() {
            let known: Vec<_> = Locale::ALL.iter().map(|locale| locale.code()).collect();
            self.fault(&node.path, format!("must be one of the locales {}", known.join(", ")));
        }
        locale
    }

    /// The locale that a member's name is, which must be one of `locales`.
    pub(super) fn offered(&mut self, code: &str, node: &Node<'_>, locales: &[Locale]) -> Option<Locale> {
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
