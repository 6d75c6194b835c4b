//! The table `notices`: every notice ever published, kept and public for ever.

use std::collections::BTreeMap;

use jatak_shared::id::NoticeId;
use jatak_shared::locale::Locale;
use jatak_shared::notice::Notice;
use jatak_shared::time::Timestamp;

use super::{list, word};
use crate::store::{Row, Store, StoreError, Value};

/// The notices shown now, one a language.
pub(crate) fn current(store: &impl Store) -> Result<Vec<Notice>, StoreError> {
    let rows = store.query("SELECT body FROM notices WHERE current = 1 ORDER BY locale", &[])?;
    rows.iter().map(notice).collect()
}

/// Any notice ever published.
pub(crate) fn find(store: &impl Store, id: NoticeId) -> Result<Option<Notice>, StoreError> {
    let rows = store.query("SELECT body FROM notices WHERE id = ?", &[Value::Text(id.to_string())])?;
    rows.first().map(notice).transpose()
}

/// Those of these notices that were ever published, in no order.
pub(crate) fn find_all(store: &impl Store, ids: &[NoticeId]) -> Result<Vec<Notice>, StoreError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let sql = "SELECT n.body FROM json_each(?) i CROSS JOIN notices n ON n.id = i.value";
    store.query(sql, &[list(ids)?])?.iter().map(notice).collect()
}

/// The language of a notice ever published.
pub(crate) fn locale(store: &impl Store, id: NoticeId) -> Result<Option<Locale>, StoreError> {
    let rows = store.query("SELECT locale FROM notices WHERE id = ?", &[Value::Text(id.to_string())])?;
    rows.first().map(|row| word(row.text(0)?, "locale")).transpose()
}

/// The language of every notice ever published.
pub(crate) fn locales(store: &impl Store) -> Result<BTreeMap<NoticeId, Locale>, StoreError> {
    let rows = store.query("SELECT id, locale FROM notices", &[])?;
    rows.iter().map(|row| Ok((word(row.text(0)?, "notice id")?, word(row.text(1)?, "locale")?))).collect()
}

/// All notices in the order of publishing, with the time of it, `limit` at most after the first `skip`.
pub(crate) fn page(store: &impl Store, skip: u64, limit: u64) -> Result<Vec<(Timestamp, Notice)>, StoreError> {
    let bounds = [Value::Integer(super::signed(limit)?), Value::Integer(super::signed(skip)?)];
    let sql = "SELECT body, published_at FROM notices ORDER BY published_at, id LIMIT ? OFFSET ?";
    let rows = store.query(sql, &bounds)?;
    rows.iter().map(|row| Ok((Timestamp::from_millis(row.integer(1)?), notice(row)?))).collect()
}

/// Makes these the notices shown now. One published before, such as after a change and back, is shown again under its
/// old id: the id is the wording.
pub(crate) fn show(store: &impl Store, notices: &[Notice], now: Timestamp) -> Result<(), StoreError> {
    store.execute("UPDATE notices SET current = 0", &[])?;
    for notice in notices {
        let values = [
            Value::Text(notice.id().to_string()),
            Value::Text(notice.locale().code().to_owned()),
            Value::Text(notice.canonical()),
            Value::Integer(now.millis()),
        ];
        store.execute(
            "INSERT INTO notices (id, locale, body, published_at, current) VALUES (?, ?, ?, ?, 1)
             ON CONFLICT (id) DO UPDATE SET current = 1",
            &values,
        )?;
    }
    Ok(())
}

fn notice(row: &Row) -> Result<Notice, StoreError> {
    Notice::from_json(row.text(0)?).map_err(|error| StoreError::Corrupt(format!("notice: {error:?}")))
}
