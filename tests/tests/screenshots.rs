//! Pictures of everything that people see, for looking at: `cargo test -p jatak-tests --test screenshots -- --ignored`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a panic is how a test fails")]

use std::fs;
use std::path::PathBuf;

use jatak_tests::browser::Browser;
use jatak_tests::widget::Widget;
use jatak_tests::{Business, Server, place};

/// Where the pictures go: what `JATAK_SCREENSHOTS` says, or the documentation.
fn directory() -> PathBuf {
    std::env::var_os("JATAK_SCREENSHOTS").map_or_else(|| place::root().join("docs/screenshots"), PathBuf::from)
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
        self.browser.run_async(
            "const done = arguments[0]; window.scrollTo(0, 0);
             document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => done(0))));",
            vec![],
        );
        let path = directory().join(format!("{name}-{}.png", self.suffix));
        fs::write(&path, self.browser.picture(css)).unwrap();
        println!("{}", path.display());
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

#[test]
#[ignore = "it makes pictures for people to look at, and asserts nothing"]
fn pictures_of_every_view_in_both_widths_and_both_schemes() {
    fs::create_dir_all(directory()).unwrap();
    let server = Server::start(&["--no-limits"]);
    let demo = server.demo();
    let browser = Browser::start();
    for (width, dark) in [(360, false), (360, true), (1280, false), (1280, true)] {
        browser.look_as(width, dark);
        let studio = Studio { browser: &browser, suffix: format!("{width}-{}", if dark { "dark" } else { "light" }) };
        browser.open_and_load(&format!("{}/", server.shop));
        let widget = Widget(&browser).painted().live();
        studio.take("shop");
        // By keyboard, so that the focus is drawn where it goes.
        browser.find("form button[type=submit]").send_keys(thirtyfour::Key::Enter);
        let _ = widget.error("category");
        studio.take_of("error", Some("[data-jatak]"));
        widget.tick("order_updates");
        widget.tick("relevant_offers");
        widget.number("20 12 34 56");
        widget.submit();
        let _ = widget.success();
        studio.take_of("success", Some("[data-jatak]"));
        let receipt = widget.receipt();
        browser.open_and_load(&receipt);
        studio.take("receipt");
        browser.open_and_load(&format!("{}{}", server.edge, demo.choices("+4520123456")));
        studio.take("choices");
        browser.open_and_load(&format!("{}/nordlys", server.edge));
        studio.take("hosted");
        browser.open_and_load(&format!("{}/nordlys/export", server.edge));
        studio.take("export");
        checked(&studio, &demo, &receipt);
    }
}
