#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use super::*;
use crate::epoch::GivenUp;
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
        subject: Some(Subject { id: SubjectId::v4([3; 16]), handle: "+4520123456".parse().unwrap() }),
        assurance: Some(Assurance::Typed),
        locale: Some("da".parse().unwrap()),
        offered: vec!["order_updates".parse().unwrap(), "relevant_offers".parse().unwrap()],
        categories: vec![Change { id: "relevant_offers".parse().unwrap(), state: State::Granted }],
        evidence: Evidence {
            page: Some("https://shop.example/checkout".into()),
            context: vec!["sku:123".into()],
            ..Evidence::default()
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
fn epoch_leaf_format_unchanged() {
    let given_up = GivenUp { size: 900, root: Digest32::of(b"root") };
    let fact = Fact {
        epoch: Some(Epoch { number: 2, given_up }),
        reason: Some("the disk was lost".into()),
        ..Fact::new(Kind::EpochOpened, Source::Api)
    };
    let event = fact.seal(place(), &mut Counter(0));
    let leaf = Leaf { commit: Digest32::of(b""), ..event.leaf };
    assert_eq!(
        leaf.canonical(),
        "{\"business\":\"01010101-0101-4101-8101-010101010101\",\
         \"commit\":\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\",\
         \"epoch\":{\"given_up\":{\"root\":\"4813494d137e1631bba301d5acab6e7bb7aa74ce1185d456565ef51d737677b2\",\"size\":900},\
         \"number\":2},\"kind\":\"epoch_opened\",\"recorded_at\":\"2026-11-22T11:00:00.123Z\",\"seq\":7,\"v\":1}"
    );
    let private = canonical::to_string(&event.private.body);
    assert!(private.contains("\"reason\":\"the disk was lost\",\"source\":\"api\""), "{private}");
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
fn private_part_of_a_user_id_format_unchanged() {
    let subject = Subject { id: SubjectId::v4([3; 16]), handle: "DK.ab1".parse().unwrap() };
    let fact = Fact { subject: Some(subject.clone()), assurance: Some(Assurance::Whatsapp), ..fact() };
    let fact = Fact { source: Source::Whatsapp, evidence: Evidence::default(), ..fact };
    let part = fact.seal(place(), &mut Counter(0)).private.body;
    assert_eq!(part.handle(), Some(subject.handle));
    let text = canonical::to_string(&PrivatePart { outcome: None, ..part.clone() });
    assert_eq!(
        text,
        "{\"assurance\":\"whatsapp\",\"given\":[\"relevant_offers\"],\"id\":\"01a202e9-b3fb-7122-a324-25262728292a\",\
         \"locale\":\"da\",\"occurred_at\":\"2026-11-22T11:00:00.123Z\",\"offered\":[\"order_updates\",\"relevant_offers\"],\
         \"source\":\"whatsapp\",\"user_id\":\"DK.ab1\",\"v\":1}"
    );
    assert_eq!(serde_json::from_str::<PrivatePart>(&canonical::to_string(&part)).unwrap(), part);
}

#[test]
fn expired_event_format_unchanged() {
    let change = |id: &str, state| Change { id: id.parse().unwrap(), state };
    let fact = Fact {
        subject: fact().subject,
        categories: vec![change("back_in_stock", State::Withdrawn), change("relevant_offers", State::NeverAsked)],
        ..Fact::new(Kind::Expired, Source::Retention)
    };
    let event = fact.seal(place(), &mut Counter(0));
    let part = &event.private.body;
    assert!(part.given.is_empty() && part.withdrawn.is_empty(), "nobody said anything");
    let part = PrivatePart { outcome: None, ..part.clone() };
    assert_eq!(
        canonical::to_string(&part),
        "{\"id\":\"01a202e9-b3fb-7122-a324-25262728292a\",\"occurred_at\":\"2026-11-22T11:00:00.123Z\",\
         \"phone\":\"+4520123456\",\"source\":\"retention\",\"v\":1}"
    );
    let outcome = canonical::to_string(&event.outcome.unwrap().body.categories);
    assert_eq!(
        outcome,
        "[{\"id\":\"back_in_stock\",\"state\":\"withdrawn\"},{\"id\":\"relevant_offers\",\"state\":\"never_asked\"}]"
    );
    assert!(event.leaf.canonical().contains("\"kind\":\"expired\""));
}

#[test]
fn imported_event_format_unchanged() {
    let provenance = Provenance {
        claimed_at: "2024-05-01".parse().unwrap(),
        source: "sign-up sheet".into(),
        terms: NoticeId::of("notice"),
        wording: "Yes to news by WhatsApp".parse().unwrap(),
    };
    let fact = Fact {
        notice: None,
        assurance: Some(Assurance::Imported),
        locale: None,
        offered: Vec::new(),
        provenance: Some(provenance),
        evidence: Evidence::default(),
        ..fact()
    };
    let event = Fact { kind: Kind::Imported, source: Source::Import, ..fact }.seal(place(), &mut Counter(0));
    assert_eq!(event.leaf.kind.word(), "imported");
    assert!(event.leaf.canonical().contains("\"kind\":\"imported\",\"recorded_at\""), "no notice was shown");
    assert_eq!(
        canonical::to_string(&event.private.body),
        "{\"assurance\":\"imported\",\"given\":[\"relevant_offers\"],\"id\":\"01a202e9-b3fb-7122-a324-25262728292a\",\
         \"occurred_at\":\"2026-11-22T11:00:00.123Z\",\"outcome\":\"5b60da02437b4c6901e9f9684060b89c2aab7f35312cf61a013e835c2cac2df0\",\"phone\":\"+4520123456\",\
         \"provenance\":{\"claimed_at\":\"2024-05-01\",\"source\":\"sign-up sheet\",\
         \"terms\":\"9368a7d21e018f64ae3327d2f25cd4d7693b2d85328e4bb680bcfcbd4c26b90e\",\
         \"wording\":\"Yes to news by WhatsApp\"},\"source\":\"import\",\"v\":1}"
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
