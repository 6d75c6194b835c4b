//! The choice of a locale for a reader.

use super::Locale;

/// How many ranges of an `Accept-Language` header are read. Browsers send at most a handful; 20 leaves room for a
/// reader of many languages and keeps the work of a hostile header small.
const MAX_RANGES: usize = 20;

/// The locale for a reader: the one asked for (`explicit`, such as a query parameter), else the best of the
/// `Accept-Language` header (RFC 9110, 12.5.4), else `default`; always one of `offered` when any is offered.
pub fn negotiate(explicit: Option<&str>, accept_language: Option<&str>, offered: &[Locale], default: Locale) -> Locale {
    let fallback = if offered.contains(&default) { default } else { offered.first().copied().unwrap_or(default) };
    if let Some(asked) = explicit.and_then(|text| text.parse().ok()).filter(|asked| offered.contains(asked)) {
        return asked;
    }
    accept_language.and_then(|header| best(header, offered, fallback)).unwrap_or(fallback)
}

/// The offered locale that `header` wants most. On equal weights the earlier range wins, and a wildcard comes last.
fn best(header: &str, offered: &[Locale], fallback: Locale) -> Option<Locale> {
    let ranges: Vec<_> = header.split(',').take(MAX_RANGES).filter_map(range).collect();
    let refused = |locale: Locale| ranges.iter().any(|(tag, q)| *q == 0 && tag.eq_ignore_ascii_case(locale.code()));
    let mut best: Option<(u16, Locale)> = None;
    let mut consider = |q: u16, locale: Locale| {
        if q > best.map_or(0, |(most, _)| most) && !refused(locale) {
            best = Some((q, locale));
        }
    };
    for (tag, q) in ranges.iter().filter(|(tag, _)| *tag != "*") {
        if let Some(locale) = tag.parse().ok().filter(|locale| offered.contains(locale)) {
            consider(*q, locale);
        }
    }
    // A wildcard stands for every language that the header does not name.
    let named = |locale: Locale| ranges.iter().any(|(tag, _)| tag.parse() == Ok(locale));
    for (_, q) in ranges.iter().filter(|(tag, _)| *tag == "*") {
        let unnamed = core::iter::once(fallback).chain(offered.iter().copied());
        if let Some(locale) = unnamed.into_iter().find(|locale| !named(*locale)) {
            consider(*q, locale);
        }
    }
    best.map(|(_, locale)| locale)
}

/// One language range and its weight in thousandths; none when the weight is malformed.
fn range(part: &str) -> Option<(&str, u16)> {
    let mut pieces = part.split(';').map(str::trim);
    let tag = pieces.next().filter(|tag| !tag.is_empty())?;
    let mut weight = 1000;
    for piece in pieces {
        let (name, value) = piece.split_once('=')?;
        if name.trim_end().eq_ignore_ascii_case("q") {
            weight = thousandths(value.trim_start())?;
        }
    }
    Some((tag, weight))
}

/// A qvalue (`0`, `0.25`, `1.000`) as thousandths.
fn thousandths(text: &str) -> Option<u16> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    if decimals.len() > 3 || !decimals.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let part: u16 = format!("{decimals:0<3}").parse().ok()?;
    match (whole, part) {
        ("0", part) => Some(part),
        ("1", 0) => Some(1000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn from_header(header: &str) -> Locale {
        negotiate(None, Some(header), Locale::ALL, Locale::Da)
    }

    #[test]
    fn the_weights_of_accept_language_decide() {
        let table = [
            ("da", Locale::Da),
            ("en-US,en;q=0.9", Locale::En),
            ("da;q=0.5, en;q=0.8", Locale::En),
            ("en;q=0.8, da;q=0.80", Locale::En),
            ("sv, nb;q=0.9, en;q=0.1", Locale::En),
            ("sv", Locale::Da),
            ("", Locale::Da),
            ("*", Locale::Da),
            ("da;q=0, *", Locale::En),
            ("da;q=0.2, *;q=0.9", Locale::En),
            ("en;q=0, da;q=0", Locale::Da),
            ("EN-gb ; Q=1.000 , da;q=0.999", Locale::En),
            ("en;q=2, en;q=0.1234, en;q=x, en;q=", Locale::Da),
            ("en;level=1;q=0.7, da;q=0.6", Locale::En),
        ];
        for (header, locale) in table {
            assert_eq!(from_header(header), locale, "{header}");
        }
    }

    #[test]
    fn what_is_asked_for_wins_when_it_is_offered() {
        let both = Locale::ALL;
        assert_eq!(negotiate(Some("en"), Some("da"), both, Locale::Da), Locale::En);
        assert_eq!(negotiate(Some("sv"), Some("en"), both, Locale::Da), Locale::En);
        assert_eq!(negotiate(Some("en"), Some("en"), &[Locale::Da], Locale::En), Locale::Da);
        assert_eq!(negotiate(None, None, &[], Locale::En), Locale::En);
    }

    #[test]
    fn ranges_past_the_limit_are_not_read() {
        let header = format!("{}en", "sv,".repeat(MAX_RANGES));
        assert_eq!(from_header(&header), Locale::Da);
    }

    proptest! {
        #[test]
        fn no_header_breaks_it_and_the_answer_is_offered(
            explicit in proptest::option::of("\\PC{0,12}"),
            header in prop_oneof![any::<String>(), "([a-zA-Z*-]{0,5}(;q=[0-9.]{0,6})?,?){0,30}"],
            offered in prop_oneof![
                Just(vec![Locale::Da]), Just(vec![Locale::En]), Just(vec![Locale::En, Locale::Da])
            ],
        ) {
            let locale = negotiate(explicit.as_deref(), Some(&header), &offered, Locale::Da);
            prop_assert!(offered.contains(&locale));
        }
    }
}
