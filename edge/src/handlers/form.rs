//! What the widget is made of: the script, the form data, the notices. Public, the same for everyone, free of personal
//! data, and so cacheable.

use jatak_shared::business::Slug;
use jatak_shared::category::CategoryId;
use jatak_shared::id::NoticeId;
use jatak_shared::notice::{Notice, NoticeCategory};
use jatak_shared::problem::{Problem, ProblemType};
use jatak_widget::form_data::{FormAssets, FormData, Phone, Wasm};

use crate::assets::Asset;
use crate::cx::Cx;
use crate::fields::unfit;
use crate::http::Outgoing;
use crate::shop::Shop;
use crate::{assets, countries, pack, shop, sources};

/// How long browsers may keep what follows the settings: as long as the isolate keeps its snapshot, so that a change
/// reaches every page within a minute.
const SHORT: &str = "public, max-age=30";

/// No notice has more than 20 categories.
const CATEGORIES: usize = 20;

/// `GET /{business}/widget.js?locale=&categories=`: the loader with the form data, one response.
pub async fn widget(cx: &Cx, slug: &Slug) -> Result<Outgoing, Problem> {
    let shop = cx.shop(slug).await?;
    let loader = assets::named("loader.js").and_then(Asset::text);
    let loader = loader.ok_or_else(|| Problem::new(ProblemType::Internal))?;
    form(cx, &shop, Dress::Script(&loader))
}

/// `GET /v1/{business}/form?locale=&categories=&notice=`: the form data as JSON. `notice` is the id that a refusal
/// named as current: a snapshot that does not have it yet is made anew.
pub async fn data(cx: &Cx, slug: &Slug) -> Result<Outgoing, Problem> {
    let wanted = cx.incoming.parameter("notice").and_then(|id| id.parse().ok());
    let shop = shop::open_with(&cx.env, &cx.config, slug, wanted).await?;
    form(cx, &shop, Dress::Json)
}

/// `GET /v1/{business}/notice?locale=`: the notice shown now.
pub async fn notice(cx: &Cx, slug: &Slug) -> Result<Outgoing, Problem> {
    let shop = cx.shop(slug).await?;
    let notice = shop.notice(cx.locale(&shop))?;
    Ok(Outgoing::json(200, notice).with("Cache-Control", SHORT).with("Vary", "Accept-Language"))
}

/// `GET /v1/{business}/notices/{id}`: any notice ever published. Its id is its content, so it may be kept for ever.
pub async fn notice_by_id(cx: &Cx, slug: &Slug, id: &str) -> Result<Outgoing, Problem> {
    let missing = || Problem::new(ProblemType::NotFound);
    let shop = cx.shop(slug).await?;
    let id: NoticeId = id.parse().map_err(|_| missing())?;
    let shown = shop.notices.values().find(|notice| notice.id() == id).cloned();
    let notice = if let Some(notice) = shown {
        notice
    } else {
        // One that is no longer shown has to be asked for; guessing ids must not become a load on the ledger. Looking old texts up
        // keeps nobody from answering a form.
        sources::take_poll(cx)?;
        let json = cx.ledger(&shop).notice(id).await?.ok_or_else(missing)?;
        Notice::from_json(&json).map_err(|_| Problem::new(ProblemType::Internal))?
    };
    Ok(Outgoing::json(200, &notice).with("Cache-Control", "public, max-age=31536000, immutable"))
}

/// How the form data is served.
#[derive(Clone, Copy)]
enum Dress<'a> {
    /// As a script: this loader, and the call that gives it the data.
    Script(&'a str),
    /// By itself.
    Json,
}

/// The form in the language and with the categories asked for. Rendered once for each snapshot; a client that holds the
/// very same is told so.
fn form(cx: &Cx, shop: &Shop, dress: Dress<'_>) -> Result<Outgoing, Problem> {
    let content_type = match dress {
        Dress::Script(_) => "text/javascript; charset=utf-8",
        Dress::Json => "application/json",
    };
    let locale = cx.locale(shop);
    let notice = shop.notice(locale)?;
    let offered = offered(cx, notice)?;
    let names: Vec<&str> = offered.iter().map(CategoryId::as_str).collect();
    // Where none was asked for, the page's own language may be another that the business speaks: the loader looks.
    let others = if cx.asked_locale().is_none() { shop.settings.locales() } else { &[] };
    let confirms = shop.settings.confirms_in_whatsapp().is_some();
    let name = format!("{content_type} {locale} {} {confirms} {}", others.is_empty(), names.join(","));
    let rendered = shop.rendered(name, || {
        let css = assets::named("form.css").and_then(Asset::text).unwrap_or_default();
        let countries = countries::list(notice.locale());
        let assets = form_assets(&css, &countries.path, confirms);
        let data = FormData::new(notice, &cx.config.public_url, &offered, assets).or_in(others);
        match dress {
            Dress::Script(loader) => data.to_script(loader),
            Dress::Json => data.to_json(),
        }
    });
    let answer = |status| {
        Outgoing::empty(status)
            .with("Cache-Control", SHORT)
            .with("ETag", rendered.tag.clone())
            .with("Vary", "Accept-Language, Accept-Encoding")
            .with("X-Content-Type-Options", "nosniff")
    };
    let held = cx.incoming.header("if-none-match").unwrap_or_default();
    if held.split(',').any(|one| one.trim() == rendered.tag) {
        return Ok(answer(304));
    }
    let answer = answer(200).with("Content-Type", content_type);
    let coding = pack::coding(&cx.incoming);
    if let Some(packed) = rendered.packed.get(&rendered.text, coding) {
        return Ok(answer.packed(packed, coding));
    }
    Ok(answer.body(rendered.text.as_bytes().to_vec()))
}

/// The categories asked for, in the order of the notice; empty, which means all of them, where none is named.
///
/// A name that the notice does not have is passed over: the category may have been removed since the snippet was pasted,
/// and the page must not lose the rest of its form for it. Where nothing is left, nothing is offered in its place.
fn offered(cx: &Cx, notice: &Notice) -> Result<Vec<CategoryId>, Problem> {
    let Some(named) = cx.incoming.parameter("categories") else { return Ok(Vec::new()) };
    let named: Vec<&str> = named.split([',', ' ']).filter(|name| !name.is_empty()).collect();
    if named.len() > CATEGORIES {
        return Err(unfit("categories", &format!("at most {CATEGORIES} category ids, with commas between")));
    }
    let ids = notice.categories().iter().map(NoticeCategory::id);
    let offered: Vec<CategoryId> = ids.filter(|id| named.contains(&id.as_str())).cloned().collect();
    if offered.is_empty() {
        return Err(unfit("categories", "at least one category that the business has"));
    }
    Ok(offered)
}

fn form_assets<'a>(css: &'a str, countries: &'a str, confirms: bool) -> FormAssets<'a> {
    let path = |file| assets::named(file).map(|asset| asset.path);
    let wasm = assets::named("jatak.js").zip(assets::named("jatak_bg.wasm"));
    FormAssets {
        css,
        sheet: path("form.css").unwrap_or_default(),
        confirm: path("confirm.js").filter(|_| confirms),
        phone: path("phone.js").map(|js| Phone { js, countries }),
        wasm: wasm.map(|(js, wasm)| Wasm { js: js.path, integrity: js.integrity, wasm: wasm.path }),
    }
}
