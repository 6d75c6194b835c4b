//! `/lookups`, `/opt-outs` and `/links`: what a business asks and says about one person, by their number or user id. It
//! stands in the body, since addresses end up in logs.

use jatak_ledger::batch::{Answer, Request as Command};
use jatak_ledger::keys::Scope;
use jatak_ledger::read::Looked;
use jatak_shared::business::Slug;
use jatak_shared::category::CategoryId;
use jatak_shared::decide::{self, OptOut};
use jatak_shared::event::Evidence;
use jatak_shared::locale::Locale;
use jatak_shared::problem::{Problem, ProblemType};
use jatak_shared::state::State;
use jatak_shared::token::Token;
use serde_json::{Value, json};

use crate::cx::Cx;
use crate::fields::{Fields, unfit};
use crate::handlers::lookups;
use crate::http::{Outgoing, Unread};
use crate::{named, submission};

/// A number and a locale; 1 KB even with every character escaped, and room for habits.
const LIMIT: usize = 4 * 1024;

/// What an opt-out may weigh: a hundred categories of 40 characters and five context strings of 100, at most 6 bytes a
/// character, come to 28 KB.
const OPT_OUT_LIMIT: usize = 32 * 1024;

/// The twenty categories that a business has at most, and those it had before; whoever names more means everything.
const CATEGORIES: usize = 100;

/// A category's id has at most 40 characters; a few more are read so that a wrong one is named and not cut.
const CATEGORY: usize = 64;

/// The name under which idempotency keys of opt-outs are kept.
const ROUTE: &str = "opt-outs";

/// Says how somebody stands. Any number or user id is taken: asking is not asking for consent.
pub async fn lookup(cx: &Cx, slug: &Slug, request: &Unread) -> Result<Outgoing, Problem> {
    let shop = cx.shop(slug).await?;
    let ledger = cx.keyed(&shop, Scope::Read)?;
    let mut fields = Fields::json(cx, request, LIMIT).await?;
    let handle = named::take(&mut fields, "")?;
    let full = fields.flag("full")?;
    let after = fields.number("after")?;
    if after.is_some() && !full {
        return Err(unfit("/after", "must stand beside `full`: only the whole file has pages"));
    }
    fields.end("")?;
    let file = if full { Some(ledger.person(handle.clone(), after.unwrap_or(0)).await?) } else { None };
    let found = ledger.lookup(handle).await?;
    let categories: Vec<Value> = found.categories.iter().map(told).collect();
    let mut answer = json!({"categories": categories, "stopped_in_whatsapp": found.stopped});
    // The ledger names the subject only where the key may make links.
    if let Some(subject) = found.subject {
        answer["choices_url"] = shop.link(&cx.config, Token::Subject(subject))?.into();
    }
    if let Some(file) = file {
        answer["full"] = lookups::file(&file);
    }
    Ok(Outgoing::json(200, &answer).with("Cache-Control", "no-store"))
}

fn told(looked: &Looked) -> Value {
    let standing = looked.standing.as_ref();
    let mut told = json!({
        "id": looked.id,
        "state": standing.map_or(State::NeverAsked, |standing| standing.state),
        "since": standing.map(|standing| standing.since),
        "event_id": standing.map(|standing| standing.event),
        "notice_id": standing.and_then(|standing| standing.notice),
        "assurance": standing.map(|standing| standing.assurance),
    });
    if !looked.offered {
        // A removed category keeps its state, but nothing may be sent under it.
        told["offered"] = false.into();
    }
    told
}

/// Records a no that the business passes on.
pub async fn opt_out(cx: &Cx, slug: &Slug, request: &Unread) -> Result<Outgoing, Problem> {
    let shop = cx.shop(slug).await?;
    let key = cx.key(Scope::Write)?;
    let mut fields = Fields::json(cx, request, OPT_OUT_LIMIT).await?;
    let handle = named::take(&mut fields, "")?;
    let scope = scope(&mut fields)?;
    let context = submission::context_of(&mut fields)?;
    fields.end("")?;
    let idempotency = cx.incoming.header("idempotency-key");
    let idempotency = idempotency.map(|sent| cx.idempotency(ROUTE, Some(&key), &sent)).transpose()?;

    // The caller is the business's server: its address and its name for itself are no evidence of what a person did.
    let evidence = Evidence { context, ..Evidence::default() };
    let command = decide::Command::OptOut(OptOut { handle, scope, evidence });
    let ledger = cx.ledger(&shop).with_key(key);
    match ledger.submit(Command { command, idempotency }).await? {
        Answer::Recorded(recorded) => {
            let answer = json!({
                "id": recorded.event,
                "recorded_at": recorded.recorded_at,
                "categories": recorded.categories,
                "everything": recorded.everything,
                "subject": {"masked": recorded.handle.masked()},
            });
            Ok(Outgoing::json(201, &answer).with("Cache-Control", "no-store"))
        }
        Answer::Refused(refusal) => Err(refusal.problem()),
        // A no by number always records something or is refused.
        Answer::Unchanged => Err(Problem::new(ProblemType::Internal)),
    }
}

/// How far the no goes: one of two members says it, and which one must be plain.
fn scope(fields: &mut Fields) -> Result<decide::Scope, Problem> {
    let named = fields.list("categories", CATEGORIES, CATEGORY)?;
    match (named, fields.flag("everything")?) {
        (None, true) => Ok(decide::Scope::Everything),
        (Some(_), true) => Err(unfit("/everything", "must not be true beside `categories`; send one of the two")),
        (None, false) => Err(unfit("/categories", "must be there, or `everything` as true")),
        (Some(named), false) => {
            let categories: Result<Vec<CategoryId>, Problem> =
                named.iter().map(|id| submission::category(id)).collect();
            categories.map(decide::Scope::Categories)
        }
    }
}

/// Makes a link to somebody's choices page, for the business to send to them and to nobody else.
pub async fn link(cx: &Cx, slug: &Slug, request: &Unread) -> Result<Outgoing, Problem> {
    let shop = cx.shop(slug).await?;
    let ledger = cx.keyed(&shop, Scope::Links)?;
    let mut fields = Fields::json(cx, request, LIMIT).await?;
    let handle = named::take(&mut fields, "")?;
    let offered = shop.settings.locales();
    let codes: Vec<&str> = offered.iter().map(|locale| locale.code()).collect();
    let rule = format!("one of the business's locales: {}", codes.join(", "));
    let locale: Option<Locale> = fields.parsed("locale", CATEGORY, &rule)?;
    if locale.is_some_and(|locale| !offered.contains(&locale)) {
        return Err(unfit("/locale", &rule));
    }
    fields.end("")?;
    let subject = ledger.subject(handle).await?;
    let mut address = shop.link(&cx.config, Token::Subject(subject))?;
    if let Some(locale) = locale {
        address = format!("{address}?locale={}", locale.code());
    }
    Ok(Outgoing::json(200, &json!({"choices_url": address})).with("Cache-Control", "no-store"))
}
