//! The tables `user_ids`, `moved_user_ids`, `pairs` and `claims`: who goes by which business-scoped user id.

use std::collections::BTreeSet;

use jatak_shared::id::{Digest32, SubjectId};
use jatak_shared::phone::E164;
use jatak_shared::time::Timestamp;
use jatak_shared::whatsapp::user_id::UserId;

use super::{bytes32, list, word};
use crate::store::{Store, StoreError, Value};

/// Who goes by this user id.
pub(crate) fn subject_of(store: &impl Store, user_id: &UserId) -> Result<Option<SubjectId>, StoreError> {
    let rows = store.query("SELECT subject FROM user_ids WHERE user_id = ?", &[Value::Text(user_id.to_string())])?;
    rows.first().map(|row| word(row.text(0)?, "subject id")).transpose()
}

/// The number behind this user id, where both are known to belong together.
pub(crate) fn number_of(store: &impl Store, user_id: &UserId) -> Result<Option<E164>, StoreError> {
    let rows = store.query(
        "SELECT i.phone FROM user_ids u CROSS JOIN identities i ON i.subject = u.subject WHERE u.user_id = ?",
        &[Value::Text(user_id.to_string())],
    )?;
    rows.first().map(|row| word(row.text(0)?, "number")).transpose()
}

/// Notes who goes by a user id, from now on; how it changed is kept as long as they are, and so is which number it was shown
/// with until they have one.
pub(crate) fn link(store: &impl Store, user_id: &UserId, subject: SubjectId) -> Result<(), StoreError> {
    let values = [Value::Text(user_id.to_string()), Value::Text(subject.to_string())];
    store.execute("INSERT OR REPLACE INTO user_ids (user_id, subject) VALUES (?, ?)", &values)?;
    store.execute("UPDATE moved_user_ids SET until = NULL WHERE user_id = ?1 OR now = ?1", &values[..1])?;
    store
        .execute("DELETE FROM pairs WHERE user_id = ? AND EXISTS (SELECT 1 FROM identities WHERE subject = ?)", &values)
}

/// The user ids that a person goes or went by.
pub(crate) fn user_ids(store: &impl Store, subject: SubjectId) -> Result<Vec<UserId>, StoreError> {
    let id = [Value::Text(subject.to_string())];
    let rows = store.query("SELECT user_id FROM user_ids WHERE subject = ? ORDER BY user_id", &id)?;
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

/// Notes that one user id became another, which is kept until then unless one of them is somebody's.
pub(crate) fn move_user_id(store: &impl Store, from: &UserId, to: &UserId, until: Timestamp) -> Result<(), StoreError> {
    let values = [Value::Text(from.to_string()), Value::Text(to.to_string()), Value::Integer(until.millis())];
    store.execute("INSERT OR REPLACE INTO moved_user_ids (user_id, now, until) VALUES (?, ?, ?)", &values)
}

/// Those of these user ids that became another, or were one before.
pub(crate) fn moved_of(store: &impl Store, user_ids: &[&UserId]) -> Result<BTreeSet<UserId>, StoreError> {
    let rows = store.query(
        "SELECT value FROM json_each(?1) WHERE EXISTS (SELECT 1 FROM moved_user_ids WHERE user_id = value)
         OR EXISTS (SELECT 1 FROM moved_user_ids WHERE now = value)",
        &[list(user_ids)?],
    )?;
    rows.iter().map(|row| word(row.text(0)?, "user id")).collect()
}

/// When the time of the first change has come that is nobody's.
pub(crate) fn oldest_moved(store: &impl Store) -> Result<Option<Timestamp>, StoreError> {
    let rows = store.query("SELECT min(until) FROM moved_user_ids WHERE until IS NOT NULL", &[])?;
    let row = rows.first().filter(|row| !row.is_null(0));
    row.map(|row| row.integer(0).map(Timestamp::from_millis)).transpose()
}

/// Forgets the changes whose time has come, save for those that are somebody's by now.
pub(crate) fn forget_moved(store: &impl Store, now: Timestamp) -> Result<(), StoreError> {
    let now = [Value::Integer(now.millis())];
    store.execute(
        "UPDATE moved_user_ids SET until = NULL WHERE until < ? AND EXISTS
         (SELECT 1 FROM user_ids u WHERE u.user_id IN (moved_user_ids.user_id, moved_user_ids.now))",
        &now,
    )?;
    store.execute("DELETE FROM moved_user_ids WHERE until < ?", &now)
}

/// Notes that a user id was shown with a number that is nobody's here, by a keyed hash of it, and by which hashes it would
/// stand on the suppression list. Says whether that is news.
pub(crate) fn pair(
    store: &impl Store,
    user_id: &UserId,
    number: Digest32,
    suppressed_as: &[Digest32],
    until: Timestamp,
) -> Result<bool, StoreError> {
    let values = [
        Value::Text(user_id.to_string()),
        Value::Blob(number.as_bytes().to_vec()),
        Value::Integer(until.millis()),
        Value::Blob(suppressed_as.iter().flat_map(Digest32::as_bytes).copied().collect()),
    ];
    if !store
        .query("SELECT 1 FROM pairs WHERE user_id = ? AND number = ? AND suppressed_as IS NOT NULL", &values[..2])?
        .is_empty()
    {
        return Ok(false);
    }
    store
        .execute("INSERT OR REPLACE INTO pairs (user_id, number, until, suppressed_as) VALUES (?, ?, ?, ?)", &values)?;
    Ok(true)
}

/// By which hashes the numbers would stand on the suppression list that these user ids were shown with and that are nobody's.
pub(crate) fn suppressed_as(store: &impl Store, user_ids: &BTreeSet<UserId>) -> Result<Vec<Digest32>, StoreError> {
    let rows = store.query(
        "SELECT n.suppressed_as FROM json_each(?) u CROSS JOIN pairs n ON n.user_id = u.value
         WHERE n.suppressed_as IS NOT NULL",
        &[list(user_ids)?],
    )?;
    let mut hashes = Vec::new();
    for row in rows {
        for hash in row.blob(0)?.chunks(32) {
            hashes.push(Digest32::from_bytes(bytes32(hash, "hash")?));
        }
    }
    Ok(hashes)
}

/// Notes that the user ids which were shown with these numbers are these people's, who are known from now on. Says whether
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
        "INSERT OR IGNORE INTO claims (user_id, subject) SELECT n.user_id, json_extract(p.value, '$[1]')
         FROM json_each(?) p CROSS JOIN pairs n ON n.number = unhex(json_extract(p.value, '$[0]'))",
        &people,
    )?;
    store.execute(
        "DELETE FROM pairs WHERE number IN (SELECT unhex(json_extract(value, '$[0]')) FROM json_each(?))",
        &people,
    )?;
    Ok(true)
}

/// The user ids that are somebody's from now on and were not seen to.
pub(crate) fn claims(store: &impl Store) -> Result<Vec<(UserId, SubjectId)>, StoreError> {
    let rows = store.query("SELECT user_id, subject FROM claims ORDER BY user_id", &[])?;
    rows.iter().map(|row| Ok((word(row.text(0)?, "user id")?, word(row.text(1)?, "subject id")?))).collect()
}

/// Forgets what is to be seen to, once it is.
pub(crate) fn forget_claims(store: &impl Store) -> Result<(), StoreError> {
    store.execute("DELETE FROM claims", &[])
}

/// The user ids that a number was shown with which is nobody's, by its keyed hash.
pub(crate) fn paired_with(store: &impl Store, number: Digest32) -> Result<Vec<UserId>, StoreError> {
    let number = [Value::Blob(number.as_bytes().to_vec())];
    let rows = store.query("SELECT user_id FROM pairs WHERE number = ? ORDER BY user_id", &number)?;
    rows.iter().map(|row| word(row.text(0)?, "user id")).collect()
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

/// These user ids of a person and whatever they were before or became, save for those that are somebody else's: two who are
/// kept apart may have been told to be one by a change of id.
pub(crate) fn all_of(
    store: &impl Store,
    user_ids: &[UserId],
    person: Option<SubjectId>,
) -> Result<BTreeSet<UserId>, StoreError> {
    let mut all = BTreeSet::new();
    for user_id in user_ids {
        for one in chain(store, user_id)? {
            if subject_of(store, &one)?.is_none_or(|subject| Some(subject) == person) {
                all.insert(one);
            }
        }
    }
    Ok(all)
}

/// Removes these user ids, all of a person's: how they changed, what they were shown with, and what was kept under them.
pub(crate) fn erase(store: &impl Store, user_ids: &BTreeSet<UserId>) -> Result<(), StoreError> {
    let ids = [list(user_ids)?];
    let named = "IN (SELECT value FROM json_each(?1))";
    for table in ["unlinked", "pairs", "claims", "user_ids"] {
        store.execute(&format!("DELETE FROM {table} WHERE user_id {named}"), &ids)?;
    }
    store.execute(&format!("DELETE FROM moved_user_ids WHERE user_id {named} OR now {named}"), &ids)
}
