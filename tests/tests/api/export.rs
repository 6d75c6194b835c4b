//! Exports: for spreadsheets and for programs, as of one number.

use std::collections::BTreeSet;

use jatak_tests::Business;
use jatak_tests::business::{KEPT, TYPED};
use jatak_tests::cut::{LAST_CHUNK, slow_get};
use serde_json::{Value, json};

use super::server;

const EVENT_COLUMNS: &str = "business,event_id,seq,recorded_at,occurred_at,kind,phone,category,state,notice_id,locale,source,assurance,page,context,provenance_source,provenance_claimed_at,provenance_wording,user_id";
const STATE_COLUMNS: &str =
    "business,phone,category,state,since,event_id,notice_id,assurance,user_id,stopped_in_whatsapp";

/// The lines of an NDJSON export.
fn lines(business: &Business<'_>, query: &str) -> Vec<Value> {
    let export = business.export(&format!("format=ndjson&{query}"));
    assert_eq!(export.header("content-type"), "application/x-ndjson");
    export
        .text()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}")))
        .collect()
}

/// The bytes of one CSV line's end.
const END: &str = "\r\n";

#[test]
fn the_events_file_has_the_columns_promised_in_order() {
    let business = server().business();
    let export = business.export("format=csv&kind=events");
    assert!(export.header("content-type").starts_with("text/csv"), "{}", export.header("content-type"));
    assert!(export.body.starts_with(b"\xef\xbb\xbf"), "UTF-8 with a byte order mark");
    let first = export.text().trim_start_matches('\u{feff}').split(END).next().unwrap();
    assert_eq!(first, EVENT_COLUMNS);
    assert!(export.text().ends_with(END), "every line ends with CR LF (RFC 4180)");
    assert!(!export.text().replace(END, "").contains('\r'));
}

#[test]
fn the_state_file_has_the_columns_promised_and_one_row_for_each_number_and_category() {
    let business = server().business();
    business.opt_in(TYPED, &["order_updates", "relevant_offers"]);
    business.opt_in("30123456", &["order_updates"]);
    business.opt_out(KEPT, &["relevant_offers"]);
    let export = business.export("format=csv&kind=state");
    let first = export.text().trim_start_matches('\u{feff}').split(END).next().unwrap();
    assert_eq!(first, STATE_COLUMNS);
    let rows = business.rows("kind=state");
    let found: BTreeSet<_> =
        rows.iter().map(|row| (row["phone"].as_str(), row["category"].as_str(), row["state"].as_str())).collect();
    let expected = BTreeSet::from([
        ("tel:+4520123456", "order_updates", "granted"),
        ("tel:+4520123456", "relevant_offers", "withdrawn"),
        ("tel:+4530123456", "order_updates", "granted"),
    ]);
    assert_eq!(found, expected);
    for row in &rows {
        assert_eq!(row["business"], business.slug);
        assert!(!row["since"].is_empty() && !row["event_id"].is_empty(), "{row:?}");
    }
}

#[test]
fn every_step_of_a_number_stands_in_the_events_with_time_wording_and_source() {
    let business = server().business();
    let receipt = business.receipt(&business.opt_in(TYPED, &["order_updates", "relevant_offers"]));
    let page = jatak_tests::page::Page::of(&server().get(&receipt).header("Accept-Language", "en").send().expect(200));
    let title = business.notice("en")["categories"][0]["title"].as_str().unwrap().to_owned();
    page.form(&title).submit(server(), &receipt);
    let choices = business.choices(KEPT);
    let page = jatak_tests::page::Page::of(&server().get(&choices).header("Accept-Language", "en").send().expect(200));
    page.form("Save").tick("back_in_stock", true).submit(server(), &choices);
    business.opt_out_of_everything(KEPT);

    let rows = business.rows("kind=events");
    let steps: Vec<_> = rows
        .iter()
        .filter(|row| !row["phone"].is_empty())
        .map(|row| (row["source"].as_str(), row["category"].as_str(), row["state"].as_str()))
        .collect();
    assert_eq!(
        &steps[..4],
        [
            ("widget", "order_updates", "granted"),
            ("widget", "relevant_offers", "granted"),
            ("receipt", "order_updates", "withdrawn"),
            ("choices", "back_in_stock", "granted"),
        ]
    );
    assert!(steps[4..].iter().all(|step| step.0 == "api" && step.2 == "withdrawn") && steps.len() > 4, "{steps:?}");
    for row in rows.iter().filter(|row| row["state"] == "granted") {
        assert_eq!(row["notice_id"], business.notice_id());
        assert_eq!(row["recorded_at"].len(), 24);
    }
}

#[test]
fn the_file_names_business_and_range_and_the_number_it_is_as_of() {
    let business = server().business();
    business.opt_in(TYPED, &["order_updates"]);
    let export = business.export("format=csv&kind=events&from=2026-01-01&to=2099-12-31");
    let disposition = export.header("content-disposition");
    assert!(disposition.starts_with("attachment"), "{disposition}");
    for part in [business.slug.as_str(), "2026-01-01", "2099-12-31", &business.last_seq().to_string(), ".csv"] {
        assert!(disposition.contains(part), "{part} in {disposition}");
    }
    assert!(export.header("cache-control").contains("no-store"));
    let ndjson = business.export("format=ndjson&kind=state");
    assert!(ndjson.header("content-disposition").contains(".ndjson"), "{}", ndjson.header("content-disposition"));
}

#[test]
fn nothing_in_the_file_runs_as_a_formula_and_nothing_is_lost() {
    let business = server().business();
    let evil = ["=1+1", "+1", "-1", "@SUM(A1)", "\"quoted\", and; separated", "a\\b"];
    let mut body = business.submission(TYPED, &["order_updates"]);
    body["context"] = json!(evil[..5]);
    business.consents().json(&body).send().expect(201);
    body["context"] = json!([evil[5]]);
    body["page"] = "https://shop.example/;=1+1".into();
    business.consents().json(&body).send().expect(201);

    for delimiter in ["comma", "semicolon", "tab"] {
        let export = business.export(&format!("format=csv&kind=events&delimiter={delimiter}"));
        let text = export.text().trim_start_matches('\u{feff}');
        let sign = match delimiter {
            "comma" => b',',
            "semicolon" => b';',
            _ => b'\t',
        };
        // Whatever delimiter and quoting a spreadsheet assumes, no cell of it begins with a sign that it would run.
        for assumed in [b',', b';', b'\t'] {
            let mut cells = csv::ReaderBuilder::new();
            let mut cells = cells.delimiter(assumed).has_headers(false).flexible(true).from_reader(text.as_bytes());
            for record in cells.records() {
                for cell in &record.unwrap() {
                    let begins = cell.trim_start_matches(['"', '\'', ' ']).chars().next();
                    let harmless = !matches!(begins, Some('=' | '+' | '-' | '@' | '\t' | '\r'));
                    assert!(harmless, "{cell:?} in a file with {delimiter}, read with {:?}", assumed as char);
                }
            }
        }
        // Undone by the documented rule, the text is what was sent.
        let mut reader = csv::ReaderBuilder::new().delimiter(sign).from_reader(text.as_bytes());
        let contexts: Vec<_> = reader.records().map(|record| unescaped(&record.unwrap()[14])).collect();
        assert!(contexts.contains(&evil[..5].join("\n")), "{contexts:?}");
        assert!(contexts.contains(&evil[5].to_owned()), "{contexts:?}");
    }
}

/// The text with each backslash dropped and the sign after it kept.
fn unescaped(cell: &str) -> String {
    let mut out = String::new();
    let mut signs = cell.chars();
    while let Some(sign) = signs.next() {
        out.extend(if sign == '\\' { signs.next() } else { Some(sign) });
    }
    out
}

#[test]
fn numbers_are_written_so_that_a_spreadsheet_keeps_them() {
    let business = server().business();
    business.opt_in(TYPED, &["order_updates"]);
    for kind in ["events", "state"] {
        let rows = business.rows(&format!("kind={kind}"));
        assert!(rows.iter().any(|row| row["phone"] == "tel:+4520123456"), "{kind}: {rows:?}");
    }
}

#[test]
fn filters_hold_back_what_is_not_asked_for() {
    let business = server().business();
    business.opt_in(TYPED, &["order_updates", "relevant_offers"]);
    business.opt_out(KEPT, &["relevant_offers"]);
    let of = |query: &str| -> Vec<_> {
        let rows = business.rows(query);
        rows.into_iter().map(|row| format!("{} {}", row["category"], row["state"])).collect()
    };
    assert_eq!(of("kind=events&category=order_updates"), ["order_updates granted"]);
    assert_eq!(of("kind=events&state=withdrawn"), ["relevant_offers withdrawn"]);
    assert_eq!(of("kind=state&state=granted"), ["order_updates granted"]);
    assert!(of("kind=events&to=2020-01-01").is_empty());
    assert!(of("kind=events&from=2099-01-01").is_empty());
    assert_eq!(of("kind=events&from=2020-01-01&to=2099-01-01&category=relevant_offers").len(), 2);
}

#[test]
fn a_misspelt_or_impossible_filter_is_refused_instead_of_ignored() {
    let business = server().business();
    for (query, field) in [
        ("kind=everything", "kind"),
        ("format=xlsx", "format"),
        ("from=yesterday", "from"),
        ("from=2026-02-01&to=2026-01-01", "to"),
        ("category=Not%20One", "category"),
        ("state=maybe", "state"),
        ("delimiter=x", "delimiter"),
        ("fom=2026-01-01", "fom"),
    ] {
        let problem = business.get(&format!("/export?{query}")).refusal(422, "field_invalid");
        assert_eq!(problem["field"], field, "{query}");
    }
}

#[test]
fn ndjson_is_whole_and_says_so() {
    let business = server().business();
    let answer = business.opt_in(TYPED, &["order_updates"]);
    let lines = lines(&business, "kind=state");
    let (first, last) = (&lines[0], lines.last().unwrap());
    assert_eq!(first["as_of"], business.last_seq());
    assert_eq!(first["business"], business.slug.as_str());
    assert_eq!(last["end"], true);
    assert_eq!(last["count"], lines.len() - 2);
    let text = lines.iter().map(Value::to_string).collect::<String>();
    assert!(text.contains(answer["id"].as_str().unwrap()) && text.contains(KEPT));
}

#[test]
fn published_texts_can_be_exported_too() {
    let business = server().business();
    let rows = business.rows("kind=notices");
    assert_eq!(rows.len(), 2 * 4, "two languages, four categories");
    for locale in ["da", "en"] {
        let notice = business.notice(locale);
        let own: Vec<_> = rows.iter().filter(|row| row["notice_id"] == notice["id"].as_str().unwrap()).collect();
        assert_eq!(own.len(), 4);
        assert_eq!(own[0]["statement"], notice["statement"].as_str().unwrap());
    }
}

#[test]
fn an_export_is_as_of_one_number_whatever_is_written_meanwhile() {
    let business = server().business();
    // More than one page of any reasonable size.
    std::thread::scope(|scope| {
        for poster in 0..4 {
            let business = &business;
            scope.spawn(move || {
                let notice = business.notice_id();
                for number in 0..200 {
                    let mut body = json!({ "notice": notice, "categories": ["order_updates"] });
                    body["subject"] = json!({ "phone": format!("+4520{poster}00{number:03}") });
                    business.consents().json(&body).send().expect(201);
                }
            });
        }
    });
    let whole = business.rows("kind=events");
    assert_eq!(whole.len() as u64, business.last_seq());

    let (export, ()) = std::thread::scope(|scope| {
        let export = scope.spawn(|| business.export("format=csv&kind=events"));
        let writer = scope.spawn(|| {
            for number in 0..40 {
                business.opt_in(&format!("+45301230{number:02}"), &["order_updates"]);
            }
        });
        (export.join().unwrap(), writer.join().unwrap())
    });
    let as_of: usize = export.header("jatak-as-of").parse().unwrap();
    assert_eq!(export.text().matches(END).count(), as_of + 1, "every event up to the number named, and none after");
    let states = business.rows("kind=state");
    assert_eq!(states.len(), 840);
}

#[test]
fn a_file_of_many_pages_is_whole_with_every_delimiter_and_filter() {
    let business = server().business();
    business.import((0..1_500).map(|number| format!("+452{number:07}")), "order_updates;back_in_stock");
    business.opt_out("+4520001499", &["back_in_stock"]);
    let cells = |query: &str, delimiter: u8| -> Vec<Vec<String>> {
        let export = business.export(&format!("kind=events&format=csv&{query}"));
        let text = export.text().trim_start_matches('\u{feff}');
        let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(text.as_bytes());
        assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>().join(","), EVENT_COLUMNS, "{query}");
        reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
    };
    let all = cells("", b',');
    let numbers: BTreeSet<u64> = all.iter().map(|row| row[2].parse().unwrap()).collect();
    assert_eq!(numbers, (1..=business.last_seq()).collect(), "every event, across pages");
    for (name, sign) in [("semicolon", b';'), ("tab", b'\t')] {
        assert_eq!(cells(&format!("delimiter={name}"), sign), all, "{name}");
    }
    let about = |category: &str| all.iter().filter(|row| row[7] == category).cloned().collect::<Vec<_>>();
    assert_eq!(cells("category=order_updates", b','), about("order_updates"));
    assert_eq!(about("order_updates").len(), 1_500);
    // Of many pages only the last holds anything.
    let noes = cells("category=back_in_stock&state=withdrawn&delimiter=;", b';');
    assert_eq!(noes, [about("back_in_stock").pop().unwrap()]);
    assert_eq!(noes[0][6], "tel:+4520001499");
}

#[test]
fn a_failure_on_the_way_cuts_the_rows_and_never_ends_them() {
    // Some 17 MB: more than the buffers between the ledger and a client that does not read.
    let business = server().business();
    let four = "order_updates;relevant_offers;product_recommendations;back_in_stock";
    business.import((0..20_000).map(|number| format!("+452{number:07}")), four);
    let plain = server().edge.replace("localhost", "127.0.0.1");
    let path = business.api("/export?kind=events&format=csv");
    let whole = slow_get(&plain, &path, &business.key, || {});
    assert!(whole.ends_with(LAST_CHUNK));

    let key = business.make_key(&["read"]);
    let (id, secret) = (key["id"].as_str().unwrap(), key["key"].as_str().unwrap());
    let cut = slow_get(&plain, &path, secret, || {
        server().call("DELETE", &business.api(&format!("/keys/{id}"))).key(&business.key).send().expect(204);
    });
    assert!(!cut.ends_with(LAST_CHUNK) && cut.len() < whole.len(), "it must not look whole");
    assert!(!server().log().contains(secret));
}

#[test]
fn rows_need_a_key_of_this_business_that_may_read() {
    let (business, other) = (server().business(), server().business());
    let writes = business.make_key(&["write"]);
    for (key, status, code) in
        [(other.key.as_str(), 401, "key_unknown"), (writes["key"].as_str().unwrap(), 403, "scope_missing")]
    {
        let call = server().get(&business.api("/export?kind=events&format=csv")).key(key);
        call.send().refusal(status, code);
    }
}

#[test]
fn a_businesss_export_holds_nothing_of_another() {
    let (one, other) = (server().business(), server().business());
    one.opt_in("+4520111111", &["order_updates"]);
    other.opt_in("+4520222222", &["order_updates"]);
    let (one, other) = (one.export("kind=events"), other.export("kind=events"));
    assert!(one.text().contains("20111111") && !one.text().contains("20222222"));
    assert!(other.text().contains("20222222") && !other.text().contains("20111111"));
}
