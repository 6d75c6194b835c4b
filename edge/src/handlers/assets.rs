//! `/assets/{hash}/{file}`: files under a path that names their content, so they may be kept for ever.

use jatak_shared::problem::{Problem, ProblemType};

use crate::assets;
use crate::cx::Cx;
use crate::http::{Body, Outgoing};

/// A year, the longest that caches take seriously.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// The asset at this path, in the smallest form the client takes.
pub fn serve(cx: &Cx, path: &str) -> Result<Outgoing, Problem> {
    let asset = assets::at(path).ok_or_else(|| Problem::new(ProblemType::NotFound))?;
    let answer = Outgoing::empty(200)
        .with("Content-Type", asset.content_type)
        .with("Cache-Control", FOR_EVER)
        .with("Vary", "Accept-Encoding")
        .with("X-Content-Type-Options", "nosniff");
    let (bytes, coding) = match () {
        () if cx.incoming.accepts_encoding("br") => (asset.br, Some("br")),
        () if cx.incoming.accepts_encoding("gzip") => (asset.gz, Some("gzip")),
        () => (asset.raw, None),
    };
    Ok(match coding {
        Some(coding) => Outgoing { encoded: true, ..answer.with("Content-Encoding", coding) },
        None => answer,
    }
    .body_static(bytes))
}

impl Outgoing {
    fn body_static(self, bytes: &'static [u8]) -> Self {
        Self { body: Body::Static(bytes), ..self }
    }
}
