//! What is bad, unknown or too much.

use super::*;

fn stop(id: &str) -> Value {
    message(json!({"id": id, "type": "text", "text": {"body": "STOP"}}))
}

#[test]
fn what_is_bad_is_counted_and_everything_beside_it_is_read() {
    let with = |name: &str, value: Value| {
        let mut message = stop("bad");
        message[name] = value;
        message
    };
    let bad = [
        json!(null),
        json!("STOP"),
        json!([]),
        json!({}),
        with("id", json!("")),
        with("id", json!("i".repeat(257))),
        with("id", json!(null)),
        with("from", json!("sheena")),
        with("from", json!(null)),
        with("type", json!(7)),
        with("text", json!("STOP")),
        with("text", json!({"body": ["STOP"]})),
        with("text", json!({"body": "é".repeat(4097)})),
        with("timestamp", json!("")),
        with("timestamp", json!("-1")),
        with("timestamp", json!("+1")),
        with("timestamp", json!(-1)),
        with("timestamp", json!(1.5)),
        with("timestamp", json!("yesterday")),
        // Milliseconds, and the first second of the year 10000.
        with("timestamp", json!("1749416383000")),
        with("timestamp", json!(253_402_300_800_i64)),
        with("timestamp", json!("99999999999999999999")),
        json!({"from": "16505551234", "id": "bad", "timestamp": "9", "type": "button", "button": {"payload": [], "text": "Stop"}}),
        message(json!({"type": "button", "button": {"payload": "p".repeat(257)}})),
        message(json!({"type": "interactive", "interactive": {"type": "list_reply", "button_reply": {"id": "1"}}})),
        message(json!({"type": "system"})),
    ];
    for (place, bad) in bad.iter().enumerate() {
        let (signals, tally) = read_one("messages", json!({"messages": [stop("a"), bad, stop("b")]}));
        assert_eq!(signals.len(), 2, "{place}: {bad}");
        assert_eq!(tally, Tally { bad: 1, ..Tally::default() }, "{place}: {bad}");
    }
}

#[test]
fn the_longest_text_and_id_and_the_last_second_are_read() {
    let longest = message(json!({
        "id": "i".repeat(256), "timestamp": 253_402_300_799_i64, "type": "text", "text": {"body": "é".repeat(4096)},
    }));
    let (signals, tally) = read_one("messages", json!({"messages": [longest]}));
    assert_eq!((signals.len(), tally), (1, Tally::default()));
}

#[test]
fn a_bad_entry_change_or_list_keeps_nobody_else_from_being_heard() {
    let good = || change("messages", json!({"messages": [stop("a")]}));
    let mut misbound = good();
    misbound["value"]["metadata"]["phone_number_id"] = json!({});
    let listless = change("messages", json!({"messages": "none", "statuses": [failed(&json!(131_050), "…")]}));
    let preferences = change("user_preferences", json!({"user_preferences": 5}));
    let changes =
        [json!(1), json!({"field": "messages"}), json!({"value": {}}), misbound, listless, preferences, good()];
    let delivery =
        read_entries(&[json!(null), json!({"changes": [good()]}), json!({"id": "1", "changes": 2}), entry(&changes)]);
    assert_eq!(delivery.tally, Tally { bad: 3 + 6, ..Tally::default() });
    assert_eq!(delivery.bound.len(), 1);
    assert_eq!(delivery.bound[0].signals.len(), 2);
}

#[test]
fn other_fields_are_counted_and_an_echo_of_the_business_is_no_word_of_a_person() {
    let stopped = json!({"messages": [stop("a")], "message_echoes": [stop("b")]});
    for field in ["smb_message_echoes", "history", "standby", "account_update", "of next year"] {
        let (signals, tally) = read_one(field, stopped.clone());
        assert_eq!((signals, tally), (vec![], Tally { other_fields: 1, ..Tally::default() }), "{field}");
    }
}

#[test]
fn unknown_members_change_nothing() {
    let mut plain = stop("a");
    let before = read_one("messages", json!({"messages": [plain]}));
    plain["of_next_year"] = json!({"errors": [{"code": 131_050}]});
    let after = read_one("messages", json!({"messages": [plain], "of_next_year": [1], "errors": [{"code": 131_050}]}));
    assert_eq!(before, after);
}

#[test]
fn a_name_cut_in_the_middle_of_an_emoji_keeps_nobody_from_being_heard() {
    let contacts = json!([{"profile": {"name": "CUT"}, "wa_id": "16505551234", "user_id": "US.1"}]);
    let body = json!({"object": "whatsapp_business_account",
        "entry": [entry(&[change("messages", json!({"contacts": contacts, "messages": [stop("a")]}))])]});
    let whole = read(body.to_string().as_bytes()).unwrap();
    let cut = body.to_string().replace("CUT", "Sheena \\ud83d");
    assert!(serde_json::from_str::<Value>(&cut).is_err(), "JSON readers refuse it");
    assert_eq!(read(cut.as_bytes()).unwrap(), whole);
    assert_eq!(whole.bound[0].signals[0].handles, person(Some("+16505551234"), Some("US.1")));
}

#[test]
fn past_the_bound_signals_are_left_out_and_counted() {
    let many: Vec<Value> = (0..MAX_SIGNALS + 3).map(|number| stop(&number.to_string())).collect();
    let (signals, tally) = read_one("messages", json!({"messages": many}));
    assert_eq!((signals.len(), tally), (MAX_SIGNALS, Tally { left_out: 3, ..Tally::default() }));
    assert!(tally.counts().contains(&("left_out", 3)));
}

#[test]
fn a_body_that_is_no_delivery_is_refused() {
    for (body, why) in [
        ("", Unreadable::NotJson),
        ("{", Unreadable::NotJson),
        ("[]", Unreadable::NotADelivery),
        (r#"{"object":"page","entry":[]}"#, Unreadable::NotADelivery),
        (r#"{"object":"whatsapp_business_account"}"#, Unreadable::NotADelivery),
        (r#"{"object":"whatsapp_business_account","entry":{}}"#, Unreadable::NotADelivery),
    ] {
        assert_eq!(read(body.as_bytes()), Err(why), "{body}");
    }
    assert_eq!(read(br#"{"object":"whatsapp_business_account","entry":[]}"#), Ok(Delivery::default()));
}
