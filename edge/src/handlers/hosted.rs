//! Pages that stand for themselves: the hosted opt-in page and the export page.

use jatak_shared::business::Slug;
use jatak_shared::problem::Problem;

use crate::cx::Cx;
use crate::http::Outgoing;
use crate::pages;

/// `GET /{business}?locale=&source=`: the form as a plain page, which works without JavaScript.
pub async fn page(cx: &Cx, slug: &Slug) -> Result<Outgoing, Problem> {
    let shop = cx.shop(slug).await?;
    pages::hosted(cx, &shop)
}

/// `GET /{business}/export`: the export for people. The key is typed there and kept in the page's memory only.
pub async fn export_page(cx: &Cx, slug: &Slug) -> Result<Outgoing, Problem> {
    let shop = cx.shop(slug).await?;
    pages::export(cx, &shop)
}
