//! What is around every page: the document, the business's name, the language switch, the footer.

use jatak_shared::business::Settings;
use jatak_shared::locale::Locale;
use jatak_shared::notice::Notice;
use jatak_shared::wording::{self, PageWording, say};
use leptos::prelude::*;

/// What every page needs.
#[derive(Clone, Debug)]
pub struct Frame<'a> {
    /// The language of the page.
    pub locale: Locale,
    /// The address of `form.css`.
    pub form_css: &'a str,
    /// The address of `page.css`.
    pub page_css: &'a str,
    /// Whose page it is; none where no business is known.
    pub business: Option<Business<'a>>,
    /// The same page in every language it exists in. With fewer than two there is no switch.
    pub languages: Vec<Language>,
}

/// The business as pages name it.
#[derive(Clone, Copy, Debug)]
pub struct Business<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its name in the register.
    pub legal_name: &'a str,
    /// Its postal address.
    pub address: &'a str,
    /// How to reach it.
    pub contact: &'a str,
    /// The address of its privacy notice.
    pub privacy_url: &'a str,
}

impl<'a> Business<'a> {
    /// The business as it is now.
    pub fn of(settings: &'a Settings) -> Self {
        Self {
            name: settings.name(),
            legal_name: settings.legal_name(),
            address: settings.address(),
            contact: settings.contact(),
            privacy_url: settings.privacy_url().as_str(),
        }
    }

    /// The business as a notice names it.
    pub fn at(notice: &'a Notice) -> Self {
        let business = &notice.text().business;
        Self {
            name: &business.name,
            legal_name: &business.legal_name,
            address: &business.address,
            contact: &business.contact,
            privacy_url: business.privacy_url.as_str(),
        }
    }
}

/// The page in one language.
#[derive(Clone, Debug)]
pub struct Language {
    /// The language.
    pub locale: Locale,
    /// Where the page is in that language.
    pub url: String,
}

/// How many languages stand beside each other; more are folded away. Three names fit a phone 320 px wide.
const IN_A_ROW: usize = 3;

/// What sets a page apart from the others.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Extras<'a> {
    /// The address of a script of ours.
    pub(crate) script: Option<&'a str>,
    /// The content itself says who answers for the data, so the footer need not.
    pub(crate) says_controller: bool,
}

impl Frame<'_> {
    /// The words of the page's language.
    pub(crate) fn words(&self) -> &'static PageWording {
        &wording::of(self.locale).pages
    }

    /// The business's name, or nothing where none is known.
    pub(crate) fn name(&self) -> &str {
        self.business.map_or("", |business| business.name)
    }

    /// `template` with the business's name in it.
    pub(crate) fn named(&self, template: &str) -> String {
        say(self.locale, template, &[("business", self.name())])
    }

    /// The document with `content` in it. `content` begins with the one `h1`. It is called inside an owner, as views
    /// need one.
    pub(crate) fn document<V: IntoView>(&self, title: &str, content: impl FnOnce() -> V) -> String {
        self.document_with(title, &Extras::default(), content)
    }

    /// The same, with something more or less than most pages have.
    pub(crate) fn document_with<V: IntoView>(
        &self,
        title: &str,
        extras: &Extras<'_>,
        content: impl FnOnce() -> V,
    ) -> String {
        let Self { locale, form_css, page_css, .. } = *self;
        let words = &self.words().common;
        // The name in the title tells tabs and bookmarks of several shops apart.
        let title = match self.name() {
            "" => title.to_owned(),
            name if title.contains(name) => title.to_owned(),
            name => format!("{title} – {name}"),
        };
        let html = Owner::new().with(|| {
            view! {
                <html lang=locale.code() dir=locale.dir().code()>
                    <head>
                        <meta charset="utf-8"/>
                        <meta name="viewport" content="width=device-width, initial-scale=1"/>
                        <meta name="robots" content="noindex"/>
                        <meta name="color-scheme" content="light dark"/>
                        // Browsers would ask for `/favicon.ico` otherwise, and complain that it is not there.
                        <link rel="icon" href="data:,"/>
                        <title>{title}</title>
                        <link rel="stylesheet" href=form_css.to_owned()/>
                        <link rel="stylesheet" href=page_css.to_owned()/>
                        {extras.script.map(|src| view! { <script src=src.to_owned() defer></script> })}
                    </head>
                    <body>
                        <div class="jatak page" data-theme="auto">
                            <a class="skip" href="#main">{words.skip}</a>
                            {self.header()}
                            <main class="sheet" id="main">{content().into_view()}</main>
                            {self.footer(extras.says_controller)}
                        </div>
                    </body>
                </html>
            }
            .to_html()
        });
        format!("<!doctype html>\n{html}\n")
    }

    fn header(&self) -> impl IntoView + use<> {
        let item = |language: &Language| {
            let Language { locale, url } = language.clone();
            let current = (locale == self.locale).then_some("true");
            view! {
                <li>
                    <a href=url lang=locale.code() hreflang=locale.code() aria-current=current>{locale.native_name()}</a>
                </li>
            }
        };
        let name = self.business.map(|business| view! { <p class="brand"><bdi>{business.name.to_owned()}</bdi></p> });
        let switch = (self.languages.len() > 1).then(|| {
            let list = view! { <ul>{self.languages.iter().map(item).collect_view()}</ul> };
            let list = if self.languages.len() > IN_A_ROW {
                let current = self.locale.native_name();
                view! { <details><summary>{current}</summary>{list}</details> }.into_any()
            } else {
                list.into_any()
            };
            view! { <nav aria-label=self.words().common.language>{list}</nav> }
        });
        view! { <header class="top">{name}{switch}</header> }
    }

    fn footer(&self, said: bool) -> impl IntoView + use<> {
        let words = &self.words().common;
        let business = self.business.filter(|_| !said).map(|business| {
            let Business { name, legal_name, address, contact, privacy_url } = business;
            let controller = say(
                self.locale,
                words.footer_controller,
                &[("legal_name", legal_name), ("address", address), ("contact", contact)],
            );
            let privacy = say(self.locale, words.footer_privacy, &[("business", name)]);
            view! {
                <p>{controller}</p>
                <p><a href=privacy_url.to_owned() rel="noopener">{privacy}</a></p>
            }
        });
        view! { <footer class="bottom">{business}<p>{words.footer_jatak}</p></footer> }
    }
}
