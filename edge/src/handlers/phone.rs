//! What helps with the number, once the form can be ticked: the countries' names, how a country's numbers are written,
//! and where the request comes from. All of it is the same for every business.

use jatak_shared::country::Country;
use jatak_shared::locale::Locale;
use jatak_shared::problem::{Problem, ProblemType};

use crate::cx::Cx;
use crate::http::Outgoing;
use crate::{countries, pack};

const TEXT: &str = "text/plain; charset=utf-8";

/// `GET /phone/country`: the code of the country that the request comes from, as the proxy in front says; nothing where
/// it does not.
///
/// It has an answer of its own, kept by nobody, because every other answer of the widget is kept by caches that serve
/// many people.
pub fn country(cx: &Cx) -> Outgoing {
    let answer = match cx.country() {
        Some(country) => Outgoing::text(200, TEXT, country.code()),
        None => Outgoing::empty(204),
    };
    answer.with("Cache-Control", "no-store")
}

/// `GET /phone/countries/{hash}/{locale}`: every country in one language. The address names the content.
pub fn countries(cx: &Cx, path: &str, locale: &str) -> Result<Outgoing, Problem> {
    let missing = || Problem::new(ProblemType::NotFound);
    let locale: Locale = locale.parse().map_err(|_| missing())?;
    let list = countries::list(locale);
    // A list of another build is not passed off as this one's.
    if list.path != path {
        return Err(missing());
    }
    let answer = Outgoing::empty(200)
        .with("Content-Type", TEXT)
        .with("Cache-Control", "public, max-age=31536000, immutable")
        .with("Vary", "Accept-Encoding")
        .with("X-Content-Type-Options", "nosniff");
    let coding = pack::coding(&cx.incoming);
    Ok(match list.packed.get(&list.text, coding) {
        Some(packed) => answer.packed(packed, coding),
        None => answer.body(list.text.as_bytes().to_vec()),
    })
}

/// `GET /phone/rules/{country}`: how the numbers of a country are written. Kept for a day: nothing is decided by them, so
/// old ones only misplace a space.
pub fn rules(cx: &Cx, code: &str) -> Result<Outgoing, Problem> {
    let missing = || Problem::new(ProblemType::NotFound);
    let country: Country = code.parse().map_err(|_| missing())?;
    let rules = jatak_phone::rules(country).ok_or_else(missing)?;
    let answer = Outgoing::text(200, "application/json", rules)
        .with("Cache-Control", "public, max-age=86400")
        .with("Vary", "Accept-Encoding")
        .with("X-Content-Type-Options", "nosniff");
    let coding = pack::coding(&cx.incoming);
    Ok(match pack::pack(rules.as_bytes(), coding) {
        Some(packed) => answer.packed(packed, coding),
        None => answer,
    })
}
