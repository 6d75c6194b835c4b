//! `/v1/{business}/reviews`: messages that may be a no, for a person of the business to look at.

use jatak_ledger::keys::Scope;
use jatak_ledger::whatsapp::reviews::{Finding, REVIEWS_PAGE};
use jatak_shared::business::Slug;
use jatak_shared::id::ReviewId;
use jatak_shared::problem::{Problem, ProblemType};
use serde_json::json;

use crate::cx::Cx;
use crate::fields::{Fields, unfit};
use crate::http::{Outgoing, Unread};

/// A finding is one word.
const LIMIT: usize = 1024;

/// The messages that wait, the oldest first, a page at a time.
pub async fn list(cx: &Cx, slug: &Slug) -> Result<Outgoing, Problem> {
    let shop = cx.shop(slug).await?;
    let ledger = cx.keyed(&shop, Scope::Read)?;
    let after = cx.incoming.parameter("after").map(str::parse::<ReviewId>);
    let after = after.transpose().map_err(|rule| unfit("after", &rule.to_string()))?;
    let reviews = ledger.reviews(after).await?;
    let full = u64::try_from(reviews.len()).is_ok_and(|count| count == REVIEWS_PAGE);
    let next = reviews.last().filter(|_| full).map(|last| last.id);
    Ok(Outgoing::json(200, &json!({"reviews": reviews, "next_after": next})).with("Cache-Control", "no-store"))
}

/// What whoever looked found: `stop`, which is a no to everything from when it was written, or `nothing`.
pub async fn close(cx: &Cx, slug: &Slug, id: &str, request: &Unread) -> Result<Outgoing, Problem> {
    let shop = cx.shop(slug).await?;
    let ledger = cx.keyed(&shop, Scope::Write)?;
    let id: ReviewId = id.parse().map_err(|_| Problem::new(ProblemType::NotFound))?;
    let mut fields = Fields::json(cx, request, LIMIT).await?;
    let finding = match fields.need("finding", 10)?.as_str() {
        "stop" => Finding::Stop,
        "nothing" => Finding::Nothing,
        _ => return Err(unfit("/finding", "\"stop\" or \"nothing\"")),
    };
    fields.end("")?;
    if ledger.close_review(id, finding).await? {
        Ok(Outgoing::empty(204))
    } else {
        Err(Problem::new(ProblemType::NotFound))
    }
}
