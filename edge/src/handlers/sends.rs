//! `/sends`: what became of messages that were reserved. One that nobody reports counts until its window ends.

use jatak_ledger::keys::Scope;
use jatak_ledger::sending::{AT_ONCE, Noted, Sending};
use jatak_shared::business::Slug;
use jatak_shared::id::ReservationId;
use jatak_shared::problem::Problem;
use serde_json::{Value, json};

use crate::cx::Cx;
use crate::fields::{Fields, unfit};
use crate::http::{Outgoing, Unread};

/// A reservation's id has 36 characters, the longest outcome 8.
const TEXT: usize = 64;

/// A thousand entries of some 90 bytes, and room for habits.
const LIMIT: usize = 256 * 1024;

/// Notes each by itself. Saying the same again is fine, so that a report without an answer is sent once more.
pub async fn post(cx: &Cx, slug: &Slug, request: &Unread) -> Result<Outgoing, Problem> {
    let shop = cx.shop(slug).await?;
    let ledger = cx.keyed(&shop, Scope::Write)?;
    let mut fields = Fields::json(cx, request, LIMIT).await?;
    let reports = reports(&mut fields)?;
    fields.end("")?;
    let noted = ledger.report_sends(reports.clone()).await?;
    let sends: Vec<Value> = reports.iter().zip(noted).map(|(report, noted)| told(report, noted)).collect();
    Ok(Outgoing::json(200, &json!({"sends": sends})).with("Cache-Control", "no-store"))
}

fn reports(fields: &mut Fields) -> Result<Vec<(ReservationId, Sending)>, Problem> {
    let entries = fields.objects("sends", AT_ONCE)?.unwrap_or_default();
    if entries.is_empty() {
        let rule = format!("a list of 1 to {AT_ONCE} objects, each with a `reservation` and an `outcome`");
        return Err(unfit("/sends", &rule));
    }
    let entry = |(index, mut entry): (usize, Fields)| {
        let within = format!("/sends/{index}");
        let mut text = |name: &str| entry.text(name, TEXT).ok().flatten().unwrap_or_default();
        let (reservation, outcome) = (text("reservation"), text("outcome"));
        entry.end(&within)?;
        let reservation = reservation.parse();
        let reservation = reservation
            .map_err(|_| unfit(&format!("{within}/reservation"), "must be a reservation's id, as it was given"))?;
        let outcome = match outcome.as_str() {
            "sent" => Sending::Sent,
            "released" => Sending::Released,
            _ => return Err(unfit(&format!("{within}/outcome"), "must be sent or released")),
        };
        Ok((reservation, outcome))
    };
    entries.into_iter().enumerate().map(entry).collect()
}

fn told((reservation, outcome): &(ReservationId, Sending), noted: Noted) -> Value {
    match noted {
        Noted::Noted => json!({"reservation": reservation, "outcome": outcome}),
        Noted::Unknown => json!({"reservation": reservation, "fault": "unknown"}),
        Noted::AlreadySent => json!({"reservation": reservation, "fault": "already_sent"}),
    }
}
