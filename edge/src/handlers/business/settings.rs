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

/// What settings may weigh. Twenty categories worded in 13 languages at 400 characters, twenty origins of 260, five
/// reworded strings in 13 languages at 440 together and the rest come to 120,000 characters, each 6 bytes where a client
/// escapes it: 720 KB, and what is left is for names and indentation.
pub(crate) const SETTINGS_LIMIT: usize = 1024 * 1024;

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
    let notices: Result<Vec<Notice>, _> = snapshot.notices.iter().map(|json| Notice::from_json(json)).collect();
    let notices = notices.map_err(|_| {
        log::fault("snapshot", "a notice cannot be read");
        Problem::new(ProblemType::Internal)
    })?;
    let ids: BTreeMap<&str, NoticeId> = notices.iter().map(|notice| (notice.locale().code(), notice.id())).collect();
    let vkeys = json!(snapshot.vkeys);
    Ok(Map::from_iter([
        ("settings".to_owned(), snapshot.settings),
        ("notices".to_owned(), json!(ids)),
        ("sentences".to_owned(), sentences(&notices)),
        // All of them: what was handed out under an earlier epoch is checked with the key of then.
        ("vkeys".to_owned(), vkeys),
    ]))
}

/// Which edition of our sentences each notice rests on, and who has reviewed them: a business should know before it relies
/// on a language.
fn sentences(notices: &[Notice]) -> Value {
    let one = |notice: &Notice| {
        let (number, edition) = notice.edition();
        let said = json!({"edition": number, "reviewed_by": edition.reviewed_by().word()});
        (notice.locale().code().to_owned(), said)
    };
    Value::Object(notices.iter().map(one).collect())
}

fn answer(said: &Map<String, Value>) -> Outgoing {
    Outgoing::json(200, said).with("Cache-Control", "no-store")
}
