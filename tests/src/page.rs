//! Pages read as a browser without JavaScript reads them: texts, links, and forms that can be filled in and sent.

use std::collections::BTreeSet;

use scraper::{ElementRef, Html, Selector};

use crate::client::Reply;
use crate::server::Server;

/// A page of the edge.
pub struct Page {
    html: Html,
    source: String,
}

/// A form as a person would send it.
#[derive(Clone, Debug)]
pub struct Form {
    /// Where it goes.
    pub action: String,
    /// The fields that would be sent, in order. The button pressed comes last.
    pub fields: Vec<(String, String)>,
    /// The boxes, ticked or not.
    pub boxes: Vec<Tickbox>,
    buttons: Vec<(String, Option<(String, String)>)>,
}

/// A box of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tickbox {
    /// Its field.
    pub name: String,
    /// What it sends.
    pub value: String,
    /// Whether it is ticked.
    pub ticked: bool,
}

impl Page {
    /// Reads an answer, which must be a page.
    #[track_caller]
    pub fn of(reply: &Reply) -> Self {
        assert!(reply.header("content-type").starts_with("text/html"), "{}: no page", reply.asked);
        Self { html: Html::parse_document(reply.text()), source: reply.text().to_owned() }
    }

    /// The page as sent.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The text of the page, with single spaces.
    pub fn text(&self) -> String {
        let body = self.select("body");
        body.first().map(|body| text_of(*body)).unwrap_or_default()
    }

    /// The elements that match.
    pub fn select(&self, css: &str) -> Vec<ElementRef<'_>> {
        let selector = Selector::parse(css).unwrap_or_else(|error| panic!("{css}: {error}"));
        self.html.select(&selector).collect()
    }

    /// Whether anything matches.
    pub fn has(&self, css: &str) -> bool {
        !self.select(css).is_empty()
    }

    /// The first heading's text.
    pub fn heading(&self) -> String {
        self.select("h1").first().map(|heading| text_of(*heading)).unwrap_or_default()
    }

    /// Every address that the page names, resolved for this edge: what a scanner would fetch.
    pub fn addresses(&self, server: &Server) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        for (css, attribute) in
            [("[href]", "href"), ("[src]", "src"), ("[action]", "action"), ("[formaction]", "formaction")]
        {
            for element in self.select(css) {
                let address = element.attr(attribute).unwrap_or_default();
                let path = address.strip_prefix(&server.edge).unwrap_or(address);
                if path.starts_with('/') && !path.starts_with("//") {
                    found.insert(path.split('#').next().unwrap_or_default().to_owned());
                }
            }
        }
        found
    }

    /// The forms that change something.
    pub fn forms(&self) -> Vec<Form> {
        self.select("form").into_iter().map(Self::form_of).collect()
    }

    /// The one form with a button whose text contains `button`.
    #[track_caller]
    pub fn form(&self, button: &str) -> Form {
        let fits = |form: &Form| form.buttons.iter().any(|(text, _)| text.contains(button));
        let mut forms: Vec<_> = self.forms().into_iter().filter(fits).collect();
        assert_eq!(forms.len(), 1, "one form with the button {button:?} in: {}", self.text());
        forms.remove(0).pressed(button)
    }

    /// Whether some form has a button whose text contains `button`.
    pub fn offers(&self, button: &str) -> bool {
        self.forms().iter().any(|form| form.buttons.iter().any(|(text, _)| text.contains(button)))
    }

    fn form_of(form: ElementRef<'_>) -> Form {
        let method = form.attr("method").unwrap_or("get");
        assert!(method.eq_ignore_ascii_case("post"), "forms are always method=post, not {method}: {}", form.html());
        let selector = Selector::parse("input, select, textarea, button").expect("a selector");
        let mut read = Form {
            action: form.attr("action").unwrap_or_default().to_owned(),
            fields: Vec::new(),
            boxes: Vec::new(),
            buttons: Vec::new(),
        };
        for control in form.select(&selector) {
            let name = control.attr("name").unwrap_or_default().to_owned();
            let value = control.attr("value").unwrap_or_default().to_owned();
            let kind = control.attr("type").unwrap_or_default();
            match (control.value().name(), kind) {
                ("input", "checkbox") => {
                    read.boxes.push(Tickbox { name, value, ticked: control.attr("checked").is_some() });
                }
                ("button", "button") | ("input", "button" | "reset") => {}
                ("button", _) | ("input", "submit") => {
                    let text = if control.value().name() == "button" { text_of(control) } else { value.clone() };
                    read.buttons.push((text, (!name.is_empty()).then_some((name, value))));
                }
                ("select", _) => {
                    let options = Selector::parse("option").expect("a selector");
                    let options: Vec<_> = control.select(&options).collect();
                    let chosen = options.iter().find(|option| option.attr("selected").is_some()).or(options.first());
                    let value =
                        chosen.map(|option| option.attr("value").map_or_else(|| text_of(*option), str::to_owned));
                    read.fields.push((name, value.unwrap_or_default()));
                }
                _ if name.is_empty() || control.attr("disabled").is_some() => {}
                _ => read.fields.push((name, value)),
            }
        }
        read
    }
}

impl Form {
    /// Ticks or unticks the box with this value.
    #[must_use]
    #[track_caller]
    pub fn tick(mut self, value: &str, ticked: bool) -> Self {
        let found = self.boxes.iter_mut().find(|tickbox| tickbox.value == value);
        found.unwrap_or_else(|| panic!("a box for {value}")).ticked = ticked;
        self
    }

    /// Types into a field, or chooses.
    #[must_use]
    #[track_caller]
    pub fn fill(mut self, name: &str, value: &str) -> Self {
        let found = self.fields.iter_mut().find(|(field, _)| field == name);
        value.clone_into(&mut found.unwrap_or_else(|| panic!("a field {name}")).1);
        self
    }

    /// The values of the ticked boxes.
    pub fn ticked(&self) -> Vec<&str> {
        self.boxes.iter().filter(|tickbox| tickbox.ticked).map(|tickbox| tickbox.value.as_str()).collect()
    }

    /// The value of a field.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    /// Presses the button with this text: what it names is sent along.
    fn pressed(mut self, button: &str) -> Self {
        let pressed = self.buttons.iter().find(|(text, _)| text.contains(button)).and_then(|(_, field)| field.clone());
        self.fields.extend(pressed);
        self
    }

    /// What would be sent.
    pub fn sent(&self) -> Vec<(String, String)> {
        let boxes = self.boxes.iter().filter(|tickbox| tickbox.ticked);
        let boxes = boxes.map(|tickbox| (tickbox.name.clone(), tickbox.value.clone()));
        boxes.chain(self.fields.iter().cloned()).collect()
    }

    /// Sends it from a page of the edge itself. `page` is where the form stands, for one without an action.
    pub fn submit(&self, server: &Server, page: &str) -> Reply {
        self.submit_from(server, page, Some(&server.edge))
    }

    /// Sends it with this `Origin`, or none.
    pub fn submit_from(&self, server: &Server, page: &str, origin: Option<&str>) -> Reply {
        let action = if self.action.is_empty() { page } else { &self.action };
        let mut call = server.post(action).form(&self.sent());
        if let Some(origin) = origin {
            call = call.origin(origin);
        }
        call.send()
    }
}

/// The text below an element, with single spaces.
pub fn text_of(element: ElementRef<'_>) -> String {
    let text: String = element.text().collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
