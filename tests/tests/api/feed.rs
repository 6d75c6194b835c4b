//! The events feed: paged, for synchronising.

use jatak_tests::business::{KEPT, TYPED, seq};

use super::server;

#[test]
fn the_feed_gives_every_event_once_and_in_order_whatever_the_size_of_its_pages() {
    let business = server().business();
    for number in 10..24 {
        business.opt_in(&format!("+45201234{number}"), &["order_updates"]);
    }
    let all = business.events();
    let numbers: Vec<_> = all.iter().map(seq).collect();
    assert_eq!(numbers, (1..=all.len() as u64).collect::<Vec<_>>(), "from 1, without gaps");
    for limit in [1, 3, 7] {
        let mut paged = Vec::new();
        while let Some(event) = {
            let page = business.feed(paged.last().map_or(0, seq), limit);
            let events = page["events"].as_array().unwrap().clone();
            assert!(events.len() as u64 <= limit);
            (!events.is_empty()).then_some(events)
        } {
            paged.extend(event);
        }
        assert_eq!(paged, all, "in pages of {limit}");
    }
}

#[test]
fn a_page_says_where_the_next_begins_and_how_far_the_ledger_goes() {
    let business = server().business();
    for number in 10..15 {
        business.opt_in(&format!("+45201234{number}"), &["order_updates"]);
    }
    let head = business.last_seq();
    let first = business.feed(0, 2);
    assert_eq!((&first["next"], &first["head"]), (&2.into(), &head.into()));
    let last = business.feed(head - 2, 2);
    assert_eq!((&last["next"], &last["head"]), (&serde_json::Value::Null, &head.into()));
}

#[test]
fn an_event_says_what_happened_to_whom_and_how_sure_that_is() {
    let business = server().business();
    let answer = business.opt_in(TYPED, &["order_updates"]);
    let event = business.events().pop().unwrap();
    assert_eq!(event["kind"], "opted_in");
    assert_eq!(event["recorded_at"], answer["recorded_at"]);
    let text = event.to_string();
    for part in
        [answer["id"].as_str().unwrap(), KEPT, "order_updates", "granted", "widget", "typed", &business.notice_id()]
    {
        assert!(text.contains(part), "{part} in {event}");
    }
}

#[test]
fn past_the_end_the_feed_is_empty_and_stays_usable() {
    let business = server().business();
    let last = business.last_seq();
    assert_eq!(business.feed(last, 10)["events"].as_array().unwrap().len(), 0);
    business.opt_in(TYPED, &["order_updates"]);
    assert_eq!(business.feed(last, 10)["events"].as_array().unwrap().len(), 1);
}

#[test]
fn an_unfit_page_is_refused() {
    let business = server().business();
    for (query, field) in [
        ("after=x&limit=1", "after"),
        ("after=-1&limit=1", "after"),
        ("after=0&limit=x", "limit"),
        ("after=0&limit=0", "limit"),
    ] {
        let problem = business.get(&format!("/events?{query}")).refusal(422, "field_invalid");
        assert_eq!(problem["field"], field, "{query}");
    }
}
