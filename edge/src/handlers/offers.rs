//! `POST /v1/{business}/offers`: a yes without typing. The shopper's ticks wait for a message from whatever number.

use jatak_ledger::whatsapp::codes::Awaited;
use jatak_shared::business::Slug;
use jatak_shared::decide::Asking;
use jatak_shared::event::Evidence;
use jatak_shared::problem::{Problem, ProblemType};

use super::verifications::told;
use crate::cx::Cx;
use crate::fields::{FORM, Fields, Form};
use crate::http::{Outgoing, Unread};
use crate::origin::Standing;
use crate::shop::Shop;
use crate::submission::Ticked;
use crate::{pages, sources};

/// What an offer may weigh: as much as a submission.
const LIMIT: usize = 16 * 1024;

/// The name of the call in its address.
const CALL: &str = "offers";

/// Makes a code for what is ticked: JSON is answered with 201, a form with the page that shows the message to send. Nothing is
/// recorded of anybody until the message comes.
pub async fn post(cx: &Cx, slug: &Slug, request: &Unread) -> Result<Outgoing, Problem> {
    let shop = cx.shop(slug).await?;
    match cx.incoming.content_type().as_str() {
        FORM => post_form(cx, &shop, request).await,
        _ => post_json(cx, &shop, request).await,
    }
}

async fn post_json(cx: &Cx, shop: &Shop, request: &Unread) -> Result<Outgoing, Problem> {
    let mut fields = Fields::json(cx, request, LIMIT).await?;
    if !matches!(cx.standing(shop), Standing::Own | Standing::Listed) {
        return Err(Problem::new(ProblemType::OriginRefused));
    }
    sources::take(cx)?;
    let ticked = Ticked::from_json(&mut fields)?;
    fields.end("")?;
    let awaited = offer(cx, shop, &ticked).await?;
    let locale = shop.locale_of(ticked.notice).unwrap_or_else(|| cx.locale(shop));
    Ok(Outgoing::json(201, &told(locale, &awaited, None)).with("Cache-Control", "no-store"))
}

async fn post_form(cx: &Cx, shop: &Shop, request: &Unread) -> Result<Outgoing, Problem> {
    let form = Form::read(cx, request, LIMIT).await?;
    match cx.standing(shop) {
        Standing::Own | Standing::Listed => {}
        Standing::Hidden => return pages::confirm(cx, shop, &form, CALL),
        Standing::Foreign => return Err(Problem::new(ProblemType::OriginRefused)),
    }
    let offered = async {
        sources::take(cx)?;
        let ticked = Ticked::from_form(&form)?;
        let awaited = offer(cx, shop, &ticked).await?;
        pages::offer(cx, shop, &ticked, &awaited).await
    };
    match offered.await {
        Ok(page) => Ok(page),
        Err(problem) => pages::hosted_again(cx, shop, &form, &problem).await,
    }
}

async fn offer(cx: &Cx, shop: &Shop, ticked: &Ticked) -> Result<Awaited, Problem> {
    let Ticked { notice, offered, categories, page, context } = ticked.clone();
    let evidence = Evidence { page, context, user_agent: cx.incoming.user_agent(), ..Evidence::default() };
    match cx.ledger(shop).make_offer(Asking { notice, offered, categories, evidence }).await? {
        Ok(Some(awaited)) => Ok(awaited),
        Ok(None) => Err(Problem::new(ProblemType::VerificationOff)),
        Err(refusal) => Err(shop.refused(&refusal)),
    }
}
