//! States in the shapes of other systems: a line a person, and no yes that was not given.

use jatak_tests::Business;
use jatak_tests::business::{KEPT, TYPED};
use serde_json::{Value, json};

use super::server;

fn lines(business: &Business<'_>, query: &str) -> Vec<Value> {
    let export = business.export(&format!("kind=state&{query}"));
    assert_eq!(export.header("content-type"), "application/x-ndjson");
    assert_eq!(export.header("jatak-as-of"), business.last_seq().to_string());
    export.text().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The one line about a number in a file.
fn about<'l>(lines: &'l [Value], number: &str) -> &'l Value {
    let mut found = lines.iter().filter(|line| line.to_string().contains(number));
    let line = found.next().unwrap_or_else(|| panic!("{number} in {lines:?}"));
    assert!(found.next().is_none(), "{number} has one line");
    line
}

#[test]
fn each_system_is_told_how_people_stand_to_a_category_in_its_own_words() {
    let business = server().business();
    business.opt_in(TYPED, &["order_updates", "relevant_offers"]);
    business.opt_in("30123456", &["relevant_offers"]);
    business.opt_out("+4530123456", &["relevant_offers"]);
    business.opt_out_of_everything("+4540123456");
    business.import(std::iter::once("+4550123456".to_owned()), "relevant_offers");

    let klaviyo = lines(&business, "format=klaviyo&category=relevant_offers");
    let shopify = lines(&business, "format=shopify&category=relevant_offers");
    let twilio = lines(&business, "format=twilio&category=relevant_offers");
    for (number, yes, level) in [
        (KEPT, true, json!("SINGLE_OPT_IN")),
        ("+4530123456", false, Value::Null),
        ("+4540123456", false, Value::Null),
        ("+4550123456", true, json!("UNKNOWN")),
    ] {
        let marketing = &about(&klaviyo, number)["attributes"]["subscriptions"]["whatsapp"]["marketing"];
        assert_eq!(marketing["can_receive"], yes, "{number}");
        assert_eq!(marketing["consent"], if yes { "SUBSCRIBED" } else { "UNSUBSCRIBED" }, "{number}");
        let consent = &about(&shopify, number)["whatsAppMarketingConsent"];
        assert_eq!(consent["state"], marketing["consent"], "{number}");
        assert_eq!(consent["optInLevel"], level, "{number}");
        let item = about(&twilio, number);
        assert_eq!(item["status"], if yes { "opt-in" } else { "opt-out" }, "{number}");
        assert_eq!(item["date_of_consent"], consent["updatedAt"], "{number}");
        assert_eq!(item.get("sender_id"), None);
    }
    assert_eq!((klaviyo.len(), shopify.len(), twilio.len()), (4, 4, 4), "nothing but people");

    // To everything that is asked for, nobody said yes.
    assert!(lines(&business, "format=twilio").iter().all(|item| item["status"] == "opt-out"));
    let sid = "MG0123456789abcdef0123456789abcdef";
    let sent = lines(&business, &format!("format=twilio&category=relevant_offers&sender_id={sid}"));
    assert!(sent.iter().all(|item| item["sender_id"] == sid));
}

#[test]
fn an_erased_person_has_no_line_and_a_removed_category_no_file() {
    let business = server().business();
    business.opt_in(TYPED, &["relevant_offers"]);
    business.post("/erasures", &json!({ "phones": [KEPT] })).expect(200);
    assert_eq!(lines(&business, "format=shopify&category=relevant_offers"), [] as [Value; 0]);
    business.change(|settings| {
        settings["categories"].as_array_mut().unwrap().retain(|category| category["id"] != "relevant_offers");
    });
    for (query, field) in [
        ("kind=state&format=shopify&category=relevant_offers", "category"),
        ("kind=state&format=shopify&category=order_updates", "category"),
        ("kind=state&format=klaviyo&state=granted", "state"),
        ("kind=events&format=klaviyo", "format"),
        ("kind=state&format=twilio&sender_id=%2B15005550006", "sender_id"),
    ] {
        let problem = business.get(&format!("/export?{query}")).refusal(422, "field_invalid");
        assert_eq!(problem["field"], field, "{query}");
    }
}

#[test]
fn many_pages_make_one_file() {
    let business = server().business();
    let numbers = (0..1_200).map(|number| format!("+452{number:07}"));
    business.import(numbers, "relevant_offers");
    let lines = lines(&business, "format=twilio&category=relevant_offers");
    assert_eq!(lines.len(), 1_200);
    assert!(lines.iter().all(|item| item["status"] == "opt-in"));
    let mut told: Vec<_> = lines.iter().map(|item| item["correlation_id"].as_str().unwrap()).collect();
    told.sort_unstable();
    told.dedup();
    assert_eq!(told.len(), 1_200, "each item is told apart");
}
