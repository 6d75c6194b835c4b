//! Composing: the settings put into the current edition of the form's words.

use super::text::{Errors, Labels, NoticeBusiness, NoticeCategory, NoticeText, VERSION};
use crate::business::{CategorySettings, Fault, Rewording, Settings, Slug};
use crate::locale::Locale;
use crate::wording::{self, Edition, FormWording};

/// What the notice says; refused where the settings do not offer `locale`.
pub(super) fn text(slug: &Slug, settings: &Settings, locale: Locale) -> Result<NoticeText, Vec<Fault>> {
    if !settings.locales().contains(&locale) {
        return Err(vec![Fault::new("/locales", format!("must have {locale} for a notice in it; add it"))]);
    }
    let words = &wording::of(locale).form;
    let edition = words.edition();
    let ours = Rewording::default();
    let own = settings.rewording(locale).unwrap_or(&ours);
    let business = NoticeBusiness {
        id: slug.clone(),
        name: settings.name().to_owned(),
        legal_name: settings.legal_name().to_owned(),
        address: settings.address().to_owned(),
        contact: settings.contact().to_owned(),
        country: settings.country(),
        privacy_url: settings.privacy_url().clone(),
    };
    let heading = own.heading.clone().unwrap_or_else(|| edition.heading.to_owned());
    let labels = labels(words, own);
    let locked = Sentences::of(edition, &business, wording::fill);
    Ok(NoticeText {
        v: VERSION,
        locale,
        dir: locale.dir(),
        custom_wording: is_custom(edition, &heading, &labels),
        business,
        heading,
        statement: locked.statement,
        categories: settings.categories().iter().filter_map(|one| category(one, locale)).collect(),
        not_a_condition: locked.not_a_condition,
        withdrawal: locked.withdrawal,
        privacy: locked.privacy,
        controller: locked.controller,
        labels,
    })
}

/// The locked sentences of an edition, filled for one business.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentences {
    /// What is said yes to.
    pub statement: String,
    /// That nothing depends on saying yes.
    pub not_a_condition: String,
    /// How to take a yes back.
    pub withdrawal: String,
    /// Who answers for the data.
    pub controller: String,
    /// The text of the link to the privacy notice.
    pub privacy: String,
}

impl Sentences {
    /// The sentences of `edition` with what `business` gives, put in by `put`.
    pub(super) fn of(
        edition: &Edition,
        business: &NoticeBusiness,
        put: impl Fn(&str, &[(&str, &str)]) -> String,
    ) -> Self {
        let slots = [
            ("business", business.name.as_str()),
            ("legal_name", &business.legal_name),
            ("address", &business.address),
            ("contact", &business.contact),
        ];
        Self {
            statement: put(edition.statement.text, &slots),
            not_a_condition: put(edition.not_a_condition.text, &slots),
            withdrawal: put(edition.withdrawal.text, &slots),
            controller: put(edition.controller.text, &slots),
            privacy: put(edition.privacy.text, &slots),
        }
    }
}

/// Whether any string that a business may reword differs from the edition's.
pub(super) fn is_custom(edition: &Edition, heading: &str, labels: &Labels) -> bool {
    heading != edition.heading
        || labels.legend != edition.legend
        || labels.submit != edition.submit
        || labels.success_heading != edition.success_heading
        || labels.success_text != edition.success_text
}

/// One box. Every category of settings has texts for every locale of those settings.
fn category(category: &CategorySettings, locale: Locale) -> Option<NoticeCategory> {
    let texts = category.texts(locale)?;
    Some(NoticeCategory {
        id: category.id().clone(),
        title: texts.title.clone(),
        value: texts.value.clone(),
        frequency: texts.frequency.clone(),
        class: category.class(),
        cap: category.cap(),
    })
}

/// The labels, with what the business words itself.
fn labels(words: &FormWording, own: &Rewording) -> Labels {
    let edition = words.edition();
    let or = |own: &Option<String>, ours: &str| own.clone().unwrap_or_else(|| ours.to_owned());
    Labels {
        legend: or(&own.legend, edition.legend),
        country: words.labels.country.to_owned(),
        phone: words.labels.phone.to_owned(),
        submit: or(&own.submit, edition.submit),
        sending: words.labels.sending.to_owned(),
        retry: words.labels.retry.to_owned(),
        success_heading: or(&own.success_heading, edition.success_heading),
        success_text: or(&own.success_text, edition.success_text),
        success_categories: words.labels.success_categories.to_owned(),
        receipt: words.labels.receipt.to_owned(),
        hosted: words.labels.hosted.to_owned(),
        changed: words.labels.changed.to_owned(),
        errors: Errors {
            number_missing: words.errors.number_missing.to_owned(),
            number_impossible: words.errors.number_impossible.to_owned(),
            category_none: words.errors.category_none.to_owned(),
            notice_outdated: words.errors.notice_outdated.to_owned(),
            rate_limited: words.errors.rate_limited.to_owned(),
            offline: words.errors.offline.to_owned(),
            unavailable: words.errors.unavailable.to_owned(),
            refused: words.errors.refused.to_owned(),
        },
    }
}
