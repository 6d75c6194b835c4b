//! Whatever comes, in whatever order and however often.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::Index;

use super::*;

/// The members that are read, so that made-up objects have some of them.
const NAMES: &str = "(object|entry|id|changes|field|value|metadata|phone_number_id|contacts|wa_id|user_id|messages|from|\
    from_user_id|type|timestamp|text|body|button|payload|interactive|button_reply|system|previous_user_id|marketing|\
    user_preferences|category|statuses|recipient_id|errors|code)";

/// JSON of any shape, of the words that are read.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (-1e30..1e30).prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        "(messages|user_preferences|text|button|interactive|button_reply|system|user_changed_number|\
          user_changed_user_id|user_preference_changed|stop|resume|marketing_messages|16505551234|US\\.1|US\\.2|9|131050)"
            .prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 80, 8, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::btree_map(NAMES, inner, 0..8).prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

/// A change that is read as signals, mostly.
fn any_change() -> impl Strategy<Value = Value> {
    let id = || prop::option::of("(US|DK)\\.[12]");
    let phone = || prop::option::of("(1650555123[45]|551187654321|5511987654321|bad)");
    let at = || prop_oneof![(0..3_i64).prop_map(Value::from), "[0-3]".prop_map(Value::from), Just(json!("bad"))];
    let contact = (phone(), id()).prop_map(|(phone, id)| json!({"wa_id": phone, "user_id": id}));
    let message = (phone(), id(), "[a-e]", at(), 0..7).prop_map(|(phone, user, id, at, kind)| {
        let mut message = match kind {
            0 => json!({"type": "text", "text": {"body": "STOP"}}),
            1 => json!({"type": "button", "button": {"payload": "optout:all"}}),
            2 => json!({"type": "system", "system": {"type": "user_changed_number", "wa_id": "4520123456", "user_id": "DK.9"}}),
            3 => json!({"type": "system", "system": {"type": "user_changed_user_id", "previous_user_id": user, "user_id": "DK.9"}}),
            4 => json!({"type": "system", "system": {"type": "user_preference_changed", "marketing": "stop"}}),
            5 => json!({"type": "interactive", "interactive": {"type": "list_reply", "list_reply": {"id": "x"}}}),
            _ => json!({"type": "sticker"}),
        };
        for (name, value) in [("from", json!(phone)), ("from_user_id", json!(user)), ("id", json!(id)), ("timestamp", at)] {
            message[name] = value;
        }
        message
    });
    let preference = (phone(), id(), "(stop|resume|pause)", at()).prop_map(|(phone, id, value, at)| {
        json!({"wa_id": phone, "user_id": id, "category": "marketing_messages", "value": value, "timestamp": at})
    });
    let status = (phone(), id(), prop_oneof![Just(131_050), Just(131_049)], at()).prop_map(|(phone, id, code, at)| {
        json!({"recipient_id": phone, "recipient_user_id": id, "errors": [{"code": code}], "timestamp": at})
    });
    (
        prop_oneof![3 => Just("messages"), 2 => Just("user_preferences"), 1 => Just("standby")],
        prop::collection::vec(contact, 0..4),
        prop::collection::vec(message, 0..5),
        prop::collection::vec(preference, 0..4),
        prop::collection::vec(status, 0..4),
    )
        .prop_map(|(field, contacts, messages, preferences, statuses)| {
            let value = json!({
                "contacts": contacts, "messages": messages, "user_preferences": preferences, "statuses": statuses,
            });
            change(field, value)
        })
}

/// Every signal, with whom it is for.
fn signals(delivery: &Delivery) -> BTreeSet<(String, Option<String>, Signal)> {
    let each = |bound: &Bound| {
        let (waba, number) = (bound.waba.clone(), bound.phone_number_id.clone());
        bound.signals.clone().into_iter().map(move |signal| (waba.clone(), number.clone(), signal))
    };
    delivery.bound.iter().flat_map(each).collect()
}

/// The same items in another order, some of them twice.
fn stir(items: &mut Value, picks: &[Index]) {
    let Some(items) = items.as_array_mut().filter(|items| !items.is_empty()) else { return };
    for pick in picks {
        let item = items[pick.index(items.len())].clone();
        items.insert(pick.index(items.len() + 1), item);
    }
    let middle = picks.first().map_or(0, |pick| pick.index(items.len()));
    items.rotate_left(middle);
    items.reverse();
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200), text in r#"[\\ud8c0-9a-f"{}:,\[\]]{0,80}"#) {
        let _ = read(&bytes);
        let _ = read(text.as_bytes());
    }

    #[test]
    fn any_json_is_read_or_refused_wherever_it_stands(value in any_json()) {
        let _ = read(value.to_string().as_bytes());
        let delivery = json!({"object": "whatsapp_business_account", "entry": value});
        let _ = read(delivery.to_string().as_bytes());
        let _ = read_entries(&[value.clone(), entry(std::slice::from_ref(&value))]);
        if value.is_object() {
            let _ = read_one("messages", value.clone());
            let _ = read_one("user_preferences", value.clone());
        }
        for list in ["messages", "statuses", "contacts"] {
            let _ = read_one("messages", json!({list: [value]}));
        }
        let _ = read_one("user_preferences", json!({"user_preferences": [value]}));
    }

    #[test]
    fn copies_and_disorder_leave_the_same_signals(
        changes in prop::collection::vec(any_change(), 1..4),
        picks in prop::collection::vec(any::<Index>(), 0..5),
    ) {
        let before = read_entries(&[entry(&changes)]);
        let mut stirred = json!(changes);
        stir(&mut stirred, &picks);
        for change in stirred.as_array_mut().unwrap() {
            for list in ["contacts", "messages", "user_preferences", "statuses"] {
                stir(&mut change["value"][list], &picks);
            }
        }
        let entries: Vec<Value> = stirred.as_array().unwrap().iter().map(|change| entry(std::slice::from_ref(change))).collect();
        prop_assert_eq!(signals(&read_entries(&entries)), signals(&before));
    }

    #[test]
    fn a_delivery_crosses_as_json_unchanged_and_debug_shows_no_number(changes in prop::collection::vec(any_change(), 0..4)) {
        let delivery = read_entries(&[entry(&changes)]);
        let crossed: Delivery = serde_json::from_str(&serde_json::to_string(&delivery).unwrap()).unwrap();
        let shown = format!("{:?}", delivery.bound);
        prop_assert!(!shown.contains("5551234"), "{}", shown);
        prop_assert_eq!(crossed, delivery);
    }

    #[test]
    fn every_item_is_a_signal_or_counted_once(changes in prop::collection::vec(any_change(), 0..4)) {
        let delivery = read_entries(&[entry(&changes)]);
        let acts = delivery.bound.iter().flat_map(|bound| &bound.signals);
        let nothing = acts.clone().filter(|signal| signal.act == Act::Other).count();
        let Tally { bad, other_fields, other_kinds, other_codes, left_out } = delivery.tally;
        let items = |change: &Value, list: &str| change["value"][list].as_array().unwrap().len();
        let told: usize = changes
            .iter()
            .map(|change| match change["field"].as_str().unwrap() {
                "messages" => items(change, "messages") + items(change, "statuses"),
                "user_preferences" => items(change, "user_preferences"),
                _ => 1,
            })
            .sum();
        let counted = usize::try_from(bad + other_fields + other_kinds + other_codes + left_out).unwrap();
        // A message of another kind is both a signal and counted.
        prop_assert_eq!(acts.count() + counted - nothing, told);
    }
}
