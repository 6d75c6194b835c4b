//! The widget in a shop's page, as a shopper sees and uses it.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::browser::{Browser, Element};
use crate::server::Server;
use crate::wait;

/// The snippet as the documentation has it.
pub fn snippet(server: &Server, slug: &str) -> String {
    snippet_in(server, slug, "en")
}

/// The same in this language.
pub fn snippet_in(server: &Server, slug: &str, locale: &str) -> String {
    format!(r#"<div data-jatak><script async src="{}/{slug}/widget.js?locale={locale}"></script></div>"#, server.edge)
}

/// The widget on the page that a browser shows.
#[derive(Clone, Copy)]
pub struct Widget<'b>(pub &'b Browser);

impl Widget<'_> {
    /// Waits until the form is there.
    #[must_use]
    pub fn painted(self) -> Self {
        self.0.find("[data-jatak] input[type=checkbox], .jatak input[type=checkbox]");
        self
    }

    /// Waits until the WASM has taken over.
    #[must_use]
    pub fn live(self) -> Self {
        wait::until("the WASM takes over", || self.is_live());
        self
    }

    /// Whether the WASM has taken over.
    pub fn is_live(self) -> bool {
        self.0.run("return !!document.querySelector('[data-jatak-live]')") == true
    }

    /// The boxes and whether each is ticked.
    pub fn boxes(self) -> BTreeMap<String, bool> {
        let boxes =
            self.in_form("return [...root.querySelectorAll('[type=checkbox]')].map((box) => [box.value, box.checked])");
        let boxes = boxes.as_array().expect("a list").iter();
        boxes.map(|pair| (pair[0].as_str().unwrap_or_default().to_owned(), pair[1] == true)).collect()
    }

    /// The values of the ticked boxes.
    pub fn ticked(self) -> Vec<String> {
        self.boxes().into_iter().filter_map(|(id, ticked)| ticked.then_some(id)).collect()
    }

    /// Clicks the box of a category.
    pub fn tick(self, category: &str) {
        self.0.find(&format!("[type=checkbox][value={category}]")).click();
    }

    /// Types a number.
    pub fn number(self, number: &str) {
        let field = self.0.find("[name=phone]");
        field.clear();
        field.send_keys(number);
    }

    /// Presses the button.
    pub fn submit(self) {
        self.0.find("form button:not([type=button])").click();
    }

    /// Waits for the success view and returns its text.
    pub fn success(self) -> String {
        let done = wait::for_some("the success view", || self.0.look(".done").filter(Element::is_shown));
        done.text()
    }

    /// Whether the success view is shown.
    pub fn is_done(self) -> bool {
        self.0.look(".done").is_some_and(|done| done.is_shown())
    }

    /// The address of the receipt, from the success view.
    pub fn receipt(self) -> String {
        let _ = self.success();
        self.0.find(".done .receipt").attribute("href").expect("a link to the receipt")
    }

    /// Waits for an error at a place (`category`, `phone`, `form`) and returns its text.
    pub fn error(self, place: &str) -> String {
        wait::for_some(format!("an error at {place}"), || Some(self.error_now(place)).filter(|text| !text.is_empty()))
    }

    /// The error at a place, empty if there is none.
    pub fn error_now(self, place: &str) -> String {
        self.0.look(&format!("[data-error={place}]")).map(|error| error.text()).unwrap_or_default()
    }

    /// Runs a script with `root`, the form's shadow root.
    pub fn in_form(self, script: &str) -> Value {
        self.0.run(&format!(
            "const host = [...document.querySelectorAll('*')].find((element) => element.shadowRoot);
             const root = host.shadowRoot; {script}"
        ))
    }
}
