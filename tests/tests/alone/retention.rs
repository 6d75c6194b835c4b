//! Retention on the real runtime: the alarm goes off by itself after a start, and people go together.

use jatak_ledger::native::NativeStore;
use jatak_ledger::store::Store;
use jatak_tests::business::KEPT;
use jatak_tests::{Business, Server, place, wait};
use serde_json::json;

const OTHER: &str = "+4530123456";

/// Makes everything that was noted for retention and for jobs two years older.
fn age(data: &std::path::Path) {
    for entry in std::fs::read_dir(data.join("objects").join("jatak-ledger")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "sqlite") {
            continue;
        }
        let store = NativeStore::open(&path).unwrap();
        let tables = store.query("SELECT name FROM sqlite_master WHERE name = 'jobs'", &[]).unwrap();
        if tables.is_empty() {
            continue;
        }
        for column in ["waits_since", "rests_since"] {
            store.execute(&format!("UPDATE subjects SET {column} = {column} - 63072000000"), &[]).unwrap();
        }
        store.execute("UPDATE jobs SET due_at = due_at - 63072000000", &[]).unwrap();
    }
}

#[test]
fn people_of_whom_nothing_but_noes_stands_are_gone_after_their_time_without_anybody_asking() {
    let data = place::directory("retention");
    let first = Server::start_on(&data, &["--no-limits"]);
    let business = first.business_with(|settings| {
        settings["retention"] = json!({ "after_withdrawal_days": 365, "pending_days": 30 });
    });
    for phone in [KEPT, OTHER] {
        business.opt_out(phone, &["order_updates"]);
    }
    business.opt_in("40 40 40 40", &["order_updates"]);
    let seq = business.last_seq();
    let Business { slug, id, key, .. } = business;
    drop(first);

    age(&data);
    let second = Server::start_on(&data, &["--no-limits"]);
    let business = Business { server: &second, slug, id, key };
    // Any call wakes the object; the alarm does the rest.
    wait::until("the alarm to go off", || business.last_seq() > seq);
    let record = business.events().pop().unwrap();
    assert_eq!((record["kind"].as_str(), record["event"]["source"].as_str()), (Some("erased"), Some("retention")));
    assert_eq!(record["erased"].as_array().unwrap().len(), 2, "one leaf for both");
    for phone in [KEPT, OTHER] {
        let file = business.post("/lookups", &json!({ "phone": phone, "full": true })).expect(200).json();
        assert!(file["full"]["subject"].is_null() && file["full"]["suppressed_since"].is_string(), "{file}");
    }
    business.assert_states("+4540404040", &[("order_updates", "granted")]);
}
