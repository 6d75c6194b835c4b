//! What each address answers. A handler gets plain values and returns an answer or a problem; one place writes both.

pub mod assets;
pub mod business;
pub mod consents;
pub mod decisions;
pub mod embed;
pub mod epochs;
pub mod erasures;
pub mod export;
pub mod form;
pub mod hosted;
pub mod imports;
pub mod links;
pub mod log;
pub mod lookups;
pub mod offers;
pub mod operator;
pub mod phone;
pub mod receipts;
pub mod reviews;
pub mod sends;
pub mod service;
pub mod shown;
pub mod statistics;
pub mod verifications;
pub mod verify;
pub mod webhooks;
pub mod whatsapp;
pub mod witness;

use jatak_shared::problem::Problem;

use crate::cx::Cx;
use crate::http::{Outgoing, Unread};
use crate::route::Route;

/// Answers a request whose method the route takes.
pub async fn answer(cx: &Cx, route: &Route, request: &Unread) -> Result<Outgoing, Problem> {
    let post = cx.incoming.method == "POST";
    match route {
        Route::Health => service::health(cx).await,
        Route::OpenApi => service::open_api(cx),
        Route::Robots => Ok(service::robots()),
        Route::Verify => verify::page(cx),
        Route::PhoneCountry => Ok(phone::country(cx)),
        Route::PhoneCountries(path, locale) => phone::countries(cx, path, locale),
        Route::PhoneRules(code) => phone::rules(cx, code),
        Route::Element => assets::script(cx, "element.js"),
        Route::Types => assets::script(cx, "jatak.d.ts"),
        Route::Problem(code) => service::problem(code),
        Route::Asset(path) => assets::serve(cx, path),
        Route::Businesses if post => operator::create(cx, request).await,
        Route::Businesses => operator::list(cx).await,
        Route::BusinessEntry(slug) => operator::remove(cx, slug).await,
        Route::WhatsappApp if post => whatsapp::hear_for_many(cx, request).await,
        Route::WhatsappApp => whatsapp::shake_for_many(cx),
        Route::WhatsappAccounts(slug) => whatsapp::bind(cx, slug, request).await,
        Route::Whatsapp(slug) if post => whatsapp::hear(cx, slug, request).await,
        Route::Whatsapp(slug) if cx.incoming.method == "PUT" => whatsapp::put_secrets(cx, slug, request).await,
        Route::Whatsapp(slug) => whatsapp::shake(cx, slug).await,
        Route::WhatsappCounts(slug) => whatsapp::counts(cx, slug).await,
        Route::Offers(slug) => offers::post(cx, slug, request).await,
        Route::Verifications(slug) => verifications::post(cx, slug, request).await,
        Route::Reviews(slug) => reviews::list(cx, slug).await,
        Route::ReviewById(slug, id) => reviews::close(cx, slug, id, request).await,
        Route::Epochs(slug) => epochs::open(cx, slug, request).await,
        Route::Settings(slug) if cx.incoming.method == "PUT" => business::put_settings(cx, slug, request).await,
        Route::Settings(slug) => business::settings(cx, slug).await,
        Route::Form(slug) => form::data(cx, slug).await,
        Route::Notice(slug) => form::notice(cx, slug).await,
        Route::NoticeById(slug, id) => form::notice_by_id(cx, slug, id).await,
        Route::Widget(slug) => form::widget(cx, slug).await,
        Route::Consents(slug) => consents::post(cx, slug, request).await,
        Route::Shown(slug) => Ok(shown::post(cx, slug, request).await),
        Route::Statistics(slug) => statistics::get(cx, slug).await,
        Route::Export(slug) => export::stream(cx, slug).await,
        Route::Events(slug) => export::events(cx, slug).await,
        Route::Lookups(slug) => business::lookup(cx, slug, request).await,
        Route::Decisions(slug) => decisions::post(cx, slug, request).await,
        Route::Sends(slug) => sends::post(cx, slug, request).await,
        Route::OptOuts(slug) => business::opt_out(cx, slug, request).await,
        Route::Erasures(slug) => erasures::post(cx, slug, request).await,
        Route::Links(slug) => business::link(cx, slug, request).await,
        Route::Imports(slug) => imports::upload(cx, slug, request).await,
        Route::ImportById(slug, id) if cx.incoming.method == "DELETE" => imports::delete(cx, slug, id).await,
        Route::ImportById(slug, id) => imports::report(cx, slug, id).await,
        Route::ImportCommit(slug, id) => imports::commit(cx, slug, id).await,
        Route::Keys(slug) if post => business::add_key(cx, slug, request).await,
        Route::Keys(slug) => business::keys(cx, slug).await,
        Route::KeyById(slug, id) => business::revoke_key(cx, slug, id).await,
        Route::Webhooks(slug) if post => webhooks::add(cx, slug, request).await,
        Route::Webhooks(slug) => webhooks::list(cx, slug).await,
        Route::WebhookById(slug, id) if cx.incoming.method == "DELETE" => webhooks::delete(cx, slug, id).await,
        Route::WebhookById(slug, id) => webhooks::set(cx, slug, id, request).await,
        Route::WebhookReplay(slug, id) => webhooks::replay(cx, slug, id, request).await,
        Route::WebhookSecret(slug, id) => webhooks::new_secret(cx, slug, id).await,
        Route::ReceiptById(slug, id) => receipts::by_event(cx, slug, id).await,
        Route::LogCheckpoint(slug) => log::checkpoint(cx, slug).await,
        Route::LogCosigned(slug) => witness::cosigned(cx, slug).await,
        Route::LogVkey(slug) => log::vkey(cx, slug).await,
        Route::LogTile(slug, path) => log::tile(cx, slug, path).await,
        Route::LinkReceipt(slug, token) => receipts::by_link(cx, slug, token).await,
        Route::Hosted(slug) => hosted::page(cx, slug).await,
        Route::ExportPage(slug) => hosted::export_page(cx, slug).await,
        Route::Embed(slug) => embed::page(cx, slug).await,
        Route::Preview(slug) => embed::preview(cx, slug).await,
        Route::Link(slug, token) if post => links::post(cx, slug, token, request).await,
        Route::Link(slug, token) => links::page(cx, slug, token).await,
    }
}
