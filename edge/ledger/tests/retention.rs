//! Retention: who is needed no longer goes by itself, together with others, and what must stay stays.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod common;

use common::meta::{NUMBER_ID, WABA, moves, opts_in, reason, resume, stop, text};
use common::{Desk, FOUR, recorded, settings_json, some};
use jatak_ledger::jobs::Job;
use jatak_ledger::native::NativeStore;
use jatak_shared::act::Source;
use jatak_shared::business::Settings;
use jatak_shared::decide::Scope;
use jatak_shared::event::Kind;
use jatak_shared::sending::Reason;
use jatak_shared::time::{DAY, Timestamp};
use serde_json::{Value, json};

const ANN: &str = "+4520123456";
const BEN: &str = "+4520123457";
const CLEO: &str = "+4520123458";

fn keeping(retention: &Value) -> Desk<NativeStore> {
    let mut desk = Desk::new();
    keep(&mut desk, retention);
    desk
}

fn keep(desk: &mut Desk<NativeStore>, retention: &Value) {
    let mut settings = settings_json(&FOUR);
    settings["retention"] = retention.clone();
    let settings = Settings::parse(&settings).unwrap();
    let now = Timestamp::from_millis(desk.now);
    desk.engine.change_settings(&settings, now, &mut desk.random).unwrap().unwrap();
}

/// Lets time pass as the alarm does: to each moment at which a job is due, until `days` from now.
fn pass(desk: &mut Desk<NativeStore>, days: i64) {
    let end = desk.now + days * DAY;
    for _ in 0..10_000 {
        let Some(next) = desk.engine.next_due().unwrap().filter(|next| next.millis() <= end) else {
            desk.now = end;
            return;
        };
        desk.now = desk.now.max(next.millis());
        let now = Timestamp::from_millis(desk.now);
        for due in desk.engine.jobs_due(now).unwrap() {
            let next = desk.engine.run(due.job, now, &mut desk.random).unwrap();
            desk.engine.job_done(due, next).unwrap();
        }
    }
    panic!("the jobs never come to rest");
}

fn known(desk: &Desk<NativeStore>, phone: &str) -> bool {
    desk.engine.lookup(&phone.parse().unwrap()).unwrap().subject.is_some()
}

fn kinds(desk: &Desk<NativeStore>, after: u64) -> Vec<Kind> {
    desk.engine.events(after, desk.head(), 500).unwrap().iter().map(|entry| entry.leaf.kind).collect()
}

#[test]
fn without_a_setting_nobody_goes_and_no_job_runs() {
    let mut desk = Desk::new();
    desk.no(ANN, Scope::Everything);
    pass(&mut desk, 10_000);
    assert!(known(&desk, ANN));
    assert_eq!(desk.engine.next_due().unwrap(), None);
}

#[test]
fn people_of_whom_nothing_but_noes_stands_go_together_when_their_time_has_come() {
    let mut desk = keeping(&json!({"after_withdrawal_days": 30}));
    for phone in [ANN, BEN] {
        desk.yes(phone, &["order_updates"]);
        desk.no(phone, some(&["order_updates"]));
    }
    desk.yes(CLEO, &["order_updates", "back_in_stock"]);
    desk.no(CLEO, some(&["back_in_stock"]));
    let head = desk.head();
    pass(&mut desk, 29);
    assert!(known(&desk, ANN) && known(&desk, BEN));
    pass(&mut desk, 3);
    assert!(!known(&desk, ANN) && !known(&desk, BEN));
    assert!(known(&desk, CLEO), "a yes of hers still counts");
    assert_eq!(kinds(&desk, head), [Kind::Erased], "one leaf for both");
    let entry = desk.engine.events(head, desk.head(), 1).unwrap().remove(0);
    assert_eq!(entry.leaf.erased.len(), 4);
    assert_eq!(entry.private.unwrap().body.source, Source::Retention);
    desk.yes(ANN, &["order_updates"]);
    assert_eq!(desk.state(ANN, "order_updates"), "pending", "the no outlives the person's data as a hash");
    desk.verify();
}

#[test]
fn the_time_runs_from_the_last_no_and_anew_after_another_yes() {
    let mut desk = keeping(&json!({"after_withdrawal_days": 30}));
    desk.no(ANN, some(&["order_updates"]));
    pass(&mut desk, 20);
    desk.no(ANN, Scope::Everything);
    pass(&mut desk, 28);
    assert!(known(&desk, ANN));
    desk.yes(ANN, &["order_updates"]);
    pass(&mut desk, 100);
    assert!(known(&desk, ANN), "a yes that counts keeps its owner");
    desk.no(ANN, some(&["order_updates"]));
    pass(&mut desk, 33);
    assert!(!known(&desk, ANN));
}

#[test]
fn whoever_was_noted_and_has_said_nothing_goes_as_well() {
    let mut desk = Desk::new().in_whatsapp("whatsapp");
    let now = Timestamp::from_millis(desk.now);
    let linked = ANN.parse().unwrap();
    desk.engine.subject(&linked, now, &mut desk.random).unwrap();
    desk.hear(vec![text("DK.a", desk.second(), "the bus stop")]);
    assert_eq!(desk.engine.reviews(None).unwrap().len(), 1);
    keep(&mut desk, &json!({"after_withdrawal_days": 30}));
    let head = desk.head();
    let is_known =
        |desk: &Desk<NativeStore>, who: &str| desk.engine.lookup(&who.parse().unwrap()).unwrap().subject.is_some();
    pass(&mut desk, 29);
    assert!(is_known(&desk, ANN) && is_known(&desk, "DK.a"));
    pass(&mut desk, 3);
    assert!(!is_known(&desk, ANN) && !is_known(&desk, "DK.a"));
    assert!(desk.engine.reviews(None).unwrap().is_empty());
    assert_eq!(desk.head(), head, "no leaf tells of people who had no events");
    desk.verify();
}

#[test]
fn a_link_made_before_the_first_yes_takes_nobody_away_who_said_yes() {
    let mut desk = keeping(&json!({"after_withdrawal_days": 30}));
    let now = Timestamp::from_millis(desk.now);
    desk.engine.subject(&ANN.parse().unwrap(), now, &mut desk.random).unwrap();
    desk.yes(ANN, &["order_updates"]);
    pass(&mut desk, 100);
    assert!(known(&desk, ANN));
}

#[test]
fn one_alone_waits_a_day_for_company_and_then_goes_alone() {
    let mut desk = keeping(&json!({"after_withdrawal_days": 1}));
    pass(&mut desk, 0);
    // Just after the job looked.
    desk.now += 60_000;
    desk.no(ANN, Scope::Everything);
    let said = desk.now;
    pass(&mut desk, 2);
    assert!(known(&desk, ANN), "due for less than a day, and alone");
    pass(&mut desk, 1);
    assert!(!known(&desk, ANN));
    assert!(desk.now - said <= (1 + 2) * DAY + 1_000, "gone at the latest two days after the time that was set");
}

#[test]
fn who_comes_due_within_the_day_leaves_with_the_one_who_waits() {
    let mut desk = keeping(&json!({"after_withdrawal_days": 1}));
    desk.now += DAY - 7_200_000;
    desk.no(ANN, Scope::Everything);
    desk.now += 3_600_000;
    desk.no(BEN, Scope::Everything);
    let head = desk.head();
    pass(&mut desk, 4);
    assert_eq!(kinds(&desk, head), [Kind::Erased]);
    assert!(!known(&desk, ANN) && !known(&desk, BEN));
}

#[test]
fn a_yes_that_waited_too_long_goes_and_the_no_behind_it_comes_back_as_it_was() {
    let mut desk = keeping(&json!({"pending_days": 7}));
    let subject = desk.yes(ANN, &["order_updates", "relevant_offers"]).subject;
    recorded(desk.choose(subject, &[("order_updates", true)], &[]));
    let no = desk.engine.lookup(&ANN.parse().unwrap()).unwrap().categories[0].standing.clone().unwrap().no;
    desk.yes(ANN, &["order_updates"]);
    assert_eq!(desk.state(ANN, "order_updates"), "pending");
    let head = desk.head();
    pass(&mut desk, 6);
    assert_eq!(desk.state(ANN, "order_updates"), "pending");
    pass(&mut desk, 2);
    assert_eq!(desk.state(ANN, "order_updates"), "withdrawn");
    assert_eq!(desk.state(ANN, "relevant_offers"), "granted");
    let standing = desk.engine.lookup(&ANN.parse().unwrap()).unwrap().categories[0].standing.clone().unwrap();
    assert_eq!(standing.no, no, "time passing says no new no");
    assert_eq!(kinds(&desk, head), [Kind::Expired]);
    let folded = desk.engine.states(None, desk.head()).unwrap().0.remove(0);
    assert_eq!(folded.categories[0].1, standing, "the fold says the same");
    pass(&mut desk, 100);
    assert_eq!(kinds(&desk, head), [Kind::Expired], "once");
    assert_eq!(desk.verify().erased, 0);
}

#[test]
fn who_only_ever_waited_is_erased_and_stays_suppressed() {
    let mut desk = keeping(&json!({"pending_days": 7}));
    for phone in [ANN, BEN] {
        desk.no(phone, Scope::Everything);
    }
    desk.erase(&[ANN, BEN]);
    let head = desk.head();
    for phone in [ANN, BEN] {
        desk.yes(phone, &["order_updates"]);
    }
    pass(&mut desk, 9);
    assert!(!known(&desk, ANN) && !known(&desk, BEN));
    assert_eq!(kinds(&desk, head)[2..], [Kind::Erased]);
    desk.yes(ANN, &["order_updates"]);
    assert_eq!(desk.state(ANN, "order_updates"), "pending");
}

#[test]
fn an_expired_yes_of_someone_resting_does_not_start_their_time_anew() {
    let mut desk = keeping(&json!({"pending_days": 7, "after_withdrawal_days": 7}));
    for phone in [ANN, BEN] {
        let subject =
            desk.engine.subject(&phone.parse().unwrap(), Timestamp::from_millis(desk.now), &mut desk.random).unwrap();
        desk.yes(phone, &["order_updates"]);
        recorded(desk.choose(subject, &[("order_updates", true)], &[]));
        desk.yes(phone, &["order_updates"]);
    }
    pass(&mut desk, 9);
    assert!(!known(&desk, ANN) && !known(&desk, BEN));
}

#[test]
fn a_large_crowd_goes_in_slices_one_after_the_other() {
    let mut desk = keeping(&json!({"after_withdrawal_days": 1}));
    let phones: Vec<String> = (0..250).map(|n| format!("+45201{n:05}")).collect();
    for phone in &phones {
        desk.no(phone, Scope::Everything);
    }
    let head = desk.head();
    pass(&mut desk, 3);
    assert!(phones.iter().all(|phone| !known(&desk, phone)));
    assert_eq!(kinds(&desk, head), [Kind::Erased; 3], "100, 100 and 50");
    assert_eq!(desk.verify().erased, 250);
}

#[test]
fn a_setting_taken_back_ends_the_job() {
    let mut desk = keeping(&json!({"after_withdrawal_days": 1}));
    desk.no(ANN, Scope::Everything);
    keep(&mut desk, &json!({}));
    pass(&mut desk, 30);
    assert!(known(&desk, ANN));
    assert_eq!(desk.engine.next_due().unwrap(), None);
    keep(&mut desk, &json!({"after_withdrawal_days": 1}));
    assert_eq!(desk.engine.jobs_due(Timestamp::from_millis(desk.now)).unwrap()[0].job, Job::Retention);
}

#[test]
fn a_message_stays_under_review_for_whoever_is_still_there_when_its_other_reading_goes() {
    let (new, old) = ("+5511987654321", "+551187654321");
    let mut desk = Desk::new().in_whatsapp("whatsapp");
    desk.hear(vec![text(new, desk.second(), "STOP")]);
    desk.now += 5_000;
    opts_in(&mut desk, new, &["relevant_offers"]);
    desk.hear(vec![text(new, desk.second(), "bus stop")]);
    assert_eq!(desk.engine.reviews(None).unwrap().len(), 2);
    assert_eq!(reason(&desk, new, "relevant_offers"), Some(Reason::UnderReview));
    keep(&mut desk, &json!({"after_withdrawal_days": 1}));
    pass(&mut desk, 4);
    assert!(!known(&desk, old) && known(&desk, new));
    assert_eq!(reason(&desk, new, "relevant_offers"), Some(Reason::UnderReview), "nobody has looked");
    let left = desk.engine.reviews(None).unwrap();
    assert_eq!(left.len(), 1);
    assert_eq!(left[0].text.as_deref(), Some("bus stop"), "both spellings are one phone, whose owner is still here");
    let file = desk.engine.person(&new.parse().unwrap(), 0).unwrap();
    assert_eq!(file.suppressed_since, None, "whether it is a no is still to be seen");
    desk.verify();
}

#[test]
fn whoever_only_let_marketing_go_on_or_stopped_what_the_business_does_not_send_goes_as_well() {
    let mut desk = Desk::new().in_whatsapp("whatsapp");
    desk.hear(vec![resume(ANN, desk.second())]);
    desk.hear(vec![resume("DK.a", desk.second()), moves("DK.a", desk.second(), "DK.b")]);
    let mut settings = settings_json(&["order_updates"]);
    settings["retention"] = json!({"after_withdrawal_days": 30});
    settings["whatsapp"] = json!({
        "number": "+4570101010", "waba": WABA, "phone_number_ids": [NUMBER_ID], "verification": "none",
    });
    let settings = Settings::parse(&settings).unwrap();
    let now = Timestamp::from_millis(desk.now);
    desk.engine.change_settings(&settings, now, &mut desk.random).unwrap().unwrap();
    pass(&mut desk, 20);
    desk.hear(vec![stop(BEN, desk.second())]);
    pass(&mut desk, 9);
    assert!([ANN, BEN, "DK.b"].iter().all(|who| known(&desk, who)));
    pass(&mut desk, 3);
    assert!(!known(&desk, ANN) && !known(&desk, "DK.b"), "nothing of theirs stands");
    assert!(known(&desk, BEN), "the stop is not so old");
    pass(&mut desk, 30);
    assert!(!known(&desk, BEN));
    let file = desk.engine.person(&BEN.parse().unwrap(), 0).unwrap();
    assert!(file.suppressed_since.is_some(), "the stop outlives the person's data as a hash");
    desk.verify();
}

#[test]
fn whoever_was_noted_and_only_went_by_another_name_since_goes_as_well() {
    let mut desk = Desk::new().in_whatsapp("whatsapp");
    let now = Timestamp::from_millis(desk.now);
    desk.engine.subject(&ANN.parse().unwrap(), now, &mut desk.random).unwrap();
    desk.hear(vec![moves(ANN, desk.second(), BEN)]);
    keep(&mut desk, &json!({"after_withdrawal_days": 30}));
    assert!(known(&desk, BEN));
    pass(&mut desk, 33);
    assert!(!known(&desk, BEN));
    desk.verify();
}
