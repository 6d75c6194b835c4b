//! Pictures of everything that people see, for looking at: `cargo test -p jatak-tests --test screenshots -- --ignored`.
//!
//! They are kept in the repository, so each is packed to 256 colours: a third of the bytes that Chromium writes.
//! `JATAK_SCREENSHOTS` names another directory, `JATAK_VIEWS` the views that are wanted (`form,receipt`).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a panic is how a test fails")]

use std::fs;
use std::path::PathBuf;

use jatak_shared::locale::Locale;
use jatak_tests::browser::Browser;
use jatak_tests::shop::Shop;
use jatak_tests::widget::{Widget, snippet_in};
use jatak_tests::{Business, Server, picture, place};
use thirtyfour::Key;

/// Where the pictures go: what `JATAK_SCREENSHOTS` says, or the documentation.
fn directory() -> PathBuf {
    std::env::var_os("JATAK_SCREENSHOTS").map_or_else(|| place::root().join("docs/screenshots"), PathBuf::from)
}

/// Whether a view is among those asked for; without any all are.
fn is_wanted(name: &str) -> bool {
    std::env::var("JATAK_VIEWS").map_or(true, |views| views.split(',').any(|view| view == name))
}

struct Studio<'b> {
    browser: &'b Browser,
    suffix: String,
}

impl Studio<'_> {
    /// Takes the whole page.
    fn take(&self, name: &str) {
        self.take_of(name, None);
    }

    /// Takes the page, or an element and a little around it.
    fn take_of(&self, name: &str, css: Option<&str>) {
        if !is_wanted(name) {
            return;
        }
        self.browser.run_async(
            "const done = arguments[0]; window.scrollTo(0, 0);
             document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => done(0))));",
            vec![],
        );
        let path = directory().join(format!("{name}-{}.png", self.suffix));
        let packed = picture::pack(&self.browser.picture(css));
        fs::write(&path, &packed).unwrap();
        println!("{} {} B", path.display(), packed.len());
    }
}

/// The page that checks files: as it opens, with a genuine export, and with one in which somebody changed a digit.
fn checked(studio: &Studio<'_>, demo: &Business<'_>, receipt: &str) {
    let export = demo.export("format=ndjson&kind=events").text().to_owned();
    let key = demo.get("/log/vkey").expect(200).text().trim().to_owned();
    let directory = place::directory("verify");
    let receipt = demo.server.get(&format!("{receipt}/receipt.json")).send().expect(200).text().to_owned();
    let browser = studio.browser;
    browser.open_and_load(&format!("{}/verify", demo.server.edge));
    studio.take("verify");
    for (view, name, text) in [
        ("verify-good", "export.ndjson", &export),
        ("verify-receipt", "receipt.json", &receipt),
        ("verify-bad", "export-changed.ndjson", &export.replacen("123456", "123457", 1)),
    ] {
        let file = directory.join(name);
        fs::write(&file, text).unwrap();
        browser.find("#file").send_keys(file.to_str().unwrap());
        browser.run_with("document.querySelector('#key').value = arguments[0]", vec![key.as_str().into()]);
        browser.find("button[type=submit]").click();
        let _ = browser.find("#verdict h2");
        studio.take(view);
    }
}

/// The form and what it leads to, in one language.
fn told_in(locale: Locale, studio: &Studio<'_>, demo: &Business<'_>, shop: &Shop) {
    let Studio { browser, .. } = studio;
    let edge = &demo.server.edge;
    let page = format!(
        "<style>:root {{ color-scheme: light dark; }} body {{ margin: 12px; }}</style>{}",
        snippet_in(demo.server, &demo.slug, locale.code())
    );
    browser.open_and_load(&shop.page("/", &page));
    let widget = Widget(browser).painted().live();
    studio.take_of("form", Some("[data-jatak]"));
    // By keyboard, so that the focus is drawn where it goes.
    browser.find("form button[type=submit]").send_keys(Key::Enter);
    let _ = widget.error("category");
    studio.take_of("error", Some("[data-jatak]"));
    widget.tick("order_updates");
    widget.tick("relevant_offers");
    widget.number("20 12 34 56");
    widget.submit();
    let _ = widget.success();
    studio.take_of("success", Some("[data-jatak]"));
    let pages = [
        ("receipt", widget.receipt()),
        ("choices", format!("{edge}{}", demo.choices("+4520123456"))),
        ("hosted", format!("{edge}/{}", demo.slug)),
        ("embed", format!("{edge}/{}/embed", demo.slug)),
    ];
    for (name, url) in pages {
        let url = format!("{url}?locale={locale}");
        if is_wanted(name) && demo.server.get(&url).send().status == 200 {
            browser.open_and_load(&url);
            studio.take(name);
        }
    }
}

/// The form of a business that confirms in WhatsApp, its last step, and the receipt meanwhile.
fn confirmed_in(locale: Locale, studio: &Studio<'_>, business: &Business<'_>, shop: &Shop) {
    let Studio { browser, .. } = studio;
    let page = format!(
        "<style>:root {{ color-scheme: light dark; }} body {{ margin: 12px; }}</style>{}",
        snippet_in(business.server, &business.slug, locale.code())
    );
    browser.open_and_load(&shop.page("/confirm", &page));
    let widget = Widget(browser).painted().live();
    studio.take_of("offer", Some("[data-jatak]"));
    widget.tick("relevant_offers");
    widget.number("20 12 34 56");
    widget.submit();
    let _ = browser.find("a[href^='https://wa.me/']");
    if browser.run("return innerWidth") == 1280 {
        let _ = browser.find("svg[viewBox]");
    }
    studio.take_of("confirm", Some("[data-jatak]"));
    if is_wanted("receipt-pending") {
        browser.open_and_load(&format!("{}?locale={locale}", widget.receipt()));
        studio.take("receipt-pending");
    }
}

#[test]
#[ignore = "it makes pictures for people to look at, and asserts nothing"]
fn pictures_of_every_view_in_both_widths_and_both_schemes() {
    fs::create_dir_all(directory()).unwrap();
    let server = Server::start(&["--no-limits"]);
    let (demo, shop) = (server.demo(), Shop::open());
    // One in the alphabet at home, one from right to left, one with long words.
    let locales: Vec<_> = ["da", "ar", "de"].into_iter().filter_map(Locale::from_code).collect();
    demo.change(|settings| {
        settings["origins"].as_array_mut().unwrap().push(shop.origin.as_str().into());
        settings["locales"] = Locale::ALL.iter().map(|locale| locale.code()).collect();
    });
    let (confirming, _) = server.business_in_whatsapp("whatsapp");
    confirming.change(|settings| {
        settings["origins"] = serde_json::json!([shop.origin]);
        settings["locales"] = Locale::ALL.iter().map(|locale| locale.code()).collect();
    });
    let browser = Browser::start();
    for (width, dark) in [(360, false), (360, true), (1280, false), (1280, true)] {
        browser.look_as(width, dark);
        let look = format!("{width}-{}", if dark { "dark" } else { "light" });
        for locale in &locales {
            let studio = Studio { browser: &browser, suffix: format!("{locale}-{look}") };
            if ["offer", "confirm", "receipt-pending"].into_iter().any(is_wanted) {
                confirmed_in(*locale, &studio, &confirming, &shop);
            }
            told_in(*locale, &studio, &demo, &shop);
        }
        let studio = Studio { browser: &browser, suffix: look };
        if is_wanted("shop") {
            browser.open_and_load(&format!("{}/", server.shop));
            let _ = Widget(&browser).painted().live();
            studio.take("shop");
        }
        browser.open_and_load(&format!("{}/nordlys/export", server.edge));
        studio.take("export");
        if is_wanted("verify") {
            let answer = demo.post("/consents", &demo.submission("20 12 34 56", &["order_updates"])).expect(201).json();
            checked(&studio, &demo, &demo.receipt(&answer));
        }
    }
}
