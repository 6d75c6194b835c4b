//! `GET /v1/{business}/statistics?from=&to=`: how often each notice was shown, and how many opted in under it, by day; and
//! how many noes each category got.
//!
//! The numbers are of different kinds, and the answer says so: how often is claimed by browsers, the others are counted
//! in the ledger.

use std::collections::BTreeMap;

use jatak_ledger::csv::events::EVERYTHING;
use jatak_ledger::keys::Scope;
use jatak_ledger::shown::Count;
use jatak_ledger::statistics::{Day, LONGEST, Noes, Span};
use jatak_shared::business::Slug;
use jatak_shared::category::CategoryId;
use jatak_shared::id::NoticeId;
use jatak_shared::problem::Problem;
use serde_json::{Value, json};

use crate::client::Shown;
use crate::cx::Cx;
use crate::fields::unfit;
use crate::http::Outgoing;
use crate::rim;

/// How many days are told where nobody says.
const DAYS: u64 = 30;

/// What the numbers are worth, in the answer itself: a table that is passed on loses its page.
const SHOWN: &str = "Reported by browsers, unproven: blockers keep reports away, and anybody can make them up.";

/// See [`SHOWN`].
const OPTED_IN: &str = "Events in the ledger, from the widget, the hosted page and keyed calls alike; people who took it \
                        back or were erased since are still counted.";

/// See [`SHOWN`].
const OPT_OUTS: &str = "Noes in the ledger to each category, said again or not, from pages and keyed calls alike; `*` is \
                        \"stop everything\", counted besides the categories that it withdraws. People who said yes since \
                        or were erased since are still counted.";

/// See [`SHOWN`].
const STOPS: &str = "Noes said in WhatsApp's own settings, as WhatsApp reported them; `*` is the stop itself, counted besides the \
                     categories that it withdraws. None of them is among `opt_outs`.";

/// The numbers, by day and notice or category. Those with nothing to tell are left out.
pub async fn get(cx: &Cx, slug: &Slug) -> Result<Outgoing, Problem> {
    let shop = cx.shop(slug).await?;
    let ledger = cx.keyed(&shop, Scope::Read)?;
    let span = span(cx)?;
    // The ledger looks at the key, so it is asked first.
    let counted = ledger.statistics(span).await?;
    let shown = Shown::new(&cx.env, shop.id).read(span).await?;
    let day = |((day, notice), (shown, opted_in)): (&(Day, NoticeId), &(u64, u64))| -> Value {
        let locale = counted.locales.get(notice);
        json!({"day": day.to_string(), "notice": notice, "locale": locale, "shown": shown, "opted_in": opted_in})
    };
    let days: Vec<Value> = joined(&shown, &counted.opted_in).iter().map(day).collect();
    let answer = json!({
        "from": span.from().to_string(),
        "to": span.to().to_string(),
        "about": {"shown": SHOWN, "opted_in": OPTED_IN, "opt_outs": OPT_OUTS, "stops": STOPS},
        "days": days,
        "noes": counted.noes.iter().map(noes).collect::<Vec<_>>(),
    });
    Ok(Outgoing::json(200, &answer).with("Cache-Control", "no-store"))
}

/// The noes of one day and category. "Stop everything" stands where a category would, as in exports.
fn noes(noes: &Noes) -> Value {
    let category = noes.category.as_ref().map_or(EVERYTHING, CategoryId::as_str);
    json!({"day": noes.day.to_string(), "category": category, "opt_outs": noes.opt_outs, "stops": noes.stops})
}

/// The two counts of a notice beside each other.
fn joined(shown: &[Count], opted_in: &[Count]) -> BTreeMap<(Day, NoticeId), (u64, u64)> {
    let mut joined: BTreeMap<_, (u64, u64)> = BTreeMap::new();
    for count in shown {
        joined.entry((count.day, count.notice)).or_default().0 += count.count;
    }
    for count in opted_in {
        joined.entry((count.day, count.notice)).or_default().1 += count.count;
    }
    joined
}

/// The days asked for: up to today, and thirty of them, where nothing else is said.
fn span(cx: &Cx) -> Result<Span, Problem> {
    if let Some((stranger, _)) = cx.incoming.query.iter().find(|(name, _)| name != "from" && name != "to") {
        return Err(unfit(stranger, "is not a parameter of statistics; those are from and to"));
    }
    let day = |name| {
        let text = cx.incoming.parameter(name);
        let day = text.map(|text| text.parse().map_err(|rule: jatak_ledger::statistics::NotADay| (name, rule)));
        day.transpose().map_err(|(name, rule)| unfit(name, &rule.to_string()))
    };
    let to: Day = day("to")?.unwrap_or_else(|| Day::of(rim::now()));
    let from = day("from")?.unwrap_or_else(|| to.minus(DAYS - 1));
    Span::new(from, to).ok_or_else(|| unfit("from", &format!("not after `to`, and at most {LONGEST} days with it")))
}
