//! Shops with a Content-Security-Policy: what it refuses must not cost the shop its form.

use jatak_tests::browser::Browser;
use jatak_tests::shop::Shop;
use jatak_tests::wait;
use jatak_tests::widget::{Widget, snippet};

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
