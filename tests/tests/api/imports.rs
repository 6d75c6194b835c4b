//! Imports: consents that a business collected elsewhere, from the file to the ledger.

use std::fmt::Write as _;
use std::time::Duration;

use jatak_tests::business::{CATEGORIES, KEPT};
use jatak_tests::page::Page;
use jatak_tests::{Business, Reply};
use serde_json::{Value, json};

use super::server;

/// Says for the whole file where its consents come from.
const FROM: &str = "source=sign-up%20sheet&claimed_at=2024-05-01&wording=none%20kept";

fn upload(business: &Business<'_>, query: &str, content_type: &str, file: &str) -> Reply {
    let call = server().post(&business.api(&format!("/imports?{query}"))).key(&business.key);
    call.raw(content_type, file).send()
}

/// Stages a CSV file with the columns `phone` and `categories`, and returns the import.
fn staged(business: &Business<'_>, lines: &str) -> Value {
    upload(business, FROM, "text/csv", &format!("phone,categories\n{lines}")).expect(202).json()
}

fn path(import: &Value) -> String {
    format!("/imports/{}", import["id"].as_str().unwrap())
}

fn commit(business: &Business<'_>, import: &Value) -> Reply {
    server().post(&business.api(&format!("{}/commit", path(import)))).key(&business.key).send()
}

/// The whole report, page by page: line, category, reason.
fn report(business: &Business<'_>, import: &Value) -> Vec<(u64, String, String)> {
    let (mut after, mut all) = (0, Vec::new());
    loop {
        let page = business.get(&format!("{}?after={after}&limit=2", path(import))).expect(200).json();
        let text = |one: &Value, name: &str| one[name].as_str().unwrap_or_default().to_owned();
        let listed = page["report"].as_array().unwrap();
        all.extend(
            listed.iter().map(|one| (one["line"].as_u64().unwrap(), text(one, "category"), text(one, "reason"))),
        );
        match page["next"].as_u64() {
            Some(next) => after = next,
            None => return all,
        }
    }
}

fn listed(line: u64, category: &str, reason: &str) -> (u64, String, String) {
    (line, category.to_owned(), reason.to_owned())
}

#[test]
fn a_file_is_staged_told_about_line_by_line_and_committed() {
    let business = server().business();
    business.opt_out("+4520000002", &["order_updates"]);
    business.opt_out_of_everything("+4520000003");
    let reply = business.unchanged(|| {
        let file = "phone;categories;source;claimed_at;wording\r\n\
                    20 00 00 01;\"order_updates;relevant_offers\";till;2024-05-01T12:00:00+02:00;Yes to news\r\n\
                    +4520000002;order_updates;;;\r\n+4520000003;back_in_stock;;;\r\n+4520000004;club_news;;;\r\n";
        upload(&business, &format!("{FROM}&country=DK"), "text/csv; charset=utf-8", file).expect(202)
    });
    let import = reply.json();
    assert_eq!(business.path_of(&reply.header("location")), business.api(&path(&import)));
    assert_eq!((&import["status"], &import["lines"], &import["faults"]), (&json!("staged"), &json!(4), &json!(0)));
    let expected = [
        listed(3, "order_updates", "withdrawn"),
        listed(4, "back_in_stock", "withdrawn"),
        listed(5, "club_news", "category_unknown"),
    ];
    assert_eq!(report(&business, &import), expected);
    let done = commit(&business, &import).expect(200).json();
    assert_eq!(done["status"], "committed");
    assert_eq!((&done["done"]["events"], &done["done"]["granted"]), (&json!(1), &json!(2)));
    assert_eq!(done["done"]["refused"], 3);
    assert_eq!(report(&business, &import), expected);
    business.assert_states("+4520000001", &[("order_updates", "granted"), ("relevant_offers", "granted")]);
    business.assert_states("+4520000002", &[("order_updates", "withdrawn")]);
    business.assert_states("+4520000003", &CATEGORIES.map(|id| (id, "withdrawn")));
}

#[test]
fn imported_consent_is_marked_in_feed_export_lookup_and_on_the_choices_page() {
    let business = server().business();
    let line = json!({
        "phone": KEPT, "categories": ["order_updates"], "source": "=till", "claimed_at": "2024-05-01",
        "wording": "Ja tak til nyt på WhatsApp",
    });
    let import = upload(&business, "", "application/x-ndjson", &format!("{line}\n")).expect(202).json();
    commit(&business, &import).expect(200);
    let event = business.events().pop().unwrap();
    assert_eq!((&event["kind"], &event["notice"]), (&json!("imported"), &Value::Null));
    let terms = event["event"]["provenance"]["terms"].clone();
    assert_eq!(terms, business.notice_id());
    let provenance = json!({
        "source": "=till", "claimed_at": "2024-05-01", "wording": "Ja tak til nyt på WhatsApp", "terms": terms,
    });
    assert_eq!(event["event"]["provenance"], provenance);
    assert_eq!((&event["event"]["source"], &event["event"]["assurance"]), (&json!("import"), &json!("imported")));
    let row = business.rows("kind=events").pop().unwrap();
    assert_eq!(
        (row["kind"].as_str(), row["source"].as_str(), row["assurance"].as_str()),
        ("imported", "import", "imported")
    );
    assert_eq!((row["provenance_source"].as_str(), row["provenance_claimed_at"].as_str()), ("\\=till", "2024-05-01"));
    assert_eq!(row["provenance_wording"], "Ja tak til nyt på WhatsApp");
    assert_eq!(business.rows("kind=state").pop().unwrap()["assurance"], "imported");
    let looked = &business.lookup(KEPT)["categories"][0];
    assert_eq!((&looked["assurance"], &looked["notice_id"]), (&json!("imported"), &Value::Null));
    for (locale, words) in [("en", "says that you said yes elsewhere"), ("da", "siger, at du har sagt ja")] {
        let choices = business.choices(KEPT);
        let page = server().get(&format!("{choices}?locale={locale}")).send().expect(200);
        assert_eq!(page.text().matches(words).count(), 1, "{}", page.text());
    }
}

#[test]
fn an_imported_yes_can_be_taken_back_on_the_choices_page() {
    let business = server().business();
    let import = staged(&business, &format!("{KEPT},order_updates\n"));
    commit(&business, &import).expect(200);
    let choices = business.choices(KEPT);
    let page = Page::of(&server().get(&choices).header("Accept-Language", "en").send().expect(200));
    let save = page.form("Save my choices").tick("order_updates", false);
    save.submit(server(), &choices);
    business.assert_states(KEPT, &[("order_updates", "withdrawn")]);
    let again = staged(&business, &format!("{KEPT},order_updates;relevant_offers\n"));
    assert_eq!(report(&business, &again), [listed(2, "order_updates", "withdrawn")]);
}

#[test]
fn the_same_file_again_is_the_same_import_before_and_after_its_commit() {
    let business = server().business();
    let first = staged(&business, &format!("{KEPT},order_updates\n"));
    assert_eq!(staged(&business, &format!("{KEPT},order_updates\n")), first);
    let done = commit(&business, &first).expect(200).json();
    business.unchanged(|| {
        assert_eq!(commit(&business, &first).expect(200).json(), done);
        assert_eq!(staged(&business, &format!("{KEPT},order_updates\n")), done);
    });
    assert_ne!(staged(&business, &format!("{KEPT},order_updates\n\n{KEPT},relevant_offers\n"))["id"], first["id"]);
}

#[test]
fn lines_that_cannot_be_read_are_named_and_hold_back_all_unless_partial() {
    let business = server().business();
    let lines = format!("{KEPT},order_updates\n12,order_updates\n+4520000002,\n+4520000003,order_updates,x\n");
    let import = staged(&business, &lines);
    assert_eq!((&import["lines"], &import["faults"]), (&json!(4), &json!(3)));
    let page = business.get(&path(&import)).expect(200).json();
    let fields: Vec<_> = page["report"].as_array().unwrap().iter().map(|one| (&one["line"], &one["field"])).collect();
    let expected = [(3, "phone"), (4, "categories"), (5, "line")].map(|(line, field)| (json!(line), json!(field)));
    assert_eq!(fields, expected.iter().map(|(line, field)| (line, field)).collect::<Vec<_>>());
    let refusal = business.unchanged(|| commit(&business, &import).refusal(422, "import_faulty"));
    assert_eq!(refusal["faults"], 3);
    let file = format!("phone,categories\n{lines}");
    let import = upload(&business, &format!("{FROM}&partial=true"), "text/csv", &file).expect(202).json();
    let done = commit(&business, &import).expect(200).json();
    assert_eq!((&done["done"]["events"], &done["done"]["faulty"]), (&json!(1), &json!(3)));
    business.assert_states(KEPT, &[("order_updates", "granted")]);
}

#[test]
fn a_file_of_which_nothing_can_be_read_is_refused_by_name() {
    let business = server().business();
    for (query, file, field) in [
        (FROM, "phone,e-mail\n", "e-mail"),
        (FROM, "categories\norder_updates\n", "phone"),
        (FROM, "", "line"),
        (FROM, "phone,categories\n", "line"),
        ("wording=none%20kept&colour=red", "phone\n", "colour"),
        ("claimed_at=soon", "phone\n", "claimed_at"),
        ("partial=perhaps", "phone\n", "partial"),
    ] {
        let refusal = upload(&business, query, "text/csv", file).refusal(422, "field_invalid");
        assert_eq!(refusal["field"], field, "{refusal}");
    }
    upload(&business, FROM, "application/json", "{}").refusal(415, "type_unsupported");
}

#[test]
fn an_import_is_deleted_its_report_is_for_readers_the_rest_for_writers_and_all_for_this_business_only() {
    let business = server().business();
    let import = staged(&business, &format!("{KEPT},order_updates\n"));
    let call = |method: &str, key: &str| {
        let path = business.api(&format!("{}{}", path(&import), if method == "POST" { "/commit" } else { "" }));
        server().call(method, &path).key(key).send()
    };
    let read = business.make_key(&["read", "links"]);
    let write = business.make_key(&["write"]);
    let other = server().business();
    let keys = [read["key"].as_str().unwrap(), write["key"].as_str().unwrap()];
    for (method, wrong) in [("GET", keys[1]), ("POST", keys[0]), ("DELETE", keys[0])] {
        call(method, wrong).refusal(403, "scope_missing");
        call(method, &other.key).refusal(401, "key_unknown");
        let foreign = server().call(method, &other.api(&path(&import).replace("/commit", ""))).key(&other.key).send();
        assert!([404, 405].contains(&foreign.status), "{method}: {}", foreign.status);
    }
    call("GET", keys[0]).expect(200);
    call("DELETE", keys[1]).expect(204);
    for method in ["GET", "POST", "DELETE"] {
        business.unchanged(|| call(method, &business.key).refusal(404, "not_found"));
    }
    business.assert_states(KEPT, &[]);
}

#[test]
fn a_file_that_is_too_large_is_refused_while_it_is_sent() {
    let business = server().business();
    let line = format!("{KEPT},{}\n", " ".repeat(8_000));
    let file = format!("phone,categories\n{}", line.repeat((65 << 20) / line.len()));
    let sent = server().post(&business.api("/imports")).key(&business.key).raw("text/csv", file).try_send();
    // A client that does not read while it sends may see the connection close instead.
    if let Ok(reply) = sent {
        reply.refusal(413, "body_too_large");
    }
    assert_eq!(staged(&business, &format!("{KEPT},order_updates\n"))["lines"], 1, "the edge goes on");
}

/// A file of so many lines, each about another number.
fn many(lines: u64) -> String {
    let mut file = "phone,categories\n".to_owned();
    for number in 0..lines {
        writeln!(file, "+452{number:07},order_updates;relevant_offers").unwrap();
    }
    file
}

/// Imports so many lines in one transaction and prints how long the steps took.
fn import_at_once(lines: u64) {
    let business = server().business();
    let client = server().client();
    let send = |path: &str, body: String| {
        let started = jatak_tests::wait::now();
        let call = client.call("POST", &business.api(path)).key(&business.key);
        let reply = if body.is_empty() { call.send() } else { call.raw("text/csv", body).send() };
        (reply, started.elapsed())
    };
    let before = business.feed(0, 1)["head"].as_u64().unwrap();
    let (reply, staged_in) = send(&format!("/imports?{FROM}"), many(lines));
    let import = reply.expect(202).json();
    let (reply, committed_in) = send(&format!("{}/commit", path(&import)), String::new());
    let done = reply.expect(200).json();
    println!("{lines} lines: staged in {staged_in:?}, committed in {committed_in:?}");
    assert_eq!(done["done"]["events"], lines);
    assert_eq!(business.feed(before, 1)["head"], before + lines);
    business.assert_states(
        &format!("+452{:07}", lines - 1),
        &[("order_updates", "granted"), ("relevant_offers", "granted")],
    );
    let next = business.opt_in("20 12 34 56", &["order_updates"]);
    assert!(next["id"].is_string());
    assert!(committed_in < Duration::from_secs(30), "the processor time that Cloudflare gives: {committed_in:?}");
}

#[test]
fn two_thousand_lines_go_in_at_once() {
    import_at_once(2_000);
}

#[test]
fn fifty_thousand_lines_go_in_at_once_and_one_more_does_not() {
    if std::env::var_os("JATAK_LONG").is_none() {
        return;
    }
    import_at_once(50_000);
    let business = server().business();
    let refusal = upload(&business, FROM, "text/csv", &many(50_001)).refusal(422, "import_too_long");
    assert_eq!((&refusal["lines"], &refusal["limit"]), (&json!(50_001), &json!(50_000)));
}
