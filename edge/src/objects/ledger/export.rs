//! The export with proof: streamed by the object itself, where the ledger is, so that its lines pass the worker as they
//! are and nothing is packed into answers and out of them again.

use std::rc::Rc;

use futures_util::StreamExt;
use futures_util::stream;
use jatak_ledger::bundle::Export;
use jatak_ledger::store::StoreError;
use jatak_shared::proven::Filter;
use worker::{Error, Response, ResponseBuilder, Result};

use super::heads::HEADS_SILENT;
use super::{Inner, allowed, done};
use crate::calls::{AS_OF, KeyCheck, LINES, Reply};
use crate::log;

impl Inner {
    /// Streams an export of what the last signed head covers, or goes on with one that was cut off. Whatever is wrong with
    /// the call is a [`Reply`]; a stream that fails later ends with an error and never looks whole.
    pub(super) async fn export(
        self: Rc<Self>,
        key: Option<KeyCheck>,
        resume: Option<&str>,
        filter: Filter,
    ) -> core::result::Result<core::result::Result<Response, Reply>, StoreError> {
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
        let Some(mut export) = export else { return Ok(Err(done(&()))) };
        let size = export.size();
        let begun = self.page(&mut export, key.as_ref()).await?.unwrap_or_default();
        let rest = stream::try_unfold((self, export, key), |(inner, mut export, key)| async move {
            loop {
                match inner.page(&mut export, key.as_ref()).await {
                    // A page in which nothing was wanted says nothing either.
                    Ok(Some(page)) if page.is_empty() => {}
                    Ok(Some(page)) => return Ok(Some((page.into_bytes(), (inner, export, key)))),
                    Ok(None) => return Ok(None),
                    Err(error) => {
                        log::fault("export_cut", &error.to_string());
                        return Err(Error::RustError("export_cut".to_owned()));
                    }
                }
            }
        });
        let bytes = stream::iter([Ok(begun.into_bytes())]).chain(rest);
        let answer = || -> Result<Response> {
            ResponseBuilder::new()
                .with_header("Content-Type", LINES)?
                .with_header(AS_OF, &size.to_string())?
                .from_stream(bytes)
        };
        answer().map(Ok).map_err(|error| StoreError::Failed(error.to_string()))
    }

    /// The next lines; the key is asked again each time, since a revoked one opens nothing from then on.
    async fn page(
        &self,
        export: &mut Export,
        key: Option<&KeyCheck>,
    ) -> core::result::Result<Option<String>, StoreError> {
        if self.refused(key).await?.is_some() {
            return Err(StoreError::Failed("the key was revoked".into()));
        }
        let gone = || StoreError::Failed("the business was deleted".into());
        let engine = self.engine().await?.ok_or_else(gone)?;
        if export.needs_a_later_head() {
            self.publish(&engine).await?;
        }
        engine.export_page(export)
    }

    async fn refused(&self, key: Option<&KeyCheck>) -> core::result::Result<Option<Reply>, StoreError> {
        let Some(engine) = self.engine().await? else { return Ok(Some(Reply::Unfounded)) };
        Ok(match key {
            None => None,
            Some(check) => allowed(&engine, check)?.err(),
        })
    }
}
