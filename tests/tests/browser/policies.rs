//! Shops with a Content-Security-Policy: what it refuses must not cost the shop its form.

use jatak_shared::policy;
use jatak_tests::Business;
use jatak_tests::browser::Browser;
use jatak_tests::shop::Shop;
use jatak_tests::wait;
use jatak_tests::widget::{Widget, snippet};

use serde_json::json;

use super::{business_of, server};

fn open(browser: &Browser, path: &str) {
    browser.open_and_load(&format!("{}{path}", server().shop));
}

#[test]
fn under_the_policy_that_we_print_everything_works_trusted_types_included() {
    let browser = Browser::start();
    open(&browser, "/csp");
    let widget = Widget(&browser).painted().live();
    widget.tick("order_updates");
    widget.number("40 22 00 01");
    widget.submit();
    let _ = widget.success();
    server().demo().assert_states("+4540220001", &[("order_updates", "granted")]);
    assert_eq!(browser.complaints(), Vec::<String>::new(), "nothing that we do is against the policy we print");
}

#[test]
fn where_wasm_is_refused_the_form_goes_on_without() {
    let browser = Browser::start();
    open(&browser, "/strict");
    let widget = Widget(&browser).painted();
    wait::until("the WASM is refused", || browser.complaints().iter().any(|said| said.contains("without WebAssembly")));
    widget.submit();
    assert!(!widget.error("category").is_empty());
    widget.tick("order_updates");
    widget.tick("back_in_stock");
    widget.number("40 22 00 02");
    widget.submit();
    let _ = widget.success();
    assert!(!widget.is_live());
    server().demo().assert_states("+4540220002", &[("order_updates", "granted"), ("back_in_stock", "granted")]);
    browser.open_and_load(&widget.receipt());
}

#[test]
fn where_fetch_is_refused_the_form_is_posted_and_the_shop_stays_open() {
    let browser = Browser::start();
    open(&browser, "/no-fetch");
    let widget = Widget(&browser).painted();
    widget.tick("relevant_offers");
    widget.number("40 22 00 03");
    widget.submit();
    wait::until("the post is recorded", || server().demo().states("+4540220003")["relevant_offers"] == "granted");
    server().demo().assert_states("+4540220003", &[("relevant_offers", "granted")]);
    let receipt =
        wait::for_some("the receipt in another tab", || browser.tabs().into_iter().find(|tab| tab.contains("/c/")));
    assert!(receipt.starts_with(&server().edge), "{receipt}");
    assert!(browser.url().contains("/no-fetch"), "the shop stays where it was");
    let rows = server().demo().rows("kind=events");
    assert_eq!(rows.iter().filter(|row| row["phone"] == "tel:+4540220003").count(), 1);
}

#[test]
fn a_policy_that_only_reports_refuses_nothing_and_a_lost_connection_is_called_that() {
    let shop = Shop::open();
    let business = business_of(&shop);
    let browser = Browser::start();
    let body = snippet(server(), &business.slug);
    browser.open_and_load(&shop.page_with(
        "/",
        &body,
        &[("Content-Security-Policy-Report-Only", "connect-src 'none'")],
    ));
    let widget = Widget(&browser).painted();
    browser.devtools("Network.enable", json!({}));
    let lost = json!({ "offline": true, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
    browser.devtools("Network.emulateNetworkConditions", lost);
    widget.tick("order_updates");
    widget.number("20 12 34 56");
    widget.submit();
    assert!(widget.error("form").contains("could not connect"), "{}", widget.error("form"));
    assert_eq!(browser.tabs().len(), 1, "nothing is posted elsewhere");
}

#[test]
fn where_markup_is_refused_a_link_to_the_forms_own_page_is_left() {
    let shop = Shop::open();
    let business = business_of(&shop);
    let policy = "require-trusted-types-for 'script'; trusted-types somebody-else";
    let body = snippet(server(), &business.slug);
    let browser = Browser::start();
    browser.open(&shop.page_with("/", &body, &[("Content-Security-Policy", policy)]));
    let link = browser.find(&format!("a[href*='/{}']", business.slug));
    assert!(link.is_shown() && !link.text().is_empty());
    // Chromedriver cannot click on what stands right in a shadow root.
    link.send_keys(thirtyfour::Key::Enter);
    wait::until("the form's own page", || browser.tabs().iter().any(|tab| tab.starts_with(&server().edge)));
}

/// What the tests' pages need for themselves: an icon.
const OWN: &str = "default-src 'none'; img-src data:";

/// Opens a page under a policy, says yes there with the WASM, and sees that the browser had nothing to object to.
fn works_under(policy: &str, body: impl Fn(&Business<'_>) -> String) {
    let shop = Shop::open();
    let business = business_of(&shop);
    let browser = Browser::start();
    let page = shop.page_with("/", &body(&business), &[("Content-Security-Policy", policy)]);
    browser.open_and_load(&page);
    says_yes(Widget(&browser).painted().live(), &business);
    assert_eq!(browser.complaints(), Vec::<String>::new(), "{policy}");
}

fn says_yes(widget: Widget<'_>, business: &Business<'_>) {
    widget.tick("order_updates");
    widget.number("20 12 34 56");
    widget.submit();
    let _ = widget.success();
    business.assert_states("+4520123456", &[("order_updates", "granted")]);
}

/// The policy that we print, in a page that allows nothing else.
fn printed() -> String {
    format!("{OWN}; {}; require-trusted-types-for 'script'", policy::line(&server().edge))
}

#[test]
fn the_lines_that_we_print_are_enough_for_a_page_that_allows_nothing_else() {
    works_under(&printed(), |business| snippet(server(), &business.slug));
}

#[test]
fn the_lines_that_we_print_are_enough_for_the_element() {
    works_under(&printed(), |business| {
        let edge = &server().edge;
        let slug = &business.slug;
        format!(
            "<jatak-opt-in business=\"{slug}\" locale=\"en\"></jatak-opt-in><script async src=\"{edge}/element.js\"></script>"
        )
    });
}

#[test]
fn the_lines_that_we_print_are_enough_where_styles_come_as_a_file() {
    let shop = Shop::open();
    let business = business_of(&shop);
    let browser = Browser::start();
    let old = "delete CSSStyleSheet.prototype.replaceSync; delete CSSStyleSheet.prototype.replace;";
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", serde_json::json!({ "source": old }));
    let policy = printed();
    let page = shop.page_with("/", &snippet(server(), &business.slug), &[("Content-Security-Policy", &policy)]);
    browser.open_and_load(&page);
    let widget = Widget(&browser).painted().live();
    assert_eq!(widget.in_form("return root.querySelectorAll('link').length"), 1, "a file, which is what is tested");
    says_yes(widget, &business);
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

/// The snippet of a page that trusts what bears its nonce.
fn with_nonce(business: &Business<'_>) -> String {
    snippet(server(), &business.slug).replace("<script", "<script nonce=\"abc123\"")
}

#[test]
fn a_page_that_trusts_by_nonce_needs_no_address_of_ours_for_scripts() {
    let edge = &server().edge;
    let scripts = "script-src 'nonce-abc123' 'wasm-unsafe-eval'";
    works_under(
        &format!(
            "{OWN}; {scripts}; connect-src {edge}; trusted-types jatak; require-trusted-types-for 'script'; base-uri 'none'"
        ),
        with_nonce,
    );
}

#[test]
fn a_page_that_trusts_what_trusted_scripts_load_gets_the_whole_form() {
    let edge = &server().edge;
    let scripts = "script-src 'strict-dynamic' 'nonce-abc123' 'wasm-unsafe-eval'";
    works_under(&format!("{OWN}; {scripts}; connect-src {edge}; object-src 'none'; base-uri 'none'"), with_nonce);
}

#[test]
fn a_page_that_lets_forms_go_nowhere_but_home_gets_the_whole_form() {
    let edge = &server().edge;
    works_under(
        &format!("{OWN}; script-src {edge} 'wasm-unsafe-eval'; connect-src {edge}; form-action 'self'"),
        |business| snippet(server(), &business.slug),
    );
}

#[test]
fn where_fetch_and_posting_are_both_refused_the_way_to_the_forms_own_page_is_shown() {
    let shop = Shop::open();
    let business = business_of(&shop);
    let edge = &server().edge;
    let policy = format!("{OWN}; script-src {edge}; connect-src 'none'; form-action 'self'");
    let browser = Browser::start();
    let page = shop.page_with("/", &snippet(server(), &business.slug), &[("Content-Security-Policy", &policy)]);
    browser.open_and_load(&page);
    let widget = Widget(&browser).painted();
    widget.tick("order_updates");
    widget.number("20 12 34 56");
    widget.submit();
    let link = wait::for_some("the link", || browser.look(".hosted a").filter(jatak_tests::browser::Element::is_shown));
    assert!(link.attribute("href").is_some_and(|href| href.starts_with(&format!("{edge}/{}", business.slug))));
    assert_eq!(browser.find("[name=phone]").property("value").as_deref(), Some("20 12 34 56"), "what was typed stays");
    assert_eq!(super::submissions(&business), 0);
}
