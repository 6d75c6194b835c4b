//! Sending the same thing twice: one event, one answer.

use jatak_tests::business::TYPED;
use jatak_tests::{Business, Reply};
use serde_json::Value;

use super::server;

/// 128 bits, as the loader makes them.
const KEY: &str = "6f1c2a8e9b7d4f30a1c5e7d92b4f6a81";

fn send(business: &Business<'_>, key: &str, body: &Value) -> Reply {
    business.consents().header("Idempotency-Key", key).json(body).send()
}

#[test]
fn a_retry_with_the_same_key_gets_the_same_answer_and_makes_no_second_event() {
    let business = server().business();
    let body = business.submission(TYPED, &["order_updates"]);
    let first = send(&business, KEY, &body).expect(201);
    let again = business.unchanged(|| send(&business, KEY, &body).expect(201));
    assert_eq!(first.text(), again.text());
}

#[test]
fn the_same_key_with_another_body_is_refused() {
    let business = server().business();
    send(&business, KEY, &business.submission(TYPED, &["order_updates"])).expect(201);
    for other in [business.submission(TYPED, &["relevant_offers"]), business.submission("30123456", &["order_updates"])]
    {
        let reply = business.unchanged(|| send(&business, KEY, &other));
        reply.refusal(422, "idempotency_conflict");
    }
}

#[test]
fn a_key_counts_for_one_business_only() {
    let (one, other) = (server().business(), server().business());
    send(&one, KEY, &one.submission(TYPED, &["order_updates"])).expect(201);
    send(&other, KEY, &other.submission(TYPED, &["order_updates"])).expect(201);
}

#[test]
fn a_key_of_a_shopper_and_the_same_of_the_business_do_not_meet() {
    let business = server().business();
    let body = business.submission(TYPED, &["order_updates"]);
    let public = send(&business, KEY, &body).expect(201).json();
    let call = server().post(&business.api("/consents")).key(&business.key).header("Idempotency-Key", KEY);
    let keyed = call.json(&business.submission(TYPED, &["relevant_offers"])).send().expect(201).json();
    assert_ne!(public["id"], keyed["id"]);
}

#[test]
fn a_refused_submission_does_not_use_its_key_up() {
    let business = server().business();
    let mut body = business.submission("1", &["order_updates"]);
    send(&business, KEY, &body).refusal(422, "number_impossible");
    body["subject"]["phone"] = TYPED.into();
    send(&business, KEY, &body).expect(201);
}

#[test]
fn retries_that_arrive_at_the_same_time_make_one_event() {
    let business = server().business();
    let body = business.submission(TYPED, &["order_updates"]);
    let answers: Vec<Reply> = std::thread::scope(|scope| {
        let senders: Vec<_> = (0..8).map(|_| scope.spawn(|| send(&business, KEY, &body))).collect();
        senders.into_iter().map(|sender| sender.join().unwrap()).collect()
    });
    // 409 is what the draft allows while the first is under way.
    let done: Vec<_> = answers.iter().filter(|reply| reply.status == 201).collect();
    assert!(answers.iter().all(|reply| matches!(reply.status, 201 | 409)), "{answers:?}");
    assert!(!done.is_empty());
    assert!(done.iter().all(|reply| reply.text() == done[0].text()));
    assert_eq!(business.events().iter().filter(|event| event["kind"] == "opted_in").count(), 1);
}

#[test]
fn a_key_too_short_to_be_random_is_refused() {
    let business = server().business();
    let body = business.submission(TYPED, &["order_updates"]);
    for key in ["1", "abc", &"x".repeat(1_000)] {
        let reply = business.unchanged(|| send(&business, key, &body));
        let problem = reply.refusal(422, "field_invalid");
        assert_eq!(problem["field"], "Idempotency-Key");
    }
}

#[test]
fn the_answer_to_a_retry_is_that_of_then_even_when_the_state_has_changed_since() {
    let business = server().business();
    let body = business.submission(TYPED, &["order_updates"]);
    let first = send(&business, KEY, &body).expect(201);
    business.opt_out_of_everything("+4520123456");
    assert_eq!(send(&business, KEY, &body).expect(201).text(), first.text());
    business.assert_states(
        "+4520123456",
        &["order_updates", "relevant_offers", "product_recommendations", "back_in_stock"].map(|id| (id, "withdrawn")),
    );
}
