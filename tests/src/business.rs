//! A business of a test's own, so that no test disturbs another, and the calls that most tests make of it.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::{Value, json};

use crate::client::{Call, Reply};
use crate::server::Server;

/// The shop of every business that a test makes, unless it says otherwise.
pub const SHOP: &str = "https://shop.example";

/// A number that exists in Denmark's plan, as a Dane types it, and the same as it is kept.
pub const TYPED: &str = "20 12 34 56";
/// See [`TYPED`].
pub const KEPT: &str = "+4520123456";

/// The categories of every business that a test makes, in order, unless it says otherwise.
pub const CATEGORIES: [&str; 4] = ["order_updates", "relevant_offers", "product_recommendations", "back_in_stock"];

/// A business made for one test.
pub struct Business<'s> {
    /// Where it is.
    pub server: &'s Server,
    /// What it is called in addresses.
    pub slug: String,
    /// Its immutable id.
    pub id: String,
    /// A key with every scope.
    pub key: String,
}

/// The settings that a test begins with.
pub fn settings() -> Value {
    json!({
        "name": "Testhuset",
        "legal_name": "Testhuset ApS",
        "address": "Prøvevej 2, 8000 Aarhus C",
        "contact": "hej@testhuset.example",
        "country": "DK",
        "privacy_url": "https://testhuset.example/privatliv",
        "default_locale": "en",
        "locales": ["en", "da"],
        "origins": [SHOP],
        "categories": CATEGORIES.map(|id| json!({ "id": id, "preset": id })),
    })
}

/// A slug that nothing else has.
pub fn fresh_slug() -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    format!("shop-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed))
}

impl Server {
    /// Makes a business.
    pub fn business(&self) -> Business<'_> {
        self.business_with(|_| {})
    }

    /// Makes a business with changed settings.
    pub fn business_with(&self, change: impl FnOnce(&mut Value)) -> Business<'_> {
        let mut settings = settings();
        change(&mut settings);
        let slug = fresh_slug();
        let body = json!({ "slug": slug, "settings": settings });
        let made = self.post("/v1/businesses").key(&self.admin).json(&body).send().expect(201).json();
        assert_eq!(made["slug"], slug.as_str());
        let text = |name: &str| made[name].as_str().unwrap_or_else(|| panic!("{name} in {made}")).to_owned();
        Business { server: self, slug, id: text("id"), key: text("key") }
    }

    /// The demo business.
    pub fn demo(&self) -> Business<'_> {
        Business { server: self, slug: "nordlys".into(), id: String::new(), key: self.key.clone() }
    }
}

impl Business<'_> {
    /// A path of its API: `/v1/{slug}` and what follows.
    pub fn api(&self, path: &str) -> String {
        format!("/v1/{}{path}", self.slug)
    }

    /// A GET with its key.
    pub fn get(&self, path: &str) -> Reply {
        self.server.get(&self.api(path)).key(&self.key).send()
    }

    /// A POST of JSON with its key.
    pub fn post(&self, path: &str, body: &Value) -> Reply {
        self.server.post(&self.api(path)).key(&self.key).json(body).send()
    }

    /// The notice shown now.
    pub fn notice(&self, locale: &str) -> Value {
        self.server.get(&self.api(&format!("/notice?locale={locale}"))).send().expect(200).json()
    }

    /// The id of the notice shown now, in the business's own language.
    pub fn notice_id(&self) -> String {
        self.notice("en")["id"].as_str().expect("a notice has an id").to_owned()
    }

    /// A submission as the widget sends it.
    pub fn submission(&self, phone: &str, categories: &[&str]) -> Value {
        json!({
            "notice": self.notice_id(),
            "categories": categories,
            "subject": { "phone": phone, "country": "DK" },
            "page": "https://shop.example/checkout",
        })
    }

    /// A call that submits, from the shop's page.
    pub fn consents(&self) -> Call<'_> {
        self.server.post(&self.api("/consents")).origin(SHOP)
    }

    /// Submits from the shop's page and returns the answer, which must be a yes.
    pub fn opt_in(&self, phone: &str, categories: &[&str]) -> Value {
        self.consents().json(&self.submission(phone, categories)).send().expect(201).json()
    }

    /// The receipt's path of an answer.
    pub fn receipt(&self, answer: &Value) -> String {
        self.path_of(answer["receipt_url"].as_str().expect("a submission is answered with a receipt"))
    }

    /// The path of an address of this edge.
    pub fn path_of(&self, url: &str) -> String {
        let path = url.strip_prefix(&self.server.edge);
        path.unwrap_or_else(|| panic!("{url} is no address of {}", self.server.edge)).to_owned()
    }

    /// What stands in the answer to a lookup of a number or user id.
    pub fn lookup(&self, who: &str) -> Value {
        self.post("/lookups", &named(who)).expect(200).json()
    }

    /// How a number stands with each category.
    pub fn states(&self, phone: &str) -> BTreeMap<String, String> {
        let found = self.lookup(phone);
        let categories = found["categories"].as_array().unwrap_or_else(|| panic!("categories in {found}"));
        let text = |category: &Value, name: &str| category[name].as_str().expect("text").to_owned();
        categories.iter().map(|category| (text(category, "id"), text(category, "state"))).collect()
    }

    /// Asserts how a number stands: these categories so, every other never asked.
    #[track_caller]
    pub fn assert_states(&self, phone: &str, expected: &[(&str, &str)]) {
        let mut states = self.states(phone);
        states.retain(|_, state| state != "never_asked");
        let expected: BTreeMap<_, _> =
            expected.iter().map(|(id, state)| ((*id).to_owned(), (*state).to_owned())).collect();
        assert_eq!(states, expected, "the states of the number, never_asked left out");
    }

    /// A no that the business passes on.
    pub fn opt_out(&self, phone: &str, categories: &[&str]) -> Value {
        self.post("/opt-outs", &json!({ "phone": phone, "categories": categories })).expect(201).json()
    }

    /// A "stop everything" that the business passes on.
    pub fn opt_out_of_everything(&self, phone: &str) -> Value {
        self.post("/opt-outs", &json!({ "phone": phone, "everything": true })).expect(201).json()
    }

    /// The path of a number's choices page, made with a key that may.
    pub fn choices(&self, phone: &str) -> String {
        let made = self.post("/links", &named(phone)).json();
        self.path_of(made["choices_url"].as_str().unwrap_or_else(|| panic!("choices_url in {made}")))
    }

    /// One page of the events feed.
    pub fn feed(&self, after: u64, limit: u64) -> Value {
        self.get(&format!("/events?after={after}&limit={limit}")).expect(200).json()
    }

    /// Every event so far.
    pub fn events(&self) -> Vec<Value> {
        let mut all = Vec::new();
        loop {
            let after = all.last().map_or(0, seq);
            let page = self.feed(after, 100);
            let events = page["events"].as_array().unwrap_or_else(|| panic!("events in {page}"));
            if events.is_empty() {
                return all;
            }
            all.extend(events.iter().cloned());
        }
    }

    /// The number of the last event.
    pub fn last_seq(&self) -> u64 {
        self.events().last().map_or(0, seq)
    }

    /// An export as text.
    pub fn export(&self, query: &str) -> Reply {
        self.get(&format!("/export?{query}")).expect(200)
    }

    /// The rows of a CSV export, by column name.
    pub fn rows(&self, query: &str) -> Vec<BTreeMap<String, String>> {
        let export = self.export(&format!("format=csv&{query}"));
        let text = export.text();
        let text = text.strip_prefix('\u{feff}').expect("an export begins with a byte order mark");
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        reader.deserialize().map(|row| row.unwrap_or_else(|error| panic!("{error} in {text}"))).collect()
    }

    /// Imports consents for these categories, parted by semicolons, that were collected elsewhere.
    pub fn import(&self, phones: impl Iterator<Item = String>, categories: &str) {
        let query = format!("categories={categories}&source=sign-up%20sheet&claimed_at=2024-05-01&wording=none%20kept");
        let lines: String = phones.map(|phone| phone + "\n").collect();
        let call = self.server.post(&self.api(&format!("/imports?{query}"))).key(&self.key);
        let staged = call.raw("text/csv", format!("phone\n{lines}")).send().expect(202).json();
        let id = staged["id"].as_str().unwrap_or_else(|| panic!("id in {staged}"));
        self.post(&format!("/imports/{id}/commit"), &json!({})).expect(200);
    }

    /// Runs `act` and asserts that it recorded nothing.
    #[track_caller]
    pub fn unchanged<T>(&self, act: impl FnOnce() -> T) -> T {
        let before = self.last_seq();
        let done = act();
        assert_eq!(self.last_seq(), before, "this must record nothing");
        done
    }

    /// Its settings.
    pub fn settings(&self) -> Value {
        self.get("").expect(200).json()["settings"].take()
    }

    /// Changes its settings; the change must be taken.
    pub fn change(&self, change: impl FnOnce(&mut Value)) -> Value {
        let mut settings = self.settings();
        change(&mut settings);
        self.put(&settings).expect(200).json()
    }

    /// Puts settings.
    pub fn put(&self, settings: &Value) -> Reply {
        self.server.call("PUT", &self.api("")).key(&self.key).json(settings).send()
    }

    /// Makes a key with these scopes.
    pub fn make_key(&self, scopes: &[&str]) -> Value {
        self.post("/keys", &json!({ "name": "test", "scopes": scopes })).expect(201).json()
    }
}

/// The number of an event.
pub fn seq(event: &Value) -> u64 {
    event["seq"].as_u64().unwrap_or_else(|| panic!("seq in {event}"))
}

/// The member that names a person: a number, or a user id, which begins with a capital.
pub fn named(who: &str) -> Value {
    if who.starts_with(|sign: char| sign.is_ascii_uppercase()) {
        json!({ "user_id": who })
    } else {
        json!({ "phone": who })
    }
}
