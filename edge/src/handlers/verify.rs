//! `GET /verify`: the page that checks exports and receipts in the reader's own browser.

use jatak_shared::problem::{Problem, ProblemType};

use crate::assets;
use crate::cx::Cx;
use crate::handlers;
use crate::http::Outgoing;

/// The page, with the policy that it is made for: it may connect to nothing, so that what is checked stays where it is.
pub fn page(cx: &Cx) -> Result<Outgoing, Problem> {
    let asset = assets::named("verify.html").ok_or_else(|| Problem::new(ProblemType::NotFound))?;
    Ok(handlers::assets::answer(cx, asset)?
        // Longer than a reader stays, and short enough for a new build to reach everyone soon.
        .with("Cache-Control", "public, max-age=300")
        .with("Content-Security-Policy", format!("{}; frame-ancestors 'none'", asset.policy))
        .with("Referrer-Policy", "no-referrer")
        .with("X-Frame-Options", "DENY")
        .with("X-Robots-Tag", "noindex, nofollow"))
}
