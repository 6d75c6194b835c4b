//! Notices: what is shown, under an id that anybody can recompute.

use data_encoding::HEXLOWER;
use jatak_tests::business::CATEGORIES;
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::server;

/// SHA-256 of the canonical JSON (RFC 8785) of everything but the id.
fn recomputed(notice: &Value) -> String {
    let mut notice = notice.clone();
    notice.as_object_mut().unwrap().remove("id");
    HEXLOWER.encode(&Sha256::digest(serde_json_canonicalizer::to_vec(&notice).unwrap()))
}

#[test]
fn a_notice_says_who_asks_for_what_over_which_channel_and_how_to_take_it_back() {
    let business = server().business();
    for (locale, dir) in [("da", "ltr"), ("en", "ltr")] {
        let notice = business.notice(locale);
        assert_eq!(notice["locale"], locale);
        assert_eq!(notice["dir"], dir);
        assert_eq!(notice["business"]["id"], business.slug.as_str());
        assert_eq!(notice["business"]["name"], "Testhuset");
        assert_eq!(notice["business"]["privacy_url"], "https://testhuset.example/privatliv");
        let statement = notice["statement"].as_str().unwrap();
        assert!(statement.contains("WhatsApp") && statement.contains("Testhuset"), "{statement}");
        for sentence in ["withdrawal", "not_a_condition", "controller", "heading"] {
            assert!(notice[sentence].as_str().is_some_and(|text| text.len() > 10), "{sentence} in {notice}");
        }
        let controller = notice["controller"].as_str().unwrap();
        for part in ["Testhuset ApS", "Prøvevej 2", "hej@testhuset.example"] {
            assert!(controller.contains(part), "{part} in {controller}");
        }
    }
}

#[test]
fn a_notice_lists_every_category_with_value_frequency_and_class() {
    let notice = server().business().notice("da");
    let categories = notice["categories"].as_array().unwrap();
    let ids: Vec<_> = categories.iter().map(|category| category["id"].as_str().unwrap()).collect();
    assert_eq!(ids, CATEGORIES);
    for category in categories {
        for text in ["title", "value", "frequency"] {
            assert!(category[text].as_str().is_some_and(|text| !text.is_empty()), "{text} in {category}");
        }
    }
    assert_eq!(categories[0]["class"], "utility");
    assert_eq!(categories[1]["class"], "marketing");
}

#[test]
fn the_id_of_a_notice_is_the_hash_of_what_it_says() {
    let business = server().business();
    let (danish, english) = (business.notice("da"), business.notice("en"));
    assert_eq!(danish["id"], recomputed(&danish));
    assert_eq!(english["id"], recomputed(&english));
    assert_ne!(danish["id"], english["id"]);
}

#[test]
fn without_a_locale_the_readers_language_decides_and_then_the_businesss_own() {
    let business = server().business();
    let path = business.api("/notice");
    let asked = |language: &str| server().get(&path).header("Accept-Language", language).send().expect(200).json();
    assert_eq!(asked("en-GB,en;q=0.9,da;q=0.1")["locale"], "en");
    assert_eq!(asked("da,en;q=0.5")["locale"], "da");
    assert_eq!(asked("fr")["locale"], "en");
    assert_eq!(server().get(&path).send().expect(200).json()["locale"], "en");
}

#[test]
fn a_published_notice_stays_readable_under_its_id_after_another_took_its_place() {
    let business = server().business();
    let before = business.notice("da");
    business.change(|settings| settings["name"] = "Testhuset Nord".into());
    let after = business.notice("da");
    assert_ne!(before["id"], after["id"]);
    assert!(after["statement"].as_str().unwrap().contains("Testhuset Nord"));
    for notice in [before, after] {
        let path = business.api(&format!("/notices/{}", notice["id"].as_str().unwrap()));
        assert_eq!(server().get(&path).send().expect(200).json(), notice);
    }
}

#[test]
fn a_notice_that_was_never_published_is_not_found() {
    let business = server().business();
    for id in ["0".repeat(64), "nonsense".to_owned()] {
        server().get(&business.api(&format!("/notices/{id}"))).send().refusal(404, "not_found");
    }
}

#[test]
fn a_notice_of_another_business_is_not_found_here() {
    let (one, other) = (server().business(), server().business());
    let id = one.notice_id();
    server().get(&other.api(&format!("/notices/{id}"))).send().refusal(404, "not_found");
}
