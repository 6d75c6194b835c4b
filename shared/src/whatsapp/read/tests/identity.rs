//! Who somebody is: by number, by user id, by both, and what changes either.

use super::*;

/// The one signal of a change of `messages`.
fn one(value: Value) -> Signal {
    let (signals, tally) = read_one("messages", value);
    assert_eq!(tally, Tally::default());
    signals.into_iter().next().unwrap()
}

fn text(members: Value) -> Value {
    let mut text = json!({"id": "wamid.1", "timestamp": "9", "type": "text", "text": {"body": "STOP"}});
    text.as_object_mut().unwrap().extend(members.as_object().unwrap().clone());
    text
}

#[test]
fn a_contact_shows_which_user_id_and_which_number_are_one_persons() {
    let both = json!([
        {"wa_id": "4520123456", "user_id": "DK.2"},
        {"profile": {"name": "Sheena", "username": "sheena"}, "wa_id": "16505551234", "user_id": "US.1", "country_code": "US"},
    ]);
    let whole = person(Some("+16505551234"), Some("US.1"));
    for members in [
        json!({"from": "16505551234"}),
        json!({"from_user_id": "US.1"}),
        json!({"from": "16505551234", "from_user_id": "US.1"}),
    ] {
        assert_eq!(one(json!({"contacts": both, "messages": [text(members)]})).handles, whole);
    }
}

#[test]
fn a_person_with_a_username_is_known_by_the_user_id_alone() {
    let contacts = json!([{"profile": {"name": "Sheena", "username": "sheena"}, "user_id": "US.1"}]);
    let nameless = one(json!({"contacts": contacts, "messages": [text(json!({}))]}));
    let named = one(json!({"contacts": contacts, "messages": [text(json!({"from_user_id": "US.1"}))]}));
    let parent = one(json!({"messages": [text(json!({"from_parent_user_id": "US.ENT.1"}))]}));
    assert_eq!(nameless.handles, person(None, Some("US.1")));
    assert_eq!(named.handles, person(None, Some("US.1")));
    assert_eq!(parent.handles, person(None, Some("US.ENT.1")));
}

#[test]
fn preferences_and_send_errors_without_a_number_work_too() {
    let preference = json!({"user_id": "US.1", "category": "marketing_messages", "value": "stop", "timestamp": 7});
    let contacts = json!([{"wa_id": "16505551234", "user_id": "US.1"}]);
    let (signals, _) = read_one("user_preferences", json!({"contacts": contacts, "user_preferences": [preference]}));
    assert_eq!(signals[0].handles, person(Some("+16505551234"), Some("US.1")));
    let (alone, _) = read_one("user_preferences", json!({"user_preferences": [preference]}));
    assert_eq!(alone[0].handles, person(None, Some("US.1")));
    assert_eq!(alone[0].id, signals[0].id, "the company does not matter");
    let status = json!({"timestamp": "9", "recipient_user_id": "US.1", "errors": [{"code": 131_050}]});
    assert_eq!(one(json!({"statuses": [status]})).handles, person(None, Some("US.1")));
}

#[test]
fn two_spellings_of_a_number_are_one_contact() {
    let contacts = json!([{"wa_id": "551187654321", "user_id": "BR.1"}]);
    let signal = one(json!({"contacts": contacts, "messages": [text(json!({"from": "5511987654321"}))]}));
    assert_eq!(signal.handles, person(Some("+5511987654321"), Some("BR.1")));
}

#[test]
fn contacts_that_differ_add_nothing_and_nobody_is_guessed_among_several() {
    let two = json!([{"wa_id": "16505551234", "user_id": "US.1"}, {"wa_id": "16505551234", "user_id": "US.2"}]);
    let signal = one(json!({"contacts": two, "messages": [text(json!({"from": "16505551234"}))]}));
    assert_eq!(signal.handles, person(Some("+16505551234"), None));
    // The second of the others cannot be read: the first is not the only one for that.
    for contacts in [two, json!([{"wa_id": "16505551234"}, {"wa_id": "…"}]), json!("nobody"), json!([])] {
        let (signals, tally) = read_one("messages", json!({"contacts": contacts, "messages": [text(json!({}))]}));
        assert_eq!((signals, tally.bad), (vec![], 1), "{contacts}");
    }
}

/// A system message, which comes without contacts.
fn system(system: Value, members: Value) -> Signal {
    let mut message = json!({"id": "wamid.1", "timestamp": "9", "type": "system", "system": system});
    message.as_object_mut().unwrap().extend(members.as_object().unwrap().clone());
    one(json!({"messages": [message]}))
}

#[test]
fn a_change_of_number_tells_the_number_before_and_after() {
    let from = json!({"from": "16505551234"});
    let plain = system(json!({"body": "…", "wa_id": "4520123456", "type": "user_changed_number"}), from.clone());
    assert_eq!(plain.handles, person(Some("+16505551234"), None));
    assert_eq!(plain.act, Act::ChangedNumber { to: person(Some("+4520123456"), None) });
    let both =
        json!({"wa_id": "4520123456", "user_id": "DK.2", "previous_user_id": "US.1", "type": "user_changed_number"});
    let both = system(both, from);
    assert_eq!(both.handles, person(Some("+16505551234"), Some("US.1")));
    assert_eq!(both.act, Act::ChangedNumber { to: person(Some("+4520123456"), Some("DK.2")) });
}

#[test]
fn the_id_that_a_change_of_number_comes_from_is_not_taken_for_the_one_before() {
    let changed = json!({"wa_id": "4520123456", "user_id": "DK.2", "type": "user_changed_number"});
    let signal = system(changed.clone(), json!({"from": "16505551234", "from_user_id": "DK.2"}));
    assert_eq!(signal.handles, person(Some("+16505551234"), None));
    let nameless = system(changed, json!({"from_user_id": "US.1"}));
    assert_eq!(nameless.handles, person(None, Some("US.1")));
}

#[test]
fn a_change_of_user_id_tells_the_id_before_and_after_with_or_without_a_number() {
    let act = Act::ChangedUserId { from: "US.1".parse().unwrap(), to: "US.2".parse().unwrap() };
    let changed = json!({"user_id": "US.2", "previous_user_id": "US.1", "type": "user_changed_user_id"});
    let alone = system(changed.clone(), json!({}));
    assert_eq!((alone.handles, &alone.act), (person(None, Some("US.1")), &act));
    let with = system(changed, json!({"from": "16505551234", "from_user_id": "US.2"}));
    assert_eq!((with.handles, &with.act), (person(Some("+16505551234"), Some("US.1")), &act));
    let older = json!({"user_id": "US.2", "type": "user_changed_user_id"});
    assert_eq!(system(older, json!({"from_user_id": "US.1"})).act, act);
}

#[test]
fn a_change_that_lacks_a_side_or_has_the_same_on_both_is_bad() {
    for system in [
        json!({"type": "user_changed_number"}),
        json!({"type": "user_changed_number", "wa_id": "…"}),
        json!({"type": "user_changed_user_id", "user_id": "US.2"}),
        json!({"type": "user_changed_user_id", "previous_user_id": "US.2"}),
        json!({"type": "user_changed_user_id", "previous_user_id": "US.2", "user_id": "US.2"}),
    ] {
        let message = message(json!({"type": "system", "system": system}));
        let (signals, tally) = read_one("messages", json!({"messages": [message]}));
        assert_eq!((signals, tally), (vec![], Tally { bad: 1, ..Tally::default() }), "{system}");
    }
}
