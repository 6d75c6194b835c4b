//! `/erasures`: a business erases people. The numbers stand in the body, since addresses end up in logs.
//!
//! It takes the scope `admin`. A key with `write` lies on a shop's web server to pass on noes, and a thief can do nothing
//! worse with it than say no; an erasure takes away for good what a business proves its consents with.

use jatak_ledger::erase::ERASED_AT_ONCE;
use jatak_ledger::keys::Scope;
use jatak_shared::business::Slug;
use jatak_shared::phone::E164;
use jatak_shared::problem::Problem;
use serde_json::json;

use crate::cx::Cx;
use crate::fields::{Fields, unfit};
use crate::http::{Outgoing, Unread};
use crate::submission;

/// As written, with any spacing. The reader of numbers has its own, tighter limit.
const PHONE: usize = 100;

/// A hundred numbers of 100 characters, at most 6 bytes each, and room for the rest.
const LIMIT: usize = 64 * 1024;

/// Erases people. A number that is not known is passed over, so that sending the same again is harmless.
pub async fn post(cx: &Cx, slug: &Slug, request: &Unread) -> Result<Outgoing, Problem> {
    let shop = cx.shop(slug).await?;
    let ledger = cx.keyed(&shop, Scope::Admin)?;
    let mut fields = Fields::json(cx, request, LIMIT).await?;
    let phones = numbers(&mut fields)?;
    fields.end("")?;
    let erasure = ledger.erase(phones).await?;
    let answer = json!({
        "people": erasure.people,
        "events": erasure.erased.len(),
        "suppressed": erasure.suppressed,
        "staged_lines": erasure.staged,
        "recorded_as": erasure.events,
    });
    Ok(Outgoing::json(200, &answer).with("Cache-Control", "no-store"))
}

/// The numbers that a body names: each any that has the form of one, with `+` or `00` in front.
fn numbers(fields: &mut Fields) -> Result<Vec<E164>, Problem> {
    let texts = fields.list("phones", ERASED_AT_ONCE, PHONE)?.unwrap_or_default();
    if texts.is_empty() {
        return Err(unfit("/phones", &format!("a list of 1 to {ERASED_AT_ONCE} numbers")));
    }
    let number = |(index, text): (usize, &String)| {
        jatak_phone::syntactic(text).map_err(|fault| submission::unfit_number(fault, &format!("/phones/{index}")))
    };
    texts.iter().enumerate().map(number).collect()
}
