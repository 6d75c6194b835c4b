//! A form counts as shown once it was really before somebody, and once in each view of the page.

use jatak_tests::browser::Browser;
use jatak_tests::shop::Shop;
use jatak_tests::widget::{Widget, snippet};
use jatak_tests::{Business, wait};

use serde_json::json;

use super::{business_of, server};

/// How many reports the page has sent, as the browser's own record of its requests has it.
fn sent(browser: &Browser) -> u64 {
    let count = browser
        .run("return performance.getEntriesByType('resource').filter((entry) => entry.name.endsWith('/shown')).length");
    count.as_u64().unwrap()
}

fn shown(business: &Business<'_>) -> u64 {
    let statistics = business.get("/statistics").expect(200).json();
    statistics["days"].as_array().unwrap().iter().map(|day| day["shown"].as_u64().unwrap()).sum()
}

#[test]
fn a_form_in_view_is_counted_once_and_one_further_down_when_it_is_scrolled_to() {
    let shop = Shop::open();
    let (first, second) = (business_of(&shop), business_of(&shop));
    let far = "<p style=\"height:4000px\">Far below:</p>";
    let page = format!("{}{far}{}", snippet(server(), &first.slug), snippet(server(), &second.slug));
    let browser = Browser::start();
    browser.open_and_load(&shop.page("/", &page));
    let _ = Widget(&browser).painted().live();
    wait::until("both forms are live", || {
        browser.run("return document.querySelectorAll('[data-jatak-live]').length") == 2
    });
    wait::until("the form in view is reported", || sent(&browser) > 0);
    wait::until("and counted", || shown(&first) == 1);
    assert_eq!((sent(&browser), shown(&second)), (1, 0), "nobody has seen the second one");
    browser.run("document.querySelectorAll('[data-jatak]')[1].scrollIntoView()");
    wait::until("the second one is counted", || shown(&second) == 1);
    // Back and forth: the same view of the page. A third form, looked at as long as the first is, says when enough time
    // has passed for another report of it.
    browser.run("scrollTo(0, 0)");
    let third = business_of(&shop);
    browser.run_with(
        "const script = document.createElement('script');
         script.src = arguments[0];
         const place = document.createElement('div');
         place.dataset.jatak = '';
         place.append(script);
         document.body.prepend(place);",
        vec![json!(format!("{}/{}/widget.js", server().edge, third.slug))],
    );
    wait::until("the third one is counted", || shown(&third) == 1);
    assert_eq!((shown(&first), sent(&browser)), (1, 3));
    browser.run("document.body.firstElementChild.remove()");

    // Out of the back-forward cache the page is viewed anew.
    browser.run("window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
    wait::until("the new view is counted", || shown(&first) == 2);
    assert_eq!(super::submissions(&first) + super::submissions(&second), 0, "the ledger hears nothing of it");
}

#[test]
fn reports_keep_to_the_policy_that_we_print_and_say_nothing_of_the_visitor() {
    let browser = Browser::start();
    browser.open_and_load(&format!("{}/csp", server().shop));
    browser.run(
        "const send = navigator.sendBeacon.bind(navigator);
         navigator.sendBeacon = (url, body) => { window.jatakTestSent = [url, body]; return send(url, body); }",
    );
    let _ = Widget(&browser).painted().live();
    browser.run("document.querySelector('[data-jatak]').scrollIntoView()");
    wait::until("the form is reported", || sent(&browser) == 1);
    let notice = server().get("/v1/nordlys/notice?locale=da").send().expect(200).json()["id"].clone();
    let said = browser.run("return window.jatakTestSent");
    assert_eq!(said[0], format!("{}/v1/nordlys/shown", server().edge));
    assert_eq!(said[1], serde_json::json!({ "notice": notice }).to_string());
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
fn the_hosted_page_counts_as_the_form_in_a_shop_does() {
    let shop = Shop::open();
    let business = business_of(&shop);
    let browser = Browser::start();
    browser.open_and_load(&format!("{}/{}", server().edge, business.slug));
    wait::until("the page is counted", || shown(&business) == 1);
}
