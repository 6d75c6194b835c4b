//! Reading the ledger for a file of states or notices: page by page, as of one number, so that what is written meanwhile stays out.

use futures_util::StreamExt;
use futures_util::stream::{self, LocalBoxStream};
use jatak_ledger::export::NOTICES_A_PAGE;
use jatak_shared::id::SubjectId;
use jatak_shared::notice::Notice;
use jatak_shared::problem::{Problem, ProblemType};
use jatak_shared::time::Timestamp;

use super::file::File;
use super::wanted::{Format, Kind};
use crate::client::Ledger;
use crate::log;

/// A file that is being made.
pub struct Reader {
    ledger: Ledger,
    file: File,
    next: Next,
}

/// Where the next page begins.
enum Next {
    /// After this subject.
    States(Option<SubjectId>),
    /// After this subject, with what happened to each.
    Records(Option<SubjectId>),
    /// After so many notices.
    Notices(u64),
    /// After so many notices, which records follow that refer to them.
    Noticed(u64),
    /// Nowhere: only the end of the file is left.
    End,
    /// Nothing is left.
    Nothing,
}

impl Reader {
    /// Begins a file whose first bytes are returned, the first page among them: whatever is wrong with the call is
    /// known before an answer begins.
    pub async fn begin(ledger: Ledger, file: File) -> Result<(Vec<u8>, Self), Problem> {
        let next = match file.wanted().kind {
            Kind::Events => return Err(fault(&"events come from the ledger itself")),
            Kind::State if file.wanted().format == Format::JsonLd => Next::Noticed(0),
            Kind::State => Next::States(None),
            Kind::Notices => Next::Notices(0),
        };
        let mut bytes = file.begin().map_err(|error| fault(&error))?;
        let mut reader = Self { ledger, file, next };
        bytes.extend(reader.page().await?);
        Ok((bytes, reader))
    }

    /// All bytes of the file, after `begun`. Where reading fails the stream ends with an error, so that the answer is
    /// cut off and never looks whole.
    pub fn stream(self, begun: Vec<u8>) -> LocalBoxStream<'static, Result<Vec<u8>, worker::Error>> {
        let rest = stream::try_unfold(self, |mut reader| async move {
            while !matches!(reader.next, Next::Nothing) {
                let page = reader.page().await.map_err(|problem| {
                    log::fault("export_cut", problem.kind.code());
                    worker::Error::RustError(problem.kind.code().to_owned())
                })?;
                // A page of which nothing was wanted; an empty piece would say nothing either.
                if !page.is_empty() {
                    return Ok(Some((page, reader)));
                }
            }
            Ok(None)
        });
        stream::iter([Ok(begun)]).chain(rest).boxed_local()
    }

    /// The next page, or the end of the file.
    async fn page(&mut self) -> Result<Vec<u8>, Problem> {
        let upto = self.file.as_of().seq;
        match self.next {
            Next::States(after) => {
                let (page, next) = self.ledger.states(after, upto).await?;
                self.next = next.map_or(Next::End, |next| Next::States(Some(next)));
                self.file.states(&page).map_err(|error| fault(&error))
            }
            Next::Records(after) => {
                let (page, next) = self.ledger.records(after, upto).await?;
                self.next = next.map_or(Next::End, |next| Next::Records(Some(next)));
                self.file.records(&page).map_err(|error| fault(&error))
            }
            Next::Notices(skip) => {
                let (page, next) = self.notices(skip).await?;
                self.next = next.map_or(Next::End, Next::Notices);
                self.file.notices(&page).map_err(|error| fault(&error))
            }
            Next::Noticed(skip) => {
                let (page, next) = self.notices(skip).await?;
                self.next = next.map_or(Next::Records(None), Next::Noticed);
                self.file.noticed(&page).map_err(|error| fault(&error))
            }
            Next::End => {
                self.next = Next::Nothing;
                self.file.end().map_err(|error| fault(&error))
            }
            Next::Nothing => Ok(Vec::new()),
        }
    }

    /// A page of notices after the first so many, and after how many the next one begins.
    async fn notices(&self, skip: u64) -> Result<(Vec<(Timestamp, Notice)>, Option<u64>), Problem> {
        let page = self.ledger.notices(skip).await?;
        let read = page.len() as u64;
        let page = published(page, self.file.as_of().recorded_at)?;
        let more = page.len() as u64 == read && read == NOTICES_A_PAGE;
        Ok((page, more.then_some(skip + read)))
    }
}

/// The notices of a page, those left out that were published after `as_of`. They stand in the order of publishing.
fn published(page: Vec<(Timestamp, String)>, as_of: Timestamp) -> Result<Vec<(Timestamp, Notice)>, Problem> {
    let page = page.into_iter().take_while(|(at, _)| *at <= as_of);
    let read = |(at, json): (Timestamp, String)| match Notice::from_json(&json) {
        Ok(notice) => Ok((at, notice)),
        Err(_) => Err(fault(&"a notice cannot be read")),
    };
    page.map(read).collect()
}

/// A fault of ours: logged with its text, which names no record, answered without.
fn fault(error: &impl ToString) -> Problem {
    log::fault("export", &error.to_string());
    Problem::new(ProblemType::Internal)
}
