//! `POST /v1/{business}/consents`: records an opt-in, from the widget, the hosted page or a keyed call.

use jatak_ledger::batch::{Answer, Recorded, Request as Command};
use jatak_ledger::keys::Scope;
use jatak_shared::act::{Assurance, Source};
use jatak_shared::business::Slug;
use jatak_shared::decide::{self, OptIn};
use jatak_shared::event::Evidence;
use jatak_shared::problem::{Problem, ProblemType};
use jatak_shared::token::Token;
use serde_json::{Value, json};

use super::verifications::told;
use crate::calls::KeyCheck;
use crate::cx::Cx;
use crate::fields::{FORM, Fields, Form};
use crate::http::{Outgoing, Unread};
use crate::origin::Standing;
use crate::shop::Shop;
use crate::submission::{self, Submitted, Ticked};
use crate::{pages, sources};

/// What a submission may weigh: twenty categories named twice at 40 characters, a page of 2,000 characters and five
/// context strings of 100 come to 5 KB; escaped as JSON or form three times that.
const LIMIT: usize = 16 * 1024;

/// The name under which idempotency keys of both forms of this call are kept: a form posted after a fetch that got no
/// answer is the same submission.
const ROUTE: &str = "consents";

/// The name of the call in its address.
const CALL: &str = "consents";

/// Records an opt-in: JSON is answered with 201, a form with 303 to the receipt page.
pub async fn post(cx: &Cx, slug: &Slug, request: &Unread) -> Result<Outgoing, Problem> {
    let shop = cx.shop(slug).await?;
    // A form is a shopper's, who has no key; a program that sends one is told what it sent.
    match (cx.incoming.content_type().as_str(), cx.incoming.header("authorization")) {
        (FORM, None) => post_form(cx, &shop, request).await,
        _ => post_json(cx, &shop, request).await,
    }
}

async fn post_json(cx: &Cx, shop: &Shop, request: &Unread) -> Result<Outgoing, Problem> {
    let mut fields = Fields::json(cx, request, LIMIT).await?;
    let key = match cx.incoming.header("authorization") {
        Some(_) => Some(cx.key(Scope::Write)?),
        None => None,
    };
    let source = match (&key, cx.standing(shop)) {
        (Some(_), _) => Source::Api,
        (None, Standing::Own) => Source::Hosted,
        (None, Standing::Listed) => Source::Widget,
        (None, Standing::Hidden | Standing::Foreign) => return Err(Problem::new(ProblemType::OriginRefused)),
    };
    if key.is_none() {
        sources::take(cx)?;
    }
    let submitted = Submitted::from_json(&mut fields)?;
    fields.end("")?;
    let idempotency = cx.incoming.header("idempotency-key");
    let recorded = submit(cx, shop, submitted, source, key.as_ref(), idempotency.as_deref()).await?;
    Ok(Outgoing::json(201, &receipt(cx, shop, &recorded)?).with("Cache-Control", "no-store"))
}

async fn post_form(cx: &Cx, shop: &Shop, request: &Unread) -> Result<Outgoing, Problem> {
    let form = Form::read(cx, request, LIMIT).await?;
    let source = match cx.standing(shop) {
        Standing::Own => Source::Hosted,
        Standing::Listed => Source::Widget,
        // A page that hides where it stands may be a shop's; the shopper says once more, on the edge's own page, that
        // they mean it.
        Standing::Hidden => return pages::confirm(cx, shop, &form, CALL),
        Standing::Foreign => return Err(Problem::new(ProblemType::OriginRefused)),
    };
    let recorded = async {
        sources::take(cx)?;
        let submitted = Submitted::from_form(&form)?;
        submit(cx, shop, submitted, source, None, form.one("idempotency_key")).await
    };
    match recorded.await {
        Ok(recorded) => {
            let address = shop.link(&cx.config, Token::Receipt(recorded.event))?;
            Ok(Outgoing::empty(303).with("Location", address).with("Cache-Control", "no-store"))
        }
        Err(problem) => pages::hosted_again(cx, shop, &form, &problem).await,
    }
}

async fn submit(
    cx: &Cx,
    shop: &Shop,
    submitted: Submitted,
    source: Source,
    key: Option<&KeyCheck>,
    idempotency: Option<&str>,
) -> Result<Recorded, Problem> {
    let idempotency = idempotency.map(|sent| cx.idempotency(ROUTE, key, sent)).transpose()?;
    let assurance = if key.is_some() { Assurance::Api } else { Assurance::Typed };
    // A keyed call comes from the business's server, whose name for itself says nothing of the shopper.
    let user_agent = if key.is_some() { None } else { cx.incoming.user_agent() };
    let Submitted { phone, ticked } = submitted;
    let Ticked { notice, offered, categories, page, context } = ticked;
    let command = decide::Command::OptIn(OptIn {
        phone,
        notice,
        offered,
        categories,
        source,
        assurance,
        evidence: Evidence { page, context, user_agent, ..Evidence::default() },
    });
    let ledger = match key {
        Some(key) => cx.ledger(shop).with_key(key.clone()),
        None => cx.ledger(shop),
    };
    match ledger.submit(Command { command, idempotency }).await? {
        Answer::Recorded(recorded) => Ok(recorded),
        Answer::Refused(refusal) => Err(shop.refused(&refusal)),
        // A submission always records something or is refused.
        Answer::Unchanged => Err(Problem::new(ProblemType::Internal)),
    }
}

/// The answer to a submission. Every category it asked for reads "granted", since that is what *this submission* did, or
/// "pending" where the business has each confirmed; whether an earlier no stands against it is not for whoever typed the
/// number to learn (rule 13).
fn receipt(cx: &Cx, shop: &Shop, recorded: &Recorded) -> Result<Value, Problem> {
    let state = if recorded.waits { "pending" } else { "granted" };
    let told_of = |change: &jatak_shared::event::Change| json!({"id": change.id, "state": state});
    let mut answer = json!({
        "id": recorded.event,
        "business": submission::business(shop),
        "recorded_at": recorded.recorded_at,
        "categories": recorded.categories.iter().map(told_of).collect::<Vec<_>>(),
        "notice": recorded.notice,
        "subject": {"masked": recorded.handle.masked()},
        "receipt_url": shop.link(&cx.config, Token::Receipt(recorded.event))?,
    });
    if let Some(awaited) = &recorded.awaited {
        let locale = recorded.notice.and_then(|notice| shop.locale_of(notice)).unwrap_or_else(|| cx.locale(shop));
        answer["verification"] = told(locale, awaited, recorded.handle.phone());
    }
    Ok(answer)
}
