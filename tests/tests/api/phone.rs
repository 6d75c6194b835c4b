//! What helps with the number: the countries, how their numbers are written, and the guess where somebody is.

use jatak_tests::Reply;

use super::server;

fn get(path: &str) -> Reply {
    server().get(path).header("Accept-Encoding", "identity").send()
}

/// The address of the list in a language, as the form data names it.
fn list(locale: &str) -> String {
    let form = server().get(&server().demo().api(&format!("/form?locale={locale}"))).send().expect(200).json();
    form["phone"]["countries"].as_str().expect("an address").to_owned()
}

#[test]
fn the_countries_come_in_each_language_from_an_address_that_never_changes() {
    let danish = get(&list("da")).expect(200);
    let lines: Vec<_> = danish.text().lines().collect();
    assert_eq!(lines.len(), 245);
    assert_eq!(lines[0], "AF+93 Afghanistan");
    assert_eq!(lines[244], "AX-358 Åland", "the language's own order");
    assert!(lines.contains(&"US+1 USA") && lines.contains(&"CA-1 Canada"), "{lines:?}");
    assert!(get(&list("en")).expect(200).text().contains("\nDK+45 Denmark\n"));
    let caching = danish.header("cache-control");
    assert!(caching.contains("immutable") && caching.contains("public"), "{caching}");
    assert_eq!(danish.header("access-control-allow-origin"), "*");
}

#[test]
fn a_list_is_packed_as_the_client_takes_it() {
    let path = list("da");
    let plain = get(&path).expect(200).body;
    for coding in ["br", "gzip"] {
        let packed = server().get(&path).header("Accept-Encoding", coding).send().expect(200);
        assert_eq!(packed.header("content-encoding"), coding);
        assert!(
            packed.unpacked() == plain && packed.body.len() < plain.len() * 2 / 3,
            "{coding}: {}",
            packed.body.len()
        );
    }
}

#[test]
fn a_list_of_another_build_or_language_is_not_found() {
    let path = list("da");
    let hash = path.split('/').nth(3).expect("a hash");
    for wrong in [path.replace(hash, "0000000000000000"), path.replace("/da", "/xx"), path.replace("/da", "/en")] {
        let reply = get(&wrong);
        let _ = reply.refusal(404, "not_found");
        assert!(!reply.header("cache-control").contains("immutable"));
    }
}

#[test]
fn each_country_says_how_its_numbers_are_written() {
    let rules = get("/phone/rules/DK").expect(200);
    assert_eq!(rules.header("cache-control"), "public, max-age=86400");
    assert_eq!(rules.json()["code"], "45");
    assert_eq!(rules.json()["formats"][0]["written"][0], "$1 $2 $3 $4");
    assert_eq!(get("/phone/rules/US").expect(200).json()["example"], "(201) 555-0123");
    for wrong in ["dk", "XX", "DKK", "D"] {
        let _ = get(&format!("/phone/rules/{wrong}")).refusal(404, "not_found");
    }
}

#[test]
fn the_guess_is_what_the_proxy_says_and_is_kept_by_nobody() {
    for (said, status, guess) in [("BR", 200, "BR"), ("XX", 204, ""), ("T1", 204, ""), ("", 204, "")] {
        let reply = server().get("/phone/country").header("CF-IPCountry", said).send().expect(status);
        assert_eq!((reply.text(), reply.header("cache-control").as_str()), (guess, "no-store"), "{said}");
    }
}

#[test]
fn what_caches_keep_is_the_same_wherever_it_is_asked_from() {
    let demo = server().demo();
    for path in [format!("/{}/widget.js?locale=da", demo.slug), demo.api("/form?locale=da"), list("da")] {
        let from = |country| server().get(&path).header("CF-IPCountry", country).send().expect(200);
        let (here, there) = (from("DK"), from("BR"));
        assert!(here.body == there.body, "{path}");
        for name in ["etag", "vary", "cache-control"] {
            assert_eq!(here.header(name), there.header(name), "{path}");
        }
    }
}

#[test]
fn the_hosted_page_begins_with_the_guess_and_is_kept_by_nobody() {
    let page = server().get(&format!("/{}?locale=en", server().demo().slug));
    let page = page.header("CF-IPCountry", "BR").header("Accept-Encoding", "identity").send().expect(200);
    assert_eq!(page.header("cache-control"), "no-store");
    assert!(page.text().contains("<option value=\"BR\" selected>Brazil"), "{}", page.text());
    assert_eq!(page.text().matches("<option").count(), 245, "all of them: no script brings any");
}
