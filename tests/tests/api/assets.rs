//! Assets: immutable, of the right type, packed as the client takes them.

use std::collections::BTreeSet;

use jatak_tests::Reply;

use super::server;

/// The addresses of all assets that the form data names.
fn addresses() -> BTreeSet<String> {
    let form = server().get(&server().demo().api("/form")).send().expect(200).text().to_owned();
    let mut found = BTreeSet::new();
    let mut rest = form.as_str();
    while let Some(at) = rest.find("/assets/") {
        let end = rest[at..].find(['"', '\\', '\'', '?', '#', ')', ' ']).expect("an address ends");
        found.insert(rest[at..at + end].to_owned());
        rest = &rest[at + end..];
    }
    found
}

fn get(path: &str, encoding: &str) -> Reply {
    server().get(path).header("Accept-Encoding", encoding).send().expect(200)
}

#[test]
fn the_form_data_names_assets_that_are_there_and_never_change() {
    let addresses = addresses();
    for file in ["jatak.js", "jatak_bg.wasm"] {
        assert!(addresses.iter().any(|path| path.ends_with(file)), "{addresses:?}");
    }
    for path in addresses {
        let reply = get(&path, "identity");
        let caching = reply.header("cache-control");
        assert!(caching.contains("immutable") && caching.contains("max-age=31536000"), "{path}: {caching}");
        let expected = match path.rsplit('.').next().unwrap() {
            "js" => "text/javascript",
            "wasm" => "application/wasm",
            "css" => "text/css",
            other => panic!("an asset of an unknown type: {other}"),
        };
        assert!(reply.header("content-type").starts_with(expected), "{path}: {}", reply.header("content-type"));
        assert_eq!(reply.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(reply.header("access-control-allow-origin"), "*", "{path}");
    }
}

#[test]
fn packed_assets_hold_what_the_plain_ones_hold() {
    for path in addresses() {
        let plain = get(&path, "identity");
        assert_eq!(plain.header("content-encoding"), "");
        let gzip = get(&path, "gzip");
        assert_eq!(gzip.header("content-encoding"), "gzip", "{path}");
        assert!(gzip.unpacked() == plain.body, "{path} gzip");
        let brotli = get(&path, "gzip, deflate, br");
        assert_eq!(brotli.header("content-encoding"), "br", "{path}: brotli where both are taken");
        assert!(brotli.unpacked() == plain.body, "{path} br");
        for reply in [&plain, &gzip, &brotli] {
            assert!(reply.header("vary").to_lowercase().contains("accept-encoding"), "{path}");
        }
        assert!(brotli.body.len() <= gzip.body.len() && gzip.body.len() <= plain.body.len(), "{path}");
    }
}

#[test]
fn an_asset_of_another_build_is_not_found_and_not_remembered() {
    let path = addresses().into_iter().next().unwrap();
    let hash = path.split('/').nth(2).unwrap();
    let reply = server().get(&path.replace(hash, "0000000000000000")).send();
    reply.refusal(404, "not_found");
    assert!(!reply.header("cache-control").contains("immutable"));
}
