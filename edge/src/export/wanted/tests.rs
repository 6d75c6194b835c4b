//! Tests of what an export is asked for.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use super::*;

fn read(query: &str) -> Result<Wanted, Problem> {
    let pairs: Vec<_> = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
    Wanted::read(&pairs)
}

fn time(text: &str) -> Timestamp {
    text.parse().unwrap()
}

#[test]
fn nothing_asked_for_is_every_event_as_csv_with_commas() {
    let format = Format::Csv(Delimiter::Comma);
    let everything = Wanted { kind: Kind::Events, format, filter: Filter::default(), resume: None, sender: None };
    assert_eq!(read("").unwrap(), everything);
    assert_eq!(read("format=&kind=&from=&to=&category=&state=&delimiter=&sender_id=").unwrap(), everything);
}

#[test]
fn a_delimiter_is_named_or_given_itself() {
    for (query, delimiter) in [
        ("delimiter=,", Delimiter::Comma),
        ("delimiter=%2C", Delimiter::Comma),
        ("delimiter=comma", Delimiter::Comma),
        ("delimiter=;", Delimiter::Semicolon),
        ("delimiter=semicolon", Delimiter::Semicolon),
        ("delimiter=%09", Delimiter::Tab),
        ("delimiter=tab", Delimiter::Tab),
    ] {
        assert_eq!(read(query).unwrap().format, Format::Csv(delimiter), "{query}");
    }
    assert_eq!(read("format=ndjson&delimiter=;").unwrap().format, Format::Ndjson);
}

#[test]
fn a_day_is_the_whole_of_it_in_utc() {
    let filter = read("from=2026-11-22&to=2026-11-22").unwrap().filter;
    assert_eq!(filter.from, Some(time("2026-11-22T00:00:00.000Z")));
    assert_eq!(filter.to, Some(time("2026-11-22T23:59:59.999Z")));
    for (moment, wanted) in [
        ("2026-11-21T23:59:59.999Z", false),
        ("2026-11-22T00:00:00Z", true),
        ("2026-11-22T23:59:59.999Z", true),
        ("2026-11-23T00:00:00Z", false),
    ] {
        assert_eq!(filter.takes_time(time(moment)), wanted, "{moment}");
    }
}

#[test]
fn a_time_is_read_with_its_offset_also_where_the_plus_was_not_encoded() {
    for query in ["from=2026-11-22T12:00:00%2B01:00", "from=2026-11-22T12:00:00+01:00", "from=2026-11-22T11:00:00Z"] {
        assert_eq!(read(query).unwrap().filter.from, Some(time("2026-11-22T11:00:00Z")), "{query}");
    }
}

/// A point to go on from, in an export that has none.
const RESUME: &str =
    "format=ndjson&kind=state&resume=9-2-4-1-6-0000000000000000000000000000000000000000000000000000000000000000";

#[test]
fn only_the_export_with_proof_can_be_resumed() {
    let wanted = read(&RESUME.replace("state", "events")).unwrap();
    let point = wanted.resume.unwrap();
    assert_eq!((point.size, point.cursor.notices, point.cursor.events), (9, 2, 4));
    assert_eq!((point.cursor.erased, point.cursor.after), (1, 6));
    assert_eq!(read("kind=state&format=jsonld").unwrap().format, Format::JsonLd);
}

#[test]
fn a_file_for_another_system_is_narrowed_by_time_and_state_with_a_category_alone() {
    for target in Target::ALL {
        let query = format!("kind=state&format={}", target.word());
        assert_eq!(read(&query).unwrap().format, Format::For(target));
        let narrowed = read(&format!("{query}&category=relevant_offers&from=2026-11-22&state=granted")).unwrap();
        assert!(narrowed.filter.from.is_some() && narrowed.filter.state.is_some());
    }
    let sid = "MG0123456789abcdef0123456789abcdef";
    let sender = read(&format!("kind=state&format=twilio&sender_id={sid}")).unwrap().sender;
    assert_eq!(sender, Some(sid.parse().unwrap()));
}

#[test]
fn what_is_unfit_is_refused_by_the_name_of_its_parameter() {
    for (query, name) in [
        ("format=xml", "format"),
        ("format=jsonld", "format"),
        ("format=jsonld&kind=notices", "format"),
        ("format=klaviyo", "format"),
        ("format=twilio&kind=events", "format"),
        ("format=shopify&kind=notices", "format"),
        ("format=Klaviyo&kind=state", "format"),
        ("format=klaviyo&kind=state&from=2026-11-22", "from"),
        ("format=shopify&kind=state&to=2026-11-22", "to"),
        ("format=twilio&kind=state&state=granted", "state"),
        ("format=twilio&kind=state&sender_id=%2B15005550006", "sender_id"),
        ("format=twilio&kind=state&sender_id=MG0000000000000000000000000000000", "sender_id"),
        ("format=twilio&kind=state&sender_id=MG0000000000000000000000000000000g", "sender_id"),
        ("format=shopify&kind=state&sender_id=MG00000000000000000000000000000001", "sender_id"),
        ("sender_id=MG00000000000000000000000000000001", "sender_id"),
        ("format=ndjson&resume=7", "resume"),
        ("kind=people", "kind"),
        ("from=yesterday", "from"),
        ("from=2026-02-30", "from"),
        ("from=20261122T1", "from"),
        ("to=2026-13-01", "to"),
        ("from=2026-11-23&to=2026-11-22", "to"),
        ("category=Order", "category"),
        ("state=never_asked", "state"),
        ("state=yes", "state"),
        ("delimiter=|", "delimiter"),
        ("delimiter=,,", "delimiter"),
        ("kind=notices&state=granted", "state"),
        ("form=2026-11-22", "form"),
        (RESUME, "resume"),
        ("category=order_updates&category=relevant_offers", "category"),
    ] {
        let problem = read(query).unwrap_err().to_json("");
        assert_eq!(
            (problem["code"].as_str(), problem["field"].as_str()),
            (Some("field_invalid"), Some(name)),
            "{query}"
        );
        assert!(problem["rule"].is_string(), "{query}");
    }
}

#[test]
fn a_file_is_named_after_what_it_holds() {
    let slug: Slug = "nordlys".parse().unwrap();
    for (query, name) in [
        ("", "nordlys-events-as-of-42.csv"),
        ("format=ndjson&kind=notices", "nordlys-notices-as-of-42.ndjson"),
        ("kind=state&format=klaviyo", "nordlys-state-klaviyo-as-of-42.ndjson"),
        ("kind=state&format=shopify&category=relevant_offers", "nordlys-state-shopify-relevant_offers-as-of-42.ndjson"),
        ("from=2026-11-01&to=2026-11-30", "nordlys-events-from-2026-11-01-to-2026-11-30-as-of-42.csv"),
        (
            "kind=state&category=relevant_offers&state=granted&from=2026-11-01T12:30:00Z",
            "nordlys-state-relevant_offers-granted-from-2026-11-01T123000.000Z-as-of-42.csv",
        ),
    ] {
        assert_eq!(read(query).unwrap().file_name(&slug, 42), name);
    }
}
