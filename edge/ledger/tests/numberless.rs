//! People whom WhatsApp shows by a user id alone: they say yes and no, are asked about, found, exported and erased like any
//! other.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use common::meta::{asked, changed, desk, draft, offer, opts_in, progress, reason, resume, shown, signal, stop, text};
use common::open::open;
use common::{Desk, FOUR, some};
use jatak_ledger::jobs::Job;
use jatak_ledger::store::{Store, Value};
use jatak_ledger::whatsapp::codes::{Progress, TRIES};
use jatak_ledger::whatsapp::reviews::{Finding, REVIEWS_OPEN, Why};
use jatak_shared::decide::{Command, OptOut, Scope};
use jatak_shared::event::{Evidence, Kind};
use jatak_shared::sending::Reason;
use jatak_shared::time::Timestamp;

const ANNA: &str = "+4520123456";
const YEAR: i64 = 366 * 24 * 60 * 60 * 1_000;

#[test]
fn a_yes_without_typing_is_that_user_ids() {
    let mut desk = desk();
    let awaited = opts_in(&mut desk, "DK.a", &["relevant_offers"]);
    assert_eq!(progress(&desk, &awaited), Progress::Confirmed);
    assert_eq!(desk.state("DK.a", "relevant_offers"), "granted");
    let answer = asked(&desk, "DK.a", "relevant_offers");
    assert!(answer.decision.allows() && answer.decision.evidence.is_some());
    let entry = desk.engine.events(desk.head() - 1, desk.head(), 1).unwrap().remove(0);
    let part = entry.private.unwrap().body;
    assert_eq!((entry.leaf.kind, part.phone, part.user_id), (Kind::OptedIn, None, Some("DK.a".parse().unwrap())));
    let receipt = desk.engine.receipt(part.id).unwrap().unwrap();
    assert_eq!(receipt.receipt.handle.masked(), "DK.•••");
    assert_eq!(reason(&desk, "DK.b", "relevant_offers"), Some(Reason::NoConsent));
    desk.verify();
}

#[test]
fn every_no_of_a_user_id_counts() {
    let mut desk = desk();
    opts_in(&mut desk, "DK.a", &["order_updates", "relevant_offers"]);
    let at = desk.second();
    desk.hear(vec![stop("DK.a", at)]);
    assert_eq!(reason(&desk, "DK.a", "relevant_offers"), Some(Reason::StoppedInWhatsapp));
    assert_eq!(reason(&desk, "DK.a", "order_updates"), None);
    desk.hear(vec![resume("DK.a", at + 1)]);
    assert_eq!(reason(&desk, "DK.a", "relevant_offers"), Some(Reason::Withdrawn));
    desk.hear(vec![text("DK.a", at + 2, "STOP")]);
    assert_eq!(reason(&desk, "DK.a", "order_updates"), Some(Reason::Objection));
    desk.verify();
}

#[test]
fn the_business_says_no_for_a_user_id_and_links_to_its_choices() {
    let mut desk = desk();
    opts_in(&mut desk, "DK.a", &["order_updates", "relevant_offers"]);
    let handle = "DK.a".parse().unwrap();
    let subject = desk.engine.subject(&handle, Timestamp::from_millis(desk.now), &mut desk.random).unwrap();
    let scope = some(&["relevant_offers"]);
    desk.run(Command::OptOut(OptOut { handle, scope, evidence: Evidence::default() }));
    assert_eq!(desk.state("DK.a", "relevant_offers"), "withdrawn");
    desk.choose(subject, &[("order_updates", true)], &[]);
    assert_eq!(desk.state("DK.a", "order_updates"), "withdrawn");
    assert_eq!(desk.engine.choices(subject, None).unwrap().unwrap().handle.masked(), "DK.•••");
}

#[test]
fn what_may_be_a_no_of_a_user_id_is_put_before_a_person() {
    let mut desk = desk();
    opts_in(&mut desk, "DK.a", &["relevant_offers"]);
    let at = desk.second();
    desk.hear(vec![text("DK.a", at, "the bus stop")]);
    assert_eq!(reason(&desk, "DK.a", "relevant_offers"), Some(Reason::UnderReview));
    let review = desk.engine.reviews(None).unwrap().remove(0);
    assert_eq!((review.handle.to_string().as_str(), review.why), ("DK.a", Why::NearStop));
    let now = Timestamp::from_millis(desk.now + 1);
    assert!(desk.engine.close_review(review.id, Finding::Stop, now, &mut desk.random).unwrap());
    assert_eq!(reason(&desk, "DK.a", "relevant_offers"), Some(Reason::Objection));
}

#[test]
fn a_typed_yes_is_confirmed_by_the_number_s_own_user_id_and_by_no_other() {
    let mut desk = desk();
    shown(&mut desk, &format!("{ANNA} DK.a"));
    let awaited = desk.yes(ANNA, &["relevant_offers"]).awaited.unwrap();
    let (at, prepared) = (desk.second(), draft(&awaited.url));
    let events = desk.head();
    desk.hear(vec![text("DK.b", at, &prepared)]);
    assert_eq!((desk.head(), desk.state(ANNA, "relevant_offers").as_str()), (events, "pending"));
    assert_eq!(desk.state("DK.b", "relevant_offers"), "never_asked");
    assert_eq!(progress(&desk, &awaited), Progress::Waiting, "nothing is told");
    desk.hear(vec![text("DK.a", at, &prepared)]);
    assert_eq!(desk.state(ANNA, "relevant_offers"), "granted");
}

#[test]
fn wrong_codes_of_a_user_id_are_limited() {
    let mut desk = desk();
    let used = offer(&mut desk, &["relevant_offers"]);
    let at = desk.second();
    desk.hear(vec![text("DK.b", at, &draft(&used.url))]);
    for n in 0..TRIES {
        let at = at + 1 + i64::try_from(n).unwrap();
        desk.hear(vec![text("DK.a", at, &draft(&used.url))]);
    }
    assert_eq!(desk.counted("codes_wrong"), TRIES);
    let mine = offer(&mut desk, &["relevant_offers"]);
    let at = desk.second();
    desk.hear(vec![text("DK.a", at, &draft(&mine.url))]);
    assert_eq!((desk.counted("codes_limited"), desk.state("DK.a", "relevant_offers").as_str()), (1, "never_asked"));
}

#[test]
fn a_user_id_that_changes_keeps_what_it_said_yes_to() {
    let mut desk = desk();
    opts_in(&mut desk, "DK.a", &["relevant_offers"]);
    desk.hear(vec![signal("DK.a", desk.second(), changed("DK.a", "DK.b"))]);
    for who in ["DK.a", "DK.b"] {
        assert_eq!(reason(&desk, who, "relevant_offers"), None, "{who}");
    }
    let (states, _) = desk.engine.states(None, desk.head()).unwrap();
    assert_eq!(states.iter().map(|one| one.handle.to_string()).collect::<Vec<_>>(), ["DK.b"], "what they go by now");
    desk.verify();
}

#[test]
fn whoever_is_asked_about_by_an_id_of_before_is_found_as_a_lookup_finds_them() {
    let mut desk = desk();
    desk.hear(vec![signal("DK.a", desk.second(), changed("DK.a", "DK.b"))]);
    // Somebody new by a link that the business made, of whom no message tells that they are who changed.
    let link =
        desk.engine.subject(&"DK.b".parse().unwrap(), Timestamp::from_millis(desk.now), &mut desk.random).unwrap();
    desk.choose(link, &[("relevant_offers", false)], &["relevant_offers"]);
    assert_eq!(desk.state("DK.a", "relevant_offers"), "granted");
    let [before, now] = ["DK.a", "DK.b"].map(|who| asked(&desk, who, "relevant_offers"));
    assert_eq!((before.decision.reason, before.subject), (None, now.subject));
    desk.verify();
}

#[test]
fn an_erasure_by_user_id_leaves_nothing_but_a_hash_of_a_no() {
    let (mut desk, store) = open("whatsapp");
    opts_in(&mut desk, "DK.a", &["relevant_offers"]);
    let at = desk.second();
    desk.hear(vec![signal("DK.a", at, changed("DK.a", "DK.b")), text("DK.b", at, "STOP")]);
    let file = desk.engine.person(&"DK.b".parse().unwrap(), 0).unwrap();
    assert_eq!((file.user_ids.len(), file.events.len(), file.suppressed_since), (2, 3, None));
    let erasure = desk.erase(&["DK.a"]);
    assert_eq!((erasure.people, erasure.suppressed, erasure.erased.len()), (1, 1, 3));
    let file = desk.engine.person(&"DK.b".parse().unwrap(), 0).unwrap();
    assert_eq!((file.subject, file.user_ids, file.events), (None, vec![], vec![]));
    assert!(file.suppressed_since.is_some());
    assert_eq!(reason(&desk, "DK.b", "relevant_offers"), Some(Reason::Erased));
    for table in
        ["user_ids", "moved_user_ids", "pairs", "claims", "unlinked", "joined", "conflicts", "reviews", "codes"]
    {
        assert_eq!(store.count(table), 0, "{table}");
    }
    opts_in(&mut desk, "DK.b", &["relevant_offers"]);
    assert_eq!(reason(&desk, "DK.b", "relevant_offers"), None, "somebody new, who said yes from WhatsApp");
    desk.verify();
}

#[test]
fn an_erasure_by_number_takes_the_user_id_along_and_the_other_way() {
    for by in [ANNA, "DK.a"] {
        let (mut desk, store) = open("whatsapp");
        opts_in(&mut desk, ANNA, &["relevant_offers"]);
        shown(&mut desk, &format!("{ANNA} DK.a"));
        desk.hear(vec![text("DK.a", desk.second(), "STOP")]);
        assert_eq!(desk.erase(&[by]).people, 1, "{by}");
        for who in [ANNA, "DK.a"] {
            assert_eq!(reason(&desk, who, "relevant_offers"), Some(Reason::Erased), "{by} {who}");
        }
        assert_eq!(store.count("user_ids"), 0);
        desk.verify();
    }
}

#[test]
fn whoever_rests_without_a_number_is_let_go_when_the_time_comes() {
    let mut desk = desk();
    let mut settings = common::settings_json(&FOUR);
    settings["retention"] = serde_json::json!({"after_withdrawal_days": 30});
    settings["whatsapp"] = serde_json::json!({
        "number": "+4570101010", "waba": common::meta::WABA, "phone_number_ids": [common::meta::NUMBER_ID],
    });
    let settings = jatak_shared::business::Settings::parse(&settings).unwrap();
    let now = Timestamp::from_millis(desk.now);
    desk.engine.change_settings(&settings, now, &mut desk.random).unwrap().unwrap();
    desk.hear(vec![text("DK.a", desk.second(), "STOP")]);
    desk.now += YEAR;
    desk.engine.run(Job::Retention, Timestamp::from_millis(desk.now), &mut desk.random).unwrap();
    assert_eq!(desk.engine.person(&"DK.a".parse().unwrap(), 0).unwrap().subject, None);
    assert_eq!(reason(&desk, "DK.a", "relevant_offers"), Some(Reason::Erased));
    desk.verify();
}

#[test]
fn a_change_of_a_user_id_that_stays_nobodys_ends_by_itself() {
    let (mut desk, store) = open("whatsapp");
    desk.hear(vec![signal("DK.a", desk.second(), changed("DK.a", "DK.b"))]);
    opts_in(&mut desk, "DK.c", &["relevant_offers"]);
    desk.hear(vec![signal("DK.c", desk.second(), changed("DK.c", "DK.d"))]);
    desk.now += YEAR;
    desk.engine.run(Job::Whatsapp, Timestamp::from_millis(desk.now), &mut desk.random).unwrap();
    assert_eq!(store.count("moved_user_ids"), 1, "the one that is somebody's stays");
    assert_eq!(desk.engine.run(Job::Whatsapp, Timestamp::from_millis(desk.now), &mut desk.random).unwrap(), None);
}

#[test]
fn what_was_kept_of_people_without_a_number_is_heard_by_the_job() {
    let (mut desk, store) = open("none");
    desk.yes(ANNA, &["relevant_offers"]);
    shown(&mut desk, &format!("{ANNA} DK.a"));
    for (n, who) in ["DK.a", "DK.z"].iter().enumerate() {
        let said = serde_json::to_string(&text(who, desk.second() + 1, "STOP")).unwrap();
        let row = [Value::Integer(i64::try_from(n).unwrap()), Value::Text((*who).to_owned()), Value::Text(said)];
        let sql = "INSERT INTO unlinked (heard, user_id, signal) VALUES (CAST(? AS BLOB), ?, ?)";
        store.execute(sql, &row).unwrap();
    }
    desk.now += 2_000;
    desk.engine.run(Job::Whatsapp, Timestamp::from_millis(desk.now), &mut desk.random).unwrap();
    for who in [ANNA, "DK.z"] {
        assert_eq!(reason(&desk, who, "relevant_offers"), Some(Reason::Objection), "{who}");
    }
    assert_eq!(store.count("unlinked"), 0);
    desk.verify();
}

#[test]
fn of_what_one_person_writes_only_so_much_is_kept_and_all_of_it_waits_to_be_looked_at() {
    let mut desk = desk();
    opts_in(&mut desk, "DK.a", &["relevant_offers"]);
    for n in 0..30 {
        let at = desk.second();
        desk.hear(vec![text("DK.a", at, &format!("the bus stop {n}"))]);
    }
    let waiting = desk.engine.reviews(None).unwrap();
    assert_eq!(waiting.len(), 30, "each waits, since it may be the no");
    assert_eq!(waiting.iter().filter(|review| review.text.is_some()).count() as u64, REVIEWS_OPEN);
    assert_eq!(waiting[0].text.as_deref(), Some("the bus stop 0"), "the newest replace nothing");
    assert_eq!(desk.counted("reviews_beyond"), 30 - REVIEWS_OPEN);
    assert_eq!(reason(&desk, "DK.a", "relevant_offers"), Some(Reason::UnderReview));
}

#[test]
fn a_stranger_who_may_have_said_no_is_not_kept_by_their_number() {
    let (mut desk, store) = open("whatsapp");
    desk.hear(vec![text(&format!("{ANNA} DK.a"), desk.second(), "the bus stop")]);
    assert_eq!((store.count("subjects"), store.count("identities")), (0, 0));
}

#[test]
fn an_erasure_suppresses_the_user_id_that_it_was_asked_for() {
    let mut desk = Desk::new().in_whatsapp("none");
    desk.hear(vec![signal("DK.x", desk.second(), changed("DK.a", "DK.b"))]);
    desk.no("DK.a", Scope::Everything);
    assert_eq!(desk.erase(&["DK.b"]).suppressed, 1);
    for who in ["DK.a", "DK.b"] {
        assert_eq!(reason(&desk, who, "relevant_offers"), Some(Reason::Erased), "{who}");
    }
    desk.verify();
}
