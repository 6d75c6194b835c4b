//! The page for the shop's developer: the code follows what was chosen, and the README prints the same.

use std::fs;

use jatak_tests::page::Page;
use jatak_tests::{Business, place};

use super::server;

fn open(business: &Business<'_>, query: &str) -> Page {
    let reply = server().get(&format!("/{}/embed?{query}", business.slug)).header("Accept-Language", "en").send();
    Page::of(&reply.expect(200))
}

/// A piece of code as the page prints it.
fn code(page: &Page, name: &str) -> String {
    let found = page.select(&format!("#code-{name}"));
    found.first().unwrap_or_else(|| panic!("the code {name}")).text().collect()
}

#[test]
fn the_code_follows_what_was_chosen_and_needs_no_script_for_it() {
    let business = server().business();
    let page = open(&business, "form=da&theme=dark&width=300&categories=order_updates&categories=back_in_stock");
    let snippet = code(&page, "snippet-0");
    let address = format!(
        "src=\"{}/{}/widget.js?locale=da&amp;categories=order_updates,back_in_stock\"",
        server().edge,
        business.slug
    );
    assert!(snippet.contains(&address) && snippet.contains("data-theme=\"dark\""), "{snippet}");
    assert!(code(&page, "element-0").contains("categories=\"order_updates,back_in_stock\" theme=\"dark\""));
    assert_eq!(page.select("iframe").len(), 1);
    let chosen: Vec<_> = page.select("option[selected]").iter().filter_map(|option| option.attr("value")).collect();
    assert_eq!(chosen, ["da", "dark", "300"]);
    assert_eq!(page.select("[name=categories][checked]").len(), 2);
    // The page speaks the reader's language, whatever the form does, and goes on with the choices in the other one.
    assert_eq!(page.select("html")[0].attr("lang"), Some("en"));
    assert!(page.has("nav a[href*='locale=da'][href*='theme=dark']"));
    assert!(page.select("form")[0].attr("action").unwrap().ends_with("/embed"));

    // Everything is everything, also what is added later.
    let usual = open(&business, "");
    assert!(!code(&usual, "snippet-0").contains("categories"), "{}", code(&usual, "snippet-0"));
    assert_eq!(usual.select("[name=categories][checked]").len(), 4);
}

#[test]
fn where_no_script_runs_each_piece_of_code_for_a_place_leads_to_the_forms_own_page() {
    let business = server().business_with(|settings| settings["name"] = "Kaffe & <b>{{ te }}".into());
    let page = open(&business, "form=da");
    let link = format!(
        "<a href=\"{}/{}?locale=da\">Sig ja tak til beskeder fra Kaffe &amp; &lt;b&gt;&#123;&#123; te }}}} på WhatsApp</a>",
        server().edge,
        business.slug
    );
    for piece in ["snippet-0", "pinned-0", "shopify-0", "woocommerce-0"] {
        let code = code(&page, piece);
        assert!(code.contains(&format!("<noscript>{link}</noscript>")), "{link} in {piece}: {code}");
    }
    let element = code(&page, "element-0");
    assert!(element.contains(&link) && !element.contains("noscript"), "it shows until the form does: {element}");
}

#[test]
fn what_cannot_be_understood_is_as_if_it_had_not_been_said() {
    let business = server().business();
    let usual = code(&open(&business, ""), "snippet-0");
    for query in ["form=xx&theme=%3Cscript%3E&width=7", "categories=nothing", "width=-1&form=%00", "theme=%22onload%3D"]
    {
        assert_eq!(code(&open(&business, query), "snippet-0"), usual, "{query}");
    }
}

#[test]
fn the_readme_prints_the_snippet_that_the_page_prints() {
    let page = Page::of(&server().get("/nordlys/embed?locale=en&form=da").send().expect(200));
    let printed = code(&page, "snippet-0").replace(&server().edge, "https://EDGE");
    let printed = printed.replace("/nordlys", "/your-shop").replace("Nordlys Kaffe", "Your Shop");
    let readme = fs::read_to_string(place::root().join("README.md")).unwrap();
    assert!(readme.contains(&printed), "the README must print\n{printed}");
}

#[test]
fn the_preview_may_fetch_the_form_and_send_nothing() {
    let business = server().business();
    let reply = server().get(&format!("/{}/embed/preview", business.slug)).send().expect(200);
    let policy = reply.header("content-security-policy");
    for part in ["default-src 'none'", "form-action 'none'", "frame-ancestors 'self'", "base-uri 'none'"] {
        assert!(policy.contains(part), "{part} in {policy}");
    }
    let connect = policy.split(';').find(|part| part.trim().starts_with("connect-src")).unwrap();
    for refused in ["/consents", "/shown", "'self'"] {
        assert!(!connect.contains(refused), "{connect}");
    }
    assert!(reply.header("x-robots-tag").contains("noindex"));
    assert_eq!(reply.header("x-frame-options"), "SAMEORIGIN");
    // The page around it may frame its own site and nothing else, and be framed by nobody.
    let around = server().get(&format!("/{}/embed", business.slug)).send().expect(200);
    let policy = around.header("content-security-policy");
    assert!(policy.contains("frame-src 'self'") && policy.contains("frame-ancestors 'none'"), "{policy}");
}
