//! Content codings: whatever a client takes, it gets the same bytes, packed as well as it can unpack them.

use jatak_tests::{Business, Reply};

use super::server;

/// What clients send, and what they get: `br`, `gzip` or nothing.
const ASKED: [(&str, &str); 14] = [
    ("gzip, deflate, br, zstd", "br"),
    ("br", "br"),
    ("BR;q=0.1", "br"),
    ("*", "br"),
    ("gzip, deflate", "gzip"),
    ("GZIP", "gzip"),
    ("x-gzip", "gzip"),
    ("br;q=0, gzip", "gzip"),
    ("gzip;q=1, br;q=0.5", "gzip"),
    ("identity", ""),
    ("deflate, zstd", ""),
    ("br;q=0, gzip;q=0.000", ""),
    ("*;q=0", ""),
    ("identity;q=0, *;q=0", ""),
];

fn get(path: &str, accept: &str) -> Reply {
    server().get(path).header("Accept-Encoding", accept).send().expect(200)
}

/// Addresses whose answers are packed and say the same each time they are asked.
fn steady(business: &Business) -> Vec<String> {
    let form = business.api("/form?locale=en");
    let data = server().get(&form).send().expect(200).json();
    let asset = |name: &str| data["wasm"][name].as_str().unwrap().to_owned();
    let script = format!("/{}/widget.js?locale=en", business.slug);
    vec![script, form, asset("js"), asset("wasm"), "/openapi.json".to_owned()]
}

#[test]
fn every_client_gets_the_same_bytes_in_the_coding_it_takes() {
    let business = server().business();
    for path in steady(&business) {
        let plain = get(&path, "identity");
        for (accept, coding) in ASKED {
            let reply = get(&path, accept);
            assert_eq!(reply.header("content-encoding"), coding, "{path} for {accept}");
            assert!(reply.unpacked() == plain.body, "{path} for {accept}");
            assert_eq!(reply.header("content-type"), plain.header("content-type"), "{path} for {accept}");
            assert_eq!(reply.header("content-length"), reply.body.len().to_string(), "{path} for {accept}");
            let vary = reply.header("vary").to_lowercase();
            assert!(vary.contains("accept-encoding"), "{path} for {accept}: {vary}");
            let smaller = coding.is_empty() || reply.body.len() * 2 < plain.body.len();
            assert!(smaller, "{path} for {accept}: {} of {} bytes", reply.body.len(), plain.body.len());
        }
    }
}

#[test]
fn a_page_for_people_is_packed_too() {
    let business = server().business();
    for path in [format!("/{}?locale=en", business.slug), format!("/{}/export", business.slug)] {
        for (accept, coding) in ASKED {
            let reply = get(&path, accept);
            assert_eq!(reply.header("content-encoding"), coding, "{path} for {accept}");
            let text = String::from_utf8(reply.unpacked()).unwrap();
            assert!(text.starts_with("<!") && text.trim_end().ends_with("</html>"), "{path} for {accept}: {text}");
            assert_eq!(reply.header("vary"), "Accept-Language, Accept-Encoding", "{path} for {accept}");
            assert!(reply.header("content-type").starts_with("text/html"), "{path} for {accept}");
        }
    }
}

#[test]
fn an_entity_tag_is_good_for_every_coding() {
    let business = server().business();
    let path = format!("/{}/widget.js?locale=en", business.slug);
    let tag = get(&path, "identity").header("etag");
    assert!(tag.starts_with("W/\""), "one tag for several codings has to be a weak one: {tag}");
    for (accept, _) in ASKED {
        assert_eq!(get(&path, accept).header("etag"), tag, "{accept}");
        let call = server().get(&path).header("Accept-Encoding", accept).header("If-None-Match", &tag);
        let same = call.send().expect(304);
        assert_eq!((same.body.len(), same.header("content-encoding").as_str()), (0, ""), "{accept}");
        assert!(same.header("vary").to_lowercase().contains("accept-encoding"), "{accept}");
    }
}

#[test]
fn a_script_asked_for_often_is_packed_better() {
    let business = server().business();
    let path = format!("/{}/widget.js?locale=da", business.slug);
    let first = get(&path, "br");
    for _ in 0..7 {
        get(&path, "br");
    }
    let last = get(&path, "br");
    assert!(last.body.len() * 20 < first.body.len() * 19, "{} after {}", last.body.len(), first.body.len());
    assert!(last.unpacked() == first.unpacked());
    let changed = business.slug.clone();
    business.change(|settings| settings["name"] = "Testhuset Ny".into());
    let new = get(&format!("/{changed}/widget.js?locale=da"), "br");
    assert!(String::from_utf8(new.unpacked()).unwrap().contains("Testhuset Ny"), "what is kept is not kept too long");
}

#[test]
fn an_answer_to_head_names_the_coding_of_the_answer_to_get() {
    let business = server().business();
    for path in steady(&business) {
        let head = server().call("HEAD", &path).header("Accept-Encoding", "br").send().expect(200);
        assert_eq!((head.header("content-encoding").as_str(), head.body.len()), ("br", 0), "{path}");
    }
}

#[test]
fn behind_cloudflare_only_what_was_packed_beforehand_is_sent_packed() {
    let business = server().business();
    let get = |path: &str| {
        let call = server().get(path).header("Accept-Encoding", "gzip, br").header("CF-Ray", "8f0c0ffee0c0ffee-CPH");
        call.send().expect(200)
    };
    let hosted = format!("/{}?locale=en", business.slug);
    for path in steady(&business).iter().chain([&hosted]) {
        let beforehand = path.starts_with("/assets/") || path == "/openapi.json";
        assert_eq!(get(path).header("content-encoding"), if beforehand { "br" } else { "" }, "{path}");
    }
}

#[test]
fn a_short_answer_is_sent_as_it_is() {
    let reply = server().get("/nobody-here-at-all").header("Accept-Encoding", "br").send().expect(404);
    assert_eq!(reply.header("content-encoding"), "");
    assert!(reply.body.len() < 1024, "{}", reply.body.len());
}
