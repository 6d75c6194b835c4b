//! Reading the ledger as the lines of an export: the texts are put together by the database, so that nothing is parsed,
//! printed or hashed again on the way, and what is shown is exactly what was hashed.

use jatak_shared::event::{Kind, Leaf};
use jatak_shared::id::Digest32;
use jatak_shared::notice::Notice;
use jatak_shared::proven::{Filter, Shape};
use jatak_shared::time::Timestamp;

use super::{json, signed, word};
use crate::store::{Row, Store, StoreError, Value};

/// Some lines of events.
#[derive(Default)]
pub(crate) struct EventLines {
    /// The number of each, its leaf's hash, and what is there of it.
    pub(crate) events: Vec<(u64, Digest32, Shape)>,
    /// The lines with their newlines, as [`event_line`](jatak_shared::proven::event_line) writes them.
    pub(crate) text: String,
}

/// The parts of a line: what stands before the hash, the hash as the log has it, and what stands after it.
const LINE: &str = r#"SELECT e.seq AS seq, (p.seq IS NOT NULL) + 2 * (v.seq IS NOT NULL) AS shape,
    coalesce('"evidence":{"body":' || v.body || ',"salt":"' || lower(hex(v.salt)) || '"},', '') AS evidence,
    lower(hex(substr(n.hashes, 1, 32))) AS hash,
    '","leaf":' || e.leaf || ',"line":"event"'
    || coalesce(',"outcome":{"body":' || p.outcome || ',"salt":"' || lower(hex(p.outcome_salt)) || '"}', '')
    || coalesce(',"private":{"body":' || p.body || ',"salt":"' || lower(hex(p.salt)) || '"}', '') AS rest
    FROM events e JOIN log_nodes n ON n.seq = e.seq
    LEFT JOIN private_parts p ON p.seq = e.seq LEFT JOIN evidence v ON v.seq = e.seq
    WHERE e.seq > ? AND e.seq <= ?"#;

/// Sixteen lines a row: in a Durable Object each value costs more than what is in it. The longest line, that of an
/// erasure of 3,000 events, has some 55 KB, so that the longest row stays below the 2 MB it may have.
const GROUPED: &str = r#"SELECT group_concat(seq), group_concat(shape, ''), group_concat(hash, ''),
    group_concat('{' || evidence || '"hash":"' || hash || rest || '}' || char(10), '')"#;

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
) -> Result<EventLines, StoreError> {
    let mut values = vec![Value::Integer(signed(after)?), Value::Integer(signed(upto)?)];
    let mut chosen = "";
    if !filter.takes_uncategorised() {
        let category = filter.category.as_ref().map_or(Value::Null, |id| Value::Text(id.to_string()));
        let state = filter.state.map_or(Value::Null, |state| Value::Text(state.word().to_owned()));
        values.extend([category, state.clone(), state]);
        chosen = CHOSEN;
    }
    values.push(Value::Integer(signed(limit)?));
    let sql =
        format!("{GROUPED} FROM ({LINE} {chosen} ORDER BY e.seq LIMIT ?) GROUP BY (seq - 1) / 16 ORDER BY min(seq)");
    let mut lines = EventLines::default();
    for row in store.query(&sql, &values)? {
        add(&row, after, &mut lines)?;
    }
    Ok(lines)
}

/// Adds the lines of a row. That they were put together in order is not promised by the database, but told by their
/// numbers, which went the same way.
fn add(row: &Row, after: u64, lines: &mut EventLines) -> Result<(), StoreError> {
    let (shapes, hashes) = (row.text(1)?.as_bytes(), row.text(2)?.as_bytes());
    let hashes = hashes.chunks(64).map(|hash| word(&String::from_utf8_lossy(hash), "hash"));
    for ((seq, shape), hash) in row.text(0)?.split(',').zip(shapes).zip(hashes) {
        let seq = word(seq, "seq")?;
        if seq <= lines.events.last().map_or(after, |(last, ..)| *last) {
            return Err(StoreError::Corrupt("events out of their order".into()));
        }
        lines.events.push((seq, hash?, Shape { private: shape & 1 == 1, evidence: shape & 2 == 2 }));
    }
    lines.text.push_str(row.text(3)?);
    Ok(())
}

/// An event as one JSON object, its bodies as they are stored and what was erased left out.
const STORED: &str = r#"SELECT e.seq AS seq, '{"leaf":' || e.leaf || coalesce(',"private":' || p.body, '')
    || coalesce(',"outcome":' || p.outcome, '') || coalesce(',"evidence":' || v.body, '') || '}' AS line
    FROM events e LEFT JOIN private_parts p ON p.seq = e.seq LEFT JOIN evidence v ON v.seq = e.seq
    WHERE e.seq > ? AND e.seq <= ? ORDER BY e.seq"#;

/// The events after number `after` up to `upto` as they are stored, a JSON object a line, sixteen lines a row for the reason
/// given above. That they are in order and none is missing their numbers tell, and whoever reads them has to look.
///
/// They come as bytes: a Durable Object makes a JavaScript string of a text, which is taken apart again sign by sign, and
/// took a sixth of the time that rows of CSV take.
pub(crate) fn stored(store: &impl Store, after: u64, upto: u64) -> Result<Vec<Row>, StoreError> {
    let sql = format!(
        "SELECT CAST(group_concat(line, char(10)) AS BLOB) FROM ({STORED}) GROUP BY (seq - 1) / 16 ORDER BY min(seq)"
    );
    store.query(&sql, &[Value::Integer(signed(after)?), Value::Integer(signed(upto)?)])
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
