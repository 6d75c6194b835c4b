//! The table `reviews`: messages that a person must look at.

use std::collections::BTreeSet;

use jatak_shared::id::{Digest32, ReviewId, SubjectId};

use super::{bytes32, list, signed, unsigned, word};
use crate::store::{Row, Store, StoreError, Value};
use crate::whatsapp::reviews::Why;

/// A review as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ReviewRow {
    pub(crate) id: ReviewId,
    pub(crate) subject: SubjectId,
    /// The message, as it is known.
    pub(crate) heard: Digest32,
    /// When it was sent, in whole seconds since 1970.
    pub(crate) at: i64,
    pub(crate) why: Why,
    /// WhatsApp's id of it.
    pub(crate) message: Option<String>,
    /// What it says, where it says something.
    pub(crate) text: Option<String>,
}

/// Writes a review; one of the same message and person is there already and stays.
pub(crate) fn add(store: &impl Store, row: &ReviewRow) -> Result<(), StoreError> {
    let text = |text: &Option<String>| text.clone().map_or(Value::Null, Value::Text);
    let values = [
        Value::Text(row.id.to_string()),
        Value::Text(row.subject.to_string()),
        Value::Blob(row.heard.as_bytes().to_vec()),
        Value::Integer(row.at),
        Value::Text(row.why.word().to_owned()),
        text(&row.message),
        text(&row.text),
    ];
    store.execute(
        "INSERT INTO reviews (id, subject, heard, at, why, message, text) VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT DO NOTHING",
        &values,
    )
}

const COLUMNS: &str = "SELECT id, subject, heard, at, why, message, text FROM reviews";

/// Reviews after this one, `limit` at most, the oldest first.
pub(crate) fn page(store: &impl Store, after: Option<ReviewId>, limit: u64) -> Result<Vec<ReviewRow>, StoreError> {
    let after = after.map_or(String::new(), |id| id.to_string());
    let bounds = [Value::Text(after), Value::Integer(signed(limit)?)];
    let rows = store.query(&format!("{COLUMNS} WHERE id > ? ORDER BY id LIMIT ?"), &bounds)?;
    rows.iter().map(review).collect()
}

/// The reviews that wait for one person, the oldest first.
pub(crate) fn of_subject(store: &impl Store, subject: SubjectId) -> Result<Vec<ReviewRow>, StoreError> {
    let id = [Value::Text(subject.to_string())];
    let rows = store.query(&format!("{COLUMNS} WHERE subject = ? ORDER BY id"), &id)?;
    rows.iter().map(review).collect()
}

/// How many reviews wait for one person.
pub(crate) fn count_of(store: &impl Store, subject: SubjectId) -> Result<u64, StoreError> {
    let id = [Value::Text(subject.to_string())];
    let rows = store.query("SELECT count(*) FROM reviews WHERE subject = ?", &id)?;
    rows.first().map_or(Ok(0), |row| unsigned(row.integer(0)?, "count"))
}

/// The reviews of the same message as this one, itself among them; none where it is not there.
pub(crate) fn together(store: &impl Store, id: ReviewId) -> Result<Vec<ReviewRow>, StoreError> {
    let id = [Value::Text(id.to_string())];
    let sql = format!("{COLUMNS} WHERE heard = (SELECT heard FROM reviews WHERE id = ?) ORDER BY id");
    store.query(&sql, &id)?.iter().map(review).collect()
}

/// Removes the reviews of one message.
pub(crate) fn close(store: &impl Store, heard: Digest32) -> Result<(), StoreError> {
    store.execute("DELETE FROM reviews WHERE heard = ?", &[Value::Blob(heard.as_bytes().to_vec())])
}

/// Those of these people for whom a review waits.
pub(crate) fn under_review(store: &impl Store, subjects: &[SubjectId]) -> Result<BTreeSet<SubjectId>, StoreError> {
    let rows = store.query(
        "SELECT DISTINCT r.subject FROM json_each(?) s CROSS JOIN reviews r ON r.subject = s.value",
        &[list(subjects)?],
    )?;
    rows.iter().map(|row| word(row.text(0)?, "subject id")).collect()
}

/// The reviews of the same messages as a person's that wait for others.
pub(crate) fn beside(store: &impl Store, subject: SubjectId) -> Result<Vec<ReviewRow>, StoreError> {
    let id = [Value::Text(subject.to_string())];
    let sql = format!(
        "{COLUMNS} WHERE heard IN (SELECT heard FROM reviews WHERE subject = ?1) AND subject <> ?1 ORDER BY id"
    );
    store.query(&sql, &id)?.iter().map(review).collect()
}

/// Forgets what the messages of these reviews say and by what id WhatsApp knows them; they go on waiting.
pub(crate) fn blank(store: &impl Store, ids: &[ReviewId]) -> Result<(), StoreError> {
    store.execute(
        "UPDATE reviews SET message = NULL, text = NULL WHERE id IN (SELECT value FROM json_each(?))",
        &[list(ids)?],
    )
}

/// Removes a person's reviews; those of the same messages that wait for others stay.
pub(crate) fn erase(store: &impl Store, subject: SubjectId) -> Result<(), StoreError> {
    store.execute("DELETE FROM reviews WHERE subject = ?", &[Value::Text(subject.to_string())])
}

fn review(row: &Row) -> Result<ReviewRow, StoreError> {
    let text = |column| if row.is_null(column) { Ok(None) } else { row.text(column).map(|text| Some(text.to_owned())) };
    let why = row.text(4)?;
    let why = Why::ALL.into_iter().find(|one| one.word() == why);
    Ok(ReviewRow {
        id: word(row.text(0)?, "review id")?,
        subject: word(row.text(1)?, "subject id")?,
        heard: Digest32::from_bytes(bytes32(row.blob(2)?, "hash")?),
        at: row.integer(3)?,
        why: why.ok_or_else(|| StoreError::Corrupt("why there is a review cannot be read".into()))?,
        message: text(5)?,
        text: text(6)?,
    })
}
