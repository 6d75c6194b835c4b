//! The log as an outsider sees it: heads, tiles, proofs.

use jatak_shared::id::Digest32;
use jatak_shared::log::{Frontier, SignedCheckpoint, Vkey, leaf_hash};
use jatak_tests::business::{Business, KEPT, TYPED};
use jatak_verify::{Wrong, check_receipt};

use super::server;

fn vkey(business: &Business<'_>) -> Vkey {
    let reply = server().get(&business.api("/log/vkey")).send().expect(200);
    reply.text().trim_end().parse().unwrap()
}

fn checkpoint(business: &Business<'_>) -> SignedCheckpoint {
    business.get("/log/checkpoint").expect(200).text().parse().unwrap()
}

fn hashes(tile: &[u8]) -> Vec<Digest32> {
    tile.chunks(32).map(|hash| Digest32::from_bytes(hash.try_into().unwrap())).collect()
}

/// The entries of a bundle: two bytes of length, big-endian, and so many bytes, one after the other.
fn entries(mut bundle: &[u8]) -> Vec<Vec<u8>> {
    let mut entries = Vec::new();
    while let Some((length, rest)) = bundle.split_at_checked(2) {
        let length = usize::from(u16::from_be_bytes(length.try_into().unwrap()));
        entries.push(rest[..length].to_vec());
        bundle = &rest[length..];
    }
    entries
}

#[test]
fn the_head_is_signed_by_the_log_s_key_and_covers_what_was_answered() {
    let business = server().business();
    business.opt_in(TYPED, &["order_updates"]);
    let (vkey, head) = (vkey(&business), checkpoint(&business));
    let head = head.verify(&vkey).unwrap();
    assert_eq!(head.size, business.last_seq());
    assert!(head.origin.as_str().ends_with(&business.id), "the origin names the business for ever");
}

#[test]
fn the_tiles_hold_the_leaves_and_hash_to_the_signed_root() {
    let business = server().business();
    // More than a tile, so that there is a full one, a partial one and a level above.
    for number in 0..300 {
        business.opt_in(&format!("+4520{number:06}"), &["order_updates"]);
    }
    let head = checkpoint(&business);
    let head = head.verify(&vkey(&business)).unwrap().clone();
    let rest = head.size - 256;
    let tile = |path: &str| business.get(&format!("/log/tile/{path}")).expect(200).body;
    let (full, partial) = (tile("0/000"), tile(&format!("0/001.p/{rest}")));
    let mut frontier = Frontier::default();
    let leaves: Vec<_> = [hashes(&full), hashes(&partial)].concat();
    for leaf in &leaves {
        frontier.append(*leaf);
    }
    assert_eq!((frontier.size(), frontier.root()), (head.size, head.root));

    let bundles = [entries(&tile("entries/000")), entries(&tile(&format!("entries/001.p/{rest}")))].concat();
    let hashed: Vec<_> = bundles.iter().map(|entry| leaf_hash(entry)).collect();
    assert_eq!(hashed, leaves);
    assert!(bundles.iter().all(|entry| !String::from_utf8_lossy(entry).contains(&KEPT[3..])));
    let mut below = Frontier::default();
    for leaf in hashes(&full) {
        below.append(leaf);
    }
    assert_eq!(hashes(&tile("1/000.p/1")), [below.root()]);
    for absent in [format!("0/001.p/{}", rest + 1), "0/001".into(), "0/002.p/1".into(), "7/x".into()] {
        business.get(&format!("/log/tile/{absent}")).refusal(404, "not_found");
    }
}

#[test]
fn the_log_is_for_keys_unless_the_settings_open_it_and_entries_always_are() {
    let business = server().business();
    let open = |path: &str| server().get(&business.api(path)).send();
    for path in ["/log/checkpoint", "/log/tile/0/000.p/1", "/log/tile/entries/000.p/1"] {
        open(path).refusal(401, "key_missing");
        business.get(path).expect(200);
    }
    let mut settings = business.settings();
    settings["log"] = "public".into();
    business.put(&settings).expect(200);
    assert_eq!(business.settings()["log"], "public");
    assert_eq!(open("/log/checkpoint").expect(200).header("cache-control"), "public, max-age=5");
    let tile = open("/log/tile/0/000.p/1").expect(200);
    assert_eq!(tile.header("content-type"), "application/octet-stream");
    assert_eq!(tile.header("cache-control"), "public, max-age=3600");
    open("/log/tile/entries/000.p/1").refusal(401, "key_missing");
}

#[test]
fn a_receipt_verifies_with_nothing_but_the_key_and_tells_its_holder_of_no_other_act() {
    let business = server().business();
    business.opt_in(TYPED, &["relevant_offers"]);
    let answer = business.opt_in(TYPED, &["order_updates"]);
    let link = business.receipt(&answer);
    let reply = server().get(&format!("{link}/receipt.json")).send().expect(200);
    assert!(reply.header("content-disposition").starts_with("attachment;"));
    let report = check_receipt(reply.text(), Some(vkey(&business))).unwrap();
    assert!(report.key_known);
    let private = report.private.unwrap();
    assert_eq!((private.phone.as_deref(), report.outcome), (Some(KEPT), None));
    assert_eq!(private.given, ["order_updates"]);
    assert!(reply.text().contains(answer["id"].as_str().unwrap()));
    assert!(!reply.text().contains("previous"));

    let own = business.get(&format!("/receipts/{}", answer["id"].as_str().unwrap())).expect(200);
    let own = own.text();
    let report = check_receipt(own, Some(vkey(&business))).unwrap();
    assert!(report.outcome.unwrap().contains("\"previous\":"), "the business may know");

    let other = vkey(&server().business());
    assert!(matches!(check_receipt(own, Some(other)).unwrap_err().wrong, Wrong::ForeignSignature { .. }));
}

#[test]
fn a_choices_link_has_no_receipt_and_a_forged_one_looks_the_same() {
    let business = server().business();
    business.opt_in(TYPED, &["order_updates"]);
    let choices = business.choices(KEPT);
    for link in [choices, format!("/{}/c/{}", business.slug, "A".repeat(46))] {
        server().get(&format!("{link}/receipt.json")).send().refusal(404, "not_found");
    }
    business.get("/receipts/x").refusal(404, "not_found");
    business.get(&format!("/receipts/{}", business.id)).refusal(404, "not_found");
}
