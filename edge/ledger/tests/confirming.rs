//! A typed yes that waits for a message from the number, and a yes without any typing.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use common::meta::{draft, stop, text};
use common::open::open;
use common::{Desk, key, recorded, some};
use jatak_ledger::batch::Request;
use jatak_ledger::jobs::Job;
use jatak_ledger::native::NativeStore;
use jatak_ledger::store::{Store, Value};
use jatak_ledger::whatsapp::codes::{Awaited, LIFE, OFFERS, Progress, TRIES};
use jatak_shared::act::{Assurance, Source};
use jatak_shared::decide::{Asking, Command, OptIn, Refusal};
use jatak_shared::event::{Evidence, Kind};
use jatak_shared::time::{DAY, Timestamp};

const ANNA: &str = "+4520123456";
const BO: &str = "+4520123457";

fn desk() -> Desk<NativeStore> {
    Desk::new().in_whatsapp("whatsapp")
}

fn progress(desk: &Desk<NativeStore>, awaited: &Awaited) -> Progress {
    desk.engine.poll(&awaited.secret, Timestamp::from_millis(desk.now)).unwrap().unwrap().state
}

fn asking(desk: &Desk<NativeStore>, categories: &[&str]) -> Asking {
    Asking {
        notice: desk.notice(),
        offered: None,
        categories: categories.iter().map(|id| id.parse().unwrap()).collect(),
        evidence: Evidence { page: Some("https://shop.example/".into()), ..Evidence::default() },
    }
}

fn offer(desk: &mut Desk<NativeStore>, categories: &[&str]) -> Awaited {
    let asking = asking(desk, categories);
    desk.now += 1_000;
    let made = desk.engine.make_offer(&asking, Timestamp::from_millis(desk.now), &mut desk.random);
    made.unwrap().unwrap().unwrap()
}

#[test]
fn the_prepared_message_from_the_very_number_confirms_and_is_kept_as_evidence() {
    let mut desk = desk();
    let typed = desk.yes(ANNA, &["order_updates", "relevant_offers"]);
    let awaited = typed.awaited.clone().unwrap();
    assert_eq!(desk.state(ANNA, "relevant_offers"), "pending");
    assert_eq!(progress(&desk, &awaited), Progress::Waiting);
    assert!(draft(&awaited.url).contains("Nordlys Kaffe"));

    let at = desk.second();
    desk.hear(vec![text(ANNA, at, &draft(&awaited.url))]);
    assert_eq!(desk.state(ANNA, "relevant_offers"), "granted");
    assert_eq!(progress(&desk, &awaited), Progress::Confirmed);
    let entry = desk.engine.events(desk.head() - 1, desk.head(), 1).unwrap().remove(0);
    assert_eq!(entry.leaf.kind, Kind::Confirmed);
    let evidence = entry.evidence.unwrap().body;
    assert!(evidence.message.is_some() && evidence.text.is_some());
    assert_eq!(entry.private.unwrap().body.via, Some(typed.event));
    desk.verify();
}

#[test]
fn from_another_number_changed_late_or_twice_it_confirms_nobody() {
    let mut desk = desk();
    let awaited = desk.yes(ANNA, &["relevant_offers"]).awaited.unwrap();
    let prepared = draft(&awaited.url);
    let at = desk.second();
    let events = desk.head();
    desk.hear(vec![text(BO, at, &prepared)]);
    desk.hear(vec![text(ANNA, at, &prepared.replace("WhatsApp", "Whatsapp"))]);
    desk.hear(vec![text(ANNA, at + LIFE / 1_000 + 1, &prepared)]);
    assert_eq!((desk.head(), desk.counted("codes_wrong")), (events, 3));
    assert_eq!(
        (desk.state(ANNA, "relevant_offers").as_str(), desk.state(BO, "relevant_offers").as_str()),
        ("pending", "never_asked")
    );

    desk.hear(vec![text(ANNA, at + 1, &prepared)]);
    assert_eq!(desk.state(ANNA, "relevant_offers"), "granted");
    let events = desk.head();
    desk.hear(vec![text(ANNA, at + 2, &prepared)]);
    assert_eq!(desk.head(), events, "a code confirms once");
}

#[test]
fn white_space_and_what_nobody_sees_may_differ() {
    let mut desk = desk();
    let awaited = desk.yes(ANNA, &["relevant_offers"]).awaited.unwrap();
    let sent = format!(" {}\u{200b}\n", draft(&awaited.url).replace('\n', " \n\n"));
    desk.hear(vec![text(ANNA, desk.second(), &sent)]);
    assert_eq!(desk.state(ANNA, "relevant_offers"), "granted");
}

#[test]
fn after_too_many_wrong_codes_a_right_one_is_not_looked_at_for_an_hour() {
    let mut desk = desk();
    let codes: Vec<Awaited> =
        (0..TRIES).map(|n| desk.yes(&format!("+452012346{n}"), &["relevant_offers"]).awaited.unwrap()).collect();
    let mine = desk.yes(ANNA, &["relevant_offers"]).awaited.unwrap();
    for code in &codes {
        desk.hear(vec![text(ANNA, desk.second(), &draft(&code.url))]);
    }
    desk.hear(vec![text(ANNA, desk.second(), &draft(&mine.url))]);
    assert_eq!((desk.state(ANNA, "relevant_offers").as_str(), desk.counted("codes_limited")), ("pending", 1));
    desk.now += 61 * 60 * 1_000;
    let again = desk.yes(ANNA, &["relevant_offers"]).awaited.unwrap();
    desk.hear(vec![text(ANNA, desk.second(), &draft(&again.url))]);
    assert_eq!(desk.state(ANNA, "relevant_offers"), "granted");
}

#[test]
fn a_stop_then_a_typed_yes_waits_and_only_the_number_lifts_it() {
    let mut desk = desk();
    let first = desk.yes(ANNA, &["relevant_offers"]).awaited.unwrap();
    desk.hear(vec![text(ANNA, desk.second(), &draft(&first.url))]);
    desk.hear(vec![text(ANNA, desk.second(), "STOP")]);
    assert_eq!(desk.state(ANNA, "relevant_offers"), "withdrawn");
    let second = desk.yes(ANNA, &["relevant_offers"]).awaited.unwrap();
    assert_eq!(desk.state(ANNA, "relevant_offers"), "pending");
    desk.now += 2_000;
    desk.hear(vec![text(ANNA, desk.second(), &draft(&second.url))]);
    assert_eq!(desk.state(ANNA, "relevant_offers"), "granted");
    desk.verify();
}

#[test]
fn without_typing_the_number_is_the_messages() {
    let mut desk = desk();
    let awaited = offer(&mut desk, &["relevant_offers"]);
    let events = desk.head();
    assert_eq!(desk.head(), events, "nothing is recorded of nobody");
    desk.hear(vec![text(BO, desk.second(), &draft(&awaited.url))]);
    assert_eq!(desk.state(BO, "relevant_offers"), "granted");
    assert_eq!(progress(&desk, &awaited), Progress::Confirmed);
    let entry = desk.engine.events(desk.head() - 1, desk.head(), 1).unwrap().remove(0);
    assert_eq!(entry.leaf.kind, Kind::OptedIn);
    assert_eq!(entry.evidence.unwrap().body.page.as_deref(), Some("https://shop.example/"));
    desk.hear(vec![text(ANNA, desk.second(), &draft(&awaited.url))]);
    assert_eq!(desk.state(ANNA, "relevant_offers"), "never_asked", "a shared link serves one");
    desk.verify();
}

#[test]
fn an_offer_is_held_to_the_notice_like_a_submission() {
    let mut desk = desk();
    let mut unnoticed = asking(&desk, &["relevant_offers"]);
    unnoticed.categories.push("horoscopes".parse().unwrap());
    let now = Timestamp::from_millis(desk.now);
    let refused = desk.engine.make_offer(&unnoticed, now, &mut desk.random).unwrap();
    assert_eq!(refused.unwrap_err(), Refusal::CategoryUnnoticed("horoscopes".parse().unwrap()));
    let none = Asking { categories: Vec::new(), ..asking(&desk, &[]) };
    assert_eq!(desk.engine.make_offer(&none, now, &mut desk.random).unwrap().unwrap_err(), Refusal::CategoryNone);
    let mut plain = Desk::new().in_whatsapp("none");
    let asked = asking(&plain, &["relevant_offers"]);
    assert_eq!(plain.engine.make_offer(&asked, now, &mut plain.random).unwrap(), Ok(None));
}

#[test]
fn offers_that_nobody_sent_make_room_when_their_time_is_over() {
    let (mut desk, store) = open("whatsapp");
    let asked = Asking {
        notice: desk.notice(),
        offered: None,
        categories: vec!["relevant_offers".parse().unwrap()],
        evidence: Evidence::default(),
    };
    let mut offer = |now| desk.engine.make_offer(&asked, Timestamp::from_millis(now), &mut desk.random).unwrap();
    let now = desk.now;
    offer(now).unwrap().unwrap();
    let many = i64::try_from(OFFERS).unwrap();
    store
        .execute(
            "WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ?)
             INSERT INTO codes (hash, poll, text, offer, expires_at)
             SELECT CAST(n AS BLOB), CAST(n AS BLOB), text, offer, expires_at FROM codes, n",
            &[Value::Integer(many - 1)],
        )
        .unwrap();
    let minute = 60_000;
    assert_eq!(offer(now + minute), Err(Refusal::TooManySubmissions { retry_after: 14 * 60 + 1 }));
    assert_eq!(store.count("codes"), many);
    offer(now + LIFE).unwrap().unwrap();
    assert_eq!(store.count("codes"), 1);
}

#[test]
fn a_retry_with_the_same_key_is_told_the_same_code() {
    let mut desk = desk();
    let request = Request { command: desk.opt_in(ANNA, &["relevant_offers"]), idempotency: Some(key("k")) };
    let first = recorded(desk.commit(std::slice::from_ref(&request)).remove(0));
    let again = recorded(desk.commit(&[request]).remove(0));
    assert_eq!(first, again);
    assert!(first.awaited.is_some());
    let now = Timestamp::from_millis(desk.now);
    let told = |now: Timestamp| desk.engine.awaited_of(first.event, now).unwrap().unwrap();
    assert_eq!(told(now), (Progress::Waiting, first.awaited.clone()), "the receipt page has it too");
    let late = now.plus_millis(LIFE + 1);
    assert_eq!(told(late).0, Progress::Expired);
    assert_eq!(desk.engine.poll(&first.awaited.unwrap().secret, late).unwrap().unwrap().state, Progress::Expired);
}

#[test]
fn the_receipt_of_a_yes_that_was_never_confirmed_says_so_for_as_long_as_there_is_one() {
    let (mut desk, store) = open("whatsapp");
    let never = desk.yes(ANNA, &["relevant_offers"]);
    let confirmed = desk.yes(BO, &["relevant_offers"]);
    let sent = draft(&confirmed.awaited.clone().unwrap().url);
    desk.hear(vec![text(BO, desk.second(), &sent)]);
    desk.now += 60 * DAY;
    let now = Timestamp::from_millis(desk.now);
    assert_eq!(desk.engine.run(Job::Whatsapp, now, &mut desk.random).unwrap(), None, "nothing else waits for the job");
    assert_eq!(desk.engine.awaited_of(never.event, now).unwrap().unwrap().0, Progress::Expired);
    assert_eq!(desk.engine.awaited_of(confirmed.event, now).unwrap(), None);
    desk.engine.erase(&[ANNA.parse().unwrap()], now, &mut desk.random).unwrap();
    assert_eq!(store.count("codes"), 0);
}

#[test]
fn a_retry_is_told_what_the_first_was_whatever_the_settings_say_by_now() {
    let mut desk = desk();
    let waiting = Request { command: desk.opt_in(ANNA, &["relevant_offers"]), idempotency: Some(key("k")) };
    assert!(recorded(desk.commit(std::slice::from_ref(&waiting)).remove(0)).waits);
    let mut desk = desk.in_whatsapp("none");
    let again = recorded(desk.commit(&[waiting]).remove(0));
    assert_eq!((again.waits, again.awaited), (true, None), "it waits, and cannot be confirmed any more");
    let counting = Request { command: desk.opt_in(BO, &["relevant_offers"]), idempotency: Some(key("l")) };
    assert!(!recorded(desk.commit(std::slice::from_ref(&counting)).remove(0)).waits);
    let mut desk = desk.in_whatsapp("whatsapp");
    let again = recorded(desk.commit(&[counting]).remove(0));
    assert_eq!((again.waits, again.awaited), (false, None));
}

#[test]
fn a_business_that_confirms_nothing_makes_no_code_and_its_yes_counts() {
    let mut desk = Desk::new().in_whatsapp("none");
    assert_eq!(desk.yes(ANNA, &["relevant_offers"]).awaited, None);
    assert_eq!(desk.state(ANNA, "relevant_offers"), "granted");
}

#[test]
fn a_code_confirms_under_another_spelling_only_where_one_person_ever_said_yes() {
    let (mobile, landline) = ("+5491123456789", "+541123456789");
    let mut desk = desk();
    let awaited = desk.yes(mobile, &["relevant_offers"]).awaited.unwrap();
    desk.hear(vec![text(landline, desk.second(), &draft(&awaited.url))]);
    assert_eq!(desk.state(mobile, "relevant_offers"), "granted");
    let awaited = desk.yes(landline, &["back_in_stock"]).awaited.unwrap();
    desk.hear(vec![text(mobile, desk.second(), &draft(&awaited.url))]);
    assert_eq!(desk.state(landline, "back_in_stock"), "pending", "two people may share these digits");
}

#[test]
fn in_argentina_a_code_lifts_no_no_that_was_said_from_a_phone_unless_from_that_very_number() {
    let (mobile, landline) = ("+5491123456789", "+541123456789");
    let mut desk = desk();
    desk.hear(vec![text(landline, desk.second(), "STOP")]);
    desk.now += 2_000;
    let awaited = desk.yes(landline, &["relevant_offers"]).awaited.unwrap();
    desk.hear(vec![text(mobile, desk.second(), &draft(&awaited.url))]);
    assert_eq!(desk.state(landline, "relevant_offers"), "pending", "it may be somebody else's mobile");
    desk.hear(vec![text(landline, desk.second(), &draft(&awaited.url))]);
    assert_eq!(desk.state(landline, "relevant_offers"), "granted");
}

#[test]
fn a_code_that_is_delivered_after_a_newer_no_does_not_say_that_it_counts() {
    let mut desk = desk();
    let awaited = desk.yes(ANNA, &["relevant_offers"]).awaited.unwrap();
    let at = desk.second();
    desk.now += 10_000;
    desk.hear(vec![text(ANNA, at + 5, "STOP")]);
    desk.hear(vec![text(ANNA, at + 1, &draft(&awaited.url))]);
    assert_eq!(desk.state(ANNA, "relevant_offers"), "withdrawn");
    assert_eq!(progress(&desk, &awaited), Progress::Expired);
}

#[test]
fn a_message_of_nobody_known_is_no_wrong_try_and_confirms_nothing() {
    let mut desk = desk();
    let awaited = desk.yes(ANNA, &["relevant_offers"]).awaited.unwrap();
    for _ in 0..=TRIES {
        desk.now += 1_000;
        desk.hear(vec![text("DK.abc", desk.second(), &draft(&awaited.url))]);
    }
    assert_eq!((desk.state(ANNA, "relevant_offers").as_str(), desk.counted("codes_wrong")), ("pending", 0));
    desk.hear(vec![text(&format!("{ANNA} DK.abc"), desk.second(), &draft(&awaited.url))]);
    assert_eq!(desk.state(ANNA, "relevant_offers"), "granted");
}

#[test]
fn an_erasure_takes_what_was_ticked_before_the_number_was_known() {
    let mut desk = desk();
    let awaited = offer(&mut desk, &["relevant_offers"]);
    desk.hear(vec![text(BO, desk.second(), &draft(&awaited.url))]);
    desk.erase(&[BO]);
    let now = Timestamp::from_millis(desk.now);
    assert_eq!(desk.engine.poll(&awaited.secret, now).unwrap(), None);
}

#[test]
fn codes_of_shoppers_who_typed_no_number_are_forgotten_after_their_day() {
    let mut desk = desk();
    let awaited = offer(&mut desk, &["relevant_offers"]);
    desk.hear(vec![stop(BO, desk.second())]);
    let day = 24 * 60 * 60 * 1_000;
    let due = desk.engine.next_due().unwrap().unwrap();
    assert!(due.millis() <= desk.now + LIFE + day + 1_000, "a job is asked for");
    let later = Timestamp::from_millis(desk.now + LIFE + day + 2_000);
    let next = desk.engine.run(Job::Whatsapp, later, &mut desk.random).unwrap();
    assert!(next.unwrap().millis() > later.millis() + 20 * day, "what was heard stays known for a month");
    assert_eq!(desk.engine.poll(&awaited.secret, later).unwrap(), None);
}

#[test]
fn a_yes_from_the_number_counts_the_same_if_it_is_delivered_after_what_the_business_said_since() {
    let said = |late: bool| {
        let mut desk = desk();
        let awaited = offer(&mut desk, &["relevant_offers"]);
        let start = desk.second();
        desk.hear(vec![text(ANNA, start + 1, "STOP")]);
        let message = text(ANNA, start + 3, &draft(&awaited.url));
        desk.now += 5_000;
        if !late {
            desk.hear(vec![message.clone()]);
        }
        desk.no(ANNA, some(&["relevant_offers"]));
        let Command::OptIn(yes) = desk.opt_in(ANNA, &["relevant_offers"]) else { unreachable!() };
        desk.run(Command::OptIn(OptIn { source: Source::Api, assurance: Assurance::Api, ..yes }));
        if late {
            assert_eq!(desk.state(ANNA, "relevant_offers"), "pending", "the business cannot lift a no of theirs");
            desk.hear(vec![message]);
        }
        desk.verify();
        (desk.state(ANNA, "relevant_offers"), desk.state(ANNA, "order_updates"))
    };
    assert_eq!(said(false), ("granted".to_owned(), "withdrawn".to_owned()));
    assert_eq!(said(true), said(false));
}

#[test]
fn a_yes_from_the_number_that_is_delivered_late_confirms_nothing_that_was_typed_since() {
    let mut desk = desk();
    let awaited = offer(&mut desk, &["relevant_offers"]);
    let start = desk.second();
    desk.hear(vec![text(ANNA, start + 1, "STOP")]);
    desk.now += 5_000;
    desk.no(ANNA, some(&["relevant_offers"]));
    let typed = desk.yes(ANNA, &["relevant_offers"]).awaited.unwrap();
    desk.hear(vec![text(ANNA, start + 3, &draft(&awaited.url))]);
    assert_eq!(desk.state(ANNA, "relevant_offers"), "pending", "what anybody could type waits for its own message");
    desk.hear(vec![text(ANNA, desk.second(), &draft(&typed.url))]);
    assert_eq!(desk.state(ANNA, "relevant_offers"), "granted");
    desk.verify();
}
