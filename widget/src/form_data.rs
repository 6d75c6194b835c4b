//! The form data: what one response hands to the loader, and the loader to the WASM.
//!
//! `GET /v1/{business}/form` serves it as JSON; `GET /{business}/widget.js` is the loader with a call that carries it.

use jatak_shared::category::CategoryId;
use jatak_shared::country::Country;
use jatak_shared::locale::{Dir, Locale};
use jatak_shared::notice::Notice;
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
    /// The paths of glue and WASM; none where only the loader is built.
    pub wasm: Option<Wasm<'a>>,
}

/// The paths of glue and WASM.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Wasm<'a> {
    /// `jatak.js`.
    pub js: &'a str,
    /// `jatak_bg.wasm`.
    pub wasm: &'a str,
}

/// The form data of one notice. Its serde form is the contract with the loader (`widget/loader/form.js`) and the WASM.
#[derive(Clone, Debug, Serialize)]
pub struct FormData<'a> {
    v: u8,
    edge: &'a str,
    business: &'a str,
    locale: Locale,
    dir: Dir,
    country: Country,
    offered: Vec<&'a CategoryId>,
    notice: &'a Notice,
    html: String,
    css: &'a str,
    sheet: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    wasm: Option<Wasm<'a>>,
}

impl<'a> FormData<'a> {
    /// The form of `notice` with the categories `offered`, or all where none is named. What the notice does not have is
    /// not offered. `edge` is the public address, without a slash at its end.
    pub fn new(notice: &'a Notice, edge: &'a str, offered: &[CategoryId], assets: FormAssets<'a>) -> Self {
        let text = notice.text();
        let ids = notice.categories().iter().map(|category| category.id());
        Self {
            v: 1,
            edge,
            business: text.business.id.as_str(),
            locale: text.locale,
            dir: text.dir,
            country: text.business.country,
            offered: ids.filter(|id| offered.is_empty() || offered.contains(id)).collect(),
            notice,
            html: markup(FormModel::in_shop(notice, edge, offered)),
            css: assets.css,
            sheet: assets.sheet,
            wasm: assets.wasm,
        }
    }

    /// The form data as JSON. A closing tag in it is written so that it closes nothing, should a page ever hold it in a
    /// script element.
    pub fn to_json(&self) -> String {
        // A struct of texts and lists always has a JSON form.
        serde_json::to_string(self).unwrap_or_default().replace("</", "<\\/")
    }

    /// The script that a shop's page loads: the loader, and the call that gives it the form data.
    pub fn to_script(&self, loader: &str) -> String {
        [loader.trim_end(), "\njatak.form(", &self.to_json(), ");\n"].concat()
    }
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
