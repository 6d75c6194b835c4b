//! The pages, as text.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;

use jatak_shared::business::Settings;
use jatak_shared::id::EventId;
use jatak_shared::import::Provenance;
use jatak_shared::locale::Locale;
use jatak_shared::notice::Notice;
use jatak_shared::problem::ProblemType;
use jatak_shared::receipt::Receipt;
use jatak_shared::state::State;
use jatak_shared::time::Timestamp;
use jatak_shared::wording;

use super::choices::{Choice, ChoicesPage, Note};
use super::confirm::ConfirmPage;
use super::export::ExportPage;
use super::hosted::HostedPage;
use super::not_found::NotFoundPage;
use super::problem::ProblemPage;
use super::receipt::{Awaited, ReceiptPage};
use super::{Business, Frame, Language, Prepared};
use crate::fixture::{nordlys, notice, notice_of};
use crate::model::Placement;

/// 2026-11-22T11:00:00Z.
const NOON: i64 = 1_795_345_200_000;

fn frame(locale: Locale, business: Option<Business<'_>>) -> Frame<'_> {
    let language = |locale: &Locale| Language { locale: *locale, url: format!("/nordlys?locale={locale}") };
    Frame {
        locale,
        form_css: "/assets/0/form.css",
        page_css: "/assets/0/page.css",
        business,
        languages: Locale::ALL.iter().map(language).collect(),
    }
}

fn receipt(notice: &Notice) -> Receipt {
    Receipt {
        event: EventId::v7(Timestamp::from_millis(NOON), [7; 10]),
        recorded_at: Timestamp::from_millis(NOON),
        notice: notice.id(),
        locale: notice.locale(),
        handle: "+4520123456".parse().unwrap(),
        categories: vec!["order_updates".parse().unwrap(), "back_in_stock".parse().unwrap()],
        withdrawn: BTreeMap::new(),
        everything: None,
    }
}

fn receipt_page(notice: &Notice, receipt: &Receipt, done: bool) -> String {
    awaited_page(notice, receipt, done, None)
}

fn awaited_page(notice: &Notice, receipt: &Receipt, done: bool, confirm: Option<Awaited<'_>>) -> String {
    ReceiptPage {
        confirm,
        frame: frame(notice.locale(), Some(Business::at(notice))),
        receipt,
        notice,
        page: Some("https://nordlys.example/kaffe"),
        notice_url: "/v1/nordlys/notices/0",
        file_url: "/nordlys/c/token/receipt.json",
        check_url: "/verify",
        action: "/nordlys/c/token",
        idempotency_key: None,
        done,
    }
    .render()
}

#[test]
fn a_receipt_that_waits_says_what_to_send_from_which_number_and_a_settled_one_does_not() {
    let notice = notice(Locale::from_code("en").unwrap());
    let receipt = receipt(&notice);
    let awaited =
        Awaited::Waiting(Prepared { url: "https://wa.me/4570101010?text=Yes%20%26", qr: Some((57, "M4 4h7v1h-7z")) });
    let page = awaited_page(&notice, &receipt, false, Some(awaited));
    assert!(page.contains("https://wa.me/4570101010?text=Yes%20%26") && page.contains("ending in 56"), "{page}");
    assert!(page.contains(r#"viewBox="0 0 57 57""#) && page.contains(r#"d="M4 4h7v1h-7z""#));
    assert!(!page.contains("20123456"), "the number itself stands nowhere");
    assert!(!receipt_page(&notice, &receipt, false).contains("wa.me"));
    for (settled, said) in [(Awaited::Confirmed, "your yes counts now"), (Awaited::Expired, "has expired")] {
        let page = awaited_page(&notice, &receipt, false, Some(settled));
        assert!(page.contains(said) && !page.contains("wa.me"), "{page}");
    }
}

fn hosted_page(notice: &Notice, problem: Option<ProblemType>) -> String {
    let hidden = vec![("page", "http://localhost:8787/nordlys".to_owned()), ("idempotency_key", "k".repeat(22))];
    HostedPage {
        frame: frame(notice.locale(), Some(Business::at(notice))),
        notice,
        placement: Placement { edge: "http://localhost:8787", phone: "20 12", hidden, ..Placement::default() },
        problem,
        script: "/assets/0/hosted.js",
    }
    .render()
}

fn choices_page(notice: &Notice, note: Option<Note>, everything: bool) -> String {
    choices_page_with(notice, note, everything, None)
}

fn choices_page_with(notice: &Notice, note: Option<Note>, everything: bool, imported: Option<&Provenance>) -> String {
    let states = [State::Granted, State::Pending, State::NeverAsked];
    let choice = |(category, state)| Choice {
        category,
        state,
        after_no: state == State::Pending,
        since: (state != State::NeverAsked).then_some(Timestamp::from_millis(NOON)),
        offered: true,
        imported: imported.filter(|_| state == State::Granted),
    };
    let retired = notice.categories()[3..].iter().map(|category| Choice {
        category,
        state: State::Withdrawn,
        after_no: true,
        since: None,
        offered: false,
        imported: None,
    });
    ChoicesPage {
        frame: frame(notice.locale(), Some(Business::at(notice))),
        notice,
        handle: &"+4520123456".parse().unwrap(),
        choices: notice.categories().iter().zip(states).map(choice).chain(retired).collect(),
        everything,
        note,
        action: "/nordlys/c/token",
        idempotency_keys: Some(["save-key", "stop-key"]),
    }
    .render()
}

fn confirm_page(notice: &Notice) -> String {
    let fields = [("notice", "n"), ("category", "order_updates"), ("phone", "20 12 34 56")];
    ConfirmPage {
        frame: frame(notice.locale(), Some(Business::at(notice))),
        notice: Some(notice),
        ticked: &["order_updates".parse().unwrap()],
        fields: &fields.map(|(name, value)| (name.to_owned(), value.to_owned())),
        action: "/v1/nordlys/consents",
        cancel_url: "/nordlys",
    }
    .render()
}

fn export_page(notice: &Notice) -> String {
    ExportPage {
        frame: frame(notice.locale(), Some(Business::at(notice))),
        categories: notice.categories().iter().map(|one| (one.id().as_str(), one.title())).collect(),
        export_url: "http://localhost:8787/v1/nordlys/export",
        statistics_url: "http://localhost:8787/v1/nordlys/statistics",
        script: "/assets/0/export.js",
    }
    .render()
}

/// Every kind of page, in one language.
fn all(locale: Locale) -> Vec<(&'static str, String)> {
    let notice = notice(locale);
    let business = Business::at(&notice);
    let problem = |problem| ProblemPage { frame: frame(locale, Some(business)), problem, again_url: Some("/nordlys") };
    let mut taken = receipt(&notice);
    taken.withdrawn.insert("order_updates".parse().unwrap(), Timestamp::from_millis(NOON + 1));
    vec![
        ("hosted", hosted_page(&notice, None)),
        ("hosted-refused", hosted_page(&notice, Some(ProblemType::NumberImpossible))),
        ("hosted-outdated", hosted_page(&notice, Some(ProblemType::NoticeOutdated))),
        ("receipt", receipt_page(&notice, &receipt(&notice), false)),
        ("receipt-taken", receipt_page(&notice, &taken, true)),
        ("choices", choices_page(&notice, None, false)),
        ("choices-saved", choices_page(&notice, Some(Note::Saved), true)),
        ("confirm", confirm_page(&notice)),
        ("not-found", NotFoundPage { frame: frame(locale, None) }.render()),
        ("problem", problem(ProblemType::OriginRefused).render()),
        ("export", export_page(&notice)),
    ]
}

fn count(html: &str, what: &str) -> usize {
    html.matches(what).count()
}

#[test]
fn every_page_is_a_whole_document_without_script_or_style_of_its_own() {
    for locale in Locale::ALL.iter().copied() {
        for (name, html) in all(locale) {
            assert!(html.starts_with("<!doctype html>\n<html lang=\""), "{name}: {html}");
            let dir = locale.dir().code();
            assert!(html.contains(&format!("<html lang=\"{locale}\" dir=\"{dir}\">")), "{name}");
            assert_eq!(count(&html, "<h1>"), 1, "{name}");
            for part in ["<title>", "name=\"viewport\"", "content=\"noindex\"", "<main", "href=\"#main\"", "</html>"] {
                assert!(html.contains(part), "{name}: {part}");
            }
            for bad in ["<style", " style=", "<script>", " onclick", " onload", "method=\"get\"", "javascript:"] {
                assert!(!html.contains(bad), "{name}: {bad}");
            }
            assert_eq!(count(&html, "<form"), count(&html, "method=\"post\""), "{name}");
        }
    }
}

#[test]
fn an_imported_yes_says_in_words_who_claims_it_and_where_it_was_given() {
    let claim = Provenance {
        claimed_at: "2024-05-01".parse().unwrap(),
        source: "sign-up <sheet>".into(),
        terms: notice(Locale::En).id(),
        wording: "none kept".parse().unwrap(),
    };
    for (locale, words) in [(Locale::En, "says that you said yes elsewhere"), (Locale::Da, "siger, at du har sagt ja")]
    {
        let notice = notice(locale);
        let html = choices_page_with(&notice, None, false, Some(&claim));
        assert_eq!(count(&html, words), 1, "{html}");
        assert!(html.contains("sign-up &lt;sheet&gt;; 2024-05-01"), "{html}");
        assert_eq!(count(&choices_page(&notice, None, false), words), 0);
    }
}

#[test]
fn every_field_of_every_page_has_a_label_and_every_id_is_its_own() {
    for (name, html) in all(Locale::Da) {
        let mut ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        for field in html.split("<input").skip(1).chain(html.split("<select").skip(1)) {
            let tag = field.split('>').next().unwrap();
            if tag.contains("type=\"hidden\"") || tag.contains("aria-labelledby") {
                continue;
            }
            let id = tag.split("id=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
            assert!(html.contains(&format!("for=\"{id}\"")), "{name}: no label for {id}");
        }
        for target in html.split("aria-labelledby=\"").skip(1).chain(html.split("aria-describedby=\"").skip(1)) {
            for id in target.split('"').next().unwrap().split(' ') {
                assert!(ids.contains(&id), "{name}: nothing has the id {id}");
            }
        }
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all, "{name}: an id is used twice");
    }
}

#[test]
fn nothing_is_ticked_but_what_stands_granted_on_the_choices_page() {
    for (name, html) in all(Locale::En) {
        let expected = if name.starts_with("choices") { vec!["order_updates"] } else { vec![] };
        let boxes = html.split("<input type=\"checkbox\"").skip(1).map(|rest| rest.split('>').next().unwrap());
        let ticked = boxes.filter(|tag| tag.contains(" checked"));
        let ticked: Vec<_> =
            ticked.map(|tag| tag.split("value=\"").nth(1).unwrap().split('"').next().unwrap()).collect();
        assert_eq!(ticked, expected, "{name}");
        assert_eq!(
            count(&html, "type=\"checkbox\""),
            count(&html, "autocomplete=\"off\"") - count(&html, "type=\"password\""),
            "{name}"
        );
    }
}

#[test]
fn no_page_shows_a_whole_number() {
    for (name, html) in all(Locale::Da) {
        assert!(!html.contains("20123456"), "{name}");
    }
    let notice = notice(Locale::En);
    let html = receipt_page(&notice, &receipt(&notice), false);
    assert!(html.contains("+45 •• •• •• 56") && html.contains("Number ending in 56"), "{html}");
    let nameless = Receipt { handle: "DK.abc123".parse().unwrap(), ..receipt(&notice) };
    let html = receipt_page(&notice, &nameless, false);
    assert!(html.contains("DK.•••") && !html.contains("abc123"), "{html}");
}

#[test]
fn a_receipt_has_one_form_for_each_category_and_one_for_everything() {
    let notice = notice(Locale::En);
    let html = receipt_page(&notice, &receipt(&notice), false);
    assert_eq!(count(&html, "<form"), 3);
    assert_eq!(count(&html, "name=\"withdraw\" value=\"order_updates\""), 1);
    assert_eq!(count(&html, "name=\"stop\" value=\"everything\""), 1);
    assert!(!html.contains(notice.categories()[1].title()), "what was not agreed to is not there");
}

#[test]
fn a_receipt_says_what_was_just_taken_back_and_offers_the_rest() {
    let notice = notice(Locale::En);
    let mut receipt = receipt(&notice);
    receipt.withdrawn.insert("order_updates".parse().unwrap(), Timestamp::from_millis(NOON + 60_000));
    let html = receipt_page(&notice, &receipt, true);
    let title = notice.categories()[0].title();
    assert!(html.contains(&format!("You have said no to “{title}”")), "{html}");
    assert!(html.contains("No thanks since 22 November 2026"), "{html}");
    assert_eq!(count(&html, "name=\"withdraw\""), 1);
    receipt.everything = Some(Timestamp::from_millis(NOON + 120_000));
    let html = receipt_page(&notice, &receipt, true);
    assert!(html.contains("You have stopped everything") && !html.contains("<form"), "{html}");
}

#[test]
fn the_choices_page_sends_what_it_showed() {
    let html = choices_page(&notice(Locale::En), None, false);
    for shown in
        ["order_updates:granted", "relevant_offers:other", "product_recommendations:other", "back_in_stock:other"]
    {
        assert!(html.contains(&format!("name=\"shown\" value=\"{shown}\"")), "{shown}");
    }
    assert_eq!(count(&html, "type=\"checkbox\""), 3, "a removed category that stands withdrawn has no box");
}

#[test]
fn a_form_shown_again_says_what_is_wrong_and_keeps_what_was_typed() {
    let notice = notice(Locale::En);
    let html = hosted_page(&notice, Some(ProblemType::NumberImpossible));
    let error = &notice.text().labels.errors.number_impossible;
    assert_eq!(count(&html, error.as_str()), 2, "at the top and beside the field");
    assert!(html.contains("value=\"20 12\"") && html.contains("aria-invalid=\"true\""));
    assert!(html.contains(&notice.text().labels.errors.category_none), "the boxes are unticked, so it says so");
    let title = html.split("<title>").nth(1).unwrap();
    let heading = wording::of(Locale::En).pages.hosted.errors_heading;
    assert!(title.starts_with(heading), "a screen reader says first that something is wrong: {title}");
    let html = hosted_page(&notice, Some(ProblemType::NoticeOutdated));
    assert!(html.contains(&notice.text().labels.changed) && !html.contains("role=\"status\" tabindex=\"-1\" hidden"));
}

#[test]
fn hostile_names_stay_text_on_every_page() {
    let hostile = "<img src=x>\"'&amp;</title>";
    let mut settings = nordlys();
    for field in ["name", "legal_name", "address", "contact"] {
        settings[field] = hostile.into();
    }
    let parsed = Settings::parse(&settings).unwrap();
    let notice = notice_of(&settings, Locale::En);
    let pages = [
        hosted_page(&notice, Some(ProblemType::CategoryNone)),
        receipt_page(&notice, &receipt(&notice), true),
        choices_page(&notice, Some(Note::Saved), true),
        confirm_page(&notice),
        export_page(&notice),
        NotFoundPage { frame: frame(Locale::En, Some(Business::of(&parsed))) }.render(),
    ];
    for html in pages {
        assert!(!html.contains("<img") && !html.contains("&amp;</title>"), "{html}");
        assert_eq!(count(&html, "</title>"), 1);
    }
}

/// Writes every page to the directory named by `JATAK_PAGES`, to be looked at in a browser.
#[test]
#[ignore = "writes files; run it to look at the pages"]
fn pages_are_written_to_be_looked_at() {
    let Ok(directory) = std::env::var("JATAK_PAGES") else { return };
    let directory = std::path::Path::new(&directory);
    for locale in Locale::ALL.iter().copied() {
        for (name, html) in all(locale) {
            std::fs::write(directory.join(format!("{name}-{locale}.html")), html).unwrap();
        }
    }
}
