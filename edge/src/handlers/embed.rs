//! `GET /{business}/embed`: the form for the shop's developer to look at, with the code to copy. `…/preview` is the page
//! within it that holds the form.

use jatak_shared::business::Slug;
use jatak_shared::problem::{Problem, ProblemType};
use jatak_widget::pages::Language;
use jatak_widget::pages::embed::{EmbedPage, PreviewPage};

use crate::cx::Cx;
use crate::embed::codes::Making;
use crate::embed::{Chosen, WIDTHS};
use crate::http::Outgoing;
use crate::shop::Shop;
use crate::{assets, pages};

/// The page. What was chosen stands in the address, so it works without JavaScript, and a link to it shows the same.
pub async fn page(cx: &Cx, slug: &Slug) -> Result<Outgoing, Problem> {
    let shop = cx.shop(slug).await?;
    let chosen = Chosen::read(cx, &shop)?;
    let (locale, edge) = (cx.locale(&shop), cx.config.public_url.as_str());
    let notice = shop.notice(chosen.locale)?;
    // What is offered is named in the page's own language.
    let titles = shop.notice(locale)?.categories().iter();
    let here = format!("{edge}/{slug}/embed");
    let reserve = chosen.reserve(cx, &shop, notice);
    let making = Making { edge, slug, chosen: &chosen, reserve: Some(reserve), name: shop.settings.name() };
    let loader = assets::named("loader.js").ok_or_else(|| Problem::new(ProblemType::Internal))?;
    let query = chosen.query();
    let language = |locale| Language { locale, url: format!("{here}?locale={locale}&{query}") };
    let mut frame = pages::frame(cx, &shop, locale, &here);
    frame.languages = shop.settings.locales().iter().copied().map(language).collect();
    let offered = |id| chosen.categories.is_empty() || chosen.categories.contains(id);
    let page = EmbedPage {
        frame,
        locales: shop.settings.locales(),
        locale: chosen.locale,
        theme: chosen.theme,
        widths: &WIDTHS,
        width: chosen.width,
        categories: titles.map(|one| (one.id().as_str(), one.title(), offered(one.id()))).collect(),
        asked_locale: cx.asked_locale().map(|_| locale),
        action: &here,
        preview_url: &format!("{here}/preview?locale={locale}&{query}"),
        preview_height: reserve.tallest(),
        hosted_url: &format!("{edge}/{slug}?locale={}", chosen.locale),
        codes: &making.codes(loader),
        script: pages::asset("embed.js"),
    };
    let policy = format!("{}; frame-src 'self'", pages::POLICY);
    Ok(pages::document(200, page.render()).with("Content-Security-Policy", policy))
}

/// The page within it: the usual code as it is printed, but for the reserved height. That nothing is recorded through it by
/// mistake does not rest on its script: its policy lets it fetch the form, and post or report nothing.
pub async fn preview(cx: &Cx, slug: &Slug) -> Result<Outgoing, Problem> {
    let shop = cx.shop(slug).await?;
    let chosen = Chosen::read(cx, &shop)?;
    let edge = cx.config.public_url.as_str();
    let making = Making { edge, slug, chosen: &chosen, reserve: None, name: shop.settings.name() };
    let page = PreviewPage {
        locale: cx.locale(&shop),
        theme: chosen.theme,
        form_css: pages::asset("form.css"),
        page_css: pages::asset("page.css"),
        script: pages::asset("preview.js"),
        snippet: &making.snippet(),
    };
    Ok(pages::document(200, page.render())
        .with("Content-Security-Policy", policy(edge, &shop))
        .with("X-Frame-Options", "SAMEORIGIN"))
}

/// What the preview may do: what a shop's page must allow (`shared::policy`), but for sending.
fn policy(edge: &str, shop: &Shop) -> String {
    let slug = &shop.slug;
    format!(
        "default-src 'none'; script-src {edge} 'wasm-unsafe-eval'; connect-src {edge}/assets/ {edge}/phone/ {edge}/v1/{slug}/form; \
         style-src {edge}; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; \
         require-trusted-types-for 'script'; trusted-types jatak"
    )
}
