//! A no reaches every spelling of the number it was said for: a Brazilian, Mexican or Argentine number has two, and messages
//! to either reach the same phone. So each spelling has a person of its own in the ledger, with every no of the others, and
//! whoever asks about one need not know of them. The same goes for two people whom WhatsApp calls one and the ledger keeps
//! apart.

use jatak_shared::decide::echoed;
use jatak_shared::event::Fact;
use jatak_shared::id::SubjectId;
use jatak_shared::random::Random;
use jatak_shared::subject::{Handle, Subject};
use jatak_shared::time::Timestamp;
use jatak_shared::whatsapp::alias::{match_key, spellings};

use super::{Sheet, record};
use crate::engine::{Current, Engine};
use crate::sql::people;
use crate::sql::subjects::{self, SubjectRow};
use crate::store::{Store, StoreError};

/// Says the no of this fact for whoever else may be the person who said it: the other spellings of their number, known or
/// not, and those whom WhatsApp calls the same and the ledger keeps apart. So too for those who `left` the number that it
/// was said by.
pub(crate) fn echo<S: Store>(
    engine: &Engine<S>,
    fact: &Fact,
    left: &[Handle],
    current: &Current,
    sheet: &mut Sheet,
    now: Timestamp,
    random: &mut impl Random,
) -> Result<(), StoreError> {
    let Some(subject) = fact.subject.as_ref().filter(|_| fact.says_no()) else { return Ok(()) };
    let others = also(engine, subject, left, sheet)?;
    echo_to(engine, fact, &others, current, sheet, now, random)
}

/// Whoever else may be this person, or one of those who `left` the number that they speak by.
pub(crate) fn also<S: Store>(
    engine: &Engine<S>,
    subject: &Subject,
    left: &[Handle],
    sheet: &mut Sheet,
) -> Result<Vec<Handle>, StoreError> {
    let mut others = whoever(engine, core::iter::once(&subject.handle).chain(left), sheet)?;
    others.retain(|other| *other != subject.handle);
    Ok(others)
}

/// Whoever may be one of these, themselves among them: each once.
fn whoever<'a, S: Store>(
    engine: &Engine<S>,
    handles: impl Iterator<Item = &'a Handle>,
    sheet: &mut Sheet,
) -> Result<Vec<Handle>, StoreError> {
    let mut all = Vec::new();
    let add = |all: &mut Vec<Handle>, handle: &Handle| {
        let fresh: Vec<Handle> = spelt(handle).into_iter().filter(|one| !all.contains(one)).collect();
        all.extend(fresh);
    };
    handles.for_each(|handle| add(&mut all, handle));
    if !people::has_conflicts(&engine.store)? {
        return Ok(all);
    }
    sheet.settle(&engine.store)?;
    let mut next = 0;
    while let Some(handle) = all.get(next).cloned() {
        next += 1;
        let Some(row) = sheet.subject(&engine.store, &handle)? else { continue };
        for (_, other) in people::set_apart_from(&engine.store, &[row.subject.id])? {
            if let Some(other) = subjects::by_id(&engine.store, other)? {
                add(&mut all, &other.subject.handle);
            }
        }
    }
    Ok(all)
}

/// A handle in every spelling, itself first.
pub(crate) fn spelt(handle: &Handle) -> Vec<Handle> {
    match handle {
        Handle::Phone(phone) => spellings(phone).into_iter().map(Handle::Phone).collect(),
        Handle::UserId(_) => vec![handle.clone()],
    }
}

/// The same for every spelling of a number, which is one phone.
pub(crate) fn phone_key(handle: &Handle) -> String {
    handle.phone().map_or_else(|| handle.to_string(), match_key)
}

/// Says the no of this fact for these people too. It is one no, so it is counted once.
pub(crate) fn echo_to<S: Store>(
    engine: &Engine<S>,
    fact: &Fact,
    others: &[Handle],
    current: &Current,
    sheet: &mut Sheet,
    now: Timestamp,
    random: &mut impl Random,
) -> Result<(), StoreError> {
    for other in others {
        let (mut row, known) = row_of(engine, other, sheet, random)?;
        // The end of a stop is said too where none is known: the stop may be delivered after it.
        let Some(fact) = echoed(fact, &row.subject, &row.standings) else { continue };
        let now = moment(sheet, &row, now);
        sheet.tail.repeats(true);
        let recorded = record(fact, current, &mut row, known, sheet, now, random);
        sheet.tail.repeats(false);
        recorded?;
    }
    Ok(())
}

/// The person behind a handle as they stand, or someone new; and whether they were known.
pub(crate) fn row_of<S: Store>(
    engine: &Engine<S>,
    handle: &Handle,
    sheet: &mut Sheet,
    random: &mut impl Random,
) -> Result<(SubjectRow, bool), StoreError> {
    Ok(match sheet.subject(&engine.store, handle)? {
        Some(row) => (row, true),
        None => (SubjectRow::new(Subject { id: SubjectId::v4(random.bytes()), handle: handle.clone() }), false),
    })
}

/// When the next act of this person is recorded. Two acts of one person never share a moment, so that which came first never
/// depends on the clock's grain.
pub(crate) fn moment(sheet: &Sheet, row: &SubjectRow, now: Timestamp) -> Timestamp {
    now.max(sheet.tail.head().recorded_at).max(row.last_at.plus_millis(1))
}
