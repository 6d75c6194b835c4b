//! A file put together piece by piece: its beginning, a page of records at a time, its end.

use jatak_ledger::Head;
use jatak_ledger::csv;
use jatak_ledger::export::{SubjectRecord, SubjectStates};
use jatak_shared::business::Slug;
use jatak_shared::id::BusinessId;
use jatak_shared::notice::Notice;
use jatak_shared::time::Timestamp;

use super::mapped::Plan;
use super::rows::{self, Row};
use super::wanted::{Filter, Format, Wanted};
use super::{jsonld, ndjson};

/// A record that cannot be written. None is known, so it would be a fault of this program.
#[derive(Debug, thiserror::Error)]
#[error("a record cannot be written: {0}")]
pub struct Unwritable(String);

impl From<serde_json::Error> for Unwritable {
    fn from(error: serde_json::Error) -> Self {
        Self(error.to_string())
    }
}

/// Makes the bytes of one file of states or notices.
#[derive(Clone, Debug)]
pub struct File {
    business: Slug,
    id: BusinessId,
    names: jsonld::Names,
    wanted: Wanted,
    as_of: Head,
    /// What a file for another system is about.
    plan: Option<Plan>,
    /// How many records were written.
    count: u64,
}

impl File {
    /// The file of what is wanted of this business, as of this end of its ledger. The edge's public address is what
    /// things are named by.
    pub fn new(public_url: &str, business: Slug, id: BusinessId, wanted: Wanted, as_of: Head) -> Self {
        let names = jsonld::Names::new(public_url, &business, id);
        Self { business, id, names, wanted, as_of, plan: None, count: 0 }
    }

    /// The same file, for another system. One of such a format is not written without.
    #[must_use]
    pub fn planned(self, plan: Option<Plan>) -> Self {
        Self { plan, ..self }
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
            Format::JsonLd => Ok(jsonld::begin(&self.names, self.as_of)?),
            // Nothing but what the other system knows.
            Format::For(_) => Ok(Vec::new()),
            Format::Csv(delimiter) => Ok(csv::begin(rows::columns(self.wanted.kind), delimiter)),
        }
    }

    /// A page of subjects with what happened to them, as nodes.
    pub fn records(&self, page: &[SubjectRecord]) -> Result<Vec<u8>, Unwritable> {
        let filter = &self.wanted.filter;
        let mut bytes = Vec::new();
        for person in page {
            let wanted = person.states.categories.iter().filter(|(category, standing)| {
                filter.takes_time(standing.since) && filter.takes_change(category, standing.state)
            });
            for (category, standing) in wanted {
                bytes.extend(jsonld::record(&self.names, person, category, standing)?);
            }
        }
        Ok(bytes)
    }

    /// A page of notices, as the nodes that records refer to: all of them, whatever is wanted of the records.
    pub fn noticed(&self, page: &[(Timestamp, Notice)]) -> Result<Vec<u8>, Unwritable> {
        let mut bytes = Vec::new();
        for (at, notice) in page {
            let categories: Vec<_> = notice.categories().iter().collect();
            bytes.extend(jsonld::notice(&self.names, *at, notice, &categories)?);
        }
        Ok(bytes)
    }

    /// A page of subjects.
    pub fn states(&mut self, page: &[SubjectStates]) -> Result<Vec<u8>, Unwritable> {
        if let Some(plan) = &self.plan {
            return Ok(mapped(plan, page, &self.wanted.filter)?);
        }
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
            Format::Csv(_) | Format::For(_) => Ok(Vec::new()),
            Format::Ndjson => Ok(ndjson::trailer(self.count)?),
            Format::JsonLd => Ok(jsonld::end()),
        }
    }

    fn write<R>(
        &mut self,
        records: impl Iterator<Item = R>,
        rows: impl Fn(&R) -> Vec<Row>,
        line: impl Fn(&R) -> Result<Vec<u8>, serde_json::Error>,
    ) -> Result<Vec<u8>, Unwritable> {
        match self.wanted.format {
            Format::Csv(delimiter) => Ok(csv::encode(records.flat_map(|record| rows(&record)), delimiter)),
            Format::Ndjson => {
                let mut bytes = Vec::new();
                for record in records {
                    bytes.extend(line(&record)?);
                    self.count += 1;
                }
                Ok(bytes)
            }
            Format::JsonLd | Format::For(_) => Err(Unwritable("neither rows nor lines".into())),
        }
    }
}

/// A page of subjects, in another system's shape.
fn mapped(plan: &Plan, page: &[SubjectStates], filter: &Filter) -> Result<Vec<u8>, serde_json::Error> {
    let mut bytes = Vec::new();
    for person in page {
        bytes.extend(plan.line(person, filter)?.unwrap_or_default());
    }
    Ok(bytes)
}
