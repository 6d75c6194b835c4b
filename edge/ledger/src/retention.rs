//! Retention: what a business needs no longer goes by itself, in batches that mix people.
//!
//! Two times may be set (`jatak_shared::business::Retention`), and a daily job looks who is past them:
//!
//! - **After the last withdrawal**: whoever has said nothing but no is erased, and only the suppression hash stays. So is
//!   whoever has said nothing that stands: noted for a link or a review, or heard to let marketing go on.
//! - **Pending**: a yes that was never confirmed is let go. Where nothing else of the person stands, there is nothing that
//!   their number is needed for, so they are erased. Where something does, an earlier no or another category's yes, an
//!   `expired` event records that the yes went: their states must follow from their events, and the person's file and
//!   a later dispute need to show why a "pending" became a "no". The earlier no comes back as it was, with its own
//!   time and weight, since time passing is nobody's act.
//!
//! A leaf lists the events that one erasure emptied. Were one person erased alone, it would tell which events were theirs
//! together; so people go together, and one who is alone waits a day for company. After that they go alone: a business
//! with one customer a month must not keep that one for ever.

use jatak_shared::act::Source;
use jatak_shared::event::{Fact, Kind};
use jatak_shared::random::Random;
use jatak_shared::state::State;
use jatak_shared::subject::Handle;
use jatak_shared::time::{DAY, Timestamp};

use crate::batch::{Sheet, record};
use crate::engine::{Current, Engine};
use crate::sql::subjects::{self, SubjectRow};
use crate::store::{Store, StoreError};

/// How many people of each sort one slice takes: as many as a call may erase.
const AT_ONCE: usize = crate::erase::ERASED_AT_ONCE;

/// How long someone waits for others to be erased with, in milliseconds.
const COMPANY: i64 = DAY;

/// How often the job looks, in milliseconds. With [`COMPANY`], someone is gone at the latest two days after their time.
const RHYTHM: i64 = DAY;

/// Someone whose time has come, and when it came.
struct Leaving {
    handle: Handle,
    since: Timestamp,
}

impl<S: Store> Engine<S> {
    /// Lets go of who is past their time, a slice in one transaction; says when to look again.
    pub(crate) fn keep_no_longer(
        &self,
        now: Timestamp,
        random: &mut impl Random,
    ) -> Result<Option<Timestamp>, StoreError> {
        let current = self.current()?;
        let retention = current.settings.retention();
        if retention.is_unset() {
            return Ok(None);
        }
        let mut more = false;
        self.transaction(&mut || {
            let mut sheet = Sheet::new(self, now)?;
            let mut leaving = Vec::new();
            more = false;
            if let Some(days) = retention.pending_days() {
                let kept = i64::from(days) * DAY;
                let waiting = subjects::waiting(&self.store, now.plus_millis(-kept), AT_ONCE)?;
                more |= waiting.len() == AT_ONCE;
                for row in waiting {
                    leaving.extend(let_wait_no_longer(&current, row, kept, &mut sheet, now, random)?);
                }
            }
            sheet.settle(&self.store)?;
            if let Some(days) = retention.after_withdrawal_days() {
                let kept = i64::from(days) * DAY;
                let resting = subjects::resting(&self.store, now.plus_millis(-kept), AT_ONCE)?;
                more |= resting.len() == AT_ONCE;
                for row in resting {
                    let since = row.standings.rests_since().unwrap_or(row.last_at).plus_millis(kept);
                    leaving.push(Leaving { handle: row.subject.handle, since });
                }
            }
            let alone = leaving.len() == 1 && leaving.iter().all(|one| now < one.since.plus_millis(COMPANY));
            if !alone {
                let people: Vec<Handle> = leaving.into_iter().map(|one| one.handle).collect();
                let now = now.max(sheet.tail.head().recorded_at);
                self.erase_together(&people, Source::Retention, &mut sheet.tail, now, random)?;
            }
            self.sign(&sheet.tail, now)
        })?;
        Ok(Some(if more { now } else { now.plus_millis(RHYTHM) }))
    }
}

/// Lets the yeses of one person go that waited longer than `kept`. Where nothing else of them stands they are to leave;
/// else the event is put on the sheet.
fn let_wait_no_longer(
    current: &Current,
    mut row: SubjectRow,
    kept: i64,
    sheet: &mut Sheet,
    now: Timestamp,
    random: &mut impl Random,
) -> Result<Option<Leaving>, StoreError> {
    let categories = row.standings.expiring(now.plus_millis(-kept));
    let all = categories.len() == row.standings.categories.len();
    if all && row.standings.objection.is_none() && categories.iter().all(|left| left.state == State::NeverAsked) {
        let since = row.standings.waits_since().unwrap_or(row.last_at).plus_millis(kept);
        return Ok(Some(Leaving { handle: row.subject.handle, since }));
    }
    if categories.is_empty() {
        return Err(StoreError::Corrupt("a subject waits since a time that none of their yeses has".into()));
    }
    let fact = Fact { subject: Some(row.subject.clone()), categories, ..Fact::new(Kind::Expired, Source::Retention) };
    let now = now.max(sheet.tail.head().recorded_at).max(row.last_at.plus_millis(1));
    record(fact, current, &mut row, true, sheet, now, random)?;
    Ok(None)
}
