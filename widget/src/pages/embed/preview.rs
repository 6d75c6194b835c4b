//! The page within the embed page: the real form, brought by the real code, from which nothing is sent.

use jatak_shared::locale::Locale;
use jatak_shared::wording;
use leptos::prelude::*;

use super::Theme;

/// The preview.
#[derive(Clone, Copy, Debug)]
pub struct PreviewPage<'a> {
    /// The language of the sentence above the form.
    pub locale: Locale,
    /// The form's colours. The page around it has those that a shop would have who chose them.
    pub theme: Theme,
    /// The address of `form.css`.
    pub form_css: &'a str,
    /// The address of `page.css`.
    pub page_css: &'a str,
    /// The address of `preview.js`, which keeps the form from being sent.
    pub script: &'a str,
    /// The code.
    pub snippet: &'a str,
}

impl PreviewPage<'_> {
    /// The document. The attribute at its root keeps the form from being counted as shown.
    pub fn render(&self) -> String {
        let Self { locale, theme, snippet, .. } = *self;
        let words = &wording::of(locale).pages.embed;
        let (scheme, shade) = match theme {
            Theme::Page | Theme::Light => ("light", "light"),
            Theme::Auto => ("light dark", "auto"),
            Theme::Dark => ("dark", "dark"),
        };
        let head = Owner::new().with(|| {
            view! {
                <head>
                    <meta charset="utf-8"/>
                    <meta name="viewport" content="width=device-width, initial-scale=1"/>
                    <meta name="robots" content="noindex"/>
                    <meta name="color-scheme" content=scheme/>
                    <link rel="icon" href="data:,"/>
                    <title>{words.preview}</title>
                    <link rel="stylesheet" href=self.form_css.to_owned()/>
                    <link rel="stylesheet" href=self.page_css.to_owned()/>
                    <script src=self.script.to_owned()></script>
                </head>
            }
            .to_html()
        });
        let note = Owner::new().with(|| {
            view! {
                <div class="jatak sent" data-theme=shade>
                    <h1 class="spoken">{words.preview}</h1>
                    <p class="note" role="status">{words.preview_note}</p>
                </div>
            }
            .to_html()
        });
        let (language, dir) = (locale.code(), locale.dir().code());
        format!(
            "<!doctype html>\n<html lang=\"{language}\" dir=\"{dir}\" data-jatak-preview>{head}<body><main>{note}{snippet}</main></body></html>\n"
        )
    }
}
