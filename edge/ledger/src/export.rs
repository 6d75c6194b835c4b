//! Exporting: events, states and notices in pages, as of one number, so that a stream of any length stays flat in
//! memory and does not see what is written meanwhile.

use serde::{Deserialize, Serialize};

use jatak_shared::business::CategorySettings;
use jatak_shared::category::CategoryId;
use jatak_shared::id::SubjectId;
use jatak_shared::notice::Notice;
use jatak_shared::proven::Filter;
use jatak_shared::state::{Moment, Standing, Standings};
use jatak_shared::subject::Handle;
use jatak_shared::time::Timestamp;

use crate::Entry;
use crate::engine::Engine;
use crate::sql::subjects::SubjectRow;
use crate::sql::{events, lines, notices, subjects};
use crate::store::{Store, StoreError};

/// How many events one page holds at most: about 1 KB each, so a page stays near half a megabyte.
pub const EVENTS_A_PAGE: u64 = 500;
/// How many subjects one page holds at most: with 20 categories of 300 bytes each, at most 3 MB.
pub const SUBJECTS_A_PAGE: u64 = 500;
/// How many subjects with their events one page holds at most: a few events of 1 KB each, so near half a megabyte.
pub const RECORDS_A_PAGE: u64 = 100;
/// How many notices one page holds at most: up to 20 KB each.
pub const NOTICES_A_PAGE: u64 = 50;

/// How one subject stood at the number asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubjectStates {
    /// Who.
    pub subject: SubjectId,
    /// Their number, or their user id where that is not known.
    #[serde(flatten)]
    pub handle: Handle,
    /// Each category with a standing.
    pub categories: Vec<(CategoryId, Standing)>,
    /// The stop of marketing in WhatsApp's own settings, where one holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stop: Option<Moment>,
}

/// How one subject stood, and how it came to that.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubjectRecord {
    /// How.
    pub states: SubjectStates,
    /// What is left of their events up to that number, in order.
    pub events: Vec<Entry>,
}

impl<S: Store> Engine<S> {
    /// Events after number `after` up to number `upto`, in order.
    pub fn events(&self, after: u64, upto: u64, limit: u64) -> Result<Vec<Entry>, StoreError> {
        events::page(&self.store, after, upto, limit.min(EVENTS_A_PAGE))
    }

    /// How the subjects after `after` stood at number `upto`, in the order of their ids; those without any standing
    /// then are left out. The second value is where the next page starts, `None` after the last.
    pub fn states(
        &self,
        after: Option<SubjectId>,
        upto: u64,
    ) -> Result<(Vec<SubjectStates>, Option<SubjectId>), StoreError> {
        self.states_page(after, upto, SUBJECTS_A_PAGE)
    }

    /// The same, each with what happened to them up to that number.
    pub fn records(
        &self,
        after: Option<SubjectId>,
        upto: u64,
    ) -> Result<(Vec<SubjectRecord>, Option<SubjectId>), StoreError> {
        let (states, next) = self.states_page(after, upto, RECORDS_A_PAGE)?;
        let record = |states: SubjectStates| {
            let events = events::of_subject(&self.store, states.subject, upto)?;
            Ok(SubjectRecord { states, events })
        };
        Ok((states.into_iter().map(record).collect::<Result<_, StoreError>>()?, next))
    }

    fn states_page(
        &self,
        after: Option<SubjectId>,
        upto: u64,
        limit: u64,
    ) -> Result<(Vec<SubjectStates>, Option<SubjectId>), StoreError> {
        let rows = subjects::page(&self.store, after, limit)?;
        let full = rows.len() as u64 == limit;
        let next = rows.last().map(|row| row.subject.id).filter(|_| full);
        let mut states = Vec::new();
        for row in rows {
            let standings = self.standings_at(&row, upto)?;
            let categories = self.effective(&standings)?;
            if !categories.is_empty() {
                let stop = standings.marketing.stop();
                states.push(SubjectStates { subject: row.subject.id, handle: row.subject.handle, categories, stop });
            }
        }
        Ok((states, next))
    }

    /// Notices in the order of publishing.
    pub fn notices(&self, skip: u64) -> Result<Vec<(Timestamp, Notice)>, StoreError> {
        notices::page(&self.store, skip, NOTICES_A_PAGE)
    }

    /// Which of the first `size` events the filter takes by their time: those after the first number up to the second.
    pub(crate) fn recorded_within(&self, filter: &Filter, size: u64) -> Result<(u64, u64), StoreError> {
        let after = filter.from.map_or(Ok(0), |from| self.recorded_before(from, size))?;
        let upto = filter.to.map_or(Ok(size), |to| self.recorded_before(to.plus_millis(1), size))?;
        Ok((after, upto.max(after)))
    }

    /// How many of the first `size` events were recorded before this moment: found by halving, since numbers have no gaps
    /// and times never go back.
    fn recorded_before(&self, moment: Timestamp, size: u64) -> Result<u64, StoreError> {
        let (mut before, mut after) = (0, size);
        while before < after {
            let middle = before + (after - before) / 2;
            if lines::recorded_at(&self.store, middle + 1)?.is_some_and(|at| at < moment) {
                before = middle + 1;
            } else {
                after = middle;
            }
        }
        Ok(before)
    }

    /// How a subject stood at number `upto`: as kept, or folded again from the events where later ones came.
    fn standings_at(&self, row: &SubjectRow, upto: u64) -> Result<Standings, StoreError> {
        if row.last_seq <= upto {
            return Ok(row.standings.clone());
        }
        self.fold(row.subject.id, upto)
    }

    /// What counts of all that a subject did up to number `upto`.
    pub(crate) fn fold(&self, subject: SubjectId, upto: u64) -> Result<Standings, StoreError> {
        let mut standings = Standings::default();
        for entry in events::of_subject(&self.store, subject, upto)? {
            if let (Some(private), Some(outcome)) = (&entry.private, &entry.outcome) {
                standings.apply(entry.leaf.notice, &private.body, &outcome.body);
            }
        }
        Ok(standings)
    }

    /// Each category with a standing, those that only the objection covers included.
    fn effective(&self, standings: &Standings) -> Result<Vec<(CategoryId, Standing)>, StoreError> {
        let current = self.current()?;
        let mut ids: Vec<&CategoryId> = standings.categories.keys().collect();
        let covered = current.settings.categories().iter().map(CategorySettings::id);
        ids.extend(covered.filter(|id| !standings.categories.contains_key(*id)));
        Ok(ids.into_iter().filter_map(|id| Some((id.clone(), standings.of(id)?))).collect())
    }
}
