//! The table `jobs`: what the ledger has to do by itself, and when. One row a kind at most.

use jatak_shared::canonical;
use jatak_shared::time::Timestamp;

use super::{unsigned, word};
use crate::jobs::{Due, Job};
use crate::store::{Row, Store, StoreError, Value};

/// Asks for a job at this time; where it waits already the earlier time counts. That it was asked for is counted, so
/// that a run under way does not take the new wish for done.
pub(crate) fn schedule(store: &impl Store, job: Job, at: Timestamp) -> Result<(), StoreError> {
    let values = [Value::Text(job.word().to_owned()), Value::Integer(at.millis())];
    store.execute(
        "INSERT INTO jobs (kind, due_at, asked, tries) VALUES (?, ?, 1, 0)
         ON CONFLICT (kind) DO UPDATE SET due_at = min(due_at, excluded.due_at), asked = asked + 1",
        &values,
    )
}

/// The jobs whose time has come, the one that waits longest first.
pub(crate) fn due(store: &impl Store, now: Timestamp) -> Result<Vec<Due>, StoreError> {
    let bounds = [known(), Value::Integer(now.millis())];
    let sql = "SELECT kind, asked, tries FROM jobs
               WHERE kind IN (SELECT value FROM json_each(?)) AND due_at <= ? ORDER BY due_at, kind";
    store.query(sql, &bounds)?.iter().map(read).collect()
}

/// When the first job is due; `None` where there is none.
pub(crate) fn next_due(store: &impl Store) -> Result<Option<Timestamp>, StoreError> {
    let sql = "SELECT due_at FROM jobs WHERE kind IN (SELECT value FROM json_each(?)) ORDER BY due_at LIMIT 1";
    let rows = store.query(sql, &[known()])?;
    rows.first().map(|row| row.integer(0).map(Timestamp::from_millis)).transpose()
}

/// Puts a job that ran at its next time, or away where there is none. One that was asked for again meanwhile stays due.
pub(crate) fn settle(store: &impl Store, due: Due, next: Option<Timestamp>) -> Result<(), StoreError> {
    let asked = Value::Integer(super::signed(due.asked)?);
    let kind = Value::Text(due.job.word().to_owned());
    match next {
        Some(next) => store.execute(
            "UPDATE jobs SET due_at = ?, tries = 0 WHERE kind = ? AND asked = ?",
            &[Value::Integer(next.millis()), kind, asked],
        ),
        None => store.execute("DELETE FROM jobs WHERE kind = ? AND asked = ?", &[kind, asked]),
    }
}

/// Puts a job that failed at its next try.
pub(crate) fn put_off(store: &impl Store, due: Due, until: Timestamp) -> Result<(), StoreError> {
    let values = [Value::Integer(until.millis()), Value::Text(due.job.word().to_owned())];
    store.execute("UPDATE jobs SET due_at = ?, tries = tries + 1 WHERE kind = ?", &values)
}

/// The kinds that this version knows: a row of a newer one must not wake this one for ever.
fn known() -> Value {
    Value::Text(canonical::to_string(&Job::ALL.map(Job::word)))
}

fn read(row: &Row) -> Result<Due, StoreError> {
    Ok(Due {
        job: word(row.text(0)?, "job")?,
        asked: unsigned(row.integer(1)?, "asked")?,
        tries: unsigned(row.integer(2)?, "tries")?,
    })
}
