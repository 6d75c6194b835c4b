//! The state of the form, without a browser.

use super::*;

fn answer() -> Answer {
    Answer {
        categories: vec!["order_updates".into()],
        masked: "+45 •• •• •• 56".into(),
        receipt_url: "http://localhost:8787/nordlys/c/x".into(),
    }
}

#[test]
fn a_complete_form_is_sent() {
    let mut state = FormState::default();
    state.submit(false, "20 12 34 56");
    assert!(state.sending);
    assert_eq!(state.button(), Button::Sending);
}

#[test]
fn what_is_missing_is_said_all_at_once_in_the_order_of_the_form() {
    let mut state = FormState::default();
    state.submit(true, " \u{a0}");
    assert!(!state.sending);
    assert_eq!(state.errors, [ErrorCode::CategoryNone, ErrorCode::NumberMissing]);
    assert_eq!(state.first_error(), Some(Place::Category));
    assert_eq!(state.button(), Button::Submit);
}

#[test]
fn an_error_goes_when_its_field_is_edited_and_takes_the_one_about_the_form_along() {
    let mut state = FormState::default();
    state.submit(true, "");
    state.edit(Place::Phone);
    assert_eq!(state.errors, [ErrorCode::CategoryNone]);
    state.fail(ErrorCode::Unavailable);
    state.edit(Place::Category);
    assert_eq!(state.errors, []);
}

#[test]
fn a_failure_that_may_pass_offers_another_try_and_allows_it() {
    let mut state = FormState::default();
    state.submit(false, "20123456");
    state.fail(ErrorCode::Offline);
    assert_eq!(state.button(), Button::Retry);
    state.submit(false, "20123456");
    assert_eq!(state.button(), Button::Sending);
}

#[test]
fn a_refusal_that_trying_again_does_not_cure_offers_none() {
    let mut state = FormState::default();
    state.fail(ErrorCode::NumberImpossible);
    assert_eq!(state.button(), Button::Submit);
    assert_eq!(state.error(Place::Phone), Some(ErrorCode::NumberImpossible));
    assert_eq!(state.error(Place::Form), None);
}

#[test]
fn a_recorded_submission_shows_what_was_agreed_and_nothing_else() {
    let mut state = FormState::default();
    state.submit(false, "20123456");
    state.record(answer());
    assert!(!state.sending);
    assert!(state.agreed("order_updates"));
    assert!(!state.agreed("relevant_offers"));
}

#[test]
fn a_plain_post_says_so_and_may_be_repeated() {
    let mut state = FormState::default();
    state.submit(false, "20123456");
    state.post();
    assert!(state.posted);
    state.submit(false, "20123456");
    assert!(state.sending);
}

#[test]
fn answers_are_told_apart_by_what_the_shopper_can_do() {
    use ErrorCode as E;
    for (status, code, online, expected) in [
        (0, "", false, E::Offline),
        (0, "", true, E::Unavailable),
        (422, "number_impossible", true, E::NumberImpossible),
        (422, "category_none", false, E::CategoryNone),
        (422, "category_unoffered", true, E::Refused),
        (409, "notice_outdated", true, E::NoticeOutdated),
        (403, "origin_refused", true, E::Refused),
        (403, "", true, E::Refused),
        (429, "rate_limited", true, E::RateLimited),
        (500, "internal", true, E::Unavailable),
        (503, "unavailable", true, E::Unavailable),
    ] {
        assert_eq!(E::of_answer(status, code, online), expected, "{status} {code}");
    }
}

#[test]
fn every_code_reads_back_from_its_name() {
    for code in ErrorCode::ALL {
        assert_eq!(ErrorCode::from_code(code.code()), Some(code));
    }
    assert_eq!(ErrorCode::from_code("teapot"), None);
}
