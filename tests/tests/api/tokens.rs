//! Links: a forged, a cut, an unknown and a foreign one are answered with one and the same page.

use jatak_tests::Reply;
use jatak_tests::business::{KEPT, TYPED};

use super::server;

/// A reply without what varies by the moment.
fn whole(reply: &Reply) -> (u16, Vec<(String, String)>, Vec<u8>) {
    // Whether a connection goes on is between two hops, and depends on how much of a body was still on its way.
    let headers = reply.headers.keys().filter(|name| !matches!(name.as_str(), "date" | "connection"));
    let mut headers: Vec<_> = headers.map(|name| (name.to_string(), reply.header(name.as_str()))).collect();
    headers.sort();
    (reply.status, headers, reply.body.clone())
}

/// The text with one letter changed.
fn changed(text: &str, at: usize) -> String {
    let other = if text.as_bytes()[at] == b'A' { 'B' } else { 'A' };
    let mut letters: Vec<char> = text.chars().collect();
    letters[at] = other;
    letters.into_iter().collect()
}

#[test]
fn every_token_that_opens_nothing_is_answered_the_same() {
    let (business, other) = (server().business(), server().business());
    let receipt = business.receipt(&business.opt_in(TYPED, &["order_updates"]));
    let choices = business.choices(KEPT);
    let token = |path: &str| path.rsplit('/').next().unwrap().to_owned();
    let (receipt, choices) = (token(&receipt), token(&choices));
    let foreign = token(&other.receipt(&other.opt_in(TYPED, &["order_updates"])));

    let mut bad = vec![
        "x".to_owned(),
        "0".repeat(receipt.len()),
        receipt[..receipt.len() - 1].to_owned(),
        receipt[..receipt.len() / 2].to_owned(),
        format!("{receipt}A"),
        format!("{receipt}="),
        "æøå".replace('æ', "%C3%A6").replace('ø', "%C3%B8").replace('å', "%C3%A5"),
        "x".repeat(3_000),
        foreign,
    ];
    for genuine in [&receipt, &choices] {
        // The first letters are version and kind, the middle is the id, the end the signature.
        bad.extend([0, 1, 2, 10, 20, 30, genuine.len() - 2].map(|at| changed(genuine, at)));
    }

    let open = |method: &str, token: &str| {
        let path = format!("/{}/c/{token}", business.slug);
        let call = server().call(method, &path).header("Accept-Language", "en");
        let call = if method == "POST" { call.origin(&server().edge).form(&[("everything", "1")]) } else { call };
        call.send()
    };
    let first = open("GET", "nothing");
    assert_eq!(first.status, 404);
    assert!(first.header("content-type").starts_with("text/html"));
    for token in &bad {
        let reply = open("GET", token);
        assert_eq!(whole(&reply), whole(&first), "{token}");
    }
    let first = open("POST", "nothing");
    assert_eq!(first.status, 404);
    for token in &bad {
        let reply = business.unchanged(|| open("POST", token));
        assert_eq!(whole(&reply), whole(&first), "POST {token}");
    }
    business.assert_states(KEPT, &[("order_updates", "granted")]);
}

#[test]
fn a_receipt_token_opens_no_choices_and_gives_none_away() {
    let business = server().business();
    let receipt = business.receipt(&business.opt_in(TYPED, &["order_updates"]));
    let choices = business.choices(KEPT);
    assert_ne!(receipt, choices);
    let page = server().get(&receipt).send().expect(200);
    let token = choices.rsplit('/').next().unwrap();
    assert!(!page.text().contains(token));
}

#[test]
fn a_link_holds_no_number_and_no_word_of_what_is_behind_it() {
    let business = server().business();
    let receipt = business.receipt(&business.opt_in(TYPED, &["order_updates"]));
    for path in [receipt, business.choices(KEPT)] {
        let token = path.rsplit('/').next().unwrap();
        assert!(token.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_'), "{token}");
        let bytes = data_encoding::BASE64URL_NOPAD.decode(token.as_bytes()).unwrap();
        assert_eq!(bytes.len(), 1 + 1 + 16 + 16, "version, kind, id, signature");
    }
}
