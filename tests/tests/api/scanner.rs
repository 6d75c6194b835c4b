//! A scanner that fetches every address it sees changes nothing (rule 7).

use std::collections::BTreeSet;

use jatak_tests::business::{CATEGORIES, KEPT, TYPED};
use jatak_tests::page::Page;

use super::server;

#[test]
fn fetching_every_address_of_every_page_twice_changes_nothing() {
    let business = server().business();
    let answer = business.opt_in(TYPED, &CATEGORIES);
    business.opt_out(KEPT, &["relevant_offers"]);
    let before = (business.states(KEPT), business.events());
    let mut waiting: Vec<String> = vec![
        business.receipt(&answer),
        business.choices(KEPT),
        format!("/{}", business.slug),
        format!("/{}/export", business.slug),
        format!("/{}/embed?form=da&theme=dark", business.slug),
        format!("/{}/widget.js", business.slug),
        business.api("/form"),
        business.api("/shown"),
        business.api("/statistics"),
    ];
    let mut seen = BTreeSet::new();
    while let Some(path) = waiting.pop() {
        if !seen.insert(path.clone()) {
            continue;
        }
        assert!(seen.len() < 500, "the pages lead to no endless number of others: {path}");
        for method in ["GET", "GET", "HEAD"] {
            let reply = server().call(method, &path).send();
            assert!(reply.status < 500, "{method} {path}: {}", reply.status);
            if method == "GET" && reply.header("content-type").starts_with("text/html") {
                waiting.extend(Page::of(&reply).addresses(server()));
            }
        }
    }
    // What a button would send, put into the address instead.
    for path in [business.receipt(&answer), business.choices(KEPT)] {
        let page = Page::of(&server().get(&path).header("Accept-Language", "en").send());
        for form in page.forms() {
            let fields = form.sent();
            let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            server().get(&format!("{path}?{}", jatak_tests::client::encoded(&fields))).send();
        }
        server().get(&format!("{path}?everything=1&stop=1&withdraw=order_updates&category=order_updates")).send();
    }
    assert_eq!((business.states(KEPT), business.events()), before);
}
