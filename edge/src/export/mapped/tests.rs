//! Tests of states in the shapes of other systems: each state's line, and that no line says more than was said.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use jatak_ledger::Head;
use jatak_shared::act::Source;
use jatak_shared::event::{Change, Fact, Kind, MarketingSignal, Place};
use jatak_shared::id::{BusinessId, SubjectId};
use jatak_shared::import::Provenance;
use jatak_shared::random::Random;
use jatak_shared::state::Standings;
use jatak_shared::subject::Subject;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::super::file::File;
use super::super::wanted::{Format, Wanted};
use super::*;

/// Three categories, one of each class but codes, and one of marketing more.
const ASKED: [(&str, Class); 3] =
    [("relevant_offers", Class::Marketing), ("back_in_stock", Class::Marketing), ("order_updates", Class::Utility)];

const NOON: i64 = 1_795_345_200_000;

struct Zeros;

impl Random for Zeros {
    fn fill(&mut self, bytes: &mut [u8]) {
        bytes.fill(0);
    }
}

fn id(text: &str) -> CategoryId {
    text.parse().unwrap()
}

fn asked() -> Vec<(CategoryId, Class)> {
    ASKED.iter().map(|(text, class)| (id(text), *class)).collect()
}

fn subject() -> Subject {
    Subject { id: SubjectId::v4([7; 16]), handle: "+4520123456".parse().unwrap() }
}

/// What somebody did to these categories, all of which it brought to the same state.
fn act(kind: Kind, assurance: Assurance, state: State, ids: &[&str]) -> Fact {
    let categories = ids.iter().map(|text| Change { id: id(text), state }).collect();
    let notice = (kind == Kind::OptedIn).then(|| "ab".repeat(32).parse().unwrap());
    Fact { notice, subject: Some(subject()), assurance: Some(assurance), categories, ..Fact::new(kind, Source::Api) }
}

fn yes(assurance: Assurance, ids: &[&str]) -> Fact {
    act(Kind::OptedIn, assurance, State::Granted, ids)
}

fn no(assurance: Assurance, ids: &[&str]) -> Fact {
    act(Kind::OptedOut, assurance, State::Withdrawn, ids)
}

/// How a person stands after these acts, a second apart, as the ledger hands it out.
fn person(acts: Vec<Fact>) -> SubjectStates {
    let mut standings = Standings::default();
    for (seq, fact) in (1..).zip(acts) {
        let recorded_at = Timestamp::from_millis(NOON + 1_000 * i64::try_from(seq).unwrap());
        let place = Place { business: BusinessId::v4([1; 16]), seq, recorded_at, previous: None };
        let event = fact.seal(place, &mut Zeros);
        standings.apply(event.leaf.notice, &event.private.body, &event.outcome.unwrap().body);
    }
    let mut ids: Vec<CategoryId> = standings.categories.keys().cloned().collect();
    ids.extend(asked().into_iter().map(|(id, _)| id).filter(|id| !standings.categories.contains_key(id)));
    let categories = ids.into_iter().filter_map(|id| standings.of(&id).map(|standing| (id, standing))).collect();
    SubjectStates { subject: subject().id, handle: subject().handle, categories, stop: standings.marketing.stop() }
}

/// The lines of a whole file about these people.
fn lines(query: &str, people: &[SubjectStates]) -> Vec<Value> {
    let pairs: Vec<_> = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
    let wanted = Wanted::read(&pairs).unwrap();
    let Format::For(target) = wanted.format else { panic!("{query} is for no other system") };
    let plan = Plan::new(target, wanted.sender.clone(), wanted.filter.category.as_ref(), asked()).unwrap();
    let as_of = Head { seq: 9, recorded_at: Timestamp::from_millis(NOON) };
    let file = File::new("https://edge.example", "nordlys".parse().unwrap(), BusinessId::v4([1; 16]), wanted, as_of);
    let mut file = file.planned(Some(plan));
    let parts = [file.begin().unwrap(), file.states(people).unwrap(), file.end().unwrap()];
    let bytes = parts.concat();
    let text = core::str::from_utf8(&bytes).unwrap();
    assert!(text.is_empty() || text.ends_with('\n'));
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The one line about a person.
fn line_of(query: &str, acts: Vec<Fact>) -> Value {
    let mut lines = lines(query, &[person(acts)]);
    assert_eq!(lines.len(), 1, "{query}");
    lines.remove(0)
}

/// What a state is told by, in the order of [`states`].
type Words = [Option<&'static str>; 5];

/// Each state in which somebody may stand to one category, and what the three are told: Klaviyo's `consent`, Shopify's
/// `state` and `optInLevel`, Twilio's `status` and `source`.
fn states() -> Vec<(&'static str, Vec<Fact>, Words)> {
    let offers = &["relevant_offers"][..];
    let imported = Fact {
        kind: Kind::Imported,
        notice: None,
        provenance: Some(Provenance {
            claimed_at: "2024-05-01".parse().unwrap(),
            source: "sign-up sheet".into(),
            terms: "ab".repeat(32).parse().unwrap(),
            wording: "none kept".parse().unwrap(),
        }),
        ..yes(Assurance::Imported, offers)
    };
    let everything = Fact { everything: true, ..no(Assurance::Whatsapp, &[]) };
    let waits = |assurance| act(Kind::OptedIn, assurance, State::Pending, offers);
    let yes_told = |level, source| [Some("SUBSCRIBED"), Some("SUBSCRIBED"), Some(level), Some("opt-in"), Some(source)];
    let no_told = |source| [Some("UNSUBSCRIBED"), Some("UNSUBSCRIBED"), None, Some("opt-out"), Some(source)];
    let waits_told = [Some("NEVER_SUBSCRIBED"), Some("PENDING"), None, Some("opt-out"), Some("website")];
    vec![
        ("typed", vec![yes(Assurance::Typed, offers)], yes_told("SINGLE_OPT_IN", "website")),
        ("by the person's own link", vec![yes(Assurance::Link, offers)], yes_told("SINGLE_OPT_IN", "website")),
        ("in WhatsApp", vec![yes(Assurance::Whatsapp, offers)], yes_told("CONFIRMED_OPT_IN", "opt-in-message")),
        ("by the business's word", vec![yes(Assurance::Api, offers)], yes_told("UNKNOWN", "others")),
        ("imported", vec![imported], yes_told("UNKNOWN", "others")),
        ("waiting", vec![waits(Assurance::Typed)], waits_told),
        ("waiting behind a no", vec![no(Assurance::Whatsapp, offers), waits(Assurance::Typed)], no_told("website")),
        ("taken back on a page", vec![yes(Assurance::Typed, offers), no(Assurance::Link, offers)], no_told("website")),
        ("taken back in WhatsApp", vec![no(Assurance::Whatsapp, offers)], no_told("opt-out-message")),
        ("taken back by the business's word", vec![no(Assurance::Api, offers)], no_told("others")),
        ("objected to everything", vec![everything], no_told("opt-out-message")),
    ]
}

#[test]
fn each_state_of_one_category_is_told_in_each_systems_words() {
    for (name, acts, expected) in states() {
        let line = |target| line_of(&format!("kind=state&format={target}&category=relevant_offers"), acts.clone());
        let (klaviyo, shopify, twilio) = (line("klaviyo"), line("shopify"), line("twilio"));
        let told = [
            &klaviyo["attributes"]["subscriptions"]["whatsapp"]["marketing"]["consent"],
            &shopify["whatsAppMarketingConsent"]["state"],
            &shopify["whatsAppMarketingConsent"]["optInLevel"],
            &twilio["status"],
            &twilio["source"],
        ];
        assert_eq!(told.map(Value::as_str), expected, "{name}");
        let subscription = &klaviyo["attributes"]["subscriptions"]["whatsapp"]["marketing"];
        assert_eq!(subscription["can_receive"], expected[0] == Some("SUBSCRIBED"), "{name}");
        let since = [
            &subscription["consent_timestamp"],
            &subscription["last_updated"],
            &shopify["whatsAppMarketingConsent"]["updatedAt"],
            &twilio["date_of_consent"],
        ];
        let last = Timestamp::from_millis(NOON + 1_000 * i64::try_from(acts.len()).unwrap());
        assert!(since.iter().all(|since| **since == last.to_string()), "{name}: {since:?}");
    }
}

#[test]
fn whoever_was_never_asked_stands_in_no_file() {
    let asked_else = person(vec![yes(Assurance::Typed, &["order_updates"])]);
    for target in ["klaviyo", "shopify", "twilio"] {
        let query = format!("kind=state&format={target}&category=relevant_offers");
        assert!(lines(&query, &[asked_else.clone(), person(Vec::new())]).is_empty(), "{target}");
        assert!(lines(&format!("kind=state&format={target}"), &[person(Vec::new())]).is_empty(), "{target}");
    }
    // Orders are no marketing, which is all that Shopify keeps.
    assert!(lines("kind=state&format=shopify", &[asked_else]).is_empty());
}

#[test]
fn klaviyos_line_is_unchanged() {
    let acts = vec![
        yes(Assurance::Whatsapp, &["relevant_offers", "back_in_stock", "order_updates"]),
        no(Assurance::Link, &["back_in_stock"]),
    ];
    let pinned = r#"{"type":"profile","attributes":{"phone_number":"+4520123456","subscriptions":{"whatsapp":{
        "marketing":{"can_receive":false,"consent":"UNSUBSCRIBED","consent_timestamp":"2026-11-22T11:00:02.000Z",
            "created_timestamp":null,"last_updated":"2026-11-22T11:00:02.000Z","metadata":{"categories":[
                {"category":"back_in_stock","state":"withdrawn","since":"2026-11-22T11:00:02.000Z","assurance":"link",
                    "event_id":"01a202e9-bb50-7000-8000-000000000000","notice_id":"NOTICE"},
                {"category":"relevant_offers","state":"granted","since":"2026-11-22T11:00:01.000Z",
                    "assurance":"whatsapp","event_id":"01a202e9-b768-7000-8000-000000000000","notice_id":"NOTICE"}]},
            "phone_number":"+4520123456","valid_until":null},
        "transactional":{"can_receive":true,"consent":"SUBSCRIBED","consent_timestamp":"2026-11-22T11:00:01.000Z",
            "created_timestamp":null,"last_updated":"2026-11-22T11:00:01.000Z","metadata":{"categories":[
                {"category":"order_updates","state":"granted","since":"2026-11-22T11:00:01.000Z",
                    "assurance":"whatsapp","event_id":"01a202e9-b768-7000-8000-000000000000","notice_id":"NOTICE"}]},
            "phone_number":"+4520123456","valid_until":null}}}}}"#;
    let pinned: Value = serde_json::from_str(&pinned.replace("NOTICE", &"ab".repeat(32))).unwrap();
    assert_eq!(line_of("kind=state&format=klaviyo", acts), pinned);
}

#[test]
fn shopifys_line_is_unchanged() {
    let acts = vec![
        yes(Assurance::Whatsapp, &["relevant_offers"]),
        yes(Assurance::Typed, &["back_in_stock"]),
        no(Assurance::Link, &["order_updates"]),
    ];
    let pinned = json!({
        "phoneNumber": "+4520123456",
        "whatsAppMarketingConsent": {
            "state": "SUBSCRIBED", "optInLevel": "SINGLE_OPT_IN", "collectedFrom": "OTHER", "sourceLocation": null,
            "updatedAt": "2026-11-22T11:00:02.000Z",
        },
    });
    assert_eq!(line_of("kind=state&format=shopify", acts), pinned, "as sure as the less sure of two yeses");
}

#[test]
fn twilios_line_is_unchanged() {
    let acts = vec![yes(Assurance::Typed, &["relevant_offers"])];
    let sid = "MG0123456789abcdef0123456789abcdef";
    let line = line_of(&format!("kind=state&format=twilio&category=relevant_offers&sender_id={sid}"), acts.clone());
    let mut pinned = json!({
        "contact_id": "+4520123456", "correlation_id": "01a202e9b76870008000000000000000", "sender_id": sid,
        "status": "opt-in", "source": "website", "date_of_consent": "2026-11-22T11:00:01.000Z",
    });
    assert_eq!(line, pinned);
    pinned.as_object_mut().unwrap().remove("sender_id");
    assert_eq!(line_of("kind=state&format=twilio&category=relevant_offers", acts.clone()), pinned);

    // A no that comes of what was never asked was said at no time.
    let unsaid = line_of("kind=state&format=twilio", acts);
    assert_eq!((&unsaid["status"], unsaid.get("date_of_consent")), (&json!("opt-out"), None));
}

#[test]
fn a_consent_to_several_categories_is_a_yes_only_where_each_is_one() {
    let both = ["relevant_offers", "back_in_stock"];
    let waits = |ids: &[&str]| act(Kind::OptedIn, Assurance::Typed, State::Pending, ids);
    for (acts, expected) in [
        (vec![yes(Assurance::Typed, &both)], "SUBSCRIBED"),
        (vec![yes(Assurance::Typed, &both), no(Assurance::Typed, &both[..1])], "UNSUBSCRIBED"),
        (vec![yes(Assurance::Typed, &both[..1])], "UNSUBSCRIBED"),
        (vec![yes(Assurance::Typed, &both[..1]), waits(&both[1..])], "PENDING"),
        (vec![waits(&both[..1])], "UNSUBSCRIBED"),
        (vec![no(Assurance::Typed, &both[..1]), waits(&both[1..])], "UNSUBSCRIBED"),
    ] {
        let line = line_of("kind=state&format=shopify", acts.clone());
        assert_eq!(line["whatsAppMarketingConsent"]["state"], expected, "{acts:?}");
    }
}

#[test]
fn a_stop_in_whatsapp_is_a_no_to_marketing_whatever_was_said_since_and_to_nothing_else() {
    let signal =
        |kind, signal| Fact { marketing: Some(signal), ..act(kind, Assurance::Whatsapp, State::Withdrawn, &[]) };
    let stop = signal(Kind::MarketingStopped, MarketingSignal::Stopped);
    let resume = signal(Kind::MarketingResumed, MarketingSignal::Resumed);
    let yes = yes(Assurance::Whatsapp, &["relevant_offers", "back_in_stock", "order_updates"]);
    let told = |acts: Vec<Fact>| {
        let klaviyo = line_of("kind=state&format=klaviyo", acts.clone());
        let whatsapp = &klaviyo["attributes"]["subscriptions"]["whatsapp"];
        let line = |format: &str| line_of(&format!("kind=state&format={format}"), acts.clone());
        [
            whatsapp["marketing"]["consent"].clone(),
            whatsapp["transactional"]["consent"].clone(),
            line("shopify")["whatsAppMarketingConsent"]["state"].clone(),
            line("twilio&category=relevant_offers")["status"].clone(),
            line("twilio&category=order_updates")["status"].clone(),
            line("twilio")["status"].clone(),
        ]
    };
    let stopped = ["UNSUBSCRIBED", "SUBSCRIBED", "UNSUBSCRIBED", "opt-out", "opt-in", "opt-out"];
    let free = ["SUBSCRIBED", "SUBSCRIBED", "SUBSCRIBED", "opt-in", "opt-in", "opt-in"];
    assert_eq!(told(vec![yes.clone(), stop.clone()]), stopped);
    assert_eq!(told(vec![stop.clone(), yes.clone()]), stopped, "also where the yes came later");
    assert_eq!(told(vec![yes.clone(), stop.clone(), resume]), free);
    let line = line_of("kind=state&format=twilio&category=relevant_offers", vec![yes.clone(), stop.clone()]);
    assert_eq!(
        (&line["source"], &line["date_of_consent"]),
        (&json!("opt-out-message"), &json!("2026-11-22T11:00:02.000Z"))
    );
    let klaviyo = line_of("kind=state&format=klaviyo", vec![yes, stop]);
    let marketing = &klaviyo["attributes"]["subscriptions"]["whatsapp"]["marketing"];
    assert_eq!(marketing["metadata"]["stopped_in_whatsapp"]["since"], "2026-11-22T11:00:02.000Z");
}

#[test]
fn a_removed_category_decides_nothing_and_no_file_is_about_it() {
    let acts = vec![yes(Assurance::Typed, &["relevant_offers", "back_in_stock", "abandoned_cart"])];
    let line = line_of("kind=state&format=klaviyo", acts);
    assert!(!line.to_string().contains("abandoned_cart"), "{line}");
    let plan = |target, category: &str, class| {
        let asked = [asked(), vec![(id("login_codes"), class)]].concat();
        Plan::new(target, None, Some(&id(category)), asked)
    };
    for target in Target::ALL {
        assert_eq!(plan(target, "abandoned_cart", Class::Authentication), Err(Unmapped::NotAsked), "{target:?}");
    }
    assert_eq!(plan(Target::Shopify, "order_updates", Class::Authentication), Err(Unmapped::NotKept));
    assert_eq!(plan(Target::Klaviyo, "login_codes", Class::Authentication), Err(Unmapped::NotKept));
    assert!(plan(Target::Twilio, "login_codes", Class::Authentication).is_ok());
}

#[test]
fn filters_narrow_a_file_about_one_category() {
    let people = [
        person(vec![yes(Assurance::Typed, &["relevant_offers"])]),
        person(vec![no(Assurance::Api, &["relevant_offers"])]),
    ];
    let count = |more: &str| lines(&format!("kind=state&format=twilio&category=relevant_offers{more}"), &people).len();
    assert_eq!((count(""), count("&state=granted"), count("&state=withdrawn")), (2, 1, 1));
    assert_eq!(
        (count("&to=2026-11-21"), count("&from=2026-11-22"), count("&from=2026-11-22T11:00:01.001Z")),
        (0, 2, 0)
    );
}

/// Any standing that a ledger may hand out, and some that it never does.
fn standing() -> impl Strategy<Value = Standing> {
    let assurance = prop::sample::select(vec![
        Assurance::Typed,
        Assurance::Api,
        Assurance::Imported,
        Assurance::Receipt,
        Assurance::Link,
        Assurance::Whatsapp,
    ]);
    let state = prop::sample::select(vec![State::NeverAsked, State::Pending, State::Granted, State::Withdrawn]);
    (state, assurance, 0..100_i64, any::<bool>()).prop_map(|(state, assurance, since, refused)| {
        let since = Timestamp::from_millis(NOON + since);
        let no = refused.then(|| json!({"assurance": assurance, "at": since}));
        // As the ledger's rows have it, since it holds more than can be said here.
        serde_json::from_value(json!({
            "state": state, "since": since, "event": EventId::v7(since, [0; 10]), "notice": null,
            "assurance": assurance, "no": no,
        }))
        .unwrap()
    })
}

/// Standings to any of the categories that are asked for, and to one that is not; perhaps a stop besides.
fn standings() -> impl Strategy<Value = SubjectStates> {
    let stop = (0..100_i64).prop_map(|at| {
        let at = Timestamp::from_millis(NOON + at);
        Moment { at, event: EventId::v7(at, [1; 10]) }
    });
    let standings = proptest::collection::vec(proptest::option::of(standing()), 4);
    (standings, proptest::option::weighted(0.3, stop)).prop_map(|(standings, stop)| {
        let ids = ASKED.iter().map(|(text, _)| *text).chain(["abandoned_cart"]);
        let stood = ids.zip(standings).filter_map(|(text, standing)| Some((id(text), standing?)));
        SubjectStates { subject: subject().id, handle: subject().handle, categories: stood.collect(), stop }
    })
}

/// Each consent in a line that says yes by any of its members, and the class that it is about.
fn yeses(line: &Value) -> Vec<Option<Class>> {
    let says = |value: &Value| ["SUBSCRIBED", "opt-in"].iter().any(|word| value == word);
    if let Some(subscriptions) = line["attributes"]["subscriptions"]["whatsapp"].as_object() {
        let said = subscriptions.iter().filter(|(_, one)| says(&one["consent"]) || one["can_receive"] != false);
        let class = |name: &str| if name == "marketing" { Class::Marketing } else { Class::Utility };
        return said.map(|(name, _)| Some(class(name))).collect();
    }
    if says(&line["whatsAppMarketingConsent"]["state"]) {
        return vec![Some(Class::Marketing)];
    }
    if says(&line["status"]) { vec![None] } else { Vec::new() }
}

proptest! {
    #[test]
    fn no_line_says_yes_unless_every_category_that_it_is_about_is_granted(
        person in standings(),
        target in prop::sample::select(&Target::ALL[..]),
        one in proptest::option::of(0..ASKED.len()),
    ) {
        let only = one.map(|at| id(ASKED[at].0));
        let Ok(plan) = Plan::new(target, None, only.as_ref(), asked()) else { return Ok(()) };
        let filter = Filter { category: only.clone(), ..Filter::default() };
        let line = plan.line(&person, &filter).unwrap();
        let line = line.map_or(Value::Null, |bytes| serde_json::from_slice(&bytes).unwrap());
        let granted = |(id, class): &(CategoryId, Class)| {
            let stopped = *class == Class::Marketing && person.stop.is_some();
            !stopped && person.categories.iter().any(|(of, standing)| of == id && standing.state == State::Granted)
        };
        let about = |class: Option<Class>| {
            let counts = move |(id, of): &(CategoryId, Class)| {
                only.as_ref().is_none_or(|only| only == id) && class.is_none_or(|class| class == *of)
            };
            asked().into_iter().filter(counts).collect::<Vec<_>>()
        };
        let said = yeses(&line);
        for class in &said {
            let about = about.clone()(*class);
            prop_assert!(!about.is_empty() && about.iter().all(granted), "{line}");
        }
        // And a yes that was given to all is passed on: a file that said no to everybody would be of no use.
        let classes = match target {
            Target::Klaviyo => vec![Some(Class::Marketing), Some(Class::Utility)],
            Target::Shopify => vec![Some(Class::Marketing)],
            Target::Twilio => vec![None],
        };
        for class in classes {
            let about = about.clone()(class);
            if !about.is_empty() && about.iter().all(granted) {
                prop_assert!(said.contains(&class), "{line}");
            }
        }
    }

    #[test]
    fn a_sender_is_read_as_it_is_printed_and_nothing_else_is_one(text in "(MG|mg|SM|)[0-9a-fG+]{30,33}") {
        let fits = text.len() == 34
            && text.starts_with("MG")
            && text[2..].chars().all(|digit| digit.is_ascii_digit() || ('a'..='f').contains(&digit));
        prop_assert_eq!(text.parse::<SenderId>().is_ok(), fits);
    }
}
