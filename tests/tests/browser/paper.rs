//! On paper: what was agreed to, dark on white, without what only works on a screen.

use jatak_tests::browser::Browser;
use jatak_tests::sight::ink;
use serde_json::json;

use super::server;

#[test]
fn a_receipt_is_printed_dark_on_white_and_without_buttons_also_for_a_reader_in_the_dark() {
    let business = server().business();
    let receipt = business.receipt(&business.opt_in("20 12 34 56", &["order_updates"]));
    let browser = Browser::start();
    browser.look_as(700, true);
    let features = json!([{ "name": "prefers-color-scheme", "value": "dark" }]);
    browser.devtools("Emulation.setEmulatedMedia", json!({ "media": "print", "features": features }));
    browser.open_and_load(&format!("{}{receipt}?locale=en", server().edge));
    assert_eq!(browser.find(".sheet").style("background-color"), "rgba(255, 255, 255, 1)");
    for css in ["h1", ".facts dd", ".item strong", ".item .value", ".shown blockquote p", ".bottom p"] {
        let seen = ink(&browser, css);
        assert!(seen.contrast >= 5.5, "{css}: {seen:?}");
        let colour = browser.run_with(
            "return getComputedStyle(document.querySelector(arguments[0])).color.match(/\\d+/g).map(Number)",
            vec![json!(css)],
        );
        assert!(colour[1].as_u64().unwrap() < 128, "{css} is dark: {colour}");
    }
    for css in [".top nav", ".withdraw", ".shown a", ".skip"] {
        assert!(!browser.find(css).is_shown(), "{css} is of no use on paper");
    }
}
