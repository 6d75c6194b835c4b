//! A no reaches every spelling of the number it was said for: a Brazilian, Mexican or Argentine number has two, and messages
//! to either reach the same phone. So each spelling has a person of its own in the ledger, with every no of the others, and
//! whoever asks about one need not know of them.

use jatak_shared::decide::echoed;
use jatak_shared::event::{Fact, MarketingSignal};
use jatak_shared::id::SubjectId;
use jatak_shared::phone::E164;
use jatak_shared::random::Random;
use jatak_shared::subject::Subject;
use jatak_shared::time::Timestamp;
use jatak_shared::whatsapp::alias::spellings;

use super::{Sheet, record};
use crate::engine::{Current, Engine};
use crate::sql::subjects::SubjectRow;
use crate::store::{Store, StoreError};

/// Says the no of this fact for the other spellings of its person's number too, known or not.
pub(crate) fn echo<S: Store>(
    engine: &Engine<S>,
    fact: &Fact,
    current: &Current,
    sheet: &mut Sheet,
    now: Timestamp,
    random: &mut impl Random,
) -> Result<(), StoreError> {
    let Some(subject) = &fact.subject else { return Ok(()) };
    echo_to(engine, fact, &spellings(&subject.phone)[1..], current, sheet, now, random)
}

/// Says the no of this fact for these numbers too. It is one no, so it is counted once.
pub(crate) fn echo_to<S: Store>(
    engine: &Engine<S>,
    fact: &Fact,
    others: &[E164],
    current: &Current,
    sheet: &mut Sheet,
    now: Timestamp,
    random: &mut impl Random,
) -> Result<(), StoreError> {
    for other in others {
        let (mut row, known) = row_of(engine, other, sheet, random)?;
        let Some(fact) = echoed(fact, &row.subject, &row.standings) else { continue };
        if !known && fact.marketing == Some(MarketingSignal::Resumed) {
            // There is no stop of theirs to lift.
            continue;
        }
        let now = moment(sheet, &row, now);
        sheet.tail.repeats(true);
        let recorded = record(fact, current, &mut row, known, sheet, now, random);
        sheet.tail.repeats(false);
        recorded?;
    }
    Ok(())
}

/// The person behind a number as they stand, or someone new; and whether they were known.
pub(crate) fn row_of<S: Store>(
    engine: &Engine<S>,
    phone: &E164,
    sheet: &mut Sheet,
    random: &mut impl Random,
) -> Result<(SubjectRow, bool), StoreError> {
    Ok(match sheet.subject(&engine.store, phone)? {
        Some(row) => (row, true),
        None => (SubjectRow::new(Subject { id: SubjectId::v4(random.bytes()), phone: phone.clone() }), false),
    })
}

/// When the next act of this person is recorded. Two acts of one person never share a moment, so that which came first never
/// depends on the clock's grain.
pub(crate) fn moment(sheet: &Sheet, row: &SubjectRow, now: Timestamp) -> Timestamp {
    now.max(sheet.tail.head().recorded_at).max(row.last_at.plus_millis(1))
}
