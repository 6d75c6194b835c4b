#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::act::Source;
use crate::category::Period;
use crate::event::{Change, Fact, Kind, MarketingSignal, Place};
use crate::id::{BusinessId, SubjectId};
use crate::random::Random;
use crate::subject::Subject;

struct Zeros;

impl Random for Zeros {
    fn fill(&mut self, bytes: &mut [u8]) {
        bytes.fill(0);
    }
}

/// Noon in Denmark, on a winter's day.
fn noon() -> Timestamp {
    "2026-11-22T11:00:00.000Z".parse().unwrap()
}

fn before(hours: i64) -> Timestamp {
    noon().plus_millis(-hours * 3_600_000)
}

/// One person who may be sent everything, until a test says otherwise.
struct Desk {
    class: Class,
    today: Option<Terms>,
    agreed: Option<Terms>,
    standings: Standings,
    said: u8,
    suppressed: bool,
    expired: bool,
    under_review: bool,
    number: &'static str,
    of_category: Vec<Timestamp>,
    of_marketing: Vec<Timestamp>,
    overall_cap: Option<Cap>,
    quiet_hours: Option<QuietHours>,
    now: Timestamp,
}

impl Desk {
    fn of(class: Class) -> Self {
        let terms = Some(Terms { class, cap: Some(Cap::new(2, Period::Week).unwrap()) });
        let mut desk = Self {
            class,
            today: terms,
            agreed: terms,
            standings: Standings::default(),
            said: 0,
            suppressed: false,
            expired: false,
            under_review: false,
            number: "+4520123456",
            of_category: Vec::new(),
            of_marketing: Vec::new(),
            overall_cap: None,
            quiet_hours: None,
            now: noon(),
        };
        desk.says(Kind::OptedIn, Assurance::Typed);
        desk
    }

    /// Somebody who never said anything.
    fn silent(class: Class) -> Self {
        Self { standings: Standings::default(), agreed: None, ..Self::of(class) }
    }

    fn says(&mut self, kind: Kind, assurance: Assurance) {
        self.says_of(kind, assurance, false);
    }

    fn says_of(&mut self, kind: Kind, assurance: Assurance, everything: bool) {
        let state = if kind == Kind::OptedIn { State::Granted } else { State::Withdrawn };
        let named = !matches!(kind, Kind::MarketingStopped | Kind::MarketingResumed);
        let categories = if named { vec![Change { id: category(), state }] } else { Vec::new() };
        let marketing = match kind {
            Kind::MarketingStopped => Some(MarketingSignal::Stopped),
            Kind::MarketingResumed => Some(MarketingSignal::Resumed),
            _ => None,
        };
        let fact = Fact {
            subject: Some(Subject { id: SubjectId::v4([3; 16]), handle: self.number.parse().unwrap() }),
            assurance: Some(assurance),
            categories,
            everything,
            marketing,
            ..Fact::new(kind, Source::Widget)
        };
        self.said += 1;
        let recorded_at = before(1_000).plus_millis(self.said.into());
        let place = Place { business: BusinessId::v4([1; 16]), seq: self.said.into(), recorded_at, previous: None };
        let event = fact.seal(place, &mut Zeros);
        self.standings.apply(event.leaf.notice, &event.private.body, &event.outcome.unwrap().body);
    }

    fn decide(&self) -> Decision {
        let category = category();
        decide(&Asked {
            now: self.now,
            category: &category,
            class: self.class,
            today: self.today,
            agreed: self.agreed,
            standings: &self.standings,
            suppressed: self.suppressed,
            expired: self.expired,
            under_review: self.under_review,
            whereabouts: &Whereabouts::of_number(&self.number.parse().unwrap()),
            country: "DK".parse().unwrap(),
            availability: &Availability::default(),
            of_category: &self.of_category,
            of_marketing: &self.of_marketing,
            overall_cap: self.overall_cap,
            quiet_hours: self.quiet_hours,
        })
    }

    #[track_caller]
    fn assert(&self, reason: Option<Reason>) {
        assert_eq!(self.decide().reason, reason);
    }
}

fn category() -> CategoryId {
    "relevant_offers".parse().unwrap()
}

fn night() -> Option<QuietHours> {
    QuietHours::new(21 * 60, 8 * 60)
}

/// Something that stands against marketing, added to whatever stands already.
fn add(desk: &mut Desk, reason: Reason) {
    match reason {
        Reason::StoppedInWhatsapp => desk.says(Kind::MarketingStopped, Assurance::Whatsapp),
        Reason::Objection => desk.says_of(Kind::OptedOut, Assurance::Whatsapp, true),
        Reason::Withdrawn => desk.says(Kind::OptedOut, Assurance::Link),
        Reason::Pending => {
            desk.says(Kind::OptedOut, Assurance::Link);
            desk.says(Kind::OptedIn, Assurance::Typed);
        }
        Reason::Expired => desk.expired = true,
        Reason::Erased => desk.suppressed = true,
        Reason::NoConsent => desk.standings.categories.clear(),
        Reason::TermsChanged => desk.today = None,
        Reason::UnderReview => desk.under_review = true,
        Reason::CountryNotAvailable => desk.number = "+12025550123",
        Reason::CapReached => desk.of_category = vec![before(1), before(2)],
        Reason::QuietHours => (desk.quiet_hours, desk.now) = (night(), before(8)),
    }
}

#[test]
fn a_yes_with_nothing_against_it_is_allowed_and_says_what_it_rests_on() {
    let desk = Desk::of(Class::Marketing);
    let decision = desk.decide();
    assert!(decision.allows());
    let standing = desk.standings.of(&category()).unwrap();
    let evidence = Evidence { event_id: standing.event, notice_id: None, assurance: Assurance::Typed };
    assert_eq!(decision.evidence, Some(evidence));
    assert_eq!((decision.remaining, decision.retry_at), (Some(2), None));
    assert_eq!(decision.valid_until, noon().plus_millis(60_000));
}

#[test]
fn of_two_reasons_the_first_in_the_order_is_told() {
    // What the person said last decides between these, so they never stand together.
    let by_state = [Reason::Objection, Reason::Withdrawn, Reason::Pending];
    let unsaid = [Reason::Expired, Reason::Erased, Reason::NoConsent];
    for (at, first) in Reason::ALL.into_iter().enumerate() {
        for second in Reason::ALL.into_iter().skip(at) {
            let both_said = by_state.contains(&first) && by_state.contains(&second) && first != second;
            let mut desk = if unsaid.contains(&first) || unsaid.contains(&second) {
                Desk::silent(Class::Marketing)
            } else {
                Desk::of(Class::Marketing)
            };
            if both_said {
                continue;
            }
            add(&mut desk, second);
            if first != second {
                add(&mut desk, first);
            }
            assert_eq!(desk.decide().reason, Some(first), "{first:?} with {second:?}");
        }
    }
}

#[test]
fn every_reason_has_a_word_of_its_own_which_is_its_stored_form() {
    let words: BTreeSet<_> = Reason::ALL.into_iter().map(Reason::word).collect();
    assert_eq!(words.len(), Reason::ALL.len());
    assert!(Reason::ALL.is_sorted());
    for reason in Reason::ALL {
        assert_eq!(serde_json::to_value(reason).unwrap(), reason.word());
    }
}

#[test]
fn what_keeps_marketing_back_keeps_back_nothing_else() {
    let of_marketing_alone =
        [Reason::StoppedInWhatsapp, Reason::UnderReview, Reason::CountryNotAvailable, Reason::QuietHours];
    for class in [Class::Utility, Class::Authentication] {
        for reason in Reason::ALL {
            let silent = matches!(reason, Reason::Expired | Reason::Erased | Reason::NoConsent);
            let mut desk = if silent { Desk::silent(class) } else { Desk::of(class) };
            add(&mut desk, reason);
            let expected = (!of_marketing_alone.contains(&reason)).then_some(reason);
            assert_eq!(desk.decide().reason, expected, "{class} and {reason:?}");
        }
    }
}

#[test]
fn a_stop_in_whatsapp_outlasts_a_yes_and_ends_with_a_resumption_that_gives_no_consent() {
    let mut desk = Desk::of(Class::Marketing);
    desk.says(Kind::MarketingStopped, Assurance::Whatsapp);
    desk.says(Kind::OptedOut, Assurance::Whatsapp);
    desk.assert(Some(Reason::StoppedInWhatsapp));
    let stop = desk.standings.marketing.stop().unwrap();
    assert_eq!(desk.decide().evidence.unwrap().event_id, stop.event);
    desk.says(Kind::MarketingResumed, Assurance::Whatsapp);
    desk.assert(Some(Reason::Withdrawn));
    desk.says(Kind::OptedIn, Assurance::Typed);
    desk.assert(Some(Reason::Pending));
    desk.says(Kind::OptedIn, Assurance::Whatsapp);
    desk.assert(None);
}

#[test]
fn an_objection_covers_a_category_that_was_never_asked_for_and_a_later_yes_lifts_it_there() {
    let mut desk = Desk::silent(Class::Marketing);
    desk.says_of(Kind::OptedOut, Assurance::Typed, true);
    desk.standings.categories.clear();
    desk.assert(Some(Reason::Objection));
    assert!(desk.decide().evidence.is_some());
    desk.says(Kind::OptedIn, Assurance::Typed);
    desk.agreed = desk.today;
    desk.assert(None);
}

#[test]
fn looser_terms_are_a_new_question_and_stricter_ones_are_not() {
    let mut desk = Desk::of(Class::Marketing);
    let with = |max, per| Some(Terms { class: Class::Marketing, cap: Some(Cap::new(max, per).unwrap()) });
    for (today, changed) in [
        (with(2, Period::Week), false),
        (with(1, Period::Week), false),
        (with(3, Period::Week), true),
        (with(2, Period::Day), true),
        (Some(Terms { class: Class::Marketing, cap: None }), true),
        (Some(Terms { class: Class::Utility, cap: desk.agreed.unwrap().cap }), true),
        (None, true),
    ] {
        desk.today = today;
        desk.assert(changed.then_some(Reason::TermsChanged));
    }
    desk.today = with(2, Period::Week);
    desk.agreed = None;
    desk.assert(Some(Reason::TermsChanged));
}

#[test]
fn caps_are_those_agreed_to_and_the_overall_one_counts_marketing_alone() {
    let mut desk = Desk::of(Class::Marketing);
    desk.today = Some(Terms { class: Class::Marketing, cap: Some(Cap::new(1, Period::Month).unwrap()) });
    desk.of_category = vec![before(3)];
    assert_eq!(desk.decide().remaining, Some(1), "two a week were agreed to");
    desk.of_category.push(before(1));
    let decision = desk.decide();
    assert_eq!((decision.reason, decision.remaining), (Some(Reason::CapReached), Some(0)));
    assert_eq!(decision.retry_at, Some(before(3).plus_millis(7 * 24 * 3_600_000)));
    desk.of_category.clear();
    desk.overall_cap = Some(Cap::new(1, Period::Day).unwrap());
    desk.of_marketing = vec![before(5)];
    assert_eq!(desk.decide().retry_at, Some(before(5).plus_millis(24 * 3_600_000)));
    desk.class = Class::Utility;
    (desk.today, desk.agreed) =
        (Some(Terms { class: Class::Utility, cap: None }), Some(Terms { class: Class::Utility, cap: None }));
    let decision = desk.decide();
    assert_eq!((decision.reason, decision.remaining), (None, None));
}

#[test]
fn a_cap_that_ends_at_night_lets_go_in_the_morning() {
    let mut desk = Desk::of(Class::Marketing);
    desk.quiet_hours = night();
    let leaves = "2026-11-22T22:00:00.000Z".parse::<Timestamp>().unwrap();
    desk.of_category = vec![leaves.plus_millis(-7 * 24 * 3_600_000), before(1)];
    let decision = desk.decide();
    assert_eq!(decision.reason, Some(Reason::CapReached));
    assert_eq!(decision.retry_at, Some("2026-11-23T07:00:00.000Z".parse().unwrap()));
}

#[test]
fn a_decision_is_good_for_a_minute_and_never_past_the_evening() {
    let mut desk = Desk::of(Class::Marketing);
    desk.quiet_hours = night();
    let evening: Timestamp = "2026-11-22T19:00:00.000Z".parse().unwrap();
    desk.now = evening.plus_millis(-20_000);
    assert_eq!(desk.decide().valid_until, evening);
    desk.now = evening;
    let decision = desk.decide();
    assert_eq!(decision.reason, Some(Reason::QuietHours));
    assert_eq!(decision.retry_at, Some("2026-11-23T07:00:00.000Z".parse().unwrap()));
    desk.number = "+881612345678";
    assert_eq!(desk.decide().retry_at, None, "somewhere it is always night");
}

proptest! {
    #[test]
    fn nothing_but_a_yes_that_counts_is_ever_allowed(
        acts in prop::collection::vec((0..4_usize, 0..3_usize, any::<bool>()), 0..6),
        class in prop::sample::select(&Class::ALL[..]),
    ) {
        let kinds = [Kind::OptedIn, Kind::OptedOut, Kind::MarketingStopped, Kind::MarketingResumed];
        let assurances = [Assurance::Typed, Assurance::Link, Assurance::Whatsapp];
        let mut desk = Desk::silent(class);
        desk.agreed = desk.today;
        for (kind, assurance, everything) in acts {
            let everything = everything && kinds[kind] == Kind::OptedOut;
            desk.says_of(kinds[kind], assurances[assurance], everything);
        }
        let decision = desk.decide();
        let granted = desk.standings.state(&category()) == State::Granted;
        let stopped = class == Class::Marketing && desk.standings.marketing.stop().is_some();
        prop_assert_eq!(decision.allows(), granted && !stopped);
        prop_assert!(decision.valid_until <= desk.now.plus_millis(VALID_MILLIS));
    }
}
