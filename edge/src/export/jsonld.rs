//! Consent records as ISO/IEC TS 27560 has them, in the W3C's Data Privacy Vocabulary, as one JSON-LD document.
//!
//! The graph holds, in this order: what the file is; each notice with its controller (party) and a process (processing)
//! for each kind of message; and a record for each subject and category (header, events, receipts), which refers to
//! those by their addresses. Every value of a property is an array, so that no key stands twice and nobody has to tell
//! one from many. What nobody told the edge, such as where the business stores its data, is left out.

use jatak_ledger::Entry;
use jatak_ledger::export::SubjectRecord;
use jatak_shared::business::Slug;
use jatak_shared::category::{CategoryId, Class};
use jatak_shared::event::Kind;
use jatak_shared::id::{BusinessId, NoticeId};
use jatak_shared::notice::{Notice, NoticeCategory};
use jatak_shared::state::{Standing, State};
use jatak_shared::subject::Handle;
use jatak_shared::time::Timestamp;
use serde_json::{Error, Value, json};

use jatak_ledger::Head;

/// The profiles of records and receipts.
const RECORD: &str = "https://w3id.org/dpv/schema/dpv-27560#record-eu-gdpr";
const RECEIPT: &str = "https://w3id.org/dpv/schema/dpv-27560#receipt";

/// How things are called in the document.
#[derive(Clone, Debug)]
pub struct Names {
    /// The address of the business in the API.
    business: String,
    id: BusinessId,
}

impl Names {
    /// Names under the edge's public address.
    pub fn new(public_url: &str, slug: &Slug, id: BusinessId) -> Self {
        Self { business: format!("{public_url}/v1/{slug}"), id }
    }

    fn notice(&self, id: NoticeId) -> String {
        format!("{}/notices/{id}", self.business)
    }

    fn own(&self, what: &str, id: impl core::fmt::Display) -> String {
        format!("{}/export#{what}-{id}", self.business)
    }
}

/// What stands before the first notice: the context, and what the file is.
pub fn begin(names: &Names, as_of: Head) -> Result<Vec<u8>, Error> {
    let context = json!({
        "dct": "http://purl.org/dc/terms/",
        "dpv": "https://w3id.org/dpv#",
        "eu-gdpr": "https://w3id.org/dpv/legal/eu/gdpr#",
        "loc": "https://w3id.org/dpv/loc#",
        "pd": "https://w3id.org/dpv/pd#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    });
    let file = json!({
        "@id": names.own("as-of", as_of.seq),
        "@type": ["dpv:RecordsOfActivities"],
        "dct:identifier": [names.id.to_string()],
        "dct:issued": [time(as_of.recorded_at)],
    });
    Ok(format!("{{\"@context\":{context},\"@graph\":[\n{file}").into_bytes())
}

/// What stands after the last record.
pub fn end() -> Vec<u8> {
    b"\n]}\n".to_vec()
}

/// A notice, its controller, and a process for each of the categories that are wanted.
pub fn notice(names: &Names, at: Timestamp, notice: &Notice, categories: &[&NoticeCategory]) -> Result<Vec<u8>, Error> {
    let (said, id) = (notice.text(), names.notice(notice.id()));
    let controller = format!("{id}#controller");
    let mut nodes = vec![
        json!({
            "@id": id,
            "@type": ["dpv:ConsentNotice"],
            "dct:identifier": [notice.id().to_string()],
            "dct:issued": [time(at)],
            "dct:language": [said.locale.to_string()],
            "dct:title": [said.heading],
            "dct:description": [said.statement, said.not_a_condition, said.withdrawal, said.privacy, said.controller],
            "dpv:hasDataController": [node(&controller)],
        }),
        json!({
            "@id": controller,
            "@type": ["dpv:DataController"],
            "dct:identifier": [names.id.to_string()],
            "dpv:hasName": [said.business.legal_name, said.business.name],
            "dpv:hasAddress": [said.business.address],
            "dpv:hasContact": [said.business.contact],
            "dpv:hasCountry": [node(&format!("loc:{}", said.business.country))],
            "dct:references": [node(&said.business.privacy_url.to_string())],
        }),
    ];
    nodes.extend(categories.iter().map(|category| process(&id, &controller, notice, category)));
    write(&nodes)
}

fn process(notice_id: &str, controller: &str, notice: &Notice, category: &NoticeCategory) -> Value {
    let said = notice.text();
    json!({
        "@id": format!("{notice_id}#{}", category.id()),
        "@type": ["dpv:Process"],
        "dct:identifier": [category.id()],
        "dpv:hasPurpose": [{
            "@id": format!("{notice_id}#{}-purpose", category.id()),
            "@type": [purpose(category.class())],
            "dct:title": [category.title()],
            "dct:description": [category.value(), category.frequency()],
        }],
        "dpv:hasPersonalData": [node("pd:TelephoneNumber")],
        "dpv:hasDataController": [node(controller)],
        "dpv:hasRecipient": [node(controller)],
        "dpv:hasLegalBasis": [node("eu-gdpr:A6-1-a")],
        "dpv:hasJurisdiction": [node(&format!("loc:{}", said.business.country))],
        "dpv:hasConsentControl": [{
            "@id": format!("{notice_id}#withdrawal"),
            "@type": ["dpv:WithdrawConsent"],
            "dct:description": [said.withdrawal],
        }],
    })
}

/// The vocabulary's word for WhatsApp's class of a message.
fn purpose(class: Class) -> &'static str {
    match class {
        Class::Marketing => "dpv:DirectMarketing",
        Class::Utility => "dpv:CommunicationForCustomerCare",
        Class::Authentication => "dpv:IdentityVerification",
    }
}

/// The record of one subject and category, with everything that happened to it.
pub fn record(
    names: &Names,
    person: &SubjectRecord,
    category: &CategoryId,
    standing: &Standing,
) -> Result<Vec<u8>, Error> {
    let subject = names.own("subject", person.states.subject);
    let key = format!("{}-{category}", person.states.subject);
    let mut asked = false;
    let mut events = Vec::new();
    let mut receipts = Vec::new();
    for entry in &person.events {
        let Some(status) = status(entry, category, &mut asked) else { continue };
        let Some(event) = event(names, &subject, &key, entry, status) else { continue };
        if entry.leaf.kind == Kind::OptedIn {
            receipts.extend(receipt(names, entry));
        }
        events.push(event);
    }
    // The vocabulary has no word for a name that one company gives somebody for another.
    let (kind, value) = match &person.states.handle {
        Handle::Phone(phone) => ("pd:TelephoneNumber", phone.as_tel_uri()),
        Handle::UserId(user_id) => ("pd:Identifying", user_id.to_string()),
    };
    let mut record = json!({
        "@id": names.own("record", &key),
        "@type": ["dpv:ConsentRecord"],
        "dct:conformsTo": [node(RECORD)],
        "dct:identifier": [key],
        "dct:modified": [time(standing.since)],
        "dpv:hasDataSubject": [{
            "@id": subject,
            "@type": ["dpv:Consumer"],
            "dct:identifier": [person.states.subject],
            "dpv:hasPersonalData": [{"@type": [kind], "rdf:value": [value]}],
        }],
        "dpv:hasLegalBasis": [node("eu-gdpr:A6-1-a")],
        "dpv:hasConsentStatus": [node(of_state(standing.state, asked))],
        "dpv:hasActivity": events,
        "dct:relation": receipts,
    });
    // A consent brought along from elsewhere is held to the terms of a notice that nobody was shown.
    if let Some(notice) = standing.notice {
        record["dpv:hasNotice"] = json!([node(&names.notice(notice))]);
    }
    if let Some(terms) = standing.bound_to() {
        let notice = names.notice(terms);
        record["dpv:hasDataController"] = json!([node(&format!("{notice}#controller"))]);
        record["dpv:hasProcess"] = json!([node(&format!("{notice}#{category}"))]);
    } else {
        // A no of someone who was never asked.
        record["dpv:hasProcess"] = json!([{"@type": ["dpv:Process"], "dct:identifier": [category]}]);
    }
    write(&[record])
}

/// What an event meant for this category; `None` where it was about others. `asked` is whether a yes came before.
fn status(entry: &Entry, category: &CategoryId, asked: &mut bool) -> Option<&'static str> {
    let outcome = &entry.outcome.as_ref()?.body;
    let changed = outcome.categories.iter().find(|change| change.id == *category).map(|change| change.state);
    if entry.leaf.kind == Kind::Expired {
        return changed.map(|_| "dpv:ConsentExpired");
    }
    let everything = entry.private.as_ref().is_some_and(|private| private.body.everything);
    let state = changed.or(everything.then_some(State::Withdrawn))?;
    let status = of_state(state, *asked);
    *asked |= matches!(state, State::Granted | State::Pending);
    Some(status)
}

/// The vocabulary's word for a state; a no without a yes before it is a refusal.
fn of_state(state: State, asked: bool) -> &'static str {
    match state {
        State::Granted => "dpv:ConsentGiven",
        State::Pending => "dpv:ConsentRequested",
        State::Withdrawn if asked => "dpv:ConsentWithdrawn",
        State::Withdrawn => "dpv:ConsentRefused",
        State::NeverAsked => "dpv:ConsentUnknown",
    }
}

fn event(names: &Names, subject: &str, key: &str, entry: &Entry, status: &str) -> Option<Value> {
    let part = &entry.private.as_ref()?.body;
    let mut event = json!({
        "@id": names.own("event", format!("{}-{key}", part.id)),
        "@type": [status],
        "dct:identifier": [part.id, entry.leaf.seq.to_string()],
        "dct:created": [time(entry.leaf.recorded_at)],
        "dpv:isIndicatedAtTime": [time(part.occurred_at)],
        "dpv:isIndicatedBy": [node(subject)],
        "dpv:hasIndicationMethod": [part.source.word()],
    });
    if let Some(assurance) = part.assurance {
        event["dpv:hasVerification"] = json!([assurance.word()]);
    }
    if let Some(notice) = entry.leaf.notice {
        event["dpv:hasNotice"] = json!([node(&names.notice(notice))]);
    }
    if let Some(claim) = &part.provenance {
        event["dct:provenance"] = json!([{
            "@type": ["dct:ProvenanceStatement"],
            "dct:source": [claim.source.as_str()],
            "dct:date": [claim.claimed_at],
            "dct:description": [claim.wording],
        }]);
    }
    if status == "dpv:ConsentGiven" {
        // Until it is taken back.
        event["dpv:hasDuration"] = json!([node("dpv:UntilEventDuration")]);
    }
    Some(event)
}

/// The receipt that whoever submitted was given.
fn receipt(names: &Names, entry: &Entry) -> Option<Value> {
    let part = &entry.private.as_ref()?.body;
    Some(json!({
        "@id": names.own("receipt", part.id),
        "@type": ["dpv:ConsentReceipt"],
        "dct:conformsTo": [node(RECEIPT)],
        "dct:identifier": [part.id],
    }))
}

fn node(id: &str) -> Value {
    json!({ "@id": id })
}

fn time(at: Timestamp) -> Value {
    json!({"@type": "xsd:dateTime", "@value": at})
}

/// Nodes behind one that stands already, each on a line of its own.
fn write(nodes: &[Value]) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    for node in nodes {
        bytes.extend_from_slice(b",\n");
        serde_json::to_writer(&mut bytes, node)?;
    }
    Ok(bytes)
}
