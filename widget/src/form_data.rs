//! The form data: what one response hands to the loader, and the loader to the WASM.
//!
//! `GET /v1/{business}/form` serves it as JSON; `GET /{business}/widget.js` is the loader with a call that carries it.

use jatak_shared::category::CategoryId;
use jatak_shared::country::Country;
use jatak_shared::id::NoticeId;
use jatak_shared::locale::{Dir, Locale};
use jatak_shared::notice::{Errors, Notice, NoticeCategory};
use leptos::prelude::*;
use serde::Serialize;

use crate::form::OptInForm;
use crate::model::FormModel;
use crate::state::FormState;

/// Where the browser finds what the form is made of; paths on the edge, beginning with `/assets/`.
#[derive(Clone, Copy, Debug)]
pub struct FormAssets<'a> {
    /// The text of `form.css`, which the response carries along.
    pub css: &'a str,
    /// The path of `form.css`, for browsers without constructable style sheets.
    pub sheet: &'a str,
    /// The path of `confirm.js`; none where the business confirms nothing in WhatsApp.
    pub confirm: Option<&'a str>,
    /// What helps with the number; none where only the loader is built.
    pub phone: Option<Phone<'a>>,
    /// The paths of glue and WASM; none where only the loader is built.
    pub wasm: Option<Wasm<'a>>,
}

/// The paths of what helps with the number.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Phone<'a> {
    /// `phone.js`.
    pub js: &'a str,
    /// The list of countries in the form's language.
    pub countries: &'a str,
}

/// The paths of glue and WASM.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Wasm<'a> {
    /// `jatak.js`.
    pub js: &'a str,
    /// What `jatak.js` is, as subresource integrity has it. What the WASM is stands in there.
    pub integrity: &'a str,
    /// `jatak_bg.wasm`.
    pub wasm: &'a str,
}

/// The form data of one notice. Its serde form is the contract with the loader (`widget/loader/form.js`) and the WASM.
#[derive(Clone, Debug, Serialize)]
pub struct FormData<'a, N = &'a Notice> {
    v: u8,
    edge: &'a str,
    business: &'a str,
    locale: Locale,
    dir: Dir,
    country: Country,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    locales: &'a [Locale],
    offered: Vec<&'a CategoryId>,
    /// What is offered, with commas between, where that was asked for: a loader that asks again asks for the same. Where
    /// everything is offered, so is what a later notice adds.
    #[serde(skip_serializing_if = "Option::is_none")]
    categories: Option<String>,
    notice: N,
    html: String,
    css: &'a str,
    sheet: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    confirm: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    phone: Option<Phone<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    wasm: Option<Wasm<'a>>,
}

/// What the script needs of a notice: what is shown stands in the markup, and need not be sent twice.
#[derive(Clone, Debug, Serialize)]
struct Lean<'a> {
    id: NoticeId,
    labels: LeanLabels<'a>,
}

/// The labels that come and go.
#[derive(Clone, Debug, Serialize)]
struct LeanLabels<'a> {
    submit: &'a str,
    sending: &'a str,
    retry: &'a str,
    hosted: &'a str,
    errors: &'a Errors,
}

impl<'a> FormData<'a> {
    /// The form of `notice` with the categories `offered`, or all where none is named. What the notice does not have is
    /// not offered. `edge` is the public address, without a slash at its end.
    pub fn new(notice: &'a Notice, edge: &'a str, offered: &[CategoryId], assets: FormAssets<'a>) -> Self {
        let text = notice.text();
        let ids = notice.categories().iter().map(NoticeCategory::id);
        let limited =
            (!offered.is_empty()).then(|| offered.iter().map(CategoryId::as_str).collect::<Vec<_>>().join(","));
        Self {
            v: 1,
            edge,
            business: text.business.id.as_str(),
            locale: text.locale,
            dir: text.dir,
            country: text.business.country,
            locales: &[],
            offered: ids.filter(|id| offered.is_empty() || offered.contains(id)).collect(),
            categories: limited,
            notice,
            html: markup(FormModel::in_shop(notice, edge, offered, assets.confirm.is_some())),
            css: assets.css,
            sheet: assets.sheet,
            confirm: assets.confirm,
            phone: assets.phone,
            wasm: assets.wasm,
        }
    }

    /// The same, with the languages that the form exists in, for a loader that may choose another.
    #[must_use]
    pub fn or_in(mut self, locales: &'a [Locale]) -> Self {
        self.locales = locales;
        self
    }

    /// The form data as JSON, with the whole notice.
    pub fn to_json(&self) -> String {
        json(self)
    }

    /// The script that a shop's page loads: the loader, and the call that gives it the form data, of the notice only what
    /// the loader and the WASM read.
    pub fn to_script(&self, loader: &str) -> String {
        let labels = &self.notice.text().labels;
        let labels = LeanLabels {
            submit: &labels.submit,
            sending: &labels.sending,
            retry: &labels.retry,
            hosted: &labels.hosted,
            errors: &labels.errors,
        };
        let lean = FormData {
            v: self.v,
            edge: self.edge,
            business: self.business,
            locale: self.locale,
            dir: self.dir,
            country: self.country,
            locales: self.locales,
            offered: self.offered.clone(),
            categories: self.categories.clone(),
            notice: Lean { id: self.notice.id(), labels },
            html: self.html.clone(),
            css: self.css,
            sheet: self.sheet,
            confirm: self.confirm,
            phone: self.phone,
            wasm: self.wasm,
        };
        [loader.trim_end(), "\njatak.form(", &json(&lean), ");\n"].concat()
    }
}

/// `data` as JSON. A closing tag in it is written so that it closes nothing, should a page ever hold it in a script
/// element.
fn json(data: &impl Serialize) -> String {
    // Structs of texts and lists always have a JSON form.
    serde_json::to_string(data).unwrap_or_default().replace("</", "<\\/")
}

/// The markup that the loader paints.
pub fn markup(model: FormModel) -> String {
    Owner::new().with(|| {
        let state = RwSignal::new(FormState::default());
        view! { <OptInForm model state submit=|_| () edit=|_| ()/> }.to_html()
    })
}

#[cfg(test)]
mod tests;
