//! What is told of an import, line by line: before the commit what would come of it now, after it what did.

use std::collections::BTreeMap;

use jatak_shared::decide::Listed;
use jatak_shared::id::ImportId;
use jatak_shared::time::Timestamp;
use serde::{Deserialize, Serialize};

use super::commit::Deciding;
use super::{Content, Import};
use crate::engine::Engine;
use crate::sql::imports::{self, Kept};
use crate::store::{Store, StoreError};

/// A page of an import's report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// The import.
    pub import: Import,
    /// What is not imported, in the order of the lines. A line that is not listed is imported whole.
    pub listed: Vec<Listed>,
    /// After which line the next page goes on; `None` where this is the last.
    pub next: Option<u64>,
}

/// How many chunks one page looks through at most: a few thousand lines, decided in a tenth of a second.
const CHUNKS_A_PAGE: usize = 4;

impl<S: Store> Engine<S> {
    /// The report of an import from the first line after number `after`: about `limit` entries, as a line's own are never
    /// parted. A page may be empty and not the last.
    ///
    /// Before the commit it is decided against what stands now; a number that stands on two lines of one chunk is told so,
    /// on two lines further apart it is only found at the commit.
    pub fn import_report(
        &self,
        id: ImportId,
        after: u64,
        limit: usize,
        now: Timestamp,
    ) -> Result<Option<Report>, StoreError> {
        let Some(import) = self.find_import(id, now)? else { return Ok(None) };
        let (mut through, mut listed) = (after, Vec::new());
        for _ in 0..CHUNKS_A_PAGE {
            let Some(chunk) = imports::chunk_after(&self.store, id, through)? else {
                return Ok(Some(Report { import, listed, next: None }));
            };
            let last_line = chunk.last_line;
            for one in self.told(&import, chunk, now)?.into_iter().filter(|one| one.line > after) {
                if listed.len() >= limit && listed.last().is_some_and(|last: &Listed| last.line != one.line) {
                    let next = listed.last().map(|last| last.line);
                    return Ok(Some(Report { import, listed, next }));
                }
                listed.push(one);
            }
            through = last_line;
        }
        let more = imports::chunk_after(&self.store, id, through)?.is_some();
        Ok(Some(Report { import, listed, next: more.then_some(through) }))
    }

    fn told(&self, import: &Import, chunk: Kept, now: Timestamp) -> Result<Vec<Listed>, StoreError> {
        if let Some(report) = chunk.report {
            return serde_json::from_str(&report).map_err(|error| StoreError::Corrupt(format!("report: {error}")));
        }
        let lines = chunk.staged.unwrap_or_default();
        let current = self.current()?;
        let deciding = Deciding { current: &current, parameters: &import.parameters, now };
        // New people get an id that is thrown away with them: nothing is written here.
        let mut people = self.people(&lines, &mut Unused)?;
        let mut listed = Vec::new();
        let mut named: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (number, content) in lines {
            let (fact, told) = deciding.decide(number, &content, &mut people)?;
            listed.extend(told);
            let (Some(fact), Content::Line(line)) = (fact, &content) else { continue };
            let before = named.entry(line.phone.clone()).or_default();
            for change in fact.categories {
                if before.contains(&change.id) {
                    listed.push(Listed::repeated(number, change.id));
                } else {
                    before.push(change.id);
                }
            }
        }
        Ok(listed)
    }
}

/// Where nothing that is drawn is kept.
struct Unused;

impl jatak_shared::random::Random for Unused {
    fn fill(&mut self, bytes: &mut [u8]) {
        bytes.fill(0);
    }
}
