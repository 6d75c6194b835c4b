//! The script that a shop's page loads, and the same data as JSON.

use serde_json::Value;

use super::server;

#[test]
fn the_script_carries_the_whole_form_for_the_language_asked_for() {
    let business = server().business();
    for locale in ["da", "en"] {
        let reply = server().get(&format!("/{}/widget.js?locale={locale}", business.slug)).send().expect(200);
        assert!(reply.header("content-type").starts_with("text/javascript"), "{}", reply.header("content-type"));
        let notice = business.notice(locale);
        assert!(reply.text().contains(notice["id"].as_str().unwrap()));
        assert!(!reply.text().to_lowercase().contains("</script"));
    }
}

#[test]
fn the_script_is_kept_for_a_short_time_and_checked_by_its_etag() {
    let business = server().business();
    let path = format!("/{}/widget.js?locale=en", business.slug);
    let first = server().get(&path).send().expect(200);
    let etag = first.header("etag");
    assert!(etag.starts_with('"') || etag.starts_with("W/\""), "{etag}");
    let caching = first.header("cache-control");
    let age = caching
        .split("max-age=")
        .nth(1)
        .and_then(|rest| rest.split(',').next())
        .and_then(|age| age.trim().parse::<u32>().ok());
    assert!(age.is_some_and(|age| age <= 600), "a short cache: {caching}");
    let vary = first.header("vary").to_lowercase();
    assert!(vary.contains("accept-language") && vary.contains("accept-encoding"), "{vary}");

    let same = server().get(&path).header("If-None-Match", &etag).send();
    assert_eq!((same.status, same.body.len()), (304, 0));
    assert_eq!(same.header("etag"), etag);
    business.change(|settings| settings["name"] = "Testhuset Ny".into());
    let changed = server().get(&path).header("If-None-Match", &etag).send().expect(200);
    assert_ne!(changed.header("etag"), etag);
}

#[test]
fn the_readers_language_decides_where_the_address_says_none() {
    let business = server().business();
    let get = |language: &str| {
        let reply = server().get(&format!("/{}/widget.js", business.slug)).header("Accept-Language", language).send();
        reply.expect(200)
    };
    assert!(get("da").text().contains(business.notice("da")["id"].as_str().unwrap()));
    assert!(get("en").text().contains(business.notice("en")["id"].as_str().unwrap()));
    assert_ne!(get("da").header("etag"), get("en").header("etag"));
}

#[test]
fn the_form_data_is_what_the_contract_between_edge_and_loader_says() {
    let business = server().business();
    let form = server().get(&business.api("/form?locale=en")).send().expect(200).json();
    assert_eq!(form["v"], 1);
    assert_eq!(form["edge"], server().edge.as_str());
    assert_eq!(form["business"], business.slug.as_str());
    assert_eq!(form["locale"], "en");
    assert_eq!(form["country"], "DK");
    assert_eq!(form["notice"]["id"], business.notice_id());
    assert!(form["html"].as_str().is_some_and(|html| html.contains("checkbox") && !html.contains("checked")));
    assert!(form["css"].as_str().is_some_and(|css| css.len() > 100));
    for name in ["js", "wasm"] {
        let path = form["wasm"][name].as_str().unwrap();
        server().get(path).send().expect(200);
    }
}

#[test]
fn a_shop_may_offer_some_of_the_categories() {
    let business = server().business();
    let form = |query: &str| server().get(&business.api(&format!("/form?locale=en&categories={query}"))).send();
    let some = form("back_in_stock,order_updates").expect(200).json();
    assert_eq!(some["offered"], serde_json::json!(["order_updates", "back_in_stock"]), "in the order of the notice");
    let html = some["html"].as_str().unwrap();
    assert!(html.contains("back_in_stock") && !html.contains("relevant_offers"));
    assert_eq!(some["notice"]["id"], business.notice_id(), "the notice is the same whole one");
    let all = server().get(&business.api("/form?locale=en")).send().expect(200).json();
    assert_eq!(all["offered"].as_array().map(Vec::len), Some(4));
    assert_eq!(all["notice"]["categories"].as_array().map(Vec::len), Some(4));
    let _: Value = all;
}
