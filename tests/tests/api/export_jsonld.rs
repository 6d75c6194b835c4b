//! Consent records as JSON-LD: one valid document, in the shape of ISO/IEC TS 27560 in the Data Privacy Vocabulary.

use std::collections::{BTreeMap, BTreeSet};

use jatak_tests::Business;
use jatak_tests::business::{KEPT, TYPED};
use serde_json::Value;

use super::server;

const PREFIXES: [(&str, &str); 7] = [
    ("dct", "http://purl.org/dc/terms/"),
    ("dpv", "https://w3id.org/dpv#"),
    ("eu-gdpr", "https://w3id.org/dpv/legal/eu/gdpr#"),
    ("loc", "https://w3id.org/dpv/loc#"),
    ("pd", "https://w3id.org/dpv/pd#"),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// The document, checked for what holds of every one.
fn document(business: &Business<'_>, query: &str) -> Value {
    let export = business.export(&format!("kind=state&format=jsonld{query}"));
    assert_eq!(export.header("content-type"), "application/ld+json");
    assert!(export.header("content-disposition").contains(".jsonld"));
    let document = export.json();
    let length = export.text().len() - export.text().matches('\n').count();
    assert_eq!(document.to_string().len(), length, "no key stands twice: what was read back is as long");
    let members: BTreeSet<_> = document.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(members, BTreeSet::from(["@context", "@graph"]));
    let context = document["@context"].as_object().unwrap();
    assert_eq!(context.len(), PREFIXES.len());
    assert!(PREFIXES.iter().all(|(prefix, iri)| context[*prefix] == *iri));

    let mut named = BTreeSet::new();
    let mut meant = BTreeSet::new();
    for node in document["@graph"].as_array().unwrap() {
        walk(node, &mut named, &mut meant);
    }
    let own = |id: &&String| id.starts_with(&server().edge);
    for id in meant.iter().filter(own) {
        assert!(named.contains(id), "{id} is meant and not there");
    }
    document
}

/// Holds every node against the shape, and gathers which ids are described and which are only referred to.
fn walk(node: &Value, named: &mut BTreeSet<String>, meant: &mut BTreeSet<String>) {
    let Some(members) = node.as_object() else { return };
    if let Some(id) = members.get("@id") {
        let id = id.as_str().unwrap().to_owned();
        if members.len() == 1 {
            meant.insert(id)
        } else {
            named.insert(id)
        };
    }
    if members.contains_key("@value") {
        return;
    }
    for (name, value) in members.iter().filter(|(name, _)| *name != "@id") {
        let values = value.as_array().unwrap_or_else(|| panic!("{name} is no array in {node}"));
        if name == "@type" {
            assert!(values.iter().all(|value| prefixed(value.as_str().unwrap())), "{node}");
            continue;
        }
        assert!(prefixed(name), "{name} in {node}");
        for value in values {
            walk(value, named, meant);
        }
    }
}

fn prefixed(name: &str) -> bool {
    PREFIXES.iter().any(|(prefix, _)| name.strip_prefix(prefix).is_some_and(|rest| rest.starts_with(':')))
}

fn records(document: &Value) -> Vec<&Value> {
    let graph = document["@graph"].as_array().unwrap();
    graph.iter().filter(|node| node["@type"][0] == "dpv:ConsentRecord").collect()
}

fn found<'d>(document: &'d Value, id: &Value) -> &'d Value {
    let graph = document["@graph"].as_array().unwrap();
    graph.iter().find(|node| node["@id"] == *id).unwrap_or_else(|| panic!("{id} is not in the graph"))
}

#[test]
fn there_is_one_record_for_each_subject_and_category_with_its_history() {
    let business = server().business();
    business.opt_in(TYPED, &["order_updates", "relevant_offers"]);
    business.opt_out(KEPT, &["relevant_offers"]);
    business.opt_in("30123456", &["order_updates"]);
    business.opt_out("+4540123456", &["back_in_stock"]);
    let document = document(&business, "");
    let rows = business.rows("kind=state");
    let records = records(&document);
    assert_eq!(records.len(), rows.len());

    let mut histories = BTreeMap::new();
    for record in &records {
        for part in ["dct:conformsTo", "dct:identifier", "dpv:hasDataSubject", "dpv:hasProcess", "dpv:hasActivity"] {
            assert_eq!(record[part].as_array().map(Vec::is_empty), Some(false), "{part} in {record}");
        }
        assert_eq!(record["dct:conformsTo"][0]["@id"], "https://w3id.org/dpv/schema/dpv-27560#record-eu-gdpr");
        let phone = record["dpv:hasDataSubject"][0]["dpv:hasPersonalData"][0]["rdf:value"][0].as_str().unwrap();
        let events = record["dpv:hasActivity"].as_array().unwrap();
        let types: Vec<_> = events.iter().map(|event| event["@type"][0].as_str().unwrap()).collect();
        assert_eq!(record["dpv:hasConsentStatus"][0]["@id"], *types.last().unwrap(), "{record}");
        for event in events {
            assert_eq!(event["dpv:isIndicatedAtTime"][0]["@type"], "xsd:dateTime");
            assert!(event["dpv:isIndicatedBy"][0]["@id"].is_string());
        }
        let key = record["dct:identifier"][0].as_str().unwrap();
        let category = ["order_updates", "relevant_offers", "back_in_stock"].into_iter().find(|id| key.ends_with(id));
        histories.insert((phone, category.unwrap()), (types, *record));
    }
    let types = |phone, category| histories[&(phone, category)].0.clone();
    assert_eq!(types("tel:+4520123456", "order_updates"), ["dpv:ConsentGiven"]);
    assert_eq!(types("tel:+4520123456", "relevant_offers"), ["dpv:ConsentGiven", "dpv:ConsentWithdrawn"]);
    assert_eq!(types("tel:+4530123456", "order_updates"), ["dpv:ConsentGiven"]);
    assert_eq!(types("tel:+4540123456", "back_in_stock"), ["dpv:ConsentRefused"]);

    let record = histories[&("tel:+4520123456", "relevant_offers")].1;
    let notice = found(&document, &record["dpv:hasNotice"][0]["@id"]);
    assert_eq!(notice["dct:identifier"][0], business.notice_id());
    let controller = found(&document, &record["dpv:hasDataController"][0]["@id"]);
    assert_eq!(controller["dct:identifier"][0], business.id);
    assert_eq!(controller["dpv:hasName"][0], "Testhuset ApS");
    let process = found(&document, &record["dpv:hasProcess"][0]["@id"]);
    assert_eq!(process["dpv:hasPurpose"][0]["@type"][0], "dpv:DirectMarketing");
    assert_eq!(process["dpv:hasPersonalData"][0]["@id"], "pd:TelephoneNumber");
    assert_eq!(record["dct:relation"][0]["@type"][0], "dpv:ConsentReceipt");
}

#[test]
fn filters_hold_back_records_and_an_empty_document_is_a_document() {
    let business = server().business();
    assert!(records(&document(&business, "")).is_empty());
    business.opt_in(TYPED, &["order_updates", "relevant_offers"]);
    business.opt_out(KEPT, &["relevant_offers"]);
    assert_eq!(records(&document(&business, "&state=withdrawn")).len(), 1);
    assert_eq!(records(&document(&business, "&category=order_updates")).len(), 1);
    assert_eq!(records(&document(&business, "&to=2020-01-01")).len(), 0);
    business.get("/export?kind=events&format=jsonld").refusal(422, "field_invalid");
}

#[test]
fn many_pages_make_one_document() {
    let business = server().business();
    let notice = business.notice_id();
    for number in 0..250 {
        let mut body = serde_json::json!({ "notice": notice, "categories": ["order_updates"] });
        body["subject"] = serde_json::json!({ "phone": format!("+4520000{number:03}") });
        business.consents().json(&body).send().expect(201);
    }
    assert_eq!(records(&document(&business, "")).len(), 250);
}

#[test]
fn imported_consent_is_told_from_one_that_was_given_here() {
    let business = server().business();
    business.import(std::iter::once(KEPT.to_owned()), "order_updates");
    let document = document(&business, "");
    let records = records(&document);
    assert_eq!(records.len(), 1);
    let (record, event) = (records[0], &records[0]["dpv:hasActivity"][0]);
    assert_eq!(event["dpv:hasIndicationMethod"][0], "import");
    assert_eq!(event["dct:provenance"][0]["dct:source"][0], "sign-up sheet");
    assert!(record.get("dpv:hasNotice").is_none(), "nobody was shown one");
    let process = found(&document, &record["dpv:hasProcess"][0]["@id"]);
    assert_eq!(process["dct:identifier"][0], "order_updates");
    assert!(record["dct:relation"].as_array().unwrap().is_empty(), "nor given a receipt");
}
