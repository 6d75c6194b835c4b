//! `POST /v1/{business}/offers`: a yes without typing. The shopper's ticks wait for a message from whatever number.

use jatak_shared::business::Slug;
use jatak_shared::decide::Asking;
use jatak_shared::event::Evidence;
use jatak_shared::problem::{Problem, ProblemType};

use super::verifications::told;
use crate::cx::Cx;
use crate::fields::Fields;
use crate::http::{Outgoing, Unread};
use crate::origin::{self, Standing};
use crate::sources;
use crate::submission::Ticked;

/// What an offer may weigh: as much as a submission.
const LIMIT: usize = 16 * 1024;

/// Makes a code for what is ticked. Nothing is recorded of anybody until the message comes.
pub async fn post(cx: &Cx, slug: &Slug, request: &Unread) -> Result<Outgoing, Problem> {
    let shop = cx.shop(slug).await?;
    let mut fields = Fields::json(cx, request, LIMIT).await?;
    let standing = origin::standing(&cx.config, &shop.settings, cx.incoming.header("origin").as_deref());
    if !matches!(standing, Standing::Own | Standing::Listed) {
        return Err(Problem::new(ProblemType::OriginRefused));
    }
    sources::take(cx)?;
    let ticked = Ticked::from_json(&mut fields)?;
    fields.end("")?;
    let asking = Asking {
        notice: ticked.notice,
        offered: ticked.offered,
        categories: ticked.categories,
        evidence: Evidence {
            page: ticked.page,
            context: ticked.context,
            user_agent: cx.incoming.user_agent(),
            ..Evidence::default()
        },
    };
    let notice = asking.notice;
    match cx.ledger(&shop).make_offer(asking).await? {
        Ok(Some(awaited)) => {
            let locale = shop.locale_of(notice).unwrap_or_else(|| cx.locale(&shop));
            Ok(Outgoing::json(201, &told(locale, &awaited, None)).with("Cache-Control", "no-store"))
        }
        Ok(None) => Err(Problem::new(ProblemType::VerificationOff)),
        Err(refusal) => Err(shop.refused(&refusal)),
    }
}
