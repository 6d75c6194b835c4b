#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use super::*;
use proptest::prelude::*;

/// Counts up, so that every drawn byte string is known and none is like another.
struct Counter(u8);

impl Random for Counter {
    fn fill(&mut self, bytes: &mut [u8]) {
        for byte in bytes {
            self.0 = self.0.wrapping_add(1);
            *byte = self.0;
        }
    }
}

fn place() -> Place {
    Place {
        business: BusinessId::v4([1; 16]),
        seq: 7,
        recorded_at: Timestamp::from_millis(1_795_345_200_123),
        previous: Some(EventId::v7(Timestamp::from_millis(1_000), [2; 10])),
    }
}

fn fact() -> Fact {
    Fact {
        notice: Some(NoticeId::of("notice")),
        subject: Some(Subject { id: SubjectId::v4([3; 16]), phone: "+4520123456".parse().unwrap() }),
        assurance: Some(Assurance::Typed),
        locale: Some("da".parse().unwrap()),
        offered: vec!["order_updates".parse().unwrap(), "relevant_offers".parse().unwrap()],
        categories: vec![Change { id: "relevant_offers".parse().unwrap(), state: State::Granted }],
        evidence: Evidence {
            page: Some("https://shop.example/checkout".into()),
            context: vec!["sku:123".into()],
            user_agent: None,
        },
        ..Fact::new(Kind::OptedIn, Source::Widget)
    }
}

#[test]
fn leaf_format_unchanged() {
    let event = fact().seal(place(), &mut Counter(0));
    assert_eq!(
        event.leaf.canonical(),
        "{\"business\":\"01010101-0101-4101-8101-010101010101\",\
         \"commit\":\"24f41c1d638c9a896fffcf6619158f856fc697e8c16cd010528c01a92d48afa1\",\"kind\":\"opted_in\",\
         \"notice\":\"9368a7d21e018f64ae3327d2f25cd4d7693b2d85328e4bb680bcfcbd4c26b90e\",\
         \"recorded_at\":\"2026-11-22T11:00:00.123Z\",\"seq\":7,\"v\":1}"
    );
}

#[test]
fn erased_leaf_format_unchanged() {
    let fact = Fact { erased: vec![2, 5], ..Fact::new(Kind::Erased, Source::Api) };
    let leaf = fact.seal(place(), &mut Counter(0)).leaf;
    let leaf = Leaf { commit: Digest32::of(b""), ..leaf };
    assert_eq!(
        leaf.canonical(),
        "{\"business\":\"01010101-0101-4101-8101-010101010101\",\
         \"commit\":\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\",\"erased\":[2,5],\
         \"kind\":\"erased\",\"recorded_at\":\"2026-11-22T11:00:00.123Z\",\"seq\":7,\"v\":1}"
    );
}

#[test]
fn private_part_format_unchanged() {
    let event = fact().seal(place(), &mut Counter(0));
    assert_eq!(
        canonical::to_string(&event.private.body),
        "{\"assurance\":\"typed\",\"evidence\":\"ed0528d7a423574373c961ad23adc3ae086f6cf92dd2703b9842c31efdd5b869\",\
         \"given\":[\"relevant_offers\"],\"id\":\"01a202e9-b3fb-7142-8344-45464748494a\",\"locale\":\"da\",\
         \"occurred_at\":\"2026-11-22T11:00:00.123Z\",\"offered\":[\"order_updates\",\"relevant_offers\"],\
         \"outcome\":\"f7ab382876a4f0318c875392281ad0cdc8e1e1429c5d08ba664a3d30ab2ac909\",\"phone\":\"+4520123456\",\
         \"source\":\"widget\",\"v\":1}"
    );
}

#[test]
fn outcome_format_unchanged() {
    let event = fact().seal(place(), &mut Counter(0));
    assert_eq!(
        canonical::to_string(&event.outcome.unwrap().body),
        "{\"categories\":[{\"id\":\"relevant_offers\",\"state\":\"granted\"}],\
         \"previous\":\"00000000-03e8-7202-8202-020202020202\",\"subject\":\"03030303-0303-4303-8303-030303030303\",\"v\":1}"
    );
}

#[test]
fn evidence_format_unchanged() {
    let event = fact().seal(place(), &mut Counter(0));
    assert_eq!(
        canonical::to_string(&event.evidence.unwrap().body),
        "{\"context\":[\"sku:123\"],\"page\":\"https://shop.example/checkout\"}"
    );
}

#[test]
fn a_leaf_holds_no_personal_data() {
    let leaf = fact().seal(place(), &mut Counter(0)).leaf.canonical();
    for personal in ["20123456", "03030303", "relevant_offers", "checkout", "sku", "widget", "\"da\""] {
        assert!(!leaf.contains(personal), "{personal} in {leaf}");
    }
}

#[test]
fn a_private_part_is_the_same_whatever_the_number_did_before() {
    let place = |previous| Place { previous, ..place() };
    let first = fact().seal(place(None), &mut Counter(0)).private.body;
    let pending = vec![Change { id: "relevant_offers".parse().unwrap(), state: State::Pending }];
    let again = Fact { categories: pending, ..fact() };
    let again = again.seal(place(Some(EventId::v7(Timestamp::from_millis(1), [1; 10]))), &mut Counter(0)).private.body;
    // The commitment itself differs, and says nothing without its random bytes.
    assert_eq!(PrivatePart { outcome: first.outcome, ..again }, first);
}

#[test]
fn two_events_with_the_same_contents_commit_to_different_values() {
    let mut random = Counter(0);
    let (one, two) = (fact().seal(place(), &mut random), fact().seal(place(), &mut random));
    assert_ne!(one.leaf.commit, two.leaf.commit);
    assert_ne!(one.private.body.evidence, two.private.body.evidence);
    let salts = [one.private.salt, one.outcome.unwrap().salt, one.evidence.unwrap().salt];
    assert!(salts[0] != salts[1] && salts[0] != salts[2] && salts[1] != salts[2]);
}

proptest! {
    #[test]
    fn an_event_reads_back_as_itself_and_its_commitments_hold(seed: u8, everything: bool, seq in 1..u64::from(u32::MAX)) {
        let event = Fact { everything, ..fact() }.seal(Place { seq, ..place() }, &mut Counter(seed));
        let leaf: Leaf = serde_json::from_str(&event.leaf.canonical()).unwrap();
        let private: PrivatePart = serde_json::from_str(&canonical::to_string(&event.private.body)).unwrap();
        prop_assert_eq!(&leaf, &event.leaf);
        prop_assert_eq!(&private, &event.private.body);
        let again = Committed { salt: event.private.salt, body: private };
        prop_assert_eq!(again.commitment(), leaf.commit);
        let evidence = event.evidence.unwrap();
        prop_assert_eq!(Some(evidence.commitment()), event.private.body.evidence);
        let outcome = event.outcome.unwrap();
        let body: Outcome = serde_json::from_str(&canonical::to_string(&outcome.body)).unwrap();
        prop_assert_eq!(&body, &outcome.body);
        prop_assert_eq!(Some(outcome.commitment()), event.private.body.outcome);
    }
}
