//! Which business a WhatsApp account is, for an app that hears for many; and what came to it that is nobody's.

use core::cell::RefCell;
use std::collections::{BTreeMap, HashMap};

use jatak_ledger::directory::Listing;
use jatak_shared::id::BusinessId;
use jatak_shared::problem::Problem;

use crate::client::Directory;
use crate::cx::Cx;
use crate::rim;

/// How long it is remembered whose an account is, or that it is nobody's.
const FRESH_MILLIS: i64 = 30_000;

/// How many accounts an isolate remembers: 100 bytes each.
const REMEMBERED: usize = 2_000;

thread_local! {
    static BOUND: RefCell<HashMap<String, (i64, Option<BusinessId>)>> = RefCell::default();
}

/// The business of an account, as it is remembered; `None` where the operator bound it to nobody.
pub async fn bound(cx: &Cx, waba: &str) -> Result<Option<BusinessId>, Problem> {
    let now = rim::now().millis();
    let held = BOUND.with_borrow(|bound| bound.get(waba).copied());
    if let Some((at, business)) = held
        && (0..FRESH_MILLIS).contains(&(now - at))
    {
        return Ok(business);
    }
    bound_now(cx, waba).await
}

/// The business of an account as the directory has it. Ask this before something that somebody said is dropped or handed to
/// anybody: the operator may have bound the account by another isolate, and Meta sends nothing twice that was taken.
pub async fn bound_now(cx: &Cx, waba: &str) -> Result<Option<BusinessId>, Problem> {
    let now = rim::now().millis();
    let line = Directory::new(&cx.env).bound(waba.to_owned()).await?;
    let business = line.filter(|line| line.listing == Listing::Listed).map(|line| line.id);
    BOUND.with_borrow_mut(|bound| {
        if bound.len() >= REMEMBERED {
            bound.clear();
        }
        bound.insert(waba.to_owned(), (now, business));
    });
    Ok(business)
}

/// Forgets whose accounts are, after a change.
pub fn forget() {
    BOUND.with_borrow_mut(HashMap::clear);
}

/// Counts what came to the app and is nobody's.
pub async fn count(cx: &Cx, counts: &[(&str, u64)]) -> Result<(), Problem> {
    let counts: BTreeMap<String, u64> =
        counts.iter().filter(|(_, count)| *count > 0).map(|(word, count)| ((*word).to_owned(), *count)).collect();
    Directory::new(&cx.env).count(counts).await
}
