//! `GET /v1/{business}/export` and `/events`: everything a business holds of its consents, as a file and as a feed.

use jatak_ledger::export::EVENTS_A_PAGE;
use jatak_ledger::keys::Scope;
use jatak_ledger::told::told;
use jatak_shared::business::{Settings, Slug};
use jatak_shared::problem::{Problem, ProblemType};
use serde_json::{Value, json};
use worker::ResponseBody;

use crate::calls::AS_OF;
use crate::client::Ledger;
use crate::cx::Cx;
use crate::export::file::File;
use crate::export::mapped::Plan;
use crate::export::reader::Reader;
use crate::export::wanted::{Delimiter, Format, Kind, Wanted};
use crate::fields::unfit;
use crate::http::{Body, Outgoing};
use crate::log;

/// How many events the feed gives where nobody says: at about 1 KB each, an answer of 100 KB.
const EVENTS: u64 = 100;

/// The largest number that JSON carries to every client unharmed (RFC 8259 section 6): 2^53 - 1.
const LARGEST: u64 = (1 << 53) - 1;

/// Streams a file, as of the ledger's end when it began.
pub async fn stream(cx: &Cx, slug: &Slug) -> Result<Outgoing, Problem> {
    let shop = cx.shop(slug).await?;
    let ledger = cx.keyed(&shop, Scope::Read)?;
    let wanted = Wanted::read(&cx.incoming.query)?;
    if wanted.proven() {
        return proven(&ledger, slug, &wanted).await;
    }
    if let (Kind::Events, Format::Csv(delimiter)) = (wanted.kind, wanted.format) {
        return rows(&ledger, slug, &wanted, delimiter).await;
    }
    let as_of = ledger.head().await?;
    let plan = plan(&ledger, &wanted).await?;
    let file = File::new(&cx.config.public_url, slug.clone(), shop.id, wanted, as_of).planned(plan);
    let content_type = file.wanted().format.content_type();
    let name = file.name();
    let (begun, reader) = Reader::begin(ledger, file).await?;
    Ok(attachment(&name, content_type, as_of.seq, Body::Stream(reader.stream(begun))))
}

/// What a file for another system is about, by the settings as they are in the ledger: the snapshot held here may lack a
/// category that was just added, and without it a yes to the others would look like one to all.
async fn plan(ledger: &Ledger, wanted: &Wanted) -> Result<Option<Plan>, Problem> {
    let Format::For(target) = wanted.format else { return Ok(None) };
    let settings = Settings::parse(&ledger.snapshot().await?.settings).map_err(|_| {
        log::fault("snapshot", "settings cannot be read");
        Problem::new(ProblemType::Internal)
    })?;
    let asked = settings.categories().iter().map(|category| (category.id().clone(), category.class()));
    let plan = Plan::new(target, wanted.sender.clone(), wanted.filter.category.as_ref(), asked.collect());
    plan.map(Some).map_err(|rule| unfit("category", &rule.to_string()))
}

/// Streams the export with proof, which the ledger's object makes. It is as of the last signed head, which covers
/// everything that was answered before.
async fn proven(ledger: &Ledger, slug: &Slug, wanted: &Wanted) -> Result<Outgoing, Problem> {
    let resume = wanted.resume.as_ref().map(ToString::to_string);
    let begun = ledger.export(resume, wanted.filter.clone()).await?;
    let (as_of, body) = begun.ok_or_else(|| unfit("resume", "must be of an export of this business"))?;
    Ok(passed(slug, wanted, as_of, body))
}

/// Streams the events as rows, which the ledger's object makes too, as of the last event, signed or not.
async fn rows(ledger: &Ledger, slug: &Slug, wanted: &Wanted, delimiter: Delimiter) -> Result<Outgoing, Problem> {
    let (as_of, body) = ledger.csv(delimiter, wanted.filter.clone()).await?;
    Ok(passed(slug, wanted, as_of, body))
}

fn passed(slug: &Slug, wanted: &Wanted, as_of: u64, body: ResponseBody) -> Outgoing {
    attachment(&wanted.file_name(slug, as_of), wanted.format.content_type(), as_of, Body::Passed(body))
}

fn attachment(name: &str, content_type: &'static str, as_of: u64, body: Body) -> Outgoing {
    let answer = Outgoing::empty(200)
        .with("Content-Type", content_type)
        .with("Content-Disposition", format!("attachment; filename=\"{name}\""))
        .with(AS_OF, as_of.to_string())
        .with("Cache-Control", "no-store")
        .with("X-Content-Type-Options", "nosniff");
    Outgoing { body, ..answer }
}

/// One page of the feed.
pub async fn events(cx: &Cx, slug: &Slug) -> Result<Outgoing, Problem> {
    let shop = cx.shop(slug).await?;
    let ledger = cx.keyed(&shop, Scope::Read)?;
    let after = number(cx, "after", 0..=LARGEST)?.unwrap_or(0);
    let limit = number(cx, "limit", 1..=EVENTS_A_PAGE)?.unwrap_or(EVENTS);
    let head = ledger.head().await?.seq;
    let page = ledger.events(after, head, limit).await?;
    let next = page.last().map(|entry| entry.leaf.seq).filter(|last| *last < head);
    let events: Vec<Value> = page.iter().map(told).collect();
    let answer = json!({"events": events, "next": next, "head": head});
    Ok(Outgoing::json(200, &answer).with("Cache-Control", "no-store"))
}

/// A whole number in the query.
fn number(cx: &Cx, name: &str, range: core::ops::RangeInclusive<u64>) -> Result<Option<u64>, Problem> {
    let Some(text) = cx.incoming.parameter(name) else { return Ok(None) };
    let number = text.parse().ok().filter(|number| range.contains(number));
    let rule = || unfit(name, &format!("a whole number from {} to {}", range.start(), range.end()));
    number.map(Some).ok_or_else(rule)
}
