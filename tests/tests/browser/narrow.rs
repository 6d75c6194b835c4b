//! Small screens, and large letters.

use jatak_tests::browser::Browser;
use jatak_tests::reflow::{misfits, zoom};
use jatak_tests::shop::Shop;
use jatak_tests::widget::{Widget, snippet_in};

use super::{in_every_language, looks, pages_in, server};

/// Everything that people see, in the way that the browser now shows pages.
fn assert_fits(browser: &Browser, how: &str) {
    let shop = Shop::open();
    let business = in_every_language(&shop);
    for (locale, _) in looks() {
        for page in pages_in(&business, locale) {
            browser.open_and_load(&format!("{}{page}", server().edge));
            assert_eq!(misfits(browser), Vec::<String>::new(), "{how}: {page}");
        }
        browser.open(&shop.page("/", &snippet_in(server(), &business.slug, locale.code())));
        let widget = Widget(browser).painted().live();
        assert_eq!(misfits(browser), Vec::<String>::new(), "{how}: the form, {locale}");
        widget.submit();
        let _ = widget.error("category");
        assert_eq!(misfits(browser), Vec::<String>::new(), "{how}: the form with errors, {locale}");
        widget.tick("order_updates");
        widget.number("20 12 34 56");
        widget.submit();
        let _ = widget.success();
        assert_eq!(misfits(browser), Vec::<String>::new(), "{how}: what is said after a yes, {locale}");
    }
}

#[test]
fn at_four_times_the_size_everything_fits_a_screen_320_pixels_wide() {
    let browser = Browser::start();
    zoom(&browser, 400);
    assert_eq!(browser.run("return innerWidth"), 320);
    assert_fits(&browser, "zoomed to 400 %");
}

#[test]
fn letters_of_twice_the_size_are_larger_and_nothing_is_lost() {
    let browser = Browser::with_letters_of(32);
    zoom(&browser, 200);
    browser.open_and_load(&format!("{}/{}", server().edge, server().business().slug));
    assert_eq!(browser.find(".statement").style("font-size"), "32px", "the reader's choice counts");
    assert_fits(&browser, "letters of 32 pixels");
}
