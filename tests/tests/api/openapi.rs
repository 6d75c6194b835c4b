//! The description of the API, held against what the edge does.

use std::collections::{BTreeMap, BTreeSet};

use jatak_tests::business::{KEPT, SHOP, TYPED};
use jatak_tests::meta::{Meta, WABA, delivery};
use jatak_tests::{Business, Reply};
use serde_json::{Value, json};

use super::server;

fn document() -> Value {
    let reply = server().get("/openapi.json").send().expect(200);
    assert!(reply.header("content-type").starts_with("application/json"));
    reply.json()
}

/// Each path and method of the document, with its statuses.
fn documented() -> BTreeMap<(String, String), BTreeSet<String>> {
    let document = document();
    let mut all = BTreeMap::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            if ["get", "put", "post", "delete", "patch"].contains(&method.as_str()) {
                let statuses = operation["responses"].as_object().unwrap().keys().cloned().collect();
                all.insert((path.clone(), method.to_uppercase()), statuses);
            }
        }
    }
    all
}

/// A method and a path of the document.
type Operation = (&'static str, &'static str);

/// Everything that is documented, called once as it should be and once or more as it should not.
fn calls(business: &Business<'_>) -> Vec<(Operation, Vec<Reply>)> {
    let mut all = public_calls(business);
    all.push((("POST", "/v1/{business}/consents"), consents(business)));
    all.extend(keyed_calls(business));
    all.extend(whatsapp_calls());
    all.extend(operator_calls(business));
    all
}

fn public_calls(business: &Business<'_>) -> Vec<(Operation, Vec<Reply>)> {
    let get = |path: &str| server().get(path).send();
    let own = |path: &str| get(&format!("/{}{path}", business.slug));
    let api = |path: &str| get(&business.api(path));
    let receipt = business.receipt(&business.opt_in(TYPED, &["order_updates"]));
    let form = api("/form").json();
    let named = |pointer: &str| form.pointer(pointer).and_then(Value::as_str).unwrap().to_owned();
    let (asset, countries) = (named("/wasm/js"), named("/phone/countries"));
    let guessed = server().get("/phone/country").header("CF-IPCountry", "DK").send();
    let taken_back = [
        server().post(&receipt).form(&[("category", "order_updates")]).send(),
        server().post(&format!("/{}/c/x", business.slug)).form(&[("a", "b")]).send(),
    ];
    vec![
        (("GET", "/healthz"), vec![get("/healthz")]),
        (("GET", "/openapi.json"), vec![get("/openapi.json")]),
        (("GET", "/element.js"), vec![get("/element.js")]),
        (("GET", "/jatak.d.ts"), vec![get("/jatak.d.ts")]),
        (("GET", "/assets/{hash}/{file}"), vec![get(&asset), get("/assets/x/y")]),
        (("GET", "/phone/country"), vec![get("/phone/country"), guessed]),
        (("GET", "/phone/countries/{hash}/{locale}"), vec![get(&countries), get("/phone/countries/x/da")]),
        (("GET", "/phone/rules/{country}"), vec![get("/phone/rules/DK"), get("/phone/rules/x")]),
        (("GET", "/{business}/widget.js"), vec![own("/widget.js"), get("/nobody/widget.js")]),
        (("GET", "/{business}"), vec![own(""), get("/nobody")]),
        (("GET", "/{business}/export"), vec![own("/export"), get("/nobody/export")]),
        (("GET", "/{business}/embed"), vec![own("/embed"), own("/embed?width=x&form=x"), get("/nobody/embed")]),
        (("GET", "/{business}/embed/preview"), vec![own("/embed/preview"), get("/nobody/embed/preview")]),
        (("GET", "/{business}/c/{token}"), vec![get(&receipt), own("/c/x")]),
        (("POST", "/{business}/c/{token}"), taken_back.into()),
        (
            ("GET", "/{business}/c/{token}/receipt.json"),
            vec![get(&format!("{receipt}/receipt.json")), own("/c/x/receipt.json")],
        ),
        (("GET", "/v1/{business}/log/vkey"), vec![api("/log/vkey"), get("/v1/nobody/log/vkey")]),
        (("GET", "/v1/{business}/form"), vec![api("/form"), get("/v1/nobody/form")]),
        (("POST", "/v1/{business}/shown"), vec![server().post(&business.api("/shown")).body("{}").send()]),
        (("GET", "/v1/{business}/notice"), vec![api("/notice"), get("/v1/nobody/notice")]),
        (
            ("GET", "/v1/{business}/notices/{id}"),
            vec![api(&format!("/notices/{}", business.notice_id())), api("/notices/x")],
        ),
    ]
}

fn consents(business: &Business<'_>) -> Vec<Reply> {
    let path = business.api("/consents");
    let body = business.submission(TYPED, &["order_updates"]);
    let notice = business.notice_id();
    let form = [("notice", notice.as_str()), ("category", "order_updates"), ("phone", KEPT)];
    vec![
        business.consents().json(&body).send(),
        business.consents().json(&json!({})).send(),
        business.consents().raw("application/json", "{").send(),
        business.consents().raw("text/plain", "x").send(),
        business.consents().raw("application/json", " ".repeat(100_000)).send(),
        server().post(&path).json(&body).send(),
        server().post(&path).key("x").json(&body).send(),
        server().post("/v1/nobody/consents").origin(SHOP).json(&body).send(),
        server().post(&path).origin(SHOP).form(&form).send(),
        server().post(&path).form(&form).send(),
    ]
}

fn keyed_calls(business: &Business<'_>) -> Vec<(Operation, Vec<Reply>)> {
    let call = |method: &str, path: &str| server().call(method, &business.api(path)).key(&business.key);
    let get = |path: &str| call("GET", path).send();
    let open = |path: &str| server().get(&business.api(path)).send();
    let post = |path: &str, body: Value| call("POST", path).json(&body).send();
    let phone = json!({ "phone": KEPT });
    let made = business.make_key(&["read"]);
    let key = format!("/keys/{}", made["id"].as_str().unwrap());
    let put = |settings: &Value| call("PUT", "").json(settings).send();
    let no = json!({ "phone": KEPT, "categories": ["order_updates"] });
    let receipt = business.opt_in("+4530123456", &["order_updates"]);
    let receipt = format!("/receipts/{}", receipt["id"].as_str().unwrap());
    let file = |file: &str| call("POST", "/imports").raw("text/csv", file).send();
    let line = "phone,categories,source,claimed_at,wording\n+4530123456,order_updates,till,2024-05-01,none kept\n";
    let import = file(line).json()["id"].as_str().unwrap().to_owned();
    let faulty = file(&format!("{line}x,y,,,\n")).json()["id"].as_str().unwrap().to_owned();
    let commit = |id: &str| call("POST", &format!("/imports/{id}/commit")).send();
    let hook = json!({ "url": "https://receiver.example/jatak" });
    let webhook = post("/webhooks", hook.clone());
    let one = format!("/webhooks/{}", webhook.json()["id"].as_str().unwrap());
    let more: Vec<Reply> = (0..5).map(|_| post("/webhooks", hook.clone())).collect();
    vec![
        (("POST", "/v1/{business}/webhooks"), [vec![webhook, post("/webhooks", json!({}))], more].concat()),
        (("GET", "/v1/{business}/webhooks"), vec![get("/webhooks"), open("/webhooks")]),
        (
            ("PUT", "/v1/{business}/webhooks/{id}"),
            vec![call("PUT", &one).json(&hook).send(), call("PUT", "/webhooks/x").json(&hook).send()],
        ),
        (
            ("POST", "/v1/{business}/webhooks/{id}/replay"),
            vec![post(&format!("{one}/replay"), json!({ "after": 0 })), post("/webhooks/x/replay", json!({}))],
        ),
        (
            ("POST", "/v1/{business}/webhooks/{id}/secret"),
            vec![post(&format!("{one}/secret"), json!({})), post("/webhooks/x/secret", json!({}))],
        ),
        (
            ("DELETE", "/v1/{business}/webhooks/{id}"),
            vec![call("DELETE", &one).send(), call("DELETE", "/webhooks/x").send()],
        ),
        (("POST", "/v1/{business}/imports"), vec![file(line), file(""), post("/imports", json!({}))]),
        (
            ("GET", "/v1/{business}/imports/{id}"),
            vec![get(&format!("/imports/{import}")), get("/imports/x"), get(&format!("/imports/{import}?limit=0"))],
        ),
        (("POST", "/v1/{business}/imports/{id}/commit"), vec![commit(&import), commit("x"), commit(&faulty)]),
        (
            ("DELETE", "/v1/{business}/imports/{id}"),
            vec![call("DELETE", &format!("/imports/{faulty}")).send(), call("DELETE", "/imports/x").send()],
        ),
        (("GET", "/v1/{business}"), vec![get(""), open("")]),
        (("PUT", "/v1/{business}"), vec![put(&business.settings()), put(&json!({}))]),
        (("GET", "/v1/{business}/export"), vec![get("/export"), get("/export?kind=x"), open("/export")]),
        (("GET", "/v1/{business}/events"), vec![get("/events"), get("/events?after=x"), open("/events")]),
        (
            ("GET", "/v1/{business}/statistics"),
            vec![get("/statistics"), get("/statistics?from=x"), open("/statistics")],
        ),
        (("POST", "/v1/{business}/lookups"), vec![post("/lookups", phone.clone()), post("/lookups", json!({}))]),
        (
            ("POST", "/v1/{business}/decisions"),
            vec![
                post("/decisions", json!({ "category": "order_updates", "subjects": [phone] })),
                post("/decisions", json!({ "category": "order_updates", "subjects": [] })),
            ],
        ),
        (
            ("POST", "/v1/{business}/sends"),
            vec![
                post(
                    "/sends",
                    json!({ "sends": [{ "reservation": "019ab3f6-4d20-7c11-9a02-1f2e3d4c5b6a", "outcome": "sent" }] }),
                ),
                post("/sends", json!({})),
            ],
        ),
        (("POST", "/v1/{business}/opt-outs"), vec![post("/opt-outs", no), post("/opt-outs", phone.clone())]),
        (
            ("POST", "/v1/{business}/erasures"),
            vec![post("/erasures", json!({ "phones": ["+4599999999"] })), post("/erasures", json!({}))],
        ),
        (("POST", "/v1/{business}/links"), vec![post("/links", phone), post("/links", json!({}))]),
        (("GET", "/v1/{business}/keys"), vec![get("/keys"), open("/keys")]),
        (("GET", "/v1/{business}/receipts/{id}"), vec![get(&receipt), get("/receipts/x"), open("/receipts/x")]),
        (("GET", "/v1/{business}/log/checkpoint"), vec![get("/log/checkpoint"), open("/log/checkpoint")]),
        (
            ("GET", "/v1/{business}/log/tile/{tile}"),
            vec![get("/log/tile/0/000.p/1"), get("/log/tile/x"), open("/log/tile/entries/000.p/1")],
        ),
        (
            ("POST", "/v1/{business}/keys"),
            vec![post("/keys", json!({ "name": "x", "scopes": ["read"] })), post("/keys", json!({}))],
        ),
        (
            ("DELETE", "/v1/{business}/keys/{id}"),
            vec![call("DELETE", &key).send(), call("DELETE", "/keys/absent").send()],
        ),
    ]
}

fn whatsapp_calls() -> Vec<(Operation, Vec<Reply>)> {
    let (business, app) = server().business_in_whatsapp("whatsapp");
    let path = |path: &str| business.api(path);
    let get = |path: &str| server().get(&business.api(path)).key(&business.key).send();
    let shake = |path: &str, app: &Meta| {
        let query = format!("?hub.mode=subscribe&hub.challenge=1&hub.verify_token={}", app.verify_token);
        server().get(&format!("{path}{query}")).send()
    };
    let hear = |path: &str, app: &Meta| app.delivering(server(), path, &delivery(WABA, &[])).send();
    let nobody = Meta::new("nobody");
    let body = json!({ "notice": business.notice_id(), "categories": ["order_updates"] });
    let offer = |path: &str, body: &Value| server().post(path).origin(SHOP).json(body).send();
    let offered = offer(&path("/offers"), &body);
    let secret = json!({ "secret": offered.json()["secret"] });
    business.opt_in(TYPED, &["order_updates"]);
    business.writes(&app, KEPT, "the bus stop");
    let review = get("/reviews").json()["reviews"][0]["id"].as_str().unwrap().to_owned();
    let accounts = |key: &str, wabas: Value| {
        let bound = format!("/v1/businesses/{}/whatsapp", business.slug);
        server().call("PUT", &bound).key(key).json(&json!({ "wabas": wabas })).send()
    };
    let refused = server().post(&path("/offers")).json(&body).send();
    vec![
        (("GET", "/v1/whatsapp"), vec![shake("/v1/whatsapp", &server().app), shake("/v1/whatsapp", &nobody)]),
        (("POST", "/v1/whatsapp"), vec![hear("/v1/whatsapp", &server().app), hear("/v1/whatsapp", &nobody)]),
        (
            ("PUT", "/v1/businesses/{business}/whatsapp"),
            vec![
                accounts(&server().admin, json!([])),
                accounts(&server().admin, json!(["x"])),
                accounts("x", json!([])),
            ],
        ),
        (("GET", "/v1/{business}/whatsapp"), vec![shake(&path("/whatsapp"), &app), shake(&path("/whatsapp"), &nobody)]),
        (("POST", "/v1/{business}/whatsapp"), vec![hear(&path("/whatsapp"), &app), hear(&path("/whatsapp"), &nobody)]),
        (
            ("PUT", "/v1/{business}/whatsapp"),
            vec![business.share(&[&app.app_secret], &app.verify_token), business.share(&[], "x")],
        ),
        (
            ("GET", "/v1/{business}/whatsapp/counts"),
            vec![get("/whatsapp/counts"), server().get(&path("/whatsapp/counts")).send()],
        ),
        (("POST", "/v1/{business}/offers"), vec![offered, offer(&path("/offers"), &json!({})), refused]),
        (
            ("POST", "/v1/{business}/verifications"),
            vec![offer(&path("/verifications"), &secret), offer(&path("/verifications"), &json!({ "secret": "x" }))],
        ),
        (("GET", "/v1/{business}/reviews"), vec![get("/reviews"), get("/reviews?after=x")]),
        (
            ("POST", "/v1/{business}/reviews/{id}"),
            vec![
                business.post(&format!("/reviews/{review}"), &json!({ "finding": "nothing" })),
                business.post("/reviews/x", &json!({ "finding": "nothing" })),
                business.post(&format!("/reviews/{review}"), &json!({})),
            ],
        ),
    ]
}

fn operator_calls(business: &Business<'_>) -> Vec<(Operation, Vec<Reply>)> {
    let call = |method: &str, path: &str| server().call(method, path).key(&server().admin);
    let spare = format!("/v1/businesses/{}", server().business().slug);
    let taken = json!({ "slug": business.slug, "settings": business.settings() });
    vec![
        (("GET", "/v1/businesses"), vec![call("GET", "/v1/businesses").send(), server().get("/v1/businesses").send()]),
        (
            ("POST", "/v1/businesses"),
            vec![
                call("POST", "/v1/businesses").json(&taken).send(),
                server().post("/v1/businesses").json(&taken).send(),
            ],
        ),
        (
            ("DELETE", "/v1/businesses/{business}"),
            vec![server().call("DELETE", &spare).send(), call("DELETE", &spare).send()],
        ),
    ]
}

/// Whether a status is covered by those documented: itself, its hundred (`4XX`), or `default`.
fn covers(statuses: &BTreeSet<String>, status: u16) -> bool {
    statuses.contains(&status.to_string())
        || statuses.contains(&format!("{}XX", status / 100))
        || statuses.contains("default")
}

/// The targets of all references below a value.
fn references(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            if let Some(Value::String(target)) = members.get("$ref") {
                found.insert(target.clone());
            }
            members.values().for_each(|member| references(member, found));
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, found)),
        _ => {}
    }
}

#[test]
fn every_address_that_the_edge_serves_is_documented_with_the_statuses_it_answers() {
    let documented = documented();
    let business = server().business();
    for ((method, path), replies) in calls(&business) {
        let statuses = documented.get(&(path.to_owned(), method.to_owned()));
        let statuses = statuses.unwrap_or_else(|| panic!("{method} {path} is not documented: {:?}", documented.keys()));
        for reply in replies {
            assert!(covers(statuses, reply.status), "{method} {path}: {} is not among {statuses:?}", reply.status);
            assert!(reply.status < 500, "{}: {}", reply.asked, reply.text());
        }
    }
}

#[test]
fn every_documented_address_is_served_with_its_method() {
    let business = server().business();
    let called: BTreeSet<_> =
        calls(&business).into_iter().map(|((method, path), _)| (path.to_owned(), method.to_owned())).collect();
    for (path, method) in documented().into_keys() {
        if called.contains(&(path.clone(), method.clone())) {
            continue;
        }
        let concrete = path.replace("{business}", &business.slug).replace("{code}", "rate_limited");
        assert!(!concrete.contains('{'), "{method} {path} is documented and called by no test here");
        let reply = server().call(&method, &concrete).send();
        assert!(!matches!(reply.status, 404 | 405), "{method} {path} is documented and answered with {}", reply.status);
    }
}

#[test]
fn the_document_is_a_whole_one() {
    let document = document();
    assert!(document["openapi"].as_str().is_some_and(|version| version.starts_with("3.")));
    assert!(document["info"]["title"].is_string() && document["info"]["version"].is_string());
    // Every reference leads somewhere.
    let mut found = BTreeSet::new();
    references(&document, &mut found);
    for target in found {
        let pointer = target.strip_prefix('#').unwrap_or_else(|| panic!("{target} leads out of the document"));
        assert!(document.pointer(pointer).is_some(), "{target} leads nowhere");
    }
}

#[test]
fn every_kind_of_problem_has_a_page_of_its_own() {
    let problem = server().get("/v1/no-such-shop/notice").send().refusal(404, "business_unknown");
    let path = problem["type"].as_str().unwrap();
    assert!(path.starts_with(&server().edge), "{path}");
    server().get(path).send().expect(200);
}
