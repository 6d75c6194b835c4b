//! Loads our form beside its peers in a browser as slow as a cheap phone, and notes what a shopper waits for.
//!
//! `cargo xtask bench widget` runs this, with the directory of the peers' minified files, how many rounds, and perhaps a
//! language. It prints one line of JSON about what is measured, and then one for each load. Every moment is taken by the
//! page's own clock, so that driving the browser is not in it.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a bench of the tests' harness: it stops where anything is not as it must be, and says what"
)]

mod peers;
mod shelf;

use std::collections::BTreeMap;
use std::error::Error;
use std::path::PathBuf;
use std::time::Duration;

use jatak_shared::locale::Locale;
use jatak_tests::browser::Browser;
use jatak_tests::client::Client;
use jatak_tests::line::{Line, Pace};
use jatak_tests::{Business, Server, wait};
use serde_json::{Value, json};

use crate::peers::{Peer, Stage};
use crate::shelf::{Shelf, brotli};

/// 1.6 Mbit/s and 150 ms: what Lighthouse takes for a slow 4G line.
const PACE: Pace = Pace { round_trip: Duration::from_millis(150), down: 200_000 };

/// How much slower than this machine's the phone's processor is.
const SLOWDOWN: u32 = 4;

/// A phone's window.
const WINDOW: (u32, u32) = (360, 800);

/// The edge packs at its best what was asked for eight times (`edge/src/pack.rs`); one more than that is past it.
const UNTIL_PACKED: usize = 9;

const WATCH: &str = include_str!("watch.js");
const TELL: &str = include_str!("tell.js");

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let built = PathBuf::from(arguments.next().ok_or("say where the peers' files are")?);
    let rounds: usize = arguments.next().ok_or("say how many rounds")?.parse()?;
    let language: Option<Locale> = arguments.next().map(|code| code.parse()).transpose()?;

    let server = Server::start(&["--no-limits"]);
    let (pages, scripts) = (Shelf::open(), Shelf::open());
    // Two hosts, and so two sites, as shop and edge are; the edge's is the peers' too.
    let origin = format!("http://127.0.0.1:{}", pages.port);
    let business = server.business_with(|settings| {
        settings["origins"] = json!([origin]);
        settings["locales"] = Locale::ALL.iter().map(|locale| locale.code()).collect();
        // No other language may be the one that is served by default.
        settings["default_locale"] = json!(Locale::ALL[0].code());
    });
    let locale = language.map_or_else(|| longest(&business), |locale| locale.code().to_owned());
    let stage = Stage { business, locale, pages: origin, scripts: format!("http://localhost:{}", scripts.port) };
    stage.put_scripts(&scripts, &built);

    let line = Line::open(PACE);
    let bench = Bench { browser: Browser::through(&line.proxy), line, stage, weights: BTreeMap::new() };
    bench.browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH }));
    run(bench, &pages, rounds)
}

/// The language whose form is the heaviest.
fn longest(business: &Business<'_>) -> String {
    let weight = |locale: &&Locale| {
        let path = format!("/{}/widget.js?locale={}", business.slug, locale.code());
        brotli(&business.server.get(&path).send().expect(200).body).len()
    };
    Locale::ALL.iter().max_by_key(weight).expect("there are languages").code().to_owned()
}

/// Measures every peer in turn.
fn run(mut bench: Bench<'_>, pages: &Shelf, rounds: usize) -> Result<(), Box<dyn Error>> {
    // From now on the edge serves the form packed at its best.
    bench.weight(&bench.stage.widget());
    // Without a reserved height the page moves, and the observer must see it: else a zero below would mean nothing.
    bench.stage.put_page(pages, Peer::Jatak, None);
    let unreserved = bench.load(Peer::Jatak)?["shift"].as_f64().unwrap_or_default();
    if unreserved < 0.01 {
        return Err(format!("a form without reserved height moved the page by {unreserved} only").into());
    }
    let heights = [(Peer::Jatak, "[data-jatak]"), (Peer::Form, "#opt-in")].map(|(peer, host)| {
        bench.stage.put_page(pages, peer, None);
        bench.height(peer, host).map(|height| (peer, height))
    });
    let heights = heights.into_iter().collect::<Result<Vec<_>, _>>()?;
    for peer in Peer::ALL {
        let height = heights.iter().find(|(one, _)| *one == peer).map(|(_, height)| *height);
        bench.stage.put_page(pages, peer, height);
    }
    bench.form_by_hand_works()?;

    let about = json!({ "locale": bench.stage.locale, "unreserved_shift": unreserved });
    println!("{about}");
    for round in 0..rounds {
        // Each goes before each other as often as after it, so that a machine that grows tired tires for all.
        let order: Vec<_> = if round % 2 == 0 { Peer::ALL.into() } else { Peer::ALL.into_iter().rev().collect() };
        for peer in order {
            let found = bench.measure(peer)?;
            println!("{found}");
        }
    }
    Ok(())
}

/// The browser behind the slow line.
struct Bench<'s> {
    browser: Browser,
    line: Line,
    stage: Stage<'s>,
    /// What each address weighs as sent, packed.
    weights: BTreeMap<String, usize>,
}

impl Bench<'_> {
    /// Opens the page of `peer` as somebody who was never there.
    fn open(&self, peer: Peer) {
        let browser = &self.browser;
        // Another site, so that the page gets a new process, without what the last one had compiled.
        browser.open(&format!("{}/nothing", self.stage.scripts));
        for (method, parameters) in [
            ("Network.clearBrowserCache", json!({})),
            ("Network.clearBrowserCookies", json!({})),
            ("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWDOWN })),
            (
                "Emulation.setDeviceMetricsOverride",
                json!({ "width": WINDOW.0, "height": WINDOW.1, "deviceScaleFactor": 2, "mobile": true }),
            ),
        ] {
            browser.devtools(method, parameters);
        }
        self.line.cut();
        browser.open(&format!("{}{}", self.stage.pages, peer.path()));
    }

    /// Opens it and waits until nothing happens any more; returns what was seen.
    fn load(&self, peer: Peer) -> Result<Value, String> {
        self.open(peer);
        let seen = self.browser.run_async(TELL, vec![json!(peer.moments())]);
        if seen["rests"] == true { Ok(seen) } else { Err(format!("{} did not come to rest: {seen}", peer.name())) }
    }

    /// One load that counts.
    fn measure(&mut self, peer: Peer) -> Result<Value, String> {
        let seen = self.load(peer)?;
        let tickable = seen["tickable"].as_f64();
        let (mut first, mut all) = (0, 0);
        let (mut requests, mut arrived) = (0, None::<f64>);
        for resource in seen["resources"].as_array().into_iter().flatten() {
            let url = resource["url"].as_str().unwrap_or_default();
            let end = resource["end"].as_f64();
            requests += 1;
            arrived = arrived.into_iter().chain(end).reduce(f64::min);
            let weight = self.weight(url);
            all += weight;
            if end <= tickable {
                first += weight;
            }
        }
        if peer != Peer::Page {
            self.tick(peer, &seen["at"])?;
        }
        Ok(json!({
            "peer": peer.name(),
            "tickable": tickable,
            "interactive": seen["interactive"].as_f64().or(tickable),
            "shift": seen["shift"],
            "tasks": seen["tasks"],
            "arrived": arrived,
            "requests": requests,
            "first_bytes": first,
            "bytes": all,
        }))
    }

    /// Clicks where a box was found, with a mouse that the page cannot tell from a hand's, and sees that it is ticked.
    fn tick(&self, peer: Peer, at: &Value) -> Result<(), String> {
        for kind in ["mousePressed", "mouseReleased"] {
            self.browser.devtools(
                "Input.dispatchMouseEvent",
                json!({ "type": kind, "x": at["x"], "y": at["y"], "button": "left", "clickCount": 1 }),
            );
        }
        let now = self.browser.run("const found = seen.find(); return found && found.box.checked");
        let was = at["ticked"].as_bool();
        if was.is_some() && now.as_bool() == was.map(|ticked| !ticked) {
            Ok(())
        } else {
            Err(format!("{}: a click at {at} did not change the box: {now}", peer.name()))
        }
    }

    /// How tall the form of `peer` stands, in whole pixels.
    fn height(&self, peer: Peer, host: &str) -> Result<u64, String> {
        self.load(peer)?;
        let height = self.browser.run_with(
            "return Math.ceil(document.querySelector(arguments[0]).getBoundingClientRect().height)",
            vec![json!(host)],
        );
        let height = height.as_u64().filter(|height| *height > 100);
        height.ok_or_else(|| format!("{} shows no form", peer.name()))
    }

    /// The form by hand is a real one: a tick and a number make a consent, with a receipt.
    fn form_by_hand_works(&self) -> Result<(), String> {
        let seen = self.load(Peer::Form)?;
        self.tick(Peer::Form, &seen["at"])?;
        self.browser.find("#opt-in [name=phone]").send_keys("+4520123456");
        self.browser.find("#opt-in button").click();
        let receipt = wait::for_some("a receipt of the form by hand", || self.browser.look("section.opt-in a"));
        let address = receipt.attribute("href").unwrap_or_default();
        if address.starts_with(&self.stage.business.server.edge) {
            Ok(())
        } else {
            Err(format!("no receipt: {address}"))
        }
    }

    /// What this address weighs as sent to a browser, without its headers.
    fn weight(&mut self, url: &str) -> usize {
        if let Some(weight) = self.weights.get(url) {
            return *weight;
        }
        let (base, path) = split(url);
        let client = Client::new(base);
        let mut weight = 0;
        for _ in 0..UNTIL_PACKED {
            let reply = client.call("GET", path).header("Accept-Encoding", "br").send();
            // Where nobody can guess the country the answer is empty.
            weight = if reply.status == 204 { 0 } else { reply.expect(200).body.len() };
        }
        self.weights.insert(url.to_owned(), weight);
        weight
    }
}

/// Where the host of an address listens, and the path.
fn split(url: &str) -> (String, &str) {
    let rest = url.strip_prefix("http://").unwrap_or_else(|| panic!("{url} is not of this machine"));
    let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    (format!("http://{}", host.replace("localhost", "127.0.0.1")), path)
}
