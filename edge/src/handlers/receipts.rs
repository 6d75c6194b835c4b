//! Receipts as files to keep: an event with what it says, and the proof that it is in the log.

use jatak_ledger::keys::Scope;
use jatak_ledger::proven::Audience;
use jatak_shared::business::Slug;
use jatak_shared::id::EventId;
use jatak_shared::problem::{Problem, ProblemType};
use jatak_shared::proven::ReceiptFile;
use jatak_shared::token::Token;

use crate::cx::Cx;
use crate::http::Outgoing;

/// The receipt of the submission that this link names, as whoever submitted may see it. A choices link names none.
pub async fn by_link(cx: &Cx, slug: &Slug, token: &str) -> Result<Outgoing, Problem> {
    let shop = cx.shop(slug).await?;
    let Some(Token::Receipt(event)) = shop.open_token(token) else { return Err(nothing()) };
    let file = cx.ledger(&shop).receipt_file(event, Audience::Holder).await?;
    file.map(|file| answer(slug, &file)).ok_or_else(nothing)
}

/// The receipt of any event, for the business.
pub async fn by_event(cx: &Cx, slug: &Slug, event: &str) -> Result<Outgoing, Problem> {
    let shop = cx.shop(slug).await?;
    let ledger = cx.keyed(&shop, Scope::Read)?;
    let event: EventId = event.parse().map_err(|_| nothing())?;
    let file = ledger.receipt_file(event, Audience::Subject).await?;
    file.map(|file| answer(slug, &file)).ok_or_else(nothing)
}

/// Named after the event's number and not after anything of the person: file names end up in places that contents do not.
fn answer(slug: &Slug, file: &ReceiptFile) -> Outgoing {
    let name = format!("{slug}-receipt-{}.json", file.leaf.seq);
    Outgoing::json(200, file)
        .with("Content-Disposition", format!("attachment; filename=\"{name}\""))
        .with("Cache-Control", "no-store")
        .with("X-Content-Type-Options", "nosniff")
}

/// Forged, unknown and erased look the same.
fn nothing() -> Problem {
    Problem::new(ProblemType::NotFound)
}
