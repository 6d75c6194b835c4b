//! A real Chromium, one for each test, with calls that wait for what they need.

use std::time::Duration;

use serde_json::{Value, json};
use thirtyfour::prelude::*;
use thirtyfour::{ChromiumLikeCapabilities, PageLoadStrategy};
use tokio::runtime::Runtime;

use crate::{driver, place, wait};

/// How long a browser may take to start: up to 30 s were seen on a machine that builds at the same time.
const START: Duration = Duration::from_mins(1);

/// Flags under which Chromium runs headless, as root, without a network of its own.
const FLAGS: [&str; 11] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    // Ends with chromedriver, and starts in half the time that a port takes.
    "--remote-debugging-pipe",
    "--window-size=1280,900",
];

/// Looks for an element in the document and in the shadow roots below it.
const DEEP: &str = "
    const deep = (root, css) => {
        const found = root.querySelector(css);
        if (found) return found;
        for (const element of root.querySelectorAll('*')) {
            const inner = element.shadowRoot && deep(element.shadowRoot, css);
            if (inner) return inner;
        }
        return null;
    };";

/// A browser. It ends when this is dropped.
pub struct Browser {
    // Dropped after the session, which needs it to end.
    driver: Option<WebDriver>,
    runtime: Runtime,
    scripts: bool,
    /// Where it puts what is downloaded.
    pub downloads: std::path::PathBuf,
}

/// An element on the page.
pub struct Element<'b> {
    browser: &'b Browser,
    inner: WebElement,
}

impl Browser {
    /// A browser with nothing special about it.
    pub fn start() -> Self {
        Self::start_with(true, 16, &[])
    }

    /// A browser whose reader has chosen letters of this size; 16 is what nobody has chosen.
    pub fn with_letters_of(pixels: u32) -> Self {
        Self::start_with(true, pixels, &[])
    }

    /// A browser that does everything through this proxy, what is on this machine included.
    pub fn through(proxy: &str) -> Self {
        let flags = [format!("--proxy-server={proxy}"), "--proxy-bypass-list=<-loopback>".to_owned()];
        Self::start_with(true, 16, &flags)
    }

    /// A browser in which no page can run a script.
    pub fn without_scripts() -> Self {
        Self::start_with(false, 16, &[])
    }

    fn start_with(scripts: bool, font_size: u32, flags: &[String]) -> Self {
        let profile = place::directory("chromium");
        let downloads = profile.join("downloads");
        let mut wanted = DesiredCapabilities::chrome();
        for flag in FLAGS.into_iter().chain(flags.iter().map(String::as_str)) {
            wanted.add_arg(flag).expect("a flag");
        }
        wanted.add_arg(&format!("--user-data-dir={}", profile.display())).expect("a flag");
        let mut preferences = json!({
            "download.default_directory": downloads,
            "download.prompt_for_download": false,
            "intl.accept_languages": "en",
            "webkit.webprefs.default_font_size": font_size,
        });
        if !scripts {
            // 2 is "block", what a person chooses in the settings.
            preferences["profile.managed_default_content_settings.javascript"] = json!(2);
        }
        wanted.add_experimental_option("prefs", preferences).expect("preferences");
        // Tests wait for what they need, and some want the time before the page has loaded.
        wanted.set_page_load_strategy(PageLoadStrategy::Eager).expect("a strategy");
        wanted.set("goog:loggingPrefs", json!({ "browser": "ALL" })).expect("a preference");

        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let builder = WebDriver::builder(driver::address(), wanted).request_timeout(START);
        let driver = runtime.block_on(builder.connect()).expect("Chromium starts; `cargo xtask test` installs it");
        Self { driver: Some(driver), runtime, scripts, downloads }
    }

    fn driver(&self) -> &WebDriver {
        self.driver.as_ref().expect("the session lasts as long as the browser")
    }

    fn wait<T>(&self, work: impl Future<Output = WebDriverResult<T>>) -> WebDriverResult<T> {
        self.runtime.block_on(work)
    }

    /// Opens an address.
    pub fn open(&self, url: &str) {
        self.wait(self.driver().goto(url)).unwrap_or_else(|error| panic!("cannot open {url}: {error}"));
    }

    /// Opens an address and waits until it has loaded.
    pub fn open_and_load(&self, url: &str) {
        self.open(url);
        wait::until(format!("{url} has loaded"), || self.run("return document.readyState") == "complete");
    }

    /// Goes back in the history.
    pub fn back(&self) {
        self.wait(self.driver().back()).expect("going back");
    }

    /// Loads the page again.
    pub fn reload(&self) {
        self.wait(self.driver().refresh()).expect("loading again");
    }

    /// Where the browser is.
    pub fn url(&self) -> String {
        self.wait(self.driver().current_url()).expect("an address").to_string()
    }

    /// The addresses of all tabs, the present one included. Ends in the tab it began in.
    pub fn tabs(&self) -> Vec<String> {
        let here = self.wait(self.driver().window()).expect("a tab");
        let all = self.wait(self.driver().windows()).expect("tabs");
        let urls = all.into_iter().map(|tab| {
            self.wait(self.driver().switch_to_window(tab)).expect("a tab");
            self.url()
        });
        let urls = urls.collect();
        self.wait(self.driver().switch_to_window(here)).expect("the tab it was in");
        urls
    }

    /// Goes to the tab whose address contains `part`, waiting for it.
    pub fn go_to_tab(&self, part: &str) {
        wait::until(format!("a tab with {part}"), || {
            let all = self.wait(self.driver().windows()).expect("tabs");
            all.into_iter().any(|tab| {
                self.wait(self.driver().switch_to_window(tab)).expect("a tab");
                self.url().contains(part)
            })
        });
    }

    /// Runs a script in the page and returns what it returns.
    pub fn run(&self, script: &str) -> Value {
        self.run_with(script, Vec::new())
    }

    /// The same with `arguments`.
    pub fn run_with(&self, script: &str, arguments: Vec<Value>) -> Value {
        let answer = self.wait(self.driver().execute(script, arguments));
        answer.unwrap_or_else(|error| panic!("the script failed: {error}\n{script}")).json().clone()
    }

    /// Runs a script that calls back with what it found: its last argument is the function to call.
    pub fn run_async(&self, script: &str, arguments: Vec<Value>) -> Value {
        let answer = self.wait(self.driver().execute_async(script, arguments));
        answer.unwrap_or_else(|error| panic!("the script failed: {error}\n{script}")).json().clone()
    }

    /// A command of the browser's own protocol.
    pub fn devtools(&self, method: &str, parameters: Value) -> Value {
        let answer = self.wait(self.driver().cdp().send_raw(method, parameters));
        answer.unwrap_or_else(|error| panic!("{method}: {error}"))
    }

    /// The element that matches now, shadow roots included.
    pub fn look(&self, css: &str) -> Option<Element<'_>> {
        let found = if self.scripts {
            let script = format!("{DEEP} return deep(document, arguments[0])");
            let answer = self.wait(self.driver().execute(script, vec![json!(css)])).ok()?;
            answer.element()
        } else {
            self.wait(self.driver().find(By::Css(css)))
        };
        found.ok().map(|inner| Element { browser: self, inner })
    }

    /// The element that matches inside of what `host` matches, in the shadow root that `host` has.
    pub fn look_in(&self, host: &str, css: &str) -> Option<Element<'_>> {
        let script = "const host = document.querySelector(arguments[0]);
            return host && host.shadowRoot && host.shadowRoot.querySelector(arguments[1])";
        let answer = self.wait(self.driver().execute(script, vec![json!(host), json!(css)])).ok()?;
        answer.element().ok().map(|inner| Element { browser: self, inner })
    }

    /// The same, waiting for it.
    pub fn find_in(&self, host: &str, css: &str) -> Element<'_> {
        wait::for_some(format!("{css} in {host} on {}", self.url()), || self.look_in(host, css))
    }

    /// Goes into the first frame of the page; what is looked for is then looked for there.
    pub fn enter_frame(&self) {
        wait::until("a frame", || self.wait(self.driver().enter_frame(0)).is_ok());
    }

    /// The element that matches, waiting for it.
    pub fn find(&self, css: &str) -> Element<'_> {
        wait::for_some(format!("{css} on {}", self.url()), || self.look(css))
    }

    /// The first visible button or link with this text, waiting for it. Not in shadow roots.
    pub fn named(&self, text: &str) -> Element<'_> {
        let path = format!("//*[self::button or self::a][contains(normalize-space(.), \"{text}\")]");
        wait::for_some(format!("a button or link “{text}” on {}", self.url()), || {
            let found = self.wait(self.driver().find_all(By::XPath(path.as_str()))).ok()?;
            found.into_iter().map(|inner| Element { browser: self, inner }).find(Element::is_shown)
        })
    }

    /// The visible text of the page. Not of shadow roots.
    pub fn text(&self) -> String {
        self.find("body").text()
    }

    /// Waits until the page's text contains `part`.
    pub fn wait_for_text(&self, part: &str) {
        wait::until(format!("“{part}” on the page"), || {
            self.look("body").is_some_and(|body| body.text().contains(part))
        });
    }

    /// Presses keys, wherever the focus is.
    pub fn press(&self, keys: impl Into<TypingData>) {
        self.wait(self.driver().action_chain().send_keys(keys).perform()).expect("keys");
    }

    /// Clicks an element twice, as fast as a hand that means it.
    pub fn double_click(&self, element: &Element<'_>) {
        let chain = self.driver().action_chain().double_click_element(&element.inner);
        self.wait(chain.perform()).expect("a double click");
    }

    /// The element that has the focus, shadow roots included, as `tag name=… value=… class=…`.
    pub fn focused(&self) -> Value {
        self.run(
            "let element = document.activeElement;
             while (element && element.shadowRoot && element.shadowRoot.activeElement) {
                 element = element.shadowRoot.activeElement;
             }
             if (!element) return null;
             return { tag: element.tagName.toLowerCase(), name: element.getAttribute('name'), type: element.type || null,
                      value: element.value || null, text: element.textContent.trim().slice(0, 80) };",
        )
    }

    /// What the console has said since it was last asked: warnings and worse.
    pub fn complaints(&self) -> Vec<String> {
        let log = self.wait(self.driver().browser_log()).expect("the console's log");
        let bad = log.into_iter().filter(|entry| matches!(entry.level.as_str(), "WARNING" | "SEVERE"));
        bad.map(|entry| format!("{}: {}", entry.level, entry.message)).collect()
    }

    /// Sets the size of the page and the colours that the reader prefers.
    pub fn look_as(&self, width: u32, dark: bool) {
        let scheme = if dark { "dark" } else { "light" };
        let size = json!({ "width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width < 600 });
        self.devtools("Emulation.setDeviceMetricsOverride", size);
        self.devtools("Emulation.setScrollbarsHidden", json!({ "hidden": true }));
        let features = json!([
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ]);
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": features }));
    }

    /// The whole page as PNG, or the part of it that an element takes with some of what is around it.
    pub fn picture(&self, of: Option<&str>) -> Vec<u8> {
        let mut wanted = json!({ "format": "png", "captureBeyondViewport": true });
        if let Some(css) = of {
            let place = self.run_with(
                "const place = document.querySelector(arguments[0]).getBoundingClientRect();
                 const margin = 24;
                 const left = Math.max(0, place.left + scrollX - margin);
                 const right = Math.min(document.documentElement.clientWidth, place.right + scrollX + margin);
                 return { x: left, y: place.top + scrollY - margin, width: right - left, height: place.height + 2 * margin };",
                vec![json!(css)],
            );
            wanted["clip"] = place;
            wanted["clip"]["scale"] = json!(1);
        }
        let shot = self.devtools("Page.captureScreenshot", wanted);
        let text = shot["data"].as_str().expect("a picture");
        data_encoding::BASE64.decode(text.as_bytes()).expect("base64")
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if let Some(driver) = self.driver.take() {
            // A session that is gone already is what was wanted.
            let _ = self.runtime.block_on(driver.quit());
        }
    }
}

impl Element<'_> {
    /// Clicks it, as a hand would.
    pub fn click(&self) {
        self.browser.wait(self.inner.click()).expect("a click");
    }

    /// Types into it.
    pub fn send_keys(&self, keys: impl Into<TypingData>) {
        self.browser.wait(self.inner.send_keys(keys)).expect("typing");
    }

    /// Empties it.
    pub fn clear(&self) {
        self.browser.wait(self.inner.clear()).expect("emptying");
    }

    /// Its visible text.
    pub fn text(&self) -> String {
        self.browser.wait(self.inner.text()).unwrap_or_default()
    }

    /// Whether it can be seen.
    pub fn is_shown(&self) -> bool {
        self.browser.wait(self.inner.is_displayed()).unwrap_or(false)
    }

    /// Whether it is ticked.
    pub fn is_ticked(&self) -> bool {
        self.browser.wait(self.inner.is_selected()).unwrap_or(false)
    }

    /// An attribute.
    pub fn attribute(&self, name: &str) -> Option<String> {
        self.browser.wait(self.inner.attr(name)).ok().flatten()
    }

    /// A property.
    pub fn property(&self, name: &str) -> Option<String> {
        self.browser.wait(self.inner.prop(name)).ok().flatten()
    }

    /// A computed style.
    pub fn style(&self, name: &str) -> String {
        self.browser.wait(self.inner.css_value(name)).unwrap_or_default()
    }
}
