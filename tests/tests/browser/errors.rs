//! When something is wrong: the text stands beside its field, the focus goes to the first, and nothing typed is lost.

use jatak_tests::browser::Browser;
use jatak_tests::shop::{HELD, Shop};
use jatak_tests::widget::{Widget, snippet};

use super::{business_of, server, submissions};

fn errors_are_beside_their_fields(browser: &Browser, widget: Widget<'_>) {
    widget.submit();
    assert!(widget.error("category").contains("Tick"), "{}", widget.error_now("category"));
    assert!(widget.error("phone").contains("number"), "{}", widget.error_now("phone"));
    assert_eq!(browser.focused()["type"], "checkbox", "the focus goes to the first error");
    let tied = widget.in_form(
        "const field = root.querySelector('[name=phone]');
         const about = (field.getAttribute('aria-describedby') || '').split(' ').map((id) => root.getElementById(id));
         return [field.getAttribute('aria-invalid'), about.some((element) => element && element.textContent.length > 0)]",
    );
    assert_eq!(tied, serde_json::json!(["true", true]), "the error is tied to its field");

    widget.tick("order_updates");
    widget.submit();
    assert!(!widget.error("phone").is_empty());
    assert_eq!(widget.error_now("category"), "");
    assert_eq!(browser.focused()["name"], "phone");

    widget.number("20 12");
    widget.submit();
    let said = widget.error("phone");
    jatak_tests::wait::until("the edge's refusal is shown", || widget.error_now("phone").contains("country"));
    assert!(!said.is_empty());
    assert_eq!(browser.focused()["name"], "phone");
    assert_eq!(browser.focused()["value"], "20 12", "what was typed stays");
    assert_eq!(widget.ticked(), ["order_updates"]);
}

#[test]
fn errors_stand_beside_their_fields_with_the_loader() {
    let shop = Shop::open();
    let business = business_of(&shop);
    let browser = Browser::start();
    let held = format!("<img src=\"{HELD}\" alt=\"\">");
    browser.open(&shop.page("/", &format!("{held}{}", snippet(server(), &business.slug))));
    errors_are_beside_their_fields(&browser, Widget(&browser).painted());
    assert_eq!(submissions(&business), 0);
}

#[test]
fn errors_stand_beside_their_fields_with_the_wasm() {
    let shop = Shop::open();
    let business = business_of(&shop);
    let browser = Browser::start();
    browser.open(&shop.page("/", &snippet(server(), &business.slug)));
    errors_are_beside_their_fields(&browser, Widget(&browser).painted().live());
    assert_eq!(submissions(&business), 0);
}

#[test]
fn a_text_that_changed_meanwhile_is_shown_anew_and_unticked_and_the_number_stays() {
    let shop = Shop::open();
    for live in [false, true] {
        let business = business_of(&shop);
        let browser = Browser::start();
        let held = if live { String::new() } else { format!("<img src=\"{HELD}\" alt=\"\">") };
        browser.open(&shop.page("/", &format!("{held}{}", snippet(server(), &business.slug))));
        let mut widget = Widget(&browser).painted();
        if live {
            widget = widget.live();
        }
        widget.tick("order_updates");
        widget.number("20 12 34 56");
        business.change(|settings| settings["name"] = "Testhuset Nyt".into());
        widget.submit();
        let changed = jatak_tests::wait::for_some("the new text", || {
            browser.look(".changed").filter(jatak_tests::browser::Element::is_shown)
        });
        assert!(!changed.text().is_empty());
        assert!(browser.find(".statement").text().contains("Testhuset Nyt"));
        assert!(widget.ticked().is_empty(), "a new text is a new question");
        assert_eq!(browser.find("[name=phone]").property("value").as_deref(), Some("20 12 34 56"));
        assert_eq!(submissions(&business), 0);
        widget.tick("relevant_offers");
        widget.submit();
        let _ = widget.success();
        business.assert_states("+4520123456", &[("relevant_offers", "granted")]);
    }
}

/// A script of the page that loses the answer to the first post, after it was sent.
const LOSES_THE_FIRST_ANSWER: &str = "<script>
    const real = window.fetch;
    let lost = false;
    window.fetch = (input, init) => {
        const method = (init && init.method) || input.method;
        if (method !== 'POST' || lost) return real(input, init);
        lost = true;
        return real(input, init).then(() => { throw new TypeError('Failed to fetch'); });
    };
</script>";

#[test]
fn an_answer_that_was_lost_is_fetched_by_pressing_again_and_nothing_is_recorded_twice() {
    let shop = Shop::open();
    for live in [false, true] {
        let business = business_of(&shop);
        let browser = Browser::start();
        let held = if live { String::new() } else { format!("<img src=\"{HELD}\" alt=\"\">") };
        let body = format!("{LOSES_THE_FIRST_ANSWER}{held}{}", snippet(server(), &business.slug));
        browser.open(&shop.page("/", &body));
        let mut widget = Widget(&browser).painted();
        if live {
            widget = widget.live();
        }
        widget.tick("order_updates");
        widget.number("20 12 34 56");
        widget.submit();
        assert!(!widget.error("form").is_empty(), "it says that something went wrong");
        assert!(!widget.is_done(), "and shows no success that it does not know of");
        widget.submit();
        let _ = widget.success();
        assert_eq!(submissions(&business), 1, "live: {live}");
    }
}
