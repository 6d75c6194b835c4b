//! The page that checks exports and receipts, from the edge and from disk: nothing leaves it, and it finds what is wrong.

use std::fs;
use std::path::{Path, PathBuf};

use jatak_tests::axe::assert_accessible;
use jatak_tests::browser::Browser;
use jatak_tests::{Business, place};
use thirtyfour::Key;

use super::server;

#[path = "../../../edge/verify/tests/common/mod.rs"]
mod log;

use log::Log;

/// The page as the edge serves it, and as an auditor keeps it.
fn places() -> [String; 2] {
    [format!("{}/verify", server().edge), format!("file://{}/dist/verify.html", place::root().display())]
}

fn saved(name: &str, content: impl AsRef<[u8]>) -> PathBuf {
    let path = place::directory("verify").join(name);
    fs::write(&path, content).unwrap();
    path
}

/// Fills in the page that is open, presses the button, and waits for the verdict's heading.
fn check(browser: &Browser, file: &Path, key: &str, earlier: &str) -> String {
    browser.find("#file").send_keys(file.to_str().unwrap());
    for (css, text) in [("#key", key), ("#earlier", earlier)] {
        // As pasting does, and the same for a field that is folded away.
        browser.run_with(
            "document.querySelector(arguments[0]).value = arguments[1]",
            vec![css.into(), text.trim_end().into()],
        );
    }
    browser.find("button[type=submit]").click();
    browser.find("#verdict h2").text()
}

fn receipt(business: &Business<'_>) -> String {
    let link = business.receipt(&business.opt_in("20 12 34 56", &["order_updates"]));
    server().get(&format!("{link}/receipt.json")).send().expect(200).text().to_owned()
}

fn key_of(business: &Business<'_>) -> String {
    business.get("/log/vkey").expect(200).text().trim().to_owned()
}

#[test]
fn a_receipt_and_an_export_verify_in_the_page_and_from_disk() {
    let business = server().business();
    let receipt = saved("receipt.json", receipt(&business));
    let export = saved("export.ndjson", business.export("format=ndjson&kind=events").text());
    let key = key_of(&business);
    let browser = Browser::start();
    for page in places() {
        browser.open_and_load(&page);
        assert_eq!(check(&browser, &receipt, &key, ""), "Genuine", "{page}: {}", browser.text());
        let text = browser.text();
        assert!(text.contains("+4520123456") && text.contains("News about your order"), "{text}");
        assert_eq!(check(&browser, &export, &key, ""), "Genuine and complete", "{page}: {}", browser.text());
        assert!(browser.text().contains(&format!("All {} events", business.last_seq())), "{}", browser.text());
        let unknown = check(&browser, &export, "", "");
        assert!(unknown.contains("a key that you did not name") && browser.text().contains(&key), "{unknown}");
        assert_eq!(browser.complaints(), Vec::<String>::new(), "{page}");
    }
}

#[test]
fn the_page_can_connect_to_nothing() {
    let reply = server().get("/verify").send().expect(200);
    let policy = reply.header("content-security-policy");
    assert!(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), "{policy}");
    assert!(!policy.contains("connect-src") && !policy.contains("unsafe-inline") && !policy.contains("'self'"));
    assert_eq!(reply.text(), fs::read_to_string(place::root().join("dist/verify.html")).unwrap(), "it is one page");
    let browser = Browser::start();
    for page in places() {
        browser.open_and_load(&page);
        let tried = "const done = arguments[arguments.length - 1];
                     fetch(arguments[0]).then(() => done('sent'), () => {
                         const image = new Image();
                         image.onload = () => done('sent');
                         image.onerror = () => done('refused');
                         image.src = arguments[0];
                     });";
        let tried = browser.run_async(tried, vec![format!("{}/healthz", server().edge).into()]);
        assert_eq!(tried, "refused", "{page}");
    }
}

#[test]
fn the_first_fault_is_named() {
    let mut log = Log::new();
    (0..40).for_each(|_| drop(log.yes()));
    let (good, key) = (String::from_utf8(log.export()).unwrap(), log.vkey().to_string());
    let mut lines: Vec<&str> = good.split_inclusive('\n').collect();
    let changed = good.replacen("+452000000020", "+452000000021", 1);
    lines.swap(20, 21);
    let reordered = lines.concat();
    lines.swap(20, 21);
    lines.remove(22);
    let missing = lines.concat();
    let other = Log::seeded(2).vkey().to_string().replace("01010101-0101", "02010101-0101");
    let mut foreign = Log::new();
    foreign.signer = jatak_shared::log::Signer::new(foreign.signer.name().clone(), &[9; 32]);
    foreign.yes();
    let foreign = String::from_utf8(foreign.export()).unwrap();
    let browser = Browser::start();
    browser.open_and_load(&places()[1]);
    for (name, text, fault) in [
        ("changed", &changed, "Line 23: Event 21 was changed"),
        ("reordered", &reordered, "Line 21: Events are reordered: event 20 stands where event 19 belongs"),
        ("missing", &missing, "Line 23: Event 21 is missing"),
        ("cut", &good[..good.len() / 2].to_owned(), "The file is cut short"),
        ("foreign", &foreign, "Foreign signature"),
        ("other", &"business;phone\n".to_owned(), "neither an export with proof nor a receipt"),
    ] {
        let file = saved(&format!("{name}.ndjson"), text);
        assert_eq!(check(&browser, &file, &key, ""), "Do not rely on this file", "{name}");
        assert!(browser.find("#verdict").text().contains(fault), "{name}: {}", browser.find("#verdict").text());
    }
    let file = saved("good.ndjson", &good);
    browser.find("#file").send_keys(file.to_str().unwrap());
    browser.run_with("document.querySelector('#key').value = arguments[0]", vec![other.into()]);
    browser.find("button[type=submit]").click();
    browser.wait_for_text("This is not a log's public key");
    assert_eq!(browser.focused()["tag"], "textarea");
}

#[test]
fn an_earlier_checkpoint_is_extended_or_the_log_was_rewritten() {
    let mut log = Log::new();
    (0..30).for_each(|_| drop(log.yes()));
    let earlier = log.checkpoint();
    let older_export = String::from_utf8(log.export()).unwrap();
    (0..12).for_each(|_| drop(log.yes()));
    log.erase(&[3, 17]);
    let extended = saved("today.ndjson", log.export());
    let mut rewritten = Log::seeded(2);
    (0..42).for_each(|_| drop(rewritten.yes()));
    let rewritten = saved("rewritten.ndjson", rewritten.export());
    let mut shrunk = Log::new();
    (0..20).for_each(|_| drop(shrunk.yes()));
    let shrunk = saved("restored.ndjson", shrunk.export());
    let key = log.vkey().to_string();
    let browser = Browser::start();
    for page in places() {
        browser.open_and_load(&page);
        for kept in [earlier.as_str(), older_export.lines().next().unwrap()] {
            assert_eq!(check(&browser, &extended, &key, kept), "Genuine and complete", "{}", browser.text());
            let text = browser.text();
            assert!(text.contains("first 30 events are the same") && text.contains("2, each excused by"), "{text}");
        }
        assert_eq!(check(&browser, &rewritten, &key, &earlier), "Do not rely on this file");
        assert!(browser.text().contains("The log was rewritten: its first 30 events"), "{}", browser.text());
        assert_eq!(check(&browser, &shrunk, &key, &earlier), "Do not rely on this file");
        assert!(browser.text().contains("it had 30 events and now has 20"), "{}", browser.text());
    }
}

#[test]
fn a_large_file_is_checked_while_the_page_still_answers() {
    let mut log = Log::new();
    (0..20_000).for_each(|_| drop(log.yes()));
    let file = saved("large.ndjson", log.export());
    let browser = Browser::start();
    browser.open_and_load(&places()[0]);
    // The longest time between two drawings while it works.
    browser.run(
        "window.longest = 0;
         let before = performance.now();
         const draw = (now) => {
             if (!document.querySelector('.running').hidden) longest = Math.max(longest, now - before);
             before = now;
             requestAnimationFrame(draw);
         };
         requestAnimationFrame(draw);",
    );
    assert_eq!(check(&browser, &file, &log.vkey().to_string(), ""), "Genuine and complete");
    let longest = browser.run("return longest").as_f64().unwrap();
    // A slice is 33 ms; on two busy cores another program may take a few of its turns. A page that does it all at once
    // would take seconds here.
    assert!(longest < 600.0, "the page stood still for {longest} ms");
}

#[test]
fn it_is_accessible_speaks_danish_and_works_by_keyboard() {
    let mut log = Log::new();
    log.yes();
    let file = saved("export.ndjson", log.export());
    for (page, dark) in places().iter().zip([false, true]) {
        let browser = Browser::start();
        browser.look_as(320, dark);
        browser.open_and_load(page);
        assert_accessible(&browser, "html");
        browser.find("nav summary").click();
        browser.named("Dansk").click();
        assert_eq!(browser.find("h1").text(), "Kontrollér en eksport eller en kvittering");
        browser.find("button[type=submit]").send_keys(Key::Enter);
        browser.wait_for_text("Vælg en fil.");
        assert_accessible(&browser, "html");
        browser.find("form summary").send_keys(Key::Enter);
        browser.find("#file").send_keys(file.to_str().unwrap());
        browser.find("#key").send_keys(log.vkey().to_string());
        browser.find("button[type=submit]").send_keys(Key::Enter);
        assert_eq!(browser.find("#verdict h2").text(), "Ægte og fuldstændig");
        assert_accessible(&browser, "html");
        browser.find("nav summary").click();
        browser.named("English").click();
        assert_eq!(browser.find("#verdict h2").text(), "Genuine and complete", "what was found is told again");
        let wider = "return document.documentElement.scrollWidth > document.documentElement.clientWidth";
        assert_eq!(browser.run(wider), false);
    }
}

#[test]
fn without_scripts_it_says_what_it_needs() {
    let browser = Browser::without_scripts();
    browser.open_and_load(&places()[0]);
    assert!(browser.text().contains("it needs JavaScript") && browser.text().contains("JavaScript"));
}
