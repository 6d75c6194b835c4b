//! The tables `reservations` and `reserving`: which messages were reserved and sent, and by which call.

use std::collections::{BTreeSet, HashMap};

use jatak_shared::category::CategoryId;
use jatak_shared::id::{Digest32, ReservationId, SubjectId};
use jatak_shared::sending::Reason;
use jatak_shared::time::Timestamp;

use super::{bytes32, json, list, signed, unsigned, word};
use crate::sending::Held;
use crate::store::{Row, Store, StoreError, Value};

/// A reservation as it is written.
pub(crate) struct Reserved {
    pub(crate) id: ReservationId,
    pub(crate) subject: SubjectId,
    pub(crate) place: usize,
}

/// A reservation of a call that is repeated.
pub(crate) struct Own {
    pub(crate) id: ReservationId,
    pub(crate) subject: SubjectId,
    pub(crate) at: Timestamp,
    pub(crate) state: Held,
}

/// A call that reserved: what it asked, and what was said where nothing was reserved.
pub(crate) struct CallRow {
    pub(crate) body: Digest32,
    pub(crate) refused: Vec<Option<Reason>>,
}

/// A message that counts, of the category asked about or of marketing.
pub(crate) struct Counted {
    pub(crate) subject: SubjectId,
    pub(crate) at: Timestamp,
    pub(crate) of_category: bool,
    pub(crate) marketing: bool,
}

/// What counts of these subjects since then: messages of this category and marketing of any, save what this call reserved.
pub(crate) fn counted(
    store: &impl Store,
    subjects: &[SubjectId],
    category: &CategoryId,
    since: Timestamp,
    call: Option<Digest32>,
) -> Result<Vec<Counted>, StoreError> {
    let bounds = [
        list(subjects)?,
        Value::Text(category.to_string()),
        Value::Integer(since.millis()),
        call.map_or(Value::Null, blob),
    ];
    let rows = store.query(
        "SELECT r.subject, r.at, r.category = ?2, r.marketing
         FROM (SELECT DISTINCT value FROM json_each(?1)) s CROSS JOIN reservations r ON r.subject = s.value AND r.at > ?3
         WHERE r.state <> 'released' AND (r.category = ?2 OR r.marketing = 1) AND r.call IS NOT ?4",
        &bounds,
    )?;
    let read = |row: &Row| {
        Ok(Counted {
            subject: word(row.text(0)?, "subject id")?,
            at: Timestamp::from_millis(row.integer(1)?),
            of_category: row.integer(2)? == 1,
            marketing: row.integer(3)? == 1,
        })
    };
    rows.iter().map(read).collect()
}

/// The call of this key, where there was one.
pub(crate) fn call(store: &impl Store, call: Digest32) -> Result<Option<CallRow>, StoreError> {
    let rows = store.query("SELECT body, refused FROM reserving WHERE call = ?", &[blob(call)])?;
    let read = |row: &Row| {
        let body = Digest32::from_bytes(bytes32(row.blob(0)?, "body hash")?);
        Ok(CallRow { body, refused: json(row.text(1)?, "reasons")? })
    };
    rows.first().map(read).transpose()
}

/// What this call reserved, by the place in its list.
pub(crate) fn of_call(store: &impl Store, call: Digest32) -> Result<HashMap<usize, Own>, StoreError> {
    let rows = store.query("SELECT place, id, subject, at, state FROM reservations WHERE call = ?", &[blob(call)])?;
    let read = |row: &Row| {
        let place = usize::try_from(row.integer(0)?).map_err(|_| StoreError::Corrupt("a negative place".into()))?;
        let own = Own {
            id: word(row.text(1)?, "reservation id")?,
            subject: word(row.text(2)?, "subject id")?,
            at: Timestamp::from_millis(row.integer(3)?),
            state: word(row.text(4)?, "state")?,
        };
        Ok((place, own))
    };
    rows.iter().map(read).collect()
}

/// Writes what a call reserved, and the call.
pub(crate) fn write(
    store: &impl Store,
    call: Digest32,
    row: &CallRow,
    (category, marketing): (&CategoryId, bool),
    reserved: &[Reserved],
    now: Timestamp,
) -> Result<(), StoreError> {
    let refused = serde_json::to_string(&row.refused).map_err(|error| StoreError::Failed(error.to_string()))?;
    store.execute(
        "INSERT INTO reserving (call, body, at, refused) VALUES (?, ?, ?, ?)",
        &[blob(call), blob(row.body), Value::Integer(now.millis()), Value::Text(refused)],
    )?;
    if reserved.is_empty() {
        return Ok(());
    }
    store.execute(
        "INSERT INTO reservations (id, subject, category, marketing, at, state, call, place)
         SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'), ?2, ?3, ?4, 'reserved', ?5,
         json_extract(value, '$[2]') FROM json_each(?1)",
        &[
            list(reserved.iter().map(|row| (row.id, row.subject, row.place)))?,
            Value::Text(category.to_string()),
            Value::Integer(i64::from(marketing)),
            Value::Integer(now.millis()),
            blob(call),
        ],
    )
}

/// How these reservations stand, as far as they are known.
pub(crate) fn states(
    store: &impl Store,
    ids: &BTreeSet<ReservationId>,
) -> Result<HashMap<ReservationId, Held>, StoreError> {
    let sql = "SELECT r.id, r.state FROM json_each(?) i CROSS JOIN reservations r ON r.id = i.value";
    let rows = store.query(sql, &[list(ids)?])?;
    rows.iter().map(|row| Ok((word(row.text(0)?, "reservation id")?, word(row.text(1)?, "state")?))).collect()
}

/// Notes how these reservations stand now.
pub(crate) fn set(store: &impl Store, ids: &[ReservationId], state: Held) -> Result<(), StoreError> {
    if ids.is_empty() {
        return Ok(());
    }
    let values = [list(ids)?, Value::Text(state.word().to_owned())];
    store.execute("UPDATE reservations SET state = ?2 WHERE id IN (SELECT value FROM json_each(?1))", &values)
}

/// Takes up again what was released: it counts from now on.
pub(crate) fn renew(store: &impl Store, ids: &[ReservationId], now: Timestamp) -> Result<(), StoreError> {
    if ids.is_empty() {
        return Ok(());
    }
    let sql = "UPDATE reservations SET state = 'reserved', at = ?2 WHERE id IN (SELECT value FROM json_each(?1))";
    store.execute(sql, &[list(ids)?, Value::Integer(now.millis())])
}

/// Removes what was reserved for this subject, and the hashes of the calls that did it, which were keyed but computed over
/// their number. The calls stay: a repeated one must not reserve anew.
pub(crate) fn erase(store: &impl Store, subject: SubjectId) -> Result<(), StoreError> {
    let id = [Value::Text(subject.to_string())];
    store.execute(
        "UPDATE reserving SET body = zeroblob(32) WHERE call IN (SELECT call FROM reservations WHERE subject = ?)",
        &id,
    )?;
    store.execute("DELETE FROM reservations WHERE subject = ?", &id)
}

/// What is held for this subject, the latest first, `limit` at most.
pub(crate) fn of_subject(
    store: &impl Store,
    subject: SubjectId,
    limit: u64,
) -> Result<Vec<(CategoryId, Timestamp, Held)>, StoreError> {
    let bounds = [Value::Text(subject.to_string()), Value::Integer(signed(limit)?)];
    let sql = "SELECT category, at, state FROM reservations WHERE subject = ? ORDER BY at DESC, id DESC LIMIT ?";
    let read = |row: &Row| {
        let category = word(row.text(0)?, "category id")?;
        Ok((category, Timestamp::from_millis(row.integer(1)?), word(row.text(2)?, "state")?))
    };
    store.query(sql, &bounds)?.iter().map(read).collect()
}

/// How many are held for this subject.
pub(crate) fn count_of(store: &impl Store, subject: SubjectId) -> Result<u64, StoreError> {
    let rows =
        store.query("SELECT count(*) FROM reservations WHERE subject = ?", &[Value::Text(subject.to_string())])?;
    unsigned(rows.first().map_or(Ok(0), |row| row.integer(0))?, "count")
}

/// Forgets what is of `before` or earlier, `limit` of each table at most, the oldest first.
pub(crate) fn forget(store: &impl Store, before: Timestamp, limit: u64) -> Result<(), StoreError> {
    let bounds = [Value::Integer(before.millis()), Value::Integer(signed(limit)?)];
    for table in ["reservations", "reserving"] {
        let old = format!("SELECT rowid FROM {table} WHERE at <= ? ORDER BY at LIMIT ?");
        store.execute(&format!("DELETE FROM {table} WHERE rowid IN ({old})"), &bounds)?;
    }
    Ok(())
}

/// When the oldest of either table is of; `None` where both are empty.
pub(crate) fn oldest(store: &impl Store) -> Result<Option<Timestamp>, StoreError> {
    let rows = store.query(
        "SELECT min(at) AS oldest FROM (SELECT min(at) AS at FROM reservations UNION ALL SELECT min(at) FROM reserving)
         HAVING oldest IS NOT NULL",
        &[],
    )?;
    rows.first().map(|row| row.integer(0).map(Timestamp::from_millis)).transpose()
}

fn blob(digest: Digest32) -> Value {
    Value::Blob(digest.as_bytes().to_vec())
}
