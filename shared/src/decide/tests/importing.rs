//! What an imported line does: a yes where nothing was said, and nothing anywhere else.

use super::*;
use crate::event::Kind;
use crate::import::{Defaults, Line};

fn defaults() -> Defaults {
    Defaults {
        categories: Some(vec![id("order_updates"), id("relevant_offers")]),
        source: Some("sign-up sheet".into()),
        claimed_at: Some("1970-01-01".parse().unwrap()),
        wording: Some("none kept".parse().unwrap()),
    }
}

impl World {
    fn decide_import(&self, says: Defaults) -> (Option<Fact>, Vec<Listed>) {
        let line = Line { phone: self.subject.handle.phone().unwrap().clone(), says };
        let knowledge = Importing {
            now: self.now,
            settings: &self.settings,
            terms: self.notice_id(),
            defaults: &defaults(),
            subject: &self.subject,
            standings: &self.standings,
            suppressed: self.suppressed,
        };
        import(&knowledge, 7, &line)
    }

    /// Imports a line and takes in what follows; what is listed instead, by category and reason.
    fn import(&mut self) -> Vec<(String, Reason)> {
        self.now = self.now.plus_millis(1);
        let (fact, listed) = self.decide_import(Defaults::default());
        if let Some(fact) = fact {
            let place = Place { business: BusinessId::v4([1; 16]), seq: 9, recorded_at: self.now, previous: None };
            let event = fact.seal(place, &mut self.random);
            self.standings.apply(event.leaf.notice, &event.private.body, &event.outcome.as_ref().unwrap().body);
            self.events.push(event);
        }
        let listed = listed.into_iter().inspect(|listed| assert_eq!(listed.line, 7));
        listed.map(|listed| (listed.category.map_or(String::new(), |id| id.to_string()), listed.reason)).collect()
    }
}

fn both(reason: Reason) -> Vec<(String, Reason)> {
    vec![("order_updates".into(), reason), ("relevant_offers".into(), reason)]
}

#[test]
fn a_yes_where_nothing_was_said_is_granted_marked_and_bound_to_the_terms_of_the_import() {
    let mut world = World::new();
    assert_eq!(world.import(), []);
    let standing = world.standings.of(&id("order_updates")).unwrap();
    assert_eq!((standing.state, standing.assurance), (State::Granted, Assurance::Imported));
    assert_eq!((standing.notice, standing.terms), (None, Some(world.notice_id())));
    assert_eq!(standing.bound_to(), Some(world.notice_id()));
    let event = world.events.last().unwrap();
    assert_eq!((event.leaf.kind, event.leaf.notice), (Kind::Imported, None));
    let provenance = event.private.body.provenance.as_ref().unwrap();
    assert_eq!(provenance.source, "sign-up sheet");
    assert_eq!(world.receipt(event.private.body.id), None, "nobody submitted anything");
}

#[test]
fn importing_again_changes_nothing() {
    let mut world = World::new();
    world.import();
    assert_eq!(world.import(), both(Reason::AlreadyGranted));
    assert_eq!(world.events.len(), 1);
}

#[test]
fn a_yes_that_stands_keeps_its_notice() {
    let mut world = World::new();
    world.yes(&["order_updates"], Assurance::Typed);
    assert_eq!(world.import(), [("order_updates".into(), Reason::AlreadyGranted)]);
    assert_eq!(world.standings.of(&id("order_updates")).unwrap().notice, Some(world.notice_id()));
    assert_eq!(world.state("relevant_offers"), State::Granted);
}

#[test]
fn every_no_wins_whoever_said_it_and_whenever() {
    let mut world = World::new();
    world.no(some(&["order_updates"]));
    assert_eq!(world.import(), [("order_updates".into(), Reason::Withdrawn)]);
    let mut world = World::new();
    world.no(Scope::Everything);
    world.settings = settings();
    assert_eq!(world.import(), both(Reason::Withdrawn));
    let mut world = World::new();
    world.stop_by_link();
    world.yes(&["order_updates"], Assurance::Typed);
    assert_eq!(world.state("order_updates"), State::Pending);
    assert_eq!(world.import(), both(Reason::Withdrawn), "a no stands behind the waiting yes");
    assert_eq!(world.state("order_updates"), State::Pending);
}

#[test]
fn an_objection_covers_a_category_that_came_later() {
    let mut world = World::new();
    world.standings.objection = {
        world.stop_by_link();
        world.standings.objection
    };
    world.standings.categories.clear();
    assert_eq!(world.import(), both(Reason::Withdrawn));
}

#[test]
fn a_suppressed_number_is_refused_and_a_waiting_yes_stays() {
    let mut world = World::new();
    world.suppressed = true;
    assert_eq!(world.import(), both(Reason::Suppressed));
    world.yes(&["order_updates"], Assurance::Typed);
    world.suppressed = false;
    assert_eq!(world.import(), [("order_updates".into(), Reason::Pending)]);
}

#[test]
fn an_unknown_category_and_a_claim_from_the_future_are_refused() {
    let mut world = World::new();
    let says = Defaults { categories: Some(vec![id("club_news"), id("order_updates")]), ..Defaults::default() };
    let (fact, listed) = world.decide_import(says);
    assert_eq!(fact.unwrap().categories.len(), 1);
    assert_eq!((listed[0].outcome, listed[0].reason), (Verdict::Refused, Reason::CategoryUnknown));
    world.now = Timestamp::EPOCH;
    let says = |text: &str| Defaults { claimed_at: Some(text.parse().unwrap()), ..Defaults::default() };
    assert!(world.decide_import(says("1970-01-02")).0.is_some(), "it is that day somewhere");
    let (fact, listed) = world.decide_import(says("1970-01-02T00:00:00.001Z"));
    assert_eq!((fact, listed[0].reason), (None, Reason::ClaimedInFuture));
}

#[test]
fn a_later_no_keeps_the_terms_and_a_later_typed_yes_is_bound_to_what_was_shown() {
    let mut world = World::new();
    world.import();
    world.no(some(&["order_updates"]));
    let standing = world.standings.of(&id("order_updates")).unwrap();
    assert_eq!((standing.state, standing.bound_to()), (State::Withdrawn, Some(world.notice_id())));
    world.yes(&["relevant_offers"], Assurance::Typed);
    let standing = world.standings.of(&id("relevant_offers")).unwrap();
    assert_eq!(
        (standing.assurance, standing.notice, standing.terms),
        (Assurance::Typed, Some(world.notice_id()), None)
    );
}

#[test]
fn listed_format_unchanged() {
    let fault = crate::import::LineFault { field: "phone".into(), rule: "must be there".into() };
    let text = r#"{"line":3,"outcome":"faulty","reason":"unreadable","field":"phone","rule":"must be there"}"#;
    assert_eq!(serde_json::to_string(&Listed::faulty(3, fault)).unwrap(), text);
    let mut world = World::new();
    world.no(some(&["order_updates"]));
    let listed = world.decide_import(Defaults::default()).1.remove(0);
    let text = r#"{"line":7,"category":"order_updates","outcome":"refused","reason":"withdrawn","since":"1970-01-01T00:16:40.001Z"}"#;
    assert_eq!(serde_json::to_string(&listed).unwrap(), text);
}
