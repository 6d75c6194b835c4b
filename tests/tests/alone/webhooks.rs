//! Webhooks: the edge tells a business's own system what people do, signed, in order, and with nothing that was erased.

use jatak_tests::business::{KEPT, TYPED};
use jatak_tests::webhook::{Mood, Received, Receiver};
use jatak_tests::{Business, Server, wait};
use serde_json::{Value, json};

const TAKING: Mood = Mood::Answering(204);
const DOWN: Mood = Mood::Answering(500);

fn server() -> Server {
    Server::start(&["--no-limits", "--no-seed", "--reach-loopback"])
}

/// Makes a webhook for this receiver; its id and its secret.
fn tell(business: &Business, receiver: &Receiver) -> (String, String) {
    let made = business.post("/webhooks", &json!({ "url": receiver.url })).expect(201).json();
    let text = |name: &str| made[name].as_str().unwrap_or_else(|| panic!("{name} in {made}")).to_owned();
    (text("id"), text("secret"))
}

/// How it stands with a webhook.
fn state(business: &Business, id: &str) -> Value {
    let list = business.get("/webhooks").expect(200).json();
    let found = list["webhooks"].as_array().unwrap().iter().find(|webhook| webhook["id"] == id);
    found.unwrap_or_else(|| panic!("{id} in {list}")).clone()
}

fn received(receiver: &Receiver, count: usize) -> Vec<Received> {
    wait::for_some(format!("{count} messages"), || Some(receiver.received()).filter(|all| all.len() >= count))
}

fn seq(message: &Received) -> u64 {
    message.event()["data"]["seq"].as_u64().unwrap()
}

#[test]
fn what_people_do_is_told_in_order_signed_and_as_the_feed_has_it() {
    let server = server();
    let business = server.business();
    business.opt_in("+4520123400", &["order_updates"]);
    let before = business.last_seq();
    let receiver = Receiver::open(TAKING);
    let (id, secret) = tell(&business, &receiver);
    for number in 1..10 {
        business.opt_in(&format!("+452012340{number}"), &["order_updates"]);
    }
    business.opt_out_of_everything("+4520123401");
    let messages = received(&receiver, 10);
    assert_eq!(messages.iter().map(seq).collect::<Vec<_>>(), (before + 1..=before + 10).collect::<Vec<_>>());

    let feed = business.feed(before, 100);
    for (message, told) in messages.iter().zip(feed["events"].as_array().unwrap()) {
        assert_eq!(message.path, "/told?by=jatak");
        assert_eq!(message.content_type, "application/cloudevents+json");
        assert!(message.is_signed_by(&secret), "{message:?}");
        assert_eq!(message.signatures.len(), 1);
        let event = message.event();
        assert_eq!(event["specversion"], "1.0");
        assert_eq!(event["source"], format!("{}/v1/{}", server.edge, business.slug));
        assert_eq!(event["type"], format!("jatak.{}", told["kind"].as_str().unwrap()));
        assert_eq!(event["id"], told["event"]["id"]);
        assert_eq!(event["subject"], told["outcome"]["subject"]);
        assert_eq!(event["time"], told["recorded_at"]);
        assert_eq!(event["data"], *told, "one reader serves both");
    }
    let ids: std::collections::BTreeSet<&str> = messages.iter().map(|message| message.id.as_str()).collect();
    assert_eq!(ids.len(), 10, "each has an id of its own");
    assert!(!messages[0].is_signed_by("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
    wait::until("the cursor is at the end", || state(&business, &id)["lag"] == 0);
    let state = state(&business, &id);
    assert_eq!((&state["state"], &state["given_up"]), (&json!("enabled"), &json!(0)));
    assert!(state["last_success"].is_string() && state["failing"].is_null() && state["secret"].is_null(), "{state}");
}

#[test]
fn an_erasure_between_two_tries_changes_what_is_sent() {
    let server = server();
    let business = server.business();
    let receiver = Receiver::open(DOWN);
    let (id, secret) = tell(&business, &receiver);
    business.opt_in(TYPED, &["order_updates"]);
    let first = received(&receiver, 1).remove(0);
    assert!(first.body.contains(KEPT));
    wait::until("the failure is seen", || state(&business, &id)["failing"]["tries"] == 1);
    assert_eq!(state(&business, &id)["failing"]["why"], "answered with status 500");
    business.post("/erasures", &json!({ "phones": [KEPT] })).expect(200);
    receiver.be(TAKING);
    let messages = received(&receiver, 3);
    let again = &messages[1];
    assert_eq!((seq(again), &again.id), (seq(&first), &first.id), "the same message");
    assert!(again.is_signed_by(&secret), "signed anew over what it says now");
    let event = again.event();
    assert_eq!(event["data"]["erased"], true);
    assert_eq!(event["subject"], Value::Null);
    for message in &messages[1..] {
        assert!(!message.body.contains(&KEPT[1..]), "{message:?}");
    }
    assert_eq!(messages[2].event()["type"], "jatak.erased");
    assert_eq!(messages[2].event()["data"]["erased"], json!([seq(&first)]));
}

#[test]
fn a_webhook_that_says_gone_is_disabled_and_goes_on_where_it_left_off_once_enabled_again() {
    let server = server();
    let business = server.business();
    let receiver = Receiver::open(Mood::Answering(410));
    let (id, _) = tell(&business, &receiver);
    business.opt_in(TYPED, &["order_updates"]);
    wait::until("it is disabled", || state(&business, &id)["state"] == "disabled");
    assert_eq!(state(&business, &id)["reason"], "gone");
    business.opt_out(KEPT, &["order_updates"]);
    receiver.be(TAKING);
    let path = business.api(&format!("/webhooks/{id}"));
    let wish = json!({ "url": receiver.url });
    let enabled = server.call("PUT", &path).key(&business.key).json(&wish).send().expect(200).json();
    assert_eq!(enabled["state"], "enabled");
    let messages = received(&receiver, 3);
    assert_eq!(seq(&messages[0]), seq(&messages[1]), "what it refused is told first");
    assert_eq!(messages[2].event()["type"], "jatak.opted_out");
}

#[test]
fn a_new_secret_signs_beside_the_old_one_and_a_replay_tells_again() {
    let server = server();
    let business = server.business();
    let receiver = Receiver::open(TAKING);
    let (id, old) = tell(&business, &receiver);
    business.opt_in(TYPED, &["order_updates"]);
    let first = received(&receiver, 1).remove(0);
    let made = business.post(&format!("/webhooks/{id}/secret"), &json!({})).expect(200).json();
    let new = made["secret"].as_str().unwrap();
    assert_ne!(new, old);
    assert!(made["old_secret_until"].is_string());
    let after = seq(&first) - 1;
    business.post(&format!("/webhooks/{id}/replay"), &json!({ "after": after })).expect(200);
    let again = received(&receiver, 2).remove(1);
    assert_eq!((&again.id, &again.body), (&first.id, &first.body));
    assert_eq!(again.signatures.len(), 2);
    assert!(again.is_signed_by(new) && again.is_signed_by(&old));
    assert!(first.is_signed_by(&old) && !first.is_signed_by(new));
    business.post(&format!("/webhooks/{id}/replay"), &json!({ "after": 1_000_000 })).refusal(422, "field_invalid");
}

#[test]
fn receivers_that_hang_or_send_elsewhere_hold_up_nobody_and_one_that_talks_is_not_listened_to() {
    let server = server();
    let business = server.business();
    let target = Receiver::open(TAKING);
    let moods = [Mood::Silent, Mood::Elsewhere(target.url.clone()), Mood::Talkative];
    let receivers = moods.map(Receiver::open);
    let ids: Vec<String> = receivers.iter().map(|receiver| tell(&business, receiver).0).collect();
    business.opt_in(TYPED, &["order_updates"]);
    wait::until("the silent one is called", || !receivers[0].received().is_empty());
    // While it keeps the edge waiting, consents are taken as ever.
    let start = wait::now();
    for number in 0..20 {
        business.opt_in(&format!("+45301234{number:02}"), &["order_updates"]);
    }
    assert!(start.elapsed() < std::time::Duration::from_secs(4), "20 consents took {:?}", start.elapsed());
    received(&receivers[2], 21);
    for (id, why) in [(&ids[0], "did not answer within 5 seconds"), (&ids[1], "answered with status 307")] {
        wait::until(why, || state(&business, id)["failing"]["why"] == why);
    }
    assert!(target.received().is_empty(), "no redirect is followed");
    wait::until("the talkative one took all", || state(&business, &ids[2])["lag"] == 0);
}

#[test]
fn a_message_that_waits_outlasts_the_edge() {
    let server = server();
    let receiver = Receiver::open(DOWN);
    let (slug, key, id, secret) = {
        let business = server.business();
        let (id, secret) = tell(&business, &receiver);
        business.opt_in(TYPED, &["order_updates"]);
        wait::until("the failure is seen", || state(&business, &id)["failing"]["tries"] == 1);
        (business.slug.clone(), business.key.clone(), id, secret)
    };
    server.kill();
    receiver.be(TAKING);
    let server = server.restart();
    let business = Business { server: &server, slug, id: String::new(), key };
    let messages = received(&receiver, 2);
    assert!(messages[1].is_signed_by(&secret));
    wait::until("it is taken", || state(&business, &id)["lag"] == 0);
}

#[test]
fn no_log_says_where_to_or_about_whom() {
    let server = server();
    let business = server.business();
    let receiver = Receiver::open(DOWN);
    let (id, secret) = tell(&business, &receiver);
    business.opt_in(TYPED, &["order_updates"]);
    wait::until("the log tells of it", || server.log().contains(&format!("endpoint {id} answered with status 500")));
    for hidden in ["told?by", &KEPT[1..], &secret[6..]] {
        assert!(!server.log().contains(hidden), "{hidden}");
    }
}

#[test]
fn without_leave_a_receiver_on_this_machine_is_not_reached() {
    let server = Server::start(&["--no-limits", "--no-seed"]);
    let business = server.business();
    let receiver = Receiver::open(TAKING);
    let (id, _) = tell(&business, &receiver);
    business.opt_in(TYPED, &["order_updates"]);
    wait::until("it fails", || state(&business, &id)["failing"]["why"] == "cannot be reached");
    assert!(receiver.received().is_empty());
}
