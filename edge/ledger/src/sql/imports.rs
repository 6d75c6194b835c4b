//! The tables `imports` and `import_chunks`: files on their way in. All of it is gone after 24 hours.

use jatak_shared::id::{Digest32, ImportId};
use jatak_shared::phone::E164;
use jatak_shared::time::Timestamp;

use super::{json, signed, unsigned, word};
use crate::import::{Chunk, Import, Parameters, Staged, Status, Tally};
use crate::store::{Row, Store, StoreError, Value};

/// Notes that a file begins to arrive.
pub(crate) fn begin(store: &impl Store, id: ImportId, how: &Parameters, now: Timestamp) -> Result<(), StoreError> {
    let values = [
        key(id),
        Value::Integer(now.millis()),
        Value::Text(Status::Receiving.word().to_owned()),
        Value::Text(text(how)?),
        Value::Text(text(&Tally::default())?),
    ];
    store.execute(
        "INSERT INTO imports (id, begun_at, status, parameters, lines, faults, tally) VALUES (?, ?, ?, ?, 0, 0, ?)",
        &values,
    )
}

/// How many imports are under way.
pub(crate) fn open(store: &impl Store) -> Result<u64, StoreError> {
    let done = [Value::Text(Status::Committed.word().to_owned())];
    let rows = store.query("SELECT count(*) FROM imports WHERE status <> ?", &done)?;
    rows.first().map_or(Ok(0), |row| unsigned(row.integer(0)?, "count"))
}

/// An import.
pub(crate) fn find(store: &impl Store, id: ImportId) -> Result<Option<Import>, StoreError> {
    let sql = "SELECT id, begun_at, status, parameters, lines, faults, tally, committed_at FROM imports WHERE id = ?";
    store.query(sql, &[key(id)])?.first().map(import).transpose()
}

/// The import that this file came with before.
pub(crate) fn of_file(store: &impl Store, file: Digest32) -> Result<Option<ImportId>, StoreError> {
    let rows = store.query("SELECT id FROM imports WHERE file = ?", &[Value::Blob(file.as_bytes().to_vec())])?;
    rows.first().map(|row| word(row.text(0)?, "import id")).transpose()
}

/// Keeps a chunk of lines; one sent twice stands once.
pub(crate) fn stage(store: &impl Store, id: ImportId, chunk: &Chunk) -> Result<(), StoreError> {
    let values = [
        key(id),
        Value::Integer(signed(chunk.number)?),
        Value::Integer(signed(chunk.last_line)?),
        Value::Integer(signed(chunk.lines)?),
        Value::Integer(signed(chunk.faults)?),
        Value::Text(chunk.staged.clone()),
    ];
    store.execute(
        "INSERT OR REPLACE INTO import_chunks (import, chunk, last_line, lines, faults, staged) VALUES (?, ?, ?, ?, ?, ?)",
        &values,
    )
}

/// How many lines of this import are staged, and how many of them cannot be read.
pub(crate) fn count(store: &impl Store, id: ImportId) -> Result<(u64, u64), StoreError> {
    let sql = "SELECT coalesce(sum(lines), 0), coalesce(sum(faults), 0) FROM import_chunks WHERE import = ?";
    let rows = store.query(sql, &[key(id)])?;
    let row = rows.first().ok_or_else(|| StoreError::Corrupt("a sum without a row".into()))?;
    Ok((unsigned(row.integer(0)?, "lines")?, unsigned(row.integer(1)?, "faults")?))
}

/// Notes that the file is whole.
pub(crate) fn finish(store: &impl Store, id: ImportId, file: Digest32, count: (u64, u64)) -> Result<(), StoreError> {
    let values = [
        Value::Text(Status::Staged.word().to_owned()),
        Value::Blob(file.as_bytes().to_vec()),
        Value::Integer(signed(count.0)?),
        Value::Integer(signed(count.1)?),
        key(id),
    ];
    store.execute("UPDATE imports SET status = ?, file = ?, lines = ?, faults = ? WHERE id = ?", &values)
}

/// Writes how far an import has come.
pub(crate) fn update(store: &impl Store, import: &Import) -> Result<(), StoreError> {
    let values = [
        Value::Text(import.status.word().to_owned()),
        Value::Text(text(&import.tally)?),
        import.committed_at.map_or(Value::Null, |at| Value::Integer(at.millis())),
        key(import.id),
    ];
    store.execute("UPDATE imports SET status = ?, tally = ?, committed_at = ? WHERE id = ?", &values)
}

/// The first chunk whose lines are not decided yet.
pub(crate) fn next_staged(store: &impl Store, id: ImportId) -> Result<Option<(u64, Vec<Staged>)>, StoreError> {
    let sql = "SELECT chunk, staged FROM import_chunks WHERE import = ? AND staged IS NOT NULL ORDER BY chunk LIMIT 1";
    let rows = store.query(sql, &[key(id)])?;
    rows.first().map(|row| Ok((unsigned(row.integer(0)?, "chunk")?, json(row.text(1)?, "staged lines")?))).transpose()
}

/// Puts what is listed of a chunk in the place of its lines.
pub(crate) fn decided(store: &impl Store, id: ImportId, chunk: u64, report: String) -> Result<(), StoreError> {
    let values = [Value::Text(report), key(id), Value::Integer(signed(chunk)?)];
    store.execute("UPDATE import_chunks SET staged = NULL, report = ? WHERE import = ? AND chunk = ?", &values)
}

/// One chunk as a report is made from it.
pub(crate) struct Kept {
    /// The number of its last line.
    pub(crate) last_line: u64,
    /// Its lines, where they are not decided yet.
    pub(crate) staged: Option<Vec<Staged>>,
    /// What is listed of them, as JSON, where they are.
    pub(crate) report: Option<String>,
}

/// The chunk that holds the first line after number `after`.
pub(crate) fn chunk_after(store: &impl Store, id: ImportId, after: u64) -> Result<Option<Kept>, StoreError> {
    let sql =
        "SELECT last_line, staged, report FROM import_chunks WHERE import = ? AND last_line > ? ORDER BY chunk LIMIT 1";
    let rows = store.query(sql, &[key(id), Value::Integer(signed(after)?)])?;
    let Some(row) = rows.first() else { return Ok(None) };
    let staged = if row.is_null(1) { None } else { Some(json(row.text(1)?, "staged lines")?) };
    let report = if row.is_null(2) { None } else { Some(row.text(2)?.to_owned()) };
    Ok(Some(Kept { last_line: unsigned(row.integer(0)?, "line")?, staged, report }))
}

/// Every staged chunk that names this number.
pub(crate) fn naming(store: &impl Store, phone: &E164) -> Result<Vec<(ImportId, u64, Vec<Staged>)>, StoreError> {
    // Lines are stored as JSON, in which a number stands between quotation marks and nothing is escaped in it.
    let named = [Value::Text(format!("\"{phone}\""))];
    let sql = "SELECT import, chunk, staged FROM import_chunks WHERE staged IS NOT NULL AND instr(staged, ?) > 0";
    let chunk = |row: &Row| {
        Ok((word(row.text(0)?, "import id")?, unsigned(row.integer(1)?, "chunk")?, json(row.text(2)?, "staged lines")?))
    };
    store.query(sql, &named)?.iter().map(chunk).collect()
}

/// Puts these lines in the place of a chunk's.
pub(crate) fn restage(store: &impl Store, id: ImportId, chunk: u64, lines: &[Staged]) -> Result<(), StoreError> {
    let values = [Value::Text(text(&lines)?), key(id), Value::Integer(signed(chunk)?)];
    store.execute("UPDATE import_chunks SET staged = ? WHERE import = ? AND chunk = ?", &values)
}

/// Deletes an import and its lines; one that is not there is deleted already.
pub(crate) fn delete(store: &impl Store, id: ImportId) -> Result<(), StoreError> {
    store.execute("DELETE FROM import_chunks WHERE import = ?", &[key(id)])?;
    store.execute("DELETE FROM imports WHERE id = ?", &[key(id)])
}

/// Deletes what was begun at this moment or before.
pub(crate) fn purge(store: &impl Store, until: Timestamp) -> Result<(), StoreError> {
    let until = [Value::Integer(until.millis())];
    let old = "SELECT id FROM imports WHERE begun_at <= ?";
    if store.query(old, &until)?.is_empty() {
        return Ok(());
    }
    store.execute(&format!("DELETE FROM import_chunks WHERE import IN ({old})"), &until)?;
    store.execute("DELETE FROM imports WHERE begun_at <= ?", &until)
}

/// When the oldest import was begun.
pub(crate) fn oldest(store: &impl Store) -> Result<Option<Timestamp>, StoreError> {
    let rows = store.query("SELECT begun_at FROM imports ORDER BY begun_at LIMIT 1", &[])?;
    rows.first().map(|row| row.integer(0).map(Timestamp::from_millis)).transpose()
}

fn key(id: ImportId) -> Value {
    Value::Text(id.to_string())
}

fn text(value: &impl serde::Serialize) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|error| StoreError::Corrupt(error.to_string()))
}

fn import(row: &Row) -> Result<Import, StoreError> {
    let committed_at = if row.is_null(7) { None } else { Some(Timestamp::from_millis(row.integer(7)?)) };
    let status = row.text(2)?;
    let status = Status::ALL.into_iter().find(|known| known.word() == status);
    let begun_at = Timestamp::from_millis(row.integer(1)?);
    Ok(Import {
        id: word(row.text(0)?, "import id")?,
        status: status.ok_or_else(|| StoreError::Corrupt("the status of an import cannot be read".into()))?,
        begun_at,
        expires_at: begun_at.plus_millis(crate::import::KEPT),
        parameters: json(row.text(3)?, "parameters of an import")?,
        lines: unsigned(row.integer(4)?, "lines")?,
        faults: unsigned(row.integer(5)?, "faults")?,
        tally: json(row.text(6)?, "tally of an import")?,
        committed_at,
    })
}
