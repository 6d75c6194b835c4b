//! The tables `subjects`, `identities` and `suppressions`: people, how they stand, and who they are.

use std::collections::BTreeSet;

use jatak_shared::canonical;
use jatak_shared::event::Event;
use jatak_shared::id::{Digest32, EventId, SubjectId};
use jatak_shared::phone::E164;
use jatak_shared::state::Standings;
use jatak_shared::subject::{Handle, Subject};
use jatak_shared::time::Timestamp;
use jatak_shared::whatsapp::user_id::UserId;

use super::{bytes32, json, list, signed, unsigned, user_ids, word};
use crate::log::pieces;
use crate::store::{Row, Store, StoreError, Value};

/// A subject with everything a decision needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SubjectRow {
    /// Who.
    pub(crate) subject: Subject,
    /// How they stand.
    pub(crate) standings: Standings,
    /// The number of their last event; 0 where a link was made before any.
    pub(crate) last_seq: u64,
    /// Their last event.
    pub(crate) last_event: Option<EventId>,
    /// When it was recorded; of somebody without events, when they were noted.
    pub(crate) last_at: Timestamp,
}

impl SubjectRow {
    /// Someone never heard of before.
    pub(crate) fn new(subject: Subject) -> Self {
        Self { subject, standings: Standings::default(), last_seq: 0, last_event: None, last_at: Timestamp::EPOCH }
    }

    /// Takes an event of theirs into how they stand.
    pub(crate) fn apply(&mut self, event: &Event) {
        if let Some(outcome) = &event.outcome {
            self.standings.apply(event.leaf.notice, &event.private.body, &outcome.body);
        }
        self.last_seq = event.leaf.seq;
        self.last_event = Some(event.private.body.id);
        self.last_at = event.leaf.recorded_at;
    }
}

/// Of somebody without a number the user id that they go by now stands in its place: one that became no other, as far as is
/// known.
const FIELDS: &str = "s.id, i.phone, s.standings, s.last_seq, s.last_event, s.last_at,
    iif(i.phone IS NOT NULL, NULL, (SELECT u.user_id FROM user_ids u WHERE u.subject = s.id
    ORDER BY EXISTS (SELECT 1 FROM moved_user_ids m WHERE m.user_id = u.user_id), u.user_id LIMIT 1))";

const PEOPLE: &str = "FROM subjects s LEFT JOIN identities i ON i.subject = s.id";

pub(crate) fn by_phone(store: &impl Store, phone: &E164) -> Result<Option<SubjectRow>, StoreError> {
    let sql = format!("SELECT {FIELDS} FROM identities i CROSS JOIN subjects s ON s.id = i.subject WHERE i.phone = ?");
    store.query(&sql, &[Value::Text(phone.to_string())])?.first().map(subject).transpose()
}

/// Whoever goes or went by this user id, also where it is known only what it became or was before.
pub(crate) fn by_user_id(store: &impl Store, user_id: &UserId) -> Result<Option<SubjectRow>, StoreError> {
    if let Some((_, row)) = by_user_ids(store, &[user_id])?.pop() {
        return Ok(Some(row));
    }
    let chain = user_ids::chain(store, user_id)?;
    let known = by_user_ids(store, &chain.iter().collect::<Vec<_>>())?;
    // The nearest in the chain.
    let place = |(one, _): &(UserId, SubjectRow)| chain.iter().position(|other| other == one);
    Ok(known.into_iter().min_by_key(place).map(|(_, row)| row))
}

/// The subject behind a handle.
pub(crate) fn by_handle(store: &impl Store, handle: &Handle) -> Result<Option<SubjectRow>, StoreError> {
    match handle {
        Handle::Phone(phone) => by_phone(store, phone),
        Handle::UserId(user_id) => by_user_id(store, user_id),
    }
}

/// The subject of this id, or whoever they turned out to be.
pub(crate) fn by_id(store: &impl Store, id: SubjectId) -> Result<Option<SubjectRow>, StoreError> {
    let sql = format!("SELECT {FIELDS} {PEOPLE} WHERE s.id = ?");
    let id = [Value::Text(id.to_string())];
    let rows = match store.query(&sql, &id)? {
        none if none.is_empty() => store
            .query(&format!("SELECT {FIELDS} {PEOPLE} WHERE s.id = (SELECT now FROM joined WHERE subject = ?)"), &id)?,
        rows => rows,
    };
    rows.first().map(subject).transpose()
}

/// Subjects in the order of their ids, after `after`, `limit` at most.
pub(crate) fn page(store: &impl Store, after: Option<SubjectId>, limit: u64) -> Result<Vec<SubjectRow>, StoreError> {
    let after = after.map_or(String::new(), |id| id.to_string());
    let bounds = [Value::Text(after), Value::Integer(signed(limit)?)];
    let rows = store.query(&format!("SELECT {FIELDS} {PEOPLE} WHERE s.id > ? ORDER BY s.id LIMIT ?"), &bounds)?;
    rows.iter().map(subject).collect()
}

/// Writes somebody who has said nothing yet, and no identity row.
pub(crate) fn note(store: &impl Store, subject: Subject, now: Timestamp) -> Result<SubjectRow, StoreError> {
    let row = SubjectRow { last_at: now, ..SubjectRow::new(subject) };
    identify(store, &[&row.subject])?;
    write(store, &[&row])?;
    Ok(row)
}

/// The subjects behind these numbers, as far as they are known, in no order.
pub(crate) fn by_phones<'a>(
    store: &impl Store,
    phones: impl IntoIterator<Item = &'a E164>,
) -> Result<Vec<SubjectRow>, StoreError> {
    let phones = [list(phones)?];
    // The list comes first, so that each of its numbers is looked up and not each subject.
    let sql = format!(
        "SELECT {FIELDS} FROM (SELECT DISTINCT value FROM json_each(?)) p CROSS JOIN identities i ON i.phone = p.value
         CROSS JOIN subjects s ON s.id = i.subject"
    );
    store.query(&sql, &phones)?.iter().map(subject).collect()
}

/// How those behind these numbers stand, as far as they are known, in no order. What else is known of them stays unread: a
/// thousand are asked about at once.
pub(crate) fn standings_by_phones<'a>(
    store: &impl Store,
    phones: impl IntoIterator<Item = &'a E164>,
) -> Result<Vec<(Subject, Standings)>, StoreError> {
    let rows = store.query(
        "SELECT s.id, i.phone, s.standings FROM (SELECT DISTINCT value FROM json_each(?)) p
         CROSS JOIN identities i ON i.phone = p.value CROSS JOIN subjects s ON s.id = i.subject",
        &[list(phones)?],
    )?;
    let known = |row: &Row| {
        let handle = Handle::Phone(word(row.text(1)?, "number")?);
        Ok((Subject { id: word(row.text(0)?, "subject id")?, handle }, json(row.text(2)?, "standings")?))
    };
    rows.iter().map(known).collect()
}

/// The subjects behind these user ids, as far as they are known, each beside the id, in no order.
pub(crate) fn by_user_ids(store: &impl Store, user_ids: &[&UserId]) -> Result<Vec<(UserId, SubjectRow)>, StoreError> {
    if user_ids.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "SELECT {FIELDS}, n.user_id FROM (SELECT DISTINCT value FROM json_each(?)) p
         CROSS JOIN user_ids n ON n.user_id = p.value CROSS JOIN subjects s ON s.id = n.subject
         LEFT JOIN identities i ON i.subject = s.id"
    );
    let rows = store.query(&sql, &[list(user_ids)?])?;
    rows.iter().map(|row| Ok((word(row.text(7)?, "user id")?, subject(row)?))).collect()
}

/// Writes who these subjects are, none of whom has an identity row yet, in one statement.
pub(crate) fn identify(store: &impl Store, subjects: &[&Subject]) -> Result<(), StoreError> {
    let named = |subject: &&&Subject| subject.handle.phone().is_some();
    let (named, nameless): (Vec<_>, Vec<_>) = subjects.iter().partition(named);
    let insert = |into: &str, subjects: Vec<&&Subject>| {
        if subjects.is_empty() {
            return Ok(());
        }
        let sql = format!(
            "INSERT INTO {into} SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(?)"
        );
        store.execute(&sql, &[list(subjects.iter().map(|subject| (subject.handle.to_string(), subject.id)))?])
    };
    insert("identities (phone, subject)", named)?;
    insert("user_ids (user_id, subject)", nameless)
}

/// How many bytes of standings go into one statement: a Durable Object takes 2 MB, and written as JSON they may double.
const AT_ONCE: usize = 512 * 1024;

/// Writes how these subjects stand now, in one statement unless they have very much to say.
pub(crate) fn write(store: &impl Store, rows: &[&SubjectRow]) -> Result<(), StoreError> {
    let mut rows: Vec<_> = rows.iter().map(|row| (canonical::to_string(&row.standings), *row)).collect();
    while !rows.is_empty() {
        let later = rows.split_off(pieces(rows.iter().map(|(standings, _)| standings.len()), AT_ONCE));
        let row = |(standings, row): &(String, &SubjectRow)| {
            // Nothing stands of whoever has said nothing, or has only gone by another name since, so they rest as well.
            let silent = (!row.standings.says_yes()).then_some(row.last_at);
            let [waits, rests] = [row.standings.waits_since(), row.standings.rests_since().or(silent)];
            let [waits, rests] = [waits, rests].map(|at| at.map(Timestamp::millis));
            (row.subject.id, standings.clone(), row.last_seq, row.last_event, row.last_at.millis(), waits, rests)
        };
        store.execute(
            "INSERT OR REPLACE INTO subjects (id, standings, last_seq, last_event, last_at, waits_since, rests_since)
             SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]'),
             json_extract(value, '$[3]'), json_extract(value, '$[4]'), json_extract(value, '$[5]'),
             json_extract(value, '$[6]') FROM json_each(?)",
            &[list(rows.iter().map(row))?],
        )?;
        rows = later;
    }
    Ok(())
}

/// Subjects with a yes that waits since `before` or longer, the longest first, `limit` at most.
pub(crate) fn waiting(store: &impl Store, before: Timestamp, limit: usize) -> Result<Vec<SubjectRow>, StoreError> {
    let bounds = [Value::Integer(before.millis()), Value::Integer(signed(limit as u64)?)];
    let sql = format!("SELECT {FIELDS} {PEOPLE} WHERE s.waits_since <= ? ORDER BY s.waits_since LIMIT ?");
    let rows = store.query(&sql, &bounds)?;
    rows.iter().map(subject).collect()
}

/// Subjects of whom no yes stands and who said the last that does stand at `before` or earlier, and those noted then who have
/// said nothing, the earliest first, `limit` at most.
pub(crate) fn resting(store: &impl Store, before: Timestamp, limit: usize) -> Result<Vec<SubjectRow>, StoreError> {
    let bounds = [Value::Integer(before.millis()), Value::Integer(signed(limit as u64)?)];
    let sql = format!("SELECT {FIELDS} {PEOPLE} WHERE s.rests_since <= ? ORDER BY s.rests_since LIMIT ?");
    let rows = store.query(&sql, &bounds)?;
    rows.iter().map(subject).collect()
}

/// Removes a subject and their number.
pub(crate) fn erase(store: &impl Store, subject: SubjectId) -> Result<(), StoreError> {
    let id = [Value::Text(subject.to_string())];
    store.execute("DELETE FROM identities WHERE subject = ?", &id)?;
    store.execute("DELETE FROM subjects WHERE id = ?", &id)
}

/// Puts this keyed hash of a number or user id on the suppression list; one that is there stays as it is.
pub(crate) fn suppress(store: &impl Store, hash: Digest32, now: Timestamp) -> Result<(), StoreError> {
    let values = [Value::Blob(hash.as_bytes().to_vec()), Value::Integer(now.millis())];
    store.execute("INSERT INTO suppressions (hash, since) VALUES (?, ?) ON CONFLICT DO NOTHING", &values)
}

/// Those of these keyed hashes that stand on the suppression list.
pub(crate) fn suppressed_of(store: &impl Store, hashes: &[Digest32]) -> Result<BTreeSet<Digest32>, StoreError> {
    let hashes = [list(hashes)?];
    let sql = "SELECT s.hash FROM json_each(?) h CROSS JOIN suppressions s ON s.hash = unhex(h.value)";
    let rows = store.query(sql, &hashes)?;
    rows.iter().map(|row| Ok(Digest32::from_bytes(bytes32(row.blob(0)?, "hash")?))).collect()
}

/// Whether this keyed hash of a number or user id stands on the suppression list.
pub(crate) fn is_suppressed(store: &impl Store, hash: Digest32) -> Result<bool, StoreError> {
    let hash = [Value::Blob(hash.as_bytes().to_vec())];
    Ok(!store.query("SELECT 1 FROM suppressions WHERE hash = ?", &hash)?.is_empty())
}

/// Since when this keyed hash of a number or user id stands on the suppression list.
pub(crate) fn suppressed_since(store: &impl Store, hash: Digest32) -> Result<Option<Timestamp>, StoreError> {
    let hash = [Value::Blob(hash.as_bytes().to_vec())];
    let rows = store.query("SELECT since FROM suppressions WHERE hash = ?", &hash)?;
    rows.first().map(|row| row.integer(0).map(Timestamp::from_millis)).transpose()
}

/// The number, or where there is none the user id.
fn handle(row: &Row) -> Result<Handle, StoreError> {
    if row.is_null(1) {
        return Ok(Handle::UserId(word(row.text(6)?, "user id")?));
    }
    Ok(Handle::Phone(word(row.text(1)?, "number")?))
}

fn subject(row: &Row) -> Result<SubjectRow, StoreError> {
    let last_event = if row.is_null(4) { None } else { Some(word(row.text(4)?, "event id")?) };
    Ok(SubjectRow {
        subject: Subject { id: word(row.text(0)?, "subject id")?, handle: handle(row)? },
        standings: json(row.text(2)?, "standings")?,
        last_seq: unsigned(row.integer(3)?, "seq")?,
        last_event,
        last_at: Timestamp::from_millis(row.integer(5)?),
    })
}
