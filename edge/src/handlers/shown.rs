//! `POST /v1/{business}/shown`: a browser reports that a form was put before somebody. Nothing about them: which notice,
//! and how often.
//!
//! The answer is the same whatever came of it. Nobody who sends a beacon reads one, and it would tell nothing true:
//! what is counted here is what was claimed, and proves nothing.

use jatak_shared::business::Slug;
use jatak_shared::id::{BusinessId, NoticeId};
use serde::Deserialize;

use crate::cx::Cx;
use crate::http::{Outgoing, Unread, read_body};
use crate::origin::{self, Standing};
use crate::{gathered, sources};

/// How many notices one report names: a page with a form in each of its corners has four.
const NOTICES: usize = 20;

/// How often one report says that a notice was shown.
const TIMES: u64 = 20;

/// Twenty notices at 64 characters with their names come to 2 KB.
const LIMIT: usize = 4 * 1024;

/// One notice, and how often it was shown: once where nothing is said.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Report {
    notice: NoticeId,
    #[serde(default = "once")]
    count: u64,
}

fn once() -> u64 {
    1
}

/// One report or several.
#[derive(Deserialize)]
#[serde(untagged)]
enum Reports {
    One(Report),
    Several(Vec<Report>),
}

/// Counts what is reported, where it may be true.
pub async fn post(cx: &Cx, slug: &Slug, request: &Unread) -> Outgoing {
    if let Some((business, reports)) = read(cx, slug, request).await {
        gathered::add(cx, business, &reports);
    }
    Outgoing::empty(204).with("Cache-Control", "no-store")
}

/// What counts of a request: of a business that is listed, from a page that may show its form, what names notices that it
/// shows now. A beacon is text to a browser, which asks no leave to send one; the type is not looked at.
async fn read(cx: &Cx, slug: &Slug, request: &Unread) -> Option<(BusinessId, Vec<(NoticeId, u64)>)> {
    let reports = parse(&read_body(request, LIMIT).await.ok()?)?;
    if !sources::takes_report(cx) {
        return None;
    }
    let shop = cx.shop(slug).await.ok()?;
    let origin = cx.incoming.header("origin");
    if origin::standing(&cx.config, &shop.settings, origin.as_deref()) == Standing::Foreign {
        return None;
    }
    let shown = reports.into_iter().filter(|(notice, _)| shop.notices.values().any(|held| held.id() == *notice));
    Some((shop.id, shown.collect()))
}

/// The reports of a body; `None` where it is not what a report looks like.
fn parse(body: &[u8]) -> Option<Vec<(NoticeId, u64)>> {
    let reports = match serde_json::from_slice(body).ok()? {
        Reports::One(report) => vec![report],
        Reports::Several(reports) => reports,
    };
    let fits = reports.len() <= NOTICES && reports.iter().all(|report| (1..=TIMES).contains(&report.count));
    fits.then(|| reports.into_iter().map(|report| (report.notice, report.count)).collect())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
    use super::*;
    use serde_json::{Value, json};

    #[test]
    fn a_report_is_one_notice_or_a_few_and_anything_else_is_none() {
        let id = "ab".repeat(32);
        let notice: NoticeId = id.parse().unwrap();
        let read = |body: Value| parse(body.to_string().as_bytes());
        assert_eq!(read(json!({"notice": id})), Some(vec![(notice, 1)]));
        assert_eq!(read(json!({"notice": id, "count": 20})), Some(vec![(notice, 20)]));
        assert_eq!(read(json!([{"notice": id}, {"notice": id, "count": 3}])), Some(vec![(notice, 1), (notice, 3)]));
        assert_eq!(read(json!([])), Some(vec![]));
        for body in [
            json!({"notice": id, "count": 21}),
            json!({"notice": id, "count": 0}),
            json!({"notice": id, "count": -1}),
            json!({"notice": id, "visitor": "someone"}),
            json!({"notice": "ab"}),
            json!({}),
            json!("shown"),
            json!(vec![json!({"notice": id}); 21]),
        ] {
            assert_eq!(read(body.clone()), None, "{body}");
        }
        assert_eq!(parse(b""), None);
    }
}
