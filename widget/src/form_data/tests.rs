//! The form and its data, as text.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use jatak_shared::category::CategoryId;
use jatak_shared::locale::Locale;
use serde_json::Value;

use super::*;
use crate::fixture::{nordlys, notice, notice_of};
use crate::model::Placement;

const EDGE: &str = "http://localhost:8787";

const ASSETS: FormAssets<'static> = FormAssets {
    css: ".jatak{all:initial}",
    sheet: "/assets/0/form.css",
    confirm: None,
    phone: Some(Phone { js: "/assets/0/phone.js", countries: "/phone/countries/0/da" }),
    wasm: Some(Wasm { js: "/assets/0/jatak.js", integrity: "sha256-0", wasm: "/assets/0/jatak_bg.wasm" }),
};

fn html(locale: Locale) -> String {
    markup(FormModel::in_shop(&notice(locale), EDGE, &[], false))
}

fn count(html: &str, what: &str) -> usize {
    html.matches(what).count()
}

#[test]
fn the_form_never_renders_a_ticked_box() {
    for locale in Locale::ALL.iter().copied() {
        let html = html(locale);
        assert_eq!(count(&html, "type=\"checkbox\""), 4);
        assert!(!html.contains("checked"), "{html}");
        assert_eq!(count(&html, "name=\"category\""), count(&html, "autocomplete=\"off\""));
    }
}

#[test]
fn the_form_says_everything_that_the_notice_says() {
    for locale in Locale::ALL.iter().copied() {
        // As it is read: without the marks that keep the business's name in its place among Arabic words.
        let html: String =
            html(locale).chars().filter(|character| !('\u{2066}'..='\u{2069}').contains(character)).collect();
        let notice = notice(locale);
        let text = notice.text();
        let labels = &text.labels;
        let mut said = vec![
            &text.heading,
            &text.statement,
            &text.not_a_condition,
            &text.withdrawal,
            &text.controller,
            &text.privacy,
            &labels.legend,
            &labels.country,
            &labels.phone,
            &labels.submit,
            &labels.success_heading,
            &labels.success_text,
            &labels.success_categories,
            &labels.receipt,
            &labels.hosted,
            &labels.changed,
        ]
        .into_iter()
        .map(String::as_str)
        .collect::<Vec<_>>();
        for category in notice.categories() {
            said.extend([category.title(), category.value(), category.frequency()]);
        }
        for text in said {
            assert!(html.contains(&text.replace('&', "&amp;")), "{text} in {html}");
        }
    }
}

/// The tags of the form, one a line, without texts and countries.
fn outline(html: &str) -> String {
    let tags = html.split('<').skip(1).filter_map(|rest| rest.split_once('>')).map(|(tag, _)| tag);
    let shown = tags.filter(|tag| !tag.starts_with('/') && !tag.starts_with('!') && !tag.starts_with("option"));
    shown.fold(String::new(), |lines, tag| lines + "<" + tag + ">\n")
}

/// Texts change with their wording; the structure is what loader, WASM, styles and tests rely on. To change it, write
/// what this test prints into the file.
#[test]
fn the_structure_of_the_form_is_the_same_in_every_language_and_as_it_was() {
    for locale in Locale::ALL.iter().copied() {
        let found = outline(&html(locale)).replace(&notice(locale).id().to_string(), "NOTICE");
        let found = found.replace(&format!("locale={locale}"), "locale=LOCALE");
        assert_eq!(found, include_str!("outline.txt"), "{locale}:\n{found}");
    }
}

#[test]
fn what_comes_later_is_there_from_the_start_and_hidden() {
    let html = html(Locale::Da);
    for hidden in [
        "<section class=\"done\" hidden",
        "<p class=\"hosted\" hidden",
        "<p class=\"changed\" role=\"status\" tabindex=\"-1\" hidden",
    ] {
        // Attributes stand in the order written, save for `class`, which comes last.
        let parts: Vec<_> = hidden.split_whitespace().collect();
        let tag = html.split('<').find(|tag| parts.iter().all(|part| tag.contains(part.trim_start_matches('<'))));
        assert!(tag.is_some(), "{hidden} in {html}");
    }
    for place in ["category", "phone", "form"] {
        assert_eq!(count(&html, &format!("data-error=\"{place}\"")), 1);
    }
    assert_eq!(count(&html, "<li hidden"), 4, "{html}");
    assert_eq!(count(&html, "role=\"alert\""), 3);
}

#[test]
fn the_plain_form_has_the_fields_of_the_wire() {
    let notice = notice(Locale::En);
    let offered: Vec<CategoryId> = vec!["back_in_stock".parse().unwrap(), "order_updates".parse().unwrap()];
    let html = markup(FormModel::in_shop(&notice, EDGE, &offered, false));
    assert!(html.contains("method=\"post\"") && html.contains("action=\"http://localhost:8787/v1/nordlys/consents\""));
    assert!(html.contains(&format!("name=\"notice\" value=\"{}\"", notice.id())));
    let at = |what: &str| html.find(what).unwrap_or_else(|| panic!("{what} in {html}"));
    assert!(at("name=\"offered\" value=\"order_updates\"") < at("name=\"offered\" value=\"back_in_stock\""));
    assert!(!html.contains("relevant_offers"), "what is not offered is not there");
    for field in ["name=\"page\"", "name=\"idempotency_key\"", "name=\"country\"", "name=\"phone\""] {
        at(field);
    }
}

#[test]
fn the_selector_begins_with_the_business_s_own_country_in_a_shop_and_with_all_of_them_where_no_script_brings_them() {
    let chosen = "<option value=\"DK\" selected>Danmark (\u{200e}+45)</option>";
    let hosted = markup(FormModel::new(&notice(Locale::Da), &Placement { edge: EDGE, ..Placement::default() }));
    for (html, countries) in [(html(Locale::Da), 1), (hosted, 245)] {
        assert_eq!(count(&html, "<option"), countries);
        assert_eq!(count(&html, "selected"), 1);
        assert!(html.contains(chosen), "{html}");
    }
}

#[test]
fn hostile_names_stay_text() {
    let mut settings = nordlys();
    settings["name"] = "</script><b onclick=\"x\">'&".into();
    let notice = notice_of(&settings, Locale::En);
    let data = FormData::new(&notice, EDGE, &[], ASSETS);
    let html = &data.html;
    assert!(html.contains("&lt;/script&gt;&lt;b onclick=\"x\"&gt;'&amp;"), "{html}");
    assert!(!html.contains("<b "));
    let script = data.to_script("(()=>{})();\n");
    assert!(!script.to_lowercase().contains("</script"), "{script}");
}

#[test]
fn the_form_data_has_the_members_that_loader_and_wasm_read() {
    let notice = notice(Locale::Da);
    let offered: Vec<CategoryId> = vec!["relevant_offers".parse().unwrap(), "unknown".parse().unwrap()];
    let data: Value = serde_json::from_str(&FormData::new(&notice, EDGE, &offered, ASSETS).to_json()).unwrap();
    for (pointer, expected) in [
        ("/v", 1.into()),
        ("/edge", Value::from(EDGE)),
        ("/business", "nordlys".into()),
        ("/locale", "da".into()),
        ("/dir", "ltr".into()),
        ("/country", "DK".into()),
        ("/offered", serde_json::json!(["relevant_offers"])),
        ("/categories", "relevant_offers,unknown".into()),
        ("/notice/id", notice.id().to_string().into()),
        ("/notice/labels/errors/offline", notice.text().labels.errors.offline.clone().into()),
        ("/css", ASSETS.css.into()),
        ("/sheet", ASSETS.sheet.into()),
        ("/phone/js", "/assets/0/phone.js".into()),
        ("/phone/countries", "/phone/countries/0/da".into()),
        ("/wasm/js", "/assets/0/jatak.js".into()),
        ("/wasm/wasm", "/assets/0/jatak_bg.wasm".into()),
    ] {
        assert_eq!(data.pointer(pointer), Some(&expected), "{pointer}");
    }
    assert!(data["html"].as_str().unwrap().contains("checkbox"));
    let everything: Value = serde_json::from_str(&FormData::new(&notice, EDGE, &[], ASSETS).to_json()).unwrap();
    assert!(everything.get("categories").is_none(), "nothing was limited, so what comes later is offered too");
}

#[test]
fn the_script_is_the_loader_and_one_call() {
    let notice = notice(Locale::En);
    let data = FormData::new(&notice, EDGE, &[], ASSETS);
    let script = data.to_script("LOADER;\n");
    let call = script.strip_prefix("LOADER;\njatak.form(").and_then(|rest| rest.strip_suffix(");\n")).unwrap();
    let (call, whole) = (serde_json::from_str::<Value>(call).unwrap(), serde_json::to_value(&data).unwrap());
    for (name, value) in whole.as_object().unwrap() {
        if name != "notice" {
            assert_eq!(&call[name], value, "{name}");
        }
    }
    // Of the notice, what is there is the same.
    assert_eq!(call["notice"]["id"], whole["notice"]["id"]);
    for (name, text) in call["notice"]["labels"].as_object().unwrap() {
        assert_eq!(text, &whole["notice"]["labels"][name], "{name}");
    }
    assert!(call["notice"].get("statement").is_none());
}

/// Writes the script to the directory named by `JATAK_PAGES`, to be looked at in a browser. Style sheet and loader are
/// read from there.
#[test]
#[ignore = "writes files; run it to look at the form"]
fn the_script_is_written_to_be_looked_at() {
    let Ok(directory) = std::env::var("JATAK_PAGES") else { return };
    let directory = std::path::Path::new(&directory);
    let css = std::fs::read_to_string(directory.join("form.css")).unwrap();
    let edge = std::env::var("JATAK_EDGE").unwrap_or_else(|_| EDGE.to_owned());
    for locale in Locale::ALL.iter().copied() {
        let notice = notice(locale);
        let data = FormData::new(&notice, &edge, &[], FormAssets { css: css.trim_end(), ..ASSETS });
        let loader = std::fs::read_to_string(directory.join("loader.js")).unwrap();
        std::fs::write(directory.join(format!("widget-{locale}.js")), data.to_script(&loader)).unwrap();
    }
}
