//! A shop's theme: it dresses the form, and cannot hide what is agreed to or how to take it back.

use jatak_tests::browser::Browser;
use jatak_tests::shop::Shop;
use jatak_tests::sight::{Ink, contrasts, ink};
use jatak_tests::wait;
use jatak_tests::widget::{Widget, snippet};
use serde_json::json;

use super::{business_of, server};

/// What must be readable whatever a theme says: the statement, what comes before the button, who answers for the data.
const LEGAL: [&str; 4] = [".statement", ".terms", ".fine p", ".fine a"];

/// A theme as a shop may well have it.
const THEME: &str = "<style>[data-jatak] {
    --jatak-accent: #b4491f; --jatak-ground: #fdf6ec; --jatak-ink: #3b1f14; --jatak-line: #00000000; --jatak-font: serif;
    --jatak-radius: 4px; --jatak-space: 2em; --jatak-padding: 0; --jatak-width: 25em; }
    [data-jatak]::part(heading) { text-transform: uppercase; }
    [data-jatak]::part(button) { letter-spacing: 2px; }
</style>";

/// Themes that want the text gone. Each is everything that stands in a style sheet of the page.
const ATTACKS: &[(&str, &str)] = &[
    ("the colour of the ground", "[data-jatak] { --jatak-ink: #fff; --jatak-ground: #fff; }"),
    ("the colour of the ink", "[data-jatak] { --jatak-ink: #000; --jatak-ground: #000; }"),
    ("no colour", "[data-jatak] { --jatak-ink: transparent; --jatak-ground: transparent; background: #1a2129; }"),
    ("a colour that is none", "[data-jatak] { --jatak-ink: 5px; --jatak-ground: 5px; color: #fff; background: #1a2129; }"),
    ("no room", "[data-jatak] { --jatak-width: 0; --jatak-padding: 0; --jatak-space: 0; --jatak-radius: 0; }"),
    ("too much room", "[data-jatak] { --jatak-padding: 9000px; --jatak-space: 9000px; --jatak-radius: 9000px; }"),
    ("negative room", "[data-jatak] { --jatak-padding: -900px; --jatak-space: -900px; --jatak-width: -900px; }"),
    (
        "a font without shapes",
        "@font-face { font-family: gone; size-adjust: 0%;
             src: local('DejaVu Sans'), local('Noto Sans'), local('Liberation Sans'), local('Arial'); }
         [data-jatak] { --jatak-font: gone; }",
    ),
    (
        "our own properties, registered",
        "@property --soft { syntax: '<color>'; inherits: false; initial-value: transparent; }
         @property --ground { syntax: '<color>'; inherits: false; initial-value: black; }
         @property --tint { syntax: '<color>'; inherits: false; initial-value: black; }
         @property --round { syntax: '<length>'; inherits: false; initial-value: -900px; }
         @property --jatak-ink { syntax: '<color>'; inherits: false; initial-value: transparent; }
         @property --jatak-ground { syntax: '<length>'; inherits: false; initial-value: 0px; }
         @property --jatak-space { syntax: '<length>'; inherits: false; initial-value: -900px; }",
    ),
    (
        "parts laid over it",
        "[data-jatak]::part(heading), [data-jatak]::part(button), [data-jatak]::part(label), [data-jatak]::part(field),
         [data-jatak]::part(box) { position: absolute !important; z-index: 99 !important; inset: -900px; background: #1a2129;
             box-shadow: 0 0 0 900px #1a2129; outline: 900px solid #1a2129 !important; }",
    ),
    (
        "boxes of parts laid over it",
        "[data-jatak]::part(heading), [data-jatak]::part(label), [data-jatak]::part(button) { display: contents !important; }
         [data-jatak]::part(heading)::before, [data-jatak]::part(label)::before, [data-jatak]::part(button)::after {
             content: ''; position: fixed; inset: 0; z-index: 99; background: #1a2129; }",
    ),
    (
        "parts that pull it together",
        "[data-jatak]::part(heading), [data-jatak]::part(button), [data-jatak]::part(field), [data-jatak]::part(label),
         [data-jatak]::part(box) { margin: -900px !important; float: left; }",
    ),
    (
        "parts for it, which there are none of",
        "[data-jatak]::part(statement), [data-jatak]::part(terms), [data-jatak]::part(fine), [data-jatak]::part(withdrawal) {
             display: none !important; }",
    ),
    ("what would be inherited", "[data-jatak] { font-size: 0; line-height: 0; visibility: hidden; color: transparent;
         text-indent: -900px; letter-spacing: -9px; writing-mode: vertical-rl; user-select: none; }"),
];

#[test]
fn a_theme_dresses_the_form_in_the_shops_colours_font_and_shape() {
    let shop = Shop::open();
    let business = business_of(&shop);
    let browser = Browser::start();
    browser.open(&shop.page("/", &format!("{THEME}{}", snippet(server(), &business.slug))));
    let _ = Widget(&browser).painted();
    let style = |css: &str, name: &str| browser.find(css).style(name);
    assert_eq!(style("form button", "background-color"), "rgba(180, 73, 31, 1)");
    assert_eq!(style("form button", "border-top-left-radius"), "3px");
    assert_eq!(style("form button", "letter-spacing"), "2px");
    assert_eq!(style(".heading", "text-transform"), "uppercase");
    assert_eq!(style(".choice", "font-family"), "serif");
    assert_eq!(style(".jatak", "padding-top"), "0px");
    assert_eq!(style(".jatak", "max-width"), "400px");
    assert_eq!(style(".number", "margin-top"), "32px");
    let painted = browser.run(
        "const paint = Object.assign(document.createElement('canvas'), { width: 1, height: 1 })
             .getContext('2d', { willReadFrequently: true });
         const root = document.querySelector('[data-jatak]').shadowRoot;
         const style = getComputedStyle(root.querySelector('.form'));
         return [/(oklch\\(.*?\\))/.exec(style.backgroundImage)[1], style.color].map((colour) => {
             paint.fillStyle = colour; paint.fillRect(0, 0, 1, 1);
             return [...paint.getImageData(0, 0, 1, 1).data].slice(0, 3);
         });",
    );
    let near = |painted: &serde_json::Value, wanted: [i64; 3]| {
        wanted.iter().enumerate().all(|(i, value)| (painted[i].as_i64().unwrap() - value).abs() <= 1)
    };
    assert!(
        near(&painted[0], [0xfd, 0xf6, 0xec]) && near(&painted[1], [0x3b, 0x1f, 0x14]),
        "as they were asked: {painted}"
    );
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
fn no_theme_hides_what_is_agreed_to_or_how_to_take_it_back() {
    let shop = Shop::open();
    let business = business_of(&shop);
    let tag = snippet(server(), &business.slug);
    let browser = Browser::start();
    for dark in [false, true] {
        browser.look_as(600, dark);
        let look = |path: &str, style: &str| {
            let body = format!("<style>:root {{ color-scheme: light dark; }} {style}</style>{tag}");
            browser.open(&shop.page(path, &body));
            // Only when the form was taken over does nothing in it move any more.
            let _ = Widget(&browser).live();
            LEGAL.map(|css| ink(&browser, css))
        };
        let plain = look("/plain", "");
        assert!(plain.iter().all(|seen| seen.contrast >= 4.5 && seen.pixels > 100), "{plain:?}");
        for (name, style) in ATTACKS {
            let seen = look("/attacked", style);
            for ((css, plain), first) in LEGAL.iter().zip(plain).zip(seen) {
                // The edges of letters stand out less where the whole does, and fall on pixels in another way.
                let shows = |seen: &Ink| seen.contrast >= 4.5 && seen.pixels * 2 >= plain.pixels;
                if !shows(&first) {
                    // A busy machine may paint a part of it only in the next picture.
                    let what = format!("{name}, dark: {dark}, {css}: {first:?}, plainly {plain:?}");
                    wait::until(&what, || shows(&ink(&browser, css)));
                }
            }
        }
        // That the attacks are some: what is not held against them goes.
        let _ = look("/registered", ATTACKS[8].1);
        assert_eq!(ink(&browser, ".value").pixels, 0, "{}", ATTACKS[8].0);
        let _ = look("/laid-over", ATTACKS[9].1);
        browser.run(
            "const [sheet] = document.querySelector('[data-jatak]').shadowRoot.adoptedStyleSheets;
             sheet.deleteRule([...sheet.cssRules].findIndex((rule) => /\\[part\\]/.test(rule.selectorText)));",
        );
        assert_eq!(ink(&browser, ".statement").pixels, 0, "{}", ATTACKS[9].0);
    }
}

#[test]
fn whatever_colours_a_theme_asks_for_every_text_can_be_read_and_every_edge_seen() {
    let texts = [
        (".statement", "color"),
        (".terms", "color"),
        (".fine", "color"),
        (".value", "color"),
        (".choice strong", "color"),
        (".error", "color"),
        ("form button", "on"),
    ];
    let edges = [(".field input", "borderTopColor"), ("[type=checkbox]", "borderTopColor")];
    let shop = Shop::open();
    let business = business_of(&shop);
    let browser = Browser::start();
    for dark in [false, true] {
        browser.look_as(600, dark);
        let both = "<style>:root { color-scheme: light dark; }</style>";
        browser.open(&shop.page("/", &format!("{both}{}", snippet(server(), &business.slug))));
        let _ = Widget(&browser).painted();
        for round in 0..themes() {
            let theme = random_theme(round);
            browser.run_with(
                "const host = document.querySelector('[data-jatak]');
                 ['ink', 'ground', 'accent'].forEach((name, i) => host.style.setProperty('--jatak-' + name, arguments[0][i]));",
                vec![json!(theme)],
            );
            let asked: Vec<_> = texts.iter().chain(&edges).copied().collect();
            for ((css, property), ratio) in asked.iter().zip(contrasts(&browser, &asked)) {
                let least = if property.starts_with("border") { 3.0 } else { 4.5 };
                assert!(ratio >= least, "{css} {property}: {ratio} with {theme:?}, dark: {dark}");
            }
        }
    }
}

/// How many themes are tried.
fn themes() -> u32 {
    if std::env::var_os("JATAK_LONG").is_some() { 5_000 } else { 150 }
}

/// A theme, the same for the same number: ink, ground and accent, first those that ask for trouble.
fn random_theme(round: u32) -> [String; 3] {
    const ODD: [&str; 10] = [
        "transparent",
        "#fff",
        "#000",
        "currentColor",
        "oklch(none none none)",
        "color(display-p3 1 1 0)",
        "lab(100 125 -125)",
        "oklch(calc(infinity) 9 0)",
        "rgb(0 0 255 / 1%)",
        "hsl(60 100% 50%)",
    ];
    let pick = |which: u32| {
        // The finaliser of MurmurHash3: neighbours give numbers that have nothing to do with each other.
        let mut hash = round * 3 + which + 1;
        for (shift, factor) in [(16, 0x85eb_ca6b_u32), (13, 0xc2b2_ae35), (16, 1)] {
            hash = (hash ^ (hash >> shift)).wrapping_mul(factor);
        }
        match ODD.get(hash as usize % 40) {
            Some(odd) => (*odd).to_owned(),
            None => format!("#{:06x}", hash >> 8),
        }
    };
    // An accent that no screen can show is painted as the nearest that it can, which nobody can reckon with.
    let accent = Some(pick(2)).filter(|accent| accent.starts_with('#')).unwrap_or_else(|| "rebeccapurple".to_owned());
    [pick(0), pick(1), accent]
}
