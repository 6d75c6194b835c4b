//! The export page: a person's way to the file, with the key nowhere but in a header.

use std::fs;

use jatak_tests::browser::Browser;
use jatak_tests::wait;

use super::server;

/// The one whole file among the downloads.
pub(crate) fn downloaded(browser: &Browser) -> (String, String) {
    wait::for_some("a downloaded file", || {
        let entries = fs::read_dir(&browser.downloads).ok()?;
        let names: Vec<_> = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        let name = names.iter().find(|name| name.contains("jatak") || name.contains("shop-"))?;
        let whole = !name.ends_with(".crdownload");
        let text = fs::read_to_string(browser.downloads.join(name)).ok().filter(|text| whole && !text.is_empty())?;
        Some((name.clone(), text))
    })
}

#[test]
fn a_person_downloads_the_file_with_a_key_that_is_written_nowhere() {
    let business = server().business();
    business.opt_in("20 12 34 56", &["order_updates"]);
    let browser = Browser::start();
    browser.open_and_load(&format!("{}/{}/export", server().edge, business.slug));
    let key = browser.find("input[type=password], input[name=key], #key");
    key.send_keys(business.key.as_str());
    browser.named("Download").click();
    let (name, text) = downloaded(&browser);
    assert!(name.contains(&business.slug), "{name}");
    assert!(text.starts_with('\u{feff}') && text.contains("business,event_id,seq"), "{text}");
    assert!(text.contains("tel:+4520123456"));
    assert!(!browser.url().contains(&business.key), "the key is in no address");
    let stored = browser.run("return [localStorage.length, sessionStorage.length, document.cookie]");
    assert_eq!(stored, serde_json::json!([0, 0, ""]));
    assert_eq!(browser.complaints(), Vec::<String>::new());
    browser.reload();
    assert_eq!(browser.find("input[type=password], input[name=key], #key").property("value").as_deref(), Some(""));
}

#[test]
fn what_is_chosen_on_the_page_is_what_the_file_holds() {
    let business = server().business();
    business.opt_in("20 12 34 56", &["order_updates", "relevant_offers"]);
    business.opt_out("+4520123456", &["relevant_offers"]);
    let browser = Browser::start();
    browser.open_and_load(&format!("{}/{}/export", server().edge, business.slug));
    browser.find("input[type=password], input[name=key], #key").send_keys(business.key.as_str());
    for (name, value) in [("kind", "state"), ("state", "withdrawn"), ("delimiter", "semicolon")] {
        browser.find(&format!("select[name={name}] option[value={value}]")).click();
    }
    browser.named("Download").click();
    let (name, text) = downloaded(&browser);
    assert!(name.contains("state"), "{name}");
    let lines: Vec<_> = text.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(
        lines[0],
        "business;phone;category;state;since;event_id;notice_id;assurance;user_id;stopped_in_whatsapp"
    );
    assert_eq!(lines.len(), 2, "{text}");
    assert!(lines[1].contains("relevant_offers;withdrawn"), "{text}");
}

#[test]
fn a_wrong_key_is_told_beside_its_field_and_nothing_is_downloaded() {
    let business = server().business();
    let browser = Browser::start();
    browser.open_and_load(&format!("{}/{}/export", server().edge, business.slug));
    browser.named("Download").click();
    browser.wait_for_text("Paste an API key");
    browser.find("input[type=password], input[name=key], #key").send_keys("jatak_wrong");
    browser.named("Download").click();
    browser.wait_for_text("no such key");
    assert!(fs::read_dir(&browser.downloads).map_or(0, Iterator::count) == 0);
}

#[test]
fn consent_records_are_how_things_stand_and_the_bar_shows_how_far_it_is() {
    let business = server().business();
    business.opt_in("20 12 34 56", &["order_updates"]);
    let browser = Browser::start();
    browser.open_and_load(&format!("{}/{}/export", server().edge, business.slug));
    let bar = "const bar = document.querySelector('form.export progress'); return ";
    assert_eq!(browser.run(&format!("{bar} [bar.hidden, bar.getAttribute('aria-label')]"))[0], true);
    // What the bar shows, each time it is told.
    browser.run(
        "const bar = document.querySelector('form.export progress'); window.shown = [];
         new MutationObserver(() => shown.push([bar.hidden, bar.value, bar.max])).observe(bar, {attributes: true});",
    );
    browser.find("input[type=password], input[name=key], #key").send_keys(business.key.as_str());
    browser.find("select[name=format] option[value=ndjson]").click();
    browser.named("Download").click();
    let (name, text) = downloaded(&browser);
    assert!(name.ends_with(".ndjson") && text.starts_with("{\"business\":"), "{name}");
    let last = business.last_seq();
    let shown = browser.run("return shown").to_string();
    assert!(shown.contains(&format!("[false,{last},{last}]")), "{shown}");
    assert!(shown.ends_with("]]") && browser.run(&format!("{bar} bar.hidden")) == true, "{shown}");

    browser.find("select[name=format] option[value=jsonld]").click();
    assert_eq!(browser.run("return document.querySelector('select[name=kind]').value"), "state");
    fs::remove_file(browser.downloads.join(&name)).unwrap();
    browser.named("Download").click();
    let (name, text) = downloaded(&browser);
    assert!(name.ends_with(".jsonld") && text.contains("dpv:ConsentRecord"), "{name}");
    browser.find("select[name=kind] option[value=notices]").click();
    assert_eq!(browser.run("return document.querySelector('select[name=format]').value"), "ndjson");
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
fn a_person_sees_how_often_the_form_was_shown_and_how_many_said_yes_and_that_the_first_is_no_proof() {
    let business = server().business();
    business.opt_in("20 12 34 56", &["order_updates"]);
    let browser = Browser::start();
    browser.open_and_load(&format!("{}/{}/export?locale=en", server().edge, business.slug));
    browser.named("Show numbers").click();
    assert!(browser.text().contains("Paste an API key"), "{}", browser.text());
    browser.find("#key").send_keys(business.key.as_str());
    browser.named("Show numbers").click();
    let line = wait::for_some("a day", || browser.look(".statistics tbody tr").map(|line| line.text()));
    assert!(line.ends_with("English 0 1"), "{line}");
    assert!(browser.text().contains("anybody can make them up"));
    jatak_tests::axe::assert_accessible(&browser, "html");
    browser.run(
        "document.querySelector('#from').value = '2026-01-01'; document.querySelector('#to').value = '2026-01-02'",
    );
    browser.named("Show numbers").click();
    browser.wait_for_text("Nothing was shown or answered in these days.");
    assert!(browser.look(".statistics table").is_none_or(|table| !table.is_shown()));
    assert!(!browser.url().contains(&business.key), "the key is in no address");
    assert_eq!(browser.complaints(), Vec::<String>::new());
}
