//! The page for the shop's developer: what was chosen there, and the code that follows from it.

pub mod codes;

use jatak_shared::category::CategoryId;
use jatak_shared::locale::Locale;
use jatak_shared::notice::{Notice, NoticeCategory};
use jatak_shared::problem::Problem;
use jatak_widget::model::FormModel;
use jatak_widget::pages::embed::Theme;
use jatak_widget::reserve::{Reserve, WIDEST};

use crate::cx::Cx;
use crate::shop::Shop;

/// How wide the place in a shop's page may be at most, in pixels: as wide as the form gets, a column, a side bar.
pub const WIDTHS: [u16; 3] = [WIDEST, 400, 300];

/// What was chosen. Whatever is not understood counts as not said: this is a page for people, who see what they got.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// The form's language, which need not be the page's.
    pub locale: Locale,
    /// Its colours.
    pub theme: Theme,
    /// How wide its place is at most, one of [`WIDTHS`].
    pub width: u16,
    /// What it offers; empty for everything, also for what the business adds later.
    pub categories: Vec<CategoryId>,
}

impl Chosen {
    /// Reads what was chosen from the query; the form speaks the page's language where nothing is said.
    pub fn read(cx: &Cx, shop: &Shop) -> Result<Self, Problem> {
        let spoken = shop.settings.locales();
        let asked = cx.incoming.parameter("form").and_then(|code| code.parse().ok());
        let locale = asked.filter(|locale| spoken.contains(locale)).unwrap_or_else(|| cx.locale(shop));
        let width = cx.incoming.parameter("width").and_then(|width| width.parse().ok());
        let named = cx.incoming.query.iter().filter(|(name, _)| name == "categories");
        let named: Vec<&str> = named.flat_map(|(_, value)| value.split([',', ' '])).collect();
        let all = shop.notice(locale)?.categories().iter().map(NoticeCategory::id);
        let some: Vec<CategoryId> = all.clone().filter(|id| named.contains(&id.as_str())).cloned().collect();
        Ok(Self {
            locale,
            theme: cx.incoming.parameter("theme").and_then(Theme::of).unwrap_or_default(),
            width: width.filter(|width| WIDTHS.contains(width)).unwrap_or(WIDEST),
            categories: if some.len() == all.len() { Vec::new() } else { some },
        })
    }

    /// The same as a query.
    pub fn query(&self) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.append_pair("form", self.locale.code()).append_pair("theme", self.theme.word());
        query.append_pair("width", &self.width.to_string());
        if !self.categories.is_empty() {
            query.append_pair("categories", &self.names());
        }
        query.finish()
    }

    /// What is offered, with commas between.
    fn names(&self) -> String {
        self.categories.iter().map(CategoryId::as_str).collect::<Vec<_>>().join(",")
    }

    /// The height to reserve for it.
    pub fn reserve(&self, cx: &Cx, shop: &Shop, notice: &Notice) -> Reserve {
        Reserve::new(
            &FormModel::in_shop(
                notice,
                &cx.config.public_url,
                &self.categories,
                shop.settings.confirms_in_whatsapp().is_some(),
            ),
            self.width,
        )
    }
}
