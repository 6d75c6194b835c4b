//! The page for the shop's developer: the form as it would be, and the code that brings it. Without JavaScript the choices
//! are a form like any other, and the code can be selected; the script (`widget/pages/embed.js`) copies it.
//!
//! Its form is the one that is sent by GET: it asks for another view of the same page, and changes nothing.

mod preview;

use jatak_shared::locale::Locale;
use leptos::prelude::*;

use super::Frame;
use super::frame::Extras;
use super::parts::hidden;

pub use preview::PreviewPage;

/// The colours of the form, as `data-theme` has them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the page around it says; no attribute.
    #[default]
    Page,
    /// As the reader prefers.
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    const ALL: [Self; 4] = [Self::Page, Self::Auto, Self::Light, Self::Dark];

    /// The word of the attribute, and of the page's address.
    pub fn word(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of this word.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.word() == word)
    }
}

/// The pieces of code.
#[derive(Clone, Debug)]
pub struct Codes {
    /// For any page: with the reserved height.
    pub snippet: String,
    /// The script tag alone.
    pub bare: String,
    /// The element, for single-page apps.
    pub element: String,
    /// The loader by its hash.
    pub pinned: String,
    /// The tag for Google Tag Manager.
    pub tag_manager: String,
    /// The element that it fills.
    pub place: String,
    /// The block for Shopify, in Liquid.
    pub shopify: String,
    /// The hook for WooCommerce, in PHP.
    pub woocommerce: String,
    /// What a Content-Security-Policy must allow.
    pub policy: String,
    /// The reserved height as a rule for a style sheet.
    pub height: String,
}

/// The page.
#[derive(Clone, Debug)]
pub struct EmbedPage<'a> {
    /// What is around it.
    pub frame: Frame<'a>,
    /// The languages that the form speaks.
    pub locales: &'a [Locale],
    /// The one chosen.
    pub locale: Locale,
    /// The colours chosen.
    pub theme: Theme,
    /// The widths to choose from.
    pub widths: &'a [u16],
    /// The one chosen.
    pub width: u16,
    /// The categories: id, title in the page's language, and whether the form offers it.
    pub categories: Vec<(&'a str, &'a str, bool)>,
    /// The page's language, where it was asked for.
    pub asked_locale: Option<Locale>,
    /// The address of this page, without a query.
    pub action: &'a str,
    /// The address of the preview.
    pub preview_url: &'a str,
    /// How high it may get, in pixels.
    pub preview_height: u32,
    /// The address of the form's own page.
    pub hosted_url: &'a str,
    /// The code.
    pub codes: &'a Codes,
    /// The address of `embed.js`.
    pub script: &'a str,
}

impl EmbedPage<'_> {
    /// The document.
    pub fn render(&self) -> String {
        let Self { frame, script, .. } = self;
        let words = &frame.words().embed;
        let title = frame.named(words.title);
        let extras = Extras { script: Some(script), ..Extras::default() };
        frame.document_with(&title, &extras, || {
            view! {
                <h1>{title.clone()}</h1>
                <p class="lead">{words.intro}</p>
                {self.options()}
                <h2>{words.preview}</h2>
                <iframe class="preview" src=self.preview_url.to_owned() title=words.preview
                    height=(self.preview_height + PREVIEW_NOTE).to_string()></iframe>
                <noscript><p><a href=self.hosted_url.to_owned()>{words.preview_link}</a></p></noscript>
                <h2>{words.code}</h2>
                {self.code()}
                <p class="spoken" role="status" data-copied=words.copied></p>
            }
        })
    }

    /// What can be chosen.
    fn options(&self) -> impl IntoView + use<'_> {
        let words = &self.frame.words().embed;
        let themes = Theme::ALL.map(|theme| {
            let text = match theme {
                Theme::Page => words.theme_page,
                Theme::Auto => words.theme_auto,
                Theme::Light => words.theme_light,
                Theme::Dark => words.theme_dark,
            };
            (theme.word().to_owned(), text.to_owned(), theme == self.theme)
        });
        let locales = self.locales.iter();
        let locales = locales.map(|one| (one.code().to_owned(), one.native_name().to_owned(), *one == self.locale));
        let widths = self.widths.iter().map(|one| (one.to_string(), format!("{one} px"), *one == self.width));
        let category = |&(id, title, offered): &(&str, &str, bool)| {
            view! {
                <label class="tick">
                    <input type="checkbox" name="categories" value=id.to_owned() checked=offered autocomplete="off"/>
                    <span>{title.to_owned()}</span>
                </label>
            }
        };
        view! {
            <form class="form card options" method="get" action=self.action.to_owned()>
                <h2>{words.options}</h2>
                {self.asked_locale.map(|locale| hidden("locale", locale.code()))}
                <div class="row">
                    {select("form", words.form_language, locales.collect())}
                    {select("theme", words.theme, themes.into())}
                    {select("width", words.width, widths.collect())}
                </div>
                <fieldset>
                    <legend>{words.categories}</legend>
                    {self.categories.iter().map(category).collect_view()}
                </fieldset>
                <button type="submit">{words.show}</button>
            </form>
        }
    }

    /// The code, each piece with what to do with it. Names of products and standards are the same in every language.
    fn code(&self) -> impl IntoView + use<'_> {
        let words = &self.frame.words().embed;
        let Codes { snippet, bare, element, pinned, tag_manager, place, shopify, woocommerce, policy, height } =
            self.codes;
        view! {
            {self.piece("snippet", words.snippet, &[(words.snippet_help, snippet)])}
            {self.piece("bare", words.bare, &[(words.bare_help, bare)])}
            {self.piece("element", words.element, &[(words.element_help, element)])}
            {self.piece("pinned", words.pinned, &[(words.pinned_help, pinned)])}
            {self.piece("tag-manager", "Google Tag Manager", &[(words.tag_manager_help, tag_manager), (words.place_help, place)])}
            {self.piece("shopify", "Shopify", &[(words.shopify_help, shopify)])}
            {self.piece("woocommerce", "WooCommerce", &[(words.woocommerce_help, woocommerce)])}
            {self.piece("policy", "Content Security Policy", &[(words.policy_help, policy)])}
            {self.piece("height", words.height, &[(words.height_help, height)])}
        }
    }

    /// A heading with code below it. A region that scrolls must be reachable by keyboard, and have a name.
    fn piece(
        &self,
        id: &'static str,
        heading: &'static str,
        codes: &[(&'static str, &String)],
    ) -> impl IntoView + use<> {
        let copy = self.frame.words().embed.copy;
        let code = |(number, (help, code)): (usize, &(&'static str, &String))| {
            let about = format!("{id}-{number}");
            let name = format!("code-{id}-{number}");
            view! {
                <p class="help" id=about.clone()>{*help}</p>
                <div class="code">
                    <pre tabindex="0" role="region" aria-labelledby=format!("{id} {about}") dir="ltr" id=name.clone()>
                        <code>{(*code).clone()}</code>
                    </pre>
                    <button class="quiet" type="button" data-copy=name aria-describedby=id hidden>{copy}</button>
                </div>
            }
        };
        view! {
            <h3 id=id>{heading}</h3>
            {codes.iter().enumerate().map(code).collect_view()}
        }
    }
}

/// What the sentence above the form in the preview takes, in pixels.
const PREVIEW_NOTE: u32 = 120;

/// A labelled selector: of each option its value, its text, and whether it is the one chosen.
fn select(name: &'static str, label: &'static str, options: Vec<(String, String, bool)>) -> impl IntoView {
    let option = |(value, text, chosen)| view! { <option value=value selected=chosen>{text}</option> };
    let options: Vec<_> = options.into_iter().map(option).collect();
    let id = format!("choose-{name}");
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <select id=id.clone() name=name>{options}</select>
        </div>
    }
}
