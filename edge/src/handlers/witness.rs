//! `/v1/{business}/log/cosigned`: the last head that witnesses cosigned, with their lines.

use jatak_shared::business::Slug;
use jatak_shared::problem::{Problem, ProblemType};

use super::log::{reader, told};
use crate::cx::Cx;
use crate::http::Outgoing;

/// The head with the most cosignatures. It may be some minutes older than the checkpoint, which does not wait for anyone.
pub async fn cosigned(cx: &Cx, slug: &Slug) -> Result<Outgoing, Problem> {
    let shop = cx.shop(slug).await?;
    let (ledger, public) = reader(cx, &shop, false)?;
    let note = ledger.cosigned().await?.ok_or_else(|| Problem::new(ProblemType::NotFound))?;
    let cache = if public { "public, max-age=5" } else { "no-store" };
    Ok(told(Outgoing::text(200, "text/plain; charset=utf-8", note)).with("Cache-Control", cache))
}
