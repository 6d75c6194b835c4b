//! Reading the ledger as the lines of an export: the texts are put together by the database, so that nothing is parsed,
//! printed or hashed again on the way, and what is shown is exactly what was hashed.

use jatak_shared::event::{Kind, Leaf};
use jatak_shared::id::Digest32;
use jatak_shared::notice::Notice;
use jatak_shared::proven::{Filter, Shape};
use jatak_shared::time::Timestamp;

use super::{json, signed, unsigned, word};
use crate::store::{Row, Store, StoreError, Value};

/// The line of one event.
pub(crate) struct EventLine {
    /// The event's number.
    pub(crate) seq: u64,
    /// Its leaf's hash.
    pub(crate) hash: Digest32,
    /// What is there of it.
    pub(crate) shape: Shape,
    /// The line with its newline, as [`event_line`](jatak_shared::proven::event_line) writes it.
    pub(crate) text: String,
}

/// What stands before the hash, the hash as the log has it, and what stands after it.
const LINE: &str = r#"SELECT e.seq, p.seq IS NOT NULL,
    '"evidence":{"body":' || v.body || ',"salt":"' || lower(hex(v.salt)) || '"},',
    lower(hex(substr(n.hashes, 1, 32))),
    '","leaf":' || e.leaf || ',"line":"event"'
    || coalesce(',"outcome":{"body":' || p.outcome || ',"salt":"' || lower(hex(p.outcome_salt)) || '"}', '')
    || coalesce(',"private":{"body":' || p.body || ',"salt":"' || lower(hex(p.salt)) || '"}', '') || '}'
    FROM events e JOIN log_nodes n ON n.seq = e.seq
    LEFT JOIN private_parts p ON p.seq = e.seq LEFT JOIN evidence v ON v.seq = e.seq
    WHERE e.seq > ? AND e.seq <= ?"#;

/// What [`Filter`] says of categories and states.
const CHOSEN: &str = "AND (EXISTS (SELECT 1 FROM json_each(p.outcome, '$.categories') c
        WHERE coalesce(json_extract(c.value, '$.id') = ?, 1) AND coalesce(json_extract(c.value, '$.state') = ?, 1))
    OR (json_extract(p.body, '$.everything') AND coalesce(? = 'withdrawn', 1)))";

/// The lines of the events after number `after` up to `upto` that are wanted by category and state, in order, `limit` at
/// most. Their times are not looked at.
pub(crate) fn events(
    store: &impl Store,
    after: u64,
    upto: u64,
    filter: &Filter,
    limit: u64,
) -> Result<Vec<EventLine>, StoreError> {
    let (after, upto, limit) = (signed(after)?, signed(upto)?, signed(limit)?);
    let (after, upto, limit) = (Value::Integer(after), Value::Integer(upto), Value::Integer(limit));
    let rows = if filter.takes_uncategorised() {
        store.query(&format!("{LINE} ORDER BY e.seq LIMIT ?"), &[after, upto, limit])?
    } else {
        let category = filter.category.as_ref().map_or(Value::Null, |id| Value::Text(id.to_string()));
        let state = filter.state.map_or(Value::Null, |state| Value::Text(state.word().to_owned()));
        let values = [after, upto, category, state.clone(), state, limit];
        store.query(&format!("{LINE} {CHOSEN} ORDER BY e.seq LIMIT ?"), &values)?
    };
    rows.iter().map(line).collect()
}

fn line(row: &Row) -> Result<EventLine, StoreError> {
    let evidence = if row.is_null(2) { None } else { Some(row.text(2)?) };
    let (hash, rest) = (row.text(3)?, row.text(4)?);
    // The hash has 64 digits; `{`, `"hash":"` and the newline come to 10.
    let mut text = String::with_capacity(74 + evidence.map_or(0, str::len) + rest.len());
    text.push('{');
    for part in [evidence.unwrap_or_default(), "\"hash\":\"", hash, rest, "\n"] {
        text.push_str(part);
    }
    let shape = Shape { private: row.integer(1)? == 1, evidence: evidence.is_some() };
    Ok(EventLine { seq: unsigned(row.integer(0)?, "seq")?, hash: word(hash, "hash")?, shape, text })
}

/// The leaves after number `after` up to `upto` that say what was erased, in order, `limit` at most. It reads every leaf
/// in between, so it is for short stretches.
pub(crate) fn erasures(store: &impl Store, after: u64, upto: u64, limit: u64) -> Result<Vec<Leaf>, StoreError> {
    let kind = Value::Text(Kind::Erased.word().to_owned());
    let values = [Value::Integer(signed(after)?), Value::Integer(signed(upto)?), kind, Value::Integer(signed(limit)?)];
    let sql = "SELECT leaf FROM events WHERE seq > ? AND seq <= ? AND json_extract(leaf, '$.kind') = ?
        ORDER BY seq LIMIT ?";
    store.query(sql, &values)?.iter().map(|row| json(row.text(0)?, "leaf")).collect()
}

/// When event `seq` was recorded; `None` where there is no such event.
pub(crate) fn recorded_at(store: &impl Store, seq: u64) -> Result<Option<Timestamp>, StoreError> {
    let rows = store.query("SELECT recorded_at FROM events WHERE seq = ?", &[Value::Integer(signed(seq)?)])?;
    rows.first().map(|row| Ok(Timestamp::from_millis(row.integer(0)?))).transpose()
}

/// The notices published by the first `size` events, in the order of publishing, `limit` at most after the first `skip`.
///
/// Within the millisecond of event `size` the time does not tell what came before and what after, so the leaves that
/// follow in it are asked: a change of settings publishes a handful.
pub(crate) fn notices(store: &impl Store, size: u64, skip: u64, limit: u64) -> Result<Vec<Notice>, StoreError> {
    let Some(last) = recorded_at(store, size)? else { return Ok(Vec::new()) };
    let size = Value::Integer(signed(size)?);
    let last = Value::Integer(last.millis());
    let values =
        [last.clone(), last, size.clone(), size, Value::Integer(signed(limit)?), Value::Integer(signed(skip)?)];
    let rows = store.query(
        "SELECT n.body FROM notices n WHERE n.published_at <= ? AND NOT (n.published_at = ? AND EXISTS (
             SELECT 1 FROM events e WHERE e.seq > ? AND e.seq <= ? + 1000 AND e.recorded_at = n.published_at
             AND json_extract(e.leaf, '$.notice') = n.id AND json_extract(e.leaf, '$.kind') = 'notice_published'
         )) ORDER BY n.published_at, n.id LIMIT ? OFFSET ?",
        &values,
    )?;
    let notice =
        |row: &Row| Notice::from_json(row.text(0)?).map_err(|error| StoreError::Corrupt(format!("notice: {error:?}")));
    rows.iter().map(notice).collect()
}
