//! The router: which address is what. Pure, and the only place that takes paths apart.

use jatak_shared::business::Slug;

/// What an address names, before anyone knows whether it exists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// `/healthz`
    Health,
    /// `/openapi.json`
    OpenApi,
    /// `/robots.txt`
    Robots,
    /// `/verify`
    Verify,
    /// `/element.js`
    Element,
    /// `/jatak.d.ts`
    Types,
    /// `/assets/{hash}/{file}`; the whole path.
    Asset(String),
    /// `/phone/country`
    PhoneCountry,
    /// `/phone/countries/{hash}/{locale}`; the whole path, and the locale.
    PhoneCountries(String, String),
    /// `/phone/rules/{country}`
    PhoneRules(String),
    /// `/problems/{code}`
    Problem(String),
    /// `/v1/businesses`
    Businesses,
    /// `/v1/businesses/{business}`
    BusinessEntry(Slug),
    /// `/v1/businesses/{business}/epochs`
    Epochs(Slug),
    /// `/v1/{business}`
    Settings(Slug),
    /// `/v1/{business}/form`
    Form(Slug),
    /// `/v1/{business}/notice`
    Notice(Slug),
    /// `/v1/{business}/notices/{id}`
    NoticeById(Slug, String),
    /// `/v1/{business}/consents`
    Consents(Slug),
    /// `/v1/{business}/shown`
    Shown(Slug),
    /// `/v1/{business}/statistics`
    Statistics(Slug),
    /// `/v1/{business}/export`
    Export(Slug),
    /// `/v1/{business}/events`
    Events(Slug),
    /// `/v1/{business}/lookups`
    Lookups(Slug),
    /// `/v1/{business}/decisions`
    Decisions(Slug),
    /// `/v1/{business}/sends`
    Sends(Slug),
    /// `/v1/{business}/opt-outs`
    OptOuts(Slug),
    /// `/v1/{business}/erasures`
    Erasures(Slug),
    /// `/v1/{business}/links`
    Links(Slug),
    /// `/v1/{business}/keys`
    Keys(Slug),
    /// `/v1/{business}/keys/{id}`
    KeyById(Slug, String),
    /// `/v1/{business}/webhooks`
    Webhooks(Slug),
    /// `/v1/{business}/webhooks/{id}`
    WebhookById(Slug, String),
    /// `/v1/{business}/webhooks/{id}/replay`
    WebhookReplay(Slug, String),
    /// `/v1/{business}/webhooks/{id}/secret`
    WebhookSecret(Slug, String),
    /// `/v1/{business}/imports`
    Imports(Slug),
    /// `/v1/{business}/imports/{id}`
    ImportById(Slug, String),
    /// `/v1/{business}/imports/{id}/commit`
    ImportCommit(Slug, String),
    /// `/v1/{business}/receipts/{id}`
    ReceiptById(Slug, String),
    /// `/v1/{business}/log/checkpoint`
    LogCheckpoint(Slug),
    /// `/v1/{business}/log/vkey`
    LogVkey(Slug),
    /// `/v1/whatsapp`
    WhatsappApp,
    /// `/v1/businesses/{business}/whatsapp`
    WhatsappAccounts(Slug),
    /// `/v1/{business}/whatsapp`
    Whatsapp(Slug),
    /// `/v1/{business}/whatsapp/counts`
    WhatsappCounts(Slug),
    /// `/v1/{business}/offers`
    Offers(Slug),
    /// `/v1/{business}/verifications`
    Verifications(Slug),
    /// `/v1/{business}/reviews`
    Reviews(Slug),
    /// `/v1/{business}/reviews/{id}`
    ReviewById(Slug, String),
    /// `/v1/{business}/log/cosigned`
    LogCosigned(Slug),
    /// `/v1/{business}/log/tile/…`; the path from `tile/` on.
    LogTile(Slug, String),
    /// `/{business}/widget.js`
    Widget(Slug),
    /// `/{business}`
    Hosted(Slug),
    /// `/{business}/export`
    ExportPage(Slug),
    /// `/{business}/embed`
    Embed(Slug),
    /// `/{business}/embed/preview`
    Preview(Slug),
    /// `/{business}/c/{token}`
    Link(Slug, String),
    /// `/{business}/c/{token}/receipt.json`
    LinkReceipt(Slug, String),
}

impl Route {
    /// The route of this path; `None` where nothing is.
    pub fn of(path: &str) -> Option<Self> {
        let parts: Vec<&str> = path.strip_prefix('/')?.split('/').collect();
        // A word that was reserved later still names whom it named before; the fixed addresses come first.
        let slug = |text: &str| Slug::from_stored(text).ok();
        Some(match parts.as_slice() {
            ["healthz"] => Self::Health,
            ["openapi.json"] => Self::OpenApi,
            ["robots.txt"] => Self::Robots,
            ["verify"] => Self::Verify,
            ["element.js"] => Self::Element,
            ["jatak.d.ts"] => Self::Types,
            ["assets", _, _] => Self::Asset(path.to_owned()),
            ["phone", "country"] => Self::PhoneCountry,
            ["phone", "countries", _, locale] => Self::PhoneCountries(path.to_owned(), (*locale).to_owned()),
            ["phone", "rules", country] => Self::PhoneRules((*country).to_owned()),
            ["problems", code] => Self::Problem((*code).to_owned()),
            ["v1", "businesses"] => Self::Businesses,
            ["v1", "whatsapp"] => Self::WhatsappApp,
            ["v1", "businesses", business, "whatsapp"] => Self::WhatsappAccounts(slug(business)?),
            ["v1", "businesses", business] => Self::BusinessEntry(slug(business)?),
            ["v1", "businesses", business, "epochs"] => Self::Epochs(slug(business)?),
            ["v1", business] => Self::Settings(slug(business)?),
            ["v1", business, "form"] => Self::Form(slug(business)?),
            ["v1", business, "notice"] => Self::Notice(slug(business)?),
            ["v1", business, "notices", id] => Self::NoticeById(slug(business)?, (*id).to_owned()),
            ["v1", business, "consents"] => Self::Consents(slug(business)?),
            ["v1", business, "shown"] => Self::Shown(slug(business)?),
            ["v1", business, "statistics"] => Self::Statistics(slug(business)?),
            ["v1", business, "export"] => Self::Export(slug(business)?),
            ["v1", business, "events"] => Self::Events(slug(business)?),
            ["v1", business, "lookups"] => Self::Lookups(slug(business)?),
            ["v1", business, "decisions"] => Self::Decisions(slug(business)?),
            ["v1", business, "sends"] => Self::Sends(slug(business)?),
            ["v1", business, "opt-outs"] => Self::OptOuts(slug(business)?),
            ["v1", business, "erasures"] => Self::Erasures(slug(business)?),
            ["v1", business, "links"] => Self::Links(slug(business)?),
            ["v1", business, "imports"] => Self::Imports(slug(business)?),
            ["v1", business, "imports", id] => Self::ImportById(slug(business)?, (*id).to_owned()),
            ["v1", business, "imports", id, "commit"] => Self::ImportCommit(slug(business)?, (*id).to_owned()),
            ["v1", business, "keys"] => Self::Keys(slug(business)?),
            ["v1", business, "keys", id] => Self::KeyById(slug(business)?, (*id).to_owned()),
            ["v1", business, "webhooks"] => Self::Webhooks(slug(business)?),
            ["v1", business, "webhooks", id] => Self::WebhookById(slug(business)?, (*id).to_owned()),
            ["v1", business, "webhooks", id, "replay"] => Self::WebhookReplay(slug(business)?, (*id).to_owned()),
            ["v1", business, "webhooks", id, "secret"] => Self::WebhookSecret(slug(business)?, (*id).to_owned()),
            ["v1", business, "whatsapp"] => Self::Whatsapp(slug(business)?),
            ["v1", business, "whatsapp", "counts"] => Self::WhatsappCounts(slug(business)?),
            ["v1", business, "offers"] => Self::Offers(slug(business)?),
            ["v1", business, "verifications"] => Self::Verifications(slug(business)?),
            ["v1", business, "reviews"] => Self::Reviews(slug(business)?),
            ["v1", business, "reviews", id] => Self::ReviewById(slug(business)?, (*id).to_owned()),
            ["v1", business, "receipts", id] => Self::ReceiptById(slug(business)?, (*id).to_owned()),
            ["v1", business, "log", "checkpoint"] => Self::LogCheckpoint(slug(business)?),
            ["v1", business, "log", "cosigned"] => Self::LogCosigned(slug(business)?),
            ["v1", business, "log", "vkey"] => Self::LogVkey(slug(business)?),
            ["v1", business, "log", "tile", rest @ ..] => {
                Self::LogTile(slug(business)?, format!("tile/{}", rest.join("/")))
            }
            [business, "widget.js"] => Self::Widget(slug(business)?),
            [business] => Self::Hosted(slug(business)?),
            [business, "export"] => Self::ExportPage(slug(business)?),
            [business, "embed"] => Self::Embed(slug(business)?),
            [business, "embed", "preview"] => Self::Preview(slug(business)?),
            [business, "c", token] => Self::Link(slug(business)?, (*token).to_owned()),
            [business, "c", token, "receipt.json"] => Self::LinkReceipt(slug(business)?, (*token).to_owned()),
            _ => return None,
        })
    }

    /// The methods it takes, besides OPTIONS. HEAD comes with GET.
    pub fn methods(&self) -> &'static [&'static str] {
        match self {
            Self::Health
            | Self::OpenApi
            | Self::Robots
            | Self::Verify
            | Self::Element
            | Self::Types
            | Self::Asset(_)
            | Self::PhoneCountry
            | Self::PhoneCountries(..)
            | Self::PhoneRules(_)
            | Self::Problem(_)
            | Self::Form(_)
            | Self::Notice(_)
            | Self::NoticeById(..)
            | Self::Statistics(_)
            | Self::Export(_)
            | Self::Events(_)
            | Self::ReceiptById(..)
            | Self::WhatsappCounts(_)
            | Self::Reviews(_)
            | Self::LogCheckpoint(_)
            | Self::LogVkey(_)
            | Self::LogCosigned(_)
            | Self::LogTile(..)
            | Self::LinkReceipt(..)
            | Self::Widget(_)
            | Self::Hosted(_)
            | Self::Embed(_)
            | Self::Preview(_)
            | Self::ExportPage(_) => &["GET", "HEAD"],
            Self::Businesses | Self::Keys(_) | Self::Webhooks(_) | Self::WhatsappApp | Self::Link(..) => {
                &["GET", "HEAD", "POST"]
            }
            Self::BusinessEntry(_) | Self::KeyById(..) => &["DELETE"],
            Self::Settings(_) => &["GET", "HEAD", "PUT"],
            Self::WhatsappAccounts(_) => &["PUT"],
            Self::Whatsapp(_) => &["GET", "HEAD", "POST", "PUT"],
            Self::WebhookById(..) => &["PUT", "DELETE"],
            Self::Consents(_)
            | Self::Shown(_)
            | Self::Epochs(_)
            | Self::Lookups(_)
            | Self::Decisions(_)
            | Self::Sends(_)
            | Self::OptOuts(_)
            | Self::Erasures(_)
            | Self::Links(_)
            | Self::Imports(_)
            | Self::ImportCommit(..)
            | Self::Offers(_)
            | Self::Verifications(_)
            | Self::ReviewById(..)
            | Self::WebhookReplay(..)
            | Self::WebhookSecret(..) => &["POST"],
            Self::ImportById(..) => &["GET", "HEAD", "DELETE"],
        }
    }

    /// The address with its variable parts named: what logs say, since a token is a secret and a path may hold one.
    pub fn template(&self) -> &'static str {
        match self {
            Self::Health => "/healthz",
            Self::OpenApi => "/openapi.json",
            Self::Robots => "/robots.txt",
            Self::Verify => "/verify",
            Self::Element => "/element.js",
            Self::Types => "/jatak.d.ts",
            Self::Asset(_) => "/assets/{hash}/{file}",
            Self::PhoneCountry => "/phone/country",
            Self::PhoneCountries(..) => "/phone/countries/{hash}/{locale}",
            Self::PhoneRules(_) => "/phone/rules/{country}",
            Self::Problem(_) => "/problems/{code}",
            Self::Businesses => "/v1/businesses",
            Self::BusinessEntry(_) => "/v1/businesses/{business}",
            Self::Epochs(_) => "/v1/businesses/{business}/epochs",
            Self::Settings(_) => "/v1/{business}",
            Self::Form(_) => "/v1/{business}/form",
            Self::Notice(_) => "/v1/{business}/notice",
            Self::NoticeById(..) => "/v1/{business}/notices/{id}",
            Self::Consents(_) => "/v1/{business}/consents",
            Self::Shown(_) => "/v1/{business}/shown",
            Self::Statistics(_) => "/v1/{business}/statistics",
            Self::Export(_) => "/v1/{business}/export",
            Self::Events(_) => "/v1/{business}/events",
            Self::Lookups(_) => "/v1/{business}/lookups",
            Self::Decisions(_) => "/v1/{business}/decisions",
            Self::Sends(_) => "/v1/{business}/sends",
            Self::OptOuts(_) => "/v1/{business}/opt-outs",
            Self::Erasures(_) => "/v1/{business}/erasures",
            Self::Links(_) => "/v1/{business}/links",
            Self::Imports(_) => "/v1/{business}/imports",
            Self::ImportById(..) => "/v1/{business}/imports/{id}",
            Self::ImportCommit(..) => "/v1/{business}/imports/{id}/commit",
            Self::Keys(_) => "/v1/{business}/keys",
            Self::KeyById(..) => "/v1/{business}/keys/{id}",
            Self::Webhooks(_) => "/v1/{business}/webhooks",
            Self::WebhookById(..) => "/v1/{business}/webhooks/{id}",
            Self::WebhookReplay(..) => "/v1/{business}/webhooks/{id}/replay",
            Self::WebhookSecret(..) => "/v1/{business}/webhooks/{id}/secret",
            Self::WhatsappApp => "/v1/whatsapp",
            Self::WhatsappAccounts(_) => "/v1/businesses/{business}/whatsapp",
            Self::Whatsapp(_) => "/v1/{business}/whatsapp",
            Self::WhatsappCounts(_) => "/v1/{business}/whatsapp/counts",
            Self::Offers(_) => "/v1/{business}/offers",
            Self::Verifications(_) => "/v1/{business}/verifications",
            Self::Reviews(_) => "/v1/{business}/reviews",
            Self::ReviewById(..) => "/v1/{business}/reviews/{id}",
            Self::ReceiptById(..) => "/v1/{business}/receipts/{id}",
            Self::LogCheckpoint(_) => "/v1/{business}/log/checkpoint",
            Self::LogCosigned(_) => "/v1/{business}/log/cosigned",
            Self::LogVkey(_) => "/v1/{business}/log/vkey",
            Self::LogTile(..) => "/v1/{business}/log/tile/{tile}",
            Self::Widget(_) => "/{business}/widget.js",
            Self::Hosted(_) => "/{business}",
            Self::ExportPage(_) => "/{business}/export",
            Self::Embed(_) => "/{business}/embed",
            Self::Preview(_) => "/{business}/embed/preview",
            Self::Link(..) => "/{business}/c/{token}",
            Self::LinkReceipt(..) => "/{business}/c/{token}/receipt.json",
        }
    }

    /// Whether pages of other origins may read the answer: what the widget fetches, and nothing else.
    pub fn is_shared(&self) -> bool {
        matches!(
            self,
            Self::Asset(_)
                | Self::PhoneCountry
                | Self::PhoneCountries(..)
                | Self::PhoneRules(_)
                | Self::Element
                | Self::Types
                | Self::Form(_)
                | Self::Notice(_)
                | Self::NoticeById(..)
                | Self::Consents(_)
                | Self::Offers(_)
                | Self::Verifications(_)
                | Self::Shown(_)
                | Self::Widget(_)
        )
    }

    /// Whether a form is posted there that a program may post to as well.
    pub fn takes_forms(&self) -> bool {
        matches!(self, Self::Consents(_) | Self::Offers(_))
    }

    /// Whether people open it in a browser, so that a problem is told as a page.
    pub fn is_page(&self) -> bool {
        matches!(
            self,
            Self::Verify | Self::Hosted(_) | Self::ExportPage(_) | Self::Embed(_) | Self::Preview(_) | Self::Link(..)
        )
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
    use super::*;
    use jatak_shared::business::RESERVED;

    #[test]
    fn every_fixed_first_segment_is_a_reserved_slug() {
        for path in [
            "/healthz",
            "/openapi.json",
            "/robots.txt",
            "/verify",
            "/element.js",
            "/assets/a/b",
            "/phone/country",
            "/problems/x",
            "/v1/businesses",
        ] {
            let template = Route::of(path).unwrap().template();
            let first = template.split('/').nth(1).unwrap().split('.').next().unwrap();
            assert!(RESERVED.contains(&first), "{first} of {path} can be taken as a slug");
        }
        for word in ["businesses", "whatsapp"] {
            assert!(RESERVED.contains(&word), "/v1/{word} would be ambiguous");
        }
    }

    #[test]
    fn a_business_whose_name_was_reserved_later_keeps_its_addresses() {
        let phone = Slug::from_stored("phone").unwrap();
        assert_eq!(Route::of("/phone"), Some(Route::Hosted(phone.clone())));
        assert_eq!(Route::of("/phone/c/token"), Some(Route::Link(phone.clone(), "token".into())));
        assert_eq!(Route::of("/v1/phone/opt-outs"), Some(Route::OptOuts(phone)));
        assert_eq!(Route::of("/phone/country"), Some(Route::PhoneCountry));
    }

    #[test]
    fn what_is_no_slug_leads_nowhere() {
        for path in ["", "/", "//", "/Nordlys", "/nordlys/", "/nordlys/c/", "/v1", "/v1/businesses/x/y", "/v1/../x"] {
            let route = Route::of(path);
            assert!(route.is_none() || matches!(route, Some(Route::Link(_, ref token)) if token.is_empty()), "{path}");
        }
    }
}
