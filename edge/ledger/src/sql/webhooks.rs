//! The table `webhook_endpoints`: whom the business has told of events, and how far each has been told.

use jatak_shared::business::WebUrl;
use jatak_shared::canonical;
use jatak_shared::event::Kind;
use jatak_shared::id::EndpointId;
use jatak_shared::time::Timestamp;
use jatak_shared::webhook::Kinds;

use super::{json, list, signed, unsigned, word};
use crate::store::{Row, Store, StoreError, Value};
use crate::webhooks::{Off, SealedSecret};

/// An endpoint as stored.
#[derive(Clone, Debug)]
pub(crate) struct EndpointRow {
    pub(crate) id: EndpointId,
    pub(crate) url: WebUrl,
    /// `None` for every kind about people.
    pub(crate) kinds: Option<Kinds>,
    pub(crate) created_at: Timestamp,
    pub(crate) secret: SealedSecret,
    /// The secret before, and until when it holds.
    pub(crate) old: Option<(SealedSecret, Timestamp)>,
    /// Why nothing is sent there.
    pub(crate) off: Option<Off>,
    /// The number of the last event that it was told, or that is none for it, or that was given up.
    pub(crate) cursor: u64,
    /// How often the event after that was tried in vain.
    pub(crate) tries: u64,
    /// Before this nothing is sent there.
    pub(crate) next_at: Timestamp,
    /// When it first failed since it last took something.
    pub(crate) failing_since: Option<Timestamp>,
    /// What was wrong last.
    pub(crate) why: Option<String>,
    /// How many events were given up.
    pub(crate) given_up: u64,
    pub(crate) last_success: Option<Timestamp>,
}

const COLUMNS: &str =
    "SELECT id, url, kinds, created_at, serial, secret, old_secret, old_until, off, cursor, tries, next_at,
    failing_since, why, given_up, last_success FROM webhook_endpoints";

/// All endpoints, oldest first.
pub(crate) fn all(store: &impl Store) -> Result<Vec<EndpointRow>, StoreError> {
    store.query(&format!("{COLUMNS} ORDER BY created_at, id"), &[])?.iter().map(read).collect()
}

/// The endpoint with this id.
pub(crate) fn find(store: &impl Store, id: EndpointId) -> Result<Option<EndpointRow>, StoreError> {
    let rows = store.query(&format!("{COLUMNS} WHERE id = ?"), &[Value::Text(id.to_string())])?;
    rows.first().map(read).transpose()
}

/// Writes an endpoint, new or changed.
pub(crate) fn write(store: &impl Store, row: &EndpointRow) -> Result<(), StoreError> {
    let moment = |at: Option<Timestamp>| at.map_or(Value::Null, |at| Value::Integer(at.millis()));
    let text = |text: Option<String>| text.map_or(Value::Null, Value::Text);
    let (old, until) = row.old.clone().unzip();
    let values = [
        Value::Text(row.id.to_string()),
        Value::Text(row.url.to_string()),
        text(row.kinds.as_ref().map(canonical::to_string)),
        Value::Integer(row.created_at.millis()),
        Value::Integer(signed(row.secret.serial)?),
        Value::Blob(row.secret.sealed.clone()),
        old.map_or(Value::Null, |old| Value::Blob(old.sealed)),
        moment(until),
        text(row.off.map(|off| off.word().to_owned())),
        Value::Integer(signed(row.cursor)?),
        Value::Integer(signed(row.tries)?),
        Value::Integer(row.next_at.millis()),
        moment(row.failing_since),
        text(row.why.clone()),
        Value::Integer(signed(row.given_up)?),
        moment(row.last_success),
    ];
    store.execute(
        "INSERT OR REPLACE INTO webhook_endpoints (id, url, kinds, created_at, serial, secret, old_secret, old_until, off,
         cursor, tries, next_at, failing_since, why, given_up, last_success)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        &values,
    )
}

/// Deletes an endpoint with all that is known of it.
pub(crate) fn delete(store: &impl Store, id: EndpointId) -> Result<(), StoreError> {
    store.execute("DELETE FROM webhook_endpoints WHERE id = ?", &[Value::Text(id.to_string())])
}

/// The number of the first event of these kinds after number `after` up to number `upto`.
pub(crate) fn next_of(store: &impl Store, kinds: &[Kind], after: u64, upto: u64) -> Result<Option<u64>, StoreError> {
    let bounds = [list(kinds)?, Value::Integer(signed(after)?), Value::Integer(signed(upto)?)];
    let sql = "SELECT seq FROM events WHERE seq > ?2 AND seq <= ?3
               AND json_extract(leaf, '$.kind') IN (SELECT value FROM json_each(?1)) ORDER BY seq LIMIT 1";
    store.query(sql, &bounds)?.first().map(|row| unsigned(row.integer(0)?, "seq")).transpose()
}

fn read(row: &Row) -> Result<EndpointRow, StoreError> {
    let moment = |column: usize| {
        if row.is_null(column) { Ok(None) } else { row.integer(column).map(Timestamp::from_millis).map(Some) }
    };
    let serial = unsigned(row.integer(4)?, "serial")?;
    let old = match moment(7)? {
        None => None,
        Some(until) => {
            let before =
                serial.checked_sub(1).ok_or_else(|| StoreError::Corrupt("a secret before the first".into()))?;
            Some((SealedSecret { serial: before, sealed: row.blob(6)?.to_vec() }, until))
        }
    };
    Ok(EndpointRow {
        id: word(row.text(0)?, "endpoint")?,
        url: word(row.text(1)?, "url")?,
        kinds: if row.is_null(2) { None } else { Some(json(row.text(2)?, "kinds")?) },
        created_at: Timestamp::from_millis(row.integer(3)?),
        secret: SealedSecret { serial, sealed: row.blob(5)?.to_vec() },
        old,
        off: if row.is_null(8) { None } else { Some(word(row.text(8)?, "reason")?) },
        cursor: unsigned(row.integer(9)?, "cursor")?,
        tries: unsigned(row.integer(10)?, "tries")?,
        next_at: Timestamp::from_millis(row.integer(11)?),
        failing_since: moment(12)?,
        why: if row.is_null(13) { None } else { Some(row.text(13)?.to_owned()) },
        given_up: unsigned(row.integer(14)?, "count")?,
        last_success: moment(15)?,
    })
}
