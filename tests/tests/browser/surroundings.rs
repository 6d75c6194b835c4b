//! Pages as they are found: dialogs, forms around the form, frames, old modes, and scripts that change what is everybody's.

use jatak_tests::browser::Browser;
use jatak_tests::shop::{HELD, Shop};
use jatak_tests::widget::{Widget, snippet};
use jatak_tests::{Business, bundle, wait};
use serde_json::json;
use thirtyfour::Key;

use super::{business_of, server, submissions};

/// Says yes by hand, with the loader or with the WASM.
fn works(widget: Widget<'_>, business: &Business<'_>) {
    widget.tick("order_updates");
    widget.number("20 12 34 56");
    widget.submit();
    let _ = widget.success();
    business.assert_states("+4520123456", &[("order_updates", "granted")]);
    assert_eq!(submissions(business), 1);
}

/// Opens a page with `head` before the snippet, and says yes: before the WASM is there, and with it.
fn works_beside(head: &str) {
    for live in [false, true] {
        let shop = Shop::open();
        let business = business_of(&shop);
        let pending = if live { String::new() } else { format!("<img src=\"{HELD}\" alt=\"\">") };
        let browser = Browser::start();
        browser.open(&shop.page("/", &format!("{head}{pending}{}", snippet(server(), &business.slug))));
        let mut widget = Widget(&browser).painted();
        if live {
            widget = widget.live();
        }
        works(widget, &business);
        assert_eq!(browser.complaints(), Vec::<String>::new(), "live: {live}");
    }
}

#[test]
fn a_form_in_a_modal_dialog_works_and_the_dialog_keeps_its_keys() {
    let shop = Shop::open();
    let business = business_of(&shop);
    let browser = Browser::start();
    // Chromedriver does not scroll inside of a dialog, so that the whole of it has to be in sight.
    let size = json!({ "width": 1280, "height": 2400, "deviceScaleFactor": 1, "mobile": false });
    browser.devtools("Emulation.setDeviceMetricsOverride", size);
    let page = format!("<dialog><p>Stay in touch</p>{}</dialog>", snippet(server(), &business.slug));
    browser.open(&shop.page("/", &page));
    browser.run("document.querySelector('dialog').showModal()");
    let widget = Widget(&browser).painted().live();
    browser.find("[name=phone]").send_keys("20" + Key::Escape);
    wait::until("Escape closes the dialog", || browser.run("return document.querySelector('dialog').open") == false);
    browser.run("document.querySelector('dialog').showModal()");
    works(widget, &business);
    assert_eq!(browser.run("return document.querySelector('dialog').open"), true, "sending does not close it");
}

#[test]
fn a_form_in_a_form_of_the_shop_leaves_it_alone_and_is_left_alone() {
    for live in [false, true] {
        let shop = Shop::open();
        let business = business_of(&shop);
        let browser = Browser::start();
        let held = if live { String::new() } else { format!("<img src=\"{HELD}\" alt=\"\">") };
        // Shops listen for Enter too, to go on to the next step.
        let script = "<script>
            window.bought = 0;
            const checkout = document.querySelector('form');
            checkout.addEventListener('submit', (event) => { event.preventDefault(); window.bought += 1; });
            checkout.addEventListener('keydown', (event) => { if (event.key === 'Enter') checkout.requestSubmit(); });
        </script>";
        let page = format!(
            "{held}<form action=\"/bought\"><input name=\"mail\" value=\"a@b.example\"><fieldset disabled>{}</fieldset>\
             <button>Buy</button></form>{script}",
            snippet(server(), &business.slug)
        );
        browser.open(&shop.page("/", &page));
        let mut widget = Widget(&browser).painted();
        if live {
            widget = widget.live();
        }
        widget.tick("order_updates");
        let data = "return [...new FormData(document.querySelector('form')).keys()]";
        assert_eq!(browser.run(data), json!(["mail"]), "our fields are not the shop's");
        assert_eq!(browser.run("return document.querySelector('form').elements.length"), 3);
        browser.find("[name=phone]").send_keys("20 12 34 56" + Key::Enter);
        let _ = widget.success();
        business.assert_states("+4520123456", &[("order_updates", "granted")]);
        assert_eq!(browser.run("return window.bought"), 0, "live: {live}");
        browser.named("Buy").click();
        wait::until("the shop's own form works", || browser.run("return window.bought") == 1);
        assert_eq!(submissions(&business), 1);
    }
}

#[test]
fn a_form_in_a_frame_works() {
    let shop = Shop::open();
    let business = business_of(&shop);
    let browser = Browser::start();
    shop.page("/inner", &snippet(server(), &business.slug));
    browser.open(&shop.page("/", "<h1>Shop</h1><iframe src=\"/inner\" width=\"600\" height=\"1500\"></iframe>"));
    browser.enter_frame();
    let widget = Widget(&browser).painted().live();
    works(widget, &business);
    let event = business.events().pop().unwrap();
    assert_eq!(event["evidence"]["page"], format!("{}/inner", shop.origin));
}

#[test]
fn a_page_in_quirks_mode_shows_the_form_as_any_other_does() {
    let shop = Shop::open();
    let business = business_of(&shop);
    let browser = Browser::start();
    let tag = snippet(server(), &business.slug);
    // Quirks give tables and bodies other fonts, and boxes other heights.
    let quirky = format!("<html><body><table><tr><td width=\"700\">{tag}</td></tr></table></body></html>");
    let look = |url: &str| {
        browser.open(url);
        let widget = Widget(&browser).painted().live();
        let looks = widget.in_form(
            "return [...root.querySelectorAll('.jatak *')].map((element) => {
                const style = getComputedStyle(element);
                return ['font-size', 'font-weight', 'line-height', 'color', 'text-align', 'white-space', 'box-sizing', 'height']
                    .map((name) => style.getPropertyValue(name)).join();
            })",
        );
        (widget, looks)
    };
    let standard = shop.page("/standard", &format!("<table><tr><td width=\"700\">{tag}</td></tr></table>"));
    let (_, expected) = look(&standard);
    let (widget, found) = look(&shop.file("/quirks", "text/html; charset=utf-8", quirky, &[]));
    assert_eq!(browser.run("return document.compatMode"), "BackCompat");
    assert_eq!(found, expected);
    works(widget, &business);
}

#[test]
fn a_page_that_adds_to_every_object_and_array_gets_a_working_form() {
    works_beside(
        "<script>
            Array.prototype.remove = function () {};
            Array.prototype.last = function () { return this[this.length - 1]; };
            Object.prototype.extend = function () {};
            Object.prototype.page = 'https://nowhere.example/';
            String.prototype.strip = function () { return this.trim(); };
            Function.prototype.delay = function () {};
        </script>",
    );
}

#[test]
fn a_page_that_wraps_attach_shadow_and_listens_to_everything_gets_a_working_form() {
    works_beside(
        "<script>
            const attach = Element.prototype.attachShadow;
            Element.prototype.attachShadow = function (init) {
                const root = attach.call(this, Object.assign({}, init, { delegatesFocus: true }));
                window.roots = (window.roots || []).concat(root);
                new MutationObserver(() => {}).observe(root, { childList: true, subtree: true, attributes: true });
                return root;
            };
            const listen = EventTarget.prototype.addEventListener;
            EventTarget.prototype.addEventListener = function (type, listener, options) {
                const wrapped = typeof listener === 'function' ? function (event) { return listener.call(this, event); } : listener;
                return listen.call(this, type, wrapped, options);
            };
        </script>",
    );
}

#[test]
fn a_page_that_freezes_and_wraps_fetch_gets_a_working_form() {
    works_beside(
        "<script>
            const real = window.fetch;
            const wrapped = async (...given) => { const answer = await real.apply(window, given); return answer.clone(); };
            Object.defineProperty(window, 'fetch', { value: Object.freeze(wrapped), writable: false, configurable: false });
            Object.freeze(JSON);
            Object.freeze(Math);
        </script>",
    );
}

#[test]
fn a_page_with_promises_of_its_own_gets_a_working_form() {
    works_beside(&format!(
        "<script>{}</script><script>window.Promise = window.P = P.noConflict(); Promise.config({{ warnings: false }});</script>",
        bundle::package("bluebird/js/browser/bluebird.min.js").replace("</script", "<\\/script")
    ));
}

#[test]
fn a_page_of_an_old_library_that_gives_arrays_a_json_form_sends_what_was_ticked() {
    // Prototype before 1.7 did this to every page that it was on.
    works_beside(
        "<script>
            Array.prototype.toJSON = function () { return '[' + this.map((item) => JSON.stringify(item)).join(', ') + ']'; };
            String.prototype.toJSON = function () { return '\"' + this + '\"'; };
        </script>",
    );
}

#[test]
fn a_target_that_the_page_makes_anew_gets_a_form_again() {
    let shop = Shop::open();
    let business = business_of(&shop);
    let browser = Browser::start();
    browser.open(&shop.page("/", "<main id=\"there\"></main>"));
    let add = format!(
        "const script = document.createElement('script');
         script.dataset.target = '#there';
         script.src = '{}/{}/widget.js?locale=en';
         document.body.append(script);",
        server().edge,
        business.slug
    );
    browser.run(&add);
    let _ = Widget(&browser).painted();
    // The page empties its own element, as a route that is left and entered again does.
    browser.run("document.querySelector('#there').textContent = ''");
    assert!(browser.look("[name=phone]").is_none());
    browser.run(&add);
    works(Widget(&browser).painted().live(), &business);
    let forms = browser.run("return document.querySelectorAll('#there > *').length");
    assert_eq!(forms, 1);
}
