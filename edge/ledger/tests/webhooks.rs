//! Webhooks as the ledger sees them: whom it tells what and when, in which order, and what becomes of whoever does not listen.
#![cfg(feature = "native")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod common;

use common::{Desk, FOUR, recorded, settings, some};
use jatak_ledger::batch::Request;
use jatak_ledger::jobs::Job;
use jatak_ledger::native::NativeStore;
use jatak_ledger::store::Store;
use jatak_ledger::webhooks::{
    Answer, ENDPOINTS, Endpoint, EndpointRefusal, Message, Next, OVERLAP, Off, SealedSecret, State, Verdict, Wish,
};
use jatak_shared::decide::Scope;
use jatak_shared::id::EndpointId;
use jatak_shared::time::{DAY, Timestamp};
use jatak_shared::webhook::{GIVEN_UP_AFTER, Kinds, WEEK};
use serde_json::{Value, json};

const EDGE: &str = "https://edge.example";
const OK: Answer = Answer::Status(200);
const DOWN: Answer = Answer::Status(503);
const ANNA: &str = "+4520000001";
const BO: &str = "+4520000002";

type Ledger = Desk<NativeStore>;

fn id(number: u8) -> EndpointId {
    EndpointId::v4([number; 16])
}

fn wish(kinds: Option<&[&str]>) -> Wish {
    let kinds = kinds.map(|kinds| Kinds::read(kinds).unwrap());
    Wish { url: "https://shop.example/jatak?from=jatak".parse().unwrap(), kinds, enabled: true }
}

fn sealed(serial: u64) -> SealedSecret {
    SealedSecret { serial, sealed: vec![u8::try_from(serial).unwrap(); 3] }
}

fn now(desk: &Ledger) -> Timestamp {
    Timestamp::from_millis(desk.now)
}

fn add(desk: &Ledger, number: u8, kinds: Option<&[&str]>) -> Endpoint {
    desk.engine.add_endpoint(id(number), &wish(kinds), sealed(1), now(desk)).unwrap().unwrap()
}

/// A ledger with one endpoint that is told everything.
fn told() -> Ledger {
    let desk = Desk::new();
    add(&desk, 1, None);
    desk
}

fn endpoint(desk: &Ledger, number: u8) -> Endpoint {
    desk.engine.endpoints().unwrap().into_iter().find(|endpoint| endpoint.id == id(number)).unwrap()
}

/// What is to be sent to an endpoint now; events that are none for it are passed over.
fn next(desk: &Ledger, number: u8) -> Option<Message> {
    loop {
        match desk.engine.next_message(id(number), EDGE, now(desk)).unwrap() {
            Next::Send(message) => return Some(*message),
            Next::LookFurther => {}
            Next::Nothing => return None,
        }
    }
}

fn answer(desk: &mut Ledger, message: &Message, answer: Answer) -> Verdict {
    desk.engine.take_answer_of(message, answer, Timestamp::from_millis(desk.now), &mut desk.random).unwrap()
}

fn body(message: &Message) -> Value {
    serde_json::from_str(&message.body).unwrap()
}

/// Runs the job as the alarm would, each message answered by what `says` says, until nothing is due; returns what was received.
fn run(desk: &mut Ledger, mut says: impl FnMut(&Message) -> Answer) -> Vec<Message> {
    let mut received = Vec::new();
    loop {
        let due = desk.engine.jobs_due(now(desk)).unwrap();
        let Some(due) = due.into_iter().find(|due| due.job == Job::Webhooks) else { return received };
        for id in desk.engine.endpoints_due(now(desk)).unwrap() {
            loop {
                match desk.engine.next_message(id, EDGE, now(desk)).unwrap() {
                    Next::Send(message) => {
                        let said = says(&message);
                        let verdict = answer(desk, &message, said);
                        received.push(*message);
                        if verdict != Verdict::Taken {
                            break;
                        }
                    }
                    Next::LookFurther => {}
                    Next::Nothing => break,
                }
            }
        }
        let next = desk.engine.next_telling(now(desk)).unwrap();
        desk.engine.job_done(due, next).unwrap();
    }
}

/// Goes to when the job is due next; whether it is.
fn wait(desk: &mut Ledger) -> bool {
    let Some(at) = desk.engine.next_due().unwrap() else { return false };
    desk.now = desk.now.max(at.millis());
    true
}

/// The numbers of these messages' events.
fn seqs(messages: &[Message]) -> Vec<u64> {
    messages.iter().map(|message| message.seq).collect()
}

#[test]
fn what_people_do_is_told_in_order_and_what_the_business_did_itself_is_not() {
    let mut desk = told();
    let before = desk.head();
    let first = desk.yes(ANNA, &["order_updates"]);
    desk.no(BO, Scope::Everything);
    let settings = settings(&FOUR[..3]);
    desk.engine.change_settings(&settings, now(&desk), &mut desk.random).unwrap().unwrap();
    let published = desk.head();
    let last = desk.yes(BO, &["order_updates"]);
    let received = run(&mut desk, |_| OK);
    assert_eq!(seqs(&received), [before + 1, before + 2, published + 1]);

    let event = body(&received[0]);
    assert_eq!(event["specversion"], "1.0");
    assert_eq!(event["type"], "jatak.opted_in");
    assert_eq!(event["source"], "https://edge.example/v1/nordlys");
    assert_eq!(event["id"], json!(first.event));
    assert_eq!(event["subject"], json!(first.subject));
    assert_eq!(event["time"], json!(first.recorded_at));
    assert_eq!(event["datacontenttype"], "application/json");
    assert_eq!(event["data"]["seq"], first.seq);
    assert_eq!(event["data"]["event"]["phone"], ANNA);
    assert_eq!(body(&received[1])["type"], "jatak.opted_out");
    assert_eq!(received[0].url.as_str(), "https://shop.example/jatak?from=jatak");

    let endpoint = endpoint(&desk, 1);
    assert_eq!((endpoint.cursor, endpoint.lag, endpoint.given_up), (last.seq, 0, 0));
    assert_eq!(endpoint.last_success, Some(now(&desk)));
    assert_eq!(desk.engine.next_due().unwrap(), None, "nothing is left to do");
}

#[test]
fn an_endpoint_is_told_what_comes_after_it_was_made_and_of_the_kinds_that_it_names() {
    let mut desk = Desk::new();
    desk.yes(ANNA, &["order_updates"]);
    add(&desk, 1, Some(&["opted_out", "erased"]));
    assert!(run(&mut desk, |_| OK).is_empty());
    desk.yes(BO, &["order_updates"]);
    let no = desk.no(ANNA, some(&["order_updates"]));
    desk.yes(BO, &["relevant_offers"]);
    let erased = desk.erase(&[ANNA]).events[0];
    desk.yes(BO, &["back_in_stock"]);
    let received = run(&mut desk, |_| OK);
    assert_eq!(seqs(&received), [no.seq, erased]);
    let endpoint = endpoint(&desk, 1);
    assert_eq!((endpoint.cursor, endpoint.lag), (desk.head(), 0), "those that are none for it are passed over");
}

#[test]
fn no_number_stands_in_what_routers_and_logs_look_at() {
    let mut desk = told();
    desk.yes(ANNA, &["order_updates"]);
    let message = next(&desk, 1).unwrap();
    let mut event = body(&message);
    event.as_object_mut().unwrap().remove("data");
    for text in [event.to_string(), message.id.clone(), message.url.to_string()] {
        assert!(!text.contains(&ANNA[1..]), "{text}");
    }
}

#[test]
fn an_event_is_told_only_after_the_one_before_was_taken() {
    let mut desk = told();
    let first = desk.yes(ANNA, &["order_updates"]).seq;
    desk.no(ANNA, Scope::Everything);
    assert_eq!(seqs(&run(&mut desk, |_| DOWN)), [first], "the second waits for the first");
    let mut tries = 1;
    while wait(&mut desk) && tries < 5 {
        assert_eq!(seqs(&run(&mut desk, |_| DOWN)), [first]);
        tries += 1;
    }
    let failing = endpoint(&desk, 1).failing.unwrap();
    assert_eq!((failing.tries, failing.why.as_str()), (5, "answered with status 503"));
    wait(&mut desk);
    assert_eq!(seqs(&run(&mut desk, |_| OK)), [first, first + 1]);
    assert_eq!(endpoint(&desk, 1).failing, None);
}

#[test]
fn a_message_keeps_its_id_at_each_try_and_shares_it_with_no_other() {
    let mut desk = told();
    add(&desk, 2, None);
    desk.yes(ANNA, &["order_updates"]);
    let (one, two) = (next(&desk, 1).unwrap(), next(&desk, 2).unwrap());
    assert_ne!(one.id, two.id, "another endpoint");
    answer(&mut desk, &one, DOWN);
    desk.erase(&[ANNA]);
    desk.now += DAY;
    let again = next(&desk, 1).unwrap();
    assert_eq!((again.seq, &again.id), (one.seq, &one.id), "erased meanwhile, and still the same message");
    answer(&mut desk, &again, OK);
    assert_ne!(next(&desk, 1).unwrap().id, one.id, "another event");
}

#[test]
fn an_erasure_between_two_tries_changes_what_is_sent() {
    let mut desk = told();
    let yes = desk.yes(ANNA, &["order_updates"]);
    let first = run(&mut desk, |_| DOWN);
    assert!(first[0].body.contains(ANNA) && first[0].body.contains("https://shop.example/"));
    let erasure = desk.erase(&[ANNA]);
    wait(&mut desk);
    let received = run(&mut desk, |_| OK);
    assert_eq!(seqs(&received), [yes.seq, erasure.events[0]]);
    let event = body(&received[0]);
    assert_eq!(event["data"]["erased"], true);
    assert_eq!(event["id"], yes.seq.to_string(), "its id went with it");
    for gone in ["event", "outcome", "evidence"] {
        assert_eq!(event["data"][gone], Value::Null, "{gone}");
    }
    for personal in [ANNA, &yes.subject.to_string(), &yes.event.to_string(), "shop.example/\""] {
        assert!(received.iter().all(|message| !message.body.contains(personal)), "{personal}");
    }
    assert_eq!(body(&received[1])["type"], "jatak.erased");
    assert_eq!(body(&received[1])["data"]["erased"], json!([yes.seq]));
}

#[test]
fn nothing_of_an_event_is_kept_while_it_waits() {
    let path = std::env::temp_dir().join(format!("jatak-webhooks-{}.sqlite", std::process::id()));
    let _ = std::fs::remove_file(&path);
    let mut desk = Desk::on(NativeStore::open(&path).unwrap());
    add(&desk, 1, None);
    desk.yes(ANNA, &["order_updates"]);
    run(&mut desk, |_| DOWN);
    let beside = NativeStore::open(&path).unwrap();
    let rows = beside.query("SELECT * FROM webhook_endpoints", &[]).unwrap();
    let held = format!("{rows:?}");
    assert!(held.contains("answered with status 503"), "{held}");
    assert!(!held.contains(ANNA) && !held.contains("order_updates"), "{held}");
    std::fs::remove_file(&path).unwrap();
}

#[test]
fn an_event_is_given_up_after_three_days_and_counted_and_the_next_one_is_told() {
    let mut desk = told();
    let first = desk.yes(ANNA, &["order_updates"]).seq;
    let second = desk.yes(BO, &["order_updates"]).seq;
    let (start, mut tries) = (desk.now, 0);
    let refuse = |message: &Message| if message.seq == first { Answer::Silence("cannot be reached") } else { OK };
    let mut waits = Vec::new();
    while endpoint(&desk, 1).given_up == 0 {
        let before = desk.now;
        assert!(wait(&mut desk), "it is tried again");
        waits.push(desk.now - before);
        let received = run(&mut desk, refuse);
        tries += received.iter().filter(|message| message.seq == first).count() as u64;
    }
    assert_eq!(tries, GIVEN_UP_AFTER);
    assert!(waits.iter().skip(1).is_sorted_by(|earlier, later| earlier < later), "{waits:?}");
    assert!((3 * DAY..4 * DAY).contains(&(desk.now - start)), "{}", desk.now - start);
    let state = endpoint(&desk, 1);
    assert_eq!((state.given_up, state.cursor, state.lag), (1, second, 0));
    assert_eq!((state.state, state.failing), (State::Enabled, None), "the next one was taken");
}

#[test]
fn an_endpoint_that_says_gone_is_sent_nothing_more_until_the_business_enables_it_again() {
    let mut desk = told();
    let first = desk.yes(ANNA, &["order_updates"]).seq;
    assert_eq!(seqs(&run(&mut desk, |_| Answer::Status(410))), [first]);
    let state = endpoint(&desk, 1);
    assert_eq!((state.state, state.reason), (State::Disabled, Some(Off::Gone)));
    let failing = state.failing.unwrap();
    assert_eq!((failing.why.as_str(), failing.next_at), ("answered with status 410", None));
    desk.yes(BO, &["order_updates"]);
    assert_eq!(desk.engine.next_due().unwrap(), None, "no job for nobody");
    assert_eq!(endpoint(&desk, 1).lag, 2);

    let state = desk.engine.set_endpoint(id(1), &wish(None), now(&desk)).unwrap().unwrap();
    assert_eq!((state.state, state.reason, state.failing), (State::Enabled, None, None));
    assert_eq!(seqs(&run(&mut desk, |_| OK)), [first, first + 1], "nothing is lost");
}

#[test]
fn a_week_of_failures_switches_an_endpoint_off_and_one_success_within_it_does_not() {
    let mut desk = told();
    desk.yes(ANNA, &["order_updates"]);
    desk.yes(BO, &["order_updates"]);
    desk.no(BO, Scope::Everything);
    let start = desk.now;
    while endpoint(&desk, 1).state == State::Enabled {
        assert!(wait(&mut desk), "it is tried again");
        run(&mut desk, |_| DOWN);
    }
    let state = endpoint(&desk, 1);
    assert_eq!(state.reason, Some(Off::Failing));
    assert_eq!(state.given_up, 2, "each for three days");
    assert!((WEEK..WEEK + 2 * DAY).contains(&(desk.now - start)), "{}", desk.now - start);
    assert_eq!(desk.engine.next_due().unwrap(), None);

    desk.engine.set_endpoint(id(1), &wish(None), now(&desk)).unwrap().unwrap();
    let start = desk.now;
    let mut taken = false;
    while desk.now - start < 2 * WEEK {
        if !wait(&mut desk) {
            desk.yes(ANNA, &["order_updates"]);
            desk.now += DAY;
        }
        let middle = !taken && desk.now - start > WEEK / 2;
        taken |= middle;
        run(&mut desk, |_| if middle { OK } else { DOWN });
        if desk.now - start < WEEK {
            assert_eq!(endpoint(&desk, 1).state, State::Enabled);
        }
    }
    assert!(taken);
}

#[test]
fn an_endpoint_that_is_down_holds_up_no_other() {
    let mut desk = told();
    add(&desk, 2, None);
    let first = desk.yes(ANNA, &["order_updates"]).seq;
    let down = |message: &Message| if message.endpoint == id(1) { DOWN } else { OK };
    for round in 0..6 {
        let seq = desk.yes(&format!("+452000001{round}"), &["order_updates"]).seq;
        let received = run(&mut desk, down);
        let healthy: Vec<u64> =
            received.iter().filter(|message| message.endpoint == id(2)).map(|message| message.seq).collect();
        assert_eq!(healthy, if round == 0 { vec![first, seq] } else { vec![seq] }, "at once, round {round}");
    }
    assert_eq!(endpoint(&desk, 1).cursor, first - 1);
}

#[test]
fn a_replay_tells_again_what_came_after_a_number_and_knows_no_number_beyond_the_end() {
    let mut desk = told();
    let first = desk.yes(ANNA, &["order_updates"]).seq;
    desk.yes(BO, &["order_updates"]);
    let told: Vec<String> = run(&mut desk, |_| OK).into_iter().map(|message| message.id).collect();
    desk.engine.replay(id(1), first - 1, now(&desk)).unwrap().unwrap();
    let again = run(&mut desk, |_| OK);
    assert_eq!(seqs(&again), [first, first + 1]);
    assert_eq!(again.into_iter().map(|message| message.id).collect::<Vec<_>>(), told, "receivers know them again");
    desk.engine.replay(id(1), 0, now(&desk)).unwrap().unwrap();
    assert_eq!(seqs(&run(&mut desk, |_| OK)), [first, first + 1], "what the business did itself is passed over");
    let beyond = desk.engine.replay(id(1), desk.head() + 1, now(&desk)).unwrap();
    assert_eq!(beyond, Err(EndpointRefusal::BeyondHead { head: desk.head() }));
}

#[test]
fn an_event_that_an_endpoint_cannot_take_is_passed_over_by_setting_the_cursor_to_it() {
    let mut desk = told();
    let first = desk.yes(ANNA, &["order_updates"]).seq;
    desk.yes(BO, &["order_updates"]);
    run(&mut desk, |_| Answer::Status(500));
    desk.engine.replay(id(1), first, now(&desk)).unwrap().unwrap();
    assert_eq!(seqs(&run(&mut desk, |_| OK)), [first + 1], "at once, though the first still waited");
}

#[test]
fn for_a_day_after_a_new_secret_both_sign_and_then_the_new_one_alone() {
    let mut desk = told();
    desk.yes(ANNA, &["order_updates"]);
    assert_eq!(next(&desk, 1).unwrap().secrets, [sealed(1)]);
    assert_eq!(desk.engine.secret_serial(id(1)).unwrap(), Some(1));
    let rotated = now(&desk);
    let state = desk.engine.rotate_secret(id(1), &sealed(2), rotated).unwrap().unwrap();
    assert_eq!(state.old_secret_until, Some(rotated.plus_millis(OVERLAP)));
    assert_eq!(next(&desk, 1).unwrap().secrets, [sealed(2), sealed(1)]);
    desk.now += OVERLAP - 1;
    assert_eq!(next(&desk, 1).unwrap().secrets, [sealed(2), sealed(1)]);
    desk.now += 1;
    assert_eq!(next(&desk, 1).unwrap().secrets, [sealed(2)]);
    assert!(endpoint(&desk, 1).old_secret_until.is_some(), "not looked at yet");
    desk.engine.endpoints_due(now(&desk)).unwrap();
    assert_eq!(endpoint(&desk, 1).old_secret_until, None, "and it is forgotten");
    // A second new secret within the day leaves the one before it, and no older one.
    desk.engine.rotate_secret(id(1), &sealed(3), now(&desk)).unwrap().unwrap();
    desk.engine.rotate_secret(id(1), &sealed(4), now(&desk)).unwrap().unwrap();
    assert_eq!(next(&desk, 1).unwrap().secrets, [sealed(4), sealed(3)]);
    assert!(desk.engine.rotate_secret(id(1), &sealed(9), now(&desk)).is_err(), "a serial that was skipped");
}

#[test]
fn an_answer_to_a_message_that_was_overtaken_counts_for_nothing() {
    let mut desk = told();
    let first = desk.yes(ANNA, &["order_updates"]).seq;
    desk.yes(BO, &["order_updates"]);
    run(&mut desk, |_| OK);
    desk.engine.replay(id(1), first, now(&desk)).unwrap().unwrap();
    let message = next(&desk, 1).unwrap();
    desk.engine.replay(id(1), first - 1, now(&desk)).unwrap().unwrap();
    for late in [OK, DOWN, Answer::Status(410)] {
        assert_eq!(answer(&mut desk, &message, late), Verdict::Overtaken);
    }
    assert_eq!(next(&desk, 1).unwrap().seq, first, "the replay stands");

    let message = next(&desk, 1).unwrap();
    let off = Wish { enabled: false, ..wish(None) };
    desk.engine.set_endpoint(id(1), &off, now(&desk)).unwrap().unwrap();
    assert_eq!(answer(&mut desk, &message, DOWN), Verdict::Overtaken);
    assert_eq!(answer(&mut desk, &message, OK), Verdict::Taken, "what was taken was taken");
    let state = endpoint(&desk, 1);
    assert_eq!((state.cursor, state.reason), (first, Some(Off::ByBusiness)));
    assert!(desk.engine.delete_endpoint(id(1)).unwrap());
    assert_eq!(answer(&mut desk, &message, OK), Verdict::Overtaken);
    assert!(!desk.engine.delete_endpoint(id(1)).unwrap());
}

#[test]
fn what_another_address_answers_says_nothing_of_the_one_that_is_set_now() {
    let mut desk = told();
    let first = desk.yes(ANNA, &["order_updates"]).seq;
    let message = next(&desk, 1).unwrap();
    let elsewhere = Wish { url: "https://shop.example/elsewhere".parse().unwrap(), ..wish(None) };
    desk.engine.set_endpoint(id(1), &elsewhere, now(&desk)).unwrap().unwrap();
    for late in [Answer::Status(410), DOWN, OK] {
        assert_eq!(answer(&mut desk, &message, late), Verdict::Overtaken);
    }
    let message = next(&desk, 1).unwrap();
    assert_eq!((message.seq, message.url), (first, elsewhere.url));
}

#[test]
fn a_switched_off_endpoint_is_sent_nothing_and_goes_on_where_it_left_off() {
    let mut desk = told();
    let off = Wish { enabled: false, ..wish(None) };
    desk.engine.set_endpoint(id(1), &off, now(&desk)).unwrap().unwrap();
    let first = desk.yes(ANNA, &["order_updates"]).seq;
    assert!(run(&mut desk, |_| OK).is_empty());
    assert!(next(&desk, 1).is_none());
    desk.engine.set_endpoint(id(1), &wish(None), now(&desk)).unwrap().unwrap();
    assert_eq!(seqs(&run(&mut desk, |_| OK)), [first]);
}

#[test]
fn there_are_so_many_endpoints_and_no_more_and_unknown_ones_are_refused() {
    let desk = Desk::new();
    for number in 1..=ENDPOINTS {
        add(&desk, u8::try_from(number).unwrap(), None);
    }
    let more = desk.engine.add_endpoint(id(9), &wish(None), sealed(1), now(&desk)).unwrap();
    assert_eq!(more, Err(EndpointRefusal::TooMany));
    assert_eq!(desk.engine.endpoints().unwrap().len(), ENDPOINTS);
    let missing = Err(EndpointRefusal::NotFound);
    assert_eq!(desk.engine.set_endpoint(id(9), &wish(None), now(&desk)).unwrap(), missing);
    assert_eq!(desk.engine.replay(id(9), 0, now(&desk)).unwrap(), missing);
    assert_eq!(desk.engine.rotate_secret(id(9), &sealed(2), now(&desk)).unwrap(), missing);
    assert_eq!(desk.engine.secret_serial(id(9)).unwrap(), None);
}

#[test]
fn a_batch_asks_for_the_job_where_somebody_is_told_and_only_then() {
    let mut desk = Desk::new();
    desk.yes(ANNA, &["order_updates"]);
    assert_eq!(desk.engine.next_due().unwrap(), None);
    add(&desk, 1, None);
    run(&mut desk, |_| OK);
    assert_eq!(desk.engine.next_due().unwrap(), None);
    desk.yes(BO, &["order_updates"]);
    assert_eq!(desk.engine.next_due().unwrap(), Some(now(&desk)));
    desk.engine.delete_endpoint(id(1)).unwrap();
    run(&mut desk, |_| OK);
    desk.no(BO, Scope::Everything);
    assert_eq!(desk.engine.next_due().unwrap(), None);
}

#[test]
fn a_wish_that_failed_with_its_batch_is_made_again_with_the_next() {
    let path = std::env::temp_dir().join(format!("jatak-webhooks-wish-{}.sqlite", std::process::id()));
    let _ = std::fs::remove_file(&path);
    let mut desk = Desk::on(NativeStore::open(&path).unwrap());
    add(&desk, 1, None);
    run(&mut desk, |_| OK);
    let beside = NativeStore::open(&path).unwrap();
    // Signing comes after the wish, in the same transaction.
    let broken = "CREATE TRIGGER broken BEFORE INSERT ON log_heads BEGIN SELECT raise(ABORT, 'broken'); END";
    beside.execute(broken, &[]).unwrap();
    let request = Request { command: desk.opt_in(ANNA, &["order_updates"]), idempotency: None };
    desk.engine.commit(std::slice::from_ref(&request), now(&desk), true, &mut desk.random).unwrap_err();
    beside.execute("DROP TRIGGER broken", &[]).unwrap();
    let seq = recorded(desk.run(request.command)).seq;
    assert_eq!(seqs(&run(&mut desk, |_| OK)), [seq]);
    std::fs::remove_file(&path).unwrap();
}

#[test]
fn an_event_recorded_while_the_job_runs_is_told_by_its_next_run() {
    let mut desk = told();
    let first = desk.yes(ANNA, &["order_updates"]).seq;
    let due = desk.engine.jobs_due(now(&desk)).unwrap().remove(0);
    let message = next(&desk, 1).unwrap();
    let second = desk.yes(BO, &["order_updates"]).seq;
    answer(&mut desk, &message, OK);
    let next = desk.engine.next_telling(now(&desk)).unwrap();
    desk.engine.job_done(due, next).unwrap();
    assert_eq!(message.seq, first);
    assert_eq!(seqs(&run(&mut desk, |_| OK)), [second]);
}
