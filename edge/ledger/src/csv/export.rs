//! The events as CSV, a page at a time, so that a file of any length is made in the memory of a page.

use jatak_shared::proven::Filter;

use super::events::{self, Stored};
use super::{Delimiter, Table, begin};
use crate::engine::Engine;
use crate::sql::{json, lines};
use crate::store::{Store, StoreError};

/// How many events one page holds: under 1 KB each as they are stored and a third of that as rows, so a page stays near
/// half a megabyte. It is made at one go, in which nothing else is served: some 6 ms.
const EVENTS: u64 = 480;
/// The bytes that a page begins with for each event: a row of one that was brought along has some 210, and more is found
/// where there are more rows.
const ROW: usize = 256;

/// A file of events that is being made.
#[derive(Clone, Debug)]
pub struct Export {
    as_of: u64,
    filter: Filter,
    delimiter: Delimiter,
    /// How many events a page holds.
    page: u64,
    /// Whether the header was written.
    begun: bool,
    /// The events that are left: those after the first number up to the second.
    left: (u64, u64),
}

impl Export {
    /// The number that the file is as of.
    pub fn as_of(&self) -> u64 {
        self.as_of
    }

    /// The same in pages of so many events, of one at least.
    #[must_use]
    pub fn in_pages_of(self, events: u64) -> Self {
        Self { page: events.max(1), ..self }
    }
}

impl<S: Store> Engine<S> {
    /// A file of the events that the filter takes, as of the ledger's end: what is written later is not in it.
    pub fn begin_csv(&self, filter: Filter, delimiter: Delimiter) -> Result<Export, StoreError> {
        let as_of = self.head()?.seq;
        let left = self.recorded_within(&filter, as_of)?;
        Ok(Export { as_of, filter, delimiter, page: EVENTS, begun: false, left })
    }

    /// The next rows, perhaps none, behind the header where they are the first; `None` behind the last.
    pub fn csv_page(&self, export: &mut Export) -> Result<Option<Vec<u8>>, StoreError> {
        let (after, upto) = export.left;
        if export.begun && after == upto {
            return Ok(None);
        }
        let end = upto.min(after + export.page);
        let rows = self.rows(export, after, end)?;
        export.left.0 = end;
        if core::mem::replace(&mut export.begun, true) {
            return Ok(Some(rows));
        }
        Ok(Some([begin(&events::COLUMNS, export.delimiter), rows].concat()))
    }

    /// The rows of the events after one number up to another, all of which must be there.
    fn rows(&self, export: &Export, after: u64, upto: u64) -> Result<Vec<u8>, StoreError> {
        let current = self.current()?;
        let room = usize::try_from(upto - after).unwrap_or_default() * ROW;
        let mut table = Table::with_capacity(export.delimiter, room);
        let mut through = after;
        for row in lines::stored(&self.store, after, upto)? {
            let lines = core::str::from_utf8(row.blob(0)?);
            let lines = lines.map_err(|_| StoreError::Corrupt("an event that is not UTF-8".into()))?;
            for line in lines.split('\n') {
                let event: Stored = json(line, "event")?;
                through += 1;
                if event.leaf.seq != through {
                    return Err(StoreError::Corrupt("the numbers of the events have a gap".into()));
                }
                event.add(&mut table, current.slug.as_str(), &export.filter);
            }
        }
        if through != upto {
            return Err(StoreError::Corrupt("an event is missing".into()));
        }
        Ok(table.into_bytes())
    }
}
