//! Every page that the edge serves: what it lets a browser do, and what it keeps from others.

use jatak_tests::Reply;
use jatak_tests::business::{KEPT, TYPED};
use jatak_tests::page::Page;

use super::server;

/// Every kind of page, by name.
fn all_pages() -> Vec<(&'static str, Reply)> {
    let business = server().business();
    let receipt = business.receipt(&business.opt_in(TYPED, &["order_updates"]));
    let get = |path: &str| server().get(path).header("Accept-Language", "en").send();
    let notice = business.notice_id();
    let fields = [("notice", notice.as_str()), ("category", "order_updates"), ("phone", KEPT)];
    vec![
        ("hosted", get(&format!("/{}", business.slug))),
        ("export", get(&format!("/{}/export", business.slug))),
        ("embed", get(&format!("/{}/embed", business.slug))),
        ("receipt", get(&receipt)),
        ("choices", get(&business.choices(KEPT))),
        ("not found", get(&format!("/{}/c/nothing", business.slug))),
        ("unknown business", get("/no-such-shop-here")),
        ("confirm", server().post(&business.api("/consents")).header("Accept-Language", "en").form(&fields).send()),
        ("error", server().post(&business.api("/consents")).origin("https://evil.example").form(&fields).send()),
    ]
}

#[test]
fn every_page_is_served_with_a_strict_policy() {
    for (name, reply) in all_pages() {
        let policy = reply.header("content-security-policy");
        for part in ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action"] {
            assert!(policy.contains(part), "{name}: {part} in {policy:?}");
        }
        for bad in ["unsafe-inline", "unsafe-eval", "*", "http:"] {
            let own = policy.replace(&server().edge, "");
            assert!(!own.contains(bad), "{name}: {bad} in {policy}");
        }
        assert_eq!(reply.header("referrer-policy"), "same-origin", "{name}");
        assert_eq!(reply.header("x-content-type-options"), "nosniff", "{name}");
        assert!(reply.header("x-robots-tag").contains("noindex") || reply.text().contains("noindex"), "{name}");
        assert_eq!(reply.header("set-cookie"), "", "{name}: no cookies");
        assert_eq!(reply.header("access-control-allow-origin"), "", "{name}");
        assert_eq!(reply.header("content-type"), "text/html; charset=utf-8", "{name}");
    }
}

#[test]
fn a_page_with_a_token_a_key_or_a_fresh_form_is_kept_nowhere() {
    for (name, reply) in all_pages() {
        assert!(reply.header("cache-control").contains("no-store"), "{name}: {}", reply.header("cache-control"));
    }
}

#[test]
fn no_page_asks_anybody_else_for_anything() {
    for (name, reply) in all_pages() {
        let page = Page::of(&reply);
        for (css, attribute) in
            [("script[src]", "src"), ("link[href]", "href"), ("img[src]", "src"), ("iframe[src]", "src")]
        {
            for element in page.select(css) {
                let address = element.attr(attribute).unwrap();
                let own = address.starts_with('/') && !address.starts_with("//") || address.starts_with(&server().edge);
                assert!(own || address.starts_with("data:"), "{name}: {address}");
            }
        }
        assert!(!page.has("script:not([src])"), "{name}: an inline script");
        assert!(!page.has("[style], style"), "{name}: an inline style");
        assert!(!page.has("[onclick], [onload], [onsubmit]"), "{name}: an inline handler");
    }
}

#[test]
fn every_page_is_well_formed_for_people_and_machines() {
    for (name, reply) in all_pages() {
        assert!(reply.text().to_lowercase().starts_with("<!doctype html>"), "{name}");
        let page = Page::of(&reply);
        assert!(page.has("html[lang]") && page.has("title") && page.has("main"), "{name}");
        assert!(page.has("meta[name=viewport]"), "{name}");
        assert_eq!(page.select("h1").len(), 1, "{name}");
        assert!(!page.heading().is_empty(), "{name}");
        for field in page.select("input:not([type=hidden]), select, textarea") {
            let id = field.attr("id").unwrap_or_default();
            let labelled = !id.is_empty() && page.has(&format!("label[for=\"{id}\"]"));
            let inside = field.ancestors().any(|node| node.value().as_element().is_some_and(|e| e.name() == "label"));
            assert!(labelled || inside, "{name}: a field without a label: {}", field.html());
        }
    }
}

#[test]
fn no_page_shows_a_whole_number() {
    for (name, reply) in all_pages() {
        let text = Page::of(&reply).text();
        assert!(!text.contains("20123456") && !text.contains("20 12 34 56"), "{name}");
        if name != "confirm" && name != "error" {
            assert!(!reply.text().contains("20123456"), "{name}");
        }
    }
}

#[test]
fn head_says_of_a_page_what_get_says() {
    let business = server().business();
    let receipt = business.receipt(&business.opt_in(TYPED, &["order_updates"]));
    for path in
        [format!("/{}", business.slug), receipt, business.api("/notice"), format!("/{}/widget.js", business.slug)]
    {
        let (get, head) = (server().get(&path).send().expect(200), server().call("HEAD", &path).send().expect(200));
        assert!(head.body.is_empty(), "{path}");
        for name in ["content-type", "cache-control", "content-security-policy", "etag", "vary"] {
            assert_eq!(head.header(name), get.header(name), "{name} of {path}");
        }
    }
}
