//! The stored form of a notice. Its bytes are hashed: a field is never renamed, and a new one needs a new version.

use serde::{Deserialize, Serialize};

use crate::business::{Slug, WebUrl};
use crate::category::{Cap, CategoryId, Class};
use crate::country::Country;
use crate::locale::{Dir, Locale};

/// The version of the stored form.
pub(super) const VERSION: u8 = 1;

/// Everything a notice says, as it is stored. Only inside a [`super::Notice`] is it known to be fit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoticeText {
    /// The version of this form: 1.
    pub v: u8,
    /// The language.
    pub locale: Locale,
    /// The direction the language is written in.
    pub dir: Dir,
    /// Who asks, and who answers for the data.
    pub business: NoticeBusiness,
    /// The heading above the form.
    pub heading: String,
    /// What is said yes to, naming WhatsApp and the business. Stands beside the boxes.
    pub statement: String,
    /// The boxes, in the order shown.
    pub categories: Vec<NoticeCategory>,
    /// That nothing depends on saying yes.
    pub not_a_condition: String,
    /// How to take a yes back.
    pub withdrawal: String,
    /// The text of the link to the privacy notice.
    pub privacy: String,
    /// Who answers for the data, with address and contact.
    pub controller: String,
    /// The other strings of the form.
    pub labels: Labels,
    /// Whether the business words any string itself besides titles, values and frequencies.
    pub custom_wording: bool,
}

/// The business as its notice names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoticeBusiness {
    /// Its slug.
    pub id: Slug,
    /// The name as displayed.
    pub name: String,
    /// The name in the register.
    pub legal_name: String,
    /// The postal address.
    pub address: String,
    /// How to reach it.
    pub contact: String,
    /// The country it is in.
    pub country: Country,
    /// Its privacy notice.
    pub privacy_url: WebUrl,
}

/// One box.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoticeCategory {
    /// What it is called in records.
    pub(super) id: CategoryId,
    /// What the box is called.
    pub(super) title: String,
    /// What the person gets out of it.
    pub(super) value: String,
    /// How often at most.
    pub(super) frequency: String,
    /// Its WhatsApp class.
    pub(super) class: Class,
    /// The number behind the frequency, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) cap: Option<Cap>,
}

impl NoticeCategory {
    /// What it is called in records.
    pub fn id(&self) -> &CategoryId {
        &self.id
    }

    /// What the box is called.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// What the person gets out of it.
    pub fn value(&self) -> &str {
        &self.value
    }

    /// How often at most.
    pub fn frequency(&self) -> &str {
        &self.frequency
    }

    /// Its WhatsApp class.
    pub fn class(&self) -> Class {
        self.class
    }

    /// The number behind the frequency, where there is one.
    pub fn cap(&self) -> Option<Cap> {
        self.cap
    }
}

/// The strings of the form that are not sentences of the notice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Labels {
    /// The name of the group of boxes.
    pub legend: String,
    /// The label of the country selector.
    pub country: String,
    /// The label of the number's field.
    pub phone: String,
    /// The button that says yes.
    pub submit: String,
    /// On the button while the answer is awaited.
    pub sending: String,
    /// The button that sends once more.
    pub retry: String,
    /// The heading after a yes was recorded.
    pub success_heading: String,
    /// The sentence under it.
    pub success_text: String,
    /// Before the list of what was said yes to.
    pub success_categories: String,
    /// The link to the receipt.
    pub receipt: String,
    /// The link to the hosted page.
    pub hosted: String,
    /// Above a form whose text was replaced.
    pub changed: String,
    /// What is said when something is wrong.
    pub errors: Errors,
}

/// What is said when something is wrong, by code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Errors {
    /// No number was typed.
    pub number_missing: String,
    /// The number cannot exist in the country chosen.
    pub number_impossible: String,
    /// Nothing is ticked.
    pub category_none: String,
    /// The text was replaced while the form was open.
    pub notice_outdated: String,
    /// Too many submissions in a short time.
    pub rate_limited: String,
    /// The edge could not be reached.
    pub offline: String,
    /// The edge cannot take it now.
    pub unavailable: String,
    /// The edge would not take it.
    pub refused: String,
}
