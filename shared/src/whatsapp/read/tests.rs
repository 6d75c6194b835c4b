#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
#![allow(clippy::needless_pass_by_value, reason = "`json!` stands in the call")]

mod any;
mod identity;
mod lenient;

use serde_json::{Value, json};

use super::*;
use crate::phone::E164;
use crate::whatsapp::handles::Handles;
use crate::whatsapp::signal::{SignalId, StopFrom};
use crate::whatsapp::user_id::UserId;

const WABA: &str = "419561257915477";
const NUMBER: &str = "106540352242922";

fn change(field: &str, mut value: Value) -> Value {
    value["messaging_product"] = json!("whatsapp");
    value["metadata"] = json!({"display_phone_number": "15550783881", "phone_number_id": NUMBER});
    json!({"value": value, "field": field})
}

fn entry(changes: &[Value]) -> Value {
    json!({"id": WABA, "changes": changes})
}

fn read_entries(entries: &[Value]) -> Delivery {
    let body = json!({"object": "whatsapp_business_account", "entry": entries});
    read(&serde_json::to_vec(&body).unwrap()).unwrap()
}

/// Reads one change; its signals are all for one business.
fn read_one(field: &str, value: Value) -> (Vec<Signal>, Tally) {
    let delivery = read_entries(&[entry(&[change(field, value)])]);
    let mut signals = Vec::new();
    for bound in delivery.bound {
        assert_eq!((bound.waba.as_str(), bound.phone_number_id.as_deref()), (WABA, Some(NUMBER)));
        signals.extend(bound.signals);
    }
    (signals, delivery.tally)
}

/// A message of the person of FACTS, with these members besides.
fn message(members: Value) -> Value {
    let mut message = json!({"from": "16505551234", "id": "wamid.HBg", "timestamp": "1749416383"});
    message.as_object_mut().unwrap().extend(members.as_object().unwrap().clone());
    message
}

fn contacts() -> Value {
    json!([{"profile": {"name": "Sheena Nelson"}, "wa_id": "16505551234"}])
}

fn person(phone: Option<&str>, user_id: Option<&str>) -> Handles {
    let phone = phone.map(|phone| phone.parse::<E164>().unwrap());
    Handles::new(phone, user_id.map(|id| id.parse::<UserId>().unwrap())).unwrap()
}

/// What a lone message of these members is read as; everything about it must be right but the act.
fn act(members: Value) -> Act {
    let (signals, tally) = read_one("messages", json!({"contacts": contacts(), "messages": [message(members)]}));
    let [signal] = signals.try_into().unwrap();
    assert_eq!(signal.handles, person(Some("+16505551234"), None));
    assert_eq!(signal.at, 1_749_416_383);
    assert_eq!(signal.id, SignalId::Message("wamid.HBg".to_owned()));
    assert_eq!(tally, Tally { other_kinds: u64::from(signal.act == Act::Other), ..Tally::default() });
    signal.act
}

#[test]
fn a_text_is_read_with_who_wrote_it_when_and_to_whom() {
    let body = json!({"type": "text", "text": {"body": "STOP"}});
    assert_eq!(act(body), Act::Text("STOP".to_owned().try_into().unwrap()));
}

#[test]
fn a_tap_is_read_with_its_payload_and_with_what_it_says() {
    let reply = |payload: &str, label: &str| Act::Reply { payload: payload.into(), label: Some(label.into()) };
    let context = json!({"from": "15550783881", "id": "wamid.before"});
    let button = json!({"type": "button", "context": context, "button": {"payload": "optout:all", "text": "Stop"}});
    assert_eq!(act(button), reply("optout:all", "Stop"));
    for kind in ["button_reply", "list_reply"] {
        let interactive = json!({"type": kind, kind: {"id": "optout:offers", "title": "No offers"}});
        assert_eq!(
            act(json!({"type": "interactive", "interactive": interactive})),
            reply("optout:offers", "No offers")
        );
    }
}

#[test]
fn a_button_without_a_payload_of_its_own_says_what_is_written_on_it() {
    let said = |text: &str| Act::Text(text.to_owned().try_into().unwrap());
    let button = |button: Value| act(json!({"type": "button", "button": button}));
    assert_eq!(button(json!({"payload": "Unsubscribe", "text": "Unsubscribe"})), said("Unsubscribe"));
    assert_eq!(button(json!({"text": "Unsubscribe"})), said("Unsubscribe"));
    let payload = |payload: &str| Act::Reply { payload: payload.to_owned(), label: None };
    assert_eq!(button(json!({"payload": "Unsubscribe"})), payload("Unsubscribe"));
}

#[test]
fn what_is_written_under_a_picture_is_text() {
    for kind in ["image", "video", "document"] {
        let said = Act::Text("STOP".to_owned().try_into().unwrap());
        assert_eq!(act(json!({"type": kind, kind: {"id": "1", "caption": "STOP"}})), said);
    }
}

#[test]
fn a_message_of_another_kind_says_nothing_and_is_counted() {
    for kind in [
        json!({"type": "image", "image": {"id": "1"}}),
        json!({"type": "interactive", "interactive": {"type": "nfm_reply", "nfm_reply": {"response_json": "{}"}}}),
        json!({"type": "system", "system": {"type": "customer_identity_changed"}}),
        json!({"type": "system", "system": {"type": "user_preference_changed", "marketing": "less"}}),
        json!({"type": "of next year"}),
    ] {
        assert_eq!(act(kind), Act::Other);
    }
}

#[test]
fn the_older_shape_of_a_preference_is_a_system_message() {
    let changed = |marketing: &str| {
        let system = json!({"body": "…", "marketing": marketing, "type": "user_preference_changed"});
        // Its time is a number, not a text.
        act(json!({"type": "system", "system": system, "timestamp": 1_749_416_383}))
    };
    assert_eq!(changed("stop"), Act::Stop { from: StopFrom::SystemMessage });
    assert_eq!(changed("resume"), Act::Resume);
}

fn preference(value: &str, at: i64) -> Value {
    json!({"wa_id": "16505551234", "detail": "…", "category": "marketing_messages", "value": value, "timestamp": at})
}

#[test]
fn preferences_stop_and_resume_and_are_known_by_what_they_say() {
    let preferences = json!([preference("stop", 7), preference("resume", 8)]);
    let (signals, tally) =
        read_one("user_preferences", json!({"contacts": contacts(), "user_preferences": preferences}));
    assert_eq!(tally, Tally::default());
    let [stop, resume] = signals.try_into().unwrap();
    assert_eq!((&stop.act, stop.at), (&Act::Stop { from: StopFrom::Preference }, 7));
    assert_eq!((&resume.act, resume.at), (&Act::Resume, 8));
    assert_eq!(stop.handles, person(Some("+16505551234"), None));
    assert_eq!(stop.id.message(), None);
    let text = format!(r#"["user_preferences","{WABA}",{{"phone":"+16505551234"}},"marketing_messages","stop",7]"#);
    assert_eq!(stop.id.text(), text);
}

#[test]
fn a_preference_about_anything_else_is_counted_and_does_nothing() {
    let mut other = preference("stop", 7);
    other["category"] = json!("utility_messages");
    let preferences = json!([other, preference("pause", 7)]);
    let (signals, tally) = read_one("user_preferences", json!({"user_preferences": preferences}));
    assert_eq!((signals, tally), (vec![], Tally { other_kinds: 2, ..Tally::default() }));
}

fn failed(code: &Value, title: &str) -> Value {
    json!({"id": "wamid.sent", "status": "failed", "timestamp": "9", "recipient_id": "16505551234",
        "errors": [{"code": code, "title": title}]})
}

#[test]
fn the_code_131050_is_a_stop_whatever_its_title_and_other_codes_are_counted() {
    let statuses = json!([
        failed(&json!(131_050), "…"),
        failed(&json!("131050"), "Something else"),
        failed(&json!(131_049), "User stopped marketing messages"),
        failed(&json!(131_026), "Message undeliverable"),
        {"id": "wamid.sent", "status": "read", "timestamp": "9", "recipient_id": "16505551234"},
    ]);
    let (signals, tally) = read_one("messages", json!({"statuses": statuses}));
    assert_eq!(tally, Tally { other_codes: 2, ..Tally::default() });
    let [stop, again] = signals.try_into().unwrap();
    assert_eq!((&stop.act, stop.at), (&Act::Stop { from: StopFrom::SendError }, 9));
    assert_eq!(stop.handles, person(Some("+16505551234"), None));
    assert_eq!(stop.id.text(), format!(r#"["statuses","{WABA}",{{"phone":"+16505551234"}},"errors","131050",9]"#));
    assert_eq!(again, stop);
}

#[test]
fn a_stop_found_out_in_a_group_is_of_the_member_and_not_of_the_group() {
    let mut status = failed(&json!(131_050), "…");
    status["recipient_type"] = json!("group");
    status["recipient_participant_id"] = json!("4520123456");
    let (signals, _) = read_one("messages", json!({"statuses": [status]}));
    assert_eq!(signals[0].handles, person(Some("+4520123456"), None));
}

#[test]
fn signals_are_for_the_account_and_the_number_that_they_came_to() {
    let text = |id: &str| json!({"messages": [message(json!({"id": id, "type": "text", "text": {"body": "Hi"}}))]});
    let mut elsewhere = change("messages", text("b"));
    elsewhere["value"]["metadata"]["phone_number_id"] = json!("2");
    let mut nowhere = change("messages", text("c"));
    nowhere["value"]["metadata"] = json!({});
    let first = entry(&[change("messages", text("a")), elsewhere, nowhere, change("messages", text("d"))]);
    let second = json!({"id": "5", "changes": [change("messages", text("e"))]});
    let delivery = read_entries(&[first, second]);
    let bound: Vec<_> = delivery
        .bound
        .iter()
        .map(|bound| {
            let ids: Vec<_> = bound.signals.iter().filter_map(|signal| signal.id.message()).collect();
            (bound.waba.as_str(), bound.phone_number_id.as_deref(), ids.concat())
        })
        .collect();
    assert_eq!(
        bound,
        [
            (WABA, None, "c".to_owned()),
            (WABA, Some(NUMBER), "ad".to_owned()),
            (WABA, Some("2"), "b".to_owned()),
            ("5", Some(NUMBER), "e".to_owned()),
        ]
    );
}
