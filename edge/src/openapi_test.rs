//! Holds `openapi.json` against the code beside it: the router, the problem codes, the tables of exports.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};

use jatak_shared::locale::Locale;
use jatak_shared::problem::ProblemType;
use jatak_shared::sending::Reason;
use jatak_shared::webhook::Kinds;
use serde_json::{Map, Value};

use crate::export::rows;
use crate::export::wanted::Kind;
use crate::route::Route;

fn document() -> Value {
    serde_json::from_str(include_str!("../openapi.json")).unwrap()
}

/// One path of every route.
const PATHS: [&str; 58] = [
    "/healthz",
    "/openapi.json",
    "/robots.txt",
    "/assets/abc/jatak.js",
    "/problems/internal",
    "/v1/businesses",
    "/v1/businesses/nordlys",
    "/v1/nordlys",
    "/v1/nordlys/form",
    "/v1/nordlys/notice",
    "/v1/nordlys/notices/abc",
    "/v1/nordlys/consents",
    "/v1/nordlys/export",
    "/v1/nordlys/events",
    "/v1/nordlys/lookups",
    "/v1/nordlys/opt-outs",
    "/v1/nordlys/links",
    "/v1/nordlys/keys",
    "/v1/nordlys/keys/abc",
    "/nordlys/widget.js",
    "/nordlys",
    "/nordlys/export",
    "/nordlys/c/abc",
    "/v1/nordlys/imports",
    "/v1/nordlys/imports/abc",
    "/v1/nordlys/imports/abc/commit",
    "/v1/nordlys/receipts/abc",
    "/v1/nordlys/log/checkpoint",
    "/v1/nordlys/log/vkey",
    "/v1/nordlys/log/tile/0/000",
    "/nordlys/c/abc/receipt.json",
    "/verify",
    "/v1/nordlys/erasures",
    "/v1/businesses/nordlys/epochs",
    "/v1/nordlys/log/cosigned",
    "/phone/country",
    "/phone/countries/abc/da",
    "/phone/rules/DK",
    "/element.js",
    "/jatak.d.ts",
    "/v1/nordlys/shown",
    "/v1/nordlys/statistics",
    "/nordlys/embed",
    "/nordlys/embed/preview",
    "/v1/nordlys/decisions",
    "/v1/nordlys/sends",
    "/v1/nordlys/webhooks",
    "/v1/nordlys/webhooks/abc",
    "/v1/nordlys/webhooks/abc/replay",
    "/v1/nordlys/webhooks/abc/secret",
    "/v1/whatsapp",
    "/v1/businesses/nordlys/whatsapp",
    "/v1/nordlys/whatsapp",
    "/v1/nordlys/whatsapp/counts",
    "/v1/nordlys/offers",
    "/v1/nordlys/verifications",
    "/v1/nordlys/reviews",
    "/v1/nordlys/reviews/abc",
];

/// The place of a route's path in [`PATHS`]. A new route does not compile until it has one there.
fn place(route: &Route) -> usize {
    match route {
        Route::Health => 0,
        Route::OpenApi => 1,
        Route::Robots => 2,
        Route::Asset(_) => 3,
        Route::Problem(_) => 4,
        Route::Businesses => 5,
        Route::BusinessEntry(_) => 6,
        Route::Settings(_) => 7,
        Route::Form(_) => 8,
        Route::Notice(_) => 9,
        Route::NoticeById(..) => 10,
        Route::Consents(_) => 11,
        Route::Export(_) => 12,
        Route::Events(_) => 13,
        Route::Lookups(_) => 14,
        Route::OptOuts(_) => 15,
        Route::Links(_) => 16,
        Route::Keys(_) => 17,
        Route::KeyById(..) => 18,
        Route::Widget(_) => 19,
        Route::Hosted(_) => 20,
        Route::ExportPage(_) => 21,
        Route::Link(..) => 22,
        Route::Imports(_) => 23,
        Route::ImportById(..) => 24,
        Route::ImportCommit(..) => 25,
        Route::ReceiptById(..) => 26,
        Route::LogCheckpoint(_) => 27,
        Route::LogVkey(_) => 28,
        Route::LogTile(..) => 29,
        Route::LinkReceipt(..) => 30,
        Route::Verify => 31,
        Route::Erasures(_) => 32,
        Route::Epochs(_) => 33,
        Route::LogCosigned(_) => 34,
        Route::PhoneCountry => 35,
        Route::PhoneCountries(..) => 36,
        Route::PhoneRules(_) => 37,
        Route::Element => 38,
        Route::Types => 39,
        Route::Shown(_) => 40,
        Route::Statistics(_) => 41,
        Route::Embed(_) => 42,
        Route::Preview(_) => 43,
        Route::Decisions(_) => 44,
        Route::Sends(_) => 45,
        Route::Webhooks(_) => 46,
        Route::WebhookById(..) => 47,
        Route::WebhookReplay(..) => 48,
        Route::WebhookSecret(..) => 49,
        Route::WhatsappApp => 50,
        Route::WhatsappAccounts(_) => 51,
        Route::Whatsapp(_) => 52,
        Route::WhatsappCounts(_) => 53,
        Route::Offers(_) => 54,
        Route::Verifications(_) => 55,
        Route::Reviews(_) => 56,
        Route::ReviewById(..) => 57,
    }
}

/// Every operation: its path and method, and what is said of it.
fn operations(document: &Value) -> BTreeMap<(String, String), Map<String, Value>> {
    let mut operations = BTreeMap::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            operations.insert((path.clone(), method.to_uppercase()), operation.as_object().unwrap().clone());
        }
    }
    operations
}

/// What a reference leads to; anything else is itself.
fn resolved<'d>(document: &'d Value, value: &'d Value) -> &'d Value {
    let Some(target) = value["$ref"].as_str() else { return value };
    let pointer = target.strip_prefix('#').unwrap_or_else(|| panic!("{target} leads out of the document"));
    document.pointer(pointer).unwrap_or_else(|| panic!("{target} leads nowhere"))
}

#[test]
fn every_address_and_method_of_the_router_is_documented_and_nothing_else() {
    let mut routed = BTreeSet::new();
    for (at, path) in PATHS.into_iter().enumerate() {
        let route = Route::of(path).unwrap();
        assert_eq!(place(&route), at, "{path}");
        // HEAD comes with GET, as the document says at its beginning.
        let methods = route.methods().iter().filter(|method| **method != "HEAD");
        routed.extend(methods.map(|method| (route.template().to_owned(), (*method).to_owned())));
    }
    let documented: BTreeSet<_> = operations(&document()).into_keys().collect();
    assert_eq!(documented, routed);
}

#[test]
fn every_language_is_documented_in_order() {
    let document = document();
    let named: Vec<&str> = document["components"]["schemas"]["Locale"]["enum"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(Value::as_str)
        .collect();
    let spoken: Vec<&str> = Locale::ALL.iter().map(|locale| locale.code()).collect();
    assert_eq!(named, spoken);
}

#[test]
fn every_reason_of_a_decision_is_documented_in_its_order() {
    let document = document();
    let decision = &document["components"]["schemas"]["Decisions"]["properties"]["decisions"]["items"];
    let named = decision["properties"]["reason"]["enum"].as_array().unwrap();
    assert_eq!(*named, Reason::ALL.map(|reason| Value::from(reason.word())));
}

#[test]
fn every_variable_part_of_an_address_is_a_parameter() {
    let document = document();
    for ((path, method), operation) in operations(&document) {
        let named: BTreeSet<&str> =
            path.split(['/', '.']).filter_map(|part| part.strip_prefix('{')?.strip_suffix('}')).collect();
        let parameters = operation.get("parameters").and_then(Value::as_array).cloned().unwrap_or_default();
        let parameters: Vec<Value> = parameters.iter().map(|one| resolved(&document, one).clone()).collect();
        let in_path = parameters.iter().filter(|one| one["in"] == "path");
        let documented: BTreeSet<&str> = in_path.map(|one| one["name"].as_str().unwrap()).collect();
        assert_eq!(documented, named, "{method} {path}");
    }
}

#[test]
fn every_problem_code_is_documented_and_stands_under_its_own_status() {
    let document = document();
    let codes: BTreeSet<&str> = ProblemType::ALL.iter().map(|kind| kind.code()).collect();
    let listed = document["components"]["schemas"]["Problem"]["properties"]["code"]["enum"].as_array().unwrap();
    assert_eq!(listed.iter().map(|code| code.as_str().unwrap()).collect::<BTreeSet<_>>(), codes);

    let mut told = BTreeSet::new();
    for ((path, method), operation) in operations(&document) {
        for (status, response) in operation["responses"].as_object().unwrap() {
            let response = resolved(&document, response);
            let schema = &response["content"]["application/problem+json"]["schema"];
            let Some(codes) = schema["allOf"][1]["properties"]["code"]["enum"].as_array() else { continue };
            for code in codes.iter().map(|code| code.as_str().unwrap()) {
                let kind = ProblemType::ALL.iter().find(|kind| kind.code() == code).unwrap();
                assert_eq!(kind.status().to_string(), *status, "{code} of {method} {path}");
                told.insert(code.to_owned());
            }
        }
    }
    // These are told where there is no operation, or on pages, which hold no codes.
    let elsewhere = ["method_not_allowed", "category_not_on_receipt"];
    let rest: Vec<_> = codes.into_iter().filter(|code| !told.contains(*code) && !elsewhere.contains(code)).collect();
    assert_eq!(rest, Vec::<&str>::new(), "problems that no operation names");
}

#[test]
fn whatever_needs_a_key_says_how_it_is_refused_without_one() {
    let document = document();
    for ((path, method), operation) in operations(&document) {
        let security = operation["security"].as_array().unwrap();
        let keyed = !security.is_empty();
        assert_eq!(operation["responses"].get("401").is_some(), keyed, "{method} {path}");
        let scoped = security.iter().any(|one| one["businessKey"].as_array().is_some_and(|scopes| !scopes.is_empty()));
        let forbidden = operation["responses"].get("403").map(|response| resolved(&document, response).to_string());
        let lacks_scope = forbidden.is_some_and(|response| response.contains("scope_missing"));
        assert_eq!(lacks_scope, scoped, "{method} {path}");
    }
}

#[test]
fn every_reference_leads_somewhere_and_every_schema_is_used() {
    fn walk<'d>(document: &'d Value, value: &'d Value, used: &mut BTreeSet<&'d str>) {
        match value {
            Value::Object(members) => {
                if let Some(Value::String(target)) = members.get("$ref") {
                    resolved(document, value);
                    used.insert(target);
                }
                members.values().for_each(|member| walk(document, member, used));
            }
            Value::Array(items) => items.iter().for_each(|item| walk(document, item, used)),
            _ => {}
        }
    }
    let document = document();
    let mut used = BTreeSet::new();
    walk(&document, &document, &mut used);
    for kind in ["schemas", "responses", "parameters"] {
        for name in document["components"][kind].as_object().unwrap().keys() {
            assert!(used.contains(format!("#/components/{kind}/{name}").as_str()), "{kind} {name} is used nowhere");
        }
    }
}

#[test]
fn the_kinds_that_a_webhook_can_be_told_are_documented() {
    let document = document();
    let words: Vec<&str> = Kinds::ABOUT_PEOPLE.iter().map(|kind| kind.word()).collect();
    assert_eq!(document["components"]["schemas"]["WebhookKinds"]["items"]["enum"], serde_json::json!(words));
}

#[test]
fn the_columns_of_every_table_are_documented_in_order() {
    let document = document();
    let said = document["paths"]["/v1/{business}/export"]["get"]["description"].as_str().unwrap();
    for kind in Kind::ALL {
        let columns = rows::columns(kind).join(", ");
        assert!(said.contains(&format!(": {columns}.")), "{columns}");
    }
}
