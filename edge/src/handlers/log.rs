//! `/v1/{business}/log/…`: the transparency log in the form of C2SP tlog-tiles, and its key.

use data_encoding::BASE64;
use jatak_ledger::keys::Scope;
use jatak_shared::business::{LogAccess, Slug};
use jatak_shared::log::{Tile, TileKind};
use jatak_shared::problem::{Problem, ProblemType};

use crate::client::Ledger;
use crate::cx::Cx;
use crate::http::Outgoing;
use crate::shop::Shop;

/// The media type that C2SP tlog-tiles gives to tiles.
const TILE: &str = "application/octet-stream";

/// The last signed head.
pub async fn checkpoint(cx: &Cx, slug: &Slug) -> Result<Outgoing, Problem> {
    let shop = cx.shop(slug).await?;
    let (ledger, public) = reader(cx, &shop, false)?;
    // Founding is an event and signed, so a log without a head is one that is closed.
    let note = ledger.checkpoint().await?.ok_or_else(|| Problem::new(ProblemType::LogClosed))?;
    // Short: a monitor that asks twice wants to see what came between.
    let cache = if public { "public, max-age=5" } else { "no-store" };
    Ok(told(Outgoing::text(200, "text/plain; charset=utf-8", note)).with("Cache-Control", cache))
}

/// The log's key. Never secret: without it nobody can check anything.
pub async fn vkey(cx: &Cx, slug: &Slug) -> Result<Outgoing, Problem> {
    let shop = cx.shop(slug).await?;
    let vkey = cx.ledger(&shop).vkey().await? + "\n";
    Ok(told(Outgoing::text(200, "text/plain; charset=utf-8", vkey)).with("Cache-Control", "public, max-age=300"))
}

/// A tile. It never changes while the log goes on, a partial one as little as a full one; a log that was begun anew over a
/// backup has the same paths, so what is kept of a tile is asked for again after an hour.
pub async fn tile(cx: &Cx, slug: &Slug, path: &str) -> Result<Outgoing, Problem> {
    let missing = || Problem::new(ProblemType::NotFound);
    let tile: Tile = path.parse().map_err(|_| missing())?;
    let shop = cx.shop(slug).await?;
    let (ledger, public) = reader(cx, &shop, tile.kind() == TileKind::Entries)?;
    let bytes = ledger.tile(tile.to_string()).await?.ok_or_else(missing)?;
    let bytes = BASE64.decode(bytes.as_bytes()).map_err(|_| Problem::new(ProblemType::Internal))?;
    let cache = if public { "public, max-age=3600" } else { "private, max-age=3600" };
    Ok(told(Outgoing::empty(200).with("Content-Type", TILE).body(bytes)).with("Cache-Control", cache))
}

/// Who may read: anyone, where the business says so, since the size of a log tells how much a shop sells; entries are for
/// its keys only in any case.
pub(super) fn reader(cx: &Cx, shop: &Shop, entries: bool) -> Result<(Ledger, bool), Problem> {
    let public = shop.settings.log() == LogAccess::Public && !entries;
    if public { Ok((cx.ledger(shop), true)) } else { Ok((cx.keyed(shop, Scope::Read)?, false)) }
}

pub(super) fn told(answer: Outgoing) -> Outgoing {
    answer.with("X-Content-Type-Options", "nosniff")
}
