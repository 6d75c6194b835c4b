//! A file put together piece by piece: its beginning, a page of records at a time, its end.

use jatak_ledger::export::SubjectStates;
use jatak_ledger::{Entry, Head};
use jatak_shared::business::Slug;
use jatak_shared::id::BusinessId;
use jatak_shared::notice::Notice;
use jatak_shared::time::Timestamp;

use super::rows::{self, Row};
use super::wanted::{Format, Wanted};
use super::{csv, ndjson};

/// A record that cannot be written as JSON or CSV. None is known, so it would be a fault of this program.
#[derive(Debug, thiserror::Error)]
#[error("a record cannot be written: {0}")]
pub struct Unwritable(String);

impl From<serde_json::Error> for Unwritable {
    fn from(error: serde_json::Error) -> Self {
        Self(error.to_string())
    }
}

impl From<::csv::Error> for Unwritable {
    fn from(error: ::csv::Error) -> Self {
        Self(error.to_string())
    }
}

/// Makes the bytes of one file.
#[derive(Clone, Debug)]
pub struct File {
    business: Slug,
    id: BusinessId,
    wanted: Wanted,
    as_of: Head,
    /// How many records were written.
    count: u64,
}

impl File {
    /// The file of what is wanted of this business, as of this end of its ledger.
    pub fn new(business: Slug, id: BusinessId, wanted: Wanted, as_of: Head) -> Self {
        Self { business, id, wanted, as_of, count: 0 }
    }

    /// What was asked for.
    pub fn wanted(&self) -> &Wanted {
        &self.wanted
    }

    /// The end of the ledger that the file is as of.
    pub fn as_of(&self) -> Head {
        self.as_of
    }

    /// The file's name.
    pub fn name(&self) -> String {
        self.wanted.file_name(&self.business, self.as_of.seq)
    }

    /// What stands before the first record.
    pub fn begin(&self) -> Result<Vec<u8>, Unwritable> {
        match self.wanted.format {
            Format::Ndjson => Ok(ndjson::header(&self.business, self.id, &self.wanted, self.as_of)?),
            Format::Csv(delimiter) => {
                let columns = rows::columns(self.wanted.kind).iter().map(|&name| name.to_owned());
                Ok([csv::BYTE_ORDER_MARK, &csv::encode(&[columns.collect()], delimiter)?].concat())
            }
        }
    }

    /// A page of events.
    pub fn events(&mut self, page: &[Entry]) -> Result<Vec<u8>, Unwritable> {
        let (business, filter) = (self.business.clone(), self.wanted.filter.clone());
        let wanted = page.iter().filter(|entry| rows::takes_event(entry, &filter));
        let rows = |entry: &&Entry| rows::event(business.as_str(), entry, &filter);
        self.write(wanted, rows, |entry| ndjson::event(entry))
    }

    /// A page of subjects.
    pub fn states(&mut self, page: &[SubjectStates]) -> Result<Vec<u8>, Unwritable> {
        let (business, filter) = (self.business.clone(), self.wanted.filter.clone());
        let standings = |subject| rows::standings(subject, &filter).map(move |(id, standing)| (subject, id, standing));
        self.write(
            page.iter().flat_map(standings),
            |(subject, id, standing)| vec![rows::standing(business.as_str(), subject, id, standing)],
            |(subject, id, standing)| ndjson::standing(subject, id, standing),
        )
    }

    /// A page of notices.
    pub fn notices(&mut self, page: &[(Timestamp, Notice)]) -> Result<Vec<u8>, Unwritable> {
        let (business, filter) = (self.business.clone(), self.wanted.filter.clone());
        let wanted = page.iter().map(|(at, notice)| (*at, notice, rows::noticed(*at, notice, &filter)));
        self.write(
            wanted.filter(|(_, _, categories)| !categories.is_empty()),
            |(at, notice, categories)| {
                categories.iter().map(|one| rows::notice(business.as_str(), *at, notice, one)).collect()
            },
            |(at, notice, _)| ndjson::notice(*at, notice),
        )
    }

    /// What stands after the last record.
    pub fn end(&self) -> Result<Vec<u8>, Unwritable> {
        match self.wanted.format {
            Format::Csv(_) => Ok(Vec::new()),
            Format::Ndjson => Ok(ndjson::trailer(self.count)?),
        }
    }

    fn write<R>(
        &mut self,
        records: impl Iterator<Item = R>,
        rows: impl Fn(&R) -> Vec<Row>,
        line: impl Fn(&R) -> Result<Vec<u8>, serde_json::Error>,
    ) -> Result<Vec<u8>, Unwritable> {
        match self.wanted.format {
            Format::Csv(delimiter) => {
                let rows: Vec<Row> = records.flat_map(|record| rows(&record)).collect();
                Ok(csv::encode(&rows, delimiter)?)
            }
            Format::Ndjson => {
                let mut bytes = Vec::new();
                for record in records {
                    bytes.extend(line(&record)?);
                    self.count += 1;
                }
                Ok(bytes)
            }
        }
    }
}
