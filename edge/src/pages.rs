//! Pages: what the widget crate renders, filled in from what the edge knows, with the headers that pages need.

use jatak_ledger::read::{ChoicesView, ReceiptView};
use jatak_ledger::whatsapp::codes::{self, Progress};
use jatak_shared::category::CategoryId;
use jatak_shared::country::Country;
use jatak_shared::locale::{Locale, negotiate};
use jatak_shared::notice::Notice;
use jatak_shared::problem::{Problem, ProblemType};
use jatak_shared::random::Random;
use jatak_widget::model::{FromWhatsapp, Placement};
use jatak_widget::pages::choices::{Choice, ChoicesPage, Note};
use jatak_widget::pages::confirm::ConfirmPage;
use jatak_widget::pages::export::ExportPage;
use jatak_widget::pages::hosted::HostedPage;
use jatak_widget::pages::not_found::NotFoundPage;
use jatak_widget::pages::offer::OfferPage;
use jatak_widget::pages::problem::ProblemPage;
use jatak_widget::pages::receipt::{Awaited, ReceiptPage};
use jatak_widget::pages::{Business, Frame, Language, Prepared};

use crate::assets;
use crate::cx::Cx;
use crate::fields::Form;
use crate::http::Outgoing;
use crate::qr;
use crate::rim::SystemRandom;
use crate::shop::{self, Shop};
use crate::submission::Ticked;

/// What `?source=` may be: a word that tells the poster from the e-mail, kept with the evidence.
const SOURCE: usize = 60;

/// What the hosted page shows beside the notice.
#[derive(Default)]
struct Refill<'a> {
    phone: &'a str,
    country: Option<Country>,
    page: Option<&'a str>,
    context: Vec<String>,
}

/// The hosted opt-in page.
pub fn hosted(cx: &Cx, shop: &Shop) -> Result<Outgoing, Problem> {
    let context = source(cx).map(|source| format!("source:{source}")).into_iter().collect();
    // Nobody keeps the page, so it may begin with a guess.
    let country = cx.country();
    hosted_with(cx, shop, cx.locale(shop), Refill { country, context, ..Refill::default() }, None)
}

/// The hosted opt-in page again, after a form that could not be taken: what was typed stays, nothing is ticked, and
/// what was wrong is said, beside its field where it has one. What the form has no words for is a page of its own, which
/// leads back.
pub async fn hosted_again(cx: &Cx, shop: &Shop, form: &Form, problem: &Problem) -> Result<Outgoing, Problem> {
    use ProblemType as T;
    let tell_on_the_form = matches!(
        problem.kind,
        T::CategoryNone
            | T::NumberMissing
            | T::NumberImpossible
            | T::NoticeOutdated
            | T::RateLimited
            | T::Unavailable
            | T::VerificationOff
    );
    if !tell_on_the_form {
        let locale = form_locale(cx, shop, form);
        let frame = Frame { languages: Vec::new(), ..frame(cx, shop, locale, "") };
        let again = format!("{}/{}?locale={locale}", cx.config.public_url, shop.slug);
        return Ok(refusal(frame, problem, Some(&again)));
    }
    // The notice may be newer than the snapshot that this request began with, and so may the settings be.
    let shop = match problem.kind {
        T::VerificationOff => shop::open_fresh(&cx.env, &cx.config, &shop.slug).await?,
        _ => cx.shop(&shop.slug).await?,
    };
    let refill = Refill {
        phone: form.one("phone").unwrap_or_default(),
        country: form.one("country").and_then(|code| code.parse().ok()),
        page: form.one("page"),
        context: form.all("context").map(str::to_owned).collect(),
    };
    hosted_with(cx, &shop, form_locale(cx, &shop, form), refill, Some(problem))
}

fn hosted_with(
    cx: &Cx,
    shop: &Shop,
    locale: Locale,
    refill: Refill<'_>,
    problem: Option<&Problem>,
) -> Result<Outgoing, Problem> {
    let here = format!("{}/{}", cx.config.public_url, shop.slug);
    let mut hidden = vec![
        ("page", refill.page.unwrap_or(&here).to_owned()),
        ("idempotency_key", fresh_key()),
        ("locale", locale.code().to_owned()),
    ];
    hidden.extend(refill.context.into_iter().map(|text| ("context", text)));
    let kind = problem.map(|problem| problem.kind);
    let page = HostedPage {
        frame: frame(cx, shop, locale, &here),
        notice: shop.notice(locale)?,
        placement: Placement {
            edge: &cx.config.public_url,
            country: refill.country,
            phone: refill.phone,
            hidden,
            changed: kind == Some(ProblemType::NoticeOutdated),
            from_whatsapp: match shop.settings.confirms_in_whatsapp() {
                Some(_) => FromWhatsapp::ByPost,
                None => FromWhatsapp::Not,
            },
            ..Placement::default()
        },
        problem: kind,
        script: asset("hosted.js"),
    };
    Ok(told(document(kind.map_or(200, ProblemType::status), page.render()), problem))
}

/// The receipt of a submission.
pub fn receipt(cx: &Cx, shop: &Shop, token: &str, view: &ReceiptView, note: Option<Note>) -> Result<Outgoing, Problem> {
    let notice = read_notice(&view.notice)?;
    // The receipt speaks the language in which its submission was made, unless asked otherwise.
    let locale = cx.asked_locale().map_or(view.receipt.locale, |_| cx.locale(shop));
    let here = format!("{}/{}/c/{token}", cx.config.public_url, shop.slug);
    let waiting = view.awaited.as_ref().filter(|(progress, _)| *progress == Progress::Waiting);
    let drawn = waiting.and_then(|(_, awaited)| qr::path(&awaited.as_ref()?.url));
    let page = ReceiptPage {
        confirm: view.awaited.as_ref().map(|(progress, awaited)| match (progress, awaited) {
            (Progress::Waiting, Some(awaited)) => {
                Awaited::Waiting(Prepared { url: &awaited.url, qr: drawn.as_ref().map(drawn_as) })
            }
            (Progress::Confirmed, _) => Awaited::Confirmed,
            // Where the business confirms nothing in WhatsApp any more, there is no message to send.
            (Progress::Expired | Progress::Waiting, _) => Awaited::Expired,
        }),
        frame: frame(cx, shop, locale, &here),
        receipt: &view.receipt,
        notice: &notice,
        page: view.page.as_deref(),
        notice_url: &format!("{}/v1/{}/notices/{}", cx.config.public_url, shop.slug, notice.id()),
        file_url: &format!("{here}/receipt.json"),
        check_url: &with_locale(cx, locale, &format!("{}/verify", cx.config.public_url)),
        action: &with_locale(cx, locale, &here),
        // Taking back what is taken back already records nothing, so a second press needs no key to be harmless.
        idempotency_key: None,
        done: note == Some(Note::Saved),
    };
    Ok(document(200, page.render()))
}

/// The choices of a subject.
pub fn choices(
    cx: &Cx,
    shop: &Shop,
    token: &str,
    view: &ChoicesView,
    note: Option<Note>,
    status: u16,
) -> Result<Outgoing, Problem> {
    let notice = read_notice(&view.notice)?;
    let locale = notice.locale();
    let here = format!("{}/{}/c/{token}", cx.config.public_url, shop.slug);
    let page = ChoicesPage {
        frame: frame(cx, shop, locale, &here),
        notice: &notice,
        handle: &view.handle,
        choices: view.categories.iter().map(choice).collect(),
        everything: view.everything,
        note,
        action: &with_locale(cx, locale, &here),
        idempotency_keys: Some([&fresh_key(), &fresh_key()]),
    };
    Ok(document(status, page.render()))
}

fn choice(choice: &jatak_ledger::read::Choice) -> Choice<'_> {
    Choice {
        category: &choice.category,
        state: choice.state,
        after_no: choice.after_no,
        since: choice.since,
        offered: choice.offered,
        imported: choice.imported.as_ref(),
    }
}

/// The message that says yes to what was ticked, for whoever typed no number.
pub async fn offer(cx: &Cx, shop: &Shop, ticked: &Ticked, awaited: &codes::Awaited) -> Result<Outgoing, Problem> {
    let newer;
    let notice = if let Some(held) = shop.notices.values().find(|notice| notice.id() == ticked.notice) {
        held
    } else {
        // The ledger made the offer under one that was published since the snapshot was taken.
        let canonical = cx.ledger(shop).notice(ticked.notice).await?;
        newer = read_notice(&canonical.ok_or_else(|| Problem::new(ProblemType::Internal))?)?;
        &newer
    };
    let drawn = qr::path(&awaited.url);
    let page = OfferPage {
        frame: Frame { languages: Vec::new(), ..frame(cx, shop, notice.locale(), "") },
        notice,
        ticked: &ticked.categories,
        message: Prepared { url: &awaited.url, qr: drawn.as_ref().map(drawn_as) },
        form_url: &format!("{}/{}?locale={}", cx.config.public_url, shop.slug, notice.locale()),
    };
    Ok(document(200, page.render()))
}

fn drawn_as(qr: &qr::Qr) -> (u32, &str) {
    (qr.size, &qr.path)
}

/// The step that asks to press once more. Everything posted is carried along, to the call of this name; nothing is recorded.
pub fn confirm(cx: &Cx, shop: &Shop, form: &Form, call: &str) -> Result<Outgoing, Problem> {
    let locale = form_locale(cx, shop, form);
    let named = form.one("notice").and_then(|id| id.parse().ok());
    let notice = shop.notices.values().find(|notice| Some(notice.id()) == named);
    let ticked: Vec<CategoryId> = form.all("category").filter_map(|id| id.parse().ok()).collect();
    let page = ConfirmPage {
        frame: Frame { languages: Vec::new(), ..frame(cx, shop, notice.map_or(locale, Notice::locale), "") },
        notice,
        ticked: &ticked,
        fields: form.pairs(),
        action: &format!("{}/v1/{}/{call}", cx.config.public_url, shop.slug),
        cancel_url: &format!("{}/{}?locale={locale}", cx.config.public_url, shop.slug),
    };
    Ok(document(200, page.render()))
}

/// The export, for people.
pub fn export(cx: &Cx, shop: &Shop) -> Result<Outgoing, Problem> {
    let locale = cx.locale(shop);
    let categories = shop.notice(locale)?.categories().iter();
    let page = ExportPage {
        frame: frame(cx, shop, locale, &format!("{}/{}/export", cx.config.public_url, shop.slug)),
        categories: categories.map(|category| (category.id().as_str(), category.title())).collect(),
        export_url: &format!("{}/v1/{}/export", cx.config.public_url, shop.slug),
        statistics_url: &format!("{}/v1/{}/statistics", cx.config.public_url, shop.slug),
        script: asset("export.js"),
    };
    Ok(document(200, page.render()))
}

/// A problem, for people. What is not there looks the same whatever it was.
pub fn problem(cx: &Cx, problem: &Problem) -> Outgoing {
    let accepted = cx.incoming.header("accept-language");
    let locale = negotiate(cx.asked_locale(), accepted.as_deref(), Locale::ALL, Locale::En);
    let frame = Frame {
        locale,
        form_css: asset("form.css"),
        page_css: asset("page.css"),
        business: None,
        languages: Vec::new(),
    };
    refusal(frame, problem, None)
}

/// A problem in this frame, with the way to where it can be tried again.
fn refusal(frame: Frame<'_>, problem: &Problem, again_url: Option<&str>) -> Outgoing {
    let html = if problem.kind == ProblemType::NotFound {
        NotFoundPage { frame }.render()
    } else {
        ProblemPage { frame, problem: problem.kind, again_url }.render()
    };
    told(document(problem.kind.status(), html), Some(problem))
}

/// The same, saying how long to wait where there is something to wait for.
fn told(answer: Outgoing, problem: Option<&Problem>) -> Outgoing {
    match problem.and_then(Problem::seconds_to_wait) {
        Some(seconds) => answer.with("Retry-After", seconds.to_string()),
        None => answer,
    }
}

/// What the edge's own pages may do.
pub(crate) const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; \
                      form-action 'self'; base-uri 'none'; frame-ancestors 'none'; \
                      require-trusted-types-for 'script'; trusted-types 'none'";

/// A page with the headers that every page of the edge has: kept by nobody, framed by nobody, indexed by nobody, and
/// telling nobody but the edge itself where a reader came from.
pub(crate) fn document(status: u16, html: String) -> Outgoing {
    Outgoing::text(status, "text/html; charset=utf-8", html)
        .with("Cache-Control", "no-store")
        .with("Content-Security-Policy", POLICY)
        .with("Referrer-Policy", "same-origin")
        .with("X-Content-Type-Options", "nosniff")
        .with("X-Frame-Options", "DENY")
        .with("X-Robots-Tag", "noindex, nofollow")
        .with("Vary", "Accept-Language")
}

/// What is around a page of this business that stands at `here`.
pub(crate) fn frame<'a>(cx: &Cx, shop: &'a Shop, locale: Locale, here: &str) -> Frame<'a> {
    Frame {
        locale,
        form_css: asset("form.css"),
        page_css: asset("page.css"),
        business: Some(Business::of(&shop.settings)),
        languages: languages(cx, shop, here),
    }
}

/// The path of an asset; empty only where the crate was built without any.
pub(crate) fn asset(file: &str) -> &'static str {
    assets::named(file).map_or("", |asset| asset.path)
}

/// The same page in each of the business's languages.
fn languages(cx: &Cx, shop: &Shop, here: &str) -> Vec<Language> {
    let source = source(cx).map(|source| {
        let encoded: String = form_urlencoded::byte_serialize(source.as_bytes()).collect();
        format!("&source={encoded}")
    });
    let source = source.unwrap_or_default();
    let language = |locale: &Locale| Language { locale: *locale, url: format!("{here}?locale={locale}{source}") };
    shop.settings.locales().iter().map(language).collect()
}

/// The word that tells where the reader came from; one that is too long or empty counts as none.
fn source(cx: &Cx) -> Option<String> {
    jatak_shared::text::line(cx.incoming.parameter("source")?, SOURCE).ok()
}

/// The language that a posted form was in.
fn form_locale(cx: &Cx, shop: &Shop, form: &Form) -> Locale {
    let asked = form.one("locale").or(cx.asked_locale());
    shop.locale(asked, cx.incoming.header("accept-language").as_deref())
}

/// The address with the language that was asked for, so that a post comes back in it.
fn with_locale(cx: &Cx, locale: Locale, address: &str) -> String {
    if cx.asked_locale().is_some() { format!("{address}?locale={locale}") } else { address.to_owned() }
}

fn read_notice(canonical: &str) -> Result<Notice, Problem> {
    Notice::from_json(canonical).map_err(|_| Problem::new(ProblemType::Internal))
}

/// A fresh idempotency key: 128 random bits in hex.
fn fresh_key() -> String {
    let bytes: [u8; 16] = SystemRandom.bytes();
    data_encoding::HEXLOWER.encode(&bytes)
}
