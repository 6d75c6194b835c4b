//! The tables `former_numbers`, `joined` and `conflicts`: who went by another number, who turned out to be one, and who is
//! called one and kept apart.

use std::collections::BTreeSet;

use jatak_shared::id::SubjectId;
use jatak_shared::phone::E164;
use jatak_shared::time::Timestamp;

use super::{list, word};
use crate::store::{Store, StoreError, Value};

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

/// Gives a person who had none a number, which is nobody's.
pub(crate) fn give_number(store: &impl Store, subject: SubjectId, phone: &E164) -> Result<(), StoreError> {
    let values = [Value::Text(phone.to_string()), Value::Text(subject.to_string())];
    store.execute("INSERT INTO identities (phone, subject) VALUES (?, ?)", &values)
}

/// Makes whatever was one person's the other's, who is the same: what they said, their user ids, what was sent to them and
/// what waits. Links to the one lead to the other from now on.
pub(crate) fn join(store: &impl Store, from: SubjectId, into: SubjectId) -> Result<(), StoreError> {
    let both = [Value::Text(into.to_string()), Value::Text(from.to_string())];
    for table in ["private_parts", "user_ids", "reservations", "codes", "claims"] {
        store.execute(&format!("UPDATE {table} SET subject = ?1 WHERE subject = ?2"), &both)?;
    }
    for table in ["reviews", "former_numbers", "conflicts"] {
        store.execute(&format!("UPDATE OR IGNORE {table} SET subject = ?1 WHERE subject = ?2"), &both)?;
        store.execute(&format!("DELETE FROM {table} WHERE subject = ?"), &both[1..])?;
    }
    store.execute("UPDATE OR IGNORE conflicts SET other = ?1 WHERE other = ?2", &both)?;
    store.execute("DELETE FROM conflicts WHERE other = ?2 OR (subject = ?1 AND other = ?1)", &both)?;
    store.execute("UPDATE joined SET now = ?1 WHERE now = ?2", &both)?;
    store.execute("INSERT INTO joined (now, subject) VALUES (?, ?)", &both)?;
    store.execute("DELETE FROM subjects WHERE id = ?", &both[1..])
}

/// Notes that WhatsApp calls these two one, who are kept apart. Says whether that is news.
pub(crate) fn set_apart(store: &impl Store, one: SubjectId, other: SubjectId) -> Result<bool, StoreError> {
    let both = [Value::Text(one.to_string()), Value::Text(other.to_string())];
    if !store.query("SELECT 1 FROM conflicts WHERE subject = ? AND other = ?", &both)?.is_empty() {
        return Ok(false);
    }
    store.execute("INSERT INTO conflicts (subject, other) VALUES (?1, ?2), (?2, ?1)", &both)?;
    Ok(true)
}

/// Whether any two are kept apart.
pub(crate) fn has_conflicts(store: &impl Store) -> Result<bool, StoreError> {
    Ok(!store.query("SELECT 1 FROM conflicts LIMIT 1", &[])?.is_empty())
}

/// Those of whom each of these people may be another, with the one who may be them.
pub(crate) fn set_apart_from(
    store: &impl Store,
    subjects: &[SubjectId],
) -> Result<Vec<(SubjectId, SubjectId)>, StoreError> {
    if subjects.is_empty() {
        return Ok(Vec::new());
    }
    let rows = store.query(
        "SELECT c.subject, c.other FROM (SELECT DISTINCT value FROM json_each(?)) s
         CROSS JOIN conflicts c ON c.subject = s.value ORDER BY 1, 2",
        &[list(subjects)?],
    )?;
    rows.iter().map(|row| Ok((word(row.text(0)?, "subject id")?, word(row.text(1)?, "subject id")?))).collect()
}

/// Removes what is known of a person's former numbers, and of whom they may be.
pub(crate) fn erase(store: &impl Store, subject: SubjectId) -> Result<(), StoreError> {
    let id = [Value::Text(subject.to_string())];
    store.execute("DELETE FROM former_numbers WHERE subject = ?", &id)?;
    store.execute("DELETE FROM joined WHERE now = ?", &id)?;
    store.execute("DELETE FROM conflicts WHERE subject = ?1 OR other = ?1", &id)
}
