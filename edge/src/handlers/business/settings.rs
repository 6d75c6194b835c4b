//! `/v1/{business}`: what a business says about itself and asks.

use std::collections::BTreeMap;

use jatak_ledger::keys::Scope;
use jatak_shared::business::Slug;
use jatak_shared::id::NoticeId;
use jatak_shared::notice::Notice;
use jatak_shared::problem::{Problem, ProblemType};
use serde_json::{Map, Value, json};

use crate::calls::Snapshot;
use crate::cx::Cx;
use crate::fields::Fields;
use crate::http::{Outgoing, Unread};
use crate::{log, shop};

/// What settings may weigh. Twenty categories worded in two languages at 400 characters, twenty origins of 260, five
/// reworded strings in two languages and the rest come to 30,000 characters, each 6 bytes where a client escapes it:
/// 180 KB, and as much again as is left for indentation.
pub(crate) const SETTINGS_LIMIT: usize = 256 * 1024;

/// The settings and the notices shown.
pub async fn settings(cx: &Cx, slug: &Slug) -> Result<Outgoing, Problem> {
    let shop = cx.shop(slug).await?;
    // Asked of the ledger and not taken from the snapshot held here: the key is checked there, and what was just put
    // is what is read.
    let snapshot = cx.keyed(&shop, Scope::Read)?.snapshot().await?;
    Ok(answer(&told(snapshot)?))
}

/// Puts settings in the place of those before. The same ones again change nothing and publish nothing.
pub async fn put_settings(cx: &Cx, slug: &Slug, request: &Unread) -> Result<Outgoing, Problem> {
    let shop = cx.shop(slug).await?;
    let ledger = cx.keyed(&shop, Scope::Admin)?;
    let sent = Fields::value(cx, request, SETTINGS_LIMIT).await?;
    let changed = ledger.change_settings(sent).await?;
    shop::forget(slug);
    // The change is durable; what it led to may be read without the scope for reading.
    let mut said = told(cx.ledger(&shop).snapshot().await?)?;
    said.insert("changed".into(), changed.into());
    Ok(answer(&said))
}

fn told(snapshot: Snapshot) -> Result<Map<String, Value>, Problem> {
    let notices: Option<BTreeMap<&str, NoticeId>> = snapshot.notices.iter().map(|json| shown(json)).collect();
    let notices = notices.ok_or_else(|| {
        log::fault("snapshot", "a notice cannot be read");
        Problem::new(ProblemType::Internal)
    })?;
    let vkeys = json!(snapshot.vkeys);
    Ok(Map::from_iter([
        ("settings".to_owned(), snapshot.settings),
        ("notices".to_owned(), json!(notices)),
        // All of them: what was handed out under an earlier epoch is checked with the key of then.
        ("vkeys".to_owned(), vkeys),
    ]))
}

fn shown(json: &str) -> Option<(&'static str, NoticeId)> {
    let notice = Notice::from_json(json).ok()?;
    Some((notice.locale().code(), notice.id()))
}

fn answer(said: &Map<String, Value>) -> Outgoing {
    Outgoing::json(200, said).with("Cache-Control", "no-store")
}
