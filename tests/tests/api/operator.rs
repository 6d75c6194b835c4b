//! The operator's calls: making, listing and removing businesses; and whether the edge is well.

use jatak_tests::business::{TYPED, fresh_slug, settings};
use serde_json::json;

use super::server;

#[test]
fn the_edge_says_that_it_is_well() {
    let reply = server().get("/healthz").send().expect(200);
    assert!(reply.header("cache-control").contains("no-store"));
}

#[test]
fn only_the_operator_makes_and_lists_businesses() {
    let business = server().business();
    let body = json!({ "slug": fresh_slug(), "settings": settings() });
    for key in ["", "x", business.key.as_str()] {
        for call in [server().post("/v1/businesses").json(&body), server().get("/v1/businesses")] {
            let reply = call.key(key).send();
            assert_eq!(reply.status, 401, "{}", reply.text());
        }
    }
    server().post("/v1/businesses").json(&body).send().refusal(401, "key_missing");
    let delete = server().call("DELETE", &format!("/v1/businesses/{}", business.slug)).key(&business.key).send();
    assert_eq!(delete.status, 401);
    business.notice("en");
}

#[test]
fn a_business_that_was_made_is_listed() {
    let business = server().business();
    let list = server().get("/v1/businesses").key(&server().admin).send().expect(200);
    assert!(!list.text().contains(&business.key));
    let list = list.json();
    let listed = list["businesses"].as_array().unwrap().iter().find(|one| one["slug"] == business.slug.as_str());
    assert_eq!(listed.unwrap()["id"], business.id.as_str());
}

#[test]
fn a_slug_is_taken_once() {
    let business = server().business();
    let body = json!({ "slug": business.slug, "settings": settings() });
    server().post("/v1/businesses").key(&server().admin).json(&body).send().refusal(409, "slug_taken");
}

#[test]
fn a_slug_of_the_wrong_shape_or_of_the_edges_own_words_is_refused() {
    for slug in ["ab", "Shop", "1shop", "shop_1", "a/b", "healthz", "assets", "v1", "businesses", "openapi", ""] {
        let body = json!({ "slug": slug, "settings": settings() });
        let reply = server().post("/v1/businesses").key(&server().admin).json(&body).send();
        assert_eq!(reply.status, 422, "{slug}: {}", reply.text());
        assert_eq!(reply.json()["field"], "/slug", "{slug}: {}", reply.text());
    }
}

#[test]
fn unfit_settings_make_no_business_and_use_no_slug_up() {
    let slug = fresh_slug();
    let mut unfit = settings();
    unfit["name"] = "".into();
    let make = |settings: &serde_json::Value| {
        let body = json!({ "slug": slug, "settings": settings });
        server().post("/v1/businesses").key(&server().admin).json(&body).send()
    };
    make(&unfit).refusal(422, "settings_unfit");
    server().get(&format!("/v1/{slug}/notice")).send().refusal(404, "business_unknown");
    make(&settings()).expect(201);
    server().get(&format!("/v1/{slug}/notice")).send().expect(200);
}

#[test]
fn a_removed_business_is_gone_and_its_slug_stays_taken() {
    let business = server().business();
    let receipt = business.receipt(&business.opt_in(TYPED, &["order_updates"]));
    let path = format!("/v1/businesses/{}", business.slug);
    server().call("DELETE", &path).key(&server().admin).send().expect(204);
    server().get(&business.api("/notice")).send().refusal(404, "business_unknown");
    assert_eq!(business.get("/export?format=csv&kind=events").status, 404);
    server().get(&receipt).send().expect(404);
    let body = json!({ "slug": business.slug, "settings": settings() });
    server().post("/v1/businesses").key(&server().admin).json(&body).send().refusal(409, "slug_taken");
}
