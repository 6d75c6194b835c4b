//! Measures how long after the response of `widget.js` a box in the demo shop can be ticked.
//!
//! `cargo xtask bench tickable` runs this. It prints one line of JSON for each load: the milliseconds from the script's
//! `responseEnd` until the form is `present`, until a box is `tickable`, and until the WASM has `hydrated` the form.
//! All of it is measured by the page's own clock, so that driving the browser is not in it.

use std::error::Error;

use jatak_tests::Server;
use jatak_tests::browser::Browser;
use serde_json::{Value, json};

/// Runs in the page before any script of its own, and notes the moments.
///
/// A box counts as tickable when it has a size, is not disabled, and the frame that shows it has been produced: a
/// message posted from a frame's callback comes after that frame's layout and paint.
const WATCH: &str = "(() => {
    const seen = { done: null };
    Object.defineProperty(window, 'tickable', { value: seen });
    const finish = () => 'tickable' in seen && 'hydrated' in seen && seen.done && seen.done();
    document.addEventListener('jatak:ready', (event) => {
        if (event.detail.hydrated) {
            seen.hydrated = performance.now();
            finish();
            return;
        }
        const box = event.target.shadowRoot.querySelector('[type=checkbox]');
        if (!box) return;
        seen.present = performance.now();
        requestAnimationFrame(() => {
            const painted = new MessageChannel();
            painted.port1.onmessage = () => {
                if (box.disabled || !box.getBoundingClientRect().height) return;
                seen.tickable = performance.now();
                finish();
            };
            painted.port2.postMessage(null);
        });
    });
})()";

/// Waits for the moments without asking again and again, which would take time from what is measured. After 20 s it
/// says how far the page came.
const TELL: &str = "
    const done = arguments[0];
    const seen = window.tickable;
    const tell = () => {
        const script = performance.getEntriesByType('resource').find((entry) => /\\/widget\\.js/.test(entry.name));
        const after = (moment) => (script && moment ? moment - script.responseEnd : null);
        done({ present: after(seen.present), tickable: after(seen.tickable), hydrated: after(seen.hydrated) });
    };
    seen.done = tell;
    if ('tickable' in seen && 'hydrated' in seen) tell();
    else setTimeout(tell, 20000);";

fn main() -> Result<(), Box<dyn Error>> {
    let loads: usize = std::env::args().nth(1).ok_or("say how many loads")?.parse()?;
    let server = Server::start(&["--no-limits"]);
    let browser = Browser::start();
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH }));

    // The edge renders the form for its first reader and Chromium starts what it starts once, so this load is not
    // counted. It shows instead that what is measured below is a box that a hand can tick.
    load(&browser, &server)?;
    let tick = browser.find(".jatak [type=checkbox]");
    tick.click();
    if !tick.is_ticked() {
        return Err("a click did not tick the box, so there is nothing to measure".into());
    }
    for _ in 0..loads {
        println!("{}", load(&browser, &server)?);
    }
    Ok(())
}

/// Loads the shop as somebody who was never there, and returns the moments.
fn load(browser: &Browser, server: &Server) -> Result<Value, String> {
    // Another site, so that the shop gets a new process, without what the last one had compiled.
    browser.open(&format!("{}/healthz", server.edge.replace("localhost", "127.0.0.1")));
    browser.devtools("Network.clearBrowserCache", json!({}));
    browser.open(&format!("{}/", server.shop));
    let moments = browser.run_async(TELL, Vec::new());
    let missing = ["present", "tickable", "hydrated"].into_iter().find(|name| moments[name].as_f64().is_none());
    match missing {
        None => Ok(moments),
        Some(name) => Err(format!("the form in {}/ was not {name} within 20 s: {moments}", server.shop)),
    }
}
