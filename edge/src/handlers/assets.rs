//! `/assets/{hash}/{file}`: files under a path that names their content, so they may be kept for ever.

use jatak_shared::problem::{Problem, ProblemType};

use crate::assets::{self, Asset};
use crate::coding::Coding;
use crate::cx::Cx;
use crate::http::{Body, Outgoing};
use crate::log;

/// A year, the longest that caches take seriously.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// The asset at this path, in the smallest form the client takes.
pub fn serve(cx: &Cx, path: &str) -> Result<Outgoing, Problem> {
    let asset = assets::at(path).ok_or_else(|| Problem::new(ProblemType::NotFound))?;
    Ok(answer(cx, asset)?.with("Cache-Control", FOR_EVER))
}

/// `GET /element.js`, `GET /jatak.d.ts`: the asset of this name under an address that stays the same from build to build.
/// Pages name it once and never again, so a new build must reach them soon.
pub fn script(cx: &Cx, file: &str) -> Result<Outgoing, Problem> {
    let asset = assets::named(file).ok_or_else(|| Problem::new(ProblemType::NotFound))?;
    Ok(answer(cx, asset)?.with("Cache-Control", "public, max-age=300"))
}

/// This asset in the smallest form the client takes, nothing said about keeping it. Also behind Cloudflare, which passes
/// on what is packed already and unpacks it for whoever cannot.
pub fn answer(cx: &Cx, asset: &'static Asset) -> Result<Outgoing, Problem> {
    let answer = Outgoing::empty(200)
        .with("Content-Type", asset.content_type)
        .with("Vary", "Accept-Encoding")
        .with("X-Content-Type-Options", "nosniff");
    let coding = cx.incoming.coding();
    if coding == Coding::Brotli {
        return Ok(Outgoing { body: Body::Static(asset.br), ..answer.packed(Vec::new(), coding) });
    }
    let bytes = asset.bytes(coding).ok_or_else(|| {
        log::fault("asset", "the runtime's node:zlib does not unpack it");
        Problem::new(ProblemType::Internal)
    })?;
    Ok(answer.packed(bytes.to_vec(), coding))
}
