//! `/v1/businesses/{business}/epochs`: the operator lets a log begin anew that a backup was put under.

use jatak_shared::business::Slug;
use jatak_shared::epoch::REASON;
use jatak_shared::problem::{Problem, ProblemType};
use jatak_shared::text::line;

use crate::client::{Directory, Ledger};
use crate::cx::Cx;
use crate::fields::{Fields, unfit};
use crate::http::{Outgoing, Unread};

/// A reason of 500 characters, each 6 bytes where a client escapes it, and as much again for habits.
const LIMIT: usize = 6 * 1024;

/// Opens an epoch, where the log is closed.
pub async fn open(cx: &Cx, slug: &Slug, request: &Unread) -> Result<Outgoing, Problem> {
    cx.operator()?;
    let mut fields = Fields::json(cx, request, LIMIT).await?;
    let reason = fields.text("reason", REASON)?;
    let reason = reason.ok_or_else(|| unfit("/reason", "must be there: it goes on record for ever"))?;
    let reason = line(&reason, REASON).map_err(|rule| unfit("/reason", &rule.to_string()))?;
    fields.end("")?;
    let found = Directory::new(&cx.env).find(slug).await?;
    let found = found.ok_or_else(|| Problem::new(ProblemType::BusinessUnknown))?;
    match Ledger::new(&cx.env, found.id).open_epoch(reason).await? {
        Ok(opened) => Ok(Outgoing::json(201, &opened).with("Cache-Control", "no-store")),
        Err(fault) => Err(Problem::new(ProblemType::EpochRefused).detail(fault.to_string())),
    }
}
