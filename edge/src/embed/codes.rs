//! The code that a shop's developer copies. Each is put into a real page by a test, as it is printed here.

use jatak_shared::business::Slug;
use jatak_shared::policy;
use jatak_shared::wording::{self, say};
use jatak_widget::pages::embed::{Codes, Theme};
use jatak_widget::reserve::Reserve;

use super::Chosen;
use crate::assets::Asset;

/// What code is made from.
pub struct Making<'a> {
    /// The edge's public address.
    pub edge: &'a str,
    /// The business.
    pub slug: &'a Slug,
    /// What was chosen.
    pub chosen: &'a Chosen,
    /// The height to reserve; none for a page that has a height of its own, as the preview has.
    pub reserve: Option<Reserve>,
    /// The business's name, for the link that stands where no script runs.
    pub name: &'a str,
}

impl Making<'_> {
    /// Every piece of code that the page prints. `loader` is the loader as an asset.
    pub fn codes(&self, loader: &Asset) -> Codes {
        Codes {
            snippet: self.snippet(),
            bare: format!("<script async{} src=\"{}\"></script>", self.theme(), self.address("&amp;")),
            element: self.element(),
            pinned: self.pinned(loader),
            tag_manager: self.tag_manager(),
            place: format!("<div id=\"{PLACE}\"{}></div>", self.style()),
            shopify: self.shopify(),
            woocommerce: self.woocommerce(),
            policy: policy::line(self.edge),
            height: format!("[data-jatak] {{ {} }}", self.height()),
        }
    }

    /// The usual code.
    pub fn snippet(&self) -> String {
        self.around(&self.style())
    }

    fn around(&self, more: &str) -> String {
        let address = self.address("&amp;");
        format!(
            "<div data-jatak{}{more}><script async src=\"{address}\"></script>{}</div>",
            self.theme(),
            self.scriptless(),
        )
    }

    /// What stands in the form's place where no script runs, which would else be empty.
    fn scriptless(&self) -> String {
        format!("<noscript>{}</noscript>", self.link())
    }

    /// The way to the form's own page, in the form's language.
    fn link(&self) -> String {
        let Self { edge, slug, chosen, .. } = self;
        let locale = chosen.locale;
        let text = say(locale, wording::of(locale).pages.hosted.noscript, &[("business", self.name)]);
        format!("<a href=\"{edge}/{slug}?locale={locale}\">{}</a>", escaped(&text))
    }

    /// The address of the script, with this between its parameters.
    fn address(&self, and: &str) -> String {
        let Self { edge, slug, chosen, .. } = self;
        let categories = match chosen.names() {
            names if names.is_empty() => String::new(),
            names => format!("{and}categories={names}"),
        };
        format!("{edge}/{slug}/widget.js?locale={}{categories}", chosen.locale)
    }

    fn height(&self) -> String {
        self.reserve.map(|reserve| reserve.to_string()).unwrap_or_default()
    }

    fn style(&self) -> String {
        self.reserve.map(|reserve| format!(" style=\"{reserve}\"")).unwrap_or_default()
    }

    fn theme(&self) -> String {
        match self.chosen.theme {
            Theme::Page => String::new(),
            theme => format!(" data-theme=\"{}\"", theme.word()),
        }
    }

    /// Attributes that say what the address of the script says elsewhere.
    fn said(&self, prefix: &str) -> String {
        let mut said = format!(" {prefix}locale=\"{}\"", self.chosen.locale);
        if !self.chosen.categories.is_empty() {
            said.extend([" ", prefix, "categories=\"", &self.chosen.names(), "\""]);
        }
        if self.chosen.theme != Theme::Page {
            said.extend([" ", prefix, "theme=\"", self.chosen.theme.word(), "\""]);
        }
        said
    }

    fn element(&self) -> String {
        let Self { edge, slug, .. } = self;
        let (said, height) = (self.said(""), self.height());
        // An element of one's own is inline, and has no height, unless somebody says otherwise.
        format!(
            "<script async src=\"{edge}/element.js\"></script>\n\
             <jatak-opt-in business=\"{slug}\"{said} style=\"display:block;{height}\">\n  \
             {}\n</jatak-opt-in>",
            self.link(),
        )
    }

    fn pinned(&self, loader: &Asset) -> String {
        let Self { edge, slug, .. } = self;
        let (path, integrity) = (loader.path, loader.integrity);
        format!(
            "<div data-jatak{}{}>\n  <script async src=\"{edge}{path}\"\n    integrity=\"{integrity}\"\n    \
             crossorigin=\"anonymous\" data-business=\"{slug}\"></script>\n  {}\n</div>",
            self.said("data-"),
            self.style(),
            self.scriptless(),
        )
    }

    /// A tag manager makes scripts anew and drops their `data-` attributes, so the script is made by a script. Written for
    /// the compiler of Google's, which knows ES5.
    fn tag_manager(&self) -> String {
        let theme = match self.chosen.theme {
            Theme::Page => String::new(),
            theme => format!("  script.setAttribute('data-theme', '{}');\n", theme.word()),
        };
        format!(
            "<script>\n(function () {{\n  var script = document.createElement('script');\n  script.async = true;\n  \
             script.src = '{}';\n  script.setAttribute('data-target', '#{PLACE}');\n{theme}  \
             document.head.appendChild(script);\n}})();\n</script>",
            self.address("&"),
        )
    }

    fn shopify(&self) -> String {
        let more = format!("{} {{{{ block.shopify_attributes }}}}", self.style());
        format!(
            "{}\n\n{{% schema %}}\n{{\n  \"name\": \"WhatsApp opt-in\",\n  \"target\": \"section\",\n  \
             \"settings\": []\n}}\n{{% endschema %}}",
            self.around(&more),
        )
    }

    fn woocommerce(&self) -> String {
        format!("add_action( 'woocommerce_thankyou', function () {{\n\t?>\n\t{}\n\t<?php\n}} );", self.snippet())
    }
}

/// A text as HTML. Braces too, which would be code in a block of Shopify's.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('{', "&#123;")
}

/// The id of the element that a tag manager's form goes into.
const PLACE: &str = "whatsapp-opt-in";
