//! What the edge says of itself: health, its description, and what its problem codes mean.

use jatak_shared::problem::{Problem, ProblemType};

use crate::client::Directory;
use crate::cx::Cx;
use crate::http::Outgoing;
use crate::{assets, handlers};

/// `GET /healthz`: 200 where the directory's storage answers.
pub async fn health(cx: &Cx) -> Result<Outgoing, Problem> {
    let none: jatak_shared::business::Slug =
        "healthz-probe".parse().map_err(|_| Problem::new(ProblemType::Internal))?;
    Directory::new(&cx.env).find(&none).await?;
    Ok(Outgoing::json(200, &serde_json::json!({"status": "ok"})).with("Cache-Control", "no-store"))
}

/// `GET /openapi.json`: the description of every address, kept beside the code.
pub fn open_api(cx: &Cx) -> Result<Outgoing, Problem> {
    let asset = assets::named("openapi.json").ok_or_else(|| Problem::new(ProblemType::NotFound))?;
    Ok(handlers::assets::answer(cx, asset)?.with("Cache-Control", "public, max-age=300"))
}

/// `GET /robots.txt`: nothing here is for an index; links hold secrets.
pub fn robots() -> Outgoing {
    Outgoing::text(200, "text/plain; charset=utf-8", "User-agent: *\nDisallow: /\n")
}

/// `GET /problems/{code}`: what a problem's `type` address says of it.
pub fn problem(code: &str) -> Result<Outgoing, Problem> {
    let kind = ProblemType::ALL.iter().find(|kind| kind.code() == code);
    let kind = kind.ok_or_else(|| Problem::new(ProblemType::NotFound))?;
    let text = format!("{} ({})\n\n{}\n", kind.title(), kind.status(), kind.detail());
    Ok(Outgoing::text(200, "text/plain; charset=utf-8", text).with("Cache-Control", "public, max-age=300"))
}
