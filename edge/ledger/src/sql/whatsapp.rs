//! The tables of what is heard from WhatsApp: who goes by which user id, what was heard already, and how much.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use jatak_shared::canonical;
use jatak_shared::id::{Digest32, SubjectId};
use jatak_shared::phone::E164;
use jatak_shared::time::Timestamp;
use jatak_shared::whatsapp::signal::Signal;
use jatak_shared::whatsapp::user_id::UserId;

use super::{bytes32, json, list, signed, unsigned, word};
use crate::store::{Row, Store, StoreError, Value};

/// Who goes by this user id.
pub(crate) fn subject_of(store: &impl Store, user_id: &UserId) -> Result<Option<SubjectId>, StoreError> {
    let rows = store.query("SELECT subject FROM user_ids WHERE user_id = ?", &[Value::Text(user_id.to_string())])?;
    rows.first().map(|row| word(row.text(0)?, "subject id")).transpose()
}

/// The numbers behind these user ids, as far as they are known.
pub(crate) fn phones_of(store: &impl Store, user_ids: &[&UserId]) -> Result<HashMap<UserId, E164>, StoreError> {
    if user_ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = store.query(
        "SELECT u.user_id, i.phone FROM (SELECT DISTINCT value FROM json_each(?)) n
         CROSS JOIN user_ids u ON u.user_id = n.value CROSS JOIN identities i ON i.subject = u.subject",
        &[list(user_ids)?],
    )?;
    rows.iter().map(|row| Ok((word(row.text(0)?, "user id")?, word(row.text(1)?, "number")?))).collect()
}

/// Notes who goes by a user id, from now on.
pub(crate) fn link(store: &impl Store, user_id: &UserId, subject: SubjectId) -> Result<(), StoreError> {
    let values = [Value::Text(user_id.to_string()), Value::Text(subject.to_string())];
    store.execute("INSERT OR REPLACE INTO user_ids (user_id, subject) VALUES (?, ?)", &values)
}

/// The user ids that a person goes or went by.
pub(crate) fn user_ids(store: &impl Store, subject: SubjectId) -> Result<Vec<UserId>, StoreError> {
    let id = [Value::Text(subject.to_string())];
    let rows = store.query("SELECT user_id FROM user_ids WHERE subject = ? ORDER BY user_id", &id)?;
    rows.iter().map(|row| word(row.text(0)?, "user id")).collect()
}

/// Keeps what came of somebody whose number is not known.
pub(crate) fn keep_unlinked(
    store: &impl Store,
    heard: Digest32,
    user_id: &UserId,
    signal: &Signal,
) -> Result<(), StoreError> {
    let values = [
        Value::Blob(heard.as_bytes().to_vec()),
        Value::Text(user_id.to_string()),
        Value::Text(canonical::to_string(signal)),
    ];
    store.execute("INSERT INTO unlinked (heard, user_id, signal) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", &values)
}

/// Takes what was kept of these user ids, in the order of when it was said.
pub(crate) fn take_unlinked(store: &impl Store, user_ids: &[UserId]) -> Result<Vec<Signal>, StoreError> {
    let ids = [list(user_ids)?];
    let rows = store.query("SELECT signal FROM unlinked WHERE user_id IN (SELECT value FROM json_each(?))", &ids)?;
    let signals = rows.iter().map(|row| json(row.text(0)?, "signal"));
    let mut signals: Vec<Signal> = signals.collect::<Result<_, _>>()?;
    if !signals.is_empty() {
        store.execute("DELETE FROM unlinked WHERE user_id IN (SELECT value FROM json_each(?))", &ids)?;
    }
    signals.sort_by_key(|signal| signal.at);
    Ok(signals)
}

/// Some user ids of which something was kept and whose person is known by now.
pub(crate) fn overdue(store: &impl Store, limit: u64) -> Result<Vec<UserId>, StoreError> {
    let rows = store.query(
        "SELECT DISTINCT n.user_id FROM unlinked n JOIN user_ids u ON u.user_id = n.user_id LIMIT ?",
        &[Value::Integer(signed(limit)?)],
    )?;
    rows.iter().map(|row| word(row.text(0)?, "user id")).collect()
}

/// How many changes of a user id are followed.
const FOLLOWED: usize = 16;

/// Every id that the person of this one goes or went by, as far as changes were told: itself among them.
pub(crate) fn chain(store: &impl Store, user_id: &UserId) -> Result<Vec<UserId>, StoreError> {
    let mut chain = vec![user_id.clone()];
    let mut next = 0;
    while let Some(one) = chain.get(next).filter(|_| next < FOLLOWED) {
        let id = [Value::Text(one.to_string())];
        let sql =
            "SELECT now FROM moved_user_ids WHERE user_id = ?1 UNION SELECT user_id FROM moved_user_ids WHERE now = ?1";
        for row in store.query(sql, &id)? {
            let other: UserId = word(row.text(0)?, "user id")?;
            if !chain.contains(&other) {
                chain.push(other);
            }
        }
        next += 1;
    }
    Ok(chain)
}

/// Notes that one user id became another.
pub(crate) fn move_user_id(store: &impl Store, from: &UserId, to: &UserId) -> Result<(), StoreError> {
    let values = [Value::Text(from.to_string()), Value::Text(to.to_string())];
    store.execute("INSERT OR REPLACE INTO moved_user_ids (user_id, now) VALUES (?, ?)", &values)
}

/// Notes that a user id was shown with a number that is nobody's here, by a keyed hash of it. Says whether that is news.
pub(crate) fn pair(
    store: &impl Store,
    user_id: &UserId,
    number: Digest32,
    until: Timestamp,
) -> Result<bool, StoreError> {
    let values =
        [Value::Text(user_id.to_string()), Value::Blob(number.as_bytes().to_vec()), Value::Integer(until.millis())];
    if !store.query("SELECT 1 FROM pairs WHERE user_id = ? AND number = ?", &values[..2])?.is_empty() {
        return Ok(false);
    }
    store.execute("INSERT OR REPLACE INTO pairs (user_id, number, until) VALUES (?, ?, ?)", &values)?;
    Ok(true)
}

/// Links whoever these numbers are of, who are known from now on, to the user ids that were shown with them. Says whether
/// there were any.
pub(crate) fn claim(store: &impl Store, people: &[(Digest32, SubjectId)]) -> Result<bool, StoreError> {
    let people = [list(people)?];
    let found = store.query(
        "SELECT 1 FROM json_each(?) p CROSS JOIN pairs n ON n.number = unhex(json_extract(p.value, '$[0]')) LIMIT 1",
        &people,
    )?;
    if found.is_empty() {
        return Ok(false);
    }
    store.execute(
        "INSERT OR IGNORE INTO user_ids (user_id, subject) SELECT n.user_id, json_extract(p.value, '$[1]')
         FROM json_each(?) p CROSS JOIN pairs n ON n.number = unhex(json_extract(p.value, '$[0]'))",
        &people,
    )?;
    store.execute(
        "DELETE FROM pairs WHERE number IN (SELECT unhex(json_extract(value, '$[0]')) FROM json_each(?))",
        &people,
    )?;
    Ok(true)
}

/// Forgets which user ids a number was shown with.
pub(crate) fn forget_pair(store: &impl Store, number: Digest32) -> Result<(), StoreError> {
    store.execute("DELETE FROM pairs WHERE number = ?", &[Value::Blob(number.as_bytes().to_vec())])
}

/// Whether any pair is kept.
pub(crate) fn has_pairs(store: &impl Store) -> Result<bool, StoreError> {
    Ok(!store.query("SELECT 1 FROM pairs LIMIT 1", &[])?.is_empty())
}

/// When the time of the first pair has come.
pub(crate) fn oldest_pair(store: &impl Store) -> Result<Option<Timestamp>, StoreError> {
    let rows = store.query("SELECT min(until) FROM pairs", &[])?;
    let row = rows.first().filter(|row| !row.is_null(0));
    row.map(|row| row.integer(0).map(Timestamp::from_millis)).transpose()
}

/// Forgets pairs whose time has come.
pub(crate) fn forget_pairs(store: &impl Store, now: Timestamp) -> Result<(), StoreError> {
    store.execute("DELETE FROM pairs WHERE until < ?", &[Value::Integer(now.millis())])
}

/// Those of these numbers that somebody had and left.
pub(crate) fn left_of(store: &impl Store, phones: &[E164]) -> Result<BTreeSet<E164>, StoreError> {
    let rows = store.query(
        "SELECT DISTINCT f.phone FROM json_each(?) p CROSS JOIN former_numbers f ON f.phone = p.value",
        &[list(phones)?],
    )?;
    rows.iter().map(|row| word(row.text(0)?, "number")).collect()
}

/// Who went by this number at that time or later, and goes by another now.
pub(crate) fn who_left(store: &impl Store, phone: &E164, at: Timestamp) -> Result<Vec<SubjectId>, StoreError> {
    let bounds = [Value::Text(phone.to_string()), Value::Integer(at.millis())];
    let rows =
        store.query("SELECT subject FROM former_numbers WHERE phone = ? AND until >= ? ORDER BY until", &bounds)?;
    rows.iter().map(|row| word(row.text(0)?, "subject id")).collect()
}

/// The numbers that a person went by before.
pub(crate) fn former_numbers(store: &impl Store, subject: SubjectId) -> Result<Vec<E164>, StoreError> {
    let id = [Value::Text(subject.to_string())];
    let rows = store.query("SELECT phone FROM former_numbers WHERE subject = ? ORDER BY until", &id)?;
    rows.iter().map(|row| word(row.text(0)?, "number")).collect()
}

/// Gives a person another number, which is nobody's, and notes until when they had the one before, in every spelling.
pub(crate) fn move_number(
    store: &impl Store,
    subject: SubjectId,
    from: &[E164],
    to: &E164,
    until: Timestamp,
) -> Result<(), StoreError> {
    let subject = Value::Text(subject.to_string());
    store.execute(
        "UPDATE identities SET phone = ? WHERE subject = ?",
        &[Value::Text(to.to_string()), subject.clone()],
    )?;
    store.execute(
        "INSERT OR REPLACE INTO former_numbers (phone, subject, until) SELECT value, ?2, ?3 FROM json_each(?1)",
        &[list(from)?, subject, Value::Integer(until.millis())],
    )
}

/// Which of these were heard already.
pub(crate) fn heard_of(store: &impl Store, ids: &[Digest32]) -> Result<BTreeSet<Digest32>, StoreError> {
    let rows =
        store.query("SELECT h.id FROM json_each(?) i CROSS JOIN heard h ON h.id = unhex(i.value)", &[list(ids)?])?;
    rows.iter().map(|row| Ok(Digest32::from_bytes(bytes32(row.blob(0)?, "hash")?))).collect()
}

/// Notes what was heard.
pub(crate) fn note_heard(store: &impl Store, ids: &[Digest32], now: Timestamp) -> Result<(), StoreError> {
    if ids.is_empty() {
        return Ok(());
    }
    store.execute(
        "INSERT INTO heard (id, at) SELECT unhex(value), ?2 FROM json_each(?1) WHERE true ON CONFLICT DO NOTHING",
        &[list(ids)?, Value::Integer(now.millis())],
    )
}

/// Forgets what was heard before then, `limit` at most.
pub(crate) fn forget_heard(store: &impl Store, before: Timestamp, limit: u64) -> Result<(), StoreError> {
    let bounds = [Value::Integer(before.millis()), Value::Integer(signed(limit)?)];
    store.execute("DELETE FROM heard WHERE id IN (SELECT id FROM heard WHERE at < ? ORDER BY at LIMIT ?)", &bounds)
}

/// When the first was heard of what is noted.
pub(crate) fn oldest_heard(store: &impl Store) -> Result<Option<Timestamp>, StoreError> {
    let rows = store.query("SELECT min(at) FROM heard", &[])?;
    let row = rows.first().filter(|row| !row.is_null(0));
    row.map(|row| row.integer(0).map(Timestamp::from_millis)).transpose()
}

/// Adds to the counts.
pub(crate) fn count(store: &impl Store, counts: &BTreeMap<&'static str, u64>) -> Result<(), StoreError> {
    let counts: Vec<_> = counts.iter().filter(|(_, count)| **count > 0).collect();
    if counts.is_empty() {
        return Ok(());
    }
    store.execute(
        "INSERT INTO intake (word, count) SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]')
         FROM json_each(?) WHERE true ON CONFLICT (word) DO UPDATE SET count = count + excluded.count",
        &[list(counts)?],
    )
}

/// The counts.
pub(crate) fn counts(store: &impl Store) -> Result<BTreeMap<String, u64>, StoreError> {
    let rows = store.query("SELECT word, count FROM intake", &[])?;
    let read = |row: &Row| Ok((row.text(0)?.to_owned(), unsigned(row.integer(1)?, "count")?));
    rows.iter().map(read).collect()
}

/// Removes what is known of a person's other names, and what was kept under them.
pub(crate) fn erase(store: &impl Store, subject: SubjectId) -> Result<(), StoreError> {
    let mut ids = BTreeSet::new();
    for user_id in user_ids(store, subject)? {
        ids.extend(chain(store, &user_id)?);
    }
    let ids = [list(ids)?];
    let named = "IN (SELECT value FROM json_each(?))";
    store.execute(&format!("DELETE FROM unlinked WHERE user_id {named}"), &ids)?;
    store.execute(&format!("DELETE FROM moved_user_ids WHERE user_id {named}"), &ids)?;
    store.execute(&format!("DELETE FROM pairs WHERE user_id {named}"), &ids)?;
    let id = [Value::Text(subject.to_string())];
    store.execute("DELETE FROM user_ids WHERE subject = ?", &id)?;
    store.execute("DELETE FROM former_numbers WHERE subject = ?", &id)
}
