//! Settings: everything a business says about itself and what it asks, read once and fit from then on.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use super::read::Reader;
use super::{
    CategorySettings, Fault, LogAccess, Origin, QuietHours, Retention, Rewording, Verification, WebUrl, Whatsapp,
    Witness,
};
use crate::canonical;
use crate::category::{Cap, CategoryId, Class};
use crate::country::Country;
use crate::locale::Locale;
use crate::preset::Preset;

mod reading;

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
    #[serde(skip_serializing_if = "LogAccess::is_keyed")]
    log: LogAccess,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    witnesses: Vec<Witness>,
    #[serde(skip_serializing_if = "Retention::is_unset")]
    retention: Retention,
    #[serde(skip_serializing_if = "Option::is_none")]
    overall_cap: Option<Cap>,
    #[serde(skip_serializing_if = "Option::is_none")]
    quiet_hours: Option<QuietHours>,
    #[serde(skip_serializing_if = "Option::is_none")]
    whatsapp: Option<Whatsapp>,
}

/// What a category was first asked for. Its id never means anything else, also after the category was removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Purpose {
    /// Its class.
    pub class: Class,
    /// The first preset it had; none where it was always worded by the business itself.
    pub preset: Option<Preset>,
}

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

    /// Faults that show only beside what came before: an id keeps its purpose, told by class and preset.
    ///
    /// `asked` is what every id that the business ever had was first asked for.
    pub fn check_against(&self, previous: &Self, asked: &BTreeMap<CategoryId, Purpose>) -> Vec<Fault> {
        let mut faults = Vec::new();
        for (index, now) in self.categories.iter().enumerate() {
            let before = previous.category(now.id());
            let asked = asked.get(now.id()).copied();
            let class = before.map(CategorySettings::class).or(asked.map(|asked| asked.class));
            if let Some(class) = class.filter(|class| *class != now.class()) {
                faults.push(Fault::new(
                    format!("/categories/{index}/class"),
                    format!(
                        "must stay {class}, as {} was asked for under that class; give a new purpose a new id",
                        now.id()
                    ),
                ));
            }
            let preset = asked.and_then(|asked| asked.preset).or(before.and_then(CategorySettings::preset));
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

    /// Who may read the hashes of the log and its signed head.
    pub fn log(&self) -> LogAccess {
        self.log
    }

    /// Who cosigns the heads of the log.
    pub fn witnesses(&self) -> &[Witness] {
        &self.witnesses
    }

    /// How long it keeps people.
    pub fn retention(&self) -> Retention {
        self.retention
    }

    /// How many marketing messages one person gets at most, of all categories together.
    pub fn overall_cap(&self) -> Option<Cap> {
        self.overall_cap
    }

    /// When it sends no marketing, by the clocks of whoever would get it.
    pub fn quiet_hours(&self) -> Option<QuietHours> {
        self.quiet_hours
    }

    /// Where it is found in WhatsApp; none where nothing that is said there reaches its ledger.
    pub fn whatsapp(&self) -> Option<&Whatsapp> {
        self.whatsapp.as_ref()
    }

    /// Whether what Meta delivers under these ids is for this business.
    pub fn hears(&self, waba: &str, phone_number_id: Option<&str>) -> bool {
        self.whatsapp().is_some_and(|whatsapp| whatsapp.is_addressed(waba, phone_number_id))
    }

    /// Where it is found in WhatsApp, where it has typed yeses confirmed from there.
    pub fn confirms_in_whatsapp(&self) -> Option<&Whatsapp> {
        self.whatsapp().filter(|whatsapp| whatsapp.verification() == Verification::Whatsapp)
    }

    /// What it words itself in `locale`, besides its categories.
    pub fn rewording(&self, locale: Locale) -> Option<&Rewording> {
        self.rewording.get(&locale)
    }
}
