//! Files of events: streamed by the object itself, where the ledger is, so that they pass the worker as they are and
//! nothing is packed into answers and out of them again.

use core::time::Duration;
use std::rc::Rc;

use futures_util::StreamExt;
use futures_util::stream;
use jatak_ledger::csv::Delimiter;
use jatak_ledger::csv::export::Export as Csv;
use jatak_ledger::store::StoreError;
use jatak_ledger::{Engine, bundle};
use jatak_shared::proven::Filter;
use worker::{Delay, Error, Response, ResponseBuilder};

use super::heads::HEADS_SILENT;
use super::{Inner, allowed, done};
use crate::calls::{AS_OF, KeyCheck, Reply};
use crate::log;
use crate::store::DurableStore;

/// A stream, or what is wrong with the call; a stream that fails later ends with an error and never looks whole.
type Begun = Result<Result<Response, Reply>, StoreError>;

/// A file that is being made.
enum File {
    /// Lines with proof.
    Bundle(bundle::Export),
    /// Rows.
    Csv(Csv),
}

impl File {
    /// The number that it is as of.
    fn as_of(&self) -> u64 {
        match self {
            Self::Bundle(export) => export.size(),
            Self::Csv(export) => export.as_of(),
        }
    }

    /// The next bytes, perhaps none; `None` behind the last.
    fn page(&mut self, engine: &Engine<DurableStore>) -> Result<Option<Vec<u8>>, StoreError> {
        match self {
            Self::Bundle(export) => Ok(engine.export_page(export)?.map(String::into_bytes)),
            Self::Csv(export) => engine.csv_page(export),
        }
    }
}

impl Inner {
    /// Streams the export with proof of what the last signed head covers, or goes on with one that was cut off.
    pub(super) async fn bundle(self: Rc<Self>, key: Option<KeyCheck>, resume: Option<&str>, filter: Filter) -> Begun {
        let Some(engine) = self.engine().await? else { return Ok(Err(Reply::Unfounded)) };
        if let Some(refused) = self.refused(key.as_ref()).await? {
            return Ok(Err(refused));
        }
        if !self.is_released(&engine).await? {
            return Ok(Err(HEADS_SILENT));
        }
        if engine.fork().is_some() {
            return Ok(Err(Reply::LogClosed));
        }
        self.publish(&engine).await?;
        let export = match resume {
            None => match engine.signed_head()? {
                Some(head) => engine.begin_export(head.size, filter)?,
                None => return Ok(Err(Reply::LogClosed)),
            },
            Some(point) => match point.parse() {
                Ok(point) => engine.resume_export(point, filter)?,
                Err(_) => None,
            },
        };
        match export {
            Some(export) => self.stream(key, File::Bundle(export)).await,
            None => Ok(Err(done(&()))),
        }
    }

    /// Streams the events as CSV, signed or not.
    pub(super) async fn csv(self: Rc<Self>, key: Option<KeyCheck>, delimiter: Delimiter, filter: Filter) -> Begun {
        let Some(engine) = self.engine().await? else { return Ok(Err(Reply::Unfounded)) };
        if let Some(refused) = self.refused(key.as_ref()).await? {
            return Ok(Err(refused));
        }
        let export = engine.begin_csv(filter, delimiter)?;
        self.stream(key, File::Csv(export)).await
    }

    /// The file as an answer, its first page made before there is one.
    async fn stream(self: Rc<Self>, key: Option<KeyCheck>, mut file: File) -> Begun {
        let as_of = file.as_of();
        let begun = self.page(&mut file, key.as_ref()).await?.unwrap_or_default();
        let rest = stream::try_unfold((self, file, key), |(inner, mut file, key)| async move {
            loop {
                match inner.page(&mut file, key.as_ref()).await {
                    // A page in which nothing was wanted says nothing either. Where many are so, others come in between.
                    Ok(Some(page)) if page.is_empty() => Delay::from(Duration::ZERO).await,
                    Ok(Some(page)) => return Ok(Some((page, (inner, file, key)))),
                    Ok(None) => return Ok(None),
                    Err(error) => {
                        log::fault("export_cut", &error.to_string());
                        return Err(Error::RustError("export_cut".to_owned()));
                    }
                }
            }
        });
        let bytes = stream::iter([Ok(begun)]).chain(rest);
        let builder = ResponseBuilder::new().with_header(AS_OF, &as_of.to_string());
        let answer = builder.and_then(|builder| builder.from_stream(bytes));
        answer.map(Ok).map_err(|error| StoreError::Failed(error.to_string()))
    }

    /// The next bytes; the key is asked again each time, since a revoked one opens nothing from then on.
    async fn page(&self, file: &mut File, key: Option<&KeyCheck>) -> Result<Option<Vec<u8>>, StoreError> {
        if self.refused(key).await?.is_some() {
            return Err(StoreError::Failed("the key was revoked".into()));
        }
        let gone = || StoreError::Failed("the business was deleted".into());
        let engine = self.engine().await?.ok_or_else(gone)?;
        if let File::Bundle(export) = file
            && export.needs_a_later_head()
        {
            self.publish(&engine).await?;
        }
        file.page(&engine)
    }

    async fn refused(&self, key: Option<&KeyCheck>) -> Result<Option<Reply>, StoreError> {
        let Some(engine) = self.engine().await? else { return Ok(Some(Reply::Unfounded)) };
        Ok(match key {
            None => None,
            Some(check) => allowed(&engine, check)?.err(),
        })
    }
}
