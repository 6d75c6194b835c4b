#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use super::*;
use crate::native::NativeStore;
use crate::store::Row;

const NOW: Timestamp = Timestamp::EPOCH;

/// A database as the code of this many versions left it.
fn of_version(version: usize) -> NativeStore {
    let store = NativeStore::in_memory().unwrap();
    migrate_to(version, &store, NOW).unwrap();
    store
}

fn tables(store: &NativeStore) -> Vec<Row> {
    store.query("SELECT type, name, sql FROM sqlite_master ORDER BY type, name", &[]).unwrap()
}

#[test]
fn a_database_of_any_version_becomes_the_newest_and_stays_it() {
    let newest = tables(&of_version(MIGRATIONS.len()));
    for version in 0..=MIGRATIONS.len() {
        let store = of_version(version);
        for _ in 0..2 {
            migrate(&store, NOW).unwrap();
            assert_eq!(tables(&store), newest, "from version {version}");
        }
    }
}

#[test]
fn what_was_kept_of_people_without_a_number_is_asked_to_be_heard() {
    let before = 11;
    let due = |store: &NativeStore| {
        let rows = store.query("SELECT due_at FROM jobs WHERE kind = 'whatsapp'", &[]).unwrap();
        rows.first().map(|row| row.integer(0).unwrap())
    };
    let empty = of_version(before);
    migrate(&empty, NOW).unwrap();
    assert_eq!(due(&empty), None, "where nothing was kept there is nothing to do");

    let store = of_version(before);
    let insert = |sql: &str| store.execute(sql, &[]).unwrap();
    insert("INSERT INTO events (seq, id, recorded_at, leaf) VALUES (1, 'e', 5, '{}')");
    insert("INSERT INTO moved_user_ids (user_id, now) VALUES ('DK.old', 'DK.new')");
    migrate(&store, NOW).unwrap();
    let year = 365 * jatak_shared::time::DAY;
    let until = store.query("SELECT until FROM moved_user_ids", &[]).unwrap()[0].integer(0).unwrap();
    assert_eq!((until, due(&store)), (5 + year, Some(5 + year)), "a change of nobody's ends a year later");

    let store = of_version(before);
    let insert = |sql: &str| store.execute(sql, &[]).unwrap();
    insert("INSERT INTO jobs (kind, due_at, asked, tries) VALUES ('whatsapp', 99, 1, 0)");
    insert("INSERT INTO unlinked (heard, user_id, signal) VALUES (x'00', 'DK.one', '{}')");
    migrate(&store, NOW).unwrap();
    assert_eq!(due(&store), Some(0), "at once");
    assert_eq!(store.query("SELECT 1 FROM unlinked", &[]).unwrap().len(), 1, "and kept until it was heard");
}

#[test]
fn everybody_keeps_their_number_where_the_table_is_made_anew() {
    let store = of_version(12);
    let people = [("+4520123456", "one"), ("+4520123457", "two"), ("+12025550123", "three")];
    for (phone, subject) in people {
        let row = [Value::Text(phone.into()), Value::Text(subject.into())];
        store.execute("INSERT INTO identities (phone, subject) VALUES (?, ?)", &row).unwrap();
    }
    migrate(&store, NOW).unwrap();
    for (phone, subject) in people {
        let row = [Value::Text(phone.into())];
        let kept = store.query("SELECT subject FROM identities WHERE phone = ?", &row).unwrap();
        assert_eq!(kept[0].text(0).unwrap(), subject);
        let twice = [Value::Text("+4520999999".into()), Value::Text(subject.into())];
        let twice = store.execute("INSERT INTO identities (phone, subject) VALUES (?, ?)", &twice);
        assert!(twice.is_err(), "nobody has two numbers");
    }
}

#[test]
fn whoever_was_noted_and_has_said_nothing_rests_from_now_on() {
    let store = of_version(14);
    for (id, seq) in [("nothing", 0), ("something", 7)] {
        let row = [Value::Text(id.into()), Value::Integer(seq)];
        let sql = "INSERT INTO subjects (id, standings, last_seq, last_at) VALUES (?, '{}', ?, 0)";
        store.execute(sql, &row).unwrap();
    }
    migrate(&store, NOW).unwrap();
    let resting = store.query("SELECT id FROM subjects WHERE rests_since > 0 AND rests_since = last_at", &[]).unwrap();
    let resting: Vec<&str> = resting.iter().map(|row| row.text(0).unwrap()).collect();
    assert_eq!(resting, ["nothing"]);
}

#[test]
fn whoever_said_nothing_that_stands_rests_from_their_last_event_on() {
    let store = of_version(16);
    let resumed = r#"{"categories":{},"marketing":{"resumed":{"at":"2026-01-01T00:00:00.000Z"}}}"#;
    let granted = r#"{"categories":{"offers":{"state":"granted"}}}"#;
    for (id, standings) in [("resumed", resumed), ("granted", granted)] {
        let row = [Value::Text(id.into()), Value::Text(standings.into())];
        let sql = "INSERT INTO subjects (id, standings, last_seq, last_at) VALUES (?, ?, 7, 42)";
        store.execute(sql, &row).unwrap();
    }
    migrate(&store, NOW).unwrap();
    let resting = store.query("SELECT id, rests_since FROM subjects WHERE rests_since IS NOT NULL", &[]).unwrap();
    let resting: Vec<_> = resting.iter().map(|row| (row.text(0).unwrap(), row.integer(1).unwrap())).collect();
    assert_eq!(resting, [("resumed", 42)]);
}
