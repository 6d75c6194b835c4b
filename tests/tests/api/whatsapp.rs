//! What Meta delivers: handshake, signatures, duplicates, disorder, strangers, and every way to say no in WhatsApp.

use std::thread;

use jatak_tests::Business;
use jatak_tests::business::{KEPT, SHOP, TYPED};
use jatak_tests::meta::{
    self, Meta, NUMBER_ID, WABA, button, delivery, message_id, message_of, messages, preference, second, text,
};
use serde_json::{Value, json};

use super::server;

const OFFERS: &str = "relevant_offers";
const ORDERS: &str = "order_updates";
const OTHER: &str = "+4530123456";

#[test]
fn the_handshake_gives_the_challenge_back_to_who_knows_the_token() {
    let (business, app) = server().business_in_whatsapp("none");
    let shake = |mode: &str, token: &str| {
        let query = format!("?hub.mode={mode}&hub.challenge=1158201444&hub.verify_token={token}");
        server().get(&business.api(&format!("/whatsapp{query}"))).send()
    };
    let shaken = shake("subscribe", &app.verify_token).expect(200);
    assert_eq!(shaken.text(), "1158201444");
    assert!(shaken.header("content-type").starts_with("text/plain"));
    shake("subscribe", "another-token-0123456789").refusal(403, "handshake_refused");
    shake("unsubscribe", &app.verify_token).refusal(403, "handshake_refused");
    let bare = server().business();
    server().get(&bare.api("/whatsapp?hub.mode=subscribe&hub.challenge=1")).send().refusal(403, "handshake_refused");
}

#[test]
fn a_forged_signature_changes_nothing_and_is_counted() {
    let (business, app) = server().business_in_whatsapp("none");
    business.opt_in(TYPED, &[OFFERS]);
    let body = delivery(WABA, &[messages(&[text(KEPT, second(), "STOP")])]);
    let path = business.api("/whatsapp");
    business.unchanged(|| {
        Meta::new("nobody").delivering(server(), &path, &body).send().refusal(401, "signature_refused");
        server().post(&path).json(&body).send().refusal(401, "signature_refused");
        let sent = body.to_string();
        let other = app.signature(sent.replace("STOP", "HELP").as_bytes());
        let call = server().post(&path).header("X-Hub-Signature-256", &other).raw("application/json", sent);
        call.send().refusal(401, "signature_refused");
    });
    assert_eq!((business.counted("forged"), business.counted("signals")), (3, 0));
    assert_eq!(business.reason(OFFERS, KEPT), None);
}

#[test]
fn both_secrets_hold_while_one_is_replaced_by_the_other() {
    let (business, old) = server().business_in_whatsapp("none");
    let new = Meta::new("the-new-one");
    business.share(&[&new.app_secret, &old.app_secret], &new.verify_token).expect(204);
    business.delivered(&old, &[messages(&[text(KEPT, second(), "STOP")])]);
    business.delivered(&new, &[messages(&[text(OTHER, second(), "STOP")])]);
    business.share(&[&new.app_secret], &new.verify_token).expect(204);
    let body = delivery(WABA, &[messages(&[text(KEPT, second(), "STOP")])]);
    old.delivering(server(), &business.api("/whatsapp"), &body).send().refusal(401, "signature_refused");
    assert_eq!(business.counted("noes"), 2);
    for unfit in [json!([]), json!(["short"]), json!(["a b c d e f g h i j", "x"])] {
        let body = json!({"app_secrets": unfit, "verify_token": new.verify_token});
        let call = server().call("PUT", &business.api("/whatsapp")).key(&business.key).json(&body);
        assert_eq!(call.send().refusal(422, "field_invalid")["field"], "/app_secrets");
    }
    let reader = business.make_key(&["read", "write", "links"]);
    let body = json!({"app_secrets": [new.app_secret], "verify_token": new.verify_token});
    let call = server().call("PUT", &business.api("/whatsapp")).key(reader["key"].as_str().unwrap()).json(&body);
    call.send().refusal(403, "scope_missing");
}

#[test]
fn a_word_for_stop_in_arabic_counts_at_once_everywhere() {
    let (business, app) = server().business_in_whatsapp("none");
    business.opt_in(TYPED, &[OFFERS, ORDERS]);
    let choices = business.choices(KEPT);
    business.writes(&app, KEPT, "توقف");
    assert_eq!(business.reason(OFFERS, KEPT).as_deref(), Some("objection"));
    assert_eq!(business.reason("back_in_stock", KEPT).as_deref(), Some("objection"));
    let states = business.states(KEPT);
    assert!(states.values().all(|state| state == "withdrawn"), "{states:?}");
    let page = server().get(&choices).send().expect(200);
    assert!(!page.text().contains("checked"), "the choices page shows no box ticked");
    let export = business.get("/export?format=csv&kind=events").expect(200);
    assert!(export.text().contains("whatsapp") && export.text().contains("opted_out"));
}

#[test]
fn duplicates_disorder_and_copies_that_come_together_are_one_act() {
    let (business, app) = server().business_in_whatsapp("none");
    business.opt_in(TYPED, &[OFFERS]);
    let at = second() - 10;
    let stop = preference(KEPT, at, "stop");
    let resume = preference(KEPT, at + 2, "resume");
    // The later one comes first, and each comes many times at once.
    business.delivered(&app, std::slice::from_ref(&resume));
    thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| business.delivered(&app, &[stop.clone(), resume.clone(), stop.clone()]));
        }
    });
    assert_eq!((business.counted("noes"), business.counted("duplicates")), (2, 23));
    let reason = business.reason(OFFERS, KEPT);
    assert_eq!(
        reason.as_deref(),
        Some("pending"),
        "the stop is lifted; its no weighs more than the yes typed after it"
    );
    let kinds: Vec<String> = business.events().iter().map(|event| event["kind"].as_str().unwrap().to_owned()).collect();
    assert_eq!(kinds.iter().filter(|kind| *kind == "marketing_stopped").count(), 1, "{kinds:?}");
}

#[test]
fn metas_stop_is_told_by_preferences_by_the_older_message_and_by_a_send_error() {
    let ways: [fn(&str) -> Value; 3] = [
        |who| preference(who, second(), "stop"),
        |who| {
            let digits = who.trim_start_matches('+');
            messages(&[json!({
                "from": digits, "id": message_id(), "timestamp": second().to_string(), "type": "system",
                "system": {"type": "user_preference_changed", "marketing": "stop", "body": "stopped"},
            })])
        },
        |who| {
            let digits = who.trim_start_matches('+');
            json!({"field": "messages", "value": {
                "messaging_product": "whatsapp", "metadata": {"phone_number_id": NUMBER_ID},
                "statuses": [{
                    "id": message_id(), "status": "failed", "timestamp": second().to_string(), "recipient_id": digits,
                    "errors": [{"code": 131_050, "title": "whatever it is called"}],
                }],
            }})
        },
    ];
    for way in ways {
        let (business, app) = server().business_in_whatsapp("none");
        business.opt_in(TYPED, &[OFFERS, ORDERS]);
        business.delivered(&app, &[way(KEPT)]);
        assert_eq!(business.reason(OFFERS, KEPT).as_deref(), Some("stopped_in_whatsapp"));
        assert_eq!(business.reason(ORDERS, KEPT), None, "it is no marketing");
    }
}

#[test]
fn a_stop_in_whatsapp_stands_beside_every_state_that_is_told() {
    let (business, app) = server().business_in_whatsapp("none");
    business.opt_in(TYPED, &[ORDERS]);
    let told = || {
        let found = business.post("/lookups", &json!({"phone": KEPT})).expect(200).json();
        let row = business.rows("kind=state").into_iter().find(|row| row["category"] == ORDERS).unwrap();
        (found["stopped_in_whatsapp"].clone(), row["stopped_in_whatsapp"].clone())
    };
    assert_eq!(told(), (Value::Null, String::new()));
    business.delivered(&app, &[preference(KEPT, second(), "stop")]);
    let (found, row) = told();
    assert_eq!(found, json!(row));
    assert!(row.starts_with("20"), "{row}");
    business.delivered(&app, &[preference(KEPT, second() + 1, "resume")]);
    assert_eq!(told(), (Value::Null, String::new()));
}

#[test]
fn a_quick_reply_says_no_to_what_it_names() {
    let (business, app) = server().business_in_whatsapp("none");
    business.opt_in(TYPED, &[OFFERS, ORDERS]);
    business.delivered(&app, &[messages(&[button(KEPT, second(), "optout:relevant_offers")])]);
    assert_eq!(business.reason(OFFERS, KEPT).as_deref(), Some("withdrawn"));
    assert_eq!(business.reason(ORDERS, KEPT), None);
    business.delivered(&app, &[messages(&[button(KEPT, second(), "optout:all")])]);
    assert_eq!(business.reason(ORDERS, KEPT).as_deref(), Some("objection"));
}

#[test]
fn a_tap_on_unsubscribe_and_a_stop_under_a_picture_are_noes() {
    let tap = |payload: &str| {
        let mut tap = button(KEPT, second(), payload);
        tap["button"]["text"] = json!("Unsubscribe");
        tap
    };
    let mut picture = text(KEPT, second(), "");
    picture["type"] = json!("image");
    picture["image"] = json!({"id": "1", "caption": "STOP"});
    for (said, reason) in
        [(tap("Unsubscribe"), "objection"), (picture, "objection"), (tap("promotions_7"), "under_review")]
    {
        let (business, app) = server().business_in_whatsapp("none");
        business.opt_in(TYPED, &[OFFERS]);
        business.delivered(&app, &[messages(&[said])]);
        assert_eq!(business.reason(OFFERS, KEPT).as_deref(), Some(reason));
    }
}

#[test]
fn a_message_that_may_be_a_no_waits_for_a_person_and_marketing_with_it() {
    let (business, app) = server().business_in_whatsapp("none");
    business.opt_in(TYPED, &[OFFERS, ORDERS]);
    business.writes(&app, KEPT, "see you at the bus stop");
    assert_eq!(business.reason(OFFERS, KEPT).as_deref(), Some("under_review"));
    assert_eq!(business.reason(ORDERS, KEPT), None);
    let reviews = business.get("/reviews").expect(200).json();
    let review = &reviews["reviews"][0];
    assert_eq!((&review["phone"], &review["why"]), (&json!(KEPT), &json!("near_stop")));
    assert_eq!(review["text"], "see you at the bus stop");
    let path = format!("/reviews/{}", review["id"].as_str().unwrap());
    let problem = business.post(&path, &json!({"finding": "perhaps"})).refusal(422, "field_invalid");
    assert_eq!(problem["field"], "/finding");
    assert_eq!(business.post(&path, &json!({"finding": "nothing"})).status, 204);
    business.post(&path, &json!({"finding": "stop"})).refusal(404, "not_found");
    assert_eq!(business.reason(OFFERS, KEPT), None);
    assert_eq!(business.get("/reviews").expect(200).json()["reviews"], json!([]));
}

#[test]
fn another_business_s_genuine_entries_change_nothing_and_are_counted() {
    let (mine, app) = server().business_in_whatsapp("none");
    let (theirs, _) = server().business_in_whatsapp("none");
    mine.opt_in(TYPED, &[OFFERS]);
    theirs.opt_in(TYPED, &[OFFERS]);
    let stop = messages(&[text(KEPT, second(), "STOP")]);
    let mut elsewhere = stop.clone();
    elsewhere["value"]["metadata"]["phone_number_id"] = json!("1");
    mine.unchanged(|| {
        for body in [delivery("1", std::slice::from_ref(&stop)), delivery(WABA, &[elsewhere])] {
            app.delivering(server(), &mine.api("/whatsapp"), &body).send().expect(200);
        }
    });
    assert_eq!((mine.counted("strangers"), mine.counted("signals")), (2, 0));
    // What is for one business and signed for it is none of the other's.
    let body = delivery(WABA, &[stop]);
    app.delivering(server(), &theirs.api("/whatsapp"), &body).send().refusal(401, "signature_refused");
    assert_eq!((mine.reason(OFFERS, KEPT), theirs.reason(OFFERS, KEPT)), (None, None));
}

#[test]
fn one_bad_entry_keeps_no_other_from_being_heard_and_what_is_no_delivery_is_not_sent_again() {
    let (business, app) = server().business_in_whatsapp("none");
    business.opt_in(TYPED, &[OFFERS]);
    let body = json!({"object": "whatsapp_business_account", "new": [1], "entry": [
        7,
        {"id": WABA, "changes": "none"},
        {"id": WABA, "changes": [
            {"field": "a_field_of_tomorrow", "value": {}},
            {"field": "messages", "value": null},
            messages(&[json!({"type": "hologram"}), text(KEPT, second(), "STOP")]),
        ]},
    ]});
    app.delivering(server(), &business.api("/whatsapp"), &body).send().expect(200);
    assert_eq!(business.reason(OFFERS, KEPT).as_deref(), Some("objection"));
    assert!(business.counted("bad") >= 3 && business.counted("other_fields") == 1);
    app.delivering(server(), &business.api("/whatsapp"), &json!({"object": "page"})).send().expect(200);
    assert_eq!(business.counted("unreadable"), 1);
    let huge = json!({"object": "x".repeat(3 * 1024 * 1024)});
    app.delivering(server(), &business.api("/whatsapp"), &huge).send().refusal(413, "body_too_large");
}

#[test]
fn somebody_with_a_user_name_alone_is_heard_and_asked_about() {
    let (business, app) = server().business_in_whatsapp("none");
    business.opt_in(TYPED, &[OFFERS]);
    business.delivered(&app, &[message_of("DK.abc123", None, second(), "STOP")]);
    assert_eq!(business.reason(OFFERS, KEPT), None, "nobody knows whose it is");
    assert_eq!(business.reason(OFFERS, "DK.abc123").as_deref(), Some("objection"));
    business.delivered(&app, &[message_of("DK.abc123", Some(KEPT), second(), "hello")]);
    assert_eq!(business.reason(OFFERS, KEPT).as_deref(), Some("objection"), "now it is known");
    let question = json!({"category": OFFERS, "subjects": [{"user_id": "DK.abc123"}, {"user_id": "abc"}, {"user_id": "DK.1", "phone": KEPT}]});
    let answer = business.post("/decisions", &question).expect(200).json();
    assert_eq!(answer["decisions"][0]["reason"], "objection");
    assert_eq!(answer["decisions"][0]["subject"]["masked"], "DK.•••");
    for index in [1, 2] {
        assert_eq!(answer["decisions"][index]["problem"]["field"], format!("/subjects/{index}/user_id"));
    }
}

/// Somebody ticks boxes, types nothing, and sends the prepared message, shown by this user id.
fn opts_in_by(business: &Business<'_>, app: &Meta, user_id: &str) -> Value {
    let body = json!({"notice": business.notice_id(), "categories": [OFFERS, ORDERS]});
    let verification = server().post(&business.api("/offers")).origin(SHOP).json(&body).send().expect(201).json();
    let prepared = meta::draft(verification["url"].as_str().unwrap());
    business.delivered(app, &[message_of(user_id, None, second() - 5, &prepared)]);
    verification
}

#[test]
fn somebody_without_a_number_opts_in_without_typing_and_is_a_person_like_any_other() {
    let (business, app) = server().business_in_whatsapp("whatsapp");
    let verification = opts_in_by(&business, &app, "DK.me1");
    let secret = json!({"secret": verification["secret"]});
    let polled = server().post(&business.api("/verifications")).origin(SHOP).json(&secret).send().expect(200).json();
    assert_eq!(polled["state"], "confirmed");
    let question = json!({"category": OFFERS, "subjects": [{"user_id": "DK.me1"}]});
    let decision = business.post("/decisions", &question).expect(200).json()["decisions"][0].clone();
    assert_eq!(
        (&decision["allow"], &decision["evidence"]["assurance"]),
        (&json!(true), &json!("whatsapp")),
        "{decision}"
    );
    let link = business.path_of(decision["choices_url"].as_str().unwrap());
    let page = server().get(&link).send().expect(200).text().to_owned();
    assert!(page.contains("DK.•••") && !page.contains("me1"), "the page shows no more than the country");

    assert_eq!(business.states("DK.me1")[OFFERS], "granted");
    let event = business.events().pop().unwrap();
    assert_eq!(
        (&event["kind"], &event["event"]["user_id"], &event["event"]["phone"]),
        (&json!("opted_in"), &json!("DK.me1"), &Value::Null)
    );
    for kind in ["kind=events", "kind=state"] {
        let rows = business.rows(kind);
        assert!(rows.iter().any(|row| row["category"] == OFFERS && row["user_id"] == "DK.me1"), "{rows:?}");
    }
    let states = business.get("/export?format=ndjson&kind=state").expect(200).text().to_owned();
    assert!(states.contains("\"user_id\":\"DK.me1\"") && !states.contains("\"phone\""), "{states}");
    assert!(business.get("/export?format=ndjson&kind=events").expect(200).text().contains("\"user_id\":\"DK.me1\""));
    assert!(business.get("/export?format=jsonld&kind=state").expect(200).text().contains("DK.me1"));
    for format in ["klaviyo", "shopify", "twilio"] {
        let file = business.get(&format!("/export?kind=state&format={format}&category={OFFERS}")).expect(200);
        assert_eq!(file.text(), "", "{format} knows people by number");
    }

    business.delivered(&app, &[message_of("DK.me1", None, second() - 2, "STOP")]);
    assert_eq!(business.reason(OFFERS, "DK.me1").as_deref(), Some("objection"));
    business.delivered(&app, &[message_of("DK.me1", Some(OTHER), second(), "hello")]);
    assert_eq!(business.reason(OFFERS, OTHER).as_deref(), Some("objection"), "the number is theirs");
    assert_eq!(business.states(OTHER), business.states("DK.me1"));
    let told = server().get(&link).send().expect(200).text().to_owned();
    assert!(told.contains("56") && !told.contains("3012"), "and the same link shows it masked");
}

#[test]
fn a_business_passes_on_a_no_of_a_user_id_and_erases_it() {
    let (business, app) = server().business_in_whatsapp("whatsapp");
    opts_in_by(&business, &app, "DK.me2");
    let told = business.post("/opt-outs", &json!({"user_id": "DK.me2", "categories": [OFFERS]})).expect(201).json();
    assert_eq!(told["subject"]["masked"], "DK.•••");
    assert_eq!(business.states("DK.me2")[OFFERS], "withdrawn");
    let both = json!({"user_id": "DK.me2", "phone": KEPT, "everything": true});
    assert_eq!(business.post("/opt-outs", &both).refusal(422, "field_invalid")["field"], "/user_id");

    let full = json!({"user_id": "DK.me2", "full": true});
    let file = business.post("/lookups", &full).expect(200).json()["full"].clone();
    assert_eq!(
        (&file["user_id"], &file["phone"], &file["user_ids"]),
        (&json!("DK.me2"), &Value::Null, &json!(["DK.me2"]))
    );
    assert_eq!(file["events"].as_array().unwrap().len(), 2);
    let unfit = json!({"subjects": [{"user_id": "DK.me2"}, {"user_id": "me"}]});
    assert_eq!(business.post("/erasures", &unfit).refusal(422, "field_invalid")["field"], "/subjects/1/user_id");
    let erased = business.post("/erasures", &json!({"subjects": [{"user_id": "DK.me2"}]})).expect(200).json();
    assert_eq!((&erased["people"], &erased["events"], &erased["suppressed"]), (&json!(1), &json!(2), &json!(1)));
    let file = business.post("/lookups", &full).expect(200).json()["full"].clone();
    assert_eq!((&file["subject"], &file["events"]), (&Value::Null, &json!([])));
    assert!(file["suppressed_since"].is_string());
    assert_eq!(business.reason(OFFERS, "DK.me2").as_deref(), Some("erased"));
    assert!(!business.get("/events").expect(200).text().contains("DK.me2"));
}

#[test]
fn one_app_hears_for_the_businesses_that_the_operator_bound_to_it() {
    let app = &server().app;
    let wabas = [1, 2, 3].map(|n| format!("7{n}00{}", std::process::id()));
    let business = |waba: &str| {
        server().business_with(|settings| {
            settings["whatsapp"] = json!({"number": meta::NUMBER, "waba": waba, "phone_number_ids": [NUMBER_ID]});
        })
    };
    let (one, two, unbound) = (business(&wabas[0]), business(&wabas[1]), business(&wabas[2]));
    let bind = |slug: &str, wabas: &[&str], key: &str| {
        server()
            .call("PUT", &format!("/v1/businesses/{slug}/whatsapp"))
            .key(key)
            .json(&json!({ "wabas": wabas }))
            .send()
    };
    for (business, waba) in [(&one, &wabas[0]), (&two, &wabas[1])] {
        business.opt_in(TYPED, &[OFFERS]);
        bind(&business.slug, &[waba], &server().admin).expect(200);
    }
    unbound.opt_in(TYPED, &[OFFERS]);
    bind(&one.slug, &[&wabas[2]], &one.key).refusal(401, "key_unknown");
    let taken = bind(&two.slug, &[&wabas[0]], &server().admin).refusal(422, "field_invalid");
    assert_eq!(taken["field"], "/wabas");

    let shake = format!("/v1/whatsapp?hub.mode=subscribe&hub.challenge=42&hub.verify_token={}", app.verify_token);
    assert_eq!(server().get(&shake).send().expect(200).text(), "42");
    let entry = |waba: &str, body: &str| json!({"id": waba, "changes": [messages(&[text(KEPT, second(), body)])]});
    let body = json!({"object": "whatsapp_business_account", "entry": [
        entry(&wabas[0], "STOP"), entry(&wabas[1], "hello"), entry(&wabas[2], "STOP"), entry("9", "STOP"),
    ]});
    Meta::new("nobody").delivering(server(), "/v1/whatsapp", &body).send().refusal(401, "signature_refused");
    app.delivering(server(), "/v1/whatsapp", &body).send().expect(200);
    assert_eq!(one.reason(OFFERS, KEPT).as_deref(), Some("objection"));
    assert_eq!((two.reason(OFFERS, KEPT), two.counted("signals")), (None, 0), "it says nothing");
    let app = server().get("/v1/businesses").key(&server().admin).send().expect(200).json()["whatsapp"].take();
    assert!(app["forged"].as_u64() >= Some(1) && app["strangers"].as_u64() >= Some(2), "{app}");
    assert_eq!(
        (unbound.reason(OFFERS, KEPT), unbound.counted("signals")),
        (None, 0),
        "it claims an account, and nobody bound it"
    );
}

#[test]
fn a_number_that_changes_takes_its_consent_along_and_two_people_are_never_one() {
    let (business, app) = server().business_in_whatsapp("none");
    let moves = |from: &str, to: &str| {
        json!({"field": "messages", "value": {
            "messaging_product": "whatsapp", "metadata": {"phone_number_id": NUMBER_ID},
            "messages": [{
                "from": from.trim_start_matches('+'), "id": message_id(), "timestamp": second().to_string(), "type": "system",
                "system": {"body": "changed", "wa_id": to.trim_start_matches('+'), "type": "user_changed_number"},
            }],
        }})
    };
    business.opt_in(TYPED, &[OFFERS]);
    business.delivered(&app, &[moves(KEPT, OTHER)]);
    assert_eq!((business.reason(OFFERS, OTHER), business.reason(OFFERS, KEPT).as_deref()), (None, Some("no_consent")));
    business.opt_in(TYPED, &[ORDERS]);
    business.delivered(&app, &[moves(KEPT, OTHER)]);
    assert_eq!(business.counted("conflicts"), 1);
    assert_eq!(business.reason(OFFERS, OTHER).as_deref(), Some("under_review"));
    assert_eq!(business.reason(ORDERS, KEPT), None);
}
