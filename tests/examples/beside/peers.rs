//! What is measured: our form, the same form by hand, and two cookie tools, each in the same page; and the page alone.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use jatak_tests::Business;
use jatak_tests::page::{Page, text_of};
use jatak_tests::place;
use serde_json::{Map, Value, json};

use crate::shelf::Shelf;

/// One of those that are compared.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Peer {
    Jatak,
    /// The form by hand, `tests/peers/form.js`.
    Form,
    CookieConsent,
    Klaro,
    /// The page with nothing in it.
    Page,
}

impl Peer {
    pub(crate) const ALL: [Self; 5] = [Self::Jatak, Self::Form, Self::CookieConsent, Self::Klaro, Self::Page];

    /// Its name in the lines that are printed.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Jatak => "jatak",
            Self::Form => "form",
            Self::CookieConsent => "cookieconsent",
            Self::Klaro => "klaro",
            Self::Page => "page",
        }
    }

    /// The path of its page.
    pub(crate) fn path(self) -> String {
        format!("/{}", self.name())
    }

    /// What has to have happened before its page is at rest.
    pub(crate) fn moments(self) -> &'static [&'static str] {
        match self {
            Self::Jatak => &["tickable", "interactive"],
            Self::Form | Self::CookieConsent | Self::Klaro => &["tickable"],
            Self::Page => &[],
        }
    }

    /// What the page has in its head and in the form's place.
    ///
    /// `height` is what is reserved; as long as it is not known, nothing is.
    pub(crate) fn markup(self, stage: &Stage<'_>, height: Option<u64>) -> (String, String) {
        let reserved = height.map(|height| format!(" style=\"min-height:{height}px\"")).unwrap_or_default();
        let scripts = &stage.scripts;
        let script = |file: &str| format!("<script async src=\"{scripts}/{file}\"></script>");
        match self {
            Self::Jatak => {
                let url = stage.widget();
                (String::new(), format!("<div data-jatak{reserved}><script async src=\"{url}\"></script></div>"))
            }
            Self::Form => (String::new(), format!("<div id=\"opt-in\"{reserved}>{}</div>", script("form.js"))),
            // Its documentation links the style sheet in the head.
            Self::CookieConsent => {
                let link = format!("<link rel=\"stylesheet\" href=\"{scripts}/cookieconsent.css\">");
                (link, script("cookieconsent.js"))
            }
            Self::Klaro => (String::new(), script("klaro.js")),
            Self::Page => Default::default(),
        }
    }
}

/// Where everything stands.
pub(crate) struct Stage<'s> {
    pub(crate) business: Business<'s>,
    pub(crate) locale: String,
    /// The origin of the pages.
    pub(crate) pages: String,
    /// The origin of the peers' scripts, another one.
    pub(crate) scripts: String,
}

impl Stage<'_> {
    /// The address of our script.
    pub(crate) fn widget(&self) -> String {
        format!("{}/{}/widget.js?locale={}", self.business.server.edge, self.business.slug, self.locale)
    }

    /// Puts the peers' files on the shelf. `built` is where `cargo xtask bench widget` has minified them.
    pub(crate) fn put_scripts(&self, on: &Shelf, built: &Path) {
        let read = |file: &str| {
            let path = built.join(file);
            fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
        };
        let javascript = "text/javascript; charset=utf-8";
        let css = "text/css; charset=utf-8";
        // As our edge does it: the code, and the call that hands it what is to be shown.
        let form = format!("{}optIn.show({});\n", read("form.js"), self.content(&read("form.css")));
        on.put("/form.js", javascript, &form);
        on.put("/cookieconsent.js", javascript, &read("cookieconsent.js"));
        on.put("/cookieconsent.css", css, &read("cookieconsent.css"));
        on.put("/klaro.js", javascript, &read("klaro.js"));
        on.put("/nothing", "text/html; charset=utf-8", "<!doctype html><title>Nothing</title>");
    }

    /// Puts up the page of a peer.
    pub(crate) fn put_page(&self, on: &Shelf, peer: Peer, height: Option<u64>) {
        let frame = place::root().join("tests/peers/page.html");
        let frame = fs::read_to_string(&frame).unwrap_or_else(|error| panic!("{}: {error}", frame.display()));
        let (head, snippet) = peer.markup(self, height);
        let notice = self.business.notice(&self.locale);
        let html = frame
            .replace("{{lang}}", &self.locale)
            .replace("{{dir}}", notice["dir"].as_str().unwrap_or("ltr"))
            .replace("{{head}}", &head)
            .replace("{{snippet}}", &snippet)
            .replace("{{goods}}", &goods());
        on.put(&peer.path(), "text/html; charset=utf-8", &html);
    }

    /// What the form by hand is handed: the texts that ours shows, and the countries of our page without a script.
    fn content(&self, css: &str) -> Value {
        let Self { business, locale, .. } = self;
        let notice = business.notice(locale);
        let parts = |value: &Value, names: &[&str]| -> Value {
            names.iter().map(|&name| (name.to_owned(), value[name].clone())).collect::<Map<_, _>>().into()
        };
        let mut shown = parts(
            &notice,
            &["id", "heading", "statement", "not_a_condition", "withdrawal", "privacy", "controller", "labels"],
        );
        shown["business"] = parts(&notice["business"], &["privacy_url"]);
        let categories = notice["categories"].as_array().expect("a notice has categories");
        shown["categories"] =
            categories.iter().map(|category| parts(category, &["id", "title", "value", "frequency"])).collect();
        // What only ours has: a way out where no script may send, and a notice that changes meanwhile.
        if let Some(labels) = shown["labels"].as_object_mut() {
            labels.retain(|name, _| !["hosted", "changed"].contains(&name.as_str()));
        }
        let hosted = Page::of(&business.server.get(&format!("/{}?locale={locale}", business.slug)).send().expect(200));
        let countries = hosted.select("select[name=country] option");
        assert!(countries.len() > 200, "the hosted page has {} countries", countries.len());
        let countries: Vec<_> =
            countries.iter().map(|option| json!([option.attr("value"), text_of(*option)])).collect();
        json!({
            "host": "#opt-in",
            "css": css.trim_end(),
            "edge": business.server.edge,
            "business": business.slug,
            "country": notice["business"]["country"],
            "countries": countries,
            "notice": shown,
        })
    }
}

/// What else stands on the page, under the form: a shelf of goods.
fn goods() -> String {
    (1..=60).fold(String::new(), |mut list, number| {
        let _ = writeln!(
            list,
            "<li><h2>Number {number}</h2><p>Made by hand in batches of {}, and sold as long as there are any. \
             It keeps for {} weeks.</p></li>",
            number * 7,
            number % 9 + 2,
        );
        list
    })
}
