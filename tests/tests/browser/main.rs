//! What a shopper meets: the real widget and the real pages in a real Chromium.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a panic is how a test fails")]

mod access;
mod choices;
mod confirming;
mod element;
mod embed;
mod errors;
mod export;
mod frameworks;
mod guard;
mod handover;
mod isolation;
mod keyboard;
mod languages;
mod mirrored;
mod narrow;
mod outages;
mod paper;
mod phone;
mod placement;
mod policies;
mod restore;
mod scriptless;
mod shop;
mod shown;
mod surroundings;
mod theme;
mod tree;
mod verifying;
mod waiting;

use std::sync::OnceLock;

use jatak_shared::locale::{Dir, Locale};
use jatak_tests::shop::Shop;
use jatak_tests::{Business, Server};
use serde_json::json;

/// The header that says which country a browser is in: one that a browser may send to any origin without asking first.
const COUNTRY_HEADER: &str = "content-language";

/// The one server of these tests; its limits are off, since all browsers here are one source.
fn server() -> &'static Server {
    static SERVER: OnceLock<Server> = OnceLock::new();
    SERVER.get_or_init(|| Server::start(&["--no-limits", "--country-header", COUNTRY_HEADER]))
}

/// A business that lists a shop.
fn business_of(shop: &Shop) -> Business<'static> {
    server().business_with(|settings| settings["origins"] = json!([shop.origin]))
}

/// How many submissions a business has recorded.
fn submissions(business: &Business<'_>) -> usize {
    business.events().iter().filter(|event| event["kind"] == "opted_in").count()
}

/// A business that lists a shop, in every language that there is.
fn in_every_language(shop: &Shop) -> Business<'static> {
    server().business_with(|settings| {
        settings["origins"] = json!([shop.origin]);
        settings["locales"] = Locale::ALL.iter().map(|locale| locale.code()).collect();
    })
}

/// Whether the long forms of tests are asked for.
fn is_long() -> bool {
    std::env::var_os("JATAK_LONG").is_some()
}

/// In which languages things are looked at, and whether in the dark. In the long form in all and both ways; else in two
/// that differ in everything: one from left to right in the light, and one from right to left, as soon as there is one,
/// in the dark.
fn looks() -> Vec<(Locale, bool)> {
    if is_long() {
        return Locale::ALL.iter().flat_map(|locale| [(*locale, false), (*locale, true)]).collect();
    }
    let other = Locale::ALL.iter().copied().find(|locale| locale.dir() == Dir::Rtl).unwrap_or(Locale::Da);
    vec![(Locale::En, false), (other, true)]
}

/// The paths of every page that a link leads to, in this language.
fn pages_in(business: &Business<'_>, locale: Locale) -> Vec<String> {
    let body = business.submission("20 12 34 56", &["order_updates", "relevant_offers"]);
    let receipt = business.receipt(&business.post("/consents", &body).expect(201).json());
    let slug = &business.slug;
    [
        format!("/{slug}"),
        receipt,
        business.choices("+4520123456"),
        format!("/{slug}/export"),
        format!("/{slug}/embed"),
        format!("/{slug}/c/nothing"),
        "/verify".to_owned(),
    ]
    .into_iter()
    .map(|path| format!("{path}?locale={locale}"))
    .collect()
}
