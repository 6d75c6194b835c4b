//! A business to render, for tests.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use jatak_shared::business::{Settings, Slug};
use jatak_shared::locale::Locale;
use jatak_shared::notice::Notice;
use serde_json::{Value, json};

/// The settings of the demo shop.
pub(crate) fn nordlys() -> Value {
    json!({
        "name": "Nordlys Kaffe",
        "legal_name": "Nordlys Kaffe ApS",
        "address": "Havnegade 12, 5000 Odense C",
        "contact": "hej@nordlys.example",
        "country": "DK",
        "privacy_url": "https://nordlys.example/privatliv",
        "default_locale": "da",
        "locales": Locale::ALL,
        "origins": ["https://nordlys.example"],
        "categories": [
            {"id": "order_updates", "preset": "order_updates"},
            {"id": "relevant_offers", "preset": "relevant_offers"},
            {"id": "product_recommendations", "preset": "product_recommendations"},
            {"id": "back_in_stock", "preset": "back_in_stock"},
        ],
    })
}

/// The notice of these settings.
pub(crate) fn notice_of(settings: &Value, locale: Locale) -> Notice {
    let settings = Settings::parse(settings).unwrap();
    let slug: Slug = "nordlys".parse().unwrap();
    Notice::compose(&slug, &settings, locale).unwrap()
}

/// The demo shop's notice.
pub(crate) fn notice(locale: Locale) -> Notice {
    notice_of(&nordlys(), locale)
}
