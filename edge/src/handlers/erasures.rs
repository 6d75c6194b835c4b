//! `/erasures`: a business erases people. The numbers stand in the body, since addresses end up in logs.
//!
//! It takes the scope `admin`. A key with `write` lies on a shop's web server to pass on what people say, and what a thief records
//! with it stands in the ledger as the business's own word; an erasure takes away for good what a business proves its consents with.

use jatak_ledger::erase::ERASED_AT_ONCE;
use jatak_ledger::keys::Scope;
use jatak_shared::business::Slug;
use jatak_shared::problem::Problem;
use jatak_shared::subject::Handle;
use serde_json::json;

use crate::cx::Cx;
use crate::fields::{Fields, unfit};
use crate::http::{Outgoing, Unread};
use crate::{named, submission};

/// A hundred numbers of 100 characters, at most 6 bytes each, and room for the rest.
const LIMIT: usize = 64 * 1024;

/// Erases people. A number or user id that is not known is passed over, so that sending the same again is harmless.
pub async fn post(cx: &Cx, slug: &Slug, request: &Unread) -> Result<Outgoing, Problem> {
    let shop = cx.shop(slug).await?;
    let ledger = cx.keyed(&shop, Scope::Admin)?;
    let mut fields = Fields::json(cx, request, LIMIT).await?;
    let people = people(&mut fields)?;
    fields.end("")?;
    let erasure = ledger.erase(people).await?;
    let answer = json!({
        "people": erasure.people,
        "events": erasure.erased.len(),
        "suppressed": erasure.suppressed,
        "staged_lines": erasure.staged,
        "recorded_as": erasure.events,
    });
    Ok(Outgoing::json(200, &answer).with("Cache-Control", "no-store"))
}

/// The people that a body names: `phones`, or `subjects`, each with a `phone` or a `user_id`, or both lists.
fn people(fields: &mut Fields) -> Result<Vec<Handle>, Problem> {
    let texts = fields.list("phones", ERASED_AT_ONCE, named::PHONE)?;
    let entries = fields.objects("subjects", ERASED_AT_ONCE)?;
    // A fault is told of the list that was sent.
    let field = if entries.is_some() { "/subjects" } else { "/phones" };
    let number = |(index, text): (usize, String)| {
        let read = jatak_phone::syntactic(&text).map(Handle::Phone);
        read.map_err(|fault| submission::unfit_number(fault, &format!("/phones/{index}")))
    };
    let entry = |(index, mut entry): (usize, Fields)| {
        let within = format!("/subjects/{index}");
        let read = named::take(&mut entry, &within)?;
        entry.end(&within)?;
        Ok(read)
    };
    let numbers = texts.into_iter().flatten().enumerate().map(number);
    let people = numbers.chain(entries.into_iter().flatten().enumerate().map(entry));
    let people: Vec<Handle> = people.collect::<Result<_, _>>()?;
    if people.is_empty() || people.len() > ERASED_AT_ONCE {
        return Err(unfit(field, &format!("1 to {ERASED_AT_ONCE} people in all, by number or by user id")));
    }
    Ok(people)
}
