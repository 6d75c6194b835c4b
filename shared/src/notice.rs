//! Notices: every string of the form for one business and locale, fixed for ever under the hash of its bytes.

use serde::{Serialize, Serializer};
use serde_json::Value;

use crate::business::{Fault, Settings, Slug};
use crate::canonical;
use crate::category::CategoryId;
use crate::id::NoticeId;
use crate::locale::Locale;
use crate::wording::{self, Edition};

mod check;
mod compose;
mod text;

#[cfg(test)]
mod tests;

pub use compose::Sentences;
pub use text::{Errors, Labels, NoticeBusiness, NoticeCategory, NoticeText};

/// A fit notice. There is no other kind: [`Notice::compose`] and [`Notice::from_json`] both end in one check, and
/// nothing changes a notice afterwards.
///
/// Its serde form is the one served: all of [`NoticeText`], and the id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    id: NoticeId,
    text: NoticeText,
}

impl Notice {
    /// The notice with which the business called `slug` asks in `locale`.
    ///
    /// Settings that were read have no fault left that matters here, save that they may not offer `locale`.
    pub fn compose(slug: &Slug, settings: &Settings, locale: Locale) -> Result<Self, Vec<Fault>> {
        Self::checked(compose::text(slug, settings, locale)?)
    }

    /// Reads a notice that was kept or served, and checks it as if it were new.
    ///
    /// An `id` may stand in it, and is then compared. Sentences of older editions are known.
    pub fn from_json(json: &str) -> Result<Self, Vec<Fault>> {
        let whole = |rule: String| vec![Fault::new("", rule)];
        let mut value: Value = serde_json::from_str(json).map_err(|error| whole(format!("must be JSON: {error}")))?;
        let id = value.as_object_mut().and_then(|object| object.remove("id"));
        let text = serde_json::from_value(value).map_err(|error| whole(format!("must be a notice: {error}")))?;
        let notice = Self::checked(text)?;
        match id {
            Some(id) if id != notice.id.to_string() => {
                Err(vec![Fault::new("/id", format!("must be {}, the SHA-256 of the canonical notice", notice.id))])
            }
            _ => Ok(notice),
        }
    }

    /// The one way into the type.
    fn checked(text: NoticeText) -> Result<Self, Vec<Fault>> {
        let faults = check::faults(&text);
        if faults.is_empty() { Ok(Self { id: NoticeId::of(&canonical::to_string(&text)), text }) } else { Err(faults) }
    }

    /// SHA-256 of [`Notice::canonical`].
    pub fn id(&self) -> NoticeId {
        self.id
    }

    /// Everything it says.
    pub fn text(&self) -> &NoticeText {
        &self.text
    }

    /// The edition of our sentences that it is made of, and its number from 1.
    pub fn edition(&self) -> (usize, &'static Edition) {
        // Found, since a notice of no edition is unfit.
        let form = &wording::of(self.text.locale).form;
        check::edition(&self.text).unwrap_or((form.editions.len(), form.edition()))
    }

    /// Its locked sentences as a page shows them: what the business gives is set apart where it is written in the other
    /// direction, which nothing stored is.
    pub fn sentences(&self) -> Sentences {
        let locale = self.text.locale;
        Sentences::of(self.edition().1, &self.text.business, |template, slots| wording::say(locale, template, slots))
    }

    /// The locale it is written in.
    pub fn locale(&self) -> Locale {
        self.text.locale
    }

    /// The categories in the order shown.
    pub fn categories(&self) -> &[NoticeCategory] {
        &self.text.categories
    }

    /// The category with this id.
    pub fn category(&self, id: &CategoryId) -> Option<&NoticeCategory> {
        self.text.categories.iter().find(|category| category.id == *id)
    }

    /// The canonical JSON (RFC 8785) of everything but the id: the bytes that are hashed and kept.
    pub fn canonical(&self) -> String {
        canonical::to_string(&self.text)
    }
}

/// The served form: the id first, then the text.
#[derive(Serialize)]
struct Served<'n> {
    id: NoticeId,
    #[serde(flatten)]
    text: &'n NoticeText,
}

impl Serialize for Notice {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Served { id: self.id, text: &self.text }.serialize(serializer)
    }
}
